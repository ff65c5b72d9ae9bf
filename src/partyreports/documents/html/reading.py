"""`from_html`: decode, read the tree, find the main part, write it as text."""

from partyreports.documents.document import Document, SourceKind
from partyreports.documents.html.decoding import decode
from partyreports.documents.html.islands import read_island
from partyreports.documents.html.main_part import MainPart, find_main_part
from partyreports.documents.html.metadata import Metadata, read_metadata
from partyreports.documents.html.rendering import render
from partyreports.documents.html.tree import DomPlaces, Tree, parse_tree
from partyreports.documents.legacy_fonts import find_old_fonts
from partyreports.documents.mapping import OffsetMap
from partyreports.errors import DocumentError, InputTypeError
from partyreports.models import Note
from partyreports.notes import make_note

MAX_PAGE = 10_000_000
"""Longest page, in bytes or characters, that `from_html` takes unless told otherwise."""
_TOO_LITTLE = 200
"""Characters of prose below which the article may stand in a script."""


def from_html(
    html: str | bytes,
    *,
    url: str | None = None,
    encoding: str | None = None,
    whole_page: bool = False,
    max_length: int = MAX_PAGE,
) -> Document:
    """The article of a web page, with the way back to the page.

    Args:
        html: the page; bytes are decoded by their byte order mark, by `encoding`, by the page's own `meta` element,
            else as UTF-8.
        url: address of the page, kept in the document and in the source of its report.
        encoding: charset of the HTTP header, if known.
        whole_page: read all that the page shows, its menus too, and not only its main part.
        max_length: longest page to take.

    Returns:
        The document. `published` and `title_hint` are what the page's metadata say (JSON-LD, `meta`, `time`).

    Raises:
        InputTypeError: `html` is neither str nor bytes.
        DocumentError: the page is too long, nests too deeply, or its encoding cannot be read.
        MissingExtraError: lxml is not installed (`pip install 'partyreports[html-input]'`).

    >>> page = "<title>Tin</title><h1>Họp báo tháng 5</h1><ol><li>Rà soát.<li>Báo cáo.</ol>"
    >>> print(from_html(page).text)
    Họp báo tháng 5
    <BLANKLINE>
    1. Rà soát.
    2. Báo cáo.
    """
    if not isinstance(html, str | bytes):
        raise InputTypeError("from_html() takes a page as str or bytes, not {kind}", kind=type(html).__name__)
    if len(html) > max_length:
        raise DocumentError(
            "the page has a length of {length:,}; the limit is {limit:,} (raise max_length)",
            length=len(html),
            limit=max_length,
        )
    notes: list[Note] = []
    if isinstance(html, bytes):
        html, notes = decode(html, encoding)
    tree = parse_tree(html)
    metadata = read_metadata(tree)
    text, offsets, more = _read(tree, metadata, whole_page=whole_page)
    return Document(
        text=text,
        source=SourceKind.HTML,
        published=metadata.published,
        title_hint=metadata.title,
        url=url,
        notes=(*notes, *metadata.notes, *more, *find_old_fonts(html, text)),
        source_text=tree.text,
        offsets=offsets,
        places=DomPlaces(tree),
    )


def _read(tree: Tree, metadata: Metadata, *, whole_page: bool) -> tuple[str, OffsetMap, list[Note]]:
    part = MainPart(0, len(tree.text), set(), 0, None)
    if not whole_page:
        part = find_main_part(tree, metadata.title)
        if part.prose < _TOO_LITTLE and (island := read_island(tree, with_title=True)) is not None:
            return *island, [make_note("read-from-script")]
    text, offsets, marks = render(tree, part.dropped, part.start, part.end)
    notes = []
    if marks:
        notes.append(make_note("note-marks-left-out", count=marks))
    return text, offsets, notes
