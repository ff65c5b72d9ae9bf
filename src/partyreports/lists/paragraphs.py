"""Paragraphs: what a line of the article proper is, where lists are concerned.

A heading, a line that a page puts between paragraphs, a bullet, somebody who begins to speak; and what opens a list
inside a point. `lists.extents` and `lists.last_points` decide with it where points end.
"""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise

from partyreports.grammar.markers import Marker, Place
from partyreports.grammar.sentences import sentences
from partyreports.layout.article import Article
from partyreports.lists.indents import Indents
from partyreports.lists.quotations import Quotations
from partyreports.text.spans import Range

OPENING = "\"“‘'«"
"""Marks that open a quotation."""
INSIDE = 12
"""Paragraphs of a point that are looked at to see how it is built."""
_CLOSING = ".!?…:;,”\"'’»]/"
_BULLETS = frozenset("•+*-–—")
_PAGE_NUMBER = re.compile(r"(?:[-–—]+ ?|trang )\d{1,4}(?: ?/ ?\d{1,4})?(?: ?[-–—]+)?$|[-–—_=*.~ ]+$")
_BARE_NUMBER = re.compile(r"\d{1,3}$")
_INSERTED = re.compile(r"(?:>>|>|»|→|=>)")
_HEADING = 110
"""Longest line without a stop that is a heading: longer ones are sentences that lost their stop."""
_HEAD = 160
"""How far into a paragraph its subject and verb reach: one printed line and a half, an office and a name in between."""
_MARKER_REACH = 8
"""Signs before a marker at the head of its paragraph: a bullet, a quotation mark, spaces."""


class Paragraphs:
    """The paragraphs of an article, and what is known of them.

    Args:
        article: the article.
        starts: where the markers of lists begin, sorted.
        indents: how far its lines are indented.
        quotations: its quotations.
    """

    def __init__(self, article: Article, starts: list[int], indents: Indents, quotations: Quotations) -> None:
        self.source = article.source
        self.cues = article.cues
        self.without = article.without
        self.body = article.layout.body
        self.lead = article.layout.lead
        self.indents = indents
        self.quotations = quotations
        self._starts = starts

    @cached_property
    def _body_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.body]

    def paragraph_index(self, position: int) -> int:
        """Index in `body` of the paragraph that holds `position`, or of the one before it."""
        return (bisect_right(self._body_starts, position) or 1) - 1

    def marker_in(self, start: int, end: int) -> bool:
        """Whether a marker of a list stands in `[start, end)`."""
        i = bisect_left(self._starts, start)
        return i < len(self._starts) and self._starts[i] < end

    def begins_with_marker(self, paragraph: Range) -> bool:
        """Whether a paragraph begins with a marker of a list, be it behind a bullet or a quote."""
        return self.marker_in(paragraph.start, min(paragraph.end, paragraph.start + _MARKER_REACH))

    # --- what opens a list inside a point

    def opens(self, point: Marker, child: Marker) -> bool:
        """Whether a list whose first marker is `child` is opened by the point of a marker.

        It is if it begins in the same paragraph, or in the next one while the point ends with a colon.
        """
        here = self.paragraph_index(point.body)
        there = self.paragraph_index(child.start)
        if here == there:
            return child.start >= point.body
        return there == here + 1 and self.source.text[self.body[here].end - 1] == ":"

    def follows_at_once(self, body: int, child: int) -> bool:
        """Whether a marker at `child` begins the paragraph right after the one of a point's text."""
        return self.paragraph_index(child) == self.paragraph_index(body) + 1

    def is_heading_point(self, point: Marker) -> bool:
        """Whether a point is the heading of what follows: its paragraph is short and has no stop."""
        paragraph = self.body[self.paragraph_index(point.body)]
        return paragraph.end - point.body <= _HEADING and self.source.text[paragraph.end - 1] not in _CLOSING

    def leads_to(self, point: Marker, child: Marker) -> bool:
        """Whether nothing between a point and a list that begins some paragraphs behind it belongs to neither.

        “II. Nhiệm vụ”, a paragraph that introduces, “1. …”: the point is a heading, and holds what stands below it.
        """
        here, there = self.paragraph_index(point.body), self.paragraph_index(child.start)
        if not here < there <= here + INSIDE or point.place is not Place.LINE:
            return False
        is_heading_point = self.is_heading_point(point)
        for paragraph in self.body[here + 1 : there]:
            if self.cues.at("extent.turn", paragraph.start) is not None or self.is_heading(paragraph):
                return False
            if not is_heading_point and (self.source.text[paragraph.end - 1] == ":" or self.speaks(paragraph)):
                return False
        return True

    def is_past_sentence(self, point: Marker, child: Marker) -> bool:
        r"""Whether a point inside a paragraph is over before the sentence in which a list after it is introduced.

        “… gồm: (1) mở đầu; (2) bàn tròn. Các ý kiến làm rõ:\nThứ nhất, …”
        """
        paragraph = self.body[self.paragraph_index(point.body)]
        return len(sentences(self.source, point.body, min(paragraph.end, max(point.body, child.start)))) > 1

    # --- what a paragraph is

    def is_heading(self, paragraph: Range) -> bool:
        """A short line without an end: “Về công tác cán bộ”, “KẾT QUẢ ĐẠT ĐƯỢC”; or one that Markdown marks as such."""
        text = self.source.text
        if paragraph.start in self.source.heading_lines:
            return True
        if paragraph.end - paragraph.start > _HEADING or text[paragraph.start] in _BULLETS:
            return False
        last = text[paragraph.end - 1]
        first = next((char for char in text[paragraph.start : paragraph.start + 3] if char.isalnum()), "a")
        if paragraph.start in self.source.bold_lines and first.isupper() and last not in ".;,":
            return True
        if last in _CLOSING or (last == ")" and text[paragraph.start] == "("):
            return False
        return first.isupper()

    def is_page_line(self, paragraph: Range) -> bool:
        """What a page puts between paragraphs: its number, a rule, an advertisement, a link, the words of a picture."""
        source = self.source
        if paragraph.end - paragraph.start > _HEADING + _HEADING:
            return False
        if _INSERTED.match(source.text, paragraph.start) or _PAGE_NUMBER.match(source.folded, *paragraph):
            return True
        if _BARE_NUMBER.match(source.text, *paragraph):
            # (behind a full stop; behind words without one it is a cell of a table)
            before = self.body[max(0, self.paragraph_index(paragraph.start) - 1)]
            return source.text[before.end - 1] in {".", ";"}
        if self._is_link(paragraph) or self._is_picture(paragraph):
            return True
        cue = self.cues.at("extent.page_line", paragraph.start)
        return cue is not None and cue.end == paragraph.end

    def _is_link(self, paragraph: Range) -> bool:
        """“Kho lưu trữ bị mốc ra sao (chi tiết).”: the headline of another article, and where to press."""
        stop = paragraph.end - (self.source.text[paragraph.end - 1] == ".")
        return self.cues.ending_at("extent.link", stop) is not None

    def _is_picture(self, paragraph: Range) -> bool:
        """“Bản đồ vị trí xây cầu.”: the words of a picture without a credit."""
        is_headed = self.cues.at("extent.picture", paragraph.start) is not None
        return is_headed and not self.cues.any_within("extent.no_picture", *paragraph)

    def is_bullet(self, paragraph: Range) -> bool:
        """Whether a paragraph begins with a bullet."""
        return self.source.text[paragraph.start] in _BULLETS

    def speaks(self, paragraph: Range) -> bool:
        """Whether somebody begins to speak: “Giám đốc Sở cho biết …”, “Các ý kiến cho rằng …”."""
        end = min(paragraph.end, paragraph.start + _HEAD)
        verb = self.cues.last_within("extent.reporting_verb", paragraph.start, end)
        if verb is None:
            return False
        if any(self.cues.any_within(group, paragraph.start, verb.start) for group in _SPEAKERS):
            return True
        if self.cues.at("body.head", paragraph.start) is not None:
            return True
        return _names_somebody(self.source.text[paragraph.start : verb.start])


_SPEAKERS = ("person.honorific", "person.rank", "person.position", "extent.speaker")


def _names_somebody(before: str) -> bool:
    """Whether two capitalised words in a row, other than the first, stand before a verb."""
    words = before.split()[1:]
    return any(one[:1].isupper() and other[:1].isupper() for one, other in pairwise(words))
