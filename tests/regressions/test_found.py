"""Inputs that once broke a promise, each with what it broke: found by fuzzing, by soak runs, by readers."""

import pytest

from partyreports import parse
from partyreports.invariants import broken_promises

HEAD = "Hội nghị giao ban\n\n"


@pytest.mark.parametrize(
    "text",
    [
        # A list that begins anew within a paragraph was nested in the one before: RecursionError after a few hundred.
        HEAD + "một là A; hai là B; " * 3000,
        HEAD + "một là A, hai là B; thứ nhất C; thứ hai D; " * 1500,
        # Every kind of marker inside the one before.
        HEAD + "I. a: 1. b: a) c: (1) d: một là e; hai là f; (2) g; b) h; 2. i; II. k " * 300,
    ],
    ids=["restart in a paragraph", "two styles in turn", "all kinds nested"],
)
def test_deep_or_many_lists_in_one_paragraph(text: str) -> None:
    report = parse(text)
    assert broken_promises(report, text) == []
    report.model_dump_json()


RA_SOAT = "Một là, rà soát\n"


@pytest.mark.parametrize(
    "text",
    [
        # A list in the last point of another reached over a third one.
        HEAD + "Một là, rà soát\nHai là: rà soát; 1) rà soát\n" + RA_SOAT * 6 + "Hai là: rà soát\n2) rà soát",
        # Lines that look like headings were taken from a point although a marker stood in them.
        HEAD
        + "1/ rà soát\n- i) rà soát\n"
        + RA_SOAT * 2
        + "Một là, rà soát; b) rà soát\n"
        + RA_SOAT * 4
        + "2/ rà soát",
        # A last point went on into a paragraph in which another list begins.
        HEAD + "Một là, rà soát\n1. rà soát\nHai là: rà soát\n1. rà soát Một là, rà soát\nHai là: rà soát",
        # So did a list within a last point.
        HEAD + "Một là, rà soát\nHai là: rà soát (a) rà soát\n(b) rà soát (a) rà soát\n" + RA_SOAT * 5 + "(b) rà soát",
    ],
    ids=["reach", "headings", "further paragraphs", "further paragraphs of a nested list"],
)
def test_lists_that_cross(text: str) -> None:
    assert broken_promises(parse(text), text) == []


def test_lists_that_count_alike_stand_side_by_side() -> None:
    report = parse(HEAD + "Có hai việc: một là rà soát; hai là báo cáo. Có hai việc nữa: một là sửa; hai là xây.")
    assert [[point.text for point in section.points] for section in report.sections] == [
        ["rà soát;", "báo cáo."],
        ["sửa;", "xây."],
    ]


def test_a_list_too_deep_is_left_as_text_with_a_note() -> None:
    heads = ["I. ", "1. ", "a) ", "(1) ", "A. ", "1) ", "i) ", "(a) ", "1/ ", "a. ", "(i) ", "1.1. "]
    opened = "".join(f"{head}mở:\n" for head in heads)
    seconds = ["II. ", "2. ", "b) ", "(2) ", "B. ", "2) ", "ii) ", "(b) ", "2/ ", "b. ", "(ii) ", "1.2. "]
    text = HEAD + opened + "".join(f"{head}đóng\n" for head in reversed(seconds))
    report = parse(text)
    assert broken_promises(report, text) == []
    assert "deep-nesting" in {note.code for note in report.notes}


def test_a_position_that_several_persons_share_is_claimed_once() -> None:
    text = (
        "Tin\n\nSáng 5/6, Sở họp.\n\nLò Văn Kiên chủ trì hội nghị, các đồng chí Phó viện trưởng Đỗ Sen, Lò Văn Kiên dự."
    )
    report = parse(text)
    assert [position.text for position in report.chairs[0].positions] == ["Phó viện trưởng"]
    assert broken_promises(report, text) == []
