"""Half-open ranges of code points, as plain tuples for the hot path, and sets of them.

`Range` counts in the analysed view of a `SourceText`; the public `models.Span` counts in the
caller's own string. Only `SourceText` turns one into the other.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from operator import itemgetter
from typing import NamedTuple


class Range(NamedTuple):
    """Half-open range `[start, end)` in the analysed view."""

    start: int
    end: int


# Half the price of calling the class, and asked for all the time.
range_of: Callable[[tuple[int, int]], Range] = partial(tuple.__new__, Range)


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


def complement(merged: Sequence[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """What `merged` (sorted, disjoint) leaves free in `[0, length)`.

    >>> complement([(2, 4), (6, 8)], 10)
    [(0, 2), (4, 6), (8, 10)]
    """
    begins = [0, *[end for _, end in merged]]
    ends = [*[start for start, _ in merged], length]
    return [(begin, end) for begin, end in zip(begins, ends, strict=True) if begin < end]


def containing(positions: Iterable[int], ranges: Sequence[Range]) -> Iterator[tuple[int, int]]:
    """Sorted positions that some range holds, each behind its index; `ranges` are sorted and disjoint.

    >>> list(containing([1, 2, 3, 5, 12], [Range(0, 3), Range(4, 9)]))
    [(0, 1), (0, 2), (1, 5)]
    """
    i = 0
    count = len(ranges)
    for position in positions:
        if i < count and ranges[i].end <= position:
            i += 1  # as often as not the next one is it
            if i < count and ranges[i].end <= position:
                i = bisect_right(ranges, position, i, key=_end)
        if i == count:
            return
        if ranges[i].start <= position:
            yield i, position


_end = itemgetter(1)
