"""Many articles: lazily, in order, on as many processes as asked for."""

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from time import monotonic
from typing import Any

from pydantic_core import to_json

from partyreports.errors import PartyReportsError
from partyreports.models import MeetingReport
from partyreports.parsing import MAX_LENGTH, parse, vocabulary
from partyreports.text.lexicon import Lexicon, LexiconEntry
from partyreports.text.tokens import Tokenizer

_CHUNK = 16
"""Articles sent to a process at a time."""
_AHEAD = 3
"""Chunks per worker that are read ahead of the one being waited for."""
_LOOK_AGAIN = 0.001
"""Seconds between two looks at what other processes have sent: a look costs as much as parsing a line."""
_REPLACEMENT = "\ufffd".encode()


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


# --- in the other processes


def _serve(connection: Connection, other_end: Connection, options: _Options) -> None:
    """Parse what is sent, and send back what comes of each item: JSON, which is much faster than pickled models."""
    other_end.close()  # inherited; were it open here too, nobody would be told that the calling process is gone
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the calling process, which ends this one
    gc.freeze()  # what was inherited lives as long as this process, and need not be looked through again and again
    try:
        while (items := connection.recv()) is not None:
            for index, text in items:
                result = _parse_one(index, text, options)
                connection.send(result if isinstance(result, ParseFailure) else to_json(result))
    except (EOFError, OSError):
        return  # nobody waits for the rest


# --- in the calling process


_Answer = MeetingReport | ParseFailure | bytes
"""What came of an item; JSON as long as nobody has asked for the report."""


@dataclass(slots=True)
class _Chunk:
    """Some articles that follow one another, and what has come of the first of them so far."""

    first: int
    texts: list[Any]
    answers: deque[_Answer] = field(default_factory=deque)
    """Those not given out yet."""
    done: int = 0

    @property
    def is_done(self) -> bool:
        return self.done == len(self.texts)

    @property
    def next_index(self) -> int:
        """Index, in the whole input, of the item that is to be done next."""
        return self.first + self.done

    @property
    def left(self) -> list[tuple[int, str]]:
        """Index and text of the items that are still to be parsed."""
        return [(self.first + i, text) for i, text in enumerate(self.texts) if i >= self.done and isinstance(text, str)]

    def add(self, answer: _Answer) -> None:
        """Add what came of the next item."""
        self.answers.append(answer)
        self.done += 1

    def pass_over(self, options: _Options) -> None:
        """Say of items that are no text, up to the next that is, that they are none: they are sent nowhere."""
        while not self.is_done and not isinstance(self.texts[self.done], str):
            self.add(_parse_one(self.next_index, self.texts[self.done], options))

    def give_out(self, options: _Options) -> MeetingReport | ParseFailure:
        """The next report or failure in order."""
        index = self.done - len(self.answers)
        answer = self.answers.popleft()
        if not isinstance(answer, bytes):
            return answer
        text = self.texts[index]
        if _REPLACEMENT in answer and any("\ud800" <= char <= "\udfff" for char in text):
            # JSON cannot carry a lone surrogate, so the quoted words would not be the caller's own.
            return _parse_one(self.first + index, text, options)
        return MeetingReport.model_validate_json(answer)


class _Worker:
    """Another process, and the chunk that it is at. One that dies is replaced, and costs the item that it was at.

    A chunk is only sent when the one before has come back whole, so that never both sides write at once, each
    waiting for the other to read.
    """

    def __init__(self, options: _Options, context: BaseContext) -> None:
        self._options = options
        self._context = context
        self.chunk: _Chunk | None = None
        self._start()

    def _start(self) -> None:
        self.connection, theirs = self._context.Pipe()
        self._process = self._context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(theirs, self.connection, self._options), daemon=True
        )
        self._process.start()
        theirs.close()

    def give(self, chunk: _Chunk) -> None:
        """Send what is left of a chunk."""
        chunk.pass_over(self._options)
        if chunk.is_done:
            return
        self.chunk = chunk
        try:
            self.connection.send(chunk.left)
        except OSError:  # it died while it had nothing to do
            self._start()
            self.connection.send(chunk.left)

    def collect(self) -> None:
        """Take what has come back by now."""
        while self.chunk is not None and self.connection.poll():
            chunk = self.chunk
            try:
                chunk.add(self.connection.recv())
            except (EOFError, OSError):
                chunk.add(ParseFailure(chunk.next_index, "ProcessDied", "the process that parsed this item died"))
                self.connection.close()
                self._start()
                self.chunk = None
                self.give(chunk)
            else:
                chunk.pass_over(self._options)
                if chunk.is_done:
                    self.chunk = None

    def end(self) -> None:
        """End the process, at once if it is still at work."""
        if self.chunk is None:
            with suppress(OSError):
                self.connection.send(None)
        else:
            self._process.terminate()
        self.connection.close()
        self._process.join()


def _chunks(texts: Iterable[Any]) -> Iterator[_Chunk]:
    items = iter(texts)
    first = 0
    while chunk := list(islice(items, _CHUNK)):
        yield _Chunk(first, chunk)
        first += len(chunk)


class _Pool:
    """The other processes, and the chunks that are on their way, in order."""

    def __init__(self, texts: Iterable[Any], count: int, options: _Options, context: BaseContext) -> None:
        self._chunks = _chunks(texts)
        self._most = count * _AHEAD
        self._options = options
        self._helps = options.tokenizer is None
        self._own: _Chunk | None = None
        self._looked = 0.0
        self.waiting: deque[_Chunk] = deque()
        self.workers = [_Worker(options, context) for _ in range(count - self._helps)]

    def _take(self) -> _Chunk | None:
        chunk = next(self._chunks, None) if len(self.waiting) < self._most else None
        if chunk is not None:
            self.waiting.append(chunk)
        return chunk

    def keep_busy(self) -> None:
        """Take what has come back, and give every process that is at rest another chunk; not more often than pays."""
        if (now := monotonic()) < self._looked + _LOOK_AGAIN and self.waiting:
            return
        self._looked = now
        for worker in self.workers:
            worker.collect()
            if worker.chunk is None and (chunk := self._take()) is not None:
                worker.give(chunk)

    def wait(self) -> None:
        """Until something comes back; or parse an item in the meantime."""
        if self._helps and self._own is None:
            self._own = self._take()
        if self._own is None:
            self._looked = 0.0
            wait([worker.connection for worker in self.workers if worker.chunk is not None])
            return
        own = self._own
        own.add(_parse_one(own.next_index, own.texts[own.done], self._options))
        if own.is_done:
            self._own = None


def _parse_on_processes(
    texts: Iterable[str], count: int, options: _Options, start_method: str | None
) -> Iterator[MeetingReport | ParseFailure]:
    pool = _Pool(texts, count, options, multiprocessing.get_context(start_method))
    try:
        while True:
            pool.keep_busy()
            if not pool.waiting:
                return
            head = pool.waiting[0]
            if head.answers:
                yield head.give_out(options)
            elif head.is_done:
                pool.waiting.popleft()
            else:
                pool.wait()
    finally:
        for worker in pool.workers:
            worker.end()
