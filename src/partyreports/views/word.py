"""The report as a Word document."""

import datetime
import io
import zipfile
from typing import TYPE_CHECKING

from partyreports.errors import MissingExtraError
from partyreports.facts import ReportFacts
from partyreports.language import language
from partyreports.views.outline import Entry, PointView, Row, outline_of

if TYPE_CHECKING:
    from docx.document import Document

_DATE = (2000, 1, 1, 0, 0, 0)


def to_docx(report: ReportFacts, *, lang: str | None = None) -> bytes:
    """The report as a Word document: facts, lists with their printed markers, citations, notes.

    The same report gives the same bytes.

    Args:
        report: what `parse` gave.
        lang: language of the labels, `en` or `vi`; None is English.

    Raises:
        LanguageError: there is no such language.
        MissingExtraError: python-docx is not installed.

    >>> from partyreports import parse
    >>> from partyreports.documents import from_docx
    >>> from_docx(to_docx(parse("Họp báo tháng 5"))).text.splitlines()[0]
    'Họp báo tháng 5'
    """
    try:
        import docx  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError(
            "Word documents need python-docx: {command}", command="pip install 'partyreports[serve]'"
        ) from error
    words = language(lang)
    outline = outline_of(report, {}, words)
    document = docx.Document()
    about = document.core_properties
    about.author, about.comments, about.title, about.language = "partyreports", "", outline.title.text[:255], "vi"
    about.created = about.modified = datetime.datetime(*_DATE[:3])  # noqa: DTZ001 (Word's own, which has no zone)
    document.add_heading(outline.title.text, 0)
    _rows(document, outline.card)
    for view in outline.lists:
        document.add_heading(f"{view.title} ({view.size})", 1)
        if view.heading:
            document.add_paragraph(view.heading.text, "Intense Quote")
        _points(document, view.points, 0)
    if outline.frame:
        document.add_heading(words.gettext("The article"), 1)
        _rows(document, outline.frame)
    for group in outline.groups:
        document.add_heading(group.title, 1)
        for entry in group.entries:
            document.add_paragraph(entry.text, "List Bullet")
    out = io.BytesIO()
    document.save(out)
    return _without_clock(out.getvalue())


def _rows(document: "Document", rows: tuple[Row, ...]) -> None:
    """A table of two columns: what it is, and what the article says."""
    if not rows:
        return
    table = document.add_table(0, 2, "Table Grid")
    for row in rows:
        label, values = table.add_row().cells
        label.paragraphs[0].add_run(row.label).bold = True
        values.text = "\n".join(_said(entry) for entry in row.entries)


def _said(entry: Entry) -> str:
    own = [part.text for part in entry.parts if not part.again]
    return ", ".join([entry.text, *own])


def _points(document: "Document", points: tuple[PointView, ...], level: int) -> None:
    from docx.shared import Cm  # noqa: PLC0415

    for point in points:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = Cm(0.75 * level)
        if point.marker:
            paragraph.add_run(f"{point.marker} ").bold = True
        elif point.number is None:
            paragraph.add_run("• ")
        paragraph.add_run(point.entry.text)
        if point.nested:
            paragraph.add_run(f" {point.nested}:").italic = True
        _points(document, point.points, level + 1)


def _without_clock(archive: bytes) -> bytes:
    """The same archive with one date for all its files, which say otherwise when they were written."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _DATE), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
