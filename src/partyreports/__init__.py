r"""Typed, grounded reports from raw Vietnamese meeting briefings.

>>> from partyreports import parse
>>> report = parse("Hội nghị giao ban tháng 5\n\nHội nghị nêu ba nhiệm vụ: một là A; hai là B; ba là C.")
>>> report.title.text
'Hội nghị giao ban tháng 5'
"""

from partyreports.batch import ParseFailure, parse_many
from partyreports.errors import (
    GoldError,
    InputFileError,
    InputTypeError,
    LexiconError,
    MissingExtraError,
    PartyReportsError,
    TextMismatchError,
    TextTooLongError,
    TokenizerError,
)
from partyreports.models import (
    SCHEMA_VERSION,
    Attendance,
    Citation,
    Evidence,
    FoundCount,
    FoundDate,
    FoundPassage,
    MarkerStyle,
    Meeting,
    MeetingFormat,
    MeetingKind,
    MeetingReport,
    Note,
    PartialDate,
    PartOfDay,
    Passage,
    Period,
    Person,
    Point,
    Qualifier,
    RelatedArticle,
    Section,
    SectionRole,
    Source,
    Span,
)
from partyreports.parsing import MAX_LENGTH, parse
from partyreports.text.lexicon import Lexicon, LexiconEntry
from partyreports.text.tokens import Tokenizer

__version__ = "0.1.0"
__all__ = [
    "MAX_LENGTH",
    "SCHEMA_VERSION",
    "Attendance",
    "Citation",
    "Evidence",
    "FoundCount",
    "FoundDate",
    "FoundPassage",
    "GoldError",
    "InputFileError",
    "InputTypeError",
    "Lexicon",
    "LexiconEntry",
    "LexiconError",
    "MarkerStyle",
    "Meeting",
    "MeetingFormat",
    "MeetingKind",
    "MeetingReport",
    "MissingExtraError",
    "Note",
    "ParseFailure",
    "PartOfDay",
    "PartialDate",
    "PartyReportsError",
    "Passage",
    "Period",
    "Person",
    "Point",
    "Qualifier",
    "RelatedArticle",
    "Section",
    "SectionRole",
    "Source",
    "Span",
    "TextMismatchError",
    "TextTooLongError",
    "Tokenizer",
    "TokenizerError",
    "parse",
    "parse_many",
]
