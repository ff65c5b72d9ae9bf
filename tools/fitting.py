"""Fits weights of signals: logistic regression with a penalty, in plain Python, cross-validated by document."""

import json
import math
import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

Row = dict[str, float]
WEIGHTS = Path(__file__).resolve().parent.parent / "src" / "partyreports" / "data" / "weights"


class Example(NamedTuple):
    """One thing that was judged by hand."""

    document: str
    signals: Row
    """Strength by the name of the signal; those that are not there may be left out."""
    label: bool


class Model(NamedTuple):
    """A linear model."""

    bias: float
    signals: Row

    def score(self, row: Row) -> float:
        """Log-odds."""
        return self.bias + sum(self.signals.get(name, 0.0) * value for name, value in row.items())


def fit(
    examples: Sequence[Example], penalty: float = 0.02, rounds: int = 400, signs: Mapping[str, int] | None = None
) -> Model:
    """The model that fits best, large weights penalised (L2, not the bias).

    Gradient descent with a step of its own for each weight (Rprop), which needs no tuning. A weight whose sign is
    given (1 or -1) stays on its side of 0.
    """
    names = sorted({name for example in examples for name in example.signals})
    index = {name: i + 1 for i, name in enumerate(names)}
    rows = [[(0, 1.0)] + [(index[name], value) for name, value in example.signals.items()] for example in examples]
    labels = [float(example.label) for example in examples]
    sides = [0, *((signs or {}).get(name, 0) for name in names)]
    weights, steps, before = [0.0] * (len(names) + 1), [0.1] * (len(names) + 1), [0.0] * (len(names) + 1)
    for _ in range(rounds):
        slope = [penalty * weight for weight in weights]
        slope[0] = 0.0
        for row, label in zip(rows, labels, strict=True):
            value = sum(weights[i] * strength for i, strength in row)
            error = (1 / (1 + math.exp(-max(-30.0, min(30.0, value)))) - label) / len(rows)
            for i, strength in row:
                slope[i] += error * strength
        for i, one in enumerate(slope):
            agrees = one * before[i]
            steps[i] = min(steps[i] * 1.2, 1.0) if agrees > 0 else max(steps[i] * 0.5, 1e-4) if agrees < 0 else steps[i]
            before[i] = one if agrees >= 0 else 0.0
            if before[i]:
                weights[i] -= math.copysign(steps[i], one)
                if sides[i] * weights[i] < 0:
                    weights[i] = 0.0
    return Model(round(weights[0], 3), {name: round(weights[index[name]], 3) for name in names})


def cross_validated(
    examples: Sequence[Example], fitted: Callable[[Sequence[Example]], Model] = fit, folds: int = 5
) -> list[tuple[Example, float]]:
    """Each example with the score of a model that has not seen its document."""
    documents = sorted({example.document for example in examples})
    random.Random(1).shuffle(documents)  # noqa: S311  (the same parts each time)
    fold_of = {document: i % folds for i, document in enumerate(documents)}
    scored = []
    for fold in range(folds):
        model = fitted([example for example in examples if fold_of[example.document] != fold])
        scored += [(one, model.score(one.signals)) for one in examples if fold_of[one.document] == fold]
    return scored


def write(name: str, model: Model) -> None:
    """Store a model where the package reads it."""
    WEIGHTS.mkdir(exist_ok=True)
    document = {"bias": model.bias, "signals": dict(sorted(model.signals.items()))}
    (WEIGHTS / f"{name}.json").write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
