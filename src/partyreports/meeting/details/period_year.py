"""The year of a period that prints none, and whether a meeting of that day could look back on it."""

from partyreports.grammar.periods import PeriodReading
from partyreports.layout.article import Article
from partyreports.models import FoundDate, MeetingKind


def year_after(reading: PeriodReading, readings: list[PeriodReading]) -> int | None:
    """The year that a later period of the sentence prints: “6 tháng đầu năm … 6 tháng cuối năm | 2020”."""
    if reading.rule == PAST_YEAR:
        return None  # “tổng kết hoạt động năm qua, triển khai nhiệm vụ năm 2022”
    later = (one for one in readings if one.months.start > reading.months.start and one.rule not in _NO_YEARS)
    return next((one.months.year for one in later if one.months.year), None)


PAST_YEAR = "period.past_year"
"""“tổng kết hoạt động | năm qua |”."""
_NO_YEARS = {
    "period.term",
    "period.bare_years",
    "period.from_to_years",
    "period.stage",
    "period.school_year",
    "period.bracketed_years",
}


def year_of(article: Article, reading: PeriodReading, date: FoundDate | None) -> int | None:
    """The year of the meeting or of the publication; the one before if the period had not begun by then.

    None if the period would then have ended long before: “hội thảo tháng 11” of an article of August is to come.
    """
    printed = article.layout.published
    for value in (date.value if date else None, printed.value if printed else None):
        if value is not None and value.year is not None:
            return _year_by(reading, value.year, value.month)
    return _year_by(reading, article.published.year, article.published.month) if article.published else None


_MONTHS_LATER = 6
"""Months after its end by which a period is reviewed at the latest: the year before is reviewed by June."""


_DECEMBER = 12
_UNTIL_MARCH = 3
"""Months in which “năm qua” is the year before."""


def _year_by(reading: PeriodReading, year: int, month: int | None) -> int | None:
    """The year of a period that is looked back on in a month of `year`."""
    if reading.rule == PAST_YEAR:
        if month is None or _UNTIL_MARCH < month < _DECEMBER:
            return None
        return year if month == _DECEMBER else year - 1
    if month is None or reading.months.first_month <= month:
        return year
    last = reading.months.dates(year)[1].month
    return year - 1 if month + 12 - last <= _MONTHS_LATER else None


def is_out_of_time(article: Article, reading: PeriodReading, year: int, date: FoundDate | None) -> bool:
    """Whether a meeting of that day would not look back on a period: it had long to go, or was over long before.

    “sơ kết giữa kỳ chương trình | giai đoạn 2021–2025 |” in 2023; “phiên họp | tháng 6/2018 |” in March 2019.
    """
    printed = article.layout.published
    known = next((one.value for one in (date, printed) if one is not None and one.value.year is not None), None)
    if known is None or known.year is None:
        return False
    last = reading.months.dates(year)[1]
    if known.month == 1 and known.year == last.year and _is_summed_up(article, reading):
        return False  # “hội nghị tổng kết công tác năm 2020, tổ chức ngày 7/1/2020”: the date has last year's number
    to_go = 12 * (last.year - known.year) + last.month - (known.month or last.month)
    months = 12 * (last.year - year) + last.month - reading.months.first_month + 1
    if months > _A_YEAR:
        return to_go > _MONTHS_EARLIER_OF_YEARS or -to_go > _MONTHS_LATER_OF_YEARS
    return to_go > (_MONTHS_EARLIER if months > _HALF_A_YEAR else 1) or -to_go > _MONTHS_LATER + months


_A_YEAR = 12
_HALF_A_YEAR = 6


def _is_summed_up(article: Article, reading: PeriodReading) -> bool:
    """“tổng kết công tác | năm 2020 |”, “tổng kết ngành nông nghiệp | năm 2020 |”."""
    start = reading.months.start
    kinds = article.cues.within("meeting.kind", max(0, start - _SUMMED_UP), start)
    return any(kind.value == MeetingKind.TONG_KET.value for kind in kinds)


_SUMMED_UP = 60
"""Characters between “tổng kết” and the year."""
_MONTHS_EARLIER = 4
"""Months before its end by which a period is reviewed at the earliest: a year from August on."""
_MONTHS_LATER_OF_YEARS = 30
"""Months after its end by which several years are looked back on at the latest."""
_MONTHS_EARLIER_OF_YEARS = 9
"""The same for several years: those until 2020 from March 2020 on."""


def is_over(reading: PeriodReading, year: int, date: FoundDate | None) -> bool:
    """Whether a period had ended by the day of the meeting, and not long before."""
    if date is None or date.value.year is None or date.value.month is None:
        return True
    later = 12 * (date.value.year - year) + date.value.month - reading.months.dates(year)[1].month
    return 0 <= later <= _MONTHS_LATER
