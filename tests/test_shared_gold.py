"""The gold of the developers, where it lies beside the project; elsewhere these checks say that they are skipped.

After a change for the better, set the floors anew, for each folder:

    partyreports evaluate ../shared/gold/dev --update-gate --floors tests/gold/shared_floors.json
"""

import pytest

from partyreports import parse
from partyreports.evaluation import evaluate, load_gold
from partyreports.evaluation.gate import check
from shapes import ROOT

# Beside the project, or beside the folder that holds several working trees of it.
_PLACES = [parent / "shared" / "gold" for parent in ROOT.parents[:2]]
GOLD = next((place for place in _PLACES if place.is_dir()), _PLACES[0])
SEED = GOLD / "dev" / "seed_giao_ban_2020_06.json"
FLOORS = ROOT / "tests" / "gold" / "shared_floors.json"


def need(name: str) -> None:
    if not (GOLD / name).is_dir():
        pytest.skip(f"the gold of the developers ({name}) is not here")


@pytest.mark.parametrize("name", ["dev", "learn"])
def test_no_score_falls_below_its_floor(name: str) -> None:
    need(name)
    assert check(GOLD / name, FLOORS) == []


def test_the_seed_article_is_right_in_every_field() -> None:
    need("dev")
    result = evaluate([load_gold(SEED)])
    assert result.misses == []
    assert {name: score.f1 for name, score in result.fields.items() if score.f1 != 1} == {}


def test_what_the_seed_article_says_besides() -> None:
    need("dev")
    with SEED.with_suffix(".txt").open(encoding="utf-8", newline="") as file:
        text = file.read()
    report = parse(text)
    assert report.views is not None
    assert report.views.value == 1456
    assert (len(report.captions), len(report.chairs), len(report.related)) == (1, 1, 14)
    assert len(report.chairs[0].positions) == 3
    assert len(report.chairs[0].mentions) == 1
    assert all(link.age for link in report.related)
    assert [len(body.text) > 5 for body in report.attendance.organisations] == [True] * 5
    assert report.meeting.period is not None
    assert (str(report.meeting.period.start), str(report.meeting.period.end)) == ("2020-01-01", "2020-05-31")
    assert report.meeting.kind is not None
    assert (report.meeting.kind.value, report.meeting.part_of_day) == ("giao_ban", "chiều")
    assert "“" in report.achievements[1].text
    assert [note.code for note in report.notes] == ["glued-words"] * 3
    assert sum(len(passage.text) for passage in report.unclaimed) < 450
