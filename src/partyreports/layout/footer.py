"""The footer: links to other articles with their printed ages, and the site's widgets.

Các bài viết khác
Hội nghị sơ kết quý II
Hội nghị sơ kết quý II
hôm qua
• Tổng kết năm (5 tháng trước)
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from partyreports.construct import construct
from partyreports.models import FoundPassage, RelatedArticle
from partyreports.text.lexicon import Lexicon
from partyreports.text.patterns import alternation
from partyreports.text.source import SourceText
from partyreports.text.spans import Range, containing

_AGE = r"(?:hôm qua|hôm kia|vừa xong|\d{1,3} (?:giây|phút|giờ|ngày|tuần|tháng|năm) trước)"
_AGE_LINE = re.compile(rf"\(?{_AGE}\)?")
_AGE_END = re.compile(rf"\(({_AGE})\)$")
_BULLET = re.compile(r"[\s•·●◦▪➤»>\-–*+]*")
_LONGEST_LINK = 260


_LONGEST_CUE = 90


class _Cues(NamedTuple):
    head: "re.Pattern[str]"
    """A newline and the words of a cue; more may follow them."""
    line: "re.Pattern[str]"
    """A cue that is the whole line: “Các tin khác”, “Xem thêm: …”, “Chia sẻ”."""


@lru_cache(maxsize=8)
def _cues(lexicon: Lexicon) -> _Cues:
    words = alternation((*lexicon.forms("footer.related"), *lexicon.forms("footer.widget")))
    return _Cues(
        head=re.compile(r"\n *" + words),
        line=re.compile(words + r"(?: *[:>»…(].*| *\.{3})?$"),
    )


@dataclass(frozen=True, slots=True)
class Footer:
    """Where the footer begins and what stands in it."""

    start: int
    """Offset in the view; its length if there is none."""
    first_line: int
    """Index of its first line among the filled lines."""
    related: tuple[RelatedArticle, ...] = ()
    furniture: tuple[FoundPassage, ...] = ()


def read_footer(source: SourceText, lines: list[Range], lexicon: Lexicon) -> Footer:
    """The footer of an article: its first cue line after which no paragraph follows, and everything below.

    Args:
        source: the article.
        lines: its filled lines, trimmed.
        lexicon: gives the cues.
    """
    cues = _cue_lines(source, lines, _cues(lexicon))
    first = _first_line(source, lines, cues)
    if first is None:
        return Footer(len(source), len(lines))
    related: list[RelatedArticle] = []
    furniture: list[FoundPassage] = []
    position = first
    while position < len(lines):
        line = lines[position]
        if position in cues:
            furniture.append(source.found(*line, "footer.cue"))
            position += 1
        else:
            article, position = _related(source, lines, position)
            if article is None:
                furniture.append(source.found(*line, "footer.line"))
            else:
                related.append(article)
    return Footer(lines[first].start, first, tuple(related), tuple(furniture))


def _cue_lines(source: SourceText, lines: list[Range], cues: _Cues) -> set[int]:
    """Indices of the lines that are cues."""
    heads = [match.end() - 1 for match in cues.head.finditer(source.folded, lines[0].end)]
    return {
        i
        for i, _ in containing(heads, lines)
        if cues.line.match(source.folded, lines[i].start, min(lines[i].end, lines[i].start + _LONGEST_CUE))
    }


def _first_line(source: SourceText, lines: list[Range], cues: set[int]) -> int | None:
    """Index of the first cue after which no paragraph follows."""
    first = None
    for i in range(len(lines) - 1, min(cues, default=len(lines)) - 1, -1):
        line = lines[i]
        if line.end - line.start > _LONGEST_LINK or _is_prose(source, line):
            break  # a paragraph: what stands above it is no footer
        if i in cues:
            first = i
    return first


def _is_prose(source: SourceText, line: Range) -> bool:
    """Whether a line is a sentence of an article: titles of links do not end in a full stop."""
    return source.text[line.end - 1] == "." and line.end - line.start > 60


def _related(source: SourceText, lines: list[Range], position: int) -> tuple[RelatedArticle | None, int]:
    """The entry that begins at a line: title, the title once more, age; or “• title (age)”."""
    line = lines[position]
    bullet = _BULLET.match(source.text, line.start, line.end)
    start = bullet.end() if bullet else line.start
    bracket = source.folded.rfind("(", start, line.end)
    if bracket >= 0 and (match := _AGE_END.match(source.folded, bracket, line.end)):
        return _article(source, line, Range(start, bracket), Range(*match.span(1))), position + 1
    if _AGE_LINE.fullmatch(source.folded, *line) or start >= line.end:
        return None, position + 1
    title = Range(start, line.end)
    following = position + 1
    if following < len(lines) and _same(source, lines[following], title):
        following += 1
    if following < len(lines) and _AGE_LINE.fullmatch(source.folded, *lines[following]):
        age = lines[following]
        return _article(source, Range(line.start, age.end), title, age), following + 1
    end = lines[following - 1].end
    return _article(source, Range(line.start, end), title, None), following


def _same(source: SourceText, line: Range, title: Range) -> bool:
    return source.folded[line.start : line.end] == source.folded[title.start : title.end]


def _article(source: SourceText, whole: Range, title: Range, age: Range | None) -> RelatedArticle:
    text, span = source.quoted(*whole)
    return construct(
        RelatedArticle,
        text=text,
        span=span,
        rule="footer.link" if age is None else "footer.link_with_age",
        title=source.passage(*source.trim(*title)),
        age=source.passage(*age) if age else None,
    )
