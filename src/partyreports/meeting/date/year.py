"""The meeting's date with its year: printed with it, or found elsewhere in the article, or given by the caller."""

import datetime
import re
from collections.abc import Iterator

from partyreports.construct import construct
from partyreports.grammar.dates import DateReading, find_dates, find_months
from partyreports.layout.article import Article
from partyreports.meeting.date.candidate import DateCandidate
from partyreports.models import FoundDate, PartialDate


def found_date(article: Article, best: DateCandidate) -> FoundDate | None:
    """The date as the report gives it; None for “sáng nay” where no day of publication is known.

    Args:
        article: the article.
        best: its date that is the meeting's.
    """
    reading = best.reading
    if reading is None:
        return _relative_date(article, best)
    value, rule = _with_year(article, best, reading)
    last = reading.last
    if last is not None and last.year is None and value.year is not None:
        last = _in_year(last, value.year + ((last.month or 0) < (value.month or 0)))
    words = article.source.found(reading.start, reading.end, rule)
    return construct(FoundDate, text=words.text, span=words.span, rule=rule, value=value, last=last, time=None)


def _relative_date(article: Article, best: DateCandidate) -> FoundDate | None:
    """“Sáng nay”, “hôm qua”, counted from the day of publication."""
    printed = article.layout.published.value.to_date() if article.layout.published else None
    published = printed or article.published
    if published is None or best.now is None:
        return None
    days = int(best.now.value or 0)
    if published.toordinal() <= days:
        return None  # (before the first day of the calendar)
    day = published - datetime.timedelta(days=days)
    rule = "date.relative_to_dateline" if printed else "date.relative_to_given_publication"
    words = article.source.found(best.now.start, best.now.end, rule)
    value = construct(PartialDate, year=day.year, month=day.month, day=day.day)
    return construct(FoundDate, text=words.text, span=words.span, rule=rule, value=value, last=None, time=None)


def _with_year(article: Article, best: DateCandidate, reading: DateReading) -> tuple[PartialDate, str]:
    """The date with its year, and the rule that found the year."""
    value = reading.value
    if value.year is not None:
        return value, "date.printed"
    for mention in best.mentions:
        for month in find_months(article, mention.start, best.sentence.end):
            if month.value.month == value.month and not _NAME_END.search(
                article.source.folded, mention.end, month.start
            ):
                return _in_year(value, month.value.year), "date.year_of_meeting_name"
    for caption in article.layout.captions:
        for other in find_dates(article, *caption):
            if other.value.year and (other.value.month, other.value.day) == (value.month, value.day):
                return _in_year(value, other.value.year), "date.year_of_caption"
    for published, rule in _publications(article):
        return _in_year(value, _year_not_after(value, published)), rule
    return value, "date.without_year"


# What ends a meeting's name before the month in “hội nghị tháng 8/2022”.
_NAME_END = re.compile(r"[,.;:()]")


def _publications(article: Article) -> Iterator[tuple[PartialDate, str]]:
    """Dates of publication with a year, the printed one first."""
    printed = article.layout.published
    if printed is not None and printed.value.year is not None:
        yield printed.value, "date.year_of_dateline"
    if (given := article.published) is not None:
        value = construct(PartialDate, year=given.year, month=given.month, day=given.day)
        yield value, "date.year_from_given_publication"


def _year_not_after(value: PartialDate, published: PartialDate) -> int:
    """The last year in which the day was not after the day of publication; a day or two may be a slip."""
    year = published.year or 0
    day_of_year = 31 * (value.month or 1) + (value.day or 1)
    published_day = 31 * (published.month or 12) + (published.day or 31)
    return year - 1 if day_of_year > published_day + _SLIP else year


_SLIP = 2
"""Days by which a dateline may be before the meeting: a page made ahead, a clock set wrong."""


def _in_year(value: PartialDate, year: int | None) -> PartialDate:
    """The date in a year, if the calendar has it (29 February)."""
    try:
        return PartialDate(year=year, month=value.month, day=value.day)
    except ValueError:
        return value
