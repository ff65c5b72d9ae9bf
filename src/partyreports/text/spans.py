"""Half-open ranges of code points, as plain tuples for the hot path, and sets of them.

`Range` counts in the analysed view of a `SourceText`; the public `models.Span` counts in the
caller's own string. Only `SourceText` turns one into the other.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple


class Range(NamedTuple):
    """Half-open range `[start, end)` in the analysed view."""

    start: int
    end: int


def merge(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sort ranges and join those that touch or overlap; empty ones vanish.

    >>> merge([(5, 7), (0, 3), (3, 4), (6, 9), (2, 2)])
    [(0, 4), (5, 9)]
    """
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            if end > merged[-1][1]:
                merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def gaps(merged: Iterable[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """What `merged` (sorted, disjoint) leaves free in `[0, length)`.

    >>> list(gaps([(2, 4), (6, 8)], 10))
    [(0, 2), (4, 6), (8, 10)]
    """
    position = 0
    for start, end in merged:
        if position < start:
            yield position, start
        position = max(position, end)
    if position < length:
        yield position, length


def between(positions: Sequence[int], start: int, end: int) -> Sequence[int]:
    """Those of some sorted positions that lie in `[start, end)`.

    >>> between([2, 5, 7, 9], 5, 9)
    [5, 7]
    """
    return positions[bisect_left(positions, start) : bisect_left(positions, end)]


class RangeIndex:
    """Answers quickly whether a position lies in one of many disjoint ranges.

    >>> index = RangeIndex([(2, 4), (6, 8)])
    >>> index.find(7), index.find(4)
    (Range(start=6, end=8), None)
    """

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self._ranges = merge(ranges)
        self._starts = [start for start, _ in self._ranges]

    def find(self, position: int) -> Range | None:
        """The (merged) range that holds `position`, or None."""
        i = bisect_right(self._starts, position) - 1
        if i >= 0 and position < self._ranges[i][1]:
            return Range(*self._ranges[i])
        return None
