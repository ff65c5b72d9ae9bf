"""Periods: stretches of time that are named.

5 tháng đầu năm 2020 · 6 tháng cuối năm · 9 tháng năm 2021 · quý I/2021 · tháng 6-2020 · năm 2020
giai đoạn 2016–2020 · nhiệm kỳ 2020–2025 · năm học 2019–2020
"""

import datetime
import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

from partyreports.grammar.numbers import word_value
from partyreports.grammar.ordinals import roman_value
from partyreports.rules import Rule, RuleTable, readings_of_patterns
from partyreports.text.scanned import ScannedText, scan


class Months(NamedTuple):
    """A stretch of whole months read at a place of the text; without a year until one is supplied."""

    start: int
    end: int
    first_month: int
    last_month: int
    year: int | None
    last_year: int | None = None
    """Year of the last month, where it is another one."""

    def dates(self, year: int) -> tuple[datetime.date, datetime.date]:
        """First and last day in a year."""
        last_year = self.last_year or year
        _, last_day = monthrange(last_year, self.last_month)
        return datetime.date(year, self.first_month, 1), datetime.date(last_year, self.last_month, last_day)


class PeriodReading(NamedTuple):
    """Months, and the rule that read them."""

    months: Months
    rule: str


def _year(match: "re.Match[str]") -> int | None:
    return int(match["year"]) if match["year"] else None


def _count_of_months(match: "re.Match[str]", _: ScannedText) -> Months | None:
    count = int(match["n"]) if match["n"].isdigit() else (word_value(match["n"]) or 0)
    if not 0 < count <= 12 or not (match["first"] or match["last"] or match["of_year"] or match["year"]):
        return None  # “trong 5 tháng”: it is not said which months
    first, last = (13 - count, 12) if match["last"] else (1, count)
    return Months(*match.span(), first, last, _year(match))


def _first_months(match: "re.Match[str]", _: ScannedText) -> Months | None:
    count = int(match["n"]) if match["n"].isdigit() else (word_value(match["n"]) or 0)
    return Months(match.start("n"), match.end(), 1, count, None) if count in _QUARTERLY else None


_QUARTERLY = (3, 6, 9)
"""Months after which work is looked back on: “sơ kết 9 tháng”."""


def _half(match: "re.Match[str]", _: ScannedText) -> Months:
    first, last = (1, 6) if match["first"] else (7, 12)
    return Months(*match.span(), first, last, _year(match))


def _quarter(match: "re.Match[str]", _: ScannedText) -> Months | None:
    printed = match["q"]
    number = int(printed) if printed.isdigit() else roman_value(printed) or word_value(printed) or 4  # “quý tư”
    return Months(*match.span(), 3 * number - 2, 3 * number, _year(match)) if number <= 4 else None


def _month(match: "re.Match[str]", _: ScannedText) -> Months:
    month = int(match["m"])
    return Months(*match.span(), month, month, _year(match))


def _two_months(match: "re.Match[str]", _: ScannedText) -> Months | None:
    first, last = int(match["m"]), int(match["to"])
    return Months(*match.span(), first, last, _year(match)) if last == first + 1 else None


def _one_year(match: "re.Match[str]", _: ScannedText) -> Months:
    return Months(*match.span(), 1, 12, _year(match))


def _year_of_work(match: "re.Match[str]", _: ScannedText) -> Months:
    return Months(*match.span("year"), 1, 12, _year(match))


def _past_year(match: "re.Match[str]", _: ScannedText) -> Months:
    return Months(*match.span("past"), 1, 12, None)


def _years(match: "re.Match[str]", _: ScannedText) -> Months | None:
    first, last = int(match["year"]), int(match["to"])
    return Months(*match.span(), 1, 12, first, last) if first < last else None


def _school_year(match: "re.Match[str]", _: ScannedText) -> Months | None:
    first, last = int(match["year"]), int(match["to"])
    return Months(*match.span(), 9, 5, first, last) if last == first + 1 else None


_YEARS = r" (?P<year>{year}) ?[-–—/] ?(?P<to>{year})(?!\d)"

RULES: tuple[Rule[Months], ...] = (
    Rule(
        id="period.stage",
        needs=("time.stage",),
        pattern=r"(?<!\w){time.stage}" + _YEARS,
        produce=_years,
        accepts={"giai đoạn 2016–2020": "2016-01-01/2020-12-31"},
        refuses=("giai đoạn 2020–2016", "giai đoạn 1"),
    ),
    Rule(
        id="period.bracketed_years",
        needs=("time.year",),
        pattern=r"(?<!\w){time.year}(?: \(|, )(?:{time.stage} |{time.year} )?"
        r"(?P<year>{year}) ?[-–—] ?(?P<to>{year})(?!\d)",
        produce=_years,
        accepts={"tổng kết 10 năm (2010 - 2020)": "2010-01-01/2020-12-31"},
        refuses=("10 năm (2020)", "năm (2020-2010)"),
    ),
    Rule(
        id="period.from_to_years",
        needs=("time.year",),
        pattern=r"(?<!\w)từ (?:{time.year} )?(?P<year>{year}) đến (?:{time.year} )?(?P<to>{year})(?!\d)",
        produce=_years,
        accepts={
            "từ năm 2018 đến năm 2022": "2018-01-01/2022-12-31",
            "5 năm (từ 2018 đến 2022)": "2018-01-01/2022-12-31",
        },
        refuses=("từ năm 2022 đến năm 2018", "từ năm 2018 đến nay"),
    ),
    Rule(
        id="period.bare_years",
        needs=("time.year",),
        pattern=r"(?<![\w/.,–-])(?P<year>{year}) ?[-–] ?(?P<to>{year})(?![\w/]|[-–.,]\d)",
        produce=_years,
        accepts={"tổng kết phong trào 5 năm 2018-2022": "2018-01-01/2022-12-31"},
        refuses=("năm 2022-2018", "12/2018-2022 năm", "2018-2022/NQ năm"),
    ),
    Rule(
        id="period.term",
        needs=("time.term",),
        pattern=r"(?<!\w){time.term}" + _YEARS,
        produce=_years,
        accepts={"nhiệm kỳ 2020-2025": "2020-01-01/2025-12-31"},
        refuses=("nhiệm kỳ 2025",),
    ),
    Rule(
        id="period.school_year",
        needs=("time.school_year",),
        pattern=r"(?<!\w){time.school_year}" + _YEARS,
        produce=_school_year,
        accepts={"năm học 2019 - 2020": "2019-09-01/2020-05-31"},
        refuses=("năm học 2019", "năm học 2019–2023"),
    ),
    Rule(
        id="period.months",
        needs=("time.month",),
        pattern=r"(?<![\w.,/-])(?P<n>1[0-2]|0?[1-9]|{number_words}) {time.month}"
        r"(?: (?:(?P<first>{time.first})|(?P<last>{time.last})))?(?P<of_year>(?: của)? {time.year})?"
        r"(?: (?P<year>{year}))?(?!\w)",
        produce=_count_of_months,
        accepts={
            "5 tháng đầu năm 2020": "2020-01-01/2020-05-31",
            "sáu tháng cuối năm": "07-01/12-31",
            "9 tháng năm 2021": "2021-01-01/2021-09-30",
        },
        refuses=("trong 5 tháng", "13 tháng đầu năm", "1.5 tháng đầu năm"),
    ),
    Rule(
        id="period.first_months",
        needs=("time.month",),
        pattern=r"(?<!\w){period.review} (?:{period.work} ){0,2}(?P<n>0?[369]|{number_words}) {time.month}"
        r"(?=[,.;:)\n]| và |$)",
        produce=_first_months,
        accepts={
            "sơ kết 9 tháng, triển khai nhiệm vụ quý IV": "01-01/09-30",
            "đánh giá kết quả hoạt động 6 tháng, bàn việc tới": "01-01/06-30",
        },
        refuses=("sơ kết 9 tháng thực hiện đề án", "trong 9 tháng, cả nước thu"),
    ),
    Rule(
        id="period.half_year",
        needs=("time.half",),
        pattern=r"(?<!\w){time.half} (?:(?P<first>{time.first})|{time.last}) {time.year}"
        r"(?: (?P<year>{year}))?(?!\w)",
        produce=_half,
        accepts={"nửa đầu năm 2021": "2021-01-01/2021-06-30", "nửa cuối năm": "07-01/12-31"},
        refuses=("nửa năm", "nửa đầu tháng"),
    ),
    Rule(
        id="period.quarter",
        needs=("time.quarter",),
        pattern=r"(?<!\w){time.quarter} (?P<q>{quarter})(?!\w)"
        r"(?: ?[/\-–.,]? ?(?:của )?(?:{time.year} )?(?P<year>{year})(?!\d)| {time.year} nay| {time.year})?",
        produce=_quarter,
        accepts={"quý I/2021": "2021-01-01/2021-03-31", "quí 4 năm 2020": "2020-10-01/2020-12-31"},
        refuses=("quý khách", "quý V"),
    ),
    Rule(
        id="period.month",
        needs=("time.month",),
        pattern=r"(?<!\w){time.month} (?P<m>1[0-2]|0?[1-9])(?!\d)"
        r"(?:(?: ?[/\-–.] ?| {time.year} )(?P<year>{year})(?!\d))?",
        produce=_month,
        accepts={"tháng 6-2020": "2020-06-01/2020-06-30", "tháng 2 năm 2021": "2021-02-01/2021-02-28"},
        refuses=("tháng 13", "tháng này"),
    ),
    Rule(
        id="period.two_months",
        needs=("time.month",),
        pattern=r"(?<!\w){time.month} (?P<m>1[0-2]|0?[1-9]) và {time.month} (?P<to>1[0-2]|0?[1-9])(?!\d)"
        r"(?:(?: ?[/\-–.] ?| {time.year} )(?P<year>{year})(?!\d))?",
        produce=_two_months,
        accepts={"tháng 4 và tháng 5 năm 2018": "2018-04-01/2018-05-31"},
        refuses=("tháng 4 và tháng 6 năm 2018", "tháng 4 và 5 xã"),
    ),
    Rule(
        id="period.year",
        needs=("time.year",),
        pattern=r"(?<!\w){time.year} (?P<year>{year})(?!\d)",
        produce=_one_year,
        accepts={"năm 2020": "2020-01-01/2020-12-31"},
        refuses=("năm 20201", "năm nay"),
    ),
    Rule(
        id="period.season",
        needs=("time.season",),
        pattern=r"(?<!\w){time.season} (?P<year>{year})(?![\w/]| ?[-–/] ?\d)",
        produce=_one_year,
        accepts={"hội nghị tổng kết mùa giải 2018": "2018-01-01/2018-12-31"},
        refuses=("mùa giải 2018-2019", "mùa giải 2018/2019", "mùa giải 20181"),
    ),
    Rule(
        id="period.year_of_work",
        needs=("period.work_of_year",),
        pattern=r"(?<!\w)(?:{period.work_of_year}|{period.work_of_year.work}(?: [^\W\d_]+){1,3}) "
        r"(?P<year>{year})(?![\w/]| ?[-–] ?\d| {time.month})",
        produce=_year_of_work,
        accepts={
            "hội nghị tổng kết công tác 2020": "2020-01-01/2020-12-31",
            "Sở Y tế tổng kết công tác y tế 2021": "2021-01-01/2021-12-31",
        },
        refuses=("công tác 2020-2025", "công tác 20201", "công tác năm nay", "công tác y tế 2020-2025"),
    ),
    Rule(
        id="period.past_year",
        needs=("time.past_year",),
        pattern=r"(?<!\w)(?:{period.work}|{period.review}) (?P<past>{time.past_year})(?!\w)",
        produce=_past_year,
        accepts={"hội nghị tổng kết hoạt động năm qua": "01-01/12-31"},
        refuses=("tổng kết hoạt động năm năm qua", "tổng kết 5 năm qua", "Năm qua, Sở mở hai lớp"),
    ),
)


def read_periods(scanned: ScannedText, start: int, end: int) -> Iterator[PeriodReading]:
    """Periods in `[start, end)` of the text, in no particular order, overlaps included."""
    for rule, months in readings_of_patterns(RULES, scanned, start, end):
        yield PeriodReading(months, rule.id)


def _shown(months: Months) -> str:
    """First and last day, as the examples of the rules write them; without a year where none is printed."""
    first, last = (day.isoformat() for day in months.dates(months.year or 2000))
    return f"{first}/{last}" if months.year else f"{first[5:]}/{last[5:]}"


TABLE = RuleTable(
    name="periods",
    about="Stretches of time that are named; a period without a printed year takes it from elsewhere.",
    rules=RULES,
    read=lambda text: [(reading.rule, _shown(reading.months)) for reading in read_periods(scan(text), 0, len(text))],
)
