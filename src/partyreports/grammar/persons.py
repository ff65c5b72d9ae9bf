"""Persons: names with honorific, degree, rank and positions, in both orders.

đồng chí Trần Minh Khuê, Ủy viên Trung ương Đảng, Trưởng Ban Dân vận
Bộ trưởng Bộ Nội vụ Lê Thị Thanh · Trung tướng Phạm Văn Hải - Tư lệnh Quân khu
các Phó Giám đốc: ông A và bà B                  (a position in the plural belongs to each)
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from partyreports.construct import construct
from partyreports.grammar.names import find_names
from partyreports.grammar.positions import positions_after, positions_before
from partyreports.models import Passage, Person
from partyreports.text.scanned import ScannedText
from partyreports.text.source import SourceText
from partyreports.text.spans import Range


@dataclass(frozen=True, slots=True)
class PersonReading:
    """A person read at a place of the analysed text."""

    start: int
    end: int
    name: Range
    honorific: Range | None = None
    degree: Range | None = None
    rank: Range | None = None
    positions: tuple[Range, ...] = ()
    shared: tuple[Range, ...] = ()
    """Positions in the plural that lead up to the person and also belong to those named next."""


class _Address(NamedTuple):
    """What stands between positions and a name."""

    start: int
    honorific: Range | None
    degree: Range | None
    rank: Range | None


def read_persons(
    scanned: ScannedText, start: int, end: int, names: Sequence[Range] | None = None
) -> list[PersonReading]:
    """All persons named in `[start, end)` of the analysed text, each with what is said of them there.

    Args:
        scanned: the text.
        start: where to begin; nothing before it belongs to the first person.
        end: where to stop.
        names: the names that stand there, where they are known already.

    >>> from partyreports.text.scanned import scan
    >>> text = scan("Phó Bí thư Tỉnh ủy Trần Văn Mít, Giám đốc Sở Nội vụ Lê Thị Na")
    >>> [[text.source.text[p.start : p.end] for p in one.positions] for one in read_persons(text, 0, 80)]
    [['Phó Bí thư Tỉnh ủy'], ['Giám đốc Sở Nội vụ']]
    """
    if names is None:
        names = find_names(scanned, start, end)
    readings: list[PersonReading] = []
    floor = start
    shared: tuple[Range, ...] = ()
    of_all = False
    for i, name in enumerate(names):
        following = names[i + 1].start if i + 1 < len(names) else None
        reading = read_person(scanned, name, floor, end, following)
        if reading.shared:
            shared, of_all = reading.shared, _has_colon(scanned, reading)
        elif not _goes_on_from(scanned, floor, reading.start) or (reading.positions and not of_all):
            shared = ()
        elif shared:
            reading = replace(reading, positions=(*shared, *reading.positions))
        readings.append(reading)
        floor = max(reading.end, name.end)
    return readings


def read_person(
    scanned: ScannedText, name: Range, floor: int, limit: int, following: int | None = None
) -> PersonReading:
    """All that is said of a person around a name.

    Args:
        scanned: the text.
        name: where the name stands.
        floor: nothing before this belongs to the person (the end of the person before).
        limit: nothing from here on does.
        following: where the next name begins, whose own positions and address are not the person's.
    """
    line = scanned.source.line_at(name.start)
    floor, limit = max(floor, line.start), min(limit, line.end)
    address = _address(scanned, floor, name.start)
    before = positions_before(scanned, floor, address.start)
    if before and address.honorific is not None and not _leads_up(scanned, before[-1].end, address.start):
        before = ()
    start = address.start
    if before:
        start = before[0].start
        outer = _address(scanned, floor, start)
        if address.honorific is None:
            address = address._replace(honorific=outer.honorific, rank=address.rank or outer.rank)
            start = outer.start
    if following is not None:
        limit = min(limit, _own_limit(scanned, name.end, following, has_before=bool(before)))
    after = positions_after(scanned, name.end, limit)
    end = after[-1].end if after else name.end
    shared = before if before and _is_plural(scanned, line.start, before[0].start) else ()
    return PersonReading(start, end, name, address.honorific, address.degree, address.rank, (*before, *after), shared)


def _address(scanned: ScannedText, floor: int, end: int) -> _Address:
    """Honorific, rank and degree that end right before `end`: “đồng chí Thiếu tướng, PGS.TS |”."""
    found: dict[str, Range] = {}
    start = end
    while True:
        group, cue = next(
            (
                (group, cue)
                for group in ("degree", "rank", "honorific")
                if (cue := _ending(scanned, f"person.{group}", start)) is not None and cue.start >= floor
            ),
            ("", None),
        )
        if cue is None or (group in found and group != "degree") or _is_country(scanned, cue):
            break
        found[group] = Range(cue.start, found[group].end if group in found else cue.end)
        start = cue.start
    return _Address(start, found.get("honorific"), found.get("degree"), found.get("rank"))


def _is_country(scanned: ScannedText, honorific: Range) -> bool:
    """“Thủ tướng Anh David Cameron”."""
    is_capital = scanned.source.text[honorific.start].isupper()
    return is_capital and scanned.cues.ending_at("person.position", honorific.start) is not None


def _ending(scanned: ScannedText, group: str, position: int) -> Range | None:
    """A cue that ends at a place; spaces, a comma, a colon, a full stop may stand between."""
    folded = scanned.source.folded
    for _ in range(4):
        cue = scanned.cues.ending_at(group, position)
        if cue is not None:
            return Range(cue.start, cue.end)
        while position > 0 and folded[position - 1] == " ":
            position -= 1
        if position == 0 or folded[position - 1] not in ",.":
            return None
        position -= 1
    return None


def _leads_up(scanned: ScannedText, end: int, start: int) -> bool:
    """Whether only spaces, a comma, a dash or a colon stand between a position and the address behind it."""
    return not scanned.source.folded[end:start].strip(" ,:-–—")


def _own_limit(scanned: ScannedText, start: int, following: int, *, has_before: bool) -> int:
    """Where the words between a name and the next one begin to belong to the next one.

    “A, Bí thư; | bà B”, “P1 A, | P2 B”, “A, P1 và | P2 B”.
    """
    address = _address(scanned, start, following)
    folded = scanned.source.folded
    end = address.start
    while end > start and folded[end - 1] in " ,;:-–—":
        end -= 1
    if end < address.start and folded[end : address.start].strip():
        return end  # a comma stands before the next person: what is before it is ours
    between = positions_before(scanned, start, address.start)
    if not between or _ends_apart(folded, start, address.start):
        return _before_joint(folded, start, end)
    heads = [part.start for part in between if _is_behind_join(folded, start, part.start)]
    if not heads:
        return start if has_before else end
    if has_before and _closes_row(folded, heads):
        return heads[-1]
    return heads[0] if has_before else heads[-1]


def _before_joint(folded: str, start: int, end: int) -> int:
    """“A, Trưởng Ban | cùng bà B”: where a stretch ends before “cùng”, “với”."""
    joint = next((word for word in (" cùng", " với") if folded.endswith(word, start, end)), "")
    return end - len(joint)


def _closes_row(folded: str, heads: list[int]) -> bool:
    """“P1 A, P2 và | P3 B”: “và” stands before the last position, and none before the first."""
    return len(heads) > 1 and _is_behind_and(folded, heads[-1]) and not _is_behind_and(folded, heads[0])


def _is_behind_and(folded: str, start: int) -> bool:
    return folded.endswith((" và ", " cùng ", " với "), 0, start)


def _ends_apart(folded: str, start: int, end: int) -> bool:
    """“…, Bí thư Tỉnh ủy và | ông B”: the word before the next person joins them, and is no position."""
    return folded.endswith((" và ", " cùng ", " với "), start, end)


def _is_behind_join(folded: str, floor: int, start: int) -> bool:
    before = folded[max(floor, start - 8) : start].rstrip()
    return before.endswith((",", ";", "và", "cùng", "-", "–", "—", "với"))


_PLURAL = r"(?:các|hai|ba|bốn|những)(?: {person.honorific}| {attendance.classifier})?:? $"


def _is_plural(scanned: ScannedText, floor: int, start: int) -> bool:
    """“các Phó Giám đốc |”, “Các đồng chí Phó Chủ tịch |”."""
    return scanned.lexicon.compile(_PLURAL).search(scanned.source.folded, max(floor, start - 20), start) is not None


def _has_colon(scanned: ScannedText, reading: PersonReading) -> bool:
    """“Các đồng chí Phó Chủ tịch: A, Bí thư …; B, …”: what stands before the colon is said of all."""
    return scanned.source.folded.find(":", reading.shared[-1].end, reading.name.start) >= 0


_GOES_ON = r"[ ,;]{0,24}+(?:(?:và|cùng) )?(?:{person.honorific} )?$"


def _goes_on_from(scanned: ScannedText, floor: int, start: int) -> bool:
    """Whether only a comma, “và” or “;” stands between two persons."""
    if start - floor >= 24:
        return False
    return scanned.lexicon.compile(_GOES_ON).fullmatch(scanned.source.folded[floor:start] or " ") is not None


def person_of(source: SourceText, reading: PersonReading, rule: str, mentions: tuple[Passage, ...] = ()) -> Person:
    """The model of a reading."""
    whole = source.passage(reading.start, reading.end)
    return construct(
        Person,
        text=whole.text,
        span=whole.span,
        rule=rule,
        name=source.passage(*reading.name),
        honorific=reading.honorific and source.passage(*reading.honorific),
        degree=reading.degree and source.passage(*reading.degree),
        rank=reading.rank and source.passage(*reading.rank),
        positions=tuple(source.passage(*position) for position in reading.positions),
        mentions=mentions,
    )
