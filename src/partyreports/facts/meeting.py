"""The meeting and those who took part."""

from enum import StrEnum

from pydantic import Field

from partyreports.facts.passages import Fact, FoundPassage, Passage
from partyreports.facts.values import FoundCount, FoundDate, Period


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


class Meeting(Fact):
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


class Attendance(Fact):
    """Who took part, and from how many places."""

    points: FoundCount | None = Field(default=None, description="Connected sites (điểm cầu) of the whole meeting.")
    delegates: FoundCount | None = Field(default=None, description="People attending (đại biểu) the whole meeting.")
    organisations: tuple[FoundPassage, ...] = Field(default=(), description="Bodies that attended, one passage each.")
    persons: tuple[Person, ...] = Field(default=(), description="People named as attending; chairs are under `chairs`.")
    passages: tuple[FoundPassage, ...] = Field(default=(), description="The sentences that say all this.")
