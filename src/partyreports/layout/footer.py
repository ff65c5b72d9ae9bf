"""The footer: links to other articles with their printed ages, the site's buttons, and the lines of its owner.

Các bài viết khác
Hội nghị sơ kết quý II
hôm qua
• Tổng kết năm (5 tháng trước)
Giấy phép số 12/GP-TTĐT do Sở Thông tin và Truyền thông cấp.

It begins at the first line that announces it and below which no article goes on: paragraphs follow there only as
teasers below the titles of links.
"""

from dataclasses import dataclass

from partyreports.construct import construct
from partyreports.layout.bylines import byline_rule
from partyreports.layout.footer_lines import Kind, PageLines
from partyreports.layout.footer_start import ENOUGH_LINKS, STARTS, first_lines, is_agency_head, is_below_teaser
from partyreports.layout.shapes import same_words, text_start
from partyreports.models import FoundPassage, RelatedArticle
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_BEFORE_AGE = "([-–—|"
"""Signs between a title and its date."""
_OF_THE_SITE = {
    *(Kind.WIDGET, Kind.COMMENTS, Kind.FORM, Kind.KEYWORDS, Kind.LICENCE, Kind.SITE),
    *(Kind.METADATA, Kind.EXCERPT, Kind.SIGNS),
}
_NAMES_OF_LISTS = {Kind.RELATED, Kind.TOPIC, Kind.COLUMN}
_OF_LINKS = {*_NAMES_OF_LISTS, Kind.INSERTED}
_LINKS = {Kind.DATED_LINK, Kind.MARKED_LINK, Kind.TEASER}


@dataclass(frozen=True, slots=True)
class Footer:
    """Where the footer begins and what stands in it."""

    start: int
    """Offset in the view; its length if there is none."""
    first_line: int
    """Index of its first line among the filled lines."""
    related: tuple[RelatedArticle, ...] = ()
    furniture: tuple[FoundPassage, ...] = ()
    captions: tuple[Range, ...] = ()
    """Captions that were scraped to the end."""
    byline: Range | None = None
    """A byline below links that were inserted before it."""
    metadata: tuple[int, ...] = ()
    """Numbers of the lines that are date lines."""


def read_footer(scanned: ScannedText, page: PageLines) -> Footer:
    """The footer of a page.

    Args:
        scanned: the text.
        page: its lines.
    """
    first = first_lines(scanned, page)
    if first is None:
        return Footer(len(scanned.source), len(page.lines))
    return _Reader(scanned, page, *first).read()


class _Reader:
    """Reads the lines of a footer in their order."""

    def __init__(self, scanned: ScannedText, page: PageLines, first: int, sign: int) -> None:
        self._scanned = scanned
        self._source = scanned.source
        self._page = page
        self._first = first
        self._sign = sign
        self._related: list[RelatedArticle] = []
        self._furniture: list[FoundPassage] = []
        self._captions: list[Range] = []
        self._byline: Range | None = None
        self._metadata: list[int] = []
        self._are_links = page.kind(sign) is Kind.LINK
        self._below_links = self._are_links  # dates there are those of the links

    def read(self) -> Footer:
        above = self._page.lines[self._first : self._sign]
        self._furniture += [self._source.found(*line, "footer.line") for line in above]
        position = self._sign
        while position < len(self._page.lines):
            position = self._line(position)
        return Footer(
            self._page.lines[self._first].start,
            self._first,
            tuple(self._related),
            tuple(self._furniture),
            tuple(self._captions),
            self._byline,
            tuple(self._metadata),
        )

    def _line(self, i: int) -> int:
        """Read the line of a number, and what belongs to it; returns the number of the next one."""
        kind, line = self._page.kind(i), self._page.lines[i]
        if kind in _OF_LINKS:
            self._below_links = True
        if kind is Kind.AGE and i == self._sign:
            kind = Kind.METADATA
        if kind is Kind.METADATA and not self._below_links:
            self._metadata.append(i)
        if kind in _OF_THE_SITE or kind in _OF_LINKS:
            goes_on = kind is Kind.SIGNS or (kind is Kind.METADATA and self._below_links)
            self._are_links = kind in _NAMES_OF_LISTS or (goes_on and self._are_links)
            self._furniture.append(self._source.found(*line, STARTS.get(kind, "footer.line")))
            return i + 1
        if kind is Kind.CAPTION:
            self._captions.append(line)
            return i + 1
        if kind is Kind.LINK and self._byline is None and byline_rule(self._scanned, line) is not None:
            self._byline, self._are_links = line, False
            return i + 1
        if kind in _LINKS or (self._are_links and kind is not Kind.AGE):
            if kind is Kind.LINK and self._is_statement(i):
                self._furniture.append(self._source.found(*line, "footer.line"))
                return i + 1
            return self._entry(i)
        self._furniture.append(self._source.found(*line, "footer.line"))
        return i + 1

    def _is_statement(self, i: int) -> bool:
        """Whether the last line below links is a sentence, and no title: none of the titles above ends in a stop."""
        if i + 1 < len(self._page.lines) or not self._page.ends_in_stop[i] or len(self._related) < ENOUGH_LINKS:
            return False
        return not any(one.title.text.endswith(".") for one in self._related)

    def _entry(self, i: int) -> int:
        """Read a link: its title, the title once more, its age, the paragraph below."""
        line = self._page.lines[i]
        title = Range(min(text_start(self._source, line), line.end - 1), line.end)
        title, age = self._without_age(i, title)
        following = i + 1
        if self._is(following, same_as=title):
            following += 1
        if age is None and following < len(self._page.lines) and self._page.is_age(self._page.lines[following]):
            age = self._inside_brackets(self._page.lines[following])
            following += 1
        if following < len(self._page.lines) and self._is_beginning(following):
            following += 1
        while following < len(self._page.lines) and is_below_teaser(self._scanned, self._page, following):
            following += 1
        end = self._page.lines[following - 1].end
        text, span = self._source.quoted(line.start, end)
        self._related.append(
            construct(
                RelatedArticle,
                text=text,
                span=span,
                rule="footer.link" if age is None else "footer.link_with_age",
                title=self._source.passage(*title),
                age=self._source.passage(*age) if age else None,
            )
        )
        return following

    def _is_beginning(self, i: int) -> bool:
        """Whether a line below a title is the beginning of its article."""
        return self._page.kind(i) is Kind.PROSE or is_agency_head(self._scanned, self._page, i)

    def _without_age(self, i: int, title: Range) -> tuple[Range, Range | None]:
        """The title without the age or the date at its end or its head, and that age."""
        age = self._page.age_at_end(title)
        if age is not None:
            sign = max(self._source.text.rfind(sign, title.start, age.start) for sign in _BEFORE_AGE)
            return self._source.trim(title.start, sign), age
        head = self._page.date_at_head(i)
        if head is not None:
            return Range(head.end(), title.end), Range(*head.span("age"))
        return title, None

    def _is(self, i: int, *, same_as: Range) -> bool:
        return i < len(self._page.lines) and same_words(self._source, self._page.lines[i], same_as)

    def _inside_brackets(self, line: Range) -> Range:
        text = self._source.text[line.start : line.end]
        inner = text.removeprefix("(").removesuffix(")")
        start = line.start + text.index(inner)
        return Range(start, start + len(inner))
