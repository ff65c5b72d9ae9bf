"""Tables as data frames: each column of its type, also where there is nothing in it."""

import datetime
import importlib
import sys
from typing import Any

import pytest

from partyreports import InputTypeError, MissingExtraError, Tables, parse, tables
from partyreports.tabular.types import COLUMNS

TEXT = """Giao ban tháng 6
02/06/2021 | 1.204

Sáng 1-6, đồng chí Trần Minh Khuê, Trưởng Ban, chủ trì hội nghị giao ban.

Hội nghị đề ra 2 nhiệm vụ:
1. Rà soát hồ sơ.
2. Báo cáo kết quả.
"""


def made() -> Tables:
    return tables(
        [parse(TEXT, id="a"), parse("Họp báo", id="b"), parse("Giao ban\n\nSáng 26-12, họp giao ban.", id="c")]
    )


def test_polars() -> None:
    polars: Any = pytest.importorskip("polars", reason="polars is not installed")
    frames, empty = made().to_frames("polars"), Tables().to_frames("polars")
    for table, columns in COLUMNS.items():
        assert frames[table].schema == empty[table].schema
        assert frames[table].columns == [column.name for column in columns]
    meetings = frames["meetings"]
    assert meetings.schema["date"] == polars.Date
    assert meetings.schema["chairs"] == polars.List(polars.String)
    assert meetings["date"].to_list() == [datetime.date(2021, 6, 1), None, None]
    assert meetings["month"].to_list() == [6, None, 12]
    assert meetings["chairs"].to_list() == [["Trần Minh Khuê"], [], []]
    assert frames["points"]["path"].to_list() == ["s1.1", "s1.2"]


def test_pandas() -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    frames, empty = made().to_frames("pandas"), Tables().to_frames("pandas")
    for table, columns in COLUMNS.items():
        assert list(frames[table].dtypes) == list(empty[table].dtypes)
        assert list(frames[table].columns) == [column.name for column in columns]
    meetings = frames["meetings"]
    assert meetings["date"].dt.year.tolist()[0] == 2021
    assert meetings["date"].isna().tolist() == [False, True, True]
    assert meetings["month"].dtype == "Int64"
    assert meetings["month"].fillna(0).tolist() == [6, 0, 12]
    assert meetings["chairs"].tolist() == [("Trần Minh Khuê",), (), ()]
    joined = frames["points"].merge(meetings, left_on="meeting_id", right_on="id", suffixes=("", "_of_meeting"))
    assert joined["date"].notna().all()


def test_dates_of_any_year_fit() -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    reports = [parse("Họp báo", published=datetime.date(year, 1, 1)) for year in (1, 1677, 2263, 9999)]
    assert tables(reports).to_frames("pandas")["meetings"]["published"].dt.year.tolist() == [1, 1677, 2263, 9999]


def test_the_library_that_is_installed_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("polars", reason="polars is not installed")
    monkeypatch.setitem(sys.modules, "pandas", None)  # as if it were not installed
    assert type(made().to_frames()["notes"]).__module__.startswith("polars")
    with pytest.raises(MissingExtraError, match="pip install pandas"):
        made().to_frames("pandas")
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MissingExtraError, match="pandas or polars"):
        made().to_frames()


def test_pandas_comes_first() -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    assert isinstance(made().to_frames()["notes"], pandas.DataFrame)


def test_no_other_library() -> None:
    with pytest.raises(InputTypeError, match="dask"):
        made().to_frames("dask")  # type: ignore[arg-type]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_nothing_is_imported_before_it_is_asked_for(library: str) -> None:
    module = importlib.import_module("partyreports.tabular.frames")
    assert library not in vars(module)
