"""The promises that every report keeps, as checks that anyone can run.

`broken_promises(report, text)` is what the property tests, the fuzz target and the soak run ask; a
pipeline that must not trust us can ask it too.
"""

import hashlib
from collections.abc import Iterator

from pydantic import BaseModel

from partyreports.coverage import claimed_spans
from partyreports.errors import InputTypeError
from partyreports.models import MarkerStyle, MeetingReport, Passage, Point, Span


def broken_promises(report: MeetingReport, text: str) -> list[str]:
    """What is wrong with `report` as a report of `text`; empty when every promise holds.

    Args:
        report: what `parse(text)` gave, or a report that was stored and read back.
        text: the very string that was parsed.

    Returns:
        One English sentence for each promise broken, with the path of the field.

    Raises:
        InputTypeError: `report` is no `MeetingReport`, or `text` no `str`.

    >>> from partyreports import parse
    >>> text = "Họp báo tháng 5"
    >>> broken_promises(parse(text), text)
    []
    >>> broken_promises(parse(text), "Another text")[0]
    'source: the report is of another text'
    """
    for value, wanted in ((report, MeetingReport), (text, str)):
        if not isinstance(value, wanted):
            raise InputTypeError("broken_promises() takes a report and its text, not {kind}", kind=type(value).__name__)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if (report.source.length, report.source.sha256) != (len(text), digest):
        return ["source: the report is of another text"]
    return [*_ungrounded("", report, text), *_disordered(report, text), *_unaccounted(report, text)]


def _ungrounded(path: str, fact: object, text: str, *, empty_allowed: bool = False) -> Iterator[str]:
    """Spans outside the text, words that do not stand there, fields without a rule."""
    if isinstance(fact, tuple):
        for i, member in enumerate(fact):
            yield from _ungrounded(f"{path}[{i}]", member, text)
    if not isinstance(fact, BaseModel):
        return
    if isinstance(fact, Span) and not fact.start <= fact.end <= len(text):
        yield f"{path}: span {fact.start}-{fact.end} is outside the text"
    if isinstance(fact, Passage) and fact.text != text[fact.span.start : fact.span.end]:
        yield f"{path}: its words do not stand at its span"
    if isinstance(fact, Passage) and not fact.text.strip() and not empty_allowed:
        yield f"{path}: it quotes nothing"
    if isinstance(fact, Point) and fact.text != text[fact.text_span.start : fact.text_span.end]:
        yield f"{path}: its text does not stand at text_span"
    if getattr(fact, "rule", "some") == "":
        yield f"{path}: it names no rule"
    for name, value in fact:
        # A clause has no marker: its marker is empty and only says where the clause begins.
        empty = name == "marker" and isinstance(fact, Point) and fact.style is MarkerStyle.CLAUSE
        yield from _ungrounded(f"{path}.{name}" if path else name, value, text, empty_allowed=empty)


def _disordered(report: MeetingReport, text: str) -> Iterator[str]:
    """Siblings that overlap or stand in the wrong order, children outside their parents."""
    for name in ("sections", "citations", "related", "captions", "unclaimed"):
        spans = [member.span for member in getattr(report, name)]
        yield from _unsorted(name, spans)
    for i, section in enumerate(report.sections):
        path = f"sections[{i}]"
        yield from _bad_points(path, section.points, section.span, text)
        if section.points and section.span.start != section.points[0].span.start:
            yield f"{path}: it does not start at its first point"


def _unsorted(path: str, spans: list[Span]) -> Iterator[str]:
    for i in range(1, len(spans)):
        if spans[i].start < spans[i - 1].end:
            yield f"{path}[{i}]: it overlaps the one before, or stands before it"


def _bad_points(path: str, points: tuple[Point, ...], bounds: Span, text: str) -> Iterator[str]:
    yield from _unsorted(f"{path}.points", [point.span for point in points])
    for i, point in enumerate(points):
        here = f"{path}.points[{i}]"
        if not bounds.start <= point.span.start <= point.span.end <= bounds.end:
            yield f"{here}: it is outside its parent"
        if not point.span.start == point.marker.span.start <= point.marker.span.end <= point.text_span.start:
            yield f"{here}: marker and text are out of order"
        between = text[point.marker.span.end : point.text_span.start]
        if any(char.isalnum() for char in between):
            yield f"{here}: words stand between its marker and its text"
        if point.text_span.end != point.span.end:
            yield f"{here}: its text and its span end apart"
        yield from _bad_points(here, point.points, point.text_span, text)


def _unaccounted(report: MeetingReport, text: str) -> Iterator[str]:
    """Characters that are neither claimed nor listed, or both."""
    unclaimed = [(passage.span.start, passage.span.end) for passage in report.unclaimed]
    claimed = claimed_spans(report)
    both = sorted([*claimed, *unclaimed])
    position = 0
    for start, end in both:
        if start < position:
            yield f"unclaimed: {start}-{min(end, position)} is claimed as well"
        if text[position:start].strip():
            yield f"unclaimed: {position}-{start} is neither claimed nor listed"
        position = max(position, end)
    if text[position:].strip():
        yield f"unclaimed: {position}-{len(text)} is neither claimed nor listed"
