"""Which part of a page is the article.

Everything is counted on lines: stretches of text between the ends of blocks. A line of some length that is not made
of links is prose. The article is the innermost element that holds most of the prose outside the site's furniture,
together with the headline before it; what is furniture by its tag, its role, its names or its links is left out.
"""

from dataclasses import dataclass

from partyreports.documents.html.counting import Counts, count
from partyreports.documents.html.headline import date_above, find_headline, headline_for
from partyreports.documents.html.names import (
    BLOCKS,
    FURNITURE,
    FURNITURE_ROLES,
    FURNITURE_TAGS,
    HEADINGS,
    words_in_names,
)
from partyreports.documents.html.tree import Element, Tree

_CARDS = frozenset({"div", "li", "article", "section", "table", "tr", "dl"})
_MANY_CARDS = 5
_CARD = 220
"""Characters of prose of a teaser or a comment, on average, at most."""
_FEW = 120
"""Characters below the body that are still the article's: its author, its source, a date."""
_MOST = 0.8
_MORE_THAN_HALF = 0.6


@dataclass(slots=True)
class MainPart:
    """The part of a page to read."""

    start: int
    end: int
    dropped: set[int]
    """`id()` of the elements left out."""
    prose: int
    """Characters of prose in it."""
    headline: Element | None


def find_main_part(tree: Tree, title_hint: str | None) -> MainPart:
    """The part of a page that is its article, headline and dateline included."""
    counts = count(tree, set())
    headline = find_headline(tree, title_hint)
    furniture = _find_furniture(tree, counts, headline)
    counts = count(tree, furniture)
    if cards := _find_cards(tree, counts, headline):
        furniture |= cards
        counts = count(tree, furniture)
    body = _find_body(tree, counts, headline)
    headline = headline_for(tree, body, headline, counts)
    start, end = body.start, body.end
    if headline is not None and headline.start - start < 0.3 * (end - start):
        start = date_above(tree, headline, counts)
        end = _end_below(body, headline, counts)
    part = MainPart(start, end, furniture, counts[id(body)].prose, headline)
    part.dropped = furniture | _find_link_lists(tree, part, body, counts)
    return part


def _find_furniture(tree: Tree, counts: dict[int, Counts], headline: Element | None) -> set[int]:
    """Elements that are parts of the site, by tag, role or names: not those that hold the headline or most prose."""
    total = counts[id(tree.root)].prose
    around_headline = {id(element) for element in (headline, *headline.ancestors())} if headline is not None else set()
    found: set[int] = set()
    marked = []
    stack = [tree.root]
    while stack:
        element = stack.pop()
        own = counts.get(id(element))
        if own is None:
            continue
        if id(element) not in around_headline and _is_furniture(element):
            marked.append((element, own.prose))
            continue
        stack.extend(child for child in element.children if isinstance(child, Element))
    remaining = total - sum(prose for _, prose in marked)
    for element, prose in marked:
        # Comments may be longer than the article; a wrapper that is named after its sidebar holds it.
        if remaining < 0.15 * total and prose > 0.5 * total:
            found |= _find_furniture_in(element, counts)
        else:
            found.add(id(element))
    return found


def _find_furniture_in(element: Element, counts: dict[int, Counts]) -> set[int]:
    """Furniture within an element that only its name makes look like furniture."""
    total = counts[id(element)].prose
    return {
        id(inner)
        for inner in element.iter()
        if inner is not element
        and (own := counts.get(id(inner))) is not None
        and own.prose < 0.5 * total
        and _is_furniture(inner)
    }


def _is_furniture(element: Element) -> bool:
    if element.tag in {"html", "body", "#document", "article", "main"}:
        return False
    if element.tag in FURNITURE_TAGS or element.get("role").lower() in FURNITURE_ROLES:
        return True
    names = words_in_names(element.get("class"), element.get("id"))
    return not names.isdisjoint(FURNITURE) and not ({"content", "article"} <= names)


def _find_cards(tree: Tree, counts: dict[int, Counts], headline: Element | None) -> set[int]:
    """Rows of comments or teasers: many elements of several parts and little prose each, beside the article."""
    if headline is None:
        return set()
    total = counts[id(tree.root)].prose
    found: set[int] = set()
    stack = [tree.root]
    while stack:
        element = stack.pop()
        inner = [child for child in element.children if isinstance(child, Element) and id(child) in counts]
        cards = [child for child in inner if child.tag in _CARDS and len(child.children) > 1 and _has_parts(child)]
        prose = sum(counts[id(card)].prose for card in cards)
        around = headline.is_within(element)
        if (
            not around
            and len(cards) >= _MANY_CARDS
            and 0 < prose <= _CARD * len(cards)
            and total - prose >= 2 * _CARD
            and 2 * len(cards) > len(inner)
        ):
            found.update(id(card) for card in cards)
            total -= prose
            continue
        stack.extend(inner)
    return found


def _has_parts(card: Element) -> bool:
    parts = [child for child in card.children if isinstance(child, Element) and child.tag != "br"]
    return len(parts) > 1 and any(part.tag in BLOCKS for part in parts)


def _find_body(tree: Tree, counts: dict[int, Counts], headline: Element | None) -> Element:
    """The innermost element that holds most of the prose."""
    total = counts[id(tree.root)].prose
    most = _innermost(tree.root, counts, _MOST * total)
    more = _innermost(most, counts, _MORE_THAN_HALF * total)
    if more is most:
        return most
    # What is between the two is the rest of the article, or a column of teasers beside it.
    inner, outer = counts[id(more)], counts[id(most)]
    rest_words, rest_linked = outer.words - inner.words, outer.linked - inner.linked
    has_headline = headline is not None and headline.is_within(more) and not _is_single_line(more)
    return more if has_headline or rest_linked > 0.25 * (rest_words + rest_linked) else most


def _is_single_line(element: Element) -> bool:
    return not any(inner.tag in BLOCKS or inner.tag == "br" for inner in element.iter() if inner is not element)


def _innermost(top: Element, counts: dict[int, Counts], prose: float) -> Element:
    best = top
    while prose > 0:
        inner = next(
            (
                child
                for child in best.children
                if isinstance(child, Element) and (own := counts.get(id(child))) is not None and own.prose >= prose
            ),
            None,
        )
        if inner is None or inner.tag in {"p", "ol", "ul", "li", "blockquote"}:
            break
        best = inner
    while best.tag in {"tr", "tbody", "thead"} and best.parent is not None:
        best = best.parent
    return best


def _end_below(body: Element, headline: Element, counts: dict[int, Counts]) -> int:
    """Where the article ends: with its body, or a few words below it in the element that holds headline and body."""
    around = next((element for element in body.ancestors() if headline.is_within(element)), body)
    below = [
        own
        for element in _following(body, around)
        if (own := counts.get(id(element))) is not None and not _is_link_list(element, own)
    ]
    return around.end if sum(own.words + own.linked for own in below) <= _FEW else body.end


def _following(element: Element, around: Element) -> list[Element]:
    """What comes behind an element within one that holds it."""
    found: list[Element] = []
    while element is not around and element.parent is not None:
        siblings = element.parent.children
        position = next(i for i, child in enumerate(siblings) if child is element)
        found.extend(child for child in siblings[position + 1 :] if isinstance(child, Element))
        element = element.parent
    return found


def _find_link_lists(tree: Tree, part: "MainPart", body: Element, counts: dict[int, Counts]) -> set[int]:
    """Blocks of links in the part (other articles, a menu between headline and body), with the headings above them."""
    found: set[int] = set()
    stack: list[tuple[Element, Element | None]] = [(tree.root, None)]
    while stack:
        element, above = stack.pop()
        own = counts.get(id(element))
        if own is None or element.end <= part.start or element.start >= part.end:
            continue
        if _is_link_list(element, own) and element is not part.headline and not body.is_within(element):
            found.add(id(element))
            if above is not None and above.tag in HEADINGS and above is not part.headline:
                found.add(id(above))
            continue
        inner = [child for child in element.children if isinstance(child, Element) and id(child) in counts]
        stack.extend(zip(inner, [None, *inner], strict=False))
    return found


def _is_link_list(element: Element, own: Counts) -> bool:
    if element.tag not in BLOCKS or element.tag in {"h1", "p", "figcaption"}:
        return False
    return own.prose == 0 and own.links >= 2 and own.link_share > 0.6
