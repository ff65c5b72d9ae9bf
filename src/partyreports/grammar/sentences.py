"""Sentences of a stretch of the view.

A newline always ends a sentence. A full stop, question mark or ellipsis does when what follows can
begin one; the dots of abbreviations (“TP. Cần Thơ”, “GS.TS. Trần”), of initials and of numbers
(“1.200”) do not.
"""

import re
from collections.abc import Iterator

from partyreports.text.source import SourceText
from partyreports.text.spans import Range

# “… nặng nề.Hai là”: the space after a full stop is often lost, so none is asked for.
# One class of characters at the head, for the regex engine to skip ahead to.
_STOP = re.compile(r"[.!?…\n](?:(?<=\n)|[.!?…]*[\"”’»)\]]*(?=\s|[\"“‘«(\[]|[^\W\d_]))")

# Written with a dot and followed by a capital, inside a sentence.
_ABBREVIATIONS = frozenset(
    [
        "tp",
        "tx",
        "tt",
        "gs",
        "pgs",
        "ts",
        "tskh",
        "ths",
        "th.s",
        "bs",
        "ks",
        "kts",
        "cn",
        "ls",
        "nsnd",
        "nsưt",
        "q",
        "p",
        "đ/c",
        "mr",
        "mrs",
        "dr",
        "st",
        "no",
        "tr",
        "t.ư",
        "tw",
        "v.v",
        "vv",
        "s",
        "ctv",
        "ncs",
    ]
)
_LOOK_BACK = 12


def _is_abbreviation(text: str, dot: int, floor: int) -> bool:
    """Whether the dot at `dot` belongs to “TP.”, “GS.TS.”, “T.Ư.” or an initial “A.” of a name."""
    before = text[max(floor, dot - _LOOK_BACK) : dot]
    word = before[max(map(before.rfind, ' \n("“')) + 1 :]
    last = word.rpartition(".")[2]
    if len(last) == 1 and last.isalpha() and last.isupper():
        return True
    return last.lower() in _ABBREVIATIONS or word.lower() in _ABBREVIATIONS


def sentences(source: SourceText, start: int, end: int) -> list[Range]:
    """Sentences of `[start, end)` of the view, white space trimmed, empty ones left out.

    >>> text = SourceText("Họp tại TP. Cần Thơ. GS.TS. Trần An dự.Hai là, tiếp tục")
    >>> [text.text[s.start : s.end] for s in sentences(text, 0, len(text))]
    ['Họp tại TP. Cần Thơ.', 'GS.TS. Trần An dự.', 'Hai là, tiếp tục']
    """
    return list(iter_sentences(source, start, end))


def iter_sentences(source: SourceText, start: int, end: int) -> Iterator[Range]:
    """The same, one at a time, for those who need the first few."""
    text = source.text
    position = start
    for match in _STOP.finditer(text, start, end):
        if text[match.start()] != "\n" and not _ends_sentence(text, match.start(), match.end(), position):
            continue
        sentence = source.trim(position, match.end())
        if sentence.start < sentence.end:
            yield sentence
        position = match.end()
    sentence = source.trim(position, end)
    if sentence.start < sentence.end:
        yield sentence


def _ends_sentence(text: str, dot: int, after: int, floor: int) -> bool:
    following = text[after : after + 3].lstrip(' "“‘«([')[:1]
    if text[dot] == "." and after == dot + 1:
        if _is_abbreviation(text, dot, floor):
            return False
        if not text[after : after + 1].isspace():
            return following.isupper()  # “nghiêm túc.Hai là” but not “baochinhphu.vn”
    # An ellipsis inside a sentence goes on in lower case: “in-tơ-nét... nhằm”.
    return not following.islower()
