"""The same article, scraped in another way: changes to a text that must not change what its report says."""

import random
import re
import textwrap
import unicodedata
from collections.abc import Callable

_NEW_TO_OLD = str.maketrans("òóỏõọùúủũụ", "oooooouuuu"[0:5] + "uuuuu")
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


def old_tones(text: str) -> str:
    """hoà for hòa, thuỷ for thủy: where tones stood before."""

    def moved(match: "re.Match[str]") -> str:
        return str(unicodedata.normalize("NFC", _NEW_TO_OLD_VOWEL[match[1]] + match[2] + _TONE[match[1]]))

    text = re.sub(r"(?<![qQ])([òóỏõọ])([ae])(?!\w)", moved, text)
    return re.sub(r"(?<![qQ])([ùúủũụ])(y)(?!\w)", moved, text)


_NEW_TO_OLD_VOWEL = {**dict.fromkeys("òóỏõọ", "o"), **dict.fromkeys("ùúủũụ", "u")}


def new_tones(text: str) -> str:
    """hòa for hoà."""

    def moved(match: "re.Match[str]") -> str:
        letter = unicodedata.normalize("NFD", match[2])
        return unicodedata.normalize("NFC", match[1] + letter[1:]) + letter[0]

    return re.sub(
        r"(?<![qQ])([ou])([àáảãạèéẻẽẹỳýỷỹỵ])(?!\w)",
        lambda m: m[0] if (m[1] == "u") != (m[2] in "ỳýỷỹỵ") else moved(m),
        text,
    )


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
    """The first line in capitals."""
    first, newline, rest = text.partition("\n")
    return first.upper() + newline + rest


def zero_widths(text: str) -> str:
    """A zero-width space behind one space in ten."""
    chance = random.Random(10)
    return re.sub(" ", lambda _: " \u200b" if chance.random() < 0.1 else " ", text)


UNRELATED = "Trong những ngày cuối tuần, thời tiết trên địa bàn có mưa vài nơi, nhiệt độ giảm nhẹ về đêm."

SAME: dict[str, Callable[[str], str]] = {
    "NFC": lambda text: unicodedata.normalize("NFC", text),
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "CRLF": lambda text: "\r\n".join(_lines(text)),
    "CR": lambda text: "\r".join(_lines(text)),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "tabs": lambda text: text.replace(" ", "\t"),
    "spaces at the ends of lines": each_line(lambda line: line + "  "),
    "every space doubled": lambda text: text.replace(" ", "  "),
    "one space in twenty doubled": some_spaces_doubled,
    "old tones": old_tones,
    "new tones": new_tones,
    "Ð for Đ": lambda text: text.replace("Đ", "Ð"),
    "ð for đ": lambda text: text.replace("đ", "ð"),
    "indents of 4": each_line(lambda line: "    " + line),
    "indents of 60": each_line(lambda line: " " * 60 + line),
    "blank lines added": lambda text: "\n\n".join(_lines(text)),
    "blank lines removed": lambda text: "\n".join(line for line in _lines(text) if line.strip()),
    "byte order mark": lambda text: "\ufeff" + text,
    "zero-width spaces": zero_widths,
    "soft hyphens": lambda text: re.sub(r"(?<=\w{3})(?=\w{3})", "\u00ad", text),
    "straight quotes": lambda text: text.translate(str.maketrans("“”‘’", "\"\"''")),
    "hyphens U+2010": lambda text: text.replace("-", "\u2010"),
    "hyphens U+2011": lambda text: text.replace("-", "\u2011"),
    "en dashes": lambda text: text.replace(" - ", " – "),
    "dots in dates": lambda text: re.sub(r"\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b", r"\1.\2.\3", text),
    "three dots": lambda text: text.replace("…", "..."),
    "upper-case title": upper_case_title,
    "spaces before punctuation": lambda text: re.sub(r"(?<=\w)([,;:])(?= )", r" \1", text),
    **{f"bullet {name}": bulleted(sign) for name, sign in {
        "-": "-", "+": "+", "*": "*", "•": "•", "■": "■", "□": "□", "◆": "◆", "❖": "❖", "✔": "✔", "√": "√", "►": "►", "→": "→",
        "➢": "➢", "➔": "➔", "»": "»", "‣": "‣", "※": "※", "★": "★", "U+F0A7": "\uf0a7", "U+F0D8": "\uf0d8", "U+F0FC": "\uf0fc",
        "U+F076": "\uf076", "o": "o", "👉": "👉"}.items()},
}  # fmt: skip
"""Goal: no report changes."""

NEAR: dict[str, tuple[Callable[[str], str], float]] = {
    "wrapped at 72": (wrapped(72), 0.01),
    "wrapped at 80": (wrapped(80), 0.01),
    "wrapped at 100": (wrapped(100), 0.03),
    "a source line at the end": (lambda text: text.rstrip() + "\n\n*Nguồn:* Cổng thông tin điện tử\n", 0.02),
    "an unrelated paragraph at the end": (lambda text: text.rstrip() + "\n\n" + UNRELATED + "\n", 0.02),
    "a menu in front": (menu_in_front, 0.05),
    "bold markers": (bold_markers, 0.05),
    "block quote": (each_line(lambda line: "> " + line), 0.05),
    "one sentence a line": (one_sentence_a_line, 0.05),
}
"""Change, and the share of articles whose report may change."""
