"""Which point and which list of a report answers which of the gold's.

A point answers the gold's point that begins where it begins, within the tolerance. A list answers the gold's
list that has exactly its points. Lists are compared by their points alone, however deep they are nested.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from partyreports.evaluation.gold import GoldDocument, GoldItem, GoldList
from partyreports.models import FoundCount, MeetingReport, Point, Section, SectionRole


class GoldPoint(NamedTuple):
    """A point of the gold with the list in which it stands."""

    item: GoldItem
    list: GoldList


class FoundPoint(NamedTuple):
    """A numbered point of a report with the role of the list in which it stands."""

    point: Point
    role: SectionRole


class FoundList(NamedTuple):
    """The numbered points of one list of a report, nested lists left out.

    Attributes:
        points: one or more.
        role: what the points are.
        role_rule: why they have that role.
        section: the section, for a list that is nested in no point; only such a list has a declared count.
        introduction: the heading of the section; for a nested list, the words of its point that stand before it.
    """

    points: tuple[FoundPoint, ...]
    role: SectionRole
    role_rule: str | None
    section: Section | None
    introduction: str | None

    @property
    def declared(self) -> FoundCount | None:
        """Number of points that the introduction announces."""
        return self.section.declared if self.section else None


class GoldListAt(NamedTuple):
    """A list of the gold with its heading, where the gold gives headings."""

    list: GoldList
    heading: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """One gold document beside the report of its text.

    Attributes:
        gold: the answers.
        report: what `parse` made of the same text.
        tolerance: code points by which offsets may differ.
        points: every point of either side; None where the other side has no such point.
        lists: every list of either side; None where the other side has no list of exactly these points.
    """

    gold: GoldDocument
    report: MeetingReport
    tolerance: int
    points: tuple[tuple[FoundPoint | None, GoldPoint | None], ...]
    lists: tuple[tuple[FoundList | None, GoldListAt | None], ...]


def compare(gold: GoldDocument, report: MeetingReport, tolerance: int) -> Comparison:
    """Put a gold document and the report of its text side by side."""
    found = list(_found_lists(report, gold.text))
    points = [point for one in found for point in one.points]
    return Comparison(
        gold,
        report,
        tolerance,
        points=tuple(_paired_points(gold, points, tolerance)),
        lists=tuple(_paired_lists(gold, found, tolerance)),
    )


def _found_lists(report: MeetingReport, text: str) -> Iterator[FoundList]:
    for section in report.sections:
        if numbered := _numbered(section.points, section.role):
            heading = section.heading.text if section.heading else None
            yield FoundList(numbered, section.role, section.rule, section, heading)
        yield from _nested(section.points, section.role, section.rule, text)


def _nested(points: tuple[Point, ...], role: SectionRole, rule: str | None, text: str) -> Iterator[FoundList]:
    """The lists inside points; they have the role of the list around them unless they have their own."""
    for point in points:
        if point.points:
            inner, why = (point.points_role, point.points_rule) if point.points_role else (role, rule)
            if numbered := _numbered(point.points, inner):
                before = text[point.span.start : point.points[0].span.start]
                yield FoundList(numbered, inner, why, None, before)
            yield from _nested(point.points, inner, why, text)


def _numbered(points: tuple[Point, ...], role: SectionRole) -> tuple[FoundPoint, ...]:
    """Only numbered points count, as the gold marks no others."""
    return tuple(FoundPoint(point, role) for point in points if point.number is not None)


def _paired_points(
    gold: GoldDocument, found: list[FoundPoint], tolerance: int
) -> Iterator[tuple[FoundPoint | None, GoldPoint | None]]:
    free = dict(enumerate(found))
    for one in gold.lists:
        for item in one.items:
            distance = {k: abs(point.point.span.start - item.start) for k, point in free.items()}
            nearest = min(distance, key=distance.__getitem__, default=None)
            if nearest is None or distance[nearest] > tolerance:
                yield None, GoldPoint(item, one)
            else:
                yield free.pop(nearest), GoldPoint(item, one)
    for point in free.values():
        yield point, None


def _paired_lists(
    gold: GoldDocument, found: Iterable[FoundList], tolerance: int
) -> Iterator[tuple[FoundList | None, GoldListAt | None]]:
    free = list(found)
    headings = gold.headings or (None,) * len(gold.lists)
    for one, heading in zip(gold.lists, headings, strict=True):
        match = next((candidate for candidate in free if _same_points(candidate, one, tolerance)), None)
        if match is not None:
            free.remove(match)
        yield match, GoldListAt(one, heading)
    for candidate in free:
        yield candidate, None


def _same_points(found: FoundList, gold: GoldList, tolerance: int) -> bool:
    if len(found.points) != len(gold.items):
        return False
    pairs = zip(found.points, gold.items, strict=True)
    return all(abs(point.point.span.start - item.start) <= tolerance for point, item in pairs)
