"""Several processes that parse one stream of items; the reports come out in its order."""

from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from time import monotonic
from typing import Any

from partyreports.batch.chunks import Chunk
from partyreports.batch.items import Options, ParseFailure, parse_item
from partyreports.batch.worker import Worker
from partyreports.models import MeetingReport

_CHUNK = 8
"""Items sent to a process at a time, at most;"""
_CHUNK_LENGTH = 80_000
"""and no more once they have so many characters."""
_AHEAD = 5
"""Chunks per worker that are read ahead of the one being waited for."""
_RESERVE = 2
"""Chunks left to the calling process, which need not keep the reports that come next; others take what comes after."""
_LOOK_AGAIN = 0.003
"""Seconds between two looks at what other processes have sent: a look costs as much as parsing a line."""
_LONGEST_WAIT = 3600.0
"""Seconds that the system is asked to wait at a time: it takes no number of any size."""
_TRY_AGAIN = 0.01
"""Seconds between two attempts to send what there was no room for."""


class _Pool:
    """The other processes, and the chunks that are on their way, in order."""

    def __init__(self, items: Iterable[Any], count: int, options: Options, context: BaseContext) -> None:
        self._items = enumerate(items)
        self._most = count * _AHEAD
        self._options = options
        # The calling process parses along, but for what could crash it or keep it from looking at the clock.
        self._helps = options.tokenizer is None and options.timeout is None
        self._own: Chunk | None = None
        self._free: deque[Chunk] = deque()
        self._looked = 0.0
        self.input_error: BaseException | None = None
        """What the input raised; the items before it are parsed all the same."""
        self.waiting: deque[Chunk] = deque()
        self.workers: list[Worker] = []
        for _ in range(count - self._helps):
            self.workers.append(Worker(options, context))

    def _next_chunk(self) -> Chunk | None:
        first = 0
        items: list[Any] = []
        length = 0
        try:
            while self.input_error is None and len(items) < _CHUNK and length < _CHUNK_LENGTH:
                index, item = next(self._items)
                first = first if items else index
                items.append(item)
                text = item if isinstance(item, str) else getattr(item, "text", "")
                length += len(text) if isinstance(text, str) else 0
        except StopIteration:
            pass
        except Exception as error:
            self.input_error = error
        return Chunk(first, items, self._options) if items else None

    def _read(self, count: int) -> None:
        """Read on until so many chunks are free to be taken, if the input gives them and they are not too far ahead."""
        while len(self._free) < count and len(self.waiting) < self._most and (chunk := self._next_chunk()) is not None:
            self.waiting.append(chunk)
            if not chunk.is_done:
                self._free.append(chunk)

    def _take(self, reserve: int) -> Chunk | None:
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
        """Until something comes back, or an item's time is over; or parse an item in the meantime."""
        if self._helps and self._own is None:
            self._own = self._take(0)
        if self._own is None:
            self._looked = 0.0
            busy = [worker for worker in self.workers if worker.chunks]
            ends = [worker.deadline - monotonic() for worker in busy if worker.deadline is not None]
            ends += [_TRY_AGAIN for worker in busy if worker.has_unsent]
            wait([worker.socket for worker in busy], max(0.0, min(*ends, _LONGEST_WAIT)) if ends else None)
            return
        index, item = self._own.next_left
        self._own.add(parse_item(index, item, self._options))
        if self._own.is_done:
            self._own = None

    def end(self) -> None:
        """End all processes."""
        for worker in self.workers:
            worker.end()


def parse_on_processes(
    items: Iterable[Any], count: int, options: Options, context: BaseContext
) -> Iterator[MeetingReport | ParseFailure]:
    """Reports and failures in the order of the items.

    Args:
        items: what is to be parsed.
        count: processes that parse, this one among them where it can help.
        options: what is the same for all items.
        context: how processes start.
    """
    pool = _Pool(items, count, options, context)
    try:
        while True:
            pool.keep_busy()
            if not pool.waiting:
                break
            head = pool.waiting[0]
            if head.has_next:
                yield head.give_out()
            elif head.is_given_out:
                pool.waiting.popleft()
            else:
                pool.wait()
    finally:
        pool.end()
    if pool.input_error is not None:
        raise pool.input_error
