"""Ordinal markers: the places where a numbered point may begin.

A scan for candidates, cheap and generous: which of them are points is decided by the company they
keep (`structure.series`). Looked for at the head of a line (behind bullets and quotes), at the head
of a sentence ("… nặng nề.Hai là") and of a clause ("…: một là A; hai là B; (3) C").
"""

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from partyreports.grammar.ordinals import CARDINALS, ORDINALS, letter_values, roman_value
from partyreports.models import MarkerStyle, Note
from partyreports.notes import Noted
from partyreports.structure.furniture import Layout
from partyreports.text.lexicon import Lexicon
from partyreports.text.patterns import alternation
from partyreports.text.source import SourceText
from partyreports.text.spans import Range, grouped
from partyreports.text.tokens import MAX_WINDOW, Verdict, WordReader


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
    """Index of its paragraph in the source's lines."""
    rule: str

    @property
    def number(self) -> int:
        """The number it says, in the first reading."""
        return self.numbers[0]


# "- Một là", "* “1.", "## 2.": what may stand before a marker at the head of its line.
_LEADING = re.compile(r"[\s\-–—+*•·●◦▪➤✓\uf0b7#>\"“”‘'«_~]*")
_NUMBER = alternation(CARDINALS)
_ORDINAL = alternation(ORDINALS)
# The shapes “Một là, …”, “Hai là: …”, “Ba là - …”, “Bốn là …”
_LA = re.compile(rf"({_NUMBER})(,? +là)(?!\w)")
# "Một, …", "Hai: …": without là only at the head of a line or sentence
_CARDINAL_HEADS = frozenset(words[0] for words in CARDINALS)
_BARE = re.compile(rf"({_NUMBER})(?= ?[,:](?!\d))")
# "Thứ nhất, …", "Thứ hai là …", "Thứ ba, là …", "Thứ tư rà soát"
_THU = re.compile(rf"thứ +({_ORDINAL})(?!\w)(,? +là(?!\w))?")
# Markers such as “1.” “1)” “(1)” “1/” “1-” “1 -” “1:” “01.” “1.1.” “1.1”: a non-digit must follow
_DIGITS = re.compile(
    r"(\d{1,3}(?:\.\d{1,2}){0,3})( ?[.)/:]+|(?: ?[-–—](?=[\s\W]|[^\W\d_]))|(?<=\.\d)(?= ))(?!\d|[.,/-]\d)"
)
_PAREN = re.compile(r"\( ?(\d{1,3}|[ivx]{1,6}|[a-zđ]) ?\)")
# The shapes “I.”, “II -”, “IV/”, “i)” and “a)”, “b.”, “đ-”
_ROMAN = re.compile(r"([ivx]{1,6})( ?[.)/:]| ?[-–—](?=\s))")
_LETTER = re.compile(r"([a-zđ])([.)/]| ?[-–—](?=\s)|\.?\))")
_AFTER = re.compile(r"[\s,:.\-–—]*")
_AFTER_SIGN = re.compile(r"[\s:\-–—]*")
_AFTER_DOT = re.compile(r"\s*(?:[-–—]\s+)?")
_INLINE_SIGN = re.compile(r"(?<=[\s:;,.(])(\d{1,2}|[ivx]{1,5}|[a-zđ])[)/](?=\s|[^\W\d_])")
_INLINE_DOT = re.compile(r"(?<=[:;.,] )(\d{1,2})\.(?= ?[^\W\d_])")
_LOOK_BACK = 40

_WEEKDAY = re.compile(
    r",? *(?:\(? *(?:ngày *)?\d{1,2} ?[/.-] ?\d|tuần|hằng tuần|hàng tuần|tới đây|vừa qua|tới,|ngày \d)"
)


@lru_cache(maxsize=8)
def _noun_pattern(lexicon: Lexicon) -> "re.Pattern[str]":
    """“Nhiệm vụ thứ nhất”, “Nhóm giải pháp thứ hai”: the nouns that may stand before “thứ”."""
    return re.compile(alternation(lexicon.forms("ordinal.noun")) + r" +(?=thứ )")


def find_markers(source: SourceText, layout: Layout, lexicon: Lexicon, words: WordReader) -> Noted[tuple[Marker, ...]]:
    """Candidates in the article proper, in reading order.

    Args:
        source: the article.
        layout: says which lines are the article proper.
        lexicon: gives the nouns of "Nhiệm vụ thứ nhất".
        words: gives the tokenizer's verdict on word markers inside a line.
    """
    found: dict[int, Marker] = {}
    for paragraph in layout.body:
        marker = _at_head(source, paragraph, lexicon)
        if marker is not None:
            found[marker.start] = marker
    failure: Note | None = None
    for marker in _inside(source, layout, lexicon):
        if marker.start in found or not grouped((marker.start,), layout.body):
            continue
        verdict = _verdict(source, marker, words)
        if verdict is Verdict.APART or (verdict is Verdict.NONE and marker.rule != _UNPUNCTUATED):
            found[marker.start] = marker
        if verdict is Verdict.NONE and failure is None:
            failure = _failure_note(source, marker, words)
    markers = tuple(_without_overlaps(sorted(found.values(), key=lambda marker: marker.start)))
    return Noted(markers, (failure,) if failure else ())


def _without_overlaps(markers: list[Marker]) -> Iterator[Marker]:
    """Drop a marker that begins inside the one before: the “thứ hai” of “Nhiệm vụ thứ hai”."""
    end = -1
    for marker in markers:
        if marker.start >= end:
            end = marker.body
            yield marker


# --- at the head of a line


def _at_head(source: SourceText, paragraph: Range, lexicon: Lexicon) -> Marker | None:
    start = paragraph.start
    if not source.text[start].isalnum():
        leading = _LEADING.match(source.folded, start, min(paragraph.end, start + _LOOK_BACK))
        start = leading.end() if leading else start
    return _read_word(source, start, Place.LINE, lexicon) or _read_sign(source, start, paragraph.end)


def _read_sign(source: SourceText, start: int, limit: int) -> Marker | None:
    """A digit, roman or letter marker that begins at `start` of a line."""
    folded = source.folded
    head = folded[start : start + 1]
    if head == "(":
        match = _PAREN.match(folded, start)
        return _sign(source, match, f"({_kind(source, match)})", MarkerStyle.PAREN, Place.LINE) if match else None
    if head.isdigit():
        match = _DIGITS.match(folded, start)
        return _digits(source, match, limit) if match else None
    if head in "ivx" and (match := _ROMAN.match(folded, start)) and roman_value(match[1]) is not None:
        return _sign(source, match, f"{_kind(source, match)}{match[2].strip() or '.'}", MarkerStyle.ROMAN, Place.LINE)
    if match := _LETTER.match(folded, start):
        return _sign(source, match, f"{_kind(source, match)}{match[2].strip()[-1:]}", MarkerStyle.LETTER, Place.LINE)
    return None


def _kind(source: SourceText, match: "re.Match[str]") -> str:
    """Shape of what a sign counts with: 1, i, I, a, A."""
    text = source.text[match.start(1) : match.end(1)]
    if text[0].isdigit():
        return "1"
    kind = "i" if roman_value(text.lower()) is not None else "a"
    return kind.upper() if text.isupper() else kind


def _digits(source: SourceText, match: "re.Match[str]", limit: int) -> Marker | None:
    parts = match[1].split(".")
    sign = match[2].strip()
    if len(parts) == 1 and not sign:
        return None
    if sign[:1] in {"-", "–", "—"} and source.text[match.end() : match.end() + 1].isdigit():
        return None  # "1-6-2020"
    body = _body(source, match.end(), _AFTER_SIGN, limit)
    if body >= limit or (sign == ":" and source.text[body : body + 1].isdigit()):
        return None
    shape = f"{'1.' * (len(parts) - 1)}1{sign[:1] or '.'}" + (f" of {'.'.join(parts[:-1])}" if len(parts) > 1 else "")
    return Marker(
        start=match.start(),
        end=match.start() + len(match[0].rstrip(" -–—:")) if sign[:1] in "-–—:" else match.end(),
        body=body,
        numbers=(int(parts[-1]),),
        style=MarkerStyle.PAREN if ")" in sign else MarkerStyle.ARABIC,
        shape=shape,
        place=Place.LINE,
        line=source.line_number(match.start()),
        rule="marker.digits",
    )


def _sign(source: SourceText, match: "re.Match[str]", shape: str, style: MarkerStyle, place: Place) -> Marker | None:
    """A marker in brackets, a roman numeral or a letter."""
    value = match[1]
    numbers: tuple[int, ...] = ()
    if value.isdigit():
        numbers = (int(value),)
    else:
        roman = roman_value(value)
        letters = letter_values(value) if len(value) == 1 else ()
        numbers = tuple(dict.fromkeys(([roman] if roman else []) + list(letters)))
    if not numbers or numbers[0] > 99:
        return None
    return Marker(
        start=match.start(),
        end=match.start() + len(match[0].rstrip(" -–—:")),
        body=_body(source, match.end(), _AFTER_DOT, source.line_at(match.start()).end),
        numbers=numbers,
        style=style,
        shape=shape,
        place=place,
        line=source.line_number(match.start()),
        rule=f"marker.{style.value}",
    )


def _body(source: SourceText, end: int, after: "re.Pattern[str]", limit: int) -> int:
    match = after.match(source.text, end, max(end, min(limit, end + _LOOK_BACK)))
    return match.end() if match else end


# --- words


def _read_word(source: SourceText, start: int, place: Place, lexicon: Lexicon) -> Marker | None:
    """A word marker that begins at `start`."""
    folded = source.folded
    head = folded[start : start + 1]
    if head in _CARDINAL_HEADS:
        if match := _LA.match(folded, start):
            return _word(source, start, match.end(), CARDINALS[_spaced(match[1])], MarkerStyle.LA, place, "marker.la")
        if place > Place.CLAUSE and source.text[start].isupper() and (match := _BARE.match(folded, start)):
            return _word(source, start, match.end(), CARDINALS[_spaced(match[1])], MarkerStyle.LA, place, "marker.bare")
    thu = start
    if noun := _noun_pattern(lexicon).match(folded, start):
        thu = noun.end()
    elif head != "t":
        return None
    if (match := _THU.match(folded, thu)) is None or _is_weekday(source, match, has_noun=thu > start):
        return None
    number = ORDINALS[_spaced(match[1])]
    rule = "marker.thu" if thu == start else "marker.noun_thu"
    return _word(source, start, match.end(), number, MarkerStyle.THU, place, rule)


def _spaced(words: str) -> str:
    return " ".join(words.split())


def _is_weekday(source: SourceText, match: "re.Match[str]", *, has_noun: bool) -> bool:
    """“Thứ Hai, 01/06/2020”, “Thứ ba tuần này”: a day of the week, not a second or third point."""
    return not has_noun and _WEEKDAY.match(source.folded, match.end(), match.end() + _LOOK_BACK) is not None


def _word(source: SourceText, start: int, end: int, number: int, style: MarkerStyle, place: Place, rule: str) -> Marker:
    line = source.line_number(start)
    return Marker(
        start=start,
        end=end,
        body=_body(source, end, _AFTER, source.line(line).end),
        numbers=(number,),
        style=style,
        shape="bare" if rule == "marker.bare" else "word",
        place=place,
        line=line,
        rule=rule,
    )


# --- inside a line


def _inside(source: SourceText, layout: Layout, lexicon: Lexicon) -> Iterator[Marker]:
    """Candidates at heads of sentences and clauses."""
    begin = layout.body[0].start if layout.body else layout.end
    yield from _inside_words(source, begin, layout.end, lexicon)
    yield from _inside_signs(source, begin, layout.end)


# Some first sign of a list inside a paragraph: “ 1)”, “:a)”, “ i)”, “ 1/”; and a second one: “ 2. ”. With what
# is rare at the head, for the regex engine to skip ahead to.
_FIRST_SIGNS = (re.compile(r"\)(?<=[ :][1ai]\))"), re.compile(r"/(?<= 1/)"))
_SECOND_DOT = re.compile(r" 2\. ")


def _inside_signs(source: SourceText, begin: int, end: int) -> Iterator[Marker]:
    """“(1) …; (2) …”, “1) …; 2) …”, “a) …; b) …”, “… sau: 1. A. 2. B.”."""
    folded = source.folded
    found: list[Marker | None] = []
    for match in _PAREN.finditer(folded, begin, end):
        if _place(source, match.start(), may_follow_word=match[1] in {"1", "i", "a"}) is not None:
            shape = f"({_kind(source, match)})"
            found.append(_sign(source, match, shape, MarkerStyle.PAREN, Place.CLAUSE))
    if any(sign.search(folded, begin, end) for sign in _FIRST_SIGNS):
        for match in _INLINE_SIGN.finditer(folded, begin, end):
            if (place := _place(source, match.start())) is not None:
                style = MarkerStyle.PAREN if match[1].isdigit() else MarkerStyle.LETTER
                found.append(_sign(source, match, f"{_kind(source, match)}{match[0][-1]}", style, place))
    if _SECOND_DOT.search(folded, begin, end):
        dots = _INLINE_DOT.finditer(folded, begin, end)
        found += [_sign(source, match, "1.", MarkerStyle.ARABIC, Place.CLAUSE) for match in dots]
    yield from (marker for marker in found if marker is not None)


def _inside_words(source: SourceText, begin: int, end: int, lexicon: Lexicon) -> Iterator[Marker]:
    """Word markers: every “… là” and “thứ …” whose head stands where a sentence or clause begins."""
    folded = source.folded
    at = folded.find(" là", begin, end)
    while at >= 0:
        start = _number_before(folded, at)
        if start is not None and (place := _place(source, start)) is not None:
            marker = _read_word(source, start, place, lexicon)
            if marker is not None:
                yield marker
        elif start is not None and _is_unpunctuated(source, start, at + 3):
            number = CARDINALS[_spaced(folded[start:at].rstrip(","))]
            yield _word(source, start, at + 3, number, MarkerStyle.LA, Place.CLAUSE, _UNPUNCTUATED)
        at = folded.find(" là", at + 1, end)
    at = folded.find("thứ ", begin, end)
    while at >= 0:
        start = _noun_start(folded, at, lexicon)
        if (place := _place(source, start)) is not None:
            marker = _read_word(source, start, place, lexicon)
            if marker is not None:
                yield marker
        at = folded.find("thứ ", at + 1, end)


_UNPUNCTUATED = "marker.la_unpunctuated"


def _is_unpunctuated(source: SourceText, start: int, end: int) -> bool:
    """“… theo kế hoạch Hai là, tiếp tục …”: a lost full stop or line break before a capital, a comma after.

    It may as well be the end of a name (“Trần Đình Ba là, …”), so here the tokenizer must agree.
    """
    text = source.text
    return text[start].isupper() and text[end : end + 1] in {",", ":"} and text[start - 2 : start - 1].isalnum()


_NUMBER_END = re.compile(rf"(?<!\w){_NUMBER},?$")
_LAST_NUMBER_WORDS = tuple(sorted({words.split()[-1] for words in CARDINALS}))


def _number_before(folded: str, end: int) -> int | None:
    """Where the number word that ends at `end` begins: at the longest one that begins a word."""
    if not folded.endswith(_LAST_NUMBER_WORDS, 0, end - (folded[end - 1 : end] == ",")):
        return None  # nearly every “là” ends here
    match = _NUMBER_END.search(folded, max(0, end - 18), end)
    return None if match is None else match.start()


def _noun_start(folded: str, thu: int, lexicon: Lexicon) -> int:
    """Start of the noun before “thứ”, if it is one of a list's: “Nhóm giải pháp thứ hai”."""
    floor = max(0, thu - 24)
    for match in _noun_pattern(lexicon).finditer(folded, floor, thu + 4):
        if match.end() == thu and not folded[match.start() - 1 : match.start()].isalnum():
            return match.start()
    return thu


def _place(source: SourceText, start: int, *, may_follow_word: bool = False) -> Place | None:
    """What a marker at `start` inside a line begins: a sentence, a clause, or nothing.

    `may_follow_word` is for the first of a list in brackets: “gồm (1) rà soát; (2) bổ sung”. The others
    need punctuation or “và” before them: “phương án (1) hoặc phương án (2)” is no list.
    """
    text = source.text
    before = start
    floor = max(0, start - 6)
    while before > floor and text[before - 1] in " \"“‘'«":
        before -= 1
    if before == 0 or text[before - 1] == "\n":
        return Place.LINE if before == start else Place.SENTENCE
    last = text[before - 1]
    if last in '.!?…”"' and (text[start].isupper() or text[start] in "(0123456789"):
        return Place.SENTENCE
    if last in ":;," or (before < start and text[before] in "\"“‘'«"):
        return Place.CLAUSE
    if may_follow_word or text[max(0, before - 3) : before].lower() in {" và", "\nvà"}:
        return Place.CLAUSE
    return None


def _verdict(source: SourceText, marker: Marker, words: WordReader) -> Verdict:
    """The tokenizer's verdict on a word marker inside a line: “Lê Đình Ba là”, “Thứ Hai là” are joined.

    The single place where it enters the decision. No verdict counts for the marker: the grammar has
    found it where a clause begins. At the head of a line it is not asked.
    """
    if marker.shape not in {"word", "bare"} or marker.place is Place.LINE:
        return Verdict.APART
    window, first = _window(source, marker)
    return words.verdict(window, first, first + _head_length(source, marker))


def _window(source: SourceText, marker: Marker) -> tuple[str, int]:
    """A few words of the marker's line around it, and where it begins in them."""
    line = source.line(marker.line)
    start = max(line.start, marker.start - 12)
    window = source.text[start : min(line.end, marker.body + 16, start + MAX_WINDOW)]
    first = marker.start - start
    before = window[:first].rstrip().rpartition(" ")[2]
    if marker.rule == _UNPUNCTUATED and before[:1].islower():
        # A capital amid small letters looks like a name to the tokenizer, but a name has one before it too.
        window = window[:first] + window[first].lower() + window[first + 1 :]
    return window, first


def _failure_note(source: SourceText, marker: Marker, words: WordReader) -> Note:
    reason = words.failure(_window(source, marker)[0]) or "no verdict"
    span = source.span(marker.start, marker.end)
    return Note(code="tokenizer-failed", message=f"The tokenizer gave no verdict on a marker ({reason}).", span=span)


def _head_length(source: SourceText, marker: Marker) -> int:
    """Length of the number itself, without “là”."""
    head = source.folded[marker.start : marker.end]
    return len(head.removesuffix("là").rstrip(" ,"))
