"""JSON Lines (NDJSON): a record on each line."""

import codecs
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from partyreports.errors import InputFileError
from partyreports.inputs.files import opened
from partyreports.inputs.records import Row

_LONGEST_LINE = 64_000_000
"""Bytes: several times the longest text that is parsed, every character of it escaped."""
_LOOKED_AT = 100
"""Records that are looked at to see which fields there are."""


class JsonLines:
    """A file of JSON Lines; None is standard input, which can be read once."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def columns(self) -> tuple[str, ...]:
        """The fields of the first hundred records."""
        names: dict[str, None] = {}
        for row in islice(self.rows(), _LOOKED_AT):
            names.update(dict.fromkeys(row.values or ()))
        return tuple(names)

    def rows(self, names: Iterable[str] = ()) -> Iterator[Row]:  # noqa: ARG002  (a line is read whole)
        """The records; lines without any are passed over."""
        with opened(self._path) as file:
            number = 0
            while line := file.readline(_LONGEST_LINE):
                number += 1
                if len(line) == _LONGEST_LINE and not line.endswith(b"\n"):
                    _skip_line(file)
                    yield Row(number, None, InputFileError("a line of more than {most:,} bytes", most=_LONGEST_LINE))
                elif line := (line.removeprefix(codecs.BOM_UTF8) if number == 1 else line).strip():
                    yield _row(number, line)


def _skip_line(file: BinaryIO) -> None:
    while (rest := file.readline(1 << 20)) and not rest.endswith(b"\n"):
        pass


def _row(number: int, line: bytes) -> Row:
    try:
        values = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        byte = f"0x{line[error.start]:02x}"
        problem = InputFileError("not UTF-8 (byte {byte} at {place:,} of the line)", byte=byte, place=error.start)
    except json.JSONDecodeError as error:
        place = error.pos + 1
        problem = InputFileError("not JSON ({reason}: character {place:,})", reason=error.msg, place=place)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits; thousands of brackets
        problem = InputFileError("JSON that cannot be read ({reason})", reason=error)
    else:
        if isinstance(values, dict):
            return Row(number, values)
        problem = InputFileError("no JSON object but {kind}", kind=type(values).__name__)
    return Row(number, None, problem)
