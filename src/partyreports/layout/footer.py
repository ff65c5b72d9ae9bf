"""The footer: links to other articles with their printed ages, the site's buttons, and the lines of its owner.

Các bài viết khác
Hội nghị sơ kết quý II
hôm qua
• Tổng kết năm (5 tháng trước)
Giấy phép số 12/GP-TTĐT do Sở Thông tin và Truyền thông cấp.

It begins at the first line that announces it and below which no article goes on: paragraphs follow there only as
teasers below the titles of links.
"""

import re
from dataclasses import dataclass

from partyreports.construct import construct
from partyreports.layout.bylines import byline_rule
from partyreports.layout.footer_lines import Kind, PageLines
from partyreports.layout.shapes import begins_with_marker, last_sign, same_words, text_start, words_of
from partyreports.models import FoundPassage, RelatedArticle
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_LONGEST_TEASER = 420
"""Characters of the longest paragraph below a link; longer ones are the article's."""
_MOST_TEASERS = 0.6
"""How many characters of teasers a footer may hold, as a share of the text above it."""
_SHORTEST_STATEMENT = 25
"""Characters of a sentence above which a cue may begin the footer: before that, it belongs to the page's head."""
_LONG_LINE = 150
"""A line above the footer that counts as a statement however it ends."""

_MOST_LINKS = 4
"""Links without a cue that may stand above a byline."""
_ENOUGH_LINKS = 2
"""Titles that show how those of a footer end."""
_TITLE_WORDS = (5, 26)
"""Words of the title of such a link, from and to."""
_BEFORE_AGE = "([-–—|"
"""Signs between a title and its date."""
_AGENCY_HEAD = re.compile(r"(?:\([^()\d]{2,25}\)|[A-ZĐ][A-ZĐ&.]{2,9}) ?[-–—] ")
"""“(TTXVN) - Sáng nay, …”: the head of an article; the title above it is a link to it."""

_STARTS = {
    Kind.RELATED: "footer.related",
    Kind.INSERTED: "footer.related",
    Kind.TOPIC: "footer.related",
    Kind.WIDGET: "footer.widget",
    Kind.COMMENTS: "footer.comments",
    Kind.LICENCE: "footer.licence",
    Kind.METADATA: "footer.metadata",
    Kind.EXCERPT: "footer.excerpt",
    Kind.TEASER: "footer.teaser",
    Kind.DATED_LINK: "footer.dated_links",
}
"""Kinds of lines that may begin a footer, and the rule's name."""
_OF_THE_SITE = {Kind.WIDGET, Kind.COMMENTS, Kind.LICENCE, Kind.SITE, Kind.METADATA, Kind.EXCERPT, Kind.SIGNS}
_DISCLAIMER = "footer.disclaimer"
_OF_LINKS = {Kind.RELATED, Kind.TOPIC, Kind.INSERTED}


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
    first = _first_line(scanned, page)
    if first is None:
        return Footer(len(scanned.source), len(page.lines))
    return _Reader(scanned, page, first).read()


def _first_line(scanned: ScannedText, page: PageLines) -> int | None:
    """Number of the first line that may begin the footer and below which no article goes on."""
    above = _first_statement(page)
    if above is None:
        return None
    may_begin = _may_begin(scanned, page, above)
    found = next((i for i in may_begin if _begins(scanned, page, i)), None)
    if found is None:
        return None
    while found - 1 > above and page.kind(found - 1) is Kind.SIGNS and _is_counter(scanned, page.lines[found - 1]):
        found -= 1  # “5 / 5 (1 bình chọn)” in several lines
    return found


def _may_begin(scanned: ScannedText, page: PageLines, above: int) -> list[int]:
    """Numbers of the closing lines of which `_begins` is asked, from the first one on.

    Titles of links stand behind the last sentence, or behind a disclaimer.
    """
    disclaimers = {cue.start for cue in scanned.cues.of(_DISCLAIMER)}
    return [
        i
        for i, kind in reversed(_closing(scanned, page).items())
        if i > above and (kind is not Kind.LINK or page.ends_in_stop[i - 1] or page.lines[i - 1].start in disclaimers)
    ]


def _is_counter(scanned: ScannedText, line: Range) -> bool:
    text = scanned.source.text[line.start : line.end]
    return line.end - line.start < 12 and not set(text) <= set("-–—_*. ")


def _first_statement(page: PageLines) -> int | None:
    """Number of the first line that states something: the page's head is above it."""
    for i, line in enumerate(page.lines):
        length = line.end - line.start
        if length > _LONG_LINE or (length > _SHORTEST_STATEMENT and page.ends_in_stop[i]):
            return i
    return None


def _begins(scanned: ScannedText, page: PageLines, i: int) -> bool:
    """Whether the line may begin a footer; a link alone only together with others, or right above the byline."""
    kind = page.kind(i)
    if kind is Kind.DATED_LINK:
        return any(page.kind(j) is Kind.DATED_LINK for j in range(i + 1, min(i + 3, len(page.lines))))
    if kind is Kind.SITE:
        return i + 1 < len(page.lines) and page.kind(i + 1) in (Kind.SITE, Kind.LICENCE)
    if kind in _STARTS or scanned.cues.at(_DISCLAIMER, page.lines[i - 1].start) is not None:
        return True
    return kind is Kind.LINK and page.ends_in_stop[i - 1] and _is_link_alone(scanned, page, i)


def _is_link_alone(scanned: ScannedText, page: PageLines, i: int) -> bool:
    """Whether a title that no cue announces is a link: above its article's beginning, a date, or the byline."""
    return (
        _stands_above_byline(scanned, page, i)
        or _alternates_with_dates(page, i)
        or (_is_title(scanned, page.lines[i]) and _is_agency_head(scanned, page, i + 1))
    )


def _is_agency_head(scanned: ScannedText, page: PageLines, i: int) -> bool:
    return i < len(page.lines) and _AGENCY_HEAD.match(scanned.source.text, *page.lines[i]) is not None


def _alternates_with_dates(page: PageLines, i: int) -> bool:
    """Whether a title, a date, a title, and a date follow one another."""
    dates = (Kind.METADATA, Kind.AGE)
    return (
        i + 3 < len(page.lines)
        and page.kind(i + 1) in dates
        and page.kind(i + 2) is Kind.LINK
        and page.kind(i + 3) in dates
    )


def _stands_above_byline(scanned: ScannedText, page: PageLines, i: int) -> bool:
    """Whether titles of links, and nothing else, stand from this line to the byline."""
    for j in range(i, min(i + _MOST_LINKS + 1, len(page.lines))):
        if j > i and byline_rule(scanned, page.lines[j]) is not None:
            return True
        if page.kind(j) is not Kind.LINK or not _is_title(scanned, page.lines[j]):
            return False
    return False


def _is_title(scanned: ScannedText, line: Range) -> bool:
    """“Danh sách 87 ứng viên của tỉnh”: words enough, a capital at the head, and no end."""
    source = scanned.source
    shortest, longest = _TITLE_WORDS
    return (
        source.text[line.start].isupper()
        and last_sign(source, line) not in (":", ";", ",", ".", "…")
        and shortest <= len(words_of(source, line)) <= longest
        and not begins_with_marker(scanned, line)
    )


def _closing(scanned: ScannedText, page: PageLines) -> dict[int, Kind]:
    """The lines below which no article goes on, from the last one upwards: their numbers, each with its kind."""
    closing: dict[int, Kind] = {}
    teasers = 0
    below: Kind | None = None
    for i in range(len(page.lines) - 1, -1, -1):
        kind, line = page.kind(i), page.lines[i]
        if kind is Kind.COMMENTS and _opens_comments(page, i):
            closing[i] = kind
            teasers, below = 0, None
            continue
        if kind is Kind.INSERTED and teasers:
            break  # “Xem thêm: …” between two paragraphs belongs to the body
        if teasers <= _MOST_TEASERS * line.start:
            closing[i] = kind
        if kind is Kind.PROSE:
            if below is Kind.PROSE or not _may_be_teaser(scanned, page, i):
                break
            teasers += line.end - line.start
        if page.ends_in_stop[i] and page.are_statements(i):
            break
        below = kind
    return closing


def _opens_comments(page: PageLines, i: int) -> bool:
    """Whether comments begin at a line: they may be paragraphs, but no more than the article above them."""
    return page.lines[-1].end - page.lines[i].end <= page.lines[i].start


def _may_be_teaser(scanned: ScannedText, page: PageLines, i: int) -> bool:
    """Whether a paragraph may stand below the title of a link."""
    line = page.lines[i]
    above = page.kind(i - 1) if i else Kind.PROSE
    return (
        line.end - line.start <= _LONGEST_TEASER
        and above in (Kind.LINK, Kind.AGE, Kind.DATED_LINK, Kind.METADATA)
        and scanned.cues.at("extent.turn", line.start) is None
    )


class _Reader:
    """Reads the lines of a footer in their order."""

    def __init__(self, scanned: ScannedText, page: PageLines, first: int) -> None:
        self._scanned = scanned
        self._source = scanned.source
        self._page = page
        self._first = first
        self._related: list[RelatedArticle] = []
        self._furniture: list[FoundPassage] = []
        self._captions: list[Range] = []
        self._byline: Range | None = None
        self._metadata: list[int] = []
        self._are_links = page.kind(first) is Kind.LINK
        self._below_links = self._are_links  # dates there are those of the links

    def read(self) -> Footer:
        position = self._first
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
        if kind is Kind.METADATA and not self._below_links:
            self._metadata.append(i)
        if kind in _OF_THE_SITE or kind in _OF_LINKS:
            goes_on = kind is Kind.SIGNS or (kind is Kind.METADATA and self._below_links)
            self._are_links = kind in (Kind.RELATED, Kind.TOPIC) or (goes_on and self._are_links)
            self._furniture.append(self._source.found(*line, _STARTS.get(kind, "footer.line")))
            return i + 1
        if kind is Kind.CAPTION:
            self._captions.append(line)
            return i + 1
        if kind is Kind.LINK and self._byline is None and byline_rule(self._scanned, line) is not None:
            self._byline, self._are_links = line, False
            return i + 1
        if kind in (Kind.DATED_LINK, Kind.TEASER) or (self._are_links and kind is not Kind.AGE):
            if kind is Kind.LINK and self._is_statement(i):
                self._furniture.append(self._source.found(*line, "footer.line"))
                return i + 1
            return self._entry(i)
        self._furniture.append(self._source.found(*line, "footer.line"))
        return i + 1

    def _is_statement(self, i: int) -> bool:
        """Whether the last line below links is a sentence, and no title: none of the titles above ends in a stop."""
        if i + 1 < len(self._page.lines) or not self._page.ends_in_stop[i] or len(self._related) < _ENOUGH_LINKS:
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
        return self._page.kind(i) is Kind.PROSE or _is_agency_head(self._scanned, self._page, i)

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
