"""Numbers in digits and in words.

70 · 1.200 · 12,5 nghìn · chín · mười lăm · hai mươi mốt · 1,5 triệu
"""

import re
from typing import NamedTuple

from partyreports.text.numerals import DIGITS_PATTERN, MULTIPLIERS, NUMBER_WORDS, UNITS
from partyreports.text.patterns import TERMS

WORDS_PATTERN = TERMS["number_words"]
"""Regex source for a cardinal in words from 1 to 999 (“một trăm linh năm”), longest first; folded text."""

_COUNT = re.compile(
    rf"(?:(?P<digits>{DIGITS_PATTERN})|(?P<words>{WORDS_PATTERN}))(?: +(?P<scale>{'|'.join(MULTIPLIERS)}))?(?!\w)"
)


# What stands last before a counted noun: “70 | điểm cầu”, “mười lăm | đại biểu”, “1,2 nghìn lượt | người”.
_CLASSIFIERS = ("vị", "lượt", "đồng chí")
_LAST_WORDS = frozenset(word.split()[-1] for word in (*NUMBER_WORDS, *MULTIPLIERS, *_CLASSIFIERS))
_UNIT_WORDS = rf"(?: +(?:chục|trăm|nghìn|ngàn|vạn|triệu))?(?: +(?:{'|'.join(_CLASSIFIERS)}))?"
_BEFORE_NOUN = re.compile(
    rf"(?<![\w.,-])(?<!\d/)({DIGITS_PATTERN}|{WORDS_PATTERN})"
    rf"{_UNIT_WORDS} *$"
)
_LONGEST = 34


class CountReading(NamedTuple):
    """A number read at a place of the view."""

    start: int
    end: int
    value: int


def word_value(words: str) -> int | None:
    """Value of a folded cardinal in words from 1 to 99, or None.

    >>> word_value("hai mươi mốt"), word_value("mười năm"), word_value("một mốt")
    (21, None, None)
    """
    return NUMBER_WORDS.get(" ".join(words.split()))


def read_count(folded: str, position: int) -> CountReading | None:
    """The whole number that begins at `position` of folded text, or None.

    A fraction that its scale does not make whole (“48,5”) is no count.

    >>> read_count("1.200 đại biểu", 0)
    CountReading(start=0, end=5, value=1200)
    >>> read_count("1,5 triệu đại biểu", 0).value, read_count("chín nhóm", 0).value, read_count("48,5%", 0)
    (1500000, 9, None)
    """
    match = _COUNT.match(folded, position)
    if match is None:
        return None
    scale = MULTIPLIERS[match["scale"]] if match["scale"] else 1
    if match["words"]:
        return CountReading(match.start(), match.end(), _value_of(match["words"].split()) * scale)
    if match["digits"].isdecimal() and len(match["digits"]) <= 15:
        return CountReading(match.start(), match.end(), int(match["digits"]) * scale)
    whole, _, decimals = match["digits"].replace(".", "").partition(",")
    if len(whole) + len(decimals) > 15:  # a code or a phone number, and no count of anything
        return None
    scaled, rest = divmod(int(whole + decimals) * scale, 10 ** len(decimals))
    return None if rest else CountReading(match.start(), match.end(), scaled)


def counted(nouns: str) -> "re.Pattern[str]":
    """A number in digits and a noun that it counts, for folded text: “2,5 nghìn đảng viên”.

    Args:
        nouns: regex source for the nouns.
    """
    return re.compile(rf"{DIGITS_PATTERN}{_UNIT_WORDS} +{nouns}(?!\w)")


def number_before(folded: str, floor: int, end: int) -> int | None:
    """Where the number begins that counts the noun at `end` of folded text, not before `floor`; or None.

    >>> number_before("với hơn 1.200 đại biểu", 0, 14), number_before("các đại biểu", 0, 4)
    (8, None)
    """
    floor = max(floor, end - _LONGEST)
    before = folded[floor:end]
    last = before.rpartition(" ")[2] or before.rstrip().rpartition(" ")[2]
    if not (last[-1:].isdigit() or last.lstrip("(“\"‘'/") in _LAST_WORDS):
        return None  # nearly every noun ends here
    match = _BEFORE_NOUN.search(before)
    return None if match is None else floor + match.start(1)


def _value_of(words: list[str]) -> int:
    """Value of a cardinal in words from 1 to 999: “hai trăm linh năm”, “một trăm mười hai”."""
    if "trăm" not in words:
        return NUMBER_WORDS[" ".join(words)]
    rest = [word for word in words[2:] if word not in {"linh", "lẻ"}]
    return 100 * UNITS[words[0]] + NUMBER_WORDS[" ".join(rest)]
