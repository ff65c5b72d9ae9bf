"""Sentences of a stretch of the view.

A newline always ends a sentence. A full stop, question mark or ellipsis does when what follows can
begin one; the dots of abbreviations (“TP. Cần Thơ”, “GS.TS. Trần”), of initials and of numbers
(“1.200”) do not.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from importlib import resources

from partyreports.text.source import SourceText
from partyreports.text.spans import Range

# “… nặng nề.Hai là”: the space after a full stop is often lost, so none is asked for.
# Matches every run of stops as a whole, so that none of its characters is looked at twice; the group says whether
# what follows can begin a sentence. (A set at the head of a pattern is what the regex engine skips ahead to.)
_STOP = re.compile(r"[.!?…\n](?:(?<=\n)|[.!?…]*+)((?<=\n)|[\"”’»)\]]*(?=\s|[\"“‘«(\[]|[^\W\d_]))?")

# Written with a dot and followed by a capital, inside a sentence.
_ABBREVIATIONS = frozenset(
    tomllib.loads(
        (resources.files("partyreports") / "data" / "words" / "abbreviations.toml").read_text(encoding="utf-8")
    )["with_dot"]
)
_LONGEST = max(map(len, _ABBREVIATIONS))
_LOOK_BACK = 12


def _is_abbreviation(text: str, dot: int, floor: int) -> bool:
    """Whether the dot at `dot` belongs to “TP.”, “GS.TS.”, “T.Ư.” or an initial “A.” of a name."""
    head = dot - _LONGEST - 1
    word = text[head if head > floor else floor : dot].rpartition(" ")[2]
    if word.isalnum():  # nearly every sentence ends in a plain word
        return _is_short(word)
    before = text[max(floor, dot - _LOOK_BACK) : dot]
    word = before[max(map(before.rfind, ' ,\n("“')) + 1 :]
    return _is_short(word.rpartition(".")[2]) or word.lower() in _ABBREVIATIONS


def _is_short(word: str) -> bool:
    return (len(word) == 1 and word.isalpha() and word.isupper()) or word.lower() in _ABBREVIATIONS


def sentences(source: SourceText, start: int, end: int) -> Sequence[Range]:
    """Sentences of `[start, end)` of the view, white space trimmed, empty ones left out; kept with the text.

    >>> text = SourceText("Họp tại TP. Cần Thơ. GS.TS. Trần An dự.Hai là, tiếp tục")
    >>> [text.text[s.start : s.end] for s in sentences(text, 0, len(text))]
    ['Họp tại TP. Cần Thơ.', 'GS.TS. Trần An dự.', 'Hai là, tiếp tục']
    """
    known = source.sentences.get((start, end))
    if known is None:
        if _STOP.search(source.text, start, end) is None:
            whole = source.trim(start, end)
            known = (whole,) if whole.start < whole.end else ()
        else:
            known = tuple(iter_sentences(source, start, end))
        source.sentences[start, end] = known
    return known


def iter_sentences(source: SourceText, start: int, end: int) -> Iterator[Range]:
    """The same, one at a time, for those who need the first few."""
    text = source.text
    position = start
    for match in _STOP.finditer(text, start, end):
        dot, after = match.span()
        if match[1] is None or not _ends_sentence(text, dot, after, position):
            continue
        sentence = source.trim(position, after)
        if sentence.start < sentence.end:
            yield sentence
        position = after
    sentence = source.trim(position, end)
    if sentence.start < sentence.end:
        yield sentence


def sentence_start(source: SourceText, floor: int, position: int) -> int:
    """Where the sentence begins, not before `floor`, that what ends at `position` of the view belongs to.

    >>> text = SourceText("Họp tại TP. Cần Thơ. GS.TS. Trần An chủ trì.")
    >>> text.text[sentence_start(text, 0, len(text) - 1) :]
    'GS.TS. Trần An chủ trì.'
    """
    text = source.text
    for match in reversed(list(_STOP.finditer(text, floor, position))):
        dot, after = match.span()
        if match[1] is not None and _ends_sentence(text, dot, after, floor):
            return source.trim(after, position).start
    return source.trim(floor, position).start


def sentence_at(source: SourceText, position: int, start: int, end: int) -> Range | None:
    """The sentence of `[start, end)` that holds a position of the view; None for white space between two."""
    begin = sentence_start(source, start, position + 1)
    sentence = next(iter_sentences(source, begin, end), None)
    return sentence if sentence is not None and sentence.start <= position < sentence.end else None


def _ends_sentence(text: str, dot: int, after: int, floor: int) -> bool:
    """Whether the stop `[dot, after)` ends a sentence."""
    if text[dot] == "\n":
        return True
    following = text[after : after + 3].lstrip(' "“‘«([')[:1]
    if following.islower():
        return False  # an ellipsis inside a sentence: “in-tơ-nét... nhằm”
    if text[dot] == "." and after == dot + 1:
        if _is_abbreviation(text, dot, floor):
            return False
        # “nghiêm túc.Hai là” but not “3.b” or “(1.2)”
        return following.isupper() or text[after : after + 1].isspace()
    return True
