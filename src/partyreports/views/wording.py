"""Words that several views share: titles of roles and kinds, counts, citations."""

from partyreports.facts import Citation, Point, Section, SectionRole

ROLE_TITLES = {
    "achievement": "Achievements (kết quả)",
    "limitation": "Limitations (hạn chế)",
    "cause": "Causes (nguyên nhân)",
    "task": "Tasks (nhiệm vụ)",
    "lesson": "Lessons learned (bài học kinh nghiệm)",
    "proposal": "Proposals (kiến nghị)",
    "other": "Other list",
}
KIND_TITLES = {
    "giao_ban": "giao ban (briefing)",
    "so_ket": "sơ kết (interim review)",
    "tong_ket": "tổng kết (final review)",
    "quan_triet": "quán triệt (dissemination)",
    "phien_hop": "phiên họp (session)",
    "lam_viec": "làm việc (working session)",
    "hop_bao": "họp báo (press conference)",
    "dai_hoi": "đại hội (congress)",
    "toa_dam": "tọa đàm (panel)",
    "khac": "meeting",
}


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "point"), counted(1200, "point"), counted(2, "other article")
    ('1 point', '1,200 points', '2 other articles')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def size_of(section: Section) -> str:
    """How many points a section has, and whether they carry numbers."""
    return counted(len(section.points), "point") + ("" if section.numbered else ", not numbered")


def own_words(point: Point) -> str:
    """The text of a point without its nested points."""
    return point.text[: point.points[0].span.start - point.text_span.start] if point.points else point.text


def role_of_nested(point: Point, role: SectionRole) -> SectionRole:
    """What the points nested in a point are: what their own introduction says, or the same as the point."""
    return point.points_role or role


def citation_label(citation: Citation) -> str:
    """A citation as printed, after its type where that stands with a neighbour: “19” in “Nghị quyết 18, 19”."""
    words = citation.text
    if citation.type and citation.type.casefold() not in " ".join(words.split()).casefold():
        return f"{citation.type} {words}"
    return words
