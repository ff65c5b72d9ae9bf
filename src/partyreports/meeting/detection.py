"""The occasion: whether the article reports on a meeting that took place, and where it names it.

Signals are counted in the headline, the lead, the captions and the first paragraphs. Each is a
small fact about how meetings are reported (a chair before a meeting noun, "Sáng 5/3, … tổ chức hội
nghị", "phát biểu tại cuộc họp"), and some speak against it (a ceremony, an interview, a plan).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from partyreports.layout.article import Article
from partyreports.layout.segmentation import Layout
from partyreports.text.lexicon import Lexicon
from partyreports.text.patterns import spaced_words, whole_words
from partyreports.text.source import SourceText, fold
from partyreports.text.spans import Range, slice_between

_WINDOW = 5000
"""Characters of the article proper, from its beginning, that are searched."""
_REACH = 260
"""Characters around a meeting noun within which its verb, date or chair is looked for."""
_ENOUGH = 3
"""Points that make an article the report of a meeting."""


# "Sáng 5/3", "ngày 1-6", "chiều nay", "trong hai ngày": said of an event. The first word tells where to look.
_WHEN_HEADS = frozenset(("sáng", "trưa", "chiều", "tối", "đêm", "ngày", "hôm", "trong", "sau"))
_WHEN = re.compile(
    r"(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|(?:trong|sau) (?:\d|hai|ba|bốn|một) ngày)"
    r"(?: nay| qua| tối| ngày| và| \d|,)*[ (]*(?:\d{1,2} ?[/.-] ?\d{1,2}|nay|qua|\(\d|\d{1,2} tháng)"
)


class _Cues(NamedTuple):
    noun_or_when: "re.Pattern[str]"
    """A meeting noun, or the first word of what may be a date: both in one scan."""
    other_meeting: "re.Pattern[str]"
    event: "re.Pattern[str]"
    speech: "re.Pattern[str]"
    future: "re.Pattern[str]"
    unnamed: "re.Pattern[str]"
    unnamed_ends: tuple[str, ...]
    """The last words of what `unnamed` finds: quick to ask."""
    against: "re.Pattern[str]"
    kinds: "re.Pattern[str]"


@lru_cache(maxsize=8)
def _cues(lexicon: Lexicon) -> _Cues:
    def words(*groups: str) -> "re.Pattern[str]":
        """For `SourceText.spaced`."""
        return re.compile(spaced_words(form for group in groups for form in lexicon.forms(group)))

    unnamed = lexicon.forms("meeting.unnamed")
    return _Cues(
        noun_or_when=re.compile(spaced_words((*lexicon.forms("meeting.noun"), *_WHEN_HEADS))),
        other_meeting=words("meeting.other"),
        event=words("meeting.event_verb"),
        speech=words("meeting.speech_verb"),
        future=words("meeting.future"),
        unnamed=re.compile(whole_words(unnamed, end=r",? *(?:tại )?$")),
        unnamed_ends=("tại", *{fold(form).split()[-1] for form in unnamed}),
        against=words("meeting.against"),
        kinds=words("meeting.kind_in_title"),
    )


@dataclass(frozen=True, slots=True)
class MeetingMentions:
    """The meeting as the article introduces it."""

    is_meeting: bool
    rule: str
    """Why it is one, or is none: the signals that were counted."""
    mentions: tuple[Range, ...] = ()
    """Where the meeting is named or referred to (“Hội nghị giao ban …”), in reading order."""
    regions: tuple[Range, ...] = ()
    """Where the article tells what it reports on, surest first: lead, captions, first paragraphs."""


def detect_meeting(article: Article) -> MeetingMentions:
    """Recognise the meeting that the article reports.

    Args:
        article: the article.
        given: what the caller knows; None lets the signals decide.
    """
    source, layout, lexicon = article.source, article.layout, article.lexicon
    given = article.meeting
    cues = _cues(lexicon)
    regions = tuple(_regions(layout))
    mentions, whens = _mentions(source, regions, cues)
    signals = _signals(source, layout, mentions, whens, cues)
    score = sum(signals.values())
    names = "+".join(name for name, value in signals.items() if value) or "none"
    is_meeting = score >= _ENOUGH if given is None else given
    rule = f"occasion.{names}" if given is None else "occasion.given_by_caller"
    return MeetingMentions(is_meeting=is_meeting, rule=rule, mentions=tuple(mentions), regions=regions)


def _regions(layout: Layout) -> Iterator[Range]:
    if layout.lead is not None:
        yield layout.lead
    yield from layout.captions[:6]
    total = 0
    for paragraph in layout.body:
        if total > _WINDOW:
            break
        total += paragraph.end - paragraph.start
        if paragraph != layout.lead:
            yield Range(paragraph.start, min(paragraph.end, paragraph.start + _WINDOW))


def _mentions(source: SourceText, regions: tuple[Range, ...], cues: _Cues) -> tuple[list[Range], list[int]]:
    """Where meetings are named, and where dates of events begin (sorted)."""
    spaced = source.spaced
    mentions: list[Range] = []
    whens: list[int] = []
    for region in regions:
        limit = min(region.end, region.start + _WINDOW) + 1
        for match in cues.noun_or_when.finditer(spaced, region.start, limit):
            start, end = match.span()
            if spaced[start + 1 : end] in _WHEN_HEADS:
                if _WHEN.match(source.folded, start, region.end):
                    whens.append(start)
            elif cues.other_meeting.match(spaced, start) is None and not _is_unnamed(source, region, start, cues):
                mentions.append(Range(start, end - 1))
    whens.sort()
    return mentions, whens


def _is_unnamed(source: SourceText, region: Range, noun: int, cues: _Cues) -> bool:
    """“nhiều hội nghị”, “trước đó, tại hội nghị”: no meeting in particular, or another one."""
    before = source.folded[max(region.start, noun - 30) : noun]
    return before.rstrip(" ,").endswith(cues.unnamed_ends) and cues.unnamed.search(before) is not None


class _Tally:
    """Points for and against, by name, each bounded."""

    def __init__(self) -> None:
        self.points: dict[str, int] = {}

    def count(self, name: str, points: int, most: int) -> None:
        """Add points to a signal, to at most `most` either way."""
        self.points[name] = max(-most, min(most, self.points.get(name, 0) + points))


def _signals(
    source: SourceText, layout: Layout, mentions: list[Range], whens: list[int], cues: _Cues
) -> dict[str, int]:
    """Points for and against, by name."""
    tally = _Tally()
    for mention in mentions[:40]:
        _count_mention(source, mention, whens, cues, tally)
    if layout.title is not None:
        _count_headline(source, layout, layout.title, cues, tally)
    if not any(tally.points.get(name, 0) > 0 for name in ("dated_event", "chaired", "title", "dated", "event")):
        tally.count("only_referred_to", -2, 2)
    return tally.points


def _count_mention(source: SourceText, mention: Range, whens: list[int], cues: _Cues, tally: _Tally) -> None:
    """What stands around a mention: its verb, date, chair; or that it is still to come."""
    line = source.line_at(mention.start)
    # The words around it in the spaced view: one character further on, the space before each included.
    floor, limit = max(line.start, mention.start - _REACH), min(line.end, mention.end + _REACH)
    before = source.spaced[floor : mention.start + 1]
    after = source.spaced[mention.end : limit + 1]
    if cues.future.search(before[-61:]) or cues.future.search(after[:41]):
        # A congress to come is what meetings prepare; any other meeting to come is no report of it.
        if source.folded[mention.start : mention.end] != "đại hội":
            tally.count("future", -3, 6)
        return
    dated = bool(slice_between(whens, floor, mention.start) or slice_between(whens, mention.end, limit))
    event = cues.event.search(before[-111:]) is not None or cues.event.search(after[:61]) is not None
    if dated and event:
        tally.count("dated_event", 3, 3)
    elif event:
        tally.count("event", 1, 2)
    elif dated:
        tally.count("dated", 2, 2)
    if "chủ trì" in before[-90:] or "chủ trì" in after[:90] or before.endswith("điều hành "):
        tally.count("chaired", 2, 2)
    if before.endswith(("tại ", "dự ", "trong ")) or after.startswith((" đã ", " có ", " còn ", " được ", " do ")):
        tally.count("reference", 1, 3)
    if cues.speech.search(before[-61:]):
        tally.count("speech", 1, 2)


def _count_headline(source: SourceText, layout: Layout, title: Range, cues: _Cues, tally: _Tally) -> None:
    """What headline and opening say of the genre."""
    spaced = source.spaced
    headline = spaced[title.start : title.end + 1]
    if cues.kinds.search(headline):
        tally.count("title", 1, 1)
    if cues.future.search(headline):
        tally.count("announced", -4, 4)  # “Bộ trưởng sẽ chủ trì họp báo chiều nay”
    opening = [
        spaced[part.start : min(part.end, part.start + 400) + 1] for part in (layout.lead, *layout.body[:2]) if part
    ]
    for part in dict.fromkeys((headline, *opening)):
        if cues.against.search(part):
            tally.count("against", -2, 6)
