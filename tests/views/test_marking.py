"""Overlapping marks become segments that nest."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from partyreports.views.article import Label, lines_of
from partyreports.views.characters import visible
from partyreports.views.marking import Mark, segments

LENGTH = 30
marks = st.lists(
    st.builds(Mark, st.integers(0, LENGTH + 5), st.integers(0, LENGTH + 5), st.integers(0, 3)), max_size=12
)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], [(0, 10, ())]),
        ([(2, 4)], [(0, 2, ()), (2, 4, (0,)), (4, 10, ())]),
        ([(0, 10), (3, 5)], [(0, 3, (0,)), (3, 5, (0, 1)), (5, 10, (0,))]),
        ([(3, 5), (0, 10)], [(0, 3, (1,)), (3, 5, (1, 0)), (5, 10, (1,))]),
        ([(0, 5), (5, 10)], [(0, 5, (0,)), (5, 10, (1,))]),
        ([(0, 6), (4, 10)], [(0, 4, (0,)), (4, 6, (0, 1)), (6, 10, (1,))]),
        ([(1, 3), (1, 3)], [(0, 1, ()), (1, 3, (0, 1)), (3, 10, ())]),
        ([(4, 4), (8, 99)], [(0, 8, ()), (8, 10, (1,))]),
    ],
)
def test_nested_crossing_touching_and_clipped(
    spans: list[tuple[int, int]], expected: list[tuple[int, int, tuple[int, ...]]]
) -> None:
    assert list(segments(10, [Mark(start, end, i) for i, (start, end) in enumerate(spans)])) == expected


def test_an_empty_text_has_no_segments() -> None:
    assert list(segments(0, [Mark(0, 5, 1)], [0, 3])) == []


def test_cuts_end_segments_and_nothing_else() -> None:
    assert list(segments(6, [Mark(1, 5, 7)], [3, 0, 9])) == [(0, 1, ()), (1, 3, (7,)), (3, 5, (7,)), (5, 6, ())]


@given(marks, st.lists(st.integers(0, LENGTH)))
def test_segments_tile_the_text_and_know_who_covers_them(marks: list[Mark], cuts: list[int]) -> None:
    found = list(segments(LENGTH, marks, cuts))
    assert [found[0].start, found[-1].end] == [0, LENGTH]
    assert all(before.end == after.start for before, after in pairwise(found))
    for segment in found:
        covering = [mark.key for mark in marks if mark.start <= segment.start and segment.end <= mark.end]
        assert sorted(segment.keys) == sorted(covering)
        assert not [cut for cut in cuts if segment.start < cut < segment.end]


@given(marks, st.text(st.sampled_from("ab \n\r\x00\u202e"), min_size=LENGTH, max_size=LENGTH))
def test_pieces_of_a_line_open_and_close_in_pairs(marks: list[Mark], text: str) -> None:
    labels = [Label(f"k{i}", i) for i in range(4)]
    shown = ""
    for line in lines_of(text, marks, labels):
        depth = 0
        for piece in line.pieces:
            depth += len(piece.opens) - piece.closes
            assert depth >= 0
            shown += piece.text
        assert depth == line.closes
        words = "".join(piece.text for piece in line.pieces)
        assert words.rstrip("\r\n").count("\n") == 0
    assert shown == visible(text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", []), ("a", ["a"]), ("a\n", ["a\n"]), ("a\r\nb", ["a\r\n", "b"]), ("a\rb\n\n", ["a␍", "b\n", "\n"])],
)
def test_lines_end_where_lines_end(text: str, lines: list[str]) -> None:
    assert ["".join(piece.text for piece in line.pieces) for line in lines_of(text, [], [])] == lines


def test_each_field_begins_once_however_often_it_is_cut() -> None:
    lines = list(lines_of("ab\n\ncd", [Mark(0, 6, 0)], [Label("f", 0)]))
    openings = [opening.first for line in lines for piece in line.pieces for opening in piece.opens]
    assert openings == [True, False]  # and none on the empty line


def test_harmless_invisible_characters_stay_and_others_are_seen() -> None:
    assert visible("Đồng\u00a0chí\t\u200d\u0323\U0001f600") == "Đồng\u00a0chí\t\u200d\u0323\U0001f600"
    assert visible("\u200b\u202e\ufeff\u00ad\u2028\U000e0041") == "◌" * 6
    assert visible("\ud800\uffff") == "\ufffd" * 2
    assert visible("\x00\x1b\x7f") == "␀␛␡"


def test_many_marks_take_time_in_proportion() -> None:
    count = 20_000
    found = list(segments(count * 5, [Mark(i * 5, i * 5 + 4, i) for i in range(count)]))
    assert len(found) == 2 * count
