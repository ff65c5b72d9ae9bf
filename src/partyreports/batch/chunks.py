"""Some items that follow one another: sent to a process together, given out one by one."""

import pickle
from collections import deque
from typing import Any

from partyreports.batch.items import Options, ParseFailure, ParseInput, as_input, failure, parse_item
from partyreports.errors import InputTypeError, PartyReportsError
from partyreports.models import MeetingReport
from partyreports.packing import pack, unpack

_PACKED, _FAILED = b"R", b"F"
"""First byte of an answer: a packed report, or a pickled failure."""


class Chunk:
    """Items, and what has come of them so far."""

    def __init__(self, first: int, items: list[Any], options: Options) -> None:
        self.first = first
        self.given_out = 0
        self.items: list[ParseInput | None] = []
        self._answers: list[MeetingReport | ParseFailure | bytes | None] = []
        for position, item in enumerate(items):
            try:
                self.items.append(as_input(item))
                self._answers.append(None)
            except InputTypeError:
                # What is no article is sent nowhere: its failure is known at once.
                self.items.append(None)
                self._answers.append(parse_item(first + position, item, options))
        self._left = deque(position for position, answer in enumerate(self._answers) if answer is None)

    @property
    def is_done(self) -> bool:
        """Whether every item has been parsed."""
        return not self._left

    @property
    def is_given_out(self) -> bool:
        """Whether there is nothing left to give out."""
        return self.given_out == len(self.items)

    @property
    def has_next(self) -> bool:
        """Whether the next item in order can be given out."""
        return not self.is_given_out and self._answers[self.given_out] is not None

    def message(self) -> bytes:
        """What a process is sent: the items that are still to be parsed, with their places in the whole input."""
        left = ((self.first + position, self.items[position]) for position in self._left)
        return pickle.dumps([(index, _sendable(item.text), *item[1:]) for index, item in left if item is not None])

    @property
    def next_left(self) -> tuple[int, ParseInput | None]:
        """The first of these items."""
        position = self._left[0]
        return self.first + position, self.items[position]

    def add(self, answer: MeetingReport | ParseFailure | bytes) -> None:
        """Add what came of the first item that was left; it stays packed until the report is asked for."""
        self._answers[self._left.popleft()] = answer

    def fail(self, name: str, error: PartyReportsError) -> None:
        """Give up the first item that was left."""
        self.add(failure(*self.next_left, name, error))

    def give_out(self) -> MeetingReport | ParseFailure:
        """The next report or failure in order, which is not kept."""
        position = self.given_out
        self.given_out += 1
        answer, self._answers[position] = self._answers[position], None
        item, self.items[position] = self.items[position], None
        assert answer is not None
        if not isinstance(answer, bytes):
            return answer
        if answer[:1] == _FAILED:
            failed: ParseFailure = pickle.loads(answer[1:])  # noqa: S301  (our own process wrote it)
            return failed
        assert item is not None
        return unpack(answer[1:], item.text)


def received_items(message: bytes) -> list[tuple[int, ParseInput]]:
    """The items of a chunk's message, in the process that it was sent to."""
    items = pickle.loads(message)  # noqa: S301  (the calling process wrote it)
    return [(index, ParseInput(_received(text), *known)) for index, text, *known in items]


def answer_of(result: MeetingReport | ParseFailure) -> bytes:
    """What is sent back of an item."""
    return _FAILED + pickle.dumps(result) if isinstance(result, ParseFailure) else _PACKED + pack(result)


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
