"""Line breaks inside a phrase, in texts that are not wrapped.

Before a photo's credit, behind an abbreviation, before the last syllable of a name.
"""

import re
from collections import Counter

from partyreports.text.characters import SMALL_LETTERS
from partyreports.text.line_breaks import CREDIT_WORDS, OPENERS, WORDS, is_name
from partyreports.text.syllables import is_syllable

_BREAK_BEHIND_DOT = re.compile(r"\.(\n\n?)(?=([A-ZĐ][^\W\d_]{1,7}+))")
_ENDS_ABBREVIATED = re.compile(rf"(?:(?<=[ (])|^)(?:{'|'.join(WORDS['before_words'])})\Z", re.MULTILINE)
_LONGEST_ABBREVIATION = max(map(len, WORDS["before_words"]))
_CREDIT = re.compile(
    rf"^(?=[^\n]{{8,200}}$)[^\n]*[.!?…”\"](\n\n?)"
    rf"(?=(?:{CREDIT_WORDS})(?:: ?| (?=[A-ZĐ]))([^\n:]{{2,40}})$)",
    re.MULTILINE,
)
"""A short line with a full stop, and right below it one that says who took the photo."""


def credit_breaks(text: str) -> list[tuple[int, int, str]]:
    r"""The line breaks between the words of a photo and who took it, each with the space that is shown for it.

    >>> credit_breaks("Tin\n\nBí thư phát biểu.\nẢnh: Vân An\n\nSở họp.")
    [(22, 23, ' ')]
    """
    return [(*match.span(1), " ") for match in _CREDIT.finditer(text) if is_name(match[2]) or _is_site(match[2])]


def _is_site(words: str) -> bool:
    """Whether words are the address of a site: “quochoi.vn”."""
    return " " not in words and "." in words[1:-1]


def abbreviation_breaks(text: str) -> list[tuple[int, int, str]]:
    r"""The line breaks behind “TP.” or “TS.”, where whoever broke the lines took the dot for a full stop.

    Then it was broken each time the city is named. (A single “TP.” may end a paragraph, and so may two before lines
    that begin alike but with no name: “Tổng điều tra …”.)

    >>> abbreviation_breaks("Tin\n\nUBND TP.\nLạc Giang họp.\nHĐND TP.\nLạc Giang dự.")
    [(13, 14, ' '), (37, 38, ' ')]
    """
    found = [
        match
        for match in _BREAK_BEHIND_DOT.finditer(text)
        if _ENDS_ABBREVIATED.search(text, max(0, match.start() - _LONGEST_ABBREVIATION), match.start())
        and _is_head_of_name(text, match[2], match.end(2))
    ]
    named = Counter(match[2] for match in found)
    return [(*match.span(1), " ") for match in found if named[match[2]] > 1]


def _is_head_of_name(text: str, word: str, end: int) -> bool:
    """Whether a word is in capitals, or is followed by another one with a capital: “HCM”, “Hồ Chí Minh”."""
    return word.isupper() or (text[end : end + 1] == " " and text[end + 1 : end + 2].isupper())


_NAME = rf"[{SMALL_LETTERS.upper()}][{SMALL_LETTERS}]{{0,6}}+"
_BREAK_IN_NAME = re.compile(
    rf" (?:{'|'.join(WORDS['before_names'])}) {_NAME}(?: {_NAME}){{1,2}}(\n\n?)({_NAME})"
    rf"(?=,(?! (?:{'|'.join(WORDS['before_days'])}|\d))| [-–] | \()"
)
"""“… là ông Trần Văn” at the end of a line, and below it “An, Giám đốc Sở”."""


def name_breaks(text: str) -> list[tuple[int, int, str]]:
    r"""The line breaks before the last syllable of a name that “ông”, “đồng chí” lead up to.

    >>> name_breaks("Chủ trì là ông Trần Văn\nMít, Giám đốc Sở.")
    [(23, 24, ' ')]
    >>> name_breaks("Chủ trì là ông Trần Văn Mít\nHuế, ngày 5/3")
    []
    """
    found = _BREAK_IN_NAME.finditer(text)
    return [(*match.span(1), " ") for match in found if match[2].lower() not in OPENERS and is_syllable(match[2])]
