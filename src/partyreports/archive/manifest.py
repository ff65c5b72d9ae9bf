"""The manifest of a folder of results: which articles were done, from which text, and where their results stand.

It is a SQLite file, because that looks up one of millions of articles without holding them, and is whole after any end
of the program. All that one part of a run did is written in one transaction, `commit`. Files that belong to it are
written under temporary names before; the transaction also says which of them take which names, and which files go.
That is done after it, and done again by the next run if the program ended in between.
"""

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from partyreports.errors import InputFileError
from partyreports.facts import encodable
from partyreports.inputs.articles import Article
from partyreports.inputs.folders import MANIFEST
from partyreports.language import reason_of
from partyreports.views.output import output_name

_VERSION = 1
"""Of the tables below."""
_TABLES = """
CREATE TABLE runs (
  run INTEGER PRIMARY KEY, started TEXT, ended TEXT, format TEXT, options TEXT,
  parsed INTEGER, skipped INTEGER, failed INTEGER
);
CREATE TABLE sources (source INTEGER PRIMARY KEY, path TEXT UNIQUE);
CREATE TABLE articles (
  id TEXT PRIMARY KEY, given TEXT, source INTEGER, run INTEGER, sha256 TEXT, fingerprint TEXT, part INTEGER, file TEXT
) WITHOUT ROWID;
CREATE INDEX renamed ON articles (given) WHERE given <> id;
CREATE TABLE names (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE parts (part INTEGER PRIMARY KEY, articles INTEGER);
CREATE TABLE moves (target TEXT PRIMARY KEY, temporary TEXT);
"""


class Claim(NamedTuple):
    """An article's place among the results.

    Attributes:
        id: its name there: the id given, or one made of it where another article has that id.
        sha256: digest of its text, as in `report.source`.
        fingerprint: digest of all else that the report depends on.
        is_done: whether its report stands there, made of the same.
        is_repeated: whether another article of this run, or of another input, has the id that was given.
        part: number of the part that holds its rows, made of another text or with other options.
        file: file of its own, below the folder; it may not exist yet.
    """

    id: str
    sha256: str
    fingerprint: str
    is_done: bool = False
    is_repeated: bool = False
    part: int | None = None
    file: str | None = None


class Move(NamedTuple):
    """A file below the folder that takes the place of another; None removes that."""

    target: str
    temporary: str | None


class Manifest:
    """The manifest of a folder, open for one run; another run in the same folder is refused.

    Args:
        folder: the folder of results; it must exist.
        form: name of the form of the results; a folder holds one form.
        options: what the reports depend on, beside their articles.

    Raises:
        InputFileError: it cannot be written, is damaged, in use, or of a folder of another form.
    """

    def __init__(self, folder: Path, form: str, options: Mapping[str, Any]) -> None:
        self.folder = folder
        self.path = folder / MANIFEST
        self._options = json.dumps(options, sort_keys=True, ensure_ascii=False)
        self._sources: dict[str, int] = {}
        self.has_moves = False
        """Whether files of what is committed still have to get their places: the next run does that then."""
        with self._errors():
            # SQLite does not say why it cannot write to a folder.
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o666))
            self._sql = sqlite3.connect(self.path, timeout=1, isolation_level=None)
        try:
            with self._errors():
                self._open(form)
        except BaseException:
            self._sql.close()
            raise

    def _open(self, form: str) -> None:
        # Until the connection is closed: two runs in one folder would do everything twice.
        self._sql.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._sql.execute("BEGIN EXCLUSIVE")
        (version,) = self._sql.execute("PRAGMA user_version").fetchone()
        if version == 0:
            for statement in _TABLES.split(";"):
                self._sql.execute(statement)
            self._sql.execute(f"PRAGMA user_version = {_VERSION}")
        elif version != _VERSION:
            raise InputFileError(
                "{path}: of another version of partyreports; give this run a folder of its own", path=self.path
            )
        before = self._sql.execute("SELECT format FROM runs LIMIT 1").fetchone()
        if before is not None and before[0] != form:
            raise InputFileError(
                "{path}: holds results in the format {before}; give {format} a folder of its own",
                path=self.folder,
                before=before[0],
                format=form,
            )
        started = _now()
        self._run = (
            self._sql.execute(
                "INSERT INTO runs (started, format, options) VALUES (?, ?, ?)", (started, form, self._options)
            ).lastrowid
            or 0
        )
        self._sql.execute("COMMIT")
        self._finish_moves()
        self._sql.execute("BEGIN EXCLUSIVE")

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise InputFileError(
                    "{path}: another run writes there; wait until it has ended", path=self.folder
                ) from error
            raise InputFileError("{path}: {reason}", path=self.path, reason=error) from error
        except sqlite3.DatabaseError as error:
            raise InputFileError(
                "{path}: {reason}; remove the folder to do everything again", path=self.path, reason=error
            ) from error
        except InputFileError:
            raise
        except OSError as error:
            raise InputFileError(
                "{path}: {reason}", path=error.filename or self.path, reason=reason_of(error)
            ) from error

    # --- articles

    def claim(self, article: Article) -> Claim:
        """The place of an article of this run. Each article must claim its place before the next one does.

        An article stands where one with the same id and the same text stood, or one with the same id from the same
        input, unless that place was claimed in this run.
        """
        given = encodable(article.id or "stdin")
        sha256 = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
        known = f"{self._options}\n{article.published}\n{article.url}"
        fingerprint = hashlib.blake2b(known.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        with self._errors():
            source = self._source(article.source)
            free = [place for place in self._places(given) if place[1] < self._run]
            same = [place for place in free if place[3] == sha256]
            found = next(iter(same or [place for place in free if place[2] == source]), None)
            if found is None:
                name = self._free_id(given)
                self._sql.execute(
                    "INSERT INTO articles (id, given, source, run) VALUES (?, ?, ?, ?)",
                    (name, given, source, self._run),
                )
                return Claim(name, sha256, fingerprint, is_repeated=name != given)
            name, _, _, sha256_before, fingerprint_before, part, file = found
            self._sql.execute("UPDATE articles SET run = ?, source = ? WHERE id = ?", (self._run, source, name))
        is_done = (sha256_before, fingerprint_before) == (sha256, fingerprint)
        return Claim(name, sha256, fingerprint, is_done, name != given, part, file)

    def _places(self, given: str) -> list[tuple[Any, ...]]:
        columns = "SELECT id, run, source, sha256, fingerprint, part, file FROM articles WHERE"
        places = self._sql.execute(f"{columns} id = ? AND given = id", (given,)).fetchall()
        return (
            places
            + self._sql.execute(f"{columns} given = ? AND given <> id ORDER BY length(id), id", (given,)).fetchall()
        )

    def _free_id(self, given: str) -> str:
        name, number = given, 1
        while self._sql.execute("SELECT 1 FROM articles WHERE id = ?", (name,)).fetchone() is not None:
            number += 1
            name = f"{given}#{number}"
        return name

    def _source(self, path: str) -> int:
        if path not in self._sources:
            if len(self._sources) > 10_000:
                self._sources.clear()
            known = encodable(path)
            self._sql.execute("INSERT OR IGNORE INTO sources (path) VALUES (?)", (known,))
            (self._sources[path],) = self._sql.execute("SELECT source FROM sources WHERE path = ?", (known,)).fetchone()
        return self._sources[path]

    def file_for(self, claim: Claim, suffix: str) -> str:
        """The article's own file, below the folder: folders as in its id, and a name that no other article has."""
        if claim.file is not None:
            return claim.file
        *folders, name = [part for part in claim.id.split("/") if part not in {"", ".", ".."}] or ["report"]
        above = "".join(f"{output_name(folder, '', set())}/" for folder in folders)
        with self._errors():
            return above + output_name(name, suffix, _Names(self._sql, above))

    def finish(self, claim: Claim, *, part: int | None = None, file: str | None = None) -> None:
        """Say where the results of an article stand."""
        with self._errors():
            self._sql.execute(
                "UPDATE articles SET sha256 = ?, fingerprint = ?, part = ?, file = ? WHERE id = ?",
                (claim.sha256, claim.fingerprint, part, file, claim.id),
            )

    # --- parts

    def next_part(self) -> int:
        """Number of a part that is not there yet."""
        with self._errors():
            return 1 + int(self._sql.execute("SELECT coalesce(max(part), 0) FROM parts").fetchone()[0])

    def parts(self) -> list[int]:
        """Numbers of all parts."""
        with self._errors():
            return [part for (part,) in self._sql.execute("SELECT part FROM parts ORDER BY part")]

    def add_part(self, part: int, articles: int) -> None:
        """A part with so many articles is there, or will be."""
        with self._errors():
            self._sql.execute("INSERT INTO parts VALUES (?, ?)", (part, articles))

    def take_from_part(self, part: int, count: int) -> int:
        """So many articles of a part now stand elsewhere; without any left it is gone.

        Returns:
            How many are left.
        """
        with self._errors():
            self._sql.execute("UPDATE parts SET articles = articles - ? WHERE part = ?", (count, part))
            (left,) = self._sql.execute("SELECT articles FROM parts WHERE part = ?", (part,)).fetchone()
            if left <= 0:
                self._sql.execute("DELETE FROM parts WHERE part = ?", (part,))
            return max(int(left), 0)

    def forget_part(self, part: int) -> int:
        """The files of a part are gone: its articles, of which the number is given back, are still to be done."""
        with self._errors():
            self._sql.execute("DELETE FROM parts WHERE part = ?", (part,))
            forget = "UPDATE articles SET sha256 = NULL, part = NULL WHERE part = ?"
            return self._sql.execute(forget, (part,)).rowcount

    # --- transactions

    def commit(self, moves: Iterable[Move] = ()) -> None:
        """Keep all that was said since the last commit, and give files their places."""
        with self._errors():
            self._sql.executemany("INSERT OR REPLACE INTO moves VALUES (?, ?)", moves)
            self._sql.execute("COMMIT")
            self.has_moves = True
            self._finish_moves()
            self.has_moves = False
            self._sql.execute("BEGIN EXCLUSIVE")

    def _finish_moves(self) -> None:
        moves = self._sql.execute("SELECT target, temporary FROM moves").fetchall()
        for target, temporary in moves:
            place = self.folder / target
            if temporary is None:
                place.unlink(missing_ok=True)
            elif (self.folder / temporary).exists():  # else it was moved before the program ended
                place.parent.mkdir(parents=True, exist_ok=True)
                (self.folder / temporary).replace(place)
        for folder in {(self.folder / target).parent for target, _ in moves}:
            _keep_names(folder)
        self._sql.execute("DELETE FROM moves")

    def end(self, counts: tuple[int, int, int]) -> None:
        """The run has ended, with so many articles parsed, skipped and failed."""
        with self._errors():
            self._sql.execute(
                "UPDATE runs SET ended = ?, parsed = ?, skipped = ?, failed = ? WHERE run = ?",
                (_now(), *counts, self._run),
            )
            self._sql.execute("COMMIT")

    def close(self) -> None:
        """Give up what was not committed, and let other runs in."""
        self._sql.close()


class _Names:
    """Names of files that are given away, for `output_name`; a new one is kept."""

    def __init__(self, sql: sqlite3.Connection, folder: str) -> None:
        self._sql = sql
        self._folder = folder

    def __contains__(self, name: object) -> bool:
        full = f"{self._folder.casefold()}{name}"
        return self._sql.execute("SELECT 1 FROM names WHERE name = ?", (full,)).fetchone() is not None

    def add(self, name: str) -> None:
        self._sql.execute("INSERT INTO names VALUES (?)", (f"{self._folder.casefold()}{name}",))


def _keep_names(folder: Path) -> None:
    """Have the names in a folder outlast a loss of power, where the system offers that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
