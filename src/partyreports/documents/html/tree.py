"""A page as a tree of elements over one string: the text of all its text nodes, in document order.

lxml (libxml2) reads the tags and says where elements begin and end; what is kept here is what the later steps
need. Events are used, not lxml's own tree: they keep text nodes apart from the `tail` of elements, and take time
linear in the page also where a tag has very many attributes.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from partyreports.documents.html.names import BLOCKS
from partyreports.documents.origins import DomPosition, HtmlOrigin, HtmlRange, Quote
from partyreports.errors import DocumentError, MissingExtraError

MAX_DEPTH = 512
"""Elements within one another; Chromium stops nesting there too."""
_CHUNK = 1 << 16

_ROW_GROUPS = frozenset({"tbody", "thead", "tfoot"})


@dataclass(slots=True, eq=False)
class Element:
    """One element of a page."""

    tag: str
    attributes: Mapping[str, str]
    parent: "Element | None"
    depth: int
    step: str
    """Its step in an XPath from its parent: `p[3]`."""
    start: int
    """Offset in the page's text of the first character in it."""
    end: int = 0
    is_layout: bool = False
    """A table cell that holds lines of its own: it places parts of the page, and is no cell of data."""
    children: list["Element | int"] = field(default_factory=list)
    """Elements, and text nodes by their number."""

    def get(self, name: str) -> str:
        """Value of an attribute; empty where there is none."""
        return self.attributes.get(name, "")

    def iter(self) -> Iterator["Element"]:
        """The element and all below it, in document order."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(child for child in reversed(element.children) if isinstance(child, Element))

    def ancestors(self) -> Iterator["Element"]:
        """What it stands in, the innermost first."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    def is_within(self, other: "Element") -> bool:
        """Whether it is `other` or stands in it."""
        element: Element | None = self
        while element is not None and element.depth > other.depth:
            element = element.parent
        return element is other


class Tree:
    """A page: its elements, and the text of its text nodes in one string."""

    def __init__(self) -> None:
        self.root = Element("#document", {}, None, 0, "", 0)
        self.text = ""
        self.node_starts: array[int] = array("I")
        """Where each text node begins in `text`."""
        self.node_parents: list[Element] = []
        """What each text node stands in."""

    def node(self, number: int) -> tuple[int, int]:
        """Offsets of a text node in `text`."""
        after = number + 1
        return self.node_starts[number], (self.node_starts[after] if after < len(self.node_starts) else len(self.text))

    def content(self, element: Element) -> str:
        """The text of all text nodes in an element, hidden or not."""
        return self.text[element.start : element.end]


class TreeBuilder:
    """Receives the events of the parser, in the form that lxml asks for."""

    def __init__(self) -> None:
        self.tree = Tree()
        self._parts: list[str] = []
        self._length = 0
        self._open = [self.tree.root]
        self._counts: list[dict[str, int]] = [{}]
        self._rows = 0  # table rows so far, for the steps through tables
        self._table_rows: list[int] = []
        self._cells: list[Element] = []
        self._lines_in_cell: list[int] = []
        self._in_node = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        parent = self._open[-1]
        if parent.depth >= MAX_DEPTH:
            raise DocumentError(
                "the page nests elements more than {limit} deep; no browser shows such a page", limit=MAX_DEPTH
            )
        element = Element(tag, dict(attributes), parent, parent.depth + 1, self._step(tag), self._length)
        parent.children.append(element)
        self._open.append(element)
        self._counts.append({})
        self._note_layout(tag)
        if tag == "table":
            self._table_rows.append(self._rows)
        elif tag in {"td", "th"}:
            self._cells.append(element)
            self._lines_in_cell.append(0)
        self._in_node = False

    def _note_layout(self, tag: str) -> None:
        if self._cells and (tag in BLOCKS or tag == "br"):
            self._lines_in_cell[-1] += 1 if tag in {"p", "div", "br"} else 2
            if self._lines_in_cell[-1] > 1:
                self._cells[-1].is_layout = True

    def _step(self, tag: str) -> str:
        # Browsers put a tbody where none is written, other parsers do not: rows are counted from the table.
        if self._table_rows:
            parent = self._open[-1].tag
            if tag in _ROW_GROUPS and parent == "table":
                return ""
            if tag == "tr":
                self._rows += 1
                if parent == "table" or parent in _ROW_GROUPS:
                    return f"descendant::tr[{self._rows - self._table_rows[-1]}]"
        return self._numbered(tag)

    def _numbered(self, tag: str) -> str:
        counts = self._counts[-1]
        counts[tag] = counts.get(tag, 0) + 1
        # A name with a colon (<o:p>) would be read as one with a namespace.
        name = tag if tag.replace("-", "").isalnum() else f'*[name()="{tag}"]'
        return f"{name}[{counts[tag]}]"

    def end(self, tag: str) -> None:
        """An element ends."""
        if len(self._open) == 1:
            return
        element = self._open.pop()
        element.end = self._length
        self._counts.pop()
        if tag == "table" and self._table_rows:
            self._table_rows.pop()
        elif tag in {"td", "th"} and self._cells:
            self._cells.pop()
            self._lines_in_cell.pop()
        self._in_node = False

    def data(self, text: str) -> None:
        """Text, or a part of it."""
        if not self._in_node:
            parent = self._open[-1]
            parent.children.append(len(self.tree.node_parents))
            self.tree.node_starts.append(self._length)
            self.tree.node_parents.append(parent)
            self._in_node = True
        self._parts.append(text)
        self._length += len(text)

    def comment(self, text: str) -> None:  # noqa: ARG002 - the parser's form
        """A comment, which parts two text nodes."""
        self._in_node = False

    def close(self) -> Tree:
        """The page is at its end."""
        while len(self._open) > 1:
            self.end(self._open[-1].tag)
        self.tree.text = "".join(self._parts)
        self.tree.root.end = self._length
        return self.tree


def parse_tree(html: str) -> Tree:
    """The tree of a page.

    Raises:
        DocumentError: elements nest too deeply.
        MissingExtraError: lxml is not installed.
    """
    try:
        from lxml import etree  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("HTML pages need lxml: pip install 'partyreports[html-input]'") from error
    # The stubs know no target that gives something else than an element.
    target: Any = TreeBuilder()
    parser: Any = etree.HTMLParser(target=target, encoding="utf-8", no_network=True)
    for begin in range(0, len(html), _CHUNK):
        parser.feed(html[begin : begin + _CHUNK].encode("utf-8", "replace"))
    if not html:
        parser.feed(b" ")
    tree: Tree = parser.close()
    return tree


class DomPlaces:
    """Places in a page by XPath."""

    def __init__(self, tree: Tree) -> None:
        self._text_nodes = tree.node_starts
        # Only what leads back is kept: the blocks that hold text, each with the block around it.
        numbers: dict[int, int] = {}
        self._steps: list[str] = []
        self._parents: array[int] = array("i")
        self._starts: array[int] = array("I")
        self._blocks: array[int] = array("I")
        for element in tree.node_parents:
            self._blocks.append(self._number(_block_of(element), numbers))

    def _number(self, element: Element, numbers: dict[int, int]) -> int:
        chain = []
        current: Element | None = element
        while current is not None and id(current) not in numbers:
            chain.append(current)
            current = current.parent
        for element_ in reversed(chain):
            parent = element_.parent
            numbers[id(element_)] = len(self._steps)
            self._steps.append(element_.step)
            self._parents.append(-1 if parent is None else numbers[id(parent)])
            self._starts.append(element_.start)
        return numbers[id(element)]

    def _position(self, place: int, *, at_end: bool) -> DomPosition:
        if not self._blocks:
            return DomPosition("/html", 0)
        node = max(0, bisect_right(self._text_nodes, place - at_end) - 1)
        number = self._blocks[node]
        offset = place - self._starts[number]
        steps = []
        while number >= 0:
            if self._steps[number]:
                steps.append(self._steps[number])
            number = self._parents[number]
        return DomPosition("/" + "/".join(reversed(steps)), offset)

    def origin(self, quotes: tuple[Quote, ...], *, generated: bool) -> HtmlOrigin:
        """XPath and offsets of some stretches of the page's text."""
        return HtmlOrigin(
            tuple(
                HtmlRange(
                    self._position(quote.start, at_end=False),
                    self._position(quote.end, at_end=quote.end > quote.start),
                    quote,
                )
                for quote in quotes
            ),
            generated,
        )

    def joins(self, source: str, start: int, end: int) -> bool:
        """Whether nothing but white space was left out."""
        return start == end or source[start:end].isspace()


def _block_of(element: Element) -> Element:
    while element.tag not in BLOCKS and element.parent is not None and element.parent.parent is not None:
        if element.tag in {"script", "style", "title", "textarea"}:
            break
        element = element.parent
    return element
