"""Notes: what a reader should know about the text or the reading."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainSerializer

from partyreports.construct import construct
from partyreports.facts.passages import Fact, SourceStr, Span


class NoteValue(Fact):
    """A value of a note as JSON holds it, where all notes have the same fields."""

    name: str = Field(description="What the value is called.")
    number: int | None = Field(default=None, description="The value, if it is a number.")
    text: SourceStr | None = Field(default=None, description="The value, if it is text.")


def _listed_values(values: Mapping[str, int | str]) -> tuple[NoteValue, ...]:
    return tuple(
        construct(
            NoteValue, name=name, **({"number": v, "text": None} if isinstance(v, int) else {"number": None, "text": v})
        )
        for name, v in values.items()
    )


def _named_values(values: object) -> object:
    """Values for validation: by name, also where they are given in a list as JSON holds them."""
    if not isinstance(values, list | tuple):
        return values
    read = [NoteValue.model_validate(value) for value in values]
    return {value.name: value.text if value.number is None else value.number for value in read}


NoteValues = Annotated[
    Mapping[str, int | SourceStr],
    BeforeValidator(_named_values, json_schema_input_type=tuple[NoteValue, ...]),
    PlainSerializer(_listed_values, return_type=tuple[NoteValue, ...], when_used="json"),
]
"""Values by name, as they stand in the sentence of a note; in JSON a list of `NoteValue`."""


class Note(Fact):
    """Something a reader should know about the text or the reading."""

    code: str = Field(description="Stable code: count-mismatch, number-gap, lone-marker, …")
    message: str = Field(description="One sentence in English.")
    span: Span | None = Field(default=None, description="The place it speaks of.")
    values: NoteValues = Field(
        default={}, description="What the sentence says beside fixed words, by name: the views tell it in any language."
    )

    def __hash__(self) -> int:
        return hash((self.code, self.message, self.span))
