"""The report as Markdown: clean lists with their printed markers, the article's text escaped."""

import re
from collections.abc import Iterator

from partyreports.facts import Person, Point, ReportFacts, SectionRole
from partyreports.views.characters import escaped_line
from partyreports.views.wording import ROLE_TITLES, citation_label, own_words, role_of_nested

# Whatever Markdown or HTML could read as markup. Escaped everywhere: the text is somebody else's.
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&:@=$^])")
_HARMLESS = re.compile(r"\\([.\-:()+!=@])")
_STARTS_A_BLOCK = re.compile(r"^(\d{1,9})([.)])")


def escape(text: str) -> str:
    r"""Text as literal Markdown on one line.

    >>> escape("<script> [a](javascript:b) 1. c")
    '\\<script\\> \\[a\\](javascript:b) 1. c'
    """
    marked = _HARMLESS.sub(r"\1", _SPECIAL.sub(r"\\\1", escaped_line(text)))
    return _STARTS_A_BLOCK.sub(r"\1\\\2", re.sub(r"^([-+=:!])", r"\\\1", marked))


def to_markdown(report: ReportFacts) -> str:
    """The report as Markdown.

    Args:
        report: what `parse` gave.
    """
    return "\n".join(_lines(report)).rstrip() + "\n"


def _lines(report: ReportFacts) -> Iterator[str]:
    yield f"# {escape(report.title.text) if report.title else 'Untitled'}"
    yield ""
    yield from (f"- **{name}:** {value}" for name, value in _facts(report))
    yield ""
    for section in report.sections:
        yield f"## {ROLE_TITLES[section.role.value]}"
        yield ""
        if section.heading is not None:
            yield escape(section.heading.text)
            yield ""
        for point in section.points:
            yield from _point(point, section.role, 0)
        yield ""
    if report.citations:
        yield "## Documents cited"
        yield ""
        yield from (
            f"- {text}" for text in dict.fromkeys(escape(citation_label(citation)) for citation in report.citations)
        )
        yield ""
    if report.notes:
        yield "## Notes"
        yield ""
        yield from (f"- `{note.code}` {escape(note.message)}" for note in report.notes)


def _facts(report: ReportFacts) -> Iterator[tuple[str, str]]:
    meeting = report.meeting
    part = f", {meeting.part_of_day.value}" if meeting.part_of_day else ""
    known = (
        ("Meeting", meeting.name and escape(meeting.name.text)),
        ("When", meeting.date and meeting.date.value.isoformat() + part),
        ("Where", meeting.place and escape(meeting.place.text)),
        ("Format", meeting.format and meeting.format.value.replace("_", " ")),
        ("Period", meeting.period and f"{meeting.period.start} to {meeting.period.end}"),
        ("Article", report.source.id and escape(report.source.id)),
        ("Address", report.source.url and escape(report.source.url)),
        ("Published", report.source.published and f"{report.source.published} (as given)"),
        *(("Chair", _person(person)) for person in report.chairs),
        ("Connected sites", report.attendance.points and escape(report.attendance.points.text)),
        ("Delegates", report.attendance.delegates and escape(report.attendance.delegates.text)),
        *(("Attending", escape(body.text)) for body in report.attendance.organisations),
        *(("Attending", _person(person)) for person in report.attendance.persons),
    )
    yield from ((label, value) for label, value in known if value)


def _person(person: Person) -> str:
    positions = ", ".join(escape(position.text) for position in person.positions)
    return escape(person.name.text) + (f" ({positions})" if positions else "")


def _point(point: Point, role: SectionRole, level: int) -> Iterator[str]:
    marker = f"**{escape(point.marker.text)}** " if point.marker.text else ""
    nested = role_of_nested(point, role)
    title = f" *{ROLE_TITLES[nested.value]}:*" if nested is not role else ""
    yield f"{'  ' * level}- {marker}{escape(own_words(point))}{title}"
    for child in point.points:
        yield from _point(child, nested, level + 1)
