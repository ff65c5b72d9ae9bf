"""Many articles: lazily, in order, on as many processes as asked for."""

import gc
import multiprocessing
import os
import pickle
import signal
import socket
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from time import monotonic
from typing import Any

from partyreports.errors import PartyReportsError
from partyreports.models import MeetingReport
from partyreports.packing import pack, unpack
from partyreports.parsing import MAX_LENGTH, parse, vocabulary
from partyreports.text.lexicon import Lexicon, LexiconEntry
from partyreports.text.tokens import Tokenizer

_CHUNK = 8
"""Articles sent to a process at a time, at most;"""
_CHUNK_LENGTH = 80_000
"""and no more once they have so many characters."""
_AHEAD = 5
"""Chunks per worker that are read ahead of the one being waited for."""
_RESERVE = 2
"""Chunks left to the calling process, which need not keep the reports that come next; others take what comes after."""
_LOOK_AGAIN = 0.003
"""Seconds between two looks at what other processes have sent: a look costs as much as parsing a line."""
_BUFFER = 2**20
"""Bytes asked for as a connection's buffer; the system may give less."""


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


# --- between processes


def _sendable(text: str) -> str | bytes:
    """The text as UTF-16, which is made and read several times faster than the UTF-8 of pickles.

    UTF-16 cannot hold lone surrogates, so that a text with one goes as it is.
    """
    try:
        return text.encode("utf-16-le")
    except UnicodeEncodeError:
        return text


def _received(sent: str | bytes) -> str:
    return sent if isinstance(sent, str) else sent.decode("utf-16-le")


# --- in the other processes


def _serve(connection: Connection, other_end: Connection, options: _Options) -> None:
    """Parse what is sent, and send back what comes of each item."""
    other_end.close()  # inherited; were it open here too, nobody would be told that the calling process is gone
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the calling process, which ends this one
    gc.freeze()  # what was inherited lives as long as this process, and need not be looked through again and again
    try:
        while (items := connection.recv()) is not None:
            for index, text in items:
                result = _parse_one(index, _received(text), options)
                connection.send(result if isinstance(result, ParseFailure) else pack(result))
    except (EOFError, OSError):
        return  # nobody waits for the rest


# --- in the calling process


_Answer = MeetingReport | ParseFailure | bytes
"""What came of an item; packed as long as nobody has asked for the report."""


class _Chunk:
    """Some articles that follow one another, and what has come of them so far."""

    def __init__(self, first: int, texts: list[Any], options: _Options) -> None:
        self.first = first
        self.texts = texts
        self.begun = False  # whether an answer has come from the process that it was sent to
        self.given_out = 0
        # What is no text is sent nowhere: its failure is known at once.
        self._answers: list[_Answer | None] = [
            None if isinstance(text, str) else _parse_one(first + position, text, options)
            for position, text in enumerate(texts)
        ]
        self._left = deque(position for position, answer in enumerate(self._answers) if answer is None)

    @property
    def is_done(self) -> bool:
        return not self._left

    @property
    def is_given_out(self) -> bool:
        return self.given_out == len(self.texts)

    @property
    def has_next(self) -> bool:
        """Whether the next item in order can be given out."""
        return not self.is_given_out and self._answers[self.given_out] is not None

    def message(self) -> bytes:
        """What a process is sent: indices in the whole input, and texts, of the items that are still to be parsed."""
        return pickle.dumps([(self.first + position, _sendable(self.texts[position])) for position in self._left])

    @property
    def next_left(self) -> tuple[int, str]:
        """The first of these items."""
        position = self._left[0]
        return self.first + position, self.texts[position]

    def add(self, answer: _Answer) -> None:
        """Add what came of the first item that was left."""
        self._answers[self._left.popleft()] = answer

    def give_out(self) -> MeetingReport | ParseFailure:
        """The next report or failure in order, which is not kept."""
        position = self.given_out
        self.given_out += 1
        answer, self._answers[position] = self._answers[position], None
        assert answer is not None
        return unpack(answer, self.texts[position]) if isinstance(answer, bytes) else answer


class _Worker:
    """Another process, and the chunks that it is to parse. One that dies is replaced; it costs the item that it was at.

    The next chunk is sent while the process is still at the one before, so that it never waits; but only if all of
    it finds room in the connection. Otherwise both sides might write at once, each waiting for the other to read.
    """

    def __init__(self, options: _Options, context: BaseContext) -> None:
        self._options = options
        self._context = context
        self.chunks: deque[_Chunk] = deque()
        self._start()

    def _start(self) -> None:
        self.connection, theirs = self._context.Pipe()
        self._room = _room_in(self.connection)
        self._process = self._context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(theirs, self.connection, self._options), daemon=True
        )
        self._process.start()
        theirs.close()
        self._has_answered = False
        self._sent = 0  # how many of the chunks
        self._message: bytes | None = None  # the next, ready to be sent

    @property
    def has_time(self) -> bool:
        """Whether it is at its last chunk, or at none."""
        return not self.chunks or (len(self.chunks) == 1 and self.chunks[0].begun)

    def give(self, chunk: _Chunk) -> None:
        """Another chunk for it, with something left to parse."""
        self.chunks.append(chunk)
        self._send()

    def _send(self) -> None:
        """Send what it will take without being waited for."""
        while self._sent < len(self.chunks):
            message = self._message = self._message or self.chunks[self._sent].message()
            # Where the first chunk is begun, it has been read, and the connection is empty.
            if self._sent and not (self.chunks[0].begun and len(message) <= self._room):
                return
            try:
                self.connection.send_bytes(message)
            except OSError:
                if self._sent:
                    return  # it died at the chunk before: that is found out when its answers are taken
                self._replace(give_up=not self._has_answered)
            else:
                self._sent += 1
                self._message = None

    def collect(self) -> None:
        """Take what has come back by now."""
        while self._sent and self.connection.poll():
            chunk = self.chunks[0]
            try:
                answer = self.connection.recv()
            except (EOFError, OSError):
                self._replace(give_up=True)
            else:
                self._has_answered = chunk.begun = True
                chunk.add(answer)
                if chunk.is_done:
                    self.chunks.popleft()
                    self._sent -= 1
            self._send()

    def _replace(self, *, give_up: bool) -> None:
        """Another process in the place of one that died, and give up the item that it died at if it was at one."""
        first = self.chunks[0]
        if give_up:
            index, _ = first.next_left
            first.add(ParseFailure(index, "ProcessDied", "the process that parsed this item died"))
            if first.is_done:
                self.chunks.popleft()
        first.begun = False
        self.connection.close()
        self._process.terminate()
        self._process.join()
        self._start()

    def end(self) -> None:
        """End the process, at once if it is still at work."""
        if self.chunks:
            self._process.terminate()
        else:
            with suppress(OSError):
                self.connection.send(None)
        self.connection.close()
        self._process.join()


def _room_in(connection: Connection) -> int:
    """How many bytes can be sent, at least, though nobody reads them; 0 where that is not known."""
    if sys.platform != "linux":
        return 0
    with socket.socket(fileno=os.dup(connection.fileno())) as end:
        end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _BUFFER)
        # Half of it, because the system counts its own records of what is sent as well.
        return end.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF) // 2


class _Pool:
    """The other processes, and the chunks that are on their way, in order."""

    def __init__(self, texts: Iterable[Any], count: int, options: _Options, context: BaseContext) -> None:
        self._items = enumerate(texts)
        self._most = count * _AHEAD
        self._options = options
        self._helps = options.tokenizer is None
        self._own: _Chunk | None = None
        self._free: deque[_Chunk] = deque()
        self._looked = 0.0
        self.waiting: deque[_Chunk] = deque()
        self.workers = [_Worker(options, context) for _ in range(count - self._helps)]

    def _next_chunk(self) -> _Chunk | None:
        first = 0
        texts: list[Any] = []
        length = 0
        for index, text in self._items:
            first = first if texts else index
            texts.append(text)
            length += len(text) if isinstance(text, str) else 0
            if len(texts) == _CHUNK or length >= _CHUNK_LENGTH:
                break
        return _Chunk(first, texts, self._options) if texts else None

    def _read(self, count: int) -> None:
        """Read on until so many chunks are free to be taken, if the input gives them and they are not too far ahead."""
        while len(self._free) < count and len(self.waiting) < self._most and (chunk := self._next_chunk()) is not None:
            self.waiting.append(chunk)
            if not chunk.is_done:
                self._free.append(chunk)

    def _take(self, reserve: int) -> _Chunk | None:
        """A chunk to be parsed: the first after the reserve, or the last of it if there is no other."""
        self._read(reserve + 1)
        if not self._free:
            return None
        position = min(reserve, len(self._free) - 1)
        chunk = self._free[position]
        del self._free[position]
        return chunk

    def keep_busy(self) -> None:
        """Take what has come back, and give every process that will soon be at rest another chunk; not too often."""
        if (now := monotonic()) < self._looked + _LOOK_AGAIN and self.waiting:
            return
        self._looked = now
        for worker in self.workers:
            worker.collect()
            while worker.has_time and (chunk := self._take(_RESERVE if self._helps else 0)) is not None:
                worker.give(chunk)

    def wait(self) -> None:
        """Until something comes back; or parse an item in the meantime."""
        if self._helps and self._own is None:
            self._own = self._take(0)
        if self._own is None:
            self._looked = 0.0
            wait([worker.connection for worker in self.workers if worker.chunks])
            return
        index, text = self._own.next_left
        self._own.add(_parse_one(index, text, self._options))
        if self._own.is_done:
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
            if head.has_next:
                yield head.give_out()
            elif head.is_given_out:
                pool.waiting.popleft()
            else:
                pool.wait()
    finally:
        for worker in pool.workers:
            worker.end()
