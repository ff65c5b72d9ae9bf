"""The rows of the five tables, column by column.

A name that every database takes, one type per column, and nothing that depends on the articles at hand: what a
row of these holds is the same for one report and for a million.
"""

import datetime

from pydantic import BaseModel, ConfigDict, Field

TABLES_VERSION = "1.0"
"""Version of the tables: it changes whenever a column, its type or its meaning does."""


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class MeetingRow(_Row):
    """Table `meetings`: one row per article, also for one without lists and for one that could not be read."""

    id: str | None = Field(
        description="Name of the article: the `id` given to `parse`, or else `sha256-` and the first 16 digits of "
        "`sha256`. Null only where an article that failed had no name."
    )
    url: str | None = Field(description="Address of the article, as given.")
    path: str | None = Field(description="File that the article was read from, where it came from one.")
    sha256: str | None = Field(description="SHA-256 of the text in UTF-8, hexadecimal.")
    length: int | None = Field(description="Code points of the text.")
    is_meeting_report: bool | None = Field(description="Whether the article reports on a meeting that took place.")
    title: str | None = Field(description="Headline.")
    byline: str | None = Field(description="Author or agency, as printed.")
    published: datetime.date | None = Field(
        description="Date of publication: as given, or else as printed in the dateline, where day, month and year are."
    )
    published_text: str | None = Field(description="Words of the dateline that give it.")
    date: datetime.date | None = Field(
        description="Day of the meeting (its first one); null unless year, month and day are all known."
    )
    year: int | None = Field(description="Year of the meeting, where known.")
    month: int | None = Field(description="Month 1-12, where known.")
    day: int | None = Field(description="Day of the month, where known.")
    last_date: datetime.date | None = Field(description="Last day, where the words give several and it is whole.")
    time: str | None = Field(description="Clock time printed with the date, `08:30`.")
    date_text: str | None = Field(description="The words that give the date.")
    part_of_day: str | None = Field(description="sáng, trưa, chiều or tối. See `PartOfDay`.")
    name: str | None = Field(description="The meeting as the article calls it.")
    kind: str | None = Field(description="Sort of meeting: giao_ban, so_ket, … See `MeetingKind`.")
    format: str | None = Field(description="online, in_person or hybrid. See `MeetingFormat`.")
    period_start: datetime.date | None = Field(description="First day of the period that the meeting reviewed.")
    period_end: datetime.date | None = Field(description="Its last day, included.")
    place: str | None = Field(description="Where it took place, as printed.")
    chairs: tuple[str, ...] = Field(description="Names of those said to chair. More of them in `persons`.")
    organisations: tuple[str, ...] = Field(description="Bodies that attended, as printed.")
    attendance_points: int | None = Field(description="Connected sites (điểm cầu).")
    attendance_points_qualifier: str | None = Field(description="exact, about, over or under. See `Qualifier`.")
    delegates: int | None = Field(description="People attending (đại biểu).")
    delegates_qualifier: str | None = Field(description="exact, about, over or under.")
    views: int | None = Field(description="View count of the dateline.")
    n_sections: int = Field(description="Lists of the article.")
    n_points: int = Field(description="Points of all lists, nested ones counted: rows in `points`.")
    n_achievements: int = Field(description="Outermost points of lists with the role achievement.")
    n_limitations: int = Field(description="Outermost points of lists with the role limitation.")
    n_causes: int = Field(description="Outermost points of lists with the role cause.")
    n_tasks: int = Field(description="Outermost points of lists with the role task.")
    n_lessons: int = Field(description="Outermost points of lists with the role lesson.")
    n_proposals: int = Field(description="Outermost points of lists with the role proposal.")
    n_others: int = Field(description="Outermost points of lists whose role is not said.")
    n_citations: int = Field(description="Documents cited: rows in `citations`.")
    notes: tuple[str, ...] = Field(description="Codes of the notes, in order. Messages and places in `notes`.")
    unclaimed_share: float | None = Field(
        description="Code points that no field explains, as a share of `length`, from 0 to 1; 0 for an empty text."
    )
    error: str | None = Field(
        description="Why there is no report, `Class: message`; then all facts are null or 0. Null where there is one."
    )


class PointRow(_Row):
    """Table `points`: one row per point of a list, nested ones after the point that holds them."""

    meeting_id: str = Field(description="`id` of the article in `meetings`.")
    point: int = Field(description="Place of the point among those of the article, from 1; a key with `meeting_id`.")
    parent: int | None = Field(description="`point` of the one that holds it; null for an outermost point.")
    section: int = Field(description="Place of the list in the article, from 1.")
    path: str = Field(
        description="`s`, the section, and the printed numbers from the outermost point inward: `s1.2.1`. A point "
        "without a number stands with its place: `s1.2.#1`. To be read, not a key: printed numbers may repeat."
    )
    role: str = Field(
        description="What the point is: achievement, task, … See `SectionRole`. Of a nested point what its own "
        "introduction says, or else that of its parent."
    )
    level: int = Field(description="0 for an outermost point, 1 for one nested in it, and so on.")
    numbered: bool = Field(description="Whether the outermost points of the list carry numbers.")
    number: int | None = Field(description="Number that the marker says; null for a bullet or a clause.")
    marker: str = Field(description="The marker as printed; empty for a clause.")
    style: str = Field(description="Family of the marker. See `MarkerStyle`.")
    text: str = Field(description="Words after the marker, further paragraphs and nested points included.")
    own_length: int = Field(description="Code points of `text` before its first nested point, white space not counted.")
    start_offset: int = Field(description="Code point of the article at which `text` begins.")
    end_offset: int = Field(description="Code point after its last.")
    heading: str | None = Field(description="The sentence or heading that introduces the list.")
    declared: int | None = Field(description="How many points that introduction announces.")
    rule: str = Field(description="Rule that accepted the marker.")


class PersonRow(_Row):
    """Table `persons`: those said to chair, and those named as attending."""

    meeting_id: str = Field(description="`id` of the article in `meetings`.")
    person: int = Field(description="Place in this table among those of the article, from 1; a key with `meeting_id`.")
    part: str = Field(description="chair or attending.")
    name: str = Field(description="The name alone.")
    honorific: str | None = Field(description="đồng chí, ông, bà, …")
    degree: str | None = Field(description="Academic title.")
    rank: str | None = Field(description="Military or police rank.")
    positions: tuple[str, ...] = Field(description="Positions in printed order.")
    mentions: int = Field(description="How often the article names the person as such, this mention included.")
    text: str = Field(description="The fullest mention, positions included.")
    start_offset: int = Field(description="Code point of the article at which `text` begins.")
    end_offset: int = Field(description="Code point after its last.")
    rule: str = Field(description="Rule that found the person.")


class CitationRow(_Row):
    """Table `citations`: official documents that the article cites."""

    meeting_id: str = Field(description="`id` of the article in `meetings`.")
    citation: int = Field(description="Place among those of the article, from 1; a key with `meeting_id`.")
    type: str | None = Field(description="Type word in canonical form: Nghị quyết, Chỉ thị, …")
    number: str | None = Field(description="Number with its suffix, as printed: 205-QĐ/TW.")
    issuer: str | None = Field(description="Who issued it, as printed.")
    date: datetime.date | None = Field(description="Date of the document; null unless it is whole.")
    year: int | None = Field(description="Its year, where printed.")
    month: int | None = Field(description="Its month, where printed.")
    day: int | None = Field(description="Its day of the month, where printed.")
    text: str = Field(description="The citation as printed.")
    start_offset: int = Field(description="Code point of the article at which `text` begins.")
    end_offset: int = Field(description="Code point after its last.")
    rule: str = Field(description="Rule that found it.")


class NoteRow(_Row):
    """Table `notes`: what a reader should know about the text or the reading."""

    meeting_id: str = Field(description="`id` of the article in `meetings`.")
    note: int = Field(description="Place among those of the article, from 1; a key with `meeting_id`.")
    code: str = Field(description="Stable code: count-mismatch, number-gap, …")
    message: str = Field(description="One sentence in English.")
    start_offset: int | None = Field(description="Where the place that it speaks of begins; null for the whole text.")
    end_offset: int | None = Field(description="Where it ends.")


ROWS: dict[str, type[BaseModel]] = {
    "meetings": MeetingRow,
    "points": PointRow,
    "persons": PersonRow,
    "citations": CitationRow,
    "notes": NoteRow,
}
"""The row model of each table."""
