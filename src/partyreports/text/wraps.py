"""Hard wraps: line breaks that a mail program or a PDF has put inside paragraphs.

A text is taken for wrapped when all its lines are short and sentences go on across line breaks: a line ends
without a stop, and the next begins with a small letter. Two kinds:

- filled to a width: a line was broken because the next word would not have fitted. That tells every break of
  the kind, also before a capital; the end of a paragraph is a line with room left.
- ragged: no common width. Only the breaks that a sentence goes on across are joined.

Where other lines are long, only the breaks inside a date are joined.
"""

import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import NamedTuple

from partyreports.text.numerals import ORDINALS, TEN, UNITS

_WIDEST = 130
"""Columns of the widest lines that are taken for wrapped; the narrowest width that lines are filled to."""
_NARROWEST = 40
_SHORTEST = 25
"""A shorter line is a headline or an entry of a list, unless it ends with a word that governs the next."""
_SLACK = 20
"""Columns that a line may lack where its sentence goes on: a no-break space glued the next word to another."""
_STOP_SIGNS = frozenset(".!?:;…")
_CLOSING = "\"'”’»)]"
_WORDS: dict[str, list[str]] = tomllib.loads(
    (resources.files("partyreports") / "data" / "words" / "line_breaks.toml").read_text(encoding="utf-8")
)
_GOVERNING, _HONORIFICS, _OPENERS, _NUMBERED = (
    frozenset(_WORDS[kind]) for kind in ("governing", "before_names", "opening", "before_numbers")
)
_FIRST_WORDS = frozenset(_WORDS["first_words"])
_CONTINUING = tuple(word + sign for word in _WORDS["continuing"] for sign in (" ", ","))
_BEFORE_DATE = re.compile(rf"(?:^|[\s,(])(?:{'|'.join(_WORDS['before_days'])})$")
_DATE_HEAD = re.compile(r"\(?(?:ngày )?\d{1,2}(?: ?[/.-] ?\d{1,2}(?!\d)| tháng \d)")
_INSIDE_DATE = (
    (re.compile(r"ngày \d{1,2}$"), re.compile(r"tháng \d")),
    (re.compile(r"ngày \d{1,2} tháng$"), re.compile(r"\d{1,2}(?!\d)")),
    (re.compile(r"tháng \d{1,2}$"), re.compile(r"năm \d{4}(?!\d)")),
    (re.compile(r"tháng \d{1,2} năm$"), re.compile(r"\d{4}(?!\d)")),
)
"""How a line ends and the next begins where a date runs on: “ngày 5 / tháng 6 năm 2021”."""
_DATE_REACH = 24
"""Characters at the end of a line that hold the part of a date."""
_LIKELIER = 3
"""How many times likelier such words make it that a line goes on with a paragraph."""
_CARDINALS = "|".join((*UNITS, TEN))
_MARKER = re.compile(r"(?:\(?(?:\d{1,2}[.)/](?!\d)|(?:[a-zđ]|[ivx]+)[.)/](?= ))|[-–—+*•] ?)", re.IGNORECASE)
_WORD_MARKER = re.compile(
    rf"(?:{_CARDINALS}) là(?!\w)|thứ (?:{'|'.join(ORDINALS)})(?!\w)",
    re.IGNORECASE,
)
_MARKER_IN_LINE = re.compile(r"[.:;,] (?:[Mm]ột là(?!\w)|[Tt]hứ nhất(?!\w)|\([2b]\))")
_MARKER_OF_LINE = re.compile(r"(?:[Mm]ột là(?!\w)|[Tt]hứ nhất(?!\w)|\([2b]\))")
# Lines of a page that no sentence runs on into: ages of links, datelines; addresses as often as not.
_APART = re.compile(r"(?:hôm qua|hôm kia|vừa xong|\d{1,3} \w+ trước)$|(?=.{8,25}$)\d{1,2}[/.-]\d{1,2}[/.-]\d")
_LABEL = re.compile(r"\A[^\W\d_]+(?: [^\W\d_]+)?: ?[^\W\d_][^:]{1,40}$")
"""“Tác giả: Vân An”, as the last line."""
_IN_BRACKETS = re.compile(r"\[[^\[\]]{1,20}\]$")
"""“[img]”: what stands for a photo is a line of its own."""
_CREDITED = re.compile(rf"(?:{'|'.join(_WORDS['credits'])}): ?[\w. ]{{2,24}}$")
_ADDRESS = re.compile(r"(?:www\.|https?:|more(?!\w))")
# “TP.” before “HCM”, “J.” before “Trump”
_ABBREVIATED = re.compile(
    rf"(?:^|[ (])(?:(?![IVX]\.)[A-ZĐ]|{'|'.join(_WORDS['abbreviated'])}|[A-ZĐ][a-z]\.[A-ZĐ][A-ZĐa-z]?)\.$"
)
_MID_LINE_END = re.compile(r"[.!?…][\"”)]? (?=[^\W\d_])")


_CREDIT = re.compile(
    rf"^(?=[^\n]{{8,200}}$)[^\n]*[.!?…”\"](\n\n?)(?=(?:{'|'.join(_WORDS['credits'])}): ?([^\n:]{{2,40}})$)",
    re.MULTILINE,
)
"""A short line with a full stop, and right below it one that says who took the photo."""


class _Break(NamedTuple):
    """A line break between two lines that are not blank, white space at their edges left out."""

    start: int
    """Where the white space around it begins."""
    end: int
    """Where it ends."""
    before: str
    after: str
    following: str
    """The line behind the next one; empty if that is blank."""

    def is_full(self, width: int, slack: int = 0) -> bool:
        """Whether the next word would not have fitted into the line."""
        return len(self.before) + 1 + len(self.after.partition(" ")[0]) > width - slack

    def ends(self) -> bool:
        """Whether the line ends with a stop."""
        if not _has_stop(self.before):
            return False
        return not (self.before[-1] == "." and _ABBREVIATED.search(self.before, len(self.before) - 8))

    def begins_item(self) -> bool:
        """Whether the next line begins with a marker or a bullet."""
        return (_MARKER.match(self.after) or _WORD_MARKER.match(self.after)) is not None

    def begins_heading(self, width: int) -> bool:
        """Whether the next line is a heading of its own."""
        if _has_stop(self.after) or not self.after[0].isupper() or ":" in self.after[:12]:
            return False
        return not self.following or len(self.after) + 1 + len(self.following.partition(" ")[0]) <= width

    def goes_on(self) -> bool:
        """Whether the sentence goes on in the next line."""
        words = self.before.rsplit(None, 2)
        if self.ends():
            return False
        if len(words) < 3:
            return self.splits_date() or self.breaks_first_words()
        last, first = words[-1].lower(), self.after[0]
        if last in _GOVERNING or (last in _NUMBERED and first.isdigit()):
            return first not in "-–—+*•"
        if self.splits_date() or self.is_hyphenated() or (self.before.endswith((" -", " –")) and first.isalnum()):
            return True
        if words[-2].lower() in _HONORIFICS and words[-1].istitle() and first.isupper():
            return True  # “đồng chí Trần / Văn An”
        return (
            len(self.before) >= _SHORTEST
            and first.islower()
            and not self.begins_item()
            and not _APART.match(self.after)
        )

    def splits_date(self) -> bool:
        """Whether a date runs on in the next line: “Sáng ngày / 2/11/2021, …”."""
        before, after = self.before[-_DATE_REACH:].lower(), self.after[:_DATE_REACH].lower()
        if _BEFORE_DATE.search(before):
            return _DATE_HEAD.match(after) is not None
        return any(ends.search(before) and begins.match(after) for ends, begins in _INSIDE_DATE)

    def breaks_first_words(self) -> bool:
        """Whether the line is the first word or two of the sentence that goes on in the next: “Tại / buổi họp, …”."""
        return (
            self.before[0].isupper()
            and self.after[0].islower()
            and len(self.after) > len(self.before)
            and (self.before.lower() in _FIRST_WORDS or self.before.split()[0].lower() in _OPENERS)
            and not self.begins_item()
            and not _APART.match(self.after)
        )

    def begins_continuing(self) -> bool:
        """Whether the next line begins with words that go on with what was said: “Đồng thời”, “Trong đó”."""
        return self.after.lower().startswith(_CONTINUING)

    def is_apart(self) -> bool:
        """Whether the next line is one of its own: an age, a photo; or this one says who took a photo."""
        if _APART.match(self.after) or _IN_BRACKETS.match(self.after):
            return True
        if not self.following and _LABEL.match(self.after):
            return True
        words = self.after.split(None, 2)  # (“Ảnh: VÂN / AN.” goes on)
        return len(words) > 2 and words[1].islower() and _CREDITED.search(self.before) is not None

    def is_hyphenated(self) -> bool:
        """“in-tơ-” before “nét”: a word broken at its own hyphen."""
        before = self.before
        return before[-1] == "-" and before[-2:-1].isalnum() and self.after[0].isalnum()


def _has_stop(line: str) -> bool:
    return line.rstrip(_CLOSING)[-1:] in _STOP_SIGNS


def hard_wraps(text: str) -> list[tuple[int, int, str]]:
    r"""The line breaks inside paragraphs, each with what is shown for it: a space, or nothing behind a hyphen.

    >>> hard_wraps("Tin\n\nSở Nội vụ họp giao ban, ông Trần Văn An chủ\ntrì.")
    [(48, 49, ' ')]
    """
    if "\n" not in text:
        return []
    printed = text.split("\n")
    lines = [line.strip(" ") for line in printed]
    breaks = list(_breaks(printed, lines))
    if any(len(line) > _WIDEST and " " in line[:_WIDEST] for line in lines):
        return [(one.start, one.end, " ") for one in breaks if one.splits_date()]
    going_on = [one for one in breaks if one.goes_on()]
    if not going_on:
        return []
    width = max((len(line) for line in lines if " " in line), default=0)
    filled = [one for one in going_on if one.is_full(width)]
    if width >= _NARROWEST and 10 * len(filled) >= 7 * len(going_on):
        joined = _filled(lines, breaks, width)
    else:
        joined = going_on
    return [(one.start, one.end, "" if one.is_hyphenated() else " ") for one in joined]


def credit_breaks(text: str) -> list[tuple[int, int, str]]:
    r"""The line breaks between the words of a photo and who took it, each with the space that is shown for it.

    >>> credit_breaks("Tin\n\nBí thư phát biểu.\nẢnh: Vân An\n\nSở họp.")
    [(22, 23, ' ')]
    """
    return [(*match.span(1), " ") for match in _CREDIT.finditer(text) if _is_name(match[2])]


def _is_name(words: str) -> bool:
    """Whether every word has a capital at its head: “Vân An”, “VGP/Thành Chung”; not “Đồng chí An phát biểu”."""
    return all(word[0].isupper() or not word[0].isalpha() for word in words.split())


def _breaks(printed: list[str], lines: list[str]) -> Iterator[_Break]:
    """The breaks of lines as printed and without white space at their edges."""
    position = 0
    for i in range(len(lines) - 1):
        position += len(printed[i]) + 1
        before, after = lines[i], lines[i + 1]
        if before and after:
            start = position - 1 - (len(printed[i]) - len(printed[i].rstrip(" ")))
            end = position + len(printed[i + 1]) - len(printed[i + 1].lstrip(" "))
            yield _Break(start, end, before, after, lines[i + 2] if i + 2 < len(lines) else "")


def _filled(lines: list[str], breaks: list[_Break], width: int) -> list[_Break]:
    """The breaks of a text that is filled to a width: all where the next word would not have fitted.

    The end of a paragraph may look so by chance. Where blank lines part the paragraphs there is none among
    them. Elsewhere a stop before the break decides: more sentences end inside lines than at the ends of
    paragraphs, or fewer.
    """
    full = [one for one in breaks if one.is_full(width, _SLACK if one.goes_on() else 0)]
    rest = len(breaks) - len(full)
    if rest == 0 or (10 * rest <= len(full) and "" in lines[:-1]):
        near = [one for one in breaks if one.is_full(width, 0 if one.ends() else _SLACK)]
        return [one for one in near if one.goes_on() or not (one.is_apart() or (one.ends() and one.begins_item()))]
    at_ends = sum(1 for one in breaks if one.ends() and not one.is_full(width))
    inside = sum(len(_MID_LINE_END.findall(line)) for line in lines)
    marked_inside = any(map(_MARKER_IN_LINE.search, lines)) and not any(map(_MARKER_OF_LINE.match, lines))
    return [one for one in full if _is_inside(one, width, inside=inside, at_ends=at_ends, marked_inside=marked_inside)]


def _is_inside(one: _Break, width: int, *, inside: int, at_ends: int, marked_inside: bool) -> bool:
    """Whether a full break stands inside a paragraph, where no blank lines part the paragraphs."""
    if marked_inside and (_WORD_MARKER.match(one.after) or one.after[0] == "("):
        return True
    if (one.ends() and one.begins_item()) or (one.is_apart() and not one.goes_on()):
        return False
    if one.after[0].islower() or one.before[-1] in ":;" or not one.after.strip(_CLOSING):
        return True
    if one.ends():
        if one.begins_continuing():
            inside *= _LIKELIER
        return inside >= at_ends and not one.begins_heading(width)
    first = one.after.partition(" ")[0].rstrip(",")
    return not (first.istitle() and first.lower() in _OPENERS) and not _WORD_MARKER.match(one.after)
