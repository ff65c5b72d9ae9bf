"""Headings: lines of the article that name what follows them.

Written in capitals, marked by Markdown, or short, without an end, and above a longer line. A numbered heading
(“II. NHIỆM VỤ”) is a point of a list, and none of these.
"""

from collections.abc import Sequence
from itertools import pairwise

from partyreports.layout.shapes import (
    begins_with_bullet,
    begins_with_marker,
    is_all_capitals,
    last_sign,
    text_start,
    words_of,
)
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_LONGEST = 120
"""Characters of the longest heading."""
_MOST_WORDS = 20
_NO_END = ".;,…"


def find_headings(scanned: ScannedText, body: Sequence[Range]) -> tuple[Range, ...]:
    """Those lines of the article proper that are headings.

    Args:
        scanned: the text.
        body: lines of the article proper, in reading order.
    """
    marked = getattr(scanned.source, "heading_lines", frozenset()) | getattr(scanned.source, "bold_lines", frozenset())
    source = scanned.source
    found: list[Range] = []
    for line, below in pairwise(body):
        length = line.end - line.start
        if length > _LONGEST:
            continue
        stands_out = line.start in marked or (
            source.text[line.start : line.end].isupper() and is_all_capitals(source, line)
        )
        if (stands_out or below.end - below.start > length) and _is_heading(scanned, line, stands_out=stands_out):
            found.append(line)
    return tuple(found)


def _is_heading(scanned: ScannedText, line: Range, *, stands_out: bool) -> bool:
    """Whether a line that stands out, or has a longer one below it, is a heading."""
    source = scanned.source
    if begins_with_marker(scanned, line) or begins_with_bullet(source, line):
        return False
    sign = last_sign(source, line)
    if stands_out:
        return sign not in tuple(_NO_END)
    if not sign or sign in _NO_END + ":" or not source.text[text_start(source, line)].isupper():
        return False
    return len(words_of(source, line)) <= _MOST_WORDS
