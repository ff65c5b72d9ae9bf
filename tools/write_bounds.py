"""Find where the numbers of the rules decide: `tests/vocabulary/bounds.jsonl`.

`tests/vocabulary/bounds.toml` holds texts with room for filler, each for one number that bounds a search. For each the
length of filler is looked for at which the reading changes, and kept if a halved or a doubled number would be noticed
there. Prints the numbers for which there is none.

    python tools/write_bounds.py --only meeting/
"""

import argparse
import ast
import gc
import importlib
import json
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from types import ModuleType
from typing import Any

from partyreports import parse
from partyreports.rulebook import TABLES

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tools")]

import mutate_rules  # noqa: E402

from vocabulary.bounds import BOUNDS, Bound, recorded, with_filler, without_filler  # noqa: E402
from vocabulary.frames import FOLDER, PARTS, of_rules  # noqa: E402

TEXTS = FOLDER / "bounds.toml"
_SHARES = (0.3, 0.45, 0.6, 0.75, 0.9, 1.0, 1.1, 1.3, 1.6, 2.0, 2.2)
"""Where a change is looked for first, as shares of the number."""


_KEEP = {"partyreports.text.lexicon", "partyreports.text.cues", "partyreports.text.tokens", "partyreports.parsing"}
"""Modules whose caches hold what is made of the lexicon: costly, and without numbers of rules."""


class Number:
    """A number of a module, and the module with another one in its place."""

    def __init__(self, path: Path, name: str, value: Any) -> None:  # noqa: ANN401
        self.name = f"{path.relative_to(ROOT / mutate_rules.PACKAGE).as_posix()}: {name}"
        self.value: int = value.value
        self._source = path.read_text(encoding="utf-8")
        self._path = path
        self._node = value
        dotted = path.relative_to(ROOT / "src").with_suffix("").as_posix().replace("/", ".")
        self._module: ModuleType = importlib.import_module(dotted)

    def become(self, new: int | None) -> None:
        """Run the module with another number; None: as it is."""
        apply: Callable[[str], str] = mutate_rules._with_number(self._node, new or self.value)  # noqa: SLF001
        exec(compile(apply(self._source), str(self._path), "exec"), self._module.__dict__)  # noqa: S102
        for kept in _kept_results():
            kept.cache_clear()


def numbers() -> list[Number]:
    """All of them, guards of one module numbered."""
    found = []
    for path in mutate_rules._modules(ROOT):  # noqa: SLF001
        seen: dict[str, int] = {}
        for name, value in mutate_rules._numbers(ast.parse(path.read_text(encoding="utf-8"))):  # noqa: SLF001
            seen[name] = seen.get(name, 0) + 1
            found.append(Number(path, name if seen[name] == 1 else f"{name} {seen[name]}", value))
    return found


@cache
def _kept_results() -> list[Any]:
    """Caches of functions, which remember what was read with another number."""
    found = [one for one in gc.get_objects() if hasattr(one, "cache_clear") and hasattr(one, "__wrapped__")]
    return [
        one
        for one in found
        if str(one.__module__).startswith("partyreports") and one.__module__ not in _KEEP and one.__name__ != "weights"
    ]


@cache
def written() -> list[tuple[str, str, str]]:
    """Number, kind of filler and text of each example."""
    return [tuple(row) for row in tomllib.loads(TEXTS.read_text(encoding="utf-8"))["bounds"]]


def read(text: str, filler: str, count: int, look: str) -> str:
    """What is read in a text with so much filler."""
    full = with_filler(text, filler, count)
    answer = of_rules(look.removeprefix("rules."), full) if look.startswith("rules.") else PARTS[look](parse(full))
    return without_filler(answer, filler, count)


def read_all(text: str, filler: str, count: int) -> dict[str, str]:
    """The same, by where it is looked at: tables first, which cost less."""
    full = with_filler(text, filler, count)
    report = parse(full)
    found = {f"rules.{table.name}": of_rules(table.name, full) for table in TABLES}
    found |= {part: show(report) for part, show in PARTS.items()}
    return {look: without_filler(answer, filler, count) for look, answer in found.items()}


def find(number: Number, filler: str, text: str, missing: Sequence[int]) -> Iterator[Bound]:
    """Where readings of a text change, at a count of filler at which a change of the number would be noticed."""
    steps = sorted({round(share * number.value) for share in _SHARES} | {0, 1, 2, 3})
    seen = [read_all(text, filler, count) for count in steps]
    left = set(missing)
    for look in seen[0]:
        for i in range(len(steps) - 1):
            if not left:
                return
            if seen[i][look] == seen[i + 1][look]:
                continue
            bound = at_bound(number, text, filler, steps[i], steps[i + 1], look)
            told = {other for other in left if tells(number, bound, other)}
            if told:
                left -= told
                yield bound


def at_bound(number: Number, text: str, filler: str, lo: int, hi: int, look: str) -> Bound:
    """Where the reading changes between two counts of filler."""
    first = read(text, filler, lo, look)
    while hi - lo > 1:
        middle = (lo + hi) // 2
        if read(text, filler, middle, look) == first:
            lo = middle
        else:
            hi = middle
    return Bound(number.name, text, filler, lo, look, first, read(text, filler, lo + 1, look))


def tells(number: Number, bound: Bound, other: int) -> bool:
    """Whether a text is read otherwise when its number is another."""
    number.become(other)
    try:
        return not holds(bound)
    except Exception:
        return True
    finally:
        number.become(None)


def holds(bound: Bound) -> bool:
    """Whether a text is read as it was recorded."""
    return all(
        read(bound.text, bound.filler, bound.last + more, bound.look) == wanted
        for more, wanted in ((0, bound.within), (1, bound.beyond))
    )


def _of_number(number: Number, kept: Sequence[Bound]) -> tuple[list[Bound], int]:
    """Bounds of a number, those that are kept if they hold, and how many of its two changes they notice."""
    found = [one for one in kept if holds(one)]
    missing = [
        other for other in (number.value // 2, 2 * number.value) if not any(tells(number, one, other) for one in found)
    ]
    for name, filler, text in written():
        if name == number.name and missing:
            found += find(number, filler, text, missing)
            missing = [other for other in missing if not any(tells(number, one, other) for one in found)]
    return found, 2 - len(missing)


def main() -> None:
    """Write the bounds; print the numbers without one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    say = partial(print, flush=True)
    every = {number.name: number for number in numbers()}
    if gone := sorted({name for name, *_ in written()} - every.keys()):
        parser.error(f"{TEXTS.name} names numbers that are none, or not here: {', '.join(gone)}")
    known = recorded() if BOUNDS.exists() else []
    found = [one for one in known if one.number in every and not one.number.startswith(options.only)]
    noticed = total = 0
    for name, number in every.items():
        if not name.startswith(options.only):
            continue
        bounds, told = _of_number(number, [one for one in known if one.number == name])
        found += bounds
        noticed += told
        total += 2
        if told < 2:
            say(f"{told} of 2: {name}")
    lines = [json.dumps(one._asdict(), ensure_ascii=False) for one in sorted(found)]
    BOUNDS.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    say(f"{noticed} of {total} changes of numbers are noticed")


if __name__ == "__main__":
    main()
