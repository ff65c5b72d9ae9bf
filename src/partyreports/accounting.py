"""Accounts for every character: what the fields of a report claim, and what is left."""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from partyreports.models import MeetingReport, Note, Passage, Span
from partyreports.text.spans import gaps, merge

_WORDS = re.compile(r"\S(?:.*\S)?", re.DOTALL)


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


def unclaimed(text: str, *facts: object) -> tuple[Passage, ...]:
    """The stretches of `text` that none of the facts claims, white space trimmed.

    Together with the claimed spans they cover every non-space character, once.
    """
    claimed = merge((span.start, span.end) for fact in facts for span in spans_of(fact))
    left = []
    for start, end in gaps(claimed, len(text)):
        for match in _WORDS.finditer(text[start:end]):
            begin = start + match.start()
            stop = start + match.end()
            left.append(Passage(text=text[begin:stop], span=Span(start=begin, end=stop)))
    return tuple(left)


def claimed_spans(report: MeetingReport) -> list[tuple[int, int]]:
    """Merged `(start, end)` pairs of all that the fields of `report` claim."""
    return merge(
        (span.start, span.end)
        for name, value in report
        if name not in {"unclaimed", "notes"}
        for span in spans_of(value)
    )
