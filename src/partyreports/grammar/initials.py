"""Bodies that are known by their initials, and the places that names of bodies end with.

VCCI · WHO tại Việt Nam · EVN Hà Nội · Quỹ Nhi đồng (UNICEF) | tại Việt Nam |
"""

import re

from partyreports.grammar.names import is_place
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range


def read_initials(scanned: ScannedText, begin: int, end: int) -> Range | None:
    """“VCCI”, “WHO tại Việt Nam”, “EVN Hà Nội”: a body that is known by its initials, in a text of small letters."""
    text = scanned.source.text
    match = _INITIALS.match(text, begin, end) if text[begin : begin + 2].isupper() else None
    if match is None:
        return None
    cues = scanned.cues
    groups = (
        "body.place_type",
        "body.head",
        "person.position",
        "person.degree",
        "body.no_initials",
        "attendance.people_if_attending",
    )
    if any(cues.at(group, begin) is not None for group in groups):
        return None
    around = text[max(0, begin - _AROUND) : begin] + text[match.end() : min(end, match.end() + _AROUND)]
    if around.upper() == around:
        return None
    behind = match.end()
    branch = scanned.lexicon.compile(BRANCH).match(scanned.source.folded, behind, end)
    place = behind + 1 if branch is None else branch.end()
    known = cues.at("person.not_in_name", place)
    if branch is None and known is not None and text[place : known.end].istitle() and " " in text[place : known.end]:
        return Range(begin, known.end)  # “JICA Việt Nam”
    if branch is None and not is_place(scanned, place):
        return None if text[behind:place].isspace() and text[place : place + 1].isupper() else Range(begin, behind)
    return Range(begin, max(behind, behind_capitals(scanned, place, end)))


_INITIALS = re.compile(r"[A-Z][A-Z&]{2,9}(?:-[A-Z]{2,5}){0,2}(?![\w&])(?! ?[-/]\w)(?! \d)")
BRANCH = r" (?:tại|{word.body_with_house.branch}(?: tại)?) "
"""What stands between a body and the place of its house: “VCCI | chi nhánh | Cần Thơ”."""
_AROUND = 60
"""Characters before and behind it of which some must be small letters."""
_MOST_CAPITALS = 4
_WORD = re.compile(r"\w+")


def behind_branch(scanned: ScannedText, position: int, end: int) -> int:
    """Behind “(UNICEF) | tại Việt Nam |”, or the position where nothing such follows."""
    branch = scanned.lexicon.compile(BRANCH).match(scanned.source.folded, position, end)
    if branch is None or not scanned.source.text[branch.end() : branch.end() + 1].isupper():
        return position
    return behind_capitals(scanned, branch.end(), end)


def behind_capitals(scanned: ScannedText, position: int, end: int) -> int:
    """Behind up to four words that begin with capitals: “Hà Nội”; before the space where none does."""
    text, behind = scanned.source.text, position - 1
    for _ in range(_MOST_CAPITALS):
        word = _WORD.match(text, behind + 1, end)
        if word is None or not word[0][0].isupper():
            break
        behind = word.end()
        if not text.startswith(" ", behind):
            break
    return behind
