"""Parties of a working session, and of other meetings of one body with another.

Sở Nội vụ làm việc với UBND huyện · buổi làm việc giữa Sở Nội vụ và Công ty Nam Mây
Đoàn công tác Sở Nội vụ do ông An dẫn đầu tham dự hội nghị
"""

import re

from partyreports.grammar.bodies import begins_position, read_body
from partyreports.grammar.body_leads import behind_led, skip_signs
from partyreports.grammar.body_lists import behind_shared_head, read_known
from partyreports.meeting.attendance.attending import Attending, behind_brackets, read_list
from partyreports.meeting.mentions.elsewhere import AtOtherTime, OpensOtherTime
from partyreports.rules import CueRule
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_HEAD_WITHIN = 120
"""Characters between “tham dự” and “có”: the meeting's name and its place."""


def _parties(scanned: ScannedText, cue: Cue, stretch: Range) -> Attending | None:
    """“| Sở Nội vụ | có buổi làm việc | với UBND huyện | về …”, “Thủ tướng và | Đoàn A | tiếp xúc cử tri”."""
    folded = scanned.source.folded
    if _is_told_of(scanned, cue, stretch) or _tells_how(scanned, cue, stretch):
        return None
    found = _subjects(scanned, stretch.start, cue.start)
    limit = min(stretch.end, cue.end + _HEAD_WITHIN)
    if (between := _BETWEEN.match(folded, cue.end, limit)) is not None:
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
    elif (host := _host(scanned, cue, stretch, is_told=bool(found))) is not None:
        found.append(host)
    elif scanned.cues.at("body.works_with.voters", cue.start) is None:
        return _together(scanned, cue, stretch)  # “Quốc hội làm việc tại hội trường”
    return Attending(tuple(found)) if found else None


def _tells_how(scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
    """“làm việc liên tục với | tinh thần | khẩn trương”."""
    with_what = _WITH.match(scanned.source.folded, cue.end, min(stretch.end, cue.end + _HEAD_WITHIN))
    return with_what is not None and scanned.cues.at("body.manner", with_what.end()) is not None


_GUESTS = r" (?:{word.delegation}|{attendance.people}|{attendance.people_if_attending}|{body.represented}) (?:của )?"
_WITH = re.compile(r" cùng |[^,;.]{0,100}? với ")


def _host(scanned: ScannedText, cue: Cue, stretch: Range, *, is_told: bool) -> Range | None:
    """“Đoàn công tác Bộ Nội vụ đến thăm và làm việc tại | Sở Nội vụ |”."""
    if not is_told and scanned.cues.at("body.works_with.visit", cue.start) is None:
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
    people = scanned.lexicon.compile(_PEOPLE_WITH).match(scanned.source.folded, start, end)
    if people is not None:
        other = tuple(read_list(scanned, people.end(), end))
        return Attending(other) if other and other[0].start == behind_led(scanned, people.end(), end) else None
    first = list(read_list(scanned, start, end))
    if not first:
        return None
    behind = skip_signs(scanned, behind_brackets(scanned, first[-1].end, end), end, " ")
    if scanned.source.folded.startswith("với ", behind):
        first.extend(read_list(scanned, behind + len("với "), end))
    if len(first) == 1 and scanned.lexicon.compile(_OTHER_PARTIES).match(scanned.source.folded, behind, end) is None:
        return None
    return Attending(tuple(first))


_PEOPLE_WITH = r"(?:{word.participant}|{attendance.people_if_attending})(?: \w+){0,4}? (?:với|và) "
"""“buổi đối thoại giữa người dân xã Mây | với | Công ty Nam Mây |”."""
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
    collective = scanned.lexicon.compile(_COLLECTIVE).match(folded, with_whom.end(), stretch.end)
    begin = behind_led(scanned, with_whom.end() if collective is None else collective.end(), stretch.end)
    found = tuple(read_list(scanned, begin, stretch.end))
    begins = (begin, behind_shared_head(scanned, begin, stretch.end))
    return Attending(found) if found and found[0].start in begins else None


_COLLECTIVE = (
    r"(?:các|một số|nhiều) (?:(?:{body.collective}|{body.collective_only})(?:, {body.collective})*+, "
    r"|(?!{body.place_type}(?!\w))\w+(?: \w+){0,2}? (?:và|cùng) (?=\w))"
)
"""“họp với | các sở, ngành, | UBND quận”, “họp với | các bệnh viện và | Sở Y tế”."""
_RIGHT_WITH = re.compile(r"(?: \w+){0,2}? (?:cùng với|cùng|với) (?=\w)")


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
    for one in scanned.cues.within("body.told_of", stretch.start, cue.end):
        is_modal = scanned.cues.at("body.told_of.modal", one.start) is not None
        if is_modal and "," in scanned.source.folded[one.end : cue.start]:
            continue  # “việc này phải xong, chiều nay Bộ Mây làm việc với …”
        if one.start == stretch.start or scanned.source.text[one.start].islower():
            return True
    return False


def _subjects(scanned: ScannedText, start: int, end: int) -> list[Range]:
    """The bodies that lead up to a verb: at the head of its clause, or behind “và”, “cùng”."""
    for head in reversed(scanned.cues.within("body.head", start, end)):
        if not _begins_clause(scanned, head.start, start) or begins_position(scanned, head.start):
            continue
        if scanned.source.folded.count("(", start, head.start) > scanned.source.folded.count(")", start, head.start):
            continue  # “Cục An ninh (A03, | Bộ Công an)”
        body = read_body(scanned, behind_led(scanned, head.start, end), end)
        behind = end if body is None else skip_signs(scanned, _behind_leader(scanned, body.end, end), end, " ")
        if body is not None and (behind >= end or scanned.cues.at("body.goes_to", behind) is not None):
            return [*_joined_before(scanned, start, body), body]
        return []
    return _represented(scanned, start, end)


def _represented(scanned: ScannedText, start: int, end: int) -> list[Range]:
    """“Đại diện | Sun Mây | đã có buổi làm việc”: a body without a head, behind who stands for it."""
    for word in scanned.cues.within("body.represented", start, end):
        if _begins_clause(scanned, word.start, start):
            body = read_known(scanned, behind_led(scanned, word.start, end), end)
            behind = end if body is None else skip_signs(scanned, _behind_leader(scanned, body.end, end), end, " ")
            if body is not None and (behind >= end or scanned.cues.at("body.goes_to", behind) is not None):
                return [body]
    return []


def _joined_before(scanned: ScannedText, start: int, body: Range) -> list[Range]:
    """“| Bộ Nội vụ | và Sở Nội vụ”: a body that is joined to another by “và”."""
    heads = scanned.cues.within("body.head", max(start, body.start - _HEAD_WITHIN), body.start)
    for head in heads:
        if not _begins_clause(scanned, head.start, start) or begins_position(scanned, head.start):
            continue
        first = read_body(scanned, behind_led(scanned, head.start, body.start), body.start)
        if first is not None:
            between = scanned.source.folded[behind_brackets(scanned, first.end, body.start) : body.start]
            return [first] if between in _JOINS else []
    return []


_JOINS = (" và ", " cùng ", " cùng với ")


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

RULES: tuple[CueRule[Attending], ...] = (
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
            "Đoàn công tác của Bộ Mây và Cục Núi (A03, Bộ Rừng) đã làm việc với Sở Nội vụ.": [
                "Bộ Mây",
                "Cục Núi",
                "Sở Nội vụ",
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
            "Hội đồng nhân dân tỉnh Mây làm việc với tinh thần khẩn trương.",
        ),
    ),
    CueRule(
        id="attendance.met",
        cue="body.meets",
        produce=_met,
        accepts={
            "Buổi đối thoại giữa người dân xã Mây với Công ty Nam Mây đã kết thúc.": ["Công ty Nam Mây"],
            "Phó Chủ tịch họp với các sở, ngành, UBND quận Mây.": ["UBND quận Mây"],
            "Ban Pháp chế đã tổ chức cuộc họp cùng Sở Tư pháp, Cục Thuế tỉnh để rà soát.": [
                "Sở Tư pháp",
                "Cục Thuế tỉnh",
            ],
            "Số liệu được nêu tại cuộc họp giữa Sở Nội vụ và Công ty Nam Mây.": ["Sở Nội vụ", "Công ty Nam Mây"],
        },
        refuses=("Sở Nội vụ tổ chức hội nghị với chủ đề mới.", "Bí thư yêu cầu họp với Sở Nội vụ."),
    ),
    CueRule(
        id="attendance.delegation",
        cue="body.delegation",
        produce=_sent,
        accepts={"Đoàn công tác Sở Nội vụ do ông Lê Văn Ổi dẫn đầu tham dự hội nghị.": ["Sở Nội vụ"]},
        refuses=("Đoàn công tác Sở Nội vụ do ông Lê Văn Ổi dẫn đầu đã về.", "Đoàn cán bộ xã tham dự hội nghị."),
    ),
)
"""Rules of parties. They hold in the opening of a report only; further down such words speak of other meetings."""
