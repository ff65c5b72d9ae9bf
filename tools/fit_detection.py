"""Fit the weights of the signals that tell the report of a meeting from other articles, and those of its wording.

    python tools/fit_detection.py FOLDER…             folders of gold documents (NAME.txt + NAME.json)
    python tools/fit_detection.py FOLDER… --errors    lists what the cross-validation gets wrong, and writes nothing

The project's own gold, the short texts of `tests/cases/detection.jsonl` and the pages of `tests/pages` (but those of
`NEVER_FITTED`) always belong to it. Prints, set by set, precision and recall on documents that the model has not
seen, at the score that `parse` asks for, and how many articles without a meeting it is sure of. Writes
data/weights/detection.json and data/weights/wording.json. Needs scikit-learn (`pip install -e '.[fit]'`).
"""

import json
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from fitting import Example, Model, fit, write
from fitting_words import Words, fit_words, names_among

from partyreports.evaluation import load_folder
from partyreports.layout.article import article_of
from partyreports.layout.segmentation import find_layout
from partyreports.meeting.detection.deciding import BAR, SURE
from partyreports.meeting.detection.signals import SIGNALS, strengths
from partyreports.meeting.detection.telling import Telling
from partyreports.rules.words import certainty
from partyreports.text.scanned import scan

TESTS = Path(__file__).resolve().parent.parent / "tests"
NEVER_FITTED = ("dailies", "economy", "hard", "newspapers", "sources")
"""Pages that no weights are fitted on."""
PENALTY = 0.0005
FOLDS = 10
INNER_FOLDS = 5
"""Parts in which the wording of the documents to fit on is judged, each by a model of the others: a model that has seen
a document is too sure of it."""
_OF_WORDING = ("meeting.wording", "meeting.other_wording")


class Document(NamedTuple):
    """One document that was judged by hand."""

    name: str
    signals: dict[str, float]
    """Strengths of the signals, but for those of the wording."""
    words: frozenset[str]
    names: frozenset[str]
    """Those of the words that are mostly written with a capital here: names."""
    label: bool


class Detection(NamedTuple):
    """Weights of the words, and of the signals."""

    wording: Words
    model: Model

    def score(self, document: Document) -> float:
        """Log-odds that a meeting is reported."""
        return self.model.score(row_of(document, self.wording))


def documents(folders: list[Path]) -> Iterator[Document]:
    """All documents to fit on."""
    for folder in (*folders, TESTS / "gold"):
        if not folder.is_dir():
            sys.exit(f"{folder} is missing: nothing is fitted without it")
        for text in sorted(folder.glob("*.txt")):
            gold = json.loads(text.with_suffix(".json").read_text(encoding="utf-8"))
            yield _document(
                f"{folder.name}/{text.stem}", text.read_text(encoding="utf-8"), is_meeting=gold["is_meeting_report"]
            )
    pages, _ = load_folder(TESTS / "pages")
    for page in pages:
        name, _, place = page.id.rpartition("_")
        if name in NEVER_FITTED:
            continue
        yield _document(f"pages {name}/{place}", page.text, is_meeting=page.is_meeting_report)
    for number, line in enumerate((TESTS / "cases" / "detection.jsonl").read_text(encoding="utf-8").splitlines()):
        case = json.loads(line)
        yield _document(f"cases/{number + 1} {case['kind']}", case["text"], is_meeting=case["is_meeting_report"])


def _document(name: str, text: str, *, is_meeting: bool) -> Document:
    scanned = scan(text)
    article = article_of(scanned, find_layout(scanned))
    signals = {signal: strength for signal, strength in strengths(article) if signal not in _OF_WORDING}
    names = names_among(article.source.text, article.source.folded)
    words = frozenset(Telling(article).words())
    return Document(name, signals, words, words & names, is_meeting)


def parts(given: Sequence[Document], folds: int) -> Iterator[tuple[list[Document], list[Document]]]:
    """The documents without a part of them, and that part, for each part."""
    shuffled = sorted(given, key=_name)
    random.Random(1).shuffle(shuffled)  # noqa: S311  (the same parts each time)
    for fold in range(folds):
        yield [one for i, one in enumerate(shuffled) if i % folds != fold], shuffled[fold::folds]


def _name(document: Document) -> str:
    return document.name


def row_of(document: Document, wording: Words) -> dict[str, float]:
    """The strengths of all signals, those of the wording as a model has them."""
    sure = certainty(wording.score(document.words))
    return {**document.signals, _OF_WORDING[sure < 0]: abs(sure)}


def fitted(given: Sequence[Document]) -> Detection:
    """The model of the words, and the model of the signals with it."""
    examples = []
    for others, part in parts(given, INNER_FOLDS):
        wording = _words_of(others)
        examples += [Example(one.name, row_of(one, wording), one.label) for one in part]
    signs = {signal.id: signal.sign for signal in SIGNALS}
    return Detection(_words_of(given), fit(examples, PENALTY, signs=signs))


def _words_of(given: Sequence[Document]) -> Words:
    return fit_words([(one.words, one.names, one.label) for one in given])


def _told(scored: Sequence[tuple[bool, float]]) -> str:
    """Precision and recall at the bar, and of how many articles without a meeting the model is sure."""
    given = [label for label, value in scored if value > BAR]
    right, wanted = sum(given), sum(label for label, _ in scored)
    sure = [label for label, value in scored if value > SURE]
    precision, recall = right / max(1, len(given)), right / max(1, wanted)
    wrong = (
        f"{len(given) - right:>2} false, {wanted - right:>2} missed of {len(scored)}, sure of {sure.count(False)} false"
    )
    return f"precision {precision:.3f}, recall {recall:.3f} ({wrong})"


def main() -> None:
    """Fit, say how well, and write."""
    given = list(documents([Path(argument) for argument in sys.argv[1:] if not argument.startswith("-")]))
    scored = []
    for others, part in parts(given, FOLDS):
        unaware = fitted(others)
        scored += [(one, unaware.score(one)) for one in part]
    whole = fitted(given)
    sets = dict.fromkeys(one.name.partition("/")[0] for one in given)
    for name in (*(f"{one}/" for one in sets), ""):
        held_out = [(one.label, value) for one, value in scored if one.name.startswith(name)]
        seen = [(one.label, whole.score(one)) for one in given if one.name.startswith(name)]
        sys.stdout.write(f"{name or 'all':<15} held out: {_told(held_out)}; fitted on: {_told(seen)}\n")
    if "--errors" in sys.argv:
        wrong = [(value, one) for one, value in scored if one.label != (value > BAR)]
        for value, one in sorted(wrong, key=lambda pair: -abs(pair[0])):
            sys.stdout.write(f"{value:+6.2f} {'a meeting' if one.label else 'no meeting':<11} {one.name}\n")
        return
    for signal, weight in sorted(whole.model.signals.items(), key=lambda pair: -pair[1]):
        sys.stdout.write(f"{weight:+6.2f} {signal}\n")
    write("detection", whole.model)
    write("wording", Model(whole.wording.bias, whole.wording.weights))


if __name__ == "__main__":
    main()
