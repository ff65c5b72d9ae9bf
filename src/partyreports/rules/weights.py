"""Weights of signals: data that a script under `tools/` has fitted, read once."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Generic, NamedTuple, TypeVar

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
    """A log-odds: above 0 rather yes, below 0 rather no."""
    reasons: tuple[str, ...]
    """Names of the signals that spoke for it, the strongest first."""
    against: tuple[str, ...] = ()
    """Names of those that spoke against it, the strongest first."""


@cache
def weights(name: str) -> Weights:
    """The weights that ship under a name: `data/weights/NAME.json`, with `bias` and `signals`."""
    path = resources.files("partyreports") / "data" / "weights" / f"{name}.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    return Weights(document["bias"], document["signals"])


class Judge(Generic[T]):
    """Signals with their weights, to judge things by.

    Args:
        model: the weights.
        signals: one without a weight counts nothing.
    """

    def __init__(self, model: Weights, signals: Iterable[Signal[T]]) -> None:
        self._bias = model.bias
        self._all = tuple((weight, signal) for signal in signals if (weight := model.of.get(signal.id)))
        self._ranked = _ranked(self._all)

    def _weighted(self, without: Collection[str]) -> Sequence[tuple[float, Signal[T]]]:
        """The signals that count, each behind its weight."""
        return self._all if not without else [pair for pair in self._all if pair[1].id not in without]

    def score(self, judged: T, without: Collection[str] = frozenset()) -> Score:
        """The score of what is judged; signals that are switched off count nothing."""
        total = self._bias
        parts: list[tuple[float, str]] = []
        for weight, signal in self._weighted(without):
            if strength := signal.measure(judged):
                total += weight * strength
                parts.append((weight * strength, signal.id))
        parts.sort(reverse=True)
        against = tuple(name for part, name in reversed(parts) if part < 0)
        return Score(total, tuple(name for part, name in parts if part > 0), against)

    def _bounded(self, without: Collection[str]) -> Sequence["_Bounded[T]"]:
        """The signals that count, the heaviest first, each with what it and those behind it can still add."""
        return self._ranked if not without else _ranked(self._weighted(without))

    def is_above(self, bar: float, judged: T, without: Collection[str] = frozenset()) -> bool:
        """Whether the score of what is judged lies above a bar; the signals are measured until that is certain."""
        total = self._bias
        for weight, signal, least, most in self._bounded(without):
            if total + most < bar - _ROUNDING:
                return False
            if total + least > bar + _ROUNDING:
                return True
            if strength := signal.measure(judged):
                total += weight * strength
        return total > bar

    def best(self, several: Iterable[T], without: Collection[str] = frozenset()) -> T | None:
        """The thing with the highest score, the first of them, if that is above 0; or None.

        A thing is given up as soon as all signals left could not lift it above the best one before it.
        """
        bounded = self._bounded(without)
        best, highest = None, 0.0
        for judged in several:
            total = self._bias
            for weight, signal, _, most in bounded:
                if total + most < highest - _ROUNDING:
                    break
                if strength := signal.measure(judged):
                    total += weight * strength
            else:
                if total > highest:
                    best, highest = judged, total
        return best


class _Bounded(NamedTuple, Generic[T]):
    """A signal with its weight, and the least and the most that it and all behind it can add to a score."""

    weight: float
    signal: Signal[T]
    least: float
    most: float


def _ranked(weighted: Sequence[tuple[float, Signal[T]]]) -> tuple[_Bounded[T], ...]:
    """The heaviest first: so it is soonest certain how a score will end. A signal's strength is at most 1."""
    ranked: list[_Bounded[T]] = []
    least = most = 0.0
    for weight, signal in sorted(weighted, key=lambda pair: abs(pair[0])):
        least += min(weight, 0.0)
        most += max(weight, 0.0)
        ranked.append(_Bounded(weight, signal, least, most))
    return tuple(reversed(ranked))


_ROUNDING = 1e-6
"""More than what sums of the same numbers differ by in another order."""
