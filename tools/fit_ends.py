"""Fit the weights of what tells where the last point of a list ends, and say how well they do.

    python tools/fit_ends.py FOLDER… tests/lists/{last_points,{,more_,further_,fresh_}point_ends}.txt [--write]

Folders hold gold documents (NAME.txt + NAME.json); a file holds articles of our own, in which “⟦end⟧” stands where
points end: all of them, or the last one. Words are learnt from sentences inside points and from those outside any list,
signals from paragraphs that neither must nor cannot belong to their point. Never fit on documents that are kept to
check the rules, `tests/lists/unread_point_ends.txt` among them: `--check FILE` says how well the weights do there.
Writes data/weights/last_point.json and data/weights/point_wording.json. Needs scikit-learn (`pip install -e '.[fit]'`).
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from fitting import Example, Model, Row, fit, write
from fitting_words import Words, fit_words

from partyreports.grammar.sentences import sentences
from partyreports.layout.article import Article, article_of
from partyreports.layout.segmentation import find_layout
from partyreports.lists.candidates import find_markers
from partyreports.lists.continuations import continuations, signals_of
from partyreports.lists.last_point_measures import Continuation
from partyreports.lists.last_point_signals import SIGNALS
from partyreports.lists.last_points import BAR, closes, is_certain
from partyreports.lists.point_wording import words_of
from partyreports.lists.series import Item, Series, find_series
from partyreports.rules.words import certainty
from partyreports.text.scanned import scan
from partyreports.text.tokens import reader_for

_MARK = "⟦end⟧"
_TOLERANCE = 3
_PENALTY = 0.0007
_FOLDS = 8
_INNER_FOLDS = 5
"""Parts in which the wording of the documents to fit on is judged, each by a model of the others: a model that has seen
a document is too sure of it."""
_MOST = 25
"""Paragraphs behind one point that are learnt from."""
_OF_WORDING = ("last_point.worded_as_inside", "last_point.worded_as_outside")


class Following(NamedTuple):
    """A paragraph behind a last point that must be judged."""

    signals: Row
    """Strengths of the signals, but for those of the wording."""
    words: frozenset[str]
    closes: bool
    """Whether it is not taken whatever the signals say; they are learnt from it all the same."""


class Behind(NamedTuple):
    """The paragraphs behind a last point, as far as one must be judged."""

    document: str
    rows: list[Following | bool]
    """Each paragraph, or what is certain of it."""
    wanted: int
    """How many of them belong to the point."""


class Document(NamedTuple):
    """An article of which it is known where points begin and end."""

    name: str
    points: list[Behind]
    worded: list[tuple[frozenset[str], bool]]
    """Words of sentences, and whether they stand inside a point or outside any list."""


class Ends(NamedTuple):
    """Weights of the words, and of the signals."""

    wording: Words
    model: Model

    def taken(self, one: Behind) -> int:
        """How many of the paragraphs behind a point are taken."""
        for i, row in enumerate(one.rows):
            if not (row if isinstance(row, bool) else self._takes(row)):
                return i
        return len(one.rows)

    def _takes(self, one: Following) -> bool:
        return not one.closes and self.model.score(_row_of(one, self.wording)) > BAR


def main() -> None:
    """Read the arguments, fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--check", action="append", default=[], type=Path, help="articles that are not fitted on")
    parser.add_argument("--misses", action="store_true", help="show the documents that the folds get wrong")
    parser.add_argument("--write", action="store_true", help="store the weights where the package reads them")
    arguments = parser.parse_args()
    known = [one for path in arguments.gold for one in documents(path)]
    inside = Counter(is_inside for one in known for _, is_inside in one.worded)
    _say(f"{inside[True]} sentences inside points, {inside[False]} outside any list")
    held_out = []
    for others, part in _parts(known, _FOLDS):
        unaware = fitted(others)
        held_out += [(one, unaware) for document in part for one in document.points]
    _told("held out", held_out, show=arguments.misses)
    whole = fitted(known)
    _told("fitted on", [(one, whole) for document in known for one in document.points])
    for path in arguments.check:
        _told("never fitted", [(one, whole) for document in documents(path) for one in document.points])
    for name, weight in sorted(whole.model.signals.items(), key=lambda pair: pair[1]):
        _say(f"  {weight:+.2f} {name}")
    if arguments.write:
        write("last_point", whole.model)
        write("point_wording", Model(whole.wording.bias, whole.wording.weights))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _told(how: str, judged: Sequence[tuple[Behind, Ends]], *, show: bool = False) -> None:
    """Say how many last points end where they should, in all and set by set."""
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    missed: list[str] = []
    for one, ends in judged:
        error = ends.taken(one) - one.wanted
        for name in ("all", one.document.rpartition("/")[0]):
            given[name] += 1
            right[name] += not error
        if error:
            missed.append(f"{one.document}:{error:+d}")
    _say(f"{how}: " + ", ".join(f"{name} {right[name]}/{given[name]}" for name in given))
    if show:
        _say("  " + " ".join(missed))


# --- what is known


def documents(path: Path) -> Iterator[Document]:
    """The documents of a folder of gold, or the articles of a file of our own, parted by lines of “===”."""
    if not path.is_dir():
        for i, marked in enumerate(path.read_text(encoding="utf-8").split("\n===\n")):
            *parts, rest = marked.split(_MARK)
            article, series = _read("".join([*parts, rest]))
            ends = list(accumulate(map(len, parts)))
            yield _document(f"{path.stem}/{i}", article, series, _marked(article, series, ends))
        return
    for gold in sorted(path.glob("*.json")):
        known = json.loads(gold.read_text(encoding="utf-8"))
        if isinstance(known, dict) and known.get("lists"):
            article, series = _read(gold.with_suffix(".txt").read_text(encoding="utf-8"))
            points = {one["start"]: one["end"] for each in known["lists"] for one in each["items"]}
            yield _document(f"{path.name}/{gold.stem}", article, series, points)


def _read(text: str) -> tuple[Article, Sequence[Series]]:
    scanned = scan(text)
    article = article_of(scanned, find_layout(scanned))
    return article, find_series(article, find_markers(article, reader_for(None)).value).value


def _marked(article: Article, series: Sequence[Series], ends: Sequence[int]) -> dict[int, int]:
    """Where points end in an article of our own, by where they begin: at the next mark."""
    starts = [_start(article, item.marker.start) for one in series for item in _numbered(one)]
    return {start: end for start in starts if (end := next((end for end in ends if end > start), None)) is not None}


def _numbered(series: Series) -> Iterator[Item]:
    if series.numbered:
        for item in series.items:
            yield item
            for child in item.children:
                yield from _numbered(child)


def _start(article: Article, place: int) -> int:
    """A place in the text as it was given."""
    return article.source.span(place, place + 1).start


def _document(name: str, article: Article, series: Sequence[Series], points: Mapping[int, int]) -> Document:
    behind = [
        _behind(name, article, following, end)
        for point, following in continuations(article, series)
        if (end := _end_of(points, _start(article, point.marker.start))) is not None
    ]
    return Document(name, behind, list(_worded(article, points)))


def _end_of(points: Mapping[int, int], start: int) -> int | None:
    return next((end for at, end in points.items() if abs(at - start) <= _TOLERANCE), None)


def _behind(name: str, article: Article, behind: Sequence[Continuation], end: int) -> Behind:
    rows: list[Following | bool] = []
    wanted = 0
    for one in behind[:_MOST]:
        certain = is_certain(one)
        signals = {signal: strength for signal, strength in signals_of(one).items() if signal not in _OF_WORDING}
        following = Following(signals, words_of(one.source, one.paragraph), closes(one))
        rows.append(following if certain is None else certain)
        wanted += _start(article, one.paragraph.start) < end
    return Behind(name, rows, wanted)


def _worded(article: Article, points: Mapping[int, int]) -> Iterator[tuple[frozenset[str], bool]]:
    """Words of sentences inside points, behind the first one of their point, and of those outside any list."""
    for paragraph in article.layout.body:
        for sentence in sentences(article.source, *paragraph):
            span = article.source.span(*sentence)
            if not any(span.start - _TOLERANCE <= start < span.end for start in points):
                is_inside = any(start < span.start < end for start, end in points.items())
                yield words_of(article.source, sentence), is_inside


# --- fitting


def fitted(known: Sequence[Document]) -> Ends:
    """The model of the words, and the model of the signals with it."""
    examples = []
    for others, part in _parts(known, _INNER_FOLDS):
        wording = _words_of(others)
        examples += [example for document in part for one in document.points for example in _examples(one, wording)]
    signs = {signal.id: signal.sign for signal in SIGNALS}
    return Ends(_words_of(known), fit(examples, _PENALTY, 200, signs))


def _words_of(known: Sequence[Document]) -> Words:
    given = [(words, frozenset[str](), is_inside) for one in known for words, is_inside in one.worded]
    return fit_words(given, balanced=True)


def _examples(one: Behind, wording: Words) -> Iterator[Example]:
    for i, row in enumerate(one.rows[: one.wanted + 1]):
        if not isinstance(row, bool):
            yield Example(one.document, _row_of(row, wording), i < one.wanted)


def _row_of(one: Following, wording: Words) -> Row:
    """The strengths of all signals, those of the wording as a model has them."""
    sure = certainty(wording.score(one.words))
    return {**one.signals, _OF_WORDING[sure < 0]: abs(sure)}


def _parts(known: Sequence[Document], folds: int) -> Iterator[tuple[list[Document], list[Document]]]:
    """The documents without a part of them, and that part, for each part."""
    for fold in range(folds):
        yield [one for i, one in enumerate(known) if i % folds != fold], list(known[fold::folds])


if __name__ == "__main__":
    main()
