"""Parquet files of rows (extra `arrow`)."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
from pyarrow import compute, parquet
from pydantic import BaseModel

from partyreports.archive.formats import RowFile, abandon, finish, id_column
from partyreports.arrow import SCHEMAS

_ROW_GROUP = 16_000_000
"""Bytes in memory that make a group of rows."""
_COMPRESSION = "zstd"


class ParquetFile(RowFile):
    """A file with the schema of `partyreports.arrow.SCHEMAS`."""

    suffix = ".parquet"

    def __init__(self, path: Path, table: str) -> None:
        self._schema = SCHEMAS[table]
        self._batches: list[pa.RecordBatch] = []
        self._size = 0
        self._file = path.open("xb")
        self._writer = parquet.ParquetWriter(self._file, self._schema, compression=_COMPRESSION)

    def write(self, rows: Sequence[BaseModel]) -> None:
        """Add rows."""
        values = [row.__dict__ for row in rows]
        columns = [pa.array([row[field.name] for row in values], field.type) for field in self._schema]
        batch = pa.RecordBatch.from_arrays(columns, schema=self._schema)
        self._batches.append(batch)
        self._size += batch.nbytes
        if self._size > _ROW_GROUP:
            self._write_group()

    def _write_group(self) -> None:
        batches, self._batches, self._size = self._batches, [], 0
        if batches:
            self._writer.write_table(pa.Table.from_batches(batches))

    def close(self) -> None:
        """Write what is left."""
        self._write_group()
        self._writer.close()
        finish(self._file)

    def abandon(self) -> None:
        """Close the file as it is."""
        with suppress(OSError, ValueError):
            self._writer.close()
        abandon(self._file)

    @classmethod
    def copy_without(cls, old: Path, new: Path, table: str, ids: Collection[str]) -> int:
        """Copy a file without the rows of some articles."""
        unwanted = pa.array(list(ids), pa.string())
        left_out = 0
        with (
            parquet.ParquetFile(old) as source,
            new.open("xb") as file,
            parquet.ParquetWriter(file, source.schema_arrow, compression=_COMPRESSION) as writer,
        ):
            for group in range(source.num_row_groups):
                rows = source.read_row_group(group)
                kept = rows.filter(compute.invert(compute.is_in(rows[id_column(table)], value_set=unwanted)))
                left_out += rows.num_rows - kept.num_rows
                if kept.num_rows:
                    writer.write_table(kept)
            writer.close()
            finish(file)
        return left_out
