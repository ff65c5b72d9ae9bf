"""Fits the weights of words: logistic regression over the words that an article holds, with scikit-learn."""

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_selection import chi2
from sklearn.linear_model import LogisticRegression

from partyreports.meeting.detection.telling import NUMBER, WORD
from partyreports.rules.words import LITTLE, score_of

_LEAST = 5
"""Documents that must hold a word."""
_MOST = 1000
"""Words that are kept: those that tell most."""
_STRENGTH = 5.0
"""Inverse of the penalty of large weights."""
_ENDS_A_WORD = re.compile(r"[\w,)”] $|\w$")
"""What stands before a word within a sentence."""


class Words(NamedTuple):
    """A linear model of words."""

    bias: float
    weights: dict[str, float]

    def score(self, words: Collection[str]) -> float:
        """Log-odds of an article with these words."""
        return score_of([self.weights[word] for word in words if word in self.weights], self.bias)


def fit_words(given: Sequence[tuple[frozenset[str], frozenset[str], bool]], *, balanced: bool = False) -> Words:
    """The model that fits best.

    Args:
        given: of each document its words, those of them that it writes as names, and whether it is what is looked for.
            A word that most of its documents write as a name is left out.
        balanced: whether both kinds count alike however many there are of each, so that 0 lies between them.
    """
    found = Counter(word for words, _, _ in given for word in words)
    as_name = Counter(word for _, names, _ in given for word in names)
    kept = sorted(word for word, count in found.items() if count >= _LEAST and as_name[word] * 2 < count)
    column = {word: number for number, word in enumerate(kept)}
    rows = [[column[word] for word in words if word in column] for words, _, _ in given]
    labels = np.array([label for _, _, label in given])
    told, _ = chi2(_matrix(rows, len(kept)), labels)
    chosen = sorted(np.argsort(-told, kind="stable")[:_MOST])
    place = {old: new for new, old in enumerate(chosen)}
    matrix = _matrix([[place[number] for number in row if number in place] for row in rows], len(chosen))
    counted = "balanced" if balanced else None
    regression = LogisticRegression(C=_STRENGTH, max_iter=2000, class_weight=counted).fit(matrix, labels)
    weights = {kept[old]: round(float(regression.coef_[0][new]), 2) for old, new in place.items()}
    return Words(round(float(regression.intercept_[0]), 3), weights)


def _matrix(rows: Sequence[Sequence[int]], width: int) -> csr_matrix:
    """One row a document: the same number for each word that it holds, smaller the more there are."""
    values = [1 / math.sqrt(len(row) + LITTLE) for row in rows for _ in row]
    places = [place for row in rows for place in row]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    return csr_matrix((values, places, ends), shape=(len(rows), width))


def names_among(text: str, folded: str) -> frozenset[str]:
    """Words and pairs (see `Telling.words`) that a text mostly writes with a capital within its sentences.

    Args:
        text: the text.
        folded: the same in lower case, character for character.
    """
    balance: Counter[str] = Counter()
    before = ""
    for match in WORD.finditer(folded):
        word = NUMBER.sub("0", match[0])
        begins = not _ENDS_A_WORD.search(folded, max(0, match.start() - 2), match.start())
        capital = 0 if begins else 1 if text[match.start()].isupper() else -1
        balance[word] += capital
        balance[f"{before} {word}"] += capital
        before = word
    return frozenset(word for word, capitals in balance.items() if capitals > 0)
