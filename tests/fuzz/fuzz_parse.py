"""Coverage-guided fuzzing of `parse` with atheris.

    pip install -e '.[dev,fuzz]'
    python tests/fuzz/fuzz_parse.py -runs=20000                       # a short run, as in CI
    python tests/fuzz/fuzz_parse.py -max_total_time=3600 corpus/      # a long one, with a corpus that grows

An input is bytes: fragments of the genre are picked by number, the rest is free text. A broken promise
or an exception ends the run with the input in a file; pin its text in tests/regressions/.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

with atheris.instrument_imports(include=["partyreports"]):
    from partyreports import parse
    from partyreports.invariants import broken_promises

from shapes import FRAGMENTS, ODD


def whitespace_tokenizer(text: str, /) -> Sequence[str]:
    """Words at white space: what is fuzzed is this package."""
    return text.split()


def one_input(data: bytes) -> None:
    """Parse one input and check every promise."""
    provider = atheris.FuzzedDataProvider(data)
    parts: list[str] = []
    while provider.remaining_bytes() and len(parts) < 40:
        kind = provider.ConsumeIntInRange(0, 3)
        if kind == 0:
            parts.append(provider.ConsumeUnicode(24))
        elif kind == 1:
            parts.append(ODD[provider.ConsumeIntInRange(0, len(ODD) - 1)])
        else:
            parts.append(FRAGMENTS[provider.ConsumeIntInRange(0, len(FRAGMENTS) - 1)])
        parts.append(("\n", " ", "", ". ")[provider.ConsumeIntInRange(0, 3)])
    text = "".join(parts)
    broken = broken_promises(parse(text, tokenizer=whitespace_tokenizer), text)
    if broken:
        raise AssertionError(f"{broken[0]} in {text!r}")


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
