"""The same article, scraped in another way: changes to a text that must not change what its report says."""

import random
import re
import textwrap
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

_TONE = {"ò": "\u0300", "ó": "\u0301", "ỏ": "\u0309", "õ": "\u0303", "ọ": "\u0323"}
_TONE |= {"ù": "\u0300", "ú": "\u0301", "ủ": "\u0309", "ũ": "\u0303", "ụ": "\u0323"}


def _lines(text: str) -> list[str]:
    return re.split(r"\r\n|\r|\n", text)


def each_line(change: Callable[[str], str]) -> Callable[[str], str]:
    """A change made to every line that is not blank."""
    return lambda text: "\n".join(change(line) if line.strip() else line for line in _lines(text))


def wrapped(width: int) -> Callable[[str], str]:
    """Every paragraph filled to a width, as mail programs and PDFs do it."""
    return each_line(lambda line: textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False))


def some_spaces_doubled(text: str) -> str:
    """One space in twenty doubled; always the same ones."""
    chance = random.Random(20)
    return re.sub(" ", lambda _: "  " if chance.random() < 0.05 else " ", text)


_SOFT = {**dict.fromkeys("òóỏõọ", "o"), **dict.fromkeys("ùúủũụ", "u")}


def old_tones(text: str) -> str:
    """hoà for hòa, thuỷ for thủy: where tones stood before."""

    def moved(match: "re.Match[str]") -> str:
        return unicodedata.normalize("NFC", _SOFT[match[1]] + match[2] + _TONE[match[1]])

    text = re.sub(r"(?<![qQ])([òóỏõọ])([ae])(?!\w)", moved, text)
    return re.sub(r"(?<![qQ])([ùúủũụ])(y)(?!\w)", moved, text)


def new_tones(text: str) -> str:
    """hòa for hoà."""

    def moved(match: "re.Match[str]") -> str:
        letter = unicodedata.normalize("NFD", match[2])
        return unicodedata.normalize("NFC", match[1] + letter[1:]) + letter[0]

    text = re.sub(r"(?<![qQ])(o)([àáảãạèéẻẽẹ])(?!\w)", moved, text)
    return re.sub(r"(?<![qQ])(u)([ỳýỷỹỵ])(?!\w)", moved, text)


def curly_quotes(text: str) -> str:
    """Straight quotes as a word processor turns them."""
    text = re.sub(r'(?<![\w.,;:!?…)])"(?=\S)', "“", text)
    return re.sub(r'(?<=\S)"(?!\w)', "”", text)


def dotted_dates(text: str) -> str:
    """1.6.2020 for 1/6/2020."""
    return re.sub(r"\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b", r"\1.\2.\3", text)


def at_the_end(paragraph: str) -> Callable[[str], str]:
    """One more paragraph."""
    return lambda text: text.rstrip() + "\n\n" + paragraph + "\n"


_MARKER = re.compile(
    r"^((?:\(?\d{1,2}[.)/]|\(?[a-zđ]\)|[IVX]+\.|(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là,?|Thứ \w+,)(?= ))", re.M
)


def bulleted(sign: str) -> Callable[[str], str]:
    """A bullet before every line that begins with a marker."""
    return lambda text: _MARKER.sub(sign + r" \1", text)


def bold_markers(text: str) -> str:
    """Markers as an HTML-to-Markdown tool leaves them."""
    return _MARKER.sub(r"**\1**", text)


_SENTENCE_END = re.compile(r"(?<=[^\W\d_A-ZĐ]{3}[.!?]) (?=[A-ZĐÁÀẢÃẠÂĂÊÔƠƯÓÒÍÚÝ])")


def one_sentence_a_line(text: str) -> str:
    """A line break behind every sentence."""
    return _SENTENCE_END.sub("\n", text)


def menu_in_front(text: str) -> str:
    """The first lines of a page, scraped along."""
    return "Trang chủ\nGiới thiệu\nVăn bản\nLiên hệ\n" + text


def upper_case_title(text: str) -> str:
    """The first line in capitals, where it can be a headline."""
    first, newline, rest = text.partition("\n")
    return first.upper() + newline + rest if len(first) <= 200 else text


def zero_widths(text: str) -> str:
    """A zero-width space behind one space in ten."""
    chance = random.Random(10)
    return re.sub(" ", lambda _: " \u200b" if chance.random() < 0.1 else " ", text)


UNRELATED = "Trong những ngày cuối tuần, thời tiết trên địa bàn có mưa vài nơi, nhiệt độ giảm nhẹ về đêm."


class Transformation(NamedTuple):
    """A change to a text, and how many reports may follow it."""

    name: str
    change: Callable[[str], str]
    goal: float = 0.0
    """The share of articles whose report may change."""
    ignoring: tuple[str, ...] = ()
    """Fields that may follow the change: the first paragraph is another one where every sentence is a paragraph."""
    bullets: bool = False
    """Whether it changes bullets, so that signs at the heads of lines are not compared."""


BULLETS = {
    "-": "-", "+": "+", "*": "*", "•": "•", "■": "■", "□": "□", "◆": "◆", "❖": "❖", "✔": "✔", "√": "√", "►": "►", "→": "→",
    "➢": "➢", "➔": "➔", "»": "»", "‣": "‣", "※": "※", "★": "★", "o": "o", "👉": "👉",
    "U+F0A7": "\uf0a7", "U+F0D8": "\uf0d8", "U+F0FC": "\uf0fc", "U+F076": "\uf076",
}  # fmt: skip

TRANSFORMATIONS: tuple[Transformation, ...] = (
    Transformation("NFC", lambda text: unicodedata.normalize("NFC", text)),
    Transformation("NFD", lambda text: unicodedata.normalize("NFD", text)),
    Transformation("CRLF", lambda text: "\r\n".join(_lines(text))),
    Transformation("CR", lambda text: "\r".join(_lines(text))),
    Transformation("no-break spaces", lambda text: text.replace(" ", "\u00a0")),
    Transformation("tabs", lambda text: text.replace(" ", "\t")),
    Transformation("spaces at the ends of lines", each_line(lambda line: line + "  ")),
    Transformation("every space doubled", lambda text: text.replace(" ", "  ")),
    Transformation("one space in twenty doubled", some_spaces_doubled),
    Transformation("spaces before punctuation", lambda text: re.sub(r"(?<=\w)([,;:])(?= )", r" \1", text)),
    Transformation("indents of 4", each_line(lambda line: "    " + line)),
    Transformation("indents of 60", each_line(lambda line: " " * 60 + line)),
    Transformation("blank lines added", lambda text: "\n\n".join(_lines(text))),
    Transformation("blank lines removed", lambda text: "\n".join(line for line in _lines(text) if line.strip())),
    Transformation("byte order mark", lambda text: "\ufeff" + text),
    Transformation("zero-width spaces", zero_widths),
    Transformation("soft hyphens", lambda text: re.sub(r"(?<=[^\W\d_]{2})(?=[^\W\d_]{2})", "\u00ad", text)),
    Transformation("old tones", old_tones),
    Transformation("new tones", new_tones),
    Transformation("Ð for Đ", lambda text: text.replace("Đ", "Ð")),
    Transformation("ð for đ", lambda text: text.replace("đ", "ð")),
    Transformation("straight quotes", lambda text: text.translate(str.maketrans("“”‘’", "\"\"''"))),
    Transformation("curly quotes", curly_quotes),
    Transformation("hyphens U+2010", lambda text: text.replace("-", "\u2010")),
    Transformation("hyphens U+2011", lambda text: text.replace("-", "\u2011")),
    Transformation("hyphens U+2212", lambda text: text.replace("-", "\u2212")),
    Transformation("en dashes", lambda text: text.replace(" - ", " – ")),
    Transformation("dots in dates", dotted_dates),
    Transformation("three dots", lambda text: text.replace("…", "...")),
    *(Transformation(f"bullet {name}", bulleted(sign), bullets=True) for name, sign in BULLETS.items()),
    Transformation("upper-case title", upper_case_title),
    Transformation("wrapped at 72", wrapped(72), 0.01),
    Transformation("wrapped at 80", wrapped(80), 0.01),
    Transformation("wrapped at 100", wrapped(100), 0.03),
    Transformation("a source line at the end", at_the_end("*Nguồn:* Cổng thông tin điện tử"), 0.02, ("byline",)),
    Transformation("an unrelated paragraph at the end", at_the_end(UNRELATED), 0.02),
    Transformation("a menu in front", menu_in_front, 0.05),
    Transformation("bold markers", bold_markers, 0.05),
    Transformation("block quote", each_line(lambda line: "> " + line), 0.05),
    Transformation("one sentence a line", one_sentence_a_line, 0.05, ("lead", "sections.inline")),
)
