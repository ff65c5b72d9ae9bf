"""The Arrow schema of each table, and tables of it."""

from collections.abc import Iterable, Mapping
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import pyarrow as pa
from pydantic import BaseModel

from partyreports.batch.items import ParseFailure
from partyreports.facts import SCHEMA_VERSION, ListedPoint, NoteValue, Point
from partyreports.models import MeetingReport
from partyreports.tabular.rows import TABLES_VERSION
from partyreports.tabular.tables import Tables, tables as tables_of
from partyreports.tabular.types import COLUMNS, Column, Kind

_TYPES = {
    Kind.TEXT: pa.string(),
    Kind.WHOLE: pa.int64(),
    Kind.SHARE: pa.float64(),
    Kind.TRUTH: pa.bool_(),
    Kind.DATE: pa.date32(),
    Kind.TEXTS: pa.list_(pa.string()),
}


def _field(column: Column) -> pa.Field:
    return pa.field(column.name, _TYPES[column.kind], metadata={"description": column.about})


def _schema(table: str) -> pa.Schema:
    metadata = {"partyreports.table": table, "partyreports.tables_version": TABLES_VERSION}
    return pa.schema([_field(column) for column in COLUMNS[table]], metadata=metadata)


SCHEMAS: Mapping[str, pa.Schema] = {table: _schema(table) for table in COLUMNS}
"""The schema of each table. Its metadata hold `partyreports.table` and `partyreports.tables_version`, which changes
whenever a schema does; the metadata of a field hold its `description`."""


def nested_schema(names: Iterable[str]) -> pa.Schema:
    """The columns of `parse_nested`: for each of these tables the list of an article's rows.

    Args:
        names: names of tables, keys of `SCHEMAS`.

    >>> nested_schema(["meetings", "points"]).names
    ['meetings', 'points']
    """
    version = {"partyreports.tables_version": TABLES_VERSION}
    return pa.schema([pa.field(name, pa.list_(pa.struct(list(SCHEMAS[name])))) for name in names], metadata=version)


def tables(reports: Iterable[MeetingReport | ParseFailure] | Tables) -> dict[str, pa.Table]:
    """The reports as Arrow tables.

    Args:
        reports: what `parse` or `parse_many` gave, or the `Tables` made of it. All rows are held in memory: give an
            archive in parts.

    Returns:
        A table for each name in `SCHEMAS`, of exactly that schema.

    Raises:
        InputTypeError: `reports` is one report, or holds something else.

    >>> from partyreports import parse
    >>> made = tables([parse("Họp báo tháng 5", id="a1")])
    >>> made["meetings"].select(["id", "title", "n_points"]).to_pylist()
    [{'id': 'a1', 'title': 'Họp báo tháng 5', 'n_points': 0}]
    >>> made["points"].schema.equals(SCHEMAS["points"], check_metadata=True)
    True
    """
    made = reports if isinstance(reports, Tables) else tables_of(reports)
    return {
        table: pa.Table.from_pylist([row.__dict__ for row in rows], schema=SCHEMAS[table])
        for table, rows in made.items()
    }


# --- whole reports


def _type_of(annotation: Any) -> pa.DataType:  # noqa: ANN401
    """The type of a field as JSON holds it, where dates and names of kinds are texts."""
    if annotation is Point:
        return _type_of(ListedPoint)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Mapping:
        return pa.list_(_type_of(NoteValue))
    if origin is tuple:
        return pa.list_(_type_of(arguments[0]))
    if origin in (Annotated, Union, UnionType):
        return _type_of(arguments[0])
    if issubclass(annotation, BaseModel):
        return pa.struct([(name, _type_of(info.annotation)) for name, info in annotation.model_fields.items()])
    return {bool: pa.bool_(), int: pa.int64()}.get(annotation, pa.string())


REPORT_SCHEMA: pa.Schema = pa.schema(
    _type_of(MeetingReport).fields, metadata={"partyreports.schema_version": SCHEMA_VERSION}
)
"""The schema of whole reports as JSON holds them (`model_dump(mode="json")`, JSON Lines), for readers that would else
guess it from the reports at hand. Its metadata give `partyreports.schema_version`."""
