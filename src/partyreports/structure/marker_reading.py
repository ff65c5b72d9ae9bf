"""Reads one marker where it begins: “Một là”, “Thứ hai,”, “1.”, “(2)”, “IV.”, “đ)”.

Where to look for one is the business of `structure.markers`.
"""

import re
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from partyreports.grammar.ordinals import CARDINALS, ORDINALS, letter_values, roman_value
from partyreports.models import MarkerStyle
from partyreports.text.patterns import alternation
from partyreports.text.source import SourceText


class Place(IntEnum):
    """Where a marker stands; the higher, the surer."""

    CLAUSE = 1
    """After `:` `;` `,`, an opening bracket or “và”."""
    SENTENCE = 2
    LINE = 3


class Marker(NamedTuple):
    """A candidate. Offsets count in the view."""

    start: int
    end: int
    """After the marker as printed: “Một là”, “1.”, “(2)”."""
    body: int
    """First character of the text that follows."""
    numbers: tuple[int, ...]
    """What it may say: one number, or two for a letter after d (with đ and without)."""
    style: MarkerStyle
    shape: str
    """Markers of one shape count on from one another: `word`, `bare`, `1.`, `1)`, `I.`, `a)`, …"""
    place: Place
    line: int
    """Number of its line in the source."""
    rule: str

    @property
    def number(self) -> int:
        """The number it says, in the first reading."""
        return self.numbers[0]


# What may stand between a marker and its text.
_AFTER_WORD = re.compile(r"[ ,:.\-–—]*")
_AFTER_DIGITS = re.compile(r"[ :\-–—]*")
_AFTER_SIGN = re.compile(r" *(?:[-–—] +)?")
_LOOK_AHEAD = 40


def _body(source: SourceText, end: int, after: "re.Pattern[str]") -> int:
    match = after.match(source.text, end, end + _LOOK_AHEAD)
    return match.end() if match else end


# --- words

NUMBER = alternation(CARDINALS)
"""Regex source for a cardinal in words; folded text."""
# The shapes “Một là, …”, “Hai là: …”, “Ba là - …”, “Bốn là …”
_LA = re.compile(rf"({NUMBER})(,? +là)(?!\w)")
# "Một, …", "Hai: …": without là only at the head of a line or sentence
_BARE = re.compile(rf"({NUMBER})(?= ?[,:](?!\d))")
THU = re.compile(rf"thứ +({alternation(ORDINALS)})(?!\w)(,? +là(?!\w))?")
"""“Thứ nhất, …”, “Thứ hai là …”, “Thứ ba, là …”, “Thứ tư rà soát”."""
_CARDINAL_HEADS = frozenset(words[0] for words in CARDINALS)
_WEEKDAY = re.compile(
    r",? *(?:\(? *(?:ngày *)?\d{1,2} ?[/.-] ?\d|tuần|hằng tuần|hàng tuần|tới đây|vừa qua|tới,|ngày \d)"
)


def noun_before_thu(nouns: Iterable[str]) -> str:
    """Regex source for the noun of “Nhiệm vụ thứ nhất”, “Nhóm giải pháp thứ hai”, up to the “thứ”."""
    return alternation(nouns) + " +(?=thứ )"


def read_word(source: SourceText, start: int, place: Place, noun: "re.Pattern[str]") -> Marker | None:
    """A word marker that begins at `start`.

    Args:
        source: the article.
        start: where a line, sentence or clause begins.
        place: which of them.
        noun: compiled from `noun_before_thu`.
    """
    folded = source.folded
    head = folded[start : start + 1]
    if head in _CARDINAL_HEADS:
        if match := _LA.match(folded, start):
            return la_marker(source, match[1], start, match.end(), place, "marker.la")
        if place > Place.CLAUSE and source.text[start].isupper() and (match := _BARE.match(folded, start)):
            return la_marker(source, match[1], start, match.end(), place, "marker.bare")
    thu = start
    if match := noun.match(folded, start):
        thu = match.end()
    elif head != "t":
        return None
    if (match := THU.match(folded, thu)) is None or (thu == start and _is_weekday(source, match)):
        return None
    return Marker(
        start=start,
        end=match.end(),
        body=_body(source, match.end(), _AFTER_WORD),
        numbers=(ORDINALS[_spaced(match[1])],),
        style=MarkerStyle.THU,
        shape="word",
        place=place,
        line=source.line_number(start),
        rule="marker.thu" if thu == start else "marker.noun_thu",
    )


def la_marker(source: SourceText, number: str, start: int, end: int, place: Place, rule: str) -> Marker:
    """A marker that counts with a cardinal: “Một là”, “Hai,”."""
    return Marker(
        start=start,
        end=end,
        body=_body(source, end, _AFTER_WORD),
        numbers=(CARDINALS[_spaced(number)],),
        style=MarkerStyle.LA,
        shape="bare" if rule == "marker.bare" else "word",
        place=place,
        line=source.line_number(start),
        rule=rule,
    )


def _spaced(words: str) -> str:
    return " ".join(words.split())


def _is_weekday(source: SourceText, thu: "re.Match[str]") -> bool:
    """“Thứ Hai, 01/06/2020”, “Thứ ba tuần này”: a day of the week, not a second or third point."""
    return _WEEKDAY.match(source.folded, thu.end(), thu.end() + _LOOK_AHEAD) is not None


# --- signs

# Markers such as “1.” “1)” “(1)” “1/” “1-” “1 -” “1:” “01.” “1.1.” “1.1”: a non-digit must follow
_DIGITS = re.compile(
    r"(\d{1,3}(?:\.\d{1,2}){0,3})( ?[.)/:]+|(?: ?[-–—](?=[\s\W]|[^\W\d_]))|(?<=\.\d)(?= ))(?!\d|[.,/-]\d)"
)
PAREN = re.compile(r"\( ?(\d{1,3}|[ivx]{1,6}|[a-zđ]) ?\)")
"""“(1)”, “(ii)”, “(c)”."""
# The shapes “I.”, “II -”, “IV/”, “i)” and “a)”, “b.”, “đ-”
_ROMAN = re.compile(r"([ivx]{1,6})( ?[.)/:]| ?[-–—](?=\s))")
_LETTER = re.compile(r"([a-zđ])([.)/]| ?[-–—](?=\s)|\.?\))")

HEAD = "|".join(
    (
        rf"{NUMBER}(?:,? +là(?!\w)| ?[,:])",
        THU.pattern,
        *(pattern.pattern for pattern in (_DIGITS, PAREN, _ROMAN, _LETTER)),
    )
)
"""Regex source for whatever may be a marker at the head of a line, without a noun before it."""


def read_sign(source: SourceText, start: int) -> Marker | None:
    """A digit, roman or letter marker that begins at `start`, at the head of a line."""
    folded = source.folded
    head = folded[start : start + 1]
    if head.isdigit():
        match = _DIGITS.match(folded, start)
        return _digits_marker(source, match) if match else None
    if head == "(":
        match = PAREN.match(folded, start)
        return sign_marker(source, match, "({})", MarkerStyle.PAREN, Place.LINE) if match else None
    if head in "ivx" and (match := _ROMAN.match(folded, start)) and _sign_reading(match[1]).kind == "i":
        return sign_marker(source, match, "{}" + (match[2].strip() or "."), MarkerStyle.ROMAN, Place.LINE)
    if match := _LETTER.match(folded, start):
        return sign_marker(source, match, "{}" + match[2].strip()[-1:], MarkerStyle.LETTER, Place.LINE)
    return None


def _digits_marker(source: SourceText, match: "re.Match[str]") -> Marker | None:
    reading = _digits_reading(match[1], match[2].strip())
    if reading is None:
        return None
    start, end = match.span()
    body = _body(source, end, _AFTER_DIGITS)
    text = source.text
    if text[body : body + 1] in {"", "\n"}:
        return None
    if reading.is_dash and text[end].isdigit():
        return None  # "1-6-2020"
    if reading.is_colon and text[body].isdigit():
        return None
    if reading.is_dash or reading.is_colon:
        end = start + len(match[0].rstrip(" -–—:"))
    return Marker(
        start=start,
        end=end,
        body=body,
        numbers=reading.numbers,
        style=reading.style,
        shape=reading.shape,
        place=Place.LINE,
        line=source.line_number(start),
        rule="marker.digits",
    )


class _DigitsReading(NamedTuple):
    """What digits and the signs behind them say."""

    numbers: tuple[int, ...]
    style: MarkerStyle
    shape: str
    is_dash: bool
    is_colon: bool


@lru_cache(maxsize=1024)
def _digits_reading(digits: str, sign: str) -> _DigitsReading | None:
    """“1.” counts in the shape `1.`, “2.3)” in `1.1) of 2`; a number without a sign is no marker."""
    *parents, last = digits.split(".")
    if not parents and not sign:
        return None
    return _DigitsReading(
        numbers=(int(last),),
        style=MarkerStyle.PAREN if ")" in sign else MarkerStyle.ARABIC,
        shape=f"{'1.' * len(parents)}1{sign[:1] or '.'}" + (f" of {'.'.join(parents)}" if parents else ""),
        is_dash=sign[:1] in {"-", "–", "—"},
        is_colon=sign[:1] == ":",
    )


def sign_marker(
    source: SourceText, match: "re.Match[str]", shape: str, style: MarkerStyle, place: Place
) -> Marker | None:
    """A marker in brackets, a roman numeral or a letter; None if it says no number up to 99.

    Args:
        source: the article.
        match: what it counts with is its first group.
        shape: with “{}” for what it counts with.
        style: family of the marker.
        place: where it stands.
    """
    start, end = match.span()
    kind, numbers = _sign_reading(source.text[match.start(1) : match.end(1)])
    if not numbers or numbers[0] > 99:
        return None
    return Marker(
        start=start,
        end=start + len(match[0].rstrip(" -–—:")),
        body=_body(source, end, _AFTER_SIGN),
        numbers=numbers,
        style=style,
        shape=shape.format(kind),
        place=place,
        line=source.line_number(start),
        rule=f"marker.{style.value}",
    )


class _SignReading(NamedTuple):
    """What a sign says."""

    kind: str
    """What it counts with: 1, i, I, a, A."""
    numbers: tuple[int, ...]


@lru_cache(maxsize=1024)
def _sign_reading(printed: str) -> _SignReading:
    """Digits, a roman numeral or a letter; no numbers if it is none of them.

    >>> [tuple(_sign_reading(sign)) for sign in ("12", "IV", "e", "vx")]
    [('1', (12,)), ('I', (4,)), ('a', (5, 6)), ('a', ())]
    """
    value = printed.lower()
    if value.isdigit():
        return _SignReading("1", (int(value),))
    roman = roman_value(value)
    letters = letter_values(value) if len(value) == 1 else ()
    kind = "a" if roman is None else "i"
    numbers = dict.fromkeys((roman, *letters) if roman else letters)
    return _SignReading(kind.upper() if printed.isupper() else kind, tuple(numbers))
