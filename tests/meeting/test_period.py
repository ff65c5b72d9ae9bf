"""The period that the meeting reviewed."""

import datetime

import pytest

from partyreports import parse


def test_the_period_that_the_meeting_reviewed() -> None:
    report = parse(
        "Sở sơ kết 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2024\n\nSáng 5/7, Sở tổ chức hội nghị sơ kết."
    )
    assert report.meeting.period is not None
    assert (report.meeting.period.start, report.meeting.period.end) == (
        datetime.date(2024, 1, 1),
        datetime.date(2024, 6, 30),
    )


@pytest.mark.parametrize(
    ("title", "lead", "period"),
    [
        ("Sở sơ kết quý I", "Sáng 5/4, Sở tổ chức hội nghị sơ kết quý I/2023.", ("2023-01-01", "2023-03-31")),
        ("Sở họp", "Sáng 5/3, Sở tổ chức hội nghị. Tháng 2/2024, công tác đạt kết quả.", None),
        (
            "Sở nhìn lại chương trình",
            "Sáng 5/3, Sở tổ chức hội nghị tổng kết 10 năm thực hiện Nghị quyết số 5 giai đoạn 2012-2022.",
            ("2012-01-01", "2022-12-31"),
        ),
        (
            "Sở bàn chương trình",
            "Sáng 5/3, Sở tổ chức hội nghị sơ kết 1 năm thực hiện Nghị quyết số 5 giai đoạn 2012-2022.",
            None,
        ),
        ("Sở sơ kết nhiệm kỳ 2020-2025", "Sáng 5/3, Sở tổ chức hội nghị.", None),
        ("Sở sơ kết 6 tháng đầu năm", "Sáng 5/7, Sở tổ chức hội nghị.", None),
        (
            "Sở giao ban",
            "Sáng 1/7/2022, Sở giao ban, đánh giá kết quả nhiệm vụ trong tháng 6 năm 2022, triển khai việc tháng 7.",
            ("2022-06-01", "2022-06-30"),
        ),
        (
            "Sở họp",
            "Sáng 1/7/2022, tại hội nghị, ông An đánh giá cao nỗ lực của cán bộ, chiến sĩ trong năm 2021.",
            None,
        ),
        (
            "Thuế sơ kết",
            "Ngày 10/10/2023, Chi cục Thuế sơ kết 9 tháng, triển khai nhiệm vụ quý IV năm 2023.",
            ("2023-01-01", "2023-09-30"),
        ),
        (
            "Huyện tổng kết",
            "Ngày 15/1/2023, huyện tổ chức hội nghị tổng kết 5 năm (từ năm 2018 đến năm 2022) phong trào xanh.",
            ("2018-01-01", "2022-12-31"),
        ),
        (
            "Huyện tổng kết",
            "Ngày 15/1/2021, huyện tổ chức hội nghị tổng kết Đề án nước sạch giai đoạn 2011-2020.",
            ("2011-01-01", "2020-12-31"),
        ),
        (
            "HỘI NGHỊ BAN CHẤP HÀNH ĐẢNG BỘ XÃ THÁNG 4 NĂM 2021",
            "Ngày 28 tháng 4 năm 2021, Ban Chấp hành đã họp theo Quy chế.",
            ("2021-04-01", "2021-04-30"),
        ),
        (
            "Sở họp",
            "Sáng 5/3/2020, Sở họp. Ông An tin rằng tỉnh sẽ vượt khó, đạt kết quả tốt năm 2020.",
            None,
        ),
        (
            "Ban Dân vận giao ban",
            "Sáng 21/5/2018, Ban Dân vận giao ban công tác tháng 4 và tháng 5 năm 2018.",
            ("2018-04-01", "2018-05-31"),
        ),
        (
            "Tỉnh sơ kết",
            "Ngày 5/12/2023, tỉnh tổ chức hội nghị sơ kết giữa kỳ phong trào xanh giai đoạn 2021-2025.",
            None,
        ),
        ("Huyện tổng kết", "Ngày 5/12/2023, huyện tổng kết công tác tuyển quân năm 2024.", None),
        (
            "Tỉnh họp báo về kỳ họp",
            "Sáng 5/3/2021, tỉnh họp báo. Kỳ họp sẽ xét: quy hoạch; kết quả thực hiện kế hoạch năm 2020.",
            None,
        ),
        ("Sở họp", "Sáng 5/4/2022, Sở họp đánh giá tình hình giải ngân vốn quý I/2022.", ("2022-01-01", "2022-03-31")),
        ("Hội họp", "Ngày 5/1/2022, Hội Luật gia tổng kết công tác năm 2021.", ("2021-01-01", "2021-12-31")),
        (
            "Ban họp",
            "Chiều 8/7/2019, Ban Chỉ đạo họp đánh giá kết quả hoạt động 6 tháng, bàn nhiệm vụ 6 tháng cuối năm 2019.",
            ("2019-01-01", "2019-06-30"),
        ),
        (
            "Quốc hội họp",
            "Sáng 30/10/2019, Quốc hội họp bàn tình hình kinh tế - xã hội, ngân sách nhà nước năm 2019.",
            ("2019-01-01", "2019-12-31"),
        ),
        (
            "GDP quý I tăng mạnh",
            "Tại cuộc họp báo sáng 29/3, ông Ổi cho biết tổng sản phẩm trong nước (GDP) quý I/2018 ước tính tăng 7,3%.",
            ("2018-01-01", "2018-03-31"),
        ),
        (
            "Phó Thủ tướng chưa yên tâm",
            "Phó Thủ tướng chủ trì cuộc họp. Theo Ban Chỉ đạo, năm 2017, có 52 doanh nghiệp được cổ phần hóa.",
            ("2017-01-01", "2017-12-31"),
        ),
        (
            "Hội biểu dương phụ nữ",
            "Ngày 5/3, Hội tổ chức hội nghị biểu dương điển hình “Việc khó” giai đoạn 2019 - 2021 của tỉnh.",
            ("2019-01-01", "2021-12-31"),
        ),
        (
            "Hội đồng giám sát",
            "Ngày 5/3/2015, Thường vụ họp nghe báo cáo giám sát việc thực hiện chính sách nước sạch giai đoạn 2005-2013.",
            ("2005-01-01", "2013-12-31"),
        ),
        ("Sở sơ kết", "Ngày 19/1/2019, Sở tổ chức hội nghị sơ kết học kỳ I năm học 2018 - 2019.", None),
        ("Sở hội thảo", "Ngày 5/6/2018, tại hội thảo, ông Ổi cho biết năm 2017 có 12.000 hộ thiếu nước.", None),
        ("Sở họp", "Ngày 5/6/2006, Sở họp. Theo Sở, năm 2005, vốn đặt ra theo kế hoạch là 53 tỷ đồng.", None),
        ("Hai bên họp", "Sáng 5/3/2015, hai bên đề nghị dời phiên họp thứ hai sang tháng 4.", None),
    ],
)
def test_where_the_period_and_its_year_stand(title: str, lead: str, period: tuple[str, str] | None) -> None:
    found = parse(f"{title}\n\n{lead}\n\nTại hội nghị, các đơn vị báo cáo.").meeting.period
    assert (found and (found.start.isoformat(), found.end.isoformat())) == period
