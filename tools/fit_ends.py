"""Fit the weights of the signals that tell where the last point of a list ends, and say how well they do.

    python tools/fit_ends.py FOLDER… tests/lists/{last_points,point_ends,more_point_ends}.txt [--write]

Folders hold gold documents (NAME.txt + NAME.json); a file holds articles of our own, in which “⟦end⟧” stands where
points end: all of them, or the last one. Only paragraphs are learnt from that neither must nor cannot belong to their
point. Never fit on documents that are kept to check the rules, `tests/lists/unread_point_ends.txt` among them.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from fitting import Example, Model, Row, fit, write

from partyreports.layout.article import Article, article_of
from partyreports.layout.segmentation import find_layout
from partyreports.lists.candidates import find_markers
from partyreports.lists.continuations import continuations, signals_of
from partyreports.lists.last_points import SURE, is_certain
from partyreports.lists.series import find_series
from partyreports.text.scanned import scan
from partyreports.text.tokens import reader_for

_MARK = "⟦end⟧"
_TOLERANCE = 3
_PENALTIES = (0.001, 0.002, 0.005)
_PENALTY = 0.001
_MOST = 25
"""Paragraphs behind one point that are learnt from."""


class Behind(NamedTuple):
    """The paragraphs behind a last point, as far as one must be judged."""

    document: str
    rows: list[Row | bool]
    """Signals of each paragraph, or what is certain of it."""
    wanted: int
    """How many of them belong to the point."""


def main() -> None:
    """Read the arguments, fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--misses", action="store_true", help="show the documents that the folds get wrong")
    parser.add_argument("--write", action="store_true", help="store the weights where the package reads them")
    arguments = parser.parse_args()
    known = [one for path in arguments.gold for one in (of_folder(path) if path.is_dir() else of_articles(path))]
    examples = [example for one in known for example in _examples(one)]
    _say(f"{len(known)} last points, {len(examples)} paragraphs to judge")
    for penalty in _PENALTIES:
        right, missed = _validated(known, lambda part, penalty=penalty: fit(part, penalty, 200))  # type: ignore[misc]
        _say(f"penalty {penalty}: {right}/{len(known)} = {right / len(known):.3f}")
        if arguments.misses and penalty == _PENALTY:
            _say("  " + " ".join(missed))
    model = fit(examples, _PENALTY)
    _say(f"fitted on all: {sum(_taken(one, model) == one.wanted for one in known)}/{len(known)}")
    for name, weight in sorted(model.signals.items(), key=lambda pair: pair[1]):
        _say(f"  {weight:+.2f} {name}")
    if arguments.write:
        write("last_point", model)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def of_folder(folder: Path) -> Iterator[Behind]:
    """Last points of a gold folder that `partyreports` finds."""
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(gold, dict) and gold.get("lists"):
            ends = {one["items"][-1]["start"]: one["items"][-1]["end"] for one in gold["lists"]}

            def end_of(start: int, ends: Mapping[int, int] = ends) -> int | None:
                return next((end for at, end in ends.items() if abs(at - start) <= _TOLERANCE), None)

            text = path.with_suffix(".txt").read_text(encoding="utf-8")
            yield from _behind(f"{folder.name}/{path.stem}", text, end_of)


def of_articles(path: Path) -> Iterator[Behind]:
    """Last points of articles of our own, parted by lines of “===”."""
    for i, marked in enumerate(path.read_text(encoding="utf-8").split("\n===\n")):
        *parts, rest = marked.split(_MARK)
        ends = list(accumulate(map(len, parts)))

        def end_of(start: int, ends: Sequence[int] = ends) -> int | None:
            return next((end for end in ends if end > start), None)

        yield from _behind(f"{path.stem}_{i}", "".join([*parts, rest]), end_of)


def _behind(document: str, text: str, end_of: Callable[[int], int | None]) -> Iterator[Behind]:
    """The last points of a text, of which `end_of` says where the one whose marker begins at a place ends."""
    article = _article(text)
    series = find_series(article, find_markers(article, reader_for(None)).value).value
    source = article.source
    for point, behind in continuations(article, series):
        start = source.span(point.marker.start, point.marker.end).start
        end = end_of(start)
        if end is None:
            continue
        rows: list[Row | bool] = []
        wanted = 0
        for one in behind[:_MOST]:
            certain = is_certain(one)
            rows.append(signals_of(one) if certain is None else certain)
            wanted += source.span(*one.paragraph).start < end
        yield Behind(document, rows, wanted)


def _article(text: str) -> Article:
    scanned = scan(text)
    return article_of(scanned, find_layout(scanned))


def _examples(one: Behind) -> Iterator[Example]:
    for i, row in enumerate(one.rows[: one.wanted + 1]):
        if not isinstance(row, bool):
            yield Example(one.document, row, i < one.wanted)


def _taken(one: Behind, model: Model) -> int:
    for i, row in enumerate(one.rows):
        if not (row if isinstance(row, bool) else model.score(row) > SURE):
            return i
    return len(one.rows)


def _validated(known: Sequence[Behind], fitted: Callable[[Sequence[Example]], Model]) -> tuple[int, list[str]]:
    """How many of the points end where they should by models that have not seen their document."""
    right = 0
    missed: list[str] = []
    for one, model in _folds(known, fitted):
        if _taken(one, model) == one.wanted:
            right += 1
        else:
            missed.append(f"{one.document}:{_taken(one, model) - one.wanted:+d}")
    return right, missed


def _folds(known: Sequence[Behind], fitted: Callable[[Sequence[Example]], Model]) -> Iterator[tuple[Behind, Model]]:
    documents = sorted({one.document for one in known})
    for fold in range(_FOLDS):
        mine = {document for i, document in enumerate(documents) if i % _FOLDS == fold}
        model = fitted([example for one in known if one.document not in mine for example in _examples(one)])
        yield from ((one, model) for one in known if one.document in mine)


_FOLDS = 8


if __name__ == "__main__":
    main()
