"""Which part of a page is the article.

Everything is counted on lines: stretches of text between the ends of blocks. A line of some length that is not made
of links is prose. The article is the innermost element that holds most of the prose outside the site's furniture,
together with the headline before it; what is furniture by its tag, its role, its names or its links is left out.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from partyreports.documents.html.names import BLOCKS, DATES, FURNITURE, FURNITURE_ROLES, FURNITURE_TAGS, TITLES
from partyreports.documents.html.rendering import is_hidden
from partyreports.documents.html.tree import Element, Tree

_WORDS_OF_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_DATE = re.compile(r"\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{4}")
_PROSE = 40
"""Characters from which a line that is not made of links is prose."""
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_MOST = 0.8
_MORE_THAN_HALF = 0.6


@dataclass(slots=True)
class Counts:
    """What is seen in an element, its furniture not counted."""

    words: int = 0
    """Characters outside links, spaces not counted."""
    linked: int = 0
    """Characters in links."""
    links: int = 0
    prose: int = 0
    """Characters in lines of prose."""

    def add(self, other: "Counts") -> None:
        """Take in what a part holds."""
        self.words += other.words
        self.linked += other.linked
        self.links += other.links
        self.prose += other.prose

    @property
    def link_share(self) -> float:
        """Part of the characters that is in links."""
        return self.linked / (self.words + self.linked) if self.linked else 0.0


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


def names_of(element: Element) -> set[str]:
    """The words in class and id of an element, in small letters: `PostDetail-body` gives post, detail, body."""
    joined = f"{element.get('class')} {element.get('id')}"
    return {word.lower() for word in _WORDS_OF_NAME.findall(joined[:400])} if joined != " " else set()


def find_main_part(tree: Tree, title_hint: str | None) -> MainPart:
    """The part of a page that is its article, headline and dateline included."""
    counts = _count(tree, set())
    headline = _find_headline(tree, title_hint)
    furniture = _find_furniture(tree, counts, headline)
    counts = _count(tree, furniture)
    body = _find_body(tree, counts, furniture)
    headline = _headline_for(tree, body, headline, furniture)
    start, end = body.start, body.end
    if headline is not None and headline.start - start < 0.3 * (end - start):
        start = _date_above(tree, headline, counts)
    part = MainPart(start, end, furniture, counts[id(body)].prose, headline)
    part.dropped = furniture | _find_link_lists(tree, part, body, counts)
    return part


def _count(tree: Tree, left_out: set[int]) -> dict[int, Counts]:
    """Counts of every element that is seen, by its `id()`."""
    counter = _LineCounter(tree)
    stack: list[tuple[Element | int, bool]] = [(tree.root, True)]
    while stack:
        item, enters = stack.pop()
        if isinstance(item, int):
            counter.text(item)
        elif not enters:
            counter.leave(item)
        elif id(item) not in left_out and not is_hidden(item):
            counter.enter(item)
            stack.append((item, False))
            stack.extend((child, True) for child in reversed(item.children))
    counter.end_line()
    _sum_up(tree, counter.counts)
    return counter.counts


class _LineCounter:
    """Counts line by line, and gives each line to the block that it stands in."""

    def __init__(self, tree: Tree) -> None:
        self.counts: dict[int, Counts] = {}
        self._tree = tree
        self._blocks: list[Element] = []
        self._line = Counts()
        self._links = 0

    def enter(self, element: Element) -> None:
        self.counts[id(element)] = Counts()
        if element.tag in BLOCKS or not self._blocks:
            self.end_line()
            self._blocks.append(element)
        elif element.tag == "br":
            self.end_line()
        elif element.tag == "a":
            self._links += 1
            self._line.links += 1

    def leave(self, element: Element) -> None:
        if element is self._blocks[-1]:
            self.end_line()
            if len(self._blocks) > 1:
                self._blocks.pop()
        elif element.tag == "a":
            self._links -= 1

    def text(self, node: int) -> None:
        begin, end = self._tree.node(node)
        shown = sum(map(len, self._tree.text[begin:end].split()))
        if self._links:
            self._line.linked += shown
        else:
            self._line.words += shown

    def end_line(self) -> None:
        line = self._line
        if line.words >= _PROSE and line.link_share < 0.35:
            line.prose = line.words + line.linked
        if self._blocks:
            self.counts[id(self._blocks[-1])].add(line)
        self._line = Counts()


def _sum_up(tree: Tree, counts: dict[int, Counts]) -> None:
    """Add what each element holds to what stands around it; inline elements hold nothing of their own."""
    for element in reversed(list(tree.root.iter())):
        if element.parent is not None and (own := counts.get(id(element))) is not None:
            around = counts.get(id(element.parent))
            if around is not None:
                around.add(own)


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
    names = names_of(element)
    return not names.isdisjoint(FURNITURE) and not ({"content", "article"} <= names)


def _find_body(tree: Tree, counts: dict[int, Counts], furniture: set[int]) -> Element:
    """The innermost element that holds most of the prose."""
    total = counts[id(tree.root)].prose
    most = _innermost(tree.root, counts, furniture, _MOST * total)
    more = _innermost(most, counts, furniture, _MORE_THAN_HALF * total)
    if more is not most:
        # What is between the two is the rest of the article, or a column of teasers beside it.
        inner, outer = counts[id(more)], counts[id(most)]
        rest_words, rest_linked = outer.words - inner.words, outer.linked - inner.linked
        if rest_linked > 0.25 * (rest_words + rest_linked):
            return more
    return most


def _innermost(top: Element, counts: dict[int, Counts], furniture: set[int], prose: float) -> Element:
    best = top
    while prose > 0:
        inner = next(
            (
                child
                for child in best.children
                if isinstance(child, Element)
                and id(child) not in furniture
                and (own := counts.get(id(child))) is not None
                and own.prose >= prose
            ),
            None,
        )
        if inner is None or inner.tag in {"p", "ol", "ul", "li", "blockquote"}:
            break
        best = inner
    while best.tag in {"tr", "tbody", "thead"} and best.parent is not None:
        best = best.parent
    return best


def _normal(words: str) -> str:
    return " ".join(words.split()).casefold()


def _find_headline(tree: Tree, title_hint: str | None) -> Element | None:
    """The element whose words are the title that the metadata give; else the first `h1` that is seen."""
    hint = _normal(title_hint or "")
    first: Element | None = None
    said: Element | None = None
    hidden: Element | None = None
    for element in tree.root.iter():
        if hidden is not None:
            if element.start < hidden.end:
                continue
            hidden = None
        if is_hidden(element):
            hidden = element
            continue
        if element.end - element.start > 600:
            continue
        if element.tag == "h1" and tree.content(element).strip():
            first = first or element
            if hint and _normal(tree.content(element)) in hint:
                return element
        elif said is None and len(hint) >= 12 and element.tag not in {"a", "li"}:
            words = _normal(tree.content(element))
            if len(words) >= 12 and (words == hint or hint.startswith(words + " ")):
                said = element
    return said or first


def _headline_for(tree: Tree, body: Element, headline: Element | None, furniture: set[int]) -> Element | None:
    """The headline of the body: the one found if it stands before or at its head, else one that is named so."""
    if headline is not None and headline.start < body.end:
        return headline
    best: Element | None = None
    for element in tree.root.iter():
        if element.start >= body.end or id(element) in furniture:
            continue
        size = element.end - element.start
        if 12 <= size <= 300 and element.start <= body.start + 200:
            named = element.tag in {"h2", "h3"} or not names_of(element).isdisjoint(TITLES)
            if named and not any(id(around) in furniture or is_hidden(around) for around in element.ancestors()):
                inside = element.is_within(body)
                if best is None or not inside:
                    best = element
    return best


def _date_above(tree: Tree, headline: Element, counts: dict[int, Counts]) -> int:
    """Where the article begins: at its headline, or at the date that is printed right above it."""
    element = headline
    for _ in range(2):
        parent = element.parent
        if parent is None:
            break
        siblings = [child for child in parent.children if isinstance(child, Element) and id(child) in counts]
        for before, this in pairwise(siblings):
            if this is element and counts[id(before)].words + counts[id(before)].linked <= 60:
                dated = not names_of(before).isdisjoint(DATES) or any(e.tag == "time" for e in before.iter())
                if dated and _DATE.search(tree.content(before)[:400]):
                    return before.start
        element = parent
    return headline.start


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
            if above is not None and above.tag in _HEADINGS and above is not part.headline:
                found.add(id(above))
            continue
        inner = [child for child in element.children if isinstance(child, Element) and id(child) in counts]
        stack.extend(zip(inner, [None, *inner], strict=False))
    return found


def _is_link_list(element: Element, own: Counts) -> bool:
    if element.tag not in BLOCKS or element.tag in {"h1", "p", "figcaption"}:
        return False
    return own.prose == 0 and own.links >= 2 and own.link_share > 0.6
