"""`parse_many`: order, failures in their places, processes that die, laziness."""

import itertools
import multiprocessing
import os
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any

import pytest

from partyreports import MeetingReport, ParseFailure, PartyReportsError, parse, parse_many
from partyreports.batch import _Chunk, _Options, _room_in, _Worker
from partyreports.parsing import MAX_LENGTH
from partyreports.text.lexicon import Lexicon
from shapes import read_article, shipped_articles

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = [read_article(path) for path in shipped_articles()][:6]


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


@pytest.mark.parametrize("odd", ["\ud800", "\ud83d\ude00", "\U0001f600", "\x00", "\r\n"], ids=ascii)
def test_odd_characters_come_back_from_a_worker_as_they_went(odd: str) -> None:
    # Twenty, because the first chunks are left to this process.
    texts = [f"Họp {odd} báo\n\nHai việc:\n1. Rà soát {odd}.\n2. Báo cáo {odd}."] * 20
    assert list(parse_many(texts, workers=2)) == [parse(text) for text in texts]


class DeadlyTokenizer:
    """Ends its process at one window, as a crash of native code would."""

    def __call__(self, text: str, /) -> Sequence[str]:
        if "chết" in text:
            os._exit(3)
        return text.split()


OPTIONS = _Options(Lexicon.default(), DeadlyTokenizer(), MAX_LENGTH)


def test_a_worker_that_dies_costs_one_item() -> None:
    good = "Giao ban\n\nNgành có hai nhiệm vụ: một là rà soát; hai là báo cáo."
    bad = good.replace("rà soát", "chết ngay")
    results = list(parse_many([good, bad, good], workers=2, tokenizer=DeadlyTokenizer()))
    assert [type(result) for result in results] == [MeetingReport, ParseFailure, MeetingReport]
    assert "died" in getattr(results[1], "message", "")


@pytest.mark.parametrize("workers", [2, 3])
def test_every_death_costs_its_own_item_and_no_other(workers: int) -> None:
    good = "Giao ban\n\nNgành có hai nhiệm vụ: một là rà soát; hai là báo cáo."
    # First and last of a chunk, two in a row, a whole chunk: the processes have the next chunk at hand each time.
    deadly = {0, 7, 15, 16, 33, 34, *range(40, 48), 71}
    texts = [good.replace("rà soát", "chết ngay") if i in deadly else f"{good}\n{i}" for i in range(72)]
    results = list(parse_many(texts, workers=workers, tokenizer=DeadlyTokenizer()))
    assert {i for i, result in enumerate(results) if isinstance(result, ParseFailure)} == deadly
    assert all(getattr(results[i], "error", "") == "ProcessDied" and results[i].index == i for i in deadly)
    for i in set(range(72)) - deadly:
        assert results[i] == parse(texts[i], tokenizer=DeadlyTokenizer())


def test_a_process_that_cannot_work_at_all_costs_items_not_the_run() -> None:
    texts = ["Họp báo " + "x" * 3_000_000] * 3  # more than a connection holds: the process dies while it is written to
    results = list(parse_many(texts, workers=2, tokenizer=Unwelcome(), start_method="spawn"))
    assert [getattr(result, "error", None) for result in results] == ["ProcessDied"] * 3


class Unwelcome:
    """Picklable, but ends every process that loads it."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (3,)

    def __call__(self, text: str, /) -> Sequence[str]:
        return text.split()


def test_texts_that_no_connection_holds_are_parsed_on_processes_too() -> None:
    line = "Hội nghị kết nối 63 điểm cầu với hơn 1.200 đại biểu.\n"
    texts = [f"Giao ban {i}\n\n" + line * (3000 if i % 3 else 1) for i in range(14)]
    assert list(parse_many(texts, workers=2)) == [parse(text) for text in texts]


@pytest.fixture
def worker() -> Iterator[_Worker]:
    worker = _Worker(OPTIONS, multiprocessing.get_context())
    yield worker
    worker.end()


def collect_until(worker: _Worker, condition: Callable[[], bool]) -> None:
    """Take answers one look after the other until something holds."""
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        wait([worker.connection], 0.05)
        worker.collect()


LONG = "Hội nghị kết nối 63 điểm cầu với hơn 1.200 đại biểu.\n" * 100_000  # parsing it takes a good while


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is sent ahead")
def test_the_next_chunk_is_sent_when_the_one_before_has_been_read_and_not_sooner(worker: _Worker) -> None:
    first, second = _Chunk(0, ["Họp báo", LONG], OPTIONS), _Chunk(2, ["Giao ban"], OPTIONS)
    worker.give(first)
    assert not worker.has_time
    worker.give(second)
    assert worker._sent == 1
    collect_until(worker, lambda: first.has_next)
    assert not first.is_done  # it is at the long one
    assert worker._sent == 2
    collect_until(worker, lambda: second.is_done)
    assert not worker.chunks
    assert [first.give_out(), first.give_out(), second.give_out()] == [parse(t) for t in ("Họp báo", LONG, "Giao ban")]


def test_a_chunk_that_finds_no_room_waits_for_the_one_before(worker: _Worker) -> None:
    first, second = _Chunk(0, ["Họp báo", LONG], OPTIONS), _Chunk(2, [LONG], OPTIONS)
    worker.give(first)
    worker.give(second)
    collect_until(worker, lambda: first.has_next)
    assert not first.is_done  # nor has it been waited for
    assert worker._sent == 1
    collect_until(worker, lambda: second.is_done)


def test_a_process_in_the_place_of_a_dead_one_is_sent_one_chunk_at_first(worker: _Worker) -> None:
    deadly = "Giao ban\n\nNgành có hai nhiệm vụ: một là chết ngay; hai là báo cáo."
    first, second = _Chunk(0, ["Họp báo", deadly, LONG], OPTIONS), _Chunk(3, ["Giao ban"], OPTIONS)
    worker.give(first)
    worker.give(second)
    collect_until(worker, lambda: len(first._left) == 1)
    assert (worker._sent, len(worker.chunks)) == (1, 2)
    collect_until(worker, lambda: second.is_done)
    answers = [first.give_out() for _ in range(3)] + [second.give_out()]
    assert [type(answer) for answer in answers] == [MeetingReport, ParseFailure, MeetingReport, MeetingReport]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is sent ahead")
def test_what_is_said_to_find_room_in_a_connection_does() -> None:
    ours, theirs = multiprocessing.Pipe()
    room = _room_in(ours)
    os.set_blocking(ours.fileno(), False)
    ours.send_bytes(b"x" * room)  # nobody reads: were there no room, this would be a BlockingIOError
    assert room >= 2**16
    assert len(theirs.recv_bytes()) == room


def test_the_end_of_the_input_is_shared_too() -> None:
    # One chunk more than goes to a process at once, then one article, then none.
    for count in (0, 1, 2, 8, 9, 17):
        texts = [f"Giao ban tháng {i}" for i in range(count)]
        for workers in (2, 3):
            assert list(parse_many(iter(texts), workers=workers)) == [parse(text) for text in texts]


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


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_parse_many_is_lazy_at_both_ends(workers: int) -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield "Họp báo"

    stream = parse_many(endless(), workers=workers)
    for given, _ in enumerate(itertools.islice(stream, 60)):
        time.sleep(0.005)  # the other processes have time to run ahead, as far as they may
        assert taken - given <= (1 if workers == 1 else 40 * workers)
    stream.close()  # type: ignore[attr-defined]


def test_parse_many_refuses_a_negative_number_of_workers() -> None:
    with pytest.raises(PartyReportsError, match="not -1"):
        parse_many([], workers=-1)
