"""Numbered lists: sections and their points, a tree in Python and one list in JSON."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainSerializer

from partyreports.construct import construct
from partyreports.facts.passages import Fact, Passage, SourceStr, Span
from partyreports.facts.values import FoundCount


class MarkerStyle(StrEnum):
    """How a point is numbered."""

    LA = "la"
    """“Một là”, “Hai là”."""
    THU = "thu"
    """“Thứ nhất”, “Nhóm nhiệm vụ thứ hai”."""
    ARABIC = "arabic"
    """“1.”, “2 -”: digits without a bracket."""
    PAREN = "paren"
    """“1)”: digits with a bracket; “(2)”, “(a)”, “(i)”: anything between two."""
    ROMAN = "roman"
    """“I.”, “ii)”."""
    LETTER = "letter"
    """“a)”, “B.”."""
    BULLET = "bullet"
    """“-”, “•”: a sign that says no number."""
    CLAUSE = "clause"
    """No marker at all: a clause between semicolons."""


class SectionRole(StrEnum):
    """What the points of a section are."""

    ACHIEVEMENT = "achievement"
    """Kết quả: what was reached."""
    LIMITATION = "limitation"
    """Hạn chế, tồn tại: what was not."""
    CAUSE = "cause"
    """Nguyên nhân: why."""
    TASK = "task"
    """Nhiệm vụ, giải pháp: what is to be done."""
    LESSON = "lesson"
    """Bài học kinh nghiệm: what was learned."""
    PROPOSAL = "proposal"
    """Kiến nghị, đề xuất: what others are asked to do."""
    OTHER = "other"
    """None of these, or not said."""


class Point(Fact):
    """One point of a list. Number and marker are as printed: nothing is ever renumbered."""

    number: int | None = Field(ge=0, description="The number that the marker says; null for a bullet or a clause.")
    marker: Passage = Field(
        description="The marker as printed, with its own bracket or dot: “Một là”, “1.”, “(2)”, “a)”, “-”; "
        "empty for a clause."
    )
    style: MarkerStyle = Field(description="Family of the marker.")
    text: SourceStr = Field(description="The words after the marker, further paragraphs and nested points included.")
    text_span: Span = Field(description="Where `text` stands.")
    span: Span = Field(description="Marker and text, nested points included.")
    points: tuple["Point", ...] = Field(default=(), description="Points nested in this one.")
    points_role: SectionRole | None = Field(
        default=None, description="What the nested points are, where their own introduction says it."
    )
    points_rule: str | None = Field(default=None, description="Why the nested points have that role.")
    rule: str = Field(description="Name of the rule that accepted the marker.")


class ListedPoint(Fact):
    """A point as JSON holds it: the points of a section stand in one list, each after the one that it is nested in.

    So the type of the JSON is the same however deep the lists of the articles at hand are.
    """

    parent: int | None = Field(
        default=None,
        ge=0,
        description="Place in the list, from 0, of the point that holds this one; null for none.",
    )
    number: int | None = Field(ge=0, description="The number that the marker says; null for a bullet or a clause.")
    marker: Passage = Field(description="The marker as printed; empty for a clause.")
    style: MarkerStyle = Field(description="Family of the marker.")
    text: SourceStr = Field(description="The words after the marker, further paragraphs and nested points included.")
    text_span: Span = Field(description="Where `text` stands.")
    span: Span = Field(description="Marker and text, nested points included.")
    points_role: SectionRole | None = Field(
        default=None, description="What the points nested in it are, where their own introduction says it."
    )
    points_rule: str | None = Field(default=None, description="Why they have that role.")
    rule: str = Field(description="Name of the rule that accepted the marker.")


def listed(points: Iterable[Point]) -> tuple[ListedPoint, ...]:
    """Points and those nested in them in one list, each after the one that holds it."""
    found: list[ListedPoint] = []

    def add(points: Iterable[Point], parent: int | None) -> None:
        for point in points:
            place = len(found)
            fields = {name: value for name, value in point.__dict__.items() if name != "points"}
            found.append(construct(ListedPoint, parent=parent, **fields))
            add(point.points, place)

    add(points, None)
    return tuple(found)


def _nested(points: object) -> object:
    """Points for validation: as a tree, also where they are given in one list as JSON holds them."""
    if not isinstance(points, list) or not any(isinstance(point, dict) and "parent" in point for point in points):
        return points
    tree: list[dict[str, object]] = []
    lists: list[list[dict[str, object]]] = []
    for place, point in enumerate(points):
        if not isinstance(point, dict) or "points" in point:
            raise ValueError("points stand in one list, or nested in each other, not both")
        parent = point.get("parent")
        if parent is not None and not (isinstance(parent, int) and 0 <= parent < place):
            raise ValueError(f"the parent of point {place} is the place of a point before it, not {parent!r}")
        lists.append([])
        own = {name: value for name, value in point.items() if name != "parent"} | {"points": lists[-1]}
        (tree if parent is None else lists[parent]).append(own)
    return tree


Points = Annotated[
    tuple[Point, ...],
    BeforeValidator(_nested, json_schema_input_type=tuple[ListedPoint, ...]),
    PlainSerializer(listed, return_type=tuple[ListedPoint, ...], when_used="json"),
]
"""The points of a section: a tree in Python, one list of `ListedPoint` in JSON."""


class Section(Fact):
    """A list with the words that introduce it."""

    role: SectionRole = Field(description="What the points are.")
    heading: Passage | None = Field(default=None, description="The sentence or heading that introduces the list.")
    declared: FoundCount | None = Field(default=None, description="How many points the introduction announces.")
    inline: bool = Field(description="True when at least two points stand in the same paragraph.")
    numbered: bool = Field(description="True when the points carry numbers; false for bullets and clauses.")
    points: Points = Field(
        description="The points in reading order. In JSON one list: nested ones after the point that is their `parent`."
    )
    span: Span = Field(description="From the first marker to the end of the last point.")
    rule: str = Field(description="Why the section has its role.")
