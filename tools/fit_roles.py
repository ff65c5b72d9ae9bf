"""Fit the weights of the signals that tell the role of a list, and say how well they do.

    python tools/fit_roles.py FOLDER… tests/lists/introductions.tsv            only how well they do
    python tools/fit_roles.py FOLDER… tests/lists/introductions.tsv --write    and store them

The model is multinomial logistic regression with an L2 penalty; folds are made of whole documents. Besides folders
in the format of `partyreports evaluate`, a file of introductions may be given (`tests/lists/introductions.tsv`).
Never fit on documents that are kept to check the rules.
"""

import argparse
import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from fitting import WEIGHTS

from partyreports.layout.article import Article, article_of
from partyreports.layout.segmentation import find_layout
from partyreports.lists.candidates import find_markers
from partyreports.lists.role_signals import signals_of
from partyreports.lists.roles import Decision, RoleWeights, decide
from partyreports.lists.sections import seen_lists
from partyreports.lists.series import find_series
from partyreports.models import SectionRole
from partyreports.text.scanned import scan
from partyreports.text.tokens import reader_for

ROLES = tuple(role.value for role in SectionRole)


_PRIORS = {
    "noun": 2.0,
    "counted": 1.0,
    "guessed": 0.7,
    "earlier": 1.0,
    "heading": 1.0,
    "mentioned": 0.3,
    "points_name": 0.5,
}
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
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--repeats", type=int, default=3, help="how often the documents are dealt to folds")
    parser.add_argument("--penalty", type=float, default=1.5)
    parser.add_argument("--rare", type=int, default=3, help="signals in fewer documents are left out")
    parser.add_argument("--misses", action="store_true", help="show what the folds get wrong")
    parser.add_argument("--write", action="store_true", help="store the weights where the package reads them")
    arguments = parser.parse_args()
    own = [example for path in arguments.gold if path.suffix == ".tsv" for example in of_introductions(path)]
    gold = [example for path in arguments.gold if path.suffix != ".tsv" for example in of_folder(path)]
    known = _known([*own, *gold], arguments.rare)
    _say(f"{len(gold)} lists of gold: {dict(Counter(one.role for one in gold))}")
    _say(f"{len(own)} introductions; {len(known)} signals")
    validated = Counter[bool]()
    for repeat in range(arguments.repeats):
        for example, decision in cross_validated(gold, own, known, arguments, repeat):
            is_right = decision.role.value == example.role
            validated[is_right] += 1
            if arguments.misses and repeat == 0 and not is_right:
                _say(f"  {example.document}: {decision.role.value} for {example.role}: {decision.rule}")
                _say(f"      {' '.join(sorted(example.signals))}")
    _tell(f"{arguments.folds} folds of documents, {arguments.repeats} times", validated)
    if own:
        _tell("introductions, fitted on gold alone", _outcomes(own, fit(gold, known, arguments.penalty)))
    model = fit([*gold, *own], known, arguments.penalty)
    _tell("gold, fitted on all", _outcomes(gold, model))
    _tell("introductions, fitted on all", _outcomes(own, model))
    if arguments.write:
        write(model, WEIGHTS / "list_role.json")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _tell(what: str, outcomes: Counter[bool]) -> None:
    _say(f"{what}: {outcomes[True]}/{outcomes.total()} = {outcomes[True] / max(1, outcomes.total()):.3f}")


def _outcomes(examples: Iterable[Example], model: RoleWeights) -> Counter[bool]:
    return Counter(decide(example.signals, model).role.value == example.role for example in examples)


def cross_validated(
    gold: Sequence[Example], own: Sequence[Example], known: set[str], arguments: argparse.Namespace, seed: int
) -> Iterator[tuple[Example, Decision]]:
    """Each list with the decision of a model that has not seen its document."""
    documents = sorted({example.document for example in gold})
    random.Random(seed).shuffle(documents)  # noqa: S311  (the same folds each time)
    fold_of = {document: i % arguments.folds for i, document in enumerate(documents)}
    for fold in range(arguments.folds):
        model = fit([*[one for one in gold if fold_of[one.document] != fold], *own], known, arguments.penalty)
        yield from ((one, decide(one.signals, model)) for one in gold if fold_of[one.document] == fold)


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


_ABOVE = "Tin trong ngày\n\nSáng 5/3, đơn vị tổ chức hội nghị tại hội trường tầng hai.\n\n"
_WORDS = ("Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám")
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám")


def article_text(style: str, introduction: str, points: list[str]) -> str:
    """A short article with one list, below a lead.

    Args:
        style: `la`, `thu`, `arabic`, `paren`, `letter`, or `inline` for “một là …; hai là …”.
        introduction: the sentence or heading before the points.
        points: their texts.
    """
    if style == "inline":
        words = "; ".join(f"{_WORDS[i].lower()} là {point}" for i, point in enumerate(points))
        return f"{_ABOVE}{introduction} {words}.\n"
    markers = {
        "la": lambda i: f"{_WORDS[i]} là, ",
        "thu": lambda i: f"Thứ {_ORDINALS[i]}, ",
        "arabic": lambda i: f"{i + 1}. ",
        "paren": lambda i: f"({i + 1}) ",
        "letter": lambda i: f"{'abcdđe'[i]}) ",
    }
    lines = [markers[style](i) + point for i, point in enumerate(points)]
    return _ABOVE + "\n".join([introduction, *lines, ""])


def _signals(text: str) -> Iterator[tuple[int, dict[str, float]]]:
    article = _article(text)
    series = find_series(article, find_markers(article, reader_for(None)).value).value
    for seen in seen_lists(article, series):
        first = seen.series.items[0].marker.start
        yield article.source.span(first, first).start, signals_of(seen)


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


def fit(examples: Sequence[Example], known: set[str], penalty: float, rounds: int = 300) -> RoleWeights:
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
    return RoleWeights({role: round(weights[k][size], 2) for k, role in enumerate(ROLES)}, signals)


def _prior(name: str, role: str) -> float:
    """What a signal says of a role before anything is fitted: a noun of the role speaks for it."""
    family, _, kind = name.removeprefix("role.").rpartition("_")
    return _PRIORS.get(family, 0.0) if kind == role else 0.0


def _chances(weights: list[list[float]], row: list[tuple[int, float]], size: int) -> list[float]:
    scores = [of_role[size] + sum(of_role[i] * value for i, value in row) for of_role in weights]
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def write(table: RoleWeights, path: Path) -> None:
    """Write the weights, one signal a line."""
    lines = [f"    {json.dumps(name)}: {json.dumps(of)}" for name, of in table.of.items()]
    path.write_text(
        '{\n  "bias": ' + json.dumps(table.bias) + ',\n  "signals": {\n' + ",\n".join(lines) + "\n  }\n}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
