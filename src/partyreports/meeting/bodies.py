"""Which bodies attended: in lists of those present, as speakers, and as parties of a working session.

Tham dự hội nghị có đại diện Văn phòng Chính phủ, Bộ Nội vụ; ông Trần An, Chủ tịch UBND tỉnh
với sự tham dự của Sở Y tế · Tại hội nghị, lãnh đạo Sở Nội vụ cho biết · Sở Nội vụ làm việc với UBND huyện

A body is printed with a capital somewhere in its name: “lãnh đạo các sở, ngành” names none. What stands inside a
person's positions is no body of its own.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from partyreports.grammar.bodies import begins_position, behind_led, read_bodies, read_body, skip_signs
from partyreports.grammar.persons import PersonReading, read_persons
from partyreports.rules import CueRule, RuleTable, in_force
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText, scan
from partyreports.text.spans import Range

_LONGEST_LIST = 1600
"""Characters of a list of those attending that are read."""
_NAMED_WITHIN = 160
"""Characters behind a body within which the person who speaks for it is named."""
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
    head = cues.first_within("attendance.list_head", start, limit)
    colon = folded.find(":", start, limit)
    if colon >= 0 and (head is None or colon < head.start):
        return None if cues.any_within("body.caption", start, colon) else colon + 1
    if head is None:
        return None
    if any(sign in folded[start : head.start] for sign in ";.") or cues.any_within("body.speaks", start, head.start):
        return None
    return head.end


def _present(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“với sự tham dự của | A, B”."""
    before = scanned.source.folded[stretch.start : cue.start].rstrip()
    if not before.endswith(("với", "có", "cùng", "và", ",", "dưới")):
        return None
    if not scanned.cues.any_within("meeting.noun", *stretch):
        return None
    return _members(scanned, cue.end, stretch.end)


def _of_side(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Về phía Sở Y tế có | ông A, Giám đốc”."""
    begin = _list_begin(scanned, cue.end, stretch.end)
    return None if begin is None else _members(scanned, begin, stretch.end)


def _company(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“ông A, Phó Chủ tịch tỉnh cùng | lãnh đạo Sở Nội vụ | tham dự hội nghị”."""
    folded = scanned.source.folded
    if not folded[stretch.start : cue.start].rstrip().endswith(("cùng", "cùng với", "đồng chí", "và một", "các")):
        return None
    verbs = ("attendance.attending", "chair.cue")
    if not any(scanned.cues.any_within(group, *stretch) for group in verbs):
        return None
    if not scanned.cues.any_within("person.position", stretch.start, cue.start):
        return None
    return _members(scanned, cue.start, stretch.end)


def _speaker(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Tại hội nghị, đại diện | Sở Nội vụ | cho biết …”, “… nghe đại diện | Sở Y tế, Công an tỉnh | báo cáo”."""
    if not _opens_statement(scanned, cue, stretch):
        return None
    bodies = tuple(_read_list(scanned, behind_led(scanned, cue.start, stretch.end), stretch.end))
    if scanned.cues.ending_at("body.heard", cue.start) is None:
        bodies = bodies[:1]  # “đại diện Cục A, Bộ B cho biết”: the cue belongs to one body, with what is over it
    if not bodies:
        return None
    behind = skip_signs(scanned, bodies[-1].end, stretch.end, " ,")
    if scanned.cues.at("person.honorific", behind) is not None:  # “đại diện Sở, ông An cho biết”
        persons = read_persons(scanned, behind, min(stretch.end, behind + _NAMED_WITHIN))
        behind = skip_signs(scanned, persons[0].end, stretch.end, " ,") if persons else behind
    return Attending(bodies) if scanned.cues.at("body.speaks", behind) is not None else None


def _opens_statement(scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
    """Whether the speaker is introduced: at the head of a clause, or behind “nghe”.

    “…”, lãnh đạo Bộ nhấn mạnh” calls somebody so who is known already; “báo cáo trước lãnh đạo Bộ” speaks of others.
    """
    before = scanned.source.text[stretch.start : cue.start].rstrip()
    if scanned.cues.ending_at("body.heard", cue.start) is not None:
        return True
    return not before or (before[-1] in ",;:.-–" and before[-2:-1] not in ("”", '"', "’"))


def _body_speaks(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Tại cuộc họp, | Cục A, Tổng cục B và Ngân hàng C | cũng trình bày …”."""
    folded, cues = scanned.source.folded, scanned.cues
    if not folded.startswith("tại ", cue.start - 4):
        return None
    comma = folded.find(",", cue.end, min(stretch.end, cue.end + _HEAD_WITHIN))
    if comma < 0:
        return None
    if cues.any_within("body.speaks", cue.end, comma):
        return None  # “Một thành viên tại cuộc họp cho biết, …”
    begin = skip_signs(scanned, comma, stretch.end, " ,")
    if cues.at("body.head", begin) is None or begins_position(scanned, begin):
        return None
    bodies = list(_read_list(scanned, begin, stretch.end))
    if not bodies or bodies[0].start != begin:
        return None
    behind = skip_signs(scanned, bodies[-1].end, stretch.end, " ,")
    return Attending(tuple(bodies)) if cues.at("body.speaks", behind) is not None else None


def _parties(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“| Sở Nội vụ | có buổi làm việc | với UBND huyện | về …”, “Thủ tướng và | Đoàn A | tiếp xúc cử tri”."""
    if _is_told_of(scanned, cue, stretch):
        return None
    folded = scanned.source.folded
    own = _subject(scanned, stretch.start, cue.start)
    found = [] if own is None else [own]
    limit = min(stretch.end, cue.end + _HEAD_WITHIN)
    with_whom = folded.find(" với ", cue.end, limit)
    if with_whom >= 0 and not any(sign in folded[cue.end : with_whom] for sign in ",;."):
        found.extend(_read_list(scanned, with_whom + 5, stretch.end))
    elif scanned.cues.at("body.works_with.voters", cue.start) is None:
        return None  # “Quốc hội làm việc tại hội trường”
    return Attending(tuple(found)) if found else None


def _is_told_of(scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
    """Whether another session than the one reported is meant: a future one, an earlier one, one in a quotation."""
    groups = ("meeting.future", "chair.other_time", "body.told_of")
    return any(scanned.cues.any_within(group, stretch.start, cue.start) for group in groups)


def _subject(scanned: ScannedText, start: int, end: int) -> Range | None:
    """The body that leads up to a verb: at the head of its clause, or behind “và”, “cùng”."""
    heads = scanned.cues.within("body.head", start, end)
    for head in reversed(heads):
        if not _begins_clause(scanned, head.start, start) or begins_position(scanned, head.start):
            continue
        body = read_body(scanned, behind_led(scanned, head.start, end), end)
        behind = end if body is None else skip_signs(scanned, body.end, end, " ")
        if body is not None and (behind >= end or scanned.cues.at("body.goes_to", behind) is not None):
            return body
        return None
    return None


def _begins_clause(scanned: ScannedText, position: int, start: int) -> bool:
    before = scanned.source.folded[start:position].rstrip()
    return (
        not before
        or before[-1] in ",;:."
        or before.endswith((" và", " cùng"))
        or (scanned.cues.ending_at("body.represented", position) is not None)
    )


# --- lists


def _read_list(scanned: ScannedText, start: int, end: int) -> Iterator[Range]:
    """Bodies of a list that begins at `start`, as far as lists go."""
    return read_bodies(scanned, start, min(end, start + _LONGEST_LIST))


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
        bodies.extend(read_bodies(scanned, floor, person.start))
        kept.append(person)
        floor = person.end
    else:
        if not _is_left(scanned, floor, floor):
            bodies.extend(read_bodies(scanned, floor, end))
    return Attending(tuple(bodies), tuple(kept)) if bodies or kept else None


def _is_left(scanned: ScannedText, start: int, end: int) -> bool:
    """Whether a verb between two members ends the list: “…; ông B | chủ trì hội nghị”."""
    return scanned.cues.any_within("chair.cue", start, end) or scanned.cues.any_within("body.speaks", start, end)


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
        accepts={
            "Về phía tỉnh có lãnh đạo Sở Y tế.": ["Sở Y tế"],
        },
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
        refuses=(
            "Hội nghị đề nghị lãnh đạo Sở Nội vụ xem xét.",
            "“Phải làm ngay”, lãnh đạo Sở Nội vụ nhấn mạnh.",
            "Báo cáo trước lãnh đạo Sở Nội vụ, ông Lê Văn Ổi nêu ba việc.",
        ),
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
        refuses=(
            "Tại hội nghị, Sở Nội vụ được biểu dương.",
            "Một thành viên tại cuộc họp cho biết, Ban Thi đua nêu ba việc.",
        ),
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


IN_OPENING = frozenset({"attendance.parties"})
"""Rules that hold in the opening of a report only; further down such words speak of other meetings."""


def read_attending(scanned: ScannedText, sentence: Range, *, opening: bool = True) -> Iterator[tuple[str, Attending]]:
    """Bodies and persons said to attend in a sentence, each group with the rule that read it.

    Args:
        scanned: the text.
        sentence: the sentence.
        opening: whether it stands in headline, lead, captions or first paragraphs.
    """
    for rule in in_force(RULES, scanned):
        if rule.id in IN_OPENING and not opening:
            continue
        for cue in scanned.cues.within(rule.cue, *sentence)[:_MOST_CUES]:
            found = rule.produce(scanned, cue, sentence)
            if found is not None:
                yield rule.id, found
                if rule.id not in _SAID_AGAIN:
                    break


_SAID_AGAIN = frozenset({"attendance.side"})
"""Rules that may read several groups in one sentence: “về phía Trung ương có …; về phía tỉnh có …”."""
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
