"""From a report to its rows."""

from collections.abc import Callable, Collection, Iterator, Sequence
from enum import StrEnum
from typing import Any, Protocol

from pydantic import BaseModel

from partyreports.construct import construct
from partyreports.facts import (
    FoundCount,
    FoundDate,
    FoundPassage,
    Passage,
    Person,
    Point,
    ReportFacts,
    SectionRole,
    encodable,
)
from partyreports.tabular.rows import ROWS, CitationRow, MeetingRow, NoteRow, PersonRow, PointRow
from partyreports.views.wording import own_words, role_of_nested

_LARGEST = 2**63 - 1
"""Largest number that a column of whole numbers holds in databases and data frames."""
_COUNTED_ROLES = {
    "achievement": "n_achievements",
    "limitation": "n_limitations",
    "cause": "n_causes",
    "task": "n_tasks",
    "lesson": "n_lessons",
    "proposal": "n_proposals",
    "other": "n_others",
}


class Failure(Protocol):
    """Stands where a report could not be made, as `ParseFailure` does."""

    @property
    def id(self) -> str | None:
        """Name of the article."""

    @property
    def error(self) -> str:
        """Class of the error."""

    @property
    def message(self) -> str:
        """What it said."""


def rows_of(
    result: ReportFacts | Failure,
    *,
    id: str | None = None,  # noqa: A002  (as the column is called)
    path: str | None = None,
    tables: Collection[str] = tuple(ROWS),
) -> dict[str, Sequence[BaseModel]]:
    """The rows of one article, for each of the tables asked for.

    Args:
        result: its report, or the `ParseFailure` in its place, which gives one row of `meetings`.
        id: its name in the tables; None takes the one it has, see `id_of`.
        path: file that it was read from.
        tables: names of tables.
    """
    if isinstance(result, ReportFacts):
        name = id_of(result) if id is None else encodable(id)
        made = {table: make(result, name) for table, make in _MAKERS.items() if table in tables}
        return {"meetings": [meeting_row(result, name, path)], **made} if "meetings" in tables else made
    failed = failure_row(result, result.id if id is None else id, path)
    return {table: [failed] if table == "meetings" else [] for table in tables}


def id_of(report: ReportFacts) -> str:
    """The name of a report in the tables: the one given to `parse`, or else one made of the digest of its text.

    >>> from partyreports import parse
    >>> id_of(parse("Họp báo", id="2015/a.txt")), id_of(parse("Họp báo"))
    ('2015/a.txt', 'sha256-8bbedd580cf4ae31')
    """
    # The word in front keeps readers of CSV from taking digits, or 12e45, for a number.
    return f"sha256-{report.source.sha256[:16]}" if report.source.id is None else encodable(report.source.id)


# --- meetings


def meeting_row(report: ReportFacts, name: str, path: str | None) -> MeetingRow:
    """The row of an article that was read."""
    meeting, attendance, source = report.meeting, report.attendance, report.source
    period = meeting.period
    return construct(
        MeetingRow,
        id=name,
        url=_text(source.url),
        path=_text(path),
        sha256=source.sha256,
        length=source.length,
        is_meeting_report=report.is_meeting_report,
        title=_words(report.title),
        byline=_words(report.byline),
        published=source.published or (report.published.value.to_date() if report.published else None),
        published_text=_words(report.published),
        **_date_columns(meeting.date),
        part_of_day=_value(meeting.part_of_day),
        name=_words(meeting.name),
        kind=_value(meeting.kind),
        format=_value(meeting.format),
        period_start=period.start if period else None,
        period_end=period.end if period else None,
        place=_words(meeting.place),
        chairs=tuple([encodable(person.name.text) for person in report.chairs]),
        organisations=tuple([encodable(body.text) for body in attendance.organisations]),
        attendance_points=_count(attendance.points),
        attendance_points_qualifier=attendance.points.qualifier.value if attendance.points else None,
        delegates=_count(attendance.delegates),
        delegates_qualifier=attendance.delegates.qualifier.value if attendance.delegates else None,
        views=_count(report.views),
        n_sections=len(report.sections),
        n_points=sum(_number_of(section.points) for section in report.sections),
        **_points_of_roles(report),
        n_citations=len(report.citations),
        notes=tuple([note.code for note in report.notes]),
        unclaimed_share=sum(len(rest.text) for rest in report.unclaimed) / max(source.length, 1),
        error=None,
    )


_NOTHING: dict[str, Any] = {
    name: () if name in {"chairs", "organisations", "notes"} else 0 if name.startswith("n_") else None
    for name in MeetingRow.model_fields
}


def failure_row(failure: Failure, name: str | None, path: str | None) -> MeetingRow:
    """The row of an article that could not be read."""
    known = {"id": _text(name), "path": _text(path), "error": encodable(f"{failure.error}: {failure.message}")}
    return construct(MeetingRow, **(_NOTHING | known))


def _date_columns(date: FoundDate | None) -> dict[str, object]:
    if date is None:
        return dict.fromkeys(("date", "year", "month", "day", "last_date", "time", "date_text"))
    return {
        "date": date.value.to_date(),
        "year": date.value.year,
        "month": date.value.month,
        "day": date.value.day,
        "last_date": date.last.to_date() if date.last else None,
        "time": date.time.isoformat("minutes") if date.time else None,
        "date_text": encodable(date.text),
    }


def _points_of_roles(report: ReportFacts) -> dict[str, int]:
    counts = dict.fromkeys(_COUNTED_ROLES.values(), 0)
    for section in report.sections:
        counts[_COUNTED_ROLES[section.role.value]] += len(section.points)
    return counts


def _number_of(points: tuple[Point, ...]) -> int:
    return sum(1 + _number_of(point.points) for point in points)


# --- points


def point_rows(report: ReportFacts, name: str) -> list[PointRow]:
    """The rows of all points, nested ones after their parents."""
    rows: list[PointRow] = []
    for number, section in enumerate(report.sections, 1):
        common = {
            "meeting_id": name,
            "section": number,
            "numbered": section.numbered,
            "heading": _words(section.heading),
            "declared": _count(section.declared),
        }
        _add_points(rows, section.points, common, section.role, f"s{number}.", 0, None)
    return rows


def _add_points(
    rows: list[PointRow],
    points: tuple[Point, ...],
    common: dict[str, Any],
    role: SectionRole,
    path: str,
    level: int,
    parent: int | None,
) -> None:
    for place, point in enumerate(points, 1):
        own_path = f"{path}#{place}" if point.number is None else f"{path}{point.number}"
        number = len(rows) + 1
        rows.append(
            construct(
                PointRow,
                meeting_id=common["meeting_id"],
                point=number,
                parent=parent,
                section=common["section"],
                path=own_path,
                role=role.value,
                level=level,
                numbered=common["numbered"],
                number=_whole(point.number),
                marker=encodable(point.marker.text),
                style=point.style.value,
                text=encodable(point.text),
                own_length=len(own_words(point).rstrip()),
                start_offset=point.text_span.start,
                end_offset=point.text_span.end,
                heading=common["heading"],
                declared=common["declared"],
                rule=point.rule,
            )
        )
        if point.points:
            nested_role = role_of_nested(point, role)
            _add_points(rows, point.points, common, nested_role, f"{own_path}.", level + 1, number)


# --- persons, citations, notes


def person_rows(report: ReportFacts, name: str) -> list[PersonRow]:
    """The rows of those who chair, and after them of those named as attending."""
    return [
        construct(
            PersonRow,
            meeting_id=name,
            person=number,
            part=part,
            name=encodable(person.name.text),
            honorific=_words(person.honorific),
            degree=_words(person.degree),
            rank=_words(person.rank),
            positions=tuple([encodable(position.text) for position in person.positions]),
            mentions=1 + len(person.mentions),
            **_place(person),
        )
        for number, (part, person) in enumerate(_persons(report), 1)
    ]


def _persons(report: ReportFacts) -> Iterator[tuple[str, Person]]:
    yield from (("chair", person) for person in report.chairs)
    yield from (("attending", person) for person in report.attendance.persons)


def citation_rows(report: ReportFacts, name: str) -> list[CitationRow]:
    """The rows of the documents cited."""
    return [
        construct(
            CitationRow,
            meeting_id=name,
            citation=number,
            type=citation.type,
            number=_text(citation.number),
            issuer=_text(citation.issuer),
            date=citation.date.to_date() if citation.date else None,
            year=citation.date.year if citation.date else None,
            month=citation.date.month if citation.date else None,
            day=citation.date.day if citation.date else None,
            **_place(citation),
        )
        for number, citation in enumerate(report.citations, 1)
    ]


def note_rows(report: ReportFacts, name: str) -> list[NoteRow]:
    """The rows of the notes."""
    return [
        construct(
            NoteRow,
            meeting_id=name,
            note=number,
            code=note.code,
            message=encodable(note.message),
            start_offset=note.span.start if note.span else None,
            end_offset=note.span.end if note.span else None,
        )
        for number, note in enumerate(report.notes, 1)
    ]


_MAKERS: dict[str, Callable[[ReportFacts, str], Sequence[BaseModel]]] = {
    "points": point_rows,
    "persons": person_rows,
    "citations": citation_rows,
    "notes": note_rows,
}


# --- values


def _place(passage: FoundPassage) -> dict[str, object]:
    return {
        "text": encodable(passage.text),
        "start_offset": passage.span.start,
        "end_offset": passage.span.end,
        "rule": passage.rule,
    }


def _words(passage: Passage | None) -> str | None:
    return None if passage is None else encodable(passage.text)


def _text(value: str | None) -> str | None:
    return None if value is None else encodable(value)


def _value(member: StrEnum | None) -> str | None:
    return None if member is None else str(member.value)


def _count(count: FoundCount | None) -> int | None:
    return None if count is None else _whole(count.value)


def _whole(value: int | None) -> int | None:
    """The number, if a column of whole numbers holds it; what is printed may say any number."""
    return value if value is not None and value <= _LARGEST else None
