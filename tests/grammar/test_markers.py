"""Markers and ordinals: what they look like, and the numbers that they say."""

import pytest

from partyreports import parse
from partyreports.grammar.markers import TABLE
from partyreports.grammar.ordinals import letter_values, roman_value


def test_roman_numerals_read_as_their_numbers_and_nothing_else_does() -> None:
    tens, units = ["", "x", "xx", "xxx"], ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    spelled = {tens[n // 10] + units[n % 10]: n for n in range(1, 40)}
    assert {numeral: roman_value(numeral) for numeral in spelled} == spelled
    assert [roman_value(wrong) for wrong in ("", "iiii", "vv", "ic", "xl", "il", "vx")] == [None] * 7


def test_letters_may_stand_for_two_numbers_after_d() -> None:
    assert [letter_values(letter) for letter in "abcdđeg"] == [(1,), (2,), (3,), (4,), (5,), (5, 6), (7,)]
    assert letter_values("1") == ()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Mười lăm là, báo cáo.", ("marker.la", "Mười lăm là = 15")),
        ("Nhóm vấn đề thứ tư: kho.", ("marker.noun_thu", "Nhóm vấn đề thứ tư = 4")),
        ("Chân thứ hai là kiểm soát.", ("marker.any_noun_thu", "Chân thứ hai là = 2")),
        ("Nguồn thứ ba là vốn vay.", ("marker.any_noun_thu", "Nguồn thứ ba là = 3")),
        ("Thứ mười, báo cáo.", ("marker.thu", "Thứ mười = 10")),
        ("2.3.1 Công tác cán bộ", ("marker.digits", "2.3.1 = 1")),
        ("12/ Báo cáo.", ("marker.digits", "12/ = 12")),
        ("1 -\nRà soát.", ("marker.digits", "1 = 1")),
        ("(đ) Báo cáo.", ("marker.paren", "(đ) = 5")),
        ("xii) Báo cáo.", ("marker.roman", "xii) = 12")),
        ("h/ Báo cáo.", ("marker.letter", "h/ = 8")),
        ("c.2.1/ Báo cáo.", ("marker.legal", "c.2.1/ = 1")),
    ],
)
def test_kinds_of_markers(text: str, read: tuple[str, str]) -> None:
    assert TABLE.read(text) == [read]


@pytest.mark.parametrize(
    "text",
    [
        "Lần thứ hai là lần cuối.",
        "Thứ Hai, 01/06, họp.",
        "1.200 tỷ",
        "1.5 tỷ",
        "01/06/2020 họp",
        "(2019) họp",
        "Vì vậy, họp.",
        "5 xã",
    ],
)
def test_what_is_no_marker(text: str) -> None:
    assert TABLE.read(text) == []


@pytest.mark.parametrize(
    "rule", ["marker.la", "marker.thu", "marker.digits", "marker.paren", "marker.roman", "marker.letter"]
)
def test_a_kind_can_be_switched_off(rule: str) -> None:
    heads = {
        "marker.la": ("Một là, ", "Hai là, "),
        "marker.thu": ("Thứ nhất, ", "Thứ hai, "),
        "marker.digits": ("1. ", "2. "),
        "marker.paren": ("(1) ", "(2) "),
        "marker.roman": ("I. ", "II. "),
        "marker.letter": ("a) ", "b) "),
    }
    one, two = heads[rule]
    text = f"Tin trong ngày của Sở\n\nSở họp giao ban và nghe báo cáo.\n{one}rà soát hồ sơ.\n{two}báo cáo kết quả."
    assert len(parse(text).sections) == 1
    assert parse(text, without=[rule]).sections == ()
