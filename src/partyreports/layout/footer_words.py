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
_CLOCK = r"\d{1,2}[:h]\d\d(?::\d\d)?"
_DATE = (
    rf"(?:(?:{{dateline.word}}:? )?(?:{_CLOCK}[ ,|-]{{1,3}})?{{day}} ?[/.-] ?{{month}} ?[/.-] ?(?:{{year}}|\d\d)"
    rf"(?:[ ,|-]{{1,3}}{_CLOCK})?)"
)
_DAY_ALONE = r"(?P<day>(?:{dateline.word} )?{day}/{month})"
_DATE_ALONE = r"{day} ?[/.-] ?{month} ?[/.-] ?(?:{year}|\d\d)(?:[ ,|-]{1,3}\d{1,2}[:h]\d\d)?"
AGE_LINE = rf"\(?(?:{AGE}|{_DATE_ALONE})\)?$"
AGE_AT_END = rf"(?: ?[(\[](?P<age>{AGE}|{_DATE}|{_DAY_ALONE})[)\]]| ?[-–—|] ?(?P<bare>{_DATE}))[. ]?$"
"""A date or an age behind a title: in brackets, or behind a dash."""
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
_HALF, _MOSTLY = 0.5, 0.75
"""How much of a line the words of buttons are behind the name of one, and where the line begins otherwise."""
_ADDRESS = re.compile(r"(?:https?://|www\.)[^ \n]+")
HEADS_OF_TEMPLATES = frozenset("{#hw")
"""What the lines begin with of which `is_template` may be true."""
_AGENCY = "headline.agency"
_HASHTAG = re.compile(r"#\w+,?")
_DASH = re.compile(r"\)? ?[-–—] ")
_END_AND_CAPITAL = re.compile(r"(?<=[).!?…]) +(?=[^\W\d_a-z]|[‘'“\"])")
"""Where a sentence has ended and a title may begin."""
_SHORTEST_TITLE, _LONGEST_TITLE = 20, 220
_SHORTEST_BEFORE = 25
_PAGES = re.compile(r"[\s\d.…|«»<>‹›/-]*")


CUES_OF_SITE = (*_OF_ROWS, "footer.site", "footer.reuse", "footer.paging", "footer.channel")
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


def is_template(scanned: ScannedText, line: Range) -> bool:
    """“{{ item.title }}”, “#hoinghi #soket”, “https://…”: what a script has not filled, hashtags, an address."""
    text = scanned.source.text
    if text[line.start] not in HEADS_OF_TEMPLATES:
        return False
    if text.startswith("{{", line.start) or _ADDRESS.fullmatch(text, *line) is not None:
        return True
    return text[line.start] == "#" and all(_HASHTAG.fullmatch(word) for word in text[line.start : line.end].split())


def teasers_parted(scanned: ScannedText, lines: Sequence[Range]) -> Sequence[Range]:
    """The lines; what stands before a teaser is a line of its own: “(Hà Vy ghi) Họp về lũ TTO - Hôm nay, …”."""
    if not scanned.cues.has(_AGENCY):
        return lines
    return [part for line in lines for part in _teaser_parted(scanned, line)]


def _teaser_parted(scanned: ScannedText, line: Range) -> tuple[Range, ...]:
    text = scanned.source.text
    for cue in scanned.cues.within(_AGENCY, *line):
        if not (text[cue.start : cue.end].isupper() and _DASH.match(text, cue.end, line.end)):
            continue
        head = max(line.start, cue.start - _LONGEST_TITLE)
        ends = [match.end() for match in _END_AND_CAPITAL.finditer(text, head, cue.start)]
        if ends and ends[-1] - line.start >= _SHORTEST_BEFORE and cue.start - ends[-1] >= _SHORTEST_TITLE:
            return scanned.source.trim(line.start, ends[-1]), Range(ends[-1], line.end)
    return (line,)
