"""Tables as data frames of the library that is installed."""

import importlib
from collections.abc import Callable, Iterable, Mapping
from types import ModuleType
from typing import Any

from pydantic import BaseModel

from partyreports.errors import InputTypeError, MissingExtraError
from partyreports.tabular.types import COLUMNS, Column, Kind


def to_frames(tables: Mapping[str, Iterable[BaseModel]], library: str | None) -> dict[str, Any]:
    """A data frame for each table, see `Tables.to_frames`."""
    if library is not None and library not in _MAKERS:
        raise InputTypeError("to_frames() makes frames of pandas or polars, not of {library!r}", library=library)
    module, make = _library(library)
    return {table: make(module, list(rows), COLUMNS[table]) for table, rows in tables.items()}


def _library(name: str | None) -> tuple[ModuleType, Callable[[ModuleType, list[BaseModel], tuple[Column, ...]], Any]]:
    for one in _MAKERS if name is None else (name,):
        try:
            return importlib.import_module(one), _MAKERS[one]
        except ImportError:
            continue
    wanted = name or "pandas or polars"
    raise MissingExtraError("data frames need {wanted}: pip install {library}", wanted=wanted, library=name or "pandas")


def _values(rows: list[BaseModel], column: Column) -> list[Any]:
    return [row.__dict__[column.name] for row in rows]


_POLARS = {
    Kind.TEXT: "String",
    Kind.WHOLE: "Int64",
    Kind.SHARE: "Float64",
    Kind.TRUTH: "Boolean",
    Kind.DATE: "Date",
}


def _polars_frame(polars: ModuleType, rows: list[BaseModel], columns: tuple[Column, ...]) -> Any:  # noqa: ANN401
    series = []
    for column in columns:
        if column.kind is Kind.TEXTS:
            values: list[Any] = [list(value) for value in _values(rows, column)]
            kind = polars.List(polars.String)
        else:
            values, kind = _values(rows, column), getattr(polars, _POLARS[column.kind])
        series.append(polars.Series(column.name, values, dtype=kind))
    return polars.DataFrame(series)


_PANDAS = {
    Kind.TEXT: "string",
    Kind.WHOLE: "Int64",
    Kind.SHARE: "Float64",
    Kind.TRUTH: "boolean",
    Kind.DATE: "datetime64[s]",  # of seconds, because nanoseconds end in 2262
    Kind.TEXTS: "object",
}


def _pandas_frame(pandas: ModuleType, rows: list[BaseModel], columns: tuple[Column, ...]) -> Any:  # noqa: ANN401
    return pandas.DataFrame(
        {column.name: pandas.Series(_values(rows, column), dtype=_PANDAS[column.kind]) for column in columns}
    )


_MAKERS = {"pandas": _pandas_frame, "polars": _polars_frame}
