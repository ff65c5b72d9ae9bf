"""The shipped gold, the gate on it, and that both can fail."""

import importlib.util
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from partyreports import GoldError, MeetingReport, parse
from partyreports.cli import main
from partyreports.evaluation import evaluate_folder, load_gold
from partyreports.evaluation.gate import BASELINE, check, update
from shapes import ROOT

GOLD = ROOT / "tests" / "gold"
SOURCES = sorted(GOLD.glob("sources/*.gold"))


def builder() -> Any:
    spec = importlib.util.spec_from_file_location("build_gold", GOLD / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_there_is_enough_of_it() -> None:
    assert len(SOURCES) >= 20
    assert {path.stem for path in SOURCES} == {path.stem for path in GOLD.glob("*.txt")}


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_text_and_answers_are_those_of_the_source(source: Path) -> None:
    text, answers = builder().build(source.stem, source.read_text(encoding="utf-8"))
    with (GOLD / f"{source.stem}.txt").open(encoding="utf-8", newline="") as file:
        assert file.read() == text
    assert json.loads((GOLD / f"{source.stem}.json").read_text(encoding="utf-8")) == answers


def test_the_gate_holds() -> None:
    assert check(GOLD) == []


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for path in [GOLD / BASELINE, *GOLD.glob("0[1-4]*.txt"), *GOLD.glob("0[1-4]*.json")]:
        shutil.copy(path, tmp_path)
    (tmp_path / BASELINE).unlink()
    assert update(tmp_path) == []
    assert check(tmp_path) == []
    return tmp_path


def test_the_gate_falls_when_a_score_does(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(text: str) -> MeetingReport:
        return parse(text).model_copy(update={"sections": (), "chairs": ()})

    monkeypatch.setattr(
        "partyreports.evaluation.gate.evaluate_folder", lambda folder: evaluate_folder(folder, parser=forgetful)
    )
    assert [problem.partition(":")[0] for problem in check(copy)] == [
        "chairs", "points", "number", "body", "end", "role", "whole_lists", "list_role", "declared",
    ]  # fmt: skip
    before = (copy / BASELINE).read_text()
    assert any("would fall" in line for line in update(copy))
    assert (copy / BASELINE).read_text() == before
    assert update(copy, allow_regression=True) == []


def test_the_gate_falls_when_the_gold_changes_or_goes_away(copy: Path) -> None:
    victim = next(copy.glob("01*.json"))
    answers = json.loads(victim.read_text(encoding="utf-8"))
    victim.write_text(json.dumps({**answers, "named_citations": ["x"]}), encoding="utf-8")
    assert any("not the one" in problem for problem in check(copy))
    victim.unlink()
    assert any("documents were scored" in problem for problem in check(copy))
    for path in copy.glob("0*.json"):
        path.unlink()
    with pytest.raises(GoldError, match="no pair"):
        check(copy)
    (copy / BASELINE).unlink()
    with pytest.raises(GoldError, match="no baseline"):
        check(copy)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"lists": [{"role": "task", "items": [{"n": 1, "start": 5, "body": 4, "end": 9}] * 2}]}, "out of order"),
        (
            {"lists": [{"role": "task", "items": [{"n": 1, "start": 5, "body": 6, "end": 10**6}] * 2}]},
            "outside the text",
        ),
        ({"lists": [{"role": "dream", "items": [{"n": 1, "start": 5, "body": 6, "end": 9}] * 2}]}, "role"),
        ({"text_sha256": "0" * 64}, "changed after it was annotated"),
        ({"surprise": 1}, "surprise"),
        ({"is_meeting_report": None}, "is_meeting_report"),
    ],
)
def test_bad_gold_is_refused_by_file_and_key(copy: Path, change: dict[str, Any], reason: str) -> None:
    victim = next(copy.glob("01*.json"))
    victim.write_text(json.dumps({**json.loads(victim.read_text(encoding="utf-8")), **change}), encoding="utf-8")
    with pytest.raises(GoldError, match=reason) as error:
        load_gold(victim)
    assert victim.name in str(error.value)
    result = CliRunner().invoke(main, ["evaluate", str(copy)])
    assert result.exit_code == 1
    assert "not scored" in result.stdout


def test_evaluate_lists_misses_with_their_text_and_scores_strictly(copy: Path) -> None:
    victim = next(copy.glob("01*.json"))
    answers = json.loads(victim.read_text(encoding="utf-8"))
    answers["chairs"] = ["Somebody Else"]
    answers["lists"][0]["items"][0]["end"] -= 2
    victim.write_text(json.dumps(answers), encoding="utf-8")
    tolerant = CliRunner().invoke(main, ["evaluate", str(copy)])
    assert tolerant.exit_code == 0
    assert "wanted Somebody Else" in tolerant.stdout
    assert ": end:" not in tolerant.stdout
    assert ": end:" in CliRunner().invoke(main, ["evaluate", str(copy), "--strict"]).stdout
    as_json = json.loads(CliRunner().invoke(main, ["evaluate", str(copy), "-f", "json"]).stdout)
    assert as_json["fields"]["chairs"]["correct"] == as_json["fields"]["chairs"]["support"] - 1
    assert "| points |" in CliRunner().invoke(main, ["evaluate", str(copy), "-f", "markdown"]).stdout


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["evaluate", str(tmp_path)])
    assert result.exit_code == 1
    assert "no pair" in result.stderr
