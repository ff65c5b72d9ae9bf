"""The words of lines in a footer: dates and ages of links, names of lists of links, invitations, rows of buttons.

Các tin bài khác                                   (a name of a list of links: what they are, and which)
Khánh thành cầu treo (08:15 10/06/2019)            (a title with its date)
Mời bạn đọc theo dõi kênh YouTube của đài          (an invitation)
Trang trước 1 2 3 … 10 Trang sau                   (paging)
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from partyreports.text.lexicon import Lexicon
from partyreports.text.scanned import ScannedText
from partyreports.text.source import fold
from partyreports.text.spans import Range

AGE_REACH = 48
"""How far before the end of its line the date or age of a link may begin."""
_LONGEST_NAME = 70
"""Characters of the name of a list of links."""
_LONGEST_INVITATION = 220
_LONGEST_PAGING = 80

AGE = r"(?:{footer.age}|(?:{footer.age_qualifier} )?\d{1,3} {footer.age_unit} trước)"
"""Regex source for an age: “hôm qua”, “hơn 2 giờ trước”."""
_CLOCK = r"\d{1,2}[:h]\d\d(?::\d\d)?(?: (?:{dateline.half_day})(?!\w))?"
_DATE = (
    rf"(?:(?:{{dateline.word}}:? )?(?:{_CLOCK}[ ,|-]{{1,3}})?{{day}} ?[/.-] ?{{month}} ?[/.-] ?(?:{{year}}|\d\d)"
    rf"(?:[ ,|-]{{1,3}}{_CLOCK})?)"
)
_DAY_OF_YEAR = r"{day} ?[/.-] ?{month} ?[/.-] ?{year}"
_TIMED = rf"(?:{_DAY_OF_YEAR}[ ,|-]{{1,3}}{_CLOCK}|{_CLOCK}[ ,|-]{{1,3}}{_DAY_OF_YEAR})"
_VIEWED = r"(?:[ ,|–-]{1,3}\d[\d.,]{0,9} {dateline.views})?"
_DAY_ALONE = rf"(?P<day>(?:{_CLOCK}[ ,|-]{{1,3}}|{{dateline.word}} )?{{day}}/{{month}}(?:[ ,|-]{{1,3}}{_CLOCK})?)"
_DATE_ALONE = r"{day} ?[/.-] ?{month} ?[/.-] ?(?:{year}|\d\d)(?:[ ,|-]{1,3}\d{1,2}[:h]\d\d)?"
AGE_LINE = rf"\(?(?:{AGE}|{_DATE_ALONE})\)?$"
AGE_AT_END = (
    rf"(?: ?[(\[](?P<age>{AGE}|{_DATE}|{_DAY_ALONE}){_VIEWED}[)\]]"
    rf"| ?[-–—|] ?(?P<bare>{_DATE})| (?P<timed>{_TIMED}))[. ]?$"
)
"""A date or an age behind a title: in brackets, behind a dash, or with its clock time."""
DATE_AT_HEAD = rf"[-–•*+»> ]{{0,4}}(?P<open>[(\[])?(?P<age>{AGE}|{_DATE})[)\]]?[ :|–-]{{1,4}}(?=\w)"
"""“[12/06/2019] Khánh thành …”, “12/06/2019: Khánh thành …”."""

_BEFORE_NAME = "-–•*+»>►# "
_NAME = (
    rf"[{_BEFORE_NAME}]{{0,4}}"
    r"(?:{footer.list_opener} )?{footer.list_item}(?:(?:[,/&] ?| ){footer.list_item})*+"
    r"(?:(?: và|,)? {footer.list_which}){1,3}(?!\w)"
    r"(?: ?[:“\"] ?[^.]{2,50}| (?:trong|của|về|thuộc) [^.]{2,50})?[ :.…>»*]{0,4}$"
)
_OF_ROWS = ("footer.widget", "footer.comments", "footer.menu")
_OF_BUTTONS = (*_OF_ROWS, "headline.widget")
_HALF, _MOSTLY, _ALL = 0.5, 0.75, 0.85
_OF_MENUS = ("footer.menu", "footer.column")
_SHORTEST_MENU = 3
_OF_LABELS = ("footer.label", "headline.widget", "headline.category", "footer.column", "footer.menu", "footer.channel")
_LONGEST_LABEL = 40
_MOST_WORDS_COUNTED = 4
_RATING = re.compile(r"(?<![\d/.,])\d(?:[.,]\d)? ?/ ?(?:5|10)(?![\d/])")
"""How much of a line the words of buttons are behind the name of one, and where the line begins otherwise."""
_SITE_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[^ \n]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^ \n]+")
HEADS_OF_TEMPLATES = frozenset("{#hw<")
"""What the lines begin with of which `is_template` may be true."""
_TAG = re.compile(r"</?[a-z][^<>]*>?")
_MARKED_LINK = re.compile(r"[-*+•»>\d.) ]{0,6}\[[^\[\]\n]{4,}\]\([^()\s]+\)")
_FEWEST_COMMAS = 3
_LONGEST_TOPICS, _MOST_WORDS_OF_TOPIC = 200, 4
_KEYWORDS = re.compile(r"[^\W\d_][^,.;:\n]{1,40}(?:,[^\W_][^,.;:\n]{0,40}){3,}")
_HASHTAG = re.compile(r"#\w+,?")
_PAGES = re.compile(r"[\s\d.…|«»<>‹›/-]*")


CUES_OF_SITE = (
    *_OF_ROWS,
    *("footer.site", "footer.reuse", "footer.paging", "footer.channel", "footer.form", "footer.column"),
    "extent.page_line",
)
"""A line of the site holds one of these cues, whatever stands at its head."""


def names_links(scanned: ScannedText, lines: Sequence[Range]) -> frozenset[Range]:
    """Those of some lines that name lists of links: “Các tin bài khác”, “Xem thêm các tin liên quan”."""
    match, folded = scanned.lexicon.compile(_NAME).match, scanned.source.folded
    shortest, heads = _shapes_of_names(scanned.lexicon)
    return frozenset(
        [
            line
            for line in lines
            if shortest <= line.end - line.start <= _LONGEST_NAME
            and folded[line.start] in heads
            and match(folded, *line)
        ]
    )


@lru_cache(maxsize=8)
def _shapes_of_names(lexicon: Lexicon) -> tuple[int, frozenset[str]]:
    """Characters of the shortest name of a list of links, and what such names begin with."""
    items, which, openers = (
        [fold(form) for form in lexicon.forms(f"footer.list_{kind}")] for kind in ("item", "which", "opener")
    )
    shortest = min(map(len, items)) + len(" ") + min(map(len, which))
    return shortest, frozenset(_BEFORE_NAME).union(form[0] for form in (*items, *openers))


def invites(scanned: ScannedText, line: Range) -> bool:
    """Whether a line invites readers to a channel of the site: “Theo dõi báo trên Google News”."""
    if line.end - line.start > _LONGEST_INVITATION:
        return False
    invitation = scanned.cues.at("footer.invitation", line.start)
    return invitation is not None and scanned.cues.any_within("footer.channel", invitation.end, line.end)


def turns_pages(scanned: ScannedText, line: Range) -> bool:
    """Whether a line turns pages: “1 2 3 Trang sau”."""
    if line.end - line.start > _LONGEST_PAGING:
        return False
    cues = scanned.cues.within("footer.paging", *line)
    if not cues:
        return False
    text, position = scanned.source.text, line.start
    for cue in cues:
        between = _PAGES.match(text, position, cue.start)
        if between is None or between.end() != cue.start:
            return False
        position = cue.end
    return _PAGES.fullmatch(text, position, line.end) is not None


def is_row_of_widgets(scanned: ScannedText, line: Range) -> bool:
    """“★★★★★ (0 đánh giá)”, “Trang chủ | Giới thiệu | Liên hệ”: buttons in one line and little else."""
    return _share_of(scanned, _OF_ROWS, line) >= _MOSTLY


def is_menu(scanned: ScannedText, line: Range) -> bool:
    """“Giới thiệu Tin tức Thông báo Liên hệ”: three names of columns and more, and little else."""
    count = sum(len(scanned.cues.within(group, *line)) for group in _OF_MENUS)
    return count >= _SHORTEST_MENU and _share_of(scanned, _OF_MENUS, line) >= _MOSTLY


def counts(scanned: ScannedText, line: Range) -> bool:
    """“Ý kiến (0)”, “Điểm: 4.5/5 (12 đánh giá)”: a counter that stands at nothing, or what readers think."""
    text = scanned.source.text
    if text.endswith("(0)", *line):
        return len(text[line.start : line.end].split()) <= _MOST_WORDS_COUNTED
    return _RATING.search(text, *line) is not None and scanned.cues.any_within("footer.widget", *line)


def is_advertisement(scanned: ScannedText, line: Range) -> bool:
    """“QUẢNG CÁO”: what stands above an advertisement, and nothing else."""
    return _share_of(scanned, ("extent.page_line",), line) >= _ALL


def are_buttons(scanned: ScannedText, rest: Range) -> bool:
    """Whether what stands behind the name of a button are names of others: “Chia sẻ | Facebook Zalo”."""
    return _share_of(scanned, _OF_BUTTONS, rest) >= _HALF


def _share_of(scanned: ScannedText, groups: tuple[str, ...], line: Range) -> float:
    """How much of a line its cues of some groups are, digits and signs aside, from 0 to 1."""
    covered = sum(cue.end - cue.start for group in groups for cue in scanned.cues.within(group, *line))
    if not covered:
        return 0.0
    letters = sum(sign.isalpha() or sign == " " for sign in scanned.source.text[line.start : line.end].strip())
    return covered / max(letters, 1)


def is_form(scanned: ScannedText, line: Range) -> bool:
    """“Họ và tên (*)”, “Mã xác nhận:”: the name of a field, and nothing else."""
    return _share_of(scanned, ("footer.form",), line) >= _ALL


def names_column(scanned: ScannedText, line: Range) -> bool:
    """“TIN TỨC - SỰ KIỆN”, “Video”: the name of a column and nothing else, in capitals if it is a common word."""
    is_column = _share_of(scanned, ("footer.column",), line) >= _ALL
    is_capital = scanned.source.text[line.start : line.end].isupper()
    return is_column and (is_capital or _share_of(scanned, ("footer.column.media",), line) >= _ALL)


def is_label(scanned: ScannedText, line: Range) -> bool:
    """“Thăm dò ý kiến”, “Cỡ chữ: A- A A+”, “Ý kiến (2)”: what may be the name of a box of the page."""
    return line.end - line.start <= _LONGEST_LABEL and _share_of(scanned, _OF_LABELS, line) >= _MOSTLY


def are_topics(scanned: ScannedText, line: Range) -> bool:
    """“Kho lưu trữ, số hóa, hội nghị, Hoa Lạc”: keywords that no label announces; not the names of writers."""
    text = scanned.source.text
    if text.count(",", *line) < _FEWEST_COMMAS or line.end - line.start > _LONGEST_TOPICS or text[line.end - 1] in ".…":
        return False
    topics = [topic.split() for topic in text[line.start : line.end].split(",")]
    is_short = all(0 < len(words) <= _MOST_WORDS_OF_TOPIC for words in topics) and text.find(":", *line) < 0
    return is_short and any(words[0].islower() for words in topics)


def is_marked_link(text: str, line: Range) -> bool:
    """“* [Khánh thành cầu treo](http://…)”: a link as programs write it down."""
    return text[line.end - 1] == ")" and _MARKED_LINK.fullmatch(text, *line) is not None


def ends_in_address(text: str, line: Range) -> bool:
    """“Hộp thư góp ý: vanthu@hoalac.example”: a label with an address behind it."""
    head = text.rfind(" ", *line) + 1
    return head > line.start + 1 and text[head - 2] == ":" and _SITE_ADDRESS.fullmatch(text, head, line.end) is not None


def has_keywords(text: str, line: Range) -> bool:
    """“Hội nghị,Sơ kết,Kho lưu trữ,Hoa Lạc”: four and more, with no space behind the commas."""
    return (
        text.count(",", *line) >= _FEWEST_COMMAS
        and text.find(", ", *line) < 0
        and _KEYWORDS.fullmatch(text, *line) is not None
    )


def is_template(scanned: ScannedText, line: Range) -> bool:
    """“{{ item.title }}”, “<div>”, “#hoinghi #soket”, “https://…”: a script's, hashtags, an address."""
    text = scanned.source.text
    if text[line.start] not in HEADS_OF_TEMPLATES:
        return False
    if text[line.start] == "<":
        return _TAG.fullmatch(text, *line) is not None
    if text.startswith("{{", line.start) or _ADDRESS.fullmatch(text, *line) is not None:
        return True
    return text[line.start] == "#" and all(_HASHTAG.fullmatch(word) for word in text[line.start : line.end].split())
