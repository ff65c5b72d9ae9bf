"""Runs over an archive: what they skip, replace, keep apart, list, and leave behind."""

import datetime
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from archiving import FORMS, archive, articles_of, contents, rows_in, strangers
from partyreports import MeetingReport, ParseFailure, parse_many
from partyreports.archive.manifest import Manifest
from partyreports.errors import InputFileError
from partyreports.inputs.articles import Article, Unread

TEXTS = {f"{i}.txt": f"Giao ban {i}\n\nHai việc:\n1. Rà soát {i}.\n2. Báo cáo." for i in range(25)}
EVERY_FORM = [*FORMS, "json"]


def ids_in(folder: Path) -> list[str]:
    return [row["id"] for row in rows_in(folder)["meetings"]]


@pytest.mark.parametrize("form", EVERY_FORM)
def test_the_next_run_does_nothing_and_force_does_everything(tmp_path: Path, form: str) -> None:
    first = archive(articles_of(TEXTS), tmp_path / "out", form)
    assert (first.parsed, first.skipped, first.failed) == (25, 0, 0)
    made = contents(tmp_path / "out")
    again = archive(articles_of(TEXTS), tmp_path / "out", form)
    assert (again.parsed, again.skipped) == (0, 25)
    forced = archive(articles_of(TEXTS), tmp_path / "out", form, force=True)
    assert (forced.parsed, forced.skipped) == (25, 0)
    assert contents(tmp_path / "out") == made
    assert strangers(tmp_path / "out") == []


@pytest.mark.parametrize("form", EVERY_FORM)
def test_new_articles_are_added_and_changed_ones_replaced(tmp_path: Path, form: str) -> None:
    archive(articles_of(TEXTS), tmp_path / "out", form)
    changed = TEXTS | {"3.txt": "Họp báo", "17.txt": "Họp báo\n\nTin.", "new.txt": "Giao ban mới"}
    counts = archive(articles_of(changed), tmp_path / "out", form)
    assert (counts.parsed, counts.skipped, counts.repeated) == (3, 23, 0)
    archive(articles_of(changed), tmp_path / "fresh", form)
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


def test_another_version_or_date_or_address_makes_another_report(tmp_path: Path) -> None:
    articles = articles_of(TEXTS)
    archive(articles, tmp_path)
    assert archive(articles, tmp_path, version="2").parsed == 25
    dated = [replace(one, published=datetime.date(2023, 6, 5)) for one in articles]
    assert archive(dated, tmp_path, version="2").parsed == 25
    known = [replace(one, url="https://example.org/1") for one in dated[:2]]
    assert archive(known, tmp_path, version="2").parsed == 2
    assert len(rows_in(tmp_path)["meetings"]) == 25


@pytest.mark.parametrize("form", FORMS)
def test_parts_are_of_the_size_asked_for_and_gone_when_all_of_theirs_is_replaced(tmp_path: Path, form: str) -> None:
    archive(articles_of(TEXTS), tmp_path, form, most=10)
    names = [f"part-{number:05}.{form}" for number in (1, 2, 3)]
    for table in rows_in(tmp_path):
        assert sorted(path.name for path in (tmp_path / table).iterdir()) == names
    changed = {name: text + "\n" for name, text in list(TEXTS.items())[:12]}
    archive(articles_of(changed), tmp_path, form, most=10)
    assert not (tmp_path / "points" / names[0]).exists()
    assert sorted(ids_in(tmp_path)) == sorted(TEXTS)


@pytest.mark.parametrize("form", EVERY_FORM)
def test_two_articles_with_one_id_are_both_kept_and_told_apart(tmp_path: Path, form: str) -> None:
    articles = [Article("d:1", "7", "Họp báo một"), Article("d:2", "7", "Họp báo hai"), Article("d:3", "7", "Họp báo")]
    assert archive(articles, tmp_path, form).repeated == 2
    assert archive(articles, tmp_path, form).skipped == 3
    changed = [articles[0], replace(articles[1], text="Họp báo hai, mới"), articles[2]]
    counts = archive(changed, tmp_path, form)
    assert (counts.parsed, counts.skipped) == (1, 2)
    if form == "json":
        reports = {path.name: json.loads(path.read_bytes()) for path in tmp_path.glob("*.json")}
        assert {name: report["title"]["text"] for name, report in reports.items()} == {
            "7.report.json": "Họp báo một",
            "7_2.report.json": "Họp báo hai, mới",
            "7_3.report.json": "Họp báo",
        }
        return
    rows = rows_in(tmp_path)
    titles = {row["id"]: row["title"] for row in rows["meetings"]}
    assert titles == {"7": "Họp báo một", "7#2": "Họp báo hai, mới", "7#3": "Họp báo"}
    assert sorted(row["meeting_id"] for row in rows["notes"] if row["code"] == "repeated-id") == ["7#2", "7#3"]


def test_an_id_of_another_input_is_another_article_unless_the_text_is_the_same(tmp_path: Path) -> None:
    archive(articles_of({"a.txt": "Họp báo", "b.txt": "Giao ban"}, source="2015"), tmp_path)
    counts = archive(articles_of({"a.txt": "Họp báo khác", "b.txt": "Giao ban"}, source="2016"), tmp_path)
    assert (counts.parsed, counts.skipped, counts.repeated) == (1, 1, 1)
    assert sorted(ids_in(tmp_path)) == ["a.txt", "a.txt#2", "b.txt"]
    counts = archive(articles_of({"a.txt": "Họp báo mới"}, source="2016"), tmp_path)
    assert (counts.parsed, sorted(ids_in(tmp_path))) == (1, ["a.txt", "a.txt#2", "b.txt"])
    assert {row["title"] for row in rows_in(tmp_path)["meetings"]} == {"Họp báo", "Họp báo mới", "Giao ban"}


def test_ids_that_look_like_numbered_ones_stay_apart(tmp_path: Path) -> None:
    articles = [Article(f"d:{i}", name, f"Họp báo {i}") for i, name in enumerate(["7#2", "7", "7", "7#2"])]
    archive(articles, tmp_path)
    assert sorted(ids_in(tmp_path)) == ["7", "7#2", "7#2#2", "7#3"]
    assert archive(articles, tmp_path).skipped == 4


def test_failures_are_listed_and_tried_again(tmp_path: Path) -> None:
    articles: list[Article | Unread] = [
        Article("d:1", "1", "Họp báo"),
        Unread("d:2", "InputFileError", InputFileError("d:2: not JSON\u202e")),
        Article("d:3", "3", "x" * 60),
    ]
    short = partial(parse_many, max_length=50)
    for skipped in (0, 1):
        counts = archive(articles, tmp_path, parse=short)
        assert (counts.parsed, counts.skipped, counts.failed) == (1 - skipped, skipped, 2)
        lines = (tmp_path / "failures.jsonl").read_text(encoding="utf-8").splitlines()
        assert [(one["article"], one["id"], one["error"]) for one in map(json.loads, lines)] == [
            ("d:2", None, "InputFileError"),
            ("d:3", "3", "TextTooLongError"),
        ]
        assert str(counts.failures[0]) == json.loads(lines[0])["message"] == "d:2: not JSON\u202e"
        assert "\u202e" not in lines[0]
    counts = archive([articles[0], articles[2]], tmp_path)
    assert (counts.parsed, counts.skipped, counts.failed) == (1, 1, 0)
    assert not (tmp_path / "failures.jsonl").exists()


def test_processes_change_nothing(tmp_path: Path) -> None:
    for workers in (1, 2):
        archive(articles_of(TEXTS), tmp_path / str(workers), "csv", parse=partial(parse_many, workers=workers))
    files = [
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("part-*")}
        for folder in (tmp_path / "1", tmp_path / "2")
    ]
    assert files[0] == files[1]
    assert len(files[0]) == 15


@pytest.mark.parametrize("form", EVERY_FORM)
def test_results_that_somebody_removed_are_made_again(tmp_path: Path, form: str) -> None:
    archive(articles_of(TEXTS), tmp_path, form)
    before = contents(tmp_path)
    (tmp_path / ("7.report.json" if form == "json" else f"persons/part-00002.{form}")).unlink()
    counts = archive(articles_of(TEXTS), tmp_path, form)
    assert counts.parsed == (1 if form == "json" else 10)
    assert contents(tmp_path) == before


def test_ctrl_c_keeps_what_was_parsed(tmp_path: Path) -> None:
    def parse(items: Any) -> Iterator[MeetingReport | ParseFailure]:
        for number, report in enumerate(parse_many(items)):
            if number == 13:
                raise KeyboardInterrupt
            yield report

    with pytest.raises(KeyboardInterrupt):
        archive(articles_of(TEXTS), tmp_path, parse=parse)
    assert len(ids_in(tmp_path)) == 13
    counts = archive(articles_of(TEXTS), tmp_path)
    assert (counts.parsed, counts.skipped) == (12, 13)


def test_what_is_written_is_typed(tmp_path: Path) -> None:
    article = Article("d:1", "=7", "Họp báo\n\nHai việc:\n1. Rà soát.\n2. Báo cáo.", path="d", url="https://a.vn/1")
    dated = replace(article, published=datetime.date(2023, 6, 5))
    archive([dated], tmp_path / "parquet", "parquet")
    (row,) = rows_in(tmp_path / "parquet")["meetings"]
    assert (row["id"], row["url"], row["path"], row["published"]) == ("=7", article.url, "d", dated.published)
    archive([dated], tmp_path / "csv", "csv")
    (row,) = rows_in(tmp_path / "csv")["meetings"]
    assert (row["id"], row["published"]) == ("'=7", "2023-06-05")
    archive([replace(dated, text="Họp báo khác")], tmp_path / "csv", "csv")
    assert len(rows_in(tmp_path / "csv")["meetings"]) == 1
    assert rows_in(tmp_path / "csv")["points"] == []


# --- what is refused


def test_a_folder_holds_one_format(tmp_path: Path) -> None:
    archive(articles_of(TEXTS), tmp_path, "csv")
    with pytest.raises(InputFileError, match="holds results in the format csv; give jsonl a folder of its own"):
        archive(articles_of(TEXTS), tmp_path, "jsonl")


def test_two_runs_at_once_are_refused(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path, "jsonl", {})
    with pytest.raises(InputFileError, match="another run writes there"):
        archive(articles_of(TEXTS), tmp_path)
    manifest.close()
    assert archive(articles_of(TEXTS), tmp_path).parsed == 25


def test_a_manifest_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "manifest.sqlite").write_text("no database " * 100, encoding="utf-8")
    with pytest.raises(InputFileError, match="remove the folder to do everything again"):
        archive(articles_of(TEXTS), tmp_path)
    (tmp_path / "manifest.sqlite").unlink()
    with closing(sqlite3.connect(tmp_path / "manifest.sqlite")) as sql:
        sql.execute("PRAGMA user_version = 99")
        sql.commit()
    with pytest.raises(InputFileError, match="of another version"):
        archive(articles_of(TEXTS), tmp_path)


def test_a_file_that_cannot_have_its_name_costs_one_article(tmp_path: Path) -> None:
    (tmp_path / "1.report.json").mkdir(parents=True)
    deep = "/".join(["d" * 200] * 25)
    articles = articles_of({"1": "Họp báo", deep: "Họp báo 2", "../../2": "Giao ban", "con": "Giao ban 3"})
    counts = archive(articles, tmp_path, "json")
    assert (counts.parsed, counts.failed) == (2, 2)
    assert (tmp_path / "2.report.json").is_file()
    assert (tmp_path / "_con.report.json").is_file()


def test_the_manifest_says_what_the_runs_did(tmp_path: Path) -> None:
    archive(articles_of(TEXTS), tmp_path)
    archive([*articles_of(TEXTS), Unread("x", "InputFileError", InputFileError("x: no"))], tmp_path)
    with closing(sqlite3.connect(tmp_path / "manifest.sqlite")) as sql:
        assert sql.execute("SELECT run, format, parsed, skipped, failed FROM runs").fetchall() == [
            (1, "jsonl", 25, 0, 0),
            (2, "jsonl", 0, 25, 1),
        ]
        assert sql.execute("SELECT count(*), count(sha256) FROM articles").fetchone() == (25, 25)


def test_a_file_that_takes_no_new_name_gets_it_from_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a table that somebody has open on Windows."""
    archive(articles_of(TEXTS), tmp_path / "out")
    changed = articles_of(TEXTS | {"3.txt": "Họp báo\n\nHai việc:\n1. A.\n2. B."})
    replace_file = Path.replace

    def refused(path: Path, target: Path) -> Path:
        if "points" in target.parts:
            raise PermissionError(13, "Permission denied", str(target))
        return replace_file(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refused)
        with pytest.raises(InputFileError, match="Permission denied"):
            archive(changed, tmp_path / "out")
    again = archive(changed, tmp_path / "out")
    assert (again.parsed, again.skipped) == (0, 25)
    archive(changed, tmp_path / "fresh")
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")
    assert strangers(tmp_path / "out") == []


@pytest.mark.parametrize("form", FORMS)
def test_parts_that_the_manifest_does_not_know_are_refused(tmp_path: Path, form: str) -> None:
    archive(articles_of(TEXTS), tmp_path, form)
    before = rows_in(tmp_path)
    (tmp_path / "manifest.sqlite").unlink()
    with pytest.raises(InputFileError, match="no run that the manifest knows has written it"):
        archive(articles_of(TEXTS), tmp_path, form)
    assert rows_in(tmp_path) == before


def test_ids_that_a_spreadsheet_would_take_for_formulas_stay_apart(tmp_path: Path) -> None:
    texts = {"=a": "Họp báo 1", "'=a": "Họp báo 2", "''=a": "Họp báo 3", "b": "Họp báo 4"}
    archive(articles_of(texts), tmp_path, "csv")
    archive(articles_of(texts | {"=a": "Họp báo 5"}), tmp_path, "csv")
    assert set(ids_in(tmp_path)) == {"'" + "=a", "'" * 2 + "=a", "'" * 3 + "=a", "b"}
    assert len(ids_in(tmp_path)) == len(texts)


def test_an_address_with_half_a_character_is_written(tmp_path: Path) -> None:
    """JSON from elsewhere may escape one alone."""
    articles = [replace(one, url="http://x/\ud800") for one in articles_of({"a": "Họp báo"})]
    assert archive(articles, tmp_path, "json").parsed == 1
