"""Sections: each list with the words that introduce it, its role and its declared count."""

from collections.abc import Iterator

from partyreports.construct import construct
from partyreports.layout.article import Article
from partyreports.lists.declared import declared_count
from partyreports.lists.introductions import Introduction, heading_above, introduction_inside, introduction_of
from partyreports.lists.roles import Decision, role_of, signals
from partyreports.lists.series import Item, Series
from partyreports.models import FoundCount, Note, Point, Section
from partyreports.notes import WithNotes


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
        decision = role_of(article, one, introduction, heading_above(article, one, floor))
        declared = declared_count(article, introduction, len(one.items))
        sections.append(_section(article, one, introduction, decision, declared))
        if declared is not None and declared.value != len(one.items):
            message = f"The introduction announces {declared.value} points; {len(one.items)} are printed."
            notes.append(Note(code="count-mismatch", message=message, span=declared.span))
        floor = one.items[-1].end
    return WithNotes(tuple(sections), tuple(notes))


def signals_of_lists(article: Article, series: tuple[Series, ...]) -> Iterator[tuple[int, dict[str, float]]]:
    """Where each list begins, nested ones included, and the signals of its role: what the weights are fitted on."""
    floor = article.layout.body[0].start if article.layout.body else 0
    for one in series:
        above = heading_above(article, one, floor)
        yield one.items[0].marker.start, signals(article, one, introduction_of(article, one, floor), above)
        yield from _signals_inside(article, one)
        floor = one.items[-1].end


def _signals_inside(article: Article, series: Series) -> Iterator[tuple[int, dict[str, float]]]:
    for item in series.items:
        for child in item.children:
            inside = introduction_inside(article, child, item.marker.body)
            if _says_a_role(inside):
                yield child.items[0].marker.start, signals(article, child, inside, None)
            yield from _signals_inside(article, child)


def _section(
    article: Article, series: Series, introduction: Introduction, decision: Decision, declared: FoundCount | None
) -> Section:
    source = article.source
    introducing = introduction.sentence(introduction.introducing())
    return construct(
        Section,
        role=decision.role,
        heading=None if introducing is None else source.passage(*introducing),
        declared=declared,
        inline=series.inline,
        numbered=True,
        points=tuple([_point(article, item) for item in series.items]),
        span=source.span(series.items[0].marker.start, series.items[-1].end),
        rule=decision.rule,
    )


def _point(article: Article, item: Item) -> Point:
    source, marker = article.source, item.marker
    text, text_span = source.quoted(min(marker.body, item.end), item.end)
    own = _own_role(article, item)
    return construct(
        Point,
        number=item.number,
        marker=source.passage(marker.start, marker.end),
        style=marker.style,
        text=text,
        text_span=text_span,
        span=source.span(marker.start, max(item.end, marker.end)),
        points=tuple([_point(article, child) for one in item.children for child in one.items]),
        points_role=None if own is None else own.role,
        points_rule=None if own is None else own.rule,
        rule=marker.rule,
    )


def _own_role(article: Article, item: Item) -> Decision | None:
    """The role of the points in a point, where the words before them say one."""
    if not item.children:
        return None
    first = item.children[0]
    inside = introduction_inside(article, first, item.marker.body)
    return role_of(article, first, inside, None) if _says_a_role(inside) else None


def _says_a_role(inside: Introduction) -> bool:
    nearest = inside.sentence(inside.introducing())
    announced = None if nearest is None else inside.announced(nearest)
    return announced is not None and announced.kind != "neutral"
