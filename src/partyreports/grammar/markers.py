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


# --- what is printed: each alternative is a group named for its rule; inside stand what it counts with, and the sign

NUMBER = alternation(CARDINALS)
"""Regex source for a cardinal in words."""
THU = rf"thứ +({alternation(ORDINALS)})(?!\w)(?:,? +là(?!\w))?"
"""Regex source for “Thứ nhất, …”, “Thứ hai là …”, “Thứ ba, là …”, “Thứ tư rà soát”."""


def noun_before_thu(nouns: Iterable[str]) -> str:
    """Regex source for the noun of “Nhiệm vụ thứ nhất”, “Nhóm giải pháp thứ hai”, up to the “thứ”."""
    return alternation(nouns) + " +(?=thứ )"


def word_markers(nouns: Iterable[str]) -> str:
    """Regex source for markers in words; `read` reads what it matches in folded text."""
    return "|".join(
        (
            # “Một là, …”, “Hai là: …”, “Ba là - …”, “Bốn là …”
            rf"(?P<la>({NUMBER}),? +là(?!\w))",
            # “Một, …”, “Hai: …”: without là only at the head of a line or sentence
            rf"(?P<bare>({NUMBER})(?= ?[,:](?!\d)))",
            rf"(?P<noun_thu>{noun_before_thu(nouns)}{THU})",
            rf"(?P<thu>{THU})",
        )
    )


PAREN = r"\( ?(\d{1,3}|[ivx]{1,6}|[a-zđ]) ?\)"
"""Regex source for “(1)”, “(ii)”, “(c)”."""

_DIGITS = r"(\d{1,3}(?:\.\d{1,2}){0,3})( ?[.)/:]+|(?: ?[-–—](?=[\s\W]|[^\W\d_]))|(?<=\.\d)(?= ))"

SIGN_MARKERS = "|".join(
    (
        # “1.” “1)” “1/” “1-” “1 -” “1:” “01.” “1.1.” “1.1”: a non-digit must follow
        rf"(?P<digits>{_DIGITS}(?!\d|[.,/-]\d))",
        rf"(?P<paren>{PAREN})",
        # “I.”, “II -”, “IV/”, “i)”
        r"(?P<roman>([ivx]{1,6})( ?[.)/:]| ?[-–—](?=\s)))",
        # “a)”, “b.”, “đ-”
        r"(?P<letter>([a-zđ])([.)/]| ?[-–—](?=\s)|\.?\)))",
    )
)
"""Regex source for markers in signs, at the heads of lines."""


def read(source: SourceText, match: "re.Match[str]", place: Place) -> Marker | None:
    """The marker that a match of `word_markers` or `SIGN_MARKERS` found, or None if it is none after all."""
    group = match.lastindex or 0  # the alternative: its group is the last to close
    kind = match.lastgroup
    if kind == "digits":
        return _digits_marker(source, match, group)
    if kind == "paren":
        return sign_marker(source, match, group, "({})", MarkerStyle.PAREN, place)
    if kind == "letter":
        return sign_marker(source, match, group, "{}" + match[group + 2].strip()[-1:], MarkerStyle.LETTER, place)
    if kind == "roman":
        if roman_value(match[group + 1]) is None:
            return None
        return sign_marker(source, match, group, "{}" + (match[group + 2].strip() or "."), MarkerStyle.ROMAN, place)
    return _word_marker(source, match, group, place)


# --- words

_WEEKDAY = re.compile(
    r",? *(?:\(? *(?:ngày *)?\d{1,2} ?[/.-] ?\d|tuần|hằng tuần|hàng tuần|tới đây|vừa qua|tới,|ngày \d)"
)


def _word_marker(source: SourceText, match: "re.Match[str]", group: int, place: Place) -> Marker | None:
    start, end = match.span(group)
    kind = match.lastgroup
    if kind == "la":
        return la_marker(source, match[group + 1], start, end, place, "marker.la")
    if kind == "bare":
        if place is Place.CLAUSE or not source.text[start].isupper():
            return None
        return la_marker(source, match[group + 1], start, end, place, "marker.bare")
    if kind == "thu" and _WEEKDAY.match(source.folded, end, end + _LOOK_AHEAD):
        return None  # “Thứ Hai, 01/06/2020”, “Thứ ba tuần này”: a day of the week
    return Marker(
        start=start,
        end=end,
        body=_body(source, end, _AFTER_WORD),
        numbers=(ORDINALS[_spaced(match[group + 1])],),
        style=MarkerStyle.THU,
        shape="word",
        place=place,
        line=source.line_number(start),
        rule=f"marker.{kind}",
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


# --- signs


def _digits_marker(source: SourceText, match: "re.Match[str]", group: int) -> Marker | None:
    reading = _digits_reading(match[group + 1], match[group + 2].strip())
    if reading is None:
        return None
    start, end = match.span(group)
    body = _body(source, end, _AFTER_DIGITS)
    text = source.text
    if text[body : body + 1] in {"", "\n"}:
        return None
    if reading.is_dash and text[end].isdigit():
        return None  # "1-6-2020"
    if reading.is_colon and text[body].isdigit():
        return None
    if reading.is_dash or reading.is_colon:
        end = start + len(match[group].rstrip(" -–—:"))
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
    source: SourceText, match: "re.Match[str]", group: int, shape: str, style: MarkerStyle, place: Place
) -> Marker | None:
    """A marker in brackets, a roman numeral or a letter; None if it says no number up to 99.

    Args:
        source: the article.
        match: found the marker.
        group: its group that holds the marker; the next one holds what it counts with.
        shape: with “{}” for what it counts with.
        style: family of the marker.
        place: where it stands.
    """
    start, end = match.span(group)
    value_start, value_end = match.span(group + 1)
    reading = _sign_reading(source.text[value_start:value_end], shape)
    if reading is None:
        return None
    return Marker(
        start=start,
        end=start + len(match[group].rstrip(" -–—:")),
        body=_body(source, end, _AFTER_SIGN),
        numbers=reading.numbers,
        style=style,
        shape=reading.shape,
        place=place,
        line=source.line_number(start),
        rule=f"marker.{style}",
    )


class _SignReading(NamedTuple):
    """What a sign says."""

    numbers: tuple[int, ...]
    shape: str


@lru_cache(maxsize=1024)
def _sign_reading(printed: str, shape: str) -> _SignReading | None:
    """Digits, a roman numeral or a letter; in a shape, 1, i, I, a or A stands for what counts.

    >>> _sign_reading("12", "({})"), _sign_reading("vx", "{}.")
    (_SignReading(numbers=(12,), shape='(1)'), None)
    >>> _sign_reading("IV", "{}."), _sign_reading("e", "{})")
    (_SignReading(numbers=(4,), shape='I.'), _SignReading(numbers=(5, 6), shape='a)'))
    """
    value = printed.lower()
    if value.isdigit():
        return _SignReading((int(value),), shape.format("1")) if int(value) <= 99 else None
    roman = roman_value(value)
    letters = letter_values(value) if len(value) == 1 else ()
    numbers = tuple(dict.fromkeys((roman, *letters) if roman else letters))
    kind = "a" if roman is None else "i"
    return _SignReading(numbers, shape.format(kind.upper() if printed.isupper() else kind)) if numbers else None
