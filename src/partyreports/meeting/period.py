"""The period that a meeting reviews, among all those that the article names."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from partyreports.construct import construct
from partyreports.grammar.periods import PeriodReading, read_periods
from partyreports.layout.article import Article
from partyreports.layout.segmentation import Layout
from partyreports.meeting.detection import MeetingMentions
from partyreports.models import FoundDate, Period
from partyreports.text.source import SourceText
from partyreports.text.spans import Range


def find_period(article: Article, occasion: MeetingMentions, date: FoundDate | None) -> Period | None:
    """The period that the meeting reviewed, from its name, the headline or the lead, or None.

    Args:
        article: the article.
        occasion: where the article speaks of the meeting; nothing is given for no meeting.
        date: the meeting's date, for a year that is not printed.
    """
    if not occasion.is_meeting:
        return None
    source, layout = article.source, article.layout
    places = chain(_places_of_the_name(source, layout, occasion), _head_of_the_lead(layout))
    readings = (reading for place in places for reading in _reviewed(source, read_periods(article, *place)))
    likeliest = next(readings, None)
    if likeliest is None:
        return None
    year = likeliest.months.year or _year_of_name(article, occasion) or _year_of(date) or _year_of(layout.published)
    if year is not None:
        return _period(source, likeliest, year)
    return next((_period(source, one, year) for one in readings if (year := one.months.year) is not None), None)


def _places_of_the_name(source: SourceText, layout: Layout, occasion: MeetingMentions) -> Iterator[Range]:
    """Where the meeting is named: the headline, and from the first mentions on."""
    if layout.title is not None:
        yield layout.title
    for mention in occasion.mentions[:4]:
        yield Range(mention.start, min(source.line_at(mention.start).end, mention.start + 260))


def _head_of_the_lead(layout: Layout) -> Iterator[Range]:
    """The place that is only read where neither headline nor name says the period."""
    if layout.lead:
        yield Range(layout.lead.start, min(layout.lead.end, layout.lead.start + 1200))


def _reviewed(source: SourceText, readings: Iterable[PeriodReading]) -> Iterator[PeriodReading]:
    """Those that a meeting may have reviewed, likeliest first.

    A period that is reviewed lies behind: “6 tháng cuối năm” beside “6 tháng đầu năm” is the plan.
    """
    for reading in sorted(readings, key=lambda reading: (_rank(reading), reading.months.start)):
        if _rank(reading) < _SUBJECT and not _is_future(source, reading):
            yield reading


def _year_of_name(article: Article, occasion: MeetingMentions) -> int | None:
    """The year printed with any period where the meeting is named: “6 tháng đầu năm” … “kế hoạch năm 2020”."""
    places = _places_of_the_name(article.source, article.layout, occasion)
    years = (reading.months.year for place in places for reading in read_periods(article, *place))
    return next(filter(None, years), None)


# Terms and stages (“nhiệm kỳ 2020–2025”) are subjects, not periods reviewed.
_SUBJECT = 4


def _rank(reading: PeriodReading) -> int:
    """Months before quarters before a month before a year."""
    order = {"period.months": 0, "period.half_year": 0, "period.quarter": 1, "period.month": 2, "period.year": 3}
    return order.get(reading.rule, _SUBJECT)


_PLANNED = re.compile(r"(?:nhiệm vụ|phương hướng|giải pháp|kế hoạch|triển khai|chương trình|định hướng)[^,.;]{0,24}$")


def _is_future(source: SourceText, reading: PeriodReading) -> bool:
    before = source.folded[max(0, reading.months.start - 40) : reading.months.start].rpartition("\n")[2]
    words = source.folded[reading.months.start : reading.months.end]
    return "cuối" in words or "còn lại" in words or _PLANNED.search(before) is not None


def _year_of(date: FoundDate | None) -> int | None:
    return date.value.year if date else None


def _period(source: SourceText, reading: PeriodReading, year: int) -> Period:
    first, last = reading.months.dates(year)
    text, span = source.quoted(reading.months.start, reading.months.end)
    rule = reading.rule if reading.months.year else reading.rule + "_year_inferred"
    return construct(Period, text=text, span=span, rule=rule, start=first, end=last)
