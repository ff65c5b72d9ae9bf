"""Markdown to the text that it is written for, with offsets into the Markdown source.

Headings, emphasis, links, code, tables, quotations and list items become the words that a reader sees. The
parsers of Markdown at hand tell the lines of a block, but not the place of a word in it, so the source is read here,
line by line, in one pass. What is Markdown and what is text follows CommonMark, with two differences: numbers of
lists stay as written (unless all items of a list have the same), and a line end within a paragraph stays one unless the
paragraph is wrapped at a width.
"""

import html
import re
from itertools import pairwise
from typing import NamedTuple

from partyreports.documents.document import Document, SourceKind
from partyreports.documents.html.metadata import read_date
from partyreports.documents.mapping import TextBuilder
from partyreports.documents.plain import LinePlaces
from partyreports.errors import DocumentError, InputTypeError

MAX_MARKDOWN = 20_000_000
"""Longest source, in code points, that `from_markdown` takes unless told otherwise."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_QUOTE = re.compile(r"[ ]{0,3}>[ ]?")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}(?:[ \t]+|$)")
_RULE = re.compile(r"[ ]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:=+|-+)[ \t]*$")
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_ITEM = re.compile(r"\A([ \t]*+)(?:([-*+])|(\d{1,9})([.)]))(?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)")
_DEFINITION = re.compile(r"[ ]{0,3}\[[^\[\]^]{1,200}\]:[ \t]*\S")
_NOTE_DEFINITION = re.compile(r"[ ]{0,3}\[\^[^\[\]]{1,60}\]:[ \t]*")
_TABLE_RULE = re.compile(r"\A[ ]{0,3}\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n((?:(?!---|\.\.\.)[^\n]*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_FRONT_FIELD = re.compile(
    r"^(title|date|published)[ \t]{0,8}:[ \t]{0,8}[\"']?([^\n\r\"']{1,400})", re.MULTILINE | re.IGNORECASE
)
_INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});)"
    r"|(?P<code>(?<!`)(`{1,8})(?!`)(?P<inside>[^`]{1,2000})(?<!`)\4(?!`))"
    r"|(?P<image>!\[[^\[\]]{0,500}\](?:\([^()\s]{0,2000}(?:[ ]+\"[^\"]{0,300}\")?[ ]?\)|\[[^\[\]]{0,100}\]))"
    r"|(?P<note>\[\^[^\[\]\s]{1,60}\])"
    r"|(?P<link>\](?:\((?:[^()\s]|\([^()\s]{0,300}\)){0,2000}(?:[ ]+\"[^\"]{0,300}\")?[ ]?\)|\[[^\[\]]{0,100}\]))"
    r"|(?P<open>\[)"
    r"|<(?P<address>(?:https?|mailto):[^<>\s]{1,2000})>"
    r"|(?P<comment><!--[^<>]{0,2000}-->)"
    r"|(?P<line_end><br[ ]?/?>)"
    r"|(?P<tag></?[a-zA-Z][a-zA-Z0-9:-]{0,30}(?:\s[^<>]{0,1000})?/?>)"
    r"|(?P<mark>\*{1,3}|_{1,3}|~~)"
)


class _Line(NamedTuple):
    start: int
    end: int
    """Offset before the line end."""


def from_markdown(markdown: str, *, url: str | None = None, max_length: int = MAX_MARKDOWN) -> Document:
    r"""The text of a Markdown source, with the way back to its lines and columns.

    Args:
        markdown: the source. Title and date of a YAML front matter become `title_hint` and `published`.
        url: address of the article, kept in the document and in the source of its report.
        max_length: longest source to take, in code points.

    Raises:
        InputTypeError: `markdown` is no `str`.
        DocumentError: the source is too long.

    >>> document = from_markdown("# Họp báo\n\n**Một là,** rà soát\\.\n\n1. Báo cáo")
    >>> document.text
    'Họp báo\n\nMột là, rà soát.\n\n1. Báo cáo'
    >>> document.origin((9, 16)).exact
    'Một là,'
    """
    if not isinstance(markdown, str):
        raise InputTypeError("from_markdown() takes a str, not {kind}; decode it first", kind=type(markdown).__name__)
    if len(markdown) > max_length:
        raise DocumentError(
            "the source has {length:,} characters; the limit is {limit:,}", length=len(markdown), limit=max_length
        )
    reader = _Reader(markdown)
    front = _FRONT_MATTER.match(markdown)
    fields = {m[1].lower(): m[2].strip() for m in _FRONT_FIELD.finditer(front[1])} if front is not None else {}
    reader.read(front.end() if front is not None else 0)
    return Document(
        text=reader.builder.text(),
        source=SourceKind.MARKDOWN,
        published=read_date(fields.get("published", fields.get("date", ""))),
        title_hint=fields.get("title"),
        url=url,
        source_text=markdown,
        offsets=reader.builder.map(),
        places=LinePlaces(markdown),
    )


class _Reader:
    """Reads the blocks of a source, one after the other."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.builder = TextBuilder()
        self._paragraph: list[_Line] = []
        self._breaks = 0
        self._after_marker = False
        self._counted: dict[int, int] = {}
        self._fence = ""

    def read(self, start: int) -> None:
        """Read all from `start` on."""
        self._counted = _counted_items(self.source, start)
        for match in _LINE.finditer(self.source, start):
            if match.end() == match.start():
                break
            end = match.end()
            while end > match.start() and self.source[end - 1] in "\r\n":
                end -= 1
            self._line(match.start(), end)
        self._end_paragraph()

    def _line(self, start: int, end: int) -> None:
        source = self.source
        while (quote := _QUOTE.match(source, start, end)) is not None:
            start = quote.end()
        fence = _FENCE.match(source, start, end)
        if self._fence:
            if fence is not None and fence[1].startswith(self._fence):
                self._fence = ""
            elif start < end:
                self._begin(start, 1)
                self.builder.copy(source[start:end], start)
            return
        line = source[start:end]
        if not line or line.isspace():
            self._end_paragraph()
            self._breaks = 2
        elif fence is not None:
            self._end_paragraph()
            self._fence = fence[1]
        elif (self._paragraph and _UNDERLINE.match(line)) or _RULE.match(line) or _DEFINITION.match(line):
            self._end_paragraph()
            self._breaks = 2
        else:
            self._words(line, start, end)

    def _words(self, line: str, start: int, end: int) -> None:
        source = self.source
        if (heading := _HEADING.match(line)) is not None:
            self._end_paragraph()
            self._breaks = 2
            stop = start + len(line.rstrip().rstrip("#").rstrip() or "") if line.rstrip().endswith("#") else end
            self._paragraph.append(_Line(start + heading.end(), max(stop, start + heading.end())))
            self._end_paragraph()
            self._breaks = 2
        elif (item := _ITEM.match(line)) is not None:
            self._end_paragraph()
            self._begin(start, 1)
            self._item(item, start)
            if item.end() < len(line):
                self._paragraph.append(_Line(start + item.end(), end))
        elif line.lstrip().startswith("|") or (_TABLE_RULE.match(line) and "|" in line):
            self._end_paragraph()
            if not _TABLE_RULE.match(line):
                self._row(start, end)
        else:
            if (note := _NOTE_DEFINITION.match(line)) is not None:
                self._end_paragraph()
                start += note.end()
            while start < end and source[start] in " \t":
                start += 1
            self._paragraph.append(_Line(start, end))

    def _begin(self, place: int, breaks: int) -> None:
        """Part what comes from what was."""
        if self.builder.length:
            self.builder.generate("\n" * max(breaks, self._breaks), place)
        self._breaks = 0
        self._after_marker = False

    def _item(self, item: "re.Match[str]", start: int) -> None:
        indent = len(item[1].expandtabs(4))
        self.builder.generate(" " * min(indent, 60), start)
        if item[2]:
            self.builder.generate("• ", start + item.start(2))
        else:
            number = self._counted.get(start)
            if number is None:
                self.builder.copy(item[3] + item[4], start + item.start(3))
            else:
                self.builder.generate(f"{number}{item[4]}", start + item.start(3))
            self.builder.generate(" ", start + item.end(4))
        self._after_marker = True

    def _row(self, start: int, end: int) -> None:
        """A row of a table: cells parted by tabs."""
        cells = [match.span() for match in re.finditer(r"(?:[^|\\]|\\.)+", self.source[start:end])]
        first = True
        for begin, stop in cells:
            words = self.source[start + begin : start + stop]
            if not words.strip():
                continue
            left = start + begin + len(words) - len(words.lstrip())
            if first:
                self._begin(left, 1)
            else:
                self.builder.generate("\t", left)
            first = False
            self._inline([_Line(left, start + begin + len(words.rstrip()))])

    def _end_paragraph(self) -> None:
        lines, self._paragraph = self._paragraph, []
        if lines:
            if not self._after_marker:
                self._begin(lines[0].start, 1)
            self._after_marker = False
            self._inline(lines)

    def _inline(self, lines: list[_Line]) -> None:
        """Write the lines of a paragraph without their marks."""
        wrapped = _is_wrapped([self.source[line.start : line.end] for line in lines])
        gone = _paired(self.source, lines)
        for i, line in enumerate(lines):
            end = line.end
            hard = False
            if i + 1 < len(lines):
                words = self.source[line.start : end]
                hard = words.endswith(("  ", "\\"))
                end -= 1 if words.endswith("\\") else 0
            end = line.start + len(self.source[line.start : end].rstrip())
            self._write(line.start, end, gone)
            if i + 1 < len(lines):
                self.builder.generate(" " if wrapped and not hard else "\n", line.end)

    def _write(self, start: int, end: int, gone: set[int]) -> None:
        source, builder = self.source, self.builder
        position = start
        for token in _INLINE.finditer(source, start, end):
            kind = token.lastgroup
            begin, stop = token.span()
            if kind in {"mark", "open", "link"} and begin not in gone:
                continue
            builder.copy(source[position:begin], position)
            position = stop
            if kind == "escaped":
                builder.replace(token["escaped"], begin, stop)
            elif kind == "entity":
                builder.replace(html.unescape(token[0]), begin, stop)
            elif token["code"] is not None:
                builder.copy(token["inside"], token.start("inside"))
            elif kind == "address":
                builder.copy(token["address"], token.start("address"))
            elif kind == "line_end":
                builder.generate("\n", begin)
        builder.copy(source[position:end], position)


def _paired(source: str, lines: list[_Line]) -> set[int]:
    """Where the marks begin that stand for emphasis and links in a paragraph: those that have a partner."""
    gone: set[int] = set()
    brackets: list[int] = []
    opened: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}  # start and marks left of each
    for line in lines:
        for token in _INLINE.finditer(source, line.start, line.end):
            start, end = token.span()
            if token.lastgroup == "open":
                brackets.append(start)
            elif token.lastgroup == "link" and brackets:
                gone.update((brackets.pop(), start))
            elif token.lastgroup == "mark":
                before = source[start - 1] if start > line.start else " "
                after = source[end] if end < line.end else " "
                _pair(token[0], start, opened[token[0][0]], gone, before, after)
    return gone


def _pair(mark: str, start: int, opened: list[list[int]], gone: set[int], before: str, after: str) -> None:
    """Close with a mark what is open, or keep it as one that opens."""
    left = len(mark)
    in_word = mark[0] == "_"
    if not before.isspace() and not (in_word and after.isalnum()):
        while left and opened:
            taken = min(left, opened[-1][1])
            left -= taken
            opened[-1][1] -= taken
            if opened[-1][1]:
                break
            gone.add(opened.pop()[0])
        if not left:
            gone.add(start)
            return
    if left == len(mark) and not after.isspace() and not (in_word and before.isalnum()):
        opened.append([start, left])


def _counted_items(source: str, start: int) -> dict[int, int]:
    """Items of lists that all have the same number ("1." before each), with the number that a reader sees."""
    counted: dict[int, int] = {}
    lists: list[tuple[int, str, list[tuple[int, int]]]] = []  # indent, sign, and start and number of each item
    after_blank = False

    def close(indent: int) -> None:
        while lists and lists[-1][0] >= indent:
            items = lists.pop()[2]
            numbers = {number for _, number in items}
            if len(items) > 1 and len(numbers) == 1:
                first = numbers.pop()
                counted.update((at, first + i) for i, (at, _) in enumerate(items))

    for match in _LINE.finditer(source, start):
        line = match[0].rstrip("\r\n")
        item = _ITEM.match(line)
        if item is not None and item[3]:
            indent = len(item[1].expandtabs(4))
            close(indent + 2)
            if lists and lists[-1][0] + 2 > indent and lists[-1][1] != item[4]:
                close(lists[-1][0])
            if not lists or lists[-1][0] + 2 <= indent:
                lists.append((indent, item[4], []))
            lists[-1][2].append((match.start(), int(item[3])))
        elif item is None and line.strip() and after_blank and not line[:1].isspace():
            close(0)
        after_blank = not line.strip()
    close(0)
    return counted


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the lines of a paragraph end where a width was reached: the next word did not fit.

    Two lines tell little: then the second has to go on in small letters.
    """
    if len(lines) < 2:
        return False
    width = max(map(len, lines))
    if width < 50:
        return False
    full = all(len(line) + 1 + len(after.split(" ", 1)[0]) > width for line, after in pairwise(lines))
    return full and (len(lines) > 2 or lines[1][:1].islower())
