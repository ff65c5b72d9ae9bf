"""Markdown: the words that it is written for."""

import datetime

import pytest

from partyreports.documents import from_markdown
from partyreports.errors import DocumentError, InputTypeError


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# Họp báo #\n\nvăn bản", "Họp báo\n\nvăn bản"),
        ("Họp báo\n=======\nvăn bản", "Họp báo\n\nvăn bản"),
        ("**Một là,** *hai* ***ba*** __bốn__ _năm_ ~~sáu~~", "Một là, hai ba bốn năm sáu"),
        ("***a** b*", "a b"),
        ("5 * 3 * 2 và a_b_c và *x", "5 * 3 * 2 và a_b_c và *x"),
        (r"1\. a \*b\* \\", r"1. a *b* \ ".strip()),
        ("&agrave; &#7841; &amp; &nope;", "à ạ & &nope;"),
        ('[a](http://x/(y) "t") [b][c] <http://d> ![e](f)', "a b http://d "),
        ("`a *b*` ``c``", "a *b* c"),
        ("a[^1]\n\n[^1]: ghi chú", "a\n\nghi chú"),
        ("[x]: http://y\n\na", "a"),
        ("a<br>b <u>c</u><!-- d -->", "a\nb c"),
        ("```\n# a\n  *b*\n```\nc", "# a\n  *b*\nc"),
        ("a\n\n---\n\nb", "a\n\nb"),
        ("> a\n> > b", "a\nb"),
        ("a  \nb\\\nc\nd", "a\nb\nc\nd"),
        ("| a | b |\n|---|:-:|\n| **c** | d |", "a\tb\nc\td"),
        ("", ""),
        ("[a", "[a"),
        ("a]( b", "a]( b"),
    ],
)
def test_marks_are_taken_away_and_words_stay(source: str, text: str) -> None:
    assert from_markdown(source).text.rstrip() == text.rstrip()


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("1. a\n2. b", "1. a\n2. b"),
        ("3) a\n5) b\n5) c", "3) a\n5) b\n5) c"),
        ("1. a\n1. b\n1. c", "1. a\n2. b\n3. c"),
        ("1. a\n\n1. b", "1. a\n\n2. b"),
        ("1. a\n\nb\n\n1. c", "1. a\n\nb\n\n1. c"),
        ("1. a\n   1. b\n   1. c\n2. d", "1. a\n   1. b\n   2. c\n2. d"),
        ("- a\n* b\n+ c\n  - d", "• a\n• b\n• c\n  • d"),
        ("- [x] a", "• a"),
        ("1\\. a", "1. a"),
        ("2023. a", "2023. a"),
    ],
)
def test_numbers_stay_as_written_unless_all_are_the_same(source: str, text: str) -> None:
    assert from_markdown(source).text == text


def test_lines_that_are_wrapped_at_a_width_are_joined() -> None:
    wrapped = "Hội nghị giao ban trực tuyến ngành Lưu trữ năm tháng đầu năm\nđã kết nối tới các điểm cầu trong cả nước, với sự tham dự\ncủa nhiều đại biểu."
    assert "\n" not in from_markdown(wrapped).text
    assert from_markdown("Họp báo tháng 5\n05/06/2023\nTin").text.count("\n") == 2


def test_front_matter_is_known_from_outside() -> None:
    document = from_markdown('---\ntitle: "Họp báo"\ndate: 2023-07-05\ntags: [a]\n---\nvăn bản')
    assert (document.text, document.title_hint, document.published) == ("văn bản", "Họp báo", datetime.date(2023, 7, 5))
    assert from_markdown("---\na\n").text == "a"


def test_misuse_is_refused() -> None:
    with pytest.raises(InputTypeError, match="decode it"):
        from_markdown(b"a")  # type: ignore[arg-type]
    with pytest.raises(DocumentError, match="limit"):
        from_markdown("ab", max_length=1)
