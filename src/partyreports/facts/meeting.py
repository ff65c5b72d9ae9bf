"""The meeting itself: name, kind, format, part of day, place."""

from partyreports.models import FoundDate, Meeting, Period
from partyreports.structure.furniture import Layout
from partyreports.structure.occasion import Occasion
from partyreports.text.lexicon import Lexicon
from partyreports.text.source import SourceText


def find_meeting(
    source: SourceText,
    layout: Layout,
    occasion: Occasion,
    date: FoundDate | None,
    period: Period | None,
    lexicon: Lexicon,
) -> Meeting:
    """What the article says of the meeting as such."""
    return Meeting(date=date, period=period)
