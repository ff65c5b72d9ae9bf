"""Reports as five tables."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from partyreports.errors import InputTypeError
from partyreports.facts import ReportFacts
from partyreports.tabular.frames import to_frames
from partyreports.tabular.making import Failure, rows_of
from partyreports.tabular.rows import ROWS, CitationRow, MeetingRow, NoteRow, PersonRow, PointRow


@dataclass(slots=True)
class Tables(Mapping[str, list[Any]]):
    r"""The rows of some reports, table by table; a mapping from the names of the tables to their rows.

    Attributes:
        meetings: one row per article.
        points: one row per point of a list.
        persons: one row per person who chairs or is named as attending.
        citations: one row per document cited.
        notes: one row per note.

    >>> from partyreports import parse
    >>> tables = parse("Tin\n\nCác việc:\n1. Rà soát.\n2. Báo cáo.", id="a1").tables()
    >>> {name: len(rows) for name, rows in tables.items()}
    {'meetings': 1, 'points': 2, 'persons': 0, 'citations': 0, 'notes': 1}
    >>> tables.points[1].meeting_id, tables.points[1].path, tables["points"][1].text
    ('a1', 's1.2', 'Báo cáo.')
    """

    meetings: list[MeetingRow] = field(default_factory=list)
    points: list[PointRow] = field(default_factory=list)
    persons: list[PersonRow] = field(default_factory=list)
    citations: list[CitationRow] = field(default_factory=list)
    notes: list[NoteRow] = field(default_factory=list)

    def __getitem__(self, table: str) -> list[Any]:
        if table not in ROWS:
            raise KeyError(table)
        rows: list[Any] = getattr(self, table)
        return rows

    def __iter__(self) -> Iterator[str]:
        return iter(ROWS)

    def __len__(self) -> int:
        return len(ROWS)

    def add(self, result: ReportFacts | Failure, *, id: str | None = None, path: str | None = None) -> None:  # noqa: A002
        """Add the rows of one report.

        Args:
            result: the report, or the `ParseFailure` in its place, which gives a row of `meetings` with its `error`.
            id: name of the article in the tables; None takes `report.source.id`, or one made of the text's digest.
            path: file that it was read from.

        Raises:
            InputTypeError: `result` is neither.

        >>> from partyreports import parse
        >>> made = Tables()
        >>> made.add(parse("Họp báo tháng 5"), id="a1")
        >>> made.meetings[0].id
        'a1'
        """
        if not isinstance(result, ReportFacts) and not hasattr(result, "message"):
            raise InputTypeError("tables are made of reports, not of {kind}", kind=type(result).__name__)
        for table, rows in rows_of(result, id=id, path=path).items():
            self[table].extend(rows)

    def to_frames(self, library: Literal["pandas", "polars"] | None = None) -> dict[str, Any]:
        """The tables as data frames, each column with the type that it always has.

        Args:
            library: `pandas` or `polars`; None takes pandas, or polars where only that is installed.

        Returns:
            A `pandas.DataFrame` or a `polars.DataFrame` for the name of each table.

        Raises:
            MissingExtraError: the library is not installed.
            InputTypeError: `library` is another name.

        >>> from partyreports import parse
        >>> frames = parse("Họp báo tháng 5", id="a1").tables().to_frames("polars")
        >>> frames["meetings"].select("id", "date", "n_points").rows()
        [('a1', None, 0)]
        """
        return to_frames(self, library)


def tables(reports: Iterable[ReportFacts | Failure]) -> Tables:
    """The rows of reports in five tables.

    All rows are held in memory, some 10 KB per article: for archives larger than that see `partyreports.arrow`.

    Args:
        reports: what `parse` or `parse_many` gave, in any iterable; a `ParseFailure` gives a row of `meetings` with
            its `error`.

    Returns:
        The tables. Where two articles have one id, the rows of both stand under it.

    Raises:
        InputTypeError: `reports` is one report, or holds something else.

    >>> from partyreports import parse_many, tables
    >>> made = tables(parse_many(["Họp báo tháng 5", None]))
    >>> [(row.title, row.error and row.error[:15]) for row in made.meetings]
    [('Họp báo tháng 5', None), (None, 'InputTypeError:')]
    """
    if isinstance(reports, ReportFacts | Tables | str | bytes) or not isinstance(reports, Iterable):
        raise InputTypeError(
            "tables() takes an iterable of reports, not one {kind}; of one report: report.tables()",
            kind=type(reports).__name__,
        )
    made = Tables()
    for report in reports:
        made.add(report)
    return made
