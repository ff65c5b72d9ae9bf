"""The languages in which reports, errors and the program are shown: all words in English and Vietnamese."""

from partyreports.language.catalogue import LANGUAGES, Language, closest_language, language
from partyreports.language.marks import Phrase, Plural, gettext_noop, ngettext_noop, reason_of

__all__ = [
    "LANGUAGES",
    "Language",
    "Phrase",
    "Plural",
    "closest_language",
    "gettext_noop",
    "language",
    "ngettext_noop",
    "reason_of",
]
