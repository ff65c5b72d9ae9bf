"""Series: markers that count on from one another, as lists of points with their extents."""

from dataclasses import dataclass

from partyreports.notes import Noted
from partyreports.structure.furniture import Layout
from partyreports.structure.markers import Marker
from partyreports.text.lexicon import Lexicon
from partyreports.text.source import SourceText


@dataclass(frozen=True, slots=True)
class Item:
    """A point of a series. Offsets count in the view."""

    marker: Marker
    end: int
    children: "tuple[Series, ...]" = ()


@dataclass(frozen=True, slots=True)
class Series:
    """A numbered list."""

    items: tuple[Item, ...]
    inline: bool


def find_series(
    source: SourceText, layout: Layout, markers: tuple[Marker, ...], lexicon: Lexicon
) -> Noted[tuple[Series, ...]]:
    """Top-level lists in reading order, nested ones inside their points."""
    return Noted(())
