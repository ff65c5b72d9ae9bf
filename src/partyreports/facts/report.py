"""The facts of one report: the whole that the other facts are parts of."""

import datetime

from pydantic import Field, model_validator

from partyreports.facts.lists import Point, Section, SectionRole
from partyreports.facts.meeting import Attendance, Meeting, Person
from partyreports.facts.notes import Note
from partyreports.facts.passages import Fact, FoundPassage, Passage, SourceStr
from partyreports.facts.references import Citation, RelatedArticle
from partyreports.facts.values import FoundCount, FoundDate

SCHEMA_VERSION = "3.0"
"""Version of the JSON schema of a report; it changes whenever the schema does."""


class Source(Fact):
    """Identifies the text that was parsed, without holding it, and keeps what the caller knew besides."""

    length: int = Field(ge=0, description="Code points.")
    sha256: str = Field(description="SHA-256 of the text in UTF-8, hexadecimal.")
    id: SourceStr | None = Field(default=None, description="Name of the article, as given by the caller.")
    url: SourceStr | None = Field(default=None, description="Address of the article, as given by the caller.")
    published: datetime.date | None = Field(
        default=None, description="Date of publication, as given by the caller; never read from the text."
    )


class ReportFacts(Fact):
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
