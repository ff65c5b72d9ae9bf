"""Articles that a page holds as JSON in a script, for a program that draws the page.

The longest string of the page's JSON that is prose is read as the article: HTML or plain text. Its characters are
followed through the entities of HTML and the escapes of JSON back to the text of the script.
"""

import html
import json
import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from partyreports.documents.html.names import BLOCKS, VOID
from partyreports.documents.html.rendering import render
from partyreports.documents.html.tree import Tree, TreeBuilder
from partyreports.documents.mapping import OffsetMap, TextBuilder

_JSON_TOKENS = re.compile(r'\\(?:u[0-9a-fA-F]{4}|.)|"|[^"\\]+', re.DOTALL)
_ESCAPES = re.compile(
    r"(?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\(?:u[0-9a-fA-F]{4}|.)", re.DOTALL
)
_MARKUP = re.compile(
    r"<(/?)([a-zA-Z][\w:-]*)([^<>]*)>|<!--[^<>]*-->|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});|[^<&]+|.",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([a-zA-Z][\w:-]*)\s?=\s?(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))|\b(hidden|reversed)\b")
_SELF_CLOSED = {"li": "li", "tr": "tr", "td": "td", "th": "th", "dt": "dd", "dd": "dt"}
_HAS_MARKUP = re.compile(r"</(?:p|div|span|h[1-6]|ol|ul|li|strong|em|b|figure|table)>|<br", re.IGNORECASE)
_TITLE_KEYS = frozenset({"title", "headline", "name", "subject"})
_LEAD_KEYS = frozenset({"sapo", "lead", "summary", "description", "excerpt"})
_VIETNAMESE = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]")
_LEAST = 300
"""Characters from which a string may be an article."""


@dataclass(slots=True)
class _Decoded:
    """A string as it is meant, with the place of each of its characters in the page's text."""

    text: str
    starts: "array[int]"
    ends: "array[int]"


@dataclass(slots=True)
class _Literal:
    """A string as it is written in a script, quotes not counted."""

    start: int
    end: int
    key: str


def read_island(tree: Tree, *, with_title: bool) -> tuple[str, OffsetMap] | None:
    """The text of an article that stands in a script, with its map; None where there is none.

    Args:
        tree: the page.
        with_title: whether the title that stands beside the article is to be read too.
    """
    literals = list(_literals(tree))
    long = [literal for literal in literals if literal.end - literal.start >= _LEAST]
    best: tuple[int, int] | None = None
    for i, literal in enumerate(literals):
        if literal in long:
            written = tree.text[literal.start : literal.end]
            size = len(written) if "\\u" not in written else len(_decoded(tree.text, literal).text)
            if size >= _LEAST and (best is None or size > best[0]):
                best = (size, i)
    if best is None:
        return None
    body = _decoded(tree.text, literals[best[1]])
    if len(_VIETNAMESE.findall(body.text)) < 20:
        return None
    builder = TextBuilder()
    if with_title:
        for literal in _beside(literals, best[1]):
            part = _decoded(tree.text, literal)
            if part.text.strip() and part.text.strip() not in body.text:
                _write(part, builder)
                builder.generate("\n\n", literal.end)
    _write(body, builder)
    return builder.text(), builder.map()


def _literals(tree: Tree) -> Iterator[_Literal]:
    """The string values in the page's scripts that are or hold JSON, each with its key."""
    for element in tree.root.iter():
        if element.tag != "script" or element.end - element.start < _LEAST:
            continue
        if "json" not in element.get("type") and '":' not in tree.content(element):
            continue
        opened: int | None = None
        key = ""
        for token in _JSON_TOKENS.finditer(tree.text, element.start, element.end):
            if token[0] != '"':
                continue
            if opened is None:
                opened = token.end()
            else:
                literal = _Literal(opened, token.start(), key)
                opened = None
                if tree.text[token.end() : token.end() + 4].lstrip()[:1] == ":":
                    key = tree.text[literal.start : literal.end][:40]
                else:
                    yield literal
                    key = ""


def _beside(literals: list[_Literal], at: int) -> list[_Literal]:
    """Title and lead that stand nearest to the article."""
    found = []
    for keys, most in ((_TITLE_KEYS, 300), (_LEAD_KEYS, 1200)):
        near = [
            (abs(i - at), literal)
            for i, literal in enumerate(literals)
            if literal.key.lower() in keys
            and i != at
            and 8 <= literal.end - literal.start <= most
            and abs(i - at) <= 12
        ]
        if near:
            found.append(min(near, key=lambda pair: pair[0])[1])
    return found


def _decoded(source: str, literal: _Literal) -> _Decoded:
    """A string of JSON without its escapes."""
    parts: list[str] = []
    starts, ends = array("I"), array("I")
    position = literal.start

    def plain(end: int) -> None:
        parts.append(source[position:end])
        starts.extend(range(position, end))
        ends.extend(range(position + 1, end + 1))

    for escape in _ESCAPES.finditer(source, literal.start, literal.end):
        plain(escape.start())
        position = escape.end()
        try:
            meant = json.loads(f'"{escape[0]}"')
        except ValueError:
            meant = escape[0][1:]  # an escape of JavaScript's own
        parts.append(meant)
        starts.extend([escape.start()] * len(meant))
        ends.extend([escape.end()] * len(meant))
    plain(literal.end)
    return _Decoded("".join(parts), starts, ends)


def _write(decoded: _Decoded, builder: TextBuilder) -> None:
    """Add a string, as HTML if it is that, to a text."""
    if _HAS_MARKUP.search(decoded.text) is None:
        for line in re.finditer(r"[^\r\n]+|[\r\n]+", decoded.text):
            if line[0][0] in "\r\n":
                builder.generate("\n", decoded.starts[line.start()])
            else:
                _follow(line[0], decoded, line.start(), builder)
        return
    tree, inner = _fragment(decoded)
    text, offsets, _ = render(tree, frozenset(), 0, len(tree.text))
    for piece in offsets.pieces(0, len(text)):
        if piece.generated:
            at = inner.starts[piece.source_start] if piece.source_start < len(inner.starts) else decoded.ends[-1]
            builder.generate(text[piece.start : piece.end], at)
        else:
            _follow(text[piece.start : piece.end], inner, piece.source_start, builder)


def _follow(words: str, decoded: _Decoded, at: int, builder: TextBuilder) -> None:
    """Add words that stand at an offset of a decoded string, each character with its place in the page."""
    starts, ends = decoded.starts, decoded.ends
    begin = 0
    for i in range(1, len(words) + 1):
        same_run = (
            i < len(words)
            and starts[at + i] == ends[at + i - 1]
            and ends[at + i] - starts[at + i] == 1
            and ends[at + i - 1] - starts[at + i - 1] == 1
        )
        if not same_run:
            builder.replace(words[begin:i], starts[at + begin], ends[at + i - 1])
            begin = i


def _fragment(decoded: _Decoded) -> tuple[Tree, _Decoded]:
    """The tree of a piece of HTML, and where each character of its text stands in the page."""
    builder = TreeBuilder()
    starts, ends = array("I"), array("I")
    opened: list[str] = []
    for token in _MARKUP.finditer(decoded.text):
        words = token[0]
        if token[2] is not None:
            _take_tag(token, builder, opened)
        elif not words.startswith("<!--"):
            begin, end = token.span()
            meant = html.unescape(words) if words[0] == "&" else words
            builder.data(meant)
            if meant == words:
                starts.extend(decoded.starts[begin:end])
                ends.extend(decoded.ends[begin:end])
            else:
                starts.extend([decoded.starts[begin]] * len(meant))
                ends.extend([decoded.ends[end - 1]] * len(meant))
    tree = builder.close()
    return tree, _Decoded(tree.text, starts, ends)


def _take_tag(token: "re.Match[str]", builder: TreeBuilder, opened: list[str]) -> None:
    tag = token[2].lower()
    if token[1]:
        if tag in opened:
            while (last := opened.pop()) != tag:
                builder.end(last)
            builder.end(tag)
        return
    if opened and (opened[-1] == _SELF_CLOSED.get(tag, "") or (opened[-1] == "p" and tag in BLOCKS)):
        builder.end(opened.pop())
    attributes = {
        (match[1] or match[5]).lower(): html.unescape(match[2] or match[3] or match[4] or "")
        for match in _ATTRIBUTE.finditer(token[3])
    }
    builder.start(tag, attributes)
    if tag in VOID or token[3].endswith("/"):
        builder.end(tag)
    else:
        opened.append(tag)
