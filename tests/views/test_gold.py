"""A report as gold answers: what a reader starts from says exactly what the report says."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from partyreports import parse
from partyreports.evaluation import GoldDocument, evaluate
from partyreports.views.gold import draft_of
from shapes import articles, read_article, shipped_articles


def check_draft(text: str) -> None:
    report = parse(text)
    draft = draft_of(report, text)
    gold = GoldDocument.model_validate({"id": "a", **draft.answers, "text": text})
    # A list of one point is none for gold, so only what is in the draft is compared.
    misses = [
        miss for miss in evaluate([gold], tolerance=0).misses if miss.wanted != "nothing" or miss.field != "points"
    ]
    assert [miss for miss in misses if miss.field not in {"whole_lists", "declared"} or miss.wanted != "nothing"] == []
    for way in draft.places.values():
        value: Any = draft.answers
        for step in way:
            value = value[step]


@pytest.mark.parametrize("path", shipped_articles(), ids=lambda path: path.stem)
def test_the_answers_of_a_report_agree_with_it(path: Path) -> None:
    text = read_article(path)
    check_draft(text)
    gold = GoldDocument.model_validate({"id": "a", **draft_of(parse(text), text).answers, "text": text})
    assert evaluate([gold], tolerance=0).misses == []


@given(articles())
def test_the_answers_of_any_report_are_gold(text: str) -> None:
    check_draft(text)
