"""Parquet, read by pyarrow a few rows at a time."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from partyreports.errors import InputFileError, MissingExtraError
from partyreports.inputs.files import name_of
from partyreports.inputs.records import Moment, Row
from partyreports.language import reason_of

_AT_A_TIME = 64
"""Rows: as many articles as are on their way to the processes anyway."""

_DAMAGE = (OSError, ValueError, NotImplementedError)
"""What pyarrow raises where a file is damaged, or holds what it does not know."""

_NO_VALUE = (*_DAMAGE, OverflowError)
"""What it raises besides where a value cannot be one of Python's."""


class Parquet:
    """A Parquet file. It must be a file: its description stands at its end."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def columns(self) -> tuple[str, ...]:
        """The columns."""
        with self._file() as file:
            return tuple(file.schema_arrow.names)

    def rows(self, names: Iterable[str] = ()) -> Iterator[Row]:
        """The records; of a group of rows that is damaged, those up to the damage."""
        with self._file() as file:
            wanted = [name for name in names if name in file.schema_arrow.names]
            first = 1
            for group in range(file.num_row_groups):
                last = first + file.metadata.row_group(group).num_rows - 1
                number = first
                try:
                    for batch in file.iter_batches(_AT_A_TIME, row_groups=[group], columns=wanted, use_threads=False):
                        yield from _rows(batch, number)
                        number += batch.num_rows
                except _DAMAGE as error:
                    problem = InputFileError(
                        "damaged: rows {first:,} to {last:,} cannot be read ({reason})",
                        first=number,
                        last=last,
                        reason=_one_line(error),
                    )
                    yield Row(number, None, problem)
                first = last + 1

    def _file(self) -> Any:  # noqa: ANN401  (pyarrow has no types)
        name = name_of(self._path)
        if self._path is None:
            raise InputFileError("{path}: Parquet is read from files only", path=name)
        parquet = _pyarrow()
        try:
            # Without a buffer, all columns of a group of rows would be held in memory as they are stored.
            return parquet.ParquetFile(self._path, buffer_size=1 << 20, pre_buffer=False)
        except _DAMAGE as error:
            if isinstance(error, OSError) and error.strerror:
                raise InputFileError("{path}: {reason}", path=name, reason=reason_of(error)) from error
            raise InputFileError(
                "{path}: no Parquet file, or a damaged one ({reason})", path=name, reason=_one_line(error)
            ) from error


def _rows(batch: Any, first: int) -> Iterator[Row]:  # noqa: ANN401
    """The records of a batch. Only if one of them has a value that Python cannot have, they are read one by one."""
    try:
        yield from [Row(number, values) for number, values in enumerate(batch.to_pylist(), first)]
    except _NO_VALUE:
        for place in range(batch.num_rows):
            yield _row(batch.slice(place, 1), first + place)


def _row(batch: Any, number: int) -> Row:  # noqa: ANN401
    """The only record of a batch, or what is wrong with it."""
    try:
        return Row(number, {name: _value(batch.column(name)) for name in batch.schema.names})
    except _NO_VALUE as error:
        return Row(number, None, InputFileError("damaged: the row cannot be read ({reason})", reason=_one_line(error)))


def _value(column: Any) -> object:  # noqa: ANN401
    """The only value of a column.

    Text that is not UTF-8 is given as bytes. Dates and times that Python cannot have are given as they are written.
    """
    import pyarrow as pa  # noqa: PLC0415  (an optional dependency)

    try:
        return column.to_pylist()[0]
    except _NO_VALUE:
        if pa.types.is_dictionary(column.type):
            column = column.dictionary_decode()
        if pa.types.is_timestamp(column.type) and column.type.tz is not None:
            # In UTC, as the time zone may be unknown here; and with no zone, or pyarrow does not see what is too far.
            written = str(column.cast(pa.timestamp(column.type.unit)).cast(pa.string())[0])
            return Moment(written if written.startswith("<") else f"{written}Z")
        if pa.types.is_temporal(column.type):
            return Moment(str(column.cast(pa.string())[0]))
        return column.cast(pa.binary()).to_pylist()[0]


def _pyarrow() -> ModuleType:
    try:
        import pyarrow.parquet  # noqa: PLC0415  (an optional dependency)
    except ImportError as error:
        raise MissingExtraError("Parquet needs pyarrow: pip install 'partyreports[arrow]'") from error
    parquet: ModuleType = pyarrow.parquet
    return parquet


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
