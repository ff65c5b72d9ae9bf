"""The benchmarks measure what they say: peers that work, goals that can be missed."""

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest

from partyreports import parse
from partyreports.inputs.articles import Article
from partyreports.inputs.reading import Inputs
from shapes import ROOT, read_article

ARTICLE = read_article(ROOT / "examples" / "giao_ban_thuy_loi.txt")


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Any:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    sys.modules.pop(request.param, None)
    return importlib.import_module(request.param)


@pytest.mark.parametrize("module", ["peers"], indirect=True)
def test_the_naive_script_splits_the_points_and_finds_dates(module: Any) -> None:
    points = module.naive_script(ARTICLE)
    ours = [point for section in parse(ARTICLE).sections for point in section.points]
    assert len(points) == len(ours) == 20
    assert [number for number, _, _ in points][:3] == ["Một", "Hai", "Ba"]
    assert "18-3" in [date for _, _, date in points]


@pytest.mark.parametrize("module", ["peers"], indirect=True)
def test_the_tokenizer_is_given_every_line(module: Any) -> None:
    assert module.tokenize_lines(["Hội nghị giao ban", "tháng 5"]) == 4


@pytest.mark.parametrize("module", ["scale"], indirect=True)
def test_the_text_that_grows_is_the_article_again_and_again(module: Any) -> None:
    assert module.prose(1) == module.TEXT
    assert len(module.prose(100_000)) > 90_000
    assert module.points(parse(module.prose(30_000))) == 40
    assert 11_000 < len(module.TEXT) < 14_000


@pytest.mark.parametrize("module", ["run"], indirect=True)
def test_goals_are_met_on_the_right_side_only(module: Any) -> None:
    assert module.Goal("faster", 31.0, "≥", 30).met
    assert not module.Goal("faster", 29.0, "≥", 30).met
    assert module.Goal("slope", 1.0, "≤", 1.05).met
    missed = module.Goal("slope", 1.1, "≤", 1.05)
    assert not missed.met
    assert missed.row().startswith("NO ")
    told = module.Goal("cold", 1.5)
    assert told.met
    assert told.row().endswith("(no goal)")


@pytest.mark.parametrize("module", ["archive"], indirect=True)
def test_the_archive_that_is_measured_is_read_and_written_whole(
    module: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inputs = Inputs([module.write_dump(tmp_path / "dump.jsonl", module.articles(6))])
    assert len({article.text for article in inputs if isinstance(article, Article)}) == 6
    assert 0 < module.shares_of(inputs) < 100
    module.compare(4, 1)
    told = capsys.readouterr().out
    assert "≤ 15 %" in told
    assert "≥ 1.7" in told
