"""The shipped gold is built from its sources, and the gate holds on it."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from partyreports.evaluation.gate import check
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
