"""What the columns of a table hold: the types that every reader of tables knows, from the row models."""

import datetime
from enum import Enum
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from partyreports.tabular.rows import ROWS


class Kind(Enum):
    """What one value of a column is."""

    TEXT = "text"
    WHOLE = "whole"
    """A whole number of 64 bits."""
    SHARE = "share"
    """A floating-point number."""
    TRUTH = "truth"
    DATE = "date"
    TEXTS = "texts"
    """A list of texts."""


class Column(NamedTuple):
    """One column of a table."""

    name: str
    kind: Kind
    can_be_null: bool
    about: str


_KINDS: dict[Any, Kind] = {
    str: Kind.TEXT,
    int: Kind.WHOLE,
    float: Kind.SHARE,
    bool: Kind.TRUTH,
    datetime.date: Kind.DATE,
    tuple[str, ...]: Kind.TEXTS,
}


def _columns_of(model: type[BaseModel]) -> tuple[Column, ...]:
    return tuple(
        Column(name, _KINDS[_without_none(info.annotation)], _takes_none(info.annotation), info.description or "")
        for name, info in model.model_fields.items()
    )


def _without_none(annotation: Any) -> Any:  # noqa: ANN401
    if get_origin(annotation) is Annotated:
        return _without_none(get_args(annotation)[0])
    if _takes_none(annotation):
        (kind,) = (arg for arg in get_args(annotation) if arg is not type(None))
        return kind
    return annotation


def _takes_none(annotation: Any) -> bool:  # noqa: ANN401
    return get_origin(annotation) in (Union, UnionType) and type(None) in get_args(annotation)


COLUMNS: dict[str, tuple[Column, ...]] = {table: _columns_of(model) for table, model in ROWS.items()}
"""The columns of each table, in order."""
