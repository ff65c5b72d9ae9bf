"""Writing files: whole or not at all, and never outside the folder asked for."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from partyreports.errors import InputFileError


def write_atomically(path: Path, content: str | Iterable[str]) -> None:
    """Write a UTF-8 file by way of a temporary one beside it, so that nobody meets half a file.

    Args:
        path: the file; folders that are missing are made.
        content: what to write, whole or in pieces that are written as they come.

    Raises:
        InputFileError: the folder cannot be written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="", errors="replace") as file:
                file.writelines([content] if isinstance(content, str) else content)
            Path(temporary).chmod(0o644)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise InputFileError(f"{path}: {error.strerror or error}") from error


def output_name(source: str, suffix: str, taken: set[str]) -> str:
    """A plain file name for an input's output; no separators, no dots in front, none given twice."""
    stem = Path(source).name.removesuffix(".txt")
    safe = "".join(char if char.isalnum() or char in "-_. " else "_" for char in stem).strip(". ") or "report"
    name = f"{safe[:120]}{suffix}"
    number = 2
    while name.casefold() in taken:
        name = f"{safe[:120]}-{number}{suffix}"
        number += 1
    taken.add(name.casefold())
    return name
