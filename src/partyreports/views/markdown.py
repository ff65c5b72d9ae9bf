"""The report as Markdown: clean lists with their printed markers, the article's text escaped."""

import re
from collections.abc import Iterator

from partyreports.facts import Person, Point, ReportFacts
from partyreports.views.text import ROLE_TITLES

# Whatever Markdown or HTML could read as markup. Escaped everywhere: the text is somebody else's.
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&:@=$^])")
_HARMLESS = re.compile(r"\\([.\-:()+!=@])")
_STARTS_A_BLOCK = re.compile(r"^(\d{1,9})([.)])")


def escape(text: str) -> str:
    r"""Text as literal Markdown on one line.

    >>> escape("<script> [a](javascript:b) 1. c")
    '\\<script\\> \\[a\\](javascript:b) 1. c'
    """
    plain = "".join(char if char.isprintable() or char.isspace() else "\ufffd" for char in text)
    escaped = _HARMLESS.sub(r"\1", _SPECIAL.sub(r"\\\1", " ".join(plain.split())))
    return _STARTS_A_BLOCK.sub(r"\1\\\2", re.sub(r"^([-+=:!])", r"\\\1", escaped))


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
            yield from _point(point, 0)
        yield ""
    if report.citations:
        yield "## Documents cited"
        yield ""
        yield from (f"- {text}" for text in dict.fromkeys(escape(citation.text) for citation in report.citations))
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


def _point(point: Point, level: int) -> Iterator[str]:
    own = point.text[: point.points[0].span.start - point.text_span.start] if point.points else point.text
    yield f"{'  ' * level}- **{escape(point.marker.text)}** {escape(own)}"
    for child in point.points:
        yield from _point(child, level + 1)
