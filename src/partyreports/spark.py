"""Articles of a Spark data frame as tables (extra `spark`).

Nothing here parses: `mapInArrow` hands every partition to `partyreports.arrow` as record batches, and Spark does the
rest: where the workers are, what is tried again, where rows go.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from partyreports.arrow import SCHEMAS, nested_schema, parse_nested
from partyreports.arrow.batches import check_columns, check_kept, check_tables, columns_handed_on, name_list
from partyreports.errors import MissingExtraError
from partyreports.parsing import MAX_LENGTH, vocabulary
from partyreports.text.lexicon import Lexicon, LexiconEntry
from partyreports.text.tokens import Tokenizer

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

__all__ = ["ParsedFrames", "parse"]


class ParsedFrames(Mapping[str, "DataFrame"]):
    """Data frames of Spark by the name of their table, all from one pass over the articles.

    Attributes:
        parsed: one row per article: the columns kept, and for each table an array of its rows.
    """

    def __init__(self, parsed: "DataFrame", frames: Mapping[str, "DataFrame"]) -> None:
        self.parsed = parsed
        self._frames = dict(frames)

    def __getitem__(self, table: str) -> "DataFrame":
        return self._frames[table]

    def __iter__(self) -> Iterator[str]:
        return iter(self._frames)

    def __len__(self) -> int:
        return len(self._frames)

    def unpersist(self) -> None:
        """Let go of the reports that Spark holds for the tables, once all are written."""
        self.parsed.unpersist()


def parse(  # noqa: PLR0913  (what the columns are called, and the arguments of `parse`)
    df: "DataFrame",
    *,
    text: str = "text",
    id: str | None = None,  # noqa: A002  (as in `parse_batches`)
    url: str | None = None,
    published: str | None = None,
    keep: Sequence[str] = (),
    tables: Sequence[str] = ("meetings", "points"),
    persist: bool = True,
    lexicon: Lexicon | Iterable[LexiconEntry | Mapping[str, Any]] | None = None,
    tokenizer: Tokenizer | None = None,
    max_length: int = MAX_LENGTH,
) -> ParsedFrames:
    """Parse the articles of a Spark data frame.

    Nothing is computed before a frame that is given back is written, counted or shown. A task that fails is tried
    again by Spark, and each article stands in the result once.

    Args:
        df: the articles, one per row.
        text: column of the texts.
        id: column of names, of any type; None takes the column `id` if there is one.
        url: column of addresses.
        published: column of dates of publication: dates, timestamps, or ISO 8601 in text.
        keep: columns that are handed on to every table.
        tables: the tables wanted. `meetings` is always made: it says which articles failed, and why.
        persist: have Spark keep what was parsed, in memory and on disk, until `unpersist()`, so that articles are
            parsed once for all tables. Without it every table that is written parses anew.
        lexicon: as for `parse`.
        tokenizer: as for `parse`; it must be picklable.
        max_length: as for `parse`.

    Returns:
        A data frame for `meetings` and each of the other tables.

    Raises:
        MissingExtraError: pyspark is not installed.
        InputTypeError: there is no such column or table, or a kept column has the name of one of a table's.
        LexiconError: an entry of `lexicon` does not validate.
    """
    try:
        from pyspark import StorageLevel  # noqa: PLC0415  (an optional dependency, and slow to import)
        from pyspark.sql import functions  # noqa: PLC0415
        from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415
        from pyspark.sql.types import StructType  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("data frames of Spark need pyspark: pip install 'partyreports[spark]'") from error

    names = tuple(dict.fromkeys(("meetings", *name_list(tables, "tables"))))
    kept = name_list(keep, "keep")
    source = id or ("id" if "id" in df.columns else None)
    wanted = [name for name in (text, source, url, published, *kept) if name is not None]
    check_columns(wanted, df.columns)
    check_tables(names)
    handed_on = columns_handed_on(source, url)
    check_kept(kept, SCHEMAS, ())
    for table in names:
        check_kept(kept, SCHEMAS[table].names, handed_on)

    read = partial(
        _parse_partition,
        text=text,
        id=source,
        url=url,
        published=published,
        keep=kept,
        tables=names,
        lexicon=None if lexicon is None else vocabulary(lexicon),
        tokenizer=tokenizer,
        max_length=max_length,
    )
    made = from_arrow_schema(nested_schema(names))
    schema = StructType([*(df.schema[name] for name in kept), *made.fields])
    parsed = df.select(*dict.fromkeys(wanted)).mapInArrow(read, schema)  # no other column need travel
    if persist and len(names) > 1:
        parsed = parsed.persist(StorageLevel.MEMORY_AND_DISK)
    frames = {
        table: parsed.select(*(name for name in kept if name not in SCHEMAS[table].names), functions.inline(table))
        for table in names
    }
    return ParsedFrames(parsed, frames)


def _parse_partition(batches: "Iterable[pa.RecordBatch]", **options: Any) -> "Iterator[pa.RecordBatch]":  # noqa: ANN401
    """In a worker: a function of this module, so that only its name travels there."""
    return parse_nested(batches, **options)
