"""What of a parse no rule can do without, beside the goals that parse is measured by.

    python benchmarks/floor.py                # about a minute

Every reading of an article by a vocabulary makes the analysed text, looks for the vocabulary in it once, sorts what it
finds into groups, and finds lines and sentences. What that takes of the time which a goal allows is not left for rules.
Times are of the processor: the fastest of several turns, in which all take their turn.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from peers import naive_script, tokenize_lines

from partyreports import parse
from partyreports.grammar.sentences import sentences
from partyreports.text.scanned import scan
from partyreports.text.source import SourceText

ROOT = Path(__file__).resolve().parent.parent
LONG = (ROOT / "examples" / "giao_ban_thuy_loi.txt",)
SHORT = tuple(sorted((ROOT / "tests" / "gold").glob("*.txt")))
TOKENIZE_OVER_PARSE = 30
PARSE_OVER_NAIVE = 16


def analyse(text: str) -> None:
    """The analysed text: letters composed, spaces and signs plain, small letters, notes on what cannot be read."""
    SourceText(text)


def scan_once(text: str) -> None:
    """The same, and the vocabulary in it, sorted into its groups."""
    scan(text)


def segment(text: str) -> None:
    """The same, and the sentences of all lines."""
    source = scan(text).source
    for line in source.filled:
        sentences(source, *line)


def tokenize(text: str) -> None:
    """The peer: underthesea's words of the lines."""
    tokenize_lines([line for line in text.split("\n") if line.strip()])


STAGES: tuple[Callable[[str], object], ...] = (analyse, scan_once, segment, parse, naive_script, tokenize)


def fastest(texts: Sequence[str], turns: int) -> dict[str, float]:
    """Milliseconds for each text of every stage, by its name."""
    seconds: dict[str, list[float]] = {stage.__name__: [] for stage in STAGES}
    for _ in range(turns + 1):
        for stage in STAGES:
            begin = time.process_time()
            for text in texts:
                stage(text)
            seconds[stage.__name__].append(time.process_time() - begin)
    return {name: 1000 * min(turn[1:]) / len(texts) for name, turn in seconds.items()}


def rows(of: dict[str, float]) -> list[str]:
    """The lines of the table."""
    least, whole = of["segment"], of["parse"]
    goals = {
        f"word_tokenize / {TOKENIZE_OVER_PARSE}": of["tokenize"] / TOKENIZE_OVER_PARSE,
        f"{PARSE_OVER_NAIVE} times the short script": PARSE_OVER_NAIVE * of["naive_script"],
    }
    return [
        f"{'analysed text':<42}{of['analyse']:8.3f} ms",
        f"{'and one scan, sorted into groups':<42}{of['scan_once']:8.3f} ms",
        f"{'and lines and sentences: the least':<42}{least:8.3f} ms",
        f"{'parse':<42}{whole:8.3f} ms  {whole / least:.1f} times the least",
        *(f"{name:<42}{goal:8.3f} ms  of which the least takes {least / goal:.2f}" for name, goal in goals.items()),
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=15)
    turns = parser.parse_args().turns
    for what, paths in (("the long article", LONG), ("the short samples, on average", SHORT)):
        texts = [path.read_text(encoding="utf-8") for path in paths]
        print(f"{what}: {sum(map(len, texts)) // len(texts):,} characters")
        print("\n".join(f"    {row}" for row in rows(fastest(texts, turns))))


if __name__ == "__main__":
    main()
