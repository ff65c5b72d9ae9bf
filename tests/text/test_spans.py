"""Ranges: merging, gaps, grouping."""

from itertools import pairwise

from hypothesis import given, strategies as st

from partyreports.text.spans import Range, complement, containing, merge

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
    free = points(list(complement(merge(pairs), 60)))
    assert free == set(range(60)) - points(pairs)


@given(ranges, st.lists(st.integers(0, 60)).map(sorted))
def test_positions_are_given_with_the_range_that_holds_them(pairs: list[tuple[int, int]], positions: list[int]) -> None:
    apart = [Range(*pair) for pair in merge(pairs)]
    held = [(i, p) for i, one in enumerate(apart) for p in positions if one.start <= p < one.end]
    assert list(containing(positions, apart)) == held
