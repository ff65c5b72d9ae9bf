"""Fits the weights of the signals of `meeting.signals` and writes `src/partyreports/data/weights/detection.json`.

    python tools/fit_detection.py                 # fit, print cross-validated scores, write
    python tools/fit_detection.py --dry-run       # the same without writing
    python tools/fit_detection.py --errors        # and list the documents that cross-validation gets wrong

A logistic model with L2 regularisation, fitted by Newton's method. Documents: the project's own gold and cases,
and the sets `learn` and `dev` of the developers' gold, a folder `shared` beside the project or the one of `--shared`.
Where that is missing the scores are printed, and nothing is written. The set `check` is never read. Cross-validation
holds out whole documents, ten folds, several times.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from partyreports.layout.article import article_of
from partyreports.layout.segmentation import find_layout
from partyreports.meeting.signals import SIGNALS
from partyreports.meeting.telling import Telling
from partyreports.text.scanned import scan

PROJECT = Path(__file__).resolve().parent.parent
WEIGHTS = PROJECT / "src" / "partyreports" / "data" / "weights" / "detection.json"
SETS = ("learn", "dev")
L2 = 1.0
FOLDS = 10
REPEATS = 5

Floats = NDArray[np.float64]


class Document(NamedTuple):
    """A text and whether it reports a meeting."""

    set: str
    name: str
    text: str
    is_meeting: bool


def documents(shared: Path) -> Iterator[Document]:
    """All documents to fit on."""
    for name in SETS:
        yield from _gold(name, shared / "gold" / name)
    yield from _gold("own gold", PROJECT / "tests" / "gold")
    yield from _cases(PROJECT / "tests" / "cases" / "detection.jsonl")


def _gold(name: str, folder: Path) -> Iterator[Document]:
    if not folder.is_dir():
        _say(f"{folder} is missing")
        return
    for text in sorted(folder.glob("*.txt")):
        answers = json.loads(text.with_suffix(".json").read_text(encoding="utf-8"))
        yield Document(name, text.stem, text.read_text(encoding="utf-8"), answers["is_meeting_report"])


def _cases(file: Path) -> Iterator[Document]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        case = json.loads(line)
        yield Document("cases", f"{number} {case['kind']}", case["text"], case["is_meeting_report"])


def strengths(text: str) -> list[float]:
    """How strong each signal is in a text."""
    scanned = scan(text)
    telling = Telling(article_of(scanned, find_layout(scanned)))
    return [signal.measure(telling) for signal in SIGNALS]


def fit(inputs: Floats, wanted: Floats) -> Floats:
    """Weights of the columns, and the bias last."""
    rows, columns = inputs.shape
    inputs = np.hstack([inputs, np.ones((rows, 1))])
    penalty = np.diag([L2] * columns + [1e-6])  # (the bias is free)
    weights = np.zeros(columns + 1)
    for _ in range(50):
        found = _probability(inputs @ weights)
        gradient = inputs.T @ (found - wanted) + penalty @ weights
        curvature = (inputs * (found * (1 - found))[:, None]).T @ inputs + penalty
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def _probability(scores: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -50, 50))))


def predict(inputs: Floats, weights: Floats) -> Floats:
    """Probability of a meeting for each row."""
    return _probability(inputs @ weights[:-1] + weights[-1])


def cross_validated(inputs: Floats, wanted: Floats) -> Floats:
    """Probability for each document by models that have not seen it."""
    total = np.zeros(len(wanted))
    for seed in range(REPEATS):
        order = np.random.default_rng(seed).permutation(len(wanted))
        for fold in range(FOLDS):
            held_out = order[fold::FOLDS]
            seen = np.setdiff1d(order, held_out)
            total[held_out] += predict(inputs[held_out], fit(inputs[seen], wanted[seen]))
    return total / REPEATS


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def main() -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, default=PROJECT.parent / "shared", help="folder with gold/ and cases/")
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    parser.add_argument("--errors", action="store_true", help="list what cross-validation gets wrong")
    arguments = parser.parse_args()

    given = list(documents(arguments.shared))
    inputs = np.array([strengths(document.text) for document in given])
    wanted = np.array([float(document.is_meeting) for document in given])
    weights = fit(inputs, wanted)
    held_out = cross_validated(inputs, wanted)
    _print_scores(given, wanted, predict(inputs, weights), held_out)
    for signal, weight in sorted(zip(SIGNALS, weights, strict=False), key=lambda pair: -pair[1]):
        _say(f"{weight:+7.2f}  {signal.id}")
    if arguments.errors:
        _print_errors(given, wanted, held_out)
    if not arguments.dry_run and all((arguments.shared / "gold" / name).is_dir() for name in SETS):
        model = {
            "bias": round(float(weights[-1]), 3),
            "signals": {signal.id: round(float(weight), 3) for signal, weight in zip(SIGNALS, weights, strict=False)},
        }
        WEIGHTS.parent.mkdir(exist_ok=True)
        WEIGHTS.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")
        _say(f"wrote {WEIGHTS.relative_to(PROJECT)}")


def _print_scores(given: list[Document], wanted: Floats, fitted: Floats, held_out: Floats) -> None:
    _say(f"{'set':<10} {'documents':>9} {'fitted':>7} {'held out':>9}")
    for name in dict.fromkeys(document.set for document in given):
        rows = [number for number, document in enumerate(given) if document.set == name]
        right = [float(np.mean((found[rows] > 0.5) == (wanted[rows] > 0.5))) for found in (fitted, held_out)]
        _say(f"{name:<10} {len(rows):>9} {right[0]:>7.3f} {right[1]:>9.3f}")


def _print_errors(given: list[Document], wanted: Floats, held_out: Floats) -> None:
    rows = zip(given, wanted, held_out, strict=True)
    for document, truth, found in sorted(rows, key=lambda row: -abs(row[1] - row[2])):
        if abs(truth - found) > 0.5:
            _say(f"{found:.2f} {'meeting' if truth else 'none':<8} {document.set} {document.name}")


if __name__ == "__main__":
    main()
