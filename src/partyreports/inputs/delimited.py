"""CSV and its sisters with semicolons (as spreadsheets write where the comma is the decimal sign) and tabs."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from partyreports.errors import InputFileError
from partyreports.inputs.files import name_of, opened
from partyreports.inputs.records import Row

_DELIMITERS = (",", ";", "\t")
_LARGEST_CELL = 20_000_000
"""Characters: more than the longest text that is parsed."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Delimited:
    """A CSV file whose first line names its columns; None is standard input, which can be read once."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def columns(self) -> tuple[str, ...]:
        """The cells of the first line, which is split at what gives the most of them."""
        with opened(self._path) as file:
            return self._head(_lines(file))[0]

    def rows(self, names: Iterable[str] = ()) -> Iterator[Row]:  # noqa: ARG002  (a line is read whole)
        """The records; `number` is the line at which one begins, for cells may hold line ends."""
        csv.field_size_limit(_LARGEST_CELL)
        with opened(self._path) as file:
            lines = _lines(file)
            head, delimiter = self._head(lines)
            # Strict, so that a quotation mark without its partner is told, and does not swallow what follows.
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            while True:
                number = reader.line_num + 2
                try:
                    cells = next(reader, None)
                except csv.Error as error:
                    yield Row(number, None, _problem(error))
                    continue
                if cells is None:
                    return
                if cells:
                    yield _row(number, head, cells)

    def _head(self, lines: Iterator[str]) -> tuple[tuple[str, ...], str]:
        line = next(lines, "").removeprefix("\ufeff")
        try:
            heads = [(tuple(next(csv.reader([line], delimiter=one), [])), one) for one in _DELIMITERS]
        except csv.Error as error:
            raise InputFileError("{path}: not CSV ({reason})", path=name_of(self._path), reason=error) from error
        return max(heads, key=lambda head: len(head[0]))


def _problem(error: csv.Error) -> InputFileError:
    if str(error) == "unexpected end of data":
        return InputFileError("a quotation mark is opened and not closed; all that follows was taken for one cell")
    return InputFileError("not CSV ({reason})", reason=error)


def _lines(file: BinaryIO) -> Iterator[str]:
    """The lines with their ends; bytes that are not UTF-8 become lone surrogates, which are found in the cells."""
    # A gzip file has no `peek` that mypy knows of, but one it has.
    encoding = "utf-16" if file.peek(2)[:2] in _UTF_16 else "utf-8"  # type: ignore[attr-defined]
    text = io.TextIOWrapper(file, encoding, "surrogateescape", newline="")
    try:
        while line := text.readline(_LARGEST_CELL):
            yield line
    except UnicodeError as error:
        raise InputFileError("not UTF-16 ({reason})", reason=error) from error
    finally:
        text.detach()


def _row(number: int, head: tuple[str, ...], cells: list[str]) -> Row:
    if len(cells) != len(head):
        problem = InputFileError(
            "{cells:,} cells, where the first line names {columns:,} columns", cells=len(cells), columns=len(head)
        )
        return Row(number, None, problem)
    for name, cell in zip(head, cells, strict=True):
        if not cell.isascii() and any("\udc80" <= char <= "\udcff" for char in cell):
            return Row(number, None, InputFileError("{field!r} is not UTF-8", field=name))
    return Row(number, dict(zip(head, cells, strict=True)))
