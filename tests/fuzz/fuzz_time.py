"""Coverage-guided search for texts that take too long.

    pip install -e '.[dev,fuzz]'
    python tests/fuzz/fuzz_time.py -max_total_time=600 -len_control=0 -max_len=60 corpus/

(Without the last two options the search begins with inputs of a few bytes, a fragment or two.) An input is bytes: a head, a unit that is repeated, and a tail, each of fragments of the genre, signs and free text. What costs
over `TIMES` times as much a character as prose does, measured beside it, three times in a row, ends the run with the input
in a file; add its kind to tests/robustness/hostile.py.
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

with atheris.instrument_imports(include=["partyreports"]):
    from partyreports import parse

from robustness.hostile import prose
from robustness.pumping import SIGNS, units
from shapes import FRAGMENTS, ODD

SIZE = 6_000
TIMES = 30
"""Texts of nothing but markers cost some ten times as much as prose; a small text has its fixed cost besides."""
PIECES = (*FRAGMENTS, *ODD, *SIGNS, *units())


def whitespace_tokenizer(text: str, /) -> Sequence[str]:
    """Words at white space: what is measured is this package."""
    return text.split()


def seconds(text: str) -> float:
    """Processor time of one parse."""
    start = time.process_time()
    parse(text, tokenizer=whitespace_tokenizer)
    return time.process_time() - start


def _words(provider: "atheris.FuzzedDataProvider", most: int) -> str:
    parts = []
    for _ in range(provider.ConsumeIntInRange(0, most)):
        if provider.ConsumeIntInRange(0, 4) == 0:
            parts.append(provider.ConsumeUnicode(8))
        else:
            parts.append(PIECES[provider.ConsumeIntInRange(0, len(PIECES) - 1)])
        parts.append((" ", "", "\n", ", ", ". ")[provider.ConsumeIntInRange(0, 4)])
    return "".join(parts)


def one_input(data: bytes) -> None:
    """Parse one input and prose of the same length, and compare."""
    provider = atheris.FuzzedDataProvider(data)
    head, unit, tail = _words(provider, 4), _words(provider, 4), _words(provider, 2)
    text = head + unit * (SIZE // len(unit) if unit else 0) + tail
    beside = prose(max(len(text), 500))
    for _ in range(3):
        if seconds(text) <= TIMES * seconds(beside):
            return
    raise AssertionError(f"over {TIMES} times prose: {head!r} + {unit!r} * n + {tail!r}")


if __name__ == "__main__":
    seconds(prose(SIZE))
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
