"""README and docs are true: their blocks run, print what the page shows, and their links lead somewhere."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import write_rules

from doc_blocks import blocks_of, lay_out, problems_of
from partyreports import parse
from partyreports.language.notes import NOTE_TEXTS
from partyreports.views.text import to_text
from shapes import ROOT

ENGINES = ROOT / "docs" / "how-to" / "engines.md"  # its parts run by themselves: tests/test_engines_page.py
PAGES = sorted([*ROOT.glob("README*.md"), *ROOT.glob("docs/**/*.md")])
WITH_JAVASCRIPT = [page for page in PAGES if "\n```javascript\n" in page.read_text(encoding="utf-8")]
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)")
_FENCE_LINE = re.compile(r"^```(.*)$", re.MULTILINE)


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", [page for page in PAGES if page != ENGINES], ids=name_of)
def test_the_blocks_run_and_print_what_is_shown(page: Path, folder: Path) -> None:
    assert list(problems_of(page, folder, strict=page.parent != ROOT)) == []


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
@pytest.mark.parametrize("page", WITH_JAVASCRIPT, ids=name_of)
def test_the_javascript_runs_too(page: Path, folder: Path) -> None:
    assert list(problems_of(page, folder, javascript=True)) == []


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CONTRIBUTING.md"], ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_fence_is_of_a_known_language(page: Path) -> None:
    """A block in an unknown language, or indented, would not be run, and nobody would notice."""
    text = page.read_text(encoding="utf-8")
    assert re.search(r"^[ \t]+```|^[ \t]*~~~", text, re.MULTILINE) is None
    opened = _FENCE_LINE.findall(text)[::2]
    assert set(opened) <= {"python", "console", "powershell", "javascript", "text", "json"}


@pytest.mark.parametrize(("name", "lang"), [("README.md", "en"), ("README.vi.md", "vi")])
def test_the_sample_output_in_the_readme_is_what_is_printed(name: str, lang: str) -> None:
    readme = (ROOT / name).read_text(encoding="utf-8")
    printed = to_text(parse((ROOT / "examples" / "giao_ban_thang_5.txt").read_text(encoding="utf-8")), lang=lang)
    sample = re.search(r"```text\n(.*?)```", readme, re.DOTALL)
    assert sample is not None
    for line in sample[1].splitlines():
        assert line in {"…", ""} or line in printed.splitlines(), line


def test_both_readmes_show_the_same_commands_and_say_first_what_they_need() -> None:
    """Words of examples differ; what a reader runs does not."""

    def shown(name: str) -> tuple[list[str], str]:
        readme = (ROOT / name).read_text(encoding="utf-8")
        languages = re.findall(r"^```(\w+)$", readme, re.MULTILINE)
        return languages, readme[: readme.index("```")]

    english, vietnamese = shown("README.md"), shown("README.vi.md")
    assert english[0].count("powershell") == vietnamese[0].count("powershell") == 2
    assert english[0].count("python") == vietnamese[0].count("python")
    for _, before in (english, vietnamese):
        assert "Python 3.11" in before
    for name in ("README.md", "README.vi.md"):
        readme = (ROOT / name).read_text(encoding="utf-8")
        for command in ("parse", "view", "serve", "explain", "rules", "evaluate", "schema"):
            assert f"\npartyreports {command} " in readme.replace("schema\n", "schema \n"), (name, command)


# --- the checker itself


def fenced(language: str, code: str, shown: str | None = None) -> str:
    return f"```{language}\n{code}\n```\n" + ("" if shown is None else f"\n```text\n{shown}\n```\n")


@pytest.mark.parametrize(
    "page",
    [
        fenced("python", "print(1 + 1)", "2"),
        fenced("python", "print('a', 'b', 'c')", "a … c"),
        fenced("python", "for i in range(9): print(i)", "0\n…\n7\n8"),
        fenced("python", "x = 1") + fenced("python", "print(x)", "1"),
        fenced("console", "partyreports --version", "partyreports, version …"),
        fenced("console", "$ partyreports parse articles/ -f jsonl -o out.jsonl"),
        fenced("console", "pip install something-that-is-not-run"),
        fenced("console", "partyreports parse missing.txt 2>/dev/null || echo $?", "1"),
        fenced("text", "a figure"),
    ],
)
def test_the_checker_accepts(page: str, folder: Path) -> None:
    (folder / "page.md").write_text(page, encoding="utf-8")
    assert list(problems_of(folder / "page.md", folder)) == []


@pytest.mark.parametrize(
    ("page", "complaint"),
    [
        (fenced("python", "print(1 + 1)", "3"), "shown"),
        (fenced("python", "print(2)\nprint(3)", "2"), "shown"),
        (fenced("python", "print(2)", "2\n3"), "shown"),
        (fenced("python", "x = 1", "1"), "shown"),
        (fenced("python", "print(2)", "…"), "says nothing"),
        (fenced("python", "print(2)"), "does not show what"),
        (fenced("console", "partyreports --version", "partyreports, version 99"), "shown"),
        (fenced("console", "partyreports parse missing.txt"), "exit status 1"),
        (fenced("console", "partyreports parse article.txt --format yaml"), "exit status 2"),
        (fenced("console", "pip install something", "it shows an output of what is not run"), "shown"),
        (fenced("console", "partyreports no-such-command\npartyreports --version"), "exit status 2"),
    ],
)
def test_the_checker_refuses(page: str, complaint: str, folder: Path) -> None:
    (folder / "page.md").write_text(page, encoding="utf-8")
    problems = list(problems_of(folder / "page.md", folder))
    assert len(problems) == 1
    assert complaint in problems[0]


def test_an_error_in_a_block_is_not_swallowed(folder: Path) -> None:
    (folder / "page.md").write_text(fenced("python", "1 / 0"), encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        list(problems_of(folder / "page.md", folder))


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_the_checker_compares_the_output_of_javascript(folder: Path) -> None:
    page = folder / "page.md"
    page.write_text(fenced("javascript", "console.log([...'a😀'].length)", "2"), encoding="utf-8")
    assert list(problems_of(page, folder, javascript=True)) == []
    page.write_text(fenced("javascript", "console.log('a😀'.length)", "2"), encoding="utf-8")
    assert len(list(problems_of(page, folder, javascript=True))) == 1


def test_a_text_block_apart_from_the_code_is_no_output() -> None:
    page = fenced("python", "x = 1") + "\nA figure:\n\n" + fenced("text", "→")
    assert [block.shown for block in blocks_of(page)] == [None]


# --- the built site


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [
        ("index.html", '<script src="assets/a.js"></script><a href="https://example.org/">a link is no load</a>', 0),
        ("index.html", '<script src="https://example.org/a.js"></script>', 1),
        ("index.html", '<link rel="stylesheet" href="//example.org/a.css">', 1),
        ("index.html", '<img alt="" src="HTTPS://example.org/a.png">', 1),
        ("index.html", '<pre class="mermaid"><code>graph</code></pre>', 1),
        ("a.css", "@font-face { src: url(fonts/a.woff2) }", 0),
        ("a.css", "@font-face { src: url('https://example.org/a.woff2') }", 1),
        ("a.css", '@import "https://example.org/a.css";', 1),
        ("a.txt", "no page at all", 1),
    ],
)
def test_the_site_may_load_nothing_from_elsewhere(name: str, content: str, status: int, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    command = [sys.executable, str(ROOT / "tools" / "check_site.py"), str(tmp_path)]
    assert subprocess.run(command, check=False, capture_output=True).returncode == status


# --- pages that must keep up with the code


def test_the_page_on_batches_names_every_note() -> None:
    page = (ROOT / "docs" / "how-to" / "batches.md").read_text(encoding="utf-8")
    rows = "".join(line for line in page.splitlines() if line.startswith("| `"))
    assert set(re.findall("`([a-z]+(?:-[a-z]+)+|mojibake)`", rows)) == set(NOTE_TEXTS)


def test_the_page_on_rules_is_written_from_the_rules() -> None:
    page = (ROOT / "docs" / "reference" / "rules.md").read_text(encoding="utf-8")
    assert page == write_rules.page(), "run python tools/write_rules.py"
