"""What the tokenizer's verdict on word markers adds to the grammar, as counts.

    python benchmarks/ablation.py GOLD_FOLDER…

Scores each folder three times: with underthesea, with a tokenizer that parts every syllable (so that it
never objects), and with one that always fails.
"""

import re
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from partyreports import parse
from partyreports.evaluation import evaluate_folder


def every_syllable(text: str, /) -> Sequence[str]:
    """No objections: every syllable is a word."""
    return re.findall(r"\w+|[^\w\s]", text)


def failing(text: str, /) -> Sequence[str]:
    """A tokenizer that is out of order."""
    raise RuntimeError(text)


def main() -> None:
    """Print a Markdown table for the folders that the command line names."""
    print("| gold | tokenizer | points right | false | missed | lists whole |")
    print("|---|---|---:|---:|---:|---:|")
    for folder in map(Path, sys.argv[1:]):
        for name, tokenizer in (("underthesea", None), ("none objects", every_syllable), ("always fails", failing)):
            result = evaluate_folder(folder, parser=partial(parse, tokenizer=tokenizer))
            points, lists = result.fields["points"], result.fields["whole_lists"]
            false, missed = points.given - points.correct, points.expected - points.correct
            print(f"| {folder.name} | {name} | {points.correct} | {false} | {missed} | {lists.correct} |")


if __name__ == "__main__":
    main()
