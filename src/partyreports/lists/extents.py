"""Extents: where a point ends.

Between two markers that is easy: before the next one, less an unnumbered heading, the lines that a page puts there,
and the “và”. The last point of a list ends where the article turns elsewhere: a speaker, a heading, a summary, the
end of the quotation that holds the list.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from partyreports.grammar.markers import Marker, Place
from partyreports.grammar.sentences import sentences
from partyreports.layout.article import Article
from partyreports.lists.indents import Indents
from partyreports.lists.quotations import Quotations
from partyreports.text.spans import Range

_BEFORE_MARKER = " \t\n-–—+*•#>_~"
_OPENING = "\"“‘'«"
_STOPS = ".!?…:;,"
_CLOSING = _STOPS + "”\"'’»]/"
_BULLETS = frozenset("•+*-–—")
_AND_WORDS = ("và", "cùng với đó", "đồng thời")
_AND = re.compile(rf"[;,.]?(\s+(?:{'|'.join(_AND_WORDS)}))\s*$")
_LONGEST_AND = 20
_FINALLY = re.compile(r"[;,]? *(?:và )?cuối cùng(?: là(?!\w)|,)")
_PAGE_NUMBER = re.compile(r"[-–— ]*(?:trang )?\d{1,4}(?: ?/ ?\d{1,4})?[-–— ]*$|[-–—_=*.~ ]+$")
_INSERTED = re.compile(r"(?:>>|>|»|→|=>)")
_HEADING = 110
"""Longest line without a stop that is a heading: longer ones are sentences that lost their stop."""
_HEAD = 160
"""How far into a paragraph its subject and verb reach: one printed line and a half, an office and a name in between."""
_ATTRIBUTION = 200
"""Longest words behind a quotation that say whose it is: “, ông Trần Văn An, Phó Chánh Văn phòng … nhấn mạnh.”"""
_MARKER_REACH = 8
"""Signs before a marker at the head of its paragraph: a bullet, a quotation mark, spaces."""
_SIBLINGS = 6
"""How many points before the last one say how points of its list are built."""


class Ends:
    """What the search for ends needs to know of the article.

    Args:
        article: the article.
        starts: where the markers of lists begin, sorted.
        indents: how far its lines are indented.
        quotations: its quotations.
    """

    def __init__(self, article: Article, starts: list[int], indents: Indents, quotations: Quotations) -> None:
        self.source = article.source
        self.cues = article.cues
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
        return max(0, bisect_left(self._body_starts, position + 1) - 1)

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

    def is_past_sentence(self, point: Marker, child: Marker) -> bool:
        """Whether a point inside a paragraph is over before the sentence in which a list after it is introduced.

        “… gồm: (1) mở đầu; (2) bàn tròn. Các ý kiến làm rõ:\\nThứ nhất, …”
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
        """What a page puts between paragraphs: its number, a rule, an advertisement, a link."""
        source = self.source
        if paragraph.end - paragraph.start > _HEADING + _HEADING:
            return False
        if _INSERTED.match(source.text, paragraph.start) or _PAGE_NUMBER.match(source.folded, *paragraph):
            return True
        cue = self.cues.at("extent.page_line", paragraph.start)
        return cue is not None and cue.end == paragraph.end

    def is_bullet(self, paragraph: Range) -> bool:
        """Whether a paragraph begins with a bullet."""
        return self.source.text[paragraph.start] in _BULLETS

    def speaks(self, paragraph: Range) -> bool:
        """Whether somebody begins to speak: “Giám đốc Sở cho biết …”, “Các ý kiến cho rằng …”."""
        end = min(paragraph.end, paragraph.start + _HEAD)
        verb = self.cues.first_within("extent.reporting_verb", paragraph.start, end)
        if verb is None:
            return False
        groups = ("person.honorific", "person.rank", "person.position", "extent.speaker")
        if any(self.cues.any_within(group, paragraph.start, verb.start) for group in groups):
            return True
        return _names_somebody(self.source.text[paragraph.start : verb.start])


def _names_somebody(before: str) -> bool:
    """Whether two capitalised words in a row, other than the first, stand before a verb."""
    words = before.split()[1:]
    return any(one[:1].isupper() and other[:1].isupper() for one, other in pairwise(words))


# --- before another point


def point_end(ends: Ends, marker: Marker, following: Marker) -> int:
    """End of a point that another one follows."""
    if following.place is Place.LINE:
        return without_attribution(ends, marker.body, _end_before_line(ends, marker, following))
    text = ends.source.text
    end = following.start
    while end > marker.body and (text[end - 1] in _BEFORE_MARKER or _is_opening_quote(text, end - 1)):
        end -= 1
    if text.endswith(_AND_WORDS, marker.body, end):
        match = _AND.search(text, max(marker.body, end - _LONGEST_AND), end)
        end = match.start(1) if match else end
    return without_attribution(ends, marker.body, max(end, marker.body))


def _end_before_line(ends: Ends, marker: Marker, following: Marker) -> int:
    """End of a point before one that begins a line: less the headings and page lines between them."""
    text = ends.source.text
    # (the bullet and quote at the head of that line are no words of ours)
    end = max(marker.body, text.rfind("\n", marker.body, following.start))
    while end > marker.body and text[end - 1].isspace():
        end -= 1
    if text.find("\n", marker.body, end) < 0:
        return end
    first = ends.paragraph_index(marker.body)
    last = ends.paragraph_index(end - 1)
    end = max(marker.body, min(end, ends.body[last].end))  # captions and other lines outside the body
    while last > first and not ends.marker_in(*ends.body[last]):
        paragraph = ends.body[last]
        if not (ends.is_heading(paragraph) or ends.is_page_line(paragraph)):
            break
        last -= 1
        end = ends.body[last].end
    return max(end, marker.body)


def _is_opening_quote(text: str, at: int) -> bool:
    return text[at] in _OPENING and text[at - 1 : at] in {" ", "\n"}


def without_attribution(ends: Ends, body: int, end: int) -> int:
    """The end of a point less the closing mark of a quotation that began before it, and whose it is.

    “… an ninh quốc phòng" - ông An trả lời.” ends before the mark.
    """
    text = ends.source.text
    closing = _unmatched_closing(text, body, end)
    if closing is None:
        return end
    rest = Range(closing + 1, end)
    words = text[rest.start : rest.end].strip(" \n.,;:!?…)")
    is_attribution = not words or (
        rest.end - rest.start <= _ATTRIBUTION
        and "\n" not in words
        and (words[0] in "-–—" or text[rest.start] in ",-–—" or text[closing - 1] in ",.!?…")
        and ends.cues.any_within("extent.reporting_verb", rest.start, rest.end)
    )
    if not is_attribution:
        return end
    while closing > body and text[closing - 1].isspace():
        closing -= 1
    return closing


_MARK = re.compile(r"[“”\"]")


def _unmatched_closing(text: str, start: int, end: int) -> int | None:
    """The last closing mark in a stretch to which no opening one belongs."""
    if "”" not in (stretch := text[start:end]) and '"' not in stretch:
        return None
    depth = 0
    straight = False
    found = None
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        if text[at] == "“":
            depth += 1
        elif text[at] == "”":
            found = at if depth == 0 else found
            depth = max(0, depth - 1)
        elif straight:
            straight = False
        elif text[at - 1] in " \n(" and not text[at + 1 : at + 2].isspace():
            straight = True
        else:
            found = at
    return found


# --- the last point


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
    if marker.place <= Place.CLAUSE or (inline and marker.place is Place.SENTENCE):
        end = max(floor, _inline_end(ends, marker, siblings, end))
    if end < min(paragraph.end, limit):
        return without_attribution(ends, marker.body, end)
    for following in _paragraphs_of_last(ends, marker, siblings, index, limit):
        end = min(following.end, limit)
    return max(floor, without_attribution(ends, marker.body, end))


def _paragraphs_of_last(
    ends: Ends, marker: Marker, siblings: list[tuple[int, int]], index: int, limit: int
) -> Iterator[Range]:
    """The paragraphs behind the first of the last point that still belong to it."""
    first = ends.paragraph_index(marker.body)
    allowed = max((_paragraphs(ends, *sibling) for sibling in siblings[-_SIBLINGS:]), default=1)
    headings = _headings(ends, siblings)
    text = ends.source.text
    quotation = ends.quotations.around(marker.start)
    before = ends.body[index]
    for following in ends.body[index + 1 :]:
        if following.start >= limit or following == ends.lead or ends.marker_in(*following):
            return  # (a lead scraped to the end belongs to no point, a paragraph with markers to another list)
        index += 1
        taken = index - first
        is_opened = text[before.end - 1] == ":" and not ends.is_heading(following)
        is_quoted = quotation is not None and before.end < quotation.end <= following.end + 1
        is_row = ends.is_bullet(following) and (ends.is_bullet(before) or is_opened)
        goes_on = taken == allowed and ends.cues.at("extent.goes_on", following.start) is not None
        if not (is_opened or is_row or is_quoted or goes_on):
            is_open = _in_quotation(text, marker.body, before.end)
            if taken >= allowed and not is_open:
                return
            heading = text[following.start : following.end]
            if heading not in headings and _turns_elsewhere(ends, following, taken, siblings):
                return
        yield following
        before = following


def _headings(ends: Ends, siblings: list[tuple[int, int]]) -> frozenset[str]:
    """Headings inside the points before: “Mô tả công việc”, “Mức lương”, which the last one has as well."""
    found = set()
    for start, end in siblings[-2:]:
        first, last = ends.paragraph_index(start), ends.paragraph_index(max(start, end - 1))
        for paragraph in ends.body[first + 1 : last + 1]:
            if ends.is_heading(paragraph):
                found.add(ends.source.text[paragraph.start : paragraph.end])
    return frozenset(found)


def _paragraphs(ends: Ends, start: int, end: int) -> int:
    if ends.source.text.find("\n", start, end) < 0:
        return 1
    return ends.paragraph_index(max(start, end - 1)) - ends.paragraph_index(start) + 1


def _inline_end(ends: Ends, marker: Marker, siblings: list[tuple[int, int]], end: int) -> int:
    """A point inside a paragraph ends with as many sentences as its siblings have."""
    source = ends.source
    mine = sentences(source, marker.body, end)
    if not mine:
        return end
    if (finally_ := _FINALLY.search(source.folded, mine[0].start + 1, mine[0].end)) is not None:
        return source.trim(marker.body, finally_.start()).end
    allowed = max((len(sentences(source, *sibling)) for sibling in siblings[-_SIBLINGS:]), default=1)
    for taken, sentence in enumerate(mine):
        goes_on = taken == allowed and ends.cues.at("extent.goes_on", sentence.start) is not None
        if taken and not goes_on and (taken >= allowed or _begins_something(ends, sentence)):
            return mine[taken - 1].end
    return mine[-1].end


def _in_quotation(text: str, start: int, end: int) -> bool:
    """Whether a quotation that began after `start` is still open at `end`."""
    begin = max(start, end - 4000)
    return text.count("“", begin, end) > text.count("”", begin, end)


def _turns_elsewhere(ends: Ends, paragraph: Range, taken: int, siblings: list[tuple[int, int]]) -> bool:
    """Whether a paragraph that the last point has room for belongs to it no more."""
    return _begins_something(ends, paragraph) or ends.is_page_line(paragraph)


def _begins_something(ends: Ends, paragraph: Range) -> bool:
    """Whether a paragraph (or sentence) begins something else: a marker, a cue, a heading, a speaker."""
    if ends.begins_with_marker(paragraph):
        return True
    start = paragraph.start
    while start < paragraph.end and ends.source.text[start] in _OPENING + " ":
        start += 1
    if ends.cues.at("extent.turn", start) is not None:
        return True
    if ends.is_heading(paragraph) or ends.source.text[paragraph.end - 1] == ":":
        return True
    return ends.speaks(paragraph)
