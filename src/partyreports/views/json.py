"""The report as JSON, with the conveniences of the Python report where they are asked for."""

import datetime

from pydantic import BaseModel, ConfigDict, Field

from partyreports.construct import construct
from partyreports.facts import Person, Points, ReportFacts


class Conveniences(BaseModel):
    """What the properties of a report give, for programs that read its JSON.

    It says nothing that the rest does not say, and is left out when JSON is read back.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    date: datetime.date | None = Field(description="When the meeting took place; null unless the date is whole.")
    chair: Person | None = Field(description="The first of `chairs`.")
    attendance_points: int | None = Field(description="Number of connected sites (điểm cầu).")
    achievements: Points = Field(description="Points of every section with the role achievement, in one list.")
    limitations: Points = Field(description="Points of every section with the role limitation, in one list.")
    causes: Points = Field(description="Points of every section with the role cause, in one list.")
    tasks: Points = Field(description="Points of every section with the role task, in one list.")
    lessons_learned: Points = Field(description="Points of every section with the role lesson, in one list.")
    proposals: Points = Field(description="Points of every section with the role proposal, in one list.")


class ReportWithConveniences(ReportFacts):
    """A report with its conveniences, as it is written to JSON."""

    conveniences: Conveniences = Field(description="What the properties of the report give.")


def to_json(report: ReportFacts, *, indent: int | None = None, conveniences: bool = False) -> str:
    r"""The report as JSON.

    Args:
        report: what `parse` gave.
        indent: spaces for each level; None writes one line.
        conveniences: add the key `conveniences`, with `date`, `chair`, `attendance_points`, `achievements`, `tasks` and
            the other properties of a report.

    >>> import json
    >>> from partyreports import parse
    >>> report = parse("Tin\n\nCác nhiệm vụ:\n1. Rà soát.\n2. Báo cáo.")
    >>> document = json.loads(to_json(report, conveniences=True))
    >>> [task["text"] for task in document["conveniences"]["tasks"]]
    ['Rà soát.', 'Báo cáo.']
    """
    if not conveniences:
        return report.model_dump_json(indent=indent)
    added = construct(Conveniences, **{name: getattr(report, name) for name in Conveniences.model_fields})
    return construct(ReportWithConveniences, **report.__dict__, conveniences=added).model_dump_json(indent=indent)
