"""The tokenizer room: alignment, verdicts, failures, replacement."""

import threading
from collections.abc import Sequence

import pytest

from partyreports.errors import TokenizerError
from partyreports.text.tokens import MAX_WINDOW, CachedTokenizer, UndertheseaTokenizer, Verdict, align, reader_for


class PanicException(BaseException):
    """Named like the panics of Rust extensions, which are no `Exception`."""


def test_alignment_keeps_odd_spacing() -> None:
    assert [tuple(r) for r in align("Hai  là, ông", ["Hai", "là", ",", "ông"])] == [(0, 3), (5, 7), (7, 8), (9, 12)]


@pytest.mark.parametrize("words", [["Hai", "nữa"], ["Hai"], ["Hai", "là", "là"], [3]])
def test_words_that_are_not_the_text_are_refused(words: list[str]) -> None:
    with pytest.raises(TokenizerError):
        align("Hai là", words)


@pytest.mark.parametrize(
    ("window", "stretch", "verdict"),
    [
        ("Hai là, tiếp tục", "Hai", Verdict.APART),
        ("Trần Đình Ba là người", "Ba", Verdict.JOINED),
        ("Mười một là, rà soát", "Mười một", Verdict.APART),
    ],
)
def test_verdicts_of_underthesea(window: str, stretch: str, verdict: Verdict) -> None:
    start = window.index(stretch)
    assert reader_for(None).verdict(window, start, start + len(stretch)) is verdict


def raising(error: BaseException) -> "type[Sequence[str]]":
    def tokenize(text: str, /) -> Sequence[str]:
        raise error

    return tokenize  # type: ignore[return-value]


@pytest.mark.parametrize("error", [ValueError("no"), PanicException("index out of bounds"), UnicodeError("surrogate")])
def test_a_failing_tokenizer_gives_no_verdict_and_says_why(error: BaseException) -> None:
    reader = CachedTokenizer(raising(error))  # type: ignore[arg-type]
    assert reader.verdict("Hai là", 0, 3) is Verdict.NONE
    assert type(error).__name__ in (reader.failure("Hai là") or "")


def test_an_interrupt_is_not_swallowed() -> None:
    reader = CachedTokenizer(raising(KeyboardInterrupt()))  # type: ignore[arg-type]
    with pytest.raises(KeyboardInterrupt):
        reader.verdict("Hai là", 0, 3)


def test_long_windows_and_several_lines_never_reach_the_tokenizer() -> None:
    asked: list[str] = []

    def tokenize(text: str, /) -> Sequence[str]:
        asked.append(text)
        return text.split()

    reader = CachedTokenizer(tokenize)
    assert reader.verdict("a" * (MAX_WINDOW + 1), 0, 1) is Verdict.NONE
    assert reader.verdict("Hai là\nBa là", 0, 3) is Verdict.NONE
    assert asked == []


def test_a_window_is_asked_about_once() -> None:
    asked: list[str] = []

    def tokenize(text: str, /) -> Sequence[str]:
        asked.append(text)
        return text.split()

    for _ in range(3):
        reader_for(tokenize).verdict("Hai là", 0, 3)
    assert asked == ["Hai là"]


def test_the_first_calls_of_many_threads_load_once_and_agree() -> None:
    reader = CachedTokenizer(UndertheseaTokenizer())
    barrier = threading.Barrier(8)
    verdicts = []

    def ask() -> None:
        barrier.wait()
        verdicts.append(reader.verdict("Hai là, tiếp tục", 0, 3))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert verdicts == [Verdict.APART] * 8
