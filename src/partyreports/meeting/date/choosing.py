"""When the meeting took place, among all the dates of an article.

Dates of documents, deadlines, anniversaries, other meetings and the meeting's own look alike; what stands around
them tells them apart. Each date is judged by the signals below, whose weights `tools/fit_date.py` has fitted from
annotated articles; the likeliest wins, if it is likely at all. “Sáng nay” and “hôm qua” are judged as dates are.

A year that is not printed with the date comes from the meeting's own name if that carries the same month, from a
caption with the same day, from the dateline, or from the date of publication that the caller gave; from nowhere else.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from partyreports.grammar.dates import MAY_BEGIN, DateReading, find_dates
from partyreports.grammar.sentences import sentences
from partyreports.layout.article import Article, article_of
from partyreports.layout.segmentation import find_layout
from partyreports.meeting.date.candidate import DateCandidate, DatePlace
from partyreports.meeting.date.measures import (
    follows_mention,
    is_held_on,
    is_of_something_else,
    is_preparatory,
    now_of_meeting,
    now_told,
    stands_at_meeting,
)
from partyreports.meeting.date.signals import SIGNALS
from partyreports.meeting.date.year import found_date
from partyreports.meeting.detection.deciding import MeetingMentions, detect_meeting
from partyreports.models import FoundDate, FoundPassage, PartialDate, PartOfDay
from partyreports.rules import Judge, RuleTable, Score, weights
from partyreports.text.cues import Cue
from partyreports.text.scanned import scan
from partyreports.text.spans import Range

_PARAGRAPH = 3000
"""Characters of a paragraph, from its head, that are searched: articles in one line are cut there."""
_MOST = 80
"""Dates that are judged; an article with more is a table or a chronicle after its first ones."""


_JUDGE = Judge(weights("meeting_date"), SIGNALS)


@dataclass(frozen=True, slots=True)
class MeetingDate:
    """Date and part of day of the meeting, each with the words that say it."""

    date: FoundDate | None = None
    part_of_day: PartOfDay | None = None
    part_words: FoundPassage | None = None


# --- the date


def find_date(article: Article, mentions: MeetingMentions) -> MeetingDate:
    """First (and last) day of the reported meeting, and its part of day.

    Args:
        article: the article.
        mentions: where the article names the meeting; nothing is given for no meeting.
    """
    if not mentions.is_meeting:
        return MeetingDate()
    judged = [(_JUDGE.score(date, article.without), date) for date in date_candidates(article, mentions)]
    likely = _likely(judged, is_sure=mentions.is_sure)
    if not likely:
        return _only_part(article, judged)
    proper = [pair for pair in likely if not is_preparatory(pair[1])]  # a congress begins after its “phiên trù bị”
    _, best = max(proper or likely, key=lambda pair: (pair[0].value, -pair[1].start))
    best = _day_of_publication(best, judged) or best
    part = _part_said(best, likely)
    best = _with_printed_year(_whole_span(best, judged), likely)
    words = part and article.source.found(part.start, part.end, "part_of_day.beside_date")
    return MeetingDate(found_date(article, best), PartOfDay(str(part.value)) if part else None, words)


def _likely(judged: list[tuple[Score, DateCandidate]], *, is_sure: bool) -> list[tuple[Score, DateCandidate]]:
    likely = [(one, date) for one, date in judged if one.value > LIKELY]
    if likely or not is_sure or any(now_of_meeting(date) or now_told(date) for _, date in judged):
        return likely
    return [(one, date) for one, date in judged if one.value > LIKELY_IF_HELD and is_held_on(date)]


LIKELY = -0.2
"""Log-odds from which on the likeliest date is taken; `tools/fit_date.py` says what others give on unseen articles."""

LIKELY_IF_HELD = -1.2
"""The same for a date right behind the meeting's name or the verb of holding it, where nothing else says when."""


def _only_part(article: Article, judged: list[tuple[Score, DateCandidate]]) -> MeetingDate:
    """“Sáng nay, … hội nghị” where no date is likely: part of day, and the day if that of publication is known."""
    dates = [date for _, date in judged]
    told = [date for date in dates if now_of_meeting(date)] or [date for date in dates if now_told(date)]
    if not told:
        return MeetingDate()
    part = _part_said(told[0], [])
    words = part and article.source.found(part.start, part.end, "part_of_day.beside_date")
    return MeetingDate(found_date(article, told[0]), PartOfDay(str(part.value)) if part else None, words)


def _day_of_publication(best: DateCandidate, judged: list[tuple[Score, DateCandidate]]) -> DateCandidate | None:
    """“Tại cuộc họp báo | sáng nay |, ông An nói bão vào bờ đêm 19/9”: it stands at the meeting, the date does not."""
    if best.reading is None or stands_at_meeting(best):
        return None
    for _, date in judged:
        if not now_of_meeting(date) or not stands_at_meeting(date) or date.start > best.start:
            continue
        if follows_mention(date) or date.sentence != best.sentence:
            return date
        if any(date.end <= mention.start <= best.start for mention in date.mentions):
            return date  # (“Hôm nay, lúc 8 giờ ngày 5/3, Hội đồng họp” tells one day)
    return None


def _with_printed_year(best: DateCandidate, likely: list[tuple[Score, DateCandidate]]) -> DateCandidate:
    """Another likely mention of the same day that prints the year, where this one does not."""
    if best.reading is None or best.reading.value.year is not None or best.reading.last is not None:
        return best
    return next(
        (date for _, date in likely if date.reading and date.reading.value.year and _is_same_day(date, best)), best
    )


def date_candidates(article: Article, mentions: MeetingMentions) -> list[DateCandidate]:
    """Everything in captions and body that may say when the meeting was, in reading order within each."""
    named = sorted(mentions.mentions)
    printed = article.layout.published
    published = Range(0, 0) if printed is None else article.source.range_of(printed.span)
    places = _places(article)
    found = list(islice((date for place in places for date in _in_place(article, named, place, published)), _MOST))
    counts = Counter(_month_and_day(date.reading.value) for date in found if date.reading)
    is_alone = len(counts) == 1 and not any(map(now_told, found))
    return [
        replace(date, is_repeated=counts[_month_and_day(date.reading.value)] > 1, is_alone=is_alone)
        if date.reading
        else date
        for date in found
        if not is_of_something_else(date)
    ]


def _places(article: Article) -> Iterator[DatePlace]:
    """Paragraphs and captions in which a date or a word for a day may stand."""
    layout, folded = article.layout, article.source.folded
    number = article.lexicon.compile(MAY_BEGIN)
    lead, nows = layout.lead, article.cues.starts((_NOW,)).among([*layout.body, *layout.captions])
    for order, paragraph in enumerate(layout.body):
        if paragraph in nows or number.search(folded, *paragraph):
            yield DatePlace(_head(paragraph), paragraph == lead, is_caption=False, order=order)
    for order, caption in enumerate(layout.captions):
        if caption in nows or number.search(folded, *caption):
            yield DatePlace(_head(caption), is_lead=False, is_caption=True, order=order)


_NOW = "time.now"
_NOT_TODAY = ("time.now.same_day",)
"""“cùng ngày” is the day of another date, “hiện nay” no day at all."""


def _head(paragraph: Range) -> Range:
    return Range(paragraph.start, min(paragraph.end, paragraph.start + _PARAGRAPH))


def _in_place(article: Article, named: list[Range], place: DatePlace, published: Range) -> Iterator[DateCandidate]:
    """Dates of a paragraph but that of publication, each with its sentence."""
    readings = list(find_dates(article, *place.stretch))
    nows = [now for now in article.cues.within(_NOW, *place.stretch) if now.entry.id not in _NOT_TODAY]
    if not readings and not nows:
        return
    following = iter(sentences(article.source, *place.stretch))
    sentence = next(following, place.stretch)
    for start, end, reading, now in _paired(readings, nows):
        if published.start <= start < published.end:
            continue  # “(TTXVN 5/6/2021) Hôm qua, …”
        while sentence.end <= start:
            sentence = next(following, Range(end, place.stretch.end))
        mentions = named[bisect_left(named, (sentence.start,)) : bisect_left(named, (sentence.end,))]
        yield DateCandidate(article, tuple(mentions), sentence, place, start, end, reading, now)


def _paired(readings: list[DateReading], nows: list[Cue]) -> list[tuple[int, int, DateReading | None, Cue | None]]:
    """Dates and words for days, those that stand together as one: “sáng nay (5/6)”, “hôm qua, 21/4”."""
    pairs: list[tuple[int, int, DateReading | None, Cue | None]] = []
    left = list(nows)
    for reading in readings:
        beside = next((now for now in left if 0 <= reading.start - now.end <= _BESIDE), None)
        if beside is not None:
            left.remove(beside)
        pairs.append((reading.start, reading.end, reading, beside))
    pairs += [(now.start, now.end, None, now) for now in left]
    return sorted(pairs, key=lambda pair: pair[0])


_BESIDE = 8
"""Characters between “sáng nay” and its date: “, ngày ”, “ (ngày ”."""


def _whole_span(best: DateCandidate, judged: list[tuple[Score, DateCandidate]]) -> DateCandidate:
    """A span of days, in a sentence that names the meeting, that holds the best date: it begins on its first day."""
    if best.reading is None or best.reading.last is not None:
        return best
    day = _month_and_day(best.reading.value)
    for found, date in judged:
        reading = date.reading
        if reading is None or reading.last is None or not date.mentions or found.value < _SPAN:
            continue
        if _month_and_day(reading.value) <= day <= _month_and_day(reading.last):
            return date
    return best


_SPAN = -3.0
"""Log-odds below which a span of days is not the meeting's, though it holds its date."""


class _PartWords(NamedTuple):
    """Where a part of day is said."""

    start: int
    end: int
    value: str


def _part_said(best: DateCandidate, likely: list[tuple[Score, DateCandidate]]) -> Cue | _PartWords | None:
    """The part of day beside the date, else beside another mention of the same day.

    Where the date is not said of a meeting (“Rạng sáng 31/1, tổ chức ấy tuyên bố …”), other mentions are asked first.
    """
    others = [
        date
        for _, date in likely
        if date is not best and date.mentions and _is_same_day(date, best) and date.place.order < _TOLD_AGAIN
    ]
    if (later := _later_that_day(best)) is not None:
        return later
    for date in (best, *others) if best.mentions else (*others, best):
        part = date.article.cues.first_within("time.part_of_day", date.opening, date.start)
        if part is None and date.now is not None:
            part = date.article.cues.first_within("time.part_of_day", date.now.start, date.now.end)
        if part is not None:
            return part
    return _glued_part(best)


_TOLD_AGAIN = 6
"""Paragraphs from the beginning in which the same day may be told again with the meeting's part of day."""


def _later_that_day(best: DateCandidate) -> Cue | None:
    """“Sáng 5/3, đoàn đi thăm khu dân cư. | Chiều cùng ngày |, đoàn có buổi làm việc”: the date is of what came before.

    Only where the date's own sentence names no meeting, or names it behind “chiều cùng ngày”.
    """
    cues, folded = best.article.cues, best.article.source.folded
    limit = min(best.place.stretch.end, best.sentence.end + _NEXT_SENTENCE)
    for same in cues.within("time.now", best.end, limit):
        part = cues.ending_at("time.part_of_day", same.start)
        if same.entry.id not in _NOT_TODAY or part is None or part.start < best.end:
            continue
        before = range(best.sentence.start, part.start)
        named = any(mention.start in before for mention in best.mentions)
        behind = folded[same.end : same.end + 1] in {",", " "}
        return part if behind and not named and cues.any_within("meeting.noun", same.end, limit) else None
    return None


_NEXT_SENTENCE = 200
"""Characters behind the date's sentence in which the meeting is told of the same day."""


def _glued_part(date: DateCandidate) -> _PartWords | None:
    """“Kỳ họp thứ 8 HĐND xãSáng 5/3, …”: the space before it is lost."""
    article = date.article
    found = article.lexicon.compile(_GLUED_PART).search(article.source.folded, max(0, date.start - _GLUED), date.start)
    if found is None or not article.source.text[found.start(1)].isupper():
        return None
    return _PartWords(*found.span(1), str(article.lexicon.values("time.part_of_day")[found[1]]))


_GLUED_PART = r"(?<=[^\W\d_])({time.part_of_day}) (?:{time.day} )?$"
_GLUED = 16
"""Characters of “Chiều ngày ”."""


def _is_same_day(date: DateCandidate, best: DateCandidate) -> bool:
    """Whether two candidates say the same single day; a span of days is never the same as another one."""
    if date.reading is None or best.reading is None:
        return date.reading is best.reading
    if date.reading.last is not None or best.reading.last is not None:
        return False
    return _month_and_day(best.reading.value) == _month_and_day(date.reading.value)


def _month_and_day(date: PartialDate) -> tuple[int, int]:
    return date.month or 0, date.day or 0


# --- examples


def _signals_in(text: str) -> list[tuple[str, float]]:
    """Signals of all dates of an article, for the examples."""
    scanned = scan("Tin\n\n" + text)
    article = article_of(scanned, find_layout(scanned), meeting=True)
    dates = date_candidates(article, detect_meeting(article))
    return [(signal.id, strength) for date in dates for signal in SIGNALS if (strength := signal.measure(date))]


TABLE = RuleTable(
    name="meeting_date",
    about="Signals that tell the meeting's date from other dates; their weights are fitted.",
    rules=SIGNALS,
    read=_signals_in,
)
