"""Files that hold rows of one table: CSV and JSON Lines here; written as the rows come, and copied without some."""

import csv
import json
import os
from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, ClassVar

from pydantic import BaseModel

from partyreports.tabular.csv import safe_cell, to_csv
from partyreports.tabular.types import COLUMNS
from partyreports.views.characters import escaped_json

_LARGEST_CELL = 50_000_000
"""Characters of a cell of our own."""


def id_column(table: str) -> str:
    """The column that names the article."""
    return "id" if table == "meetings" else "meeting_id"


class RowFile(ABC):
    """A file of rows that is being written.

    Args:
        path: the file; it must not exist.
        table: name of the table.
    """

    suffix: ClassVar[str]

    @abstractmethod
    def __init__(self, path: Path, table: str) -> None: ...

    @abstractmethod
    def write(self, rows: Sequence[BaseModel]) -> None:
        """Add rows."""

    @abstractmethod
    def close(self) -> None:
        """Write what is left, and have the file outlast a loss of power."""

    @abstractmethod
    def abandon(self) -> None:
        """Close the file as it is: it will be removed."""

    @classmethod
    @abstractmethod
    def copy_without(cls, old: Path, new: Path, table: str, ids: Collection[str]) -> int:
        """Copy a file without the rows of some articles.

        Returns:
            How many rows were left out.
        """


class _TextFile(RowFile):
    """A file of lines."""

    def __init__(self, path: Path, table: str) -> None:
        self._table = table
        self._file = path.open("x", encoding="utf-8", newline="", errors="replace")

    def close(self) -> None:
        """Write what is left."""
        finish(self._file)

    def abandon(self) -> None:
        """Close the file as it is."""
        abandon(self._file)


class JsonLinesFile(_TextFile):
    """A row on each line."""

    suffix = ".jsonl"

    def write(self, rows: Sequence[BaseModel]) -> None:
        """Add rows."""
        self._file.writelines(escaped_json(row.model_dump_json()) + "\n" for row in rows)

    @classmethod
    def copy_without(cls, old: Path, new: Path, table: str, ids: Collection[str]) -> int:
        """Copy a file without the rows of some articles."""
        name = id_column(table)
        left_out = 0
        with old.open(encoding="utf-8", newline="") as lines, new.open("x", encoding="utf-8", newline="") as file:
            for line in lines:
                if json.loads(line)[name] in ids:
                    left_out += 1
                else:
                    file.write(line)
            finish(file)
        return left_out


class CsvFile(_TextFile):
    """A row on each line, below the names of the columns."""

    suffix = ".csv"
    mark = ""
    """What stands in front."""

    def __init__(self, path: Path, table: str) -> None:
        super().__init__(path, table)
        self._file.write(self.mark + to_csv(table, []))

    def write(self, rows: Sequence[BaseModel]) -> None:
        """Add rows."""
        self._file.write(to_csv(self._table, rows, header=False))

    @classmethod
    def copy_without(cls, old: Path, new: Path, table: str, ids: Collection[str]) -> int:
        """Copy a file without the rows of some articles."""
        csv.field_size_limit(_LARGEST_CELL)
        cells = {safe_cell(name) for name in ids}  # as they stand in the file, safe for spreadsheets
        place = [column.name for column in COLUMNS[table]].index(id_column(table))
        left_out = 0
        with old.open(encoding="utf-8", newline="") as lines, new.open("x", encoding="utf-8", newline="") as file:
            reader = csv.reader(lines)
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow(next(reader))
            for row in reader:
                if row[place] in cells:
                    left_out += 1
                else:
                    writer.writerow(row)
            finish(file)
        return left_out


class CsvFileForExcel(CsvFile):
    """The same with a byte order mark, without which Excel does not take it for UTF-8."""

    mark = "\ufeff"


def finish(file: IO[Any]) -> None:
    """Close a file that is whole, and have it outlast a loss of power."""
    file.flush()
    os.fsync(file.fileno())
    file.close()


def abandon(file: IO[Any]) -> None:
    """Close a file that will be removed."""
    with suppress(OSError, ValueError):  # a full disk takes no more at the end either
        file.close()
