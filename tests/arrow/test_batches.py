"""Record batches in, record batches out: every article once, whatever is wrong with it."""

import datetime
import json
from typing import Any

import pytest
from hypothesis import given, strategies as st

from partyreports import InputTypeError, LexiconError, MeetingReport, parse, tables
from shapes import ROOT, articles, read_article

pa: Any = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
arrow: Any = pytest.importorskip("partyreports.arrow")

TEXTS = [read_article(path) for path in sorted(ROOT.glob("examples/*.txt"))]


def rows_of(batches: Any, **options: Any) -> list[dict[str, Any]]:
    return [row for batch in arrow.parse_batches(batches, **options) for row in batch.to_pylist()]


def plain(row: Any) -> dict[str, Any]:
    return {key: list(v) if isinstance(v, tuple) else v for key, v in row.model_dump().items()}


@pytest.mark.parametrize("table", ["meetings", "points", "persons", "citations", "notes"])
def test_the_rows_are_those_of_the_reports(table: str) -> None:
    batch = pa.record_batch({"name": ["a", "b", "c", "d"], "body": TEXTS, "n": [1, 2, 3, 4]})
    made = rows_of([batch.slice(0, 1), batch.slice(1)], text="body", id="name", keep=["n"], table=table)
    expected = tables(parse(text, id=name) for text, name in zip(TEXTS, "abcd", strict=True))[table]
    for row in made:
        assert row.pop("n") == "abcd".index(row["id" if table == "meetings" else "meeting_id"]) + 1
        assert (row["error"] if table == "meetings" else row.pop("error")) is None
    assert made == [plain(row) for row in expected]


def test_nested_is_the_same_in_one_row_per_article() -> None:
    batch = pa.record_batch({"id": ["a", "b", "c", "d", "e"], "text": [*TEXTS, None], "n": [1, 2, 3, 4, 5]})
    (out,) = arrow.parse_nested([batch], keep=["n"], tables=("meetings", "points", "notes"))
    assert out.schema.names == ["n", "meetings", "points", "notes"]
    for table in ("meetings", "points", "notes"):
        flat = rows_of([batch.slice(0, 4)], table=table)
        if table != "meetings":
            flat = [{key: value for key, value in row.items() if key != "error"} for row in flat]
        assert [row for rows in out[table].to_pylist()[:4] for row in rows] == flat
    last = out.slice(4).to_pylist()[0]
    assert (last["n"], len(last["meetings"]), last["points"], last["notes"]) == (5, 1, [], [])
    assert last["meetings"][0]["error"] == "InputTypeError: the text is null"


@pytest.mark.parametrize("table", ["meetings", "points", "persons", "citations", "notes"])
def test_no_article_is_lost(table: str) -> None:
    batch = pa.record_batch(
        {
            "key": [1, 2, 3, 4, 5],
            "text": [None, TEXTS[0], "x" * 5000, TEXTS[1], TEXTS[1]],
            "published": ["2021-01-02", None, None, "02/06/2021", "2021-06-02T08:00:00+07:00"],
        }
    )
    made = rows_of([batch], id="key", keep=["key"], published="published", table=table, max_length=4000)
    errors = {row["key"]: row["error"] for row in made if row["error"] is not None}
    assert errors == {
        1: "InputTypeError: the text is null",
        3: "TextTooLongError: the text has 5,000 characters; the limit is 4,000 (raise max_length to allow it)",
        4: "InputTypeError: the date of publication, '02/06/2021', is no date of ISO 8601",
    }
    assert [row["key"] for row in made if row["error"] is not None] == [1, 3, 4]  # once each
    assert {row["id" if table == "meetings" else "meeting_id"] for row in made if row["error"]} == {"1", "3", "4"}


def test_texts_of_every_arrow_type() -> None:
    kinds = [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())]
    for kind in kinds:
        (row,) = rows_of([pa.record_batch({"text": pa.array([TEXTS[1]]).cast(kind)})])
        assert row["title"] == "Giao ban trực tuyến ngành Văn thư - Lưu trữ 5 tháng đầu năm 2023"
    (row,) = rows_of([pa.record_batch({"text": pa.array([b"abc"])})])
    assert "str, not bytes" in row["error"]
    (row,) = rows_of([pa.record_batch({"text": pa.array([7])})])
    assert "str, not int" in row["error"]


def test_dates_of_publication_of_every_type() -> None:
    days = [datetime.date(2021, 6, 2), datetime.datetime(2021, 6, 2, 8, 0)]  # noqa: DTZ001
    for kind, value in [(pa.date32(), days[0]), (pa.timestamp("us"), days[1]), (pa.string(), "2021-06-02")]:
        batch = pa.record_batch({"text": ["Họp báo"], "day": pa.array([value], kind)})
        assert rows_of([batch], published="day")[0]["published"] == datetime.date(2021, 6, 2)


def test_json_of_the_whole_report() -> None:
    batch = pa.record_batch({"id": ["a", "b"], "text": [TEXTS[0], None]})
    first, second = rows_of([batch], report_json=True)
    assert MeetingReport.model_validate_json(first["report_json"]) == parse(TEXTS[0], id="a")
    assert json.loads(first["report_json"])["source"]["id"] == "a"
    assert second["report_json"] is None


def test_batches_are_lazy_and_small() -> None:
    drawn: list[int] = []

    def batches() -> Any:
        for number in range(100):
            drawn.append(number)
            yield pa.record_batch({"text": ["Họp báo"] * 600})

    made = arrow.parse_batches(batches())
    assert drawn == []
    first = next(made)
    assert (drawn, first.num_rows <= 256) == ([0], True)


def test_an_empty_batch_gives_an_empty_one_of_the_same_schema() -> None:
    batch = pa.record_batch({"id": ["a"], "text": ["Họp báo"], "n": pa.array([1], pa.int8())})
    for options in ({"table": "points"}, {"report_json": True}, {}):
        full, empty = (list(arrow.parse_batches([one], keep=["n"], **options)) for one in (batch, batch.slice(0, 0)))
        assert (full[0].schema, empty[0].num_rows) == (empty[0].schema, 0)
        (of_table,) = arrow.parse_batches(pa.Table.from_batches([batch.slice(0, 0)]), keep=["n"], **options)
        assert of_table.schema == full[0].schema
    assert list(arrow.parse_batches([])) == []
    assert rows_of([batch.slice(0, 0), batch])[0]["id"] == "a"


def test_a_table_and_a_reader_are_batches_too() -> None:
    table = pa.table({"text": ["Họp báo", "Giao ban"]})
    assert len(rows_of(table)) == len(rows_of(table.to_reader())) == 2


def test_own_words_are_read() -> None:
    entry = {"id": "section.task.viec_gap", "forms": ["việc gấp"], "example": "Huyện có ba việc gấp:"}
    batch = pa.record_batch({"text": ["Thông báo\n\nBa việc gấp trong tuần:\n1. Rà soát\n2. Sửa\n3. Báo cáo"]})
    assert {row["role"] for row in rows_of([batch], table="points", lexicon=[entry])} == {"task"}
    with pytest.raises(LexiconError):
        arrow.parse_batches([batch], lexicon=[{"id": "x"}])


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ({"text": "body"}, "'body' in: id, text, title"),
        ({"id": "key"}, "'key'"),
        ({"published": "day"}, "'day'"),
        ({"keep": ["note"]}, "'note'"),
        ({"keep": ["title"]}, "rename"),
        ({"keep": "id"}, "list"),
        ({"table": "rows"}, "meetings, points, persons, citations, notes"),
        ({"table": "points", "report_json": True}, "report_json"),
    ],
)
def test_misuse_names_what_is_wrong(options: dict[str, Any], complaint: str) -> None:
    batch = pa.record_batch({"id": ["a"], "text": ["Họp báo"], "title": ["b"]})
    with pytest.raises(InputTypeError, match=complaint):
        list(arrow.parse_batches([batch], **options))


@pytest.mark.parametrize("batches", [None, 7, [7], [{"text": "a"}], pa.record_batch({"text": ["a"]})], ids=repr)
def test_what_is_no_batch_is_refused(batches: object) -> None:
    with pytest.raises(InputTypeError, match="RecordBatch"):
        list(arrow.parse_batches(batches))


def test_two_columns_of_one_name_are_refused() -> None:
    batch = pa.RecordBatch.from_arrays([pa.array(["a"]), pa.array(["b"])], names=["text", "text"])
    with pytest.raises(InputTypeError, match="several"):
        list(arrow.parse_batches([batch]))


@given(st.lists(st.one_of(st.none(), articles()), max_size=4))
def test_any_articles_give_a_row_each(texts: list[str | None]) -> None:
    texts = [None if text is None else text.encode("utf-8", "replace").decode() for text in texts]
    batch = pa.record_batch({"text": pa.array(texts, pa.string())})
    made = rows_of([batch])
    assert [row["error"] is None for row in made] == [text is not None for text in texts]
