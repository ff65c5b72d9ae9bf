"""How the package behaves in a process: imports, threads, processes, silence, no network."""

import os
import socket
import subprocess
import sys
import threading
import warnings
from pathlib import Path
from typing import Any

import pytest

from partyreports import parse
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
