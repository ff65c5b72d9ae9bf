"""Sections: each list with the words that introduce it, its role and its declared count."""

from collections.abc import Iterator

from partyreports.construct import constructor_for
from partyreports.layout.article import Article
from partyreports.lists.declared import counts_without_points, declared_count
from partyreports.lists.introductions import heading_above, introduction_inside, introduction_of
from partyreports.lists.role_measures import SeenList
from partyreports.lists.roles import Decision, role_of
from partyreports.lists.series import Item, Series
from partyreports.models import FoundCount, Note, Point, Section, Span
from partyreports.notes import WithNotes, make_note


def find_sections(article: Article, series: tuple[Series, ...]) -> WithNotes[tuple[Section, ...]]:
    """Sections of the article in reading order.

    Args:
        article: the article.
        series: top-level lists in reading order.
    """
    sections: list[Section] = []
    notes: list[Note] = []
    floor = article.layout.body[0].start if article.layout.body else 0
    for one in series:
        introduction = introduction_of(article, one, floor)
        seen = SeenList(article, one, introduction, heading_above(article, one, floor))
        declared = declared_count(article, introduction, len(one.items))
        sections.append(_section(seen, role_of(seen), declared))
        if declared is not None and declared.value != len(one.items):
            values = {"announced": declared.value, "count": len(one.items)}
            notes.append(make_note("count-mismatch", declared.span, **values))
        floor = one.items[-1].end
    notes += counts_without_points(article, series)
    return WithNotes(tuple(sections), tuple(notes))


def seen_lists(article: Article, series: tuple[Series, ...]) -> Iterator[SeenList]:
    """Each list as it is judged, and each nested one that has a role of its own: what the weights are fitted on."""
    floor = article.layout.body[0].start if article.layout.body else 0
    for one in series:
        yield SeenList(article, one, introduction_of(article, one, floor), heading_above(article, one, floor))
        for item in one.items:
            yield from _seen_inside(article, item)
        floor = one.items[-1].end


def _seen_inside(article: Article, item: Item) -> Iterator[SeenList]:
    for child in item.children:
        inside = SeenList(article, child, introduction_inside(article, child, item.marker.body), None)
        if inside.is_told:
            yield inside
        for below in child.items:
            yield from _seen_inside(article, below)


def _section(seen: SeenList, decision: Decision, declared: FoundCount | None) -> Section:
    article, series = seen.article, seen.series
    source = article.source
    points = tuple([_point(article, item) for item in series.items])
    return _make_section(
        {
            "role": decision.role,
            "heading": None if seen.sentence is None else source.passage(*seen.sentence),
            "declared": declared,
            "inline": series.inline,
            "numbered": series.numbered,
            "points": points,
            "span": _make_span({"start": points[0].span.start, "end": points[-1].span.end}),
            "rule": decision.rule,
        }
    )


def _point(article: Article, item: Item) -> Point:
    source, children = article.source, item.children
    marker = source.passage(item.marker.start, item.marker.end)
    text, text_span = source.quoted(min(item.marker.body, item.end), item.end)
    end = text_span.end
    if not text:  # (before the white space that was left out)
        end = source.span(item.marker.start, item.end).end
        text_span = _make_span({"start": end, "end": end})
    own = _own_role(article, item) if children else None
    return _make_point(
        {
            "number": item.number,
            "marker": marker,
            "style": item.marker.style,
            "text": text,
            "text_span": text_span,
            "span": _make_span({"start": marker.span.start, "end": end}),
            "points": tuple([_point(article, child) for one in children for child in one.items]) if children else (),
            "points_role": None if own is None else own.role,
            "points_rule": None if own is None else own.rule,
            "rule": item.marker.rule,
        }
    )


_make_section = constructor_for(Section)
_make_point = constructor_for(Point)
_make_span = constructor_for(Span)


def _own_role(article: Article, item: Item) -> Decision | None:
    """The role of the points in a point, where the words before them say one."""
    first = item.children[0]
    seen = SeenList(article, first, introduction_inside(article, first, item.marker.body), None)
    return role_of(seen) if seen.is_told else None
