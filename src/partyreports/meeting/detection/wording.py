"""How much an article is worded like the report of a meeting, or like something else.

Reports of meetings share a vocabulary that no list of cues holds (“nhấn mạnh”, “thống nhất”, “còn hạn chế”), and so do
crime, markets, travel or advice. So the words of the beginning, and pairs of neighbouring words, are weighed by a
linear model: `data/weights/wording.json`, fitted by `tools/fit_detection.py`. Names of persons, places and bodies are
kept out of it, so that it cannot learn who meets, only how a meeting is told.
"""

import math
from collections.abc import Collection, Iterable

from partyreports.rules import weights

_MODEL = weights("wording")
_KNOWN = frozenset(_MODEL.of)
LITTLE = 20
"""Known words that are too few to tell: the sum of the weights is scaled as if so many more told nothing."""


def leaning(words: Iterable[str]) -> float:
    """How surely words are those of the report of a meeting (up to 1), or those of another article (down to -1)."""
    return certainty(score_of([_MODEL.of[word] for word in _KNOWN.intersection(words)], _MODEL.bias))


def score_of(told: Collection[float], bias: float) -> float:
    """Log-odds of a report, of the weights of the known words."""
    return math.fsum(told) / math.sqrt(len(told) + LITTLE) + bias  # (`fsum`: the same in any order)


def certainty(score: float) -> float:
    """From -1, for words that no report has, to 1, for words that only reports have."""
    return math.tanh(score / 2)
