"""A page's text in lines, as a reader sees it: blocks, breaks, table rows, list markers; nothing hidden."""

import re
from collections.abc import Set as AbstractSet

from partyreports.documents.html.lists import OpenList, is_printed, open_list
from partyreports.documents.html.names import APART, BLOCKS, LISTS, PRESERVING, UNSEEN, UNSEEN_CLASSES
from partyreports.documents.html.tree import Element, Tree
from partyreports.documents.mapping import OffsetMap, TextBuilder

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)")
_KEEPS_SPACE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)")
_RUNS = re.compile(r"[ \t\n\r\f]+|[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*")
_LINES = re.compile(r"\r?\n|\r|[^\r\n]+")
# A superscript that is part of a word (m², 1st), and one that refers to a note.
_UNIT = re.compile(r"(?:^|[\d\s(/.])(?:[kcdm]?m|ha)$")
_INDENT = "  "  # before an item of a list within a list
_NOWHERE = -1  # place of a space that the page does not write
_NOTE_MARK = re.compile(r"\A\s*+[\[(]?(?:\d{1,3}|[a-z*†‡]{1,2})[\])]?\s*+")


def is_hidden(element: Element) -> bool:
    """Whether a browser shows nothing of an element, as far as the page itself says."""
    if element.tag in UNSEEN or not element.attributes:
        return element.tag in UNSEEN
    return (
        "hidden" in element.attributes
        or _HIDING.search(element.get("style").lower()) is not None
        or not UNSEEN_CLASSES.isdisjoint(element.get("class").split())
    )


class Renderer:
    """Writes a part of a page as text."""

    def __init__(self, tree: Tree, dropped: AbstractSet[int], start: int, end: int, builder: TextBuilder) -> None:
        """Get ready.

        Args:
            tree: the page.
            dropped: `id()` of the elements to leave out, besides those that are hidden.
            start: offset in the page's text where the part begins.
            end: offset where it ends.
            builder: receives the text.
        """
        self._tree = tree
        self._dropped = dropped
        self._start, self._end = start, end
        self._builder = builder
        self._breaks = 0  # line ends due before the next word
        self._space: int | None = None  # place of a space due before it
        self._tab = False
        self._marker = ""  # list marker due before it
        self._lists: list[OpenList] = []
        self._data_cells = 0
        self._kept_space = 0
        self._line_start = 0
        self._tail = ""  # the last words written
        self.note_marks = 0
        """Superscript references to notes that were left out."""

    def render(self, element: Element) -> None:
        """Write an element with all that stands in it."""
        stack: list[tuple[Element | int, bool]] = [(element, True)]
        while stack:
            item, enters = stack.pop()
            if isinstance(item, int):
                self._node(item)
            elif not enters:
                self._leave(item)
            elif (item.start < self._end and item.end > self._start) or item.start == item.end:
                if self._is_left_out(item):
                    continue
                self._enter(item)
                stack.append((item, False))
                stack.extend((child, True) for child in reversed(item.children))

    def _is_left_out(self, element: Element) -> bool:
        if id(element) in self._dropped or is_hidden(element):
            return True
        if element.tag == "sup" and self._is_note_mark(element):
            self.note_marks += 1
            return True
        return False

    def _is_note_mark(self, element: Element) -> bool:
        """Whether a superscript refers to a note: “70¹ điểm cầu” are 70, not 701."""
        words = self._tree.content(element)
        if _NOTE_MARK.fullmatch(words) is None or not self._tail or self._tail[-1].isspace():
            return False
        linked = any(inner.tag == "a" for inner in element.iter())
        return linked or (not words.strip().isalpha() and _UNIT.search(self._tail) is None)

    def _enter(self, element: Element) -> None:
        tag = element.tag
        if tag == "br":
            self._break(min(self._breaks + 1, 2))
        elif tag == "hr":
            self._break(2)
        elif tag in {"td", "th"} and not element.is_layout:
            self._tab = self._tab or (self._builder.length > self._line_start and not self._breaks)
            self._data_cells += 1
        elif tag in BLOCKS:
            self._break(2 if tag in APART else 1)
        if tag in LISTS:
            self._lists.append(open_list(element))
        elif tag == "li":
            listed = self._lists[-1] if self._lists else OpenList("•", ordered=False, number=0, step=0)
            indent = "" if self._marker else _INDENT * (len(self._lists) - 1)
            self._marker += indent + listed.marker(element)
        elif tag in PRESERVING or _KEEPS_SPACE.search(element.get("style")):
            self._kept_space += 1
        elif tag == "q":
            self._generate("“", element.start)

    def _leave(self, element: Element) -> None:
        tag = element.tag
        if tag in {"td", "th"} and not element.is_layout:
            self._data_cells -= 1
            self._space = None
        elif tag in BLOCKS:
            self._break(2 if tag in APART else 1)
        if tag in LISTS:
            self._lists.pop()
        elif tag == "li":
            self._marker = ""
        elif tag in PRESERVING or (tag not in LISTS and _KEEPS_SPACE.search(element.get("style"))):
            self._kept_space -= 1
        elif tag == "q":
            self._generate("”", element.end)

    def _break(self, count: int) -> None:
        if self._data_cells:
            self._space = _NOWHERE if self._space is None else self._space
        else:
            self._breaks = max(self._breaks, count)
            self._space, self._tab = None, False

    def _node(self, number: int) -> None:
        begin, end = self._tree.node(number)
        begin, end = max(begin, self._start), min(end, self._end)
        if begin >= end:
            return
        text = self._tree.text[begin:end]
        if self._kept_space:
            for line in _LINES.finditer(text):
                if line[0][0] in "\r\n":
                    self._break(min(self._breaks + 1, 2))
                else:
                    self._words(line[0], begin + line.start())
            return
        for run in _RUNS.finditer(text):
            if run[0][0] in " \t\n\r\f":
                self._space = begin + run.start()
            else:
                self._words(run[0], begin + run.start())

    def _words(self, words: str, place: int) -> None:
        self._part(place)
        if self._marker:
            marker = self._marker.lstrip(" ")
            indent = self._marker[: len(self._marker) - len(marker)]
            self._builder.generate(indent + ("" if is_printed(marker, words) else marker), place)
            self._marker = ""
        self._builder.copy(words, place)
        self._tail = words[-24:]

    def _part(self, place: int) -> None:
        """Write what is due between the last words and the next, which stand at `place`."""
        builder = self._builder
        if self._breaks:
            if builder.length:
                builder.generate("\n" * self._breaks, place)
            self._line_start = builder.length
        elif self._tab:
            builder.generate("\t", place)
        elif self._space is not None and builder.length > self._line_start and not self._tail.endswith(" "):
            if self._space == _NOWHERE:
                builder.generate(" ", place)
            else:
                builder.copy(" ", self._space)
        self._breaks, self._tab, self._space = 0, False, None

    def _generate(self, words: str, place: int) -> None:
        self._part(place)
        self._builder.generate(words, place)
        self._tail = words


def render(tree: Tree, dropped: AbstractSet[int], start: int, end: int) -> tuple[str, OffsetMap, int]:
    """The text of a part of a page, its map, and the number of note marks left out."""
    builder = TextBuilder()
    renderer = Renderer(tree, dropped, start, end, builder)
    renderer.render(tree.root)
    return builder.text(), builder.map(), renderer.note_marks
