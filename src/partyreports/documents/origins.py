"""Where words stand in the original: in a page, a Word file, a PDF, a Markdown source.

`selectors()` of each gives the place in the terms of the W3C Web Annotation Data Model, as JSON-LD objects:
what annotation tools (Hypothes.is, Recogito, …) read.
"""

from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

Selector = dict[str, Any]


class Quote(NamedTuple):
    """A stretch of the source's text with its surroundings."""

    start: int
    """Offset in `Document.source_text` of the first character, in code points."""
    end: int
    """Offset after the last character."""
    exact: str
    prefix: str
    suffix: str

    def selectors(self) -> list[Selector]:
        """A TextPositionSelector and a TextQuoteSelector."""
        return [
            {"type": "TextPositionSelector", "start": self.start, "end": self.end},
            {"type": "TextQuoteSelector", "exact": self.exact, "prefix": self.prefix, "suffix": self.suffix},
        ]


class DomPosition(NamedTuple):
    """A place in a page."""

    xpath: str
    """The element: the nearest one that is a block of its own (p, li, td, div, …)."""
    offset: int
    """Code points from the start of the element's text (`string(element)`, DOM `textContent`)."""


class HtmlRange(NamedTuple):
    """A stretch of a page without anything hidden in it."""

    start: DomPosition
    end: DomPosition
    quote: Quote

    def selectors(self) -> list[Selector]:
        """The stretch by XPath, by position in the page's text, and by its words."""
        start, end = self.start, self.end
        if start.xpath == end.xpath:
            return [_element(start.xpath, start.offset, end.offset), *self.quote.selectors()]
        by_path = {
            "type": "RangeSelector",
            "startSelector": _element(start.xpath, start.offset, start.offset),
            "endSelector": _element(end.xpath, end.offset, end.offset),
        }
        return [by_path, *self.quote.selectors()]


class RunPosition(NamedTuple):
    """A place in a Word file."""

    part: str
    """Name of the part in the package: `word/document.xml`."""
    paragraph: int
    """Number of the paragraph (`w:p`) in the part, from 0, in document order."""
    run: int
    """Number of the run (`w:r`) in the paragraph, from 0; -1 where the paragraph has none."""
    offset: int
    """Characters from the start of the run's text."""


class DocxRange(NamedTuple):
    """A stretch of a Word file."""

    start: RunPosition
    end: RunPosition
    quote: Quote

    def selectors(self) -> list[Selector]:
        """The stretch by paragraph (XPath into the part) and by its words."""
        return [
            {
                "type": "RangeSelector",
                "startSelector": _element(_run_path(self.start), self.start.offset, self.start.offset),
                "endSelector": _element(_run_path(self.end), self.end.offset, self.end.offset),
            },
            self.quote.selectors()[1],
        ]


class Box(NamedTuple):
    """A rectangle on a page of a PDF, in points (1/72 inch) from the upper left corner of the page."""

    page: int
    """Number of the page, from 1."""
    left: float
    top: float
    right: float
    bottom: float


class PdfRange(NamedTuple):
    """A stretch of a PDF: a box for each of its lines."""

    boxes: tuple[Box, ...]
    quote: Quote

    def selectors(self) -> list[Selector]:
        """The lines as fragments of the file (RFC 8118), and the words."""
        fragments = [
            {
                "type": "FragmentSelector",
                "conformsTo": "http://tools.ietf.org/rfc/rfc8118",
                "value": f"page={box.page}&viewrect={box.left:.1f},{box.top:.1f},"
                f"{box.right - box.left:.1f},{box.bottom - box.top:.1f}",
            }
            for box in self.boxes
        ]
        return [*fragments, self.quote.selectors()[1]]


class LinePosition(NamedTuple):
    """A place in a source of text."""

    line: int
    """Number of the line, from 1."""
    column: int
    """Characters from the start of the line, from 0."""


class TextRange(NamedTuple):
    """A stretch of a source of text."""

    start: LinePosition
    end: LinePosition
    quote: Quote

    def selectors(self) -> list[Selector]:
        """The stretch by position and by its words."""
        return self.quote.selectors()


R = TypeVar("R", HtmlRange, DocxRange, PdfRange, TextRange)


@dataclass(frozen=True)
class _Origin(Generic[R]):
    """Where the words of a span stand.

    Attributes:
        ranges: the stretches of the original that hold the words, in reading order; mostly one. Where something that
            the text leaves out (hidden text, the head of a PDF's page) stands between words, there is one on each side.
        generated: whether the original has no such words (the number of an automatic list, a line end); `ranges` then
            holds the empty stretch where they were put in.
    """

    ranges: tuple[R, ...]
    generated: bool

    @property
    def exact(self) -> str:
        """The words as the original has them; stretches are joined by a space."""
        return " ".join(part.quote.exact for part in self.ranges)

    def selectors(self) -> list[list[Selector]]:
        """For each range its selectors of the W3C Web Annotation Data Model, any of which finds it."""
        return [part.selectors() for part in self.ranges]


class HtmlOrigin(_Origin[HtmlRange]):
    """Where words stand in a page: XPath and offsets, and the words with what stands around them."""


class DocxOrigin(_Origin[DocxRange]):
    """Where words stand in a Word file: paragraph, run and offset."""


class PdfOrigin(_Origin[PdfRange]):
    """Where words stand in a PDF: page and box of each line."""


class TextOrigin(_Origin[TextRange]):
    """Where words stand in a Markdown source or a plain text: line and column."""


Origin = HtmlOrigin | DocxOrigin | PdfOrigin | TextOrigin


def _element(path: str, start: int, end: int) -> Selector:
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    return {"type": "XPathSelector", "value": path, "refinedBy": position}


def _run_path(position: RunPosition) -> str:
    paragraph = f"(//w:p)[{position.paragraph + 1}]"
    return paragraph if position.run < 0 else f"{paragraph}/descendant::w:r[{position.run + 1}]"
