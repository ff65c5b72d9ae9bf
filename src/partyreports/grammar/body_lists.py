"""Lists of bodies, with heads that are left out or shared, and bodies that are known by their initials.

Bộ Nội vụ, Tài chính, Tư pháp                    (heads left out behind the first)
các sở: Nội vụ, Y tế · các bộ Tài chính, Nội vụ  (one head for all)
Sở Y tế, VCCI, Ngân hàng Thế giới · các hiệp hội như Hội Làm vườn, VASEP
"""

import re
from collections.abc import Iterator

from partyreports.grammar.bodies import read_body
from partyreports.grammar.body_leads import behind_led, skip_signs
from partyreports.grammar.initials import BRANCH, behind_branch, behind_capitals, read_initials
from partyreports.grammar.names import is_place
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range
from partyreports.text.syllables import is_syllable

_AND = r" {0,2}(?:;|,| và(?= )| cùng(?= )|\.{3}|…|:"
_SEPARATOR = re.compile(_AND + r") {0,2}(?:và |cùng (?:với )?)?")
_FIRST_OF_KIND = re.compile(_AND + r"| như:?(?= )) {0,2}(?:và |cùng (?:với )?)?")
"""Behind what is no body, “như” leads up to some that are named: “các tổ chức quốc tế | như | Ngân hàng Thế giới”."""


def read_bodies(scanned: ScannedText, start: int, end: int) -> Iterator[Range]:
    """Bodies of a stretch without persons.

    >>> from partyreports.text.scanned import scan
    >>> text = scan("lãnh đạo các sở: Nội vụ, Khoa học và Công nghệ; VCCI, Hội Làm vườn")
    >>> [text.source.text[body.start : body.end] for body in read_bodies(text, 0, len(text.source.text))]
    ['Nội vụ', 'Khoa học và Công nghệ', 'VCCI', 'Hội Làm vườn']
    """
    folded = scanned.source.folded
    begin = start
    of_ministries = listed = by_name = False
    ministries = scanned.lexicon.compile(_MINISTRIES)
    while begin < end:
        begin = _behind_counted(scanned, behind_led(scanned, begin, end), end)
        shared = behind_shared_head(scanned, begin, end)
        if shared is not None:
            begin, of_ministries = shared, True
        if begin >= end:
            return
        may_lack_head = (of_ministries or listed) and not (is_place(scanned, begin) and (listed or shared is not None))
        body = _read_bare_initials(scanned, begin, end) if may_lack_head else None
        body = body or read_body(scanned, begin, end, elided=may_lack_head and not by_name)
        headed = body is not None
        body = body or read_known(scanned, begin, end, listed=by_name)
        by_name = body is not None and (not headed or (by_name and scanned.cues.at("body.head", body.start) is None))
        if body is not None:
            if not _names_members(scanned, body) and _COLON.match(folded, body.end) is None:
                yield body  # (“đại diện Ban Thường vụ: A, B”)
            of_ministries = of_ministries or ministries.match(folded, body.start) is not None
            begin = behind_brackets(scanned, body.end, end)
        listed = body is not None  # (“cán bộ, ĐVTN”: behind other members no head is left out)
        match = (_SEPARATOR if listed else _FIRST_OF_KIND).search(folded, begin, end)
        if match is None:
            return
        stop, behind = match.span()
        if (body is not None and _leaves_list(scanned, begin, stop)) or scanned.cues.any_within(
            "body.caption", begin, stop
        ):
            return  # “… | - Ảnh: Trần Mây”
        if _QUOTES.search(folded, stop, behind + 1) is not None:
            of_ministries = listed = False  # “Bộ Y tế, ông An cho biết: “Việc này …””
        begin = behind
        by_name = by_name or (not listed and " như" in match[0])  # “các tập đoàn như: | Vinamilk, Grab”


def _names_members(scanned: ScannedText, body: Range) -> bool:
    """“các đồng chí trong | Ban Thường vụ”, “đại biểu | HĐND tỉnh”: they come each for himself."""
    if scanned.cues.ending_at("body.led.members", body.start) is not None:
        return True
    people = scanned.cues.ending_at("attendance.people", body.start)
    return people is not None and scanned.cues.at("attendance.members", body.start) is not None


_QUOTES = re.compile(r": ?[“\"]")
_COLON = re.compile(r":(?! ?[“\"])")


def behind_brackets(scanned: ScannedText, position: int, end: int) -> int:
    """Behind “(VCCI)” that follows a name; the end, where the bracket is left open."""
    folded = scanned.source.folded
    if "(" not in folded[position : position + 2]:
        return position
    closing = folded.find(")", position, end)
    return behind_branch(scanned, closing + 1, end) if closing >= 0 else end


_MINISTRIES = r"(?:các )?{body.head.ministry} "
"""Behind them the heads of further bodies are left out: “Bộ Nội vụ, Tài chính”."""


def behind_shared_head(scanned: ScannedText, begin: int, end: int) -> int | None:
    """“các sở: | Nội vụ, Y tế”, “các bộ | Tài chính, Nội vụ”: one head for the bodies that follow."""
    folded, text = scanned.source.folded, scanned.source.text
    if not folded.startswith("các ", begin):
        return None
    head = scanned.lexicon.compile(_SHARED_HEAD).match(folded, begin, end)
    if head is None:
        return None
    first = skip_signs(scanned, head.end(), end, " ")
    if not text[first : first + 1].isupper() or (is_place(scanned, first) and not (head["named"] and head["colon"])):
        return None
    if head["colon"]:
        return first
    further = _FURTHER.match(text, first, end)
    if (
        head.end() not in (head.end("ministry"), head.end("named"))
        or further is None
        or not text[further.end()].isupper()
    ):
        return None  # “các bộ, ngành, ngân hàng | Thế giới”
    is_headed = [scanned.cues.at("body.head", one) is not None for one in (first, further.end())]
    return None if all(is_headed) else first  # (“các bộ | Công an, Y tế”)


_SHARED_HEAD = (
    r"các (?:{body.collective_only}|(?P<ministry>{body.head.ministry})|(?P<named>{word.enterprise}|{word.institution})"
    r"|{body.collective})"
    r"(?:(?:, | và |/){body.collective}){0,3}(?P<colon> ?:|)(?= ?\w)"
)
_FURTHER = re.compile(r"[^,;.:()]{2,60}?(?:, | và )(?=\w)")
"""A second member: “các sở | Giáo dục và Đào tạo phía Nam” are bodies of one field."""


def _behind_counted(scanned: ScannedText, begin: int, end: int) -> int:
    """“hơn 100 đại biểu là lãnh đạo | Sở Nội vụ”: those who are counted come from the bodies behind them."""
    counted = scanned.lexicon.compile(_COUNTED).match(scanned.source.folded, begin, end)
    return begin if counted is None else behind_led(scanned, counted.end(), end)


_COUNTED = r"(?:{attendance.qualifier} )?{digits} (?={attendance.people} (?:là|từ|của|{attendance.told_of}) )"


def _read_bare_initials(scanned: ScannedText, begin: int, end: int) -> Range | None:
    """“Sở Y tế, | FPT | và Viettel”: initials with nothing behind them that could belong to the name."""
    initials = read_initials(scanned, begin, end)
    return initials if initials is not None and _APART.match(scanned.source.folded, initials.end) else None


_APART = re.compile(r" ?[,;.)(…]| và | cùng |$")


def read_known(scanned: ScannedText, begin: int, end: int, *, listed: bool = False) -> Range | None:
    """A body without a head: “VCCI”, and behind “đại diện” a name in no Vietnamese syllables, “Sun Mây Group”.

    Args:
        scanned: the text.
        begin: where the name begins.
        end: where to stop.
        listed: whether such a name stands right before it: “đại diện Vinamilk, | Grab”.
    """
    initials = read_initials(scanned, begin, end)
    if initials is not None or not (listed or _is_behind_represented(scanned, begin)):
        return initials
    name = _PROPER_NAME.match(scanned.source.text, begin, end)
    if name is None or name[0].isupper() or all(map(is_syllable, name[0].split())) or is_place(scanned, begin):
        return None
    if scanned.cues.at("body.head", begin) is not None or scanned.cues.at("person.position", begin) is not None:
        return None
    branch = scanned.lexicon.compile(BRANCH).match(scanned.source.folded, name.end(), end)
    place = name.end() + 1 if branch is None else branch.end()
    return Range(begin, max(name.end(), behind_capitals(scanned, place, end)))


def _is_behind_represented(scanned: ScannedText, begin: int) -> bool:
    """“đại diện | Vinamilk”, “đại diện của | Vinamilk”, “lãnh đạo | Vinamilk”."""
    return scanned.cues.ending_at("body.represented", begin) is not None


_PROPER_WORD = r"[A-Z][A-Za-z]{1,30}+(?:\.[a-z]{1,10}+)?"
_PROPER_NAME = re.compile(rf"{_PROPER_WORD}(?: {_PROPER_WORD}){{0,3}}(?![\w&])")


def _leaves_list(scanned: ScannedText, start: int, end: int) -> bool:
    """“Sở Nội vụ | trình bày báo cáo, …”: a verb behind a body, before the next comma, ends the list."""
    behind = skip_signs(scanned, start, end, " ")
    if scanned.source.folded.startswith("(", behind):
        return False
    return behind < end and scanned.cues.at("person.after_position", behind) is not None
