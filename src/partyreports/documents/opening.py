"""`from_file` and `from_bytes`: which format a file is in, by its content first and its name second."""

import codecs
import io
import json
import re
import zipfile
from pathlib import Path, PurePath

from partyreports.documents.document import Document
from partyreports.documents.docx.reading import from_docx
from partyreports.documents.encodings import advice_on, utf_16_without_mark
from partyreports.documents.files import read_bytes
from partyreports.documents.html.reading import from_html
from partyreports.documents.markdown import from_markdown
from partyreports.documents.pdf.reading import from_pdf
from partyreports.documents.plain import from_text
from partyreports.errors import DocumentError, InputFileError, InputTypeError
from partyreports.language import Phrase, gettext_noop

_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".aspx", ".php", ".jsp"})
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown"})
SUFFIXES = frozenset({".txt", ".docx", ".docm", ".pdf", ".html", ".htm", ".xhtml", *_MARKDOWN_SUFFIXES})
"""Endings of the names of files that are taken for articles."""
_HTML = re.compile(
    r"\s{0,500}(?:<\?xml[^<>]{0,200}>\s{0,100})?(?:<!--(?:(?!-->)[^<>]){0,2000}+-->\s{0,100}){0,5}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
_JSON = re.compile(r"\s{0,500}(?:\[\s{0,500})?\{\s{0,500}\"")
_HEAD = 4096
_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:")
_MIME = re.compile(rb"^(?:mime-version|content-transfer-encoding):", re.IGNORECASE | re.MULTILINE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_REFUSED = (
    (b"{\\rtf", gettext_noop("{name}: this is an RTF file; open it in Word or LibreOffice and save it as .docx")),
    (
        b"\x89PNG",
        gettext_noop(
            "{name}: this is a picture; recognise its text first, for example with: tesseract IN.png OUT -l vie"
        ),
    ),
    (
        b"\xff\xd8\xff",
        gettext_noop(
            "{name}: this is a picture; recognise its text first, for example with: tesseract IN.jpg OUT -l vie"
        ),
    ),
    (b"\x1f\x8b", gettext_noop("{name}: this is a compressed file; unpack it first")),
    (b"Rar!", gettext_noop("{name}: this is an archive; unpack it first")),
    (b"7z\xbc\xaf", gettext_noop("{name}: this is an archive; unpack it first")),
)


def from_file(path: str | Path, *, url: str | None = None, markdown: bool = False) -> Document:
    """The article in a file: HTML, DOCX, PDF, Markdown or plain text.

    Args:
        path: the file. What it is, its content says; Markdown is recognised by the name (`.md`).
        url: address of the article, kept in the document and in the source of its report.
        markdown: read a text as Markdown whatever its name.

    Raises:
        InputTypeError: `path` is no path.
        InputFileError: the file cannot be read, or is a text that is not UTF-8.
        DocumentError: the file is in another format, is damaged or over a limit; the message gives advice.
        MissingExtraError: what reads the format is not installed.
    """
    if not isinstance(path, str | PurePath):
        raise InputTypeError("from_file() takes a path, not {kind}", kind=type(path).__name__)
    return from_bytes(read_bytes(Path(path)), str(path), url=url, markdown=markdown)


def from_bytes(
    data: bytes | bytearray | memoryview, name: str = "the file", *, url: str | None = None, markdown: bool = False
) -> Document:
    """The article in the content of a file.

    Args:
        data: the content.
        name: name of the file, for its ending and for messages.
        url: address of the article.
        markdown: read a text as Markdown whatever its name.

    Raises:
        InputTypeError: `data` is no bytes.
        InputFileError: it is a text that is not UTF-8.
        DocumentError: it is in another format, damaged or over a limit; the message gives advice.
        MissingExtraError: what reads the format is not installed.

    >>> from_bytes("<!DOCTYPE html><p>Họp báo".encode()).source
    <SourceKind.HTML: 'html'>
    """
    if isinstance(data, bytearray | memoryview):
        data = bytes(data)
    if not isinstance(data, bytes):
        raise InputTypeError("from_bytes() takes the bytes of a file, not {kind}", kind=type(data).__name__)
    suffix = PurePath(name).suffix.lower()
    if b"%PDF-" in data[:1024]:
        return from_pdf(data, name=name, url=url)
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        _check_archive(data, name)
        return from_docx(data, name=name, url=url)
    _refuse_other_kinds(data, name)
    if not markdown and (suffix in _HTML_SUFFIXES or _looks_like_html(data)):
        return from_html(data, url=url)
    text = decode_text(data, name)
    _refuse_json(text, name)
    if markdown or suffix in _MARKDOWN_SUFFIXES:
        return from_markdown(text, url=url)
    return from_text(text, url=url)


def _looks_like_html(data: bytes) -> bool:
    head = data[:_HEAD]
    encoding = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), "latin-1")
    return _HTML.match(head.decode(encoding, "ignore")) is not None


def _refuse_other_kinds(data: bytes, name: str) -> None:
    """Refuse files that hold an article in a form that is not read, with advice that fits them."""
    for magic, refusal in _REFUSED:
        if data.startswith(magic):
            raise DocumentError(refusal, name=name)
    if _looks_like_mail(data):
        raise DocumentError(
            "{name}: this is a mail as it was sent, or a page saved as .mht; open it and save it as HTML or text",
            name=name,
        )


def _refuse_json(text: str, name: str) -> None:
    """Refuse data that somebody takes for an article: a value of JSON, or a first line that is an object."""
    if _JSON.match(text) is not None and (_is_json(text) or _is_json(text.strip().partition("\n")[0])):
        raise DocumentError(
            "{name}: this is JSON and no article; records are read from JSON Lines, an object on each line: from a "
            "file named .jsonl, or with --input-format jsonl",
            name=name,
        )


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _looks_like_mail(data: bytes) -> bool:
    """Whether fields of MIME stand at the head: the text below is coded, or of several parts."""
    fields = re.split(rb"\r?\n\r?\n", data[:_HEAD], maxsplit=1)[0]
    return _FIELD.match(fields) is not None and _MIME.search(fields) is not None


def _check_archive(data: bytes, name: str) -> None:
    """Refuse archives of other kinds with advice that fits them."""
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist() if data.startswith(b"PK") else []
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return  # the reader of Word files says what is wrong
    if any(part.startswith("word/") for part in names):
        return
    if any(part.startswith(("xl/", "ppt/")) for part in names):
        raise DocumentError(
            "{name}: this is a spreadsheet or a presentation; save its text as .docx, .pdf or .txt", name=name
        )
    if "content.xml" in names:
        raise DocumentError(
            "{name}: this is an OpenDocument file; open it in LibreOffice and save it as .docx", name=name
        )
    if "META-INF/container.xml" in names:
        raise DocumentError("{name}: this is an e-book (EPUB); unpack it and give its HTML files", name=name)


def decode_text(data: bytes, name: str) -> str:
    """A text in UTF-8, or in UTF-16 or UTF-32 with a byte order mark, which is dropped.

    Raises:
        InputFileError: it is in another encoding.
        DocumentError: it is no text.
    """
    marked = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)
    if marked is None and (encoding := utf_16_without_mark(data)) is not None:
        raise InputFileError(
            "{name}: UTF-16 without a byte order mark, it seems; convert it first, for example: "
            "iconv -f {encoding} -t UTF-8 FILE",
            name=name,
            encoding=encoding,
        )
    try:
        return data.decode(marked or "utf-8")
    except UnicodeDecodeError as error:
        if marked is None and b"\x00" in data[:_HEAD]:
            raise DocumentError(
                "{name}: neither a text nor a format that is known here (HTML, DOCX, PDF, Markdown)", name=name
            ) from error
        if marked is None:
            advice = advice_on(data)
        else:
            advice = gettext_noop("its byte order mark says that it is; it is damaged or cut off")
        raise InputFileError(
            "{name}: not {encoding} (byte 0x{byte:02x} at {place:,}); {advice}",
            name=name,
            encoding=(marked or "utf-8").removesuffix("-sig").upper(),
            byte=data[error.start],
            place=error.start,
            advice=Phrase(advice),
        ) from error
