"""What statements of bodies and of those who speak for them have in common."""

import re

from partyreports.grammar.body_leads import skip_signs
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_MOST_ADVERBS = 3


def is_of_meeting(scanned: ScannedText, body: Range) -> bool:
    """“đại diện | Ban Tổ chức | cho biết”: of the meeting itself, for nothing follows its name."""
    own = scanned.cues.at("body.of_meeting", body.start)
    return own is not None and own.end >= body.end


def begins(scanned: ScannedText, position: int, stretch: Range) -> bool:
    """Whether only a turn (“Đồng thời”) stands before a position in its sentence."""
    turn = scanned.cues.at("body.turn", stretch.start)
    return turn is not None and skip_signs(scanned, turn.end, stretch.end, " ,") == position


def speaks_at(scanned: ScannedText, position: int, verbs: str) -> bool:
    """Whether a verb of speaking stands at a position, “cũng”, “đã” and the like before it."""
    if scanned.cues.at(verbs, position) is not None:
        return True
    behind = behind_adverbs(scanned, position, len(scanned.source.folded))
    return scanned.cues.at(verbs, behind) is not None


def behind_adverbs(scanned: ScannedText, position: int, end: int) -> int:
    """Behind up to three adverbs (“đã”, “cũng”) and spaces that begin at a position."""
    position = skip_signs(scanned, position, end, " ")
    for _ in range(_MOST_ADVERBS):
        adverb = scanned.cues.at("body.adverb", position)
        if adverb is None or position >= end:
            break
        position = skip_signs(scanned, adverb.end, end, " ")
    return position


ASIDE = (
    r" (?:tại {meeting.noun}|khi [^,.;:]{3,40},)"
    r"| ?[,–-] (?:{body.collective}|{body.aside}) [^,.;:()–-]{2,60}(?:,| ?[–-])"
)
"""“đại diện Sở Y tế | - đơn vị trình dự án - | cho biết”, “đại diện Sở Y tế | tại hội nghị | cho biết”."""
_SAID_BESIDE = re.compile(r" ?[,–-] (?=\w)[^,.;:()“”\"–-]{4,60}(?:,| ?[–-])(?= )")
_OTHERS = re.compile(r"(?:,| và| cùng) (?:các|một số|nhiều) (?=\w)")
_OTHERS_WITHIN = 60
"""Characters of others who are not named: “và các tỉnh ven biển”."""


def behind_aside(scanned: ScannedText, position: int, end: int) -> int:
    """Behind what is said of a body between it and its verb: “Ngân hàng Mây|, chủ nợ lớn nhất, |nói”."""
    aside = scanned.lexicon.compile(ASIDE).match(scanned.source.folded, position, end)
    if aside is not None:
        return aside.end()
    beside = _SAID_BESIDE.match(scanned.source.folded, position, end)
    if beside is None or not scanned.source.text[skip_signs(scanned, position, end, " ,–-")].islower():
        return position
    return beside.end()


def behind_others(scanned: ScannedText, position: int, end: int, verbs: str) -> int:
    """Behind others without a name, up to a verb: “Bộ Tài chính | và các địa phương đã | phát biểu”."""
    others = _OTHERS.match(scanned.source.folded, position, end)
    if others is None:
        return position
    verb = scanned.cues.first_within(verbs, others.end(), min(end, others.end() + _OTHERS_WITHIN))
    if verb is None or any(sign in scanned.source.folded[others.end() : verb.start] for sign in ",.;:()"):
        return position
    return verb.start
