"""The report as Markdown: clean lists with their printed markers, the article's text escaped."""

import re
from collections.abc import Iterator

from partyreports.facts import Person, Point, ReportFacts, SectionRole
from partyreports.language import Language, language
from partyreports.views.characters import escaped_line
from partyreports.views.wording import (
    citation_label,
    days_of,
    format_title,
    note_text,
    own_words,
    role_of_nested,
    role_title,
)

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


def to_markdown(report: ReportFacts, *, lang: str | None = None) -> str:
    """The report as Markdown.

    Args:
        report: what `parse` gave.
        lang: language of the labels, `en` or `vi`; None is English.

    Raises:
        LanguageError: there is no such language.

    >>> from partyreports import parse
    >>> print(to_markdown(parse("Họp báo tháng 5")).splitlines()[0])
    # Họp báo tháng 5
    """
    return "\n".join(_lines(report, language(lang))).rstrip() + "\n"


def _lines(report: ReportFacts, words: Language) -> Iterator[str]:
    yield f"# {escape(report.title.text) if report.title else words.gettext('Untitled')}"
    yield ""
    yield from (f"- **{name}:** {value}" for name, value in _facts(report, words))
    yield ""
    for section in report.sections:
        yield f"## {role_title(section.role, words)}"
        yield ""
        if section.heading is not None:
            yield escape(section.heading.text)
            yield ""
        for point in section.points:
            yield from _point(point, section.role, 0, words)
        yield ""
    if report.citations:
        yield f"## {words.gettext('Documents cited')}"
        yield ""
        yield from (
            f"- {text}" for text in dict.fromkeys(escape(citation_label(citation)) for citation in report.citations)
        )
        yield ""
    if report.notes:
        yield f"## {words.gettext('Notes')}"
        yield ""
        yield from (f"- `{note.code}` {escape(note_text(note, words))}" for note in report.notes)


def _facts(report: ReportFacts, words: Language) -> Iterator[tuple[str, str]]:
    meeting = report.meeting
    part = f", {meeting.part_of_day.value}" if meeting.part_of_day else ""
    published = report.source.published
    given = published and words.gettext("{date} (as given)", date=words.date(published))
    known = (
        (words.gettext("Meeting"), meeting.name and escape(meeting.name.text)),
        (words.gettext("When"), meeting.date and words.date(meeting.date.value) + part),
        (words.gettext("Where"), meeting.place and escape(meeting.place.text)),
        (words.gettext("Format"), meeting.format and format_title(meeting.format, words)),
        (words.gettext("Period"), meeting.period and days_of(meeting.period, words)),
        (words.gettext("Article"), report.source.id and escape(report.source.id)),
        (words.gettext("Address"), report.source.url and escape(report.source.url)),
        (words.gettext("Published"), given),
        *((words.gettext("Chair"), _person(person)) for person in report.chairs),
        (words.gettext("Connected sites"), report.attendance.points and escape(report.attendance.points.text)),
        (words.gettext("Delegates"), report.attendance.delegates and escape(report.attendance.delegates.text)),
        *((words.gettext("Attending"), escape(body.text)) for body in report.attendance.organisations),
        *((words.gettext("Attending"), _person(person)) for person in report.attendance.persons),
    )
    yield from ((label, value) for label, value in known if value)


def _person(person: Person) -> str:
    positions = ", ".join(escape(position.text) for position in person.positions)
    return escape(person.name.text) + (f" ({positions})" if positions else "")


def _point(point: Point, role: SectionRole, level: int, words: Language) -> Iterator[str]:
    marker = f"**{escape(point.marker.text)}** " if point.marker.text else ""
    nested = role_of_nested(point, role)
    title = f" *{role_title(nested, words)}:*" if nested is not role else ""
    yield f"{'  ' * level}- {marker}{escape(own_words(point))}{title}"
    for child in point.points:
        yield from _point(child, nested, level + 1, words)
