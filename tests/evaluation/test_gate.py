"""Floors under the scores of a folder: that they hold, fall, are set, and are not lowered unseen."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from partyreports import GoldError, MeetingReport, parse
from partyreports.evaluation import evaluate_folder
from partyreports.evaluation.gate import BASELINE, check, update
from shapes import ROOT

GOLD = ROOT / "tests" / "gold"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "some"
    folder.mkdir()
    for path in [*GOLD.glob("0[1-46]*.txt"), *GOLD.glob("0[1-46]*.json")]:
        shutil.copy(path, folder)
    assert update(folder) == []
    assert check(folder) == []
    return folder


def parse_with(monkeypatch: pytest.MonkeyPatch, **update: Any) -> None:
    """Score reports of which some fields are changed."""

    def parser(text: str) -> MeetingReport:
        return parse(text).model_copy(update=update)

    monkeypatch.setattr(
        "partyreports.evaluation.gate.evaluate_folder", lambda folder: evaluate_folder(folder, parser=parser)
    )


def test_it_falls_when_a_score_does(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parse_with(monkeypatch, sections=(), chairs=())
    assert [problem.partition(":")[0] for problem in check(copy)] == [
        "chairs", "positions", "points", "number", "body", "end", "role", "whole_lists", "list_role", "declared", "heading",
    ]  # fmt: skip
    before = (copy / BASELINE).read_text()
    assert any("would fall" in line for line in update(copy))
    assert (copy / BASELINE).read_text() == before
    assert update(copy, allow_regression=True) == []
    assert check(copy) == []


def test_it_falls_when_more_is_invented(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chaired = next(report for path in copy.glob("*.txt") if (report := parse(path.read_text(encoding="utf-8"))).chairs)
    baseline = json.loads((copy / BASELINE).read_text())
    (copy / BASELINE).write_text(json.dumps({**baseline, "floors": {"title": 0.5}}))
    parse_with(monkeypatch, chairs=chaired.chairs)
    assert [problem.partition(" on ")[0] for problem in check(copy)] == ["facts are invented"]
    assert [problem.partition(" on ")[0] for problem in update(copy)] == ["facts are invented"]


def test_it_falls_when_the_gold_changes_or_goes_away(copy: Path) -> None:
    victim = next(copy.glob("01*.json"))
    answers = json.loads(victim.read_text(encoding="utf-8"))
    victim.write_text(json.dumps({**answers, "named_citations": ["x"]}), encoding="utf-8")
    assert any("not the one" in problem for problem in check(copy))
    victim.write_text("{}", encoding="utf-8")
    assert any("not scored" in problem for problem in check(copy))
    assert any(victim.name in problem for problem in update(copy, allow_regression=True))
    victim.unlink()
    assert any("documents were scored" in problem for problem in check(copy))
    for path in copy.glob("0*.json"):
        path.unlink()
    with pytest.raises(GoldError, match="no pair"):
        check(copy)


def test_a_baseline_without_floors_holds_nothing(copy: Path) -> None:
    baseline = json.loads((copy / BASELINE).read_text())
    (copy / BASELINE).write_text(json.dumps({**baseline, "floors": {}}))
    assert check(copy) == ["the baseline holds no floors"]
    for broken in ("[]", "{"):
        (copy / BASELINE).write_text(broken)
        with pytest.raises(GoldError, match=BASELINE):
            check(copy)
    (copy / BASELINE).unlink()
    with pytest.raises(GoldError, match="no floors for"):
        check(copy)


def test_one_file_holds_the_floors_of_several_folders(copy: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    with pytest.raises(GoldError, match="no floors for"):
        check(copy, floors)
    other = tmp_path / "other"
    shutil.copytree(copy, other)
    for path in other.glob("0[2-9]*"):
        path.unlink()
    (copy / BASELINE).unlink()
    assert update(copy, floors) == []
    assert update(other, floors) == []
    assert {name: one["documents"] for name, one in json.loads(floors.read_text()).items()} == {"some": 5, "other": 1}
    assert check(copy, floors) == check(other, floors) == []
    assert not (copy / BASELINE).exists()
