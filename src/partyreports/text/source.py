"""The article as the rules see it: the analysed text beside the caller's string, with an offset map.

The caller's string is never edited. Rules read the analysed text, which `text.normalise` makes: letters composed, one
kind of space, newline and bullet, markup and invisible characters hidden, hard wraps joined. Every place found
in it is carried back to the caller's string by the map: characters that are hidden belong to a range
that has them inside, and to none that has them at an edge.
"""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate

from partyreports.construct import constructor_for
from partyreports.models import FoundPassage, Passage, Span
from partyreports.text.legibility import legibility_notes
from partyreports.text.normalise import analyse
from partyreports.text.spans import Range, range_of

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


# One word with two spellings: kì/kỳ, lí/lý, tỉ/tỷ, quí/quý. Only a syllable of one of these letters and the vowel.
_I_FOR_Y = re.compile(r"[ìíỉĩ](?:(?<=\b[hklmst].)|(?<=\bqu.))(?![^\W\d_])")
_Y = str.maketrans("ìíỉĩ", "ỳýỷỹ")


def _new_tone(match: "re.Match[str]") -> str:
    return _NEW_TONES[match[0]]


def _y(match: "re.Match[str]") -> str:
    return match[0].translate(_Y)


def fold(text: str) -> str:
    """Lower case with new tone placement and y for i, for matching only; the length never changes.

    >>> fold("Uỷ ban, HOÀ bình, quý, Huỳnh, toán, kì họp quí I, lí do")
    'ủy ban, hòa bình, quý, huỳnh, toán, kỳ họp quý i, lý do'
    """
    lower = text.lower()
    if len(lower) != len(text):  # "İ".lower() is two characters long
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for old_tone in _OLD_TONES:
        lower = old_tone.sub(_new_tone, lower)
    return _I_FOR_Y.sub(_y, lower)


class SourceText:
    """The caller's string, the analysed text, and the way back.

    Attributes:
        raw: the caller's string, untouched.
        text: the analysed text. All `Range`s of the package count in it.
        folded: the analysed text in lower case with new tone placement; same length as `text`.
        filled: range of every line that is not blank, white space at its edges excluded.
        heading_lines: where lines begin that Markdown marks as headings (“## …”).
        bold_lines: where lines begin that Markdown sets in bold as a whole.
        sentences: those of the ranges that `grammar.sentences` was asked for.
        notes: what the analysis saw and a reader should know: `hard-wrapped`, `looks-like-html`, `mojibake`, …
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        analysed = analyse(raw)
        self.text, self._starts, self._ends = analysed.text, analysed.starts, analysed.ends
        self.heading_lines = analysed.heading_lines
        self.bold_lines = analysed.bold_lines
        self.notes = (*analysed.notes, *legibility_notes(self.text))
        self.folded = fold(self.text)
        self.sentences: dict[tuple[int, int], tuple[Range, ...]] = {}
        self.filled = tuple(map(range_of, map(_span_of, _FILLED.finditer(self.text))))

    def __len__(self) -> int:
        return len(self.text)

    @cached_property
    def _line_starts(self) -> list[int]:
        """Where lines begin, and where another one behind the last would."""
        lengths = map(len, self.text.split("\n"))
        return [number + length for number, length in enumerate(accumulate(lengths, initial=0))]

    @property
    def lines(self) -> tuple[Range, ...]:
        """Range of every line, its newline excluded; blank lines included."""
        return tuple(map(self.line, range(len(self._line_starts) - 1)))

    def line(self, number: int) -> Range:
        """The line of a number, counted from 0."""
        return range_of((self._line_starts[number], self._line_starts[number + 1] - 1))

    def line_number(self, position: int) -> int:
        """Number of the line that holds `position` (a newline belongs to its line)."""
        return bisect_right(self._line_starts, position) - 1

    def line_at(self, position: int) -> Range:
        """The line that holds `position`."""
        return self.line(bisect_right(self._line_starts, position) - 1)

    @cached_property
    def spaced(self) -> str:
        """The folded text behind one space, with spaces for what may stand right before a word.

        The scan looks for forms with a space in front, and so finds them only where a word begins. A match of
        “ họp” that begins at `i` here is the word at `i` of the analysed text.
        """
        spaced = " " + as_spaced(self.folded)
        glued = [
            match.end()
            for match in _GLUED_SENTENCE.finditer(self.text)
            if self.text[match.end() : match.end() + 2].istitle()
        ]
        starts = [0, *(end + 1 for end in glued)]
        return " ".join(spaced[start:end] for start, end in zip(starts, [*glued, None], strict=True))

    def trim(self, start: int, end: int) -> Range:
        """The range without white space at its edges; empty at `start` if nothing is left."""
        text = self.text
        while end > start and text[end - 1] in WHITE_SPACE:
            end -= 1
        while start < end and text[start] in WHITE_SPACE:
            start += 1
        return range_of((start, end))

    def _in_raw(self, start: int, end: int) -> tuple[int, int]:
        """Where a range begins and ends in the caller's string; not asked where the two are one."""
        assert self._starts is not None
        assert self._ends is not None
        if start >= end:
            at = self._starts[start] if start < len(self._starts) else len(self.raw)
            return at, at
        return self._starts[start], self._ends[end - 1]

    def span(self, start: int, end: int) -> Span:
        """Place of a range in the caller's string."""
        if self._starts is not None:
            start, end = self._in_raw(start, end)
        return _make_span({"start": start, "end": end})

    def range_of(self, span: Span) -> Range:
        """The way back: the range that a place in the caller's string is shown at."""
        if self._starts is None or self._ends is None:
            return Range(span.start, span.end)
        start = bisect_left(self._starts, span.start)
        return Range(start, max(start, bisect_right(self._ends, span.end)))

    def words(self, start: int, end: int) -> str:
        """The caller's own words for a range, as plain text."""
        if self._starts is not None:
            start, end = self._in_raw(start, end)
        return self.raw[start:end]

    def quoted(self, start: int, end: int) -> tuple[str, Span]:
        """The caller's own words for a range, and where they stand."""
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


# (What stands between words mostly has a space behind it, and must not be taken for one: “hiện đại; hội nhập”.)
_BEFORE_WORDS = '\n(“"[‘«-–/*>»•►'
# The space is often lost: “ông Trần An,Giám đốc Sở”. (Not in front of figures: “1,5 triệu”.)
_GLUED = re.compile(r"[,;:](?<=\w.)(?=[^\W\d_])")
# So is that behind a sentence or a bracket: “ở xã Tân Lập.Chủ trì hội nghị”, “(5 xã)Sáng 5/3”, with a capital and a
# small letter behind it. (“TS.BS”, “Ths.Bs” are one word.)
_GLUED_SENTENCE = re.compile(r"[.)](?=[^\W\d_]{3})(?:(?<=\))|(?<=\w\w[\w)]\.))")


def as_spaced(folded: str) -> str:
    """A folded text, or a folded form of the lexicon, with spaces for what may stand right before a word."""
    for char in _BEFORE_WORDS:
        folded = folded.replace(char, " ")
    return _GLUED.sub(" ", folded)


WHITE_SPACE = frozenset(
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""What `str.isspace` is true of: looked at for the edges of every range."""
# A line from its first to its last word.
_FILLED = re.compile(r"\S(?:[^\n]*\S)?")
_span_of = re.Match.span


_make_span = constructor_for(Span)
_make_passage = constructor_for(Passage)
_make_found = constructor_for(FoundPassage)
