"""Dates, months and clock times as they are printed."""

import pytest

from partyreports.grammar.dates import date_at, find_dates, find_months
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
        ("Thứ 5, 7/3/2024", ["2024-03-07"]),
        ("thứ 2, ngày 5/3", ["--03-05"]),
        ("khóa thứ 12, 5/3/2024", ["2024-03-05"]),
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


def test_months() -> None:
    text = "tháng 6-2020, tháng 8/2022, tháng 1 năm 2021; 9h05"
    assert [month.value.isoformat() for month in find_months(scan(text), 0, len(text))] == [
        "2020-06",
        "2022-08",
        "2021-01",
    ]
