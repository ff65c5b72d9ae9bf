"""What a sentence says of those attending, and how a list of them is read."""

from collections.abc import Iterator
from typing import NamedTuple

from partyreports.grammar.bodies import skip_signs
from partyreports.grammar.body_lists import read_bodies
from partyreports.grammar.persons import PersonReading, read_persons
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

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
        floor = person.end
    else:
        if not _is_left(scanned, floor, floor):
            bodies.extend(read_bodies(scanned, floor, end))
    return Attending(tuple(bodies), tuple(kept)) if bodies or kept else None


def _is_named_after(scanned: ScannedText, person: PersonReading) -> bool:
    """“Liên danh | Sơn Hải”, “Công ty | Trường Thịnh”: the name belongs to the body."""
    head = scanned.cues.ending_at("body.needs_name", person.start)
    return head is not None and person.honorific is None and not person.positions


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
    return position if closing < 0 else closing + 1


_IN_BRACKETS = 60
"""Characters of an abbreviation, a country or a field in brackets behind a name."""
