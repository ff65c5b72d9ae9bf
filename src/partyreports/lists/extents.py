"""Extents: where a point ends.

Between two markers that is easy: before the next one, less an unnumbered heading and the “và”. The
last point of a list ends where the article turns elsewhere: a speaker, a heading, another subject.
"""

import re
from bisect import bisect_left
from functools import cached_property, lru_cache

from partyreports.grammar.markers import Marker, Place
from partyreports.grammar.sentences import sentences
from partyreports.layout.segmentation import Layout
from partyreports.text.lexicon import Lexicon
from partyreports.text.patterns import alternation, whole_words
from partyreports.text.source import SourceText
from partyreports.text.spans import Range

_BEFORE_MARKER = " \t\n-–—+*•·●◦▪➤✓\uf0b7#>_~"
_OPENING = "\"“‘'«"
_CLOSING = ".!?…:;,”\"’'»)]/"
_AND_WORDS = ("và", "cùng với đó", "đồng thời")
_AND = re.compile(rf"[;,.]?(\s+(?:{'|'.join(_AND_WORDS)}))\s*$")
_MAX_HEADING = 110


@lru_cache(maxsize=8)
def _turns(lexicon: Lexicon) -> "re.Pattern[str]":
    """Heads of paragraphs that turn elsewhere: “Phát biểu tại hội nghị”, “Cũng tại …”, “Kết thúc …”."""
    return re.compile(alternation(lexicon.forms("section.turn")) + r"(?!\w)")


@lru_cache(maxsize=8)
def _speech(lexicon: Lexicon) -> "re.Pattern[str]":
    """Reporting verbs: “… cho biết”, “… nhấn mạnh”, “… phát biểu”."""
    return re.compile(whole_words(lexicon.forms("section.reporting_verb")))


class Ends:
    """What the search for ends needs to know of the article."""

    def __init__(self, source: SourceText, layout: Layout, lexicon: Lexicon, starts: list[int]) -> None:
        self.source = source
        self.body = layout.body
        self.lead = layout.lead
        self.turns = _turns(lexicon)
        self.speech = _speech(lexicon)
        self._starts = starts

    @cached_property
    def _body_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.body]

    def paragraph_index(self, position: int) -> int:
        """Index in `body` of the paragraph that holds `position`."""
        return max(0, bisect_left(self._body_starts, position + 1) - 1)

    def holds_marker(self, paragraph: Range) -> bool:
        """Whether a marker of a list stands anywhere in a paragraph."""
        i = bisect_left(self._starts, paragraph.start)
        return i < len(self._starts) and self._starts[i] < paragraph.end

    def begins_with_marker(self, paragraph: Range) -> bool:
        """Whether a paragraph begins with a marker of a list, be it behind a bullet or a quote."""
        i = bisect_left(self._starts, paragraph.start)
        return i < len(self._starts) and self._starts[i] < min(paragraph.end, paragraph.start + 8)

    def opens(self, body: int, child: int) -> bool:
        """Whether a list whose first marker is at `child` is opened by the last point, whose text begins at `body`.

        It is if it begins in the same paragraph, or in the next one while the point ends with a colon.
        """
        here = self.paragraph_index(body)
        there = self.paragraph_index(child)
        if here == there:
            return child > body
        return there == here + 1 and self.source.text[self.body[here].end - 1] == ":"

    def follows_at_once(self, body: int, child: int) -> bool:
        """Whether a marker at `child` begins the paragraph right after the one of a point's text."""
        return self.paragraph_index(child) == self.paragraph_index(body) + 1


def point_end(ends: Ends, marker: Marker, following: Marker) -> int:
    """End of a point that another one follows."""
    if following.place is Place.LINE:
        return _end_before_line(ends, marker, following)
    text = ends.source.text
    end = following.start
    while end > marker.body and (text[end - 1] in _BEFORE_MARKER or _is_opening_quote(text, end - 1)):
        end -= 1
    if text.endswith(_AND_WORDS, marker.body, end) and (match := _AND.search(text, max(marker.body, end - 20), end)):
        end = match.start(1)
    return max(end, marker.body)


def _end_before_line(ends: Ends, marker: Marker, following: Marker) -> int:
    """End of a point before one that begins a line: less the headings between them."""
    text = ends.source.text
    # (the bullet and quote at the head of that line are no words of ours)
    end = max(marker.body, text.rfind("\n", marker.body, following.start))
    while end > marker.body and text[end - 1].isspace():
        end -= 1
    if text.find("\n", marker.body, end) < 0:
        return end
    first = ends.paragraph_index(marker.body)
    last = ends.paragraph_index(end - 1)
    while last > first and _is_heading(ends.source, ends.body[last]) and not ends.holds_marker(ends.body[last]):
        last -= 1
        end = ends.body[last].end
    return max(end, marker.body)


def _is_opening_quote(text: str, at: int) -> bool:
    return text[at] in _OPENING and text[at - 1 : at] in {" ", "\n"}


def _is_heading(source: SourceText, paragraph: Range) -> bool:
    """A short line without an end: “Về công tác cán bộ”, “KẾT QUẢ ĐẠT ĐƯỢC”."""
    text = source.text
    return (
        paragraph.end - paragraph.start <= _MAX_HEADING
        and text[paragraph.end - 1] not in _CLOSING
        and text[paragraph.start].isupper()
    )


def last_end(
    ends: Ends, marker: Marker, siblings: list[tuple[int, int]], *, inline: bool, limit: int, floor: int
) -> int:
    """End of the last point of a list.

    Args:
        ends: the article.
        marker: marker of the point.
        siblings: extents of the points before it: how they are built is how it is built.
        inline: whether points share a paragraph.
        limit: the point ends there at the latest.
        floor: it does not end before, because a nested list ends there.
    """
    index = ends.paragraph_index(max(marker.body, floor - 1))
    paragraph = ends.body[index]
    end = min(paragraph.end, limit)
    if marker.place is Place.CLAUSE or (inline and marker.place is Place.SENTENCE):
        end = max(floor, _inline_end(ends, marker, siblings, end))
    if end < min(paragraph.end, limit):
        return end
    allowed = max((_paragraphs(ends, *sibling) for sibling in siblings), default=1)
    taken = index - ends.paragraph_index(marker.body) + 1
    while index + 1 < len(ends.body) and ends.body[index + 1].start < limit:
        following = ends.body[index + 1]
        if taken >= allowed and not _in_quotation(ends.source, marker.body, end):
            break
        if following == ends.lead or ends.holds_marker(following) or _turns_elsewhere(ends, following):
            break  # (a lead scraped to the end belongs to no point, a paragraph with markers to another list)
        index += 1
        taken += 1
        end = min(following.end, limit)
    return end


def _paragraphs(ends: Ends, start: int, end: int) -> int:
    if ends.source.text.find("\n", start, end) < 0:
        return 1
    return ends.paragraph_index(max(start, end - 1)) - ends.paragraph_index(start) + 1


def _inline_end(ends: Ends, marker: Marker, siblings: list[tuple[int, int]], end: int) -> int:
    """A point inside a paragraph ends with as many sentences as its siblings have."""
    source = ends.source
    mine = sentences(source, marker.body, end)
    if len(mine) < 2:
        return mine[0].end if mine else end
    allowed = max((len(sentences(source, *sibling)) for sibling in siblings[-6:]), default=1)
    for taken, sentence in enumerate(mine):
        if taken and (taken >= allowed or _turns_elsewhere(ends, sentence)):
            return mine[taken - 1].end
    return mine[-1].end


def _in_quotation(source: SourceText, start: int, end: int) -> bool:
    """Whether a quotation that began after `start` is still open at `end`."""
    begin = max(start, end - 4000)
    return source.text.count("“", begin, end) > source.text.count("”", begin, end)


def _turns_elsewhere(ends: Ends, paragraph: Range) -> bool:
    """Whether a paragraph (or sentence) begins something else: a marker, a cue, a heading, a speaker."""
    source = ends.source
    if ends.begins_with_marker(paragraph):
        return True
    if ends.turns.match(source.folded, paragraph.start):
        return True
    if _is_heading(source, paragraph) or source.text[paragraph.end - 1] == ":":
        return True
    return ends.speech.search(source.folded, paragraph.start, min(paragraph.end, paragraph.start + 160)) is not None
