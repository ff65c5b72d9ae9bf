"""`partyreports rules` and `partyreports explain --rule`."""

import pytest
from click.testing import CliRunner

from partyreports.cli import main
from partyreports.rulebook import ALGORITHMS, rule_ids
from shapes import ROOT


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, list(arguments))
    return result.exit_code, result.output


def test_all_rules_are_listed() -> None:
    code, out = run("rules")
    listed = {line.strip() for line in out.splitlines()}
    assert code == 0
    assert {*rule_ids(), *(name for names in ALGORITHMS.values() for name in names)} <= listed


def test_a_rule_is_shown_with_its_examples_both_ways() -> None:
    out = run("rules", "period.quarter")[1]
    assert "“quý I/2021” → 2021-01-01/2021-03-31" in out
    assert "“quý khách”" in out


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("meeting.speech+framed", ["meeting.speech", "meeting.framed"]),
        ("period.month_year_inferred", ["period.month", "period.…_year_inferred"]),
        ("kind.giao_ban", ["kind.…"]),
    ],
)
def test_a_name_of_several_rules_shows_them_all(name: str, shown: list[str]) -> None:
    heads = [line.split("  ")[0] for line in run("rules", name)[1].splitlines() if not line.startswith(" ")]
    assert heads == shown


def test_the_weight_of_a_signal_is_shown() -> None:
    assert "weight +" in run("rules", "meeting.speech")[1].splitlines()[0]


@pytest.mark.parametrize("arguments", [("rules", "no.rule"), ("explain", "--rule", "no.rule", "x.txt")])
def test_an_unknown_rule_is_a_misuse(arguments: tuple[str, ...]) -> None:
    code, out = run(*arguments)
    assert code == 2
    assert "there is no rule 'no.rule'" in out


def test_explain_shows_what_one_rule_found() -> None:
    article = str(ROOT / "examples" / "giao_ban_thang_5.txt")
    found = run("explain", article, "--rule", "marker.la")[1].partition("\n\n")[2].splitlines()
    assert found
    assert all(line.split(": “")[1].split()[0] in {"Một", "Hai", "Ba", "Bốn"} for line in found)
