"""Points in JSON: one list, nested ones after their parents; a tree in Python."""

import json
from typing import Any

import pytest
from hypothesis import given
from pydantic import ValidationError

from partyreports import MeetingReport, Section, parse
from partyreports.views.json import Conveniences
from shapes import articles

TEXT = "Giao ban\n\nCác nhiệm vụ:\n1. Rà soát:\n1.1. Xã:\na) một;\nb) hai.\n1.2. Huyện.\n2. Báo cáo."


@pytest.fixture
def section() -> dict[str, Any]:
    found: dict[str, Any] = parse(TEXT).sections[0].model_dump(mode="json")
    return found


def test_the_list(section: dict[str, Any]) -> None:
    assert [(point["parent"], point["marker"]["text"]) for point in section["points"]] == [
        (None, "1."),
        (0, "1.1."),
        (1, "a)"),
        (1, "b)"),
        (0, "1.2."),
        (None, "2."),
    ]
    assert not any("points" in point for point in section["points"])


def test_both_forms_are_read(section: dict[str, Any]) -> None:
    tree = parse(TEXT).sections[0]
    assert Section.model_validate(section) == tree
    assert Section.model_validate_json(json.dumps(section)) == tree
    assert Section.model_validate(tree.model_dump()) == tree  # as Python dumps it, and JSON of schema 2


@pytest.mark.parametrize("parent", [0, 1, 5, 9, -1, "0", 0.5])
def test_a_parent_is_a_point_before(section: dict[str, Any], parent: object) -> None:
    section["points"][0]["parent"] = parent
    with pytest.raises(ValidationError, match="parent of point 0"):
        Section.model_validate(section)


def test_the_forms_are_not_mixed(section: dict[str, Any]) -> None:
    section["points"][1]["points"] = []
    with pytest.raises(ValidationError, match="not both"):
        Section.model_validate(section)


@given(articles())
def test_any_report_comes_back(text: str) -> None:
    report = parse(text.encode("utf-8", "replace").decode())
    assert MeetingReport.model_validate_json(report.model_dump_json()) == report
    assert MeetingReport.model_validate(report.model_dump(mode="json")) == report
    assert MeetingReport.model_validate_json(report.to_json(conveniences=True)) == report


def test_conveniences() -> None:
    report = parse(TEXT)
    document = json.loads(report.to_json(conveniences=True))
    added = document.pop("conveniences")
    assert document == json.loads(report.model_dump_json()) == json.loads(report.to_json(indent=1))
    assert list(added) == list(Conveniences.model_fields)
    assert all(hasattr(report, name) for name in added)
    assert added["tasks"] == document["sections"][0]["points"]
    assert (added["date"], added["chair"], added["achievements"]) == (None, None, [])
