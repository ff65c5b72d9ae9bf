"""The occasion: whether the article reports on a meeting, and where it names it."""

from dataclasses import dataclass

from partyreports.structure.furniture import Layout
from partyreports.text.lexicon import Lexicon
from partyreports.text.source import SourceText
from partyreports.text.spans import Range


@dataclass(frozen=True, slots=True)
class Occasion:
    """The meeting as the article introduces it."""

    is_meeting: bool
    rule: str
    """Why it is one, or is none."""
    mentions: tuple[Range, ...] = ()
    """Where the meeting is named or referred to (“Hội nghị giao ban …”), in reading order."""


def find_occasion(source: SourceText, layout: Layout, lexicon: Lexicon) -> Occasion:
    """Recognise the meeting that the article reports."""
    return Occasion(is_meeting=False, rule="occasion.none")
