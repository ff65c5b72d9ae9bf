"""Date expressions, day first always.

    01/06/2020 · 1-6-2020 · 17/8 · 07 / 12 / 2019 · 13.3 · ngày 12 tháng 1 năm 2021 · 7 Tháng 7, 2026 · 2020-06-01
    21 và 22/7 · 10, 11 và 12/3 · 5–6/7 · 5-7 tháng 6 · 30/6-2/7 · từ ngày 30-6 đến 2-7 · 30/12 đến 2/1

A date begins with a number. At each number the rules are tried in their order; what one of them reads is one
day, and days with “-”, “,”, “và”, “đến” between them are read on as a span. A day without a month takes the month
of the next one. Partial dates stay partial, impossible ones are passed over, and what only looks like a date
(35-CT/TW, 21/25 đảng bộ, 1.200) is none.
"""

import re
from calendar import isleap
from collections.abc import Iterator
from typing import NamedTuple

from partyreports.construct import construct
from partyreports.models import PartialDate
from partyreports.rules import Rule, RuleTable, in_force
from partyreports.text.numerals import MONTHS
from partyreports.text.scanned import ScannedText, scan


class DateReading(NamedTuple):
    """A date read at a place of the text."""

    start: int
    end: int
    value: PartialDate
    last: PartialDate | None = None
    """Last day, where the words give a span of days."""


class _Day(NamedTuple):
    """One day of an expression; the month may stand with a later one."""

    start: int
    end: int
    day: int
    month: int | None
    year: int | None
    is_sure: bool
    """Whether it needs no word before it to be a date: a year or “tháng” is printed."""


# --- rules for one day


def _numeric(match: "re.Match[str]", scanned: ScannedText) -> _Day | None:
    year = _year(match["year"] or match["short"])
    is_sure = match["year"] is not None
    if "." in match["sign"] and not is_sure and not _is_named_day(scanned, match.start()):
        return None  # “tăng 13.3”
    return _Day(*match.span(), int(match["day"]), int(match["month"]), year, is_sure)


def _iso(match: "re.Match[str]", _: ScannedText) -> _Day:
    return _Day(*match.span(), int(match["day"]), int(match["month"]), int(match["year"]), is_sure=True)


def _in_words(match: "re.Match[str]", scanned: ScannedText) -> _Day | None:
    word = match["month"]
    if match["year"] and scanned.lexicon.compile("{time.year}").fullmatch(word) and match["between"] == " ":
        return None  # “9 tháng | năm 2023”: nine months, and no May
    month = int(word) if word.isdigit() else MONTHS[word]
    return _Day(*match.span(), int(match["day"]), month, _year(match["year"]), is_sure=True)


def _year(digits: str | None) -> int | None:
    if digits is None:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


RULES: tuple[Rule[_Day], ...] = (
    Rule(
        id="date.iso",
        pattern=r"(?P<year>{year})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
        produce=_iso,
        accepts={"đăng 2020-06-01": "2020-06-01"},
        refuses=("2020-13-01",),
    ),
    Rule(
        id="date.in_words",
        pattern=r"(?P<day>{day})(?:,? ?/? ?){time.month} (?P<month>{month}(?!\d|\.\d)|{time.month_name}(?!\w))"
        r"(?:(?P<between>,? ?\(?{time.year} |, ?|/|-| )(?P<year>{year})(?!\d))?",
        produce=_in_words,
        accepts={
            "ngày 12 tháng 1 năm 2021": "2021-01-12",
            "7 Tháng 7, 2026": "2026-07-07",
            "ngày 19 tháng Mười năm 2016": "2016-10-19",
            "Ngày 5, tháng 4, năm 2016": "2016-04-05",
            "ngày 9 tháng Năm năm 2016": "2016-05-09",
        },
        refuses=("12 tháng đầu năm", "5 tháng 2.000 đồng", "kết quả 9 tháng năm 2023"),
    ),
    Rule(
        id="date.numeric",
        # Without a full year, what goes on in digits or letters is a document's number or a decimal, unless it is
        # another day of the same expression: “30/6-2/7”.
        pattern=r"(?P<day>{day})(?P<sign> ?[/.\-–] ?)(?P<month>{month})(?!\d)"
        r"(?:(?: ?/ ?|\.| ?[-–]|[-–] ?|(?P=sign)|,? {time.year} )(?P<year>{year})(?!\d|[-–/][^\W\d_])"
        r"|(?:(?<! )(?P=sign)(?<! )(?P<short>\d\d)(?=[,.;)\s]|$))?"
        r"(?! ?/ ?\d| ?[%]|[.,]\d|,? {time.month}|[-–](?:\d{3}|\d{1,2}[-–]\d)|[-–/][^\W\d_]"
        r"| ?[-–]\d{1,2}(?![\d/])|[-–] ?\d{1,2}(?![\d/])))",
        produce=_numeric,
        accepts={
            "ngày 01/06/2020": "2020-06-01",
            "Sáng 17/8, tại Hà Nội": "--08-17",
            "Sáng 13.3, Sở họp": "--03-13",
            "Từ 30/6-2/7": "--06-30..--07-02",
            "ngày 7/12/22, họp": "2022-12-07",
            "ngày 5/6 - 12 xã đã họp": "--06-05",
            "sáng 5/6. 26 xã đã họp": "--06-05",
            "ngày 17 – 9 – 2020": "2020-09-17",
        },
        refuses=("31/2/2020", "01/13/2020", "tăng 13.3% so với", "Chỉ thị 35-CT/TW", "2/3 số xã", "ngày 29/2/2021"),
    ),
    Rule(
        id="date.spaced",
        pattern=r"(?P<day>0[1-9]|[12]\d|3[01]) (?P<month>0[1-9]|1[0-2]) (?P<year>(?:19|20)\d\d)(?!\d|[.,/-]\d)",
        produce=_iso,
        accepts={"thứ năm, 08 08 2019 08:52": "2019-08-08"},
        refuses=("08 18 2019", "8 8 2019"),
    ),
)
_BARE_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?!\d|[.,]\d)")
# What may stand between two days of one expression.
_CONNECTOR = (
    r" ?[-–—] ?(?=\d)| ?, ?(?=\d)"
    r"| (?:và|với|đến|tới|&)(?: {time.until})?(?: {time.day}| {time.part_of_day}| {time.weekday})? (?=\d)"
    r"|, (?:và )?{time.day} (?=\d)"
)
_MOST_DAYS = 8
"""Days of one expression; a longer row of numbers is no row of days."""


def find_dates(scanned: ScannedText, start: int, end: int) -> Iterator[DateReading]:
    """Dates in `[start, end)` of the text, in reading order; a span of days is one reading.

    >>> text = "Ngày 5-6/7, họp về Chỉ thị 35-CT/TW ngày 30/5/2019, đạt 21/25 chỉ tiêu."
    >>> [(d.value.isoformat(), d.last and d.last.isoformat()) for d in find_dates(scan(text), 0, len(text))]
    [('--07-05', '--07-06'), ('2019-05-30', None)]
    """
    position = start
    for number in scanned.lexicon.compile(MAY_BEGIN).finditer(scanned.source.folded, start, end):
        if number.start() >= position and (reading := date_at(scanned, number.start(), end)) is not None:
            position = reading.end
            yield reading


MAY_BEGIN = (
    r"[0-9](?<!\d\d)(?:\d{3}(?=-)"
    r"|\d?(?= ?[/.,\-–—] ?\d| \d|,? (?:và|với|đến|tới|&|{time.day}) |,? ?/? ?{time.month} ))"
)
"""A number behind which one of the forms above may go on; most numbers are followed by what they count."""


def date_at(scanned: ScannedText, start: int, end: int) -> DateReading | None:
    """The date whose first number begins at `start` of the text, or None.

    >>> text = "ngày 24/3/2022 của Bộ"
    >>> date_at(scan(text), 5, len(text)).value.isoformat(), date_at(scan(text), 0, len(text))
    ('2022-03-24', None)
    """
    if _goes_on_from(scanned.source.folded, start):
        return None
    days = _days(scanned, start, end)
    if not days or _is_weekday(scanned, start) or not (days[-1].is_sure or _is_introduced(scanned, days)):
        return None
    dates = _dates(days)
    if not dates:
        return None
    first, last = dates[0], dates[-1]
    if len(dates) > 1 and not _is_before(first, last):
        return DateReading(days[0].start, days[0].end, first) if days[0].month else None
    return DateReading(days[0].start, days[-1].end, first, last if len(dates) > 1 else None)


def _goes_on_from(folded: str, start: int) -> bool:
    """Whether a number at `start` goes on from a sign or an “l” that stands for a 1: “1/6”, “-6”, “l3”."""
    before = folded[start - 1 : start]
    if before in {"/", ".", ",", "-", "–"}:
        return folded[start - 2 : start - 1].isalnum()
    return before in {"l", "i", "o"} and not folded[start - 2 : start - 1].isalpha()


def _is_weekday(scanned: ScannedText, start: int) -> bool:
    """Whether a number at `start` is the end of a weekday: “Thứ 5, 7/3” is one day."""
    around = scanned.cues.within("time.weekday", max(0, start - _WEEKDAY), start + 1)
    return any(cue.end == start + 1 for cue in around)


_WEEKDAY = 5
"""Characters before the number of a weekday: a word of three letters, and a space or two."""


def _days(scanned: ScannedText, start: int, end: int) -> list[_Day]:
    """The days of an expression; the last has a month, and none where there is no date at all.

    “10, 11 và 12/3” is read as three days of which the third has the month.
    """
    days: list[_Day] = []
    complete = 0
    position = start
    while len(days) < _MOST_DAYS:
        day = _day_at(scanned, position, end)
        if day is None:
            break
        days.append(day)
        if day.month is not None:
            complete = len(days)
        connector = scanned.lexicon.compile(_CONNECTOR).match(scanned.source.folded, day.end, end)
        if connector is None or (day.month is not None and "," in connector[0]):
            break  # (“13/3, 14/8” are two dates, “13, 14/8” one expression)
        if day.month is None and len(days) == 1 and _is_apart(scanned, day, connector):
            break
        position = connector.end()
    return days[:complete]


def _is_apart(scanned: ScannedText, number: _Day, connector: "re.Match[str]") -> bool:
    """“tại hội nghị lần thứ 5|, ngày 7/5”: a number that no word makes a day, and “ngày” for the next one."""
    return connector[0].startswith(", ") and len(connector[0]) > len(", ") and not _is_named_day(scanned, number.start)


def _day_at(scanned: ScannedText, position: int, end: int) -> _Day | None:
    folded = scanned.source.folded
    for rule in in_force(RULES, scanned):
        match = scanned.lexicon.compile(rule.pattern).match(folded, position, end)
        day = rule.produce(match, scanned) if match else None
        if day is not None:
            return day
    bare = _BARE_DAY.match(folded, position, end)
    return _Day(*bare.span(), int(bare[0]), None, None, is_sure=False) if bare else None


def _dates(days: list[_Day]) -> list[PartialDate]:
    """Dates of days, each with the month and year of the next that prints them; none if one is impossible."""
    dates: list[PartialDate] = []
    month: int | None = None
    year: int | None = None
    for day in reversed(days):
        later = month
        month = day.month or month
        year = day.year or (year if year is None or month is None or later is None or month <= later else year - 1)
        if month is None or not _exists(day.day, month, year):
            return []
        dates.append(construct(PartialDate, year=year, month=month, day=day.day))
    return dates[::-1]


_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _exists(day: int, month: int, year: int | None) -> bool:
    """Whether the calendar has the day."""
    return day <= _LONGEST_MONTHS[month - 1] and not (day == 29 and month == 2 and year and not isleap(year))


def _is_before(first: PartialDate, last: PartialDate) -> bool:
    """Whether a span of days is in order; without years it may run over the turn of the year."""
    if first.year and last.year:
        return (first.year, first.month, first.day) < (last.year, last.month, last.day)
    over_new_year = first.month == 12 and last.month == 1
    return over_new_year or (first.month, first.day) < (last.month, last.day)


def _is_introduced(scanned: ScannedText, days: list[_Day]) -> bool:
    """Tell “sáng 17/8” from the fraction in “21/25 đảng bộ”."""
    folded = scanned.source.folded
    start, end = days[0].start, days[-1].end
    if _is_named_day(scanned, start):
        return True
    if folded[end : end + 1] == " " and scanned.cues.at("time.fraction_of", end + 1) is not None:
        return False
    before = folded[max(0, start - 2) : start].rstrip(" ")[-1:]
    if before in {"", "\n", "(", "|", "/", ",", ";", ":", "-", "–", "—"}:
        return True
    return scanned.cues.ending_at("time.weekday", start) is not None


def _is_named_day(scanned: ScannedText, start: int) -> bool:
    """Whether a word right before says that a day follows: “ngày”, “sáng”, “chiều nay (”."""
    folded = scanned.source.folded
    if folded[start - 1 : start] == "(":
        start -= 1
    if scanned.cues.ending_at("time.opens_date", start) is not None:
        return True
    if folded[start - 2 : start] == ", " and scanned.cues.ending_at("time.now", start - 2) is not None:
        return True  # “Sáng nay, | 5.3”
    return scanned.lexicon.compile(GLUED).search(folded, max(0, start - 5), start) is not None


GLUED = r"(?:{time.day}|{time.part_of_day})$"
"""A lost space: “ngày5/3”."""


# --- months and clock times

_MONTH = r"(?<!\w){time.month} (?P<month>{month})(?: ?[/\-–.] ?| {time.year} |,? )(?P<year>{year})(?!\d)"


def find_months(scanned: ScannedText, start: int, end: int) -> Iterator[DateReading]:
    """Months with their year (“tháng 6-2020”) in `[start, end)` of the text."""
    for match in scanned.lexicon.compile(_MONTH).finditer(scanned.source.folded, start, end):
        yield DateReading(*match.span(), PartialDate(year=int(match["year"]), month=int(match["month"])))


def _read(text: str) -> list[tuple[str, str]]:
    """Readings by the rule of their last day, for the examples."""
    scanned = scan(text)
    found = []
    for reading in find_dates(scanned, 0, len(text)):
        day = _days(scanned, reading.start, reading.end)[-1]
        rule = next(
            rule.id
            for rule in RULES
            if (match := scanned.lexicon.compile(rule.pattern).match(scanned.source.folded, day.start))
            and rule.produce(match, scanned) is not None
        )
        shown = reading.value.isoformat() + (f"..{reading.last.isoformat()}" if reading.last else "")
        found.append((rule, shown))
    return found


TABLE = RuleTable(
    name="dates",
    about="One day of a date expression, tried at each number in this order.",
    rules=RULES,
    read=_read,
)
