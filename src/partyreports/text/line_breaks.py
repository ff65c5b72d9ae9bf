"""One line break, and what the two lines around it tell of it: does the sentence go on, or does something new begin?"""

import re
import tomllib
from importlib import resources
from typing import NamedTuple

from partyreports.text.columns import Columns
from partyreports.text.numerals import ORDINALS, TEN, UNITS

_SHORTEST = 25
"""A shorter line is a headline or an entry of a list, unless it ends with a word that governs the next."""
_STOP_SIGNS = frozenset(".!?:;…")
CLOSING = "\"'”’»)]"
"""Signs that may stand behind the stop of a sentence."""
WORDS: dict[str, list[str]] = tomllib.loads(
    (resources.files("partyreports") / "data" / "words" / "line_breaks.toml").read_text(encoding="utf-8")
)
"""Lists of words by kind. They are read before a text is analysed, and so are no part of the lexicon."""
_GOVERNING, _HONORIFICS, OPENERS, _NUMBERED = (
    frozenset(WORDS[kind]) for kind in ("governing", "before_names", "opening", "before_numbers")
)
_FIRST_WORDS = frozenset(WORDS["first_words"])
_CONTINUING = tuple(word + sign for word in WORDS["continuing"] for sign in (" ", ","))
_BEFORE_DATE = re.compile(rf"(?:^|[\s,(])(?:{'|'.join(WORDS['before_days'])})$")
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
_DATE_ENDS = frozenset(
    letter for word in (*WORDS["before_days"], "tháng", "năm") for letter in (word[-1], word[-1].upper())
)
"""What the part of a date before the break ends with, but for digits."""
_DATE_REACH = 24
"""Characters at the end of a line that hold the part of a date."""
_BEGINNING = (*(word + sign for word in WORDS["beginning"] for sign in (" ", ",")), "“", '"')
_CARDINALS = "|".join((*UNITS, TEN))
MARKER = re.compile(r"(?:\(?(?:\d{1,2}[.)/](?!\d)|(?:[a-zđ]|[ivx]+)[.)/](?= ))|[-–—+*•] ?)", re.IGNORECASE)
"""“1.”, “b)”, “(2)”, “-” at the head of a line."""
_NUMBER = re.compile(r"\(?\d{1,2}[.)/](?!\d)")
IN_WORDS = rf"((?:{_CARDINALS})(?= là(?!\w))|thứ (?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})(?!\w))"
"""Regex source for “hai là” and “thứ hai”; its first group holds the words that tell the number."""
WORD_MARKER = re.compile(IN_WORDS, re.IGNORECASE)
NUMBERED_NOUN = re.compile(rf"(?:{'|'.join(WORDS['numbered_nouns'])}) \d{{1,2}}(?![\d/.])", re.IGNORECASE)
# Lines of a page that no sentence runs on into: ages of links, datelines; addresses as often as not.
_APART = re.compile(
    rf"(?:{'|'.join(WORDS['ages'])}|\d{{1,3}} \w+ trước)$|(?=[^)]{{8,25}}$)\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d"
)
CREDIT_WORDS = "|".join(WORDS["credits"])
"""Regex source for the words before whoever took a photo."""
_LABEL = re.compile(rf"\A(?!(?:{CREDIT_WORDS}):)[^\W\d_]+(?: [^\W\d_]+)?: ?[^\W\d_][^:]{{1,40}}$")
"""“Tác giả: Vân An”, as the last line. (“Ảnh: Vân An” there belongs to the words of the photo above.)"""
_IN_BRACKETS = re.compile(r"\[[^\[\]]{1,20}\]$")
"""“[img]”: what stands for a photo is a line of its own."""
_LINK_WITH_DATE = re.compile(r"\(\d{1,2}/\d{1,2}/\d{4}\)$")
"""The date at the end of a link to another article."""
_ARROWS = (">>", "&gt;")
_LINK_HEADS = tuple(WORDS["before_links"])
"""What such a link begins with: a sign, or words."""
_SIGNATURE = re.compile(r"(?=.{3,24}$)(?:[^\W\d_]|[ .](?=[^\W\d_])){3,24}$")
"""“Vân An”, “V.AN”, “TTXVN”: whoever signs an article, as the last line."""
CREDITED = re.compile(rf"(?:{CREDIT_WORDS}): ?([\w. ]{{2,24}})$")
"""“Ảnh: Vân An” at the end of a line; its group holds the name."""
CREDIT_BEHIND_STOP = re.compile(rf"[.!?…”] ?(?:{CREDIT_WORDS}): ?[\w. ]{{2,24}}$")
"""“… phát biểu. Ảnh: Vân An”"""
_CREDIT_CLOSED = re.compile(
    rf"(?:{CREDIT_WORDS})(?:"
    r": ?[\w./ -]{2,24}(?:\)\.?|[^\W\d_]{2}\.)"
    r"|: ?[a-z\d-]+(?:\.[a-z\d-]+)+"
    r"| [^:]{4,40}\.)$"
)
"""“(Ảnh: Vân An).”, “Ảnh: VÂN AN.”, “Ảnh: quochoi.vn”, “Ảnh chụp màn hình.”: nothing more is said of the photo."""
# “TP.” before “HCM”, “J.” before “Trump”
_ABBREVIATED = re.compile(
    rf"(?:^|[ (])(?:(?![IVX]\.)[A-ZĐ]|{'|'.join(WORDS['abbreviated'])}|[A-ZĐ][a-z]\.[A-ZĐ][A-ZĐa-z]?)\.$"
)
_SENTENCE_INSIDE = re.compile(r"[^\W\d_]{2}[.!?…][\"”)]? (?=[\"“(]?[^\W\d_])")
_TAKEN_UP = re.compile(r"\A([^\W\d_]+ [a-zà-ỹđ]+ )[a-zà-ỹđ]")
"""“Hội nghị do”: the first two words of a lead, no name behind them."""


def may_go_on(before: str, after: str) -> bool:
    """Whether a sentence may go on in the next line: a cheap question before `LineBreak.goes_on`.

    Behind one or two words only a date does, or a sentence that begins with them.
    """
    first = after[0]
    if before.rsplit(None, 2)[2:] or (before[0].isupper() and first.islower()):
        return True
    is_date = first in _DATE_SIGNS or first.isdigit()
    return is_date and (before[-1] in _DATE_ENDS or before[-1].isdigit())


class LineBreak(NamedTuple):
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

    def measured(self, columns: Columns | None) -> "LineBreak":
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
        return (MARKER.match(self.after) or WORD_MARKER.match(self.after)) is not None

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
            and (self.before.lower() in _FIRST_WORDS or self.before.split()[0].lower() in OPENERS)
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
        credited = CREDITED.search(self.before)
        return credited is not None and is_name(credited[1])

    def parts_links(self) -> bool:
        """Whether one of the lines is a link with its date, or the next one a link with an arrow before it."""
        if self.after.startswith(_ARROWS):
            return True
        return _LINK_WITH_DATE.search(self.before) is not None or _LINK_WITH_DATE.search(self.after) is not None

    def is_signed(self) -> bool:
        """Whether the next line is a name, and this one does not end with the beginning of one (“Ảnh: Vân”)."""
        if self.following or not _SIGNATURE.match(self.after) or not is_name(self.after):
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
        return _SIGNATURE.match(self.after) is not None and is_name(self.after)

    def may_be_inside(self, width: int) -> bool:
        """Whether nothing tells that the next line is one of its own."""
        return not (self.begins_item() or self.is_apart() or self.begins_heading(width))

    def is_hyphenated(self) -> bool:
        """“in-tơ-” before “nét”: a word broken at its own hyphen."""
        before = self.before
        return before[-1] == "-" and before[-2:-1].isalnum() and self.after[0].isalnum()


def _has_stop(line: str) -> bool:
    last = line[-1]
    return (last if last not in CLOSING else line.rstrip(CLOSING)[-1:]) in _STOP_SIGNS


def is_name(words: str) -> bool:
    """Whether every word has a capital at its head: “Vân An”, “VGP/Thành Chung”; not “Đồng chí An phát biểu”."""
    return all(word[0].isupper() or not word[0].isalpha() for word in words.split())
