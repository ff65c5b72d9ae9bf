"""Documentation pages as programs: their blocks run in order, and what a page shows is what they print.

A page runs in a temporary folder that holds what `lay_out` puts there. Python blocks share one namespace; of
console blocks the lines that call `partyreports`, or a script of `benchmarks/`, are run; JavaScript blocks
are given to node. A `text` block that follows one of these (with only blank lines between) is its output:
`…` on a line of its own stands for any lines, `…` within a line for any characters.

    python tests/doc_blocks.py docs/tutorial.md      # tells every difference
"""

import contextlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from shapes import ROOT

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_RUN = ("partyreports ", "cat article.txt | partyreports ", "python benchmarks/", "python -m partyreports")
RUNNABLE = {"python", "console", "javascript"}


class Block(NamedTuple):
    """A fenced block that runs."""

    language: str
    code: str
    line: int
    shown: str | None
    """The output that the page shows, where it shows one."""


def blocks_of(page: str) -> list[Block]:
    """The blocks of a page that run, each with the output shown for it."""
    fences = list(_FENCE.finditer(page))
    found = []
    for i, fence in enumerate(fences):
        if fence[1] not in RUNNABLE:
            continue
        after = fences[i + 1] if i + 1 < len(fences) else None
        shown = after is not None and after[1] == "text" and not page[fence.end() : after.start()].strip()
        line = page.count("\n", 0, fence.start()) + 1
        found.append(Block(fence[1], fence[2], line, after[2] if shown and after is not None else None))
    return found


def lay_out(folder: Path) -> None:
    """Put the project's own files, and stand-ins for the reader's, in an empty folder."""
    for name in ("examples", "benchmarks", "tests/gold"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "sources", "*.py[co]"))
    article = ROOT / "examples" / "giao_ban_thang_5.txt"
    for name in ("article.txt", "bai.txt"):
        shutil.copy(article, folder / name)
    record = {"id": "117", "text": article.read_text(encoding="utf-8"), "published": "2023-06-05"}
    (folder / "dump.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    documents = ROOT / "tests" / "documents"
    for source, name in (("pages/modern_cms.html", "page.html"), ("files/modern_cms.pdf", "page.pdf")):
        shutil.copy(documents / source, folder / name)
    shutil.copy(documents / "files" / "article.docx", folder)
    shutil.copy(ROOT / "docs" / "how-to" / "archive.jsonl", folder)
    for name in ("articles", "thu_muc"):
        (folder / name).mkdir()
        for path in ROOT.glob("examples/*.txt"):
            shutil.copy(path, folder / name)
    (folder / "gold").mkdir()
    for path in ROOT.glob("tests/gold/0[1-3]_*.*"):
        shutil.copy(path, folder / "gold")


def problems_of(page: Path, folder: Path, *, javascript: bool = False, strict: bool = True) -> Iterator[str]:
    """Run the blocks of a page in `folder`, which is the working directory, and compare their outputs.

    Args:
        page: a Markdown file.
        folder: where `lay_out` has been.
        javascript: run JavaScript blocks too.
        strict: a block of code that prints must be followed by its output; commands may print unshown.

    Yields:
        What is wrong: a command that failed, an output that is not the one shown. Errors in Python blocks are raised.
    """
    namespace: dict[str, object] = {"__name__": "__main__"}
    for block in blocks_of(page.read_text(encoding="utf-8")):
        if block.language == "javascript" and not javascript:
            continue
        where = f"{page.name}:{block.line}"
        if block.language == "python":
            status, printed = 0, _run_python(block, where, namespace)
        else:
            command = ["node", "-e", block.code] if block.language == "javascript" else _commands(block.code)
            status, printed = _run_command(command, folder) if command else (0, "")
        if status:
            yield f"{where}: exit status {status}\n{printed}"
        elif block.shown is not None:
            yield from _differences(block.shown, printed, where)
        elif strict and printed.strip() and block.language != "console":
            yield f"{where}: the block prints, and the page does not show what:\n{printed}"


def _run_python(block: Block, where: str, namespace: dict[str, object]) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile("\n" * block.line + block.code, where, "exec"), namespace)
    return out.getvalue()


def _is_endless(line: str) -> bool:
    """Whether a command serves until it is stopped; tests/serve and tests/cli/test_serve.py run it."""
    return line.startswith("partyreports serve") and "--help" not in line


def _commands(code: str) -> list[str]:
    lines = [line.removeprefix("$ ") for line in code.splitlines()]
    lines = [line for line in lines if line.startswith(_RUN) and not _is_endless(line)]
    return ["bash", "-e", "-o", "pipefail", "-c", "\n".join(lines)] if lines else []


def _run_command(command: list[str], folder: Path) -> tuple[int, str]:
    tools = folder / ".tools"
    if not tools.exists():
        tools.mkdir()
        start = """ -c "from partyreports.cli import main; main(prog_name='partyreports')\""""
        for name, arguments in (("python", ""), ("partyreports", start)):
            (tools / name).write_text(f'#!/bin/sh\nexec "{sys.executable}"{arguments} "$@"\n', encoding="utf-8")
            (tools / name).chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{tools}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONIOENCODING": "utf-8",
        "COLUMNS": "100",
    }
    result = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )
    return result.returncode, result.stdout


def _differences(shown: str, printed: str, where: str) -> Iterator[str]:
    if not shown.replace("…", "").strip():
        yield f"{where}: the output shown says nothing"
    if re.fullmatch("".join(_patterns(shown)), "".join(f"{line}\n" for line in _lines(printed))) is None:
        yield f"{where}: shown\n{shown}\nprinted\n{printed}"


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip("\n").splitlines()]


def _patterns(shown: str) -> Iterator[str]:
    for line in _lines(shown):
        if line == "…":
            yield r"(?:.*\n)*?"
        else:
            yield ".*?".join(map(re.escape, line.split("…"))) + r"\n"


def main() -> None:
    """Run the pages that the command line names and tell every problem."""
    status = 0
    for page in [Path(name).resolve() for name in sys.argv[1:]]:
        with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
            lay_out(Path(name))
            for problem in problems_of(page, Path(name), javascript=shutil.which("node") is not None):
                sys.stdout.write(f"{problem}\n")
                status = 1
    sys.exit(status)


if __name__ == "__main__":
    main()
