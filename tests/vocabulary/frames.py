"""Frames: small texts with a gap, and what is read in them when a form of the vocabulary stands in the gap.

`words.jsonl` holds what was read in each, form by form; it keeps only forms that matter there: without the form in its
entry the answer is another one. `tools/write_vocabulary.py` makes the file, of the frames in `frames.toml` and of the
examples of rules and entries, and tells which forms nothing depends on.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from partyreports import MeetingReport, parse
from partyreports.models import Passage, Person, Point
from partyreports.rulebook import TABLES

FOLDER = Path(__file__).resolve().parent
WORDS = FOLDER / "words.jsonl"
GAP = "‹›"
"""Where the form stands in an answer, which is then the same for many forms."""


class Answer(NamedTuple):
    """What is read in a frame."""

    entry: str
    """Entry of the lexicon that has the forms."""
    text: str
    """The frame."""
    look: str
    """What is looked at: a part of the report (`chairs`), or what a table of rules reads (`rules.detection`)."""
    answer: str
    forms: list[str]
    """Each of them put into the gap gives the answer."""


def recorded() -> list[Answer]:
    """What was recorded."""
    return [Answer(**json.loads(line)) for line in WORDS.read_text(encoding="utf-8").splitlines()]


def filled(text: str, form: str) -> str:
    """The text of a frame with a form in its gap: `{}` as it stands, `{^}` with a capital, `{U}` in capitals."""
    return text.replace("{}", form).replace("{^}", form[:1].upper() + form[1:]).replace("{U}", form.upper())


def looked_at(text: str, form: str, look: str) -> str:
    """What is read in a filled frame, the form replaced by a sign."""
    full = filled(text, form)
    if look.startswith("rules."):
        return with_gap(of_rules(look.removeprefix("rules."), full), form)
    return with_gap(PARTS[look](parse(full)), form)


def with_gap(answer: str, form: str) -> str:
    """An answer with a sign for the form."""
    for spelling in (form, form[:1].upper() + form[1:], form.upper()):
        answer = answer.replace(spelling, GAP)
    return " ".join(answer.split())


def of_rules(table: str, text: str) -> str:
    """What the rules of a table read in a text."""
    read = next(one.read for one in TABLES if one.name == table)
    found = dict.fromkeys(f"{name}: {_rounded(reading)}" for name, reading in read(text))
    return "; ".join(sorted(found))


# --- parts of a report, in few words


def _rounded(reading: object) -> object:
    """Strengths of signals with three digits: the last ones depend on the machine."""
    return round(reading, 3) if isinstance(reading, float) else reading


def _texts(passages: Sequence[Passage]) -> str:
    return " | ".join(passage.text for passage in passages)


def _person(person: Person) -> str:
    before = [part.text for part in (person.honorific, person.rank, person.degree) if part]
    positions = f" ({_texts(person.positions)})" if person.positions else ""
    return " + ".join([*before, person.name.text]) + positions


def _persons(persons: Sequence[Person]) -> str:
    return " | ".join(map(_person, persons))


def _points(points: Sequence[Point]) -> Iterator[str]:
    for point in points:
        nested = f" [{' '.join(_points(point.points))}]" if point.points else ""
        yield f"({point.number}) {point.text}{nested}"


def _sections(report: MeetingReport) -> str:
    return " || ".join(f"{one.role.value}: {' '.join(_points(one.points))}" for one in report.sections)


def _announced(report: MeetingReport) -> str:
    return " || ".join(
        f"{one.heading.text if one.heading else None} = {one.declared.value if one.declared else None}"
        for one in report.sections
    )


def _with_rules(passages: Sequence[Any]) -> str:
    return " | ".join(f"{passage.rule}: {passage.text}" for passage in passages)


def _count(count: Any) -> str:
    return f"{count.qualifier.value} {count.value}" if count else "none"


def _date(date: Any) -> str:
    if date is None:
        return "none"
    last = f"..{date.last.isoformat()}" if date.last else ""
    return f"{date.value.isoformat()}{last} {date.time or ''}".strip()


PARTS: dict[str, Callable[[MeetingReport], str]] = {
    "is_meeting_report": lambda report: str(report.is_meeting_report),
    "date": lambda report: _date(report.meeting.date),
    "part_of_day": lambda report: str(report.meeting.part_of_day),
    "kind": lambda report: str(report.meeting.kind),
    "format": lambda report: str(report.meeting.format),
    "place": lambda report: report.meeting.place.text if report.meeting.place else "none",
    "period": lambda report: report.meeting.period.text if report.meeting.period else "none",
    "chairs": lambda report: _persons(report.chairs),
    "points": lambda report: _count(report.attendance.points),
    "delegates": lambda report: _count(report.attendance.delegates),
    "bodies": lambda report: _texts(report.attendance.organisations),
    "persons": lambda report: _persons(report.attendance.persons),
    "sections": _sections,
    "announced": _announced,
    "citations": lambda report: " | ".join(
        f"{one.type}, {one.number}, {one.issuer}, {one.date.isoformat() if one.date else None}"
        for one in report.citations
    ),
    "published": lambda report: _date(report.published),
    "views": lambda report: str(report.views.value if report.views else None),
    "byline": lambda report: report.byline.text if report.byline else "none",
    "captions": lambda report: _texts(report.captions),
    "title": lambda report: report.title.text if report.title else "none",
    "related": lambda report: " | ".join(
        f"{one.title.text}, {one.age.text if one.age else None}" for one in report.related
    ),
    "furniture": lambda report: _with_rules(report.furniture),
    "lead": lambda report: report.lead.text if report.lead else "none",
    "name": lambda report: report.meeting.name.text if report.meeting.name else "none",
    "attending": lambda report: _texts(report.attendance.passages),
}
"""What may be looked at, the plainest first."""
