"""No kind of text costs much more a character than prose does, in work or in memory, and no cost grows faster than the text.

Work is counted in calls, so that a busy machine decides nothing; `robustness.pumping.work` says how to measure time.
"""

import math
import tracemalloc
from functools import lru_cache

import pytest

from partyreports import MAX_LENGTH, parse
from robustness.hostile import DENSE, KINDS, Make, pairs, prose, repeated
from robustness.pumping import EXPONENT, Pump, grows_too_fast, sampled, units, whitespace_tokenizer, work

SIZE = 10_000
TIMES_PROSE, TIMES_PROSE_DENSE = 4, 8
BYTES = 1 << 30
"""What no text within `MAX_LENGTH` may take."""


def cost(make: Make, size: int = SIZE, tries: int = 2) -> float:
    """Work a character."""
    text = make(size)
    return work(text, tries) / len(text)


@lru_cache(maxsize=1)
def cost_of_prose() -> float:
    cost(prose)  # (what is made once is made here)
    return cost(prose, tries=5)


def most(kind: str) -> float:
    """How many times prose a kind may cost a character."""
    return TIMES_PROSE_DENSE if kind in DENSE else TIMES_PROSE


@pytest.mark.parametrize("kind", KINDS)
def test_work_is_in_proportion_to_that_on_prose_and_to_the_length(kind: str) -> None:
    here = cost(KINDS[kind])
    if here > most(kind) * cost_of_prose():
        again, beside = cost(KINDS[kind], tries=4), cost(prose, tries=4)
        assert again <= most(kind) * beside, f"{again / beside:.1f} times prose"
    if here > 0.5 * cost_of_prose() and exponent(kind, SIZE // 2, 1) > EXPONENT:
        assert exponent(kind, 2 * SIZE, 3) <= EXPONENT


def exponent(kind: str, size: int, tries: int) -> float:
    """How the work grows between a size and four times that, what a short text costs left out."""
    small, large = KINDS[kind](size), KINDS[kind](4 * size)
    base = work(KINDS[kind](200), tries)
    grown = (work(large, tries) - base) / max(work(small, tries) - base, 1e-9)
    return math.log(max(grown, 1e-9)) / math.log(len(large) / len(small))


@pytest.mark.parametrize("kind", KINDS)
def test_memory_of_the_longest_text_is_bounded(kind: str) -> None:
    text = KINDS[kind](SIZE // 2)
    parse(text, tokenizer=whitespace_tokenizer)
    tracemalloc.start()
    try:
        parse(text, tokenizer=whitespace_tokenizer)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak / len(text) * MAX_LENGTH <= BYTES


@pytest.mark.parametrize("pump", sampled(40, seed=16), ids=lambda pump: f"{pump.unit}, {pump.context}")
def test_no_form_and_no_sign_is_looked_at_again_and_again(pump: Pump) -> None:
    assert grows_too_fast(pump) is None


@pytest.mark.parametrize("pair", [*pairs()][::7])
def test_no_pair_of_signs_costs_more_than_markers_do(pair: str) -> None:
    if cost(repeated(pair)) <= TIMES_PROSE_DENSE * cost_of_prose():
        return
    assert cost(repeated(pair), tries=4) <= TIMES_PROSE_DENSE * cost(prose, tries=4)


def test_the_vocabulary_is_pumped() -> None:
    assert len(units()) > 1000
    assert {"chủ trì", "điểm cầu", "nhiệm vụ", "•"} <= set(units())
