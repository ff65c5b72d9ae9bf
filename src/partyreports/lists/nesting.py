"""Nesting: which list stands inside which point.

What begins between two markers of a list stands in the point between them. What begins behind the last marker does
so only where something says it: the point opens it (a colon, a heading without a stop), its line is indented deeper,
its number goes on from the point's (“2.” with “2.1”), or the points before hold lists of the same shape.

    I. Kết quả
    1. Đủ kho.       in I: begins before II
    2. Đủ giá.
    II. Nhiệm vụ
    1. Rà soát.      in II: a heading opens it, and I holds a list of the same shape
    2. Báo cáo.

A list that runs on beyond the point that it began in is cut at the border. Each border is found by bisection and no
marker is copied, so a list that is cut by every list it crosses costs no more than its length.
"""

from bisect import bisect_right
from collections.abc import Iterable
from heapq import heapify, heappop, heappush
from itertools import pairwise

from partyreports.grammar.markers import Marker, Place
from partyreports.lists.chains import Chain, Stretch
from partyreports.lists.extents import point_end
from partyreports.lists.last_points import last_end
from partyreports.lists.paragraphs import Paragraphs
from partyreports.lists.values import Item, Series, item_of

MAX_DEPTH = 8
"""Levels of lists below the outermost; what is nested deeper stays text of its point, with a note."""


class Nesting:
    """Puts lists inside the points that hold them.

    Args:
        paragraphs: those of the article.
    """

    def __init__(self, paragraphs: Paragraphs) -> None:
        self._paragraphs = paragraphs
        self.too_deep: list[Stretch] = []
        """Lists that were left as text of the points that hold them."""

    def series(self, chains: Iterable[Chain], limit: int) -> list[Series]:
        """Top-level lists in reading order, the others inside their points.

        Args:
            chains: in any order.
            limit: the last points end there at the latest.
        """
        return self._lists([Stretch(chain, 0, len(chain.markers)) for chain in chains], limit, ())

    def _lists(self, stretches: Iterable[Stretch], limit: int, around: tuple[Stretch, ...]) -> list[Series]:
        """Lists of one level; `around` holds the lists around them, outermost first."""
        if len(around) > MAX_DEPTH:
            self.too_deep.extend(stretches)
            return []
        result: list[Series] = []
        # A heap, because what runs on beyond the list that it began in is cut, and its rest put back.
        waiting = [(stretch.start, i, stretch) for i, stretch in enumerate(stretches)]
        heapify(waiting)
        while waiting:
            outer = heappop(waiting)[-1]
            inner: list[Stretch] = []
            last = outer.last.start
            while waiting and waiting[0][0] < last:
                _, i, child = heappop(waiting)
                kept, rest = child.cut(last)
                inner.append(kept)
                if len(rest) > 1:
                    heappush(waiting, (rest.start, i, rest))
            here = (*around, outer)
            tail = self._tail(here, inner, waiting, limit)
            following = waiting[0][-1].chain.markers[waiting[0][-1].begin] if waiting else None
            result.append(self._series(here, inner, tail, self._limit(outer, following, limit)))
        return result

    def _tail(
        self, here: tuple[Stretch, ...], inner: list[Stretch], waiting: list[tuple[int, int, Stretch]], limit: int
    ) -> list[Stretch]:
        """Lists in the last point of a list, taken from those that wait: also those in the last point of such a list.

        “3.” holds “3.1” and “3.2”, and the “a)” that the last of them opens.
        """
        tail: list[Stretch] = []
        reach = 0  # what begins within a list of the last point goes with it
        # The lists whose last points are open, and the shapes of lists in them.
        path, shapes = here, [_shapes(inner) if inner else set()]
        depth = level = len(here)
        while waiting:
            stretch = waiting[0][-1]
            if stretch.start < reach:
                shapes[-1].add(_shape(stretch.last))
            elif stretch.last.start >= limit:
                break
            else:
                while depth >= level and not self._in_last_point(path, shapes[-1], stretch):
                    path = path[:-1]
                    del shapes[-1]
                    depth -= 1
                if depth < level:
                    break
                if depth <= MAX_DEPTH:
                    path = (*path, stretch)
                    shapes.append(set())
                    depth += 1
            tail.append(heappop(waiting)[-1])
            reach = max(reach, stretch.last.start)
        return tail

    def _in_last_point(self, here: tuple[Stretch, ...], shapes: set[str], stretch: Stretch) -> bool:
        """Whether a list after the last marker of another is nested in that last point.

        A list that counts as one around it does is no part of it (“một là A; hai là B; một là C; hai là D”), unless
        its chain was found to stand inside a point.
        """
        first = stretch.chain.markers[stretch.begin]
        outer = here[-1]
        last = outer.last
        paragraphs = self._paragraphs
        if stretch.begin == 0 and stretch.chain.inside and last.start < first.start:
            return paragraphs.opens(last, first) or (
                paragraphs.indents.deeper(first, last) and paragraphs.follows_at_once(last.body, first.start)
            )
        if (first.shape, first.style) == (last.shape, last.style) or any(
            (first.shape, first.style) == (one.last.shape, one.last.style) for one in here[:-1]
        ):
            return False
        if paragraphs.indents.differ(first, last) and paragraphs.follows_at_once(last.body, first.start):
            return paragraphs.indents.deeper(first, last)
        if last.place < Place.SENTENCE and paragraphs.is_past_sentence(last, first):
            return False
        return paragraphs.opens(last, first) or self._goes_with(outer, shapes, first)

    def _goes_with(self, outer: Stretch, shapes: set[str], first: Marker) -> bool:
        """Whether a list right behind a last point goes with it, though nothing opens it."""
        paragraphs = self._paragraphs
        shape, _, parent = first.shape.partition(" of ")
        is_of_shape = shape in shapes
        if not paragraphs.follows_at_once(outer.last.body, first.start):
            return is_of_shape and paragraphs.leads_to(outer.last, first)
        return (
            is_of_shape
            or parent.rpartition(".")[2] == str(outer.last_number)
            or paragraphs.is_heading_point(outer.last)
        )

    def _limit(self, outer: Stretch, following: Marker | None, limit: int) -> int:
        """Where a list, those in its last point included, ends at the latest: before its next sibling."""
        if following is None:
            return limit
        if following.place is Place.LINE:
            return min(limit, self._paragraphs.source.line(following.line).start)
        return min(limit, point_end(self._paragraphs, outer.last, following))

    def _series(self, here: tuple[Stretch, ...], inner: list[Stretch], tail: list[Stretch], limit: int) -> Series:
        outer = here[-1]
        held = _by_point(outer, inner) if inner else {}
        items: list[Item] = []
        inline = False
        for i, ((marker, number), (following, _)) in enumerate(pairwise(outer)):
            end = point_end(self._paragraphs, marker, following)
            mine = tuple(self._lists(held[i], end, here)) if i in held else ()
            items.append(item_of((marker, number, end, mine)))
            inline = inline or marker.line == following.line
        children = tuple(self._lists(tail, limit, here)) if tail else ()
        floor = children[-1].items[-1].end if children else 0
        siblings = [(item.marker.body, item.end) for item in items]
        last = outer.last
        end = last_end(self._paragraphs, last, siblings, inline=inline, limit=limit, floor=floor)
        end = max(floor, last.end, end)  # (a point without words ends with its marker)
        items.append(item_of((last, outer.last_number, end, children)))
        return Series(tuple(items), inline, numbered=True, style=items[0].marker.style)


def _shapes(stretches: Iterable[Stretch]) -> set[str]:
    return {_shape(one.last) for one in stretches}


def _shape(marker: Marker) -> str:
    """The shape of a marker without its parents: “2.1” and “3.1” are alike."""
    return marker.shape.partition(" ")[0]


def _by_point(outer: Stretch, inner: list[Stretch]) -> dict[int, list[Stretch]]:
    """Inner lists by the index of the point that holds them; one that crosses a border is parted there."""
    held: dict[int, list[Stretch]] = {}
    starts = [marker.start for marker, _ in outer]
    for stretch in inner:
        rest = stretch
        while len(rest) > 1:
            point = bisect_right(starts, rest.start) - 1
            border = starts[point + 1] if point + 1 < len(starts) else rest.last.start + 1
            part, rest = rest.cut(border)
            if len(part) > 1:
                held.setdefault(point, []).append(part)
    return held
