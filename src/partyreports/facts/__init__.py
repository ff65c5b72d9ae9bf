"""The facts of one report, as frozen pydantic models.

`ReportFacts` is the whole; `partyreports.report` adds the ways of showing it. What counts as which field follows the
project's annotation guide (docs/explanation/annotation.md).
"""

from partyreports.facts.lists import (
    ListedPoint as ListedPoint,
    MarkerStyle as MarkerStyle,
    Point as Point,
    Points as Points,
    Section as Section,
    SectionRole as SectionRole,
    listed as listed,
)
from partyreports.facts.meeting import (
    Attendance as Attendance,
    Evidence as Evidence,
    Meeting as Meeting,
    MeetingFormat as MeetingFormat,
    MeetingKind as MeetingKind,
    PartOfDay as PartOfDay,
    Person as Person,
)
from partyreports.facts.notes import (
    Note as Note,
    NoteValue as NoteValue,
)
from partyreports.facts.passages import (
    FoundPassage as FoundPassage,
    Passage as Passage,
    SourceStr as SourceStr,
    Span as Span,
    encodable as encodable,
    shortened as shortened,
)
from partyreports.facts.references import (
    Citation as Citation,
    RelatedArticle as RelatedArticle,
)
from partyreports.facts.report import (
    SCHEMA_VERSION as SCHEMA_VERSION,
    ReportFacts as ReportFacts,
    Source as Source,
)
from partyreports.facts.values import (
    FoundCount as FoundCount,
    FoundDate as FoundDate,
    PartialDate as PartialDate,
    Period as Period,
    Qualifier as Qualifier,
)
