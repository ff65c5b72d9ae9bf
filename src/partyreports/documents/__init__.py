"""Articles out of pages and files, with the way back to where each word stands there.

`from_html`, `from_markdown`, `from_docx`, `from_pdf` and `from_file` give a `Document`; `parse` takes it as it is.
"""

from partyreports.documents.document import Document, SourceKind
from partyreports.documents.html.reading import from_html

__all__ = ["Document", "SourceKind", "from_html"]
