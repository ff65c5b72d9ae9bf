"""Weights of words: how surely a text is worded like one kind of thing, or like another."""

import math
from collections.abc import Collection, Iterable

from partyreports.rules.weights import Weights

LITTLE = 20
"""Known words that are too few to tell: the sum of the weights is scaled as if so many more told nothing."""


class Wording:
    """A linear model of words.

    Args:
        model: the weights of the words.
    """

    def __init__(self, model: Weights) -> None:
        self._model = model
        self._known = frozenset(model.of)

    def leaning(self, words: Iterable[str]) -> float:
        """How surely words are those of what the model looks for (up to 1), or of something else (down to -1)."""
        of = self._model.of
        return certainty(score_of([of[word] for word in self._known.intersection(words)], self._model.bias))


def score_of(told: Collection[float], bias: float) -> float:
    """Log-odds of what a model looks for, of the weights of the known words."""
    return math.fsum(told) / math.sqrt(len(told) + LITTLE) + bias  # (`fsum`: the same in any order)


def certainty(score: float) -> float:
    """From -1, for words that nothing has that is looked for, to 1, for words that nothing else has."""
    return math.tanh(score / 2)
