"""Writes small Word files, part by part."""

import io
import zipfile
from xml.sax.saxutils import escape

from documents.article import (
    ACHIEVED,
    ACHIEVEMENTS,
    ATTENDANCE,
    AUTHOR,
    DATELINE,
    LEAD,
    LESSONS,
    LESSONS_HEAD,
    SUBTASKS,
    TASKS,
    TASKS_HEAD,
    TITLE,
)

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph; `|` parts its runs."""
    runs = "".join(f'<w:r><w:t xml:space="preserve">{escape(run)}</w:t></w:r>' for run in text.split("|"))
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def listed(text: str, num: int, level: int = 0) -> str:
    """A paragraph with an automatic number."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def level(number: int, format_: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{format_}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*abstract: str, nums: str = "") -> str:
    """numbering.xml with a `w:num` for each abstract list, numbered from 1, and more."""
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{i}">{levels}</w:abstractNum>' for i, levels in enumerate(abstract)
    )
    own = "".join(f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(len(abstract)))
    return f"<w:numbering {NS}>{lists}{own}{nums}</w:numbering>"


def word_file(body: str, **parts: str) -> bytes:
    """A Word file with a body and further parts of `word/`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", f"<w:document {NS}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return stream.getvalue()


_TOP = (TITLE, DATELINE, LEAD, ATTENDANCE, ACHIEVED, *ACHIEVEMENTS, LESSONS_HEAD, *LESSONS, TASKS_HEAD)


def article_with_automatic_numbers() -> bytes:
    """The article with its tasks in a list of Word's own."""
    tasks = [listed(TASKS[0], 1), listed(TASKS[1].replace(", ", ", |"), 1), *(listed(task, 1, 1) for task in SUBTASKS)]
    tasks += [listed(task, 1) for task in TASKS[2:]]
    body = "".join(map(paragraph, _TOP)) + "".join(tasks) + paragraph(AUTHOR)
    return word_file(body, numbering=numbering(level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)")))


def article_with_typed_numbers() -> bytes:
    """The article with its numbers typed."""
    tasks = (
        f"1. {TASKS[0]}",
        f"2. {TASKS[1]}",
        f"a) {SUBTASKS[0]}",
        f"b) {SUBTASKS[1]}",
        f"3. {TASKS[2]}",
        f"4. {TASKS[3]}",
    )
    return word_file("".join(map(paragraph, (*_TOP, *tasks, AUTHOR))))
