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
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from typing import NamedTuple

from partyreports.text.columns import Columns
from partyreports.text.numerals import ORDINALS, TEN, UNITS

_WIDEST = 130
"""Columns of the widest lines that are taken for wrapped; the narrowest width that lines are filled to."""
_NARROWEST = 40
_SHORTEST = 25
"""A shorter line is a headline or an entry of a list, unless it ends with a word that governs the next."""
_LEAD_LINES = 10
"""Lines in which the first sentence of a text ends."""
_HEADLINE_LINES = 4
"""Lines of which one is the headline: a crumb and a date may stand above it."""
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
    (_BEFORE_DATE, _DATE_HEAD),
    (re.compile(r"ngày \d{1,2}$"), re.compile(r"tháng \d")),
    (re.compile(r"ngày \d{1,2} tháng$"), re.compile(r"\d{1,2}(?!\d)")),
    (re.compile(r"tháng \d{1,2}$"), re.compile(r"năm \d{4}(?!\d)")),
    (re.compile(r"tháng \d{1,2} năm$"), re.compile(r"\d{4}(?!\d)")),
)
"""How a line ends and the next begins where a date runs on: “ngày 5 / tháng 6 năm 2021”."""
_DATE_END = re.compile("|".join(f"(?:{ends.pattern})" for ends, _ in _INSIDE_DATE))
"""Any of these ends of lines."""
_DATE_SIGNS = frozenset("(nNtT")
"""What the rest of a date begins with, but for digits: “(”, “ngày”, “tháng”, “năm”."""
_DATE_REACH = 24
"""Characters at the end of a line that hold the part of a date."""
_BEGINNING = (*(word + sign for word in _WORDS["beginning"] for sign in (" ", ",")), "“", '"')
_LIKELIER = 2
"""How many times likelier such words make it that a line goes on with a paragraph, or begins one."""
_CARDINALS = "|".join((*UNITS, TEN))
_MARKER = re.compile(r"(?:\(?(?:\d{1,2}[.)/](?!\d)|(?:[a-zđ]|[ivx]+)[.)/](?= ))|[-–—+*•] ?)", re.IGNORECASE)
_NUMBER = re.compile(r"\(?\d{1,2}[.)/](?!\d)")
_IN_WORDS = rf"((?:{_CARDINALS})(?= là(?!\w))|thứ (?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})(?!\w))"
WORD_MARKER = re.compile(_IN_WORDS, re.IGNORECASE)
_WORD_MARKER_IN_LINE = re.compile(rf"(?<=[.:;,…] ){_IN_WORDS}(?=,| là(?!\w))", re.IGNORECASE)
NUMBERED_NOUN = re.compile(rf"(?:{'|'.join(_WORDS['numbered_nouns'])}) \d{{1,2}}(?![\d/.])", re.IGNORECASE)
_FIRST_POINT = rf"(?:(?:{'|'.join(_WORDS['first_points'])})(?!\w)|\([2b]\))"
_MARKER_IN_LINE = re.compile(rf"[.:;,] {_FIRST_POINT}")
_MARKER_OF_LINE = re.compile(_FIRST_POINT)
# Lines of a page that no sentence runs on into: ages of links, datelines; addresses as often as not.
_APART = re.compile(
    rf"(?:{'|'.join(_WORDS['ages'])}|\d{{1,3}} \w+ trước)$|(?=[^)]{{8,25}}$)\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d"
)
CREDIT_WORDS = "|".join(_WORDS["credits"])
"""Regex source for the words before whoever took a photo."""
_LABEL = re.compile(rf"\A(?!(?:{CREDIT_WORDS}):)[^\W\d_]+(?: [^\W\d_]+)?: ?[^\W\d_][^:]{{1,40}}$")
"""“Tác giả: Vân An”, as the last line. (“Ảnh: Vân An” there belongs to the words of the photo above.)"""
_IN_BRACKETS = re.compile(r"\[[^\[\]]{1,20}\]$")
"""“[img]”: what stands for a photo is a line of its own."""
_LINK_WITH_DATE = re.compile(r"\(\d{1,2}/\d{1,2}/\d{4}\)$")
"""The date at the end of a link to another article."""
_ARROWS = (">>", "&gt;")
_LINK_HEADS = tuple(_WORDS["before_links"])
"""What such a link begins with: a sign, or words."""
_SIGNATURE = re.compile(r"(?=.{3,24}$)(?:[^\W\d_]|[ .](?=[^\W\d_])){3,24}$")
"""“Vân An”, “V.AN”, “TTXVN”: whoever signs an article, as the last line."""
_CREDITED = re.compile(rf"(?:{CREDIT_WORDS}): ?([\w. ]{{2,24}})$")
CREDIT_BEHIND_STOP = re.compile(rf"[.!?…”] ?(?:{CREDIT_WORDS}): ?[\w. ]{{2,24}}$")
"""“… phát biểu. Ảnh: Vân An”"""
_CREDIT_CLOSED = re.compile(
    rf"(?:{CREDIT_WORDS})(?:"
    r": ?[\w./ -]{2,24}(?:\)\.?|[^\W\d_]{2}\.)"
    r"|: ?[a-z\d-]+(?:\.[a-z\d-]+)+"
    r"| [^:]{4,40}\.)$"
)
"""“(Ảnh: Vân An).”, “Ảnh: VÂN AN.”, “Ảnh: quochoi.vn”, “Ảnh chụp màn hình.”: nothing more is said of the photo."""
_ADDRESS = re.compile(r"(?:www\.|https?:|more(?!\w))")
# “TP.” before “HCM”, “J.” before “Trump”
_ABBREVIATED = re.compile(
    rf"(?:^|[ (])(?:(?![IVX]\.)[A-ZĐ]|{'|'.join(_WORDS['abbreviated'])}|[A-ZĐ][a-z]\.[A-ZĐ][A-ZĐa-z]?)\.$"
)
_MID_LINE_END = re.compile(r"[.!?…][\"”)]? (?=[^\W\d_])")
_SENTENCE_INSIDE = re.compile(r"[^\W\d_]{2}[.!?…][\"”)]? (?=[\"“(]?[^\W\d_])")
_TAKEN_UP = re.compile(r"\A([^\W\d_]+ [a-zà-ỹđ]+ )[a-zà-ỹđ]")
"""“Hội nghị do”: the first two words of a lead, no name behind them."""

_BREAK_BEHIND_DOT = re.compile(r"\.(\n\n?)(?=([A-ZĐ][^\W\d_]{1,7}+))")
_ENDS_ABBREVIATED = re.compile(rf"(?:(?<=[ (])|^)(?:{'|'.join(_WORDS['before_words'])})\Z", re.MULTILINE)
_LONGEST_ABBREVIATION = max(map(len, _WORDS["before_words"]))
_CREDIT = re.compile(
    rf"^(?=[^\n]{{8,200}}$)[^\n]*[.!?…”\"](\n\n?)"
    rf"(?=(?:{CREDIT_WORDS})(?:: ?| (?=[A-ZĐ]))([^\n:]{{2,40}})$)",
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
    is_near_top: bool
    """Whether the line is one of the first, where a headline stands."""
    is_last: bool
    """Whether nothing stands below the next line."""
    size: int = 0
    """Columns of the line."""
    next_word: int = 0
    """Columns of the first word of the next line."""
    next_size: int = 0
    """Columns of the next line."""

    def measured(self, columns: Columns | None) -> "_Break":
        """The same with its columns; None: each character is one."""
        if columns is None:
            word = self.after.partition(" ")[0]
            return self._replace(size=len(self.before), next_word=len(word), next_size=len(self.after))
        return self._replace(
            size=columns.of(self.start - len(self.before), self.start),
            next_word=columns.of_word(self.end),
            next_size=columns.of(self.end, self.end + len(self.after)),
        )

    @property
    def widest(self) -> int:
        """Columns of the wider of its lines that has spaces."""
        return max(self.size if " " in self.before else 0, self.next_size if " " in self.after else 0)

    def is_full(self, width: int, slack: int = 0) -> bool:
        """Whether the next word would not have fitted into the line."""
        return self.size + 1 + self.next_word > width - slack

    def ends(self) -> bool:
        """Whether the line ends with a stop."""
        if not _has_stop(self.before):
            return False
        return not (self.before[-1] == "." and _ABBREVIATED.search(self.before, len(self.before) - 8))

    def begins_item(self) -> bool:
        """Whether the next line begins with a marker or a bullet."""
        if self.ends() and NUMBERED_NOUN.match(self.after):
            return True
        return (_MARKER.match(self.after) or WORD_MARKER.match(self.after)) is not None

    def begins_heading(self, width: int) -> bool:
        """Whether the next line is a heading of its own."""
        if _has_stop(self.after) or not self.after[0].isupper() or ":" in self.after[:12]:
            return False
        if _SENTENCE_INSIDE.search(self.after):
            return False  # (“Kiềm chế giá. (Nguồn: VPCP)” is a sentence and more)
        return not self.following or len(self.after) + 1 + len(self.following.partition(" ")[0]) <= width

    def goes_on(self) -> bool:
        """Whether the sentence goes on in the next line."""
        words = self.before.rsplit(None, 2)
        if len(words) < 3:
            return (self.splits_date() or self.breaks_first_words()) and not self.ends()
        if self.ends():
            return False
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
        if not (self.after[0].isdigit() or self.after[0] in _DATE_SIGNS):
            return False
        before = self.before[-_DATE_REACH:].lower()
        if _DATE_END.search(before) is None:
            return False
        after = self.after[:_DATE_REACH].lower()
        return any(ends.search(before) and begins.match(after) for ends, begins in _INSIDE_DATE)

    def breaks_first_words(self) -> bool:
        """Whether the line is the first word or two of the sentence that goes on in the next: “Tại / buổi họp, …”."""
        return (
            self.before[0].isupper()
            and len(self.after) > len(self.before)
            and self.after[0].islower()
            and (self.before.lower() in _FIRST_WORDS or self.before.split()[0].lower() in _OPENERS)
            and not self.begins_item()
            and not _APART.match(self.after)
        )

    def begins_continuing(self) -> bool:
        """Whether the next line begins with words that go on with what was said: “Đồng thời”, “Trong đó”."""
        return self.after.lower().startswith(_CONTINUING)

    def begins_paragraph(self) -> bool:
        """Whether the next line begins with words that seldom stand inside a paragraph: “Cũng theo”, not “Theo đó”."""
        after = self.after.lower()
        return after.startswith(_BEGINNING) and not after.startswith(_CONTINUING)

    def is_headline(self) -> bool:
        """“Hội nghị giao ban tháng 4” before “Hội nghị do Sở …”: a headline whose words the lead takes up."""
        if not self.is_near_top or self.ends():
            return False
        taken_up = _TAKEN_UP.match(self.after)
        return taken_up is not None and self.before.startswith(taken_up[1])

    def is_apart(self) -> bool:
        """Whether the next line is one of its own: an age, a photo, a name; or this one is a link, or a credit."""
        if _APART.match(self.after) or _IN_BRACKETS.match(self.after) or self.parts_links() or self.is_headline():
            return True
        if _CREDIT_CLOSED.search(self.before):
            return True
        if not self.following and _LABEL.match(self.after) and self.after.partition(":")[2].strip()[0].isupper():
            return True
        if self.is_signed():
            return True
        words = self.after.split(None, 2)  # (“Ảnh: VÂN / AN.” goes on)
        if len(words) < 3 or not words[1].islower():
            return False
        credited = _CREDITED.search(self.before)
        return credited is not None and _is_name(credited[1])

    def parts_links(self) -> bool:
        """Whether one of the lines is a link with its date, or the next one a link with an arrow before it."""
        if self.after.startswith(_ARROWS):
            return True
        return _LINK_WITH_DATE.search(self.before) is not None or _LINK_WITH_DATE.search(self.after) is not None

    def is_signed(self) -> bool:
        """Whether the next line is a name, and this one does not end with the beginning of one (“Ảnh: Vân”)."""
        if self.following or not _SIGNATURE.match(self.after) or not _is_name(self.after):
            return False
        last = self.before.rpartition(" ")[2]
        return last == self.after or (self.is_last and last[0].islower() and not self.ends())

    def parts_items(self) -> bool:
        """Whether the next line begins with a marker, and the sentence before it is over."""
        if self.ends():
            return self.begins_item()
        # (“… NXB Phương Nam)”, “5. …”: what is in brackets needs no stop, and no number belongs to it)
        return self.before[-1] == ")" and _NUMBER.match(self.after) is not None

    def signs_link(self, head: str) -> bool:
        """Whether the next line is the name of who signs, below a paragraph that is a link to another article."""
        if self.following or not head.lower().startswith(_LINK_HEADS):
            return False
        return _SIGNATURE.match(self.after) is not None and _is_name(self.after)

    def may_be_inside(self, width: int) -> bool:
        """Whether nothing tells that the next line is one of its own."""
        return not (self.begins_item() or self.is_apart() or self.begins_heading(width))

    def is_hyphenated(self) -> bool:
        """“in-tơ-” before “nét”: a word broken at its own hyphen."""
        before = self.before
        return before[-1] == "-" and before[-2:-1].isalnum() and self.after[0].isalnum()


def _has_stop(line: str) -> bool:
    last = line[-1]
    return (last if last not in _CLOSING else line.rstrip(_CLOSING)[-1:]) in _STOP_SIGNS


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
    lines = [line.strip(" ") for line in as_they_are]
    if max(map(len, lines)) > _WIDEST and any(" " in line[:_WIDEST] for line in lines if len(line) > _WIDEST):
        return [(one.start, one.end, " ") for one in _breaks(as_they_are, lines) if one.splits_date()]
    breaks = list(_breaks(as_they_are, lines))
    going_on = [one.goes_on() for one in breaks]
    joined = [one for one, goes_on in zip(breaks, going_on, strict=True) if goes_on]
    if not joined:
        return []
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


def credit_breaks(text: str) -> list[tuple[int, int, str]]:
    r"""The line breaks between the words of a photo and who took it, each with the space that is shown for it.

    >>> credit_breaks("Tin\n\nBí thư phát biểu.\nẢnh: Vân An\n\nSở họp.")
    [(22, 23, ' ')]
    """
    return [(*match.span(1), " ") for match in _CREDIT.finditer(text) if _is_name(match[2]) or _is_site(match[2])]


def _is_site(words: str) -> bool:
    """Whether words are the address of a site: “quochoi.vn”."""
    return " " not in words and "." in words[1:-1]


def abbreviation_breaks(text: str) -> list[tuple[int, int, str]]:
    r"""The line breaks behind “TP.” or “TS.”, where whoever broke the lines took the dot for a full stop.

    Then it was broken each time the city is named. (A single “TP.” may end a paragraph, and so may two before lines
    that begin alike but with no name: “Tổng điều tra …”.)

    >>> abbreviation_breaks("Tin\n\nUBND TP.\nLạc Giang họp.\nHĐND TP.\nLạc Giang dự.")
    [(13, 14, ' '), (37, 38, ' ')]
    """
    found = [
        match
        for match in _BREAK_BEHIND_DOT.finditer(text)
        if _ENDS_ABBREVIATED.search(text, max(0, match.start() - _LONGEST_ABBREVIATION), match.start())
        and _is_head_of_name(text, match[2], match.end(2))
    ]
    named = Counter(match[2] for match in found)
    return [(*match.span(1), " ") for match in found if named[match[2]] > 1]


def _is_head_of_name(text: str, word: str, end: int) -> bool:
    """Whether a word is in capitals, or is followed by another one with a capital: “HCM”, “Hồ Chí Minh”."""
    return word.isupper() or (text[end : end + 1] == " " and text[end + 1 : end + 2].isupper())


def _is_name(words: str) -> bool:
    """Whether every word has a capital at its head: “Vân An”, “VGP/Thành Chung”; not “Đồng chí An phát biểu”."""
    return all(word[0].isupper() or not word[0].isalpha() for word in words.split())


def _breaks(as_they_are: list[str], lines: list[str]) -> Iterator[_Break]:
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
            yield _Break(start, end, before, after, following, i < first + _HEADLINE_LINES, i + 1 == last)


def _filled(lines: list[str], breaks: list[_Break], width: int) -> list[_Break]:
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
    found: list[_Break] = []
    head = ""
    last: _Break | None = None
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


def _in_whole_blocks(breaks: list[_Break], width: int) -> frozenset[int]:
    """The breaks of the blocks between blank lines in which every line is full: a lead, as a rule, one paragraph."""
    found: set[int] = set()
    block: list[_Break] = []
    for one in breaks:
        block.append(one)
        if not one.following:
            if all(each.is_full(width, _SLACK if each.goes_on() else 0) for each in block):
                found.update(each.start for each in block)
            block = []
    return frozenset(found)


def _in_lead(breaks: list[_Break]) -> frozenset[int]:
    """The break behind the first sentence of a text: leads have several as often as one, whatever comes below them."""
    for one in breaks[:_LEAD_LINES]:
        if _MID_LINE_END.search(one.before):
            break
        if one.ends():
            return frozenset() if one.begins_paragraph() else frozenset({one.start})
    return frozenset()


def _above_captions(breaks: list[_Break], width: int) -> frozenset[int]:
    """The breaks behind a stop, below which stand one sentence and who took the photo: “Ông An kết luận. Ảnh: V.A”."""
    found: set[int] = set()
    below: _Break | None = None
    is_caption = False
    for one in reversed(breaks):
        if below is None or one.end + len(one.after) != below.start or not below.is_full(width):
            credit = _CREDITED.search(one.after)
            words = "" if credit is None or not _is_name(credit[1]) else one.after[: credit.start()].rstrip(" .!…")
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

    def may_join(self, one: _Break) -> bool:
        """Whether a full break is none between paragraphs that are lines by themselves."""
        return one.goes_on() or self._continues_inside(one) or not (one.is_apart() or one.parts_items())

    def is_inside(self, one: _Break, head: str) -> bool:
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

    def _is_likely_inside(self, one: _Break, head: str) -> bool:
        """The same where the next line may be one of its own, or not."""
        if one.after[0].islower() or one.before[-1] in ",:;" or not one.after.strip(_CLOSING):
            return True
        if one.ends():
            inside, at_ends = self.inside, self.at_ends
            if one.begins_continuing() or _MARKER.match(head):
                inside *= _LIKELIER
            elif one.begins_paragraph():
                at_ends *= _LIKELIER
            return inside >= at_ends and not one.begins_heading(self.width)
        first = one.after.partition(" ")[0].rstrip(",")
        return not (first.istitle() and first.lower() in _OPENERS) and not WORD_MARKER.match(one.after)

    def _continues_inside(self, one: _Break) -> bool:
        """Whether the next line begins with “Hai là”, and “Một là” or “Ba là” stands inside a line."""
        marker = WORD_MARKER.match(one.after)
        if marker is None:
            return False
        kind, number = _numbered(marker)
        return self.marked_inside or not self.words_inside.isdisjoint({(kind, number - 1), (kind, number + 1)})
