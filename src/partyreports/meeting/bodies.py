"""Which bodies attended: in lists of those present, as speakers, and as parties of a working session.

Tham dự hội nghị có đại diện Văn phòng Chính phủ, Bộ Nội vụ; ông Trần An, Chủ tịch UBND tỉnh
với sự tham dự của Sở Y tế · Tại hội nghị, lãnh đạo Sở Nội vụ cho biết · Sở Nội vụ làm việc với UBND huyện

A body is printed with a capital somewhere in its name: “lãnh đạo các sở, ngành” names none. What stands inside a
person's positions is no body of its own.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from partyreports.grammar.bodies import begins_position, behind_led, read_body, skip_signs
from partyreports.grammar.body_lists import behind_shared_head
from partyreports.grammar.persons import read_persons
from partyreports.meeting import speaking_bodies
from partyreports.meeting.attending import Attending, behind_brackets, members, read_list
from partyreports.meeting.elsewhere import AtOtherTime, OfOtherEvent, OpensOtherTime
from partyreports.rules import CueRule, Inside, RuleTable, in_force
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText, scan
from partyreports.text.spans import Range

_HEAD_WITHIN = 120
"""Characters between “tham dự” and “có”: the meeting's name and its place."""


# --- producers


def _listed(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Tham dự hội nghị | có đại diện A, B; ông C”."""
    if not _opens_list(scanned, cue, stretch):
        return None
    begin = _list_begin(scanned, _behind_also(scanned, cue.end), stretch.end)
    return None if begin is None else members(scanned, begin, stretch.end)


def _behind_also(scanned: ScannedText, position: int) -> int:
    """“Đến dự | và phát biểu chỉ đạo | hội nghị có”: what those present did besides."""
    match = scanned.lexicon.compile(_ALSO).match(scanned.source.folded, position)
    return position if match is None else match.end()


_ALSO = r"(?:,| và|, và) {attendance.also}(?!\w)"


def _opens_list(scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
    """Whether the verb begins a clause: “Tham dự …”, “…; dự hội nghị có …”, “🎉 Cùng dự …”, “Tại hội nghị, …”."""
    words = _SIGNS_BETWEEN.sub(" ", scanned.source.folded[stretch.start : cue.start]).split()
    while words and words[-1] in _BEFORE_ATTENDING:
        words.pop()
    return not words or words[-1][-1] in ",;:." or _is_before_list_head(scanned, cue, stretch)


_SIGNS_BETWEEN = re.compile(r"[^\w,;:.]|_")
_BEFORE_ATTENDING = frozenset({"đến", "tới", "cùng", "các", "về", "mời", "được", "và", "cũng"})
"""Words between the beginning of a clause and its verb: “…, mời | dự họp có”, “cùng đến | dự”."""


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
    drawn = scanned.cues.last_within("attendance.draws", stretch.start, cue.end)
    is_drawn = drawn is not None and drawn.end >= cue.start - 1
    if not is_drawn and not before.endswith(("với", "có", "cùng", "và", ",", "dưới")):
        return None
    if not scanned.cues.any_within("meeting.noun", *stretch) and scanned.cues.at("body.turn", stretch.start) is None:
        return None
    return members(scanned, cue.end, stretch.end)


def _of_side(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Về phía Sở Y tế có | ông A, Giám đốc”."""
    begin = _list_begin(scanned, cue.end, stretch.end)
    return None if begin is None else members(scanned, begin, stretch.end)


def _company(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“ông A, Phó Chủ tịch tỉnh cùng | lãnh đạo Sở Nội vụ | tham dự hội nghị”."""
    before = scanned.source.folded[stretch.start : cue.start].rstrip()
    is_further = before.endswith((",", " và")) and re.search(r"[ ,](?:cùng|và) ", before) is not None
    is_first = before.endswith(("cùng", "cùng với", "và một", "các"))
    if not is_further and not is_first and scanned.cues.ending_at("attendance.classifier", cue.start) is None:
        return None
    is_beside_chair = scanned.cues.any_within("chair.cue", stretch.start, cue.start)
    if not is_beside_chair and not scanned.cues.any_within("attendance.attending", *stretch):
        return None  # “ông A cùng lãnh đạo Ban B chủ trì”: they chair together
    if not scanned.cues.any_within("person.position", stretch.start, cue.start):
        return None
    return members(scanned, cue.start, stretch.end)


def _attends(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Lãnh đạo | Sở Nội vụ, Công an tỉnh | cùng tham dự”: those present stand before the verb."""
    word = scanned.cues.at("body.name_word", cue.start)
    if word is not None and word.end > cue.end:
        return None  # (“ban quản lý | dự án”)
    first = scanned.cues.first_within("body.represented", stretch.start, cue.start)
    before = "" if first is None else scanned.source.folded[stretch.start : first.start]
    if first is None:
        return None
    counted = scanned.lexicon.compile(_COUNTED).match(scanned.source.folded, stretch.start, first.start)
    if counted is None and not (before == "" or before.endswith((" có ", "; "))):
        return None
    begin = first.start if counted is None else counted.end()
    bodies = tuple(read_list(scanned, behind_led(scanned, begin, cue.start), cue.start))
    if not bodies:
        return None
    behind = scanned.lexicon.compile(_LAST_MEMBERS).match(scanned.source.folded, bodies[-1].end, cue.start)
    return Attending(bodies) if behind is not None and behind.end() == cue.start else None


_LAST_MEMBERS = (
    r"(?:(?:,| và| cùng) (?:các|những|{word.unnumbered})? ?[^,.;:()]{0,60})? "
    r"(?:đã |cũng |cùng |đều |được mời |về |đến )?"
)


_COUNTED = r"(?:có )?(?:{attendance.qualifier} )?{digits} (?={attendance.people} )"
"""“Hơn 200 | đại biểu đại diện Sở Nội vụ, VCCI đã dự”."""


def _drawn(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Hội thảo thu hút | hơn 200 đại biểu đến từ Bộ Y tế, các bệnh viện”."""
    counted = scanned.lexicon.compile(_DRAWN).match(scanned.source.folded, cue.end, stretch.end)
    if counted is None or not scanned.cues.any_within("meeting.noun", *stretch):
        return None
    return members(scanned, counted.end(), stretch.end)


_DRAWN = r" (?:(?:{attendance.qualifier} )?{digits} |{word.unnumbered} )?(?=(?:các )?{attendance.people} )"


def _parties(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“| Sở Nội vụ | có buổi làm việc | với UBND huyện | về …”, “Thủ tướng và | Đoàn A | tiếp xúc cử tri”."""
    if _is_told_of(scanned, cue, stretch):
        return None
    folded = scanned.source.folded
    own = _subject(scanned, stretch.start, cue.start)
    found = [] if own is None else [own]
    limit = min(stretch.end, cue.end + _HEAD_WITHIN)
    between = _BETWEEN.match(folded, cue.end, limit)
    if between is not None:
        return _both(scanned, between.end(), stretch.end)
    if folded.startswith(" của ", cue.end):
        return _of_one(scanned, cue.end + len(" của "), stretch.end)
    if scanned.cues.at("body.works_with.delegation", cue.start) is not None:  # “tiếp | đoàn công tác của Bộ A”
        guests = scanned.lexicon.compile(_GUESTS).match(folded, cue.end, stretch.end)
        begin = folded.rfind(" ", cue.start, cue.end) + 1 if guests is None else guests.end()
        found.extend(read_list(scanned, begin, stretch.end))
        return Attending(tuple(found)) if found else None
    with_whom = _WITH.match(folded, cue.end, limit)
    if with_whom is not None:
        found.extend(read_list(scanned, with_whom.end(), stretch.end))
    elif (host := _host(scanned, cue, stretch, own)) is not None:
        found.append(host)
    elif scanned.cues.at("body.works_with.voters", cue.start) is None:
        return _together(scanned, cue, stretch)  # “Quốc hội làm việc tại hội trường”
    return Attending(tuple(found)) if found else None


_GUESTS = r" (?:{word.delegation}|{attendance.people}|{attendance.people_if_attending}|{body.represented}) (?:của )?"
_WITH = re.compile(r" cùng |[^,;.]{0,100}? với ")


def _host(scanned: ScannedText, cue: Cue, stretch: Range, own: Range | None) -> Range | None:
    """“Đoàn công tác Bộ Nội vụ đến thăm và làm việc tại | Sở Nội vụ |”."""
    if own is None and scanned.cues.at("body.works_with.visit", cue.start) is None:
        return None
    if not scanned.source.folded.startswith(" tại ", cue.end):
        return None
    return read_body(scanned, cue.end + len(" tại "), stretch.end)


def _together(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“| Sở Nội vụ và Công ty Nam Mây | có buổi làm việc”."""
    comma = scanned.source.folded.rfind(",", stretch.start, cue.start)
    tag = _TAG.match(scanned.source.text, stretch.start, cue.start)
    start = stretch.start if tag is None else tag.end()
    start = start if comma < 0 else skip_signs(scanned, comma, cue.start, " ,")
    both = tuple(read_list(scanned, behind_led(scanned, start, cue.start), cue.start))
    if len(both) < _PARTIES or " và " not in scanned.source.folded[both[0].end : both[-1].start]:
        return None
    behind = skip_signs(scanned, both[-1].end, cue.start, " ")
    return Attending(both) if behind >= cue.start or scanned.cues.at("body.goes_to", behind) is not None else None


_PARTIES = 2
_TAG = re.compile(r"\(?[A-ZĐ]{2,8}\)? ?[-–—] ?")
"""“(TBTC) - ”: the newspaper, before its news."""
_BETWEEN = re.compile(r" (?:[^,.;:()]{0,40} )?giữa (?=\w)")


def _both(scanned: ScannedText, start: int, end: int) -> Attending | None:
    """“buổi làm việc giữa | Sở Nội vụ | với (và) | UBND huyện |”."""
    first = list(read_list(scanned, start, end))
    if not first:
        return None
    behind = skip_signs(scanned, behind_brackets(scanned, first[-1].end, end), end, " ")
    if scanned.source.folded.startswith("với ", behind):
        first.extend(read_list(scanned, behind + len("với "), end))
    if len(first) == 1 and scanned.lexicon.compile(_OTHER_PARTIES).match(scanned.source.folded, behind, end) is None:
        return None
    return Attending(tuple(first))


_OTHER_PARTIES = r"(?:với|và) (?:các|một số|nhiều) (?!{body.place_type})"
"""“cuộc họp giữa Bộ Công Thương | với các hiệp hội |”: the other party is not named."""


def _of_one(scanned: ScannedText, start: int, end: int) -> Attending | None:
    """“cuộc làm việc của | Bộ Công Thương | với | Sở Nội vụ |”; a person's is read with the other party alone."""
    folded = scanned.source.folded
    first = read_body(scanned, behind_led(scanned, start, end), end)
    if first is None:
        with_whom = _WITH.match(folded, start, min(end, start + _HEAD_WITHIN))
        return None if with_whom is None else Attending(tuple(read_list(scanned, with_whom.end(), end)))
    behind = skip_signs(scanned, behind_brackets(scanned, first.end, end), end, " ")
    if not folded.startswith("với ", behind):
        return None
    return Attending((first, *read_list(scanned, behind + len("với "), end)))


def _met(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“| họp | với UBND huyện, Kho bạc”, “cuộc họp | giữa Sở Nội vụ và Công ty Nam Mây”."""
    if _is_told_of(scanned, cue, stretch):
        return None
    folded = scanned.source.folded
    between = _BETWEEN.match(folded, cue.end, stretch.end)
    if between is not None:
        return _both(scanned, between.end(), stretch.end)
    with_whom = _RIGHT_WITH.match(folded, cue.end, stretch.end)
    if with_whom is None:
        return None
    begin = behind_led(scanned, with_whom.end(), stretch.end)
    found = tuple(read_list(scanned, begin, stretch.end))
    begins = (begin, behind_shared_head(scanned, begin, stretch.end))
    return Attending(found) if found and found[0].start in begins else None


_RIGHT_WITH = re.compile(r"(?: \w+){0,2}? (?:cùng với|cùng|với) (?=\w)")


def _welcomed(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Hội nghị | vui mừng đón | ông A; đại diện Sở Nội vụ”."""
    noun = scanned.cues.ending_at("meeting.noun", cue.start - 1)
    return None if noun is None else members(scanned, cue.end, stretch.end)


def _sent(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“| Đoàn công tác | Sở Nội vụ do ông A dẫn đầu tham dự hội nghị”."""
    begin = behind_led(scanned, cue.start, stretch.end)
    body = read_body(scanned, begin, stretch.end) if begin > cue.start else None
    if body is None or not _begins_clause(scanned, cue.start, stretch.start):
        return None
    behind = skip_signs(scanned, _behind_leader(scanned, body.end, stretch.end), stretch.end, " ")
    adverb = scanned.cues.at("body.adverb", behind)
    verb = behind if adverb is None else skip_signs(scanned, adverb.end, stretch.end, " ")
    return None if scanned.cues.at("attendance.attending", verb) is None else Attending((body,))


def _is_told_of(scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
    """Whether another session than the one reported is meant: a future one, an earlier one, one in a quotation."""
    if any(
        scanned.cues.any_within(group, stretch.start, cue.start) for group in ("meeting.future", "chair.other_time")
    ):
        return True
    told = scanned.cues.within("body.told_of", stretch.start, cue.end)
    return any(one.start == stretch.start or scanned.source.text[one.start].islower() for one in told)


def _subject(scanned: ScannedText, start: int, end: int) -> Range | None:
    """The body that leads up to a verb: at the head of its clause, or behind “và”, “cùng”."""
    heads = scanned.cues.within("body.head", start, end)
    for head in reversed(heads):
        if not _begins_clause(scanned, head.start, start) or begins_position(scanned, head.start):
            continue
        body = read_body(scanned, behind_led(scanned, head.start, end), end)
        behind = end if body is None else skip_signs(scanned, _behind_leader(scanned, body.end, end), end, " ")
        if body is not None and (behind >= end or scanned.cues.at("body.goes_to", behind) is not None):
            return body
        return None
    return None


def _behind_leader(scanned: ScannedText, position: int, end: int) -> int:
    """Behind “(VCCI)”, and “do ông An, Vụ trưởng | làm trưởng đoàn |”."""
    position = behind_brackets(scanned, position, end)
    led = scanned.lexicon.compile(_LED_BY).match(scanned.source.folded, position, end)
    return position if led is None else led.end()


_LED_BY = r",? do [^;:]{5,160}? (?:(?:làm )?{word.leader.of_delegation}|dẫn đầu),?"


def _begins_clause(scanned: ScannedText, position: int, start: int) -> bool:
    before = scanned.source.folded[start:position].rstrip()
    return (
        not before
        or before[-1] in ",;:.-–—"
        or before.endswith((" và", " cùng", " khi"))
        or (scanned.cues.ending_at("body.represented", position) is not None)
    )


# --- the rules


@dataclass(frozen=True, slots=True)
class _ToCome:
    """“Dự hội nghị quý tới | sẽ có đại diện Bộ A”: a word for the future between the verb and its list."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether one stands there."""
        begin = _list_begin(scanned, cue.end, stretch.end)
        groups = ("meeting.future", "meeting.next_time")
        return begin is not None and any(scanned.cues.any_within(group, cue.end, begin) for group in groups)


RULES: tuple[CueRule[Attending], ...] = (
    CueRule(
        id="attendance.list",
        cue="attendance.attending",
        unless=(Inside("body.name_word"), OpensOtherTime(), AtOtherTime(), OfOtherEvent(), _ToCome()),
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
            "Dự án cầu Suối Mây có Ban Quản lý dự án tỉnh.",
            "Dự lễ khánh thành cầu có lãnh đạo Sở Y tế.",
            "Tham gia đề án có Sở Y tế, Viện Nghiên cứu Mây.",
            "Tham dự hội thao tháng trước có Sở Y tế, Bưu điện tỉnh.",
            "Tham dự hội nghị quý tới sẽ có đại diện Bộ Nội vụ.",
        ),
    ),
    CueRule(
        id="attendance.presence",
        cue="attendance.presence",
        unless=(OpensOtherTime(), AtOtherTime()),
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
        id="attendance.attends",
        cue="attendance.attending",
        unless=(OpensOtherTime(), AtOtherTime(), OfOtherEvent()),
        produce=_attends,
        accepts={
            "Lãnh đạo Sở Nội vụ, Công an tỉnh và các phòng liên quan cùng dự.": ["Sở Nội vụ", "Công an tỉnh"],
            "Hơn 200 đại biểu đại diện Sở Nội vụ, VCCI, các hội đã tham dự.": ["Sở Nội vụ", "VCCI"],
        },
        refuses=("Lãnh đạo Sở Nội vụ cho biết sẽ tham dự hội chợ.",),
    ),
    CueRule(
        id="attendance.drawn",
        cue="attendance.draws",
        unless=(OpensOtherTime(), AtOtherTime()),
        produce=_drawn,
        accepts={"Hội thảo thu hút hơn 200 đại biểu đến từ Bộ Y tế, Sở Nội vụ.": ["Bộ Y tế", "Sở Nội vụ"]},
        refuses=("Hội thảo thu hút hơn 200 đại biểu.", "Câu lạc bộ thu hút hơn 200 đại biểu của Bộ Y tế."),
    ),
    CueRule(
        id="attendance.parties",
        cue="body.works_with",
        unless=(OpensOtherTime(), AtOtherTime()),
        produce=_parties,
        accepts={
            "Chiều 12/7, Sở Nội vụ tỉnh có buổi làm việc với UBND huyện Tân Lập về cải cách.": [
                "Sở Nội vụ tỉnh",
                "UBND huyện Tân Lập",
            ],
            "Sáng 5/6 đã diễn ra buổi làm việc giữa Sở Nội vụ với Công ty Nam Mây.": ["Sở Nội vụ", "Công ty Nam Mây"],
            "Trường Chính trị (mới) đã thăm và làm việc với Sở Nội vụ.": ["Trường Chính trị", "Sở Nội vụ"],
            "Sở Nội vụ và Công ty Nam Mây vừa có buổi làm việc về phần mềm.": ["Sở Nội vụ", "Công ty Nam Mây"],
            "Sở Nội vụ do ông Lê Văn Ổi làm trưởng đoàn làm việc với Công ty Nam Mây.": [
                "Sở Nội vụ",
                "Công ty Nam Mây",
            ],
            "Sở Nội vụ tiếp đoàn công tác của Trường Đại học Mây.": ["Sở Nội vụ", "Trường Đại học Mây"],
            "Na rẻ, theo cuộc làm việc của Bộ Công Thương với Sở Nội vụ.": ["Bộ Công Thương", "Sở Nội vụ"],
            "Đoàn công tác Bộ Nội vụ đến thăm và làm việc tại Sở Nội vụ.": ["Bộ Nội vụ", "Sở Nội vụ"],
            "(BLG) - Sở Nội vụ và đoàn chuyên gia Công ty Nam Mây vừa có buổi làm việc.": [
                "Sở Nội vụ",
                "Công ty Nam Mây",
            ],
        },
        refuses=(
            "Ông Lê Văn Ổi làm việc với cử tri.",
            "Năm 2019, Sở Nội vụ và Công ty Nam Mây có buổi làm việc về phần mềm.",
            "Tuần sau, Sở Nội vụ làm việc với Sở Xây dựng.",
        ),
    ),
    CueRule(
        id="attendance.met",
        cue="body.meets",
        produce=_met,
        accepts={
            "Ban Pháp chế đã tổ chức cuộc họp cùng Sở Tư pháp, Cục Thuế tỉnh để rà soát.": [
                "Sở Tư pháp",
                "Cục Thuế tỉnh",
            ],
            "Số liệu được nêu tại cuộc họp giữa Sở Nội vụ và Công ty Nam Mây.": ["Sở Nội vụ", "Công ty Nam Mây"],
        },
        refuses=("Sở Nội vụ tổ chức hội nghị với chủ đề mới.", "Bí thư yêu cầu họp với Sở Nội vụ."),
    ),
    CueRule(
        id="attendance.welcomed",
        cue="body.welcomes",
        produce=_welcomed,
        accepts={"Hội nghị vinh dự được đón tiếp ông Lê Văn Ổi; đại diện Sở Nội vụ.": ["Sở Nội vụ"]},
        refuses=("Người dân vui mừng đón đoàn của Sở Nội vụ.",),
    ),
    CueRule(
        id="attendance.delegation",
        cue="body.delegation",
        produce=_sent,
        accepts={"Đoàn công tác Sở Nội vụ do ông Lê Văn Ổi dẫn đầu tham dự hội nghị.": ["Sở Nội vụ"]},
        refuses=("Đoàn công tác Sở Nội vụ do ông Lê Văn Ổi dẫn đầu đã về.", "Đoàn cán bộ xã tham dự hội nghị."),
    ),
    *speaking_bodies.RULES,
)


IN_OPENING = frozenset({"attendance.parties", "attendance.met", "attendance.delegation"})
"""Rules that hold in the opening of a report only; further down such words speak of other meetings."""
IN_TEXT = frozenset({"attendance.body_reports"})
"""Rules that hold behind the first sentence, and in no headline or caption: these say what was in the news."""


def read_attending(
    scanned: ScannedText, sentence: Range, *, opening: bool = True, in_text: bool = True
) -> Iterator[tuple[str, Attending]]:
    """Bodies and persons said to attend in a sentence, each group with the rule that read it.

    Args:
        scanned: the text.
        sentence: the sentence.
        opening: whether it stands in headline, lead, captions or first paragraphs.
        in_text: whether it stands behind the first sentence, and in no headline or caption.
    """
    groups = scanned.cues.index(CUES).groups_in(*sentence)
    for rule in in_force(RULES, scanned):
        if rule.cue not in groups or (rule.id in IN_OPENING and not opening) or (rule.id in IN_TEXT and not in_text):
            continue
        for cue in scanned.cues.within(rule.cue, *sentence)[:_MOST_CUES]:
            found = rule.produce(scanned, cue, sentence)
            if found is not None and rule.applies(scanned, cue, sentence):
                yield rule.id, found
                if rule.id not in _SAID_AGAIN:
                    break


_SAID_AGAIN = frozenset({"attendance.side", "attendance.speaker", "attendance.body_reports"})
"""Rules that may read several groups in one sentence: “về phía Trung ương có …; về phía tỉnh có …”."""
_MOST_CUES = 6
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
