"""From one record of a file of records to an article: which fields hold what, and which values they may have."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Protocol

from partyreports.documents.document import Document, SourceKind
from partyreports.documents.html.metadata import read_date
from partyreports.documents.markdown import from_markdown
from partyreports.documents.opening import from_bytes
from partyreports.errors import InputFileError, PartyReportsError
from partyreports.inputs.articles import Article
from partyreports.models import Note
from partyreports.notes import make_note


class Row(NamedTuple):
    """A record as its file has it.

    Attributes:
        number: its line, from 1; in Parquet its row.
        values: its fields; None for one that cannot be read.
        problem: why not.
    """

    number: int
    values: Mapping[str, Any] | None
    problem: PartyReportsError | None = None


class Moment(NamedTuple):
    """A date or a time that Python has no value for: too far away, or finer than microseconds.

    Attributes:
        written: it as its file's reader writes it.
    """

    written: str


class RecordFile(Protocol):
    """A file of records."""

    def columns(self) -> tuple[str, ...]:
        """The fields that its records have; of JSON Lines those of the first records.

        Raises:
            InputFileError: the file cannot be read.
            MissingExtraError: what reads it is not installed.
        """

    def rows(self, names: Iterable[str]) -> Iterator[Row]:
        """The records, one after the other.

        Args:
            names: the fields that are wanted; others may be left out.

        Raises:
            InputFileError: the file cannot be read any further.
            MissingExtraError: what reads it is not installed.
        """


class Fields(NamedTuple):
    """Which fields of a record hold the text of the article, and what is known of it.

    Attributes:
        text: field of the text.
        id: field of the name of the article; None takes `id` where a record has it. The same of the others.
        url: field of its address.
        published: field of its date of publication.
    """

    text: str = "text"
    id: str | None = None
    url: str | None = None
    published: str | None = None

    @property
    def named(self) -> list[str]:
        """The fields that must be there."""
        return [name for name in self if name is not None]

    @property
    def all(self) -> tuple[str, str, str, str]:
        """The fields to look at, in this order, with the usual names in place of None."""
        return (self.text, self.id or "id", self.url or "url", self.published or "published")


def id_of(row: Row, fields: Fields) -> str | None:
    """The id that a record gives; None if it gives none, or one that is neither text nor number."""
    value = (row.values or {}).get(fields.all[1])
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) and value != "" else None


def article_of(row: Row, fields: Fields, name: str, file_id: str, *, markdown: bool = False) -> Article:
    """The article of a record.

    Args:
        row: the record.
        fields: which fields hold what.
        name: where the record stands, for messages.
        file_id: name of its file in reports: a record without an id is called after it and its own number.
        markdown: read the text as Markdown.

    Raises:
        InputFileError: the record cannot be read, holds no text, or an id that is neither text nor number.
        DocumentError: the text is a page that cannot be read.
        MissingExtraError: it is a page, and what reads pages is not installed.
    """
    if row.values is None:
        raise InputFileError("{article}: {reason}", article=name, reason=row.problem)
    text_field, id_field, url_field, published_field = fields.all
    given_id, url = row.values.get(id_field), _decoded(row.values.get(url_field), url_field, name)
    if (known := id_of(row, fields)) is None and given_id is not None and given_id != "":
        raise InputFileError(
            "{article}: {field!r} is {kind}, which is no id", article=name, field=id_field, kind=_kind(given_id)
        )
    text = _text(row.values, text_field, name)
    document = _as_document(text, name, markdown=markdown)
    published, notes = _date(row.values.get(published_field))
    if document is not None:
        text, published = document.text, published or document.published
        notes += document.notes
    return Article(
        name=name,
        id=known or f"{file_id}:{row.number}",
        text=text,
        published=published,
        url=url if isinstance(url, str) and url else None,
        notes=notes,
    )


def _text(values: Mapping[str, Any], field: str, name: str) -> str:
    text = _decoded(values.get(field), field, name)
    if isinstance(text, str):
        return text
    if field not in values:
        raise InputFileError(
            "{article}: there is no field {field!r}; there are: {there}",
            article=name,
            field=field,
            there=", ".join(values),
        )
    raise InputFileError("{article}: {field!r} is {kind}, not text", article=name, field=field, kind=_kind(text))


def _decoded(value: object, field: str, name: str) -> object:
    """The text that bytes hold: of a column of Parquet whose writer did not say that it is text. Others as they are."""
    if not isinstance(value, bytes):
        return value
    try:
        return value.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputFileError(
            "{article}: {field!r} is not UTF-8 (byte {place:,})", article=name, field=field, place=error.start
        ) from error


def _as_document(text: str, name: str, *, markdown: bool) -> Document | None:
    """The text as a document, where it is Markdown or a whole page of HTML."""
    if markdown:
        return from_markdown(text)
    if text[:500].lstrip("\ufeff \t\r\n")[:1] != "<":
        return None
    document = from_bytes(text.encode("utf-8", "replace"), name)
    return None if document.source is SourceKind.TEXT else document


def _date(value: object) -> tuple[datetime.date | None, tuple[Note, ...]]:
    """The day of a date of publication, and a note if it cannot be read as one."""
    if isinstance(value, Moment):
        value = value.written
    if isinstance(value, datetime.datetime):
        value = value.isoformat()
    if isinstance(value, datetime.date):
        return value, ()
    if value is None or value == "":
        return None, ()
    if isinstance(value, str) and (date := read_date(value)) is not None:
        return date, ()
    shown = value if isinstance(value, str) else _kind(value)
    return None, (make_note("published-unknown", written=shown[:40]),)


def _kind(value: object) -> str:
    return "null" if value is None else type(value).__name__
