"""Paragraphs behind last points, as the signals of `last_point_signals` judge them: for examples, and for fitting."""

from collections.abc import Iterator, Sequence

from partyreports.grammar.markers import Place
from partyreports.grammar.sentences import sentences
from partyreports.layout.article import Article, article_of
from partyreports.layout.segmentation import find_layout
from partyreports.lists.candidates import find_markers
from partyreports.lists.indents import Indents
from partyreports.lists.last_point_measures import Continuation, LastPoint
from partyreports.lists.last_point_signals import SIGNALS
from partyreports.lists.last_points import further_sentences
from partyreports.lists.paragraphs import Paragraphs
from partyreports.lists.quotations import Quotations
from partyreports.lists.series import Item, Series, find_series
from partyreports.rules import RuleTable
from partyreports.text.scanned import scan
from partyreports.text.tokens import reader_for


def continuations(article: Article, series: Sequence[Series]) -> Iterator[tuple[LastPoint, list[Continuation]]]:
    """Each last point of the numbered lists, with the paragraphs behind it that might belong to it, one by one.

    Left out are lists with another one inside their last point, and points that end before their paragraph does.
    """
    used = sorted(item.marker.start for one in series for item in _items(one))
    paragraphs = Paragraphs(article, used, Indents(article.source), Quotations(article.source))
    for one in series:
        yield from _of(paragraphs, one, article.layout.end)


def _items(series: Series) -> Iterator[Item]:
    if series.numbered:
        for item in series.items:
            yield item
            for child in item.children:
                yield from _items(child)


def _of(paragraphs: Paragraphs, series: Series, limit: int) -> Iterator[tuple[LastPoint, list[Continuation]]]:
    if not series.numbered:
        return
    *others, last = series.items
    for item in series.items:
        inside = item.end if item is not last else limit
        for child in item.children:
            yield from _of(paragraphs, child, inside)
    if any(child.numbered for child in last.children):
        return
    marker = last.marker
    is_inside = marker.place <= Place.CLAUSE or (series.inline and marker.place is Place.SENTENCE)
    index = paragraphs.paragraph_index(marker.body)
    point = LastPoint(paragraphs, marker, [(item.marker.body, item.end) for item in others], inline=series.inline)
    end = min(limit, paragraphs.body[index].end)
    mine = sentences(paragraphs.source, marker.body, end) if is_inside else ()
    yield point, [*further_sentences(point, mine), *_behind(point, index, limit)]


def _behind(point: LastPoint, index: int, limit: int) -> Iterator[Continuation]:
    paragraphs = point.paragraphs
    body = paragraphs.body
    for at in range(index + 1, len(body)):
        if body[at].start >= limit or body[at] == paragraphs.lead or paragraphs.marker_in(*body[at]):
            return
        yield Continuation(point, body[at - 1], body[at], at - index)


# --- examples


def signals_of(one: Continuation) -> dict[str, float]:
    """The signals that are there, by name, each with its strength from 0 to 1."""
    return {signal.id: strength for signal in SIGNALS if (strength := signal.measure(one))}


def _signals_in(text: str) -> list[tuple[str, float]]:
    """Signals of the paragraphs behind the first list of an article."""
    scanned = scan(text)
    article = article_of(scanned, find_layout(scanned))
    series = find_series(article, find_markers(article, reader_for(None)).value).value
    found: list[tuple[str, float]] = []
    for _, behind in list(continuations(article, series))[:1]:
        for one in behind:
            found += signals_of(one).items()
    return found


TABLE = RuleTable(
    name="last_point",
    about="Signals that tell whether a paragraph still belongs to the last point of a list; their weights are fitted.",
    rules=SIGNALS,
    read=_signals_in,
)
