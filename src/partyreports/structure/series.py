"""Series: markers that count on from one another, as nested lists of points with their extents.

A marker alone is nothing; one that follows its predecessor is a point. Markers of one shape form
chains ("1." – "2." – "3."), word markers of both styles one chain ("Một là", "Hai là", "Thứ ba").
A chain inside a point of another is nested in it. Numbers are kept as printed: gaps and repeats
stay, and become notes.
"""

from dataclasses import dataclass
from typing import NamedTuple

from partyreports.models import MarkerStyle, Note
from partyreports.notes import Noted
from partyreports.structure.extents import Ends, last_end, point_end
from partyreports.structure.furniture import Layout
from partyreports.structure.markers import Marker, Place
from partyreports.text.lexicon import Lexicon
from partyreports.text.source import SourceText
from partyreports.text.spans import Range

_MAX_DISTANCE = 6000
"""Characters between two markers beyond which they are not of one list."""
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
    def last(self) -> Marker:
        return self.markers[-1]


def find_series(
    source: SourceText, layout: Layout, markers: tuple[Marker, ...], lexicon: Lexicon
) -> Noted[tuple[Series, ...]]:
    """Top-level lists in reading order, nested ones inside their points.

    Args:
        source: the article.
        layout: says which lines are the article proper.
        markers: candidates in reading order.
        lexicon: gives the cues at which a last point ends.
    """
    chains = _chains(markers)
    lists = [chain for chain in chains if len(chain.markers) > 1]
    used = {marker.start for chain in lists for marker in chain.markers}
    ends = Ends(source, layout, lexicon, tuple(sorted(used)))
    series = _nest(lists, ends, layout.end)
    notes = [note for one in series for note in _number_notes(source, one)]
    notes += _lone_notes(source, [m for chain in chains if len(chain.markers) == 1 for m in chain.markers])
    return Noted(tuple(series), tuple(notes))


# --- chains


def _chains(markers: tuple[Marker, ...]) -> list[_Chain]:
    open_chains: dict[str, _Chain] = {}
    chains: list[_Chain] = []
    for marker in markers:
        keys = _keys(marker)
        joined = next((key for key in keys if key in open_chains and _joins(open_chains[key], marker)), None)
        if joined is not None:
            chain = open_chains[joined]
            chain.numbers.append(_number_after(chain, marker))
            chain.markers.append(marker)
            continue
        if marker.number == 1 or _may_start_late(marker):
            chain = _Chain([marker], [marker.number])
            chains.append(chain)
            for key in keys:
                open_chains[key] = chain
    chains.sort(key=lambda chain: chain.markers[0].start)
    return chains


def _keys(marker: Marker) -> tuple[str, ...]:
    """Shapes that a marker may continue. “i)” is roman or the letter after h."""
    if marker.shape in {"word", "bare"}:
        return ("word",)
    if len(marker.numbers) > 1 and marker.shape[0] in "iI(":
        return (marker.shape, marker.shape.replace("i", "a").replace("I", "A"))
    return (marker.shape,)


def _number_after(chain: _Chain, marker: Marker) -> int:
    """The reading of `marker` that best counts on: the next number, else the first that is higher."""
    last = chain.numbers[-1]
    if last + 1 in marker.numbers:
        return last + 1
    return next((number for number in marker.numbers if number > last), marker.number)


def _joins(chain: _Chain, marker: Marker) -> bool:
    last = chain.last
    if marker.start - last.body > _MAX_DISTANCE:
        return False
    number = _number_after(chain, marker)
    step = number - chain.numbers[-1]
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


def _nest(chains: list[_Chain], ends: Ends, limit: int) -> list[Series]:
    """Lists of `chains` (sorted by their first marker), each inside the point that holds it."""
    result: list[Series] = []
    queue = list(chains)
    while queue:
        outer = queue.pop(0)
        inner: list[_Chain] = []
        last = outer.last.start
        # What begins between two points of a list is inside it; what runs on beyond is cut at the borders.
        while queue and queue[0].markers[0].start < last:
            child = queue.pop(0)
            kept, rest = _cut(child, last)
            inner.append(kept)
            if rest is not None:
                queue.append(rest)
                queue.sort(key=lambda chain: chain.markers[0].start)
        tail: list[_Chain] = []
        shapes = {chain.last.shape.partition(" ")[0] for chain in inner}
        while queue and queue[0].last.start < limit and _in_last_point(outer, queue[0], shapes, ends):
            tail.append(queue.pop(0))
        result.append(_series(outer, inner, tail, ends, limit))
    return result


def _in_last_point(outer: _Chain, chain: _Chain, shapes: set[str], ends: Ends) -> bool:
    """Whether a list after the last marker of another is nested in that last point.

    It is if the point opens it (a colon, the same paragraph), or if it follows at once and the points
    before hold lists of the same shape: “II. …” with its own “1.” “2.” like “I. …” before it.
    """
    first = chain.markers[0]
    if ends.opens(outer.last.body, first.start):
        return True
    if not ends.follows_at_once(outer.last.body, first.start):
        return False
    prefix = first.shape.partition(" of ")[2]
    return first.shape.partition(" ")[0] in shapes or prefix.rpartition(".")[2] == str(outer.numbers[-1])


def _cut(chain: _Chain, at: int) -> tuple[_Chain, "_Chain | None"]:
    """The part of a chain before `at`, and the rest if it is a list."""
    count = sum(marker.start < at for marker in chain.markers)
    rest = _Chain(chain.markers[count:], chain.numbers[count:])
    return _Chain(chain.markers[:count], chain.numbers[:count]), rest if len(rest.markers) > 1 else None


def _series(outer: _Chain, inner: list[_Chain], tail: list[_Chain], ends: Ends, limit: int) -> Series:
    items: list[Item] = []
    starts = [marker.start for marker in outer.markers]
    inline = any(one.line == two.line for one, two in zip(outer.markers, outer.markers[1:], strict=False))
    for i, marker in enumerate(outer.markers[:-1]):
        mine = [part for chain in inner if (part := _between(chain, marker.start, starts[i + 1])) is not None]
        end = point_end(ends, marker, outer.markers[i + 1])
        items.append(Item(marker, outer.numbers[i], end, tuple(_nest(mine, ends, end)) if mine else ()))
    children = tuple(_nest(tail, ends, limit))
    floor = max((child.items[-1].end for child in children), default=0)
    siblings = [Range(item.marker.body, item.end) for item in items]
    end = max(floor, last_end(ends, outer.last, siblings, inline=inline, limit=limit, floor=floor))
    items.append(Item(outer.last, outer.numbers[-1], end, children))
    return Series(tuple(items), inline)


def _between(chain: _Chain, start: int, end: int) -> "_Chain | None":
    """The markers of a chain in `[start, end)`, if they are a list."""
    pairs = [(m, n) for m, n in zip(chain.markers, chain.numbers, strict=True) if start <= m.start < end]
    return _Chain([m for m, _ in pairs], [n for _, n in pairs]) if len(pairs) > 1 else None


# --- notes


def _number_notes(source: SourceText, series: Series) -> list[Note]:
    notes = []
    first = series.items[0]
    if first.number != 1:
        notes.append(_note(source, "starts-late", f"The list begins at {first.number}.", first.marker))
    for before, item in zip(series.items, series.items[1:], strict=False):
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
    return Note(code=code, message=message, span=source.span(marker.start, marker.end))
