"""Every regular expression that the package compiles, recorded in a process of its own.

python tests/robustness/collect.py     prints one JSON line for each: module, pattern, flags
"""

import importlib
import json
import pkgutil
import re
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple


class Compiled(NamedTuple):
    """A pattern and who compiled it."""

    module: str
    pattern: str
    flags: int


@lru_cache(maxsize=1)
def compiled_patterns() -> tuple[Compiled, ...]:
    """Every pattern that is compiled while all modules are imported and the shipped articles are read."""
    run = subprocess.run([sys.executable, __file__], capture_output=True, text=True, check=True, timeout=300)
    return tuple(Compiled(*json.loads(line)) for line in run.stdout.splitlines())


def _record() -> None:
    """Print what the package compiles."""
    seen: set[tuple[str, str, int]] = set()
    compile_ = re._compile  # type: ignore[attr-defined]

    def recording(pattern: object, flags: int) -> object:
        module, frame = "", sys._getframe(1)
        while frame is not None and not module.startswith("partyreports"):
            module = frame.f_globals.get("__name__", "")
            if module.split(".")[0] not in {"re", "partyreports"}:
                break
            frame = frame.f_back  # type: ignore[assignment]
        if module.startswith("partyreports") and isinstance(pattern, str):
            seen.add((module, pattern, int(flags)))
        return compile_(pattern, flags)

    re._compile = recording  # type: ignore[attr-defined]
    import partyreports  # noqa: PLC0415

    for module in pkgutil.walk_packages(partyreports.__path__, "partyreports."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    root = Path(__file__).resolve().parents[2]
    for path in sorted([*root.glob("examples/*.txt"), *root.glob("tests/gold/*.txt")]):
        partyreports.parse(path.read_text(encoding="utf-8"))
    for one in sorted(seen):
        print(json.dumps(one))  # noqa: T201


if __name__ == "__main__":
    _record()
