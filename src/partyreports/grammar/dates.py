"""Date expressions, day first always.

    01/06/2020 · 1-6-2020 · 17/8 · 07 / 12 / 2019 · 13.3 · ngày 12 tháng 1 năm 2021 · 7 Tháng 7, 2026
    21 và 22/7 · 5–6/7 · 30/6-2/7 · từ ngày 30-6 đến 2-7

Partial dates stay partial, impossible ones are passed over, and what only looks like a date
(35-CT/TW, 21/25 đảng bộ, 1.200) is none.
"""

import re
from calendar import isleap
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from partyreports.construct import construct
from partyreports.models import PartialDate
from partyreports.text.source import SourceText
from partyreports.text.spans import slice_between


class DateReading(NamedTuple):
    """A date read at a place of the view."""

    start: int
    end: int
    value: PartialDate
    last: PartialDate | None = None
    """Last day, where the words give a span of days."""


_D = r"(?:0?[1-9]|[12]\d|3[01])"
_M = r"(?:0?[1-9]|1[0-2])"
_Y = r"(?:1[89]|20)\d\d"
# "5–6/7", "27 và 28-2", "13, 14/8": an earlier day of the same month before the date
_FIRST_DAY = rf"(?:(?P<first>{_D})(?: ?[-–—] ?| ?, ?| (?:và|đến) (?:ngày )?)(?={_D} ?[/.-]))?"
_NUMERIC = re.compile(
    rf"(?<![\d/.,-])(?<!\d[–—]){_FIRST_DAY}(?P<day>{_D})(?P<sep> ?[/.\-–] ?)(?P<month>{_M})"
    rf"(?:(?: ?[/.\-–] ?)(?P<year>{_Y}|\d\d(?=[,.)\s]|$))(?!\d))?"
    rf"(?: ?[-–] ?(?P<to_day>{_D})/(?P<to_month>{_M})(?:/(?P<to_year>{_Y}))?(?!\d))?"
    r"(?![\d/%]|[.,]\d|[-–]\d{3}|[-–/][^\W\d_])"
)
_WORDS = re.compile(
    rf"(?<![\d/.,-])(?:(?P<first>{_D})(?: ?[-–—,] ?| và (?:ngày )?))?(?P<day>{_D}) tháng (?P<month>{_M})(?!\d|\.\d)"
    rf"(?:(?:,? năm |, |/|-| )(?P<year>{_Y})(?!\d))?"
)
_MONTH = re.compile(rf"tháng (?P<month>{_M})(?: ?[/\-–.] ?| năm |,? )(?P<year>{_Y})(?!\d)")
# "30/6-2/7", "30-6 đến 2-7": from a day to a day
_TO = re.compile(r"(?: ?[-–—] ?| đến (?:hết )?(?:ngày )?| tới (?:ngày )?)")


def find_dates(source: SourceText, start: int, end: int) -> Iterator[DateReading]:
    """Dates in `[start, end)` of the view, in reading order; a span of days is one reading.

    >>> text = SourceText("Ngày 5-6/7, họp về Chỉ thị 35-CT/TW ngày 30/5/2019, đạt 21/25 chỉ tiêu.")
    >>> [(d.value.isoformat(), d.last and d.last.isoformat()) for d in find_dates(text, 0, len(text))]
    [('--07-05', '--07-06'), ('2019-05-30', None)]
    """
    signs = slice_between(source.places_of(_BEFORE_SIGN, zeroed=True), start, end)
    months = slice_between(source.places_of(_BEFORE_MONTH, zeroed=True), start, end)
    if not signs and not months:
        return iter(())
    folded = source.folded
    found: list[DateReading] = []
    for match in _matches(_NUMERIC, source, signs, start, end) if signs else ():
        reading = _reading(match)
        if reading is not None and _is_date(folded, match):
            found.append(reading)
    for match in _matches(_WORDS, source, months, start, end) if months else ():
        reading = _reading(match)
        if reading is not None:
            found.append(reading)
    return _joined(folded, sorted(found)) if len(found) > 1 else iter(found)


def date_at(source: SourceText, start: int, end: int) -> DateReading | None:
    """The date that begins at `start` of the view, or one character behind it: as of `find_dates`, but cheaper.

    >>> text = SourceText("ngày 24/3/2022 của Bộ")
    >>> date_at(text, 5, len(text)).value.isoformat(), date_at(text, 0, len(text))
    ('2022-03-24', None)
    """
    match = _NUMERIC.match(source.folded, start, end)
    reading = _reading(match) if match and _is_date(source.folded, match) else None
    if reading is not None and not _TO.match(source.folded, reading.end, end):
        return reading
    first = next(find_dates(source, start, end), None)  # “30/6 đến 2/7”, “12 tháng 1”, “ 24/3”
    return first if first is not None and first.start <= start + 1 else None


# The last digit of a day in every date, for the zeroed view (a literal head, which the regex engine skips ahead
# to), and how far around it a date reaches. (A month has two digits at the most: not “1.200”.)
_BEFORE_SIGN = re.compile(r"0(?= ?[/.\-–] ?0{1,2}(?!0))")
_BEFORE_MONTH = re.compile(r"0(?= tháng 0)")
_REACH = 36


def _matches(
    pattern: "re.Pattern[str]", source: SourceText, hints: Iterable[int], start: int, end: int
) -> "Iterator[re.Match[str]]":
    """Matches of a costly pattern that go on after one of some digits: tried at the numbers up to it."""
    folded = source.folded
    position = start
    for hint in hints:
        if hint < position:
            continue
        for begin in _numbers_up_to(source, max(position, hint - _REACH), hint + 1):
            match = pattern.match(folded, begin, min(end, hint + _REACH))
            if match is not None and match.end() > hint + 1:
                position = match.end()
                yield match
                break


def _numbers_up_to(source: SourceText, floor: int, end: int) -> Iterator[int]:
    """Where the numbers before `end` begin; the last one, which ends there, also if glued to a word (“sáng1-6”)."""
    begin = end - 1
    while begin > floor and source.zeroed[begin - 1] == "0":
        begin -= 1
    yield from slice_between(source.numbers, floor, begin)
    yield begin


def find_months(source: SourceText, start: int, end: int) -> Iterator[DateReading]:
    """Months with their year (“tháng 6-2020”) in `[start, end)` of the view."""
    for match in _MONTH.finditer(source.folded, start, end):
        yield DateReading(match.start(), match.end(), PartialDate(year=int(match["year"]), month=int(match["month"])))


def _reading(match: "re.Match[str]") -> DateReading | None:
    value = _date(match["day"], match["month"], match["year"])
    if value is None:
        return None
    end = match.end()
    if match.re is _NUMERIC and match["to_day"]:
        # “30/6-2/7”: from a day to a day
        last = _date(match["to_day"], match["to_month"], match["to_year"])
        in_order = last is not None and _before(value, last)
        return DateReading(match.start("day"), end, value, last) if in_order else None
    first = _date(match["first"], match["month"], match["year"]) if match["first"] else None
    if first is None:
        return DateReading(match.start("day"), end, value) if not match["first"] else None
    if int(match["first"]) >= int(match["day"]):
        return DateReading(match.start("day"), end, value)
    return DateReading(match.start(), end, first, value)


_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _date(day: str, month: str, year: str | None) -> PartialDate | None:
    """The date of printed digits, if the calendar has it."""
    if int(day) > _LONGEST_MONTHS[int(month) - 1]:
        return None
    number = _year(year)
    if number is not None and int(day) == 29 and int(month) == 2 and not isleap(number):
        return None
    return construct(PartialDate, year=number, month=int(month), day=int(day))


def _year(digits: str | None) -> int | None:
    if digits is None:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


_DAY_WORDS = re.compile(
    r"(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|từ|đến|lúc|và|nay|qua|mai|\(|[/|,;:–—-]|tới|vào|đầu|thứ \w+,|nhật,) ?\(?$|^$"
)
_FRACTION = re.compile(
    r" ?(?:số |đại biểu|đảng bộ|xã|huyện|tỉnh|chi bộ|người|phiếu|chỉ tiêu|đơn vị|thành viên|"
    r"tổ chức|điểm|giờ|vụ|hộ|trường|dự án|ca|%)"
)


def _is_date(folded: str, match: "re.Match[str]") -> bool:
    """Tell “17/8” from the fraction 2/3 and the decimal 13.3."""
    if match["year"] and len(match["year"]) == 4:
        return True
    before = folded[max(0, match.start() - 14) : match.start()]
    line_start = before.rpartition("\n")[2]
    introduced = _DAY_WORDS.search(line_start) is not None
    if "." in match["sep"]:
        return bool(re.search(r"(?:ngày|sáng|trưa|chiều|tối|đêm|nay|qua) ?\(?$", line_start))
    if _FRACTION.match(folded, match.end(), match.end() + 14):
        return bool(re.search(r"(?:ngày|sáng|chiều|tối) ?$", line_start))
    return introduced or not line_start.strip()


def _joined(folded: str, found: list[DateReading]) -> Iterator[DateReading]:
    """Readings with “30/6-2/7” and “từ 30-6 đến 2-7” made one, and overlaps dropped."""
    i = 0
    end = -1
    while i < len(found):
        reading = found[i]
        i += 1
        if reading.start < end:
            continue
        if i < len(found) and reading.last is None and found[i].start - reading.end < 18:
            between = folded[reading.end : found[i].start]
            if _TO.fullmatch(between) and _before(reading.value, found[i].value):
                year = found[i].value.year
                first = (
                    reading.value if reading.value.year or not year else reading.value.model_copy(update={"year": year})
                )
                reading = DateReading(reading.start, found[i].end, first, found[i].value)
                i += 1
        end = reading.end
        yield reading


def _before(first: PartialDate, last: PartialDate) -> bool:
    return (first.year or last.year or 0, first.month, first.day) < (last.year or first.year or 0, last.month, last.day)


# --- clock times

_CLOCK = re.compile(
    r"(?<![\d:])(?P<hour>[01]?\d|2[0-3])(?::|h|g)(?P<minute>[0-5]\d)(?::[0-5]\d)?'?(?: ?(?P<half>am|"
    r"pm|sa|ch)\b)?(?![:\d])"
)


class ClockReading(NamedTuple):
    """A clock time read at a place of the view."""

    start: int
    end: int
    hour: int
    minute: int


def find_clock(source: SourceText, start: int, end: int) -> ClockReading | None:
    """The first clock time in `[start, end)`: “14:56”, “9h05”, “11:32 AM”, “03:20 PM”.

    >>> text = SourceText("12/05/2021 03:20 PM")
    >>> find_clock(text, 0, len(text))
    ClockReading(start=11, end=19, hour=15, minute=20)
    """
    match = _CLOCK.search(source.folded, start, end)
    if match is None:
        return None
    hour = int(match["hour"])
    if match["half"] in {"pm", "ch"} and hour < 12:
        hour += 12
    elif match["half"] in {"am", "sa"} and hour == 12:
        hour = 0
    return ClockReading(match.start(), match.end(), hour, int(match["minute"]))
