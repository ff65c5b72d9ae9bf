# The names of this room, each listed once: type checkers read this file, and `__init__.py` imports from it.
from .document import (
    Document as Document,
    SourceKind as SourceKind,
)
from .docx.reading import (
    from_docx as from_docx,
)
from .html.reading import (
    from_html as from_html,
)
from .mapping import (
    Piece as Piece,
)
from .markdown import (
    from_markdown as from_markdown,
)
from .opening import (
    from_bytes as from_bytes,
    from_file as from_file,
)
from .origins import (
    Box as Box,
    DocxOrigin as DocxOrigin,
    DocxRange as DocxRange,
    DomPosition as DomPosition,
    HtmlOrigin as HtmlOrigin,
    HtmlRange as HtmlRange,
    LinePosition as LinePosition,
    Origin as Origin,
    PdfOrigin as PdfOrigin,
    PdfRange as PdfRange,
    Quote as Quote,
    RunPosition as RunPosition,
    TextOrigin as TextOrigin,
    TextRange as TextRange,
)
from .pdf.reading import (
    from_pdf as from_pdf,
)
from .plain import (
    from_text as from_text,
)

__all__: list[str]
