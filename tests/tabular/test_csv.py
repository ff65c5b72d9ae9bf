"""CSV that every reader takes as it is meant."""

import csv
import datetime
import io
from typing import Any

import pytest

from partyreports import Tables, parse, tables
from partyreports.tabular.csv import to_csv
from partyreports.tabular.types import COLUMNS

TEXT = """Giao ban tháng 6
02/06/2021 | 1.204

Sáng 1-6, đồng chí Trần Minh Khuê, Trưởng Ban, Ủy viên Ban Thường vụ, chủ trì hội nghị giao ban.

Hội nghị đề ra 2 nhiệm vụ:
1. Rà soát:
1.1. =1+1;
1.2. +xã.
2. Báo cáo kết quả.
"""


@pytest.fixture(scope="module")
def made() -> Tables:
    return tables([parse(TEXT, id="2015/a.txt"), parse("Giao ban\n\nSáng 26-12, họp giao ban.", id="=b")])


def read(table: str, made: Tables) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(table, made[table]))))


def test_dates_truths_lists_and_null(made: Tables) -> None:
    first, second = read("meetings", made)
    assert (first["date"], first["month"], first["is_meeting_report"]) == ("2021-06-01", "6", "true")
    assert (second["date"], second["year"], second["month"], second["day"]) == ("", "", "12", "26")
    assert read("persons", made)[0]["positions"] == "Trưởng Ban; Ủy viên Ban Thường vụ"


def test_no_cell_of_text_is_a_formula(made: Tables) -> None:
    assert [row["text"][:3] for row in read("points", made)][1:3] == ["'=1", "'+x"]
    assert read("meetings", made)[1]["id"] == "'=b"


def test_the_header_is_the_columns_and_can_be_left_out(made: Tables) -> None:
    for table, columns in COLUMNS.items():
        assert to_csv(table, []) == ",".join(column.name for column in columns) + "\r\n"
        assert to_csv(table, made[table], header=False) == to_csv(table, made[table])[len(to_csv(table, [])) :]


def test_polars_reads_paths_as_text_and_dates_as_dates(made: Tables) -> None:
    polars: Any = pytest.importorskip("polars", reason="polars is not installed")
    points = polars.read_csv(io.StringIO(to_csv("points", made.points)))
    assert points["path"].to_list() == ["s1.1", "s1.1.1", "s1.1.2", "s1.2"]
    meetings = polars.read_csv(io.StringIO(to_csv("meetings", made.meetings)), try_parse_dates=True)
    assert meetings["date"].to_list() == [datetime.date(2021, 6, 1), None]


def test_pandas_reads_paths_as_text_and_dates_as_dates(made: Tables) -> None:
    pandas: Any = pytest.importorskip("pandas", reason="pandas is not installed")
    points = pandas.read_csv(io.StringIO(to_csv("points", made.points)))
    assert points["path"].tolist() == ["s1.1", "s1.1.1", "s1.1.2", "s1.2"]
    meetings = pandas.read_csv(io.StringIO(to_csv("meetings", made.meetings)), parse_dates=["date"])
    assert meetings["date"].dt.month.tolist()[0] == 6


def test_duckdb_reads_paths_as_text_and_dates_as_dates(made: Tables, tmp_path: Any) -> None:
    duckdb: Any = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    for table in ("points", "meetings"):
        (tmp_path / f"{table}.csv").write_text(to_csv(table, made[table]), encoding="utf-8")
    paths = duckdb.sql(f"SELECT path, end_offset FROM '{tmp_path}/points.csv'").fetchall()
    assert [path for path, _ in paths] == ["s1.1", "s1.1.1", "s1.1.2", "s1.2"]
    dates = duckdb.sql(f"SELECT date FROM '{tmp_path}/meetings.csv'").fetchall()
    assert dates == [(datetime.date(2021, 6, 1),), (None,)]
