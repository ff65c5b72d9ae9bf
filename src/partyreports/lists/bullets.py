"""Bullets: lines in a row that begin with the same sign.

Below words that announce something they are a list; inside a numbered point they are its nested points. Bullets that
announce nothing stay text, and so do signs that only decorate: each line another emoji.

    Hội nghị thống nhất ba nhiệm vụ sau:
    - Rà soát hồ sơ, cụ thể:
    + kho cũ;                    another sign: inside the point before
    + kho mới.
    - Bổ sung danh mục.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from partyreports.grammar.markers import Marker, Place
from partyreports.layout.article import Article
from partyreports.lists.indents import Indents
from partyreports.lists.openers import announces
from partyreports.lists.values import Item, Series
from partyreports.models import MarkerStyle
from partyreports.text.spans import Range

RULE = "marker.bullet"
_BULLET = re.compile(r"(?:[-–—+*] ?|• ?)(?=[\"“‘'«(]?[^\W_])")
_SIGNS = frozenset("-–—+*•")
_FIGURE = re.compile(r"[-–—+]\d")
"""“-5 %”, “+84”."""
_FEWEST = 2
"""Points of the shortest list."""
_DEEPEST = 6
"""Levels of bullets inside bullets; what is deeper stays text of its point."""


class _Line(NamedTuple):
    """A line that begins with a bullet."""

    at: int
    """Index of its paragraph in the body."""
    marker: Marker
    end: int
    level: tuple[str, int]
    """The sign as printed, and the indentation: lines of one list have the same."""


class Bullets:
    """The lines of an article that begin with bullets, in rows without another line between them.

    Args:
        article: the article.
        indents: how far its lines are indented.
        numbered: where the markers of numbered lists begin, sorted: what they begin is no bullet.
    """

    def __init__(self, article: Article, indents: Indents, numbered: Sequence[int]) -> None:
        self._article = article
        self._rows: list[list[_Line]] = []
        if RULE in article.without:
            return
        for line in _lines(article, indents, numbered):
            if self._rows and self._rows[-1][-1].at == line.at - 1:
                self._rows[-1].append(line)
            else:
                self._rows.append([line])
        self._rows = [row for row in self._rows if len(row) >= _FEWEST]
        self._starts = [row[0].marker.start for row in self._rows]

    @property
    def are_there(self) -> bool:
        """Whether there is any row of bullets."""
        return bool(self._rows)

    def announced(self, taken: Sequence[Range]) -> list[Series]:
        """Lists below words that announce something, outside the ranges of numbered lists (sorted, disjoint)."""
        body = self._article.layout.body
        ends = [one.end for one in taken]
        found = []
        for row in self._rows:
            i = bisect_left(ends, row[0].marker.start + 1)
            if i < len(taken) and taken[i].start < row[-1].end:
                continue
            first = row[0].at
            if first > 0 and announces(self._article, body[first - 1]):
                found += _series(row)
        return found

    def inside(self, items: Iterable[Item]) -> tuple[Item, ...]:
        """Points of numbered lists, with the bullets inside them as nested points."""
        return tuple(self._with_bullets(item) for item in items)

    def _with_bullets(self, item: Item) -> Item:
        i = bisect_left(self._starts, item.marker.body)
        if i >= len(self._rows) or self._starts[i] >= item.end:
            return item
        children = [child._replace(items=self.inside(child.items)) for child in item.children]
        around = [Range(child.items[0].marker.start, child.items[-1].end) for child in children]
        while i < len(self._rows) and self._starts[i] < item.end:
            row = [line for line in self._rows[i] if line.end <= item.end]
            if row and not any(one.start < row[-1].end and row[0].marker.start < one.end for one in around):
                children += _series(row)
            i += 1
        return item._replace(children=tuple(sorted(children, key=lambda child: child.items[0].marker.start)))


def _lines(article: Article, indents: Indents, numbered: Sequence[int]) -> Iterator[_Line]:
    source = article.source
    for index, paragraph in enumerate(article.layout.body):
        if source.text[paragraph.start] not in _SIGNS:
            continue
        match = _BULLET.match(source.text, *paragraph)
        if match is None or _FIGURE.match(source.text, paragraph.start):
            continue
        body = match.end()
        i = bisect_left(numbered, paragraph.start)
        if i < len(numbered) and numbered[i] <= body + 1:
            continue
        sign = source.words(paragraph.start, paragraph.start + 1)[:1]
        marker = Marker(
            start=paragraph.start,
            end=paragraph.start + 1,
            body=body,
            numbers=(),
            style=MarkerStyle.BULLET,
            shape=sign,
            place=Place.LINE,
            line=source.line_number(paragraph.start),
            rule=RULE,
        )
        yield _Line(index, marker, paragraph.end, (sign, indents.of_line(paragraph.start)))


def _series(row: Sequence[_Line], depth: int = 0) -> list[Series]:
    """The list of a row of lines, with lines of other levels inside the points before them; none of less than two."""
    if len(row) < _FEWEST:
        return []
    level = row[0].level
    heads = [i for i, line in enumerate(row) if line.level == level]
    if len(heads) < _FEWEST:
        return []
    items = []
    for begin, end in zip(heads, [*heads[1:], len(row)], strict=True):
        inner = row[begin + 1 : end]
        children = tuple(_series(inner, depth + 1)) if depth < _DEEPEST else ()
        items.append(Item(row[begin].marker, None, row[end - 1].end, children))
    return [Series(tuple(items), inline=False, numbered=False, style=MarkerStyle.BULLET)]
