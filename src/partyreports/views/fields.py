"""Every field of a report with its place: what the HTML view and `explain` walk over."""

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel

from partyreports.facts import Passage, Person, Point, ReportFacts, Section, SectionRole, Span
from partyreports.views.wording import role_of_nested


class Field(NamedTuple):
    """One field that quotes the article."""

    path: str
    """`sections[1].points[0]`, `chairs[0].name`, …"""
    kind: str
    """Colour group: title, dateline, lead, chair, date, attendance, the roles, citation, furniture, caption."""
    span: Span
    rule: str


_KINDS = {
    "title": "title",
    "published": "dateline",
    "views": "dateline",
    "byline": "byline",
    "lead": "lead",
    "captions": "caption",
    "meeting": "meeting",
    "chairs": "chair",
    "attendance": "attendance",
    "citations": "citation",
    "related": "furniture",
    "furniture": "furniture",
}


def fields_of(report: ReportFacts) -> Iterator[Field]:
    """Fields in the order of the report: every passage that names a rule, every point, every heading."""
    for name, kind in _KINDS.items():
        value = getattr(report, name)
        yield from _walk(name, kind, value, "")
    for i, section in enumerate(report.sections):
        yield from _section(f"sections[{i}]", section)


def _walk(path: str, kind: str, value: object, rule: str) -> Iterator[Field]:
    if isinstance(value, tuple):
        for i, member in enumerate(value):
            yield from _walk(f"{path}[{i}]", kind, member, rule)
        return
    if not isinstance(value, BaseModel):
        return
    own = getattr(value, "rule", rule)
    if isinstance(value, Passage):
        yield Field(path, "date" if path == "meeting.date" else kind, value.span, own)
    if isinstance(value, Passage) and not isinstance(value, Person):
        return
    for name, member in value:
        yield from _walk(f"{path}.{name}", kind, member, own)


def _section(path: str, section: Section) -> Iterator[Field]:
    if section.heading is not None:
        yield Field(f"{path}.heading", section.role.value, section.heading.span, section.rule)
    if section.declared is not None:
        yield Field(f"{path}.declared", section.role.value, section.declared.span, section.declared.rule)
    for i, point in enumerate(section.points):
        yield from _point(f"{path}.points[{i}]", section.role, point)


def _point(path: str, role: SectionRole, point: Point) -> Iterator[Field]:
    yield Field(path, role.value, point.span, point.rule)
    for i, child in enumerate(point.points):
        yield from _point(f"{path}.points[{i}]", role_of_nested(point, role), child)
