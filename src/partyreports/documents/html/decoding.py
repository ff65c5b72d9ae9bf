"""The characters of a page: by its byte order mark, the caller's word, its own declaration, UTF-8 in this order."""

import codecs
import re

from partyreports.errors import DocumentError
from partyreports.language import Phrase, gettext_noop
from partyreports.models import Note
from partyreports.notes import make_note

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<meta\b[^<>]{0,400}?charset\s{0,8}=\s{0,8}[\"']?\s{0,8}([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_HEAD = 4096
"""Bytes in which the declaration is looked for; browsers look in 1,024."""
# What pages call an encoding, and what browsers then read.
_READ_AS = {"iso-8859-1": "windows-1252", "latin-1": "windows-1252", "latin1": "windows-1252", "ascii": "windows-1252",
            "us-ascii": "windows-1252", "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8"}  # fmt: skip
_OLD_CHARSETS = re.compile(r"tcvn|viscii|vps|vni|x-viet", re.IGNORECASE)


def decode(data: bytes, declared: str | None) -> tuple[str, list[Note]]:
    """The characters of a page, and what a reader should know about them.

    Args:
        data: the page as it came.
        declared: charset of the HTTP header, if known.

    Raises:
        DocumentError: the encoding is unknown, or the bytes are not in it.
    """
    encoding, said_by = _encoding_of(data, declared)
    try:
        text = data.decode(encoding)
    except LookupError:
        raise DocumentError(
            "the page declares the encoding {encoding!r}, which is not known here; decode it and pass a str",
            encoding=encoding,
        ) from None
    except UnicodeDecodeError as error:
        if said_by == "nothing":
            raise DocumentError(
                "the page declares no encoding and is not UTF-8 (byte 0x{byte:02x} at {place:,}); decode it and "
                "pass a str, or pass encoding='windows-1258'",
                byte=data[error.start],
                place=error.start,
            ) from None
        # A stray byte in a page of another encoding: browsers show the replacement character.
        text = data.decode(encoding, "replace")
        wrong = text.count("\ufffd")
        if wrong > 0.01 * len(text):
            raise DocumentError(
                "the page is not {encoding}, as its {said_by} says; decode it and pass a str, or pass encoding=…",
                encoding=encoding,
                said_by=Phrase(said_by),
            ) from None
        return text.removeprefix("\ufeff"), [make_note("undecodable-bytes", count=wrong, encoding=encoding)]
    notes = []
    if encoding.lower() in {"windows-1258", "cp1258"}:
        notes.append(make_note("legacy-encoding"))
    return text.removeprefix("\ufeff"), notes


def _encoding_of(data: bytes, declared: str | None) -> tuple[str, str]:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name, gettext_noop("byte order mark")
    said_by = gettext_noop("header")
    if declared is None:
        said_by = gettext_noop("meta element")
        found = _META.search(data[:_HEAD])
        declared = found[1].decode("ascii") if found is not None else None
    if declared is None:
        return "utf-8", "nothing"
    if _OLD_CHARSETS.search(declared):
        raise DocumentError(
            "the page is in {declared}, an encoding of the time before Unicode; convert it first, for example "
            "with UniKey's toolkit or uvconv, and pass the result as str",
            declared=declared,
        )
    name = declared.strip().lower()
    return _READ_AS.get(name, name), said_by
