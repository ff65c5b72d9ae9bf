"""The meeting's date, its year and its part of day."""

import datetime

import pytest

from partyreports import parse


def meeting(lead: str, dateline: str = "", title: str = "Sở Nội vụ giao ban") -> str | None:
    report = parse(f"{title}\n{dateline}\n{lead}\n\nCác đơn vị báo cáo kết quả tại hội nghị.")
    return report.meeting.date.value.isoformat() if report.meeting.date else None


@pytest.mark.parametrize(
    ("lead", "date"),
    [
        ("Sáng 5/3, Sở Nội vụ tổ chức hội nghị giao ban.", "--03-05"),
        ("Ngày 5-3-2021, tại Hà Nội, Sở tổ chức hội nghị giao ban.", "2021-03-05"),
        ("Đó là chỉ đạo của đồng chí Giám đốc tại hội nghị giao ban chiều 5-3-2021.", "2021-03-05"),
        ("Trong 2 ngày 5-6/3, Sở tổ chức hội nghị.", "--03-05"),
        ("Trong 3 ngày, từ 6 đến 8/3, Sở tổ chức hội nghị tập huấn.", "--03-06"),
        ("Trong các ngày 10 và 11/6/2024, Ủy ban Kiểm tra đã họp kỳ thứ 28.", "2024-06-10"),
        ("Ngày 30/8, Sở tổ chức hội nghị giao ban tháng 8/2022.", "2022-08-30"),
        ("Ngày 2/9, Sở tổ chức hội nghị giao ban tháng 8/2022.", "--09-02"),
        ("Sáng 5/3, Sở tổ chức hội nghị triển khai Nghị quyết số 11/NQ-CP ngày 30/1/2022 của Chính phủ.", "--03-05"),
        ("Hội nghị triển khai Kế hoạch số 5 ngày 30/1/2022 do Sở tổ chức chiều 5/3.", "--03-05"),
        ("Sở tổ chức hội nghị giao ban, yêu cầu hoàn thành trước ngày 15/12/2022.", None),
        ("Sáng nay, Sở tổ chức hội nghị giao ban.", None),
        ("Chiều ngày05/3/2021, tại trụ sở, Sở tổ chức hội nghị giao ban.", "2021-03-05"),
        ("Sở tổ chức hội nghị giao ban; ngày 5/3/2024 là ngày hội của ngành.", None),
        ("Hôm nay (5-3), Hội Làm vườn khai mạc đại hội lần thứ IV.\n\nChiều 4-3, đại hội họp phiên trù bị.", "--03-05"),
        (
            "Các kiến nghị được nêu tại hội nghị đối thoại do Sở tổ chức ngày 5/3.\n\nHạn trả lời là ngày 20/3.",
            "--03-05",
        ),
        ("Thời gian: 14h00 ngày 5 tháng 3 năm 2024\n\nCuộc họp do Giám đốc Sở chủ trì.", "2024-03-05"),
        ("Sở tổ chức hội nghị giao ban chiều 5/3. 26 xã đã nêu ý kiến.", "--03-05"),
        ("Sở tổ chức hội nghị giao ban ngày 5/3 - 12 phòng đã báo cáo.", "--03-05"),
        ("Sở tổ chức hội nghị ngày 4/3.\n\nSáng 5/3, tại hội nghị giao ban, các đơn vị báo cáo.", "--03-05"),
        ("Sáng 4/3, Sở tổ chức hội nghị giao ban.\n\nSáng 5/3, tại hội nghị giao ban, các đơn vị báo cáo.", "--03-04"),
        ("Cuối giờ chiều 5/3, Sở tổ chức hội nghị giao ban.", "--03-05"),
        ("Sáng nay, 5.3, Sở tổ chức hội nghị giao ban.", "--03-05"),
        ("Ngày 5 & 6/3/2024, Sở tổ chức hội nghị tập huấn.", "2024-03-05"),
        ("Sở tổ chức hội nghị giao ban đánh giá kết quả 9 tháng năm 2023.", None),
        ("Sở tổ chức hội nghị triển khai Luật có hiệu lực thi hành từ ngày 1/7/2024.", None),
        ("Sở tổ chức hội nghị giao ban. Dự kiến ngày 20/3, Sở họp tiếp.", None),
        ("Sở tổ chức hội nghị giao ban. Kỳ thi diễn ra trong hai ngày 26 và 27/6.", None),
        ("Phí giảm từ ngày 1/5.\n\nThông tin được nêu tại hội nghị phổ biến chính sách thuế ngày 25/4.", "--04-25"),
        ("Kết quả này được nêu tại hội nghị do Cục tổ chức ngày 7/1/2020.\n\nHạn nộp là 30/6.", "2020-01-07"),
        ("Sáng nay, hội nghị khai mạc.\n\nKết luận của hội nghị lần thứ 5, ngày 7/5/2017, đã được nhắc lại.", None),
        ("(TTXVN 5/6/2021) Hôm qua, Sở Nội vụ tổ chức hội nghị giao ban.", "2021-06-04"),
        ("Sở Nội vụ tổ chức hội nghị giao ban từ thứ Ba 26-11 đến thứ Năm 28-11-2013 tại Huế.", "2013-11-26"),
        ("Phát biểu tại hội nghị giao ban góp ý dự thảo luật sáng 5/3, ông nêu ba việc.", "--03-05"),
        ("Sáng 5/3/2021 (nhằm ngày 22 tháng Giêng năm Tân Sửu), chùa Lạc Giang tổ chức hội nghị.", "2021-03-05"),
    ],
)
def test_the_date_of_the_meeting(lead: str, date: str | None) -> None:
    assert meeting(lead) == date


@pytest.mark.parametrize(
    ("lead", "dateline", "date"),
    [
        ("Sáng 5/3, Sở tổ chức hội nghị.", "06/03/2021", "2021-03-05"),
        ("Ngày 30/12, Sở tổ chức hội nghị tổng kết.", "02/01/2021", "2020-12-30"),
        ("Sáng nay, Sở tổ chức hội nghị giao ban.", "06/03/2021", "2021-03-06"),
        ("Chiều qua, Sở tổ chức hội nghị giao ban.", "01/03/2021", "2021-02-28"),
        ("Sáng nay (5/3), Sở tổ chức hội nghị giao ban.", "05/03/2021", "2021-03-05"),
        (
            "Sự cố được báo lúc 2 giờ sáng 28/2.\n\nHọp báo do Sở tổ chức chiều nay, ông Trần Văn Bền chủ trì họp báo.",
            "02/03/2021 16:55",
            "2021-03-02",
        ),
    ],
)
def test_the_year_and_relative_days_come_from_the_dateline(lead: str, dateline: str, date: str) -> None:
    assert meeting(lead, dateline) == date


@pytest.mark.parametrize(
    ("lead", "part"),
    [
        ("Sáng 5/3, Sở tổ chức hội nghị.", "sáng"),
        ("Chiều ngày 5/3, Sở tổ chức hội nghị.", "chiều"),
        ("Chiều tối 5/3, Sở tổ chức hội nghị.", "chiều"),
        ("Hội nghị do Sở tổ chức vào tối 5/3.", "tối"),
        ("Ngày 5/3, Sở tổ chức hội nghị về sáng tạo, tối thiểu ba chiều.", None),
    ],
)
def test_the_part_of_day(lead: str, part: str | None) -> None:
    found = parse(f"Sở giao ban\n{lead}\nTại hội nghị, các đơn vị báo cáo.").meeting.part_of_day
    assert (found.value if found else None) == part


def test_no_day_is_counted_back_beyond_the_calendar() -> None:
    text = "Sở Nội vụ giao ban\n\nHôm qua, Sở Nội vụ tổ chức hội nghị giao ban.\n\nCác đơn vị báo cáo kết quả tại hội nghị."
    assert parse(text, published=datetime.date(1, 1, 1)).meeting.date is None
    found = parse(text, published=datetime.date(2020, 3, 1)).meeting.date
    assert found is not None
    assert found.value.isoformat() == "2020-02-29"


def test_the_part_of_day_is_the_one_beside_the_meeting() -> None:
    text = (
        "Tổ chức Y tế nêu cảnh báo\n\nRạng sáng 31/1, tổ chức ấy tuyên bố tình trạng khẩn cấp.\n\n"
        "Tại cuộc họp báo chiều ngày 31/1, ông Lê Văn Tám trả lời câu hỏi.\n\nKết thúc họp báo, ông Tám cảm ơn báo chí."
    )
    assert parse(text).meeting.part_of_day == "chiều"
