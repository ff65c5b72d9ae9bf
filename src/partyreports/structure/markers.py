"""Ordinal markers: candidates for the beginning of a numbered point."""

from dataclasses import dataclass

from partyreports.models import MarkerStyle
from partyreports.notes import Noted
from partyreports.structure.furniture import Layout
from partyreports.text.lexicon import Lexicon
from partyreports.text.source import SourceText
from partyreports.text.tokens import WordReader


@dataclass(frozen=True, slots=True)
class Marker:
    """A candidate marker. Offsets count in the view."""

    start: int
    end: int
    body: int
    number: int
    style: MarkerStyle
    rule: str


def find_markers(source: SourceText, layout: Layout, lexicon: Lexicon, words: WordReader) -> Noted[tuple[Marker, ...]]:
    """Candidates in the article proper, in reading order."""
    return Noted(())
