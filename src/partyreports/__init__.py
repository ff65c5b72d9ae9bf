"""Typed, grounded reports from raw Vietnamese meeting briefings.

>>> from partyreports import parse
>>> report = parse("Hội nghị giao ban tháng 5\\n\\nHội nghị có ba nhiệm vụ: một là A; hai là B; ba là C.")
>>> report.title.text
'Hội nghị giao ban tháng 5'
"""

from partyreports.errors import (
    GoldError,
    InputFileError,
    InputTypeError,
    LexiconError,
    PartyReportsError,
    TextTooLongError,
    TokenizerError,
)
from partyreports.models import *  # noqa: F403
from partyreports.models import __all__ as _models
from partyreports.parsing import parse
from partyreports.text.lexicon import Lexicon, LexiconEntry

__version__ = "0.1.0"
__all__ = [  # noqa: PLE0604
    "GoldError", "InputFileError", "InputTypeError", "Lexicon", "LexiconEntry", "LexiconError",
    "PartyReportsError", "TextTooLongError", "TokenizerError", "parse",
    *_models,
]
