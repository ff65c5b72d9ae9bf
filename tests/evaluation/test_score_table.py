"""The table of scores in the page on evaluation, and the script that writes it."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

from partyreports.evaluation.fields import FIELDS
from shapes import ROOT

PAGE = ROOT / "docs" / "explanation" / "evaluation.md"


@pytest.fixture(scope="module")
def script() -> Any:
    spec = importlib.util.spec_from_file_location("score_table", ROOT / "tools" / "score_table.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(page: str) -> list[list[str]]:
    return [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| ")]


def test_the_page_shows_every_field_that_is_scored_on_the_three_sets(script: Any) -> None:
    table = rows(script.BLOCK.search(PAGE.read_text(encoding="utf-8"))[0])
    assert [row[0] for row in table[1:]] == [field.name for field in FIELDS]
    assert {len(row) for row in table} == {10}


def test_the_page_says_of_every_field_what_is_right(script: Any) -> None:
    page = PAGE.read_text(encoding="utf-8")
    explained = "".join(row[0] for row in rows(page[page.index("## What is compared") :]))
    assert [field.name for field in FIELDS if f"`{field.name}`" not in explained] == []


def test_the_script_writes_the_table_and_nothing_else(
    script: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.md"
    before = "# Scores\n\n<!-- scores -->\n\nold\n\n<!-- end of scores -->\n\nafter\n"
    page.write_text(before, encoding="utf-8")
    folder = ROOT / "tests" / "gold"
    monkeypatch.setattr(sys, "argv", ["x", f"one={folder}", f"two={folder}", "--page", str(page)])
    script.main()
    written = page.read_text(encoding="utf-8")
    assert "old" not in written
    assert script.BLOCK.split(written) == script.BLOCK.split(before)
    table = rows(written)
    assert table[0][:3] == ["field", "one: support", "precision"]
    title = next(row for row in table if row[0] == "title")
    assert title[1:4] == title[4:7] == ["27", "1.000", "1.000"]
    script.main()
    assert page.read_text(encoding="utf-8") == written
    page.write_text("no place", encoding="utf-8")
    with pytest.raises(SystemExit):
        script.main()
