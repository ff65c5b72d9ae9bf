"""Fit the weights of the signals that tell the report of a meeting from other articles.

    python tools/fit_detection.py FOLDER…             folders of gold documents (NAME.txt + NAME.json)
    python tools/fit_detection.py FOLDER… --errors    lists what the cross-validation gets wrong, and writes nothing

The project's own gold, its pages (`tests/pages`) and the short texts of `tests/cases/detection.jsonl` always belong to
it. Prints how often a model is right on documents that it has not seen, set by set, and writes
data/weights/detection.json.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from fitting import Example, Model, cross_validated, fit, write

from partyreports.evaluation import load_folder
from partyreports.layout.article import article_of
from partyreports.layout.segmentation import find_layout
from partyreports.meeting.signals import SIGNALS, strengths
from partyreports.text.scanned import scan

TESTS = Path(__file__).resolve().parent.parent / "tests"
PENALTY = 0.0005
FOLDS = 10


def examples(folders: list[Path]) -> Iterator[Example]:
    """All documents to fit on."""
    for folder in (*folders, TESTS / "gold"):
        if not folder.is_dir():
            sys.exit(f"{folder} is missing: nothing is fitted without it")
        for text in sorted(folder.glob("*.txt")):
            gold = json.loads(text.with_suffix(".json").read_text(encoding="utf-8"))
            yield _example(
                f"{folder.name}/{text.stem}", text.read_text(encoding="utf-8"), is_meeting=gold["is_meeting_report"]
            )
    pages, _ = load_folder(TESTS / "pages")
    for page in pages:
        name, _, place = page.id.rpartition("_")
        yield _example(f"pages {name}/{place}", page.text, is_meeting=page.is_meeting_report)
    for number, line in enumerate((TESTS / "cases" / "detection.jsonl").read_text(encoding="utf-8").splitlines()):
        case = json.loads(line)
        yield _example(f"cases/{number + 1} {case['kind']}", case["text"], is_meeting=case["is_meeting_report"])


def _example(name: str, text: str, *, is_meeting: bool) -> Example:
    scanned = scan(text)
    signals = strengths(article_of(scanned, find_layout(scanned)))
    return Example(name, dict(signals), is_meeting)


def _fitted(part: object) -> Model:
    return fit(part, PENALTY, signs={signal.id: signal.sign for signal in SIGNALS})  # type: ignore[arg-type]


def main() -> None:
    """Fit, say how well, and write."""
    given = list(examples([Path(argument) for argument in sys.argv[1:] if not argument.startswith("-")]))
    model = _fitted(given)
    scored = cross_validated(given, _fitted, folds=FOLDS)
    for name in dict.fromkeys(example.document.partition("/")[0] for example in given):
        held_out = [(one.label, value > 0) for one, value in scored if one.document.startswith(f"{name}/")]
        seen = [(one.label, model.score(one.signals) > 0) for one in given if one.document.startswith(f"{name}/")]
        right, fitted = (sum(label == found for label, found in pairs) for pairs in (held_out, seen))
        sys.stdout.write(f"{name}: {right} right of {len(seen)} when held out, {fitted} when fitted on\n")
    if "--errors" in sys.argv:
        wrong = [(value, one) for one, value in scored if one.label != (value > 0)]
        for value, one in sorted(wrong, key=lambda pair: -abs(pair[0])):
            sys.stdout.write(f"{value:+6.2f} {'a meeting' if one.label else 'no meeting':<11} {one.document}\n")
        return
    for signal, weight in sorted(model.signals.items(), key=lambda pair: -pair[1]):
        sys.stdout.write(f"{weight:+6.2f} {signal}\n")
    write("detection", model)


if __name__ == "__main__":
    main()
