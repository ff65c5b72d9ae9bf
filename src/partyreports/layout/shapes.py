"""What a line looks like, whatever it says: how it ends, how it begins, how its letters are written.

Every function looks at a bounded part of the line, so that a line of a million characters costs no more than a
paragraph.
"""

import re
from collections.abc import Iterable
from itertools import islice

from partyreports.grammar.sentences import iter_sentences
from partyreports.text.scanned import ScannedText
from partyreports.text.source import SourceText
from partyreports.text.spans import Range

PARAGRAPH_LENGTH = 200
"""A line longer than this is a paragraph, however it ends: of the headlines of the gold none is."""
_SENTENCES_LENGTH = 110
"""A line longer than this is a paragraph if it holds two sentences."""
_HEAD = 400
"""Characters of a line that are looked at."""
LEADING_SIGNS = "=-–—+*•·●◦▪■□◆❖✓✔➤►→»>#\"“”‘'«([_~|"
"""Signs that may stand before the words of a line."""
_LEADING = rf"[\s{re.escape(LEADING_SIGNS)}]{{0,12}}"
_BEFORE_TEXT = re.compile(_LEADING)
BEFORE_TEXT = _LEADING + "+"
"""Regex source for what stands before the words of a line: bullets, arrows, brackets and quotes."""
_MARKER = (
    _LEADING + r"(?:\(?\d{1,2}(?:\.\d{1,2}){0,3}(?:[.)/:]|[-–] )(?!\d)|\(?{roman}(?:[.)/]|[-–] )|\(?[a-zđ](?:[)]|\. )"
    r"|{number_words},? là(?!\w)|thứ {ordinal}(?!\w))"
)
_BULLET = re.compile(r"[-–—+*•·●◦▪■□◆❖✓✔➤►→] ?(?=\w)")
_CLOSING = "\"”’')]»*_ "
_STOPS = frozenset(".…")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


SECTION_CUES = (
    "section.achievement",
    "section.limitation",
    "section.cause",
    "section.task",
    "section.lesson",
    "section.proposal",
)
"""Groups whose cues say what a list is about: headings and introductions hold them."""


def is_paragraph(source: SourceText, line: Range) -> bool:
    """Whether a line is long enough for a paragraph of the article."""
    length = line.end - line.start
    return length > PARAGRAPH_LENGTH or (length > _SENTENCES_LENGTH and has_two_sentences(source, line))


def has_two_sentences(source: SourceText, line: Range) -> bool:
    """Whether a second sentence begins in the line."""
    head = min(line.end, line.start + _HEAD)
    return len(list(islice(iter_sentences(source, line.start, head), 2))) == 2


def last_sign(source: SourceText, line: Range) -> str:
    """The last character of a line, closing quotes and brackets aside; empty if there is none."""
    text, (start, end) = source.text, line
    if start < end and (last := text[end - 1]) not in _CLOSING:
        return last
    return text[max(start, end - 12) : end].rstrip(_CLOSING)[-1:]


def ends_in_stop(source: SourceText, line: Range) -> bool:
    """Whether a line ends as a statement does: “….”, “…”, “./.”."""
    return last_sign(source, line) in _STOPS


def end_in_stops(source: SourceText, lines: Iterable[Range]) -> list[bool]:
    """Of each line whether it ends as a statement does."""
    text = source.text
    return [
        sign in _STOPS if (sign := text[line.end - 1]) not in _CLOSING else ends_in_stop(source, line) for line in lines
    ]


def text_start(source: SourceText, line: Range) -> int:
    """Where the words of a line begin, behind bullets, arrows, brackets and quotes."""
    match = _BEFORE_TEXT.match(source.text, line.start, line.end)
    return match.end() if match else line.start


def begins_with_marker(scanned: ScannedText, line: Range) -> bool:
    """Whether a line begins as a numbered point: “1. …”, “II. …”, “b) …”, “Hai là …”, “Thứ ba, …”."""
    return scanned.lexicon.compile(_MARKER).match(scanned.source.folded, *line) is not None


def begins_with_bullet(source: SourceText, line: Range) -> bool:
    """Whether a line begins with a bullet."""
    return _BULLET.match(source.text, line.start, line.end) is not None


def has_letters(source: SourceText, line: Range) -> bool:
    """Whether any letter stands in the first part of a line."""
    return any(map(str.isalpha, source.text[line.start : line.end][:_HEAD]))


def is_all_capitals(source: SourceText, line: Range) -> bool:
    """Whether a line is written in capitals: no small letter, two capitals at least."""
    text = source.text[line.start : line.end][:_HEAD]
    return text.isupper() and sum(map(str.isalpha, text)) >= 2


def words_of(source: SourceText, line: Range) -> list[str]:
    """The words in the first part of a line, as printed."""
    return _WORD.findall(source.text, line.start, min(line.end, line.start + _HEAD))


def is_title_case(source: SourceText, line: Range) -> bool:
    """Whether every word of a line begins with a capital."""
    words = words_of(source, line)
    return bool(words) and all(word[0].isupper() for word in words)


def same_words(source: SourceText, line: Range, other: Range) -> bool:
    """Whether two lines say the same, whatever the case of their letters."""
    return line.end - line.start == other.end - other.start and (
        source.folded[line.start : line.end] == source.folded[other.start : other.end]
    )
