"""The article as the rules see it: an analysed view beside the caller's string, with an offset map.

The caller's string is never edited. Rules read the view: combining marks composed (NFC), odd
spaces made plain, invisible characters hidden, the Icelandic Ð put right, one kind of newline.
Every place found in the view is carried back to the caller's string by the map.
"""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache, partial
from itertools import accumulate
from sys import maxsize

from partyreports.construct import constructor_for
from partyreports.models import FoundPassage, Passage, Span
from partyreports.text.spans import Range

# What the view shows in another way than the source.
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
# One for one: the offsets stay as they are.
_IMPOSTOR, _D_WITH_STROKE = "\u00d0", "\u0110"  # the Icelandic Ð is a frequent impostor of Đ
_SWAPS = {
    **dict.fromkeys(
        "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    ),
    **dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n"),
}
# The marks that Vietnamese letters are composed with (others stay as they are), for telling apart
# quickly the texts that need composing: most need none.
_MARKS = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323\u0340\u0341"
# A run that changes the offsets: CRLF, marks (with the letter before them; at most 8, because composing
# is quadratic in their number and a Vietnamese letter has three at the most), hidden characters.
_REWRITE = re.compile(f"\r\n?|[{_MARKS}]{{1,8}}|[{_INVISIBLE}{_CONTROLS}]+")


def _is_printable(text: str) -> bool:
    """Whether `text` has no odd space, no newline but the plain one, no hidden or control character."""
    return text.replace("\n", "").isprintable()


# Old and new tone placement are the same word: hoà/hòa, khoẻ/khỏe, uỷ/ủy. Only an open syllable has
# two placements (toán, huỳnh have one), and after q the u is no vowel (quý, quỳ). Two patterns, each
# with a letter at its head that the regex engine can skip ahead to.
_OLD_TONES = (re.compile(r"o[àáảãạèéẻẽẹ](?![^\W\d_])"), re.compile(r"u(?<!qu)[ỳýỷỹỵ](?![^\W\d_])"))
_NEW_TONES = dict(
    zip(
        ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"),
        ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"),
        strict=True,
    )
)


def _new_tone(match: "re.Match[str]") -> str:
    return _NEW_TONES[match[0]]


def fold(text: str) -> str:
    """Lower case with new tone placement, for matching only; the length never changes.

    >>> fold("Uỷ ban, HOÀ bình, quý, Huỳnh, toán")
    'ủy ban, hòa bình, quý, huỳnh, toán'
    """
    lower = text.lower()
    if len(lower) != len(text):  # "İ".lower() is two characters long
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for old_tone in _OLD_TONES:
        lower = old_tone.sub(_new_tone, lower)
    return lower


_COMMON = " nhtcigưuađmroàbápvlyksộếệảịôạdốêủớqâứấơờậềựểóỉăxợầ"
"""Letters of Vietnamese texts, the commonest first (counted over the articles that ship); all others are rarer."""


@lru_cache(maxsize=512)
def _rarest_first(word: str) -> "tuple[re.Pattern[str], int]":
    """A pattern for a folded word that begins with its rarest letter, and how far into the word that is.

    The regex engine skips ahead to the first letter of a pattern: the “ì” of “chủ trì” is seldom met, the “c”
    all the time.
    """
    offset = max(range(len(word)), key=lambda i: _COMMON.find(word[i]) % 100)  # (not found is 99)
    before, rest = re.escape(word[: offset + 1]), re.escape(word[offset + 1 :])
    return re.compile(f"{re.escape(word[offset])}(?<={before}){rest}"), offset


class SourceText:
    """The caller's string, its analysed view, and the way back.

    Attributes:
        raw: the caller's string, untouched.
        text: the analysed view. All `Range`s of the package count in it.
        folded: the view in lower case with new tone placement; same length as `text`.
        filled: range of every line that is not blank, white space at its edges excluded.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text, self._starts, self._ends = _analyse(raw)
        self.folded = fold(self.text)
        self._places: dict[re.Pattern[str], list[int]] = {}
        self.filled = tuple(map(_range_of, map(_span_of, _FILLED.finditer(self.text))))

    def __len__(self) -> int:
        return len(self.text)

    @cached_property
    def _line_starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self.text.split("\n")[:-1]), initial=0))

    @property
    def lines(self) -> tuple[Range, ...]:
        """Range of every line of the view, its newline excluded; blank lines included."""
        return tuple(map(self.line, range(len(self._line_starts))))

    def line(self, number: int) -> Range:
        """The line of a number, counted from 0."""
        starts = self._line_starts
        end = starts[number + 1] - 1 if number + 1 < len(starts) else len(self.text)
        return _range_of((starts[number], end))

    def line_number(self, position: int) -> int:
        """Number of the line that holds `position` (a newline belongs to its line)."""
        return bisect_right(self._line_starts, position) - 1

    def line_at(self, position: int) -> Range:
        """The line that holds `position`."""
        return self.line(bisect_right(self._line_starts, position) - 1)

    @cached_property
    def spaced(self) -> str:
        """The folded view behind one space, with spaces for what may stand right before a word.

        A pattern that begins with a literal space is found many times faster than one that looks back
        for the beginning of a word. A match at `i` of “ họp” is the word at `i` of the view.
        """
        text = self.folded
        for char in BEFORE_WORDS:
            text = text.replace(char, " ")
        return " " + text

    @cached_property
    def numbers(self) -> Sequence[int]:
        """Where numbers in digits begin in the view: at heads of lines, behind spaces, brackets, quotes and dashes."""
        return [match.start() for match in _FIRST_DIGIT.finditer(self.zeroed)]

    @cached_property
    def zeroed(self) -> str:
        """The folded view with a 0 for every digit: one that patterns can begin with."""
        text = self.folded
        for digit in "123456789":
            text = text.replace(digit, "0")
        return text

    def places_of(self, pattern: "re.Pattern[str]", *, zeroed: bool = False) -> Sequence[int]:
        """Where a cheap pattern matches in the folded view, or in the zeroed one; scanned for once only."""
        found = self._places.get(pattern)
        if found is None:
            text = self.zeroed if zeroed else self.folded
            found = self._places[pattern] = [match.start() for match in pattern.finditer(text)]
        return found

    def positions(self, words: Iterable[str], start: int = 0, end: int = maxsize) -> list[int]:
        """Where any of some folded words stand in `[start, end)`, also inside other words; sorted."""
        found = set()  # “thông tư liên tịch” and “thông tư” begin at one place
        for word in words:
            pattern, offset = _rarest_first(word)
            matches = pattern.finditer(self.folded, min(start + offset, len(self)), min(end, len(self)))
            found.update([match.start() - offset for match in matches])
        return sorted(found)

    def trim(self, start: int, end: int) -> Range:
        """The range without white space at its edges; empty at `start` if nothing is left."""
        text = self.text
        while end > start and text[end - 1].isspace():
            end -= 1
        while start < end and text[start].isspace():
            start += 1
        return _range_of((start, end))

    def _in_raw(self, start: int, end: int) -> tuple[int, int]:
        """Where a range of the view begins and ends in the caller's string; not asked where the two are one."""
        assert self._starts is not None
        assert self._ends is not None
        if start >= end:
            at = self._starts[start] if start < len(self._starts) else len(self.raw)
            return at, at
        return self._starts[start], self._ends[end - 1]

    def span(self, start: int, end: int) -> Span:
        """Place of a range of the view in the caller's string."""
        if self._starts is not None:
            start, end = self._in_raw(start, end)
        return _make_span({"start": start, "end": end})

    def words(self, start: int, end: int) -> str:
        """The caller's own words for a range of the view, as plain text."""
        if self._starts is not None:
            start, end = self._in_raw(start, end)
        return self.raw[start:end]

    def quoted(self, start: int, end: int) -> tuple[str, Span]:
        """The caller's own words for a range of the view, and where they stand."""
        if self._starts is not None:
            start, end = self._in_raw(start, end)
        return self.raw[start:end], _make_span({"start": start, "end": end})

    def passage(self, start: int, end: int) -> Passage:
        """The same as a model."""
        if self._starts is not None:
            start, end = self._in_raw(start, end)
        return _make_passage({"text": self.raw[start:end], "span": _make_span({"start": start, "end": end})})

    def found(self, start: int, end: int, rule: str) -> FoundPassage:
        """The same, with the name of the rule that found it."""
        text, span = self.quoted(start, end)
        return _make_found({"text": text, "span": span, "rule": rule})


# (What stands between words has a space behind it, and must not be taken for one: “hiện đại; hội nhập”.)
BEFORE_WORDS = '\n(“"[‘«-–/'
_FIRST_DIGIT = re.compile(rf"0(?:(?<=^0)|(?<=[ {re.escape(BEFORE_WORDS)}]0))")
# A line from its first to its last word.
_FILLED = re.compile(r"\S(?:[^\n]*\S)?")
_span_of = re.Match.span


# Faster by half than to call the class, and asked for all the time.
_range_of: Callable[[tuple[int, int]], Range] = partial(tuple.__new__, Range)
_make_span = constructor_for(Span)
_make_passage = constructor_for(Passage)
_make_found = constructor_for(FoundPassage)


def _analyse(raw: str) -> tuple[str, "array[int] | None", "array[int] | None"]:
    """View of `raw`, and start and end in `raw` of each of its characters (None: one for one)."""
    swapped = raw.replace(_IMPOSTOR, _D_WITH_STROKE)
    printable = _is_printable(swapped)
    if not printable:
        for char, shown in _SWAPS.items():
            swapped = swapped.replace(char, shown)
        printable = _is_printable(swapped)
    if printable and not any(map(swapped.__contains__, _MARKS)):
        return swapped, None, None
    pieces: list[str] = []
    starts: array[int] = array("I")
    ends: array[int] = array("I")
    position = 0
    for match in _REWRITE.finditer(swapped):
        begin, end = match.span()
        is_marks = match[0][0] in _MARKS
        if is_marks and begin > position and not swapped[begin - 1].isspace():
            begin -= 1  # the letter that carries the marks
        pieces.append(swapped[position:begin])
        starts.extend(range(position, begin))
        ends.extend(range(position + 1, begin + 1))
        shown = _shown(swapped[begin:end], is_marks=is_marks)
        pieces.append(shown)
        # One character shown for several spans them all. Several shown (a mark that does not compose)
        # stand one for one, and the last takes the rest.
        starts.extend(range(begin, begin + len(shown)))
        ends.extend(range(begin + 1, begin + len(shown)))
        if shown:
            ends.append(end)
        position = end
    pieces.append(swapped[position:])
    starts.extend(range(position, len(raw)))
    ends.extend(range(position + 1, len(raw) + 1))
    return "".join(pieces), starts, ends


def _shown(run: str, *, is_marks: bool) -> str:
    """What the view shows for a run that changes the offsets."""
    if is_marks:
        return unicodedata.normalize("NFC", run)[: len(run)]
    return "\n" if run[0] == "\r" else ""
