"""Periods: stretches of time that are named.

5 tháng đầu năm 2020 · 6 tháng cuối năm · 9 tháng năm 2021 · quý I/2021 · tháng 6-2020 · năm 2020
giai đoạn 2016–2020 · nhiệm kỳ 2020–2025 · năm học 2019–2020
"""

import datetime
import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

from partyreports.grammar.numbers import WORDS_PATTERN, word_value
from partyreports.text.source import SourceText

_YEAR = r"(?:19|20)\d\d"
_IN_YEAR = rf"(?: ?[/\-–.,]? ?(?:của )?(?:năm )?(?P<year>{_YEAR})(?!\d)| năm nay| năm)?"
_QUARTERS = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
}
_MONTHS = re.compile(
    rf"(?<![\w.,/-])(?P<n>1[0-2]|0?[1-9]|{WORDS_PATTERN}) tháng(?: (?P<end>đầu|cuối|còn lại(?: của)?))?(?P<tail> năm|"
    rf" của năm)?(?: (?P<year>{_YEAR}))?(?!\w)"
)
_HALF = re.compile(rf"n(?<!\wn)ửa (?P<end>đầu|cuối) năm(?: (?P<year>{_YEAR}))?(?!\w)")
_QUARTER = re.compile(rf"q(?<!\wq)uý (?P<q>iv|iii|ii|i|[1-4]|một|hai|ba|tư|bốn)(?!\w){_IN_YEAR}")
_MONTH = re.compile(
    rf"t(?<!\wt)háng (?P<m>1[0-2]|0?[1-9])(?!\d)(?: ?[/\-–.] ?(?P<year>{_YEAR})(?!\d)| năm (?P<year2>{_YEAR}))?"
)
_LABELS = {"giai đoạn": "stage", "nhiệm kỳ": "term", "năm học": "school_year"}
_RANGE = re.compile(rf" (?P<a>{_YEAR}) ?[-–—/] ?(?P<b>{_YEAR})(?!\d)")
_YEAR_ONLY = re.compile(rf"n(?<!\wn)ăm (?P<year>{_YEAR})(?!\d)")


class PeriodReading(NamedTuple):
    """A period read at a place of the view; without a year until one is supplied."""

    start: int
    end: int
    rule: str
    first_month: int
    last_month: int
    year: int | None
    last_year: int | None = None

    def dates(self, year: int) -> tuple[datetime.date, datetime.date]:
        """First and last day in a year."""
        last_year = self.last_year or year
        _, last_day = monthrange(last_year, self.last_month)
        return datetime.date(year, self.first_month, 1), datetime.date(last_year, self.last_month, last_day)


def read_periods(source: SourceText, start: int, end: int) -> Iterator[PeriodReading]:
    """Periods in `[start, end)` of the view, in no particular order, overlaps included."""
    folded = source.folded
    has_month = folded.find("tháng", start, end) >= 0
    has_year = folded.find("năm", start, end) >= 0
    for match in _RANGE.finditer(folded, start, end):
        first, last = int(match["a"]), int(match["b"])
        label = next((label for label in _LABELS if folded.endswith(label, start, match.start())), None)
        if label is not None and first < last:
            months = (9, 5) if label == "năm học" else (1, 12)
            begin = match.start() - len(label)
            yield PeriodReading(begin, match.end(), f"period.{_LABELS[label]}", *months, first, last)
    for match in _MONTHS.finditer(folded, start, end) if has_month else ():
        count = int(match["n"]) if match["n"].isdigit() else (word_value(match["n"]) or 0)
        if not 0 < count <= 12 or not (match["end"] or match["tail"] or match["year"]):
            continue
        months = (13 - count, 12) if match["end"] and match["end"] != "đầu" else (1, count)
        yield PeriodReading(match.start(), match.end(), "period.months", *months, _int(match["year"]))
    for match in _HALF.finditer(folded, start, end) if has_year else ():
        months = (1, 6) if match["end"] == "đầu" else (7, 12)
        yield PeriodReading(match.start(), match.end(), "period.half_year", *months, _int(match["year"]))
    for match in _QUARTER.finditer(folded, start, end) if folded.find("quý", start, end) >= 0 else ():
        quarter = _QUARTERS[match["q"]]
        yield PeriodReading(
            match.start(), match.end(), "period.quarter", 3 * quarter - 2, 3 * quarter, _int(match["year"])
        )
    for match in _MONTH.finditer(folded, start, end) if has_month else ():
        month = int(match["m"])
        yield PeriodReading(
            match.start(), match.end(), "period.month", month, month, _int(match["year"] or match["year2"])
        )
    for match in _YEAR_ONLY.finditer(folded, start, end) if has_year else ():
        yield PeriodReading(match.start(), match.end(), "period.year", 1, 12, int(match["year"]))


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None
