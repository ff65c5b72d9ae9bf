"""`parse_many`: order, failures in their places, processes that die, laziness."""

import datetime
import itertools
import multiprocessing
import os
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from partyreports import (
    InputTypeError,
    MeetingReport,
    ParseFailure,
    ParseInput,
    PartyReportsError,
    TokenizerError,
    parse,
    parse_many,
)
from shapes import ROOT, read_article, shipped_articles

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


def test_a_process_that_dies_without_work_costs_nothing() -> None:
    stream = parse_many(iter([GOOD] * 12), workers=2, tokenizer=DeadlyTokenizer())
    results = [next(stream)]
    time.sleep(0.5)  # both have done what they were sent
    for child in multiprocessing.active_children():
        child.kill()
        child.join()
    assert [type(result) for result in (*results, *stream)] == [MeetingReport] * 12


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


@pytest.mark.parametrize("timeout", [0, -1.5, float("nan")])
def test_parse_many_refuses_a_timeout_that_is_no_time(timeout: float) -> None:
    with pytest.raises(PartyReportsError, match="timeout"):
        parse_many([], timeout=timeout)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"workers": "2"}, "workers= takes a number of processes"),
        ({"workers": True}, "workers= takes a number of processes"),
        ({"timeout": "5"}, "timeout= takes a number of seconds"),
        ({"tokenizer": 5}, "tokenizer= takes a function"),
        ({"max_length": None}, "max_length= takes a number"),
        ({"lexicon": "a"}, "lexicon= takes a Lexicon"),
    ],
)
def test_parse_many_refuses_settings_of_a_wrong_type(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(InputTypeError, match=message):
        parse_many(["Họp báo"], **wrong)


@pytest.mark.parametrize("timeout", [1e9, 1e300, float("inf")])
def test_a_timeout_may_be_longer_than_the_system_can_wait(timeout: float) -> None:
    assert list(parse_many(ARTICLES[:1], timeout=timeout)) == [parse(ARTICLES[0])]


@pytest.mark.parametrize("texts", ["abc", b"abc", ParseInput("abc"), 5, None])
def test_parse_many_refuses_what_is_no_iterable_of_articles(texts: Any) -> None:
    with pytest.raises(InputTypeError, match="iterable of articles"):
        parse_many(texts)


def test_parse_many_refuses_a_start_method_that_is_none() -> None:
    with pytest.raises(PartyReportsError, match="start_method"):
        parse_many([], workers=2, start_method="teleport")


# --- what the caller knows of an article


KNOWN = ParseInput(
    "Giao ban\n\nSáng 1-6, đồng chí Đinh Văn Sơn chủ trì họp giao ban.",
    id="a1",
    url="https://example.org/a1",
    published=datetime.date(2021, 6, 2),
    meeting=True,
)


@pytest.mark.parametrize("workers", [1, 2])
def test_what_the_caller_knows_of_an_article_reaches_parse(workers: int) -> None:
    text, *_ = KNOWN
    expected = parse(text, id="a1", url=KNOWN.url, published=KNOWN.published, meeting=True)
    # Forty, because the first chunks are left to this process.
    assert list(parse_many([KNOWN, text] * 40, workers=workers)) == [expected, parse(text)] * 40
    at_noon = KNOWN._replace(published=datetime.datetime(2021, 6, 2, 12, tzinfo=datetime.UTC))
    assert list(parse_many([at_noon] * 40, workers=workers)) == [expected] * 40


@pytest.mark.parametrize("workers", [1, 2])
def test_a_field_of_the_wrong_type_is_a_failure_that_names_field_and_article(workers: int) -> None:
    wrong: Any = "2021-06-02"
    missing: Any = None
    bad, worse = KNOWN._replace(published=wrong), KNOWN._replace(text=missing, id=None)
    one, other = parse_many([bad, worse], workers=workers)
    assert one == ParseFailure(0, "InputTypeError", "ParseInput.published is date, not str", "a1")
    assert other == ParseFailure(1, "InputTypeError", "ParseInput.text is str, not NoneType")


# --- time, and processes that stand still


class SlowTokenizer:
    """Takes as long as one window says, or for ever."""

    def __call__(self, text: str, /) -> Sequence[str]:
        if "lâu" in text:
            time.sleep(600)
        if "dừng" in text:
            os.kill(os.getpid(), signal.SIGSTOP)
        return text.split()


GOOD = "Giao ban\n\nNgành có hai nhiệm vụ: một là rà soát; hai là báo cáo."
FOREVER = GOOD.replace("rà soát", "lâu quá")
STOPPED = GOOD.replace("rà soát", "dừng lại")


@pytest.mark.parametrize("workers", [1, 2])
def test_an_item_that_takes_too_long_is_a_failure_and_costs_no_other(workers: int) -> None:
    late = {2, 3, 9, 17}
    items = [ParseInput(FOREVER if i in late else f"{GOOD}\n{i}", id=f"a{i}") for i in range(18)]
    results = list(parse_many(items, workers=workers, tokenizer=SlowTokenizer(), timeout=1))
    assert {i for i, result in enumerate(results) if isinstance(result, ParseFailure)} == late
    assert results[2] == ParseFailure(2, "Timeout", "parsing took longer than 1 seconds", "a2")
    for i in set(range(18)) - late:
        assert results[i] == parse(items[i].text, id=f"a{i}", tokenizer=SlowTokenizer())


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="processes cannot be stopped here")
def test_a_stopped_process_costs_its_item_and_hangs_nothing() -> None:
    results = list(parse_many([GOOD, STOPPED, GOOD], workers=2, tokenizer=SlowTokenizer(), timeout=1))
    assert [getattr(result, "error", None) for result in results] == [None, "Timeout", None]


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="processes cannot be stopped here")
def test_a_stopped_process_can_neither_be_written_to_nor_waited_for_in_vain() -> None:
    # The second text is longer than any connection holds, and the process stops before it is read.
    texts = [STOPPED, "Họp báo " + "x" * 6_000_000, GOOD]
    results = list(parse_many(texts, workers=1, tokenizer=SlowTokenizer(), timeout=2, max_length=999))
    assert [getattr(result, "error", None) for result in results] == ["Timeout", "TextTooLongError", None]
    idle = parse_many([GOOD] * 3, workers=1, tokenizer=SlowTokenizer(), timeout=2)
    next(idle)
    for child in multiprocessing.active_children():
        os.kill(child.pid or 0, signal.SIGSTOP)
    idle.close()  # type: ignore[attr-defined]


def test_a_reader_who_takes_his_time_makes_no_item_late() -> None:
    stream = parse_many([f"{GOOD}\n{i}" for i in range(60)], workers=2, timeout=1)
    results = []
    for i, result in enumerate(stream):
        if i % 30 == 0:
            time.sleep(1.3)
        results.append(type(result))
    assert results == [MeetingReport] * 60


def test_loading_the_default_tokenizer_is_no_part_of_an_items_time() -> None:
    assert [type(result) for result in parse_many([GOOD] * 3, timeout=1)] == [MeetingReport] * 3


# --- inputs and processes of the caller


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_what_was_read_before_the_input_failed_is_given_out_first(workers: int) -> None:
    def failing() -> Iterator[str]:
        for i in range(50):
            yield f"Giao ban tháng {i}"
        raise ConnectionError("the feed broke off")

    stream = parse_many(failing(), workers=workers)
    assert [next(stream) for _ in range(50)] == [parse(f"Giao ban tháng {i}") for i in range(50)]
    with pytest.raises(ConnectionError, match="broke off"):
        next(stream)


DAEMON = """
import multiprocessing
from partyreports import parse, parse_many, PartyReportsError

def work(connection):
    texts = [f"Giao ban tháng {i}" for i in range(20)]
    same = list(parse_many(texts, workers=2)) == [parse(text) for text in texts]
    try:
        parse_many(texts, timeout=1)
    except PartyReportsError as error:
        connection.send((same, str(error)))

if __name__ == "__main__":
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=work, args=(theirs,), daemon=True)
    process.start()
    print(*ours.recv())
"""


def test_a_daemonic_process_parses_by_itself_and_cannot_keep_a_timeout(tmp_path: Any) -> None:
    script = tmp_path / "daemon.py"
    script.write_text(DAEMON, encoding="utf-8")
    run = subprocess.run([sys.executable, str(script)], capture_output=True, check=True, encoding="utf-8", timeout=60)
    assert run.stdout.startswith("True timeout= needs processes")


def test_a_tokenizer_that_cannot_be_sent_is_an_error_of_ours() -> None:
    with pytest.raises(TokenizerError, match="cannot be sent"):
        parse_many([GOOD] * 3, workers=2, tokenizer=lambda text: text.split(), start_method="spawn")
