"""`partyreports parse -o FOLDER/` as its users meet it."""

import errno
import gzip
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from archiving import contents, rows_in, strangers
from partyreports.arrow import SCHEMAS
from partyreports.cli import main
from shapes import ROOT

TEXT = "Giao ban {}\n\nHai việc:\n1. Rà soát hồ sơ {}.\n2. Báo cáo theo Chỉ thị số 35-CT/TW."
posix = pytest.mark.skipif(os.name != "posix", reason="limits and permissions of POSIX")


def run(*arguments: str | Path, text: str | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["parse", *(str(argument) for argument in arguments)], input=text)
    return result.exit_code, result.stdout, result.stderr


def write_dump(path: Path, count: int, *, lines: tuple[str, ...] = ()) -> Path:
    """Records with ids, addresses and dates under names of their own; further lines at the end."""
    records = (
        json.dumps({"ma": i, "noi_dung": TEXT.format(i, i), "link": f"https://a.vn/{i}", "ngay": "2023-06-05"})
        for i in range(count)
    )
    path.write_text("".join(f"{line}\n" for line in (*records, *lines)), "utf-8")
    return path


FIELDS = ("--text-field", "noi_dung", "--id-field", "ma", "--url-field", "link", "--published-field", "ngay")


def test_a_dump_becomes_tables_in_parquet(tmp_path: Path) -> None:
    dump = write_dump(tmp_path / "dump.jsonl", 30)
    out = tmp_path / "out"
    assert run(dump, *FIELDS, "-f", "parquet", "-o", out, "--part-size", "20", "-j", "2") == (
        0,
        "",
        "partyreports: 30 articles parsed\n",
    )
    for table, schema in SCHEMAS.items():
        parts = sorted((out / table).iterdir())
        assert [path.name for path in parts] == ["part-00001.parquet", "part-00002.parquet"]
        for path in parts:
            read = pq.read_schema(path)
            assert read.equals(schema)
            assert read.metadata == schema.metadata
    meetings = ds.dataset(out / "meetings").to_table().to_pylist()
    assert [row["id"] for row in meetings] == [str(i) for i in range(30)]
    assert {row["published"].isoformat() for row in meetings} == {"2023-06-05"}
    assert meetings[7]["url"] == "https://a.vn/7"
    assert meetings[7]["path"] == str(dump)
    assert run(dump, *FIELDS, "-f", "parquet", "-o", out)[2] == "partyreports: 0 articles parsed, 30 done before\n"


def test_bad_lines_are_told_at_the_end_with_their_places(tmp_path: Path) -> None:
    dump = write_dump(
        tmp_path / "dump.jsonl", 3, lines=("{half", '{"ma": 9, "noi_dung": null}', '{"ma": 1, "noi_dung": "Tin"}')
    )
    code, out, err = run(dump, *FIELDS, "-f", "csv", "-o", f"{tmp_path}/out/")
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        f"partyreports: {dump}:4: not JSON (Expecting property name enclosed in double quotes: character 2)",
        f"partyreports: {dump}:5: 'noi_dung' is null, not text",
        "partyreports: 1 article with an id that another has: a number was added to it (note repeated-id)",
        f"partyreports: 4 articles parsed, 2 failed: {tmp_path}/out/failures.jsonl",
    ]
    assert [row["id"] for row in rows_in(tmp_path / "out")["meetings"]] == ["0", "1", "2", "1#2"]


def test_many_failures_are_counted_and_all_listed_in_the_file(tmp_path: Path) -> None:
    dump = write_dump(tmp_path / "dump.jsonl", 1, lines=("{",) * 50)
    code, _, err = run(dump, *FIELDS, "-f", "csv", "-o", f"{tmp_path}/out/", "--quiet")
    assert (code, err.count("\n")) == (1, 21)
    assert err.endswith("… and 30 more failures\n")
    assert (tmp_path / "out" / "failures.jsonl").read_text("utf-8").count("\n") == 50


def test_a_folder_keeps_its_structure(tmp_path: Path) -> None:
    for name in ("2015/a.txt", "2016/a.txt", "A.TXT", "b.html", "c.md", "d.jpg"):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(TEXT.format(name, 1), "utf-8")
    code, _, err = run(tmp_path / "in", "-f", "json", "-o", f"{tmp_path}/out/")
    assert (code, set(contents(tmp_path / "out"))) == (
        0,
        {"2015/a.report.json", "2016/a.report.json", "A.TXT.report.json"},
    )
    assert err.splitlines()[0] == (
        "partyreports: 3 files in folders not read: 1 .html, 1 .md, 1 .jpg; "
        "to read them too: --suffix .txt --suffix .html --suffix .md"
    )
    assert run(tmp_path / "in", "-f", "jsonl", "-o", f"{tmp_path}/t/", "--glob", "201?/*.txt", "-q") == (0, "", "")
    assert [row["meeting_id"] for row in rows_in(tmp_path / "t")["points"]][::2] == ["2015/a.txt", "2016/a.txt"]


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_broken_links_fail_and_linked_folders_are_told(tmp_path: Path) -> None:
    (tmp_path / "in" / "a").mkdir(parents=True)
    (tmp_path / "in" / "a" / "a.txt").write_text(TEXT.format("a", 1), "utf-8")
    (tmp_path / "in" / "b").symlink_to("a")
    code, _, err = run(tmp_path / "in", "-f", "json", "-o", f"{tmp_path}/out/")
    assert (code, err.splitlines()[0]) == (0, "partyreports: 1 linked folder not read; name it to have it read")
    (tmp_path / "in" / "c").symlink_to("a")
    (tmp_path / "in" / "d.txt").symlink_to("nowhere")
    code, _, err = run(tmp_path / "in", "-f", "json", "-o", f"{tmp_path}/out/")
    assert code == 1
    assert "partyreports: 2 linked folders not read; name them to have them read\n" in err
    assert err.count(f"{tmp_path}/in/d.txt: a broken link (No such file or directory)\n") == 1


def test_an_output_folder_inside_the_input_is_not_read(tmp_path: Path) -> None:
    write_dump(tmp_path / "a.jsonl", 2)
    for parsed in ("2 articles parsed\n", "0 articles parsed, 2 done before\n"):
        code, _, err = run(tmp_path, "--suffix", "jsonl", *FIELDS, "-f", "jsonl", "-o", f"{tmp_path}/out/")
        assert (code, err.endswith(parsed)) == (0, True)


def test_a_missing_field_is_misuse_before_the_first_article(tmp_path: Path) -> None:
    dump = write_dump(tmp_path / "dump.jsonl", 2)
    for arguments, missing in (((), "text"), (("--text-field", "noi_dung", "--id-field", "id"), "id")):
        code, _, err = run(dump, *arguments, "-f", "parquet", "-o", f"{tmp_path}/out/")
        assert (code, err.splitlines()[-1]) == (
            2,
            f"Error: {dump}: there is no field '{missing}'; there are: ma, noi_dung, link, ngay",
        )
    code, _, err = run("-", "--input-format", "jsonl", "-f", "csv", text=dump.read_text("utf-8"))
    assert (code, "there is no field 'text'" in err) == (2, True)
    assert not (tmp_path / "out").exists()


def test_records_may_come_from_standard_input_packed_and_be_printed(tmp_path: Path) -> None:
    dump = write_dump(tmp_path / "dump.jsonl", 3)
    packed = tmp_path / "dump.jsonl.gz"
    packed.write_bytes(gzip.compress(dump.read_bytes()))
    told = run("-", "--input-format", "jsonl", *FIELDS, "-f", "jsonl", text=dump.read_text("utf-8"))
    assert told == run(packed, *FIELDS, "-f", "jsonl") == run(dump, *FIELDS, "-f", "jsonl")
    assert [json.loads(line)["source"]["id"] for line in told[1].splitlines()] == ["0", "1", "2"]
    assert told[2] == ""


def test_a_damaged_parquet_file_costs_itself(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1" + bytes(100))
    dump = write_dump(tmp_path / "dump.jsonl", 2)
    code, _, err = run(tmp_path / "a.parquet", dump, *FIELDS, "-f", "parquet", "-o", f"{tmp_path}/out/")
    assert code == 1
    assert err.splitlines()[0].startswith(f"partyreports: {tmp_path}/a.parquet: no Parquet file, or a damaged one")
    assert len(rows_in(tmp_path / "out")["meetings"]) == 2


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (("-f", "parquet"), "parquet tables are written to a folder: -o FOLDER/"),
        (("-f", "parquet", "-o", "OUT/points.parquet"), "parquet tables are written to a folder"),
        (("-f", "csv", "--force"), "--force goes with a folder"),
        (("-f", "csv", "-o", "OUT/points"), "OUT/points/ makes a folder"),
    ],
)
def test_misuse_says_what_to_write(tmp_path: Path, arguments: tuple[str, ...], advice: str) -> None:
    dump = write_dump(tmp_path / "dump.jsonl", 1)
    places = [word.replace("OUT", str(tmp_path)) for word in arguments]
    code, _, err = run(dump, *FIELDS, *places)
    assert (code, advice.replace("OUT", str(tmp_path)) in err) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["dump.jsonl"]


def test_a_folder_of_another_format_is_refused(tmp_path: Path) -> None:
    dump = write_dump(tmp_path / "dump.jsonl", 1)
    assert run(dump, *FIELDS, "-f", "csv", "-o", f"{tmp_path}/out/")[0] == 0
    code, _, err = run(dump, *FIELDS, "-f", "parquet", "-o", f"{tmp_path}/out/")
    assert (code, err.count("\n"), "give parquet a folder of its own" in err) == (1, 1, True)


def test_csv_for_excel_begins_with_its_mark(tmp_path: Path) -> None:
    dump = write_dump(tmp_path / "dump.jsonl", 2)
    assert run(dump, *FIELDS, "-f", "csv", "--bom", "-o", f"{tmp_path}/out/")[0] == 0
    for path in (tmp_path / "out").glob("*/part-00001.csv"):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    changed = dump.read_text("utf-8").replace("Giao ban 1", "Họp báo")
    dump.write_text(changed, "utf-8")
    assert run(dump, *FIELDS, "-f", "csv", "--bom", "-o", f"{tmp_path}/out/")[0] == 0
    assert (tmp_path / "out" / "meetings" / "part-00001.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")


# --- the world outside


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of root, who may write anywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@posix
def test_a_folder_that_may_not_be_written_is_told_in_one_line() -> None:
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        dump = write_dump(Path(name) / "dump.jsonl", 2)
        (Path(name) / "out").mkdir(mode=0o555)
        for out in (f"{name}/out/", f"{name}/out/deep/"):
            with as_nobody():
                code, _, err = run(dump, *FIELDS, "-f", "csv", "-o", out)
            assert (code, err.count("\n")) == (1, 1), err
            assert os.strerror(errno.EACCES) in err
        assert list((Path(name) / "out").iterdir()) == []


@posix
@pytest.mark.parametrize("how", ["parquet", "csv", "json"])
def test_a_full_disk_is_told_in_one_line_and_leaves_nothing_half(tmp_path: Path, how: str) -> None:
    """A limit on the size of files stands for the disk: the system refuses to write in the same way."""
    letters = random.Random(3)
    lines = tuple(
        json.dumps({"ma": i, "noi_dung": TEXT.format(i, "".join(letters.choices("abcdefghiklmnop ", k=3000)))})
        for i in range(100, 220)
    )
    dump = write_dump(tmp_path / "dump.jsonl", 100, lines=lines)
    command = [sys.executable, "-m", "partyreports", "parse", str(dump), *FIELDS, "-f", how, "-o", f"{tmp_path}/out/"]
    limited = [
        "bash",
        "-c",
        f'ulimit -f {24 if how == "json" else 100}; exec "$@"',
        "-",
        *command,
        "--part-size",
        "100",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    ended = subprocess.run(limited, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 1, ended.stderr
    assert ended.stderr.count("\n") <= 2, ended.stderr
    assert "articles parsed" not in ended.stderr  # not all of them are kept
    assert strangers(tmp_path / "out") == []
    if how != "json":
        assert len(rows_in(tmp_path / "out")["meetings"]) == 100  # the part before is whole
        assert "not all results could be written" in ended.stderr
    assert run(dump, *FIELDS, "-f", how, "-o", f"{tmp_path}/out/")[0] == 0
    made = contents(tmp_path / "out")
    shutil.rmtree(tmp_path / "out")
    assert run(dump, *FIELDS, "-f", how, "-o", f"{tmp_path}/out/")[0] == 0
    assert contents(tmp_path / "out") == made
