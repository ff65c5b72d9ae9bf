"""Hard wraps: line breaks that a mail program or a PDF has put inside paragraphs.

A text is taken for wrapped when all its lines are short and sentences go on across line breaks: a line ends
without a stop, and the next begins with a small letter. Two kinds:

- filled to a width: a line was broken because the next word would not have fitted. That tells every break of
  the kind, also before a capital; the end of a paragraph is a line with room left.
- ragged: no common width. Only the breaks that a sentence goes on across are joined.
"""

import re
from itertools import pairwise
from typing import NamedTuple

_WIDEST = 130
"""Columns of the widest lines that are taken for wrapped; the narrowest width that lines are filled to."""
_NARROWEST = 40
_SHORTEST = 25
"""A shorter line is a headline or an entry of a list, unless it ends with a word that governs the next."""
_STOPS = ".!?:;…"
_CLOSING = "\"'”’»)]"
_WORDS_THAT_GOVERN = """
là của và với thuộc tại lên từ đến cho theo trong về ở các những do bởi để như hoặc cùng giữa vào bằng trên dưới nhằm
tới qua sẽ đã đang được bị không
"""
_GOVERNING = frozenset(_WORDS_THAT_GOVERN.split())
"""Words that no line ends with: what they govern follows."""
_HONORIFICS = frozenset(("ông", "bà", "chí", "anh", "chị", "đ/c"))
_WORDS_THAT_OPEN = """
sáng chiều tối trưa ngày trong tại theo với để nhằm đây hôm vừa sau trước qua khi về các những từ đồng cùng bên ngoài
tiếp một hai ba thứ
"""
_OPENERS = frozenset(_WORDS_THAT_OPEN.split())
"""Words that stand at the head of a sentence, never inside a name. A line that begins with one, with a capital, behind
a line without a stop begins a paragraph: the line before is a headline."""
_MARKER = re.compile(r"(?:\(?(?:\d{1,2}|[a-zđ]|[ivx]+)[.)/](?!\d)|[-–—+*•] ?)", re.IGNORECASE)
_WORD_MARKER = re.compile(
    r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là(?!\w)|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?!\w)",
    re.IGNORECASE,
)
_AGE = re.compile(r"(?:hôm qua|hôm kia|vừa xong|more)(?!\w)|www\.|https?:")
_MID_LINE_END = re.compile(r"[.!?…][\"”)]? (?=[^\W\d_])")


class _Break(NamedTuple):
    """A line break between two lines that are not blank."""

    newline: int
    """Where it stands."""
    before: str
    after: str

    def is_full(self, width: int) -> bool:
        """Whether the next word would not have fitted into the line."""
        return len(self.before) + 1 + len(self.after.partition(" ")[0]) > width

    def ends(self) -> bool:
        """Whether the line ends with a stop."""
        return self.before.rstrip(_CLOSING)[-1:] in set(_STOPS)

    def begins_item(self) -> bool:
        """Whether the next line begins with a marker or a bullet."""
        return (_MARKER.match(self.after) or _WORD_MARKER.match(self.after)) is not None

    def goes_on(self) -> bool:
        """Whether the sentence goes on in the next line."""
        words = self.before.rsplit(" ", 2)
        if self.ends() or len(words) < 3:
            return False
        if words[-1].lower() in _GOVERNING:
            return self.after[0] not in "-–—+*•"
        if words[-2].lower() in _HONORIFICS and words[-1].istitle() and self.after[0].isupper():
            return True  # “đồng chí Trần / Văn An”
        return (
            len(self.before) >= _SHORTEST
            and self.after[0].islower()
            and not self.begins_item()
            and not _AGE.match(self.after)
        )


def hard_wraps(text: str) -> list[tuple[int, int, str]]:
    r"""The line breaks inside paragraphs, each with what is shown for it: a space, or nothing behind a hyphen.

    >>> hard_wraps("Tin\n\nSở Nội vụ họp giao ban, ông Trần Văn An chủ\ntrì.")
    [(48, 49, ' ')]
    """
    if "\n" not in text:
        return []
    lines = text.split("\n")
    if any(len(line) > _WIDEST and " " in line[:_WIDEST] for line in lines):
        return []
    breaks = list(_breaks(lines))
    going_on = [one for one in breaks if one.goes_on()]
    if not going_on:
        return []
    width = max((len(line) for line in lines if " " in line), default=0)
    filled = [one for one in going_on if one.is_full(width)]
    if width >= _NARROWEST and 10 * len(filled) >= 7 * len(going_on):
        joined = _filled(lines, breaks, width)
    else:
        joined = going_on
    return [(one.newline, one.newline + 1, "" if _is_hyphenated(one) else " ") for one in joined]


def _breaks(lines: list[str]) -> "list[_Break]":
    breaks = []
    position = 0
    for before, after in pairwise(lines):
        position += len(before)
        if before and after:
            breaks.append(_Break(position, before, after))
        position += 1
    return breaks


def _filled(lines: list[str], breaks: list[_Break], width: int) -> list[_Break]:
    """The breaks of a text that is filled to a width: all where the next word would not have fitted.

    The end of a paragraph may look so by chance. Where blank lines part the paragraphs there is none among
    them. Elsewhere a stop before the break decides: more sentences end inside lines than at the ends of
    paragraphs, or fewer.
    """
    full = [one for one in breaks if one.is_full(width)]
    rest = len(breaks) - len(full)
    if 10 * rest <= len(full):
        return [one for one in full if not (one.ends() and one.begins_item())]
    inside = sum(len(_MID_LINE_END.findall(line)) for line in lines)
    at_ends = sum(1 for one in breaks if one.ends() and not one.is_full(width))
    return [one for one in full if _is_inside(one, mostly_inside=inside >= at_ends)]


def _is_inside(one: _Break, *, mostly_inside: bool) -> bool:
    """Whether a full break stands inside a paragraph, where no blank lines part the paragraphs."""
    if one.ends():
        return mostly_inside and not one.begins_item()
    first = one.after.partition(" ")[0].rstrip(",")
    if first.istitle() and first.lower() in _OPENERS and not one.goes_on():
        return False
    return not _WORD_MARKER.match(one.after)


def _is_hyphenated(one: _Break) -> bool:
    """“in-tơ-” before “nét”: a word broken at its own hyphen."""
    return len(one.before) > 1 and one.before[-1] == "-" and one.before[-2].isalnum() and one.after[0].isalnum()
