"""Fit the weights of the signals that tell the role of a list, and say how well they do.

    python tools/fit_roles.py GOLD_FOLDER ... --out src/partyreports/data/roles.json
    python tools/fit_roles.py GOLD_FOLDER ... --folds 10

The model is multinomial logistic regression with an L2 penalty; folds are made of whole documents. Besides folders
in the format of `partyreports evaluate`, a file of introductions may be given (`tests/lists/introductions.tsv`).
Never fit on documents that are kept to check the rules.
"""

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from partyreports.layout.article import Article, article_of
from partyreports.layout.segmentation import find_layout
from partyreports.lists.candidates import find_markers
from partyreports.lists.roles import Weights, decide
from partyreports.lists.sections import signals_of_lists
from partyreports.lists.series import find_series
from partyreports.models import SectionRole
from partyreports.text.scanned import scan
from partyreports.text.tokens import reader_for

ROLES = tuple(role.value for role in SectionRole)


_PRIORS = {"noun": 2.0, "counted": 1.0, "loose": 0.7, "earlier": 1.0, "heading": 1.0, "mentioned": 0.3, "points.noun": 0.5}
"""Nouns name their role, whichever it is: so the rarer roles learn from the others."""


class Example(NamedTuple):
    """A list whose role is known."""

    document: str
    signals: dict[str, float]
    role: str


def main() -> None:
    """Read the arguments, fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--penalty", type=float, default=1.0)
    parser.add_argument("--rare", type=int, default=3, help="signals in fewer documents are left out")
    parser.add_argument("--misses", action="store_true", help="show what the folds get wrong")
    arguments = parser.parse_args()
    own = [example for path in arguments.gold if path.suffix == ".tsv" for example in of_introductions(path)]
    gold = [example for path in arguments.gold if path.suffix != ".tsv" for example in of_folder(path)]
    known = _known([*own, *gold], arguments.rare)
    print(f"{len(gold)} lists of gold, {len(own)} introductions, {len(known)} signals", Counter(e.role for e in gold))
    right, wrong = cross_validated(gold, own, known, arguments)
    print(f"{arguments.folds} folds of documents: {right}/{len(gold)} = {right / len(gold):.3f}")
    if arguments.misses:
        print("\n".join(wrong))
    if own:
        unseen = fit(gold, known, arguments.penalty)
        wrong_own = [e for e in own if decide(e.signals, unseen).role.value != e.role]
        print(
            f"introductions, fitted on gold alone: {len(own) - len(wrong_own)}/{len(own)} = {1 - len(wrong_own) / len(own):.3f}"
        )
        if arguments.misses:
            print("\n".join(f"  {e.document}: {decide(e.signals, unseen).role.value} for {e.role}" for e in wrong_own))
    table = fit([*gold, *own], known, arguments.penalty)
    fitted = sum(decide(e.signals, table).role.value == e.role for e in gold)
    print(f"fitted on all: {fitted}/{len(gold)} = {fitted / len(gold):.3f}")
    if arguments.out:
        write(table, arguments.out)


def cross_validated(
    gold: Sequence[Example], own: Sequence[Example], known: set[str], arguments: argparse.Namespace
) -> tuple[int, list[str]]:
    """How many lists are right that the model was not fitted on, and the others."""
    documents = sorted({example.document for example in gold})
    right, wrong = 0, []
    for fold in range(arguments.folds):
        held = {document for i, document in enumerate(documents) if i % arguments.folds == fold}
        table = fit([*[e for e in gold if e.document not in held], *own], known, arguments.penalty)
        for example in gold:
            if example.document in held:
                decision = decide(example.signals, table)
                if decision.role.value == example.role:
                    right += 1
                else:
                    wrong.append(
                        f"  {example.document}: {decision.role.value} for {example.role}: {decision.rule}\n      {' '.join(f'{k}={v:.1f}' if v < 1 else k for k, v in sorted(example.signals.items()))}"
                    )
    return right, wrong


# --- examples


def of_folder(folder: Path) -> Iterator[Example]:
    """Lists of a gold folder that `partyreports` finds, with their roles and signals."""
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt")
        if not isinstance(gold, dict) or not gold.get("lists") or not text.exists():
            continue
        roles = {one["items"][0]["start"]: one["role"] for one in gold["lists"]}
        for start, signals in _signals(text.read_text(encoding="utf-8")):
            if start in roles:
                yield Example(path.stem, signals, roles[start])


def of_introductions(path: Path) -> Iterator[Example]:
    """Lists of a file of introductions: role, style of the markers, introduction, points."""
    for i, (role, text) in enumerate(introductions(path)):
        for _, signals in list(_signals(text))[:1]:
            yield Example(f"{path.stem}_{i}", signals, role)


def introductions(path: Path) -> Iterator[tuple[str, str]]:
    """Role and text of each line of a file of introductions."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            role, style, introduction, points = line.split("\t")
            yield role, article_text(style, introduction, [point.strip() for point in points.split("|")])


_WORDS = ("Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám")
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám")


def article_text(style: str, introduction: str, points: list[str]) -> str:
    """A short article with one list.

    Args:
        style: `la`, `thu`, `arabic`, `paren`, `letter`, or `inline` for “một là …; hai là …”.
        introduction: the sentence or heading before the points.
        points: their texts.
    """
    if style == "inline":
        words = "; ".join(f"{_WORDS[i].lower()} là {point}" for i, point in enumerate(points))
        return f"Tin trong ngày\n\n{introduction} {words}.\n"
    markers = {
        "la": lambda i: f"{_WORDS[i]} là, ",
        "thu": lambda i: f"Thứ {_ORDINALS[i]}, ",
        "arabic": lambda i: f"{i + 1}. ",
        "paren": lambda i: f"({i + 1}) ",
        "letter": lambda i: f"{'abcdđe'[i]}) ",
    }
    lines = [markers[style](i) + point for i, point in enumerate(points)]
    return "\n".join(["Tin trong ngày", "", introduction, *lines, ""])


def _signals(text: str) -> Iterator[tuple[int, dict[str, float]]]:
    article = _article(text)
    series = find_series(article, find_markers(article, reader_for(None)).value).value
    for first, signals in signals_of_lists(article, series):
        yield article.source.span(first, first).start, signals


def _article(text: str) -> Article:
    scanned = scan(text)
    return article_of(scanned, find_layout(scanned))


# --- the model


def _known(examples: Iterable[Example], least: int) -> set[str]:
    documents: dict[str, set[str]] = {}
    for example in examples:
        for name in example.signals:
            documents.setdefault(name, set()).add(example.document)
    return {name for name, where in documents.items() if len(where) >= least}


def fit(examples: Sequence[Example], known: set[str], penalty: float, rounds: int = 300) -> Weights:
    """Weights that make the known roles likely, kept small by the penalty.

    Args:
        examples: lists with their roles.
        known: names of the signals that get weights.
        penalty: strength of the L2 penalty, in examples.
        rounds: steps of gradient descent with momentum.
    """
    names = sorted(known)
    index = {name: i for i, name in enumerate(names)}
    rows = [[(index[n], v) for n, v in sorted(e.signals.items()) if n in index] for e in examples]
    wanted = [ROLES.index(example.role) for example in examples]
    size = len(names)
    weights = [[0.0] * (size + 1) for _ in ROLES]
    speed = [[0.0] * (size + 1) for _ in ROLES]
    prior = [[_prior(name, role) for name in names] for role in ROLES]
    step = 2.0 / len(examples)
    for _ in range(rounds):
        gradient = [
            [penalty * (w - p) for w, p in zip(row[:size], priors, strict=True)] + [0.0]
            for row, priors in zip(weights, prior, strict=True)
        ]
        for row, role in zip(rows, wanted, strict=True):
            chances = _chances(weights, row, size)
            for k, chance in enumerate(chances):
                error = chance - (k == role)
                for i, value in row:
                    gradient[k][i] += error * value
                gradient[k][size] += error
        for k in range(len(ROLES)):
            for i in range(size + 1):
                speed[k][i] = 0.9 * speed[k][i] - step * gradient[k][i]
                weights[k][i] += speed[k][i]
    signals = {
        name: {role: round(weights[k][i], 2) for k, role in enumerate(ROLES) if abs(weights[k][i]) >= 0.01}
        for name, i in index.items()
    }
    return Weights({role: round(weights[k][size], 2) for k, role in enumerate(ROLES)}, signals)


def _prior(name: str, role: str) -> float:
    """What a signal says of a role before anything is fitted: a noun of the role speaks for it."""
    family, _, kind = name.rpartition(".")
    return _PRIORS.get(family, 0.0) if kind == role else 0.0


def _chances(weights: list[list[float]], row: list[tuple[int, float]], size: int) -> list[float]:
    scores = [of_role[size] + sum(of_role[i] * value for i, value in row) for of_role in weights]
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def write(table: Weights, path: Path) -> None:
    """Write the weights, one signal a line."""
    lines = [f"    {json.dumps(name)}: {json.dumps(of)}" for name, of in table.signals.items()]
    path.write_text(
        '{\n  "bias": ' + json.dumps(table.bias) + ',\n  "signals": {\n' + ",\n".join(lines) + "\n  }\n}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
