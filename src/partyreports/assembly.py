"""Puts what the stages found together as one report, and lists what nothing explains."""

import datetime
import hashlib
from collections.abc import Mapping

from partyreports.construct import construct
from partyreports.coverage import unclaimed
from partyreports.layout.article import Article
from partyreports.layout.segmentation import Layout
from partyreports.meeting.date.choosing import MeetingDate
from partyreports.meeting.details.finding import MeetingDetails
from partyreports.meeting.detection.deciding import MeetingMentions
from partyreports.models import SCHEMA_VERSION, Evidence, Meeting, MeetingReport, Note, Period, Source
from partyreports.notes import make_note


def report_of(
    source: Source, article: Article, mentions: MeetingMentions, facts: Mapping[str, object]
) -> MeetingReport:
    """The report.

    Args:
        source: which text was parsed.
        article: the article, whose layout gives the facts that stand around it.
        mentions: whether a meeting is reported.
        facts: the other fields of the report by name, `notes` among them.
    """
    notes = facts["notes"]
    claims = {**_layout_facts(article.layout), **{name: fact for name, fact in facts.items() if name != "notes"}}
    fields = {
        "schema_version": SCHEMA_VERSION,
        "source": source,
        "is_meeting_report": mentions.is_meeting,
        **claims,
        "unclaimed": unclaimed(article.source.raw, *claims.values()),
        "notes": (*_general_notes(article, mentions), *notes),  # type: ignore[misc]
    }
    return construct(MeetingReport, **{name: fields[name] for name in MeetingReport.model_fields})


def source_of(text: str, name: str | None, url: str | None, published: datetime.date | None) -> Source:
    """What identifies the text, and what the caller knew of it."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return construct(Source, length=len(text), sha256=digest, id=name, url=url, published=published)


def meeting_of(details: MeetingDetails, date: MeetingDate, period: Period | None) -> Meeting:
    """The meeting, from what the stages found of it."""
    evidence = details.evidence
    if (words := date.part_words) is not None:
        evidence += (construct(Evidence, text=words.text, span=words.span, rule=words.rule, field="part_of_day"),)
    return construct(
        Meeting,
        name=details.name,
        kind=details.kind,
        format=details.format,
        date=date.date,
        part_of_day=date.part_of_day,
        period=period,
        place=details.place,
        evidence=evidence,
    )


def _layout_facts(layout: Layout) -> dict[str, object]:
    return {
        "title": layout.title_passage,
        "published": layout.published,
        "views": layout.views,
        "byline": layout.byline,
        "lead": layout.lead_passage,
        "captions": layout.caption_passages,
        "related": layout.related,
        "furniture": layout.furniture,
    }


def _general_notes(article: Article, mentions: MeetingMentions) -> tuple[Note, ...]:
    layout = article.layout
    if layout.title_passage is None and not layout.body:
        return (make_note("empty-text"),)
    if not mentions.is_meeting:
        return (make_note("not-a-meeting", rule=mentions.rule),)
    return ()
