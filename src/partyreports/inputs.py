"""Reading articles from files: UTF-8, line ends as they are, anything else refused with advice."""

import codecs
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from partyreports.errors import InputFileError

_BOMS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def read_text(path: Path | None) -> str:
    """Text of a file, or of standard input for None.

    A UTF-8 byte order mark is dropped, so offsets count from the first character. Line ends stay.

    Raises:
        InputFileError: the file cannot be read, or is not UTF-8.
    """
    name = "standard input" if path is None else str(path)
    if path is None and sys.stdin is None:
        raise InputFileError(f"{name}: it is closed")
    try:
        data = sys.stdin.buffer.read() if path is None else path.read_bytes()
    except OSError as error:
        raise InputFileError(f"{name}: {error.strerror or error}") from error
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            raise InputFileError(f"{name}: this is {encoding}; convert it first: iconv -f {encoding} -t UTF-8 FILE")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = f"byte 0x{data[error.start]:02x} at {error.start:,}"
        raise InputFileError(
            f"{name}: not UTF-8 ({place}); convert it first, for example: iconv -f WINDOWS-1258 -t UTF-8 FILE"
        ) from error


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
