"""Sections: each series with the sentence that introduces it, its role and its declared count."""

from partyreports.models import Section
from partyreports.notes import Noted
from partyreports.structure.furniture import Layout
from partyreports.structure.series import Series
from partyreports.text.lexicon import Lexicon
from partyreports.text.source import SourceText


def find_sections(
    source: SourceText, layout: Layout, series: tuple[Series, ...], lexicon: Lexicon
) -> Noted[tuple[Section, ...]]:
    """Sections of the article in reading order."""
    return Noted(())
