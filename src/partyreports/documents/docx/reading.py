"""`from_docx`: paragraphs, lists with the numbers that Word prints, tables, notes."""

import posixpath
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from partyreports.documents.document import Document, SourceKind
from partyreports.documents.docx.numbering import STRICT_W, Numbering, W, attribute, child
from partyreports.documents.docx.package import Package
from partyreports.documents.mapping import TextBuilder
from partyreports.documents.origins import DocxOrigin, DocxRange, Quote, RunPosition
from partyreports.errors import DocumentError
from partyreports.notes import make_note

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = {"del", "moveFrom", "instrText", "delText", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr", "ruby"}
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "ptab": "\t"}
_INDENT = "  "
_CODE = re.compile("[0-9a-fA-F]{4}")


def from_docx(source: str | Path | bytes, *, url: str | None = None, name: str | None = None) -> Document:
    """The text of a Word file (DOCX), with the way back to paragraphs and runs.

    Automatic numbers are written as Word prints them ("1.", "a)", "II.", "Điều 3."). Heads and feet of pages,
    comments, deleted and hidden text are left out; notes stand at the end.

    Args:
        source: path of the file, or its bytes.
        url: address of the article, kept in the document and in the source of its report.
        name: what messages call the file; its path if None.

    Raises:
        InputTypeError: `source` is neither a path nor bytes.
        InputFileError: the file cannot be read.
        DocumentError: it is no Word file, is damaged or encrypted, or over a limit.
    """
    name = name or ("the file" if isinstance(source, bytes) else str(source))
    package = Package(source, name)
    main = _main_part(package)
    writer = _Writer(Numbering(package))
    body = child(package.xml(main), "body")
    if body is None:
        raise DocumentError(
            "{name}: the file has no text part of Word's kind; is it a spreadsheet or a presentation?", name=name
        )
    writer.part(main, body)
    for part in ("footnotes", "endnotes"):
        path = posixpath.join(posixpath.dirname(main), f"{part}.xml")
        if package.has(path):
            root = package.xml(path)
            writer.part(path, root, [note for note in root if attribute(note, "type") is None])
    notes = []
    if writer.note_marks:
        notes.append(make_note("note-marks-left-out", count=writer.note_marks))
    title = package.xml("docProps/core.xml").findtext(_TITLE) if package.has("docProps/core.xml") else None
    return Document(
        text=writer.builder.text(),
        source=SourceKind.DOCX,
        title_hint=" ".join(title.split()) or None if title else None,
        url=url,
        notes=tuple(notes),
        source_text=writer.places.text(),
        offsets=writer.builder.map(),
        places=writer.places,
    )


def _main_part(package: Package) -> str:
    """Name of the part that holds the text; the relations of a package say it."""
    if package.has("_rels/.rels"):
        for relation in package.xml("_rels/.rels").iter(_RELATIONS):
            if relation.get("Type", "").endswith("/officeDocument") and relation.get("TargetMode") != "External":
                target = posixpath.normpath(relation.get("Target", "").lstrip("/"))
                if package.has(target):
                    return target
    if package.has("word/document.xml"):
        return "word/document.xml"
    raise DocumentError("{name}: a ZIP archive, but no Word file", name=package.name)


class RunPlaces:
    """Places in a Word file by paragraph and run."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self.length = 0
        self._starts: array[int] = array("I")
        self._parts: array[int] = array("B")
        self._paragraphs: array[int] = array("I")
        self._runs: array[int] = array("i")
        self._names: list[str] = []

    def begin_part(self, name: str) -> None:
        """Say which part the runs to come are in."""
        self._names.append(name)

    def begin_run(self, paragraph: int, run: int) -> None:
        """Say which run the text to come is in."""
        self._starts.append(self.length)
        self._parts.append(len(self._names) - 1)
        self._paragraphs.append(paragraph)
        self._runs.append(run)

    def add(self, text: str) -> int:
        """Add text to the run, and give its offset."""
        at = self.length
        self._text.append(text)
        self.length += len(text)
        return at

    def text(self) -> str:
        """The text of all runs."""
        return "".join(self._text)

    def _position(self, place: int, *, at_end: bool) -> RunPosition:
        if not self._starts:
            return RunPosition("word/document.xml", 0, -1, 0)
        i = max(0, bisect_right(self._starts, place - at_end) - 1)
        return RunPosition(self._names[self._parts[i]], self._paragraphs[i], self._runs[i], place - self._starts[i])

    def origin(self, quotes: tuple[Quote, ...], *, generated: bool) -> DocxOrigin:
        """Paragraphs and runs of some stretches of the file's text."""
        return DocxOrigin(
            tuple(
                DocxRange(
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


class _Writer:
    """Writes the paragraphs of a file as text."""

    def __init__(self, numbering: Numbering) -> None:
        self.builder = TextBuilder()
        self.places = RunPlaces()
        self.note_marks = 0
        self._numbering = numbering
        self._numbers: dict[int, int] = {}
        self._indents: list[int] = []  # of the list items that the next may stand in
        self._listed = False  # whether the last paragraph has an automatic number
        self._separator = ""  # what parts the next paragraph from the last, where not line ends: a tab between cells

    def part(self, name: str, root: Element, stories: list[Element] | None = None) -> None:
        """Write a part: its body, or its notes."""
        self.places.begin_part(name)
        paragraphs = (element for element in root.iter() if _is(element, "p"))
        self._numbers = {id(paragraph): number for number, paragraph in enumerate(paragraphs)}
        for story in [root] if stories is None else stories:
            self._blocks(story)

    def _blocks(self, container: Element) -> None:
        for element in _blocks_of(container):
            if _is(element, "p"):
                self._paragraph(element)
            else:
                self._table(element)

    def _table(self, table: Element) -> None:
        rows = [list(_within(row, "tc")) for row in _within(table, "tr")]
        for row in rows:
            # A cell with several paragraphs places text; it is no cell of data.
            filled = [[block for block in _blocks_of(cell) if _is(block, "tbl") or _has_words(block)] for cell in row]
            places_text = any(len(blocks) > 1 or any(_is(block, "tbl") for block in blocks) for blocks in filled)
            first = True
            for blocks in filled:
                for block in blocks:
                    if _is(block, "tbl"):
                        self._table(block)
                    else:
                        self._separator = "" if first or places_text else "\t"
                        self._paragraph(block, in_table=True)
                        first = False

    def _paragraph(self, paragraph: Element, *, in_table: bool = False) -> None:
        number, indent = self._numbering.of(paragraph)
        boxes: list[Element] = []
        runs = {id(run): i for i, run in enumerate(element for element in paragraph.iter() if _is(element, "r"))}
        begun = False
        for run in _runs_of(paragraph, boxes):
            self.places.begin_run(self._numbers[id(paragraph)], runs[id(run)])
            for text in self._run_text(run, boxes):
                words = text
                if not begun and text.strip():
                    self._begin(number, indent, in_table=in_table)
                    begun = True
                    words = text.lstrip()
                    self.places.add(text[: len(text) - len(words)])
                at = self.places.add(words)
                if begun:
                    self.builder.copy(words, at)
        self.places.begin_run(self._numbers[id(paragraph)], -1)
        self.places.add("\n")
        for box in boxes:
            self._blocks(box)

    def _begin(self, number: str, indent: int | None, *, in_table: bool) -> None:
        at = self.places.length
        listed = indent is not None
        if self._separator:
            self.builder.generate(self._separator, at)
        elif self.builder.length:
            self.builder.generate("\n" if (listed and self._listed) or in_table else "\n\n", at)
        self._separator = ""
        self._listed = listed
        depth = self._depth(indent)
        self.builder.generate((_INDENT * depth if number else "") + number, at)

    def _depth(self, indent: int | None) -> int:
        """How many list items a list item stands in: those above it that are further left, one after the other."""
        if indent is None:
            self._indents.clear()
            return 0
        while self._indents and self._indents[-1] >= indent:
            self._indents.pop()
        self._indents.append(indent)
        return len(self._indents) - 1

    def _run_text(self, run: Element, boxes: list[Element]) -> Iterator[str]:
        properties = child(run, "rPr")
        hidden = child(properties, "vanish") if properties is not None else None
        if hidden is not None and attribute(hidden, "val") not in {"0", "false"}:
            return
        for element in run:
            name = _name(element)
            if name == "t":
                yield element.text or ""
            elif name in _CHARACTERS:
                yield _CHARACTERS[name]
            elif name == "sym":
                yield _symbol(attribute(element, "char") or "")
            elif name in {"footnoteReference", "endnoteReference"}:
                self.note_marks += 1
            elif name not in _GONE:
                boxes.extend(_boxes_of(element))


def _is(element: Element, name: str) -> bool:
    return element.tag in (W + name, STRICT_W + name)


def _name(element: Element) -> str:
    tag: str = element.tag
    return tag.rpartition("}")[2]


def _symbol(code: str) -> str:
    """A symbol by its code; nothing where the code is a place in a font of symbols."""
    if _CODE.fullmatch(code) is None or 0xD800 <= int(code, 16) <= 0xF8FF:
        return ""
    return chr(int(code, 16))


def _blocks_of(container: Element) -> Iterator[Element]:
    """Paragraphs and tables in a container, those in content controls and the like too."""
    stack = list(reversed(container))
    while stack:
        element = stack.pop()
        if _is(element, "p") or _is(element, "tbl"):
            yield element
        elif element.tag != _FALLBACK and _name(element) not in _GONE:
            stack.extend(reversed(element))


def _within(container: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row."""
    stack = list(reversed(container))
    while stack:
        element = stack.pop()
        if _is(element, name):
            yield element
        elif element.tag != _FALLBACK and _name(element) not in _GONE and not _is(element, "p"):
            stack.extend(reversed(element))


def _runs_of(paragraph: Element, boxes: list[Element]) -> Iterator[Element]:
    """Runs of a paragraph that are shown."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if _is(element, "r"):
            yield element
        elif _name(element) == "txbxContent":
            boxes.append(element)
        elif element.tag != _FALLBACK and _name(element) not in _GONE:
            stack.extend(reversed(element))


def _boxes_of(element: Element) -> Iterator[Element]:
    """Boxes of text in a drawing; of two forms of one drawing the newer."""
    stack = [element]
    while stack:
        inner = stack.pop()
        if _name(inner) == "txbxContent":
            yield inner
        elif inner.tag != _FALLBACK:
            stack.extend(reversed(inner))


def _has_words(paragraph: Element) -> bool:
    return any(_is(element, "t") and (element.text or "").strip() for element in paragraph.iter())
