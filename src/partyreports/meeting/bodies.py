"""Which bodies attended: in lists of those present, as speakers, and as parties of a working session.

Tham dự hội nghị có đại diện Văn phòng Chính phủ, Bộ Nội vụ; ông Trần An, Chủ tịch UBND tỉnh
với sự tham dự của Sở Y tế · Tại hội nghị, lãnh đạo Sở Nội vụ cho biết · Sở Nội vụ làm việc với UBND huyện

A body is printed with a capital somewhere in its name: “lãnh đạo các sở, ngành” names none. What stands inside a
person's positions is no body of its own.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from partyreports.grammar.names import is_place
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
    """“Tại hội nghị, đại diện | Sở Nội vụ | cho biết …”."""
    body = read_body(scanned, _behind_led(scanned, cue.start, stretch.end), stretch.end)
    if body is None:
        return None
    behind = _skip(scanned, body.end, stretch.end, " ,")
    if scanned.cues.at("person.honorific", behind) is not None:  # “đại diện Sở, ông An cho biết”
        persons = read_persons(scanned, behind, min(stretch.end, behind + _LONGEST_NAME))
        behind = _skip(scanned, persons[0].end, stretch.end, " ,") if persons else behind
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
    """“| Sở Nội vụ | có buổi làm việc | với UBND huyện | về …”, “Thủ tướng và | Đoàn A | tiếp xúc cử tri”."""
    if _is_told_of(scanned, cue, stretch):
        return None
    folded = scanned.source.folded
    own = _subject(scanned, stretch.start, cue.start)
    found = [] if own is None else [own]
    limit = min(stretch.end, cue.end + _HEAD_WITHIN)
    with_whom = folded.find(" với ", cue.end, limit)
    if with_whom >= 0 and not any(sign in folded[cue.end : with_whom] for sign in ",;."):
        found.extend(_bodies(scanned, with_whom + 5, stretch.end))
    elif scanned.cues.at("body.works_with.voters", cue.start) is None:
        return None  # “Quốc hội làm việc tại hội trường”
    return Attending(tuple(found)) if found else None


def _is_told_of(scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
    """Whether a session that is not the one reported is told of: one to come, an earlier one, one in a quotation."""
    groups = ("meeting.future", "chair.other_time", "body.told_of")
    return any(scanned.cues.any_within(group, stretch.start, cue.start) for group in groups)


def _subject(scanned: ScannedText, start: int, end: int) -> Range | None:
    """The body that leads up to a verb: at the head of its clause, or behind “và”, “cùng”."""
    heads = scanned.cues.within("body.head", start, end)
    for head in reversed(heads):
        if not _begins_clause(scanned, head.start, start) or scanned.cues.at("person.position", head.start) is not None:
            continue
        body = read_body(scanned, _behind_led(scanned, head.start, end), end)
        behind = end if body is None else _skip(scanned, body.end, end, " ")
        if body is not None and (behind >= end or scanned.cues.at("body.goes_to", behind) is not None):
            return body
        return None
    return None


def _begins_clause(scanned: ScannedText, position: int, start: int) -> bool:
    before = scanned.source.folded[start:position].rstrip()
    return not before or before[-1] in ",;:." or before.endswith((" lãnh đạo", " đại diện", " và", " cùng"))


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
    return scanned.cues.any_within("chair.cue", start, end) or scanned.cues.any_within("body.speaks", start, end)


_SEPARATOR = re.compile(r" {0,2}(?:;|,| và(?= )| cùng(?= )|\.{3}|…|:) {0,2}(?:và |cùng (?:với )?)?")


def _bodies(scanned: ScannedText, start: int, end: int) -> Iterator[Range]:
    """Bodies of a stretch without persons."""
    folded = scanned.source.folded
    begin = start
    of_ministries = listed = False
    while begin < end:
        begin = _behind_led(scanned, begin, end)
        if begin >= end:
            return
        body = read_body(scanned, begin, end, elided=of_ministries or (listed and not is_place(scanned, begin)))
        if body is not None:
            if not folded.startswith(":", body.end):  # “các đồng chí trong Ban Thường vụ: A, B”
                yield body
            listed = True
            of_ministries = of_ministries or folded.startswith(_MINISTRIES, body.start)
            begin = body.end
            if folded.startswith("(", _skip(scanned, begin, end, " ")):
                closing = folded.find(")", begin, end)
                begin = closing + 1 if closing >= 0 else end
        match = _SEPARATOR.search(folded, begin, end)
        if match is None or (body is not None and _leaves_list(scanned, begin, match.start())):
            return
        begin = match.end()


_MINISTRIES = ("bộ ", "sở ", "các bộ", "các sở")
"""Behind them the heads of further bodies are left out: “Bộ Nội vụ, Tài chính”."""


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
        if cue is None or cue.end > end:
            break
        others = (scanned.cues.at(group, position) for group in ("body.head", "person.position"))
        if any(other is not None and other.end >= cue.end for other in others):
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
    stop = _name_end(scanned, start, head.end if head else head_at + 1, limit)
    body = source.trim(start, stop)
    is_bare = head is not None and body.end <= head.end and source.text[head.start : head.end].istitle()
    if body.end - body.start < 2 or is_bare or not _is_proper(scanned, body, head_at):
        return None  # “Sở”, “Ban” alone name none
    return body


def _behind_plural(scanned: ScannedText, start: int, end: int) -> int:
    plural = _PLURAL.match(scanned.source.folded, start, end)
    return plural.end() if plural else start


_PLURAL = re.compile(r"(?:các|toàn thể|hai|ba) ")


def _is_proper(scanned: ScannedText, body: Range, head_at: int) -> bool:
    """Whether a name holds a capital, or an abbreviation; the plural of a common noun does not.

    “các đơn vị thuộc Ban Tổ chức” and “các sở, ngành của tỉnh” are bodies, “các bộ, ngành Trung ương” are none.
    """
    text = scanned.source.text
    if head_at == body.start and scanned.cues.at("body.collective_only", head_at) is None:
        return any(map(str.isupper, text[body.start : body.end]))
    if _OF_PLACE.search(scanned.source.folded, head_at, body.end) is not None:
        return True
    if scanned.cues.at("body.collective", head_at) is None and text[head_at].isupper():
        return True
    heads = scanned.cues.within("body.head", head_at + 1, body.end)
    return any(text[head.start].isupper() for head in heads)


_OF_PLACE = re.compile(r" của (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?!\w)")


def _name_end(scanned: ScannedText, begin: int, start: int, limit: int) -> int:
    """Where the name of a body ends: at a sign, a verb, or where another member begins."""
    folded = scanned.source.folded
    end = limit
    position = start
    while (match := _ENDS.search(folded, position, limit)) is not None:
        position = match.end()
        if match[0] == "." and folded[match.start() - 2 : match.start()] in {"tp", "tx"}:
            continue
        if match[0] in ",-–—" and _goes_on(scanned, begin, match, limit):
            continue
        end = match.start()
        break
    for joined in _AND.finditer(folded, start, end):
        if _begins_member(scanned, joined.end()):
            end = joined.start()
            break
    for group in ("person.after_position", "body.ends", "chair.cue"):
        for verb in scanned.cues.within(group, start, min(end + 20, limit)):
            if start < verb.start < end and not _is_in_name(scanned, verb):
                end = verb.start
                break
    return end


_AND = re.compile(r" (?:và|cùng với|cùng) (?:các )?")


def _goes_on(scanned: ScannedText, start: int, sign: "re.Match[str]", limit: int) -> bool:
    """Whether the name goes on behind a comma or a dash: “Văn hóa, | Thể thao và Du lịch”, “các phòng, | ban”."""
    begin = _skip(scanned, sign.end(), limit, " ")
    printed = scanned.source.text[begin : begin + 1]
    if sign[0] != ",":
        return printed.isalpha() and not any(scanned.cues.at(group, begin) for group in ("body.head", "body.caption"))
    if scanned.cues.at("body.list_word", begin) is not None:
        return True
    is_plural = " các " in f" {scanned.source.folded[start : sign.start()]}"
    if not is_plural or scanned.cues.at("body.led", begin) is not None:
        return False
    return printed.islower() or is_place(scanned, begin)


def _begins_member(scanned: ScannedText, position: int) -> bool:
    """Whether another body, person or group begins behind “và”."""
    cues = scanned.cues
    groups = (
        "body.represented",
        "person.honorific",
        "person.position",
        "attendance.qualifier",
        "body.led",
        "body.public",
    )
    if any(cues.at(group, position) is not None for group in groups):
        return True
    if scanned.source.text[position : position + 1].isdigit():
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


IN_OPENING = frozenset({"attendance.parties"})
"""Rules for what only the opening of a report tells of its own meeting; further down it is told of others."""


def read_attending(scanned: ScannedText, sentence: Range, *, opening: bool = True) -> Iterator[tuple[str, Attending]]:
    """Bodies and persons said to attend in a sentence, each group with the rule that read it.

    Args:
        scanned: the text.
        sentence: the sentence.
        opening: whether it stands in headline, lead, captions or first paragraphs.
    """
    for rule in RULES:
        if rule.id in scanned.without or (rule.id in IN_OPENING and not opening):
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
