"""Articles that are records of JSON Lines, CSV and Parquet: what is read of them, and what bad records get."""

import datetime
import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from partyreports.inputs.articles import Article, Unread
from partyreports.inputs.reading import Inputs, Kind, Reading
from partyreports.inputs.records import Fields

Records = list[dict[str, Any]]
DAY = datetime.date(2023, 6, 5)


def write_jsonl(path: Path, records: Records) -> None:
    path.write_text("".join(json.dumps(one) + "\n" for one in records), "utf-8")


def write_csv(path: Path, records: Records, delimiter: str = ",", encoding: str = "utf-8") -> None:
    lines = [list(records[0]), *(["" if cell is None else str(cell) for cell in one.values()] for one in records)]
    quoted = [delimiter.join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines]
    path.write_bytes("".join(f"{line}\r\n" for line in quoted).encode(encoding))


def write_parquet(path: Path, records: Records) -> None:
    pq.write_table(pa.Table.from_pylist(records), path)


WRITERS: dict[str, Callable[[Path, Records], None]] = {
    "a.jsonl": write_jsonl,
    "a.ndjson": write_jsonl,
    "a.csv": write_csv,
    "a.tsv": lambda path, records: write_csv(path, records, "\t"),
    "excel.csv": lambda path, records: write_csv(path, records, ";", "utf-8-sig"),
    "unicode.csv": lambda path, records: write_csv(path, records, "\t", "utf-16"),
    "a.parquet": write_parquet,
}


def read(path: Path, reading: Reading = Reading()) -> tuple[list[Article], list[str]]:  # noqa: B008
    """The articles, and what is said of the others."""
    found = list(Inputs([path], reading))
    return (
        [one for one in found if isinstance(one, Article)],
        [str(one.problem).removeprefix(f"{path.parent}/") for one in found if isinstance(one, Unread)],
    )


@pytest.mark.parametrize("name", WRITERS)
def test_text_id_address_and_date_are_read(tmp_path: Path, name: str) -> None:
    text = 'Giao ban "tháng 5", ngày\n2; 3\n\n1. Rà soát'
    records: Records = [
        {"id": "2023/117", "text": text, "url": "https://a.vn/1", "published": "2023-06-05"},
        {"id": None, "text": "Họp báo", "url": None, "published": None},
    ]
    WRITERS[name](tmp_path / name, records)
    (first, second), told = read(tmp_path / name)
    assert told == []
    path = str(tmp_path / name)
    assert first == Article(
        f"{path}:{first.name.rpartition(':')[2]}", "2023/117", text, path, DAY, "https://a.vn/1", path
    )
    number = second.name.rpartition(":")[2]
    assert (second.id, second.text, second.url, second.published) == (f"{name}:{number}", "Họp báo", None, None)
    assert number == {"jsonl": "2", "ndjson": "2", "parquet": "2"}.get(name.rpartition(".")[2], "6")


@pytest.mark.parametrize("name", WRITERS)
def test_fields_of_other_names_must_be_there(tmp_path: Path, name: str) -> None:
    WRITERS[name](tmp_path / name, [{"so": 7, "body": "Họp báo", "ngay": "5/6/2023"}])
    wanted = Reading(Fields("body", "so", None, "ngay"))
    assert Inputs([tmp_path / name], wanted).misuse() is None
    ((article,), told) = read(tmp_path / name, wanted)
    assert (article.id, article.published, told) == ("7", DAY, [])
    for fields, missing in ((Fields(), "text"), (Fields("body", url="link"), "link")):
        assert str(Inputs([tmp_path / name], Reading(fields)).misuse()) == (
            f"{tmp_path / name}: there is no field {missing!r}; there are: so, body, ngay"
        )


def test_broken_lines_cost_themselves(tmp_path: Path) -> None:
    lines: list[bytes] = [
        b'\xef\xbb\xbf{"text": "mot"}',
        b"",
        b"{broken",
        b'{"text": "h\xe1i"}',
        b"[1]",
        b'{"text": null, "id": "n"}',
        b'{"text": 5}',
        b'{"title": "x", "body": "y"}',
        b'{"text": "x", "id": {"a": 1}}',
        b"[" * 100_000,
        b'{"text": "x", "published": "hom qua"}',
        b'{"text": "hai", "id": 12}',
    ]
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(lines))
    articles, told = read(tmp_path / "a.jsonl")
    assert [(one.id, one.text) for one in articles] == [("a.jsonl:1", "mot"), ("a.jsonl:11", "x"), ("12", "hai")]
    assert [note.message for note in articles[1].notes] == [
        "“hom qua” is no date of publication that is known here (2023-06-05, 5/6/2023)."
    ]
    assert [message[:40] for message in told] == [
        message[:40]
        for message in (
            "a.jsonl:3: not JSON (Expecting property name enclosed in double quotes: character 2)",
            "a.jsonl:4: not UTF-8 (byte 0xe1 at 11 of the line)",
            "a.jsonl:5: no JSON object but list",
            "a.jsonl:6: 'text' is null, not text",
            "a.jsonl:7: 'text' is int, not text",
            "a.jsonl:8: there is no field 'text'; there are: title, body",
            "a.jsonl:9: 'id' is dict, which is no id",
            "a.jsonl:10: JSON that cannot be read (maximum recursion depth exceeded)",
        )
    ]


def test_a_line_without_end_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("partyreports.inputs.jsonl._LONGEST_LINE", 50)
    (tmp_path / "a.jsonl").write_text('{"text": "a"}\n{"text": "' + "b" * 500 + '"}\n{"text": "c"}\n', "utf-8")
    articles, told = read(tmp_path / "a.jsonl")
    assert [one.text for one in articles] == ["a", "c"]
    assert told == ["a.jsonl:2: a line of more than 50 bytes"]


def test_broken_rows_of_csv_cost_themselves(tmp_path: Path) -> None:
    rows = [
        b"id,text",
        b"1,mot",
        b"2",
        b"3,ba,ba",
        b'4,"bon"x',
        b"5,n\xe1m",
        b'6,"sau',
        b'con sau"',
        b"",
        b'7,"khong het',
    ]
    (tmp_path / "a.csv").write_bytes(b"\r\n".join(rows))
    articles, told = read(tmp_path / "a.csv")
    assert [(one.id, one.text) for one in articles] == [("1", "mot"), ("6", "sau\r\ncon sau")]
    assert [message.partition(" (")[0] for message in told] == [
        "a.csv:3: 1 cells, where the first line names 2 columns",
        "a.csv:4: 3 cells, where the first line names 2 columns",
        "a.csv:5: not CSV",
        "a.csv:6: 'text' is not UTF-8",
        "a.csv:10: a quotation mark is opened and not closed; all that follows was taken for one cell",
    ]


def test_a_damaged_parquet_file_is_told_and_what_is_whole_is_read(tmp_path: Path) -> None:
    (tmp_path / "no.parquet").write_bytes(b"PAR1 nothing")
    articles, told = read(tmp_path / "no.parquet")
    assert (articles, len(told)) == ([], 1)
    assert told[0].startswith("no.parquet: no Parquet file, or a damaged one")
    assert Inputs([tmp_path / "no.parquet"]).misuse() is None

    table = pa.table({"text": [f"Họp báo {i}" for i in range(300)]})
    pq.write_table(table, tmp_path / "a.parquet", row_group_size=100, use_dictionary=False, compression="gzip")
    data = bytearray((tmp_path / "a.parquet").read_bytes())
    column = pq.read_metadata(tmp_path / "a.parquet").row_group(1).column(0)
    middle = column.data_page_offset + column.total_compressed_size // 2
    data[middle : middle + 40] = b"\xff" * 40
    (tmp_path / "a.parquet").write_bytes(data)
    articles, told = read(tmp_path / "a.parquet")
    assert [one.text for one in articles] == [f"Họp báo {i}" for i in (*range(100), *range(200, 300))]
    assert (len(told), told[0].partition(" (")[0]) == (
        1,
        "a.parquet:101: damaged: rows 101 to 200 cannot be read",
    )


def test_types_of_parquet(tmp_path: Path) -> None:
    moment = datetime.datetime(2023, 6, 4, 20, 0, tzinfo=datetime.UTC)  # the next day in Vietnam
    table = pa.table(
        {
            "id": pa.array([1, 2, 3], pa.int64()),
            "text": pa.array(["Họp báo".encode(), b"h\xe1i", None], pa.binary()),
            "published": pa.array([moment] * 3, pa.timestamp("us", "UTC")),
        }
    )
    pq.write_table(table, tmp_path / "a.parquet")
    ((article,), told) = read(tmp_path / "a.parquet")
    assert (article.id, article.text, article.published) == ("1", "Họp báo", DAY)
    assert told == ["a.parquet:2: 'text' is not UTF-8 (byte 1)", "a.parquet:3: 'text' is null, not text"]


@pytest.mark.parametrize(
    "dates",
    [
        pa.array([10**15, 0], pa.timestamp("s")),
        pa.array([10**15, 0], pa.timestamp("s", "Asia/Ho_Chi_Minh")),
        # A year that is 65,536 years after 2023.
        pa.array([65_536 * 31_556_952 + 1_685_923_200, 0], pa.timestamp("s", "UTC")),
        pa.array([253_402_300_800, 0], pa.timestamp("s")),
        pa.array([10**9, 0], pa.date32()),
        pa.array([3_000_000, 0], pa.date32()),
    ],
    ids=["seconds", "zone", "year of 17 bits", "year 10000", "days", "year 10183"],
)
def test_a_date_of_parquet_that_is_out_of_range_is_left_out(tmp_path: Path, dates: pa.Array) -> None:
    pq.write_table(pa.table({"text": ["Họp", "Giao ban"], "published": dates}), tmp_path / "a.parquet")
    articles, told = read(tmp_path / "a.parquet")
    assert told == []
    assert [(one.text, one.published) for one in articles] == [
        ("Họp", None),
        ("Giao ban", datetime.date(1970, 1, 1)),
    ]
    assert [[note.code for note in one.notes] for one in articles] == [["published-unknown"], []]


def test_a_date_out_of_range_is_no_text_and_no_id(tmp_path: Path) -> None:
    dates = pa.array([10**9], pa.date32())
    pq.write_table(pa.table({"text": dates}), tmp_path / "a.parquet")
    assert read(tmp_path / "a.parquet") == ([], ["a.parquet:1: 'text' is Moment, not text"])
    pq.write_table(pa.table({"text": ["Họp"], "id": dates}), tmp_path / "a.parquet")
    assert read(tmp_path / "a.parquet") == ([], ["a.parquet:1: 'id' is Moment, which is no id"])


def test_a_row_of_parquet_that_cannot_be_read_costs_itself(tmp_path: Path) -> None:
    lists = pa.array([[10**9], [1]], pa.list_(pa.date32()))
    pq.write_table(pa.table({"text": ["Họp", "Giao ban"], "url": lists}), tmp_path / "a.parquet")
    articles, told = read(tmp_path / "a.parquet")
    assert [one.text for one in articles] == ["Giao ban"]
    assert (len(told), told[0].partition(" (")[0]) == (1, "a.parquet:1: damaged: the row cannot be read")


@pytest.mark.parametrize("pandas", ["with", "without"])
@pytest.mark.parametrize("zone", [None, "UTC", "Nowhere/Town"])
def test_nanoseconds_of_parquet_need_no_pandas(tmp_path: Path, pandas: str, zone: str | None) -> None:
    before_midnight = 1_685_923_199_999_999_001  # 4 June in UTC, 5 June in Vietnam
    dates = pa.array([before_midnight], pa.timestamp("ns", zone))
    pq.write_table(pa.table({"text": ["Họp"], "published": dates}), tmp_path / "a.parquet")
    if pandas == "without":
        (tmp_path / "pandas.py").write_text("raise ImportError", "utf-8")
    program = (
        "import sys; from pathlib import Path; from partyreports.inputs.reading import Inputs\n"
        "(one,) = Inputs([Path(sys.argv[1])]); print(one.published, one.notes)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "a.parquet")],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])},
    )
    assert done.stdout == f"2023-06-0{4 if zone is None else 5} ()\n"


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.dictionary(pa.int32(), pa.string())], ids=str)
@pytest.mark.parametrize("field", ["text", "id", "url", "published"])
def test_parquet_that_is_not_utf8_costs_its_rows(tmp_path: Path, kind: pa.DataType, field: str) -> None:
    count, bad = 150, {3, 70, 149}
    # Written unseen: pyarrow does not look whether bytes that are said to be text are UTF-8.
    cells = pa.array([b"h\xe1i" if i in bad else f"2023-06-05 {i}".encode() for i in range(count)], pa.binary())
    plain = kind.value_type if pa.types.is_dictionary(kind) else kind
    column = cells.cast(plain, safe=False) if plain == kind else _unchecked(cells).dictionary_encode()
    others = {"text": [f"Họp {i}" for i in range(count)], "published": ["2023-06-05"] * count}
    pq.write_table(pa.table(others | {field: column}), tmp_path / "a.parquet", row_group_size=100)
    articles, told = read(tmp_path / "a.parquet")
    if field == "published":
        assert (len(articles), told) == (count, [])
        assert {i for i, one in enumerate(articles) if one.published is None and one.notes} == bad
    else:
        assert len(articles) == count - len(bad)
        assert [line.split(":")[1] for line in told] == ["4", "71", "150"]
        assert all(repr(field) in line for line in told)


def _unchecked(cells: pa.Array) -> pa.Array:
    return pa.Array.from_buffers(pa.string(), len(cells), cells.buffers())


def test_packed_files_and_files_of_other_names(tmp_path: Path) -> None:
    packed = gzip.compress(b'{"text": "mot"}\n' * 3)
    (tmp_path / "a.jsonl.gz").write_bytes(packed)
    assert [one.id for one in read(tmp_path / "a.jsonl.gz")[0]] == [f"a.jsonl.gz:{i}" for i in (1, 2, 3)]
    (tmp_path / "cut.jsonl.gz").write_bytes(packed[:-9])
    _, told = read(tmp_path / "cut.jsonl.gz")
    assert len(told) == 1
    assert "cut.jsonl.gz: a damaged gzip file" in told[0]
    (tmp_path / "dump.json").write_bytes(b'{"text": "mot"}\n')
    assert len(read(tmp_path / "dump.json", Reading(kind=Kind.JSONL))[0]) == 1
    (tmp_path / "one.csv").write_bytes(b"Hop bao")
    assert read(tmp_path / "one.csv", Reading(kind=Kind.ARTICLE))[0][0].text == "Hop bao"


def test_pages_and_markdown_in_records(tmp_path: Path) -> None:
    page = "<!DOCTYPE html><html><body><article><h1>Họp báo</h1><p>Tin.</p></article></body></html>"
    write_jsonl(tmp_path / "a.jsonl", [{"text": page}, {"text": "<b>Họp</b> báo"}, {"text": "# Họp báo"}])
    first, second, third = read(tmp_path / "a.jsonl")[0]
    assert "<" not in first.text
    assert (second.text, third.text) == ("<b>Họp</b> báo", "# Họp báo")
    assert read(tmp_path / "a.jsonl", Reading(markdown=True))[0][2].text == "Họp báo"
