"""What stands before the name of a body: who represents it, and who is sent by it.

đại diện lãnh đạo | Sở Nội vụ · đoàn công tác của | Bộ Y tế · các đồng chí trong | Ban Thường vụ
"""

from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText


def behind_led(scanned: ScannedText, position: int, end: int) -> int:
    """Behind “đại diện lãnh đạo”, “các đồng chí trong”: where the name of a body begins."""
    led, is_behind_leaders = scanned.cues.heads(_LED), False
    for _ in range(_MOST_LED):
        position = skip_signs(scanned, position, end, ' \n,:;-–—"“')
        if position not in led:
            break
        position = _behind_delegation(scanned, position)
        cue = scanned.cues.at("body.led", position)
        if cue is None or cue.end > end:
            break
        others = (scanned.cues.at(group, position) for group in ("body.head", "person.position"))
        if "staff" in cue.entry.flags:
            if not (is_behind_leaders and _sent_by_body(scanned, cue)):
                break
        elif any(other is not None and other.end >= cue.end for other in others) and not _stands_for_committee(
            scanned, cue
        ):
            break
        is_behind_leaders = scanned.cues.at("body.represented", position) is not None
        position = cue.end
    return position


def _stands_for_committee(scanned: ScannedText, cue: Cue) -> bool:
    """“đại diện | Thường trực HĐND”: small letters tell it from the post of “Đại diện Thường trực”."""
    committee = scanned.cues.at("body.committee", cue.end + 1)
    return committee is not None and scanned.source.text[cue.start].islower()


def _sent_by_body(scanned: ScannedText, cue: Cue) -> bool:
    """“đại diện lãnh đạo, | chuyên viên | Vụ Pháp chế”: behind leaders, those who come from a body."""
    behind = cue.end + 1
    return scanned.cues.at("body.head", behind) is not None and scanned.source.text[behind].isupper()


def _behind_delegation(scanned: ScannedText, position: int) -> int:
    """“đoàn công tác | Bộ Nội vụ”, “đoàn chuyên gia của | Công ty Nam Mây”: who sends a delegation is the body."""
    sent = scanned.cues.at("body.delegation", position)
    if sent is None:
        return position
    behind = scanned.lexicon.compile(_SENT_BY).match(scanned.source.folded, sent.end)
    if behind is None or scanned.cues.at("body.heads_all", behind.end()) is not None:
        return position  # “đoàn đại biểu Quốc hội tỉnh” is called so
    before = scanned.source.text[max(0, position - 3) : position].rstrip(" ")[-1:]
    is_inside = before.isalnum() or before == ","
    if sent.entry.group == "body.delegation.of_union" and scanned.source.text[position].isupper() and is_inside:
        return position
    head = scanned.cues.at("body.head", behind.end())
    return behind.end() if head is not None and scanned.source.text[behind.end()].isupper() else position


_SENT_BY = r"(?: số \d{1,2})?(?: của)? "
"""“đoàn công tác | số 3 của | Bộ Nội vụ”."""


_LED = ("body.led", "body.delegation")
_MOST_LED = 6
"""Words before a body that are skipped: “cùng các đồng chí đại diện lãnh đạo của”."""


def skip_signs(scanned: ScannedText, position: int, end: int, signs: str) -> int:
    """Where the next character stands that is none of some signs."""
    folded = scanned.source.folded
    while position < end and folded[position] in signs:
        position += 1
    return position
