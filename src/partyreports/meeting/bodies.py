"""Which bodies attended: in lists of those present, as speakers, and as parties of a working session.

Tham dự hội nghị có đại diện Văn phòng Chính phủ, Bộ Nội vụ; ông Trần An, Chủ tịch UBND tỉnh
với sự tham dự của Sở Y tế · Tại hội nghị, lãnh đạo Sở Nội vụ cho biết · Sở Nội vụ làm việc với UBND huyện

A body is printed with a capital somewhere in its name: “lãnh đạo các sở, ngành” names none. What stands inside a
person's positions is no body of its own.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from partyreports.grammar.persons import PersonReading, read_persons
from partyreports.rules import CueRule, RuleTable
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText, scan
from partyreports.text.spans import Range

_LONGEST_LIST = 1600
"""Characters of a list of those attending that are read."""
_LONGEST_NAME = 160
"""Characters of one body's name; longer ones hold words of another clause."""
_HEAD_WITHIN = 120
"""Characters between “tham dự” and “có”: the meeting's name and its place."""


class Attending(NamedTuple):
    """Bodies and persons that one cue lists."""

    bodies: tuple[Range, ...]
    persons: tuple[PersonReading, ...] = ()


# --- producers


def _listed(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Tham dự hội nghị | có đại diện A, B; ông C”."""
    if not _opens_list(scanned, cue, stretch):
        return None
    begin = _list_begin(scanned, cue.end, stretch.end)
    return None if begin is None else _members(scanned, begin, stretch.end)


def _opens_list(scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
    """Whether the verb begins a clause: “Tham dự …”, “…; dự hội nghị có …”, “🎉 Cùng dự …”, “Tại hội nghị, …”."""
    folded = scanned.source.folded
    before = folded[stretch.start : cue.start]
    bare = "".join(char if char.isalnum() or char in ",;:." else " " for char in before).strip()
    if not bare or bare in {"đến", "tới", "cùng", "các", "về", "cùng đến", "cùng tới"}:
        return True
    return bare[-1] in ",;:." or _is_before_list_head(scanned, cue, stretch)


def _is_before_list_head(scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
    """“Đến dự |Đại hội còn có”: a list head follows the meeting's noun, and no person stands before the verb."""
    return scanned.source.text[cue.start].isupper() and not read_persons(scanned, stretch.start, cue.start)


def _list_begin(scanned: ScannedText, start: int, end: int) -> int | None:
    """Behind “có”, “gồm” or a colon, if only the meeting's noun, its place and adverbs stand before that."""
    folded, cues = scanned.source.folded, scanned.cues
    limit = min(end, start + _HEAD_WITHIN)
    colon = folded.find(":", start, limit)
    head = cues.first_within("chair.list_head", start, limit)
    if head is not None and folded[head.start : head.end] == "là":
        return None
    if head is None or 0 <= colon < head.start:
        return colon + 1 if colon >= 0 else None
    if any(sign in folded[start : head.start] for sign in ";.") or cues.any_within("body.speaks", start, head.start):
        return None
    return head.end


def _present(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“với sự tham dự của | A, B”."""
    return _members(scanned, cue.end, stretch.end)


def _of_side(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Về phía Sở Y tế có | ông A, Giám đốc”."""
    begin = _list_begin(scanned, cue.end, stretch.end)
    return None if begin is None else _members(scanned, begin, stretch.end)


def _company(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“ông A, Phó Chủ tịch tỉnh cùng | lãnh đạo Sở Nội vụ | tham dự hội nghị”."""
    folded = scanned.source.folded
    if not folded[stretch.start : cue.start].rstrip().endswith(("cùng", "cùng với", "cùng các đồng chí")):
        return None
    verbs = ("attendance.attending", "chair.verb")
    if not any(scanned.cues.any_within(group, *stretch) for group in verbs):
        return None
    if not read_persons(scanned, stretch.start, cue.start):
        return None
    return _members(scanned, cue.start, stretch.end)


def _speaker(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Tại hội nghị, đại diện | Sở Nội vụ | cho biết …”."""
    body = read_body(scanned, _behind_led(scanned, cue.start, stretch.end), stretch.end)
    if body is None:
        return None
    behind = _skip(scanned, body.end, stretch.end, " ,")
    return Attending((body,)) if scanned.cues.at("body.speaks", behind) is not None else None


def _body_speaks(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Tại cuộc họp, | Cục A, Tổng cục B và Ngân hàng C | cũng trình bày …”."""
    folded, cues = scanned.source.folded, scanned.cues
    if not folded.startswith("tại ", cue.start - 4):
        return None
    comma = folded.find(",", cue.end, min(stretch.end, cue.end + _HEAD_WITHIN))
    if comma < 0:
        return None
    begin = _skip(scanned, comma, stretch.end, " ,")
    if cues.at("body.head", begin) is None or cues.at("person.position", begin) is not None:
        return None
    bodies = list(_bodies(scanned, begin, stretch.end))
    if not bodies or bodies[0].start != begin:
        return None
    behind = _skip(scanned, bodies[-1].end, stretch.end, " ,")
    return Attending(tuple(bodies)) if cues.at("body.speaks", behind) is not None else None


def _parties(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“| Sở Nội vụ | có buổi làm việc với | UBND huyện | về …”."""
    other = read_body(scanned, _behind_led(scanned, cue.end, stretch.end), stretch.end)
    own = _subject(scanned, stretch.start, cue.start)
    found = [body for body in (own, other) if body is not None]
    return Attending(tuple(found)) if found else None


def _subject(scanned: ScannedText, start: int, end: int) -> Range | None:
    """The body that stands at the head of the last clause before a verb, if no person does."""
    if read_persons(scanned, start, end):
        return None
    heads = [
        head for head in scanned.cues.within("body.head", start, end) if _begins_clause(scanned, head.start, start)
    ]
    for head in reversed(heads):
        if scanned.cues.at("person.position", head.start) is None:
            return read_body(scanned, head.start, end)
    return None


def _begins_clause(scanned: ScannedText, position: int, start: int) -> bool:
    before = scanned.source.folded[start:position].rstrip()
    return not before or before[-1] in ",;:." or before.endswith(("lãnh đạo", "đại diện"))


# --- lists


def _members(scanned: ScannedText, start: int, end: int) -> Attending | None:
    """Persons and bodies of a list up to the end of its sentence, or the verb that follows it."""
    end = min(end, start + _LONGEST_LIST)
    persons = read_persons(scanned, start, end)
    bodies: list[Range] = []
    kept: list[PersonReading] = []
    floor = start
    for person in persons:
        if _is_left(scanned, floor, person.start):
            break
        bodies.extend(_bodies(scanned, floor, person.start))
        kept.append(person)
        floor = person.end
    else:
        if not _is_left(scanned, floor, floor):
            bodies.extend(_bodies(scanned, floor, end))
    return Attending(tuple(bodies), tuple(kept)) if bodies or kept else None


def _is_left(scanned: ScannedText, start: int, end: int) -> bool:
    """Whether a verb between two members ends the list: “…; ông B | chủ trì hội nghị”."""
    return scanned.cues.any_within("chair.verb", start, end) or scanned.cues.any_within("body.speaks", start, end)


_SEPARATOR = re.compile(r" {0,2}(?:;|,| và(?= )| cùng(?= )|\.{3}|…|:) {0,2}(?:và |cùng (?:với )?)?")


def _bodies(scanned: ScannedText, start: int, end: int) -> Iterator[Range]:
    """Bodies of a stretch without persons."""
    begin = start
    floor = start
    while begin < end:
        begin = _behind_led(scanned, begin, end)
        if begin >= end:
            return
        body = read_body(scanned, begin, end, elided=begin > floor)
        if body is not None:
            yield body
            begin = body.end
        match = _SEPARATOR.search(scanned.source.folded, begin, end)
        if match is None or (body is not None and _leaves_list(scanned, body.end, match.start())):
            return
        begin = match.end()


def _leaves_list(scanned: ScannedText, start: int, end: int) -> bool:
    """“Sở Nội vụ | trình bày báo cáo, …”: a verb behind a body, before the next comma, ends the list."""
    behind = _skip(scanned, start, end, " ")
    if scanned.source.folded.startswith("(", behind):
        return False
    return behind < end and scanned.cues.at("person.after_position", behind) is not None


def _behind_led(scanned: ScannedText, position: int, end: int) -> int:
    """Behind “đại diện lãnh đạo”, “các đồng chí trong”: where the name of a body begins."""
    for _ in range(_MOST_LED):
        position = _skip(scanned, position, end, ' ,:;-–—"“')
        cue = scanned.cues.at("body.led", position)
        if cue is None or cue.end > end or scanned.cues.at("body.head", position) is not None:
            break
        position = cue.end
    return position


_MOST_LED = 6
"""Words before a body that are skipped: “cùng các đồng chí đại diện lãnh đạo của”."""
_ENDS = re.compile(r"[;\n“”\"()…!?:.]|[-–—](?= )|,")


def read_body(scanned: ScannedText, start: int, end: int, *, elided: bool = False) -> Range | None:
    """The body whose name begins at `start`, or None.

    Args:
        scanned: the text.
        start: where the name begins; “các” and “toàn thể” may stand before its head.
        end: where to stop.
        elided: whether the head may be left out: “Bộ Nội vụ, | Tài chính”.

    >>> from partyreports.text.scanned import scan
    >>> text = scan("Bộ Văn hóa, Thể thao và Du lịch, Sở Nội vụ về cải cách")
    >>> found = read_body(text, 0, 60)
    >>> text.source.text[found.start : found.end]
    'Bộ Văn hóa, Thể thao và Du lịch'
    """
    cues, source = scanned.cues, scanned.source
    head_at = _behind_plural(scanned, start, end)
    if cues.at("person.position", head_at) is not None or cues.at("person.honorific", head_at) is not None:
        return None
    head = cues.at("body.head", head_at)
    if head is None and not (elided and source.text[head_at : head_at + 1].isupper()):
        return None
    limit = min(end, start + _LONGEST_NAME)
    stop = _name_end(scanned, head.end if head else head_at + 1, limit)
    body = source.trim(start, stop)
    words = source.text[body.start : body.end]
    if len(words) < 2 or not _is_proper(words, at_head=head_at == start):
        return None
    return body


def _behind_plural(scanned: ScannedText, start: int, end: int) -> int:
    plural = _PLURAL.match(scanned.source.folded, start, end)
    return plural.end() if plural else start


_PLURAL = re.compile(r"(?:các|toàn thể|hai|ba) ")


def _is_proper(words: str, *, at_head: bool) -> bool:
    """Whether a name holds a capital, or an abbreviation; the plural of a common noun does not."""
    return any(char.isupper() for char in words) and (at_head or any(map(str.isupper, words[1:])))


def _name_end(scanned: ScannedText, start: int, limit: int) -> int:
    """Where the name of a body ends: at a sign, a verb, or where another member begins."""
    folded = scanned.source.folded
    end = limit
    position = start
    while (match := _ENDS.search(folded, position, limit)) is not None:
        position = match.end()
        if match[0] == "." and folded[match.start() - 2 : match.start()] in {"tp", "tx"}:
            continue
        if (match[0] == "," or match[0] in "-–—") and _goes_on(scanned, match.end(), limit, dash=match[0] != ","):
            continue
        end = match.start()
        break
    for joined in _AND.finditer(folded, start, end):
        if _begins_member(scanned, joined.end()):
            end = joined.start()
            break
    for group in ("person.after_position", "body.ends", "chair.verb"):
        for verb in scanned.cues.within(group, start, min(end + 20, limit)):
            if start < verb.start < end and not _is_in_name(scanned, verb):
                end = verb.start
                break
    return end


_AND = re.compile(r" (?:và|cùng với|cùng) (?:các )?")


def _goes_on(scanned: ScannedText, after: int, limit: int, *, dash: bool) -> bool:
    """Whether the name goes on behind a comma or a dash: “Văn hóa, | Thể thao và Du lịch”."""
    begin = _skip(scanned, after, limit, " ")
    if dash:
        return scanned.source.text[begin : begin + 1].isalpha() and scanned.cues.at("body.head", begin) is None
    return scanned.cues.at("body.list_word", begin) is not None


def _begins_member(scanned: ScannedText, position: int) -> bool:
    """Whether another body, person or group begins behind “và”."""
    cues = scanned.cues
    for group in ("body.represented", "person.honorific", "person.position"):
        if cues.at(group, position) is not None:
            return True
    return scanned.source.text[position : position + 1].isupper() and cues.at("body.head", position) is not None


def _is_in_name(scanned: ScannedText, verb: Cue) -> bool:
    """“Ban Tổ chức”, “Ủy ban Kiểm tra”, “đoàn kiểm tra”, “Bộ Ngoại giao”."""
    cues = scanned.cues
    for group in ("person.not_in_name", "body.head"):
        inside = cues.ending_at(group, verb.end)
        if inside is not None and inside.start < verb.start:
            return True
        longer = cues.at(group, verb.start)
        if longer is not None and longer.end > verb.end:
            return True
    if cues.at("person.name_verb", verb.start) is None:
        return False
    return scanned.source.text[verb.start].isupper() or cues.ending_at("person.leads_name_verb", verb.start) is not None


def _skip(scanned: ScannedText, position: int, end: int, signs: str) -> int:
    folded = scanned.source.folded
    while position < end and folded[position] in signs:
        position += 1
    return position


# --- the rules

RULES: tuple[CueRule[Attending], ...] = (
    CueRule(
        id="attendance.list",
        cue="attendance.attending",
        produce=_listed,
        accepts={
            "Tham dự hội nghị có đại diện Văn phòng Chính phủ, Bộ Nội vụ.": ["Văn phòng Chính phủ", "Bộ Nội vụ"],
            "Dự điểm cầu tỉnh ta có lãnh đạo Sở Nội vụ, Hội Người cao tuổi tỉnh.": [
                "Sở Nội vụ",
                "Hội Người cao tuổi tỉnh",
            ],
            "Thành phần cuộc họp gồm: Ban Giám hiệu, Phòng Tài vụ.": ["Ban Giám hiệu", "Phòng Tài vụ"],
            "Dự họp có ông Trần Văn Mít, Phó Chủ tịch UBND tỉnh; đại diện Sở Y tế.": ["Sở Y tế"],
        },
        refuses=(
            "Tham dự hội nghị có lãnh đạo các sở, ngành.",
            "Tham dự có ông Mai Thế Vinh, Ủy viên Trung ương Đảng, Bộ trưởng Bộ Kiến thiết.",
        ),
    ),
    CueRule(
        id="attendance.presence",
        cue="attendance.presence",
        produce=_present,
        accepts={
            "Hội nghị diễn ra với sự tham dự của lãnh đạo Sở Nội vụ, Bưu điện tỉnh.": ["Sở Nội vụ", "Bưu điện tỉnh"]
        },
        refuses=("Hội nghị diễn ra với sự tham dự của 45 đại biểu.",),
    ),
    CueRule(
        id="attendance.side",
        cue="attendance.side",
        produce=_of_side,
        accepts={"Về phía tỉnh có lãnh đạo Sở Y tế.": ["Sở Y tế"]},
        refuses=("Về phía Sở Y tế có ông Lê Văn Ổi, Giám đốc Sở.",),
    ),
    CueRule(
        id="attendance.company",
        cue="body.represented",
        produce=_company,
        accepts={"Ông Lê Văn Ổi, Phó Chủ tịch UBND tỉnh cùng lãnh đạo Sở Nội vụ tham dự hội nghị.": ["Sở Nội vụ"]},
        refuses=("Ông Lê Văn Ổi cùng lãnh đạo các phòng tham dự hội nghị.",),
    ),
    CueRule(
        id="attendance.speaker",
        cue="body.represented",
        produce=_speaker,
        accepts={"Phát biểu tại hội nghị, lãnh đạo Ban Thi đua tỉnh mong muốn các cụm làm tốt.": ["Ban Thi đua tỉnh"]},
        refuses=("Hội nghị đề nghị lãnh đạo Sở Nội vụ xem xét.",),
    ),
    CueRule(
        id="attendance.body_speaks",
        cue="meeting.noun",
        produce=_body_speaks,
        accepts={
            "Tại cuộc họp, Cục Quản lý giá và Ngân hàng Nhà nước trình bày báo cáo.": [
                "Cục Quản lý giá",
                "Ngân hàng Nhà nước",
            ]
        },
        refuses=("Tại hội nghị, Sở Nội vụ được biểu dương.",),
    ),
    CueRule(
        id="attendance.parties",
        cue="body.works_with",
        produce=_parties,
        accepts={
            "Chiều 12/7, Sở Nội vụ tỉnh có buổi làm việc với UBND huyện Tân Lập về cải cách.": [
                "Sở Nội vụ tỉnh",
                "UBND huyện Tân Lập",
            ]
        },
        refuses=("Ông Lê Văn Ổi làm việc với cử tri.",),
    ),
)


def read_attending(scanned: ScannedText, sentence: Range) -> Iterator[tuple[str, Attending]]:
    """Bodies and persons said to attend in a sentence, each group with the rule that read it."""
    for rule in RULES:
        if rule.id in scanned.without:
            continue
        for cue in scanned.cues.within(rule.cue, *sentence)[:_MOST_CUES]:
            found = rule.produce(scanned, cue, sentence)
            if found is not None:
                yield rule.id, found
                break


_MOST_CUES = 4
"""Cues of one rule that are tried in one sentence: a sentence lists those attending once, seldom twice."""
CUES = tuple(dict.fromkeys(rule.cue for rule in RULES))
"""Groups of which one must stand in a sentence for any rule to read anything."""


def _shown() -> Callable[[str], list[tuple[str, list[str]]]]:
    def read(text: str) -> list[tuple[str, list[str]]]:
        scanned = scan(text)
        found = read_attending(scanned, Range(0, len(scanned.source)))
        return [
            (rule, [scanned.source.text[body.start : body.end] for body in one.bodies])
            for rule, one in found
            if one.bodies
        ]

    return read


TABLE = RuleTable("bodies", "Which bodies attended, spoke, or met one another.", RULES, _shown())
