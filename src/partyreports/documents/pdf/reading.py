"""`from_pdf`: the text of a PDF in paragraphs."""

from pathlib import Path

from partyreports.documents.document import Document, SourceKind
from partyreports.documents.files import read_bytes
from partyreports.documents.legacy_fonts import find_old_fonts
from partyreports.documents.mapping import TextBuilder
from partyreports.documents.pdf.glyphs import Line, Pages, read_pages
from partyreports.documents.pdf.paragraphs import find_paragraphs
from partyreports.errors import DocumentError
from partyreports.notes import make_note

MAX_FILE = 200_000_000
"""Largest PDF, in bytes."""


def from_pdf(source: str | Path | bytes, *, url: str | None = None, name: str | None = None) -> Document:
    """The text of a PDF, with the way back to page and box.

    Lines that were wrapped are joined into paragraphs; heads, feet and numbers of pages are left out, and so are the
    lines of a menu above the headline of a printed web page.

    Args:
        source: path of the file, or its bytes.
        url: address of the article, kept in the document and in the source of its report.
        name: what messages call the file; its path if None.

    Raises:
        InputTypeError: `source` is neither a path nor bytes.
        InputFileError: the file cannot be read.
        DocumentError: it is no PDF, has a password, holds no text (a scan), or is over a limit.
        MissingExtraError: pypdfium2 is not installed (`pip install 'partyreports[pdf]'`).
    """
    name = name or ("the file" if isinstance(source, bytes) else str(source))
    data = read_bytes(source)
    if len(data) > MAX_FILE:
        raise DocumentError(
            "{name}: the PDF has {length:,} bytes; the limit is {limit:,}", name=name, length=len(data), limit=MAX_FILE
        )
    pages = read_pages(data, name)
    empty = [number for number, lines in enumerate(pages.lines, 1) if not lines]
    if len(empty) == len(pages.lines):
        raise DocumentError(
            "{name}: the PDF holds no text, only pictures of it (a scan); recognise the text first, for "
            "example with: ocrmypdf -l vie IN.pdf OUT.pdf",
            name=name,
        )
    paragraphs, _ = find_paragraphs(pages)
    paragraphs = paragraphs[_headline(paragraphs, pages) :]
    builder = TextBuilder()
    for i, paragraph in enumerate(paragraphs):
        if i:
            builder.generate("\n", paragraph[0].start)
        for j, line in enumerate(paragraph):
            if j:
                builder.generate(" ", line.start)
            builder.copy(line.text, line.start)
    text = builder.text()
    notes = find_old_fonts("", text)
    if empty:
        notes.append(make_note("pages-without-text", pages=", ".join(map(str, empty[:20]))))
    return Document(
        text=text,
        source=SourceKind.PDF,
        title_hint=pages.title,
        url=url,
        notes=tuple(notes),
        source_text=pages.text,
        offsets=builder.map(),
        places=pages.places,
    )


def _headline(paragraphs: list[list[Line]], pages: Pages) -> int:
    """Number of the paragraph that is the headline of a printed page; 0 where nothing but text is above it.

    A headline stands on the first page in the largest type, or is the title that the file gives; a menu above it is
    lines that are short and no sentences.
    """
    first_page = [paragraph for paragraph in paragraphs if paragraph[0].page == 0]
    if not first_page:
        return 0
    largest = max(paragraph[0].size for paragraph in first_page)
    sizes = sorted(paragraph[0].size for paragraph in first_page)
    title = " ".join((pages.title or "").split()).casefold()
    for i, paragraph in enumerate(first_page):
        words = " ".join(line.text for line in paragraph)
        named = len(words) >= 12 and bool(title) and title.startswith(" ".join(words.split()).casefold())
        large = paragraph[0].size == largest and largest > 1.2 * sizes[len(sizes) // 2] and len(words) >= 12
        if named or large:
            above = [line.text for other in first_page[:i] for line in other]
            return i if all(len(line) <= 70 and not line.endswith((".", ":", ";", "!")) for line in above) else 0
    return 0
