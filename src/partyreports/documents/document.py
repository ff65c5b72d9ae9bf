"""A text that was read out of a page or a file, with the way back from each of its characters."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from partyreports.documents.mapping import OffsetMap, Piece
from partyreports.documents.origins import Origin, Quote
from partyreports.errors import DocumentError, InputTypeError
from partyreports.models import Note, Passage, Span

_CONTEXT = 32
"""Characters before and after a quotation that tell it from the same words elsewhere."""


def _pair(offsets: object) -> tuple[int, int]:
    match offsets:
        case (int(start), int(end)):
            return start, end
    raise InputTypeError("a span, a passage or a pair of offsets is needed, not {kind}", kind=type(offsets).__name__)


class SourceKind(StrEnum):
    """What a document was read from."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"
    DOCX = "docx"
    PDF = "pdf"


class Places(Protocol):
    """Tells where an offset of the source stands, in the terms of the source's format."""

    def origin(self, quotes: tuple[Quote, ...], *, generated: bool) -> Origin:
        """The place of some stretches of the source."""

    def joins(self, source: str, start: int, end: int) -> bool:
        """Whether words before and after a stretch that the text leaves out are still one quotation."""


@dataclass(frozen=True, slots=True)
class Document:
    """Text of an article that was read from HTML, Markdown, DOCX or PDF. Give it to `parse` as it is.

    Attributes:
        text: what `parse` reads; the spans of a report count in it.
        source: the format it was read from.
        published: date of publication as the page's metadata give it, never as printed; None where they do not.
        title_hint: title as the metadata give it; None where they do not. `parse` does not read it.
        url: address of the page, as given by the caller.
        notes: what a reader should know about the reading.
        source_text: what the text was copied from: the page's whole text (DOM `textContent`), the Markdown source,
            the text of the Word file's runs, the characters of the PDF.

    >>> from partyreports.documents import from_html
    >>> document = from_html("<ol start=3><li>Rà soát.</ol>")
    >>> document.text
    '3. Rà soát.'
    >>> document.origin((3, 10)).exact
    'Rà soát'
    """

    text: str
    source: SourceKind
    published: datetime.date | None = None
    title_hint: str | None = None
    url: str | None = None
    notes: tuple[Note, ...] = ()
    source_text: str = field(default="", repr=False)
    offsets: OffsetMap = field(kw_only=True, repr=False, compare=False)
    places: Places = field(kw_only=True, repr=False, compare=False)

    def origin(self, span: Span | Passage | tuple[int, int]) -> Origin:
        """Where the words of a span stand in the original.

        Args:
            span: a span of a report of this document, a passage, or a pair of offsets into `text`.

        Returns:
            `HtmlOrigin`, `DocxOrigin`, `PdfOrigin` or `TextOrigin`. What the reader generated (a list number,
            a line end) has no words in the original: an origin of nothing but that is `generated`, and
            gives the place where it was put in.

        Raises:
            InputTypeError: `span` is none of these.
            DocumentError: the span does not lie in the text.
        """
        start, end = self._range(span)
        stretches: list[tuple[int, int]] = []
        for piece in self.offsets.pieces(start, end):
            if piece.generated:
                continue
            if stretches and self._continues(stretches[-1][1], piece.source_start):
                stretches[-1] = (stretches[-1][0], piece.source_end)
            else:
                stretches.append((piece.source_start, piece.source_end))
        generated = not stretches and start < end
        if not stretches:
            at = self.offsets.place(start)
            stretches.append((at, at))
        return self.places.origin(tuple(self._quote(*stretch) for stretch in stretches), generated=generated)

    def pieces(self, span: Span | Passage | tuple[int, int]) -> Iterator[Piece]:
        """What a span of the text is made of: each stretch with its offsets in `source_text`, or `generated`.

        Raises:
            InputTypeError: `span` is none of these.
            DocumentError: the span does not lie in the text.
        """
        return self.offsets.pieces(*self._range(span))

    def _range(self, span: Span | Passage | tuple[int, int]) -> tuple[int, int]:
        if isinstance(span, Passage):
            span = span.span
        start, end = (span.start, span.end) if isinstance(span, Span) else _pair(span)
        if not 0 <= start <= end <= len(self.text):
            raise DocumentError(
                "the span {start}-{end} does not lie in a text of {length:,} characters",
                start=start,
                end=end,
                length=len(self.text),
            )
        return start, end

    def _continues(self, end: int, start: int) -> bool:
        return start >= end and self.places.joins(self.source_text, end, start)

    def _quote(self, start: int, end: int) -> Quote:
        source = self.source_text
        return Quote(
            start, end, source[start:end], source[max(0, start - _CONTEXT) : start], source[end : end + _CONTEXT]
        )
