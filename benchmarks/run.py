"""All benchmarks with one command: a table of ratios against peers of the same run, and a dated file of results.

    python benchmarks/run.py                    # some five minutes; needs pyperf (pip install -e '.[dev]')
    python benchmarks/run.py --fast             # rougher, some two
    python benchmarks/run.py --no-save          # the table only

Nothing here is judged by a clock alone: times are of this machine, ratios are what counts. The accuracy gate
runs with them, so that no speed is bought with answers. Exit status 1 if the gate fell or a goal was missed.
"""

import argparse
import datetime
import json
import os
import platform
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import pyperf

from partyreports.evaluation.gate import check

HERE = Path(__file__).resolve().parent
PACKAGES = ("partyreports", "pydantic", "pydantic-core", "underthesea", "underthesea-core", "pyperf")


class Goal(NamedTuple):
    """A ratio and what it should be; some are told without a goal."""

    name: str
    value: float
    sign: str = ""
    goal: float | None = None

    @property
    def met(self) -> bool:
        """Whether the value is on the right side of the goal, if there is one."""
        if self.goal is None:
            return True
        return self.value >= self.goal if self.sign == "≥" else self.value <= self.goal

    def row(self) -> str:
        """A line of the table."""
        mark, goal = (
            ("  ", "no goal") if self.goal is None else ("ok" if self.met else "NO", f"{self.sign} {self.goal:g}")
        )
        return f"{mark}  {self.name:<66}{self.value:>8.2f}  ({goal})"


def medians(*options: str) -> dict[str, float]:
    """Median seconds of every measurement of `measure.py`."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "results.json"
        script = str(HERE / "measure.py")
        # pyperf starts its workers with a bare environment, unless told what they inherit.
        inherit = f"--inherit-environ={','.join(os.environ)}"
        subprocess.run([sys.executable, script, "-o", str(output), "--quiet", inherit, *options], check=True)
        return {bench.get_name(): bench.median() for bench in pyperf.BenchmarkSuite.load(str(output))}


def scale(what: str) -> dict[str, Any]:
    """What `scale.py` measures in a process of its own."""
    command = [sys.executable, str(HERE / "scale.py"), what]
    result: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return result


def goals_of(
    seconds: dict[str, float], growth: dict[str, Any], memory: dict[str, Any], processes: dict[str, Any]
) -> list[Goal]:
    """The ratios, each with its goal."""
    warm = seconds["parse, warm"]
    tokenize = seconds["word_tokenize of the lines, warm"]
    cold_tokenize = seconds["cold word_tokenize of a line"]
    return [
        Goal("word_tokenize of the lines / parse, both warm", tokenize / warm, "≥", 30),
        Goal("parse / naive script that splits points and finds first dates", warm / seconds["naive script"], "≤", 16),
        Goal(
            "import partyreports / import pydantic",
            seconds["import partyreports"] / seconds["import pydantic"],
            "≤",
            1.25,
        ),
        Goal("cold parse / cold word_tokenize of one line", seconds["cold parse"] / cold_tokenize, "≤", 1.25),
        Goal(
            "cold parse that asks the tokenizer / cold word_tokenize of one line",
            seconds["cold parse that asks the tokenizer"] / cold_tokenize,
        ),
        Goal("growth from 10 kB to 10 MB, slope of the logarithms", growth["slope"], "≤", 1.05),
        Goal("peak memory beyond the import, bytes a character", memory["bytes_per_character"], "≤", 40),
        Goal("2,000 articles on two processes, speed-up over one", processes["speed_up"], "≥", 1.7),
    ]


def main() -> None:
    """Measure, print, save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--no-save", action="store_true")
    options = parser.parse_args()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    fallen = check(HERE.parent / "tests" / "gold")
    seconds = medians(*(["--fast"] if options.fast else []))
    growth, memory, processes = scale("growth"), scale("memory"), scale("processes")
    goals = goals_of(seconds, growth, memory, processes)
    print(f"gold gate: {'; '.join(fallen) or 'holds'}")
    for goal in goals:
        print(goal.row())
    for name, value in seconds.items():
        print(f"    {name:<66}{1000 * value:>8.2f} ms")
    if not options.no_save:
        save(load, goals, seconds, {"growth": growth, "memory": memory, "processes": processes})
    sys.exit(1 if fallen or not all(goal.met for goal in goals) else 0)


def save(load: float | None, goals: list[Goal], seconds: dict[str, float], scales: dict[str, Any]) -> None:
    """Write the results of today, with the machine and the versions that they are of.

    Args:
        load: processes that wanted a processor in the minute before the run, on average; None where that is unknown.
        goals: the ratios.
        seconds: the medians that they are of.
        scales: what `scale.py` has measured, by name.
    """
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    document = {
        "date": today,
        "machine": {
            "cpu": cpu_name(),
            "cores": os.cpu_count(),
            "load_before": None if load is None else round(load, 1),
            "system": platform.system(),
            "python": platform.python_version(),
        },
        "versions": {name: version(name) for name in PACKAGES},
        "ratios": [{**goal._asdict(), "value": round(goal.value, 3), "met": goal.met} for goal in goals],
        "median_milliseconds": {name: round(1000 * value, 4) for name, value in seconds.items()},
        **scales,
    }
    path = HERE / "results" / f"{today}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"written: {path.relative_to(HERE.parent)}")


def cpu_name() -> str:
    """Name of the processor, as the system gives it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


if __name__ == "__main__":
    main()
