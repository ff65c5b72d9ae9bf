"""The report as a summary to be read in a terminal."""

import textwrap
from collections.abc import Iterator
from typing import NamedTuple

from partyreports.facts import Person, Point, ReportFacts, Section, SectionRole
from partyreports.language import Language, gettext_noop, language
from partyreports.views.characters import escaped_line
from partyreports.views.wording import (
    citation_label,
    date_and_last,
    days_of,
    format_title,
    kind_title,
    note_text,
    own_words,
    role_of_nested,
    role_title,
    size_of,
)

_LABELS = (
    gettext_noop("Published"),
    gettext_noop("Article"),
    gettext_noop("Meeting"),
    gettext_noop("Kind"),
    gettext_noop("When"),
    gettext_noop("Where"),
    gettext_noop("Period"),
    gettext_noop("Chair"),
    gettext_noop("Attendance"),
    gettext_noop("Bodies"),
    gettext_noop("Persons"),
    gettext_noop("Cited"),
    gettext_noop("Related"),
    gettext_noop("Notes"),
    gettext_noop("Unclaimed"),
)


class _Page(NamedTuple):
    """What is written on: columns, language, whether points are shown whole."""

    width: int
    words: Language
    full: bool
    margin: int
    """Columns of the labels."""

    def field(self, label: str, text: str) -> Iterator[str]:
        """A labelled line, wrapped; an empty label goes on under the one before."""
        label = self.words.gettext(label) if label else ""
        wrapped = textwrap.wrap(escaped_line(text), max(20, self.width - self.margin)) or [""]
        for i, line in enumerate(wrapped):
            yield f"{label if i == 0 else '':<{self.margin}}{line}".rstrip()


def to_text(report: ReportFacts, *, width: int = 100, full: bool = False, lang: str | None = None) -> str:
    """A summary of the report.

    Args:
        report: what `parse` gave.
        width: columns of the terminal.
        full: show points and unclaimed passages whole, not their first lines.
        lang: language of the labels, `en` or `vi`; None is English.

    Raises:
        LanguageError: there is no such language.

    >>> from partyreports import parse
    >>> print(to_text(parse("Họp báo tháng 5"), lang="vi").splitlines()[0])
    Họp báo tháng 5
    """
    words = language(lang)
    page = _Page(width, words, full, max(13, *(len(words.gettext(label)) + 2 for label in _LABELS)))
    lines = [*_head(report, page), ""]
    for section in report.sections:
        lines += [*_section(section, page), ""]
    lines += _tail(report, page)
    return "\n".join(lines).rstrip() + "\n"


def _head(report: ReportFacts, page: _Page) -> Iterator[str]:
    yield from _site(report, page)
    yield from _meeting(report, page)
    for i, chair in enumerate(report.chairs):
        yield from page.field("Chair" if i == 0 else "", _person(chair))
    yield from _attendance(report, page)


def _site(report: ReportFacts, page: _Page) -> Iterator[str]:
    words = page.words
    if report.title is not None:
        title = escaped_line(report.title.text)
        yield from textwrap.wrap(title, page.width)
        yield "═" * min(page.width, len(title))
    if not report.is_meeting_report:
        yield from page.field("Kind", words.gettext("no report of a meeting"))
    published = report.published
    if published is not None:
        told = words.date(published.value) + (f" {published.time:%H:%M}" if published.time else "")
        if report.views:
            told += ", " + words.ngettext("{count:,} view", "{count:,} views", report.views.value)
        yield from page.field("Published", told)
    source = report.source
    if source.published is not None:
        given = words.gettext("{date} (as given)", date=words.date(source.published))
        yield from page.field("" if published else "Published", given)
    named = [escaped_line(name) for name in (source.id, source.url) if name]
    if named:
        yield from page.field("Article", ", ".join(named))


def _meeting(report: ReportFacts, page: _Page) -> Iterator[str]:
    meeting, words = report.meeting, page.words
    if meeting.name is not None:
        yield from page.field("Meeting", meeting.name.text)
    nature = [kind_title(meeting.kind, words)] if meeting.kind else []
    nature += [format_title(meeting.format, words)] if meeting.format else []
    if nature:
        yield from page.field("Kind", ", ".join(nature))
    when = [date_and_last(meeting.date, words)] if meeting.date else []
    when += [meeting.part_of_day.value] if meeting.part_of_day else []
    if when:
        yield from page.field("When", ", ".join(when))
    if meeting.place is not None:
        yield from page.field("Where", meeting.place.text)
    if meeting.period is not None:
        yield from page.field("Period", days_of(meeting.period, words))


def _person(person: Person) -> str:
    before = " ".join(part.text for part in (person.degree, person.rank) if part)
    name = f"{before} {person.name.text}".strip()
    return name if not person.positions else f"{name} – {'; '.join(position.text for position in person.positions)}"


def _attendance(report: ReportFacts, page: _Page) -> Iterator[str]:
    attendance = report.attendance
    counts = [escaped_line(count.text) for count in (attendance.points, attendance.delegates) if count]
    if counts:
        yield from page.field("Attendance", ", ".join(counts))
    for i, body in enumerate(attendance.organisations):
        yield from page.field("Bodies" if i == 0 else "", body.text)
    for i, person in enumerate(attendance.persons):
        yield from page.field("Persons" if i == 0 else "", _person(person))


def _section(section: Section, page: _Page) -> Iterator[str]:
    size = [size_of(section, page.words)]
    if section.declared is not None:
        size.append(page.words.gettext("{number} announced", number=section.declared.value))
    yield f"{role_title(section.role, page.words)} · {', '.join(size)}"
    if section.heading is not None:
        yield from textwrap.wrap(
            escaped_line(section.heading.text), page.width, initial_indent="  ▸ ", subsequent_indent="    "
        )
    for point in section.points:
        yield from _point(point, section.role, page, 2)


def _point(point: Point, role: SectionRole, page: _Page, indent: int) -> Iterator[str]:
    lead = " " * indent + (escaped_line(point.marker.text) or "·") + " "
    text = escaped_line(own_words(point))
    width = max(20, page.width)
    lines = textwrap.wrap(text, width, initial_indent=lead, subsequent_indent=" " * (indent + 4)) or [lead]
    if not page.full and len(lines) > 2:
        lines = [lines[0], lines[1][: page.width - 2].rstrip() + " …"]
    yield from lines
    nested = role_of_nested(point, role)
    if nested is not role:
        yield " " * (indent + 4) + role_title(nested, page.words)
    for child in point.points:
        yield from _point(child, nested, page, indent + 4)


def _tail(report: ReportFacts, page: _Page) -> Iterator[str]:
    words = page.words
    numbers = list(dict.fromkeys(escaped_line(citation_label(citation)) for citation in report.citations))
    if numbers:
        yield from page.field("Cited", "; ".join(numbers))
    if report.related:
        footer = words.ngettext(
            "{count:,} other article in the footer", "{count:,} other articles in the footer", len(report.related)
        )
        yield from page.field("Related", footer)
    for i, note in enumerate(report.notes):
        told = f"{note.code}: {note_text(note, words)}"
        if note.span:
            told = words.gettext("{note} (at {place:,})", note=told, place=note.span.start)
        yield from page.field("Notes" if i == 0 else "", told)
    if report.unclaimed:
        yield from _unclaimed(report, page)


def _unclaimed(report: ReportFacts, page: _Page) -> Iterator[str]:
    words = page.words
    size = sum(len(passage.text) for passage in report.unclaimed)
    told = words.gettext(
        "{passages}, {characters} that no field explains",
        passages=words.ngettext("{count:,} passage", "{count:,} passages", len(report.unclaimed)),
        characters=words.ngettext("{count:,} character", "{count:,} characters", size),
    )
    yield from page.field("Unclaimed", told)
    if page.full:
        for passage in report.unclaimed:
            yield from textwrap.wrap(
                escaped_line(passage.text), page.width, initial_indent="  · ", subsequent_indent="    "
            )
