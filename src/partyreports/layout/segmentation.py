"""The page around the article: what is headline, dateline, byline, caption, footer, and so what the article proper is.

lines ─ footer ─ opening ─ headline ─ dateline ─ captions, bylines, inserted links ─ body
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from partyreports.layout.bylines import byline_among, glued_byline
from partyreports.layout.dateline import Dateline, datelines, read_tag, the_dateline
from partyreports.layout.footer import Footer, read_footer
from partyreports.layout.footer_lines import Kind, PageLines
from partyreports.layout.headings import find_headings
from partyreports.layout.headline import find_headline
from partyreports.layout.one_line import headline_in
from partyreports.layout.opening import ARROW_SIGNS, ARROWS, BUTTONS, Opening
from partyreports.layout.page_lines import lines_of_page
from partyreports.layout.shapes import is_all_capitals, same_words, text_start
from partyreports.models import FoundCount, FoundDate, FoundPassage, RelatedArticle
from partyreports.text.scanned import ScannedText
from partyreports.text.source import SourceText
from partyreports.text.spans import Range

_HEAD_LINES = 8
"""Among so many first lines a dateline is looked for: headline, lead and a picture may stand above it."""
_TAIL_LINES = 4
"""The same for the last lines: author, source and copyright may stand below it."""
_TAGGED_LINES = 3
"""Lines of the article whose agency's tag may hold the date."""
_REPEATED_WITHIN = 3
"""How far below the headline it may be printed again: behind a dateline and a button."""
_MOST_INSERTED = 3
"""Links that follow a cue inside the article."""
_INSERTED = "body.inserted_link"
_LONGEST_INSERTED = 260
_BYLINE_TOP = 2
"""A byline below the headline stands in the first so many lines."""
_BYLINE_TAIL = 4
"""One at the end stands in the last so many: captions and a scraped lead may follow it."""
_LONGER_TAIL = 6
"""The same for one that cannot be a heading."""
_READ_MORE = re.compile(r"(?:read )?more(?=[(\"“]|[^\W\d_a-z])")
"""“more(HDDTVN) - Sáng nay …”: a lead that a page builder moved to the end, with a “read more” glued to it."""
_EXCERPT_TAIL = 4
"""Lines at the end in which it stands: a source or an advertisement may stand below it."""
_OPENS_LINK = re.compile(r" *(?:[:>»]|&gt;)")


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands where in the article. Ranges count in the view; passages are ready for the report."""

    body: tuple[Range, ...]
    """Lines of the article proper in reading order, trimmed, blank ones left out: the lead and every
    paragraph; not title, dateline, byline, captions, furniture or footer."""
    captions: tuple[Range, ...] = ()
    """Photo captions, whole lines."""
    headings: tuple[Range, ...] = ()
    """Those lines of `body` that are headings without a number."""
    lead: Range | None = None
    """The opening summary: the first of `body`, or a line that was scraped to the end."""
    title: Range | None = None
    """The headline; None where the text begins without one."""
    end: int = 0
    """Where the article proper ends: start of the footer, or length of the view."""
    published: FoundDate | None = None
    views: FoundCount | None = None
    title_passage: FoundPassage | None = None
    lead_passage: FoundPassage | None = None
    byline: FoundPassage | None = None
    caption_passages: tuple[FoundPassage, ...] = ()
    related: tuple[RelatedArticle, ...] = ()
    furniture: tuple[FoundPassage, ...] = ()

    def is_heading(self, line: Range) -> bool:
        """Whether a line of `body` is a heading."""
        i = bisect_right(self.headings, line.start, key=_start) - 1
        return i >= 0 and self.headings[i] == line


def _start(line: Range) -> int:
    return line.start


def find_layout(scanned: ScannedText) -> Layout:
    """Tell the article proper from the page around it.

    Args:
        scanned: the text.
    """
    lines = lines_of_page(scanned)
    if not lines:
        return Layout(body=(), end=len(scanned.source))
    page = PageLines(scanned, lines)
    footer = read_footer(scanned, page)
    parts = _Parts(scanned, page, footer)
    parts.place_all()
    return parts.layout()


@dataclass(slots=True)
class _Parts:
    """The lines above the footer, put where they belong one after the other."""

    scanned: ScannedText
    page: PageLines
    footer: Footer
    title: Range | None = None
    title_rule: str = "title.headline"
    dateline: Dateline | None = None
    byline: FoundPassage | None = None
    lead: Range | None = None
    lead_rule: str = "lead.first_paragraph"
    captions: list[tuple[Range, str]] = field(default_factory=list)
    body: list[Range] = field(default_factory=list)
    furniture: list[FoundPassage] = field(default_factory=list)

    @property
    def source(self) -> SourceText:
        return self.scanned.source

    def place_all(self) -> None:
        """Put every line where it belongs."""
        lines = self.page.lines[: self.footer.first_line]
        opening = Opening(self.scanned, lines, self.page.captions)
        headline = find_headline(opening)
        found = self._datelines(lines, opening)
        self.dateline = the_dateline(found, headline)
        rest = self._below_headline(opening, headline, dict(found))
        if self.title is None and rest:
            self._split_first_line(rest)
        self._place_body(rest)
        self._read_excerpt()
        self._part_byline()
        if self.dateline is None:
            tags = (read_tag(self.scanned, line) for line in self.body[:_TAGGED_LINES])
            self.dateline = next((tag for tag in tags if tag is not None), None)
        if self.byline is None and self.dateline is not None and self.dateline.author is not None:
            self.byline = self.source.found(*self.dateline.author, "byline.dateline")
        if self.byline is None and self.footer.byline is not None:
            self.byline = self.source.found(*self.footer.byline, "byline.below_links")
        self.captions += [(line, "caption.below_links") for line in self.footer.captions]
        if self.lead is None and self.body:
            self.lead = self.body[0]

    def _datelines(self, lines: Sequence[Range], opening: Opening) -> list[tuple[int, Dateline]]:
        """Datelines at the head of the page, at its end, and in the footer's first lines."""
        found = [(i, dateline) for i, dateline in opening.datelines.items() if i < _HEAD_LINES]
        tail = range(max(_HEAD_LINES, len(lines) - _TAIL_LINES), len(lines))
        found += datelines(self.scanned, self.page.lines, (*tail, *self.footer.metadata))
        return [(i, dateline) for i, dateline in found if i in self.footer.metadata or not self._is_in_schedule(i)]

    def _is_in_schedule(self, i: int) -> bool:
        """Whether a date is one of several, each below its event: “Xóm Thượng | 25/3 | Xóm Hạ | 28/3”."""
        kinds, count = self.page.kind, len(self.page.lines)
        return kinds(i) is Kind.AGE and any(
            0 <= j < count and kinds(j) is Kind.AGE and kinds((i + j) // 2) is Kind.LINK for j in (i - 2, i + 2)
        )

    def _below_headline(self, opening: Opening, headline: int | None, found: dict[int, Dateline]) -> list[int]:
        """Put the lines of the page's head away; the numbers of the others."""
        lines = opening.lines
        first = 0
        if headline is not None:
            self.title = lines[headline]
            first = headline + 1
            for i in range(headline):
                self._put_above(opening, i, found)
        else:
            while first < opening.last and (first in found or opening.furniture(first) is not None):
                self._put_above(opening, first, found)
                first += 1
        rest: list[int] = []
        for i in range(first, len(lines)):
            if i in found:
                self._put_dateline(i, found)
            elif self.title and i < first + _REPEATED_WITHIN and same_words(self.source, lines[i], self.title):
                self.furniture.append(self.source.found(*lines[i], "title.repeated"))
            elif not rest and self.title and i < opening.last and opening.furniture(i) in BUTTONS:
                self.furniture.append(self.source.found(*lines[i], "furniture.widget"))
            else:
                rest.append(i)
        return rest

    def _put_above(self, opening: Opening, i: int, found: dict[int, Dateline]) -> None:
        line = opening.lines[i]
        if i in found:
            self._put_dateline(i, found)
        elif i in opening.captions:
            self.captions.append((line, opening.captions[i]))
        else:
            self.furniture.append(self.source.found(*line, opening.furniture(i) or "furniture.above_headline"))

    def _put_dateline(self, i: int, found: dict[int, Dateline]) -> None:
        """A dateline that is not the one that counts, or holds more than date and views, is furniture."""
        if found[i] is not self.dateline:
            self.furniture.append(self.source.found(*self.page.lines[i], "furniture.dateline"))
        elif (whole := found[i].rest) is not None:
            self.furniture.append(self.source.found(*whole, "furniture.dateline"))

    def _split_first_line(self, rest: list[int]) -> None:
        """A headline that shares the first line with the lead."""
        line = self.page.lines[rest[0]]
        part = headline_in(self.scanned, line)
        if part is not None:
            self.title, self.title_rule = part, "title.part_of_line"
            self.body.append(self.source.trim(part.end, line.end))
            del rest[0]

    def _place_body(self, rest: Sequence[int]) -> None:
        lines = [self.page.lines[i] for i in rest]
        inserted = set(self._inserted(rest))
        bylines = [i for i in rest if i not in self.page.captions]
        near = {*bylines[:_BYLINE_TOP], *bylines[-_LONGER_TAIL:]} if len(bylines) > 1 else set()
        bare = {*bylines[:_BYLINE_TOP], *bylines[-_BYLINE_TAIL:]}
        asked = inserted | near | self.page.captions.keys()
        placed: set[int] = set()
        for place, i in enumerate(rest):
            if i not in asked:
                continue  # (of many lines nearly all)
            line = lines[place]
            if i in inserted:
                self.furniture.append(self.source.found(*line, "furniture.inserted_link"))
            elif i in self.page.captions:
                self.captions.append((line, self.page.captions[i]))
            elif self.byline is None and (rule := self._byline_rule(lines, place, is_near=i in bare)):
                self.byline = self.source.found(*line, rule)
            else:
                continue
            placed.add(i)
        self.body += [line for i, line in zip(rest, lines, strict=True) if i not in placed]

    def _byline_rule(self, lines: Sequence[Range], place: int, *, is_near: bool) -> str | None:
        """The rule that makes a line a byline; farther from the end, a bare name in capitals may be a heading."""
        rule = byline_among(self.scanned, lines, place)
        is_heading = rule == "byline.name" and not is_near and is_all_capitals(self.source, lines[place])
        return None if is_heading else rule

    def _inserted(self, rest: Sequence[int]) -> Iterator[int]:
        """Links inside the article: “Xem thêm >>> …”, “>> …”, and the titles below “Tin liên quan”."""
        left = 0
        text, cued = self.source.text, self.scanned.cues.starts((_INSERTED,)).among(self.page.lines)
        for i in rest:
            line = self.page.lines[i]
            if (line in cued or text[line.start] in ARROW_SIGNS) and self._is_inserted(line):
                left = _MOST_INSERTED if self.page.kind(i) is Kind.RELATED else 0
                yield i
            elif left and self.page.kind(i) is Kind.LINK:
                left -= 1
                yield i
            else:
                left = 0

    def _is_inserted(self, line: Range) -> bool:
        if line.end - line.start > _LONGEST_INSERTED:
            return False
        cue = self.scanned.cues.at(_INSERTED, text_start(self.source, line))
        if cue is not None:
            return cue.end == line.end or _OPENS_LINK.match(self.source.text, cue.end, line.end) is not None
        return ARROWS.match(self.source.text, line.start, line.end) is not None

    def _read_excerpt(self) -> None:
        """A lead that was scraped to the end behind the byline."""
        for i in range(len(self.body) - 1, max(len(self.body) - 1 - _EXCERPT_TAIL, 0), -1):
            match = _READ_MORE.match(self.source.text, *self.body[i])
            if match is not None:
                self.lead, self.lead_rule = Range(match.end(), self.body[i].end), "lead.scraped_to_the_end"
                self.furniture.append(self.source.found(*match.span(), "furniture.read_more"))
                self.body[i] = self.lead
                return

    def _part_byline(self) -> None:
        """A byline whose line break before it was lost: one of the last paragraphs ends with it."""
        for i in range(len(self.body) - 1, max(-1, len(self.body) - 1 - _BYLINE_TAIL), -1):
            glued = None if self.body[i] == self.lead else glued_byline(self.scanned, self.body[i])
            if glued is not None:
                part = self.source.found(*glued[0], glued[1])
                if self.byline is None:
                    self.byline = part
                else:
                    self.furniture.append(part)
                self.body[i] = self.source.trim(self.body[i].start, glued[0].start)
                return

    def layout(self) -> Layout:
        """The layout, with passages that are ready for the report."""
        furniture = [*self.furniture, *self.footer.furniture]
        captions = sorted(self.captions)
        return Layout(
            body=tuple(self.body),
            captions=tuple(line for line, _ in captions),
            headings=find_headings(self.scanned, self.body),
            lead=self.lead,
            title=self.title,
            end=self.footer.start,
            published=self.dateline.published if self.dateline else None,
            views=self.dateline.views if self.dateline else None,
            title_passage=self._passage(self.title, self.title_rule),
            lead_passage=self._passage(self.lead, self.lead_rule),
            byline=self.byline,
            caption_passages=tuple(self.source.found(*line, rule) for line, rule in captions),
            related=self.footer.related,
            furniture=tuple(sorted(furniture, key=lambda part: (part.span.start, part.span.end))),
        )

    def _passage(self, line: Range | None, rule: str) -> FoundPassage | None:
        return None if line is None else self.source.found(*line, rule)
