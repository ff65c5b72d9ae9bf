"""Headings: lines of the article that name what follows them.

Written in capitals, marked by Markdown, or short, without an end, and above a longer line. A numbered heading
(“II. NHIỆM VỤ”) is a point of a list, and none of these.
"""

from collections.abc import Sequence

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
    return tuple(
        line
        for i, line in enumerate(body)
        if line.end - line.start <= _LONGEST and _is_heading(scanned, line, body[i + 1 : i + 2], marked)
    )


def _is_heading(scanned: ScannedText, line: Range, below: Sequence[Range], marked: frozenset[int]) -> bool:
    source = scanned.source
    stands_out = line.start in marked or is_all_capitals(source, line)
    if not below or not (stands_out or below[0].end - below[0].start > line.end - line.start):
        return False
    if begins_with_marker(scanned, line) or begins_with_bullet(source, line):
        return False
    sign = last_sign(source, line)
    if stands_out:
        return sign not in tuple(_NO_END)
    if not sign or sign in _NO_END + ":" or not source.text[text_start(source, line)].isupper():
        return False
    return len(words_of(source, line)) <= _MOST_WORDS
