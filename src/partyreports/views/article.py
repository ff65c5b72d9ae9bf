"""The article as lines of marked pieces: every code point in its place, nothing able to do harm.

HTML cannot hold a NUL or a lone surrogate, turns a carriage return into a line feed, and lets invisible
characters reorder what is read. Such characters are shown by a stand-in of one code point, named by their
numbers, so that offsets stay true and nothing hides.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from partyreports.views.characters import ODD, visible
from partyreports.views.marking import Mark, Segment, segments

_ODD_CHAR = re.compile(ODD)
_ODD_RUN = re.compile(f"(?:{ODD})+")
_LINE_END = re.compile(r"\r\n|\r|\n")


class Label(NamedTuple):
    """How a mark is drawn."""

    classes: str
    field: int | None
    """Number of the field that it selects."""


class Opening(NamedTuple):
    """One mark that begins, or begins again after a cut."""

    label: Label
    first: bool
    """Whether this is where the field begins."""


class Piece(NamedTuple):
    """Some words of one line with the marks that end and begin before them."""

    closes: int
    opens: tuple[Opening, ...]
    text: str
    codes: str
    """Numbers of the characters that `text` stands in for; empty for plain text."""


class Line(NamedTuple):
    """One line of the article, its line end included."""

    pieces: tuple[Piece, ...]
    closes: int
    """Marks that are still open at the end."""
    blank: bool
    """Whether there is nothing to be seen on it."""


def lines_of(text: str, marks: Iterable[Mark], labels: Sequence[Label]) -> Iterator[Line]:
    """Lines of the article with well-nested marks, none of which reaches over the end of a line.

    Args:
        text: the article.
        marks: what is marked; the keys are places in `labels`.
        labels: how each is drawn.
    """
    starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
    odd = (offset for found in _ODD_RUN.finditer(text) for offset in found.span())
    seen: set[int] = set()
    line: list[Segment] = []
    borders = set(starts)
    for segment in segments(len(text), marks, [*starts, *odd]):
        if segment.start in borders and line:
            yield _line(text, line, labels, seen)
            line = []
        line.append(segment)
    if line:
        yield _line(text, line, labels, seen)


def _line(text: str, line: list[Segment], labels: Sequence[Label], seen: set[int]) -> Line:
    pieces: list[Piece] = []
    open_keys: tuple[int, ...] = ()
    blank = not text[line[0].start : line[-1].end].strip()
    for segment in line:
        # Nothing is to be seen on an empty line: marks that cover it would only weigh.
        keys = () if blank else segment.keys
        shared = 0
        while shared < min(len(keys), len(open_keys)) and keys[shared] == open_keys[shared]:
            shared += 1
        words = text[segment.start : segment.end]
        codes = ""
        if _ODD_CHAR.match(text, segment.start):
            codes = " ".join(f"U+{ord(char):04X}" for char in words)
            words = visible(words)
        opens = tuple(Opening(labels[key], key not in seen) for key in keys[shared:])
        seen.update(keys[shared:])
        pieces.append(Piece(len(open_keys) - shared, opens, words, codes))
        open_keys = keys
    return Line(tuple(pieces), len(open_keys), blank)
