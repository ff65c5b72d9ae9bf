"""What an archive costs: JSON Lines to Parquet beside bare `parse`, on one process and on two, and its memory.

    python benchmarks/archive.py                      # some minutes
    python benchmarks/archive.py --lines 50000        # and memory and time of a longer run, with their slopes

Runs are compared in turns, and by seconds of processors where others use the machine too: the clock tells then how busy
they are. The speed-up by processors is what two free ones give: the seconds of one process over those of the busier of
two. Goals: 15 % more than `parse`, 1.7 times as fast on two processes.
"""

import argparse
import json
import multiprocessing
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from partyreports import MeetingReport, ParseInput, parse, parse_many
from partyreports.archive.manifest import Manifest
from partyreports.archive.parquet import ParquetFile
from partyreports.archive.results import TableParts
from partyreports.archive.run import Counts, Parse, run
from partyreports.inputs.articles import Article, Unread
from partyreports.inputs.reading import Inputs

ROOT = Path(__file__).resolve().parent.parent
TEXTS = [path.read_bytes().decode("utf-8-sig") for path in sorted((ROOT / "examples").glob("*.txt"))]
SHORT = "Giao ban tháng {}\n\nSáng 5-6, Sở Nội vụ tổ chức giao ban. Hai việc:\n1. Rà soát hồ sơ.\n2. Báo cáo số {}.\n"
EVERY = 1000
"""Articles between two looks at memory and time."""


class Cost(NamedTuple):
    """Seconds that something took."""

    clock: float
    own: float
    """Seconds of processors in this process,"""
    others: float
    """and in those that it started."""


def cost_of(call: Callable[[], object]) -> Cost:
    """The cost of a call, and of the processes that end with it."""
    clock, own, others = time.perf_counter(), _used(resource.RUSAGE_SELF), _used(resource.RUSAGE_CHILDREN)
    call()
    return Cost(
        time.perf_counter() - clock, _used(resource.RUSAGE_SELF) - own, _used(resource.RUSAGE_CHILDREN) - others
    )


def _used(who: int) -> float:
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def write_dump(path: Path, texts: Iterator[str]) -> Path:
    """A record for each text."""
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            record = {"id": f"a{number}", "text": text, "published": "2023-06-05"}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def articles(count: int) -> Iterator[str]:
    """The examples again and again, each time with another end, so that nothing is remembered of them."""
    return (f"{TEXTS[number % len(TEXTS)]}\n{number}" for number in range(count))


def parse_bare(count: int) -> None:
    """`parse` each article, and nothing else."""
    for text in articles(count):
        parse(text)


def to_parquet(inputs: Inputs, workers: int, parse_all: Parse | None = None) -> None:
    """What `partyreports parse dump.jsonl -f parquet -o out/ -j WORKERS` does, in this process."""
    counts = Counts()
    with tempfile.TemporaryDirectory() as name:
        manifest = Manifest(Path(name), "parquet", {})
        results = TableParts(manifest, ParquetFile)
        run(inputs, parse_all or partial(parse_many, workers=workers), results, manifest, force=False, counts=counts)
        manifest.close()
    assert counts.failed == 0


def shares_of(inputs: Inputs) -> float:
    """What one run on one process costs beside the parsing in it, as a share of that, in seconds of processors.

    Both are of the same seconds, so that nobody else's work tells.
    """
    parsing = 0.0

    def parse_all(items: Iterable[ParseInput]) -> Iterator[MeetingReport]:
        nonlocal parsing
        for item in items:
            start = time.process_time()
            report = parse(item.text, id=item.id, published=item.published)
            parsing += time.process_time() - start
            yield report

    start = time.process_time()
    to_parquet(inputs, 1, parse_all)
    return (time.process_time() - start) / parsing - 1


def compare(count: int, turns: int) -> None:
    """Print the medians of all ways, and the ratios of the turns."""
    with tempfile.TemporaryDirectory() as name:
        inputs = Inputs([write_dump(Path(name) / "dump.jsonl", articles(count))])
        ways: dict[str, Callable[[], None]] = {
            "parse alone": partial(parse_bare, count),
            "JSON Lines to Parquet, one process": partial(to_parquet, inputs, 1),
            "JSON Lines to Parquet, two processes": partial(to_parquet, inputs, 2),
        }
        for call in ways.values():
            call()  # the first turn loads what is loaded once
        costs: dict[str, list[Cost]] = {way: [] for way in ways}
        shares = []
        for _ in range(turns):
            shares.append(shares_of(inputs))
            for way, call in ways.items():
                costs[way].append(cost_of(call))
    characters = sum(map(len, TEXTS)) / len(TEXTS)
    print(f"{count:,} articles of {characters:,.0f} characters, {turns} turns; load {os.getloadavg()[0]:.1f}")
    for way, measured in costs.items():
        clock, own, others = (statistics.median(values) for values in zip(*measured, strict=True))
        print(f"{way:<38}{count / clock:7.0f} articles/s by the clock;  processors {own:6.2f} s + {others:5.2f} s")
    alone, one, two = costs.values()
    overhead = statistics.median(b.own / a.own for a, b in zip(alone, one, strict=True)) - 1
    free = statistics.median(a.own / max(b.own, b.others) for a, b in zip(one, two, strict=True))
    clock = statistics.median(a.clock / b.clock for a, b in zip(one, two, strict=True))
    share = statistics.median(shares)
    print(f"{_mark(share <= 0.15)}  more than its own parsing: {share:.1%} (≤ 15 %); than other turns: {overhead:.1%}")
    print(f"{_mark(free >= 1.7)}  two processes over one, by processors: {free:.2f} (≥ 1.7); by the clock: {clock:.2f}")


def _mark(is_met: bool) -> str:  # noqa: FBT001
    return "ok" if is_met else "NO"


class Watched(Inputs):
    """Inputs that note memory and time after every so many articles."""

    def __init__(self, path: Path) -> None:
        super().__init__([path])
        self.looks: list[tuple[int, float, float]] = []

    def __iter__(self) -> Iterator[Article | Unread]:
        for number, article in enumerate(super().__iter__()):
            if number % EVERY == 0:
                self.looks.append((number, _resident(), _used(resource.RUSAGE_SELF)))
            yield article


def _resident() -> float:
    """Resident megabytes of this process now; its peak where the system does not tell."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    return peak()


def peak() -> float:
    """Peak resident megabytes of this process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def watch(lines: int, workers: int) -> None:
    """Print memory and time of one long run over short articles, and their slopes after its first fifth."""
    with tempfile.TemporaryDirectory() as name:
        dump = write_dump(Path(name) / "dump.jsonl", (SHORT.format(number, number) for number in range(lines)))
        inputs = Watched(dump)
        cost = cost_of(partial(to_parquet, inputs, workers))
    later = inputs.looks[len(inputs.looks) // 5 :]
    numbers = [look[0] for look in later]
    memory = statistics.linear_regression(numbers, [look[1] for look in later]).slope
    half = len(later) // 2
    first, second = (
        (part[-1][2] - part[0][2]) / (part[-1][0] - part[0][0]) for part in (later[: half + 1], later[half:])
    )
    print(f"{lines:,} short articles on {workers} processes: {lines / cost.clock:,.0f} a second by the clock")
    print(f"  processors: {cost.own:.1f} s here, {cost.others:.1f} s in the others; load {os.getloadavg()[0]:.1f}")
    print(f"  seconds an article here, later half over earlier half: {second / first:.2f}")
    print(f"  memory: peak {peak():.0f} MB; slope {memory * 1e6:+.1f} bytes an article, so that a million would")
    print(f"  add {memory * 1e6:+.1f} MB (extrapolated, not run)")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1200, help="articles of a turn")
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--lines", type=int, default=0, help="short articles of a long run; at least 10,000")
    options = parser.parse_args()
    multiprocessing.set_start_method("fork", force=True)
    if options.turns:
        compare(options.articles, options.turns)
    if options.lines:
        watch(options.lines, 2)


if __name__ == "__main__":
    main()
