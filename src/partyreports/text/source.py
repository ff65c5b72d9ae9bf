"""The article as the rules see it: an analysed view beside the caller's string, with an offset map.

The caller's string is never edited. Rules read the view: combining marks composed (NFC), odd
spaces made plain, invisible characters hidden, the Icelandic Ð put right, one kind of newline.
Every place found in the view is carried back to the caller's string by the map.
"""

import re
import unicodedata
from array import array
from bisect import bisect_right
from functools import cached_property

from partyreports.models import FoundPassage, Passage, Span
from partyreports.text.spans import Range

# What the view shows in another way than the source. One character class, scanned once: most
# articles hold none of these and are their own view.
_COMBINING = "\u0300-\u036f"
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_ODD_SPACES = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_NEWLINES = "\r\x0b\x0c\x85\u2028\u2029"
_OTHER = "\u00d0"
_SPECIAL = re.compile(f"[{_COMBINING}{_INVISIBLE}{_CONTROLS}{_ODD_SPACES}{_NEWLINES}{_OTHER}]")

# A run to rewrite: CRLF, a letter with its combining marks (at most 8: composing is quadratic in the
# length of such a run, and no written Vietnamese has more than three), or one special character.
_REWRITE = re.compile(
    f"\r\n|[^{_COMBINING}\\s][{_COMBINING}]{{1,8}}|[{_COMBINING}{_INVISIBLE}{_CONTROLS}{_ODD_SPACES}{_NEWLINES}{_OTHER}]"
)
_HIDDEN = re.compile(f"[{_INVISIBLE}{_CONTROLS}]")
_SPACE = re.compile(f"[{_ODD_SPACES}]")
_NEWLINE = re.compile(f"[{_NEWLINES}]")

# Old and new tone placement are the same word: hoà/hòa, khoẻ/khỏe, uỷ/ủy (but quý, quỳ stay).
_OLD_TONES = tuple(
    zip(
        ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"),
        ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"),
        strict=True,
    )
)
_AFTER_Q = re.compile("q([ùúủũụ])y")
_TONED_U = dict(zip("ùúủũụ", "ỳýỷỹỵ", strict=True))


def fold(text: str) -> str:
    """Lower case with new tone placement, for matching only; the length never changes.

    >>> fold("Uỷ ban, HOÀ bình, quý")
    'ủy ban, hòa bình, quý'
    """
    lower = text.lower()
    if len(lower) != len(text):  # "İ".lower() is two characters long
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for old, new in _OLD_TONES:
        if old in lower:
            lower = lower.replace(old, new)
    return _AFTER_Q.sub(lambda match: "qu" + _TONED_U[match[1]], lower)


class SourceText:
    """The caller's string, its analysed view, and the way back.

    Attributes:
        raw: the caller's string, untouched.
        text: the analysed view. All `Range`s of the package count in it.
        folded: the view in lower case with new tone placement; same length as `text`.
        lines: range of every line of the view, its newline excluded; blank lines included.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text, self._starts, self._ends = _analyse(raw)
        self.folded = fold(self.text)
        self.lines = _lines(self.text)

    def __len__(self) -> int:
        return len(self.text)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_number(self, position: int) -> int:
        """Index in `lines` of the line that holds `position` (a newline belongs to its line)."""
        return max(0, bisect_right(self._line_starts, position) - 1)

    def line_at(self, position: int) -> Range:
        """The line that holds `position`."""
        return self.lines[self.line_number(position)]

    def trim(self, start: int, end: int) -> Range:
        """The range without white space at its edges; empty at `start` if nothing is left."""
        text = self.text
        while end > start and text[end - 1].isspace():
            end -= 1
        while start < end and text[start].isspace():
            start += 1
        return Range(start, end)

    def span(self, start: int, end: int) -> Span:
        """Place of a range of the view in the caller's string."""
        if self._starts is None or self._ends is None:
            return Span(start=start, end=end)
        if start >= end:
            at = self._starts[start] if start < len(self._starts) else len(self.raw)
            return Span(start=at, end=at)
        return Span(start=self._starts[start], end=self._ends[end - 1])

    def passage(self, start: int, end: int) -> Passage:
        """The caller's own words for a range of the view."""
        span = self.span(start, end)
        return Passage(text=self.raw[span.start : span.end], span=span)

    def found(self, start: int, end: int, rule: str) -> FoundPassage:
        """The same, with the name of the rule that found it."""
        span = self.span(start, end)
        return FoundPassage(text=self.raw[span.start : span.end], span=span, rule=rule)


def _lines(text: str) -> tuple[Range, ...]:
    lines = []
    start = 0
    for piece in text.split("\n"):
        end = start + len(piece)
        lines.append(Range(start, end))
        start = end + 1
    return tuple(lines)


def _analyse(raw: str) -> tuple[str, "array[int] | None", "array[int] | None"]:
    """View of `raw`, and start and end in `raw` of each of its characters (None: the view is `raw`)."""
    if _SPECIAL.search(raw) is None:
        return raw, None, None
    pieces: list[str] = []
    starts: array[int] = array("I")
    ends: array[int] = array("I")
    position = 0
    for match in _REWRITE.finditer(raw):
        begin, end = match.span()
        pieces.append(raw[position:begin])
        starts.extend(range(position, begin))
        ends.extend(range(position + 1, begin + 1))
        shown = _shown(match[0])
        pieces.append(shown)
        # One character shown for several: it spans them all. Several shown (a mark that does not
        # compose): one for one, and the last takes the rest.
        starts.extend(range(begin, begin + len(shown)))
        ends.extend(range(begin + 1, begin + len(shown)))
        if shown:
            ends.append(end)
        position = end
    pieces.append(raw[position:])
    starts.extend(range(position, len(raw)))
    ends.extend(range(position + 1, len(raw) + 1))
    return "".join(pieces), starts, ends


def _shown(run: str) -> str:
    """What the view shows for a run that `_REWRITE` matched."""
    if run == "\r\n" or _NEWLINE.fullmatch(run):
        return "\n"
    if _HIDDEN.fullmatch(run):
        return ""
    if _SPACE.fullmatch(run):
        return " "
    composed = unicodedata.normalize("NFC", run).replace("\u00d0", "\u0110")
    return composed[: len(run)]
