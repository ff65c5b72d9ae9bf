"""The same article however it was scraped: how many reports may change, for each way.

`floors.json` holds, for each transformation, how many of the shipped articles and which share of the development gold
change at the most; it is written by tools/write_robustness.py, and never by hand.
"""

import json
import math
from functools import lru_cache
from pathlib import Path

import pytest

from robustness.facts import plain
from robustness.measure import Share, measured
from robustness.transformations import TRANSFORMATIONS, Transformation
from shapes import ROOT, read_article, shipped_articles

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))
SHARED = ROOT.parent / "shared" / "gold"
EVERY = 12
"""Of the development gold every twelfth article is read here, and all by tools/write_robustness.py."""


@lru_cache(maxsize=1)
def shipped() -> dict[str, Share]:
    return measured({path.stem: read_article(path) for path in shipped_articles()}, TRANSFORMATIONS)


@pytest.mark.parametrize("name", [one.name for one in TRANSFORMATIONS])
def test_reports_of_shipped_articles_stay_the_same(name: str) -> None:
    changed = shipped()[name].changed
    assert len(changed) <= FLOORS[name]["shipped"], changed


@pytest.mark.skipif(not SHARED.is_dir(), reason="skipped: the development gold is not here")
def test_reports_of_the_development_gold_stay_the_same() -> None:
    paths = sorted([*SHARED.glob("dev/*.txt"), *SHARED.glob("learn/*.txt")])[::EVERY]
    shares = measured({path.stem: read_article(path) for path in paths}, TRANSFORMATIONS)
    # Of few articles some more may change by chance: two standard deviations.
    wrong = {
        name: one.changed
        for name, one in shares.items()
        if len(one.changed) > (likely := FLOORS[name]["gold"] * one.articles) + 2 * math.sqrt(likely) + (likely > 0)
    }
    assert wrong == {}


EVERYTHING = (
    'Sở Nội vụ Hoà Hải - họp giao ban, trực tuye\u0302\u0301n\n\nNgày 1/6/2020, Sở Nội vụ tỉnh Hòa Hải họp “gấp…” và "nhanh", '
    "đồng chí Đỗ Văn Sen chủ trì. Các đơn vị báo cáo.\n\nNhiệm vụ:\n1. Rà soát 5-6 kho.\n2. Báo cáo."
)


@pytest.mark.parametrize("one", TRANSFORMATIONS, ids=lambda one: one.name)
def test_every_transformation_changes_texts(one: Transformation) -> None:
    assert one.change(EVERYTHING) != EVERYTHING


def test_the_comparison_can_fail() -> None:
    assert plain("Rà  soát “hồ sơ”…") == plain('rà\nsoát "hồ sơ"...')
    assert plain("rà soát") != plain("ra soát")
    assert plain("5 điểm cầu") != plain("50 điểm cầu")
