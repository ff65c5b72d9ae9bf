"""Bodies in lists of those present.

Tham dự hội nghị có đại diện Văn phòng Chính phủ, Bộ Nội vụ; ông Trần An, Chủ tịch UBND tỉnh
với sự tham dự của Sở Y tế · Về phía tỉnh có … · Lãnh đạo Sở Nội vụ, Công an tỉnh cùng tham dự
"""

import re
from dataclasses import dataclass

from partyreports.grammar.body_leads import behind_led
from partyreports.grammar.persons import read_persons
from partyreports.meeting.attendance.attending import Attending, members, read_list
from partyreports.meeting.mentions.elsewhere import AtOtherTime, OfOtherEvent, OpensOtherTime
from partyreports.rules import CueRule, Inside
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_HEAD_WITHIN = 120
"""Characters between “tham dự” and “có”: the meeting's name and its place."""


def _listed(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Tham dự hội nghị | có đại diện A, B; ông C”."""
    if "bare" in cue.entry.flags and scanned.cues.at("body.represented", cue.end + 1) is not None:
        return members(scanned, cue.end, stretch.end)  # “Buổi họp báo có mặt | đại diện Sở Y tế”
    if "bare" in cue.entry.flags and _is_of_meeting_before(scanned, cue, stretch):
        return members(scanned, cue.end, stretch.end)
    if not _opens_list(scanned, cue, stretch):
        return None
    begin = _list_begin(scanned, _behind_also(scanned, cue.end), stretch.end)
    return None if begin is None else members(scanned, begin, stretch.end)


def _is_of_meeting_before(scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
    """“Cuộc họp sáng 2/12 | có mặt đầy đủ | các hãng, Sở Y tế”: the meeting has them, and nobody stands between."""
    noun = scanned.cues.last_within("meeting.noun", stretch.start, cue.start)
    if noun is None or any(sign in scanned.source.folded[stretch.start : cue.start] for sign in ",;:"):
        return False
    other = (scanned.cues.any_within(group, noun.end, cue.start) for group in ("body.speaks", "person.honorific"))
    return not any(other) and scanned.source.folded.startswith(" các ", cue.end)


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
    if _CLAUSE_END.search(folded, start, head.start) is not None or _is_told(scanned, start, head.start):
        return None
    return head.end


_CLAUSE_END = re.compile(r";|\.(?!\w)")


def _is_told(scanned: ScannedText, start: int, end: int) -> bool:
    """Whether somebody speaks there; a verb right behind the meeting's noun is of its name: “hội nghị triển khai …”."""
    noun = scanned.cues.first_within("meeting.noun", start, end)
    verbs = scanned.cues.within("body.speaks", start, end)
    if noun is None:
        return bool(verbs)
    return any("," in scanned.source.folded[noun.end : verb.start] for verb in verbs if verb.start >= noun.start)


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


def _at_site(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Tại điểm cầu Sơn La có | lãnh đạo UBND tỉnh, Sở Y tế”."""
    if scanned.source.folded[stretch.start : cue.start].strip(" -–•*+") not in _AT_SITE:
        return None
    begin = _list_begin(scanned, cue.end, stretch.end)
    if begin is None or "," in scanned.source.folded[cue.end : begin]:
        return None
    return members(scanned, begin, stretch.end)


_AT_SITE = ("tại", "ở", "còn tại", "tại các")


def _company(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“ông A, Phó Chủ tịch tỉnh cùng | lãnh đạo Sở Nội vụ | tham dự hội nghị”."""
    before = scanned.source.folded[stretch.start : cue.start].rstrip()
    is_further = before.endswith((",", " và")) and re.search(r"[ ,](?:cùng|và) ", before) is not None
    is_one_of_them = before.endswith(" và") and scanned.source.folded.startswith("một ", cue.start)
    is_first = is_one_of_them or before.endswith(("cùng", "cùng với", "và một", "các"))
    if not is_further and not is_first and scanned.cues.ending_at("attendance.classifier", cue.start) is None:
        return None
    is_beside_chair = scanned.cues.any_within("chair.cue", stretch.start, cue.start)
    attends = ("attendance.attending", "body.works_with")
    if not is_beside_chair and not any(scanned.cues.any_within(group, *stretch) for group in attends):
        return None  # “ông A cùng lãnh đạo Ban B chủ trì”: they chair together
    introduces = ("person.position", "person.honorific")
    if not any(scanned.cues.any_within(group, stretch.start, cue.start) for group in introduces):
        return None
    return members(scanned, cue.start, stretch.end)


def _attends(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Lãnh đạo | Sở Nội vụ, Công an tỉnh | cùng tham dự”: those present stand before the verb."""
    word = scanned.cues.at("body.name_word", cue.start)
    if word is not None and word.end > cue.end:
        return None  # (“ban quản lý | dự án”)
    first = scanned.cues.first_within("body.represented", stretch.start, cue.start)
    if first is None and _is_of_meeting_named(scanned, cue, stretch):
        first = scanned.cues.at("body.head", stretch.start)  # “Viện Mây, Viện Núi | tham dự tại các điểm cầu”
    if first is None:
        first = _delegates(scanned, stretch.start)  # “Đại biểu | Huyện đoàn | cùng tham gia”
    if first is None:
        return None
    before = scanned.source.folded[stretch.start : first.start]
    counted = scanned.lexicon.compile(_COUNTED).match(scanned.source.folded, stretch.start, first.start)
    if counted is None and not (before == "" or before.endswith((" có ", "; "))):
        return None
    begin = first.start if counted is None else counted.end()
    people = _delegates(scanned, begin)
    if people is not None and scanned.cues.at("body.head", people.end + 1) is not None:
        begin = people.end + 1
    bodies = tuple(read_list(scanned, behind_led(scanned, begin, cue.start), cue.start))
    if not bodies:
        return None
    behind = scanned.lexicon.compile(_LAST_MEMBERS).match(scanned.source.folded, bodies[-1].end, cue.start)
    return Attending(bodies) if behind is not None and behind.end() == cue.start else None


def _delegates(scanned: ScannedText, position: int) -> Cue | None:
    """The word for delegates at a position, unless a council follows whose members are called so."""
    word = scanned.cues.at("attendance.people", position)
    of_council = word is not None and scanned.cues.at("attendance.members", word.end + 1) is not None
    return None if of_council else word


def _is_of_meeting_named(scanned: ScannedText, verb: Cue, stretch: Range) -> bool:
    """“tham dự | tại các điểm cầu”, “tham dự | hội nghị”: what bodies without representatives attend must be named."""
    behind = scanned.lexicon.compile(_WHAT).match(scanned.source.folded, verb.end, stretch.end)
    return behind is not None


_WHAT = r"(?: {meeting.format.online})?(?: tại| từ| ở)?(?: các)? (?:{meeting.noun}|{attendance.site})"
_LAST_MEMBERS = (
    r"(?:(?:,| và| cùng) (?:các|những|{word.unnumbered})? ?[^,.;:()]{0,60})? "
    r"(?:đã |cũng |cùng |đều |được mời |về |đến )?"
)
_COUNTED = r"(?:có )?(?:{attendance.qualifier} )?(?:{digits} |các )?(?={attendance.people} )"
"""“Hơn 200 | đại biểu đại diện Sở Nội vụ, VCCI đã dự”, “| Đại biểu Huyện đoàn cùng tham gia”."""


def _from(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Hội thảo có hơn 100 | đại biểu | đến từ Bộ A, Viện B”, “Các | chuyên gia | đến từ Viện A đã thảo luận”."""
    sent = scanned.lexicon.compile(_SENT_FROM).match(scanned.source.folded, cue.end, stretch.end)
    if sent is None:
        return None
    named = scanned.cues.any_within("meeting.noun", *stretch)
    opens = scanned.lexicon.compile(_OPENS).fullmatch(scanned.source.folded, stretch.start, cue.start) is not None
    return members(scanned, sent.end(), stretch.end) if named or opens else None


_SENT_FROM = r" (?:{attendance.people_if_attending} )?(?:đến từ|là {body.represented}(?: của)?) (?=\w)"
_OPENS = r"(?:(?:hơn |gần |khoảng )?(?:các|những|{digits}) )"


def _drawn(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Hội thảo thu hút | hơn 200 đại biểu đến từ Bộ Y tế, các bệnh viện”."""
    counted = scanned.lexicon.compile(_DRAWN).match(scanned.source.folded, cue.end, stretch.end)
    if counted is None or not scanned.cues.any_within("meeting.noun", *stretch):
        return None
    return members(scanned, counted.end(), stretch.end)


_DRAWN = (
    r" (?:(?:{attendance.qualifier} )?{digits} |{word.unnumbered} )?"
    r"(?=(?:các )?{attendance.people} |{body.represented} |(?:các |nhiều )?{attendance.people_if_attending} đến từ )"
)


def _welcomed(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“Hội nghị | vui mừng đón | ông A; đại diện Sở Nội vụ”."""
    noun = scanned.cues.ending_at("meeting.noun", cue.start - 1)
    return None if noun is None else members(scanned, cue.end, stretch.end)


@dataclass(frozen=True, slots=True)
class _ToCome:
    """“Dự hội nghị quý tới | sẽ có đại diện Bộ A”: a word for the future between the verb and its list."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether one stands there."""
        if not scanned.cues.any_of_within(_TO_COME, cue.end, stretch.end):
            return False
        begin = _list_begin(scanned, cue.end, stretch.end)
        return begin is not None and scanned.cues.any_of_within(_TO_COME, cue.end, begin)


_TO_COME = ("meeting.future", "meeting.next_time")


# --- the rules

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
            "Tham dự hội nghị triển khai nhiệm vụ quý 2 có lãnh đạo Sở Y tế.": ["Sở Y tế"],
            "Cuộc họp sáng 2/12 có mặt đầy đủ các hãng, Sở Y tế cùng đại diện Bưu điện tỉnh.": [
                "Sở Y tế",
                "Bưu điện tỉnh",
            ],
        },
        refuses=(
            "Tham dự hội nghị có lãnh đạo các sở, ngành.",
            "Tham dự hội nghị, ông Lê Văn Ổi cho biết có ba bệnh viện của Sở Y tế quá tải.",
            "Tham dự có ông Mai Thế Vinh, Ủy viên Trung ương Đảng, Bộ trưởng Bộ Kiến thiết.",
            "Dự án cầu Suối Mây có Ban Quản lý dự án tỉnh.",
            "Tại cuộc họp, ông Lê Văn Ổi nói chợ có mặt đầy đủ các hãng, Sở Y tế đã kiểm tra.",
            "Tham dự hội nghị có các đồng chí trong Ban Chấp hành Đảng bộ Khối.",
            "Tham dự hội nghị có các đại biểu HĐND tỉnh.",
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
        id="attendance.at_site",
        cue="attendance.site",
        unless=(OpensOtherTime(), AtOtherTime(), _ToCome()),
        produce=_at_site,
        accepts={"Tại điểm cầu tỉnh có lãnh đạo Sở Y tế, Sở Nội vụ.": ["Sở Y tế", "Sở Nội vụ"]},
        refuses=("Tại điểm cầu tỉnh, Sở Y tế có ba ý kiến.", "Cả tỉnh lắp 12 điểm cầu có Sở Y tế giám sát."),
    ),
    CueRule(
        id="attendance.company",
        cue="body.represented",
        produce=_company,
        accepts={
            "Ông Lê Văn Ổi, Phó Chủ tịch UBND tỉnh cùng lãnh đạo Sở Nội vụ tham dự hội nghị.": ["Sở Nội vụ"],
            "Hội nghị có sự đồng chủ trì của Bộ trưởng Lê Văn Ổi và một lãnh đạo Bộ Y tế.": ["Bộ Y tế"],
        },
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
            "Đại biểu Huyện đoàn Mây cùng tham gia học tập nghị quyết.": ["Huyện đoàn Mây"],
            "Viện Mây, Bệnh viện Núi Xanh cùng tham dự tại các điểm cầu.": ["Viện Mây", "Bệnh viện Núi Xanh"],
        },
        refuses=(
            "Lãnh đạo Sở Nội vụ cho biết sẽ tham dự hội chợ.",
            "Sở Nội vụ tham gia đề án.",
            "Đại biểu HĐND tỉnh dự họp.",
        ),
    ),
    CueRule(
        id="attendance.drawn",
        cue="attendance.draws",
        unless=(OpensOtherTime(), AtOtherTime()),
        produce=_drawn,
        accepts={
            "Hội thảo thu hút hơn 200 đại biểu đến từ Bộ Y tế, Sở Nội vụ.": ["Bộ Y tế", "Sở Nội vụ"],
            "Hội thảo quy tụ đại diện 12 tỉnh, Liên minh Mây, Sở Nội vụ.": ["Liên minh Mây", "Sở Nội vụ"],
        },
        refuses=("Hội thảo thu hút hơn 200 đại biểu.", "Câu lạc bộ thu hút hơn 200 đại biểu của Bộ Y tế."),
    ),
    CueRule(
        id="attendance.from",
        cue="attendance.people",
        unless=(OpensOtherTime(), AtOtherTime()),
        produce=_from,
        accepts={
            "Hội thảo có hơn 100 đại biểu đến từ Bộ Y tế, Viện Mây.": ["Bộ Y tế", "Viện Mây"],
            "Các đại biểu đến từ Bộ Y tế, Viện Mây đã thảo luận.": ["Bộ Y tế", "Viện Mây"],
        },
        refuses=("Hội thảo có 40 đại biểu đến từ 12 tỉnh.", "Giải có đại biểu đến từ Bộ Y tế."),
    ),
    CueRule(
        id="attendance.welcomed",
        cue="body.welcomes",
        produce=_welcomed,
        accepts={"Hội nghị vinh dự được đón tiếp ông Lê Văn Ổi; đại diện Sở Nội vụ.": ["Sở Nội vụ"]},
        refuses=("Người dân vui mừng đón đoàn của Sở Nội vụ.",),
    ),
)
"""Rules of lists of those present."""
