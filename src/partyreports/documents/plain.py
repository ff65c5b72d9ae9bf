"""Plain text as a document, and places in sources of text by line and column."""

from array import array
from bisect import bisect_right

from partyreports.documents.document import Document, SourceKind
from partyreports.documents.mapping import TextBuilder
from partyreports.documents.origins import LinePosition, Quote, TextOrigin, TextRange
from partyreports.errors import InputTypeError


class LinePlaces:
    """Places in a source of text by line and column."""

    def __init__(self, source: str) -> None:
        self._starts = array("I", [0])
        position = 0
        for line in source.splitlines(keepends=True):
            position += len(line)
            self._starts.append(position)

    def _position(self, place: int) -> LinePosition:
        line = max(1, bisect_right(self._starts, place))
        return LinePosition(line, place - self._starts[line - 1])

    def origin(self, quotes: tuple[Quote, ...], *, generated: bool) -> TextOrigin:
        """Lines and columns of some stretches of the source."""
        ranges = (TextRange(self._position(quote.start), self._position(quote.end), quote) for quote in quotes)
        return TextOrigin(tuple(ranges), generated)

    def joins(self, source: str, start: int, end: int) -> bool:  # noqa: ARG002 - the form of `Places`
        """Whether what was left out is no more than a line of markup."""
        return end - start <= 200


def from_text(text: str, *, url: str | None = None) -> Document:
    r"""A plain text as a document: nothing is changed, and every place leads to line and column.

    Args:
        text: the article.
        url: address of the article, kept in the document and in the source of its report.

    Raises:
        InputTypeError: `text` is no `str`.

    >>> from_text("Tin\nHọp báo").origin((4, 7)).ranges[0].start
    LinePosition(line=2, column=0)
    """
    if not isinstance(text, str):
        raise InputTypeError("from_text() takes a str, not {kind}; decode it first", kind=type(text).__name__)
    builder = TextBuilder()
    builder.copy(text, 0)
    return Document(text, SourceKind.TEXT, url=url, source_text=text, offsets=builder.map(), places=LinePlaces(text))
