"""The report as flat records: one row per point, for data frames and spreadsheets."""

import csv
import io
from collections.abc import Iterable, Iterator

from partyreports.facts import Point, ReportFacts

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
        report_id: name of the report in the rows; the first 12 digits of the text's SHA-256 if None.

    Returns:
        Mappings with the keys of `COLUMNS`. `section` counts from 1, `path` is the printed numbers from
        the outermost point inward (“2.1”), `start` and `end` are offsets of the point's text.
    """
    name = report.source.sha256[:12] if report_id is None else report_id
    return [
        row
        for index, section in enumerate(report.sections, 1)
        for point in section.points
        for row in _rows(report, name, index, section.role.value, point, "")
    ]


def _rows(report: ReportFacts, name: str, section: int, role: str, point: Point, parent: str) -> Iterator[Row]:
    path = f"{parent}{point.number}"
    yield {
        "report_id": name,
        "title": report.title.text if report.title else None,
        "date": report.meeting.date.value.isoformat() if report.meeting.date else None,
        "section": section,
        "role": role,
        "path": path,
        "level": path.count("."),
        "number": point.number,
        "marker": point.marker.text,
        "style": point.style.value,
        "text": point.text,
        "start": point.text_span.start,
        "end": point.text_span.end,
    }
    for child in point.points:
        yield from _rows(report, name, section, role, child, f"{path}.")


def to_csv(rows: Iterable[Row], *, header: bool = True) -> str:
    """Rows as CSV that a spreadsheet reads as text: cells that it would take for formulas get a leading `'`."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    if header:
        writer.writeheader()
    for row in rows:
        writer.writerow({key: _cell(value) for key, value in row.items()})
    return out.getvalue()


def _cell(value: str | int | None) -> str | int | None:
    if isinstance(value, str):
        value = value.encode("utf-8", "replace").decode("utf-8")
        if value.lstrip(" \u00a0")[:1] in {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"} or value[:1] in {
            "\t",
            "\r",
        }:
            return "'" + value
    return value
