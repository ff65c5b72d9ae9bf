"""Dates and clock times as sites print them: always with a year, in forms that running prose has not.

02/04/2023 · 2023-04-02 · 14 08 2019 · 03 Th5, 2023 · Tháng Năm 3, 2023 · May 3, 2023
08:15 · 8:15:32 · 8 giờ 15 phút · 8:15 sáng · 03:20 PM
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

from partyreports.construct import construct
from partyreports.models import PartialDate
from partyreports.rules import Rule, RuleTable, readings_of_patterns
from partyreports.text.scanned import ScannedText, scan


class SiteDate(NamedTuple):
    """A date of a dateline. Offsets count in the analysed text."""

    start: int
    end: int
    value: PartialDate


class SiteClock(NamedTuple):
    """A clock time of a dateline."""

    start: int
    end: int
    hour: int
    minute: int
    has_seconds: bool


def _date(match: "re.Match[str]", scanned: ScannedText) -> SiteDate | None:
    printed = match["month"]
    month = int(printed) if printed.isdigit() else int(scanned.lexicon.values("dateline.month")[printed])
    year = int(match["year"]) if len(match["year"]) == 4 else 2000 + int(match["year"])
    if int(match["day"]) > monthrange(year, month)[1]:
        return None
    return SiteDate(*match.span(), construct(PartialDate, year=year, month=month, day=int(match["day"])))


def _clock(match: "re.Match[str]", scanned: ScannedText) -> SiteClock:
    hour = int(match["hour"])
    half = scanned.lexicon.values("dateline.half_day").get(match["half"] or "")
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return SiteClock(*match.span(), hour, int(match["minute"]), match["second"] is not None)


_DAY = r"(?<![\d/.])(?P<day>{day})"
_MONTH_NAME = r"(?P<month>{dateline.month}|{month})"
_YEAR = r"(?P<year>{year})(?!\d)"

DATES: tuple[Rule[SiteDate], ...] = (
    Rule(
        id="dateline.date.year_first",
        pattern=r"(?<![\d/.-])(?P<year>{year})(?P<sign>[-/.])(?P<month>{month})(?P=sign)(?P<day>{day})(?!\d)",
        produce=_date,
        accepts={
            "2023-05-03 08:15": "2023-05-03",
            "2023/05/03": "2023-05-03",
            "2023-05-03T08:15:00+07:00": "2023-05-03",
        },
        refuses=("2023-13-03", "Nghị quyết 2023-05", "12023-05-03"),
    ),
    Rule(
        id="dateline.date.day_first",
        pattern=_DAY + r"(?: ?(?P<sign>[-/.–]) ?)(?P<month>{month}) ?(?P=sign) ?(?P<year>{year}|\d\d)(?![\d/%]|[.,]\d)",
        produce=_date,
        accepts={"07 / 12 / 2019": "2019-12-07", "3.5.2023": "2023-05-03", "28/05/13 17:25": "2013-05-28"},
        refuses=("31/2/2020", "3/5", "1/13/2020"),
    ),
    Rule(
        id="dateline.date.spaced",
        pattern=_DAY + r" (?P<month>{month}) " + _YEAR,
        produce=_date,
        accepts={"thứ tư, 14 08 2019 09:15": "2019-08-14"},
        refuses=("14 08 19",),
    ),
    Rule(
        id="dateline.date.month_in_words",
        pattern=_DAY + r",? {dateline.month_sign} ?" + _MONTH_NAME + r"(?:,? {time.year} |, ?| ?/ ?| )" + _YEAR,
        produce=_date,
        accepts={
            "ngày 03 tháng 05 năm 2023": "2023-05-03",
            "7 Tháng 7, 2026": "2026-07-07",
            "03 Th5, 2023": "2023-05-03",
            "19 tháng Mười năm 2016": "2016-10-19",
        },
        refuses=("31 tháng 2 năm 2020", "3 tháng 5"),
    ),
    Rule(
        id="dateline.date.month_first",
        pattern=r"(?:{dateline.month_sign} ?)?(?P<month>{dateline.month}) (?P<day>{day}),? " + _YEAR,
        produce=_date,
        accepts={"Tháng Năm 3, 2023": "2023-05-03", "May 3, 2023": "2023-05-03"},
        refuses=("năm 2023", "May 2023"),
    ),
    Rule(
        id="dateline.date.english",
        pattern=_DAY + r" (?P<month>{dateline.month}),? " + _YEAR,
        produce=_date,
        accepts={"3 May 2023": "2023-05-03"},
        refuses=("3 năm 20230",),
    ),
)

CLOCKS: tuple[Rule[SiteClock], ...] = (
    Rule(
        id="dateline.clock",
        pattern=r"(?<![\d:/.-])(?P<hour>[01]?\d|2[0-3])(?: ?: ?|[hg]|(?: {dateline.hour} ?))(?P<minute>[0-5]\d)(?!\d)"
        r"(?::(?P<second>[0-5]\d)(?!\d))?(?:[.,]\d{1,6})?(?: {dateline.minute}(?!\w)|['’])?"
        r"(?: ?(?P<half>{dateline.half_day})(?!\w))?(?!:\d)",
        produce=_clock,
        accepts={
            "14:56": "14:56",
            "8:15:32": "08:15",
            "03:20 PM": "15:20",
            "8 giờ 15 phút": "08:15",
            "8:15 sáng": "08:15",
        },
        refuses=("25:10", "12:75", "5/2019"),
    ),
)


def find_site_dates(scanned: ScannedText, start: int, end: int) -> list[SiteDate]:
    """Dates with their year in `[start, end)`, in reading order, none inside another."""
    return list(_apart(sorted(date for _, date in readings_of_patterns(DATES, scanned, start, end))))


def find_site_clocks(scanned: ScannedText, start: int, end: int) -> list[SiteClock]:
    """Clock times in `[start, end)`, in reading order."""
    return [clock for _, clock in readings_of_patterns(CLOCKS, scanned, start, end)]


def _apart(dates: list[SiteDate]) -> Iterator[SiteDate]:
    end = -1
    for date in dates:
        if date.start >= end:
            end = date.end
            yield date


def _read(text: str) -> list[tuple[str, str]]:
    scanned = scan(text)
    dates = [(rule.id, date.value.isoformat()) for rule, date in readings_of_patterns(DATES, scanned, 0, len(text))]
    clocks = readings_of_patterns(CLOCKS, scanned, 0, len(text))
    return dates + [(rule.id, f"{clock.hour:02}:{clock.minute:02}") for rule, clock in clocks]


TABLE = RuleTable(
    name="dates of datelines",
    about="Dates and clock times of the lines in which sites say when they published an article.",
    rules=(*DATES, *CLOCKS),
    read=_read,
)
