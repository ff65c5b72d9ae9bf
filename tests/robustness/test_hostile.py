"""No kind of text costs much more a character than prose does, in time or in memory, and no cost grows faster than the text.

Processor time is compared within one run; what fails is measured again, so that a busy machine decides nothing.
"""

import gc
import math
import tracemalloc
from functools import lru_cache

import pytest

from partyreports import MAX_LENGTH, parse
from robustness.hostile import DENSE, KINDS, Make, pairs, prose, repeated
from robustness.pumping import EXPONENT, Pump, grows_too_fast, sampled, seconds, units, whitespace_tokenizer

SIZE = 24_000
TIMES_PROSE, TIMES_PROSE_DENSE = 4, 8
BYTES = 1 << 30
"""What no text within `MAX_LENGTH` may take."""


def cost(make: Make, size: int = SIZE, tries: int = 2) -> float:
    """Seconds a character."""
    text = make(size)
    return seconds(text, tries) / len(text)


@lru_cache(maxsize=1)
def cost_of_prose() -> float:
    cost(prose)  # (what is made once is made here)
    return cost(prose, tries=5)


@pytest.mark.parametrize("kind", KINDS)
def test_cost_is_in_proportion_to_that_of_prose(kind: str) -> None:
    most = TIMES_PROSE_DENSE if kind in DENSE else TIMES_PROSE
    if cost(KINDS[kind]) <= most * cost_of_prose():
        return
    again, beside = cost(KINDS[kind], tries=4), cost(prose, tries=4)
    assert again <= most * beside, f"{again / beside:.1f} times prose"


@pytest.mark.parametrize("kind", KINDS)
def test_cost_grows_with_the_length(kind: str) -> None:
    def exponent(size: int, tries: int) -> float:
        small, large = KINDS[kind](size), KINDS[kind](4 * size)
        base = seconds(KINDS[kind](size // 4), tries)
        grown = (seconds(large, tries) - base) / max(seconds(small, tries) - base, 1e-9)
        return math.log(max(grown, 1e-9)) / math.log(len(large) / len(small))

    if cost(KINDS[kind], SIZE) <= 0.5 * cost_of_prose() or exponent(SIZE // 4, 2) <= EXPONENT:
        return
    assert exponent(SIZE, 3) <= EXPONENT


@pytest.mark.parametrize("kind", KINDS)
def test_memory_of_the_longest_text_is_bounded(kind: str) -> None:
    text = KINDS[kind](SIZE)
    parse(text, tokenizer=whitespace_tokenizer)
    gc.collect()
    tracemalloc.start()
    try:
        parse(text, tokenizer=whitespace_tokenizer)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak / len(text) * MAX_LENGTH <= BYTES


@pytest.mark.parametrize("pump", sampled(60, seed=16), ids=lambda pump: f"{pump.unit}, {pump.context}")
def test_no_form_and_no_sign_is_looked_at_again_and_again(pump: Pump) -> None:
    assert grows_too_fast(pump) is None


@pytest.mark.parametrize("pair", [*pairs()][::5])
def test_no_pair_of_signs_costs_more_than_markers_do(pair: str) -> None:
    if cost(repeated(pair)) <= TIMES_PROSE_DENSE * cost_of_prose():
        return
    assert cost(repeated(pair), tries=4) <= TIMES_PROSE_DENSE * cost(prose, tries=4)


def test_the_vocabulary_is_pumped() -> None:
    assert len(units()) > 1000
    assert {"chủ trì", "điểm cầu", "nhiệm vụ", "•"} <= set(units())
