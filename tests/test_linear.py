"""Cost grows with the length, whatever the text: asserted by counting work.

Work is counted in calls: a text that is four times as long may cost at most four and a half times as many. What regular
expressions cost is measured in tests/robustness.
"""

import tracemalloc
from collections.abc import Callable

import pytest

from partyreports import parse
from robustness.pumping import calls_of, whitespace_tokenizer
from shapes import ROOT, read_article

SHAPES: dict[str, Callable[[int], str]] = {
    "Một là": lambda n: "Một là " * n,
    "Một là lines": lambda n: "Một là, a\n" * n,
    "a.": lambda n: "a." * n,
    "1.": lambda n: "1." * n,
    "1. lines": lambda n: "1. a\n" * n,
    "counting lines": lambda n: "".join(f"{i}. a\n" for i in range(n)),
    "brackets": lambda n: "(" * n,
    "closed brackets": lambda n: "(1)" * n,
    "roman": lambda n: "I. " * n,
    "one line of words": lambda n: "hội nghị " * n,
    "short lines": lambda n: "x\n" * n,
    "blank lines": lambda n: "\n" * n,
    "spaces": lambda n: " " * n + "x",
    "dates": lambda n: "ngày 01/06/2020, " * n,
    "date lines": lambda n: "01/06/2020 | 12\n" * n,
    "names": lambda n: "chủ trì có các đồng chí: " + "Trần Văn An, " * n,
    "chairs": lambda n: "đồng chí Trần Văn An chủ trì hội nghị " * n,
    "attendance": lambda n: "Tham dự hội nghị có 70 điểm cầu, " * n,
    "citations": lambda n: "Chỉ thị số 35-CT/TW, " * n,
    "bare citations": lambda n: "Nghị quyết " * n,
    "numbers after a type": lambda n: "Nghị quyết " + "18, " * n,
    "deep nesting": lambda n: "I. a:\n1. b:\na) c:\n- Một là, d\n" * n,
    "lists that open the next": lambda n: "".join(f"{i}.1. a\n{i}.2. b:\n" for i in range(1, n // 2)),
    "numbers that end lines": lambda n: "gồm: " + "".join(f"({i % 99 + 1}).\na " for i in range(n)),
    "quotes": lambda n: "“" * n,
    "periods": lambda n: "6 tháng đầu năm 2020 " * n,
    "captions": lambda n: "Ảnh: hội nghị\n" * n,
    "footer": lambda n: "Tin\n" + "Các bài viết khác\n• Bài (3 tháng trước)\n" * n,
    "glued": lambda n: "cửTuyên" * n,
    "marks": lambda n: "e" + "\u0301\u0323" * n,
    "capitals": lambda n: "Trần " * n,
    "positions": lambda n: "Phó Chủ tịch Ủy ban nhân dân tỉnh " * n,
    "upper": lambda n: "HỘI NGHỊ " * n,
    "semicolons": lambda n: "nhiệm vụ: " + "a; " * n,
    "restarting lines": lambda n: "1. a\n2. b\n" * n,
    "restarting clauses": lambda n: "Hội nghị giao ban\n\n" + "một là A; hai là B; " * n,
    "all kinds of markers": lambda n: "I. a: 1. b: a) c: (1) d: một là e; hai là f; (2) g; b) h; 2. i; II. k " * n,
}
SMALL, LARGE = 400, 1600


@pytest.mark.parametrize("shape", SHAPES)
def test_calls_grow_with_the_length(shape: str) -> None:
    make = SHAPES[shape]
    parse("warm up: một là a; hai là b", tokenizer=whitespace_tokenizer)
    small, large = calls_of(make(SMALL)), calls_of(make(LARGE))
    assert large <= 4.5 * small + 2000


PROSE = read_article(ROOT / "examples" / "giao_ban_thuy_loi.txt") + "\n\n"
"""Ordinary prose of the genre, and dense: four lists, citations, attendance."""


def test_memory_grows_with_the_length() -> None:
    def peak(text: str) -> int:
        tracemalloc.start()
        parse(text, tokenizer=whitespace_tokenizer)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    parse(PROSE, tokenizer=whitespace_tokenizer)
    small, large = peak(PROSE * 3), peak(PROSE * 12)
    assert large <= 4.5 * small
