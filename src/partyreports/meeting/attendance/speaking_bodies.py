"""Bodies that are said to speak at the meeting themselves.

Tại hội nghị, | Sở Y tế | cho biết …
Hội nghị nghe | Sở Y tế | báo cáo …; | Công an tỉnh | đề nghị …
Hội nghị nghe tham luận của | Hội Nông dân tỉnh | và | Huyện đoàn |
"""

import re

from partyreports.grammar.bodies import begins_position
from partyreports.grammar.body_leads import behind_led, skip_signs
from partyreports.grammar.body_lists import behind_shared_head, read_known
from partyreports.grammar.initials import read_initials
from partyreports.meeting.attendance.attending import Attending, behind_brackets, read_list
from partyreports.meeting.attendance.statements import (
    behind_adverbs,
    behind_aside,
    behind_others,
    is_of_meeting,
    speaks_at,
)
from partyreports.meeting.mentions.elsewhere import AtOtherTime, InTheNews, IsTask, NotPresent, OpensOtherTime
from partyreports.rules import Before, CueRule
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_HEAD_WITHIN = 120
"""Characters from “tại” to the comma behind the meeting's name and its place."""
_SUBJECT_WITHIN = 300
"""Characters of the bodies that stand together before one verb."""
_HEARD_WITHIN = 60
"""Characters between “nghe” and “tham luận của”."""


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
    is_side = scanned.cues.ending_at("attendance.side", begin) is not None
    if not (is_shared or is_side or _may_be_subject(scanned, begin, cue.start)) or begins_position(scanned, begin):
        return None
    bodies = tuple(read_list(scanned, begin, cue.start))
    if not bodies and is_side:
        known = read_known(scanned, begin, cue.start, listed=True)  # “Phía | Grab | cho biết”
        bodies = () if known is None else (known,)
    if not bodies or (bodies[0].start != begin and not is_shared):
        return None
    if is_of_meeting(scanned, bodies[0]):
        return None
    behind = behind_brackets(scanned, bodies[-1].end, cue.start)
    others = _OTHERS.fullmatch(scanned.source.folded, behind, cue.start) is not None
    aside = behind_aside(scanned, behind, cue.start)
    behind = behind if aside == behind else skip_signs(scanned, aside, cue.start, " ")
    return Attending(bodies) if others or behind_adverbs(scanned, behind, cue.start) == cue.start else None


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
    turn = cues.last_within("body.turn", floor, cue.start)
    if turn is not None and turn.start - _COMMA > semicolon and folded.startswith(", ", turn.start - _COMMA):
        return _behind_turn(scanned, turn.start, cue.start)  # “…, | còn Sở Y tế | kiến nghị”
    if semicolon >= 0:
        return _behind_turn(scanned, skip_signs(scanned, semicolon, cue.start, " ;"), cue.start)
    if scanned.cues.at("body.turn.contrast", stretch.start) is not None:
        then = folded.rfind(" thì ", floor, cue.start)
        if then >= 0 and cues.at("body.head", then + len(" thì ")) is not None:
            return then + len(" thì ")  # “Trong khi Sở Y tế ủng hộ thì | Sở Nội vụ | không đồng tình”
    if floor > stretch.start:
        return None
    return _behind_turn(scanned, skip_signs(scanned, stretch.start, cue.start, " -–•*+"), cue.start)


_COMMA = 2


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
    r"(?:(?:không |tham gia )?(?:{body.turn.answers}|{body.reports}|{word.agrees_or_recalls})(?: [^,.;:()]{1,60})?"
    r"|trước [^,.;:()]{0,30}{body.concern}[^,.;:()]{0,40}"
    r"|{body.turn.manner}(?: [^,.;:()]{1,40})?"
    r"|{attendance.side} (?!{body.head}|{body.place_type})[^,.;:()]{1,40}), "
)
"""“Trả lời các câu hỏi của báo chí, | Sở Y tế cho biết”, “Không đồng tình, …”, “Về phía doanh nghiệp, …”."""
_NAMED_AMONG = r"(?:các|nhiều|một số) [^,.;:()]{2,40} (?:như|{word.consists}):? (?=\w)"


def _end_of_occasion(scanned: ScannedText, start: int, end: int) -> int | None:
    """The comma behind “Tại hội nghị”, “Cũng tại cuộc họp sáng nay”; none behind “Tại họp báo, ông An cho biết,”."""
    folded, cues = scanned.source.folded, scanned.cues
    at = scanned.lexicon.compile(_AT).match(folded, start)
    if at is None:
        return None
    comma = folded.find(",", at.end(), min(end, at.end() + _HEAD_WITHIN))
    if comma < 0:
        return None
    if folded.endswith("tại đây", start, comma):
        return comma
    noun = cues.first_within("meeting.noun", start, comma)
    return None if noun is None or cues.any_within("body.speaks", noun.end, comma) else comma


_AT = r"(?:[^,.;:]{0,24}\d{1,2}[^,.;:]{0,16}, )?(?:(?:cũng|{meeting.speech}|{body.speaks}) )?tại "
"""“Cũng | tại hội nghị”, “Phát biểu | tại hội nghị”, “Sáng 5/3, | tại cuộc họp”."""


def _is_heard(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Thường trực Tỉnh ủy nghe | Sở Y tế, Sở Nội vụ | báo cáo …”."""
    begin = behind_led(scanned, skip_signs(scanned, cue.end, stretch.end, " :"), stretch.end)
    bodies = tuple(read_list(scanned, begin, stretch.end))
    if not bodies or bodies[0].start - begin > _SHARED_WITHIN or is_of_meeting(scanned, bodies[0]):
        return None
    end = behind_brackets(scanned, bodies[-1].end, stretch.end)
    is_told = any(
        behind_others(scanned, end, stretch.end, group) > end or speaks_at(scanned, end, group)
        for group in ("body.reports", "body.teaches")
    )
    return Attending(bodies) if is_told else None


_SHARED_WITHIN = 40
"""Characters of a head that bodies share: “các sở: | Y tế, Nội vụ”."""


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


# --- the rules

_ELSEWHERE = (OpensOtherTime(), AtOtherTime(), NotPresent())

RULES: tuple[CueRule[Attending], ...] = (
    CueRule(
        id="attendance.body_speaks",
        cue="body.speaks",
        unless=(*_ELSEWHERE, IsTask()),
        produce=_body_speaks,
        accepts={
            "Tại cuộc họp, Cục Quản lý giá và Ngân hàng Nhà nước làm rõ số liệu.": [
                "Cục Quản lý giá",
                "Ngân hàng Nhà nước",
            ],
            "Sáng 5/3, tại cuộc họp, Sở Nội vụ vừa báo cáo hai phương án.": ["Sở Nội vụ"],
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
        unless=(*_ELSEWHERE, IsTask(), InTheNews()),
        produce=_reports,
        accepts={
            "Hội nghị nghe phòng Nội vụ báo cáo biên chế; các đại biểu đã thảo luận.": ["phòng Nội vụ"],
            "Các đại biểu nêu ba việc; phòng Y tế trả lời.": ["phòng Y tế"],
            "Thường trực Huyện ủy nghe Sở Y tế và các xã báo cáo.": ["Sở Y tế"],
            "Công ty Nam Mây thì vướng đường vào.": ["Công ty Nam Mây"],
            "Phòng Văn hóa - Thông tin xin giữ biên chế.": ["Phòng Văn hóa - Thông tin"],
            "Riêng Sở Y tế thì cho rằng giá còn cao.": ["Sở Y tế"],
            "Hội Phụ nữ xã (khóa mới) thì đề nghị mở lớp.": ["Hội Phụ nữ xã"],
            "Phía Grab cho rằng giá còn cao.": ["Grab"],
            "Cùng cảnh ngộ, Công ty Nam Mây kiên quyết phản đối.": ["Công ty Nam Mây"],
            "Trước các ý kiến trên, Sở Y tế nhận trách nhiệm.": ["Sở Y tế"],
            "Trong khi CLB Mây ủng hộ thì CLB Núi Xanh không đồng tình.": ["CLB Núi Xanh"],
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
            "Na rẻ. Sở Y tế cho biết tuyển 40 bác sĩ.",
            "Na rẻ. Hiệp hội Làm vườn cho rằng giá còn thấp.",
            "Mới đây, VCCI công bố khảo sát. Hiệp hội Làm vườn cho rằng giá còn thấp.",
            "UBND huyện Mây cũng báo cáo Chủ tịch tỉnh.",
            "EVN cho biết giá điện còn thấp.",
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
