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
from partyreports.grammar.numbers import read_count
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
_PAGE_NUMBER = re.compile(r"(?:[-–—]+ ?|trang )\d{1,4}(?: ?/ ?\d{1,4})?(?: ?[-–—]+)?$|[-–—_=*.~ ]+$")
_BARE_NUMBER = re.compile(r"\d{1,3}$")
_INSERTED = re.compile(r"(?:>>|>|»|→|=>)")
_HEADING = 110
"""Longest line without a stop that is a heading: longer ones are sentences that lost their stop."""
_HEAD = 160
"""How far into a paragraph its subject and verb reach: one printed line and a half, an office and a name in between."""
_ATTRIBUTION = 200
"""Longest words behind a quotation that say whose it is: “, ông Trần Văn An, Phó Chánh Văn phòng … nhấn mạnh.”"""
_MARKER_REACH = 8
"""Signs before a marker at the head of its paragraph: a bullet, a quotation mark, spaces."""
_LONGEST_QUOTATION = 4000
"""Characters that are searched for the mark that opened a quotation: a page."""
_ENOUGH = 2
"""Points that are a pattern."""
_INSIDE = 12
"""Paragraphs of a point that are looked at to see how it is built."""
_COUNTED = 3
"""Points of which a summary says the number: “hai” is said of much else."""
_COUNT_REACH = 30
"""Characters in which a summary counts: “Trên đây là 3 …”, “Với những kết quả … ” being longer."""
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

    def leads_to(self, point: Marker, child: Marker) -> bool:
        """Whether nothing between a point and a list that begins some paragraphs behind it belongs to neither.

        “II. Nhiệm vụ”, a paragraph that introduces, “1. …”: the point is a heading, and holds what stands below it.
        """
        here, there = self.paragraph_index(point.body), self.paragraph_index(child.start)
        if not here < there <= here + _INSIDE or point.place is not Place.LINE:
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
        """What a page puts between paragraphs: its number, a rule, an advertisement, a link."""
        source = self.source
        if paragraph.end - paragraph.start > _HEADING + _HEADING:
            return False
        if _INSERTED.match(source.text, paragraph.start) or _PAGE_NUMBER.match(source.folded, *paragraph):
            return True
        if _BARE_NUMBER.match(source.text, *paragraph):
            # (behind a full stop; behind words without one it is a cell of a table)
            before = self.body[max(0, self.paragraph_index(paragraph.start) - 1)]
            return source.text[before.end - 1] in {".", ";"}
        cue = self.cues.at("extent.page_line", paragraph.start)
        return cue is not None and cue.end == paragraph.end

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
    found = None
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        if text[at] == "“" or (text[at] == '"' and text[at - 1] in " \n(" and not text[at + 1 : at + 2].isspace()):
            depth += 1
        else:
            found = at if depth == 0 else found
            depth = max(0, depth - 1)
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
    last = _LastPoint(ends, marker, siblings, inline=inline)
    index = ends.paragraph_index(max(marker.body, floor - 1))
    paragraph = ends.body[index]
    end = min(paragraph.end, limit)
    if marker.place <= Place.CLAUSE or (inline and marker.place is Place.SENTENCE):
        end = max(floor, last.end_inside(end))
    elif floor <= marker.body:
        end = last.end_of_lone_paragraph(end)
    if end < min(paragraph.end, limit):
        return max(floor, without_attribution(ends, marker.body, end))
    for following in last.further_paragraphs(index, limit):
        end = min(following.end, limit)
    return max(floor, without_attribution(ends, marker.body, end))


class _LastPoint:
    """The last point of a list, measured by the points before it.

    What stands inside a point before the last (a heading, somebody who speaks) may stand inside the last one too.
    """

    def __init__(self, ends: Ends, marker: Marker, siblings: list[tuple[int, int]], *, inline: bool) -> None:
        self._ends = ends
        self._marker = marker
        self._siblings = siblings[-_SIBLINGS:]
        self._count = len(siblings) + 1
        self._inline = inline
        lengths = [_paragraphs(ends, *sibling) for sibling in self._siblings]
        self._allowed = max(lengths, default=1)
        self._least = min(lengths, default=1)

    @cached_property
    def _inside_siblings(self) -> tuple[Range, ...]:
        """Paragraphs of the two points before, but for their first ones."""
        body = self._ends.body
        found: list[Range] = []
        for start, end in self._siblings[-2:]:
            first = self._ends.paragraph_index(start)
            last = self._ends.paragraph_index(max(start, end - 1))
            found += body[first + 1 : min(last, first + _INSIDE) + 1]
        return tuple(found)

    @cached_property
    def _headings(self) -> frozenset[str]:
        """Headings inside the points before: “Mô tả công việc”, “Mức lương”."""
        text = self._ends.source.text
        return frozenset(text[one.start : one.end] for one in self._inside_siblings if self._ends.is_heading(one))

    @cached_property
    def _tells_speech(self) -> bool:
        """Whether somebody speaks in the paragraphs of the points before."""
        return any(self._ends.speaks(one) for one in self._inside_siblings)

    @cached_property
    def _has_colons(self) -> bool:
        """Whether paragraphs inside the points before end with a colon."""
        text = self._ends.source.text
        return any(text[one.end - 1] == ":" for one in self._inside_siblings)

    def end_inside(self, end: int) -> int:
        """End of a point inside a paragraph: with as many sentences as its siblings have."""
        ends, body = self._ends, self._marker.body
        mine = sentences(ends.source, body, end)
        if not mine:
            return end
        if (finally_ := _FINALLY.search(ends.source.folded, mine[0].start + 1, mine[0].end)) is not None:
            return ends.source.trim(body, finally_.start()).end
        allowed = self._sentences_allowed
        for taken, sentence in enumerate(mine):
            goes_on = taken == allowed and ends.cues.at("extent.goes_on", sentence.start) is not None
            if taken and not goes_on and (taken >= allowed or self._begins_something(sentence)):
                return mine[taken - 1].end
        return mine[-1].end

    def end_of_lone_paragraph(self, end: int) -> int:
        """End of a point in its first paragraph, where the line break before another subject is lost."""
        if self._allowed > 1 or len(self._siblings) < _ENOUGH:
            return end
        mine = sentences(self._ends.source, self._marker.body, end)
        for taken in range(self._sentences_allowed, len(mine)):
            if self._begins_something(mine[taken]):
                return mine[taken - 1].end
        return end

    @cached_property
    def _sentences_allowed(self) -> int:
        return max((len(sentences(self._ends.source, *sibling)) for sibling in self._siblings), default=1)

    def further_paragraphs(self, index: int, limit: int) -> Iterator[Range]:
        """The paragraphs behind `body[index]` that still belong to the point."""
        ends = self._ends
        first = ends.paragraph_index(self._marker.body)
        before = ends.body[index]
        for following in ends.body[index + 1 :]:
            if following.start >= limit or following == ends.lead or ends.marker_in(*following):
                return  # (a lead scraped to the end belongs to no point, a paragraph with markers to another list)
            taken = index - first + 1
            if not (self._is_tied(before, following) or self._has_room(before, following, taken)):
                return
            yield following
            index += 1
            before = following

    def _is_tied(self, before: Range, following: Range) -> bool:
        """Whether a paragraph cannot be parted from the one before: opened by a colon, a row, a quotation."""
        ends, text = self._ends, self._ends.source.text
        if following.start in ends.source.heading_lines or following.start in ends.source.bold_lines:
            return False
        is_opened = text[before.end - 1] == ":" and not _is_in_capitals(text, following)
        if is_opened or (ends.is_bullet(following) and ends.is_bullet(before)):
            return True
        if self._inline:
            return False
        quotation = ends.quotations.around(self._marker.start)
        return quotation is not None and before.end < quotation.end <= following.end + 1

    def _has_room(self, before: Range, following: Range, taken: int) -> bool:
        """Whether the point may take a paragraph, as its siblings do, and nothing else begins there."""
        ends, text = self._ends, self._ends.source.text
        if taken >= self._allowed and not _in_quotation(text, self._marker.body, before.end):
            goes_on = taken == self._allowed and not self._inline
            if not goes_on or ends.cues.at("extent.goes_on", following.start) is None or ends.speaks(following):
                return False
        if self._is_past_quotation(before):
            return False
        if not self._headings.isdisjoint((text[following.start : following.end], text[before.start : before.end])):
            return True
        if ends.is_page_line(following) or self._sums_up(following):
            return False
        if taken == 1 and self._least > 1 and ends.is_heading_point(self._marker):
            return not ends.is_heading(following)
        return not self._begins_something(following)

    def _is_past_quotation(self, before: Range) -> bool:
        """Whether the quotation that holds the whole list is over."""
        if not self._siblings:
            return False
        quotation = self._ends.quotations.around(self._siblings[0][0])
        held = quotation is not None and quotation == self._ends.quotations.around(self._marker.start)
        return held and quotation is not None and quotation.end <= before.end

    def _sums_up(self, paragraph: Range) -> bool:
        """“Đây là ba vấn đề mà …”: a paragraph that counts all the points near its head."""
        if self._count < _COUNTED:
            return False
        folded = self._ends.source.folded
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
        ends = self._ends
        if ends.begins_with_marker(paragraph):
            return True
        start = paragraph.start
        while start < paragraph.end and ends.source.text[start] in _OPENING + " ":
            start += 1
        if ends.cues.at("extent.turn", start) is not None:
            return True
        if ends.is_heading(paragraph) or (ends.source.text[paragraph.end - 1] == ":" and not self._has_colons):
            return True
        return not self._tells_speech and ends.speaks(paragraph)


def _paragraphs(ends: Ends, start: int, end: int) -> int:
    if ends.source.text.find("\n", start, end) < 0:
        return 1
    return ends.paragraph_index(max(start, end - 1)) - ends.paragraph_index(start) + 1


def _is_in_capitals(text: str, paragraph: Range) -> bool:
    words = text[paragraph.start : paragraph.end]
    return words.isupper() and " " in words


def _in_quotation(text: str, start: int, end: int) -> bool:
    """Whether a quotation that began after `start` is still open at `end`."""
    begin = max(start, end - _LONGEST_QUOTATION)
    return text.count("“", begin, end) > text.count("”", begin, end)
