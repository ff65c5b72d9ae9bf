"""Columns of lines as they were printed: what a program that filled lines to a width has counted.

The analysed text composes letters, hides characters and shows no-break spaces as spaces; a line of it can be shorter
than the one that was printed, and end where no line could be broken.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

_NO_BREAK = "\u00a0"
_WORD = re.compile(r"[^\s\u00a0\u2007\u202f]*")
_GLUED = re.compile(r"[^ \t\r\n]*")


class Columns(NamedTuple):
    """Measures stretches of a text in the string that it was made from."""

    raw: str
    starts: Sequence[int] | None
    """Where in `raw` each character of the text begins; None: one for one."""
    ends: Sequence[int] | None
    word: "re.Pattern[str]"
    """What no line is broken inside."""

    def of(self, start: int, end: int) -> int:
        """Columns of a stretch."""
        if self.starts is None or self.ends is None or start == end:
            return end - start
        return self.ends[end - 1] - self.starts[start]

    def of_word(self, start: int) -> int:
        """Columns of the word that begins at a place, with those that no-break spaces glue to it."""
        begin = start if self.starts is None else self.starts[start]
        match = self.word.match(self.raw, begin)
        return 0 if match is None else match.end() - begin


def columns_of(raw: str, starts: Sequence[int] | None = None, ends: Sequence[int] | None = None) -> Columns:
    r"""Columns of a text that was made from a string.

    No-break spaces glue words, unless they stand for all or most of the spaces.

    >>> columns_of("ngày 1\u00a0tháng 6").of_word(5)
    7
    """
    return Columns(raw, starts, ends, _WORD if 2 * raw.count(_NO_BREAK) > raw.count(" ") else _GLUED)
