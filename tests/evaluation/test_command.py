"""`partyreports evaluate`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from answers import ANSWERS, TEXT
from partyreports.cli import main
from partyreports.rulebook import rule_ids


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One document whose answers are those that the parser gives, but for a chair and the end of a point."""
    first, second = ANSWERS["lists"]
    one, two = first["items"]
    lists = [{**first, "items": [one, {**two, "end": two["end"] - 2}]}, second]
    answers = {"id": "a", "is_meeting_report": True, "chairs": ["Somebody Else"], "lists": lists}
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    (tmp_path / "a.json").write_text(json.dumps(answers), encoding="utf-8")
    return tmp_path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


def test_misses_are_listed_with_their_text_and_offsets_may_be_strict(folder: Path) -> None:
    tolerant = run(folder)
    assert tolerant.exit_code == 0
    assert "wanted Somebody Else" in tolerant.stdout
    assert ": end:" not in tolerant.stdout
    assert ": end:" in run(folder, "--strict").stdout
    as_json = json.loads(run(folder, "-f", "json").stdout)
    assert (as_json["fields"]["chairs"]["correct"], as_json["fields"]["chairs"]["support"]) == (0, 1)
    assert "| points |" in run(folder, "-f", "markdown").stdout


def test_misses_of_one_field_or_of_none(folder: Path) -> None:
    chairs = run(folder, "--strict", "--misses", "chairs").stdout
    assert "Somebody Else" in chairs
    assert ": end:" not in chairs
    assert ": end:" in run(folder, "--strict", "--misses", "chairs", "--misses", "end").stdout
    for how in ("text", "json", "markdown"):
        assert "Somebody" not in run(folder, "--no-misses", "-f", how).stdout


def test_the_parser_may_be_told_that_a_meeting_is_reported(folder: Path) -> None:
    answers = json.loads((folder / "a.json").read_text(encoding="utf-8"))
    (folder / "a.json").write_text(json.dumps({**answers, "is_meeting_report": False}), encoding="utf-8")
    right = [json.loads(run(folder, "-f", "json", *more).stdout)["fields"]["is_meeting_report"]["correct"]
             for more in ((), ("--meeting-known",))]  # fmt: skip
    assert right == [0, 1]


def test_rules_are_listed_with_those_of_the_rulebook_that_never_read_anything(folder: Path) -> None:
    document = json.loads(run(folder, "--rules", "-f", "json").stdout)
    assert "marker.la" in document["rules"]
    assert set(rule_ids()) <= set(document["rules"])
    read = {name for name, rule in document["rules"].items() if rule["read"] or rule["fired"]}
    assert set(rule_ids()) - read == set(document["never_read"])
    assert {"date.numeric", "period.month"} <= read
    assert "never read anything:" in run(folder, "--rules").stdout


def test_what_does_not_load_is_named_and_the_exit_status_is_one(folder: Path, tmp_path: Path) -> None:
    (folder / "a.json").write_text(json.dumps({"surprise": 1}), encoding="utf-8")
    result = run(folder, "--no-misses")
    assert result.exit_code == 1
    assert "a.json" in result.output
    empty = tmp_path / "empty"
    empty.mkdir()
    result = run(empty)
    assert (result.exit_code, "no pair" in result.stderr) == (1, True)


def test_the_gate_is_set_holds_and_falls(folder: Path) -> None:
    assert run(folder, "--gate").exit_code == 1
    assert run(folder, "--update-gate").stdout == "the floors are set\n"
    assert run(folder, "--gate").stdout == "the gate holds\n"
    baseline = json.loads((folder / "baseline.json").read_text())
    baseline["floors"]["chairs"] = 1.0
    (folder / "baseline.json").write_text(json.dumps(baseline))
    result = run(folder, "--gate")
    assert (result.exit_code, result.stdout) == (1, "chairs: 0.000 is below its floor of 1.000\n")
    assert "would fall" in run(folder, "--update-gate").stdout
    assert run(folder, "--update-gate", "--allow-regression").exit_code == 0
    assert run(folder, "--gate").exit_code == 0
    elsewhere = folder / "floors.json"
    assert run(folder, "--update-gate", "--floors", elsewhere).exit_code == 0
    assert run(folder, "--gate", "--floors", elsewhere).exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["--misses", "chairs", "--no-misses"],
        ["--misses", "nothing_of_the_kind"],
        ["--gate", "--strict"],
        ["--update-gate", "--meeting-known"],
        ["--gate", "--allow-regression"],
        ["--allow-regression"],
        ["--floors", "x.json"],
    ],
)
def test_options_that_do_not_go_together_are_misuse(folder: Path, arguments: list[str]) -> None:
    assert run(folder, *arguments).exit_code == 2
