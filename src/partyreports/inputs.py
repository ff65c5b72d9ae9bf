"""Reading articles from files: which they are, and what is in them."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from partyreports.documents.document import Document
from partyreports.documents.opening import from_bytes
from partyreports.errors import InputFileError


def read_document(path: Path | None, *, markdown: bool = False) -> Document:
    """The article in a file, or in standard input for None: text, HTML, DOCX, PDF or Markdown.

    A byte order mark is dropped, so offsets count from the first character. Line ends of a text stay.

    Args:
        path: the file.
        markdown: read a text as Markdown whatever its name.

    Raises:
        InputFileError: the file cannot be read, or is a text that is not UTF-8.
        DocumentError: the file is in a format that cannot be read.
        MissingExtraError: what reads the format is not installed.
    """
    name = "standard input" if path is None else str(path)
    if path is None and sys.stdin is None:
        raise InputFileError(f"{name}: it is closed")
    try:
        data = sys.stdin.buffer.read() if path is None else path.read_bytes()
    except OSError as error:
        raise InputFileError(f"{name}: {error.strerror or error}") from error
    return from_bytes(data, name, markdown=markdown)


def article_files(paths: Iterable[Path], left_out: list[Path] | None = None) -> Iterator[Path]:
    """The files named, and every `*.txt` below the folders named, sorted; but for reports that `parse` wrote there.

    A path that does not exist is given back as it is: reading it says what is wrong.

    Args:
        paths: files and folders.
        left_out: a list to which the files in folders are added that look like reports of ours (`*.report.txt`).
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for file in sorted(file for file in path.rglob("*.txt") if file.is_file()):
            if not file.name.casefold().endswith(".report.txt"):
                yield file
            elif left_out is not None:
                left_out.append(file)
