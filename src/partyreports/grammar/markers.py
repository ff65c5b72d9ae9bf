"""What markers look like: “Một là”, “Thứ hai,”, “1.”, “(2)”, “IV.”, “đ)”, “a.1)”, as one table of rules.

Each rule says one kind. The pattern of a rule is one group named for its kind; inside it stand the group of what the
marker counts with and, for signs, the group of the sign behind it. Where a marker may stand is the business of
`lists.candidates`, which looks for all kinds at once (`MARKERS`).
"""

import re
from collections.abc import Callable
from enum import IntEnum
from functools import lru_cache, partial
from typing import NamedTuple

from partyreports.grammar.ordinals import letter_values, roman_value
from partyreports.models import MarkerStyle
from partyreports.rules import Rule, RuleTable
from partyreports.text.numerals import CARDINALS, ORDINALS
from partyreports.text.patterns import alternation
from partyreports.text.scanned import ScannedText, scan


class Place(IntEnum):
    """Where a marker stands; the higher, the surer."""

    WORD = 0
    """Behind a word: “Tôi yêu cầu thứ nhất phải …”. Only the first of a list, where the second stands surer."""
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
    """What it may say: one number, two for a letter after d (with đ and without), none for a bullet or a clause."""
    style: MarkerStyle
    shape: str
    """Markers of one shape count on from one another: `word`, `bare`, `1.`, `1)`, `I.`, `a)`, …"""
    place: Place
    line: int
    """Number of its line in the view."""
    rule: str

    @property
    def number(self) -> int:
        """The number it says, in the first reading."""
        return self.numbers[0]


# --- parts of the patterns

_NUMBER = alternation(CARDINALS)
_ORDINAL = alternation(ORDINALS)
_DECIMAL = r"\d{1,3}(?:\.\d{1,2}){0,3}"
# A dash is a sign before a space or a word (“1 - rà soát”, “1-rà soát”), not inside a date.
_SIGN_AFTER_DIGITS = r" ?[.)/:]+|(?: ?[-–—](?=[\s\W]|[^\W\d_]))|(?<=\.\d)(?= [^\W\d_])|(?<=\.\d\d)(?= [^\W\d_])"
PAREN = r"\( ?(\d{1,3}|[ivx]{1,6}|[a-zđ]) ?\)"
"""Regex source for “(1)”, “(ii)”, “(c)”."""

# What may stand between a marker and its text.
_AFTER_WORD = re.compile(r"[ ,:.\-–—]*")
_AFTER_DIGITS = re.compile(r"[ :\-–—]*")
# (a stop or colon may follow a sign: “(1). Rà soát”, “a): rà soát”)
_AFTER_SIGN = re.compile(r" *(?:[.:](?![.\d]) *)?(?:[-–—] +)?")
_ALONE = re.compile(r"\n\n?(?=[\"“‘'«(]?[^\W\d_])")
"""A line break behind a marker that has a line of its own: its text is the next line."""
_LOOK_AHEAD = 40
"""Characters behind a marker in which its text begins: more than any row of spaces and dashes that is printed."""


def _marker(
    match: "re.Match[str]",
    scanned: ScannedText,
    numbers: tuple[int, ...],
    style: MarkerStyle,
    shape: str,
    after: "re.Pattern[str]",
) -> Marker:
    """The marker of a match, which begins a line until `lists.candidates` says otherwise."""
    source = scanned.source
    start, end = match.span(match.lastindex or 0)
    text = source.text
    found = after.match(text, end, end + _LOOK_AHEAD)
    body = found.end() if found else end
    if text[body : body + 1] == "\n" and (alone := _ALONE.match(text, body)) is not None:
        body = alone.end()
    if after is not _AFTER_WORD:
        while text[end - 1] in " -–—:":
            end -= 1
    line, rule = source.line_number(start), f"marker.{match.lastgroup}"
    return _marker_of((start, end, body, numbers, style, shape, Place.LINE, line, rule))


# Half the price of calling the class.
_marker_of: Callable[[tuple[int, int, int, tuple[int, ...], MarkerStyle, str, Place, int, str]], Marker] = partial(
    tuple.__new__, Marker
)


# --- words


def _cardinal(match: "re.Match[str]", scanned: ScannedText) -> Marker:
    number = CARDINALS[_spaced(match[(match.lastindex or 0) + 1])]
    shape = "bare" if match.lastgroup == "bare" else "word"
    return _marker(match, scanned, (number,), MarkerStyle.LA, shape, _AFTER_WORD)


def _bare(match: "re.Match[str]", scanned: ScannedText) -> Marker | None:
    return _cardinal(match, scanned) if scanned.source.text[match.start(match.lastindex or 0)].isupper() else None


# “Thứ Hai, 01/06/2020”, “Thứ ba tuần này”: a day of the week.
_WEEKDAY = r",? *(?:\(? *(?:{time.day} *)?\d{1,2} ?[/.-] ?\d|{time.behind_weekday}|tới,|{time.day} \d)"


def _ordinal(match: "re.Match[str]", scanned: ScannedText) -> Marker | None:
    if scanned.lexicon.compile(_WEEKDAY).match(scanned.source.folded, match.end(), match.end() + _LOOK_AHEAD):
        return None
    number = ORDINALS[_spaced(match[(match.lastindex or 0) + 1])]
    return _marker(match, scanned, (number,), MarkerStyle.THU, "word", _AFTER_WORD)


def _noun_ordinal(match: "re.Match[str]", scanned: ScannedText) -> Marker | None:
    printed = _spaced(match[(match.lastindex or 0) + 1])
    number = int(printed) if printed.isdigit() else ORDINALS[printed]
    return _marker(match, scanned, (number,), MarkerStyle.THU, "word", _AFTER_WORD) if number else None


def _any_noun_ordinal(match: "re.Match[str]", scanned: ScannedText) -> Marker | None:
    start, end = match.span(match.lastindex or 0)
    if scanned.cues.any_within("ordinal.not_listed", start, end):
        return None
    return _noun_ordinal(match, scanned)


def _spaced(words: str) -> str:
    return " ".join(words.split())


# --- signs


def _digits(match: "re.Match[str]", scanned: ScannedText) -> Marker | None:
    group = match.lastindex or 0
    reading = _digits_reading(match[group + 1], match[group + 2].strip())
    if reading is None:
        return None
    text = scanned.source.text
    marker = _marker(match, scanned, reading.numbers, reading.style, reading.shape, _AFTER_DIGITS)
    following = text[marker.body : marker.body + 1]
    if following in {"", "\n"}:
        return None
    if (reading.is_dash or reading.is_colon) and (following.isdigit() or text[match.end(group)].isdigit()):
        return None  # “1-6-2020”, “8:30”
    if not match[group + 2] and not following.isupper():
        return None  # “1.5 tỷ đồng” beside “1.5 Công tác cán bộ”
    return marker


class _DigitsReading(NamedTuple):
    """What digits and the signs behind them say."""

    numbers: tuple[int, ...]
    style: MarkerStyle
    shape: str
    is_dash: bool
    is_colon: bool


@lru_cache(maxsize=1024)
def _digits_reading(digits: str, sign: str) -> _DigitsReading | None:
    """“1.” counts in the shape `1.`, “2.3)” in `1.1) of 2`; a number without a sign is no marker.

    >>> _digits_reading("2.3", ")").numbers, _digits_reading("2.3", ")").shape, _digits_reading("12", "")
    ((3,), '1.1) of 2', None)
    """
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


def _paren(match: "re.Match[str]", scanned: ScannedText) -> Marker | None:
    return _sign(match, scanned, "({})", MarkerStyle.PAREN)


def inline_sign(match: "re.Match[str]", scanned: ScannedText) -> Marker | None:
    """“1)”, “a)”, “1.” inside a line: digits, a roman numeral or a letter and one sign."""
    group = match.lastindex or 0
    printed, sign = match[group + 1], match[group + 2]
    style = MarkerStyle.ARABIC if sign == "." else MarkerStyle.PAREN
    if not printed.isdigit():
        style = MarkerStyle.LETTER
    return _sign(match, scanned, "{}" + sign, style)


def _roman(match: "re.Match[str]", scanned: ScannedText) -> Marker | None:
    group = match.lastindex or 0
    if roman_value(match[group + 1]) is None:
        return None
    return _sign(match, scanned, "{}" + (match[group + 2].strip() or "."), MarkerStyle.ROMAN)


def _letter(match: "re.Match[str]", scanned: ScannedText) -> Marker | None:
    return _sign(match, scanned, "{}" + match[(match.lastindex or 0) + 2].strip()[-1:], MarkerStyle.LETTER)


def _sign(match: "re.Match[str]", scanned: ScannedText, shape: str, style: MarkerStyle) -> Marker | None:
    start, end = match.span((match.lastindex or 0) + 1)
    reading = _sign_reading(scanned.source.text[start:end], shape)
    if reading is None:
        return None
    return _marker(match, scanned, reading.numbers, style, reading.shape, _AFTER_SIGN)


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
        return _SignReading((int(value),), shape.format("1")) if int(value) <= _HIGHEST else None
    roman = roman_value(value)
    letters = letter_values(value) if len(value) == 1 else ()
    numbers = tuple(dict.fromkeys((roman, *letters) if roman else letters))
    kind = "a" if roman is None else "i"
    return _SignReading(numbers, shape.format(kind.upper() if printed.isupper() else kind)) if numbers else None


_HIGHEST = 99
"""Highest number of a list: “(2019)” is a year."""


def _legal(match: "re.Match[str]", scanned: ScannedText) -> Marker | None:
    *parents, last = match[(match.lastindex or 0) + 1].lower().split(".")
    sign = match[(match.lastindex or 0) + 2]
    shape = f"a.{'1.' * (len(parents) - 1)}1{sign} of {'.'.join(parents)}"
    return _marker(match, scanned, (int(last),), MarkerStyle.LETTER, shape, _AFTER_SIGN)


RULES: tuple[Rule[Marker], ...] = (
    Rule(
        id="marker.la",
        pattern=rf"(?P<la>({_NUMBER}),? +là(?!\w))",
        produce=_cardinal,
        accepts={"Một là, rà soát.": "Một là = 1", "Mười hai là: báo cáo.": "Mười hai là = 12"},
        refuses=("Nhất là ở cơ sở.", "Năm 2020 là năm cuối.", "Hai làng nghề."),
    ),
    Rule(
        id="marker.bare",
        pattern=rf"(?P<bare>({_NUMBER})(?= ?[,:](?!\d)))",
        produce=_bare,
        accepts={"Một, rà soát.": "Một = 1", "Hai: bổ sung.": "Hai = 2"},
        refuses=("hai, bổ sung.", "Hai bên trao đổi."),
    ),
    Rule(
        id="marker.noun_thu",
        pattern=rf"(?P<noun_thu>{{ordinal.noun}} +(?:thứ|số) +({_ORDINAL}|\d{{1,2}}(?= là|,|:))(?!\w)"
        r"(?:,? +là(?!\w))?)",
        produce=_noun_ordinal,
        accepts={
            "Nhiệm vụ thứ nhất, rà soát.": "Nhiệm vụ thứ nhất = 1",
            "Chính sách thứ 2 là hỗ trợ vốn.": "Chính sách thứ 2 là = 2",
        },
        refuses=("Nhiệm vụ thứ bậc cao.", "Lần thứ hai, tỉnh vào cuộc.", "Nội dung số 15/2020 được duyệt."),
    ),
    Rule(
        id="marker.any_noun_thu",
        pattern=rf"(?P<any_noun_thu>[^\W\d_]+ +(?:[^\W\d_]+ +)?thứ +({_ORDINAL}|\d{{1,2}}),? +là(?!\w))",
        produce=_any_noun_ordinal,
        accepts={
            "Khu vực thứ ba là ven biển.": "Khu vực thứ ba là = 3",
            "Vụ thứ nhất là vụ cháy.": "Vụ thứ nhất là = 1",
        },
        refuses=("Bí thư thứ nhất là ông An.", "Ngày thứ hai là ngày hội.", "Khu vực thứ ba gồm ven biển."),
    ),
    Rule(
        id="marker.thu",
        pattern=rf"(?P<thu>thứ +({_ORDINAL})(?!\w)(?:,? +là(?!\w))?)",
        produce=_ordinal,
        accepts={"Thứ nhất, rà soát.": "Thứ nhất = 1", "Thứ tư là báo cáo.": "Thứ tư là = 4"},
        refuses=("Thứ Hai, 01/06, họp chi bộ.", "Thứ ba tuần này, trời mưa.", "Thứ trưởng dự họp."),
    ),
    Rule(
        id="marker.digits",
        pattern=rf"(?P<digits>({_DECIMAL})({_SIGN_AFTER_DIGITS})(?!\d|[.,/-]\d))",
        produce=_digits,
        accepts={
            "1. Rà soát.": "1. = 1",
            "2 - Bổ sung.": "2 = 2",
            "03/ Báo cáo.": "03/ = 3",
            "1.2 Công tác cán bộ": "1.2 = 2",
            "1.\nRà soát.": "1. = 1",
        },
        refuses=("1.200 tỷ đồng", "1-6-2020 khai mạc", "8:30 khai mạc", "1.5 tỷ đồng", "2/3 số đại biểu", "5 tháng"),
    ),
    Rule(
        id="marker.paren",
        pattern=rf"(?P<paren>{PAREN})",
        produce=_paren,
        accepts={"(1) Rà soát.": "(1) = 1", "(iv) Báo cáo.": "(iv) = 4"},
        refuses=("(100) Rà soát.", "(ab) Rà soát."),
    ),
    Rule(
        id="marker.roman",
        pattern=r"(?P<roman>([ivx]{1,6})( ?[.)/:]| ?[-–—](?=\s)))",
        produce=_roman,
        accepts={"IV. Nhiệm vụ": "IV. = 4", "II - Kết quả": "II = 2"},
        refuses=("IIII. Nhiệm vụ", "Vì vậy", "V-League"),
    ),
    Rule(
        id="marker.legal",
        pattern=r"(?P<legal>([a-zđ](?:\.\d{1,2}){1,3})([.)/:]))",
        produce=_legal,
        accepts={"a.1) Rà soát.": "a.1) = 1", "b.2.3) Báo cáo.": "b.2.3) = 3"},
        refuses=("a.1 Rà soát", "v.v. Báo cáo"),
    ),
    Rule(
        id="marker.letter",
        pattern=r"(?P<letter>([a-zđ])([.)/]| ?[-–—](?=\s)|\.?\)))",
        produce=_letter,
        accepts={"a) Rà soát.": "a) = 1", "đ. Báo cáo.": "đ. = 5"},
        refuses=("ab) Rà soát.", "A Rà soát"),
    ),
)

_PRODUCE = {rule.id: rule.produce for rule in RULES}
MARKERS = "(?:" + "|".join(rule.pattern for rule in RULES) + ")"
"""All kinds at once; `read` makes the marker of a match."""
WORD_MARKERS = "(?:" + "|".join(rule.pattern for rule in RULES[:5]) + ")"
"""The kinds in words."""


def read(match: "re.Match[str]", scanned: ScannedText) -> Marker | None:
    """The marker that a match of `MARKERS` found, or None if it is none after all."""
    name = f"marker.{match.lastgroup}"
    return None if name in scanned.without else _PRODUCE[name](match, scanned)


def _examples(text: str) -> list[tuple[str, str]]:
    scanned = scan(text)
    match = scanned.lexicon.compile(MARKERS).match(scanned.source.folded)
    marker = read(match, scanned) if match else None
    return [(marker.rule, f"{text[marker.start : marker.end]} = {marker.number}")] if marker else []


TABLE = RuleTable(
    name="markers",
    about="Kinds of markers at the head of a line; a marker alone is no point, two that count on are a list.",
    rules=RULES,
    read=_examples,
)
