"""A headline that shares its line with what follows: old corpora put headline, caption and lead on one line.

It can be told where what follows begins with a capital behind a word without a stop: with the day of the meeting
(“… quý II Sáng 12/4, …”), with an agency's tag, or with the person of a caption whose credit stands in the line.
"""

import re

from partyreports.layout.shapes import has_two_sentences, words_of
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_SHORTEST_LINE = 120
"""A line that holds a headline and a lead is longer."""
_SHORTEST = 18
_LONGEST = 140
"""Characters of such a headline."""
_FEWEST_WORDS = 4
_CREDIT_REACH = 360
"""How far into the line the credit of the caption stands behind the headline."""
_LINKING = (
    " của ",
    " với ",
    " do ",
    " và ",
    " cho ",
    " là ",
    " có ",
    " bởi ",
    " tại ",
    " theo ",
    " cùng ",
    " về ",
    " các ",
)
"""Words that go on with a person or a date: what follows them begins nothing."""
_AFTER_WORD = re.compile(r"[\w”\"')?!] $")
_DIGIT_NEAR = re.compile(r" ?(?:ngày )?\(?\d{1,2}[-/.]\d")
_TAG = re.compile(r"(?<=[\w”\"')?!] )\([A-ZĐ][\w.&+]{1,14}\) ?[-–—]")
_PERSONS = ("person.honorific", "person.position", "person.degree", "person.rank", "caption.scene")


def headline_in(scanned: ScannedText, line: Range) -> Range | None:
    """The headline at the head of a line, if it can be told from what follows it."""
    if line.end - line.start < _SHORTEST_LINE:
        return None
    end = min(line.end, line.start + _LONGEST)
    found = [
        place for place in (_day(scanned, line, end), _tag(scanned, line, end), _caption(scanned, line, end)) if place
    ]
    if not found:
        return None
    part = scanned.source.trim(line.start, min(found))
    words = words_of(scanned.source, part)
    is_headline = (
        part.end - part.start >= _SHORTEST
        and len(words) >= _FEWEST_WORDS
        and (scanned.source.text[part.start].isupper() or scanned.source.text[part.start] in "\"“'‘0123456789")
        and not has_two_sentences(scanned.source, part)
        and scanned.cues.at("headline.lead_opener", part.start) is None
        and scanned.cues.at("headline.day_word", part.start) is None
        and not any(scanned.cues.at(group, part.start) for group in _PERSONS)
    )
    return part if is_headline else None


def _begins_anew(scanned: ScannedText, line: Range, position: int) -> bool:
    """Whether a capital stands at a position, behind a word without a stop or a comma."""
    text = scanned.source.text
    return (
        position > line.start + _SHORTEST
        and text[position].isupper()
        and _AFTER_WORD.search(text, max(line.start, position - 2), position) is not None
        and not text.endswith(_LINKING, line.start, position)
    )


def _day(scanned: ScannedText, line: Range, end: int) -> int | None:
    """Where “Sáng 12/4, …” begins in the line."""
    for cue in scanned.cues.within("headline.day_word", line.start, end):
        is_dated = _DIGIT_NEAR.match(scanned.source.folded, cue.end, line.end)
        if is_dated and _begins_anew(scanned, line, cue.start):
            return cue.start
    return None


def _tag(scanned: ScannedText, line: Range, end: int) -> int | None:
    match = _TAG.search(scanned.source.text, line.start + _SHORTEST, end)
    return match.start() if match else None


def _caption(scanned: ScannedText, line: Range, end: int) -> int | None:
    """Where the caption begins that a credit in the line belongs to."""
    credit = scanned.lexicon.compile(r"(?<!\w){caption.credit} ?: ?(?=\w)").search(
        scanned.source.folded, line.start, min(line.end, line.start + _CREDIT_REACH)
    )
    if credit is None or has_two_sentences(scanned.source, Range(line.start, credit.start())):
        return None
    places = [
        cue.start
        for group in _PERSONS
        for cue in scanned.cues.within(group, line.start, min(end, credit.start()))
        if _begins_anew(scanned, line, cue.start) and _ends_in_common_word(scanned, line, cue.start)
    ]
    return min(places, default=None)


def _ends_in_common_word(scanned: ScannedText, line: Range, position: int) -> bool:
    """Whether no name stands before a position, which what follows might go on: “Việt Nam Trung tâm”."""
    word = words_of(scanned.source, Range(max(line.start, position - _LONGEST), position))[-1]
    return word[0].islower() or word.isupper() or word.isdigit()
