"""Another process that parses: what it does, and how the calling process deals with it."""

import gc
import signal
import socket
from collections import deque
from contextlib import suppress
from multiprocessing.context import BaseContext
from time import monotonic

from partyreports.batch.channel import Channel, read_message, write_message
from partyreports.batch.chunks import Chunk, answer_of, received_items
from partyreports.batch.items import Options, parse_item
from partyreports.errors import PartyReportsError
from partyreports.text.tokens import reader_for

_STARTING = 60.0
"""Seconds that a process may take to start, where items have a limit of time."""
_ENDING = 2.0
"""Seconds that a process without work may take to end."""
_READY = b""


def _serve(theirs: socket.socket, ours: socket.socket, options: Options) -> None:
    """In the other process: parse what is sent, and send back what comes of each item."""
    ours.close()  # inherited; open here too, it would hide the end of the calling process
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the calling process, which ends this one
    if options.timeout is not None:
        # Loading the tokenizer's model takes a second or two, which are none of the first item's time.
        reader_for(options.tokenizer).failure("Một là")
    gc.freeze()  # what was inherited lives as long as this process, and need not be looked through again and again
    with suppress(OSError):  # the calling process has gone away
        write_message(theirs, _READY)
        while (message := read_message(theirs)) is not None:
            for index, item in received_items(message):
                write_message(theirs, answer_of(parse_item(index, item, options)))


class Worker:
    """Another process, and the chunks that it is to parse; at most two, so that it never waits for the next one.

    A process that dies, or takes longer over an item than it may, is replaced; it costs the item that it was at.
    Nothing here waits for the process: one that has been stopped (SIGSTOP) only looks like a slow one.
    """

    def __init__(self, options: Options, context: BaseContext) -> None:
        self._options = options
        self._context = context
        self.chunks: deque[Chunk] = deque()
        self._start()

    def _start(self) -> None:
        ours, theirs = socket.socketpair()
        self._channel = Channel(ours)
        self._process = self._context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(theirs, ours, self._options), daemon=True
        )
        self._process.start()
        theirs.close()
        self._is_ready = False
        self._since = monotonic()  # the process has been at the item it is at since then, or for a shorter time
        for chunk in self.chunks:
            self._channel.send(chunk.message())

    @property
    def socket(self) -> socket.socket:
        """What becomes readable when the process has something to say, or is gone."""
        return self._channel.socket

    @property
    def has_unsent(self) -> bool:
        """Whether the process has still to make room for something."""
        return self._channel.has_unsent

    @property
    def has_time(self) -> bool:
        """Whether it is at its last chunk, or at none."""
        return len(self.chunks) < 2

    @property
    def deadline(self) -> float | None:
        """When the item that it is at has taken too long; None if there is no limit, or no item."""
        if self._options.timeout is None or not self.chunks:
            return None
        return self._since + self._options.timeout + (0 if self._is_ready else _STARTING)

    def give(self, chunk: Chunk) -> None:
        """Another chunk for it, with something left to parse."""
        if not self.chunks:
            self.collect()
            if self._channel.is_closed:  # it died while it had nothing to do, which costs nothing
                self._renew()
            self._since = monotonic()
        self.chunks.append(chunk)
        self._channel.send(chunk.message())

    def collect(self) -> None:
        """Take what has come back by now, send what there was no room for, and replace a process that failed."""
        if self._channel.flush():
            self._since = monotonic()
        for message in self._channel.receive():
            self._since = monotonic()
            if not self._is_ready:
                self._is_ready = True
            else:
                self.chunks[0].add(message)
                self._drop_first_if_done()
        deadline = self.deadline
        if self._channel.is_closed:
            if self.chunks:
                self._replace("ProcessDied", PartyReportsError("the process that parsed this item died"))
        elif deadline is not None and monotonic() >= deadline:
            seconds = f"{self._options.timeout:g}"
            self._replace("Timeout", PartyReportsError("parsing took longer than {seconds} seconds", seconds=seconds))

    def _replace(self, name: str, error: PartyReportsError) -> None:
        """Give up the item that the process is at, and go on with another process."""
        self.chunks[0].fail(name, error)
        self._drop_first_if_done()
        self._renew()

    def _renew(self) -> None:
        self._kill()
        self._start()

    def _drop_first_if_done(self) -> None:
        if self.chunks[0].is_done:
            self.chunks.popleft()

    def _kill(self) -> None:
        self._channel.close()
        self._process.kill()  # also ends a process that was stopped, which `terminate` does not
        self._process.join()

    def end(self) -> None:
        """End the process, at once if it is still at work."""
        self._channel.close()  # which tells it that nothing more will come
        if not self.chunks:
            self._process.join(_ENDING)
        self._kill()
