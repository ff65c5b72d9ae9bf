"""From the caller's string to the analysed text: what scrapers, editors and mail programs do to a text, undone.

Steps, each a list of edits on what the step before shows: single characters; quote heads, headings, rules,
emphasis and bullets; hard wraps; white space. The article keeps its words. A map leads every character of
the analysed text back to the stretch of the caller's string that it stands for, so no offset is lost.

Most articles need one or two of the steps; the characters that occur in an article decide which.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from partyreports.models import Note
from partyreports.notes import make_note
from partyreports.text.broken_phrases import abbreviation_breaks, credit_breaks, name_breaks
from partyreports.text.characters import BULLETS, CONTROLS, INVISIBLE, KEYCAP, MARKS, NUMERALS, PLAIN, SWAPS, ZERO_WIDTH
from partyreports.text.columns import columns_of
from partyreports.text.glued_words import lost_spaces
from partyreports.text.sentence_lines import sentence_breaks
from partyreports.text.syllables import is_syllable
from partyreports.text.wraps import hard_wraps

Edit = tuple[int, int, str]
"""A stretch of a text, and what is shown for it."""


class Analysed(NamedTuple):
    """The analysed text and its map."""

    text: str
    starts: "array[int] | None"
    """Where in the caller's string the stretch of each character begins; None: one for one."""
    ends: "array[int] | None"
    """And where it ends."""
    heading_lines: frozenset[int] = frozenset()
    """Where lines begin that Markdown marks as headings (“## …”)."""
    bold_lines: frozenset[int] = frozenset()
    """Where lines begin that Markdown sets in bold as a whole (“**…**”)."""
    notes: tuple[Note, ...] = ()

    def edited(self, edits: Iterable[Edit]) -> "Analysed":
        """The same with some stretches shown otherwise; `edits` are sorted and do not overlap."""
        pieces: list[str] = []
        starts: array[int] = array("I")
        ends: array[int] = array("I")
        old_starts, old_ends = self.starts, self.ends
        position = 0
        for begin, end, shown in edits:
            if old_starts is None or old_ends is None:
                length = len(self.text)
                old_starts, old_ends = _places(0, length), _places(1, length + 1)
            pieces += (self.text[position:begin], shown)
            starts += old_starts[position:begin]
            ends += old_ends[position:begin]
            if len(shown) == 1:
                starts += old_starts[begin : begin + 1]
                ends += old_ends[end - 1 : end]
            elif shown:
                shown_starts, shown_ends = _places_of(shown, old_starts[begin:end], old_ends[begin:end])
                starts += shown_starts
                ends += shown_ends
            position = end
        if old_starts is None or old_ends is None or not (pieces or position):
            return self
        pieces.append(self.text[position:])
        starts += old_starts[position:]
        ends += old_ends[position:]
        return self._replace(text="".join(pieces), starts=starts, ends=ends)


_FIRST_PLACES = array("I", range(20_000))
"""Those of most articles: to copy them takes a hundredth of the time of counting."""


def _places(first: int, end: int) -> "array[int]":
    """The places `first`, `first + 1`, … before `end`."""
    return _FIRST_PLACES[first:end] if end <= len(_FIRST_PLACES) else array("I", range(first, end))


def _places_of(shown: str, starts: "array[int]", ends: "array[int]") -> "tuple[array[int], array[int]]":
    """Where each character begins and ends of what is shown for a stretch, given where those of the stretch do.

    One character stands for all of it. Several stand one for one, and the last takes the rest. Where there are
    more than the stretch has (“(1)” for “①”), the first letter or digit stands for all of it, those before it
    for nothing at its beginning, those behind it for nothing at its end.
    """
    length = len(shown)
    if length <= len(starts):
        return starts[:length], ends[: length - 1] + ends[-1:]
    first = _first_letter(shown)
    begin, end = starts[:1], ends[-1:]
    return begin * (first + 1) + end * (length - first - 1), begin * first + end * (length - first)


@lru_cache(maxsize=256)
def _first_letter(shown: str) -> int:
    """Where the first letter or digit stands; 0 if there is none."""
    return next((i for i, char in enumerate(shown) if char.isalnum()), 0)


_PLAIN = re.compile(f"[{PLAIN}]+")


def analyse(raw: str) -> Analysed:
    """The analysed text of the caller's string."""
    present = set(_PLAIN.sub("", raw))
    text = raw
    for char in present & SWAPS.keys():
        text = text.replace(char, SWAPS[char])
    analysed = Analysed(text, None, None)
    if not present.isdisjoint(_REWRITTEN):
        analysed = analysed.edited(_rewritten(analysed.text))
    if not present.isdisjoint(ZERO_WIDTH):
        analysed = analysed.edited(_zero_widths(analysed.text))
    notes: list[Note] = []
    if not present.isdisjoint(_MARKUP_SIGNS):
        analysed = _without_markup(analysed, present, notes)
    if "\no " in text or text.startswith("o ") or _may_open_a_line(present):
        analysed = analysed.edited(_bullets(analysed.text))
    printed = None if analysed.text == raw else columns_of(raw, analysed.starts, analysed.ends)
    if wraps := hard_wraps(analysed.text, printed):
        analysed = analysed.edited(wraps)
        notes.append(make_note("hard-wrapped", count=len(wraps)))
    if _has_odd_spaces(analysed.text):
        analysed = analysed.edited(_spaces(analysed.text))
    analysed = _with_whole_paragraphs(analysed, notes)
    if '"' in present or "\u201e" in present:
        analysed = analysed._replace(text=_curly_quotes(analysed.text))
    if "–" in present or "—" in present:
        analysed = analysed._replace(text=_PARTING_DASH.sub("-", analysed.text))
    return analysed._replace(
        heading_lines=_line_starts(analysed, analysed.heading_lines),
        bold_lines=_line_starts(analysed, analysed.bold_lines),
        notes=tuple(notes),
    )


def _with_whole_paragraphs(analysed: Analysed, notes: list[Note]) -> Analysed:
    """Join the lines of a paragraph or caption that tools have broken at stops; part words that they have glued."""
    if sentences := sentence_breaks(analysed.text):
        analysed = analysed.edited(sentences)
        notes.append(make_note("sentence-lines", count=len(sentences)))
    if broken := sorted(_phrase_breaks(analysed.text)):
        analysed = analysed.edited(broken)
    if glued := lost_spaces(analysed.text):
        analysed = analysed.edited(glued)
    return analysed


def _phrase_breaks(text: str) -> list[Edit]:
    return credit_breaks(text) + abbreviation_breaks(text) + name_breaks(text)


def _line_starts(analysed: Analysed, places: Iterable[int]) -> frozenset[int]:
    """Places of the caller's string, as places of the analysed text."""
    if analysed.starts is None:
        return frozenset(places)
    return frozenset(bisect_left(analysed.starts, place) for place in places)


# --- single characters

_REWRITE = re.compile(
    # (composing is quadratic in the number of marks, and a Vietnamese letter has three at the most)
    rf"\r\n?|[{MARKS}]{{1,8}}|\ufe0f?{KEYCAP}(?<=\d\ufe0f{KEYCAP}|.\d{KEYCAP})|[{''.join(NUMERALS)}]"
    rf"|[{INVISIBLE}{CONTROLS}{KEYCAP}]+",
    re.DOTALL,
)
_REWRITTEN = frozenset(char for char in map(chr, range(0x10000)) if _REWRITE.match(char)) | NUMERALS.keys() | {KEYCAP}


def _rewritten(text: str) -> Iterator[Edit]:
    """Line ends of other systems, decomposed letters, numerals in one character, invisible characters."""
    done = 0
    for match in _REWRITE.finditer(text):
        begin, end = match.span()
        first = text[begin]
        if first == "\r":
            shown = "\n"
        elif first in MARKS:
            if begin > done and not text[begin - 1].isspace():
                begin -= 1  # the letter that carries the marks
            shown = unicodedata.normalize("NFC", text[begin:end])[: end - begin]
        elif text[end - 1] == KEYCAP and text[begin - 1 : begin].isdigit():
            shown = "."
        else:
            shown = NUMERALS.get(first, "")
        done = end
        yield begin, end, shown


_ZERO_WIDTHS = re.compile(f"[{ZERO_WIDTH}]+")
_ZERO_WIDTH_SIGNS = frozenset(ZERO_WIDTH)
_LONGEST_SYLLABLE = 7


def _zero_widths(text: str) -> Iterator[Edit]:
    """Zero-width spaces: a space where they part two words (“Một<ZWSP>là”), hidden inside a word."""
    count = sum(map(text.count, ZERO_WIDTH))
    are_spaces = count > 3 * text.count(" ") and len(text) > 4 * count  # a text without other spaces
    for match in _ZERO_WIDTHS.finditer(text):
        begin, end = match.span()
        left, right = text[begin - 1 : begin], text[end : end + 1]
        if not left or not right or left.isspace() or right.isspace():
            yield begin, end, ""
        elif are_spaces or (right.isalpha() and (left in ",;:!?…)”." or _parts_words(text, begin, end))):
            yield begin, end, " "
        else:
            yield begin, end, ""


def _parts_words(text: str, begin: int, end: int) -> bool:
    """Whether the letters before `begin` and behind `end` are two syllables rather than one."""
    left = begin
    while left > max(0, begin - _LONGEST_SYLLABLE - 1) and text[left - 1].isalpha():
        left -= 1
    right = end
    while right < min(len(text), end + _LONGEST_SYLLABLE + 1) and text[right].isalpha():
        right += 1
    if text[left - 1 : left] in _ZERO_WIDTH_SIGNS or text[right : right + 1] in _ZERO_WIDTH_SIGNS:
        return False  # one of many inside a word
    before, after = text[left:begin], text[end:right]
    if text[begin - 1].isdigit():
        return len(after) > 1 and is_syllable(after)
    return len(before + after) > 2 and is_syllable(before) and is_syllable(after) and not is_syllable(before + after)


# --- markup

_MARKUP_SIGNS = "*_#>|\\-=~–—"
_RULE = re.compile(r"\n *((?:- ?){3,}+|(?:\* ?){3,}+|(?:_ ?){3,}+|(?:= ?){3,}+|(?:~ ?){3,}+|(?:[–—] ?){3,}+)(?=\n|$)")
_QUOTE = re.compile(r"\n *((?:> ?)++|\|(?: |(?=\n|$)))")
_HASHES = re.compile(r"\n *(#{1,6}(?: ++|(?=\n|$)))")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_BOLD = re.compile(r"\*\*\*?(?=[^\s*])|(?<=[^\s*])\*\*\*?(?!\*)|(?<!_)__(?=[^\s_])|(?<=[^\s_])__(?!_)")
_ITALIC = re.compile(
    r"(?<![\w*])\*(?=[\w“\"(\[])(?:[^*\n]|\n(?! *\n))++(?<=\S)\*(?![\w*])|(?<!\w)_(?=[^\s_])[^_\n]++(?<=\S)_(?!\w)"
)


_RULE_SIGNS = ("---", "***", "___", "===", "~~~", "–––", "———", "* *", "- -", "_ _")


def _without_markup(analysed: Analysed, present: set[str], notes: list[Note]) -> Analysed:
    """Hide what Markdown and mail programs write around the words, and remember headings and bold lines."""
    if any(signs[0] in present and signs in analysed.text for signs in _RULE_SIGNS):
        analysed = analysed.edited(_at_heads(_RULE, analysed.text))
    if ">" in present or "|" in present:
        analysed = analysed.edited(_quote_heads(analysed.text))
    headings: list[int] = []
    if "#" in analysed.text:
        edits = list(_at_heads(_HASHES, analysed.text))
        headings = [_raw_start(analysed, end) for _, end, _ in edits if analysed.text[end : end + 1] not in {"", "\n"}]
        analysed = analysed.edited(edits)
    if "\\" in analysed.text:
        analysed = analysed.edited([(m.start(), m.end(), "") for m in _ESCAPE.finditer(analysed.text)])
    bold: list[int] = []
    marks = 0
    if "**" in analysed.text or "__" in analysed.text:
        edits = [(m.start(), m.end(), "") for m in _paired(_BOLD, analysed.text)]
        marks += len(edits)
        bold = [_raw_start(analysed, start) for start in _bold_lines(analysed.text, edits)]
        analysed = analysed.edited(edits)
    if "*" in analysed.text or "_" in analysed.text:
        stars = [place for m in _ITALIC.finditer(analysed.text) for place in (m.start(), m.end() - 1)]
        analysed = analysed.edited([(place, place + 1, "") for place in stars])
    if headings or marks >= 4:
        notes.append(make_note("looks-like-markdown"))
    return analysed._replace(heading_lines=frozenset(headings), bold_lines=frozenset(bold))


def _at_heads(pattern: "re.Pattern[str]", text: str) -> Iterator[Edit]:
    """Edits that hide what the group of a pattern that begins with a newline finds at the heads of lines."""
    for match in pattern.finditer("\n" + text):
        begin, end = match.span(1)
        yield begin - 1, end - 1, ""


def _quote_heads(text: str) -> list[Edit]:
    """The “> ” and “| ” of quoted mails and block quotes, where lines in a row have them.

    A single “> Xem thêm” is a link that a site has inserted.
    """
    found: list[Edit] = []
    lines = len([line for line in text.split("\n") if line and not line.isspace()])
    for sign in ">|":
        if text.count("\n" + sign) + text.startswith(sign) < 2 and "\n " + sign not in text:
            continue
        edits = [edit for edit in _at_heads(_QUOTE, text) if text[edit[0]] == sign]
        if len(edits) >= 2 and 2 * len(edits) >= lines:
            found += edits
    return sorted(found)


def _paired(pattern: "re.Pattern[str]", text: str) -> Iterator["re.Match[str]"]:
    """Marks of emphasis that open or close something within their paragraph."""
    waiting: re.Match[str] | None = None
    for match in pattern.finditer(text):
        if waiting is None:
            waiting = match
        elif match[0] == waiting[0] and "\n\n" not in text[waiting.end() : match.start()]:
            yield waiting
            yield match
            waiting = None
        else:
            waiting = match


def _bold_lines(text: str, edits: list[Edit]) -> Iterator[int]:
    """Where the words of lines begin that one pair of marks encloses."""
    for (begin, end, _), (closing, after, _) in zip(edits[::2], edits[1::2], strict=True):
        head = text.rfind("\n", max(0, begin - 8), begin) + 1
        if text[head:begin].strip(" -•*+") or (head == 0 and begin > 8):
            continue
        if text[after : after + 2].lstrip(" :.")[:1] in {"", "\n"} and "\n" not in text[end:closing]:
            yield end


def _raw_start(analysed: Analysed, position: int) -> int:
    """Where the stretch of a position begins in the caller's string."""
    if analysed.starts is None:
        return position
    return analysed.starts[position] if position < len(analysed.text) else analysed.ends[-1]  # type: ignore[index]


# --- bullets

_BULLET = re.compile(rf"\n[ \-–—+*]*+([{BULLETS}])")
_SYMBOLS = re.compile(f"[{BULLETS}]")
_WORD_BULLET = re.compile(r"\n *(o)(?= +\S)")
_OPENS_ITEM = re.compile(r" {1,8}(?:[\d(“\"]|[A-ZĐ])")


def _may_open_a_line(present: set[str]) -> bool:
    return any(map(_SYMBOLS.match, present))


def _bullets(text: str) -> list[Edit]:
    """Signs that open a line as a bullet are all shown as “•”; so is Word's “o”."""
    headed = "\n" + text
    edits = [(m.start(1) - 1, m.end(1) - 1, "•") for m in _BULLET.finditer(headed) if m[1] != "•"]
    letters = [(m.start(1) - 1, m.end(1) - 1, "•") for m in _WORD_BULLET.finditer(headed)]
    if len(letters) == 1 and not _OPENS_ITEM.match(text, letters[0][1]):
        return edits
    return sorted(edits + letters)


# --- white space

# Two spaces, one at the end of a line, one before a sign that closes.
_ODD_SPACE = re.compile(r" (?=[ \n,;:!?…)\]”]|\.(?:\.\.|[\s\"”’)]|$))")
# (A run of one space is left alone, unless it stands at an edge or before a sign.)
_SPACE_RUN = re.compile(r"\.{3,}|  +| (?:(?<=^ )|(?<=\n )|(?=[\n,;:!?…)\]”.]|$))")


def _has_odd_spaces(text: str) -> bool:
    """Whether there is anything for `_spaces` to edit."""
    if text.startswith(" ") or text.endswith(" ") or "\n " in text or "..." in text:
        return True
    return _ODD_SPACE.search(text) is not None


def _spaces(text: str) -> Iterator[Edit]:
    """Runs of spaces as one, none at the edges of lines and before signs that close; “...” as “…”."""
    for match in _SPACE_RUN.finditer(text):
        begin, end = match.span()
        if text[begin] == ".":
            yield begin, end, "…"
            continue
        following = text[end : end + 1]
        if begin == 0 or text[begin - 1] == "\n" or following in "\n,;:!?…)]”" or _stops(text, end):
            yield begin, end, ""
        elif end - begin > 1:
            yield begin, end, " "


def _stops(text: str, at: int) -> bool:
    """Whether a full stop stands at a place that ends a word, not one that begins “.vn” or “.NET”."""
    return text[at] == "." and (
        text.startswith("...", at) or text[at + 1 : at + 2] in {"", " ", "\n", '"', "”", "’", ")"}
    )


# --- dashes and quotation marks

_PARTING_DASH = re.compile(r"(?<=[^\s–—-] )[–—](?= [^\s–—-])")
"""A dash between words: “Trần An – Bí thư” is written with a hyphen as often."""

_OPENING_QUOTE = re.compile(r'["„](?<![^\s(\[“‘«:;,/–—-].)(?=[^\s"”])', re.DOTALL)


def _curly_quotes(text: str) -> str:
    """Straight quotes as the curly ones that they stand for; the length stays."""
    return _OPENING_QUOTE.sub("“", text).replace('"', "”")
