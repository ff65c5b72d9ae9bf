"""From the offsets of a text to the offsets of what it was made from.

Every reader of `partyreports.documents` builds its text through a `TextBuilder`, which notes for each run of
characters where it was copied from, or that it was generated. A run is three numbers, whatever its length, so
the map is as small as the source is plain: it grows with the number of runs, not of characters.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Piece(NamedTuple):
    """A stretch of the text with the stretch of the source that it shows."""

    start: int
    """Offset in the text of its first character."""
    end: int
    """Offset in the text after its last character."""
    source_start: int
    """Offset in the source of the first character; for a generated piece the place where it was put in."""
    source_end: int
    """Offset in the source after the last character; equals `source_start` where the piece is generated."""

    @property
    def generated(self) -> bool:
        """Whether nothing in the source is written like this: a line end, the number of a list item."""
        return self.source_start == self.source_end


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Runs of a text, in order, with the places of the source they were copied from.

    A run whose two lengths are equal is copied character for character. Where they differ, the run stands for its
    source as a whole: the character that an entity (`&agrave;`) or an escape is written for.
    """

    starts: "array[int]"
    source_starts: "array[int]"
    source_ends: "array[int]"
    length: int
    """Characters of the text."""

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """What `[start, end)` of the text is made of, in the order of the text; nothing for an empty range."""
        if start >= end:
            return
        i = bisect_right(self.starts, start) - 1
        while i < len(self.starts) and self.starts[i] < end:
            run_start = self.starts[i]
            run_end = self.starts[i + 1] if i + 1 < len(self.starts) else self.length
            source_start, source_end = self.source_starts[i], self.source_ends[i]
            begin, stop = max(start, run_start), min(end, run_end)
            if source_end - source_start == run_end - run_start:
                source_end = source_start + stop - run_start
                source_start += begin - run_start
            yield Piece(begin, stop, source_start, source_end)
            i += 1

    def place(self, position: int) -> int:
        """Offset in the source that belongs to an offset of the text (its length allowed); 0 in an empty text."""
        if not self.starts:
            return 0
        if position >= self.length:
            return self.source_ends[-1]
        return next(self.pieces(position, position + 1)).source_start


class TextBuilder:
    """Collects a text run by run, and the map of its offsets."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._starts: array[int] = array("I")
        self._source_starts: array[int] = array("I")
        self._source_ends: array[int] = array("I")
        self._copied = False  # whether the last run is copied character for character, and may grow
        self.length = 0

    def copy(self, text: str, source_start: int) -> None:
        """Add text that stands in the source at `source_start`, character for character."""
        if not text:
            return
        if self._copied and self._source_ends[-1] == source_start:
            self._source_ends[-1] += len(text)
        else:
            self._begin(source_start, source_start + len(text))
        self._copied = True
        self._parts.append(text)
        self.length += len(text)

    def replace(self, text: str, source_start: int, source_end: int) -> None:
        """Add text that the source writes in another way at `[source_start, source_end)`: an entity, an escape."""
        if source_end - source_start == len(text):
            self.copy(text, source_start)
        elif text:
            self._begin(source_start, source_end)
            self._copied = False
            self._parts.append(text)
            self.length += len(text)

    def generate(self, text: str, source_at: int) -> None:
        """Add text that the source does not write, at the place `source_at` of it: a line end, a list number."""
        if text:
            self._begin(source_at, source_at)
            self._copied = False
            self._parts.append(text)
            self.length += len(text)

    def _begin(self, source_start: int, source_end: int) -> None:
        self._starts.append(self.length)
        self._source_starts.append(source_start)
        self._source_ends.append(source_end)

    def text(self) -> str:
        """What was added so far."""
        return "".join(self._parts)

    def map(self) -> OffsetMap:
        """The map of what was added so far."""
        return OffsetMap(self._starts, self._source_starts, self._source_ends, self.length)
