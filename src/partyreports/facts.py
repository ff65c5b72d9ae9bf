"""The facts of one report, as frozen pydantic models.

`ReportFacts` is the whole; `partyreports.report` adds the ways of showing it. Wherever words are quoted they
come as a `Passage`, whose `text` is exactly `source[span.start:span.end]` of the string that was passed to
`parse`. What counts as which field follows the project's annotation guide (docs/explanation/annotation.md).
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum, StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, model_validator

from partyreports.construct import construct

SCHEMA_VERSION = "3.0"
"""Version of the JSON schema of a report; it changes whenever the schema does."""

_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which UTF-8 cannot hold: its length stays, and offsets true."""
    try:
        text.encode("utf-8")  # many times faster than a search, and nearly no text has one
    except UnicodeEncodeError:
        return _LONE_SURROGATES.sub("\ufffd", text)
    return text


SourceStr = Annotated[
    str,
    PlainSerializer(encodable, return_type=str, when_used="json"),
]
"""A slice of the caller's text. In JSON a lone surrogate (not text at all) is written U+FFFD."""


def shortened(text: str) -> str:
    """The words as Python writes a `str`, of a long one the beginning: how a fact shows what it quotes.

    >>> shortened("ba nhiệm vụ"), shortened("một " * 99)
    ("'ba nhiệm vụ'", "'một một một một một một một một một một một một một một một …'")
    """
    line = " ".join(text[: 4 * _SHORT].split())
    return repr(line if len(line) <= _SHORT else f"{line[:_SHORT].rpartition(' ')[0] or line[:_SHORT]} …")


_SHORT = 60
"""Characters of a quotation that a fact shows of itself."""


class _Shown(str):
    """Stands in a `repr` as it is."""

    __slots__ = ()
    __repr__ = str.__str__


class _Fact(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    def __repr_args__(self) -> Iterator[tuple[str | None, object]]:
        """What `repr` shows: what is known, on one line. All fields as they are: `model_dump()`."""
        for name, value in self:
            if value is not None and value not in ((), {}):
                yield name, _Shown(_brief(value))


def _brief(value: object) -> str:
    if isinstance(value, Passage):
        return shortened(value.text)
    if isinstance(value, Span):
        return f"{value.start}:{value.end}"
    if isinstance(value, Enum):
        return repr(value.value)
    if isinstance(value, tuple):
        return f"[{len(value)}]"
    return shortened(value) if isinstance(value, str) else repr(value)


# --- where words stand


class Span(_Fact):
    """A half-open range of code points in the text that was parsed."""

    start: int = Field(ge=0, description="Offset of the first code point.")
    end: int = Field(ge=0, description="Offset after the last code point.")

    def __len__(self) -> int:
        return self.end - self.start


class Passage(_Fact):
    """Words of the article, quoted exactly, with the place where they stand."""

    text: SourceStr = Field(description="The words: `source[span.start:span.end]`.")
    span: Span = Field(description="Where the words stand in the source.")


class FoundPassage(Passage):
    """A passage together with the rule that found it."""

    rule: str = Field(description="Name of the rule that found it.")


# --- dates and counts


class PartialDate(_Fact):
    """A calendar date of which some parts may be unknown. Unknown parts are never filled in."""

    year: int | None = Field(default=None, ge=1, le=9999, description="Year, if printed or safely known.")
    month: int | None = Field(default=None, ge=1, le=12, description="Month 1-12, if known.")
    day: int | None = Field(default=None, ge=1, le=31, description="Day of the month, if known.")

    @model_validator(mode="after")
    def _possible(self) -> "PartialDate":
        if self.day is not None and self.month is not None:
            # 2000 is a leap year: without a year, 29 February is possible.
            datetime.date(2000 if self.year is None else self.year, self.month, self.day)
        return self

    def isoformat(self) -> str:
        """ISO 8601 with unknown leading parts as dashes and unknown trailing parts left out.

        >>> PartialDate(year=2020, month=6, day=1).isoformat()
        '2020-06-01'
        >>> PartialDate(month=6, day=1).isoformat(), PartialDate(year=2020, month=6).isoformat()
        ('--06-01', '2020-06')
        """
        year = "-" if self.year is None else f"{self.year:04d}"
        if self.month is None:
            return (
                "" if self.year is None and self.day is None else (year if self.day is None else f"---{self.day:02d}")
            )
        return f"{year}-{self.month:02d}" + ("" if self.day is None else f"-{self.day:02d}")

    def to_date(self) -> datetime.date | None:
        """The date as `datetime.date`, or None while year, month or day is unknown.

        >>> PartialDate(year=2020, month=6, day=1).to_date(), PartialDate(month=6, day=1).to_date()
        (datetime.date(2020, 6, 1), None)
        """
        if self.year is None or self.month is None or self.day is None:
            return None
        return datetime.date(self.year, self.month, self.day)


class FoundDate(FoundPassage):
    """A date as printed, and what it says."""

    value: PartialDate = Field(description="What the words say; unknown parts stay unknown.")
    last: PartialDate | None = Field(
        default=None, description="Last day, where the words give a span of days (“trong 2 ngày 5–6/7”)."
    )
    time: datetime.time | None = Field(default=None, description="Clock time printed with the date.")


class Qualifier(StrEnum):
    """How a printed count relates to the true one."""

    EXACT = "exact"
    """The number alone."""
    ABOUT = "about"
    """khoảng, chừng, …"""
    OVER = "over"
    """hơn, trên, …: the true count is larger."""
    UNDER = "under"
    """gần, dưới, …: the true count is smaller."""


class FoundCount(FoundPassage):
    """A number as printed (“70 điểm cầu”, “hơn 1.200 đại biểu”) and its value."""

    value: int = Field(ge=0, description="The number, qualifier dropped.")
    qualifier: Qualifier = Field(
        default=Qualifier.EXACT, description="exact; about (khoảng); over (hơn, trên); under (gần, dưới)."
    )


class Period(FoundPassage):
    """A stretch of time that the article names: “5 tháng đầu năm 2020”."""

    start: datetime.date = Field(description="First day.")
    end: datetime.date = Field(description="Last day, included.")


# --- people


class Person(FoundPassage):
    """A person named in the article. `text` and `span` cover the fullest mention, positions included."""

    name: Passage = Field(description="The name alone, without honorific, rank, degree or position.")
    honorific: Passage | None = Field(default=None, description="đồng chí, ông, bà, …")
    degree: Passage | None = Field(default=None, description="Academic title: GS.TS, PGS, …")
    rank: Passage | None = Field(default=None, description="Military or police rank: Đại tướng, …")
    positions: tuple[Passage, ...] = Field(default=(), description="Positions, one passage each, in printed order.")
    mentions: tuple[Passage, ...] = Field(
        default=(), description="Further mentions of the same person, whole, in reading order."
    )


# --- the meeting


class MeetingKind(StrEnum):
    """What sort of meeting it was."""

    GIAO_BAN = "giao_ban"
    """giao ban: a regular briefing."""
    SO_KET = "so_ket"
    """sơ kết: a review before the end of a period."""
    TONG_KET = "tong_ket"
    """tổng kết: a review at the end of a period."""
    QUAN_TRIET = "quan_triet"
    """quán triệt: a document is made known to those who are to carry it out."""
    PHIEN_HOP = "phien_hop"
    """phiên họp: a session of a standing body."""
    LAM_VIEC = "lam_viec"
    """làm việc: a working session of two bodies."""
    HOP_BAO = "hop_bao"
    """họp báo: a press conference."""
    DAI_HOI = "dai_hoi"
    """đại hội: a congress."""
    TOA_DAM = "toa_dam"
    """tọa đàm: a panel or seminar."""
    KHAC = "khac"
    """khác: a meeting of another kind."""


class MeetingFormat(StrEnum):
    """How people met."""

    ONLINE = "online"
    """trực tuyến."""
    IN_PERSON = "in_person"
    """trực tiếp."""
    HYBRID = "hybrid"
    """trực tiếp kết hợp với trực tuyến."""


class PartOfDay(StrEnum):
    """Part of the day, in the article's own word."""

    MORNING = "sáng"
    """Morning."""
    NOON = "trưa"
    """Noon."""
    AFTERNOON = "chiều"
    """Afternoon."""
    EVENING = "tối"
    """Evening."""


class Evidence(FoundPassage):
    """Words from which a fact without a passage of its own was read."""

    field: str = Field(description="Name of the field that it supports: kind, format, part_of_day, …")


class Meeting(_Fact):
    """The meeting that the article reports."""

    name: FoundPassage | None = Field(default=None, description="The meeting as the article calls it.")
    kind: MeetingKind | None = Field(default=None, description="Sort of meeting.")
    format: MeetingFormat | None = Field(
        default=None, description="online, in_person or hybrid, where the article says so."
    )
    date: FoundDate | None = Field(default=None, description="When it took place (its first day).")
    part_of_day: PartOfDay | None = Field(
        default=None, description="sáng, trưa, chiều or tối, where said of the meeting."
    )
    period: Period | None = Field(default=None, description="The period that the meeting reviewed.")
    place: FoundPassage | None = Field(default=None, description="Where it took place.")
    evidence: tuple[Evidence, ...] = Field(default=(), description="Words behind kind, format and part_of_day.")


class Attendance(_Fact):
    """Who took part, and from how many places."""

    points: FoundCount | None = Field(default=None, description="Connected sites (điểm cầu) of the whole meeting.")
    delegates: FoundCount | None = Field(default=None, description="People attending (đại biểu) the whole meeting.")
    organisations: tuple[FoundPassage, ...] = Field(default=(), description="Bodies that attended, one passage each.")
    persons: tuple[Person, ...] = Field(default=(), description="People named as attending; chairs are under `chairs`.")
    passages: tuple[FoundPassage, ...] = Field(default=(), description="The sentences that say all this.")


# --- numbered lists


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


class Point(_Fact):
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


class ListedPoint(_Fact):
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


class Section(_Fact):
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


# --- citations, links, notes


class Citation(FoundPassage):
    """An official document that the article cites."""

    type: str | None = Field(default=None, description="Type word in canonical form: Nghị quyết, Chỉ thị, …")
    number: SourceStr | None = Field(default=None, description="Number with its type suffix, as printed: 205-QĐ/TW.")
    issuer: SourceStr | None = Field(default=None, description="Who issued it, as printed.")
    date: PartialDate | None = Field(default=None, description="Date of the document, if printed with it.")


class RelatedArticle(FoundPassage):
    """A link of the site's footer to another article. `text` and `span` cover the whole entry."""

    title: Passage = Field(description="Title of the other article.")
    age: Passage | None = Field(default=None, description="Age as printed (“3 tháng trước”), relative to the visit.")


class NoteValue(_Fact):
    """A value of a note as JSON holds it, where all notes have the same fields."""

    name: str = Field(description="What the value is called.")
    number: int | None = Field(default=None, description="The value, if it is a number.")
    text: SourceStr | None = Field(default=None, description="The value, if it is text.")


def _listed_values(values: Mapping[str, int | str]) -> tuple[NoteValue, ...]:
    return tuple(
        construct(
            NoteValue, name=name, **({"number": v, "text": None} if isinstance(v, int) else {"number": None, "text": v})
        )
        for name, v in values.items()
    )


def _named_values(values: object) -> object:
    """Values for validation: by name, also where they are given in a list as JSON holds them."""
    if not isinstance(values, list | tuple):
        return values
    read = [NoteValue.model_validate(value) for value in values]
    return {value.name: value.text if value.number is None else value.number for value in read}


NoteValues = Annotated[
    Mapping[str, int | SourceStr],
    BeforeValidator(_named_values, json_schema_input_type=tuple[NoteValue, ...]),
    PlainSerializer(_listed_values, return_type=tuple[NoteValue, ...], when_used="json"),
]
"""Values by name, as they stand in the sentence of a note; in JSON a list of `NoteValue`."""


class Note(_Fact):
    """Something a reader should know about the text or the reading."""

    code: str = Field(description="Stable code: count-mismatch, number-gap, lone-marker, …")
    message: str = Field(description="One sentence in English.")
    span: Span | None = Field(default=None, description="The place it speaks of.")
    values: NoteValues = Field(
        default={}, description="What the sentence says beside fixed words, by name: the views tell it in any language."
    )

    def __hash__(self) -> int:
        return hash((self.code, self.message, self.span))


class Source(_Fact):
    """Identifies the text that was parsed, without holding it, and keeps what the caller knew besides."""

    length: int = Field(ge=0, description="Code points.")
    sha256: str = Field(description="SHA-256 of the text in UTF-8, hexadecimal.")
    id: SourceStr | None = Field(default=None, description="Name of the article, as given by the caller.")
    url: SourceStr | None = Field(default=None, description="Address of the article, as given by the caller.")
    published: datetime.date | None = Field(
        default=None, description="Date of publication, as given by the caller; never read from the text."
    )


# --- the report


class ReportFacts(_Fact):
    """What one article says: the fields of `MeetingReport`, which is the class to use."""

    schema_version: str = Field(default=SCHEMA_VERSION, description="Version of this schema.")
    source: Source = Field(description="Which text was parsed.")
    is_meeting_report: bool = Field(description="Whether the article reports on a meeting that took place.")
    title: FoundPassage | None = Field(default=None, description="Headline.")
    published: FoundDate | None = Field(default=None, description="Publication date from the dateline.")
    views: FoundCount | None = Field(default=None, description="View count from the dateline.")
    byline: FoundPassage | None = Field(default=None, description="Author or agency.")
    lead: FoundPassage | None = Field(default=None, description="Opening summary.")
    captions: tuple[FoundPassage, ...] = Field(default=(), description="Photo captions.")
    meeting: Meeting = Field(default=Meeting(), description="The meeting itself.")
    chairs: tuple[Person, ...] = Field(default=(), description="Those said to chair it.")
    attendance: Attendance = Field(default=Attendance(), description="Who took part.")
    sections: tuple[Section, ...] = Field(default=(), description="Lists in reading order.")
    citations: tuple[Citation, ...] = Field(default=(), description="Documents cited in the article proper.")
    related: tuple[RelatedArticle, ...] = Field(default=(), description="Links to other articles in the footer.")
    furniture: tuple[FoundPassage, ...] = Field(default=(), description="Other parts of the site around the article.")
    unclaimed: tuple[Passage, ...] = Field(default=(), description="What no field explains, in reading order.")
    notes: tuple[Note, ...] = Field(default=(), description="What a reader should know.")

    @model_validator(mode="before")
    @classmethod
    def _without_conveniences(cls, given: object) -> object:
        # JSON may carry what the properties below say; it is computed anew.
        if isinstance(given, dict) and "conveniences" in given and "conveniences" not in cls.model_fields:
            return {name: value for name, value in given.items() if name != "conveniences"}
        return given

    @property
    def date(self) -> datetime.date | None:
        """When the meeting took place; None while year, month or day is unknown.

        The parts that are known, the words and the rule are in `meeting.date`.
        """
        return self.meeting.date.value.to_date() if self.meeting.date else None

    @property
    def chair(self) -> Person | None:
        """The first of `chairs`; None where nobody is said to chair."""
        return self.chairs[0] if self.chairs else None

    @property
    def attendance_points(self) -> int | None:
        """Number of connected sites (số điểm cầu); None where the article gives none.

        Words and qualifier (“hơn 60 điểm cầu”) are in `attendance.points`.
        """
        return self.attendance.points.value if self.attendance.points else None

    def _points(self, role: SectionRole) -> tuple[Point, ...]:
        return tuple(point for section in self.sections if section.role is role for point in section.points)

    @property
    def achievements(self) -> tuple[Point, ...]:
        """Points of every section with the role `achievement`, in reading order."""
        return self._points(SectionRole.ACHIEVEMENT)

    @property
    def limitations(self) -> tuple[Point, ...]:
        """Points of every section with the role `limitation`, in reading order."""
        return self._points(SectionRole.LIMITATION)

    @property
    def causes(self) -> tuple[Point, ...]:
        """Points of every section with the role `cause`, in reading order."""
        return self._points(SectionRole.CAUSE)

    @property
    def tasks(self) -> tuple[Point, ...]:
        """Points of every section with the role `task`, in reading order."""
        return self._points(SectionRole.TASK)

    @property
    def lessons_learned(self) -> tuple[Point, ...]:
        """Points of every section with the role `lesson`, in reading order."""
        return self._points(SectionRole.LESSON)

    @property
    def proposals(self) -> tuple[Point, ...]:
        """Points of every section with the role `proposal`, in reading order."""
        return self._points(SectionRole.PROPOSAL)
