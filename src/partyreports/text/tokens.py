"""Word tokens with offsets: the only module that knows underthesea.

A tokenizer is any callable that takes one short line and gives back its words in order, as
`underthesea.word_tokenize` does. `CachedTokenizer` lines the words up with the text, keeps verdicts on
windows it has seen, and turns every failure into "no verdict".
"""

import os
import re
import threading
from collections import OrderedDict
from collections.abc import Sequence
from enum import Enum
from typing import Protocol, runtime_checkable

from partyreports.errors import TokenizerError
from partyreports.text.spans import Range

MAX_WINDOW = 120
"""Longest window, in characters, that is ever given to a tokenizer: underthesea is quadratic on odd input."""

_CACHE_SIZE = 8192


@runtime_checkable
class Tokenizer(Protocol):
    """Splits one line of Vietnamese text into words."""

    def __call__(self, text: str, /) -> Sequence[str]:
        """Words of `text` in order; a word of several syllables keeps its spaces."""
        ...


class Verdict(Enum):
    """What the tokenizer says of a stretch of text."""

    APART = "apart"
    """It begins and ends at word boundaries: “Hai | là”."""
    JOINED = "joined"
    """It is cut out of a longer word: “Lê Đình Ba | là”."""
    NONE = "none"
    """No verdict: the tokenizer failed."""


class UndertheseaTokenizer:
    """`underthesea.word_tokenize`, imported at the first call, once, behind a lock."""

    def __init__(self) -> None:
        self._word_tokenize: Tokenizer | None = None
        self._lock = threading.Lock()

    def __call__(self, text: str, /) -> Sequence[str]:
        """Words of `text`."""
        if self._word_tokenize is None:
            with self._lock:
                if self._word_tokenize is None:
                    self._word_tokenize = self._load()
        return self._word_tokenize(text)

    @staticmethod
    def _load() -> Tokenizer:
        from underthesea import word_tokenize  # noqa: PLC0415  (a second and 100 MB: at first use, not at import)

        def tokenize(text: str, /) -> Sequence[str]:
            # Token normalisation rewrites words (hoà → hòa), and offsets could not be carried.
            words: list[str] = word_tokenize(text, use_token_normalize=False)
            return words

        tokenize("Một là")  # the model is loaded lazily into an unlocked global: do it under our lock
        return tokenize


def align(text: str, words: Sequence[str]) -> list[Range]:
    """Places of `words` in `text`.

    Raises:
        TokenizerError: the words, spaces aside, are not the text.

    >>> align("Hai  là,", ["Hai", "là", ","])
    [Range(start=0, end=3), Range(start=5, end=7), Range(start=7, end=8)]
    """
    ranges = []
    position = 0
    for word in words:
        if not isinstance(word, str):
            raise TokenizerError("the tokenizer gave {kind} where a word was expected", kind=type(word).__name__)
        start = end = -1
        for syllable in word.split():
            while position < len(text) and text[position].isspace():
                position += 1
            if not text.startswith(syllable, position):
                raise TokenizerError(
                    "the tokenizer gave {word!r}, which is not in the text at {position}", word=word, position=position
                )
            start = position if start < 0 else start
            position = end = position + len(syllable)
        if start >= 0:
            ranges.append(Range(start, end))
    if text[position:].strip():
        raise TokenizerError("the tokenizer left out {words!r}", words=text[position:].strip()[:20])
    return ranges


class CachedTokenizer:
    """Asks one tokenizer about short windows and remembers its answers (bounded; safe in threads)."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._seen: OrderedDict[str, tuple[frozenset[int], frozenset[int]] | str] = OrderedDict()
        self._lock = threading.Lock()

    def verdict(self, window: str, start: int, end: int) -> Verdict:
        """Whether `window[start:end]` stands apart as words of its own.

        Args:
            window: at most `MAX_WINDOW` characters of one line of the view.
            start: first character of the stretch in `window`.
            end: after its last character.
        """
        boundaries = self._boundaries(window)
        if isinstance(boundaries, str):
            return Verdict.NONE
        starts, ends = boundaries
        return Verdict.APART if start in starts and end in ends else Verdict.JOINED

    def failure(self, window: str) -> str | None:
        """Why there is no verdict on `window`, or None."""
        boundaries = self._boundaries(window)
        return boundaries if isinstance(boundaries, str) else None

    def _boundaries(self, window: str) -> tuple[frozenset[int], frozenset[int]] | str:
        with self._lock:
            if window in self._seen:
                self._seen.move_to_end(window)
                return self._seen[window]
        answer = self._ask(window)
        with self._lock:
            self._seen[window] = answer
            if len(self._seen) > _CACHE_SIZE:
                self._seen.popitem(last=False)
        return answer

    def _ask(self, window: str) -> tuple[frozenset[int], frozenset[int]] | str:
        if len(window) > MAX_WINDOW or "\n" in window:
            return "the window is not one short line"
        try:
            ranges = align(window, self._tokenizer(window))
        except Exception as error:
            return _reason(error)
        except BaseException as error:
            # A Rust panic is no Exception: pyo3_runtime.PanicException derives from BaseException.
            if type(error).__name__ != "PanicException":
                raise
            return _reason(error)
        return frozenset(r.start for r in ranges), frozenset(r.end for r in ranges)


def _reason(error: BaseException) -> str:
    words = re.sub(r"\s+", " ", str(error)).strip()
    return f"{type(error).__name__}: {words[:200]}" if words else type(error).__name__


_DEFAULT = CachedTokenizer(UndertheseaTokenizer())


def _renew_default() -> None:
    # A fork copies locks as they are: one that another thread held would never be released again.
    global _DEFAULT, _readers_lock  # noqa: PLW0603
    _DEFAULT = CachedTokenizer(UndertheseaTokenizer())
    _readers_lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew_default)

_KEPT_READERS = 8
_readers: OrderedDict[int, CachedTokenizer] = OrderedDict()
_readers_lock = threading.Lock()


def reader_for(tokenizer: Tokenizer | None) -> CachedTokenizer:
    """The reader of a tokenizer, with the verdicts it has given; None means underthesea.

    Readers of the last few tokenizers are kept, so that passing one object to many calls pays.
    """
    if tokenizer is None:
        return _DEFAULT
    with _readers_lock:
        # Keyed by identity: the kept reader holds its tokenizer, so the id cannot be given away.
        reader = _readers.setdefault(id(tokenizer), CachedTokenizer(tokenizer))
        _readers.move_to_end(id(tokenizer))
        if len(_readers) > _KEPT_READERS:
            _readers.popitem(last=False)
    return reader
