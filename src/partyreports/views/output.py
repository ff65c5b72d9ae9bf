"""Writing files: whole where a file is made or replaced, and never anything else than what was asked for."""

import os
import re
import secrets
import stat
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from partyreports.errors import InputFileError
from partyreports.language import reason_of

_LONGEST_NAME = 240
"""Bytes of the longest file name given: file systems allow 255."""
_TEMPORARY = re.compile(r"\.[0-9a-f]{16}\.part")
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{i}" for port in ("com", "lpt") for i in range(1, 10))}
"""Names that Windows keeps for devices, whatever follows the first dot."""


def write_output(path: Path, content: str | Iterable[str]) -> None:
    """Write a text in UTF-8.

    A new file, and one that replaces a regular file, are written under another name beside it and take their name
    when they are whole; a new one gets the permissions that the umask leaves, a replaced one keeps its own. Devices,
    pipes, links, and files of another owner are written through: what stands there is never replaced.

    Args:
        path: the file; its folder must exist.
        content: what to write, whole or in pieces that are written as they come.

    Raises:
        InputFileError: the file cannot be written.
        BrokenPipeError: it is a pipe that nobody reads any more.
    """
    pieces = [content] if isinstance(content, str) else content
    try:
        mode = _mode_to_keep(path)
        if mode is _WRITE_THROUGH:
            with path.open("w", encoding="utf-8", newline="", errors="replace") as file:
                for piece in pieces:
                    file.write(piece)
        else:
            _replace(path, pieces, mode)
    except BrokenPipeError:
        raise
    except FileNotFoundError as error:
        if path.parent.is_dir():
            raise InputFileError("{path}: {reason}", path=path, reason=reason_of(error)) from error
        raise InputFileError(
            "{path}: there is no folder {folder}; make it first", path=path, folder=path.parent
        ) from error
    except (OSError, ValueError) as error:  # ValueError: a name with NUL in it
        raise InputFileError("{path}: {reason}", path=path, reason=reason_of(error)) from error


_WRITE_THROUGH = -1


def _mode_to_keep(path: Path) -> int | None:
    """Permissions of the regular file that is replaced, `_WRITE_THROUGH` if it must not be; None for a new file."""
    try:
        there = path.lstat()
    except FileNotFoundError:
        return None
    is_ours = not hasattr(os, "geteuid") or there.st_uid == os.geteuid()
    if not stat.S_ISREG(there.st_mode) or there.st_nlink > 1 or not is_ours or not os.access(path, os.W_OK):
        return _WRITE_THROUGH  # opening it says what is wrong, if it may not be written
    return stat.S_IMODE(there.st_mode)


def _replace(path: Path, pieces: Iterable[str], mode: int | None) -> None:
    temporary = temporary_name(path)
    # 0o666 less the umask, as any new file; nobody else may read what replaces a private one, not even half-written.
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666 if mode is None else 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="", errors="replace") as file:
            for piece in pieces:
                file.write(piece)
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def temporary_name(path: Path) -> Path:
    """A name beside a file under which it can be written first: short, so that it fits wherever the file's own does."""
    return path.with_name(f".{secrets.token_hex(8)}.part")


def remove_leftovers(folder: Path) -> None:
    """Remove files under such names, which a program left that was killed. Nothing may be writing there.

    Raises:
        InputFileError: one cannot be removed.
    """
    try:
        for path in folder.glob(".*.part"):
            if _TEMPORARY.fullmatch(path.name):
                path.unlink(missing_ok=True)
    except OSError as error:
        raise InputFileError("{path}: {reason}", path=error.filename or folder, reason=reason_of(error)) from error


def make_folder(folder: Path) -> None:
    """Make a folder if it is missing; its parent must exist.

    Raises:
        InputFileError: it cannot be made.
    """
    try:
        folder.mkdir(exist_ok=True)
    except FileNotFoundError as error:
        raise InputFileError(
            "{folder}: there is no folder {parent}; make it first", folder=folder, parent=folder.parent
        ) from error
    except OSError as error:
        raise InputFileError("{folder}: {reason}", folder=folder, reason=reason_of(error)) from error


class Names(Protocol):
    """Names that are given away, in lower case."""

    def __contains__(self, name: object, /) -> bool:
        """Whether this one is."""

    def add(self, name: str, /) -> None:
        """Give this one away."""


def output_name(source: str, suffix: str, taken: Names) -> str:
    """A plain file name for an input's output, which any system takes: no separators, no dot in front, NFC, not long.

    Args:
        source: name or path of the input.
        suffix: how the name ends, dot included.
        taken: names that are given away; the new one is added.

    >>> output_name("tin/Hội nghị?.txt", ".html", {"hội nghị_.html"})
    'Hội nghị_-2.html'
    """
    stem = unicodedata.normalize("NFC", Path(source).name.removesuffix(".txt"))
    safe = "".join(char if _is_plain(char) else "_" for char in stem).strip(". ") or "report"
    if safe.partition(".")[0].casefold() in _RESERVED:
        safe = f"_{safe}"
    number = 1
    while True:
        ending = suffix if number == 1 else f"-{number}{suffix}"
        name = _cut(safe, _LONGEST_NAME - len(ending.encode())) + ending
        if name.casefold() not in taken:
            taken.add(name.casefold())
            return name
        number += 1


def _is_plain(char: str) -> bool:
    return char.isalnum() or char in "-_. " or unicodedata.category(char).startswith("M")


def _cut(name: str, size: int) -> str:
    """The name in at most so many bytes, cut between characters."""
    return name.encode("utf-8", "replace")[:size].decode("utf-8", "ignore").rstrip(". ") or "report"
