"""What the rooms for lists hand on: lists of points, nested, before they are given roles."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from partyreports.grammar.markers import Marker
from partyreports.models import MarkerStyle


class Item(NamedTuple):
    """A point of a list. Offsets count in the view."""

    marker: Marker
    """For a clause an empty one: `start`, `end` and `body` are where the clause begins."""
    number: int | None
    """None for a bullet or a clause."""
    end: int
    """Not before the end of the marker."""
    children: "tuple[Series, ...]" = ()


# Half the price of calling the class.
item_of: Callable[[tuple[Marker, int | None, int, "tuple[Series, ...]"]], Item] = partial(tuple.__new__, Item)


class Series(NamedTuple):
    """A list of points in reading order."""

    items: tuple[Item, ...]
    inline: bool
    """Whether points share a paragraph."""
    numbered: bool = True
    """False for bullets and clauses."""
    style: MarkerStyle = MarkerStyle.ARABIC
    """Style of the first marker."""
