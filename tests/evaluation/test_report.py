"""Tables for the terminal, for Markdown and for programs: the same in each."""

import json
from typing import Any

import pytest

from answers import gold, report
from partyreports.evaluation import Evaluation, evaluate, render_json, render_markdown, render_text
from partyreports.rules import RuleTable, Signal


@pytest.fixture(scope="module")
def result() -> Evaluation:
    documents = [gold(id="one", title="Khác | hẳn", kind="so_ket"), gold(id="two", is_meeting_report=False)]
    rules: tuple[Signal[str], ...] = tuple(
        Signal(id=name, measure=lambda _: 1, accepts=()) for name in ("never.seen", "kind.giao_ban")
    )
    table = RuleTable("some", "Some.", rules, read=lambda _: [("kind.giao_ban", None)] * 3)
    made = evaluate(documents, parser=lambda _: report(), tables=(table,))
    made.failures.append("three.json: no JSON")
    return made


def cells(lines: list[str]) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_all_three_show_the_same_scores(result: Evaluation) -> None:
    lines = render_text(result, misses=False).splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("field"))
    text = [line.split() for line in lines[start : start + 1 + len(result.fields)]]
    marked = cells([line for line in render_markdown(result, misses=False).splitlines() if line.startswith("|")])
    assert text == [marked[0], *marked[2:]]
    fields = json.loads(render_json(result))["fields"]
    assert text[1:] == [
        [name, *(str(one[key]) for key in ("support", "given", "correct")),
         *(f"{one[key]:.3f}" for key in ("precision", "recall", "f1"))]
        for name, one in fields.items()
    ]  # fmt: skip


def test_columns_are_aligned(result: Evaluation) -> None:
    for lines in (render_text(result, misses=False).splitlines(), render_text(result, rules=True).splitlines()):
        for head in ("field ", "rule "):
            start = next((i for i, line in enumerate(lines) if line.startswith(head)), None)
            if start is not None:
                table = lines[start : lines.index("", start)]
                assert len({len(line) for line in table}) == 1
                assert len(table) > 10


@pytest.mark.parametrize("render", [render_text, render_markdown, render_json])
def test_misses_are_all_shown_or_those_of_some_fields_or_none(render: Any, result: Evaluation) -> None:
    whole, some, none = render(result), render(result, misses=["kind"]), render(result, misses=False)
    assert all(words in whole for words in ("Khác", "so_ket", "3/6/2024", "three.json"))
    assert "so_ket" in some
    assert "Khác" not in some
    assert "3/6/2024" not in some
    assert "3/6/2024" in render(result, misses=["invented"])
    assert not [words for words in ("Khác", "so_ket", "3/6/2024", "one", "Huyện") if f"{words} " in none]
    assert "three.json" in none


def test_invented_facts_are_counted_by_document_and_value(result: Evaluation) -> None:
    words = "invented on articles without a meeting: 1 document, 4 values"
    assert words in render_text(result, misses=False)
    assert words in render_markdown(result, misses=False)
    invented = json.loads(render_json(result, misses=False))["invented"]
    assert invented == {"documents": 1, "count": 4, "values": []}


def test_a_bar_in_a_miss_does_not_break_the_table_of_markdown(result: Evaluation) -> None:
    row = next(line for line in render_markdown(result).splitlines() if "Khác" in line)
    assert r"Khác \| hẳn" in row


def test_rules_are_shown_when_they_are_asked_for(result: Evaluation) -> None:
    assert "kind.giao_ban" not in render_text(result)
    text, marked, as_json = (render(result, rules=True) for render in (render_text, render_markdown, render_json))
    row = next(line.split() for line in text.splitlines() if line.startswith("kind.giao_ban"))
    assert row == ["kind.giao_ban", "6", "2", "2", "kind", "2", "1", "0.500"]
    assert f"| {' | '.join(row)} |" in marked
    document = json.loads(as_json)
    assert document["rules"]["kind.giao_ban"] == {
        "read": 6,
        "fired": 2,
        "documents": 2,
        "fields": {"kind": {"given": 2, "correct": 1, "precision": 0.5}},
    }
    for shown in (text, marked):
        assert "never read anything: 1 of 2 rules of the tables\n- never.seen\n" in shown
    assert document["never_read"] == ["never.seen"]
