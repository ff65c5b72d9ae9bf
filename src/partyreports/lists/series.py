"""Lists of points: from markers to series, nested ones inside their points.

markers ─ chains ─ nesting, extents ─ numbered series ─┐
                          bullets, clauses ────────────┴─ series in reading order
"""

from collections.abc import Iterable
from itertools import pairwise

from partyreports.grammar.markers import Marker, Place
from partyreports.layout.article import Article
from partyreports.lists.bullets import Bullets
from partyreports.lists.chains import Chain, Chains, is_list
from partyreports.lists.clauses import find_clauses
from partyreports.lists.indents import Indents
from partyreports.lists.nesting import MAX_DEPTH, Nesting
from partyreports.lists.paragraphs import Paragraphs
from partyreports.lists.quotations import Quotations
from partyreports.lists.values import Item, Series
from partyreports.models import Note, Span
from partyreports.notes import WithNotes, make_note
from partyreports.text.source import SourceText
from partyreports.text.spans import Range

__all__ = ["Item", "Series", "find_series"]


def find_series(article: Article, markers: tuple[Marker, ...]) -> WithNotes[tuple[Series, ...]]:
    """Top-level lists in reading order, nested ones inside their points.

    Args:
        article: the article.
        markers: candidates in reading order.
    """
    source = article.source
    indents, quotations = Indents(source), Quotations(source)
    chains = Chains(article, indents, quotations).find(markers)
    lists: list[Chain] = []
    lone: list[Chain] = []
    for chain in chains:
        (lists if is_list(chain) else lone).append(chain)
    used = sorted([marker.start for chain in lists for marker in chain.markers])
    nesting = Nesting(Paragraphs(article, used, indents, quotations))
    numbered = nesting.series(lists, article.layout.end)
    series = _with_bullets(numbered, Bullets(article, indents, used))
    series = _in_order(series, list(find_clauses(article, _ranges(series))))
    notes = [note for one in series for note in _number_notes(source, one)]
    notes += [make_note("deep-nesting", _place(source, stretch.last), level=MAX_DEPTH) for stretch in nesting.too_deep]
    notes += _lone_notes(source, [chain.markers[0] for chain in lone])
    return WithNotes(tuple(series), tuple(notes))


def _with_bullets(numbered: list[Series], bullets: Bullets) -> list[Series]:
    """Numbered lists with the bullets inside their points, and lists of bullets between them."""
    if not bullets.are_there:
        return numbered
    series = [one._replace(items=bullets.inside(one.items)) for one in numbered]
    return _in_order(series, bullets.announced(_ranges(series)))


def _in_order(series: list[Series], others: list[Series]) -> list[Series]:
    return sorted([*series, *others], key=lambda one: one.items[0].marker.start) if others else series


def _ranges(series: Iterable[Series]) -> list[Range]:
    """Where lists stand, sorted; lists of one level do not overlap."""
    return [Range(one.items[0].marker.start, one.items[-1].end) for one in series]


def _number_notes(source: SourceText, series: Series) -> Iterable[Note]:
    if series.numbered:
        yield from _counting_notes(source, series)
    for item in series.items:
        for child in item.children:
            yield from _number_notes(source, child)


def _counting_notes(source: SourceText, series: Series) -> Iterable[Note]:
    numbers = [(item.number or 0, item.marker) for item in series.items]
    first, marker = numbers[0]
    if first != 1:
        yield make_note("starts-late", _place(source, marker), number=first)
    for (before, _), (number, marker) in pairwise(numbers):
        if number == before:
            yield make_note("number-repeat", _place(source, marker), number=number)
        elif number > before + 1:
            missing = ", ".join(map(str, range(before + 1, number)))
            yield make_note("number-gap", _place(source, marker), before=before, after=number, missing=missing)


def _lone_notes(source: SourceText, markers: list[Marker]) -> list[Note]:
    """A word marker at the head of a line, followed by a comma or “là”, without a second one."""
    return [
        make_note("lone-marker", _place(source, marker), words=source.text[marker.start : marker.end])
        for marker in markers
        if marker.shape == "word" and marker.place is Place.LINE and marker.body > marker.end
    ]


def _place(source: SourceText, marker: Marker) -> Span:
    return source.span(marker.start, marker.end)
