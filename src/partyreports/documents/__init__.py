"""Articles out of pages and files, with the way back to where each word stands there.

`from_html`, `from_markdown`, `from_docx`, `from_pdf` and `from_file` give a `Document`; `parse` takes it as it is.

>>> from partyreports import parse
>>> from partyreports.documents import from_html
>>> parse(from_html("<h1>Họp báo tháng 5</h1>")).title.text
'Họp báo tháng 5'
"""

import lazy_loader

# A name listed in `__init__.pyi` is imported when it is first asked for: `parse` needs documents, not their formats.
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
