"""Words that several views share: titles of roles and kinds, counts, citations, notes."""

from partyreports.facts import (
    Citation,
    FoundDate,
    MeetingFormat,
    MeetingKind,
    Note,
    Period,
    Point,
    Section,
    SectionRole,
)
from partyreports.language import Language, gettext_noop

_ROLE_TITLES = {
    SectionRole.ACHIEVEMENT: gettext_noop("Achievements (kết quả)"),
    SectionRole.LIMITATION: gettext_noop("Limitations (hạn chế)"),
    SectionRole.CAUSE: gettext_noop("Causes (nguyên nhân)"),
    SectionRole.TASK: gettext_noop("Tasks (nhiệm vụ)"),
    SectionRole.LESSON: gettext_noop("Lessons learned (bài học kinh nghiệm)"),
    SectionRole.PROPOSAL: gettext_noop("Proposals (kiến nghị)"),
    SectionRole.OTHER: gettext_noop("Other list"),
}
_KIND_TITLES = {
    MeetingKind.GIAO_BAN: gettext_noop("giao ban (briefing)"),
    MeetingKind.SO_KET: gettext_noop("sơ kết (interim review)"),
    MeetingKind.TONG_KET: gettext_noop("tổng kết (final review)"),
    MeetingKind.QUAN_TRIET: gettext_noop("quán triệt (dissemination)"),
    MeetingKind.PHIEN_HOP: gettext_noop("phiên họp (session)"),
    MeetingKind.LAM_VIEC: gettext_noop("làm việc (working session)"),
    MeetingKind.HOP_BAO: gettext_noop("họp báo (press conference)"),
    MeetingKind.DAI_HOI: gettext_noop("đại hội (congress)"),
    MeetingKind.TOA_DAM: gettext_noop("tọa đàm (panel)"),
    MeetingKind.KHAC: gettext_noop("meeting"),
}
_FORMAT_TITLES = {
    MeetingFormat.ONLINE: gettext_noop("online"),
    MeetingFormat.IN_PERSON: gettext_noop("in person"),
    MeetingFormat.HYBRID: gettext_noop("hybrid"),
}


def role_title(role: SectionRole, words: Language) -> str:
    """The title of a list of this role."""
    return words.gettext(_ROLE_TITLES[role])


def kind_title(kind: MeetingKind, words: Language) -> str:
    """What a meeting of this kind is called."""
    return words.gettext(_KIND_TITLES[kind])


def format_title(how: MeetingFormat, words: Language) -> str:
    """How people met."""
    return words.gettext(_FORMAT_TITLES[how])


def note_text(note: Note, words: Language) -> str:
    """What a note says; its own message where it is of another version."""
    return words.note(note.code, note.values) or note.message


def days_of(period: Period, words: Language) -> str:
    """First and last day of a period."""
    return words.gettext("{first} to {last}", first=words.date(period.start), last=words.date(period.end))


def date_and_last(date: FoundDate, words: Language) -> str:
    """The day, or the first and the last of several."""
    if date.last is None:
        return words.date(date.value)
    return words.gettext("{first} to {last}", first=words.date(date.value), last=words.date(date.last))


def size_of(section: Section, words: Language) -> str:
    """How many points a section has, and whether they carry numbers."""
    points = words.ngettext("{count:,} point", "{count:,} points", len(section.points))
    return points if section.numbered else words.gettext("{points}, not numbered", points=points)


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
