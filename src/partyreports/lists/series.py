"""Series: markers that count on from one another, as nested lists of points with their extents.

A marker alone is nothing; one that follows its predecessor is a point. Markers of one shape form
chains ("1." – "2." – "3."), word markers of both styles one chain ("Một là", "Hai là", "Thứ ba").
A chain inside a point of another is nested in it. Numbers are kept as printed: gaps and repeats
stay, and become notes.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from partyreports.construct import construct
from partyreports.grammar.markers import Marker, Place
from partyreports.layout.article import Article
from partyreports.lists.extents import Ends, last_end, point_end
from partyreports.models import MarkerStyle, Note
from partyreports.notes import WithNotes
from partyreports.text.source import SourceText

_MAX_DISTANCE = 6000
"""Characters between two markers beyond which they are not of one list."""
_MAX_DEPTH = 8
"""Levels of lists below the outermost; what is nested deeper stays text of its point, with a note."""
_MAX_GAP = 2
"""How many numbers may be missing between two points of a list."""


class Item(NamedTuple):
    """A point of a series. Offsets count in the view."""

    marker: Marker
    number: int
    end: int
    children: "tuple[Series, ...]" = ()


class Series(NamedTuple):
    """A numbered list."""

    items: tuple[Item, ...]
    inline: bool


@dataclass(slots=True)
class _Chain:
    """Markers that count on, while they are being collected."""

    markers: list[Marker]
    numbers: list[int]

    @property
    def start(self) -> int:
        return self.markers[0].start

    @property
    def last(self) -> Marker:
        return self.markers[-1]


def find_series(article: Article, markers: tuple[Marker, ...]) -> WithNotes[tuple[Series, ...]]:
    """Top-level lists in reading order, nested ones inside their points.

    Args:
        article: the article.
        markers: candidates in reading order.
    """
    source, layout, lexicon = article.source, article.layout, article.lexicon
    chains = _chains(markers)
    lists = [chain for chain in chains if len(chain.markers) > 1]
    used = sorted([marker.start for chain in lists for marker in chain.markers])
    nesting = _Nesting(Ends(source, layout, lexicon, used))
    series = nesting.lists(lists, layout.end)
    notes = [note for one in series for note in _number_notes(source, one)]
    notes += [
        _note(source, "deep-nesting", f"A list {_MAX_DEPTH} levels down was left as text.", chain.markers[0])
        for chain in nesting.too_deep
    ]
    notes += _lone_notes(source, [m for chain in chains if len(chain.markers) == 1 for m in chain.markers])
    return WithNotes(tuple(series), tuple(notes))


# --- chains


def _chains(markers: tuple[Marker, ...]) -> list[_Chain]:
    """Markers that count on from one another, in the order of their first ones."""
    open_chains: dict[str, _Chain] = {}
    chains: list[_Chain] = []
    for marker in markers:
        keys = _keys(marker)
        # (what can only say 1 counts on from nothing)
        if marker.numbers != (1,) and _join_first([open_chains[key] for key in keys if key in open_chains], marker):
            continue
        if marker.number == 1 or _may_start_late(marker):
            chain = _Chain([marker], [marker.number])
            chains.append(chain)
            for key in keys:
                open_chains[key] = chain
    return chains


def _keys(marker: Marker) -> tuple[str, ...]:
    """Shapes that a marker may continue. “i)” is roman or the letter after h."""
    shape = marker.shape
    if shape in {"word", "bare"}:
        return ("word",)
    if len(marker.numbers) > 1 and shape[0] in "iI(":
        return (shape, shape.replace("i", "a").replace("I", "A"))
    return (shape,)


def _join_first(chains: list[_Chain], marker: Marker) -> bool:
    """Add a marker to the first of some chains that it counts on from, if there is one."""
    for chain in chains:
        number = _number_after(chain.numbers[-1], marker)
        if _counts_on(chain, marker, number):
            chain.markers.append(marker)
            chain.numbers.append(number)
            return True
    return False


def _number_after(last: int, marker: Marker) -> int:
    """The reading of `marker` that best counts on: the next number, else the first that is higher."""
    numbers = marker.numbers
    if len(numbers) == 1:
        return numbers[0]
    if last + 1 in numbers:
        return last + 1
    return next((number for number in numbers if number > last), marker.number)


def _counts_on(chain: _Chain, marker: Marker, number: int) -> bool:
    last = chain.last
    step = number - chain.numbers[-1]
    if marker.start - last.body > _MAX_DISTANCE:
        return False
    if marker.place is Place.CLAUSE and marker.line != last.line and not (step == 1 and marker.line - last.line <= 4):
        return False
    if step == 1:
        return True
    # Gaps and repeats need the surest place: a stray “Ba là” in a sentence is no third point.
    sure = marker.place is Place.LINE and last.place is Place.LINE
    if step == 0:
        return sure and number > 1 and marker.style is last.style
    return sure and 1 < step <= _MAX_GAP + 1 and marker.shape != "bare"


def _may_start_late(marker: Marker) -> bool:
    """A list may begin at two (its first point unmarked), if it begins a line."""
    return (
        marker.place is Place.LINE
        and 1 < marker.number <= 20
        and marker.style in {MarkerStyle.LA, MarkerStyle.THU, MarkerStyle.ARABIC}
    )


# --- nesting


class _Nesting:
    """Puts lists inside the points that hold them."""

    def __init__(self, ends: Ends) -> None:
        self._ends = ends
        self.too_deep: list[_Chain] = []
        """Lists that were left as text of the points that hold them."""

    def lists(self, chains: Iterable[_Chain], limit: int, around: tuple[_Chain, ...] = ()) -> list[Series]:
        """Lists of `chains`, each inside the point that holds it, in reading order.

        Args:
            chains: in any order.
            limit: the last points end there at the latest.
            around: the lists around these, outermost first.
        """
        if len(around) > _MAX_DEPTH:
            self.too_deep.extend(chains)
            return []
        result: list[Series] = []
        # A heap, because what runs on beyond the list that it began in is cut, and its rest put back.
        waiting = [(chain.start, i, chain) for i, chain in enumerate(chains)]
        heapify(waiting)
        while waiting:
            outer = heappop(waiting)[-1]
            inner: list[_Chain] = []
            while waiting and waiting[0][0] < outer.last.start:
                _, i, child = heappop(waiting)
                kept, rest = _cut(child, outer.last.start)
                inner.append(kept)
                if rest is not None:
                    heappush(waiting, (rest.start, i, rest))
            here = (*around, outer)
            tail: list[_Chain] = []
            reach = 0  # what begins within a list of the last point goes with it
            while waiting and (
                waiting[0][0] < reach
                or (waiting[0][-1].last.start < limit and self._in_last_point(here, inner, waiting[0][-1]))
            ):
                tail.append(heappop(waiting)[-1])
                reach = max(reach, tail[-1].last.start)
            following = waiting[0][-1].markers[0] if waiting else None
            result.append(self._series(here, inner, tail, self._limit(outer, following, limit)))
        return result

    def _in_last_point(self, here: tuple[_Chain, ...], inner: list[_Chain], chain: _Chain) -> bool:
        """Whether a list after the last marker of another is nested in that last point.

        It is if the point opens it (a colon, the same paragraph), or if it follows at once and the points
        before hold lists of the same shape: “II. …” with its own “1.” “2.” like “I. …” before it. A list
        that counts as one around it does is no part of it: “một là A; hai là B; một là C; hai là D”.
        """
        first = chain.markers[0]
        outer = here[-1]
        if (first.shape, first.style) in [(one.last.shape, one.last.style) for one in here]:
            return False
        if self._ends.opens(outer.last.body, first.start):
            return True
        if not self._ends.follows_at_once(outer.last.body, first.start):
            return False
        shape, _, parent = first.shape.partition(" of ")
        return parent.rpartition(".")[2] == str(outer.numbers[-1]) or any(
            shape == one.last.shape.partition(" ")[0] for one in inner
        )

    def _limit(self, outer: _Chain, following: Marker | None, limit: int) -> int:
        """Where a list, those in its last point included, ends at the latest: before its next sibling."""
        if following is None:
            return limit
        if following.place is Place.LINE:
            return min(limit, self._ends.source.line(following.line).start)
        return min(limit, point_end(self._ends, outer.last, following))

    def _series(self, here: tuple[_Chain, ...], inner: list[_Chain], tail: list[_Chain], limit: int) -> Series:
        outer = here[-1]
        held = _by_point(outer, inner) if inner else {}
        items: list[Item] = []
        inline = False
        for i, (marker, following) in enumerate(pairwise(outer.markers)):
            end = point_end(self._ends, marker, following)
            mine = tuple(self.lists(held[i], end, here)) if i in held else ()
            items.append(Item(marker, outer.numbers[i], end, mine))
            inline = inline or marker.line == following.line
        children = tuple(self.lists(tail, limit, here)) if tail else ()
        floor = children[-1].items[-1].end if children else 0
        siblings = [(item.marker.body, item.end) for item in items]
        end = max(floor, last_end(self._ends, outer.last, siblings, inline=inline, limit=limit, floor=floor))
        items.append(Item(outer.last, outer.numbers[-1], end, children))
        return Series(tuple(items), inline)


def _cut(chain: _Chain, at: int) -> tuple[_Chain, "_Chain | None"]:
    """The part of a chain before `at`, and the rest if it is a list."""
    if chain.last.start < at:
        return chain, None
    count = sum(marker.start < at for marker in chain.markers)
    rest = _Chain(chain.markers[count:], chain.numbers[count:])
    return _Chain(chain.markers[:count], chain.numbers[:count]), rest if len(rest.markers) > 1 else None


def _by_point(outer: _Chain, inner: list[_Chain]) -> dict[int, list[_Chain]]:
    """Inner lists by the index of the point that holds them; one that crosses a border is parted there."""
    held: dict[int, list[_Chain]] = {}
    starts = [marker.start for marker in outer.markers]
    for chain in inner:
        parts: dict[int, _Chain] = {}
        for marker, number in zip(chain.markers, chain.numbers, strict=True):
            part = parts.setdefault(bisect_right(starts, marker.start) - 1, _Chain([], []))
            part.markers.append(marker)
            part.numbers.append(number)
        for i, part in parts.items():
            if len(part.markers) > 1:
                held.setdefault(i, []).append(part)
    return held


# --- notes


def _number_notes(source: SourceText, series: Series) -> list[Note]:
    notes = []
    first = series.items[0]
    if first.number != 1:
        notes.append(_note(source, "starts-late", f"The list begins at {first.number}.", first.marker))
    for before, item in pairwise(series.items):
        step = item.number - before.number
        if step == 0:
            notes.append(_note(source, "number-repeat", f"Number {item.number} is printed twice.", item.marker))
        elif step > 1:
            missing = ", ".join(str(number) for number in range(before.number + 1, item.number))
            notes.append(
                _note(
                    source, "number-gap", f"Missing between {before.number} and {item.number}: {missing}.", item.marker
                )
            )
    for item in series.items:
        for child in item.children:
            notes += _number_notes(source, child)
    return notes


def _lone_notes(source: SourceText, markers: list[Marker]) -> list[Note]:
    """A word marker at the head of a line, followed by a comma or “là”, without a second one."""
    return [
        _note(
            source,
            "lone-marker",
            f"“{source.text[marker.start : marker.end]}” stands alone: no list was made of it.",
            marker,
        )
        for marker in markers
        if marker.shape == "word" and marker.place is Place.LINE and marker.body > marker.end
    ]


def _note(source: SourceText, code: str, message: str, marker: Marker) -> Note:
    return construct(Note, code=code, message=message, span=source.span(marker.start, marker.end))
