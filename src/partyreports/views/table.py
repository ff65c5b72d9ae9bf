"""The report as flat records: one row per point, for data frames and spreadsheets."""

import csv
import io
from collections.abc import Iterable, Iterator

from partyreports.facts import Point, ReportFacts, SectionRole
from partyreports.views.characters import escaped
from partyreports.views.wording import role_of_nested

COLUMNS = (
    "report_id",
    "title",
    "date",
    "section",
    "role",
    "path",
    "level",
    "number",
    "marker",
    "style",
    "text",
    "start",
    "end",
)
Row = dict[str, str | int | None]


def to_rows(report: ReportFacts, report_id: str | None = None) -> list[Row]:
    """One record per point, nested ones after their parents.

    Args:
        report: what `parse` gave.
        report_id: name of the report in the rows; if None the name that the caller gave to the article, or else
            the first 12 digits of the text's SHA-256.

    Returns:
        Mappings with the keys of `COLUMNS`. `section` counts from 1; `role` of a nested point is what its own
        introduction says, or that of its parent; `path` is the printed numbers from the outermost point inward
        (“2.1”), with the place of a point that has no number (“2.#1”); `start` and `end` are offsets of the point's
        text.
    """
    name = (report.source.id or report.source.sha256[:12]) if report_id is None else report_id
    rows: list[Row] = []
    for number, section in enumerate(report.sections, 1):
        common: Row = {
            "report_id": name,
            "title": report.title.text if report.title else None,
            "date": report.meeting.date.value.isoformat() if report.meeting.date else None,
            "section": number,
        }
        rows += _rows(section.points, section.role, common, "", 0)
    return rows


def _rows(points: tuple[Point, ...], role: SectionRole, common: Row, parent: str, level: int) -> Iterator[Row]:
    for place, point in enumerate(points, 1):
        path = parent + (f"#{place}" if point.number is None else str(point.number))
        yield {
            **common,
            "role": role.value,
            "path": path,
            "level": level,
            "number": point.number,
            "marker": point.marker.text,
            "style": point.style.value,
            "text": point.text,
            "start": point.text_span.start,
            "end": point.text_span.end,
        }
        yield from _rows(point.points, role_of_nested(point, role), common, f"{path}.", level + 1)


def to_csv(rows: Iterable[Row], *, header: bool = True) -> str:
    r"""Rows as CSV that can be opened anywhere.

    Cells that a spreadsheet would take for formulas get a leading `'`; control characters, marks of direction and
    other format characters are written out (`\x1b`).

    Args:
        rows: what `to_rows` gave.
        header: whether to begin with the names of the columns.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    if header:
        writer.writeheader()
    for row in rows:
        writer.writerow({key: _cell(value) for key, value in row.items()})
    return out.getvalue()


def _cell(value: str | int | None) -> str | int | None:
    if isinstance(value, str):
        value = escaped(value)
        if value.lstrip(" \u00a0")[:1] in {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"} or value[:1] in {
            "\t",
            "\r",
        }:
            return "'" + value
    return value
