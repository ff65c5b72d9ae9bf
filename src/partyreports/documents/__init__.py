"""Articles out of pages and files, with the way back to where each word stands there.

`from_html`, `from_markdown`, `from_docx`, `from_pdf` and `from_file` give a `Document`; `parse` takes it as it is.
"""

from partyreports.documents.document import Document, SourceKind
from partyreports.documents.docx.reading import from_docx
from partyreports.documents.html.reading import from_html
from partyreports.documents.mapping import Piece
from partyreports.documents.markdown import from_markdown
from partyreports.documents.opening import from_bytes, from_file
from partyreports.documents.origins import (
    Box,
    DocxOrigin,
    DocxRange,
    DomPosition,
    HtmlOrigin,
    HtmlRange,
    LinePosition,
    Origin,
    PdfOrigin,
    PdfRange,
    Quote,
    RunPosition,
    TextOrigin,
    TextRange,
)
from partyreports.documents.pdf.reading import from_pdf
from partyreports.documents.plain import from_text

__all__ = [
    "Box",
    "Document",
    "DocxOrigin",
    "DocxRange",
    "DomPosition",
    "HtmlOrigin",
    "HtmlRange",
    "LinePosition",
    "Origin",
    "PdfOrigin",
    "PdfRange",
    "Piece",
    "Quote",
    "RunPosition",
    "SourceKind",
    "TextOrigin",
    "TextRange",
    "from_bytes",
    "from_docx",
    "from_file",
    "from_html",
    "from_markdown",
    "from_pdf",
    "from_text",
]
