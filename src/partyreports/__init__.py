r"""Typed, grounded reports from raw Vietnamese meeting briefings.

>>> from partyreports import parse
>>> report = parse("Hội nghị giao ban tháng 5\n\nHội nghị nêu ba nhiệm vụ: một là A; hai là B; ba là C.")
>>> report.title.text
'Hội nghị giao ban tháng 5'
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

# Importing the package costs next to nothing: what it offers is imported when it is first asked for.
_MODELS = "models"
_ELSEWHERE = {
    **dict.fromkeys(("ParseFailure", "parse_many"), "batch"),
    **dict.fromkeys((name for name in __all__ if name.endswith("Error")), "errors"),
    **dict.fromkeys(("MAX_LENGTH", "parse"), "parsing"),
    **dict.fromkeys(("Lexicon", "LexiconEntry"), "text.lexicon"),
    "Tokenizer": "text.tokens",
}


def __getattr__(name: str) -> object:
    """The public name, imported from the module where it lives."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_ELSEWHERE.get(name, _MODELS)}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
