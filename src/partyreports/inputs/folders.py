"""Which files of a folder are read: by their suffixes and by patterns, in order, a folder at a time."""

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import NamedTuple

from partyreports.errors import InputFileError
from partyreports.language import reason_of

MANIFEST = "manifest.sqlite"
"""File in which a folder of results says what was done."""
FAILURES = "failures.jsonl"
_OWN_NAME = re.compile(r".+\.report\.(?:txt|json|md)|part-\d{5,}\.(?:parquet|csv|jsonl)", re.IGNORECASE)
"""Names of files that `parse` gives."""
NO_SUFFIX = "no suffix"
TEXTS = (".txt",)
"""Suffixes of what is read in a folder unless told otherwise."""


class Choice(NamedTuple):
    """Which files of a folder are articles, or hold them.

    Attributes:
        suffixes: how their names end, in lower case with the dot; a further `.gz` is no part of it. None takes texts,
            or with `patterns` whatever they match.
        patterns: patterns of which one must match: the name where they hold no slash, else the path below the folder.
            `*` and `?` do not match a slash, and `**` stands for any number of folders.
    """

    suffixes: tuple[str, ...] | None = None
    patterns: tuple[str, ...] = ()

    def takes(self, path: str) -> bool:
        """Whether a file is read.

        >>> texts, pages = Choice(), Choice(patterns=("2015/**/*.html",))
        >>> texts.takes("a/B.TXT"), texts.takes("b.txt.gz"), texts.takes("c.html")
        (True, True, False)
        >>> pages.takes("2015/c.html"), pages.takes("2015/6/1/c.html"), pages.takes("2016/c.html")
        (True, True, False)
        """
        suffixes = self.suffixes or (() if self.patterns else TEXTS)
        if suffixes and not path.casefold().removesuffix(".gz").endswith(suffixes):
            return False
        return not self.patterns or any(_matches(path, pattern) for pattern in self.patterns)


def _matches(path: str, pattern: str) -> bool:
    if "/" not in pattern:
        return fnmatchcase(path.rpartition("/")[2], pattern)
    return _match_parts(path.split("/"), [part for part in pattern.split("/") if part not in {"", "."}])


def _match_parts(path: Sequence[str], pattern: Sequence[str]) -> bool:
    """Whether a path matches, part by part: `reached` are the places in the pattern that the parts so far lead to."""
    reached = _past_stars({0}, pattern)
    for part in path:
        after = {
            place + (pattern[place] != "**")
            for place in reached
            if place < len(pattern) and (pattern[place] == "**" or fnmatchcase(part, pattern[place]))
        }
        reached = _past_stars(after, pattern)
    return len(pattern) in reached


def _past_stars(places: set[int], pattern: Sequence[str]) -> set[int]:
    """The places, and those after each `**`, which may stand for no folder."""
    found = set(places)
    for place in range(len(pattern)):
        if place in found and pattern[place] == "**":
            found.add(place + 1)
    return found


class Walk:
    """The files of a folder and of those inside it that are read, sorted by their paths, and a count of the others.

    Folders are looked at one after the other, so that an archive of any size costs no memory. What `parse` wrote is
    left out: a folder inside that holds its results, and files with names that it gives. Linked files are read. Linked
    folders are not: they may lead back, or to files that are read anyway.

    Attributes:
        not_read: how many files have a suffix that is not read, by suffix.
        left_out: how many files, or folders, are left out because `parse` wrote them.
        linked: how many links lead to folders, which are not followed.
    """

    def __init__(self, root: Path, choice: Choice) -> None:
        self._root = root
        self._choice = choice
        self.not_read: Counter[str] = Counter()
        self.left_out = 0
        self.linked = 0

    def __iter__(self) -> Iterator[tuple[Path, str] | InputFileError]:
        """Each file with its path below the folder; an error for a folder that cannot be read, or a broken link."""
        return self._files(self._root, "")

    def _files(self, folder: Path, above: str) -> Iterator[tuple[Path, str] | InputFileError]:
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield InputFileError("{path}: {reason}", path=folder, reason=reason_of(error))
            return
        names = {entry.name for entry in found}
        if above and MANIFEST in names:
            self.left_out += 1
            return
        for entry in found:
            path = above + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from self._files(folder / entry.name, f"{path}/")
            elif (problem := _broken(entry, folder / entry.name)) is not None:
                # Without a suffix it may have led to a folder.
                if suffix_of(entry.name) == NO_SUFFIX or self._is_read(path, entry.name):
                    yield problem
            elif entry.is_dir():
                self.linked += 1
            elif MANIFEST in names and _is_of_results(entry.name):
                pass
            elif entry.is_file() and self._is_read(path, entry.name):
                yield folder / entry.name, path

    def _is_read(self, path: str, name: str) -> bool:
        """Whether a file is read; one that is not is counted."""
        if not self._choice.takes(path):
            if not name.startswith(".") and not _OWN_NAME.fullmatch(name):
                self.not_read[suffix_of(name)] += 1
            return False
        if _OWN_NAME.fullmatch(name):
            self.left_out += 1
            return False
        return True


def _broken(entry: "os.DirEntry[str]", path: Path) -> InputFileError | None:
    """What is wrong with a link that leads nowhere, or to itself; None for other links, and what is no link."""
    try:
        if entry.is_symlink():
            entry.stat()
    except OSError as error:
        return InputFileError("{path}: a broken link ({reason})", path=path, reason=reason_of(error))
    return None


def _is_of_results(name: str) -> bool:
    """Whether a file beside a manifest belongs to it: itself, its journal, the failures."""
    return name.startswith(MANIFEST) or name == FAILURES


def suffix_of(name: str) -> str:
    """How the name of a file ends, with the dots; a further `.gz` belongs to it.

    >>> suffix_of("a.HTML"), suffix_of("dump.jsonl.gz"), suffix_of("README")
    ('.html', '.jsonl.gz', 'no suffix')
    """
    name = name.lower()
    packed = ".gz" if name.endswith(".gz") else ""
    return (PurePath(name.removesuffix(".gz")).suffix + packed) or NO_SUFFIX
