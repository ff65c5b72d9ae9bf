"""Chairs whom a sentence only points to, named elsewhere: by the office, by the given name, by “ông”.

“Chủ tịch UBND tỉnh chủ trì …”  +  “Chủ tịch UBND tỉnh A nhấn mạnh”, “ông A, Chủ tịch UBND tỉnh”
“do Bộ trưởng Tám chủ trì”      +  “Trần Văn Tám”
“tại cuộc họp do ông chủ trì”   +  the person named before it
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from partyreports.grammar.name_runs import families_of
from partyreports.grammar.names import find_names
from partyreports.grammar.persons import PersonReading, read_person, read_persons
from partyreports.grammar.positions import position_end, positions_before, split_positions
from partyreports.meeting.chairs.context import opens_clause, skip, tells, without_adverbs
from partyreports.meeting.chairs.person_lists import Persons
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range
from partyreports.text.syllables import is_syllable


def holders_of_offices(scanned: ScannedText, cue: Cue, stretch: Range) -> Persons | None:
    """“Chủ tịch UBND tỉnh | chủ trì …”: the office alone, whose holder is named with it elsewhere."""
    end = without_adverbs(scanned, cue.start, stretch.start)
    offices = positions_before(scanned, stretch.start, end)
    if not offices and opens_clause(scanned, cue, stretch):
        return holders_of(scanned, _offices_telling(scanned, cue.end, stretch.end))
    if not offices or scanned.cues.ending_at("body.told_to", offices[0].start) is not None:
        return None  # “đề nghị | Chủ tịch UBND xã | chủ trì”
    is_agent = scanned.cues.ending_at("chair.done_by", offices[0].start) is not None
    if find_names(scanned, offices[0].start if is_agent else stretch.start, end):
        return None
    return holders_of(scanned, offices)


def _offices_telling(scanned: ScannedText, start: int, end: int) -> tuple[Range, ...]:
    """“Chủ trì cuộc họp, | Chủ tịch UBND tỉnh | yêu cầu …”: the offices behind the comma, if they say something."""
    comma = scanned.source.folded.find(",", start, min(end, start + _LONGEST_OFFICES))
    begin = skip(scanned, comma + 1, end, " ")
    if comma < 0 or find_names(scanned, start, comma):
        return ()
    honorific = scanned.cues.at("person.honorific", begin)
    offices = offices_after(scanned, begin if honorific is None else skip(scanned, honorific.end, end, " "), end)
    return offices if offices and tells(scanned, offices[-1].end) else ()


def offices_after(scanned: ScannedText, start: int, end: int) -> tuple[Range, ...]:
    """“của | thống đốc Ngân hàng Nhà nước, bộ trưởng Bộ NN & PTNT | và …”."""
    if scanned.cues.at("person.position", start) is None:
        return ()
    return split_positions(scanned, start, position_end(scanned, start, min(end, start + _LONGEST_OFFICES)))


_LONGEST_OFFICES = 200
"""Characters within which offices without a name are listed."""


def holders_of(scanned: ScannedText, offices: Iterable[Range]) -> Persons | None:
    """The persons named elsewhere with some offices."""
    return tuple(holder for office in offices if (holder := _holder(scanned, office)) is not None) or None


class _Held(NamedTuple):
    """A person named with an office."""

    person: PersonReading
    office: Range


def _holder(scanned: ScannedText, office: Range) -> PersonReading | None:
    """The only person whom the text names with an office, or else with one that is told shorter or longer."""
    folded = scanned.source.folded
    head = scanned.cues.at("person.position", office.start)
    if (
        head is None
        or " " not in folded[slice(*office)]
        or scanned.cues.at("chair.other_role", office.start) is not None
    ):
        return None  # (“Thư ký | Chủ trì”, where minutes are signed)
    held = list(_held_elsewhere(scanned, office, head))
    same = [one for one in held if folded[slice(*one.office)] == folded[slice(*office)]]
    alike = [one for one in held if _is_same_office(scanned, office, one, head.end - head.start)]
    if same:
        return same[0].person if len(_names(scanned, same)) == 1 else None
    if not alike or len(_names(scanned, held)) > 1:
        return None  # (“Bộ trưởng A” and “Bộ trưởng Bộ Y tế B”: who is “Bộ trưởng Bộ Nội vụ”?)
    return alike[0].person


def _names(scanned: ScannedText, held: Iterable[_Held]) -> set[str]:
    return {scanned.source.folded[slice(*one.person.name)] for one in held}


def _held_elsewhere(scanned: ScannedText, office: Range, head: Cue) -> Iterator[_Held]:
    """Persons named at other places with an office that begins with the same words."""
    folded = scanned.source.folded
    words = folded[head.start : head.end]
    cues = scanned.cues.within("person.position", 0, min(len(folded), _HOLDER_WITHIN))
    others = (cue for cue in cues if cue.start != office.start and folded[cue.start : cue.end] == words)
    for cue in islice(others, _MOST_SAME_OFFICE):
        line = scanned.source.line_at(cue.start)
        if not find_names(scanned, max(line.start, cue.start - _NAMED_NEAR), min(line.end, cue.end + _NAMED_NEAR)):
            continue
        around = Range(max(line.start, cue.start - _LONGEST_OFFICES), min(line.end, cue.end + _LONGEST_OFFICES))
        for person in read_persons(scanned, *around):
            place = next((one for one in person.positions if one.start == cue.start), None)
            if place is not None:
                yield _Held(person, place)
                break


def _is_same_office(scanned: ScannedText, office: Range, held: _Held, head: int) -> bool:
    """“Thủ tướng Chính phủ” and “Thủ tướng A”, “Chủ tịch UBND tỉnh” and “Chủ tịch UBND tỉnh Lạc Giang A”."""
    source, other = scanned.source, held.office
    if other.end - other.start == head and other.end <= held.person.name.start:
        return True
    if office.end - office.start == head and other.start < office.start:
        return True  # “Bộ trưởng Bộ Y tế A”, and further below “Bộ trưởng”
    shorter, longer = sorted((office, other), key=lambda one: one.end - one.start)
    end = longer.start + shorter.end - shorter.start
    if not source.folded.startswith(f"{source.folded[slice(*shorter)]} ", longer.start, longer.end):
        return False
    if tuple(source.folded[end : longer.end].split()) in families_of(scanned.lexicon).not_names:
        return True
    place = scanned.cues.ending_at("body.place_type", shorter.end)
    return place is not None and place.start > shorter.start and source.text[end : longer.end].istitle()


def known_by_given_name(scanned: ScannedText, cue: Cue, stretch: Range) -> Persons | None:
    """“do | ông Tám | chủ trì”, “Bộ trưởng Tám | chủ trì”: the given name alone, with which one full name ends."""
    end = without_adverbs(scanned, cue.start, stretch.start)
    begin = scanned.source.folded.rfind(" ", stretch.start, end) + 1
    return with_given_name(scanned, Range(begin, end))


def with_given_name(scanned: ScannedText, given: Range) -> Persons | None:
    """The one person of the text whose name ends with a given name that stands behind “ông” or an office."""
    addressed = (scanned.cues.ending_at(group, given.start) for group in ("person.honorific", "person.position"))
    if not scanned.source.text[slice(*given)].istitle() or all(cue is None for cue in addressed):
        return None
    named = with_last_word(scanned, given)
    if not named and _is_holder_of_state(scanned, given):
        line = scanned.source.line_at(given.start)
        return (read_person(scanned, given, line.start, line.end),)
    return named if len(named) == 1 else None


def _is_holder_of_state(scanned: ScannedText, word: Range) -> bool:
    """“Tổng thống | Volkov”, but not “Tổng thống | Brazil”: one foreign word that is no country."""
    printed = scanned.source.text[slice(*word)]
    if is_syllable(printed) or len(printed) < _SHORTEST_FOREIGN:
        return False
    known = (printed.lower(),) in families_of(scanned.lexicon).not_names
    return not known and scanned.cues.ending_at("person.position.of_state", word.start) is not None


_SHORTEST_FOREIGN = 4
"""Letters of the shortest foreign name that stands alone."""


def with_last_word(scanned: ScannedText, given: Range) -> Persons:
    """The persons of the text whose names end with a word, each once."""
    folded = scanned.source.folded
    found: dict[str, PersonReading] = {}
    at = -1
    for _ in range(_MOST_SAME_OFFICE):
        at = folded.find(f" {folded[slice(*given)]}", at + 1, _HOLDER_WITHIN)
        if at < 0:
            break
        close = at + 1 + given.end - given.start
        name = next((one for one in find_names(scanned, max(0, at - _LONGEST_NAME), close) if one.end == close), None)
        if (
            name is not None
            and name.start < given.start - given.end + close
            and not folded[close : close + 1].isalpha()
        ):
            line = scanned.source.line_at(at)
            found.setdefault(folded[slice(*name)], read_person(scanned, name, line.start, line.end))
    return tuple(found.values())


_LAST_NAMED = 240
"""Characters before a sentence within which the person is named whom it calls “ông”."""


def _is_alike(scanned: ScannedText, person: PersonReading, pronoun: Cue) -> bool:
    """Whether a person is called by the same word as the one who chaired."""
    folded = scanned.source.folded
    called = person.honorific
    return called is not None and folded[slice(*called)] == folded[pronoun.start : pronoun.end]


def _named_after_clause(scanned: ScannedText, cue: Cue, pronoun: Cue, stretch: Range) -> Persons | None:
    """“Tại cuộc họp do mình | chủ trì, | Bộ trưởng A yêu cầu …”: the person behind the comma who says something."""
    begin = skip(scanned, cue.end, stretch.end, " ,")
    if "," not in scanned.source.folded[cue.end : begin]:
        return None
    readings = read_persons(scanned, begin, min(stretch.end, begin + _LAST_NAMED))[:1]
    of_self = scanned.cues.at("chair.self", pronoun.start) is not None
    return (
        tuple(
            one
            for one in readings
            if one.start == begin
            and tells(scanned, one.end)
            and (of_self or one.honorific is None or _is_alike(scanned, one, pronoun))
        )
        or None
    )


def known_by_pronoun(scanned: ScannedText, cue: Cue, stretch: Range) -> Persons | None:
    """“Bộ trưởng A yêu cầu như vậy tại cuộc họp do ông | chủ trì”: the only person named before in the sentence.

    “Ông A không đồng ý. Hội nghị do ông | chủ trì”: else the last one named before it, if addressed alike.
    """
    end = without_adverbs(scanned, cue.start, stretch.start)
    pronoun = scanned.cues.ending_at("person.honorific", end) or scanned.cues.ending_at("chair.self", end)
    if pronoun is None or scanned.cues.ending_at("chair.done_by", pronoun.start) is None:
        return None
    readings = read_persons(scanned, stretch.start, pronoun.start)
    if not readings:
        before = read_persons(scanned, max(0, stretch.start - _LAST_NAMED), stretch.start)[-1:]
        alike = tuple(one for one in before if _is_alike(scanned, one, pronoun))
        return alike or _named_after_clause(scanned, cue, pronoun, stretch)
    if len(readings) != 1 or not scanned.cues.any_within("meeting.noun", readings[0].end, pronoun.start):
        return None
    return tuple(readings)


_LONGEST_NAME = 40
"""Characters of a name before its last word."""
_NAMED_NEAR = 80
"""Characters on either side of an office within which its holder is named: a long position, or another one between."""
_MOST_SAME_OFFICE = 12
"""Places of the same office that are looked at."""
_HOLDER_WITHIN = 20_000
"""Characters from the beginning of a text within which the holder of an office is named."""
