"""Bodies: agencies, committees, unions and companies, by their names as printed.

    Bộ Văn hóa, Thể thao và Du lịch · UBND huyện Tân Lập · các đơn vị thuộc Ban Tổ chức Tỉnh ủy
    Bộ Nội vụ, Tài chính, Tư pháp                    (heads left out behind the first)

A body is printed with a capital somewhere in its name: “các sở, ngành” names none.
"""

import re
from collections.abc import Iterator

from partyreports.grammar.names import is_place
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_LONGEST_NAME = 160
"""Characters of one body's name; longer ones hold words of another clause."""

_SEPARATOR = re.compile(r" {0,2}(?:;|,| và(?= )| cùng(?= )|\.{3}|…|:) {0,2}(?:và |cùng (?:với )?)?")


def read_bodies(scanned: ScannedText, start: int, end: int) -> Iterator[Range]:
    """Bodies of a stretch without persons."""
    folded = scanned.source.folded
    begin = start
    of_ministries = listed = False
    ministries = scanned.lexicon.compile(_MINISTRIES)
    while begin < end:
        begin = behind_led(scanned, begin, end)
        if begin >= end:
            return
        body = read_body(scanned, begin, end, elided=of_ministries or (listed and not is_place(scanned, begin)))
        if body is not None:
            if not folded.startswith(":", body.end):  # “các đồng chí trong Ban Thường vụ: A, B”
                yield body
            of_ministries = of_ministries or ministries.match(folded, body.start) is not None
            begin = body.end
            if folded.startswith("(", skip_signs(scanned, begin, end, " ")):
                closing = folded.find(")", begin, end)
                begin = closing + 1 if closing >= 0 else end
        listed = body is not None  # (“cán bộ, ĐVTN”: behind other members no head is left out)
        match = _SEPARATOR.search(folded, begin, end)
        if match is None or (body is not None and _leaves_list(scanned, begin, match.start())):
            return
        if scanned.cues.any_within("body.caption", begin, match.start()):
            return  # “… | - Ảnh: Trần Mây”
        begin = match.end()


_MINISTRIES = r"(?:các )?{body.head.ministry} "
"""Behind them the heads of further bodies are left out: “Bộ Nội vụ, Tài chính”."""


def _leaves_list(scanned: ScannedText, start: int, end: int) -> bool:
    """“Sở Nội vụ | trình bày báo cáo, …”: a verb behind a body, before the next comma, ends the list."""
    behind = skip_signs(scanned, start, end, " ")
    if scanned.source.folded.startswith("(", behind):
        return False
    return behind < end and scanned.cues.at("person.after_position", behind) is not None


def behind_led(scanned: ScannedText, position: int, end: int) -> int:
    """Behind “đại diện lãnh đạo”, “các đồng chí trong”: where the name of a body begins."""
    for _ in range(_MOST_LED):
        position = _behind_delegation(scanned, skip_signs(scanned, position, end, ' \n,:;-–—"“'))
        cue = scanned.cues.at("body.led", position)
        if cue is None or cue.end > end:
            break
        others = (scanned.cues.at(group, position) for group in ("body.head", "person.position"))
        if any(other is not None and other.end >= cue.end for other in others):
            break
        position = cue.end
    return position


def _behind_delegation(scanned: ScannedText, position: int) -> int:
    """“đoàn công tác | Bộ Nội vụ”, “đoàn chuyên gia của | Công ty Nam Mây”: who sends a delegation is the body."""
    sent = scanned.cues.at("body.delegation", position)
    if sent is None:
        return position
    behind = sent.end + len(" của ") if scanned.source.folded.startswith(" của ", sent.end) else sent.end + 1
    head = scanned.cues.at("body.head", behind)
    return behind if head is not None and scanned.source.text[behind].isupper() else position


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
    if begins_position(scanned, head_at) or cues.at("person.honorific", head_at) is not None:
        return None
    head = cues.at("body.head", head_at)
    other = cues.at("body.no_body", head_at)
    if head is not None and other is not None and other.end > head.end:
        return None  # “báo cáo viên” is no newspaper, “hội nghị” no union
    if head is None and head_at > start:
        head = cues.at("body.collective", head_at)  # “các đơn vị | thuộc Ban Tổ chức”
    if head is None and not (elided and _may_lack_head(scanned, head_at)):
        return None
    limit = min(end, start + _LONGEST_NAME)
    stop = _name_end(scanned, start, head.end if head else head_at + 1, limit)
    body = source.trim(start, stop)
    joining = _JOINING.search(source.folded, start, body.end)
    if joining is not None:
        body = source.trim(start, joining.start())
    is_bare = head is not None and body.end <= head.end and source.text[head.start : head.end].istitle()
    if body.end - body.start < 2 or is_bare or not _is_proper(scanned, body, head_at):
        return None  # “Sở”, “Ban” alone name none
    return body


_JOINING = re.compile(r" (?:và|cùng|với)$")
"""What is left of “Sở Y tế và | trình bày”."""


def _may_lack_head(scanned: ScannedText, position: int) -> bool:
    """“Bộ Nội vụ, | Tài chính”; no more “TP. Lạc Giang”, “Trưởng các đoàn thể”."""
    text, cues = scanned.source.text, scanned.cues
    if not text[position : position + 1].isupper() or cues.at("body.place_type", position) is not None:
        return False
    return not scanned.source.folded.startswith(" các ", scanned.source.folded.find(" ", position))


def begins_position(scanned: ScannedText, position: int) -> bool:
    """Whether a position begins here, and no body that is called alike: “Thường trực | Huyện ủy Suối Mây”."""
    cues = scanned.cues
    office = cues.at("person.position", position)
    if office is None:
        return False
    head = cues.at("body.head", position)
    behind = office.end + 1
    inner = cues.at("body.head", behind)
    return head is None or head.end != office.end or inner is None or not scanned.source.text[behind].isupper()


def _behind_plural(scanned: ScannedText, start: int, end: int) -> int:
    plural = _PLURAL.match(scanned.source.folded, start, end)
    return plural.end() if plural else start


_PLURAL = re.compile(r"(?:các|toàn thể|hai|ba) ")


def _is_proper(scanned: ScannedText, body: Range, head_at: int) -> bool:
    """Whether a name holds a capital, or an abbreviation; the plural of a common noun does not.

    “các đơn vị thuộc Ban Tổ chức” and “các sở, ngành của tỉnh” are bodies, “các bộ, ngành Trung ương” are none.
    """
    text = scanned.source.text
    if _is_of_all(scanned, body):
        return False
    if head_at == body.start and scanned.cues.at("body.collective_only", head_at) is None:
        return any(map(str.isupper, text[body.start : body.end]))
    if scanned.lexicon.compile(_OF_PLACE).search(scanned.source.folded, head_at, body.end) is not None:
        return True
    if scanned.cues.at("body.collective", head_at) is None and text[head_at].isupper():
        return True
    all_of = scanned.cues.at("body.collective_only", head_at)
    heads = scanned.cues.within("body.head", all_of.end if all_of else head_at + 1, body.end)
    return any(text[head.start].isupper() for head in heads)


def _is_of_all(scanned: ScannedText, body: Range) -> bool:
    """“UBND các huyện, thị xã”, “hội nông dân các tỉnh phía Nam”: each one of a kind, and none by its name."""
    units = scanned.lexicon.compile(_OF_ALL).search(scanned.source.folded, body.start + 1, body.end)
    if units is None:
        return False
    behind = skip_signs(scanned, units.end(), body.end, " ")
    if behind >= body.end:
        return units["more"] != ""
    return scanned.cues.at("body.of_all", behind) is not None


_OF_ALL = r" các {body.place_type}(?!\w)(?P<more>(?:(?:, | và ){body.place_type}(?!\w))*+)"
_OF_PLACE = r" của {body.place_type}(?!\w)"


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
    joint = scanned.cues.at("body.joint_office", begin)
    for joined in _AND.finditer(folded, start if joint is None else max(start, joint.end), end):
        if _begins_member(scanned, joined.end()):
            end = joined.start()
            break
    for group in ("person.after_position", "body.ends", "body.speaks", "chair.cue"):
        for verb in scanned.cues.within(group, start, min(end + 20, limit)):
            if start < verb.start < end and not _is_in_name(scanned, verb):
                end = verb.start
                break
    return end


_AND = re.compile(r" (?:và|cùng với|cùng) (?:các )?")


def _goes_on(scanned: ScannedText, start: int, sign: "re.Match[str]", limit: int) -> bool:
    """Whether the name goes on behind a comma or a dash: “Văn hóa, | Thể thao và Du lịch”, “các phòng, | ban”."""
    begin = skip_signs(scanned, sign.end(), limit, " ")
    printed = scanned.source.text[begin : begin + 1]
    if sign[0] != ",":
        return printed.isalpha() and not any(scanned.cues.at(group, begin) for group in ("body.head", "body.caption"))
    word = scanned.cues.at("body.list_word", begin)
    if word is not None and not _is_named_by_head(scanned, begin, word):
        return True
    is_plural = " các " in f" {scanned.source.folded[start : sign.start()]}"
    if not is_plural or any(scanned.cues.at(group, begin) is not None for group in ("body.led", "body.adverb")):
        return False
    of_units = scanned.lexicon.compile(_OF_ALL).search(scanned.source.folded, start, sign.start()) is not None
    is_member = of_units and printed.isupper() and scanned.cues.at("body.head", begin) is None
    return printed.islower() or is_place(scanned, begin) or is_member  # “UBND các xã Tân An, | Long Mỹ”


def _is_named_by_head(scanned: ScannedText, begin: int, word: Cue) -> bool:
    """“Hội Nông dân, | Huyện đoàn”, “Ban Dân vận, | Đảng ủy Khối”: the word behind the comma is the head of a body."""
    head = scanned.cues.at("body.head", begin)
    return head is not None and head.end >= word.end and scanned.source.text[begin].isupper()


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
    cues, printed = scanned.cues, scanned.source.text[verb.start : verb.end]
    if printed[:1].isupper() and not printed.isupper():
        return True  # “UBND tỉnh Lâm | Đồng”
    for group in ("person.not_in_name", "body.head", "body.list_word", "body.name_word"):
        inside = cues.ending_at(group, verb.end)
        if inside is not None and inside.start < verb.start:
            return True
        longer = cues.at(group, verb.start)
        if longer is not None and longer.end > verb.end:
            return True
    if cues.at("person.name_verb", verb.start) is None:
        return False
    return scanned.source.text[verb.start].isupper() or _leads_name_verb(scanned, verb.start)


def _leads_name_verb(scanned: ScannedText, position: int) -> bool:
    """“đoàn | kiểm tra”, “phòng | tổ chức”; no more in “Bộ đội Biên phòng | báo cáo”."""
    lead = scanned.cues.ending_at("person.leads_name_verb", position)
    if lead is None:
        return False
    field = scanned.cues.ending_at("person.not_in_name", position)
    return field is None or field.start >= lead.start or scanned.cues.at("body.head", field.start) is not None


def skip_signs(scanned: ScannedText, position: int, end: int, signs: str) -> int:
    """Where the next character stands that is none of some signs."""
    folded = scanned.source.folded
    while position < end and folded[position] in signs:
        position += 1
    return position
