"""Every rule reads its own examples, and refuses what it says it refuses."""

import ast
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from partyreports import MeetingReport, SectionRole, parse
from partyreports.evaluation.rules import rules_fired
from partyreports.rulebook import ALGORITHMS, TABLES, find_cards, rule_ids
from partyreports.rules import Judge, RuleTable, Score, Signal, Weights
from partyreports.text.scanned import scan
from shapes import ROOT, read_article, shipped_articles


def _accepted() -> Iterator[Any]:
    for table in TABLES:
        for rule in table.rules:
            accepts = dict.fromkeys(rule.accepts) if isinstance(rule, Signal) else rule.accepts
            for text, wanted in accepts.items():
                yield pytest.param(table, rule.id, text, wanted, id=f"{rule.id}: {text[:60]}")


def _refused() -> Iterator[Any]:
    for table in TABLES:
        for rule in table.rules:
            for text in rule.refuses:
                yield pytest.param(table, rule.id, text, id=f"{rule.id}: {text[:60]}")


def _read(table: RuleTable, rule: str, text: str) -> list[Any]:
    return [reading for name, reading in table.read(text) if name == rule]


@pytest.mark.parametrize(("table", "rule", "text", "wanted"), list(_accepted()))
def test_a_rule_reads_its_examples(table: RuleTable, rule: str, text: str, wanted: object) -> None:
    found = _read(table, rule, text)
    assert found if wanted is None else wanted in found  # (a signal is there, however strongly)


@pytest.mark.parametrize(("table", "rule", "text"), list(_refused()))
def test_a_rule_refuses_its_counter_examples(table: RuleTable, rule: str, text: str) -> None:
    assert _read(table, rule, text) == []


@pytest.mark.parametrize(
    ("table", "rule", "text", "wanted"), [case for case in _accepted() if case.values[3] is not None]
)
def test_a_rule_that_is_switched_off_reads_nothing(
    table: RuleTable, rule: str, text: str, wanted: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = partial(scan, without=frozenset({rule}))
    monkeypatch.setitem(table.read.__globals__, "scan", without)
    assert _read(table, rule, text) == []


def test_every_rule_has_examples_both_ways() -> None:
    bare = [rule.id for table in TABLES for rule in table.rules if not rule.accepts or not rule.refuses]
    assert bare == []


def test_names_of_rules_are_unique() -> None:
    names = rule_ids()
    assert len(names) == len(set(names))


# --- the names that reports give


@pytest.mark.parametrize("article", shipped_articles(), ids=lambda path: path.stem)
def test_every_rule_that_a_report_names_is_declared(article: Path) -> None:
    assert {name for name in rules_fired(parse(read_article(article))) if not find_cards(name)} == set()


def test_no_name_is_declared_twice() -> None:
    assert {name for names in ALGORITHMS.values() for name in names} & set(rule_ids()) == set()


def test_no_name_is_declared_that_nothing_gives() -> None:
    """A report gives it, or it stands in the code, at least the constant part of one that is put together."""
    said = _said_outside_the_rulebook() - {""}
    given = {name for article in shipped_articles() for name in rules_fired(parse(read_article(article)))}
    declared = [name for names in ALGORITHMS.values() for name in names]
    rest = [name for name in declared if not {name, name.rpartition(".")[2], *name.split("…")} & said]
    stale = [name for name in rest if name not in given]
    assert stale == []


def _said_outside_the_rulebook() -> set[str]:
    return {
        node.value
        for path in (ROOT / "src" / "partyreports").rglob("*.py")
        if path.name != "rulebook.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


# --- weights


def test_a_signal_that_is_switched_off_counts_nothing() -> None:
    yes: Signal[str] = Signal(id="a.yes", measure=lambda text: float("yes" in text), accepts=("yes",), refuses=("no",))
    judge = Judge(Weights(-1.0, {"a.yes": 3.0}), [yes])
    assert judge.score("yes") == Score(2.0, ("a.yes",))
    assert judge.score("yes", without={"a.yes"}) == Score(-1.0, ())
    assert judge.best(["no", "yes"]) == "yes"
    assert judge.best(["yes"], without={"a.yes"}) is None


def test_what_can_no_longer_win_is_not_measured_to_the_end() -> None:
    asked: list[str] = []

    def length(text: str) -> float:
        asked.append(text)
        return len(text) / 10

    signals = [
        Signal(id="a.is_c", measure=lambda text: float(text == "c"), accepts=("c",)),
        Signal(id="a.length", measure=length, accepts=("aaaa",)),
    ]
    judge = Judge(Weights(0.0, {"a.is_c": -3.0, "a.length": 2.0}), signals)
    several = ["aa", "aaaa", "c", "aaa", "bbbb"]
    assert judge.best(several) == max(several, key=lambda one: judge.score(one).value) == "aaaa"
    asked.clear()
    judge.best(several)
    assert asked == ["aa", "aaaa", "aaa", "bbbb"]


def test_whether_a_score_lies_above_a_bar_is_measured_until_it_is_certain() -> None:
    asked: list[str] = []

    def is_a(text: str) -> float:
        asked.append(text)
        return float(text == "a")

    signals = [
        Signal(id="a.is_b", measure=lambda text: float(text == "b"), accepts=("b",)),
        Signal(id="a.is_c", measure=lambda text: float(text == "c"), accepts=("c",)),
        Signal(id="a.is_a", measure=is_a, accepts=("a",)),
    ]
    judge = Judge(Weights(0.0, {"a.is_b": 5.0, "a.is_c": -5.0, "a.is_a": 2.0}), signals)
    assert [judge.is_above(1.0, text) for text in "abcd"] == [judge.score(text).value > 1.0 for text in "abcd"]
    asked.clear()
    assert [judge.is_above(1.0, text) for text in "abcd"] == [True, True, False, False]
    assert asked == ["a", "d"]


ARTICLE = """Sáng 5/6/2023, tại Mường Lai, đồng chí Lê Văn Tám chủ trì hội nghị giao ban. Hội nghị nêu hai nhiệm vụ:
1. Rà soát hồ sơ.
2. Báo cáo kết quả."""


@pytest.mark.parametrize(
    ("table", "decided"),
    [
        ("detection", lambda report: report.is_meeting_report),
        ("meeting_date", lambda report: report.meeting.date is not None),
        ("headline", lambda report: report.title is None),
        ("list_role", lambda report: report.sections[0].role is SectionRole.TASK),
    ],
)
def test_a_decision_without_its_signals_falls_to_the_bias(table: str, decided: Callable[[MeetingReport], bool]) -> None:
    signals = {rule.id for one in TABLES if one.name == table for rule in one.rules}
    assert decided(parse(ARTICLE))
    assert not decided(parse(ARTICLE, without=signals))
