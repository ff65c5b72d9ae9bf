"""Where the footer begins: the first line that announces it and below which no article goes on.

Paragraphs follow there only as teasers below the titles of links. A line that says little by itself (a field of a form,
the name of a column, a date behind a title) begins a footer together with others of its kind.
"""

import re

from partyreports.layout.bylines import byline_rule
from partyreports.layout.dateline import read_dateline
from partyreports.layout.footer_lines import Kind, PageLines
from partyreports.layout.footer_words import are_topics, is_label
from partyreports.layout.link_titles import FEWEST_WORDS, are_titles, is_title
from partyreports.layout.shapes import has_letters, is_all_capitals, last_sign, words_of
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_LONGEST_TEASER = 420
"""Characters of the longest paragraph below a link; longer ones are the article's."""
_LINES_OF_TEASER = 2
"""Further lines of a teaser."""
_MOST_TEASERS = 0.6
"""How many characters of teasers a footer may hold, as a share of the text above it."""
_SHORTEST_STATEMENT = 25
"""Characters of a sentence above which a cue may begin the footer: before that, it belongs to the page's head."""
_LONG_LINE = 150
"""A line above the footer that counts as a statement however it ends."""

_MOST_LINKS = 4
"""Links without a cue that may stand above a byline."""
ENOUGH_LINKS = 2
"""Titles that show how those of a footer end."""
_AGENCY_HEAD = re.compile(r"(?:\([^()\d]{2,25}\)|[A-ZĐ][A-ZĐ&.]{2,9}) ?[-–—] ")
"""“(TTXVN) - Sáng nay, …”: the head of an article; the title above it is a link to it."""

STARTS = {
    Kind.RELATED: "footer.related",
    Kind.INSERTED: "footer.related",
    Kind.TOPIC: "footer.related",
    Kind.WIDGET: "footer.widget",
    Kind.COMMENTS: "footer.comments",
    Kind.LICENCE: "footer.licence",
    Kind.METADATA: "footer.metadata",
    Kind.AGE: "footer.metadata",
    Kind.EXCERPT: "footer.excerpt",
    Kind.TEASER: "footer.teaser",
    Kind.DATED_LINK: "footer.dated_links",
    Kind.MARKED_LINK: "footer.marked_links",
    Kind.FORM: "footer.form",
    Kind.COLUMN: "footer.columns",
    Kind.KEYWORDS: "footer.keywords",
}
"""Kinds of lines that may begin a footer, and the rule's name."""
_DISCLAIMER = "footer.disclaimer"
_LINES_OF_OWNER = 3
_LINES_OF_BOXES = 6
"""Lines of the site above the first one that begins a footer by itself."""
_LINES_OF_ADDRESS = 3
"""Lines above the telephone, in which an address stands that the article announces."""
_OF_BOXES = (Kind.SITE, Kind.FORM, Kind.COLUMN)
_LONGEST_OWNER = 110
"""Characters of a line that names the site's owner."""
_MOST_WORDS_OF_NAME = 6
"""Words of the name of a list of links."""
_WORDS_OF_NAMES = range(2, 7)
_OWNERS = ("headline.site", "body.head")
_WORDS_OF_TWO = 10
"""Words of two titles, each with a date below it: names in a schedule have fewer."""
_OWNER_HOLDS = ("footer.site", "footer.menu", "headline.site")
_LINES_BELOW_DATE = 12
"""Lines from a date on that is no date of a link."""
_DATES = (Kind.METADATA, Kind.AGE)
_TOGETHER = {
    Kind.DATED_LINK: (Kind.DATED_LINK,),
    Kind.MARKED_LINK: (Kind.MARKED_LINK,),
    Kind.FORM: (Kind.FORM, Kind.COMMENTS, Kind.WIDGET),
}
"""Kinds of lines that begin a footer if another one stands among the next two lines, and which one."""
_COLUMN_REACH = 12
"""Lines below the head of a column in which another sign of the site stands."""
_IN_COLUMNS = (Kind.LINK, Kind.AGE, Kind.SIGNS, Kind.DATED_LINK, Kind.MARKED_LINK, Kind.CAPTION)


def first_lines(scanned: ScannedText, page: PageLines) -> tuple[int, int] | None:
    """Numbers of the footer's first line, and of the first that tells it: no article goes on below them."""
    above = _first_statement(page)
    if above is None:
        return None
    may_begin = _may_begin(scanned, page, above)
    found = next((i for i in may_begin if _begins(scanned, page, i)), None)
    if found is None:
        return None
    return _with_lines_above(scanned, page, found, above), found


def _with_lines_above(scanned: ScannedText, page: PageLines, found: int, above: int) -> int:
    """Number of the first of the lines that belong to the one in which the footer was seen, and stand above it."""
    if page.kind(found) is Kind.KEYWORDS and found - 1 > above and _is_section(scanned, page, found - 1):
        return found - 1
    if page.kind(found) in (Kind.DATED_LINK, Kind.LINK) and found - 1 > above and _names_list(scanned, page, found - 1):
        return found - 1
    while found - 1 > above and page.kind(found - 1) is Kind.SIGNS and _is_counter(scanned, page.lines[found - 1]):
        found -= 1  # “5 / 5 (1 bình chọn)” in several lines
    first = found
    while first - 1 > above and found - first < _LINES_OF_BOXES and _belongs_to_site(scanned, page, first - 1, found):
        first -= 1
    return first if _is_behind_article(scanned, page, first) else found


def _belongs_to_site(scanned: ScannedText, page: PageLines, i: int, found: int) -> bool:
    """Whether a line above the footer's first sign is of the site: the owner's name, a box, a counter, a field."""
    kind = page.kind(i)
    if kind in _OF_BOXES:
        return True
    if kind is not Kind.LINK:
        return False
    is_of_owner = page.kind(found) in (Kind.SITE, Kind.LICENCE) and found - i <= _LINES_OF_OWNER
    line = page.lines[i]
    return (is_of_owner and _names_owner(scanned, page, i)) or is_label(scanned, line) or are_topics(scanned, line)


def _is_section(scanned: ScannedText, page: PageLines, i: int) -> bool:
    """“Xã hội”: the section of the site, between the article and its keywords."""
    cue = scanned.cues.at("headline.category", page.lines[i].start)
    return cue is not None and cue.end == page.lines[i].end


def _names_list(scanned: ScannedText, page: PageLines, i: int) -> bool:
    """“Nghị trường hôm nay”: a few words above links with their dates, behind the article; no names of persons."""
    words = words_of(scanned.source, page.lines[i])
    return (
        page.kind(i) is Kind.LINK
        and len(words) <= _MOST_WORDS_OF_NAME
        and any(map(str.islower, words))
        and not page.ends_in_stop[i]
        and _is_behind_article(scanned, page, i)
        and byline_rule(scanned, page.lines[i]) is None
    )


def _names_owner(scanned: ScannedText, page: PageLines, i: int) -> bool:
    line = page.lines[i]
    return (
        page.kind(i) is Kind.LINK
        and line.end - line.start <= _LONGEST_OWNER
        and last_sign(scanned.source, line) not in (".", "…", ":", ";", ",")
        and (
            any(scanned.cues.at(group, line.start) is not None for group in _OWNERS)
            or any(scanned.cues.any_within(group, *line) for group in _OWNER_HOLDS)
        )
    )


def _may_begin(scanned: ScannedText, page: PageLines, above: int) -> list[int]:
    """Numbers of the closing lines of which `_begins` is asked, from the first one on.

    Titles of links stand behind the last sentence, or behind a disclaimer.
    """
    disclaimers = {cue.start for cue in scanned.cues.of(_DISCLAIMER)}
    return [
        i
        for i, kind in reversed(_closing(scanned, page).items())
        if i > above
        and (
            kind is not Kind.LINK
            or page.ends_in_stop[i - 1]
            or page.lines[i - 1].start in disclaimers
            or _alternates_with_dates(scanned, page, i)
        )
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
    if kind in _TOGETHER:
        return not _is_introduced(scanned, page, i) and any(
            page.kind(j) in _TOGETHER[kind] for j in range(i + 1, min(i + 3, len(page.lines)))
        )
    if kind is Kind.COLUMN:
        return _is_column(page, i)
    if kind is Kind.AGE:
        return _is_date_below_article(scanned, page, i)
    if kind is Kind.SITE:
        return not _is_introduced(scanned, page, i) and _goes_on_as_owner(scanned, page, i)
    if kind in STARTS or scanned.cues.at(_DISCLAIMER, page.lines[i - 1].start) is not None:
        return True
    return kind is Kind.LINK and (
        _is_link_alone(scanned, page, i)
        if page.ends_in_stop[i - 1]
        else _alternates_with_dates(scanned, page, i)
        and (_is_behind_article(scanned, page, i) or _is_list_with_ages(scanned, page, i))
    )


def _is_introduced(scanned: ScannedText, page: PageLines, i: int) -> bool:
    """Whether the article announces what stands at a line: “Mọi chi tiết xin liên hệ:”, “Lịch học của các chi bộ”."""
    if page.kind(i) is Kind.DATED_LINK and scanned.source.text[page.lines[i].end - 1] not in ")]":
        is_second = page.kind(i - 1) is Kind.DATED_LINK  # (which began no footer)
        return is_second or (page.kind(i - 1) is Kind.LINK and not _is_behind_article(scanned, page, i))
    for j in range(i - 1, max(i - 1 - _LINES_OF_ADDRESS, -1), -1):
        if last_sign(scanned.source, page.lines[j]) == ":":
            return True
        if page.ends_in_stop[j]:
            return False
    return False


def _goes_on_as_owner(scanned: ScannedText, page: PageLines, i: int) -> bool:
    """Whether another line of the owner stands below one, or below a label with its value."""
    for j in range(i + 1, min(i + 3, len(page.lines))):
        if page.kind(j) in (Kind.SITE, Kind.LICENCE):
            return True
        if page.kind(j) is not Kind.LINK or scanned.source.text.find(": ", *page.lines[j]) < 0:
            return False
    return False


def _is_list_with_ages(scanned: ScannedText, page: PageLines, i: int) -> bool:
    """Whether a few words name what titles with their ages stand below: “Nghị trường hôm nay”, and “2 giờ trước”."""
    return has_letters(scanned.source, page.lines[i + 1]) and _names_list(scanned, page, i - 1)


def _is_date_below_article(scanned: ScannedText, page: PageLines, i: int) -> bool:
    """Whether a date alone is when the article above it was published: nothing is stated or dated below it."""
    return (
        _is_behind_article(scanned, page, i)
        and (page.ends_in_stop[i - 1] or page.ends_in_stop[i - 2])
        and len(page.lines) - i <= _LINES_BELOW_DATE
        and not any(page.ends_in_stop[i:])
        and not any(page.kind(j) in _DATES for j in range(i + 1, len(page.lines)))
        and read_dateline(scanned, page.lines[i]) is not None
    )


def _is_behind_article(scanned: ScannedText, page: PageLines, i: int) -> bool:
    """Whether a line stands behind the last sentence of the article, or behind its byline."""
    above = page.lines[i - 1]
    return page.ends_in_stop[i - 1] or byline_rule(scanned, above) is not None or _may_be_names(scanned, above)


def _may_be_names(scanned: ScannedText, line: Range) -> bool:
    """“THU HÀ - VĂN AN”: two names in capitals, of which a byline needs to know none where other signs stand below."""
    words = words_of(scanned.source, line)
    return len(words) in _WORDS_OF_NAMES and is_all_capitals(scanned.source, line) and all(map(str.isalpha, words))


def _is_column(page: PageLines, i: int) -> bool:
    """Whether titles stand below the name of a column, and below these another column or a line of the site."""
    for j in range(i + 1, min(i + 1 + _COLUMN_REACH, len(page.lines))):
        if page.kind(j) not in _IN_COLUMNS:
            return j > i + 1 and page.kind(j) in {*STARTS, Kind.SITE}
    return False


def _is_link_alone(scanned: ScannedText, page: PageLines, i: int) -> bool:
    """Whether a title that no cue announces is a link: above its article's beginning, a date, or the byline."""
    return (
        _stands_above_byline(scanned, page, i)
        or _alternates_with_dates(scanned, page, i)
        or (is_title(scanned, page.lines[i]) and is_agency_head(scanned, page, i + 1))
    )


def is_agency_head(scanned: ScannedText, page: PageLines, i: int) -> bool:
    """Whether an article begins at a line: “(TTXVN) - Sáng nay, …”."""
    return i < len(page.lines) and _AGENCY_HEAD.match(scanned.source.text, *page.lines[i]) is not None


def _alternates_with_dates(scanned: ScannedText, page: PageLines, i: int) -> bool:
    """Whether a title, a date, a title, and a date follow one another."""
    return (
        i + 3 < len(page.lines)
        and page.kind(i + 1) in _DATES
        and page.kind(i + 2) is Kind.LINK
        and page.kind(i + 3) in _DATES
        and sum(len(words_of(scanned.source, page.lines[j])) for j in (i, i + 2)) >= _WORDS_OF_TWO
    )


def _stands_above_byline(scanned: ScannedText, page: PageLines, i: int) -> bool:
    """Whether titles of links, and nothing else, stand from this line to the byline."""
    for j in range(i, min(i + _MOST_LINKS + 1, len(page.lines))):
        if j > i and byline_rule(scanned, page.lines[j]) is not None:
            return are_titles(scanned, page.lines[i:j])
        if page.kind(j) is not Kind.LINK or not is_title(scanned, page.lines[j], fewest=FEWEST_WORDS):
            return False
    return False


def _closing(scanned: ScannedText, page: PageLines) -> dict[int, Kind]:
    """The lines below which no article goes on, from the last one upwards: their numbers, each with its kind."""
    closing: dict[int, Kind] = {}
    teasers = 0
    below: Kind | None = None
    for i in range(len(page.lines) - 1, -1, -1):
        kind, line = page.kind(i), page.lines[i]
        if kind is Kind.COMMENTS and _is_longer_above(page, i):
            closing[i] = kind
            teasers, below = 0, None
            continue
        if kind is Kind.INSERTED and teasers:
            break  # “Xem thêm: …” between two paragraphs belongs to the body
        if teasers <= _MOST_TEASERS * line.start:
            closing[i] = kind
        goes_on = page.ends_in_stop[i] and is_below_teaser(scanned, page, i)
        if kind is Kind.PROSE:
            if not goes_on and (below is Kind.PROSE or not _may_be_teaser(scanned, page, i)):
                break
            teasers += line.end - line.start
        if page.ends_in_stop[i] and not goes_on and page.are_statements(i):
            break
        below = kind
    return closing


def _is_longer_above(page: PageLines, i: int) -> bool:
    """Whether no more stands from a line on than above it: comments may be paragraphs, but are no article."""
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


def is_below_teaser(scanned: ScannedText, page: PageLines, i: int) -> bool:
    """Whether a sentence goes on with a teaser, of which it is the second or third line."""
    line = page.lines[i]
    if line.end - line.start > _LONGEST_TEASER or scanned.cues.at("extent.turn", line.start) is not None:
        return False
    for j in range(i - 1, max(i - 1 - _LINES_OF_TEASER, -1), -1):
        if page.kind(j) is Kind.TEASER:
            return True
        if not page.ends_in_stop[j] or page.kind(j) not in (Kind.PROSE, Kind.LINK):
            return False
    return False
