"""`parse_many` on two processes against `concurrent.futures.ProcessPoolExecutor` with packed chunks.

    python benchmarks/pools.py [turns]

Both parse the same articles in turns, because a machine's mood changes from one second to the next. In both, reports
come back packed and in order, and as many chunks are on their way. The executor knows no limit of time for an item,
and a process that dies takes every chunk with it that is on its way: this measures speed alone.
"""

import multiprocessing
import resource
import statistics
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path

from partyreports import MeetingReport, parse, parse_many
from partyreports.packing import pack, unpack

ROOT = Path(__file__).resolve().parent.parent
TEXTS = [path.read_bytes().decode("utf-8-sig") for path in sorted((ROOT / "examples").glob("*.txt"))]
ARTICLES = 1200
WORKERS = 2
CHUNK = 8
AHEAD = 5


def packed_reports(texts: list[str]) -> list[bytes]:
    """What a process of the executor does with a chunk."""
    return [pack(parse(text)) for text in texts]


def parse_with_executor(texts: Iterable[str], workers: int) -> Iterator[MeetingReport]:
    """Reports in order, a few chunks read ahead."""
    source = iter(texts)
    waiting: deque[tuple[list[str], Future[list[bytes]]]] = deque()
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as executor:
        while True:
            while len(waiting) < workers * AHEAD and (chunk := list(islice(source, CHUNK))):
                waiting.append((chunk, executor.submit(packed_reports, chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            for text, packed in zip(chunk, future.result(), strict=True):
                yield unpack(packed, text)


def cost_of(call: Callable[[], Iterable[object]]) -> tuple[float, float]:
    """Seconds by the clock, and seconds of processors in this process and those that it started."""
    clock, used = time.perf_counter(), processor_seconds()
    for _ in call():
        pass
    return time.perf_counter() - clock, processor_seconds() - used


def processor_seconds() -> float:
    """Seconds that this process and its ended children have spent on processors."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def main() -> None:
    """Measure in turns and print medians and their ratios."""
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    articles = [f"{TEXTS[i % len(TEXTS)]}\n{i}" for i in range(ARTICLES)]
    assert list(parse_with_executor(articles[:40], WORKERS)) == list(parse_many(articles[:40]))
    ways: dict[str, Callable[[], Iterable[object]]] = {
        "one process": partial(parse_many, articles),
        "parse_many, two processes": partial(parse_many, articles, workers=WORKERS, start_method="fork"),
        "the same with timeout=": partial(parse_many, articles, workers=WORKERS, start_method="fork", timeout=60),
        "ProcessPoolExecutor, two processes": partial(parse_with_executor, articles, WORKERS),
    }
    costs: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    for _ in range(turns):
        for name, call in ways.items():
            costs[name].append(cost_of(call))
    ours = costs["parse_many, two processes"]
    for name, measured in costs.items():
        clock, used = (statistics.median(values) for values in zip(*measured, strict=True))
        clock_ratio, used_ratio = (
            statistics.median(other[i] / own[i] for own, other in zip(ours, measured, strict=True)) for i in (0, 1)
        )
        ratios = f"to parse_many {clock_ratio:.2f} {used_ratio:.2f}"
        print(f"{name:<36}{clock:6.2f} s {used:6.2f} s of processors   {ratios}")


if __name__ == "__main__":
    main()
