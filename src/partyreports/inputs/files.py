"""Reading one file: an article, or the bytes of a file of records; packed by gzip or not."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from partyreports.documents.document import Document
from partyreports.documents.opening import from_bytes
from partyreports.errors import InputFileError, PartyReportsError
from partyreports.language import reason_of

_GZIP = b"\x1f\x8b"
_LARGEST_UNPACKED = 200_000_000
"""Bytes that one article may unpack to: far more than the limits of every format."""


def name_of(path: Path | None) -> str:
    """What messages call a file; None is standard input."""
    return "standard input" if path is None else str(path)


def read_document(path: Path | None, *, markdown: bool = False) -> Document:
    """The article in a file, or in standard input for None: text, HTML, DOCX, PDF or Markdown, also packed by gzip.

    A byte order mark is dropped, so offsets count from the first character. Line ends of a text stay.

    Args:
        path: the file.
        markdown: read a text as Markdown whatever its name.

    Raises:
        InputFileError: the file cannot be read, or is a text that is not UTF-8.
        DocumentError: the file is in a format that cannot be read.
        MissingExtraError: what reads the format is not installed.
    """
    name = name_of(path)
    with opened(path) as file:
        is_packed = isinstance(file, gzip.GzipFile)
        data = file.read(_LARGEST_UNPACKED + 1 if is_packed else -1)
    if is_packed:
        if len(data) > _LARGEST_UNPACKED:
            raise InputFileError(
                "{path}: more than {most:,} bytes when unpacked; no article is so long",
                path=name,
                most=_LARGEST_UNPACKED,
            )
        name = name.removesuffix(".gz")
    return from_bytes(data, name, markdown=markdown)


@contextmanager
def opened(path: Path | None) -> Iterator[BinaryIO]:
    """A file, or standard input for None, to be read as bytes; unpacked if it is a gzip file.

    Raises:
        InputFileError: it cannot be opened, or, under the `with`, cannot be read or unpacked.
    """
    name = name_of(path)
    if path is None and sys.stdin is None:
        raise InputFileError("{path}: it is closed", path=name)
    try:
        file = io.BufferedReader(cast("io.RawIOBase", sys.stdin.buffer)) if path is None else path.open("rb")
    except (OSError, ValueError) as error:  # ValueError: a name with NUL in it
        raise InputFileError("{path}: {reason}", path=name, reason=reason_of(error)) from error
    try:
        yield cast("BinaryIO", gzip.GzipFile(fileobj=file) if file.peek(2)[:2] == _GZIP else file)
    except PartyReportsError:
        raise
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputFileError("{path}: a damaged gzip file ({reason})", path=name, reason=error) from error
    except OSError as error:
        raise InputFileError("{path}: {reason}", path=name, reason=reason_of(error)) from error
    finally:
        if path is None:
            file.detach()  # standard input stays open: it is not ours
        else:
            file.close()
