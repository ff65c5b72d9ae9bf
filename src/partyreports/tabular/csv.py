"""A table as CSV that can be opened anywhere."""

import csv
import datetime
import io
from collections.abc import Iterable

from pydantic import BaseModel

from partyreports.tabular.types import COLUMNS
from partyreports.views.characters import escaped

_Cell = str | int | float | datetime.date | tuple[str, ...] | None
_BETWEEN = "; "
_BEGINS_FORMULA = frozenset("=+-@\t\r＝＋－＠")


def to_csv(table: str, rows: Iterable[BaseModel], *, header: bool = True) -> str:
    r"""Rows of one table as CSV.

    Dates are ISO 8601, truths `true` and `false`, the members of a list are parted by `; `, and null is an empty cell.
    Of texts, those that a spreadsheet would take for formulas get a leading `'`, and control characters, marks of
    direction and other format characters are written out (`\x1b`).

    Args:
        table: name of the table: meetings, points, persons, citations or notes.
        rows: its rows.
        header: whether to begin with the names of the columns.

    >>> from partyreports import parse
    >>> print(to_csv("notes", parse("", id="a1").tables().notes).splitlines()[1])
    a1,1,empty-text,The text is empty or blank.,,
    """
    names = [column.name for column in COLUMNS[table]]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    if header:
        writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row.__dict__[name]) for name in names])
    return out.getvalue()


def _cell(value: _Cell) -> str | int | float | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, tuple):
        value = _BETWEEN.join(value)
    return safe_cell(value) if isinstance(value, str) else value


def safe_cell(text: str) -> str:
    r"""A text as it stands in a cell.

    >>> print(safe_cell("=1+1"), safe_cell("a\x1bb"))
    '=1+1 a\x1bb
    """
    text = escaped(text)
    # With the marks in front left out, so that no two texts stand in the same way: “=a”, “'=a”.
    bare = text.lstrip("'")
    if bare[:1] in _BEGINS_FORMULA or bare.lstrip(" \u00a0")[:1] in _BEGINS_FORMULA:
        return "'" + text
    return text
