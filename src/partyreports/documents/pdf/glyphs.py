"""The characters of a PDF with their boxes, in lines, as PDFium gives them."""

import ctypes
import math
import threading
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from partyreports.documents.origins import Box, PdfOrigin, PdfRange, Quote
from partyreports.errors import DocumentError, MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

MAX_PAGES = 5_000
MAX_CHARACTERS = 20_000_000
_ONE_AT_A_TIME = threading.Lock()  # PDFium may not be called from two threads at once
_HYPHENS = {0x02: "-", 0xFFFE: "-"}  # how PDFium gives the hyphen at the end of a line


@dataclass(slots=True)
class Line:
    """Characters side by side on a page."""

    page: int
    """Number of the page, from 0."""
    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float
    size: float
    """Size of its type, in points."""
    text: str

    @property
    def middle(self) -> float:
        """Height of its middle, from the top of the page."""
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Pages:
    """What is read of a PDF."""

    text: str
    lines: list[list[Line]]
    """Lines of each page, in the order of the file."""
    sizes: list[tuple[float, float]]
    """Width and height of each page, in points."""
    title: str | None
    places: "GlyphPlaces"


class GlyphPlaces:
    """Places in a PDF by page and box."""

    def __init__(self) -> None:
        self.page_starts: array[int] = array("I")
        self.boxes: array[float] = array("f")
        """Left, top, right and bottom of each character, one after the other."""

    def _boxes(self, start: int, end: int) -> "Iterator[Box]":
        box: list[float] | None = None
        page = -1
        for i in range(start, end):
            left, top, right, bottom = self.boxes[4 * i : 4 * i + 4]
            if math.isnan(left):
                continue
            here = bisect_right(self.page_starts, i)
            if box is not None and here == page and top < box[3] and bottom > box[1] and left >= box[0]:
                box = [min(box[0], left), min(box[1], top), max(box[2], right), max(box[3], bottom)]
                continue
            if box is not None:
                yield Box(page, *box)
            box, page = [left, top, right, bottom], here
        if box is not None:
            yield Box(page, *box)

    def origin(self, quotes: tuple[Quote, ...], *, generated: bool) -> PdfOrigin:
        """Boxes of some stretches of the file's characters."""
        return PdfOrigin(
            tuple(
                PdfRange(tuple(self._boxes(quote.start, max(quote.end, quote.start + generated))), quote)
                for quote in quotes
            ),
            generated,
        )

    def joins(self, source: str, start: int, end: int) -> bool:
        """Whether nothing but white space was left out."""
        return start == end or source[start:end].isspace()


def read_pages(data: bytes, name: str) -> Pages:
    """The characters of a PDF.

    Raises:
        DocumentError: it is no PDF, is damaged, has a password or is over a limit.
        MissingExtraError: pypdfium2 is not installed.
    """
    try:
        import pypdfium2 as pdfium  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("PDFs need pypdfium2: pip install 'partyreports[pdf]'") from error
    with _ONE_AT_A_TIME:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            if "password" in str(error).lower():
                raise DocumentError("{name}: the PDF has a password; save it without one", name=name) from error
            raise DocumentError("{name}: not a PDF, or damaged ({reason})", name=name, reason=error) from error
        try:
            return _read(document, name)
        finally:
            document.close()


def _read(document: "PdfDocument", name: str) -> Pages:
    import pypdfium2 as pdfium  # noqa: PLC0415

    if len(document) > MAX_PAGES:
        raise DocumentError(
            "{name}: the PDF has {count:,} pages; the limit is {limit:,}",
            name=name,
            count=len(document),
            limit=MAX_PAGES,
        )
    places = GlyphPlaces()
    text: list[str] = []
    length = 0
    lines: list[list[Line]] = []
    sizes: list[tuple[float, float]] = []
    for number in range(len(document)):
        try:
            page = document[number]
            text_page = page.get_textpage()
        except pdfium.PdfiumError as error:
            raise DocumentError(
                "{name}: page {number} is damaged ({reason})", name=name, number=number + 1, reason=error
            ) from error
        width, height = page.get_size()
        places.page_starts.append(length)
        words, found = _read_page(text_page, number, length, places, _upper_left(page, height))
        length += len(words)
        if length > MAX_CHARACTERS:
            raise DocumentError("{name}: the PDF has more than {limit:,} characters", name=name, limit=MAX_CHARACTERS)
        text.append(words)
        lines.append(found)
        sizes.append((width, height))
        text_page.close()
        page.close()
    title = document.get_metadata_value("Title").strip() or None
    return Pages("".join(text), lines, sizes, title, places)


def _upper_left(page: "PdfPage", height: float) -> tuple[float, float]:
    """Left and upper edge of what is shown of a page, in its own coordinates."""
    left, _, _, top = page.get_cropbox()
    return left, top if top > 0 else height


def _read_page(
    text_page: "PdfTextPage", number: int, offset: int, places: GlyphPlaces, origin: tuple[float, float]
) -> tuple[str, list[Line]]:
    """Characters and lines of a page; every page ends with a line end."""
    from pypdfium2 import raw  # noqa: PLC0415

    count = raw.FPDFText_CountChars(text_page)
    x_origin, y_origin = origin
    edges = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = edges
    references = [ctypes.byref(edge) for edge in edges]
    nothing = [math.nan] * 4
    chars: list[str] = []
    lines: list[Line] = []
    builder = _LineBuilder(number)
    for i in range(count):
        code = raw.FPDFText_GetUnicode(text_page, i)
        char = _HYPHENS.get(code) or (chr(code) if 0 < code < 0x110000 else "\ufffd")
        chars.append(char)
        generated = raw.FPDFText_IsGenerated(text_page, i) == 1
        if char in "\r\n":
            places.boxes.extend(nothing)
            builder.end(lines)
        elif generated or not raw.FPDFText_GetCharBox(text_page, i, *references):
            places.boxes.extend(nothing)
            builder.add(char, offset + i, None, 0.0)
        else:
            box = (left.value - x_origin, y_origin - top.value, right.value - x_origin, y_origin - bottom.value)
            places.boxes.extend(box)
            builder.add(char, offset + i, box, raw.FPDFText_GetFontSize(text_page, i))
    builder.end(lines)
    chars.append("\n")
    places.boxes.extend(nothing)
    return "".join(chars), lines


class _LineBuilder:
    """Collects the characters of a line."""

    def __init__(self, page: int) -> None:
        self._page = page
        self._chars: list[str] = []
        self._start = 0
        self._boxes: list[tuple[float, float, float, float]] = []
        self._sizes: list[float] = []

    def add(self, char: str, at: int, box: tuple[float, float, float, float] | None, size: float) -> None:
        """Take in the next character."""
        if not self._chars:
            self._start = at
        self._chars.append(char)
        if box is not None and not char.isspace():
            self._boxes.append(box)
            self._sizes.append(size)

    def end(self, lines: list[Line]) -> None:
        """Add the line to the others, if it shows anything."""
        if self._boxes:
            text = "".join(self._chars)
            lead = len(text) - len(text.lstrip())
            shown = text.strip()
            heights = sorted(box[3] - box[1] for box in self._boxes)
            size = sorted(self._sizes)[len(self._sizes) // 2]
            lines.append(
                Line(
                    self._page,
                    self._start + lead,
                    self._start + lead + len(shown),
                    min(box[0] for box in self._boxes),
                    min(box[1] for box in self._boxes),
                    max(box[2] for box in self._boxes),
                    max(box[3] for box in self._boxes),
                    size if size > 1.5 else heights[-1],
                    shown,
                )
            )
        self._chars, self._boxes, self._sizes = [], [], []
