"""Accounts for every character: what the fields of a report claim, and what is left."""

from collections.abc import Iterator

from pydantic import BaseModel

from partyreports.construct import construct
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
    Person,
    Point,
    RelatedArticle,
    Section,
    Span,
)
from partyreports.text.spans import complement, merge

# Models whose own span holds every span inside them, but for those of the fields named: a point holds its
# marker, text and nested points; a person is named again elsewhere, and a
# position said of several persons stands before the first: “các Phó Giám đốc A, | B”.
_OUTSIDE: dict[type, tuple[str, ...]] = {
    **dict.fromkeys((Passage, FoundPassage, FoundCount, FoundDate, Period, Evidence), ()),
    **dict.fromkeys((Point, Citation, RelatedArticle), ()),
    Person: ("positions", "mentions"),
}
# The span of a section only says where its list begins and ends: words between two points are in no field,
# so the section claims its heading, the announced count and its points, each by itself.
_SECTION_CLAIMS = ("heading", "declared", "points")


def spans_of(fact: object) -> Iterator[Span]:
    """Every span by which a fact claims words; notes claim nothing, sections only what their fields show."""
    waiting = [fact]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Span):
            yield one
        elif isinstance(one, tuple):
            waiting.extend(one)
        elif isinstance(one, Section):
            waiting.extend(getattr(one, name) for name in _SECTION_CLAIMS)
        elif isinstance(one, BaseModel) and not isinstance(one, Note):
            waiting.extend(one.__dict__.values())


def add_claims(fact: object, claims: list[tuple[int, int]]) -> None:
    """Append the places of `spans_of`, without a look inside what holds its own parts."""
    kind = type(fact)
    if fact is None:
        return
    if (outside := _OUTSIDE.get(kind)) is not None:
        span: Span = fact.span  # type: ignore[attr-defined]
        claims.append((span.start, span.end))
        for name in outside:
            add_claims(getattr(fact, name), claims)
    elif kind is Section:
        section: Section = fact  # type: ignore[assignment]
        parts = (section.heading, section.declared, *section.points)
        claims += [(part.span.start, part.span.end) for part in parts if part is not None]
    elif kind is tuple:
        for member in fact:  # type: ignore[attr-defined]
            add_claims(member, claims)
    elif isinstance(fact, BaseModel):
        for value in fact.__dict__.values():
            add_claims(value, claims)


_NO_WORDS = frozenset(" \n")
"""What mostly stands between two claims."""


def unclaimed(text: str, *facts: object) -> tuple[Passage, ...]:
    """The stretches of `text` that none of the facts claims, white space trimmed.

    Together with the claimed spans they cover every non-space character, once.
    """
    claims: list[tuple[int, int]] = []
    for fact in facts:
        add_claims(fact, claims)
    left = []
    for start, end in complement(merge(claims), len(text)):
        if text[start:end] in _NO_WORDS:
            continue
        if words := text[start:end].strip():
            begin = text.index(words[0], start)
            left.append(construct(Passage, text=words, span=construct(Span, start=begin, end=begin + len(words))))
    return tuple(left)


def claimed_spans(report: MeetingReport) -> list[tuple[int, int]]:
    """Merged `(start, end)` pairs of all that the fields of `report` claim."""
    return merge(
        (span.start, span.end)
        for name, value in report
        if name not in {"unclaimed", "notes"}
        for span in spans_of(value)
    )
