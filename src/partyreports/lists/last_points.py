"""The last point of a list: it ends where the article turns elsewhere.

A speaker, a heading, a summary, the end of the quotation that holds the list. How the points before it are built is
how it is built: as many paragraphs or sentences, the same headings inside.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from partyreports.grammar.markers import Marker, Place
from partyreports.grammar.numbers import read_count
from partyreports.grammar.sentences import sentences
from partyreports.lists.extents import without_attribution
from partyreports.lists.paragraphs import INSIDE, OPENING, Paragraphs
from partyreports.text.spans import Range

_FINALLY = re.compile(r"[;,]? *(?:và )?cuối cùng(?: là(?!\w)|,)")
"""“… và cuối cùng là …”: an opener without a number."""
_LONGEST_QUOTATION = 4000
"""Characters that are searched for the mark that opened a quotation: a page."""
_ENOUGH = 2
"""Points that are a pattern."""
_COUNTED = 3
"""Points of which a summary says the number: “hai” is said of much else."""
_COUNT_REACH = 30
"""Characters in which a summary counts: “Trên đây là 3 …”, “Với những kết quả … ” being longer."""
_SIBLINGS = 6
"""How many points before the last one say how points of its list are built."""


def last_end(
    paragraphs: Paragraphs, marker: Marker, siblings: list[tuple[int, int]], *, inline: bool, limit: int, floor: int
) -> int:
    """End of the last point of a list.

    Args:
        paragraphs: those of the article.
        marker: marker of the point.
        siblings: extents of the points before it: how they are built is how it is built.
        inline: whether points share a paragraph.
        limit: the point ends there at the latest.
        floor: it does not end before, because a nested list ends there.
    """
    last = _LastPoint(paragraphs, marker, siblings, inline=inline)
    index = paragraphs.paragraph_index(max(marker.body, floor - 1))
    paragraph = paragraphs.body[index]
    end = min(paragraph.end, limit)
    if marker.place <= Place.CLAUSE or (inline and marker.place is Place.SENTENCE):
        end = max(floor, last.end_inside(end))
    elif floor <= marker.body:
        end = last.end_of_lone_paragraph(end)
    if end < min(paragraph.end, limit):
        return max(floor, without_attribution(paragraphs, marker.body, end))
    for following in last.further_paragraphs(index, limit):
        end = min(following.end, limit)
    return max(floor, without_attribution(paragraphs, marker.body, end))


class _LastPoint:
    """The last point of a list, measured by the points before it.

    What stands inside a point before the last (a heading, somebody who speaks) may stand inside the last one too.
    """

    def __init__(
        self, paragraphs: Paragraphs, marker: Marker, siblings: list[tuple[int, int]], *, inline: bool
    ) -> None:
        self._paragraphs = paragraphs
        self._marker = marker
        self._siblings = siblings[-_SIBLINGS:]
        self._count = len(siblings) + 1
        self._inline = inline
        lengths = [_length(paragraphs, *sibling) for sibling in self._siblings]
        self._allowed = max(lengths, default=1)
        self._least = min(lengths, default=1)

    @cached_property
    def _inside_siblings(self) -> tuple[Range, ...]:
        """Paragraphs of the two points before, but for their first ones."""
        body = self._paragraphs.body
        found: list[Range] = []
        for start, end in self._siblings[-2:]:
            first = self._paragraphs.paragraph_index(start)
            last = self._paragraphs.paragraph_index(max(start, end - 1))
            found += body[first + 1 : min(last, first + INSIDE) + 1]
        return tuple(found)

    @cached_property
    def _headings(self) -> frozenset[str]:
        """Headings inside the points before: “Mô tả công việc”, “Mức lương”."""
        text = self._paragraphs.source.text
        return frozenset(text[one.start : one.end] for one in self._inside_siblings if self._paragraphs.is_heading(one))

    @cached_property
    def _tells_speech(self) -> bool:
        """Whether somebody speaks in the paragraphs of the points before."""
        return any(self._paragraphs.speaks(one) for one in self._inside_siblings)

    @cached_property
    def _has_colons(self) -> bool:
        """Whether paragraphs inside the points before end with a colon."""
        text = self._paragraphs.source.text
        return any(text[one.end - 1] == ":" for one in self._inside_siblings)

    def end_inside(self, end: int) -> int:
        """End of a point inside a paragraph: with as many sentences as its siblings have."""
        paragraphs, body = self._paragraphs, self._marker.body
        mine = sentences(paragraphs.source, body, end)
        if not mine:
            return end
        if (finally_ := _FINALLY.search(paragraphs.source.folded, mine[0].start + 1, mine[0].end)) is not None:
            return paragraphs.source.trim(body, finally_.start()).end
        allowed = self._sentences_allowed
        for taken, sentence in enumerate(mine):
            goes_on = taken == allowed and paragraphs.cues.at("extent.goes_on", sentence.start) is not None
            if taken and not goes_on and (taken >= allowed or self._begins_something(sentence)):
                return mine[taken - 1].end
        return mine[-1].end

    def end_of_lone_paragraph(self, end: int) -> int:
        """End of a point in its first paragraph, where the line break before another subject is lost."""
        if self._allowed > 1 or len(self._siblings) < _ENOUGH:
            return end
        mine = sentences(self._paragraphs.source, self._marker.body, end)
        for taken in range(self._sentences_allowed, len(mine)):
            if self._begins_something(mine[taken]):
                return mine[taken - 1].end
        return end

    @cached_property
    def _sentences_allowed(self) -> int:
        return max((len(sentences(self._paragraphs.source, *sibling)) for sibling in self._siblings), default=1)

    def further_paragraphs(self, index: int, limit: int) -> Iterator[Range]:
        """The paragraphs behind `body[index]` that still belong to the point."""
        paragraphs = self._paragraphs
        first = paragraphs.paragraph_index(self._marker.body)
        before = paragraphs.body[index]
        for at in range(index + 1, len(paragraphs.body)):
            following = paragraphs.body[at]
            if following.start >= limit or following == paragraphs.lead or paragraphs.marker_in(*following):
                return  # (a lead scraped to the end belongs to no point, a paragraph with markers to another list)
            taken = at - first
            if not (self._is_tied(before, following) or self._has_room(before, following, taken)):
                return
            yield following
            before = following

    def _is_tied(self, before: Range, following: Range) -> bool:
        """Whether a paragraph cannot be parted from the one before: opened by a colon, a row, a quotation."""
        paragraphs, text = self._paragraphs, self._paragraphs.source.text
        if following.start in paragraphs.source.heading_lines or following.start in paragraphs.source.bold_lines:
            return False
        is_opened = text[before.end - 1] == ":" and not _is_in_capitals(text, following)
        if is_opened or (paragraphs.is_bullet(following) and paragraphs.is_bullet(before)):
            return True
        if self._inline:
            return False
        quotation = paragraphs.quotations.around(self._marker.start)
        return quotation is not None and before.end < quotation.end <= following.end + 1

    def _has_room(self, before: Range, following: Range, taken: int) -> bool:
        """Whether the point may take a paragraph, as its siblings do, and nothing else begins there."""
        paragraphs, text = self._paragraphs, self._paragraphs.source.text
        if taken >= self._allowed and not _in_quotation(text, self._marker.body, before.end):
            goes_on = taken == self._allowed and not self._inline
            if (
                not goes_on
                or paragraphs.cues.at("extent.goes_on", following.start) is None
                or paragraphs.speaks(following)
            ):
                return False
        if self._is_past_quotation(before):
            return False
        if not self._headings.isdisjoint((text[following.start : following.end], text[before.start : before.end])):
            return True
        if paragraphs.is_page_line(following) or self._sums_up(following):
            return False
        if taken == 1 and self._least > 1 and paragraphs.is_heading_point(self._marker):
            return not paragraphs.is_heading(following)
        return not self._begins_something(following)

    def _is_past_quotation(self, before: Range) -> bool:
        """Whether the quotation that holds the whole list is over."""
        if not self._siblings:
            return False
        quotation = self._paragraphs.quotations.around(self._siblings[0][0])
        held = quotation is not None and quotation == self._paragraphs.quotations.around(self._marker.start)
        return held and quotation is not None and quotation.end <= before.end

    def _sums_up(self, paragraph: Range) -> bool:
        """“Đây là ba vấn đề mà …”: a paragraph that counts all the points near its head."""
        if self._count < _COUNTED:
            return False
        folded = self._paragraphs.source.folded
        end = min(paragraph.end, paragraph.start + _COUNT_REACH)
        position = paragraph.start
        while (position := folded.find(" ", position, end)) >= 0:
            position += 1
            reading = read_count(folded, position)
            if reading is not None:
                return reading.value == self._count
        return False

    def _begins_something(self, paragraph: Range) -> bool:
        """Whether a paragraph (or sentence) begins something else: a marker, a cue, a heading, a speaker."""
        paragraphs = self._paragraphs
        if paragraphs.begins_with_marker(paragraph):
            return True
        start = paragraph.start
        while start < paragraph.end and paragraphs.source.text[start] in OPENING + " ":
            start += 1
        if paragraphs.cues.at("extent.turn", start) is not None:
            return True
        if paragraphs.is_heading(paragraph) or (
            paragraphs.source.text[paragraph.end - 1] == ":" and not self._has_colons
        ):
            return True
        return not self._tells_speech and paragraphs.speaks(paragraph)


def _length(paragraphs: Paragraphs, start: int, end: int) -> int:
    """How many paragraphs a point has."""
    if paragraphs.source.text.find("\n", start, end) < 0:
        return 1
    return paragraphs.paragraph_index(max(start, end - 1)) - paragraphs.paragraph_index(start) + 1


def _is_in_capitals(text: str, paragraph: Range) -> bool:
    words = text[paragraph.start : paragraph.end]
    return words.isupper() and " " in words


def _in_quotation(text: str, start: int, end: int) -> bool:
    """Whether a quotation that began after `start` is still open at `end`."""
    begin = max(start, end - _LONGEST_QUOTATION)
    return text.count("“", begin, end) > text.count("”", begin, end)
