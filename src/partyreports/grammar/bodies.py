"""Bodies: agencies, committees, unions and companies, by their names as printed.

    Bộ Văn hóa, Thể thao và Du lịch · UBND huyện Tân Lập · các đơn vị thuộc Ban Tổ chức Tỉnh ủy

A body is printed with a capital somewhere in its name: “các sở, ngành” names none.
"""

import re

from partyreports.grammar.body_leads import skip_signs
from partyreports.grammar.initials import read_initials
from partyreports.grammar.names import is_place
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range
from partyreports.text.syllables import is_syllable

_LONGEST_NAME = 160
"""Characters of one body's name; longer ones hold words of another clause."""


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
    if head_at in cues.heads(_OF_ONE_PERSON) and (
        (begins_position(scanned, head_at) and not _is_represented(scanned, head_at))
        or cues.at("person.honorific", head_at) is not None
    ):
        return None
    head = cues.at("body.head", head_at)
    other = cues.at("body.no_body", head_at)
    if head is not None and other is not None and other.end > head.end:
        if not elided:
            return None  # “báo cáo viên” is no newspaper, “hội nghị” no union
        head = None  # “Bộ Nội vụ, | Khoa học và Công nghệ”
    if head is None:
        head = _agency_at(scanned, head_at)
    if head is None and head_at > start:
        head = cues.at("body.collective", head_at)  # “các đơn vị | thuộc Ban Tổ chức”
    if head is None and not (elided and _may_lack_head(scanned, head_at)):
        return None
    if head is not None and (
        _SPOKEN_OF.match(source.folded, head.end)
        or _is_case(scanned, head)
        or (head_at == start and cues.at("body.belongs", head.end + 1) is not None)
    ):
        return None
    limit = min(end, start + _LONGEST_NAME)
    stop = _name_end(scanned, start, head.end if head else head_at + 1, limit)
    body = source.trim(start, stop)
    joining = _JOINING.search(source.folded, start, body.end)
    if joining is not None:
        body = source.trim(start, joining.start())
    is_bare = head is not None and body.end <= head.end and _needs_name(scanned, head)
    if body.end - body.start < 2 or is_bare or not _is_proper(scanned, body, head_at):
        return None  # “Sở”, “Ban” alone name none
    return body


_OF_ONE_PERSON = ("person.position", "person.honorific")
_SPOKEN_OF = re.compile(r" (?:này|đó)(?!\w)")
"""“Hiệp hội | này |”: one that is known already."""


def _is_case(scanned: ScannedText, head: Cue) -> bool:
    """“Vụ | sửa điểm gây phẫn nộ”, but “Vụ | Pháp chế”: a capital tells the department from what has happened."""
    if scanned.lexicon.compile(_DEPARTMENT_OR_CASE).match(scanned.source.folded, head.start) is None:
        return False
    return scanned.source.text[head.end + 1 : head.end + 2].islower()


_DEPARTMENT_OR_CASE = r"{word.body_in_plural.unit.or_case}(?!\w)"


def _needs_name(scanned: ScannedText, head: Cue) -> bool:
    """“Sở”, “Liên danh”, “Tổ chức”: they name nothing alone, as “Huyện ủy”, “HĐND” and “Liên Hợp Quốc” do."""
    printed = scanned.source.text[head.start : head.end]
    return (printed.istitle() and " " not in printed) or scanned.cues.at("body.needs_name", head.start) is not None


_JOINING = re.compile(r" (?:và|cùng|với)$")
"""What is left of “Sở Y tế và | trình bày”."""


def _agency_at(scanned: ScannedText, position: int) -> Cue | None:
    """“Cơ quan | Hợp tác quốc tế Nhật Bản”; no more “cơ quan | chức năng”, “Cơ quan | này”."""
    agency = scanned.cues.at("body.head_if_named", position)
    return agency if agency is not None and scanned.source.text[agency.end + 1 : agency.end + 2].isupper() else None


def _may_lack_head(scanned: ScannedText, position: int) -> bool:
    """“Bộ Nội vụ, | Tài chính”; no more “TP. Lạc Giang”, “Trưởng các đoàn thể”."""
    text, cues = scanned.source.text, scanned.cues
    if not text[position : position + 1].isupper():
        return False
    if any(cues.at(group, position) is not None for group in ("body.place_type", "body.office_word")):
        return False
    return not scanned.source.folded.startswith(" các ", scanned.source.folded.find(" ", position))


def _is_represented(scanned: ScannedText, position: int) -> bool:
    """“đại diện | Thường trực HĐND thành phố”: a committee, and nobody's office."""
    if scanned.cues.at("body.committee", position) is None:
        return False
    return scanned.cues.ending_at("body.represented", position - 1) is not None


def begins_position(scanned: ScannedText, position: int) -> bool:
    """Whether a position begins here, and no body that is called alike: “Thường trực | Huyện ủy Suối Mây”."""
    cues = scanned.cues
    office = cues.at("person.position", position)
    if office is None:
        return False
    head = cues.at("body.head", position)
    if head is not None and head.end > office.end:
        return False  # “đại sứ | quán Nhật Bản”
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
    is_collective = head_at in scanned.cues.heads(_COLLECTIVE)
    if is_collective and scanned.lexicon.compile(_CENTRAL).fullmatch(scanned.source.folded, head_at, body.end):
        return False
    if head_at == body.start and not (is_collective and scanned.cues.at("body.collective_only", head_at)):
        last = scanned.cues.ending_at("body.head", body.end)
        is_bare = last is not None and last.start > head_at and _needs_name(scanned, last)
        return any(map(str.isupper, text[body.start : last.start if last is not None and is_bare else body.end]))
    if scanned.lexicon.compile(_OF_PLACE).search(scanned.source.folded, head_at, body.end) is not None:
        return True
    if scanned.cues.at("body.collective", head_at) is None and text[head_at].isupper():
        return True
    all_of = scanned.cues.at("body.collective_only", head_at)
    heads = scanned.cues.within("body.head", all_of.end if all_of else head_at + 1, body.end)
    return any(
        text[head.start].isupper() and not (head.end >= body.end and _needs_name(scanned, head)) for head in heads
    )  # (“các đơn vị thuộc | Bộ”)


def _is_of_all(scanned: ScannedText, body: Range) -> bool:
    """“UBND các huyện, thị xã”, “hội nông dân các tỉnh phía Nam”: each one of a kind, and none by its name."""
    units = scanned.lexicon.compile(_OF_ALL).search(scanned.source.folded, body.start + 1, body.end)
    if units is None:
        return False
    behind = skip_signs(scanned, units.end(), body.end, " ")
    if behind >= body.end:
        is_committee = scanned.cues.at("body.committee", body.start) is not None  # (“UBND các huyện”)
        return units["more"] != "" or units["all"] != "các" or not is_committee
    return scanned.cues.at("body.of_all", behind) is not None


_OF_ALL = (
    r" (?P<all>các|{cardinal}) (?:{body.place_type}|{body.tier})(?!\w)"
    r"(?P<more>(?:(?:, | và ){body.place_type}(?!\w))*+)"
)
_COLLECTIVE = ("body.collective", "body.collective_only")
_CENTRAL = r"(?:{body.collective}|{body.collective_only})(?: ở)? {body.of_nation}"
"""“một số | cơ quan Trung ương |, như …”."""
_OF_PLACE = r" của {body.place_type}(?!\w)"


def _name_end(scanned: ScannedText, begin: int, start: int, limit: int) -> int:
    """Where the name of a body ends: at a sign, a verb, or where another member begins."""
    folded = scanned.source.folded
    end = limit
    position = start
    is_of_one_field = _is_of_one_field(scanned, begin, start)
    while (match := _ENDS.search(folded, position, limit)) is not None:
        sign, position = match.span()
        if match[0] == "." and _is_shortened(scanned, sign):
            continue
        if match[0] in ",-–—" and _goes_on(scanned, begin, match, limit, is_of_one_field=is_of_one_field):
            continue
        end = sign
        break
    joint = scanned.cues.at("body.joint_office", begin)
    for joined in _AND.finditer(folded, start if joint is None else max(start, joint.end), end):
        if _begins_member(scanned, joined.end()):
            end = joined.start()
            break
    reach = min(end + 20, limit)
    for group in _VERBS if scanned.cues.starts(_VERBS).any_in((start, end)) else ():
        for verb in scanned.cues.within(group, start, reach):
            if start < verb.start < end and not _is_in_name(scanned, verb) and not _is_branch(scanned, begin, verb):
                end = verb.start
                break
    while end > start and scanned.source.folded[end - 1] in " ,-–—":
        end -= 1
    return end


_AND = re.compile(r" (?:và|cùng với|cùng) (?:các )?")
_VERBS = ("person.after_position", "body.ends", "body.speaks", "chair.cue")
"""Groups of verbs that end a name."""


def _is_shortened(scanned: ScannedText, stop: int) -> bool:
    """“TP. Lạc Giang”, “T.Ư Đoàn”, “C.P. Nam Mây”, “Mây Co.op”: a stop behind first letters, or inside a word."""
    text, folded = scanned.source.text, scanned.source.folded
    if folded[stop - 2 : stop] in {"tp", "tx"}:
        return True
    behind = text[stop + 1 : stop + 2]
    if behind.islower():
        return True
    if not text[stop - 1 : stop].isupper():
        return False
    if text[stop - 2 : stop - 1] == " ":
        return behind.isalnum()
    is_second = text[stop - 2 : stop - 1] == "." and text[stop - 3 : stop - 2].isupper()
    return is_second and (behind.isalnum() or text[stop + 2 : stop + 3].isupper())


def _is_of_one_field(scanned: ScannedText, begin: int, start: int) -> bool:
    """Whether the name is that of a ministry or an office of one, perhaps without its head: “Bộ Nội vụ, | Lao động”."""
    head = scanned.lexicon.compile(_HEAD_OF_FIELD).match(scanned.source.folded, begin)
    return head is not None or (scanned.cues.at("body.head", begin) is None and start == begin + 1)


_HEAD_OF_FIELD = r"(?:{body.head.ministry}|{word.body_in_plural.unit}) "


def _goes_on(
    scanned: ScannedText, start: int, sign: "re.Match[str]", limit: int, *, is_of_one_field: bool = False
) -> bool:
    """Whether the name goes on behind a comma or a dash: “Văn hóa, | Thể thao và Du lịch”, “các phòng, | ban”."""
    begin = skip_signs(scanned, sign.end(), limit, " ")
    printed = scanned.source.text[begin : begin + 1]
    if sign[0] != ",":
        groups = ("body.head", "body.caption", "body.represented", "body.aside", *_OF_PERSONS)
        if not printed.isalpha() or any(scanned.cues.at(group, begin) for group in groups):
            return False
        return not _is_told_between_dashes(scanned, begin, limit)
    if _is_abbreviated(scanned, sign):
        return True
    word = scanned.cues.at("body.list_word", begin)
    if word is not None and is_of_one_field:
        joined = scanned.cues.within("body.joined_fields", start, min(limit, sign.end() + _JOINED_WITHIN))
        return any(one.start < sign.start() < one.end for one in joined)
    if word is not None and not _is_named_by_head(scanned, begin, word):
        return True
    return _goes_on_in_plural(scanned, start, sign.start(), begin)


def _is_told_between_dashes(scanned: ScannedText, begin: int, limit: int) -> bool:
    """“Ngân hàng Mây |- chủ nợ lớn nhất -| xác nhận”; no more “Sở Lao động - thương binh - xã hội”."""
    if scanned.source.text[begin].isupper() or any(scanned.cues.at(group, begin) is not None for group in _FIELDS):
        return False
    return _CLOSED.match(scanned.source.folded, begin, limit) is not None


_FIELDS = ("body.list_word", "person.not_in_name", "body.name_word")
_CLOSED = re.compile(r"[^,.;:()“”\"\n–-]{6,80}+[-–] ")


def _goes_on_in_plural(scanned: ScannedText, start: int, comma: int, begin: int) -> bool:
    """Whether a name in the plural goes on: “các phòng, | ban”, “UBND các xã Tân An, | Long Mỹ”.

    It ends where one of them is named: “các đơn vị thuộc Sở Y tế, | doanh nghiệp”, “…, | các phòng của huyện”.
    """
    folded, text, cues = scanned.source.folded, scanned.source.text, scanned.cues
    plural = f" {folded[start:comma]}".rfind(" các ")
    if plural < 0 or folded.startswith("các ", begin):
        return False
    if any(cues.at(group, begin) is not None for group in ("body.led", "body.adverb")):
        return False
    if text[begin : begin + 1].islower():
        return text[start + plural : comma].islower()
    if cues.at("body.head", begin) is not None:
        return False
    of_units = scanned.lexicon.compile(_OF_ALL).search(folded, start, comma) is not None
    return is_place(scanned, begin) or (of_units and (text[begin : begin + 1].isupper() or text[begin].isdigit()))


_OF_PERSONS = ("person.honorific", "person.degree", "person.position")
_JOINED_WITHIN = 40


def _is_abbreviated(scanned: ScannedText, comma: "re.Match[str]") -> bool:
    """“Sở VH|,|TT&DL”: capitals on both sides, and no space."""
    text, at = scanned.source.text, comma.start()
    return text[at - 1 : at].isupper() and text[at - 2 : at - 1].isupper() and text[at + 1 : at + 2].isupper()


def _is_named_by_head(scanned: ScannedText, begin: int, word: Cue) -> bool:
    """“Hội Nông dân, | Huyện đoàn”, “Ban Dân vận, | Đảng ủy Khối”: the word behind the comma is the head of a body."""
    head = scanned.cues.at("body.head", begin)
    return head is not None and head.end >= word.end and scanned.source.text[begin].isupper()


_MEMBERS = (
    "body.represented",
    "person.honorific",
    "person.position",
    "attendance.qualifier",
    "body.led",
    "body.public",
    "body.delegation",
    "body.office_word",
)
"""Groups that begin what is said beside a body: “Sở Y tế và | đại diện các xã”."""


def _begins_member(scanned: ScannedText, position: int) -> bool:
    """Whether another body, person or group begins behind “và”."""
    if scanned.cues.starts(_MEMBERS).any_in((position, position + 1)):
        return True
    first = scanned.source.text[position : position + 1]
    if is_foreign_name(scanned, position):
        return True  # “Đại sứ quán Mây và | Amcham”
    if first.isdigit() or read_initials(scanned, position, position + _LONGEST_NAME) is not None:
        return True
    return first.isupper() and scanned.cues.at("body.head", position) is not None


def is_foreign_name(scanned: ScannedText, position: int) -> bool:
    """Whether a word that is printed with a capital, and is no Vietnamese syllable, stands here: “Grab”, “Amcham”."""
    word = _WORD.match(scanned.source.text, position)
    return word is not None and word[0][0].isupper() and not word[0].isupper() and not is_syllable(word[0])


_WORD = re.compile(r"[^\W\d_]{3,30}+")


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
    if scanned.source.text[verb.start].isupper():
        return True
    small = cues.at("person.name_verb.small", verb.start)
    return small is not None and small.end == verb.end and _leads_name_verb(scanned, verb.start)


def _is_branch(scanned: ScannedText, begin: int, verb: Cue) -> bool:
    """“Tổng lãnh sự quán Nhật Bản | tại TP. Lạc Giang”, “Ban Chỉ đạo Trung ương | về Phòng chống thiên tai”."""
    word, cues = scanned.source.folded[verb.start : verb.end], scanned.cues
    if word == "tại" and cues.at("body.of_branch", begin) is not None:
        return scanned.source.text[verb.end + 1 : verb.end + 2].isupper()
    nation = cues.ending_at("body.of_nation", verb.start) if word == "về" else None
    if nation is None or (scanned.source.text[nation.start].islower() and cues.at("body.of_meeting", begin) is None):
        return False  # “Tập đoàn Dầu khí quốc gia | về tái cơ cấu”
    return cues.at("meeting.subject", verb.end + 1) is None


def _leads_name_verb(scanned: ScannedText, position: int) -> bool:
    """“đoàn | kiểm tra”, “phòng | tổ chức”; no more in “Bộ đội Biên phòng | báo cáo”."""
    lead = scanned.cues.ending_at("person.leads_name_verb", position)
    if lead is None:
        return False
    field = scanned.cues.ending_at("person.not_in_name", position)
    return field is None or field.start >= lead.start or scanned.cues.at("body.head", field.start) is not None
