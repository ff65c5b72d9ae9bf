"""Indentation: how far the lines of the caller's string are indented."""

from partyreports.grammar.markers import Marker, Place
from partyreports.text.source import SourceText

_WIDEST = 40
"""Columns that are looked at: deeper lines are centred, not indented."""
_TAB = 4
_STEP = 2
"""Columns that make a difference: a single space at the head of a line was left there by an editor."""


class Indents:
    r"""How far the lines of markers are indented, in columns, where they begin lines.

    >>> source = SourceText("1. A\n   1. B\n2. C")
    >>> Indents(source).of_line(source.text.index("B"))
    3
    """

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._is_flat = not any(space in source.raw for space in ("\n ", "\n\t", "\n\xa0"))
        self._known: dict[int, int] = {}

    def of_line(self, position: int) -> int:
        """Columns before the first sign of the line that holds a position of the view."""
        if self._is_flat:
            return 0
        start = self._source.line_at(position).start
        known = self._known.get(start)
        if known is None:
            raw = self._source.raw
            end = self._source.span(start, start + 1).start
            first = end
            while first > 0 and end - first < _WIDEST and raw[first - 1] in " \t\xa0":
                first -= 1
            known = sum(_TAB if char == "\t" else 1 for char in raw[first:end])
            self._known[start] = known
        return known

    def differ(self, one: Marker, other: Marker) -> bool:
        """Whether two markers begin lines that are indented differently."""
        if self._is_flat or not one.place is other.place is Place.LINE:
            return False
        return abs(self.of_line(one.start) - self.of_line(other.start)) >= _STEP

    def deeper(self, one: Marker, other: Marker) -> bool:
        """Whether the line of a marker is indented deeper than that of another."""
        if self._is_flat or not one.place is other.place is Place.LINE:
            return False
        return self.of_line(one.start) >= self.of_line(other.start) + _STEP
