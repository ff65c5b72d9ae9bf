"""Ranges: merging, gaps, lookup."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from partyreports.text.spans import RangeIndex, gaps, merge

ranges = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12)


def points(pairs: list[tuple[int, int]]) -> set[int]:
    return {i for start, end in pairs for i in range(start, end)}


@given(ranges)
def test_merged_ranges_hold_the_same_points_sorted_and_apart(pairs: list[tuple[int, int]]) -> None:
    merged = merge(pairs)
    assert points(merged) == points(pairs)
    assert all(left[1] < right[0] for left, right in pairwise(merged))


@given(ranges)
def test_gaps_are_the_complement(pairs: list[tuple[int, int]]) -> None:
    free = points(list(gaps(merge(pairs), 60)))
    assert free == set(range(60)) - points(pairs)


@given(ranges, st.integers(-1, 61))
def test_index_finds_exactly_the_held_positions(pairs: list[tuple[int, int]], position: int) -> None:
    found = RangeIndex(pairs).find(position)
    assert (found is not None) == (position in points(pairs))
    assert found is None or found.start <= position < found.end
