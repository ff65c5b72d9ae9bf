"""Every Python block of README and docs runs, page by page, in one namespace each."""

import re
from pathlib import Path

import pytest

from shapes import ROOT

PAGES = sorted([*ROOT.glob("README*.md"), *ROOT.glob("docs/**/*.md")])
_BLOCK = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_python_blocks_run(page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    namespace: dict[str, object] = {"__name__": "docs"}
    for block in _BLOCK.findall(page.read_text(encoding="utf-8")):
        exec(compile(block, str(page), "exec"), namespace)
    capsys.readouterr()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_sample_output_in_the_readme_is_what_is_printed() -> None:
    from partyreports import parse  # noqa: PLC0415
    from partyreports.views.text import to_text  # noqa: PLC0415

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    printed = to_text(parse((ROOT / "examples" / "giao_ban_thang_5.txt").read_text(encoding="utf-8")))
    sample = re.search(r"```text\n(.*?)```", readme, re.DOTALL)
    assert sample is not None
    for line in sample[1].splitlines():
        assert line in {"…", ""} or line in printed.splitlines(), line
