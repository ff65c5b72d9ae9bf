"""Short articles of many kinds with all that a reader finds in them; a key that is missing is not asked for.

`given` is what the caller knows of an article.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from partyreports import MeetingReport, parse
from partyreports.invariants import broken_promises

ARTICLES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases" / "whole_articles.jsonl").read_text(encoding="utf-8").splitlines()
]


def _last_day(report: MeetingReport) -> str | None:
    date = report.meeting.date
    return date.last.isoformat() if date and date.last else None


READERS: dict[str, Callable[[MeetingReport], Any]] = {
    "is_meeting_report": lambda report: report.is_meeting_report,
    "title": lambda report: report.title and report.title.text,
    "byline": lambda report: report.byline and report.byline.text,
    "published": lambda report: report.published and report.published.value.isoformat(),
    "date": lambda report: report.meeting.date and report.meeting.date.value.isoformat(),
    "last_day": _last_day,
    "part_of_day": lambda report: report.meeting.part_of_day,
    "kind": lambda report: report.meeting.kind,
    "format": lambda report: report.meeting.format,
    "place": lambda report: report.meeting.place and report.meeting.place.text,
    "period": lambda report: (
        report.meeting.period and [report.meeting.period.start.isoformat(), report.meeting.period.end.isoformat()]
    ),
    "chairs": lambda report: {chair.name.text: [one.text for one in chair.positions] for chair in report.chairs},
    "persons": lambda report: [person.name.text for person in report.attendance.persons],
    "attendance_points": lambda report: report.attendance_points,
    "delegates": lambda report: report.attendance.delegates and report.attendance.delegates.value,
    "lists": lambda report: [
        [section.role, section.declared and section.declared.value, [point.number for point in section.points]]
        for section in report.sections
    ],
    "related": lambda report: [link.title.text for link in report.related],
    "notes": lambda report: [note.code for note in report.notes],
}


@pytest.mark.parametrize("case", ARTICLES, ids=lambda case: str(case["article"]))
def test_an_article_is_read_as_a_reader_does(case: dict[str, Any]) -> None:
    report = parse(case["text"], **case.get("given", {}))
    assert {key: READERS[key](report) for key in case["expect"]} == case["expect"]
    assert broken_promises(report, case["text"]) == []


@pytest.mark.parametrize("case", ARTICLES, ids=lambda case: str(case["article"]))
def test_what_is_no_meeting_has_no_facts_of_one(case: dict[str, Any]) -> None:
    report = parse(case["text"], meeting=False)
    assert (report.meeting.date, report.meeting.kind, report.chairs, report.attendance.persons) == (None, None, (), ())
