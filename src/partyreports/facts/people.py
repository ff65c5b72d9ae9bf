"""Who chaired the meeting."""

from partyreports.models import Person
from partyreports.structure.furniture import Layout
from partyreports.structure.occasion import Occasion
from partyreports.text.lexicon import Lexicon
from partyreports.text.source import SourceText


def find_chairs(source: SourceText, layout: Layout, occasion: Occasion, lexicon: Lexicon) -> tuple[Person, ...]:
    """Those said to chair, in reading order, each once."""
    return ()
