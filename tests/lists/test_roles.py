"""Roles of lists: by the noun that is announced, the verb and who speaks to whom, and how the points begin."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

from partyreports import Section, parse
from partyreports.lists.role_signals import SIGNALS
from partyreports.lists.roles import RoleWeights, decide, role_weights
from shapes import ROOT


def _tool() -> Any:
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        spec = importlib.util.spec_from_file_location("fit_roles", ROOT / "tools" / "fit_roles.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules["fit_roles"] = module
        spec.loader.exec_module(module)
        return module
    finally:
        sys.path.pop(0)


TOOL = _tool()
INTRODUCTIONS = list(TOOL.introductions(Path(__file__).with_name("introductions.tsv")))


def only(text: str) -> Section:
    (section,) = parse(text).sections
    return section


def introduced(introduction: str, *points: str, style: str = "arabic") -> Section:
    return only(TOOL.article_text(style, introduction, list(points or ("Rà soát.", "Bổ sung."))))


def test_there_are_introductions_of_every_role() -> None:
    counts = {role: sum(1 for one, _ in INTRODUCTIONS if one == role) for role in TOOL.ROLES}
    assert len(INTRODUCTIONS) >= 130
    assert min(counts.values()) >= 10


@pytest.mark.parametrize(("role", "text"), INTRODUCTIONS)
def test_each_introduction_makes_one_list(role: str, text: str) -> None:
    assert len(only(text).points) >= 2


def test_nearly_all_introductions_give_their_role() -> None:
    wrong = [(role, text) for role, text in INTRODUCTIONS if only(text).role.value != role]
    assert len(wrong) <= len(INTRODUCTIONS) * 0.05, wrong


@pytest.mark.parametrize(
    ("introduction", "role"),
    [
        # the noun that is counted, not the one that is spoken of
        ("Để khắc phục những hạn chế trên, Chi cục đề ra hai giải pháp:", "task"),
        ("Những hạn chế này có hai nguyên nhân:", "cause"),
        ("Bên cạnh kết quả đạt được, đơn vị còn hai hạn chế:", "limitation"),
        ("Với những kết quả đã đạt được, toàn ngành xác định hai nhiệm vụ năm 2026:", "task"),
        ("Từ những khó khăn đó, Đảng ủy rút ra hai bài học:", "lesson"),
        # a superior directs, a delegate petitions
        ("Bí thư Thành ủy đề nghị các đơn vị thực hiện tốt hai việc:", "task"),
        ("Đại biểu Lã Thị Quế đề nghị Chính phủ hai vấn đề:", "proposal"),
        # options, criteria, questions
        ("Ban Quản lý trình Bí thư hai phương án:", "other"),
        ("Nhà trường xét tuyển theo hai tiêu chí:", "other"),
    ],
)
def test_the_announced_noun_and_its_verb_decide(introduction: str, role: str) -> None:
    assert introduced(introduction).role.value == role


def test_a_heading_tells_the_role() -> None:
    text = "Tin trong ngày\n\nSáng 5/3, đơn vị họp.\n\n{}\n1. A ở đây.\n2. B ở đây.\n"
    assert only(text.format("Bài học kinh nghiệm của đơn vị:")).role.value == "lesson"
    assert only(text.format("Nguyên nhân của hạn chế:")).role.value == "cause"


def test_the_rule_names_the_signals_that_speak_most_for_the_role() -> None:
    section = introduced("Ông yêu cầu các phòng tập trung ba nhiệm vụ:", "Rà soát.", "Bổ sung.", "Báo cáo.")
    assert section.rule.startswith("role.noun_task")


def test_a_signal_that_is_switched_off_says_nothing() -> None:
    text = TOOL.article_text("arabic", "Tỉnh nêu hai kiến nghị:", ["A ở đây.", "B ở đây."])
    assert parse(text).sections[0].role.value == "proposal"
    without = {"role.noun_proposal", "role.counted_proposal"}
    assert "noun_proposal" not in parse(text, without=without).sections[0].rule


def test_weights_are_of_signals_that_exist() -> None:
    assert set(role_weights().of) <= {signal.id for signal in SIGNALS}


def test_without_signals_the_bias_decides() -> None:
    decision = decide({}, RoleWeights({"other": 0.5, "task": 0.1}, {}))
    assert (decision.role.value, decision.rule) == ("other", "role.none")


# --- nested lists


def test_a_nested_list_has_a_role_of_its_own_where_its_point_says_one() -> None:
    text = (
        "Tin trong ngày\n\nSáng 5/3, đơn vị họp.\n\nI. Kết quả đạt được:\n1. Đã rà soát hồ sơ.\n2. Đã bổ sung.\n"
        "II. Nhiệm vụ năm tới:\n1. Tiếp tục rà soát.\n2. Tăng cường kiểm tra.\n"
    )
    points = only(text).points
    assert [point.points_role and point.points_role.value for point in points] == ["achievement", "task"]
    assert all(point.points_rule and point.points_rule.startswith("role.") for point in points)


def test_a_nested_list_without_a_word_of_its_own_inherits() -> None:
    text = (
        "Tin trong ngày\n\nSáng 5/3, đơn vị họp.\n\nĐơn vị tập trung các nhiệm vụ sau:\n"
        "1. Hồ sơ:\na) rà soát;\nb) bổ sung.\n2. Kho tàng:\na) kiểm kê;\nb) sửa chữa.\n"
    )
    section = only(text)
    assert section.role.value == "task"
    assert [point.points_role for point in section.points] == [None, None]
