"""What comes out of the inputs, in their order: an article, or why there is none."""

import datetime
from dataclasses import dataclass

from partyreports.errors import PartyReportsError
from partyreports.models import Note


@dataclass(frozen=True, slots=True)
class Article:
    """An article that was read.

    Attributes:
        name: where it stands, for messages: a path, `dump.jsonl:17`, or `stdin`.
        id: its name in reports: the id that its record gives, or its path below the folder that was named; None for
            standard input.
        text: what is to be parsed.
        path: the file; None for standard input.
        published: date of publication, as a record or the metadata of a page give it.
        url: address, as a record gives it.
        source: the folder, or the file of records, that it comes from. An id may mean another article in another one.
        notes: what a reader should know about the reading.
    """

    name: str
    id: str | None
    text: str
    path: str | None = None
    published: datetime.date | None = None
    url: str | None = None
    source: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """Stands in the place of an article that could not be read.

    Attributes:
        name: where it stands, for messages.
        error: name of the error's class, or `ProcessDied` or `Timeout`.
        problem: what is wrong, in one line that begins with `name`.
        id: its name in reports, as far as it is known.
    """

    name: str
    error: str
    problem: PartyReportsError
    id: str | None = None
