"""Counts of what is seen in a page, line by line.

A line is a stretch of text between the ends of blocks. One of some length that is not made of links is prose.
"""

from dataclasses import dataclass

from partyreports.documents.html.names import BLOCKS
from partyreports.documents.html.rendering import is_hidden
from partyreports.documents.html.tree import Element, Tree

_PROSE = 40
"""Characters from which a line that is not made of links is prose."""


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


def count(tree: Tree, left_out: set[int]) -> dict[int, Counts]:
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
