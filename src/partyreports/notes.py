"""Notes: what stages tell the reader beside their results."""

from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from partyreports.construct import construct
from partyreports.language.catalogue import language
from partyreports.models import Note, Span

T = TypeVar("T")


class WithNotes(NamedTuple, Generic[T]):
    """A stage's result and its notes."""

    value: T
    notes: tuple[Note, ...] = ()


def make_note(code: str, span: Span | None = None, /, **values: str | int) -> Note:
    """A note of a text in `partyreports.language.notes`.

    Args:
        code: code of the text.
        span: the place it speaks of.
        values: what stands in the places of the text.

    >>> make_note("number-gap", before=2, after=4, missing="3").message
    'Missing between 2 and 4: 3.'
    """
    message = _message(code, tuple(values.items()))
    if message is None:
        raise ValueError(f"there is no text for the note {code!r} with {sorted(values)}")
    return construct(Note, code=code, message=message, span=span, values=values)


@lru_cache(maxsize=1024)
def _message(code: str, values: tuple[tuple[str, str | int], ...]) -> str | None:
    """The text of a note; a text full of odd lists has the same few again and again."""
    return language().note(code, dict(values))
