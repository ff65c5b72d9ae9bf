"""Record batches of articles in, record batches of rows out: the shape that engines call functions in."""

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pyarrow as pa

from partyreports.arrow.schemas import SCHEMAS, nested_schema
from partyreports.batch.items import Options, ParseFailure, ParseInput, parse_item
from partyreports.errors import InputTypeError
from partyreports.models import MeetingReport
from partyreports.parsing import MAX_LENGTH, vocabulary
from partyreports.tabular.making import rows_of
from partyreports.text.lexicon import Lexicon, LexiconEntry
from partyreports.text.tokens import Tokenizer

_AT_ONCE = 256
"""Articles whose rows make one batch: few enough to hold, enough for the batch to cost nothing."""


def parse_batches(  # noqa: PLR0913  (what the columns are called, and the arguments of `parse`)
    batches: Iterable[pa.RecordBatch],
    *,
    text: str = "text",
    id: str | None = None,  # noqa: A002  (the public name of what it names)
    url: str | None = None,
    published: str | None = None,
    keep: Sequence[str] = (),
    table: str = "meetings",
    report_json: bool = False,
    lexicon: Lexicon | Iterable[LexiconEntry | Mapping[str, Any]] | None = None,
    tokenizer: Tokenizer | None = None,
    max_length: int = MAX_LENGTH,
) -> Iterator[pa.RecordBatch]:
    """Parse the articles of record batches, and give the rows of one table in record batches.

    This is the shape in which engines call a function of partitions (`mapInArrow` of Spark, `map_batches` of Ray
    Data). Both ends are lazy; the rows of some hundred articles are held at a time.

    No article is lost: a text that is null, of a wrong type or too long, or a date of publication that is none, gives
    one row with its `error`, in whatever table, beside what is kept.

    Args:
        batches: the articles, one per row.
        text: column of the texts.
        id: column of names, of any type; None takes the column `id` if there is one.
        url: column of addresses.
        published: column of dates of publication: dates, timestamps (their day as it stands), ISO 8601 in text.
        keep: columns that are handed on, in front of the table's own; of an article with several rows, in each.
        table: the table that is made: meetings, points, persons, citations or notes.
        report_json: add the column `report_json` to `meetings`, the whole report as JSON.
        lexicon: as for `parse`.
        tokenizer: as for `parse`.
        max_length: as for `parse`.

    Yields:
        Batches of one schema: the columns kept, those of `SCHEMAS[table]`, `error` if the table has none of its own,
        and `report_json` if asked for. An empty batch gives an empty one.

    Raises:
        InputTypeError: there is no such column or table, `batches` holds something else, or a kept column has the
            name of one of the table's (but for those that `id` and `url` name, which the table hands on itself).
        LexiconError: an entry of `lexicon` does not validate.

    >>> import pyarrow as pa
    >>> articles = pa.record_batch({"id": [7, 8], "text": ["Họp báo tháng 5", None]})
    >>> for batch in parse_batches([articles]):
    ...     print(batch.select(["id", "title"]).to_pylist(), batch["error"][1])
    [{'id': '7', 'title': 'Họp báo tháng 5'}, {'id': '8', 'title': None}] InputTypeError: the text is null
    """
    check_tables([table])
    if report_json and table != "meetings":
        raise InputTypeError("report_json=True adds a column to meetings, not to {table}", table=table)
    options = Options(vocabulary(lexicon), tokenizer, max_length)
    columns = _Columns(text, id, url, published, name_list(keep, "keep"))
    return _parsed(_checked(batches), columns, _flat(table, report_json=report_json), options)


def parse_nested(  # noqa: PLR0913
    batches: Iterable[pa.RecordBatch],
    *,
    text: str = "text",
    id: str | None = None,  # noqa: A002
    url: str | None = None,
    published: str | None = None,
    keep: Sequence[str] = (),
    tables: Sequence[str] = ("meetings", "points"),
    lexicon: Lexicon | Iterable[LexiconEntry | Mapping[str, Any]] | None = None,
    tokenizer: Tokenizer | None = None,
    max_length: int = MAX_LENGTH,
) -> Iterator[pa.RecordBatch]:
    r"""Parse the articles of record batches once for several tables, and give one row per article.

    Args:
        batches: the articles, one per row.
        text: as for `parse_batches`, like all arguments but `tables`.
        id: likewise.
        url: likewise.
        published: likewise.
        keep: likewise.
        tables: the tables that are made.
        lexicon: as for `parse`.
        tokenizer: as for `parse`.
        max_length: as for `parse`.

    Yields:
        Batches with the columns kept, and for each table a column of its name that holds the list of its rows, to be
        unnested. The list of `meetings` holds one row, which says the `error` of an article that failed.

    Raises:
        InputTypeError: as for `parse_batches`.
        LexiconError: an entry of `lexicon` does not validate.

    >>> import pyarrow as pa
    >>> articles = pa.record_batch({"text": ["Giao ban\n\nCác việc:\n1. Rà soát.\n2. Báo cáo."]})
    >>> (batch,) = parse_nested([articles])
    >>> [point["text"] for point in batch["points"][0].as_py()]
    ['Rà soát.', 'Báo cáo.']
    """
    names = name_list(tables, "tables")
    check_tables(names)
    options = Options(vocabulary(lexicon), tokenizer, max_length)
    columns = _Columns(text, id, url, published, name_list(keep, "keep"))
    return _parsed(_checked(batches), columns, _nested(names), options)


# --- what may be given


def check_tables(names: Iterable[str]) -> None:
    """Refuse what is no name of a table."""
    for name in names:
        if name not in SCHEMAS:
            raise InputTypeError(
                "there is no table {name!r}; the tables are {known}", name=name, known=", ".join(SCHEMAS)
            )


def check_columns(wanted: Iterable[str | None], columns: Sequence[str]) -> None:
    """Refuse a name that is not that of exactly one column."""
    for name in wanted:
        if name is not None and columns.count(name) != 1:
            raise InputTypeError(
                "no column, or several, of the name {name!r} in: {columns}", name=name, columns=", ".join(columns)
            )


def check_kept(keep: Iterable[str], made: Collection[str], handed_on: Collection[str]) -> None:
    """Refuse to keep a column that is called like one of the result, but for those that the result hands on itself."""
    for name in keep:
        if name in made and name not in handed_on:
            raise InputTypeError(
                "keep: a column of the result is called {name!r} too; rename the one to keep", name=name
            )


def columns_handed_on(id_column: str | None, url_column: str | None) -> set[str]:
    """Columns of articles that stand in `meetings` under their own names."""
    return {own for own, name in (("id", id_column), ("url", url_column)) if name == own}


def name_list(names: Sequence[str], argument: str) -> tuple[str, ...]:
    """Names as they are given in a list; one name alone would be taken for its letters."""
    if isinstance(names, str):
        raise InputTypeError(
            "{argument}= takes names in a list, not one str: {argument}=[{names!r}]", argument=argument, names=names
        )
    return tuple(names)


def _checked(batches: object) -> Iterator[pa.RecordBatch]:
    if isinstance(batches, pa.Table):
        return iter(batches.to_batches() or [pa.RecordBatch.from_pylist([], schema=batches.schema)])
    if isinstance(batches, pa.RecordBatch) or not isinstance(batches, Iterable):
        raise InputTypeError(
            "batches are given as an iterable of pyarrow.RecordBatch, not {kind}", kind=type(batches).__name__
        )
    return iter(batches)


class _Columns(NamedTuple):
    """What the columns of the batches mean."""

    text: str
    id: str | None
    url: str | None
    published: str | None
    keep: tuple[str, ...]

    def of(self, schema: pa.Schema) -> "_Columns":
        """The same for batches of this schema."""
        columns = self._replace(id="id") if self.id is None and "id" in schema.names else self
        wanted = (columns.text, columns.id, columns.url, columns.published, *columns.keep)
        check_columns(wanted, schema.names)
        return columns

    def kept(self, schema: pa.Schema, made: Collection[str]) -> list[pa.Field]:
        """The columns to hand on beside those that are made."""
        handed_on = columns_handed_on(self.id, self.url)
        check_kept(self.keep, made, handed_on)
        return [schema.field(name) for name in self.keep if name not in made]


# --- from articles to results


def _results(batch: pa.RecordBatch, columns: _Columns, options: Options) -> Iterator[MeetingReport | ParseFailure]:
    nothing = [None] * batch.num_rows
    texts, ids, urls, dates = (
        nothing if name is None else batch.column(name).to_pylist()
        for name in (columns.text, columns.id, columns.url, columns.published)
    )
    for index, (text, name, url, date) in enumerate(zip(texts, ids, urls, dates, strict=True)):
        id_ = None if name is None else str(name)
        if text is None:
            yield ParseFailure(index, InputTypeError.__name__, "the text is null", id_)
            continue
        try:
            published = _date(date)
        except ValueError:
            message = f"the date of publication, {str(date)!r}, is no date of ISO 8601"
            yield ParseFailure(index, InputTypeError.__name__, message, id_)
            continue
        yield parse_item(index, ParseInput(text, id_, None if url is None else str(url), published), options)


def _date(value: object) -> datetime.date | None:
    if isinstance(value, str):
        return datetime.datetime.fromisoformat(value.strip()).date()
    if isinstance(value, datetime.datetime):
        return value.date()
    if value is None or isinstance(value, datetime.date):
        return value
    raise ValueError("no date")


# --- from results to batches


class _Made(NamedTuple):
    """What is made of results: which columns, and how."""

    fields: list[pa.Field]
    metadata: Mapping[bytes, bytes]
    make: Callable[[Iterable[MeetingReport | ParseFailure]], tuple[list[int], list[pa.Array]]]
    """From results to the number of the result that each row comes from, and the columns."""


def _parsed(
    batches: Iterator[pa.RecordBatch], columns: _Columns, made: _Made, options: Options
) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        if not isinstance(batch, pa.RecordBatch):
            raise InputTypeError("batches are of the type pyarrow.RecordBatch, not {kind}", kind=type(batch).__name__)
        given = columns.of(batch.schema)
        kept = given.kept(batch.schema, [field.name for field in made.fields])
        schema = pa.schema([*kept, *made.fields], metadata=made.metadata)
        for start in range(0, max(batch.num_rows, 1), _AT_ONCE):
            part = batch.slice(start, _AT_ONCE)
            origins, arrays = made.make(_results(part, given, options))
            rows = pa.array(origins, pa.int64())
            handed_on = [part.column(field.name).take(rows) for field in kept]
            yield pa.RecordBatch.from_arrays([*handed_on, *arrays], schema=schema)


def _flat(table: str, *, report_json: bool) -> _Made:
    """One table, row by row."""
    fields = list(SCHEMAS[table])
    if table != "meetings":
        fields.append(pa.field("error", pa.string(), metadata={"description": "Why there is no report."}))
    if report_json:
        fields.append(pa.field("report_json", pa.string(), metadata={"description": "The whole report as JSON."}))

    def rows_of_one(result: MeetingReport | ParseFailure) -> list[dict[str, Any]]:
        if isinstance(result, ParseFailure) and table != "meetings":
            return [{"meeting_id": result.id, "error": f"{result.error}: {result.message}"}]
        rows = [row.__dict__ for row in rows_of(result, tables=[table])[table]]
        if report_json and isinstance(result, MeetingReport):
            rows = [row | {"report_json": result.model_dump_json()} for row in rows]
        return rows

    def make(results: Iterable[MeetingReport | ParseFailure]) -> tuple[list[int], list[pa.Array]]:
        origins: list[int] = []
        rows: list[dict[str, Any]] = []
        for number, result in enumerate(results):
            one = rows_of_one(result)
            rows += one
            origins += [number] * len(one)
        return origins, [pa.array([row.get(field.name) for row in rows], field.type) for field in fields]

    return _Made(fields, SCHEMAS[table].metadata, make)


def _nested(tables: tuple[str, ...]) -> _Made:
    """One row per article, with a list of rows for each table."""
    schema = nested_schema(tables)

    def make(results: Iterable[MeetingReport | ParseFailure]) -> tuple[list[int], list[pa.Array]]:
        lists: dict[str, list[list[dict[str, Any]]]] = {table: [] for table in tables}
        count = 0
        for result in results:
            count += 1
            for table, rows in rows_of(result, tables=tables).items():
                lists[table].append([row.__dict__ for row in rows])
        return list(range(count)), [pa.array(lists[field.name], field.type) for field in schema]

    return _Made(list(schema), schema.metadata, make)
