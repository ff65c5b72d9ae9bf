"""Where the results of an archive go: rows of five tables in part files, or a file for each article."""

import errno
import os
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from time import monotonic
from typing import Any

from partyreports.archive.formats import RowFile
from partyreports.archive.manifest import Claim, Manifest, Move
from partyreports.errors import InputFileError
from partyreports.inputs.articles import Article
from partyreports.language import reason_of
from partyreports.models import MeetingReport
from partyreports.tabular.types import COLUMNS
from partyreports.views.output import make_folder, remove_leftovers, temporary_name, write_output

_AT_ONCE = 32
"""Articles whose rows are handed on together: few, because other processes wait for articles in the meantime."""
_ONE_FILE = {errno.ENAMETOOLONG, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.EINVAL}


class Results(ABC):
    """The results of a run, and what the manifest says of them.

    Args:
        manifest: that of their folder.
    """

    def __init__(self, manifest: Manifest) -> None:
        self._manifest = manifest
        self._folder = manifest.folder
        remove_leftovers(self._folder)

    @abstractmethod
    def has(self, claim: Claim) -> bool:
        """Whether the results of an article that the manifest calls done are there."""

    @abstractmethod
    def add(self, claim: Claim, article: Article, report: MeetingReport) -> None:
        """Add the results of an article."""

    @abstractmethod
    def commit(self, *, everything: bool = False) -> None:
        """Keep what was added, if enough has come together or `everything` is to be kept."""

    @abstractmethod
    def abandon(self) -> None:
        """Give up what was not committed."""


def is_about_one_file(error: InputFileError) -> bool:
    """Whether writing failed because of the name of one file: then others can still be written."""
    return isinstance(error.__cause__, OSError) and error.__cause__.errno in _ONE_FILE


class ReportFiles(Results):
    """A file for each article, in folders as in its id.

    Args:
        manifest: that of their folder.
        suffix: how their names end.
        render: what is written.
    """

    _MOST, _LONGEST = 500, 5.0
    """Articles, and seconds, after which they are committed: without that they would be done again."""

    def __init__(self, manifest: Manifest, suffix: str, render: Callable[[MeetingReport], str]) -> None:
        super().__init__(manifest)
        self._suffix = suffix
        self._render = render
        self._folders = {self._folder}
        """Folders that are there."""
        self._moves: list[Move] = []
        self._since = monotonic()

    def has(self, claim: Claim) -> bool:
        """Whether its file is there."""
        return claim.file is not None and (self._folder / claim.file).is_file()

    def add(self, claim: Claim, article: Article, report: MeetingReport) -> None:  # noqa: ARG002
        """Write its file, under a temporary name until it is committed."""
        file = self._manifest.file_for(claim, self._suffix)
        path = self._folder / file
        if path.parent not in self._folders:
            _make_folders(path.parent)
            self._folders.add(path.parent)
        _check_name(path)
        # All in one folder, where the next run finds those that a killed one has left.
        temporary = temporary_name(self._folder / path.name)
        write_output(temporary, self._render(report))
        self._moves.append(Move(file, temporary.name))
        self._manifest.finish(claim, file=file)

    def commit(self, *, everything: bool = False) -> None:
        """Give the files their names, if enough have come together."""
        if everything or len(self._moves) >= self._MOST or monotonic() > self._since + self._LONGEST:
            self._manifest.commit(self._moves)
            self._moves = []
            self._since = monotonic()

    def abandon(self) -> None:
        """Remove the files that have no names yet."""
        for move in self._moves:
            if move.temporary is not None:
                (self._folder / move.temporary).unlink(missing_ok=True)


class TableParts(Results):
    """The five tables, each a folder of numbered part files; one part of all tables is written at a time.

    Rows of an article that is done again are taken out of the part where they stand in the same transaction that
    adds the new ones.

    Args:
        manifest: that of their folder.
        form: what the files are.
        most: articles of a part.

    Attributes:
        lost: how many articles are to be done again because files of their part are gone.
    """

    _LONGEST = 600.0
    """Seconds after which a part is closed that is not full: what is not in a closed part would be done again."""

    def __init__(self, manifest: Manifest, form: type[RowFile], most: int = 10_000) -> None:
        super().__init__(manifest)
        self._form = form
        self._most = most
        self._part: _Part | None = None
        self._replaced: dict[int, set[str]] = defaultdict(set)
        self.lost = 0
        for table in COLUMNS:
            make_folder(self._folder / table)
            remove_leftovers(self._folder / table)
        self._refuse_strangers(set(manifest.parts()))
        for number in manifest.parts():
            names = [_file_name(table, number, form) for table in COLUMNS]
            if not all((self._folder / name).is_file() for name in names):
                self.lost += manifest.forget_part(number)
                manifest.commit(Move(name, None) for name in names)

    def _refuse_strangers(self, parts: set[int]) -> None:
        """Part files that the manifest does not know would be read with its own: their rows would stand twice.

        Raises:
            InputFileError: there are some.
        """
        for table in COLUMNS:
            for path in sorted((self._folder / table).glob("part-*")):
                number = path.name.removeprefix("part-").partition(".")[0]
                if not number.isdecimal() or int(number) not in parts:
                    raise InputFileError(
                        "{path}: no run that the manifest knows has written it; remove it, or give this run a folder "
                        "of its own",
                        path=path,
                    )

    def has(self, claim: Claim) -> bool:
        """Whether its results are there."""
        return claim.part is not None

    def add(self, claim: Claim, article: Article, report: MeetingReport) -> None:
        """Add the results of an article."""
        if self._part is None:
            self._part = _Part(self._folder, self._manifest.next_part(), self._form)
        self._part.add(report.tables(path=article.path))
        if claim.part is not None:
            self._replaced[claim.part].add(claim.id)
        self._manifest.finish(claim, part=self._part.number)

    def commit(self, *, everything: bool = False) -> None:
        """Keep what was added."""
        part = self._part
        if part is None:
            if everything:
                self._manifest.commit()
        elif everything or part.count >= self._most or monotonic() > part.since + self._LONGEST:
            moves = part.close()
            self._manifest.add_part(part.number, part.count)
            for number, ids in self._replaced.items():
                moves += self._without(number, ids)
            self._manifest.commit(moves)
            self._part = None
            self._replaced.clear()

    def _without(self, number: int, ids: set[str]) -> Iterator[Move]:
        """Copy a part without some articles, or give it up if there are no others."""
        left = self._manifest.take_from_part(number, len(ids))
        for table in COLUMNS:
            name = _file_name(table, number, self._form)
            if not left:
                yield Move(name, None)
                continue
            copy = temporary_name(self._folder / name)
            if self._form.copy_without(self._folder / name, copy, table, ids):
                yield Move(name, str(copy.relative_to(self._folder)))
            else:
                copy.unlink()

    def abandon(self) -> None:
        """Give up what was not committed."""
        if self._part is not None:
            self._part.abandon()
            self._part = None
        for table in COLUMNS:
            remove_leftovers(self._folder / table)


class _Part:
    """A part that is being written: a file for each table, under temporary names."""

    def __init__(self, folder: Path, number: int, form: type[RowFile]) -> None:
        self.number = number
        self.count = 0
        self.since = monotonic()
        self._folder = folder
        self._form = form
        self._rows: dict[str, list[Any]] = {table: [] for table in COLUMNS}
        self._waiting = 0
        self._files: dict[str, tuple[Path, RowFile]] = {}
        for table in COLUMNS:
            path = temporary_name(folder / _file_name(table, number, form))
            self._files[table] = (path, form(path, table))

    def add(self, tables: Mapping[str, list[Any]]) -> None:
        """Add the rows of an article."""
        for table, rows in tables.items():
            self._rows[table] += rows
        self.count += 1
        self._waiting += 1
        if self._waiting >= _AT_ONCE:
            self._write()

    def _write(self) -> None:
        for table, (_, file) in self._files.items():
            rows, self._rows[table] = self._rows[table], []
            if rows:
                file.write(rows)
        self._waiting = 0

    def close(self) -> list[Move]:
        """Write what is left; the files are whole then, and are to be given their names."""
        self._write()
        moves = []
        for table, (path, file) in self._files.items():
            file.close()
            target = _file_name(table, self.number, self._form)
            moves.append(Move(target, str(path.relative_to(self._folder))))
        return moves

    def abandon(self) -> None:
        """Close the files as they are."""
        for _, file in self._files.values():
            file.abandon()


def _file_name(table: str, number: int, form: type[RowFile]) -> str:
    return f"{table}/part-{number:05}{form.suffix}"


def _check_name(path: Path) -> None:
    """Find out before it is committed whether a file can have this name.

    Raises:
        InputFileError: it is too long, or that of a folder.
    """
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    except OSError as error:
        raise InputFileError("{path}: {reason}", path=path, reason=reason_of(error)) from error


def _make_folders(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputFileError("{path}: {reason}", path=error.filename or folder, reason=reason_of(error)) from error
