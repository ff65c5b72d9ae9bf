"""Whole reports in frames and databases: the JSON of any report is of one type."""

import io
import json
from typing import Any

import pytest
from hypothesis import given

from partyreports import SCHEMA_VERSION, MeetingReport, parse
from shapes import articles, read_article, shipped_articles

pa: Any = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
arrow: Any = pytest.importorskip("partyreports.arrow")

NESTED = "Giao ban\n\nCác nhiệm vụ:\n1. Rà soát:\n1.1. Xã:\na) một;\nb) hai.\n1.2. Huyện.\n2. Báo cáo."
FLAT = "Giao ban\n\nCác nhiệm vụ:\n1. Rà soát.\n2. Báo cáo."


@pytest.fixture(scope="module")
def documents() -> list[dict[str, Any]]:
    texts = [FLAT, "", *map(read_article, shipped_articles()), NESTED]
    return [parse(text, id=str(number)).model_dump(mode="json") for number, text in enumerate(texts)]


def test_the_type_does_not_depend_on_the_depth_of_lists() -> None:
    flat, nested = (pa.Table.from_pylist(parse(text).model_dump(mode="json")["sections"]) for text in (FLAT, NESTED))
    kind = nested.schema.field("points").type
    assert flat.schema.field("points").type.value_type.names == kind.value_type.names
    assert "points" not in kind.value_type.names
    assert [point["parent"] for point in nested["points"][0].as_py()] == [None, 0, 1, 1, 0, None]


def test_the_schema_takes_every_report(documents: list[dict[str, Any]]) -> None:
    table = pa.Table.from_pylist(documents, schema=arrow.REPORT_SCHEMA)
    assert table.to_pylist() == documents  # no field is missing in the schema, and none has another type
    assert table.schema.metadata == {b"partyreports.schema_version": SCHEMA_VERSION.encode()}


@given(articles())
def test_the_schema_takes_any_report(text: str) -> None:
    document = parse(text).model_dump(mode="json")
    assert pa.Table.from_pylist([document], schema=arrow.REPORT_SCHEMA).to_pylist() == [document]


def test_polars(documents: list[dict[str, Any]]) -> None:
    polars: Any = pytest.importorskip("polars", reason="polars is not installed")
    schema = polars.from_arrow(arrow.REPORT_SCHEMA.empty_table()).schema
    assert polars.DataFrame(documents, schema=schema).to_dicts() == documents
    lines = "\n".join(map(json.dumps, documents)).encode()
    assert polars.read_ndjson(io.BytesIO(lines), schema=schema).to_dicts() == documents
    assert polars.read_ndjson(io.BytesIO(lines)).height == polars.DataFrame(documents).height == len(documents)


def test_duckdb(documents: list[dict[str, Any]], tmp_path: Any) -> None:
    duckdb: Any = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    for name, chosen in (("flat", documents[:1]), ("all", documents)):
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, chosen)), encoding="utf-8")
    query = "SELECT count(point) FROM (SELECT unnest(section.points) AS point FROM (SELECT unnest(sections) AS section FROM '{}'))"
    counts = [duckdb.sql(query.format(tmp_path / f"{name}.jsonl")).fetchall()[0][0] for name in ("flat", "all")]
    points = [
        sum(len(section["points"]) for one in chosen for section in one["sections"])
        for chosen in (documents[:1], documents)
    ]
    assert counts == points


def test_pandas(documents: list[dict[str, Any]]) -> None:
    pandas: Any = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = pandas.json_normalize(documents, ["sections", "points"], ["schema_version"])
    assert len(frame) == sum(len(section["points"]) for one in documents for section in one["sections"])
    assert set(frame.columns) >= {"parent", "number", "text", "marker.text"}


def test_json_comes_back_as_the_tree_that_it_was(documents: list[dict[str, Any]]) -> None:
    report = parse(NESTED)
    assert MeetingReport.model_validate_json(report.model_dump_json()) == report
    assert report.sections[0].points[0].points[0].points[1].text == "hai."
