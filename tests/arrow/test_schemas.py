"""The Arrow schemas: fixed, versioned, kept by Parquet."""

from pathlib import Path
from typing import Any

import pytest

from partyreports import TABLES_VERSION, MeetingReport, parse, parse_many, tables
from partyreports.tabular.types import COLUMNS
from shapes import read_article, shipped_articles

pa: Any = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
arrow: Any = pytest.importorskip("partyreports.arrow")


@pytest.fixture(scope="module")
def reports() -> list[MeetingReport]:
    return [parse(read_article(path), id=path.name) for path in shipped_articles()]


def test_tables_are_of_the_schemas_whatever_is_in_them(reports: list[MeetingReport]) -> None:
    for given in (reports, reports[:1], [], [parse("")], tables(reports)):
        made = arrow.tables(given)
        assert list(made) == list(arrow.SCHEMAS) == list(COLUMNS)
        for name, table in made.items():
            assert table.schema.equals(arrow.SCHEMAS[name], check_metadata=True)
            table.validate(full=True)


def test_tables_hold_the_rows(reports: list[MeetingReport]) -> None:
    made, rows = arrow.tables(reports), tables(reports)
    for name, table in made.items():
        plain = [
            {key: list(v) if isinstance(v, tuple) else v for key, v in row.model_dump().items()} for row in rows[name]
        ]
        assert table.to_pylist() == plain


def test_failures_are_rows() -> None:
    made = arrow.tables(parse_many(["Họp báo", None]))  # type: ignore[list-item]
    assert made["meetings"]["error"].is_valid().to_pylist() == [False, True]


def test_metadata_name_the_table_its_version_and_the_columns() -> None:
    for name, schema in arrow.SCHEMAS.items():
        assert schema.metadata == {
            b"partyreports.table": name.encode(),
            b"partyreports.tables_version": TABLES_VERSION.encode(),
        }
        assert [field.metadata[b"description"].decode() for field in schema] == [one.about for one in COLUMNS[name]]


def test_parquet_keeps_schema_and_version(reports: list[MeetingReport], tmp_path: Path) -> None:
    parquet: Any = pytest.importorskip("pyarrow.parquet")
    for name, table in arrow.tables(reports).items():
        parquet.write_table(table, tmp_path / name)
        schema = parquet.read_schema(tmp_path / name)
        assert schema.equals(arrow.SCHEMAS[name])
        assert schema.metadata == arrow.SCHEMAS[name].metadata
        assert parquet.read_table(tmp_path / name).equals(table)


def test_lone_surrogates_do_not_stop_a_table() -> None:
    report = parse("Họp báo \ud800 tháng 5", id="a\udcff.txt")
    assert arrow.tables([report])["meetings"].select(["id", "title"]).to_pylist() == [
        {"id": "a\ufffd.txt", "title": "Họp báo \ufffd tháng 5"}
    ]
