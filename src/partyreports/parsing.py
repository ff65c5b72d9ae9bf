"""From the text of an article to its report: the page to read first.

    raw str ─ SourceText ─ furniture ─ markers ─ series ─ sections ─┐
                              └─ occasion ─ facts ──────────────────┴─ MeetingReport

Each stage is a pure function of what stands left of it.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from partyreports.accounting import unclaimed
from partyreports.errors import InputTypeError, TextTooLongError
from partyreports.facts.attendance import find_attendance
from partyreports.facts.citations import find_citations
from partyreports.facts.dates import find_meeting_date
from partyreports.facts.meeting import find_meeting
from partyreports.facts.people import find_chairs
from partyreports.facts.periods import find_period
from partyreports.models import MeetingReport, Note, Source
from partyreports.structure.furniture import find_furniture
from partyreports.structure.markers import find_markers
from partyreports.structure.occasion import find_occasion
from partyreports.structure.sections import find_sections
from partyreports.structure.series import find_series
from partyreports.text.lexicon import Lexicon, LexiconEntry
from partyreports.text.source import SourceText
from partyreports.text.tokens import Tokenizer, reader_for

MAX_LENGTH = 20_000_000
"""Longest text, in code points, that `parse` takes unless told otherwise."""


def parse(
    text: str,
    *,
    lexicon: Lexicon | Iterable[LexiconEntry | Mapping[str, Any]] | None = None,
    tokenizer: Tokenizer | None = None,
    max_length: int = MAX_LENGTH,
) -> MeetingReport:
    """Read one article and return its report."""
    source = SourceText(_checked(text, max_length))
    vocabulary = _vocabulary(lexicon)
    layout = find_furniture(source, vocabulary)

    markers = find_markers(source, layout, vocabulary, reader_for(tokenizer))
    series = find_series(source, layout, markers.value, vocabulary)
    sections = find_sections(source, layout, series.value, vocabulary)

    occasion = find_occasion(source, layout, vocabulary)
    date = find_meeting_date(source, layout, occasion, vocabulary)
    period = find_period(source, layout, occasion, date, vocabulary)
    meeting = find_meeting(source, layout, occasion, date, period, vocabulary)
    chairs = find_chairs(source, layout, occasion, vocabulary)
    attendance = find_attendance(source, layout, occasion, chairs, vocabulary)
    citations = find_citations(source, layout, vocabulary)

    facts: dict[str, Any] = {
        "title": layout.title_passage,
        "published": layout.published,
        "views": layout.views,
        "byline": layout.byline,
        "lead": layout.lead_passage,
        "captions": layout.caption_passages,
        "meeting": meeting,
        "chairs": chairs,
        "attendance": attendance,
        "sections": sections.value,
        "citations": citations,
        "related": layout.related,
        "furniture": layout.furniture,
    }
    notes: tuple[Note, ...] = (*markers.notes, *series.notes, *sections.notes)
    return MeetingReport(
        source=Source(length=len(text), sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()),
        is_meeting_report=occasion.is_meeting,
        **facts,
        unclaimed=unclaimed(text, *facts.values()),
        notes=notes,
    )


def _checked(text: object, max_length: int) -> str:
    if not isinstance(text, str):
        hint = "; decode it first, for example data.decode('utf-8')" if isinstance(text, bytes | bytearray) else ""
        raise InputTypeError(f"parse() takes the text of an article as str, not {type(text).__name__}{hint}")
    if len(text) > max_length:
        raise TextTooLongError(
            f"the text has {len(text):,} characters; the limit is {max_length:,} (raise max_length to allow it)"
        )
    return text


def _vocabulary(lexicon: Lexicon | Iterable[LexiconEntry | Mapping[str, Any]] | None) -> Lexicon:
    if lexicon is None:
        return Lexicon.default()
    return lexicon if isinstance(lexicon, Lexicon) else Lexicon.default().extended(lexicon)
