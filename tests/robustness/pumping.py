"""Texts that repeat one thing in every place where it could cost more than it is long.

Every form of the vocabulary and every sign is a unit; a context is a place where a unit is repeated: between a name and
its verb, on the first line, in many lines. How the time of `parse` grows with the number of repeats tells whether some
rule looks at the same characters again and again.
"""

import gc
import math
import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from counting import calls
from partyreports import Lexicon, parse

HEAD = "Hội nghị giao ban tháng 6\n\n"
LEAD = "Sáng 1-6-2020, tại Hà Nội, đồng chí Trần Văn An, Trưởng Ban, chủ trì hội nghị giao ban.\n\n"
SIGNS = (
    *"abđi12IVX.,;:!?…-–—/()[]{}“”‘’\"'«»•*_#>|~=+&%$@^`\\<",
    "1.", "1. ", "1)", "(1)", "a)", "a. ", "I. ", "- ", "• ", "1/", "1.1. ", "../", ". ", ", ", "; ", ": ", " / ", " - ",
    "› ", "» ", "1/2/", "1-1-2020 ", "08:11 ", "1 ", "2020", "1.200", "1,5", "12/QĐ-", "-A", "A ", "Trần ", "Trần Văn An, ",
    "Một là ", "một là a; ", "Thứ nhất, ", "thứ ", "là ", "và ", "các ", "cùng các ", "của ", "tại ", "do ", "năm ", "ngày ",
    "ngày 1 tháng ", "www.a.vn ", "http://", "\u0301", "\u200b", "\u00ad", "\u00a0", "①", "1\ufe0f\u20e3", "👉", "İ", "ẞ",
)  # fmt: skip
"""Signs and short things that are no entries of the vocabulary."""

CONTEXTS: dict[str, Callable[[str], str]] = {
    "between a name and its verb": lambda many: (
        f"{HEAD}Sáng 1-6-2020, đồng chí Trần Văn An {many}; rồi chủ trì hội nghị giao ban.\n"
    ),
    "on the first line": lambda many: f"{many}\n\n{LEAD}Tin\n",
    "behind the date of the first line": lambda many: f"thứ hai, {many} x\nTin\nhết.\n",
    "in a sentence of the article": lambda many: f"{HEAD}{LEAD}Hội nghị {many} kết thúc.\n\nHết.\n",
    "in many lines": lambda many: HEAD + LEAD + many,
    "on the last line": lambda many: f"{HEAD}{LEAD}Các đơn vị báo cáo kết quả.\n\n{many}",
    "inside quotes": lambda many: f"{HEAD}{LEAD}Đồng chí nói: “{many}” và kết thúc.\n",
    "inside a point": lambda many: (
        f"{HEAD}{LEAD}Nhiệm vụ: (1) rà soát {many} 1\n(2) bổ sung; một là a; hai là {many}\n"
    ),
    "behind a list of those present": lambda many: f"{HEAD}{LEAD}Tham dự hội nghị có {many} và các đại biểu.\n",
    "behind a document": lambda many: f"{HEAD}{LEAD}Theo Nghị quyết số 18-NQ/TW {many} ngày 1/6/2020.\n",
    "below the article": lambda many: f"{HEAD}{LEAD}Tin liên quan\n{many}\n",
}
_LINES = frozenset({"in many lines", "below the article"})


class Pump(NamedTuple):
    """A unit and the context that it is repeated in."""

    unit: str
    context: str

    def text(self, size: int) -> str:
        """A text of about `size` characters."""
        unit = self.unit + ("\n" if self.context in _LINES else "" if self.unit[-1].isspace() else " ")
        if self.unit in SIGNS and self.context not in _LINES:
            unit = self.unit
        return CONTEXTS[self.context](unit * (size // len(unit) + 1))


def units() -> list[str]:
    """Every form of the vocabulary, and every sign; each once."""
    forms = [form for entry in Lexicon.default().entries for form in entry.forms]
    return [*dict.fromkeys([*forms, *SIGNS])]


def pumps() -> Iterator[Pump]:
    """Every unit in every context."""
    for unit in units():
        for context in CONTEXTS:
            yield Pump(unit, context)


def sampled(count: int, seed: int) -> list[Pump]:
    """Some of them, always the same ones."""
    return random.Random(seed).sample(list(pumps()), count)


def whitespace_tokenizer(text: str, /) -> Sequence[str]:
    """Words at white space: what is measured is this package."""
    return text.split()


def work(text: str, tries: int = 2) -> float:
    """What one parse costs: calls, taken for 100 ns each, which are the same on every machine however busy.

    With `PARTYREPORTS_TIMES=1` it is processor time, the best of some tries: that also sees what a regular expression
    does within one call, but needs a quiet machine. `tools/pump.py` measures so.
    """
    return _seconds(text, tries) if os.environ.get("PARTYREPORTS_TIMES") else 1e-7 * calls_of(text)


def calls_of(text: str) -> int:
    """Calls of one parse."""
    return calls(lambda: parse(text, tokenizer=whitespace_tokenizer))


def _seconds(text: str, tries: int) -> float:
    """Processor time without the collector, which looks at what others made."""
    best = math.inf
    gc.disable()
    try:
        for _ in range(tries):
            start = time.process_time()
            parse(text, tokenizer=whitespace_tokenizer)
            best = min(best, time.process_time() - start)
    finally:
        gc.enable()
    return best


SIZES = (2_000, 8_000, 32_000)
EXPONENT = 1.1


def exponent(pump: Pump, sizes: tuple[int, int, int] = SIZES, tries: int = 2) -> float:
    """How the time grows with the length: 1 for in proportion, 2 for with its square.

    The smallest size gives what a text costs before it is long, so that this is no part of the growth. Work that is
    cheap in small texts shows between the two larger ones.
    """
    small, middle, large = (work(pump.text(size), tries) for size in sizes)
    if large < 0.004 * sizes[2] / SIZES[2]:
        return 1.0  # less than 0.1 µs a character: nothing to measure
    base = max(0.0, small - (middle - small) / 3)
    return math.log(max(large - base, 1e-9) / max(middle - base, 1e-9)) / math.log(sizes[2] / sizes[1])


def grows_too_fast(pump: Pump) -> float | None:
    """The exponent, where it is over 1.1 in small texts and in texts four times as long; None otherwise."""
    if exponent(pump) <= EXPONENT:
        return None
    larger = exponent(pump, (SIZES[0] * 4, SIZES[1] * 4, SIZES[2] * 4), tries=3)
    return larger if larger > EXPONENT else None
