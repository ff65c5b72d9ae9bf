"""How cost and memory grow with the length, and with the number of processes. Prints JSON.

python benchmarks/scale.py growth | memory | processes
"""

import json
import math
import resource
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from partyreports import MeetingReport, parse, parse_many

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "examples" / "giao_ban_thuy_loi.txt").read_text(encoding="utf-8")
SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000)
ARTICLES = 2000
TURNS = 5


def prose(size: int) -> str:
    """The same article again and again, at least once, up to about `size` characters."""
    return "\n\n".join([TEXT] * max(1, size // len(TEXT)))


def best_of(times: int, call: Callable[[], object]) -> float:
    """Least seconds of CPU that a call took."""
    least = math.inf
    for _ in range(times):
        start = time.process_time()
        call()
        least = min(least, time.process_time() - start)
    return least


def growth() -> dict[str, object]:
    """Seconds by length, and the slope of their logarithms (1 is linear)."""
    parse(TEXT)
    seconds = {}
    for size in SIZES:
        text = prose(size)
        seconds[len(text)] = best_of(5 if size < 3_000_000 else 2, partial(parse, text, max_length=len(text)))
    slope = statistics.linear_regression([math.log(n) for n in seconds], [math.log(s) for s in seconds.values()]).slope
    return {"seconds": seconds, "slope": slope}


def memory() -> dict[str, object]:
    """Peak bytes a character beyond the import, text and report included, for one text of 10 MB."""
    parse(TEXT)
    before = peak()
    text = prose(SIZES[-1])
    report = parse(text, max_length=len(text))
    return {"characters": len(text), "bytes_per_character": (peak() - before) / len(text), "points": points(report)}


def peak() -> int:
    """Peak resident bytes of this process."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def points(report: MeetingReport) -> int:
    """Points of a report: that something was read at all."""
    return sum(len(section.points) for section in report.sections)


def processes() -> dict[str, object]:
    """Seconds for many articles on one process and on two, in turns and after a first parse, and the caller's memory.

    The speed-up is the median of those of the turns, because a machine's mood changes from one second to the next.
    """
    # Every article its own text, so that nothing is remembered from one to the next.
    articles = [f"{TEXT}\n{number}" for number in range(ARTICLES)]
    parse(TEXT)
    seconds: dict[int, list[float]] = {1: [], 2: []}
    grown: dict[int, float] = {}
    for _ in range(TURNS):
        for workers, of_turns in seconds.items():
            before = peak()
            of_turns.append(seconds_of_all(articles, workers))
            grown[workers] = max(grown.get(workers, 0.0), (peak() - before) / 2**20)
    speed_ups = [one / two for one, two in zip(seconds[1], seconds[2], strict=True)]
    return {
        "articles": ARTICLES,
        "seconds": {workers: statistics.median(of_turns) for workers, of_turns in seconds.items()},
        "speed_ups": speed_ups,
        "speed_up": statistics.median(speed_ups),
        "grown_mib": grown,
    }


def seconds_of_all(articles: list[str], workers: int) -> float:
    """Seconds that all the articles took; that none was lost is checked."""
    start = time.perf_counter()
    reports = parse_many(iter(articles), workers=workers)
    lengths = [report.source.length for report in reports if isinstance(report, MeetingReport)]
    seconds = time.perf_counter() - start
    if lengths != [len(article) for article in articles]:
        raise SystemExit("an article or the order was lost")
    return seconds


if __name__ == "__main__":
    print(json.dumps({"growth": growth, "memory": memory, "processes": processes}[sys.argv[1]]()))
