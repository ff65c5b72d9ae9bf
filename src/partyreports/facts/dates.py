"""When the meeting took place, among all the dates of an article."""

from partyreports.models import FoundDate
from partyreports.structure.furniture import Layout
from partyreports.structure.occasion import Occasion
from partyreports.text.lexicon import Lexicon
from partyreports.text.source import SourceText


def find_meeting_date(source: SourceText, layout: Layout, occasion: Occasion, lexicon: Lexicon) -> FoundDate | None:
    """First (and last) day of the reported meeting, or None."""
    return None
