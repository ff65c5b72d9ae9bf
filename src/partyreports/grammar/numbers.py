"""Numbers in digits and in words.

70 · 1.200 · 1 250 · 1,250 · 12,5 nghìn · 77/86 · chín · mười lăm · hai mươi mốt · một nghìn hai trăm · 1,5 triệu
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from partyreports.text.numerals import (
    BETWEEN,
    BIG,
    DIGITS_PATTERN,
    HUNDRED,
    MULTIPLIERS,
    NUMBER_WORDS,
    TENS,
    UNITS,
    ZERO,
)
from partyreports.text.patterns import TERMS

WORDS_PATTERN = TERMS["number_words"]
"""Regex source for a cardinal in words from 1 to 999 (“một trăm linh năm”), longest first; folded text."""

_COUNT = re.compile(
    rf"(?:(?P<digits>{DIGITS_PATTERN})|(?P<words>{WORDS_PATTERN}))(?: +(?P<scale>{'|'.join(MULTIPLIERS)}))?(?!\w)"
)


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
        return CountReading(match.start(), match.end(), _up_to_999(match["words"].split()) * scale)
    if match["digits"].isdecimal() and len(match["digits"]) <= _MOST_DIGITS:
        return CountReading(match.start(), match.end(), int(match["digits"]) * scale)
    whole, _, decimals = match["digits"].replace(".", "").partition(",")
    value = _scaled(whole, decimals, scale)
    return None if value is None else CountReading(match.start(), match.end(), value)


_MOST_DIGITS = 15
"""Longer ones are codes or phone numbers, and no count of anything."""


def _scaled(whole: str, decimals: str, scale: int) -> int | None:
    """“1”, “5”, 1,000,000 → 1,500,000; None if it is no whole number."""
    if len(whole) + len(decimals) > _MOST_DIGITS:
        return None
    value, rest = divmod(int(whole + decimals) * scale, 10 ** len(decimals))
    return None if rest else value


# --- numbers before what they count

_LONGEST = 72
"""Characters before a noun within which the number that counts it begins: “một trăm hai mươi lăm nghìn lượt”."""
_GAP = "[ \u00a0\u2009\u202f]"
_SCALES = (TENS, HUNDRED, *BIG)
"""Words that may end a number in digits."""
_DIGITS = re.compile(
    rf"(?<![\w.,–-])(?<!\d/)(?:(?P<present>\d{{1,3}}(?:[.]\d{{3}})+|\d{{1,6}})(?: ?/ ?| trên ))?"
    rf"(?P<number>\d{{1,3}}(?:(?:[.,'’]|{_GAP}|[.,] )\d{{3}})+(?!\d)|\d+)(?:,(?P<decimals>\d{{1,2}}))?"
    rf"(?:{_GAP}{{1,2}}(?P<scale>{'|'.join(_SCALES)}))?$"
)
NUMBERED = frozenset(["ngày", "tháng", "năm", "số", "thứ", "khóa", "điều", "quý"])
"""Words whose number counts nothing: “số 2”; “ngày 5 250 đại biểu” counts 250."""


def count_before(folded: str, floor: int, end: int, classifiers: Iterable[str] = ()) -> CountReading | None:
    """The number that counts the noun which begins at `end` of folded text, or None.

    Args:
        folded: folded text.
        floor: nothing before this is read.
        end: where the noun begins.
        classifiers: words that may stand between number and noun: “lượt”, “vị”.

    >>> count_before("hơn 1 250 đại biểu", 0, 10), count_before("có 77/86 đại biểu", 0, 9).value
    (CountReading(start=4, end=9, value=1250), 77)
    >>> count_before("1 triệu 200 nghìn đại biểu", 0, 18).value
    1200000
    >>> count_before("một nghìn hai trăm đại biểu", 0, 19).value, count_before("các đại biểu", 0, 4)
    (1200, None)
    """
    floor = max(floor, end - _LONGEST)
    stop = _trimmed(folded, floor, end)
    for word in classifiers:
        if folded.endswith(" " + word, floor, stop):
            stop = _trimmed(folded, floor, stop - len(word))
    if stop <= floor:
        return None
    if folded[stop - 1].isdecimal() or folded.endswith(_SCALES, floor, stop):
        match = _DIGITS.search(folded[floor:stop])
        if match is not None:
            return _of_digits(match, folded, floor)
    return _of_words(folded, floor, stop)


def _trimmed(folded: str, floor: int, end: int) -> int:
    while end > floor and folded[end - 1].isspace():
        end -= 1
    return end


def _of_digits(match: "re.Match[str]", folded: str, floor: int) -> CountReading | None:
    start, end = floor + match.start(), floor + match.end()
    scale = MULTIPLIERS[match["scale"]] if match["scale"] else 1
    groups = re.split(r"[^\d]+", match["number"])
    is_spaced = not any(sign in match["number"] for sign in ".,'’")
    if (
        len(groups) > 1
        and is_spaced
        and folded[floor:start].split()[-1:]
        and (folded[floor:start].rsplit(maxsplit=1)[-1] in NUMBERED)
    ):
        return CountReading(end - len(groups[-1]), end, int(groups[-1]))
    if match["present"] and ", " in match["number"]:
        return CountReading(end - len(groups[-1]), end, int(groups[-1]))  # “ngày 15/9, | 350 | đại biểu”
    if match["present"]:
        present, all_of_them = int(match["present"].replace(".", "")), int("".join(groups))
        return CountReading(start, end, present) if present <= all_of_them else None
    value = _scaled("".join(groups), match["decimals"] or "", scale)
    if value is None:
        return None
    greater = _GREATER.search(folded[floor:start]) if scale > 1 else None
    if greater is not None and (more := MULTIPLIERS[greater["scale"]]) > value:
        return CountReading(floor + greater.start(), end, int(greater["number"]) * more + value)
    return CountReading(start, end, value)


_GREATER = re.compile(rf"(?<![\w.,–-])(?P<number>\d{{1,3}}){_GAP}(?P<scale>{'|'.join(BIG)}){_GAP}$")
"""“1 triệu | 200 nghìn”."""


_TEENS = {word for words in NUMBER_WORDS for word in words.split()}
_IN_NUMBERS = frozenset({*_TEENS, *BIG, *BETWEEN, TENS, HUNDRED, ZERO})
_MOST_WORDS = 14
"""Words of the longest number: “chín trăm chín mươi chín nghìn chín trăm chín mươi chín”, and one to spare."""


def _of_words(folded: str, floor: int, end: int) -> CountReading | None:
    """The longest number in words that ends at `end`."""
    words: list[str] = []
    starts: list[int] = []
    position = end
    while len(words) < _MOST_WORDS and position > floor:
        start = folded.rfind(" ", floor, position) + 1 or floor
        word = folded[start:position].lstrip("(“\"‘'/")
        if word not in _IN_NUMBERS:
            break
        words.insert(0, word)
        starts.insert(0, position - len(word))
        position = _trimmed(folded, floor, start)
    for i in range(len(words)):
        value = _value_of(words[i:])
        if value is not None:
            return CountReading(starts[i], end, value)
    return None


def _value_of(words: list[str]) -> int | None:
    """Value of a cardinal in words: “một nghìn không trăm lẻ năm”, “hai mươi lăm nghìn”; None if they are none."""
    total, rest = 0, words
    for name, scale in BIG.items():
        if name in rest:
            at = rest.index(name)
            head = _up_to_999_or_none(rest[:at])
            if head is None:
                return None
            total, rest = total + head * scale, rest[at + 1 :]
    if not rest:
        return total or None
    tail = _up_to_999_or_none(rest, behind=total > 0)
    return None if tail is None else total + tail


def _up_to_999_or_none(words: list[str], *, behind: bool = False) -> int | None:
    """Value of a cardinal up to 999, also “không trăm lẻ năm” behind thousands."""
    if words[-1:] == [TENS]:
        tens = NUMBER_WORDS.get(" ".join(words[:-1]))
        return None if tens is None else 10 * tens
    hundreds = 0
    if len(words) > 1 and words[1] == HUNDRED:
        if words[0] not in UNITS and not (behind and words[0] == ZERO):
            return None
        hundreds, words = 100 * UNITS.get(words[0], 0), words[2:]
        if not words:
            return hundreds or None
    if words and words[0] in BETWEEN:
        words = words[1:]
    value = NUMBER_WORDS.get(" ".join(words))
    return None if value is None else hundreds + value


def _up_to_999(words: list[str]) -> int:
    """Value of a cardinal that `WORDS_PATTERN` matched: “hai trăm linh năm”, “một trăm mười hai”."""
    value = _up_to_999_or_none(words)
    assert value is not None
    return value
