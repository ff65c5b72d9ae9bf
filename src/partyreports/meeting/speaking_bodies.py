"""Bodies that attended because they, or somebody for them, spoke at the meeting.

Tại hội nghị, lãnh đạo | Sở Nội vụ | cho biết …            (somebody for a body)
Theo đại diện | Sở Y tế |, …  · ông Trần An (đại diện | Công ty Nam Mây |)
Hội nghị nghe | Sở Y tế | báo cáo …; | Công an tỉnh | đề nghị …   (the body itself)
Hội nghị nghe tham luận của | Hội Nông dân tỉnh | và | Huyện đoàn |
"""

import re

from partyreports.grammar.bodies import begins_position, behind_led, read_body, skip_signs
from partyreports.grammar.persons import read_persons
from partyreports.meeting.attending import Attending, behind_brackets, read_list
from partyreports.meeting.elsewhere import AtOtherTime, IsTask, NotPresent, OpensOtherTime
from partyreports.rules import Before, CueRule
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_NAMED_WITHIN = 160
"""Characters behind a body within which the person who speaks for it is named."""
_HEAD_WITHIN = 120
"""Characters from “tại” to the comma behind the meeting's name and its place."""
_SUBJECT_WITHIN = 300
"""Characters of the bodies that stand together before one verb."""
_HEARD_WITHIN = 60
"""Characters between “nghe” and “tham luận của”."""
_MOST_ADVERBS = 3
_PAIR = 2


# --- somebody for a body


def _speaker(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Tại hội nghị, đại diện | Sở Nội vụ | cho biết …”, “… nghe đại diện | Sở Y tế, Công an tỉnh | báo cáo”."""
    if not _opens_statement(scanned, cue, stretch):
        return None
    begin = behind_led(scanned, cue.start, stretch.end)
    bodies = tuple(read_list(scanned, begin, stretch.end)) or _initials(scanned, begin, stretch.end)
    if not bodies:
        return None
    is_pair = len(bodies) == _PAIR and scanned.source.folded[bodies[0].end : bodies[1].start].strip() == "và"
    if not is_pair and not _are_alike(scanned, bodies) and scanned.cues.ending_at("body.heard", cue.start) is None:
        bodies = bodies[:1]  # “đại diện Cục A, Bộ B cho biết”: the cue belongs to one body, with what is over it
    end = behind_brackets(scanned, bodies[-1].end, stretch.end)
    behind = skip_signs(scanned, end, stretch.end, " ,-–")
    if scanned.cues.at("person.honorific", behind) is not None:  # “đại diện Sở, ông An cho biết”
        persons = read_persons(scanned, behind, min(stretch.end, behind + _NAMED_WITHIN))
        behind = skip_signs(scanned, persons[0].end, stretch.end, " ,") if persons else behind
    return Attending(bodies) if _speaks_at(scanned, behind, "body.speaks") else None


def _initials(scanned: ScannedText, start: int, end: int) -> tuple[Range, ...]:
    """“đại diện | VASEP | cho biết”: a body that is known by its initials."""
    match = _INITIALS.match(scanned.source.text, start, end)
    if match is None or scanned.cues.at("body.head", start) is not None:
        return ()
    return (Range(match.start(), match.end()),)


_INITIALS = re.compile(r"[A-Z]{4,10}(?!\w)")
"""Shorter ones are mostly the meeting's own bodies: “BTC”, “BGH”."""


def _are_alike(scanned: ScannedText, bodies: tuple[Range, ...]) -> bool:
    """“đại diện | Sở Y tế, Sở Nội vụ | đề nghị”: bodies of one rank are none over the other."""
    heads = [scanned.cues.at("body.head", body.start) for body in bodies]
    first = heads[0]
    if first is None:
        return False
    words = scanned.source.folded[first.start : first.end]
    return all(head is not None and scanned.source.folded[head.start : head.end] == words for head in heads)


def _opens_statement(scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
    """Whether the speaker is introduced: at the head of a clause, or behind “nghe”.

    “…”, lãnh đạo Bộ nhấn mạnh” calls somebody so who is known already; “báo cáo trước lãnh đạo Bộ” speaks of others.
    """
    if scanned.cues.ending_at("body.heard", cue.start) is not None:
        return True
    before = scanned.source.text[stretch.start : cue.start].rstrip()
    if scanned.cues.ending_at("body.turn", cue.start) is not None and _begins(scanned, cue.start, stretch):
        return True
    return not any(map(str.isalnum, before)) or (before[-1] in ",;:.-–" and before[-2:-1] not in ("”", '"', "’"))


def _source(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Theo đại diện | Sở Y tế |, …”, “ông Trần An (đại diện | Công ty Nam Mây |) cho rằng”."""
    folded = scanned.source.folded
    before = folded[stretch.start : cue.start].rstrip()
    is_named_first = before == "theo"
    if not is_named_first and not before.endswith("("):
        return None
    body = read_body(scanned, behind_led(scanned, cue.start, stretch.end), stretch.end)
    if body is None:
        return None
    behind = skip_signs(scanned, body.end, stretch.end, " ")
    return Attending((body,)) if folded.startswith("," if is_named_first else ")", behind) else None


# --- the body itself


def _body_speaks(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Tại cuộc họp, | Cục A, Tổng cục B và Ngân hàng C | cũng làm rõ …”."""
    comma = _end_of_occasion(scanned, stretch.start, cue.start)
    return None if comma is None else _subjects(scanned, skip_signs(scanned, comma, cue.start, " ,"), cue)


def _reports(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Hội nghị nghe | Sở Y tế | báo cáo …; | Công an tỉnh | đề nghị …”, “Tiếp đó, | Sở Y tế | cũng nêu …”."""
    begin = _statement_begin(scanned, cue, stretch)
    return (
        None
        if begin is None or scanned.cues.at("body.heads_all", begin) is not None
        else _subjects(scanned, begin, cue)
    )


def _subjects(scanned: ScannedText, begin: int, cue: Cue) -> Attending | None:
    """The bodies from `begin` to a verb, if nothing else stands there."""
    if _is_printed_as_name(scanned, cue):
        return None
    if scanned.cues.at("body.head", begin) is None or begins_position(scanned, begin):
        return None
    bodies = tuple(read_list(scanned, begin, cue.start))
    if not bodies or bodies[0].start != begin:
        return None
    own = scanned.cues.at("body.of_meeting", begin)
    if own is not None and own.end >= bodies[0].end:
        return None
    behind = behind_brackets(scanned, bodies[-1].end, cue.start)
    others = _OTHERS.fullmatch(scanned.source.folded, behind, cue.start) is not None
    return Attending(bodies) if others or _behind_adverbs(scanned, behind, cue.start) == cue.start else None


_OTHERS = re.compile(r"(?:,| và| cùng) (?:các|một số|nhiều) [^,.;:()]{2,40}")
"""“Sở Y tế | và các địa phương | báo cáo”."""


def _is_printed_as_name(scanned: ScannedText, cue: Cue) -> bool:
    """“Phòng Văn hóa - | Thông tin | xin giữ”: a capital makes a verb part of a name."""
    printed = scanned.source.text[cue.start : cue.end]
    return printed[0].isupper() and not printed.isupper()


def _statement_begin(scanned: ScannedText, cue: Cue, stretch: Range) -> int | None:
    """Where the statement that a verb belongs to begins with its subject."""
    folded, cues = scanned.source.folded, scanned.cues
    floor = max(stretch.start, cue.start - _SUBJECT_WITHIN)
    heard = cues.last_within("body.heard", floor, cue.start)
    semicolon = folded.rfind(";", floor, cue.start)
    if heard is not None and heard.end > semicolon:
        return skip_signs(scanned, heard.end, cue.start, " :")
    if semicolon >= 0:
        return _behind_turn(scanned, skip_signs(scanned, semicolon, cue.start, " ;"), cue.start)
    if floor > stretch.start:
        return None
    return _behind_turn(scanned, skip_signs(scanned, stretch.start, cue.start, " -–•*+"), cue.start)


def _behind_turn(scanned: ScannedText, start: int, end: int) -> int:
    """Behind “Tiếp đó,”, “Riêng”, “Tại hội nghị,”."""
    turn = scanned.cues.at("body.turn", start)
    if turn is not None:
        start = skip_signs(scanned, turn.end, end, " ,")
    comma = _end_of_occasion(scanned, start, end)
    return start if comma is None else skip_signs(scanned, comma, end, " ,")


def _end_of_occasion(scanned: ScannedText, start: int, end: int) -> int | None:
    """The comma behind “Tại hội nghị”, “Cũng tại cuộc họp sáng nay”; none behind “Tại họp báo, ông An cho biết,”."""
    folded, cues = scanned.source.folded, scanned.cues
    if scanned.lexicon.compile(_AT).match(folded, start) is None:
        return None
    comma = folded.find(",", start, min(end, start + _HEAD_WITHIN))
    if comma < 0:
        return None
    noun = cues.first_within("meeting.noun", start, comma)
    return None if noun is None or cues.any_within("body.speaks", noun.end, comma) else comma


_AT = r"(?:(?:cũng|{meeting.speech}) )?tại "


def _contribution(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Hội nghị nghe tham luận của | Hội Nông dân tỉnh | và | Huyện đoàn |”."""
    cues = scanned.cues
    if not cues.any_within("body.heard", max(stretch.start, cue.start - _HEARD_WITHIN), cue.end):
        return None
    begin = behind_led(scanned, cue.end, stretch.end)
    bodies = tuple(read_list(scanned, begin, stretch.end))
    return Attending(bodies) if bodies and bodies[0].start == begin else None


# --- what they have in common


def _begins(scanned: ScannedText, position: int, stretch: Range) -> bool:
    """Whether only a turn (“Đồng thời”) stands before a position in its sentence."""
    turn = scanned.cues.at("body.turn", stretch.start)
    return turn is not None and skip_signs(scanned, turn.end, stretch.end, " ,") == position


def _speaks_at(scanned: ScannedText, position: int, verbs: str) -> bool:
    """Whether a verb of speaking stands at a position, “cũng”, “đã” and the like before it."""
    if scanned.cues.at(verbs, position) is not None:
        return True
    behind = _behind_adverbs(scanned, position, len(scanned.source.folded))
    return scanned.cues.at(verbs, behind) is not None


def _behind_adverbs(scanned: ScannedText, position: int, end: int) -> int:
    position = skip_signs(scanned, position, end, " ")
    for _ in range(_MOST_ADVERBS):
        adverb = scanned.cues.at("body.adverb", position)
        if adverb is None:
            break
        position = skip_signs(scanned, adverb.end, end, " ")
    return position


# --- the rules

_ELSEWHERE = (OpensOtherTime(), AtOtherTime(), NotPresent())

RULES: tuple[CueRule[Attending], ...] = (
    CueRule(
        id="attendance.speaker",
        cue="body.represented",
        unless=(*_ELSEWHERE, IsTask()),
        produce=_speaker,
        accepts={
            "Phát biểu tại hội nghị, lãnh đạo Ban Thi đua tỉnh mong muốn các cụm làm tốt.": ["Ban Thi đua tỉnh"],
            "Đại diện Sở Y tế và Bưu điện tỉnh đã báo cáo.": ["Sở Y tế", "Bưu điện tỉnh"],
            "💬 Đại diện Sở Y tế, Sở Nội vụ đề nghị lùi hạn.": ["Sở Y tế", "Sở Nội vụ"],
            "Đại diện VITAS than giá bông tăng.": ["VITAS"],
        },
        refuses=(
            "Hội nghị đề nghị lãnh đạo Sở Nội vụ xem xét.",
            "“Phải làm ngay”, lãnh đạo Sở Nội vụ nhấn mạnh.",
            "Báo cáo trước lãnh đạo Sở Nội vụ, ông Lê Văn Ổi nêu ba việc.",
            "Trước đó, trả lời báo chí, lãnh đạo Sở Xây dựng cho biết cầu chậm hai tháng.",
            "Qua điện thoại, đại diện Công ty Nam Mây cho biết xe chậm hai giờ.",
            "Tại lễ khởi công cầu, đại diện Công ty Nam Mây hứa xong trước Tết.",
            "Tại phiên tòa tháng trước, đại diện Công ty Nam Mây xin lùi hạn.",
            "Giám đốc yêu cầu:\n- Lãnh đạo Sở Nội vụ báo cáo kết quả.",
        ),
    ),
    CueRule(
        id="attendance.speaker_source",
        cue="body.represented",
        unless=_ELSEWHERE,
        produce=_source,
        accepts={
            "Theo đại diện Sở Y tế, thuốc đã về đủ.": ["Sở Y tế"],
            "Ông Lê Văn Ổi (đại diện Công ty Nam Mây) xin lùi hạn.": ["Công ty Nam Mây"],
        },
        refuses=("Theo đại diện Sở Y tế trình bày về thuốc.", "Theo lãnh đạo tỉnh, đường sẽ xong."),
    ),
    CueRule(
        id="attendance.body_speaks",
        cue="body.speaks",
        unless=(*_ELSEWHERE, IsTask()),
        produce=_body_speaks,
        accepts={
            "Tại cuộc họp, Cục Quản lý giá và Ngân hàng Nhà nước làm rõ số liệu.": [
                "Cục Quản lý giá",
                "Ngân hàng Nhà nước",
            ]
        },
        refuses=(
            "Tại hội nghị, Sở Nội vụ được biểu dương.",
            "Một thành viên tại cuộc họp cho biết, Ban Thi đua nêu ba việc.",
            "Phát biểu tại hội nghị, Ban Tổ chức cảm ơn các đơn vị.",
        ),
    ),
    CueRule(
        id="attendance.body_reports",
        cue="body.reports",
        unless=(*_ELSEWHERE, IsTask()),
        produce=_reports,
        accepts={
            "Hội nghị nghe phòng Nội vụ báo cáo biên chế; các đại biểu đã thảo luận.": ["phòng Nội vụ"],
            "Các đại biểu nêu ba việc; phòng Y tế trả lời.": ["phòng Y tế"],
            "Thường trực Huyện ủy nghe Sở Y tế và các xã báo cáo.": ["Sở Y tế"],
            "Công ty Nam Mây thì vướng đường vào.": ["Công ty Nam Mây"],
            "Phòng Văn hóa - Thông tin xin giữ biên chế.": ["Phòng Văn hóa - Thông tin"],
            "Riêng Sở Y tế thì cho rằng giá còn cao.": ["Sở Y tế"],
            "Hội Phụ nữ xã (khóa mới) cũng đã đề nghị mở lớp.": ["Hội Phụ nữ xã"],
        },
        refuses=(
            "Ông Lê Văn Ổi, Giám đốc Sở Y tế báo cáo kết quả.",
            "Chính phủ cam kết giữ giá điện.",
            "Người dân mong Sở Y tế trả lời sớm.",
            "Hội nghị giao nhiệm vụ: phòng Nội vụ lập kế hoạch; Hội Phụ nữ xã báo cáo tiến độ.",
            "Hội nghị đề nghị Sở Y tế bổ sung thuốc; Công an tỉnh báo cáo kết quả.",
            "Giám đốc yêu cầu:\n- Phòng Y tế huyện báo cáo kết quả.\n- Hội Phụ nữ xã đề xuất mô hình.",
            "Riêng Sở Y tế báo cáo kết quả trước ngày 15/8.",
            "Trước đó, Sở Y tế thông báo tuyển 40 bác sĩ.",
        ),
    ),
    CueRule(
        id="attendance.contribution",
        cue="body.contribution",
        unless=(*_ELSEWHERE, Before("body.asked_for")),
        produce=_contribution,
        accepts={
            "Đại hội nghe hai tham luận của Hội Nông dân xã và Chi đoàn Xóm Mây.": [
                "Hội Nông dân xã",
                "Chi đoàn Xóm Mây",
            ]
        },
        refuses=(
            "Theo ý kiến của Bộ Nội vụ, việc này để sau.",
            "Hội nghị nghe ý kiến của các đại biểu.",
            "Dự thảo được gửi lấy ý kiến của đại diện Sở Tư pháp bằng văn bản.",
            "Theo chương trình, đại hội nghe tham luận của Hội Nông dân xã.",
        ),
    ),
)
"""Rules of bodies that speak."""
OF_SPOKESMEN = frozenset({"attendance.speaker", "attendance.speaker_source"})
"""Rules of persons who speak for a body: they may call so a person who is known already."""
AT_THE_MEETING = frozenset({"attendance.body_speaks"})
"""Rules of bodies that are said to speak at the meeting itself."""
OF_SPEAKERS = OF_SPOKESMEN | AT_THE_MEETING | {"attendance.body_reports"}
"""Rules that may read the organiser, who attends no other's meeting."""
