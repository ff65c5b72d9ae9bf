"""Sentence lines: a text with a line for every sentence, whose paragraphs blank lines still part.

Tools that split a text into sentences write it so. Only the blank lines tell the paragraphs then: lines in a row,
each of them a sentence, are one paragraph. Where no blank lines part the paragraphs nothing tells them, and the
lines stay as they are.
"""

import re

from partyreports.text.line_breaks import CREDIT_BEHIND_STOP, CREDIT_WORDS, NUMBERED_NOUN, WORD_MARKER

_FEWEST_BLOCKS = 5
"""Blank lines that part paragraphs throughout."""
_FEWEST_BREAKS = 2
_BREAKS_TO_ONE_LEFT = 10
"""A tool misses one end of a sentence among so many, or fewer."""
_MOST_IN_BLOCK = 10
"""Breaks in the longest paragraph."""
_BREAK = re.compile(r"(?<=[.!?…”])\n(?=[“\"]?[^\W\d_])")
"""Behind a stop, before a word."""
_LONE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
_INNER_END = re.compile(rf"[a-zà-ỹ]{{3}}[.!?] (?=[A-ZĐÀ-Ỹ])(?!(?:{CREDIT_WORDS}):)")
"""Where a sentence ends inside a line: behind a word in small letters, which no abbreviation is."""
_LETTERED = re.compile(r"(?:[a-zđ]|[IVX]{1,4})[.)/] ")
_COUNTED = re.compile(r"(?:[^\W\d_]+ ){1,4}(?:thứ [^\W\d_]+|\d{1,2})[:,]")
"""“Nhóm giải pháp thứ hai:”"""
_STOPS = frozenset(".!?…:;")


def sentence_breaks(text: str) -> list[tuple[int, int, str]]:
    r"""The line breaks between the sentences of a paragraph, each with the space that is shown for it.

    Args:
        text: the text, no white space at the edges of its lines.

    >>> sentence_breaks("Tin\n\nSở họp.\nCác phòng dự." + "\n\nSở nêu ba việc.\nCác phòng ghi nhận." * 4)[0]
    (12, 13, ' ')
    """
    blocks = text.count("\n\n")
    if blocks < _FEWEST_BLOCKS:
        return []
    found = [match.start() for match in _BREAK.finditer(text) if _is_inside(text, match.end())]
    if len(found) < _FEWEST_BREAKS or text.find("\n\n", found[0], found[-1]) < 0:
        return []  # (lines in a row at one place alone are a list)
    if len(_LONE_BREAK.findall(text)) > 2 * blocks:
        return []
    if _BREAKS_TO_ONE_LEFT * len(_INNER_END.findall(text)) > len(found):
        return []
    if max(block.count("\n") for block in text.split("\n\n")) > _MOST_IN_BLOCK:
        return []
    return [(start, start + 1, " ") for start in found]


def _is_inside(text: str, begin: int) -> bool:
    """Whether the line that begins at a place goes on with a paragraph: a sentence with its stop, and no item.

    The last sentence of a caption may have who took the photo behind it.
    """
    end = text.find("\n", begin)
    end = len(text) if end < 0 else end
    if text[begin:end].rstrip('”"’)')[-1:] not in _STOPS and not CREDIT_BEHIND_STOP.search(text, begin, end):
        return False
    return not any(marker.match(text, begin) for marker in (WORD_MARKER, NUMBERED_NOUN, _LETTERED, _COUNTED))
