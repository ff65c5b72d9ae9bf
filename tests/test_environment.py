"""How the package behaves in a process: imports, threads, processes, silence, no network."""

import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import threading
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from partyreports import MeetingReport, ParseFailure, PartyReportsError, parse, parse_many
from shapes import read_article, shipped_articles

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = [read_article(path) for path in shipped_articles()][:6]


def run_python(code: str, **environment: str) -> str:
    """Standard output of a fresh interpreter that runs `code`."""
    result = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    assert result.stderr == ""
    return result.stdout


def test_importing_loads_neither_underthesea_nor_a_user_interface() -> None:
    code = "import sys; from partyreports import *; print(' '.join(sys.modules))"
    loaded = run_python(code).split()
    assert {"partyreports.parsing", "partyreports.batch"} <= set(loaded)
    assert not {"underthesea", "underthesea_core", "click", "tqdm", "jinja2"} & set(loaded)


GLOBAL_STATE = """
import locale, logging, os, random, signal, sys, warnings
def state():
    return (
        locale.setlocale(locale.LC_ALL), logging.root.level, len(logging.root.handlers), dict(os.environ),
        os.getcwd(), random.getstate(), signal.getsignal(signal.SIGINT), sys.getrecursionlimit(),
        list(warnings.filters), sys.path[:],
    )
"""


def test_importing_changes_no_global_state_and_prints_nothing() -> None:
    code = """
import pydantic, underthesea
before = state()
import partyreports
partyreports.parse("Giao ban\\n\\nHai nhiệm vụ:\\nMột là, rà soát.\\nHai là, báo cáo.")
assert state() == before
"""
    assert run_python(GLOBAL_STATE + code) == ""


def test_same_bytes_in_every_process_whatever_the_hash_seed() -> None:
    code = f"""
import partyreports
from pathlib import Path
for path in {[str(path) for path in shipped_articles()]!r}:
    print(partyreports.parse(Path(path).read_bytes().decode()).model_dump_json())
"""
    outputs = {run_python(code, PYTHONHASHSEED=seed, PYTHONIOENCODING="utf-8") for seed in ("0", "1", "4242")}
    assert len(outputs) == 1
    here = [parse(read_article(path)).model_dump_json() for path in shipped_articles()]
    assert outputs.pop().splitlines() == here


def test_parsing_needs_no_network_and_writes_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.chdir(tmp_path)
    for text in ARTICLES:
        parse(text)
    assert list(tmp_path.iterdir()) == []


def test_parsing_is_silent(capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for text in ARTICLES:
            parse(text)
    captured = capfd.readouterr()
    assert (captured.out, captured.err) == ("", "")
    assert [record for record in caplog.records if record.levelno > 10] == []


def test_sixteen_threads_agree_with_one() -> None:
    expected = [parse(text) for text in ARTICLES]
    barrier = threading.Barrier(16)
    wrong: list[int] = []

    def work(number: int) -> None:
        barrier.wait()
        for i in range(200):
            index = (number + i) % len(ARTICLES)
            if parse(ARTICLES[index]) != expected[index]:
                wrong.append(number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_the_first_calls_of_a_process_may_be_concurrent() -> None:
    code = """
import threading, partyreports
text = "Giao ban\\n\\nHai nhiệm vụ:\\nMột là, rà soát.\\nHai là, báo cáo."
barrier, results = threading.Barrier(8), set()
def work():
    barrier.wait()
    results.add(partyreports.parse(text).model_dump_json())
threads = [threading.Thread(target=work) for _ in range(8)]
[t.start() for t in threads]; [t.join() for t in threads]
print(len(results))
"""
    assert run_python(code).strip() == "1"


@pytest.mark.parametrize("method", [m for m in ("fork", "spawn") if m in multiprocessing.get_all_start_methods()])
def test_workers_give_the_same_reports_in_order(method: str) -> None:
    with warnings.catch_warnings():
        # Forking where threads have run is what this test is about.
        warnings.simplefilter("ignore", DeprecationWarning)
        reports = list(parse_many(ARTICLES * 8, workers=2, start_method=method))
    assert reports == [parse(text) for text in ARTICLES] * 8


def test_a_bad_item_gives_a_failure_in_its_place() -> None:
    items: list[Any] = ["Họp báo", None, "Giao ban", b"bytes", "x" * 50, lambda: "cannot be sent to a process"]
    for workers in (1, 2, 3):
        results = list(parse_many(items * 9, workers=workers, max_length=40))
        assert [type(result) for result in results] == [
            MeetingReport, ParseFailure, MeetingReport, ParseFailure, ParseFailure, ParseFailure,
        ] * 9  # fmt: skip
        assert [(r.index, r.error) for r in results if isinstance(r, ParseFailure)][:4] == [
            (1, "InputTypeError"), (3, "InputTypeError"), (4, "TextTooLongError"), (5, "InputTypeError"),
        ]  # fmt: skip
        assert [r.index for r in results if isinstance(r, ParseFailure)] == [
            i for i in range(54) if i % 6 not in {0, 2}
        ]


def test_a_lone_surrogate_comes_back_from_a_worker_as_it_went() -> None:
    text = "Họp \ud800 báo"
    (report,) = parse_many([text], workers=2)
    assert report == parse(text)


class DeadlyTokenizer:
    """Ends its process at one window, as a crash of native code would."""

    def __call__(self, text: str, /) -> Sequence[str]:
        if "chết" in text:
            os._exit(3)
        return text.split()


def test_a_worker_that_dies_costs_one_item() -> None:
    good = "Giao ban\n\nNgành có hai nhiệm vụ: một là rà soát; hai là báo cáo."
    bad = good.replace("rà soát", "chết ngay")
    results = list(parse_many([good, bad, good], workers=2, tokenizer=DeadlyTokenizer()))
    assert [type(result) for result in results] == [MeetingReport, ParseFailure, MeetingReport]
    assert "died" in getattr(results[1], "message", "")


def test_no_worker_outlives_a_calling_process_that_is_killed() -> None:
    code = """
import itertools, os, signal
from partyreports import parse_many
stream = parse_many(itertools.repeat("Họp báo"), workers=4)
next(stream)
os.kill(os.getpid(), signal.SIGKILL)
"""
    # The workers hold the same standard output: it ends when the last of them has.
    result = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert result.returncode == -signal.SIGKILL


def test_parse_many_is_lazy_at_both_ends() -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield "Họp báo"

    for workers in (1, 2):
        taken = 0
        stream = parse_many(endless(), workers=workers)
        next(stream)
        assert taken <= 2 * 3 * 16
        stream.close()  # type: ignore[attr-defined]


def test_parse_many_refuses_a_negative_number_of_workers() -> None:
    with pytest.raises(PartyReportsError, match="not -1"):
        parse_many([], workers=-1)
