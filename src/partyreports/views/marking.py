"""From fields that overlap as they like to segments that nest: what any marked-up view needs.

Fields of a report may contain one another (a date in a lead) and may cross (a list that starts in the
middle of a sentence). Markup must nest. So the text is cut wherever a field starts or ends, and each
segment names the fields that cover it, outermost first.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple


class Mark(NamedTuple):
    """A stretch of text that wants to be marked, and the caller's name for it."""

    start: int
    end: int
    key: int


class Segment(NamedTuple):
    """A stretch of text in which no mark starts or ends."""

    start: int
    end: int
    keys: tuple[int, ...]
    """Keys of the marks that cover it, outermost first."""


def segments(length: int, marks: Iterable[Mark], cuts: Iterable[int] = ()) -> Iterator[Segment]:
    """Cut a text of `length` code points into segments that cover it from end to end.

    Where a mark ends before one that started later, the later one is seen as two nested pieces. Marks that
    reach beyond the text are clipped, empty ones are left out. Time grows with the number of segments
    times the depth of the marks.

    Args:
        length: code points of the text.
        marks: what is to be marked, in any order; of two with the same span the first is the outer one.
        cuts: further offsets at which a segment must end, as at the end of a line.

    >>> for segment in segments(10, [Mark(0, 6, 1), Mark(4, 8, 2)]):
    ...     print(segment.start, segment.end, segment.keys)
    0 4 (1,)
    4 6 (1, 2)
    6 8 (2,)
    8 10 ()
    """
    clipped = (Mark(max(0, mark.start), min(length, mark.end), mark.key) for mark in marks)
    ordered = sorted((mark for mark in clipped if mark.start < mark.end), key=lambda mark: (mark.start, -mark.end))
    starting: dict[int, list[int]] = defaultdict(list)
    ending: dict[int, list[int]] = defaultdict(list)
    for rank, mark in enumerate(ordered):
        starting[mark.start].append(rank)
        ending[mark.end].append(rank)
    borders = {0, length, *starting, *ending, *(cut for cut in cuts if 0 < cut < length)}
    active: list[int] = []
    for start, end in pairwise(sorted(borders)):
        for rank in ending.get(start, ()):
            del active[bisect_left(active, rank)]
        # Ranks follow the starts, so the list of the active ones stays sorted by appending.
        active += starting.get(start, ())
        yield Segment(start, end, tuple(ordered[rank].key for rank in active))
