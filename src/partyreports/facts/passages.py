"""Words of an article as facts quote them, and what all facts have in common.

Wherever words are quoted they come as a `Passage`, whose `text` is exactly `source[span.start:span.end]` of the
string that was passed to `parse`.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which UTF-8 cannot hold: its length stays, and offsets true."""
    try:
        text.encode("utf-8")  # many times faster than a search, and nearly no text has one
    except UnicodeEncodeError:
        return _LONE_SURROGATES.sub("\ufffd", text)
    return text


SourceStr = Annotated[
    str,
    PlainSerializer(encodable, return_type=str, when_used="json"),
]
"""A slice of the caller's text. In JSON a lone surrogate (not text at all) is written U+FFFD."""


def shortened(text: str) -> str:
    """The words as Python writes a `str`, of a long one the beginning: how a fact shows what it quotes.

    >>> shortened("ba nhiệm vụ"), shortened("một " * 99)
    ("'ba nhiệm vụ'", "'một một một một một một một một một một một một một một một …'")
    """
    line = " ".join(text[: 4 * _SHORT].split())
    return repr(line if len(line) <= _SHORT else f"{line[:_SHORT].rpartition(' ')[0] or line[:_SHORT]} …")


_SHORT = 60
"""Characters of a quotation that a fact shows of itself."""


class _Shown(str):
    """Stands in a `repr` as it is."""

    __slots__ = ()
    __repr__ = str.__str__


class Fact(BaseModel):
    """What is known of something: a frozen model that shows itself on one line."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def __repr_args__(self) -> Iterator[tuple[str | None, object]]:
        """What `repr` shows: what is known, on one line. All fields as they are: `model_dump()`."""
        for name, value in self:
            if value is not None and value not in ((), {}):
                yield name, _Shown(_brief(value))


def _brief(value: object) -> str:
    if isinstance(value, Passage):
        return shortened(value.text)
    if isinstance(value, Span):
        return f"{value.start}:{value.end}"
    if isinstance(value, Enum):
        return repr(value.value)
    if isinstance(value, tuple):
        return f"[{len(value)}]"
    return shortened(value) if isinstance(value, str) else repr(value)


class Span(Fact):
    """A half-open range of code points in the text that was parsed."""

    start: int = Field(ge=0, description="Offset of the first code point.")
    end: int = Field(ge=0, description="Offset after the last code point.")

    def __len__(self) -> int:
        return self.end - self.start


class Passage(Fact):
    """Words of the article, quoted exactly, with the place where they stand."""

    text: SourceStr = Field(description="The words: `source[span.start:span.end]`.")
    span: Span = Field(description="Where the words stand in the source.")


class FoundPassage(Passage):
    """A passage together with the rule that found it."""

    rule: str = Field(description="Name of the rule that found it.")
