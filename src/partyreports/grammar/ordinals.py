"""Ordinals of numbered points: words, digits, roman numerals and Vietnamese letters.

    một là · hai mươi mốt là · thứ nhất · thứ tư · 1 · 01 · IV · iv · a b c d đ e g h i k

Everything here reads folded text that has already been cut out; where a marker may stand is the
business of `lists.candidates`.
"""

import re

_LETTERS_WITH_DD = "abcdđeghiklmnopqrstuvxy"
_LETTERS_PLAIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}


def roman_value(numeral: str) -> int | None:
    """Value of a folded roman numeral from i to xxxix, or None.

    >>> roman_value("iv"), roman_value("xii"), roman_value("iiii"), roman_value("")
    (4, 12, None, None)
    """
    match = _ROMAN.fullmatch(numeral)
    if match is None or not numeral:
        return None
    return 10 * len(match[1]) + _ROMAN_VALUES[match[2]]


def letter_values(letter: str) -> tuple[int, ...]:
    """Numbers that a folded letter may stand for: with đ after d and without f, j, w, z, and without đ.

    >>> letter_values("d"), letter_values("đ"), letter_values("e"), letter_values("g")
    ((4,), (5,), (5, 6), (7,))
    """
    with_dd = _LETTERS_WITH_DD.find(letter) + 1
    plain = _LETTERS_PLAIN.find(letter) + 1
    return tuple(sorted({value for value in (with_dd, plain) if value}))
