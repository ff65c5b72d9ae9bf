"""One item of `parse_many`: what may be given, what comes of it, and how it is parsed."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from partyreports.documents.document import Document
from partyreports.errors import InputTypeError, PartyReportsError
from partyreports.models import MeetingReport
from partyreports.parsing import hint_to_decode, parse
from partyreports.text.lexicon import Lexicon
from partyreports.text.tokens import Tokenizer


class ParseInput(NamedTuple):
    r"""An article for `parse_many`, with what its caller knows of it: the arguments of `parse` that belong to one text.

    Attributes:
        text: the article.
        id: name of the article, kept in `report.source` and in a `ParseFailure`.
        url: address of the article, kept in `report.source`.
        published: when the article was published; completes a year that is not printed. Of a `datetime` the day
            is taken.
        meeting: True or False where it is known whether a meeting is reported; None lets the evidence decide.

    >>> import datetime
    >>> from partyreports import ParseInput, parse_many
    >>> article = ParseInput("Giao ban\n\nSáng 1-6, họp giao ban.", id="a1", published=datetime.date(2020, 6, 2))
    >>> for report in parse_many([article]):
    ...     print(report.source.id, report.source.published)
    a1 2020-06-02
    """

    text: str
    id: str | None = None
    url: str | None = None
    published: datetime.date | None = None
    meeting: bool | None = None


@dataclass(frozen=True, slots=True)
class ParseFailure:
    """Stands in the place of a report that could not be made.

    Attributes:
        index: position of the item in the input, from 0.
        error: name of the error's class, or `ProcessDied` or `Timeout`.
        message: what it said.
        id: name of the article, where the caller gave one.
        template: what the message is made of, as in our errors; it can be told in another language.
        values: the values in it.
    """

    index: int
    error: str
    message: str
    id: str | None = None
    template: str = field(default="", repr=False, compare=False)
    values: Mapping[str, object] = field(default_factory=dict, repr=False, compare=False)

    def as_error(self) -> PartyReportsError:
        """The same as an error of ours, which can be told in any language.

        >>> ParseFailure(0, "Timeout", "over 5 s").as_error()
        PartyReportsError('over 5 s')
        """
        template = self.template or self.message
        return PartyReportsError(template, **self.values)


@dataclass(frozen=True, slots=True)
class Options:
    """What is the same for all items."""

    lexicon: Lexicon
    tokenizer: Tokenizer | None
    max_length: int
    timeout: float | None = None


def as_input(item: object) -> ParseInput:
    """The item as a `ParseInput`.

    Raises:
        InputTypeError: it is no `str`, `Document` or `ParseInput`, or one of its fields has a wrong type.
    """
    if isinstance(item, str):
        return ParseInput(item)
    if isinstance(item, Document):
        return ParseInput(item.text, url=item.url, published=item.published)
    if not isinstance(item, ParseInput):
        raise InputTypeError(
            "an item is the text of an article as str, or a ParseInput, not {kind}{hint}",
            kind=type(item).__name__,
            hint=hint_to_decode(item),
        )
    for name, value, kind in (
        ("text", item.text, str),
        ("id", item.id, str),
        ("url", item.url, str),
        ("published", item.published, datetime.date),
        ("meeting", item.meeting, bool),
    ):
        if not isinstance(value, kind) and (value is not None or name == "text"):
            raise InputTypeError(
                "ParseInput.{name} is {wanted}, not {kind}", name=name, wanted=kind.__name__, kind=type(value).__name__
            )
    if isinstance(item.published, datetime.datetime):
        return item._replace(published=item.published.date())
    return item


def parse_item(index: int, item: object, options: Options) -> MeetingReport | ParseFailure:
    """The report of an item, or why there is none."""
    try:
        text, name, url, published, meeting = as_input(item)
        return parse(
            text,
            id=name,
            url=url,
            published=published,
            meeting=meeting,
            lexicon=options.lexicon,
            tokenizer=options.tokenizer,
            max_length=options.max_length,
        )
    except Exception as error:
        return failure(index, item, type(error).__name__, error)


def failure(index: int, item: object, name: str, error: Exception) -> ParseFailure:
    """What stands in the place of this item's report.

    Args:
        index: position of the item.
        item: what was given.
        name: name of the error.
        error: what it says; it is not kept, because it holds on to all that was at work.
    """
    id_given = item.id if isinstance(item, ParseInput) and isinstance(item.id, str) else None
    if isinstance(error, PartyReportsError):
        return ParseFailure(index, name, str(error), id_given, error.template, error.values)
    return ParseFailure(index, name, str(error), id_given, str(error))
