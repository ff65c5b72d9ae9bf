"""The examples: expected reports, and scripts that run."""

import subprocess
import sys
from pathlib import Path

import pytest

from partyreports import MeetingReport, parse
from shapes import ROOT, read_article

EXAMPLES = ROOT / "examples"
ARTICLES = sorted(EXAMPLES.glob("*.txt"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_the_report_is_the_expected_one(path: Path) -> None:
    expected = path.with_suffix(".report.json").read_text(encoding="utf-8")
    assert parse(read_article(path)) == MeetingReport.model_validate_json(expected)


@pytest.mark.parametrize("script", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.stem)
def test_the_script_runs(script: Path) -> None:
    result = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout


def test_own_vocabulary_changes_the_role_of_that_call_only() -> None:
    script = EXAMPLES / "03_own_vocabulary.py"
    output = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
    ).stdout
    default, own = output.splitlines()
    assert "section.task" not in default
    assert own.startswith("own:     ['role.noun_task")
