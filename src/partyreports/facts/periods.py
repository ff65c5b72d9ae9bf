"""The period that a meeting reviews: “5 tháng đầu năm 2020”."""

from partyreports.models import FoundDate, Period
from partyreports.structure.furniture import Layout
from partyreports.structure.occasion import Occasion
from partyreports.text.lexicon import Lexicon
from partyreports.text.source import SourceText


def find_period(
    source: SourceText, layout: Layout, occasion: Occasion, date: FoundDate | None, lexicon: Lexicon
) -> Period | None:
    """The reporting period, or None."""
    return None
