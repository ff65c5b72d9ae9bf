"""Hard wraps: line breaks that a mail program or a PDF has put inside paragraphs.

A text is taken for wrapped when all its lines are short and sentences go on across line breaks: a line ends
without a stop, and the next begins with a small letter. Two kinds:

- filled to a width: a line was broken because the next word would not have fitted. That tells every break of
  the kind, also before a capital; the end of a paragraph is a line with room left.
- ragged: no common width. Only the breaks that a sentence goes on across are joined.

Where other lines are long, only the breaks inside a date are joined.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from partyreports.text.columns import Columns
from partyreports.text.line_breaks import (
    CLOSING,
    CREDITED,
    IN_WORDS,
    MARKER,
    OPENERS,
    WORD_MARKER,
    WORDS,
    LineBreak,
    is_name,
    may_go_on,
)
from partyreports.text.numerals import ORDINALS, UNITS

_WIDEST = 130
"""Columns of the widest lines that are taken for wrapped; the narrowest width that lines are filled to."""
_NARROWEST = 40
_LEAD_LINES = 10
"""Lines in which the first sentence of a text ends."""
_HEADLINE_LINES = 4
"""Lines of which one is the headline: a crumb and a date may stand above it."""
_SLACK = 20
"""Columns that a line may lack where its sentence goes on: a no-break space glued the next word to another."""
_LIKELIER = 2
"""How many times likelier such words make it that a line goes on with a paragraph, or begins one."""
_WORD_MARKER_IN_LINE = re.compile(rf"(?<=[.:;,…] ){IN_WORDS}(?=,| là(?!\w))", re.IGNORECASE)
_FIRST_POINT = rf"(?:(?:{'|'.join(WORDS['first_points'])})(?!\w)|\([2b]\))"
_MARKER_IN_LINE = re.compile(rf"[.:;,] {_FIRST_POINT}")
_MARKER_OF_LINE = re.compile(_FIRST_POINT)
_MID_LINE_END = re.compile(r"[.!?…][\"”)]? (?=[^\W\d_])")


def hard_wraps(text: str, printed: Columns | None = None) -> list[tuple[int, int, str]]:
    r"""The line breaks inside paragraphs, each with what is shown for it: a space, or nothing behind a hyphen.

    Args:
        text: the text.
        printed: the columns of the string that it was made from, where that is another one. Whichever of the two
            looks filled to a width was.

    >>> hard_wraps("Tin\n\nSở Nội vụ họp giao ban, ông Trần Văn An chủ\ntrì.")
    [(48, 49, ' ')]
    """
    if "\n" not in text:
        return []
    as_they_are = text.split("\n")
    has_space_at_edge = "\n " in text or " \n" in text or " " in {text[0], text[-1]}
    lines = [line.strip(" ") for line in as_they_are] if has_space_at_edge else as_they_are
    if max(map(len, lines)) > _WIDEST and any(" " in line[:_WIDEST] for line in lines if len(line) > _WIDEST):
        return [(one.start, one.end, " ") for one in _breaks(as_they_are, lines) if one.splits_date()]
    if not _any_goes_on(lines):
        return []
    breaks = list(_breaks(as_they_are, lines))
    going_on = [one.goes_on() for one in breaks]
    joined = [one for one, goes_on in zip(breaks, going_on, strict=True) if goes_on]
    for columns in (None,) if printed is None else (printed, None):
        measured = [one.measured(columns) for one in breaks]
        width = max(one.widest for one in measured)
        if any("  " in line for line in lines):
            width -= 1  # (two spaces may have stood at a break)
        filled = sum(1 for one, goes_on in zip(measured, going_on, strict=True) if goes_on and one.is_full(width))
        if width >= _NARROWEST and 10 * filled >= 7 * len(joined):
            joined = _filled(lines, measured, width)
            break
    return [(one.start, one.end, "" if one.is_hyphenated() else " ") for one in joined]


def _any_goes_on(lines: list[str]) -> bool:
    """Whether any sentence goes on across a break: most texts are told by this, before their breaks are measured."""
    for before, after in pairwise(lines):
        if before and after and may_go_on(before, after):
            one = LineBreak(0, 0, before, after, following="", is_near_top=False, is_last=False)
            if one.goes_on():
                return True
    return False


def _breaks(as_they_are: list[str], lines: list[str]) -> Iterator[LineBreak]:
    """The breaks of lines as they are and without white space at their edges."""
    position = 0
    count = len(lines)
    last = count - 1
    while last > 0 and not lines[last]:
        last -= 1
    first = next((i for i, line in enumerate(lines) if line), 0)
    for i in range(count - 1):
        position += len(as_they_are[i]) + 1
        before, after = lines[i], lines[i + 1]
        if before and after:
            start, end = position - 1, position
            if before != as_they_are[i]:
                start -= len(as_they_are[i]) - len(as_they_are[i].rstrip(" "))
            if after != as_they_are[i + 1]:
                end += len(as_they_are[i + 1]) - len(as_they_are[i + 1].lstrip(" "))
            following = lines[i + 2] if i + 2 < count else ""
            yield LineBreak(start, end, before, after, following, i < first + _HEADLINE_LINES, i + 1 == last)


def _filled(lines: list[str], breaks: list[LineBreak], width: int) -> list[LineBreak]:
    """The breaks of a text that is filled to a width: all where the next word would not have fitted.

    The end of a paragraph may look so by chance. Where blank lines part the paragraphs there is none among
    them. Elsewhere a stop before the break decides: more sentences end inside lines than at the ends of
    paragraphs, or fewer.
    """
    of_text = _Evidence(
        width=width,
        at_ends=sum(1 for one in breaks if one.ends() and not one.is_full(width)),
        inside=sum(len(_MID_LINE_END.findall(line)) for line in lines),
        marked_inside=any(map(_MARKER_IN_LINE.search, lines)) and not any(map(_MARKER_OF_LINE.match, lines)),
        words_inside=frozenset(_numbered(match) for line in lines for match in _WORD_MARKER_IN_LINE.finditer(line)),
        whole=_in_whole_blocks(breaks, width) if "" in lines[:-1] else _in_lead(breaks),
        above_captions=_above_captions(breaks, width),
    )
    full = sum(1 for one in breaks if one.is_full(width, _SLACK if one.goes_on() else 0))
    rest = len(breaks) - full
    if rest == 0 or (10 * rest <= full and "" in lines[:-1]):
        return [one for one in breaks if one.is_full(width, 0 if one.ends() else _SLACK) and of_text.may_join(one)]
    found: list[LineBreak] = []
    head = ""
    last: LineBreak | None = None
    for one in breaks:
        if last is None or one.start != last.end + len(last.after):
            head = one.before
        last = one
        if not one.is_full(width, _SLACK if one.goes_on() else 0):
            head = one.after
        elif of_text.is_inside(one, head):
            found.append(one)
        else:
            head = one.after
    return found


def _numbered(match: "re.Match[str]") -> tuple[bool, int]:
    """What a marker in words counts with, and its number: “Hai là” and “Thứ hai” are two."""
    words = match[1].lower()
    return words.startswith("thứ "), ORDINALS.get(words.removeprefix("thứ "), 0) or UNITS.get(words, 10)


def _in_whole_blocks(breaks: list[LineBreak], width: int) -> frozenset[int]:
    """The breaks of the blocks between blank lines in which every line is full: a lead, as a rule, one paragraph."""
    found: set[int] = set()
    block: list[LineBreak] = []
    for one in breaks:
        block.append(one)
        if not one.following:
            if all(each.is_full(width, _SLACK if each.goes_on() else 0) for each in block):
                found.update(each.start for each in block)
            block = []
    return frozenset(found)


def _in_lead(breaks: list[LineBreak]) -> frozenset[int]:
    """The break behind the first sentence of a text: leads have several as often as one, whatever comes below them."""
    for one in breaks[:_LEAD_LINES]:
        if _MID_LINE_END.search(one.before):
            break
        if one.ends():
            return frozenset() if one.begins_paragraph() else frozenset({one.start})
    return frozenset()


def _above_captions(breaks: list[LineBreak], width: int) -> frozenset[int]:
    """The breaks behind a stop, below which stand one sentence and who took the photo: “Ông An kết luận. Ảnh: V.A”."""
    found: set[int] = set()
    below: LineBreak | None = None
    is_caption = False
    for one in reversed(breaks):
        if below is None or one.end + len(one.after) != below.start or not below.is_full(width):
            credit = CREDITED.search(one.after)
            words = "" if credit is None or not is_name(credit[1]) else one.after[: credit.start()].rstrip(" .!…")
            is_caption = words != "" and _MID_LINE_END.search(words) is None
        else:
            is_caption = is_caption and not below.ends() and _MID_LINE_END.search(one.after) is None
        if is_caption and one.ends():
            found.add(one.start)
        below = one
    return frozenset(found)


class _Evidence(NamedTuple):
    """What a text that is filled to a width tells of its breaks."""

    width: int
    at_ends: int
    """Sentences that end with a line that has room left."""
    inside: int
    """Sentences that end inside a line."""
    marked_inside: bool
    """Whether the first marker of a list stands inside a line, and at the head of none."""
    words_inside: frozenset[tuple[bool, int]]
    """Markers in words that stand inside a line."""
    whole: frozenset[int]
    """Where breaks begin that their place in the text tells to stand inside a paragraph."""
    above_captions: frozenset[int]
    """Where breaks begin that stand above the words of a photo."""

    def may_join(self, one: LineBreak) -> bool:
        """Whether a full break is none between paragraphs that are lines by themselves."""
        return one.goes_on() or self._continues_inside(one) or not (one.is_apart() or one.parts_items())

    def is_inside(self, one: LineBreak, head: str) -> bool:
        """Whether a full break stands inside a paragraph, which begins with `head`; no blank lines part them."""
        if one.start in self.above_captions:
            return False
        if one.start in self.whole and one.may_be_inside(self.width):
            return True
        if (self.marked_inside and one.after[0] == "(") or self._continues_inside(one):
            return True
        if one.parts_items() or one.signs_link(head):
            return False
        return one.goes_on() or (not one.is_apart() and self._is_likely_inside(one, head))

    def _is_likely_inside(self, one: LineBreak, head: str) -> bool:
        """The same where the next line may be one of its own, or not."""
        if one.after[0].islower() or one.before[-1] in ",:;" or not one.after.strip(CLOSING):
            return True
        if one.ends():
            inside, at_ends = self.inside, self.at_ends
            if one.begins_continuing() or MARKER.match(head):
                inside *= _LIKELIER
            elif one.begins_paragraph():
                at_ends *= _LIKELIER
            return inside >= at_ends and not one.begins_heading(self.width)
        first = one.after.partition(" ")[0].rstrip(",")
        return not (first.istitle() and first.lower() in OPENERS) and not WORD_MARKER.match(one.after)

    def _continues_inside(self, one: LineBreak) -> bool:
        """Whether the next line begins with “Hai là”, and “Một là” or “Ba là” stands inside a line."""
        marker = WORD_MARKER.match(one.after)
        if marker is None:
            return False
        kind, number = _numbered(marker)
        return self.marked_inside or not self.words_inside.isdisjoint({(kind, number - 1), (kind, number + 1)})
