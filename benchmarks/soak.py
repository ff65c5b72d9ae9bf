"""Parse every text below a folder, check every promise on each, and report.

    python benchmarks/soak.py FOLDER [--workers N]

Prints counts, failures (all of them) and the ten slowest texts. Exit status 1 if a promise is broken.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from partyreports import MeetingReport, PartyReportsError, parse
from partyreports.inputs.files import read_document
from partyreports.inputs.reading import InputFile, Inputs
from partyreports.invariants import broken_promises


class Outcome(NamedTuple):
    """What parsing one file came to."""

    path: str
    characters: int
    seconds: float
    broken: tuple[str, ...]
    counts: dict[str, int]


def soak_one(path: Path) -> Outcome:
    """Parse one file and check every promise on its report."""
    try:
        text = read_document(path).text
    except PartyReportsError as error:
        return Outcome(str(path), 0, 0.0, (f"unreadable: {error}",), {})
    start = time.perf_counter()
    try:
        report = parse(text)
    except Exception as error:
        return Outcome(str(path), len(text), 0.0, (f"raised {type(error).__name__}: {error}",), {})
    seconds = time.perf_counter() - start
    broken = broken_promises(report, text)
    if MeetingReport.model_validate_json(report.model_dump_json()) != report:
        broken.append("json: does not come back equal")
    return Outcome(str(path), len(text), seconds, tuple(broken), counts_of(report))


def counts_of(report: MeetingReport) -> dict[str, int]:
    """What was found, for the summary."""
    counts = {
        "meetings": int(report.is_meeting_report),
        "with a date": int(report.meeting.date is not None),
        "with a chair": int(bool(report.chairs)),
        "sections": len(report.sections),
        "points": sum(len(section.points) for section in report.sections),
        "citations": len(report.citations),
    }
    for note in report.notes:
        counts[f"note {note.code}"] = counts.get(f"note {note.code}", 0) + 1
    return counts


def outcomes(paths: list[Path], workers: int) -> Iterator[Outcome]:
    """Outcomes in the order of the paths."""
    if workers == 1:
        yield from map(soak_one, paths)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(soak_one, paths, chunksize=32)


def main() -> None:
    """Run over the folder that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    files = Inputs([options.folder]).files()
    paths = [file.path for file in files if isinstance(file, InputFile) and file.path is not None]
    results = list(outcomes(paths, options.workers))
    totals: Counter[str] = Counter()
    for result in results:
        totals.update(result.counts)
    characters = sum(result.characters for result in results)
    seconds = sum(result.seconds for result in results)
    failed = [result for result in results if result.broken]
    print(f"{len(results)} texts, {characters:,} characters, {seconds:.1f} s of parsing, {len(failed)} failures")
    for name, count in sorted(totals.items()):
        print(f"  {name}: {count}")
    for result in failed:
        print(f"FAILED {result.path}: {'; '.join(result.broken)}")
    for result in sorted(results, key=lambda one: -one.seconds)[:10]:
        print(f"slow: {1000 * result.seconds:.1f} ms for {result.characters:,} characters: {result.path}")
    sys.exit(1 if failed or not results else 0)


if __name__ == "__main__":
    main()
