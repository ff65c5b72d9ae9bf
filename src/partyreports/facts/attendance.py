"""Who took part, and from how many places."""

from partyreports.models import Attendance, Person
from partyreports.structure.furniture import Layout
from partyreports.structure.occasion import Occasion
from partyreports.text.lexicon import Lexicon
from partyreports.text.source import SourceText


def find_attendance(
    source: SourceText, layout: Layout, occasion: Occasion, chairs: tuple[Person, ...], lexicon: Lexicon
) -> Attendance:
    """Connected sites, delegates, bodies and persons attending."""
    return Attendance()
