"""Posts: offices whose place follows behind “tại”, as those of diplomats and representatives do.

Đại sứ Việt Nam tại Liên bang Nga · Trưởng Văn phòng đại diện Báo Nhân Dân tại Đà Nẵng
"""

from partyreports.text.scanned import ScannedText

_LONGEST_OFFICE = 70
"""Characters of an office before its place."""


def ends_at_post(scanned: ScannedText, position: int) -> bool:
    """Whether the words before a place are an office and “tại”: “Tổng lãnh sự Việt Nam tại |”."""
    folded = scanned.source.folded
    if not folded.endswith(" tại ", 0, position):
        return False
    end = position - len(" tại ")
    office = scanned.cues.last_within("person.position.of_post", max(0, end - _LONGEST_OFFICE), end)
    return office is not None and not any(sign in folded[office.end : end] for sign in ",;.:\n")
