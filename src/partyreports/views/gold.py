"""A report in the form of gold answers: what a reader corrects, and what `partyreports evaluate` reads.

The keys are those of `partyreports.evaluation.gold.GoldDocument`; docs/explanation/annotation.md tells what they mean.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from partyreports.facts import FoundDate, Passage, Point, ReportFacts, Section, SectionRole
from partyreports.views.wording import role_of_nested


class Draft(NamedTuple):
    """The answers that a report gives, and where in it each stands."""

    answers: dict[str, Any]
    """Keys and values as in a gold document, without `id`, `text_sha256` and the text."""
    places: dict[str, list[str | int]]
    """For the path of a field in the report the way to its answer: `["chairs", 0]`, `["lists", 1, "items", 2]`."""


def draft_of(report: ReportFacts, text: str) -> Draft:
    r"""The answers of a report as a reader would have written them down, had it been right in everything.

    Lists are those that gold marks: numbered ones with two points or more, nested ones as lists of their own.

    Args:
        report: what `parse` gave.
        text: the very string that was parsed.

    >>> from partyreports import parse
    >>> text = "Tin\n\nNhiệm vụ:\n1. Rà soát.\n2. Báo cáo."
    >>> draft_of(parse(text), text).answers["lists"][0]["items"][1]
    {'n': 2, 'start': 27, 'body': 30, 'end': 38}
    """
    answers: dict[str, Any] = dict(_facts(report))
    places: dict[str, list[str | int]] = {path: [key] for path, key in _SINGLE.items()}
    for i, evidence in enumerate(report.meeting.evidence):
        places[f"meeting.evidence[{i}]"] = [evidence.field]
    answers["chairs"] = [chair.name.text for chair in report.chairs]
    answers["chair_positions"] = {
        chair.name.text: [position.text for position in chair.positions] for chair in report.chairs
    }
    for i, chair in enumerate(report.chairs):
        places[f"chairs[{i}]"] = places[f"chairs[{i}].name"] = ["chairs", i]
        for j in range(len(chair.positions)):
            places[f"chairs[{i}].positions[{j}]"] = ["chair_positions", chair.name.text, j]
    answers["organisations"] = [body.text for body in report.attendance.organisations]
    places |= {f"attendance.organisations[{i}]": ["organisations", i] for i in range(len(answers["organisations"]))}
    answers["citations"] = []
    for i, citation in enumerate(report.citations):
        if citation.number and not citation.number.isdigit() and citation.number not in answers["citations"]:
            places[f"citations[{i}]"] = ["citations", len(answers["citations"])]
            answers["citations"].append(citation.number)
    lists = list(_lists(report, text))
    answers["lists"] = [one.answer for one in lists]
    answers["headings"] = [one.heading for one in lists]
    for i, one in enumerate(lists):
        places |= {path: ["lists", i] for path in one.paths}
        places |= {path: ["lists", i, "items", j] for j, path in enumerate(one.items)}
    return Draft(answers, places)


_SINGLE = {
    "title": "title",
    "published": "published",
    "meeting.date": "meeting_date",
    "meeting.place": "place",
    "meeting.period": "period",
    "attendance.points": "attendance_points",
    "attendance.delegates": "delegates",
    "related[0]": "footer_start",
}


def _facts(report: ReportFacts) -> Iterator[tuple[str, Any]]:
    """Facts of which a document has one at most."""
    meeting, attendance = report.meeting, report.attendance
    period = meeting.period
    yield "is_meeting_report", report.is_meeting_report
    yield "title", _words(report.title)
    yield "published", _published(report.published)
    yield "meeting_date", meeting.date.value.isoformat() if meeting.date else None
    yield "part_of_day", meeting.part_of_day.value if meeting.part_of_day else None
    yield "kind", meeting.kind.value if meeting.kind else None
    yield "format", meeting.format.value if meeting.format else None
    yield "place", _words(meeting.place)
    yield "period", [period.start.isoformat(), period.end.isoformat()] if period else None
    yield "attendance_points", attendance.points.value if attendance.points else None
    yield "delegates", attendance.delegates.value if attendance.delegates else None
    yield "footer_start", min((link.span.start for link in report.related), default=None)


def _words(passage: Passage | None) -> str | None:
    return passage.text.strip() if passage else None


def _published(date: FoundDate | None) -> str | None:
    if date is None:
        return None
    return date.value.isoformat() + (f"T{date.time:%H:%M}" if date.time else "")


class _List(NamedTuple):
    answer: dict[str, Any]
    heading: str | None
    paths: list[str]
    """Of the fields that stand for the list as a whole."""
    items: list[str]


def _lists(report: ReportFacts, text: str) -> Iterator[_List]:
    for i, section in enumerate(report.sections):
        path = f"sections[{i}]"
        own = _list(section.points, section.role, path, 0, text)
        if own is not None:
            yield _with_introduction(own, section, path)
        yield from _nested(section.points, section.role, path, 1, text)


def _with_introduction(own: _List, section: Section, path: str) -> _List:
    answer = {**own.answer, "declared": section.declared.value if section.declared else None}
    heading = section.heading.text if section.heading else None
    return own._replace(answer=answer, heading=heading, paths=[path, f"{path}.heading", f"{path}.declared"])


def _nested(points: tuple[Point, ...], role: SectionRole, path: str, level: int, text: str) -> Iterator[_List]:
    for i, point in enumerate(points):
        here, inner = f"{path}.points[{i}]", role_of_nested(point, role)
        own = _list(point.points, inner, here, level, text)
        if own is not None:
            yield own
        yield from _nested(point.points, inner, here, level + 1, text)


def _list(points: tuple[Point, ...], role: SectionRole, path: str, level: int, text: str) -> _List | None:
    numbered = [(i, point) for i, point in enumerate(points) if point.number is not None]
    if len(numbered) < 2:
        return None
    items = [
        {"n": point.number, "start": point.span.start, "body": point.text_span.start, "end": point.span.end}
        for _, point in numbered
    ]
    starts = [point.span.start for _, point in numbered]
    inline = any("\n" not in text[a:b] for a, b in pairwise(starts))
    answer = {"role": role.value, "declared": None, "level": level, "inline": inline, "items": items}
    return _List(answer, None, [], [f"{path}.points[{i}]" for i, _ in numbered])
