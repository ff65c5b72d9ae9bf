"""Ordinal markers: the places where a numbered point may begin.

A scan for candidates, cheap and generous: which of them are points is decided by the company they
keep (`structure.series`). Looked for at the head of a line (behind bullets and quotes), at the head
of a sentence ("… nặng nề.Hai là") and of a clause ("…: một là A; hai là B; (3) C").
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from sys import maxsize
from typing import NamedTuple

from partyreports.grammar.markers import (
    NUMBER,
    PAREN,
    SIGN_MARKERS,
    THU,
    Marker,
    Place,
    la_marker,
    noun_before_thu,
    read,
    sign_marker,
    word_markers,
)
from partyreports.grammar.ordinals import CARDINALS
from partyreports.layout.article import Article
from partyreports.layout.segmentation import Layout
from partyreports.models import MarkerStyle, Note
from partyreports.notes import WithNotes
from partyreports.text.lexicon import Lexicon
from partyreports.text.source import SourceText
from partyreports.text.spans import containing
from partyreports.text.tokens import MAX_WINDOW, CachedTokenizer, Verdict

# "- Một là", "* “1.", "## 2.": what may stand before a marker at the head of its line.
_LEADING = r"[ \-–—+*•·●◦▪➤✓\uf0b7#>\"“”‘'«_~]{0,40}+"


class _Cues(NamedTuple):
    word: "re.Pattern[str]"
    """A marker in words."""
    noun: "re.Pattern[str]"
    """The noun of “Nhiệm vụ thứ nhất”."""
    line: "re.Pattern[str]"
    """A newline, what may stand before a marker, and any marker."""
    excerpt: "re.Pattern[str]"
    """The same without the newline."""


@lru_cache(maxsize=8)
def _cues(lexicon: Lexicon) -> _Cues:
    nouns = lexicon.forms("ordinal.noun")
    words = word_markers(nouns)
    head = rf"{_LEADING}(?=..)(?:{words}|{SIGN_MARKERS})"  # (none is a single character)
    return _Cues(
        word=re.compile(words),
        noun=re.compile(noun_before_thu(nouns)),
        line=re.compile(r"\n *+" + head),
        excerpt=re.compile(head),
    )


def find_markers(article: Article, words: CachedTokenizer) -> WithNotes[tuple[Marker, ...]]:
    """Candidates in the article proper, in reading order.

    Args:
        article: the article.
        words: gives the tokenizer's verdict on word markers inside a line.
    """
    source, layout, lexicon = article.source, article.layout, article.lexicon
    if not layout.body:
        return WithNotes(())
    cues = _cues(lexicon)
    found = _at_heads(source, layout, cues)
    failure: Note | None = None
    for marker in _inside(source, layout, cues, {marker.end for marker in found.values()}):
        if marker.start in found or not _is_in_body(layout, marker.start):
            continue
        verdict = _verdict(source, marker, words)
        if verdict is Verdict.APART or (verdict is Verdict.NONE and marker.rule != _UNPUNCTUATED):
            found[marker.start] = marker
        if verdict is Verdict.NONE and failure is None:
            failure = _failure_note(source, marker, words)
    markers = tuple(_without_overlaps([found[start] for start in sorted(found)]))
    return WithNotes(markers, (failure,) if failure else ())


def _is_in_body(layout: Layout, position: int) -> bool:
    i = bisect_right(layout.body, (position, maxsize)) - 1
    return i >= 0 and position < layout.body[i].end


def _without_overlaps(markers: list[Marker]) -> Iterator[Marker]:
    """Drop a marker that begins inside the one before: the “thứ hai” of “Nhiệm vụ thứ hai”."""
    end = -1
    for marker in markers:
        if marker.start >= end:
            end = marker.body
            yield marker


# --- at the head of a line


def _at_heads(source: SourceText, layout: Layout, cues: _Cues) -> dict[int, Marker]:
    """Markers at the heads of paragraphs, by their starts."""
    newline = source.text.rfind("\n", 0, layout.body[0].start)
    matches = cues.line.finditer(source.folded, max(newline, 0), layout.end)
    # No newline stands before the first line of a text, nor before a lead that was scraped to the end (“more1. …”).
    heads = [layout.body[0].start] if newline < 0 else []
    if layout.body[-1] == layout.lead:
        heads.append(layout.body[-1].start)
    without_newline = filter(None, (cues.excerpt.match(source.folded, head) for head in heads))
    found: dict[int, Marker] = {}
    for match in chain(matches, without_newline):
        if (marker := read(source, match, Place.LINE)) is not None:
            found[marker.start] = marker
    return {start: found[start] for _, start in containing(sorted(found), layout.body)}


# --- inside a line


def _inside(source: SourceText, layout: Layout, cues: _Cues, known_ends: set[int]) -> Iterator[Marker]:
    """Candidates at heads of sentences and clauses; `known_ends` is where the markers at heads of lines end."""
    begin, end = layout.body[0].start, layout.end
    yield from _inside_la(source, begin, end, cues, known_ends)
    yield from _inside_thu(source, begin, end, cues, known_ends)
    yield from _inside_signs(source, begin, end)


# Some first sign of a list inside a paragraph: “ 1)”, “:a)”, “ i)”, “ 1/”; and a second one: “ 2. ”. With what
# is rare at the head, for the regex engine to skip ahead to.
_FIRST_SIGNS = (re.compile(r"\)(?<=[ :][1ai]\))"), re.compile(r"/(?<= 1/)"))
_SECOND_DOT = re.compile(r"2\.(?<= 2\.) ")
_PAREN = re.compile(PAREN)
_INLINE_SIGN = re.compile(r"(?<=[\s:;,.(])(\d{1,2}|[ivx]{1,5}|[a-zđ])[)/](?=\s|[^\W\d_])")
_INLINE_DOT = re.compile(r"(?<=[:;.,] )(\d{1,2})\.(?= ?[^\W\d_])")


def _inside_signs(source: SourceText, begin: int, end: int) -> Iterator[Marker]:
    """“(1) …; (2) …”, “1) …; 2) …”, “a) …; b) …”, “… sau: 1. A. 2. B.”."""
    folded = source.folded
    found = [
        sign_marker(source, match, 0, "({})", MarkerStyle.PAREN, Place.CLAUSE)
        for match in _PAREN.finditer(folded, begin, end)
        if _place(source, match.start(), may_follow_word=match[1] in {"1", "i", "a"}) is not None
    ]
    if any(sign.search(folded, begin, end) for sign in _FIRST_SIGNS):
        for match in _INLINE_SIGN.finditer(folded, begin, end):
            if (place := _place(source, match.start())) is not None:
                style = MarkerStyle.PAREN if match[1].isdigit() else MarkerStyle.LETTER
                found.append(sign_marker(source, match, 0, "{}" + match[0][-1], style, place))
    if _SECOND_DOT.search(folded, begin, end):
        dots = _INLINE_DOT.finditer(folded, begin, end)
        found += [sign_marker(source, match, 0, "{}.", MarkerStyle.ARABIC, Place.CLAUSE) for match in dots]
    yield from (marker for marker in found if marker is not None)


def _behind_number(comma: str) -> str:
    """Regex source for looking back, from behind “là”, at the last word of a number: one source for each length."""
    words = sorted({words.split()[-1] for words in CARDINALS})
    by_length = [[word for word in words if len(word) == length] for length in sorted(set(map(len, words)))]
    return "|".join(f"(?<=(?:{'|'.join(alike)}){comma} là)" for alike in by_length)


# “là” behind the last word of a number. (Looked for at “là”, because a pattern that begins with one of many
# words is slow; and at its rarest letter.)
_LA_AFTER_NUMBER = re.compile(rf"à(?<= là)(?!\w)(?:{_behind_number('')}|{_behind_number(',')})")
_NUMBER_END = re.compile(rf"(?<!\w)({NUMBER}),?$")
_THU = re.compile(THU.replace("thứ", "ứ(?<=thứ)", 1))  # the rarest letter first
_LONGEST_NUMBER = max(map(len, CARDINALS)) + 4  # doubled spaces, a comma


def _inside_la(source: SourceText, begin: int, end: int, cues: _Cues, known_ends: set[int]) -> Iterator[Marker]:
    """“…; hai là …”: every “là” behind a number that stands where a sentence or clause begins."""
    folded = source.folded
    for la in _LA_AFTER_NUMBER.finditer(folded, begin, end):
        if la.end() in known_ends:
            continue
        space = la.end() - len(" là")
        number = _NUMBER_END.search(folded, max(0, space - _LONGEST_NUMBER), space)
        if number is None:
            continue
        start = number.start()
        if (place := _place(source, start)) is not None:
            if (match := cues.word.match(folded, start)) and (marker := read(source, match, place)):
                yield marker
        elif _is_unpunctuated(source, start, la.end()):
            yield la_marker(source, number[1], start, la.end(), Place.CLAUSE, _UNPUNCTUATED)


def _inside_thu(source: SourceText, begin: int, end: int, cues: _Cues, known_ends: set[int]) -> Iterator[Marker]:
    """“…; thứ hai …”, “… . Nhiệm vụ thứ hai …”: every “thứ” that stands, itself or its noun, at such a place."""
    folded = source.folded
    for thu in _THU.finditer(folded, begin, end):
        if thu.end() in known_ends:
            continue
        start = _noun_start(folded, thu.start() - len("th"), cues.noun)
        if (place := _place(source, start)) is None:
            continue
        if (match := cues.word.match(folded, start)) and (marker := read(source, match, place)):
            yield marker


_UNPUNCTUATED = "marker.la_unpunctuated"


def _is_unpunctuated(source: SourceText, start: int, end: int) -> bool:
    """“… theo kế hoạch Hai là, tiếp tục …”: a lost full stop or line break before a capital, a comma after.

    It may as well be the end of a name (“Trần Đình Ba là, …”), so here the tokenizer must agree.
    """
    text = source.text
    return text[start].isupper() and text[end : end + 1] in {",", ":"} and text[start - 2 : start - 1].isalnum()


def _noun_start(folded: str, thu: int, noun: "re.Pattern[str]") -> int:
    """Start of the noun before “thứ”, if it is one of a list's: “Nhóm giải pháp thứ hai”."""
    floor = max(0, thu - 24)
    for match in noun.finditer(folded, floor, thu + 4):
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


def _verdict(source: SourceText, marker: Marker, words: CachedTokenizer) -> Verdict:
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


def _failure_note(source: SourceText, marker: Marker, words: CachedTokenizer) -> Note:
    reason = words.failure(_window(source, marker)[0]) or "no verdict"
    span = source.span(marker.start, marker.end)
    return Note(code="tokenizer-failed", message=f"The tokenizer gave no verdict on a marker ({reason}).", span=span)


def _head_length(source: SourceText, marker: Marker) -> int:
    """Length of the number itself, without “là”."""
    head = source.folded[marker.start : marker.end]
    return len(head.removesuffix("là").rstrip(" ,"))
