"""Untrusted input: sizes, depths, and cost in proportion to the length."""

import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest

from counting import calls
from documents.word_files import level, listed, numbering, paragraph, word_file
from partyreports.documents import from_docx, from_html, from_markdown
from partyreports.errors import DocumentError

PAGES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: "<p>Hội nghị giao ban trực tuyến toàn ngành tháng 5 nhé</p>" * n,
    "open inline elements": lambda n: "<b><p>" * n + "</b>" * n,
    "deep again and again": lambda n: ("<div>" * 400 + "x" + "</div>" * 400) * (n // 400),
    "cells": lambda n: "<table>" + "<tr><td>x<td>y" * n,
    "attributes": lambda n: "<p " + " ".join(f"a{i}=1" for i in range(n)) + ">x",
    "items": lambda n: "<ol>" + "<li>x" * n,
    "stray ends": lambda n: "<div>" * 400 + "</span>" * n,
    "entities": lambda n: "<p>" + "&agrave;" * n,
    "signs": lambda n: "<p>" + "<" * n + "&" * n,
    "comments": lambda n: "<p>x<!--" * n,
    "spaces": lambda n: "<p>a" + " " * n + "b",
    "notes": lambda n: "<p>" + "a<sup>1</sup>" * n,
    "headlines": lambda n: "<title>Tin hôm nay</title>" + "<h1>Tin hôm nay</h1>" * n,
    "lists of links": lambda n: "<div>k</div><ul><li><a>x</a><li><a>y</a></ul>" * n,
    "furniture": lambda n: "<div class=menu>x</div>" * n + "<p>" + "lời văn " * 50,
    "cards": lambda n: "<h1>Tin hôm nay đây</h1>" + "<div><b>x</b><p>y</div>" * n,
    "quotes in a script": lambda n: '<script type="application/json">{"a":"' + '\\"' * n + '"}</script>',
    "an island": lambda n: (
        '<script type="application/json">{"a":"' + "<p>" * (n // 9) + "ạ ờ \\u1ea1 " * n + '"}</script>'
    ),
    "brackets in a script": lambda n: '<script type="application/ld+json">' + "[" * n + "</script>",
    "a class": lambda n: '<p class="' + "aB" * n + '" style="' + "display:" * n + '">x',
}
SOURCES: dict[str, Callable[[int], str]] = {
    "stars": lambda n: "*a " * n,
    "brackets": lambda n: "[" * n,
    "links": lambda n: "[a](" + "(b" * n,
    "titles": lambda n: '[a](b "' * n,
    "ticks": lambda n: " ".join("`" * (i % 9) for i in range(n)),
    "tags": lambda n: "<a " * n,
    "items": lambda n: "".join(" " * (i % 90) + "1. a\n" for i in range(n)),
    "cells": lambda n: "|a\\" * n,
    "escapes": lambda n: "\\" * n,
    "rules": lambda n: "---\n" * n,
    "marks": lambda n: "***a** _b " * n,
    "lines": lambda n: "abc def\n" * n,
    "quotes": lambda n: ">" * n,
    "spaces": lambda n: "a\n" + " " * n + "b",
}


def calls_of(read: Callable[[Any], object], source: str | bytes) -> int:
    """Calls that reading makes."""
    read(source)  # what is made once is made here
    return calls(lambda: read(source))


def assert_linear(read: Callable[[str], object], make: Callable[[int], str]) -> None:
    small, large = calls_of(read, make(1_200)), calls_of(read, make(9_600))
    assert large < 10 * max(small, 1_000), (small, large)


@pytest.mark.parametrize("name", PAGES)
def test_pages_cost_in_proportion_to_their_length(name: str) -> None:
    assert_linear(from_html, PAGES[name])


@pytest.mark.parametrize("name", SOURCES)
def test_markdown_costs_in_proportion_to_its_length(name: str) -> None:
    assert_linear(from_markdown, SOURCES[name])


def test_word_files_cost_in_proportion_to_their_length() -> None:
    def small(n: int) -> bytes:
        numbers = numbering(level(0, "decimal", "%1."))
        return word_file((paragraph("văn |bản") + listed("a", 1)) * (n // 10), numbering=numbers)

    few, many = calls_of(from_docx, small(1_200)), calls_of(from_docx, small(9_600))
    assert many < 10 * few


def test_memory_is_in_proportion_to_the_text() -> None:
    page = "<p>" + "lời văn dài " * 30_000
    tracemalloc.start()
    document = from_html(page)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 8 * len(document.text) * 2


def test_every_reading_of_a_span_costs_what_the_span_costs() -> None:
    def origins(n: int) -> int:
        document = from_html("<p>a <b>b</b>" * n, whole_page=True)
        return calls_of(lambda start: document.origin((start, start + 5)), 2 * n)  # type: ignore[arg-type]

    assert origins(10_000) < 2 * origins(1_000)


@pytest.mark.parametrize(
    ("page", "message"),
    [("<div>" * 600 + "x", "deep"), ("<b>" * 10_000, "deep"), ("x" * 101, "limit")],
)
def test_what_is_over_a_limit_is_refused(page: str, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        from_html(page, max_length=100 if len(page) == 101 else 10_000_000)


@pytest.mark.parametrize(
    "page", ["\x00", "<p>\x00\x01\ud800</p>", "<", "<!", "<!DOCTYPE", "</", "&#x110000;", "<p a='", "<![CDATA[x"]
)
def test_every_string_is_a_page(page: str) -> None:
    document = from_html(page)
    document.origin((0, len(document.text)))
