"""Archives for tests: runs over a few articles, what stands in a folder of results, and the killer of such runs.

    python tests/archiving.py FORMAT random|each

kills runs, by chance or at each thing that they do to a file, and lets the next run go on; it ends with an error if
anything was lost or doubled.
"""

import csv
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from partyreports import parse_many
from partyreports.archive.formats import CsvFile, JsonLinesFile, RowFile
from partyreports.archive.manifest import Manifest
from partyreports.archive.parquet import ParquetFile
from partyreports.archive.results import ReportFiles, Results, TableParts
from partyreports.archive.run import Counts, Parse, run
from partyreports.inputs.articles import Article, Unread
from partyreports.inputs.folders import FAILURES, MANIFEST
from partyreports.tabular.types import COLUMNS

FORMS: dict[str, type[RowFile]] = {"parquet": ParquetFile, "csv": CsvFile, "jsonl": JsonLinesFile}


def articles_of(texts: dict[str, str], source: str = "in") -> list[Article]:
    """Articles of one input."""
    return [Article(name, name, text, source=source) for name, text in texts.items()]


def archive(
    articles: Iterable[Article | Unread],
    folder: Path,
    form: str = "jsonl",
    *,
    most: int = 10,
    force: bool = False,
    parse: Parse = parse_many,
    version: str = "1",
) -> Counts:
    """One run into a folder."""
    folder.mkdir(exist_ok=True)
    counts = Counts()
    manifest = Manifest(folder, form, {"version": version})
    try:
        results: Results
        if form in FORMS:
            results = TableParts(manifest, FORMS[form], most)
        else:
            results = ReportFiles(manifest, ".report.json", lambda report: report.model_dump_json())
        run(articles, parse, results, manifest, force=force, counts=counts)
    finally:
        manifest.close()
    return counts


def rows_in(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of each table of a folder of results, in the order of its parts."""
    return {
        table: [row for path in sorted((folder / table).glob("part-*")) for row in rows_of(path)] for table in COLUMNS
    }


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The rows of one file."""
    if path.suffix == ".parquet":
        rows: list[dict[str, Any]] = pq.read_table(path).to_pylist()
        return rows
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file)) if path.suffix == ".csv" else [json.loads(line) for line in file]


def contents(folder: Path) -> dict[str, Any]:
    """All that the results say, in one order whatever the order in which they were made."""
    if (folder / "meetings").is_dir():
        return {table: sorted(rows, key=str) for table, rows in rows_in(folder).items()}
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.report.json")}


def strangers(folder: Path) -> list[str]:
    """Files that are neither results nor belong to the manifest: what a killed run must not leave for ever."""
    names = (path.name for path in folder.rglob("*") if path.is_file())
    return [name for name in names if name.startswith(".") or name.endswith("-journal")]


# --- the killer


def texts_of(version: int) -> dict[str, str]:
    """Some tiny articles; another version of them differs in every third text."""
    return {
        f"{i % 3}/{i}.txt": f"Giao ban {i if i % 3 else version}\n\nHai việc:\n1. Rà soát {i}.\n2. Báo cáo."
        for i in range(30)
    }


def _in_child(form: str, folder: Path, version: int, *, at: int | None) -> int:
    """Fork a run over the articles; with `at`, it kills itself before it touches the folder for that time."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        if at is not None:
            left = count(at, -1)

            def hook(event: str, arguments: tuple[Any, ...]) -> None:
                if event in {"open", "os.rename", "os.remove"} and str(folder) in str(arguments[0]) and not next(left):
                    os.kill(os.getpid(), signal.SIGKILL)

            sys.addaudithook(hook)
        archive(articles_of(texts_of(version)), folder, form, most=7)
        status = 0
    finally:
        os._exit(status)


def _ended(child: int) -> bool:
    """Whether a run ended by itself; it must not have failed."""
    _, status = os.waitpid(child, 0)
    assert not os.WIFEXITED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFEXITED(status)


def check(folder: Path, expected: dict[str, Any]) -> None:
    """Complain if the results are not those of a run that nobody killed."""
    found = contents(folder)
    assert found == expected, {name: (len(found[name]), len(expected.get(name, ()))) for name in found}
    assert strangers(folder) == []
    assert {path.name for path in folder.iterdir()} >= {MANIFEST}
    assert not (folder / FAILURES).exists()


def kill_by_chance(form: str, folder: Path, expected: list[dict[str, Any]], kills: int = 50) -> Iterator[str]:
    """Kill runs after a while, several in turn, until so many were killed while they were at it."""
    chance = random.Random(17)
    longest, killed = 0.5, 0
    while killed < kills:
        version = killed % 2
        began = time.monotonic()
        child = _in_child(form, folder, version, at=None)
        time.sleep(chance.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        if _ended(child):
            longest = max((time.monotonic() - began) * 0.8, 0.02)
            continue
        killed += 1
        if killed % 5 == 0:
            assert _ended(_in_child(form, folder, version, at=None))
            check(folder, expected[version])
    yield f"{killed} runs killed by chance"


def kill_at_each(form: str, folder: Path, expected: list[dict[str, Any]]) -> Iterator[str]:
    """Kill a run at the first thing that it does to a file, the next at the second, and so on; go on after each."""
    for at in count():
        version = at % 2
        if _ended(_in_child(form, folder, version, at=at)):
            check(folder, expected[version])
            yield f"{at} runs killed, one at each thing that they do"
            return
        assert _ended(_in_child(form, folder, version, at=None))
        check(folder, expected[version])


def main() -> None:
    """Kill runs as the command line says."""
    form, how = sys.argv[1:]
    with tempfile.TemporaryDirectory() as name:
        expected = []
        for version in (0, 1):
            archive(articles_of(texts_of(version)), Path(name) / str(version), form)
            expected.append(contents(Path(name) / str(version)))
        kill = kill_by_chance if how == "random" else kill_at_each
        for told in kill(form, Path(name) / "out", expected):
            sys.stdout.write(f"{told}\n")


if __name__ == "__main__":
    main()
