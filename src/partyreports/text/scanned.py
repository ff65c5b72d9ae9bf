"""A text with its vocabulary: what every rule is given."""

from dataclasses import dataclass

from partyreports.text.cues import Cues
from partyreports.text.lexicon import Lexicon
from partyreports.text.source import SourceText


@dataclass(frozen=True, slots=True)
class ScannedText:
    """An analysed text, the vocabulary, and where the vocabulary stands in the text."""

    source: SourceText
    lexicon: Lexicon
    cues: Cues
    without: frozenset[str] = frozenset()
    """Names of the rules that are switched off."""


def scan(raw: str, lexicon: Lexicon | None = None, *, without: frozenset[str] = frozenset()) -> ScannedText:
    """Analyse a text and look for the vocabulary in it, once.

    Args:
        raw: the caller's string.
        lexicon: the vocabulary; the one that ships if None.
        without: names of rules to switch off.
    """
    source = SourceText(raw)
    vocabulary = lexicon or Lexicon.default()
    return ScannedText(source, vocabulary, Cues(source, vocabulary), without)
