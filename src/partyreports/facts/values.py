"""Dates, counts and periods as an article prints them, and what they say."""

import datetime
from enum import StrEnum

from pydantic import Field, model_validator

from partyreports.facts.passages import Fact, FoundPassage


class PartialDate(Fact):
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
