"""Every rule reads its own examples, and refuses what it says it refuses."""

from collections.abc import Iterator
from typing import Any

import pytest

from partyreports.rulebook import TABLES, rule_ids
from partyreports.rules import RuleTable, Signal


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


def test_every_rule_has_examples_both_ways() -> None:
    bare = [rule.id for table in TABLES for rule in table.rules if not rule.accepts or not rule.refuses]
    assert bare == []


def test_names_of_rules_are_unique() -> None:
    names = rule_ids()
    assert len(names) == len(set(names))
