"""Periods as they are printed."""

import datetime

import pytest

from partyreports.grammar.periods import read_periods
from partyreports.text.scanned import scan


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
