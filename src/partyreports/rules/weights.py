"""Weights of signals: data that a script under `tools/` has fitted, read once."""

import json
import math
from collections.abc import Container, Iterable, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple, TypeVar

from partyreports.rules.forms import Signal

T = TypeVar("T")


class Weights(NamedTuple):
    """A linear model: the score is the bias plus the weights of the signals, each times its strength."""

    bias: float
    of: Mapping[str, float]
    """Weight by the name of the signal."""


class Score(NamedTuple):
    """What a linear model says of one thing."""

    value: float
    """Above 0: rather yes. It is a log-odds: see `probability`."""
    reasons: tuple[str, ...]
    """Names of the signals that spoke for it, the strongest first."""
    against: tuple[str, ...] = ()
    """Names of those that spoke against it, the strongest first."""

    @property
    def probability(self) -> float:
        """The score as a probability."""
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, self.value))))


@cache
def weights(name: str) -> Weights:
    """The weights that ship under a name: `data/weights/NAME.json`, with `bias` and `signals`."""
    path = resources.files("partyreports") / "data" / "weights" / f"{name}.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    return Weights(document["bias"], document["signals"])


def score(model: Weights, signals: Iterable[Signal[T]], judged: T, without: Container[str] = frozenset()) -> Score:
    """The score of what is judged; a signal without a weight, or one that is switched off, counts nothing."""
    total = model.bias
    parts: list[tuple[float, str]] = []
    weight_of = model.of.get
    for signal in signals:
        weight = weight_of(signal.id)
        if weight and signal.id not in without and (strength := signal.measure(judged)):
            total += weight * strength
            parts.append((weight * strength, signal.id))
    parts.sort(reverse=True)
    against = tuple(name for part, name in reversed(parts) if part < 0)
    return Score(total, tuple(name for part, name in parts if part > 0), against)
