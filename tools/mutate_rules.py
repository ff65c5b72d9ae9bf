"""Measure whether the tests notice when a rule is damaged.

Makes a copy of the project, and in it one small change after another, chosen at random: a form is taken out of the
lexicon, an alternative out of a pattern, or a number that bounds a search is halved or doubled. After each change
the quick tests run; a change is noticed if one of them fails. Prints each change that goes unnoticed, and the share
that is noticed. By hand, not in CI: 100 changes take about an hour.

    python tools/mutate_rules.py --choices 100 --seed 1
"""

import argparse
import ast
import io
import random
import re
import shutil
import subprocess
import sys
import tempfile
import tokenize
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeGuard

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path("src/partyreports")
ROOMS = ("grammar", "layout", "lists", "meeting", "citations.py")
"""Where rules stand."""
TESTS = (
    *("tests/test_rulebook.py", "tests/test_gold.py", "tests/test_examples.py", "tests/test_coverage.py"),
    *("tests/test_expected.py", "tests/test_whole_articles.py", "tests/text/test_closed_classes.py"),
    "tests/vocabulary",
)
"""Quick tests that run after every change, before those of the room that is changed."""
NEAR = {
    "alternative": ("tests/vocabulary/test_phrases.py", "tests/test_rulebook.py"),
    "number": ("tests/vocabulary/test_bounds.py", "tests/test_rulebook.py"),
}
"""Those that are likely to notice a change of a kind run before all others, to save time."""
_OF_AN_ENTRY = "tests/vocabulary/test_words.py::test_the_forms_of_an_entry_are_read_as_recorded[{}]"
TESTS_OF = {
    "grammar": ("tests/grammar", "tests/meeting", "tests/lists", "tests/test_citations.py"),
    "layout": ("tests/layout",),
    "lists": ("tests/lists", "tests/grammar"),
    "meeting": ("tests/meeting", "tests/grammar", "tests/regressions"),
    "citations": ("tests/test_citations.py", "tests/regressions"),
}
ROOM_OF = {
    **dict.fromkeys(("byline", "caption", "dateline", "footer", "headline"), "layout"),
    **dict.fromkeys(("sections", "ordinals", "extents", "announcing"), "lists"),
    "citations": "citations",
}
"""Room whose rules read a file of the lexicon; `meeting`, if it is not here."""
COPIED = ("src", "tests", "tools", "examples", "pyproject.toml", "README.md")
_LONGEST = 600
"""Seconds after which a run of the tests counts as failed: the change made something endless."""


class Change(NamedTuple):
    """One small damage to a file."""

    kind: str
    """`form`, `alternative` or `number`."""
    file: Path
    """Relative to the root of the project."""
    what: str
    """For people."""
    apply: Callable[[str], str]
    """From the text of the file to the damaged one."""


# --- forms of the lexicon


def form_changes(root: Path) -> Iterator[Change]:
    """Each form taken out of its entry; the last form with its entry."""
    for path in sorted((root / PACKAGE / "data" / "lexicon").glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        blocks = re.split(r"(?m)^(?=\[\[entry\]\])", text)
        for number, block in enumerate(blocks):
            if not block.startswith("[[entry]]"):
                continue
            entry = tomllib.loads(block)["entry"][0]
            for form in entry.get("forms", ()):
                yield Change("form", path.relative_to(root), f"{entry['id']}: {form}", _without_form(number, form))


def _without_form(number: int, form: str) -> Callable[[str], str]:
    def apply(text: str) -> str:
        blocks = re.split(r"(?m)^(?=\[\[entry\]\])", text)
        entry = tomllib.loads(blocks[number])["entry"][0]
        forms = [other for other in entry["forms"] if other != form]
        blocks[number] = "\n"
        if forms or "includes" in entry:
            entry["forms"] = forms
            if forms:
                entry["example"] = forms[0]  # (so that it is not the example which gives the change away)
            blocks[number] = "[[entry]]\n" + "".join(f"{key} = {_toml(value)}\n" for key, value in entry.items()) + "\n"
        return "".join(blocks)

    return apply


def _toml(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return str(value) if isinstance(value, int) else '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'


# --- alternatives of patterns


def alternative_changes(root: Path) -> Iterator[Change]:
    """Each alternative taken out of a raw string with more than one."""
    for path in _modules(root):
        source = path.read_text(encoding="utf-8")
        for token in _raw_strings(source):
            for start, end in _alternatives(token.string):
                place = f"{path.relative_to(root)}:{token.start[0]}"
                yield Change(
                    "alternative",
                    path.relative_to(root),
                    f"{place}: {token.string[start:end].strip('|')!r} of {token.string[:90]}",
                    _without_slice(token.start, start, end),
                )


def _modules(root: Path) -> list[Path]:
    found = [root / PACKAGE / room for room in ROOMS]
    return sorted(path for room in found for path in ([room] if room.is_file() else room.rglob("*.py")))


def _raw_strings(source: str) -> Iterator[tokenize.TokenInfo]:
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        raw = token.type == tokenize.STRING and re.match(r"rf?[\"'](?!\"\")", token.string)
        if raw and "|" in token.string and "{'" not in token.string:  # (what is joined in braces is no alternative)
            yield token


def _alternatives(string: str) -> Iterator[tuple[int, int]]:
    """Where alternatives stand in the source of a raw string, each with a bar beside it."""
    open_at: list[list[int]] = [[string.index(string[-1]) + 1]]  # per group: where its alternatives begin
    i = open_at[0][0]
    while i < len(string) - 1:
        char = string[i]
        if char == "\\":
            i += 1
        elif char == "[":
            i = _end_of_class(string, i)
        elif char == "(":
            head = re.compile(r"\((?:\?(?:P<\w+>|<?[=!:>]))?").match(string, i)
            open_at.append([head.end() if head else i + 1])
            i = open_at[-1][0] - 1
        elif char == "|":
            open_at[-1].append(i + 1)
        elif char == ")":
            if len(open_at) == 1:  # closes a group that another string opens
                return
            yield from _slices(open_at.pop(), i)
        i += 1
    if len(open_at) == 1:
        yield from _slices(open_at[0], len(string) - 1)


def _end_of_class(string: str, i: int) -> int:
    i += 2 if string[i + 1] in "^]" else 1
    while string[i] != "]":
        i += 2 if string[i] == "\\" else 1
    return i


def _slices(starts: Sequence[int], end: int) -> Iterator[tuple[int, int]]:
    if len(starts) < 2:
        return
    ends = [*(start - 1 for start in starts[1:]), end]
    yield starts[0], ends[0] + 1
    yield from ((start - 1, stop) for start, stop in zip(starts[1:], ends[1:], strict=True))


def _without_slice(position: tuple[int, int], start: int, end: int) -> Callable[[str], str]:
    def apply(source: str) -> str:
        lines = source.splitlines(keepends=True)
        line, column = position[0] - 1, position[1]
        lines[line] = lines[line][: column + start] + lines[line][column + end :]
        return "".join(lines)

    return apply


# --- numbers


class _Number(ast.Constant):
    value: int
    end_col_offset: int


def number_changes(root: Path) -> Iterator[Change]:
    """Each named number of a module, and each distance of a guard, halved and doubled."""
    for path in _modules(root):
        for name, value in _numbers(ast.parse(path.read_text(encoding="utf-8"))):
            for new in (value.value // 2, 2 * value.value):
                place = f"{path.relative_to(root)}:{value.lineno}"
                yield Change(
                    "number", path.relative_to(root), f"{place}: {name} {value.value} → {new}", _with_number(value, new)
                )


def _numbers(tree: ast.Module) -> Iterator[tuple[str, "_Number"]]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and _is_number(node.value):
            yield node.targets[0].id, node.value
    for call in ast.walk(tree):
        if isinstance(call, ast.keyword) and call.arg == "within" and _is_number(call.value):
            yield "within", call.value
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in {"Before", "After", "Near"}:
            yield from (("within", one) for one in call.args[1:] if _is_number(one))


def _is_number(node: ast.expr) -> TypeGuard["_Number"]:
    return isinstance(node, ast.Constant) and type(node.value) is int and node.value > 1


def _with_number(value: "_Number", new: int) -> Callable[[str], str]:
    def apply(source: str) -> str:
        lines = source.encode().splitlines(keepends=True)
        line = lines[value.lineno - 1]
        lines[value.lineno - 1] = line[: value.col_offset] + str(new).encode() + line[value.end_col_offset :]
        return b"".join(lines).decode()

    return apply


# --- running


def failing(root: Path, tests: Sequence[str], *, stop: bool, deselected: Sequence[str] = ()) -> list[str]:
    """Names of tests that fail in a tree; one of them, if `stop` says so, and `?` where none could run."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--no-header", "--tb=no"]
    options = [*(["-x"] if stop else []), *(f"--deselect={name}" for name in deselected)]
    try:
        done = subprocess.run(
            [*command, *options, *tests], cwd=root, capture_output=True, text=True, timeout=_LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        return ["?"]
    failed = re.findall(r"^(?:FAILED|ERROR) (\S+?(?:\[.*\])?)(?: - .*)?$", done.stdout, re.MULTILINE)
    return failed or (["?"] if done.returncode else [])


def tests_for(file: Path) -> tuple[str, ...]:
    """The tests that run after a change of a file."""
    if file.stem == "words":  # what entries of all rooms include
        return (*TESTS, *dict.fromkeys(test for tests in TESTS_OF.values() for test in tests))
    room = ROOM_OF.get(file.stem, "meeting") if file.suffix == ".toml" else file.relative_to(PACKAGE).parts[0]
    return (*TESTS, *TESTS_OF[room.removesuffix(".py")])


def near(change: Change) -> tuple[str, ...]:
    """The tests that are likely to notice a change."""
    entry = change.what.partition(":")[0]
    return NEAR.get(change.kind) or (_OF_AN_ENTRY.format(entry),)


def noticing(root: Path, change: Change, before: Sequence[str]) -> str | None:
    """The first test that fails after a change, or None."""
    failed = [name for name in failing(root, near(change), stop=True, deselected=before) if name != "?"]
    failed = failed or failing(root, tests_for(change.file), stop=True, deselected=before)
    return failed[0] if failed else None


def chosen(root: Path, count: int, seed: int) -> list[Change]:
    """Changes at random, as many of each kind; of the forms, an entry first, and then one of its forms."""
    dice = random.Random(seed)  # noqa: S311  (the same choices each time)
    forms: dict[str, list[Change]] = {}
    for change in form_changes(root):
        forms.setdefault(change.what.partition(":")[0], []).append(change)
    entries = list(forms.values())
    others = [list(alternative_changes(root)), list(number_changes(root))]
    return [dice.choice(others[i % 3 - 1]) if i % 3 else dice.choice(dice.choice(entries)) for i in range(count)]


def main() -> None:
    """Make the changes, run the tests, print what goes unnoticed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--choices", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    say = partial(print, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in COPIED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, root / name)
        every = dict.fromkeys((*TESTS, *(test for tests in TESTS_OF.values() for test in tests)))
        before = failing(root, tuple(every), stop=False)
        if before:
            say(f"failing without any change, and left out: {before}")
        noticed: Counter[str] = Counter()
        made: Counter[str] = Counter()
        for change in chosen(root, options.choices, options.seed):
            file = root / change.file
            text = file.read_text(encoding="utf-8")
            file.write_text(change.apply(text), encoding="utf-8")
            made[change.kind] += 1
            if (failed := noticing(root, change, before)) is not None:
                noticed[change.kind] += 1
                say(f"noticed    {change.kind}  {change.what}  ({failed})")
            else:
                say(f"UNNOTICED  {change.kind}  {change.what}")
            file.write_text(text, encoding="utf-8")
    say(", ".join(f"{kind}: {noticed[kind]} of {count}" for kind, count in made.items()))
    say(f"noticed: {noticed.total()} of {made.total()} ({noticed.total() / made.total():.0%})")


if __name__ == "__main__":
    main()
