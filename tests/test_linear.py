"""Cost grows with the length, whatever the text: asserted by counting work, and by ratios within one run.

Work is counted in calls: a text that is four times as long may cost at most four and a half times as many.
Beside that, processor time a character is compared with that of prose, measured in the same breath.
"""

import gc
import importlib
import inspect
import pkgutil
import re
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from types import FrameType
from typing import Any

import pytest

import partyreports
from partyreports import Lexicon, parse
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


def whitespace_tokenizer(text: str, /) -> Sequence[str]:
    """Words at white space: the real one is measured elsewhere."""
    return text.split()


def calls(text: str) -> int:
    """Python and C calls that parsing `text` makes."""
    count = 0

    def profile(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(profile)
    try:
        parse(text, tokenizer=whitespace_tokenizer)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_calls_grow_with_the_length(shape: str) -> None:
    make = SHAPES[shape]
    parse("warm up: một là a; hai là b", tokenizer=whitespace_tokenizer)
    small, large = calls(make(SMALL)), calls(make(LARGE))
    assert large <= 4.5 * small + 2000


def nested_quantifiers(pattern: str) -> bool:
    """Whether an unbounded repeat stands directly inside an unbounded repeat: (a+)+, (a*b*)*."""
    import re._parser as parser  # noqa: PLC0415

    def unbounded(op: Any, arg: Any) -> bool:
        return str(op) in {"MAX_REPEAT", "MIN_REPEAT"} and arg[1] > 1000

    def ambiguous(items: Any) -> bool:
        """Whether every part may repeat or vanish, so that a repeat of the whole is ambiguous."""
        return all(str(op) in {"MAX_REPEAT", "MIN_REPEAT"} and arg[1] > 1 for op, arg in items)

    def walk(items: Any) -> bool:
        for op, arg in items:
            if unbounded(op, arg):
                inner = arg[2]
                body = inner[0][1][3] if len(inner) == 1 and str(inner[0][0]) == "SUBPATTERN" else inner
                if ambiguous(body):
                    return True
            for part in _parts(arg):
                if walk(part):
                    return True
        return False

    return walk(parser.parse(pattern))


def _parts(arg: Any) -> list[Any]:
    """Sub-patterns inside the argument of a parsed operation."""
    import re._parser as parser  # noqa: PLC0415

    if isinstance(arg, parser.SubPattern):
        return [arg]
    if isinstance(arg, tuple | list):
        return [part for member in arg for part in _parts(member)]
    return []


def package_patterns() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern of the package: at module level, and those made from the default lexicon."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(partyreports.__path__, "partyreports."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if hasattr(value, "cache_info") and list(inspect.signature(value).parameters) == ["lexicon"]:
                value = value(Lexicon.default())  # noqa: PLW2901
            for i, pattern in enumerate(patterns_in(value)):
                found[f"{module.name}.{name}[{i}]"] = pattern
    return found


def patterns_in(value: object) -> Iterator[re.Pattern[str]]:
    """Patterns in a value, however deep in tuples, lists and mappings."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from patterns_in(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for member in value:
            yield from patterns_in(member)


def test_all_patterns_are_looked_at() -> None:
    assert len(package_patterns()) > 80
    assert "partyreports.grammar.names._RUN[0]" in package_patterns()


@pytest.mark.parametrize(
    ("name", "pattern"), package_patterns().items(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_no_pattern_can_backtrack_without_bound(name: str, pattern: re.Pattern[str]) -> None:
    assert not nested_quantifiers(pattern.pattern)


def test_the_check_of_patterns_can_fail() -> None:
    assert nested_quantifiers(r"(a+)+b")
    assert nested_quantifiers(r"(?:x*)*")
    assert not nested_quantifiers(r"(?:ab)+c*")
    assert not nested_quantifiers(r"\d{1,3}(?:\.\d{3})+")


PROSE = read_article(ROOT / "examples" / "giao_ban_thuy_loi.txt") + "\n\n"
"""Ordinary prose of the genre, and dense: four lists, citations, attendance."""
SIZE = 120_000

# Hostile or odd, but no more than four times as dear a character as prose.
CHEAP = (
    "Một là", "a.", "1.", "brackets", "closed brackets", "roman", "counting lines", "one line of words", "blank lines",
    "spaces", "dates", "date lines", "names", "chairs", "attendance", "bare citations", "numbers after a type", "quotes",
    "periods", "captions", "footer", "glued", "marks", "capitals", "positions", "upper", "semicolons",
)  # fmt: skip
REALISTIC: dict[str, Callable[[int], str]] = {
    "short lines": lambda n: "tin vắn\n" * n,
    "numbered short lines": lambda n: "".join(f"Dòng tin số {i} của trang\n" for i in range(n)),
    "nested as deep as it goes": lambda n: (
        "".join(
            f"{marker} rà soát, bổ sung hồ sơ của ngành từ tỉnh đến xã;\n"
            for marker in ("I.", "1.", "a)", "-", "+", "(1)", "i)", "A.", "1.1.", "Một là,", "*", "•")
        )
        * n
    ),
    "nested points": lambda n: "".join(
        f"{i}. Rà soát, bổ sung toàn bộ hồ sơ của ngành từ tỉnh đến xã, báo cáo trước khi tổng hợp, gồm:\n"
        "a) hồ sơ của khối Đảng và các đoàn thể, kể cả phần đã nộp lưu lịch sử nhưng chưa số hóa xong;\n"
        "b) hồ sơ của khối Nhà nước các cấp, ưu tiên địa giới, đất đai, xây dựng và bồi thường;\n"
        for i in range(1, n)
    ),
}


def seconds(text: str) -> float:
    """Best of three, so that a busy machine does not decide; nor does the garbage of other tests, as in `timeit`."""
    best = float("inf")
    for _ in range(3):
        gc.collect()
        gc.disable()
        try:
            start = time.process_time()
            parse(text, tokenizer=whitespace_tokenizer)
            best = min(best, time.process_time() - start)
        finally:
            gc.enable()
    return best


def cost(make: Callable[[int], str]) -> float:
    """Seconds of the processor a character, of a shape as long as `SIZE` or nearly."""
    text = make(2 * SIZE // len(make(2)) + 1)[:SIZE]
    return seconds(text) / len(text)


@pytest.mark.parametrize("shape", [*CHEAP, *REALISTIC])
def test_hostile_texts_cost_at_most_four_times_as_much_as_prose(shape: str) -> None:
    """Ratios of processor time within this one run, character for character; the best of three tries counts."""
    make = REALISTIC.get(shape) or SHAPES[shape]
    for attempt in (1, 2, 3):
        prose = cost(lambda n: PROSE * n)
        if cost(make) <= 4 * prose:
            return
        assert attempt < 3, f"{cost(make) / prose:.1f} times"


@pytest.mark.parametrize("shape", sorted({*SHAPES} - {*CHEAP}))
def test_texts_of_nothing_but_markers_cost_in_proportion(shape: str) -> None:
    """Where every few characters make a marker, a point or a document, objects cost more than reading does."""
    prose = cost(lambda n: PROSE * n)
    assert cost(SHAPES[shape]) <= 120 * prose


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
