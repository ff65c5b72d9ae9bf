"""What a sentence says of those attending, and how a list of them is read."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from partyreports.grammar.bodies import read_body
from partyreports.grammar.body_leads import skip_signs
from partyreports.grammar.body_lists import read_bodies
from partyreports.grammar.initials import behind_branch
from partyreports.grammar.persons import PersonReading, read_persons
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range
from partyreports.text.syllables import is_syllable

_LONGEST_LIST = 1600
"""Characters of a list of those attending that are read."""


class Attending(NamedTuple):
    """Bodies and persons that one cue lists."""

    bodies: tuple[Range, ...]
    persons: tuple[PersonReading, ...] = ()


def read_list(scanned: ScannedText, start: int, end: int) -> Iterator[Range]:
    """Bodies of a list that begins at `start`, as far as lists go."""
    return read_bodies(scanned, start, min(end, start + _LONGEST_LIST))


def members(scanned: ScannedText, start: int, end: int) -> Attending | None:
    """Persons and bodies of a list up to the end of its sentence, or the verb that follows it."""
    end = min(end, start + _LONGEST_LIST)
    persons = [one for one in read_persons(scanned, start, end) if not _is_named_after(scanned, one)]
    bodies: list[Range] = []
    kept: list[PersonReading] = []
    floor = start
    for person in persons:
        if _is_left(scanned, floor, person.start):
            break
        bodies.extend(read_bodies(scanned, floor, person.start))
        kept.append(person)
        floor = _behind_office(scanned, person, end)
    else:
        if not _is_left(scanned, floor, floor):
            bodies.extend(read_bodies(scanned, floor, end))
    return Attending(tuple(bodies), tuple(kept)) if bodies or kept else None


def _is_named_after(scanned: ScannedText, person: PersonReading) -> bool:
    """“Liên danh | Sơn Hải”, “Công ty Điện lực | Núi Xanh”, “đại diện | Sun Mây”: the name belongs to the body."""
    if person.honorific is not None or person.positions:
        return False
    if person.degree is None and not all(map(is_syllable, scanned.source.text[slice(*person.name)].split())):
        return True  # “Sun Mekong”, “Binance”: foreigners are introduced by “ông”, “bà” or what they are
    cues, start = scanned.cues, person.start
    if cues.ending_at("body.needs_name", start) is not None or cues.ending_at("body.represented", start) is not None:
        return True
    if cues.at("body.head", start) is not None:
        return True  # “Viện Pasteur”
    floor = max(0, start - _IN_BRACKETS)
    behind = max(scanned.source.folded.rfind(sign, floor, start) for sign in _SIGNS) + 1
    head = cues.last_within("body.head", max(floor, behind), start)
    return (
        head is not None
        and scanned.source.text[head.start].isupper()
        and _NO_LIST.search(scanned.source.folded, head.end, start) is None
    )


_SIGNS = ",;:.\n("
_NO_LIST = re.compile(r" (?:có|là|và|cùng|với|bởi|của) ")
"""“Sở Y tế | có | Trần An”: the person stands beside the body."""


def _behind_office(scanned: ScannedText, person: PersonReading, end: int) -> int:
    """Behind the body that a person's unit belongs to: “ông An, Phó vụ trưởng Vụ 1A, | Ủy ban Kiểm tra |; …”."""
    if not person.positions or person.positions[-1].end != person.end:
        return person.end
    if not scanned.cues.any_within("body.unit", person.positions[-1].start, person.end):
        return person.end
    begin = skip_signs(scanned, person.end, end, " ")
    if not scanned.source.folded.startswith(",", begin):
        return person.end
    body = read_body(scanned, skip_signs(scanned, begin, end, " ,"), end)
    if body is None:
        return person.end
    behind = skip_signs(scanned, body.end, end, " ")
    return body.end if behind >= end or scanned.source.folded[behind] in ";." else person.end


def _is_left(scanned: ScannedText, start: int, end: int) -> bool:
    """Whether a verb between two members ends the list: “…; ông B | chủ trì hội nghị”."""
    if scanned.cues.any_within("chair.cue", start, end):
        return True
    return any(scanned.source.text[verb.start].islower() for verb in scanned.cues.within("body.speaks", start, end))


def behind_brackets(scanned: ScannedText, position: int, end: int) -> int:
    """Behind “(VCCI)” that follows a name."""
    opening = skip_signs(scanned, position, end, " ")
    if not scanned.source.folded.startswith("(", opening):
        return position
    closing = scanned.source.folded.find(")", opening, min(end, opening + _IN_BRACKETS))
    return position if closing < 0 else behind_branch(scanned, closing + 1, end)


_IN_BRACKETS = 60
"""Characters of an abbreviation, a country or a field in brackets behind a name."""
