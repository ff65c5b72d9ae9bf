"""Accounts for every character: what the fields of a report claim, and what is left."""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from partyreports.models import (
    Citation,
    Evidence,
    FoundCount,
    FoundDate,
    FoundPassage,
    MeetingReport,
    Note,
    Passage,
    Period,
    Point,
    RelatedArticle,
    Span,
)
from partyreports.text.spans import gaps, merge

_WORDS = re.compile(r"\S(?:.*\S)?", re.DOTALL)
_COVERS_ITS_PARTS = frozenset(
    {Citation, Evidence, FoundCount, FoundDate, FoundPassage, Passage, Period, Point, RelatedArticle}
)
"""Models whose own span holds every span inside them: a point its marker, text and nested points."""


def spans_of(fact: object) -> Iterator[Span]:
    """Every span that stands anywhere in a fact; notes claim nothing."""
    waiting = [fact]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Span):
            yield one
        elif isinstance(one, tuple):
            waiting.extend(one)
        elif isinstance(one, BaseModel) and not isinstance(one, Note):
            waiting.extend(one.__dict__.values())


def claims_of(fact: object) -> Iterator[tuple[int, int]]:
    """The same places as `spans_of`, merged, without a look inside what covers its own parts."""
    if type(fact) in _COVERS_ITS_PARTS:
        span: Span = fact.span  # type: ignore[attr-defined]
        yield span.start, span.end
    elif isinstance(fact, Span):
        yield fact.start, fact.end
    elif isinstance(fact, tuple):
        for member in fact:
            yield from claims_of(member)
    elif isinstance(fact, BaseModel) and not isinstance(fact, Note):
        for value in fact.__dict__.values():
            yield from claims_of(value)


def unclaimed(text: str, *facts: object) -> tuple[Passage, ...]:
    """The stretches of `text` that none of the facts claims, white space trimmed.

    Together with the claimed spans they cover every non-space character, once.
    """
    claimed = merge(claim for fact in facts for claim in claims_of(fact))
    left = []
    for start, end in gaps(claimed, len(text)):
        for match in _WORDS.finditer(text, start, end):
            begin, stop = match.span()
            left.append(Passage(text=match[0], span=Span(start=begin, end=stop)))
    return tuple(left)


def claimed_spans(report: MeetingReport) -> list[tuple[int, int]]:
    """Merged `(start, end)` pairs of all that the fields of `report` claim."""
    return merge(
        (span.start, span.end)
        for name, value in report
        if name not in {"unclaimed", "notes"}
        for span in spans_of(value)
    )
