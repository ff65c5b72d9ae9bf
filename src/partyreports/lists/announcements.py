"""What a sentence announces: the head noun that is counted or stands for many, and names the points of a list.

“Để khắc phục những hạn chế trên, Sở đề ra ba nhóm giải pháp sau:”
     hạn chế    in the clause before what the sentence says: only spoken of
     giải pháp  counted: announced
"""

from collections.abc import Iterator
from typing import NamedTuple

from partyreports.grammar.numbers import count_before
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

NOUN_KINDS = ("achievement", "limitation", "cause", "task", "lesson", "proposal", "other", "neutral")
"""Groups of the nouns that name points: `section.task`, …; `neutral` ones say nothing of the role."""
_NOUNS = tuple(f"section.{kind}" for kind in NOUN_KINDS)
SURE = 3
"""How surely a noun must announce the points to be more than a guess."""

_FRONTED = 220
"""Longest clause in front of a sentence that is told from what the sentence says."""
_COMPOUND = 8
"""Longest stretch between a neutral noun and the noun that tells what it is, one word: “6 vấn đề còn tồn tại”."""
_TAIL = 40
"""Longest rest of a noun phrase before the colon: “nhiệm vụ trọng tâm năm 2020:”."""
_HEADING = 160
"""Longest line without a full stop that is read as a heading: two printed lines."""
_MOST_POINTS = 99
_QUOTES = "\"“'‘"


class Count(NamedTuple):
    """A number in front of a noun."""

    start: int
    end: int
    value: int


class Noun(NamedTuple):
    """A noun that may name the points of a list."""

    start: int
    end: int
    kind: str
    """One of `NOUN_KINDS`."""
    number: Count | None
    governed: bool
    """Only spoken of: “khắc phục hạn chế”, “kết quả này”, or in a clause before what the sentence says."""
    announces: int
    """How surely it names the points that follow, from 0 (it is only mentioned) to 7 (a count, and the end)."""


def is_heading(scanned: ScannedText, line: Range) -> bool:
    """Whether a whole line is a heading: short, and no sentence by its end."""
    return line.end - line.start <= _HEADING and scanned.source.text[line.end - 1] not in '.!?…;,”"'


def nouns_in(scanned: ScannedText, sentence: Range) -> list[Noun]:
    """Nouns of a sentence that may name points, in reading order; the longest where several share a place."""
    if not scanned.cues.starts(_NOUNS).any_in(sentence):
        return []
    found: list[tuple[Cue, str]] = []
    for kind, group in zip(NOUN_KINDS, _NOUNS, strict=True):
        found += [(cue, kind) for cue in scanned.cues.within(group, sentence.start, sentence.end)]
    fixed = scanned.cues.within("section.not_a_cue", sentence.start, sentence.end)
    main = _main_clause(scanned, sentence)
    nouns: list[Noun] = []
    reached = sentence.start
    for cue, kind in sorted(found, key=lambda pair: (pair[0].start, -pair[0].end)):
        if cue.start < reached or any(phrase.start <= cue.start and cue.end <= phrase.end for phrase in fixed):
            continue
        noun = _noun(scanned, sentence, main, cue, kind)
        if noun is not None:
            reached = cue.end
            nouns.append(noun)
    return list(_compounds(scanned, nouns))


def _noun(scanned: ScannedText, sentence: Range, main: int, cue: Cue, kind: str) -> Noun | None:
    folded = scanned.source.folded
    before = folded[sentence.start : cue.start].rstrip(" " + _QUOTES)
    number = _number_before(scanned, sentence, cue)
    quantifier = "" if number else _quantifier(scanned, sentence.start, sentence.start + len(before))
    is_whole = cue.start == sentence.start and _ends(scanned, sentence, cue)
    if "quantified" in cue.entry.flags and not (number or quantifier or is_whole):
        return None
    governed = cue.start < main or _follows(scanned, "list.points_back", cue.end)
    if not governed and number is None:
        phrase = sentence.start + len(before) - len(quantifier)
        governed = scanned.cues.ending_at("section.governor", phrase) is not None
    if number is not None:
        announces = 6 + _ends(scanned, sentence, cue) - 4 * governed
    else:
        announces = 0 if governed else _strength(scanned, sentence, cue, quantifier)
    return Noun(cue.start, cue.end, kind, number, governed, announces)


def _quantifier(scanned: ScannedText, floor: int, end: int) -> str:
    """The word for many that ends at `end`: “các”, “một số”; empty if there is none."""
    cue = scanned.cues.ending_at("list.many", end)
    return scanned.source.folded[cue.start : cue.end] if cue is not None and cue.start >= floor else ""


def _follows(scanned: ScannedText, group: str, position: int) -> bool:
    """Whether a cue of a group begins at `position`, or behind the spaces there."""
    while scanned.source.folded.startswith(" ", position):
        position += 1
    return scanned.cues.at(group, position) is not None


def _ends(scanned: ScannedText, sentence: Range, cue: Cue) -> bool:
    return scanned.source.folded[cue.end : sentence.end].strip() in {"", ":", "."}


def _strength(scanned: ScannedText, sentence: Range, cue: Cue, quantifier: str) -> int:
    """How surely a noun without a number announces."""
    after = scanned.source.folded[cue.end : sentence.end].strip()
    ends = _ends(scanned, sentence, cue)
    opens = cue.start - sentence.start <= SURE
    if opens and (ends or is_heading(scanned, sentence)):
        return 5
    if quantifier:
        leads = cue.start - sentence.start <= len(quantifier) + SURE  # “Một số kinh nghiệm rút ra trong công tác …:”
        return 4 if ends or leads or _follows(scanned, "list.follows", cue.end) else 3
    if after.startswith(("sau", "như sau")) or (after.endswith(":") and len(after) <= _TAIL and "," not in after):
        return 3
    return 1 if after.endswith(":") or (opens and "quantified" not in cue.entry.flags) else 0


def _number_before(scanned: ScannedText, sentence: Range, cue: Cue) -> Count | None:
    """The number that counts a noun, but not the second half of “18-20 nhiệm vụ” or “2/3 số việc”."""
    folded = scanned.source.folded
    end = cue.start
    while end > sentence.start and folded[end - 1] in _QUOTES:
        end -= 1
    reading = count_before(folded, sentence.start, end)
    if reading is None or not 1 < reading.value <= _MOST_POINTS:
        return None
    start = reading.start
    before = folded[max(start - 2, 0) : start]
    if (
        "/" in folded[start : reading.end]
        or before[-1:] in {"-", "–", "/"}
        or (before[-1:] == " " and before[:-1].isdigit())
    ):
        return None
    return Count(start, reading.end, reading.value)


def _main_clause(scanned: ScannedText, sentence: Range) -> int:
    """Where what the sentence says begins: after “Để …,”, “Với những kết quả đã đạt, …”, or after “…, trong đó”."""
    focus = scanned.cues.last_within("section.focus", sentence.start + 1, sentence.end)
    if focus is not None and focus.end < sentence.end - 1:
        return focus.end
    start = sentence.start
    while start < sentence.end and not scanned.source.folded[start].isalnum():
        start += 1
    if scanned.cues.at("section.fronting", start) is None:
        return sentence.start
    comma = scanned.source.folded.find(",", start, min(sentence.end, start + _FRONTED))
    return comma if comma >= 0 else sentence.start


def _compounds(scanned: ScannedText, nouns: list[Noun]) -> Iterator[Noun]:
    """“6 vấn đề tồn tại”: a neutral noun is of the kind of the noun that follows at once."""
    folded = scanned.source.folded
    for i, noun in enumerate(nouns):
        following = nouns[i + 1] if i + 1 < len(nouns) else None
        if (
            noun.kind == "neutral"
            and following is not None
            and following.kind != "neutral"
            and following.number is None
            and following.start - noun.end <= _COMPOUND
            and "," not in folded[noun.end : following.start]
        ):
            yield noun._replace(kind=following.kind)
        else:
            yield noun
