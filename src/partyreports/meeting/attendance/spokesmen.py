"""Bodies for which somebody spoke at the meeting.

Tại hội nghị, lãnh đạo | Sở Nội vụ | cho biết …
Theo đại diện | Sở Y tế |, …  · ông Trần An (đại diện | Công ty Nam Mây |)
Thay mặt | Sở Y tế |, bà Na xin lùi hạn
"""

import re

from partyreports.grammar.bodies import read_body
from partyreports.grammar.body_leads import behind_led, skip_signs
from partyreports.grammar.body_lists import behind_shared_head, read_known
from partyreports.grammar.persons import read_persons
from partyreports.meeting.attendance.attending import Attending, behind_brackets, read_list
from partyreports.meeting.attendance.statements import begins, behind_aside, behind_others, is_of_meeting, speaks_at
from partyreports.meeting.mentions.elsewhere import AtOtherTime, IsTask, NotPresent, OpensOtherTime
from partyreports.rules import CueRule
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_NAMED_WITHIN = 160
"""Characters behind a body within which the person who speaks for it is named."""


def _speaker(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Tại hội nghị, đại diện | Sở Nội vụ | cho biết …”, “… nghe đại diện | Sở Y tế, Công an tỉnh | báo cáo”."""
    if not _opens_statement(scanned, cue, stretch):
        return None
    begin = behind_led(scanned, cue.start, stretch.end)
    bodies = tuple(read_list(scanned, begin, stretch.end))
    if not bodies or is_of_meeting(scanned, bodies[0]):
        return None
    end = behind_brackets(scanned, bodies[-1].end, stretch.end)
    behind = behind_others(scanned, end, stretch.end, "body.speaks")
    is_shared = behind_shared_head(scanned, begin, stretch.end) is not None
    is_heard = scanned.cues.ending_at("body.heard", cue.start) is not None
    if not (is_shared or is_heard or behind > end or _stand_apart(scanned, bodies)):
        bodies = bodies[:1]  # “đại diện Cục A, Bộ B cho biết”: the cue belongs to one body, with what is over it
    if behind > end or _tells(scanned, end, stretch.end):
        return Attending(bodies)
    is_spokesman = scanned.cues.at("body.represented.spokesman", cue.start) is not None
    whole = _before_other_word(scanned, bodies[-1]) if is_spokesman else None
    return None if whole is None else Attending((*bodies[:-1], whole))


def _before_other_word(scanned: ScannedText, body: Range) -> Range | None:
    """“đại diện Công ty Nam Mây | hăm he kiện”: a name that is whole, before a word that can be none of its own.

    It is whole where all words behind its head have capitals; a representative who does anything is there.
    """
    head = scanned.cues.at("body.needs_name", body.start)
    if head is None:
        return None
    words = list(_WORD.finditer(scanned.source.text, head.end, body.end))
    capitals = next((at for at, word in enumerate(words) if not word[0][0].isupper()), 0)
    if capitals < _WHOLE_NAME:
        return None
    last, other = words[capitals - 1 : capitals + 1]
    if any(scanned.cues.at(group, other.start()) is not None for group in _NO_OTHER_WORD):
        return None
    compounds = (scanned.cues.at(group, last.start()) for group in _NO_OTHER_WORD)
    is_compound = any(one is not None and one.end > last.end() for one in compounds)  # “Công ty Cảng Hàng | không”
    return None if is_compound else Range(body.start, last.end())


_WORD = re.compile(r"\w+")
_WHOLE_NAME = 2
"""Words with capitals that name a company; one may be the first syllable of what it does: “Công ty Xăng | dầu”."""
_NO_OTHER_WORD = (
    "body.list_word",
    "person.not_in_name",
    "body.name_word",
    "body.place_type",
    "body.head",
    "body.absent",
)


def _tells(scanned: ScannedText, end: int, limit: int) -> bool:
    """Whether a body or its spokesman goes on with a verb of speaking, or a colon and a quotation."""
    if _QUOTES.match(scanned.source.folded, end, limit) is not None:
        return True
    behind = skip_signs(scanned, end, limit, " ,-–")
    if any(scanned.cues.at(group, behind) is not None for group in ("person.honorific", "person.degree")):
        persons = read_persons(scanned, behind, min(limit, behind + _NAMED_WITHIN))
        if persons:
            behind = skip_signs(scanned, behind_brackets(scanned, persons[0].end, limit), limit, " ,-–)")
    if speaks_at(scanned, behind, "body.speaks"):
        return True
    aside = behind_aside(scanned, end, limit)
    return aside > end and speaks_at(scanned, skip_signs(scanned, aside, limit, " ,-–"), "body.speaks")


_QUOTES = re.compile(r" ?: ?[“\"]")


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
_PAIR = 2


def _opens_statement(scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
    """Whether the speaker is introduced: at the head of a clause, or behind “nghe”.

    “…”, lãnh đạo Bộ nhấn mạnh” calls somebody so who is known already, “…”, đại diện Hội than” seldom does;
    “báo cáo trước lãnh đạo Bộ” speaks of others.
    """
    if scanned.cues.ending_at("body.heard", cue.start) is not None:
        return True
    before = scanned.source.text[stretch.start : cue.start].rstrip()
    if before.endswith(("”,", '",')):
        is_spokesman = scanned.cues.at("body.represented.spokesman", cue.start) is not None
        if is_spokesman or scanned.lexicon.compile(_SAYS_AT).search(scanned.source.folded, cue.end, stretch.end):
            return True
    turn = scanned.cues.ending_at("body.turn", cue.start)
    if turn is not None and (
        begins(scanned, cue.start, stretch) or before[: turn.start - stretch.start].endswith((", ", "; "))
    ):
        return True
    return not any(map(str.isalnum, before)) or (before[-1] in ",;:.-–" and before[-2:-1] not in ("”", '"', "’"))


_SAYS_AT = r" {body.speaks}(?: \w+){0,2}? tại {meeting.noun}"


def _source(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Theo đại diện | Sở Y tế |, …”, “ông Trần An (đại diện | Công ty Nam Mây |) cho rằng”."""
    folded = scanned.source.folded
    before = folded[stretch.start : cue.start].rstrip()
    is_named_first = before in {"theo", "còn theo", "cũng theo", "nhưng theo", "song theo"} or (
        before.startswith("theo ") and before[-1] in "-–,"
    )
    if not is_named_first and not before.endswith("("):
        return None
    begin = behind_led(scanned, cue.start, stretch.end)
    body = read_body(scanned, begin, stretch.end) or read_known(scanned, begin, stretch.end)
    if body is None or is_of_meeting(scanned, body):
        return None
    behind = skip_signs(scanned, behind_brackets(scanned, body.end, stretch.end), stretch.end, " ")
    occasion = scanned.lexicon.compile(_OCCASION).match(scanned.source.folded, behind, stretch.end)
    behind = behind if occasion is None else occasion.end()
    return Attending((body,)) if folded.startswith("," if is_named_first else ")", behind) else None


_OCCASION = r"(?:{body.speaks} )?tại {meeting.noun}[^,.;:()]{0,60}"
"""“Theo đại diện Sở Y tế | tại cuộc họp sáng 5/3 |, …”."""


def _said_at(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Đó là khẳng định của đại diện | Sở Y tế | tại cuộc họp”, “… được đại diện | Sở Y tế | nêu tại hội nghị”."""
    if scanned.lexicon.compile(_STATED_BY).search(scanned.source.folded, stretch.start, cue.start) is None:
        return None
    bodies = tuple(read_list(scanned, behind_led(scanned, cue.start, stretch.end), stretch.end))
    if not bodies or is_of_meeting(scanned, bodies[0]):
        return None
    behind = skip_signs(scanned, behind_brackets(scanned, bodies[-1].end, stretch.end), stretch.end, " ")
    said = scanned.lexicon.compile(_AT_MEETING).match(scanned.source.folded, behind, stretch.end)
    return None if said is None else Attending(bodies[:1] if not _stand_apart(scanned, bodies) else bodies)


_STATED_BY = r"(?<!\w){body.statement}[^,.;:]{0,60} (?:của|được|do|từ) $"
_AT_MEETING = (
    r"(?:,? ?(?:{body.adverb} )?(?:{word.puts_forward}|{word.says})(?: ra)? )?"
    r"[^,.;:()]{0,12}?(?:tại|trong|ở) (?:\w+ )?{meeting.noun}"
)


def _told_by(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Thông tin trên được | Sở Y tế | nêu tại hội nghị”, “Báo cáo do | Cục Thuế | trình bày cho thấy …”."""
    told = scanned.lexicon.compile(_TOLD_BY).match(scanned.source.folded, cue.end, stretch.end)
    if told is None:
        return None
    bodies = tuple(read_list(scanned, told.end(), stretch.end))
    if not bodies or bodies[0].start != told.end() or is_of_meeting(scanned, bodies[0]):
        return None
    behind = behind_brackets(scanned, bodies[-1].end, stretch.end)
    pattern = _PRESENTED_THERE if told["of"] is not None else _PRESENTED
    said = scanned.lexicon.compile(pattern).match(scanned.source.folded, behind, stretch.end)
    return None if said is None else Attending(bodies)


_TOLD_BY = r"(?: này| trên| đó)?(?: {body.adverb})?(?: được| do|(?P<of> của)) (?=\w)"
_PRESENTED_THERE = r"(?: {word.says})? tại {meeting.noun}(?!\w)"
_PRESENTED = (
    r" (?:{body.adverb} )?(?:{word.puts_forward}|{word.says})(?: ra)?"
    r"(?: [^,.;:()]{0,20})? (?:tại|trong|ở|{word.shows})(?!\w)"
)


def _on_behalf(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Thay mặt | Sở Y tế |, bà Na xin lùi hạn”, “Từ góc độ đại diện | Bộ Mây |, ông An nói”."""
    if not begins(scanned, cue.start, stretch) and cue.start != stretch.start:
        return None
    body = read_body(scanned, behind_led(scanned, cue.end, stretch.end), stretch.end)
    if body is None or is_of_meeting(scanned, body) or scanned.cues.at("body.heads_all", body.start) is not None:
        return None
    folded = scanned.source.folded
    behind = skip_signs(scanned, body.end, stretch.end, " ")
    persons = read_persons(scanned, behind, min(stretch.end, behind + _NAMED_WITHIN))
    if not folded.startswith(",", behind) or not persons:
        return None
    end = skip_signs(scanned, behind_brackets(scanned, persons[0].end, stretch.end), stretch.end, " ,)")
    if scanned.cues.at("body.on_behalf.as", cue.start) is not None:
        return Attending((body,)) if speaks_at(scanned, end, "body.speaks") else None
    if not speaks_at(scanned, end, "body.reports"):
        return None
    first = skip_signs(scanned, behind, stretch.end, " ,")
    is_in_office = folded.find(folded[body.start : body.end], behind, persons[0].end) >= 0
    return None if is_in_office or scanned.cues.at("person.position", first) is not None else Attending((body,))


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
            "“Tháng 9 xong”, lãnh đạo Ban Quản lý Mây cho biết tại buổi họp báo.": ["Ban Quản lý Mây"],
            "Đại diện Sun Mekong Group, Grab Việt Nam đều ủng hộ.": ["Sun Mekong Group", "Grab Việt Nam"],
            "Đại diện VITAS than giá bông tăng.": ["VITAS"],
            "Đại diện Công ty Nam Mây hăm he kiện.": ["Công ty Nam Mây"],
            "Đại diện Ngân hàng Mây - chủ nợ lớn nhất - xác nhận đã giãn nợ.": ["Ngân hàng Mây"],
            "Ông Lê Văn Ổi nói ba việc; đại diện lãnh đạo, chuyên viên Vụ Pháp chế giải thích thêm.": ["Vụ Pháp chế"],
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
            "Đại diện Công ty Nam Mây vắng mặt.",
            "Đại diện Công ty Cảng Hàng không cười trừ.",
            "Đại diện Công ty Nam Mây bị phạt.",
        ),
    ),
    CueRule(
        id="attendance.speaker_source",
        cue="body.represented",
        unless=_ELSEWHERE,
        produce=_source,
        accepts={
            "Theo đại diện Sở Y tế, thuốc đã về đủ.": ["Sở Y tế"],
            "Theo lãnh đạo Sở Y tế tại cuộc họp sáng 5/3, thuốc đã về đủ.": ["Sở Y tế"],
            "Ông Lê Văn Ổi (đại diện Công ty Nam Mây) xin lùi hạn.": ["Công ty Nam Mây"],
        },
        refuses=("Theo đại diện Sở Y tế trình bày về thuốc.", "Theo lãnh đạo tỉnh, đường sẽ xong."),
    ),
    CueRule(
        id="attendance.said_at",
        cue="body.represented",
        unless=_ELSEWHERE,
        produce=_said_at,
        accepts={
            "Đó là khẳng định của đại diện Sở Y tế tại cuộc họp báo.": ["Sở Y tế"],
            "Thông tin trên được đại diện Sở Y tế đưa ra tại hội nghị.": ["Sở Y tế"],
        },
        refuses=(
            "Đó là khẳng định của đại diện Sở Y tế với báo chí.",
            "Hội nghị đã nghe báo cáo của đại diện các xã tại hội nghị.",
        ),
    ),
    CueRule(
        id="attendance.told_by",
        cue="body.statement",
        unless=_ELSEWHERE,
        produce=_told_by,
        accepts={
            "Thông tin trên được Sở Y tế nêu tại hội nghị.": ["Sở Y tế"],
            "Báo cáo do Cục Thuế tỉnh trình bày cho thấy nợ đã giảm.": ["Cục Thuế tỉnh"],
            "Theo báo cáo của Cục Thuế tỉnh tại hội nghị, nợ đã giảm.": ["Cục Thuế tỉnh"],
        },
        refuses=(
            "Thông tin được Sở Y tế đăng trên mạng.",
            "Báo cáo do Cục Thuế tỉnh soạn thảo.",
            "Theo báo cáo của Cục Thuế tỉnh, nợ đã giảm.",
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
)
"""Rules of persons who speak for a body: they may call so a person who is known already."""
