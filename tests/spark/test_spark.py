"""Articles in real local Spark with two worker processes. Skips where pyspark or Java is missing."""

import os
import shutil
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from partyreports import InputTypeError, Tokenizer, parse, tables
from shapes import ROOT, read_article

pyspark: Any = pytest.importorskip("pyspark", reason="pyspark is not installed")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Java is not installed", allow_module_level=True)

from partyreports import spark as reports_in_spark  # noqa: E402

pytestmark = pytest.mark.filterwarnings("default")  # Spark has its own

TEXTS = [read_article(path) for path in sorted(ROOT.glob("examples/*.txt"))]


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        pyspark.sql.SparkSession.builder.master("local[2,4]")  # two workers; a task may fail three times
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.memory", "1g")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


def rows_of(frame: Any) -> list[dict[str, Any]]:
    return [row.asDict(recursive=True) for row in frame.collect()]


def plain(row: Any) -> dict[str, Any]:
    return {key: list(v) if isinstance(v, tuple) else v for key, v in row.model_dump().items()}


def test_the_tables_are_those_of_one_process(session: Any) -> None:
    articles = [(number, TEXTS[number % 4], f"n{number}") for number in range(40)]
    df = session.createDataFrame(articles, ["id", "text", "source"]).repartition(4)
    names = ("meetings", "points", "persons", "citations", "notes")
    made = reports_in_spark.parse(df, keep=("id", "source"), tables=names)
    expected = tables(parse(text, id=str(number)) for number, text, _ in articles)
    assert tuple(made) == names
    for name in names:
        rows = rows_of(made[name])
        key = "id" if name == "meetings" else "meeting_id"
        for row in rows:
            assert row.pop("source") == f"n{row[key]}"
            if name != "meetings":
                assert str(row.pop("id")) == row["meeting_id"]  # kept as it was, a number
        assert sorted(rows, key=repr) == sorted(map(plain, expected[name]), key=repr)
    made.unpersist()


def test_null_and_bad_rows_are_rows(session: Any) -> None:
    articles = [
        (1, None, None),
        (2, TEXTS[1], "2021-01-02"),
        (3, "x" * 9000, None),
        (4, TEXTS[2][:3000], "June"),
        (5, "", None),
    ]
    df = session.createDataFrame(articles, "key int, body string, day string").repartition(2)
    made = reports_in_spark.parse(df, text="body", id="key", published="day", keep=["key"], max_length=8000)
    meetings = {row["key"]: row for row in rows_of(made["meetings"])}
    assert {key: (row["error"] or "").split(":")[0] for key, row in meetings.items()} == {
        1: "InputTypeError",
        2: "",
        3: "TextTooLongError",
        4: "InputTypeError",
        5: "",
    }
    assert meetings[2]["published"].isoformat() == "2021-01-02"
    assert {row["key"] for row in rows_of(made["points"])} == {2}
    made.unpersist()


def dies_once(mark: Path) -> Tokenizer:
    """A tokenizer whose process is killed at the first window that any process gives it; it travels by its code."""

    def tokenize(text: str, /) -> Sequence[str]:
        try:
            mark.touch(exist_ok=False)
        except FileExistsError:
            return text.split()
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError

    return tokenize


def test_a_worker_that_is_killed_costs_no_row_and_doubles_none(session: Any, tmp_path: Path) -> None:
    articles = [(str(number), TEXTS[number % 4]) for number in range(200)]
    df = session.createDataFrame(articles, ["id", "text"]).repartition(4)
    made = reports_in_spark.parse(df, tokenizer=dies_once(tmp_path / "dead"))
    for table in ("meetings", "points"):
        made[table].write.parquet(str(tmp_path / table))
    assert (tmp_path / "dead").exists()
    meetings = rows_of(session.read.parquet(str(tmp_path / "meetings")))
    assert sorted(int(row["id"]) for row in meetings) == list(range(200))
    assert {row["error"] for row in meetings} == {None}
    points = rows_of(session.read.parquet(str(tmp_path / "points")))
    keys = [(row["meeting_id"], row["point"]) for row in points]
    assert len(keys) == len(set(keys)) == sum(row["n_points"] for row in meetings)
    made.unpersist()


@pytest.mark.parametrize("persist", [True, False])
def test_articles_are_parsed_once_for_all_tables(session: Any, tmp_path: Path, *, persist: bool) -> None:
    folder = str(tmp_path)

    def counts(text: str, /) -> Sequence[str]:
        with Path(folder, str(os.getpid())).open("a", encoding="utf-8") as file:
            file.write("x")
        return text.split()

    def calls() -> int:
        return sum(path.stat().st_size for path in tmp_path.iterdir())

    df = session.createDataFrame([(TEXTS[0],)], ["text"]).repartition(1)
    made = reports_in_spark.parse(df, tokenizer=counts, persist=persist)
    made["meetings"].collect()
    once = calls()
    made["points"].collect()
    assert once > 0
    assert (calls() == once) is persist
    made.unpersist()


def test_own_words_travel_to_the_workers(session: Any) -> None:
    entry = {"id": "section.task.viec_gap", "forms": ["việc gấp"], "example": "Huyện có ba việc gấp:"}
    df = session.createDataFrame([("Thông báo\n\nBa việc gấp trong tuần:\n1. Rà soát\n2. Sửa\n3. Báo cáo",)], ["text"])
    made = reports_in_spark.parse(df, lexicon=[entry])
    assert {row["role"] for row in rows_of(made["points"])} == {"task"}
    made.unpersist()


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ({"text": "body"}, "'body' in: id, text, title"),
        ({"published": "day"}, "'day'"),
        ({"keep": ["title"]}, "rename"),
        ({"keep": "id"}, "list"),
        ({"tables": ["rows"]}, "meetings, points"),
        ({"tables": "points"}, "list"),
    ],
)
def test_misuse_is_told_before_the_first_article(session: Any, options: dict[str, Any], complaint: str) -> None:
    df = session.createDataFrame([("a", "Họp báo", "b")], ["id", "text", "title"])
    with pytest.raises(InputTypeError, match=complaint):
        reports_in_spark.parse(df, **options)
