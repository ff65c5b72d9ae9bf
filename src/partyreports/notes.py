"""Notes: what stages tell the reader beside their results."""

from typing import Generic, NamedTuple, TypeVar

from partyreports.models import Note

T = TypeVar("T")


class WithNotes(NamedTuple, Generic[T]):
    """A stage's result and its notes."""

    value: T
    notes: tuple[Note, ...] = ()
