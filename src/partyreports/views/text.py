"""The report as a summary to be read in a terminal."""

import textwrap
from collections.abc import Iterator

from partyreports.facts import Person, Point, ReportFacts, Section, SectionRole
from partyreports.views.characters import escaped_line
from partyreports.views.wording import (
    KIND_TITLES,
    ROLE_TITLES,
    citation_label,
    counted,
    own_words,
    role_of_nested,
    size_of,
)

_LABEL = 13


def to_text(report: ReportFacts, *, width: int = 100, full: bool = False) -> str:
    """A summary of the report.

    Args:
        report: what `parse` gave.
        width: columns of the terminal.
        full: show points and unclaimed passages whole, not their first lines.
    """
    lines = [*_head(report, width), ""]
    for section in report.sections:
        lines += [*_section(section, width, full=full), ""]
    lines += _tail(report, width, full=full)
    return "\n".join(lines).rstrip() + "\n"


def _field(label: str, text: str, width: int) -> Iterator[str]:
    wrapped = textwrap.wrap(escaped_line(text), max(20, width - _LABEL)) or [""]
    for i, line in enumerate(wrapped):
        yield f"{label if i == 0 else '':<{_LABEL}}{line}".rstrip()


def _head(report: ReportFacts, width: int) -> Iterator[str]:
    yield from _site(report, width)
    yield from _meeting(report, width)
    for i, chair in enumerate(report.chairs):
        yield from _field("Chair" if i == 0 else "", _person(chair), width)
    yield from _attendance(report, width)


def _site(report: ReportFacts, width: int) -> Iterator[str]:
    if report.title is not None:
        title = escaped_line(report.title.text)
        yield from textwrap.wrap(title, width)
        yield "═" * min(width, len(title))
    if not report.is_meeting_report:
        yield from _field("Kind", "no report of a meeting", width)
    published = report.published
    if published is not None:
        views = f", {counted(report.views.value, 'view')}" if report.views else ""
        clock = f" {published.time:%H:%M}" if published.time else ""
        yield from _field("Published", f"{published.value.isoformat()}{clock}{views}", width)
    source = report.source
    if source.published is not None:
        yield from _field("" if published else "Published", f"{source.published} (as given)", width)
    given = [escaped_line(words) for words in (source.id, source.url) if words]
    if given:
        yield from _field("Article", ", ".join(given), width)


def _meeting(report: ReportFacts, width: int) -> Iterator[str]:
    meeting = report.meeting
    if meeting.name is not None:
        yield from _field("Meeting", meeting.name.text, width)
    nature = [KIND_TITLES[meeting.kind.value]] if meeting.kind else []
    nature += [meeting.format.value.replace("_", " ")] if meeting.format else []
    if nature:
        yield from _field("Kind", ", ".join(nature), width)
    if meeting.date is not None:
        part = f", {meeting.part_of_day.value}" if meeting.part_of_day else ""
        last = f" to {meeting.date.last.isoformat()}" if meeting.date.last else ""
        yield from _field("When", f"{meeting.date.value.isoformat()}{last}{part}", width)
    elif meeting.part_of_day is not None:
        yield from _field("When", meeting.part_of_day.value, width)
    if meeting.place is not None:
        yield from _field("Where", meeting.place.text, width)
    if meeting.period is not None:
        yield from _field("Period", f"{meeting.period.start} to {meeting.period.end}", width)


def _person(person: Person) -> str:
    before = " ".join(part.text for part in (person.degree, person.rank) if part)
    name = f"{before} {person.name.text}".strip()
    return name if not person.positions else f"{name} – {'; '.join(position.text for position in person.positions)}"


def _attendance(report: ReportFacts, width: int) -> Iterator[str]:
    attendance = report.attendance
    counts = [escaped_line(count.text) for count in (attendance.points, attendance.delegates) if count]
    if counts:
        yield from _field("Attendance", ", ".join(counts), width)
    for i, body in enumerate(attendance.organisations):
        yield from _field("Bodies" if i == 0 else "", body.text, width)
    for i, person in enumerate(attendance.persons):
        yield from _field("Persons" if i == 0 else "", _person(person), width)


def _section(section: Section, width: int, *, full: bool) -> Iterator[str]:
    count = size_of(section)
    if section.declared is not None:
        count += f", {section.declared.value} announced"
    yield f"{ROLE_TITLES[section.role.value]} · {count}"
    if section.heading is not None:
        yield from textwrap.wrap(
            escaped_line(section.heading.text), width, initial_indent="  ▸ ", subsequent_indent="    "
        )
    for point in section.points:
        yield from _point(point, section.role, width, 2, full=full)


def _point(point: Point, role: SectionRole, width: int, indent: int, *, full: bool) -> Iterator[str]:
    lead = " " * indent + (escaped_line(point.marker.text) or "·") + " "
    words = escaped_line(own_words(point))
    lines = textwrap.wrap(words, max(20, width), initial_indent=lead, subsequent_indent=" " * (indent + 4)) or [lead]
    if not full and len(lines) > 2:
        lines = [lines[0], lines[1][: width - 2].rstrip() + " …"]
    yield from lines
    nested = role_of_nested(point, role)
    if nested is not role:
        yield " " * (indent + 4) + ROLE_TITLES[nested.value]
    for child in point.points:
        yield from _point(child, nested, width, indent + 4, full=full)


def _tail(report: ReportFacts, width: int, *, full: bool) -> Iterator[str]:
    numbers = list(dict.fromkeys(escaped_line(citation_label(citation)) for citation in report.citations))
    if numbers:
        yield from _field("Cited", "; ".join(numbers), width)
    if report.related:
        yield from _field("Related", f"{counted(len(report.related), 'other article')} in the footer", width)
    for i, note in enumerate(report.notes):
        where = f" (at {note.span.start:,})" if note.span else ""
        yield from _field("Notes" if i == 0 else "", f"{note.code}: {note.message}{where}", width)
    if report.unclaimed:
        size = sum(len(passage.text) for passage in report.unclaimed)
        passages, characters = counted(len(report.unclaimed), "passage"), counted(size, "character")
        yield from _field("Unclaimed", f"{passages}, {characters} that no field explains", width)
        if full:
            for passage in report.unclaimed:
                yield from textwrap.wrap(
                    escaped_line(passage.text), width, initial_indent="  · ", subsequent_indent="    "
                )
