"""Phrases for the alternatives of patterns, with what was read in each.

`phrases.toml` holds them, by what is looked at; `phrases.jsonl` what was read, written by `tools/write_phrases.py`
and to be looked over after a change of the rules.
"""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

from vocabulary.frames import looked_at

PHRASES = Path(__file__).resolve().parent / "phrases.toml"
READ = PHRASES.with_suffix(".jsonl")
_NO_FORM = "\0"


def read_anew() -> Iterator[tuple[str, str, str]]:
    """What is looked at, text, and what is read."""
    for group in tomllib.loads(PHRASES.read_text(encoding="utf-8"))["phrases"]:
        for text in group["texts"]:
            yield group["look"], text, looked_at(text, _NO_FORM, group["look"])


def recorded() -> list[tuple[str, str, str]]:
    """What was recorded."""
    return [tuple(json.loads(line)) for line in READ.read_text(encoding="utf-8").splitlines()]
