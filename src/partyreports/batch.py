"""Many articles: lazily, in order, on as many processes as asked for."""

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pydantic_core import to_json

from partyreports.errors import PartyReportsError
from partyreports.models import MeetingReport
from partyreports.parsing import MAX_LENGTH, parse, vocabulary
from partyreports.text.lexicon import Lexicon, LexiconEntry
from partyreports.text.tokens import Tokenizer

_CHUNK = 16
"""Articles sent to a worker at a time."""
_REPLACEMENT = "\ufffd".encode()
_AHEAD = 3
"""Chunks per worker that are read ahead of the one being waited for."""


@dataclass(frozen=True, slots=True)
class ParseFailure:
    """Stands in the place of a report that could not be made.

    Attributes:
        index: position of the item in the input, from 0.
        error: name of the error's class.
        message: what it said.
    """

    index: int
    error: str
    message: str


@dataclass(frozen=True, slots=True)
class _Options:
    lexicon: Lexicon
    tokenizer: Tokenizer | None
    max_length: int


def parse_many(
    texts: Iterable[str],
    *,
    workers: int = 1,
    lexicon: Lexicon | Iterable[LexiconEntry | Mapping[str, Any]] | None = None,
    tokenizer: Tokenizer | None = None,
    max_length: int = MAX_LENGTH,
    start_method: str | None = None,
) -> Iterator[MeetingReport | ParseFailure]:
    """Parse articles one after the other, or on several processes, in the order given.

    Both ends are lazy: a few dozen articles per worker are read ahead, however many there are. An item that
    cannot be parsed (no `str`, too long, fatal to its process) gives a `ParseFailure` in its place and stops
    nothing. With more than one worker, call it under `if __name__ == "__main__":` in a script. Processes
    start with the first result and end with the last, or when the iterator is closed.

    The calling process is one of the workers: it parses along while it would otherwise wait, which spares
    its reports the way between processes. With a tokenizer of your own it only waits, so that native code
    which crashes takes no more than one item with it.

    Args:
        texts: the articles; any iterable, also an endless one.
        workers: number of processes that parse; 1 is the calling one alone, 0 means one a core.
        lexicon: as for `parse`.
        tokenizer: as for `parse`; with more than one worker it must be picklable.
        max_length: as for `parse`.
        start_method: how workers start (`fork`, `spawn`, `forkserver`); None takes Python's default.

    Yields:
        A `MeetingReport`, or a `ParseFailure`, for every item.

    Raises:
        PartyReportsError: the arguments are no use (negative `workers`, a bad lexicon).

    >>> [report.title.text for report in parse_many(["Họp báo tháng 5", "Giao ban tháng 6"])]
    ['Họp báo tháng 5', 'Giao ban tháng 6']
    """
    if workers < 0:
        raise PartyReportsError(f"workers is a number of processes, 0 or more, not {workers}")
    options = _Options(vocabulary(lexicon), tokenizer, max_length)
    count = workers or os.cpu_count() or 1
    if count == 1:
        return (_parse_one(index, text, options) for index, text in enumerate(texts))
    return _parse_on_processes(texts, count, options, start_method)


def _parse_one(index: int, text: str, options: _Options) -> MeetingReport | ParseFailure:
    try:
        return parse(text, lexicon=options.lexicon, tokenizer=options.tokenizer, max_length=options.max_length)
    except Exception as error:
        return ParseFailure(index, type(error).__name__, str(error))


# --- in the workers

_worker_options: _Options | None = None


def _start_worker(options: _Options) -> None:
    global _worker_options  # noqa: PLW0603  (a worker process serves one call of parse_many)
    _worker_options = options


def _work(first: int, texts: list[Any]) -> list[bytes | ParseFailure]:
    """Reports of a chunk as JSON, which crosses processes much faster than pickled models."""
    assert _worker_options is not None
    results: list[bytes | ParseFailure] = []
    for index, text in enumerate(texts, first):
        result = _parse_one(index, text, _worker_options)
        results.append(result if isinstance(result, ParseFailure) else to_json(result))
    return results


# --- in the calling process


@dataclass(slots=True)
class _Chunk:
    first: int
    texts: list[Any]
    future: "Future[list[bytes | ParseFailure]] | None" = None
    here: list[MeetingReport | ParseFailure] | None = None
    """What the calling process has made of it, if it was not sent to another."""

    @property
    def is_ready(self) -> bool:
        return self.future is None or self.future.done()


class _Workers:
    """A pool that is replaced when one of its processes dies."""

    def __init__(self, count: int, options: _Options, start_method: str | None) -> None:
        self._count = count
        self._options = options
        self._context = multiprocessing.get_context(start_method)
        self._pool = self._new_pool()

    def _new_pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._count, self._context, _start_worker, (self._options,))

    def submit(self, chunk: _Chunk) -> _Chunk:
        """Send a chunk to one of the processes; the same chunk with its future."""
        try:
            chunk.future = self._pool.submit(_work, chunk.first, chunk.texts)
        except BrokenProcessPool:
            self.replace()
            chunk.future = self._pool.submit(_work, chunk.first, chunk.texts)
        return chunk

    def replace(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._new_pool()

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)


def _parse_on_processes(
    texts: Iterable[str], count: int, options: _Options, start_method: str | None
) -> Iterator[MeetingReport | ParseFailure]:
    helps = options.tokenizer is None
    others = count - helps
    workers = _Workers(others, options, start_method)
    items = iter(texts)
    read = 0

    def next_chunk() -> _Chunk | None:
        nonlocal read
        chunk = _Chunk(read, list(islice(items, _CHUNK)))
        read += len(chunk.texts)
        return chunk if chunk.texts else None

    waiting: deque[_Chunk] = deque()
    try:
        while True:
            busy = sum(not chunk.is_ready for chunk in waiting)
            while busy < others * _AHEAD and len(waiting) < count * _AHEAD and (chunk := next_chunk()) is not None:
                waiting.append(workers.submit(chunk))
                busy += 1
            if not waiting:
                return
            head = waiting.popleft()
            while helps and not head.is_ready and len(waiting) + 1 < count * _AHEAD:
                if (chunk := next_chunk()) is None:
                    break
                chunk.here = [_parse_one(index, text, options) for index, text in enumerate(chunk.texts, chunk.first)]
                waiting.append(chunk)
            yield from _results(head, workers, options)
    finally:
        workers.close()


def _results(chunk: _Chunk, workers: _Workers, options: _Options) -> Iterator[MeetingReport | ParseFailure]:
    """Reports and failures of a chunk, in order."""
    if chunk.here is not None:
        yield from chunk.here
        return
    for index, result in enumerate(_answers(chunk, workers), chunk.first):
        yield result if isinstance(result, ParseFailure) else _report(index, result, options, chunk)


def _answers(chunk: _Chunk, workers: _Workers) -> list[bytes | ParseFailure]:
    """What another process has sent back for a chunk; if it died of it, for its items one by one."""
    assert chunk.future is not None
    try:
        return chunk.future.result()
    except BrokenProcessPool:
        workers.replace()
    results: list[bytes | ParseFailure] = []
    for index, text in enumerate(chunk.texts, chunk.first):
        try:
            results.extend(_answers_of_one(workers, _Chunk(index, [text])))
        except BrokenProcessPool as error:
            workers.replace()
            results.append(ParseFailure(index, type(error).__name__, "the process that parsed this item died"))
    return results


def _answers_of_one(workers: _Workers, chunk: _Chunk) -> list[bytes | ParseFailure]:
    future = workers.submit(chunk).future
    assert future is not None
    return future.result()


def _report(index: int, result: bytes, options: _Options, chunk: _Chunk) -> MeetingReport | ParseFailure:
    text = chunk.texts[index - chunk.first]
    if _REPLACEMENT in result and any("\ud800" <= char <= "\udfff" for char in text):
        # JSON cannot carry a lone surrogate, so the quoted words would not be the caller's own.
        return _parse_one(index, text, options)
    return MeetingReport.model_validate_json(result)
