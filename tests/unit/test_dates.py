"""Dates, the meeting's own among them, and periods."""

import datetime

import pytest

from partyreports import parse
from partyreports.grammar.dates import date_at, find_clock, find_dates, find_months
from partyreports.grammar.periods import read_periods
from partyreports.text.scanned import scan


def read(text: str) -> list[str]:
    return [
        reading.value.isoformat() + (f"..{reading.last.isoformat()}" if reading.last else "")
        for reading in find_dates(scan(text), 0, len(text))
    ]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("ngày 01/06/2020", ["2020-06-01"]),
        ("ngày 1-6-2020", ["2020-06-01"]),
        ("01/13/2020", []),
        ("31/2/2020", []),
        ("29/2/2021", []),
        ("29/2/2020", ["2020-02-29"]),
        ("Sáng 17/8, tại Hà Nội", ["--08-17"]),
        ("Sáng 13.3, Sở họp", ["--03-13"]),
        ("tăng 13.3% so với", []),
        ("ngày 12 tháng 1 năm 2021", ["2021-01-12"]),
        ("ngày 12 tháng 1", ["--01-12"]),
        ("7 Tháng 7, 2026", ["2026-07-07"]),
        ("07 / 12 / 2019", ["2019-12-07"]),
        ("ngày 5-6/7", ["--07-05..--07-06"]),
        ("ngày 5–6/7/2021", ["2021-07-05..2021-07-06"]),
        ("trong hai ngày 27 và 28-2", ["--02-27..--02-28"]),
        ("trong 2 ngày (21 và 22/7)", ["--07-21..--07-22"]),
        ("từ 6 đến 8/4", ["--04-06..--04-08"]),
        ("từ ngày 30-6 đến 2-7", ["--06-30..--07-02"]),
        ("ngày 30/6-2/7", ["--06-30..--07-02"]),
        ("Chỉ thị 35-CT/TW", []),
        ("Nghị định 30/2020/NĐ-CP", []),
        ("đạt 21/25 chỉ tiêu", []),
        ("2/3 số đại biểu", []),
        ("96/112 xã", []),
        ("1.200 tỷ đồng", []),
        ("ngày 1.200 và ngày 3-2020", []),
        ("thu 1.200 tỷ đồng trong ngày 13.3, 14/8", ["--03-13", "--08-14"]),
        ("Thứ Ba, 25/8/2020", ["2020-08-25"]),
        ("(22/06/16)", ["2016-06-22"]),
        ("2020-06-01", ["2020-06-01"]),
    ],
)
def test_date_expressions(text: str, dates: list[str]) -> None:
    assert read(text) == dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("24/3/2022 của Bộ", "2022-03-24"),
        ("12 tháng 1 năm 2021", "2021-01-12"),
        ("30-6 đến 2-7-2020", "2020-06-30"),
        ("thứ Tư 24/3/2022", None),
        ("31/2/2022 hoặc 1/3/2022", None),
        ("Bộ Nội vụ", None),
    ],
)
def test_the_date_right_at_a_place(text: str, date: str | None) -> None:
    text = f"ngày {text}"
    reading = date_at(scan(text), 5, len(text))
    assert (reading.value.isoformat() if reading else None) == date


def test_months_and_clocks() -> None:
    text = "tháng 6-2020, tháng 8/2022, tháng 1 năm 2021; 9h05"
    assert [month.value.isoformat() for month in find_months(scan(text), 0, len(text))] == [
        "2020-06",
        "2022-08",
        "2021-01",
    ]
    clock = find_clock(scan(text), 0, len(text))
    assert clock is not None
    assert (clock.hour, clock.minute) == (9, 5)


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
        ("Sở tổ chức hội nghị ngày 4/3.\n\nSáng 5/3, tại hội nghị giao ban, các đơn vị báo cáo.", "--03-05"),
        ("Sáng 4/3, Sở tổ chức hội nghị giao ban.\n\nSáng 5/3, tại hội nghị giao ban, các đơn vị báo cáo.", "--03-04"),
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


@pytest.mark.parametrize(
    ("text", "year", "first", "last"),
    [
        ("5 tháng đầu năm 2020", 2020, (2020, 1, 1), (2020, 5, 31)),
        ("06 tháng đầu năm", 2021, (2021, 1, 1), (2021, 6, 30)),
        ("sáu tháng đầu năm 2020", 2020, (2020, 1, 1), (2020, 6, 30)),
        ("6 tháng cuối năm 2020", 2020, (2020, 7, 1), (2020, 12, 31)),
        ("9 tháng năm 2021", 2021, (2021, 1, 1), (2021, 9, 30)),
        ("nửa đầu năm 2021", 2021, (2021, 1, 1), (2021, 6, 30)),
        ("quý I/2021", 2021, (2021, 1, 1), (2021, 3, 31)),
        ("quý IV năm 2021", 2021, (2021, 10, 1), (2021, 12, 31)),
        ("quý 1-2019", 2019, (2019, 1, 1), (2019, 3, 31)),
        ("tháng 2-2020", 2020, (2020, 2, 1), (2020, 2, 29)),
        ("tháng 2/2021", 2021, (2021, 2, 1), (2021, 2, 28)),
        ("giai đoạn 2016–2020", 2016, (2016, 1, 1), (2020, 12, 31)),
        ("nhiệm kỳ 2020-2025", 2020, (2020, 1, 1), (2025, 12, 31)),
        ("năm 2020", 2020, (2020, 1, 1), (2020, 12, 31)),
    ],
)
def test_period_expressions(text: str, year: int, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    readings = [r.months for r in read_periods(scan(text), 0, len(text)) if r.months.end - r.months.start == len(text)]
    assert readings[0].dates(year) == (datetime.date(*first), datetime.date(*last))


@pytest.mark.parametrize("text", ["5 tháng tuổi", "trong 3 tháng", "giai đoạn 2020-2016", "tháng nào"])
def test_no_periods(text: str) -> None:
    assert list(read_periods(scan(text), 0, len(text))) == []


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
        ("Sở họp", "Sáng 5/3, Sở tổ chức hội nghị. Tháng 2/2024, công tác đạt kết quả.", ("2024-02-01", "2024-02-29")),
        ("Sở sơ kết nhiệm kỳ 2020-2025", "Sáng 5/3, Sở tổ chức hội nghị.", None),
        ("Sở sơ kết 6 tháng đầu năm", "Sáng 5/7, Sở tổ chức hội nghị.", None),
    ],
)
def test_where_the_period_and_its_year_stand(title: str, lead: str, period: tuple[str, str] | None) -> None:
    found = parse(f"{title}\n\n{lead}\n\nTại hội nghị, các đơn vị báo cáo.").meeting.period
    assert (found and (found.start.isoformat(), found.end.isoformat())) == period
