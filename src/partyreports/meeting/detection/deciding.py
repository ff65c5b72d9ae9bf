"""Whether the article reports a meeting that took place, and where it speaks of it.

No single cue decides: the signals of `meeting.signals` are weighed against one another.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from partyreports.layout.article import Article
from partyreports.layout.segmentation import Layout
from partyreports.meeting.detection.signals import SIGNALS
from partyreports.meeting.detection.telling import MAX_READ, Telling
from partyreports.meeting.mentions.finding import Stance
from partyreports.rules import Judge, weights
from partyreports.text.spans import Range

_MAX_CAPTIONS = 6
_JUDGE = Judge(weights("detection"), SIGNALS)
BAR = 0.15
"""Score (log-odds) above which a meeting is taken to be reported. A little above 0, as facts that are wrong are worse
than facts that are absent; a higher bar loses more reports than it keeps other articles out."""
SURE = 0.8
"""Score above which nine in ten articles report a meeting; of those between the bar and this one, less than half do."""
_NAMED_REASONS = 3
"""Signals that a report names as its reasons."""


@dataclass(frozen=True, slots=True)
class MeetingMentions:
    """The meeting as the article introduces it."""

    is_meeting: bool
    rule: str
    """Why it is one, or is none: the strongest signals for it, or against it."""
    mentions: tuple[Range, ...] = ()
    """Where the meeting is named or referred to (“Hội nghị giao ban …”): the lead and the text in reading order,
    then captions. Other meetings (in the name of a document, earlier ones, ones to come) are left out."""
    regions: tuple[Range, ...] = ()
    """Where the article tells what it reports on, surest first: lead, captions, first paragraphs."""
    telling: Telling | None = None
    """The sentences with their mentions."""
    is_sure: bool = True
    """Whether much says that there is one, or the caller does; what is told of a doubtful one needs clearer words."""


def detect_meeting(article: Article) -> MeetingMentions:
    """Recognise the meeting that the article reports.

    Args:
        article: the article; what its `meeting` says counts, if it is not None.
    """
    telling = Telling(article)
    mentions = _mentions(telling)
    regions = tuple(_regions(article.layout))
    if article.meeting is not None:
        return MeetingMentions(article.meeting, "meeting.given", mentions, regions, telling)
    found = _JUDGE.score(telling, article.without)
    is_meeting = found.value > BAR
    reasons = (found.reasons if is_meeting else found.against)[:_NAMED_REASONS]
    rule = "meeting." + ("+".join(name.removeprefix("meeting.") for name in reasons) or "no_signal")
    return MeetingMentions(is_meeting, rule, mentions, regions, telling, is_sure=found.value > SURE)


def _mentions(telling: Telling) -> tuple[Range, ...]:
    """Mentions of the meeting reported; talks, where nothing else is mentioned."""
    for stances in ((Stance.OWN, Stance.TOLD), (Stance.WEAK,)):
        found = tuple(Range(m.start, m.end) for m in telling.mentions if m.stance in stances)
        if found:
            return found
    return ()


def _regions(layout: Layout) -> Iterator[Range]:
    if layout.lead is not None:
        yield layout.lead
    yield from layout.captions[:_MAX_CAPTIONS]
    room = MAX_READ
    for paragraph in layout.body:
        length = paragraph.end - paragraph.start
        if paragraph != layout.lead:
            yield paragraph if length <= room else Range(paragraph.start, paragraph.start + room)
        room -= length
        if room <= 0:
            return
