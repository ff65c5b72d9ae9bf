"""What counts as right in each field."""

import unicodedata
from typing import Any

import pytest

from answers import ANSWERS, NESTED, POINTS, found, gold, person, report, section
from partyreports import MeetingReport
from partyreports.evaluation import FieldScore, GoldDocument, evaluate
from partyreports.evaluation.fields import FIELDS
from partyreports.models import Attendance, SectionRole, Span

LISTS = ANSWERS["lists"]


def scores(document: GoldDocument, made: MeetingReport, tolerance: int = 3) -> dict[str, FieldScore]:
    return evaluate([document], tolerance=tolerance, parser=lambda _: made).fields


def counts(score: FieldScore) -> tuple[int, int, int]:
    return score.correct, score.given, score.expected


def test_a_report_that_agrees_is_right_in_every_field_and_each_field_is_asked() -> None:
    result = evaluate([gold()], tolerance=0, parser=lambda _: report())
    assert result.misses == []
    assert list(result.fields) == [one.name for one in FIELDS]
    assert [name for name, score in result.fields.items() if not score.correct == score.given == score.expected] == []
    assert [name for name, score in result.fields.items() if not score.expected] == []


@pytest.mark.parametrize("name", [one.name for one in FIELDS])
def test_an_empty_report_is_right_in_no_field_but_detection(name: str) -> None:
    empty = MeetingReport(source=report().source, is_meeting_report=False)
    score = scores(gold(), empty)[name]
    assert score.correct == 0
    assert score.given == (name == "is_meeting_report")


@pytest.mark.parametrize("key", sorted({one.key for one in FIELDS} - {"is_meeting_report"}))
def test_a_document_that_lacks_the_key_is_not_scored_on_its_fields(key: str) -> None:
    needed = {"lists": ("lists", "headings"), "chairs": ("chairs", "chair_positions")}.get(key, (key,))
    left = scores(gold(without=needed), report())
    assert [one.name for one in FIELDS if one.key in needed and one.name in left] == []
    assert set(left) == {one.name for one in FIELDS if one.key not in needed}


@pytest.mark.parametrize(
    ("name", "changes", "wanted"),
    [
        ("is_meeting_report", {"is_meeting_report": False}, (0, 1, 1)),
        ("title", {"title": "Huyện Sơn  Thanh\ngiao ban tháng 5"}, (1, 1, 1)),
        ("title", {"title": unicodedata.normalize("NFD", ANSWERS["title"])}, (1, 1, 1)),
        ("title", {"title": "Huyện Sơn Thanh giao ban"}, (0, 1, 1)),
        ("title", {"title": None}, (0, 1, 0)),
        ("published", {"published": "2024-06-04T08:00"}, (0, 1, 1)),
        ("meeting_date", {"meeting_date": "--06-03"}, (0, 1, 1)),
        ("part_of_day", {"part_of_day": "sáng"}, (0, 1, 1)),
        ("kind", {"kind": "so_ket"}, (0, 1, 1)),
        ("kind", {"kind": None}, (0, 1, 0)),
        ("format", {"format": "hybrid"}, (0, 1, 1)),
        ("place", {"place": "UBND  huyện"}, (1, 1, 1)),
        ("place", {"place": "tại hội trường UBND huyện"}, (1, 1, 1)),
        ("place", {"place": "hội trường Tỉnh ủy"}, (0, 1, 1)),
        ("place", {"place": None}, (0, 1, 0)),
        ("period", {"period": ["2024-05-01", "2024-05-30"]}, (0, 1, 1)),
        ("period", {"period": None}, (0, 1, 0)),
        ("attendance_points", {"attendance_points": 13}, (0, 1, 1)),
        ("delegates", {"delegates": None}, (0, 1, 0)),
        ("chairs", {"chairs": ["Lò  Văn Páo", "Vàng A Sử"], "chair_positions": {}}, (1, 1, 2)),
        ("positions", {"chair_positions": {"Lò Văn Páo": ["Trưởng ban Chỉ đạo", "Bí thư"]}}, (1, 2, 2)),
        ("positions", {"chair_positions": {}}, (0, 2, 0)),
        ("positions", {"chairs": ["Vàng A Sử"], "chair_positions": {"Vàng A Sử": ["Bí thư"]}}, (0, 0, 0)),
        ("organisations", {"organisations": ["Hội  Nông dân", "Huyện đoàn"]}, (1, 2, 2)),
        ("citations", {"citations": ["07-CT/HU", "39"]}, (1, 1, 2)),
        ("footer_start", {"footer_start": ANSWERS["footer_start"] - 3}, (1, 1, 1)),
        ("footer_start", {"footer_start": ANSWERS["footer_start"] - 4}, (0, 1, 1)),
        ("footer_start", {"footer_start": None}, (0, 1, 0)),
        ("heading", {"headings": ["giao hai nhiệm vụ sau", "sửa đường ở hai nơi:"]}, (2, 2, 2)),
        ("heading", {"headings": ["giao hai nhiệm vụ …", "sửa đường;"]}, (2, 2, 2)),
        ("heading", {"headings": ["Hội nghị căn cứ", None]}, (1, 1, 1)),
        ("heading", {"headings": [None, None]}, (0, 1, 0)),
        ("heading", {"headings": ["Một đề mục khác", "sửa cầu"]}, (0, 2, 2)),
        ("declared", {"lists": [{**LISTS[0], "declared": 3}, LISTS[1]]}, (0, 1, 1)),
        ("declared", {"lists": [{**LISTS[0], "declared": None}, {**LISTS[1], "declared": 2}]}, (0, 1, 1)),
        ("role", {"lists": [{**LISTS[0], "role": None}, {**LISTS[1], "role": "lesson"}]}, (0, 2, 2)),
        ("list_role", {"lists": [{**LISTS[0], "role": None}, {**LISTS[1], "role": "lesson"}]}, (0, 1, 1)),
        ("whole_lists", {"lists": [{**one, "level": 1 - one.get("level", 0)} for one in LISTS]}, (2, 2, 2)),
        ("whole_lists", {"lists": LISTS[1:], "headings": ["Một là"]}, (1, 2, 1)),
    ],
)
def test_what_counts_as_right(name: str, changes: dict[str, Any], wanted: tuple[int, int, int]) -> None:
    assert counts(scores(gold(**changes), report())[name]) == wanted


def moved(**by: int) -> dict[str, Any]:
    """The gold's lists with offsets of the first point moved."""
    first = {key: value + by.get(key, 0) for key, value in LISTS[0]["items"][0].items()}
    return {"lists": [{**LISTS[0], "items": [first, LISTS[0]["items"][1]]}, LISTS[1]]}


@pytest.mark.parametrize(
    ("by", "tolerance", "wrong"),
    [
        ({"start": 3}, 3, set()),
        ({"start": 4}, 3, {"points", "whole_lists", "declared"}),
        ({"start": 1}, 0, {"points", "whole_lists", "declared"}),
        ({"body": 3}, 3, set()),
        ({"body": 4}, 3, {"body"}),
        ({"end": -3}, 3, set()),
        ({"end": -4}, 3, {"end"}),
        ({"end": -1}, 0, {"end"}),
        ({"n": 1}, 3, {"number"}),
    ],
)
def test_offsets_are_right_within_the_tolerance(by: dict[str, int], tolerance: int, wrong: set[str]) -> None:
    result = evaluate([gold(**moved(**by))], tolerance=tolerance, parser=lambda _: report())
    assert {miss.field for miss in result.misses} == wrong


def test_bullets_are_neither_points_nor_lists() -> None:
    bullets = tuple(point.model_copy(update={"number": None}) for point in NESTED)
    mixed = report(sections=(section(points=(POINTS[0].model_copy(update={"points": bullets}), POINTS[1])),))
    document = gold(lists=LISTS[:1], headings=["Hội nghị"])
    assert {
        name: counts(score) for name, score in scores(document, mixed).items() if name in {"points", "whole_lists"}
    } == {"points": (2, 2, 2), "whole_lists": (1, 1, 1)}


def test_nested_points_have_the_role_that_their_own_introduction_gives() -> None:
    own = POINTS[0].model_copy(update={"points_role": SectionRole.CAUSE, "points_rule": "role.own"})
    document = gold(lists=[LISTS[0], {**LISTS[1], "role": "cause"}])
    result = evaluate([document], parser=lambda _: report(sections=(section(points=(own, POINTS[1])),)))
    assert result.misses == []
    assert result.rules["role.own"].fields["list_role"].correct == 1


def test_a_list_of_the_report_that_is_a_section_of_its_own_answers_one_inside_a_point() -> None:
    apart = report(
        sections=(section(points=(POINTS[0].model_copy(update={"points": ()}), POINTS[1])), section(points=NESTED))
    )
    assert counts(scores(gold(), apart)["whole_lists"]) == (2, 2, 2)


def test_of_two_points_within_the_tolerance_the_nearest_answers() -> None:
    here = NESTED[0].span
    before = NESTED[1].model_copy(update={"span": Span(start=here.start - 2, end=here.end)})
    made = report(sections=(section(points=(before, *NESTED)),))
    result = scores(gold(lists=LISTS[1:], headings=[None]), made)
    assert counts(result["points"]) == (2, 3, 2)
    assert counts(result["number"]) == (2, 2, 2)


def test_a_list_with_one_point_more_is_not_the_same_list() -> None:
    made = report(sections=(section(points=(*NESTED, POINTS[1])),))
    assert counts(scores(gold(lists=LISTS[1:], headings=[None]), made)["whole_lists"]) == (0, 1, 1)


def test_positions_of_a_chair_who_is_found_twice_are_one_set() -> None:
    twice = report(chairs=(person("Lò Văn Páo", "Phó Chủ tịch UBND huyện"), person("Lò Văn Páo", "Trưởng ban Chỉ đạo")))
    result = scores(gold(), twice)
    assert (counts(result["chairs"]), counts(result["positions"])) == ((1, 1, 1), (2, 2, 2))


def test_what_only_the_report_says_is_given_but_wrong() -> None:
    made = report(
        chairs=(person("Lò Văn Páo"), person("Hội Nông dân")),
        attendance=Attendance(organisations=(found("Công an huyện"), found("trâu"))),
    )
    result = evaluate([gold()], parser=lambda _: made)
    assert counts(result.fields["chairs"]) == (1, 2, 1)
    assert counts(result.fields["organisations"]) == (1, 2, 2)
    assert {(miss.field, miss.got, miss.wanted) for miss in result.misses} >= {
        ("chairs", "Hội Nông dân", "nothing"),
        ("organisations", "trâu", "nothing"),
        ("organisations", "nothing", "Hội Nông dân"),
    }
