"""Bodies that attended because they, or somebody for them, spoke at the meeting.

Tại hội nghị, lãnh đạo | Sở Nội vụ | cho biết …            (somebody for a body)
Theo đại diện | Sở Y tế |, …  · ông Trần An (đại diện | Công ty Nam Mây |)
Hội nghị nghe | Sở Y tế | báo cáo …; | Công an tỉnh | đề nghị …   (the body itself)
Hội nghị nghe tham luận của | Hội Nông dân tỉnh | và | Huyện đoàn |
"""

import re

from partyreports.grammar.bodies import begins_position, behind_led, read_body, read_initials, skip_signs
from partyreports.grammar.body_lists import behind_shared_head
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
    bodies = tuple(read_list(scanned, begin, stretch.end))
    if not bodies or _is_of_meeting(scanned, bodies[0]):
        return None
    is_shared = behind_shared_head(scanned, begin, stretch.end) is not None
    if not is_shared and not _stand_apart(scanned, bodies) and scanned.cues.ending_at("body.heard", cue.start) is None:
        first = bodies[:1]  # “đại diện Cục A, Bộ B cho biết”: the cue belongs to one body, with what is over it
    else:
        first = bodies
    end = behind_brackets(scanned, bodies[-1].end, stretch.end)
    return Attending(first) if _tells(scanned, end, stretch.end) else None


def _tells(scanned: ScannedText, end: int, limit: int) -> bool:
    """Whether a body or its spokesman goes on with a verb of speaking, or a colon and a quotation."""
    if _QUOTES.match(scanned.source.folded, end, limit) is not None:
        return True
    behind = skip_signs(scanned, end, limit, " ,-–")
    if any(scanned.cues.at(group, behind) is not None for group in ("person.honorific", "person.degree")):
        persons = read_persons(scanned, behind, min(limit, behind + _NAMED_WITHIN))
        if persons:
            behind = skip_signs(scanned, behind_brackets(scanned, persons[0].end, limit), limit, " ,-–)")
    if _speaks_at(scanned, behind, "body.speaks"):
        return True
    aside = scanned.lexicon.compile(_ASIDE).match(scanned.source.folded, end, limit)
    return aside is not None and _speaks_at(scanned, skip_signs(scanned, aside.end(), limit, " ,-–"), "body.speaks")


_QUOTES = re.compile(r" ?: ?[“\"]")
_ASIDE = (
    r" (?:tại {meeting.noun}|khi [^,.;:]{3,40},)"
    r"| ?[,–-] (?:{body.collective}|{body.aside}) [^,.;:()–-]{2,60}(?:,| ?[–-])"
)
"""“đại diện Sở Y tế | - đơn vị trình dự án - | cho biết”, “đại diện Sở Y tế | tại hội nghị | cho biết”."""


def _stand_apart(scanned: ScannedText, bodies: tuple[Range, ...]) -> bool:
    """Whether bodies of one cue speak each for itself, and none is over the other.

    “đại diện | Sở Y tế, Sở Nội vụ | đề nghị”, “Sở Y tế | và | Bưu điện tỉnh”, “Huyện ủy, UBND huyện”, “Sở Y tế, VCCI”.
    """
    folded, cues = scanned.source.folded, scanned.cues
    if len(bodies) > 1 and folded[bodies[-2].end : bodies[-1].start].strip(" ,") in _AND:
        return True
    heads = [cues.at("body.head", body.start) for body in bodies]
    names = {"" if head is None else folded[head.start : head.end] for head in heads}
    if len(names) == 1 or (None in heads and heads[0] is not None):
        return True
    is_unit = cues.at("body.unit", bodies[0].start) is not None
    if len(bodies) > _PAIR:
        return not is_unit
    return all(cues.at("body.committee", body.start) is not None for body in bodies)


_AND = ("và", "cùng", "cùng với")


def _is_of_meeting(scanned: ScannedText, body: Range) -> bool:
    """“đại diện | Ban Tổ chức | cho biết”: of the meeting itself, for nothing follows its name."""
    own = scanned.cues.at("body.of_meeting", body.start)
    return own is not None and own.end >= body.end


def _opens_statement(scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
    """Whether the speaker is introduced: at the head of a clause, or behind “nghe”.

    “…”, lãnh đạo Bộ nhấn mạnh” calls somebody so who is known already, “…”, đại diện Hội than” seldom does;
    “báo cáo trước lãnh đạo Bộ” speaks of others.
    """
    if scanned.cues.ending_at("body.heard", cue.start) is not None:
        return True
    before = scanned.source.text[stretch.start : cue.start].rstrip()
    if before.endswith(("”,", '",')) and scanned.cues.at("body.represented.spokesman", cue.start) is not None:
        return True
    turn = scanned.cues.ending_at("body.turn", cue.start)
    if turn is not None and (
        _begins(scanned, cue.start, stretch) or before[: turn.start - stretch.start].endswith((", ", "; "))
    ):
        return True
    return not any(map(str.isalnum, before)) or (before[-1] in ",;:.-–" and before[-2:-1] not in ("”", '"', "’"))


def _source(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Theo đại diện | Sở Y tế |, …”, “ông Trần An (đại diện | Công ty Nam Mây |) cho rằng”."""
    folded = scanned.source.folded
    before = folded[stretch.start : cue.start].rstrip()
    is_named_first = before in {"theo", "còn theo", "cũng theo"} or (before.startswith("theo ") and before[-1] in "-–,")
    if not is_named_first and not before.endswith("("):
        return None
    begin = behind_led(scanned, cue.start, stretch.end)
    body = read_body(scanned, begin, stretch.end) or read_initials(scanned, begin, stretch.end)
    if body is None or _is_of_meeting(scanned, body):
        return None
    behind = skip_signs(scanned, behind_brackets(scanned, body.end, stretch.end), stretch.end, " ")
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
    is_shared = behind_shared_head(scanned, begin, cue.start) is not None
    if not (is_shared or _may_be_subject(scanned, begin, cue.start)) or begins_position(scanned, begin):
        return None
    bodies = tuple(read_list(scanned, begin, cue.start))
    if not bodies or (bodies[0].start != begin and not is_shared):
        return None
    if _is_of_meeting(scanned, bodies[0]):
        return None
    behind = behind_brackets(scanned, bodies[-1].end, cue.start)
    others = _OTHERS.fullmatch(scanned.source.folded, behind, cue.start) is not None
    aside = scanned.lexicon.compile(_ASIDE).match(scanned.source.folded, behind, cue.start)
    behind = behind if aside is None else skip_signs(scanned, aside.end(), cue.start, " ")
    return Attending(bodies) if others or _behind_adverbs(scanned, behind, cue.start) == cue.start else None


def _may_be_subject(scanned: ScannedText, begin: int, end: int) -> bool:
    """Whether a body is named here: by its head, or by initials that others of its kind lead up to."""
    if any(scanned.cues.at(group, begin) is not None for group in ("body.head", "body.head_if_named")):
        return True
    return read_initials(scanned, begin, end) is not None


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
    """Behind “Tiếp đó,”, “Riêng”, “Tại hội nghị,”, “Về phía”, “nhiều hiệp hội như”."""
    if scanned.cues.at("body.told_to", start) is None:
        answers = scanned.lexicon.compile(_ANSWERS).match(scanned.source.folded, start, end)
        start = start if answers is None else answers.end()
    for group in ("body.turn", "attendance.side"):
        word = scanned.cues.at(group, start)
        if word is not None:
            start = skip_signs(scanned, word.end, end, " ,")
    comma = _end_of_occasion(scanned, start, end)
    start = start if comma is None else skip_signs(scanned, comma, end, " ,")
    among = scanned.lexicon.compile(_NAMED_AMONG).match(scanned.source.folded, start, end)
    return start if among is None else among.end()


_ANSWERS = (
    r"(?:(?:không )?(?:{body.turn.answers}|{body.reports}|{word.agrees_or_recalls})(?: [^,.;:()]{1,60})?"
    r"|{attendance.side} (?!{body.head}|{body.place_type})[^,.;:()]{1,40}), "
)
"""“Trả lời các câu hỏi của báo chí, | Sở Y tế cho biết”, “Không đồng tình, …”, “Về phía doanh nghiệp, …”."""
_NAMED_AMONG = r"(?:các|nhiều|một số) [^,.;:()]{2,40} (?:như|{word.consists}):? (?=\w)"


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


def _is_heard(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Thường trực Tỉnh ủy nghe | Sở Y tế, Sở Nội vụ | báo cáo …”."""
    begin = behind_led(scanned, skip_signs(scanned, cue.end, stretch.end, " :"), stretch.end)
    bodies = tuple(read_list(scanned, begin, stretch.end))
    if not bodies or bodies[0].start - begin > _SHARED_WITHIN or _is_of_meeting(scanned, bodies[0]):
        return None
    end = behind_brackets(scanned, bodies[-1].end, stretch.end)
    others = _OTHERS.match(scanned.source.folded, end, stretch.end)
    behind = end if others is None else others.end()
    is_told = any(_speaks_at(scanned, behind, group) for group in ("body.reports", "body.teaches"))
    return Attending(bodies) if is_told else None


_SHARED_WITHIN = 40
"""Characters of a head that bodies share: “các sở: | Y tế, Nội vụ”."""


def _on_behalf(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Thay mặt | Sở Y tế |, bà Na xin lùi hạn”, “Từ góc độ đại diện | Bộ Mây |, ông An nói”."""
    if not _begins(scanned, cue.start, stretch) and cue.start != stretch.start:
        return None
    body = read_body(scanned, behind_led(scanned, cue.end, stretch.end), stretch.end)
    if body is None or _is_of_meeting(scanned, body) or scanned.cues.at("body.heads_all", body.start) is not None:
        return None
    folded = scanned.source.folded
    behind = skip_signs(scanned, body.end, stretch.end, " ")
    persons = read_persons(scanned, behind, min(stretch.end, behind + _NAMED_WITHIN))
    if not folded.startswith(",", behind) or not persons:
        return None
    end = skip_signs(scanned, behind_brackets(scanned, persons[0].end, stretch.end), stretch.end, " ,)")
    if scanned.cues.at("body.on_behalf.as", cue.start) is not None:
        return Attending((body,)) if _speaks_at(scanned, end, "body.speaks") else None
    if not _speaks_at(scanned, end, "body.reports"):
        return None
    first = skip_signs(scanned, behind, stretch.end, " ,")
    is_in_office = folded.find(folded[body.start : body.end], behind, persons[0].end) >= 0
    return None if is_in_office or scanned.cues.at("person.position", first) is not None else Attending((body,))


def _contribution(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Hội nghị nghe tham luận của | Hội Nông dân tỉnh | và | Huyện đoàn |”."""
    cues = scanned.cues
    is_heard = cues.any_within("body.heard", max(stretch.start, cue.start - _HEARD_WITHIN), cue.end)
    if not is_heard and not _opens_with_papers(scanned, cue, stretch):
        return None
    begin = behind_led(scanned, cue.end, stretch.end)
    bodies = tuple(read_list(scanned, begin, stretch.end))
    shared = behind_shared_head(scanned, begin, stretch.end)
    return Attending(bodies) if bodies and bodies[0].start in (begin, shared) else None


def _opens_with_papers(scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
    """“Có 5 | tham luận của | Huyện đoàn được trình bày”, “Các | tham luận của | Hội Nông dân, …”."""
    if scanned.cues.at("body.contribution.paper", cue.start) is None:
        return False
    words = scanned.source.folded[stretch.start : cue.start].split()
    return all(word in _COUNTING or word.isdigit() for word in words)


_COUNTING = frozenset({"có", "các", "những", "với", "và"})


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
        if adverb is None or position >= end:
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
        id="attendance.heard",
        cue="body.heard",
        unless=_ELSEWHERE,
        produce=_is_heard,
        accepts={
            "Thường trực Tỉnh ủy nghe Huyện ủy Tân Lập báo cáo kết quả.": ["Huyện ủy Tân Lập"],
            "Các đại biểu được nghe báo cáo viên của Ban Dân vận Tỉnh ủy truyền đạt nghị quyết.": [
                "Ban Dân vận Tỉnh ủy"
            ],
        },
        refuses=(
            "Năm ngoái, hội nghị nghe Sở Y tế báo cáo.",
            "Hội nghị nghe Ban Tổ chức báo cáo.",
            "Hội nghị nghe báo cáo của Sở Y tế.",
        ),
    ),
    CueRule(
        id="attendance.on_behalf",
        cue="body.on_behalf",
        unless=_ELSEWHERE,
        produce=_on_behalf,
        accepts={
            "Thay mặt Sở Y tế, bà Hồ Thị Na xin lùi hạn.": ["Sở Y tế"],
            "Từ góc độ đại diện Bộ Y tế, ông Lê Văn Ổi, Cục trưởng Cục Dược (Bộ Y tế) nhấn mạnh ba việc.": ["Bộ Y tế"],
        },
        refuses=(
            "Thay mặt Đoàn Chủ tịch, ông Lê Văn Ổi báo cáo.",
            "Thay mặt Sở Y tế, ông Lê Văn Ổi, Giám đốc Sở Y tế báo cáo.",
            "Thay mặt Sở Y tế, ông Lê Văn Ổi trao quà.",
            "Thay mặt UBND tỉnh, Phó Chủ tịch Lê Văn Ổi báo cáo.",
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
            ],
            "Có 5 tham luận của Hội Nông dân xã, Huyện đoàn được trình bày.": ["Hội Nông dân xã", "Huyện đoàn"],
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
OF_SPOKESMEN = frozenset({"attendance.speaker", "attendance.speaker_source", "attendance.on_behalf"})
"""Rules of persons who speak for a body: they may call so a person who is known already."""
AT_THE_MEETING = frozenset({"attendance.body_speaks"})
"""Rules of bodies that are said to speak at the meeting itself."""
OF_SPEAKERS = OF_SPOKESMEN | AT_THE_MEETING | {"attendance.body_reports", "attendance.heard"}
"""Rules that may read the organiser, who attends no other's meeting."""
