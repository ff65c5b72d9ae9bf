"""From the text of an article to its report: the page to read first.

    raw str ─ SourceText ─ furniture ─ markers ─ series ─ sections ─┐
                              └─ occasion ─ facts ──────────────────┴─ MeetingReport

Each stage is a pure function of what stands left of it.
"""

import datetime
import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from partyreports.citations import find_citations
from partyreports.construct import construct
from partyreports.coverage import unclaimed
from partyreports.errors import InputTypeError, TextTooLongError
from partyreports.layout.lost_spaces import find_lost_spaces
from partyreports.layout.segmentation import Layout, find_layout
from partyreports.lists.candidates import find_markers
from partyreports.lists.sections import find_sections
from partyreports.lists.series import find_series
from partyreports.meeting.attendance import find_attendance
from partyreports.meeting.chairs import find_chairs
from partyreports.meeting.date import MeetingDate, find_date
from partyreports.meeting.details import MeetingDetails, find_details
from partyreports.meeting.detection import MeetingMentions, detect_meeting
from partyreports.meeting.period import find_period
from partyreports.models import SCHEMA_VERSION, Evidence, Meeting, MeetingReport, Note, Period, Source
from partyreports.text.lexicon import Lexicon, LexiconEntry
from partyreports.text.source import SourceText
from partyreports.text.tokens import Tokenizer, reader_for

MAX_LENGTH = 20_000_000
"""Longest text, in code points, that `parse` takes unless told otherwise."""


def parse(
    text: str,
    *,
    published: datetime.date | None = None,
    id: str | None = None,  # noqa: A002  (the public name of the field that keeps it)
    url: str | None = None,
    meeting: bool | None = None,
    lexicon: Lexicon | Iterable[LexiconEntry | Mapping[str, Any]] | None = None,
    tokenizer: Tokenizer | None = None,
    max_length: int = MAX_LENGTH,
) -> MeetingReport:
    r"""Read one article and return its report.

    Args:
        text: the article as scraped or pasted; any `str`, also an empty one.
        published: when the article was published, where the caller knows it: completes a year that is not
            printed, and is kept in `report.source`; `report.published` stays what is printed.
        id: name of the article, kept in `report.source`.
        url: address of the article, kept in `report.source`.
        meeting: True or False where the caller knows whether a meeting is reported; None lets the evidence decide.
        lexicon: vocabulary to use instead of `Lexicon.default()`, or entries to add to it for this
            call. Make one `Lexicon` and pass it again where the same entries serve many calls.
        tokenizer: callable that splits one short line into words, instead of underthesea's.
        max_length: longest text to take, in code points.

    Returns:
        The report. Every quoted text is `text[span.start:span.end]`; what no field explains stands in
        `unclaimed`, what a reader should know in `notes`.

    Raises:
        InputTypeError: `text` is no `str`.
        TextTooLongError: `text` is longer than `max_length`.
        LexiconError: an entry of `lexicon` does not validate.

    >>> tasks = "Ngành tập trung ba nhiệm vụ sau:\n1. Rà soát.\n2. Bổ sung.\n3. Báo cáo."
    >>> report = parse("Nhiệm vụ tháng 6\n\n" + tasks)
    >>> [(point.number, point.marker.text, point.text) for point in report.tasks]
    [(1, '1.', 'Rà soát.'), (2, '2.', 'Bổ sung.'), (3, '3.', 'Báo cáo.')]
    """
    source = SourceText(_checked(text, max_length))
    terms = vocabulary(lexicon)
    layout = find_layout(source, terms)

    markers = find_markers(source, layout, terms, reader_for(tokenizer))
    series = find_series(source, layout, markers.value, terms)
    sections = find_sections(source, layout, series.value, terms)

    occasion = detect_meeting(source, layout, terms, given=meeting)
    when = find_date(source, layout, occasion)
    nature = find_details(source, layout, occasion, terms)
    period = find_period(source, layout, occasion, when.date)
    chairs = find_chairs(source, layout, occasion, terms)
    attendance = find_attendance(source, layout, occasion, chairs, terms)
    citations = find_citations(source, layout, terms)

    facts: dict[str, Any] = {
        "title": layout.title_passage,
        "published": layout.published,
        "views": layout.views,
        "byline": layout.byline,
        "lead": layout.lead_passage,
        "captions": layout.caption_passages,
        "meeting": _meeting(nature, when, period),
        "chairs": chairs,
        "attendance": attendance,
        "sections": sections.value,
        "citations": citations,
        "related": layout.related,
        "furniture": layout.furniture,
    }
    return construct(
        MeetingReport,
        schema_version=SCHEMA_VERSION,
        source=construct(
            Source,
            length=len(text),
            sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
            id=id,
            url=url,
            published=published,
        ),
        is_meeting_report=occasion.is_meeting,
        **facts,
        unclaimed=unclaimed(text, *facts.values()),
        notes=(
            *_general_notes(layout, occasion),
            *markers.notes,
            *series.notes,
            *sections.notes,
            *find_lost_spaces(source, layout),
        ),
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


def vocabulary(lexicon: Lexicon | Iterable[LexiconEntry | Mapping[str, Any]] | None) -> Lexicon:
    """The lexicon to use: the default one, the one given, or the default one with the entries given."""
    if lexicon is None:
        return Lexicon.default()
    return lexicon if isinstance(lexicon, Lexicon) else Lexicon.default().extended(lexicon)


def _meeting(nature: MeetingDetails, when: MeetingDate, period: Period | None) -> Meeting:
    evidence = nature.evidence
    if (words := when.part_words) is not None:
        evidence += (construct(Evidence, text=words.text, span=words.span, rule=words.rule, field="part_of_day"),)
    return construct(
        Meeting,
        name=nature.name,
        kind=nature.kind,
        format=nature.format,
        date=when.date,
        part_of_day=when.part_of_day,
        period=period,
        place=nature.place,
        evidence=evidence,
    )


def _general_notes(layout: Layout, occasion: MeetingMentions) -> tuple[Note, ...]:
    if layout.title_passage is None and not layout.body:
        return (Note(code="empty-text", message="The text is empty or blank."),)
    if not occasion.is_meeting:
        return (
            Note(code="not-a-meeting", message=f"The article reports no meeting that took place ({occasion.rule})."),
        )
    return ()
