"""Lists of persons: in a row, joined by nothing but signs and function words, or one a line.

“A, Bí thư …; B, Chủ tịch … và ông C”, and below “các đồng chí:” lines such as “- Đ/c A, Bí thư …;”.
"""

import re

from partyreports.grammar.persons import PersonReading, read_persons
from partyreports.text.scanned import ScannedText

Persons = tuple[PersonReading, ...]


def persons_from(
    scanned: ScannedText, start: int, end: int, *, within: int, pairs_only: bool = False
) -> Persons | None:
    """“… có các đồng chí: A, Bí thư …; B, Chủ tịch …”: persons from `start` on, joined by nothing but signs and “và”.

    Args:
        scanned: the text.
        start: where the list begins.
        end: where the sentence ends.
        within: how far from `start` the first person may begin.
        pairs_only: whether a comma alone joins no further person (“…, ông A, ông B yêu cầu”).
    """
    readings = read_persons(scanned, start, end)
    if not readings or readings[0].start - start > within:
        return None
    if any(scanned.cues.any_within(group, start, readings[0].start) for group in ("chair.delegated", "chair.directs")):
        return None
    found = [readings[0]]
    for one in readings[1:]:
        if scanned.cues.at("chair.other_role", one.start) is not None or _has_other_role(scanned, found[-1], one):
            break  # “Chủ trì: A; Thư ký: | B”
        gap = scanned.source.folded[found[-1].end : one.start]
        if not joins(scanned, found[-1].end, one.start) or (pairs_only and " và " not in f" {gap} "):
            break
        found.append(one)
    return tuple(found)


def _has_other_role(scanned: ScannedText, before: PersonReading, one: PersonReading) -> bool:
    """“bà B, Chủ tịch Công đoàn và thư ký là | bà C”: a role with a list head stands between two persons."""
    role = scanned.cues.last_within("chair.other_role", before.name.end, one.name.start)
    if role is None:
        return False
    head = scanned.cues.at("chair.list_head", role.end + 1)
    return head is not None or scanned.source.folded.startswith(":", role.end)


_MOST_LINES = 12
"""Lines below a head that are read as a list of persons."""
_BULLET = re.compile(r" *+(?:[-–—+*•▪·] *+|\d{1,2} ?[.)/] *+)?+(?=\S)")


def ends_open(scanned: ScannedText, start: int, end: int) -> bool:
    """Whether a sentence breaks off in front of the persons, or behind one of them: “gồm các đồng chí: |”, “A; |”."""
    source = scanned.source
    if end < len(source) and source.text[end] != "\n" and source.line_at(end).end != end:
        return False
    rest = source.folded[start:end]
    if not _only_joins(scanned, rest):
        return False
    return any(char.isalpha() for char in rest) or source.folded[start - 1 : end].rstrip().endswith((":", ";", ","))


def lines_of_persons(scanned: ScannedText, position: int) -> Persons:
    """Persons that fill the lines below a place, one or more a line, bullets and numbers before them aside."""
    source = scanned.source
    above, last = source.line_number(position), source.line_number(len(source))
    found: Persons = ()
    for number in range(above + 1, min(above + _MOST_LINES, last) + 1):
        start, end = source.line(number)
        bullet = _BULLET.match(source.folded, start, end)
        if bullet is None:
            continue  # a blank line
        if any(scanned.cues.at(group, bullet.end()) is not None for group in _OTHER_HEADS):
            break
        persons = persons_from(scanned, bullet.end(), end, within=0)
        if persons is None:
            break
        rest = source.folded[persons[-1].end : end]
        if not _only_joins(scanned, rest.rstrip(" .")):
            return found + persons if rest.lstrip().startswith(".") else found
        found += persons
    return found


_OTHER_HEADS = ("chair.other_role", "chair.cue")
"""Groups that begin another list below the one of the chairs."""
_JOINING = (
    r"(?:[\W_]++|(?:và|cùng|với|các|là|còn|ban|sau|sau đây|dưới đây|{word.present}|{person.honorific}"
    r"|{attendance.classifier}|{chair.counterpart}(?: \w++){0,3}+)(?!\w))*+"
)
"""Signs and function words; how the next person is addressed."""


def joins(scanned: ScannedText, start: int, end: int) -> bool:
    """Whether only signs and function words stand between two persons."""
    if end - start > 60:
        return False
    between = _NUMBER.sub("", scanned.source.folded[start:end])
    if "." in between.replace("gs.", "").replace("ts.", "").replace("ths.", ""):
        return False
    return _only_joins(scanned, between) or _is_position_part(scanned, start, end)


_NUMBER = re.compile(r"(?<!\w)\d{1,2} ?[.)/](?=\s|$)")
"""“2.” before the second person of a numbered row."""


def _only_joins(scanned: ScannedText, words: str) -> bool:
    """Whether some words are function words that join persons."""
    return scanned.lexicon.compile(_JOINING).fullmatch(words) is not None


def _is_position_part(scanned: ScannedText, start: int, end: int) -> bool:
    """Whether a position that was not split off, or a bracket, stands between two persons."""
    between = scanned.source.folded[start:end].strip()
    return between.startswith("(") and between.rstrip(" ,;và").endswith(")")
