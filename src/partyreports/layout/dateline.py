"""The dateline: publication date, clock time, view count and author, in all their forms.

01/06/2020 | 1456                          (the second number counts views)
Thứ Tư, 08/04/2015, 08:11 [GMT+7]
02/04/2023 08:15 (cập nhật 05/04/2023 10:40)
Văn An và Thu Hà - 07:00, 04/12/2023
Kinh tế - Thứ tư, 26/4/2023, 11:24 (GMT+7)
vanthu gửi vào T3, 2019-10-01 09:40
Đăng bởi Quản trị | 03/05/2023 | 812 lượt xem
Lạc Giang (TTXVN 5/6/2021) Tại hội nghị …  (inside the agency's tag)

Whatever is known in such a line is taken out of it. It is a dateline if nothing is left, or the name of an author,
of a section or of an office at one edge.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from partyreports.construct import construct
from partyreports.layout.dates_of_lines import SiteClock, SiteDate, find_site_clocks, find_site_dates
from partyreports.models import FoundCount, FoundDate, Qualifier
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_LONGEST_LINE = 160
"""Characters of the longest dateline; the longest ones name two authors and two dates."""
_LONGEST_TAG = 60
"""Characters inside the brackets of an agency's tag."""
_TAG_REACH = 120
"""How far into its line an agency's tag may end: behind a place, or behind the headline in one line."""
_MOST_NAMES = 8
"""Words of the names in a dateline: two authors of four syllables."""

_MOST_WORDS_OF_A_FIELD = 5
_FEWEST_BARS = 2
_MOST_COUNTS = 2
"""Bare numbers in a dateline: views and comments."""
_PARTING = re.compile(r"[-–—|,/•·:;]|  ")
"""What stands between a date and the section, office or user beside it."""
_USER = re.compile(r"[a-z][a-z0-9_.]{2,19}")
"""A user's name: “quantri”, “vanthu01”."""

_EXPLAINED = (
    *("dateline.published", "dateline.updated", "dateline.views", "dateline.word", "dateline.writer"),
    *("headline.widget", "footer.widget", "headline.category", "dateline.source"),
)
"""Words of a dateline, and of the site beside it."""
_SHORTEST_DATE = re.compile(r"\d\D*+\d\D*+\d\D*+\d")
"""Four digits: “1/2/20”."""
_ZONE = re.compile(r"(?:gmt|utc)? ?[+-] ?\d{1,2}(?::\d\d)?(?![\d/])|(?<=\d)z(?!\w)|(?:gmt|utc)(?!\w)")
_COUNT = re.compile(r"(?<![\w/:.,-])(\d{1,3}(?:[.,]\d{3}){1,3}|\d{1,9})(?![\d/:]|[.,-]\d)")
_MOST_WORDS_OF_A_SOURCE = 4
_DASH = re.compile(r" ?[-–—]")
_TAG = re.compile(r"\(([^()\n]{6,60})\)")
_WORD = re.compile(r"[^\W\d_](?:[\w.'’]*\w)?\.?")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline and what it says."""

    line: Range
    """The line, or the tag inside one."""
    published: FoundDate
    views: FoundCount | None
    author: Range | None
    """A name that shares the line."""
    rest: Range | None
    """The whole line, when it holds more than date and views."""
    has_seconds: bool
    """Whether its clock shows seconds, as the clock of a site's header does."""


def read_dateline(scanned: ScannedText, line: Range) -> Dateline | None:
    """The dateline that a line is, or None."""
    if line.end - line.start > _LONGEST_LINE:
        return None
    if _SHORTEST_DATE.search(scanned.source.text, *line) is None:
        return None
    dates = find_site_dates(scanned, *line)
    if not dates:
        return None
    clocks = find_site_clocks(scanned, *line)
    left = _Left(scanned, line, [*dates, *clocks])
    if left.is_refused:
        return None
    has_sign = bool(clocks) or left.is_labelled or _names_source(scanned, line)
    if left.words and not (
        left.is_author(has_sign=has_sign)
        or (has_sign and left.is_at_edge())
        or left.is_in_fields()
        or _is_headed(scanned, line, dates[0])
    ):
        return None
    return _dateline(scanned, line, _proper(dates, left), clocks, left)


def _names_source(scanned: ScannedText, line: Range) -> bool:
    """“Báo Lạc Giang - 4/11/2005”, “Các website khác - 4/11/2005”: the line begins with where the article is from."""
    cue = next((cue for group in _SOURCES if (cue := scanned.cues.at(group, line.start)) is not None), None)
    return cue is not None and scanned.source.text[cue.end + 1 : cue.end + 2].isupper()


def _is_headed(scanned: ScannedText, line: Range, date: SiteDate) -> bool:
    """“(Cổng TTĐT) - 04/05/2011”, “Tin hoạt động của Sở - 04/05/2011”: a source or a section, a dash, and the date."""
    if scanned.source.trim(*line).end != date.end:
        return False
    return scanned.lexicon.compile(_HEAD).fullmatch(scanned.source.folded, line.start, date.start) is not None


_HEAD = r"(?:\([^()\n]{2,40}\)|{headline.category} của [^\W\d][^\n,.:;|()]{1,40}) ?[-–—|] ?"

_SOURCES = ("dateline.source", "byline.by", "headline.site")


def read_tag(scanned: ScannedText, line: Range) -> Dateline | None:
    """The date in the agency's tag near the head of a line: “(BVHL-29/12/2017) Sáng nay, …”."""
    source = scanned.source
    match = _TAG.search(source.text, line.start, min(line.end, line.start + _TAG_REACH))
    if match is None:
        return None
    inside = Range(*match.span(1))
    dates = find_site_dates(scanned, *inside)
    if len(dates) != 1:
        return None
    left = _Left(scanned, inside, dates)
    if left.counts or not (_is_of_agency(left.words) if left.words else _parts_lead(scanned, line, match)):
        return None
    found = _dateline(scanned, inside, dates[0], find_site_clocks(scanned, *inside), left)
    return Dateline(inside, found.published, None, None, None, has_seconds=False)


def _is_of_agency(words: Sequence[str]) -> bool:
    """“TTXVN”, “Yonhap/TTXVN”: names, at least one of which is an agency's."""
    return any(map(_is_agency, words)) and all(word[0].isupper() for word in words)


def _parts_lead(scanned: ScannedText, line: Range, tag: "re.Match[str]") -> bool:
    """“(15-1-2005)- Hôm qua, …”, “Thanh Niên (15/1/2005) - …”: a date alone between a source and the lead."""
    text = scanned.source.text
    words = text[line.start : tag.start()].split()
    named = len(words) <= _MOST_WORDS_OF_A_SOURCE and all(word[0].isupper() for word in words)
    return named and _DASH.match(text, tag.end(), line.end) is not None


def _is_agency(word: str) -> bool:
    """“TTXVN”, “Vietnam+”, “BVHL”: two capitals, or one word with a sign."""
    return sum(map(str.isupper, word)) >= 2


class _Left:
    """What a line holds besides its dates and clock times.

    Attributes:
        words: words that nothing explains.
        counts: bare numbers.
        is_labelled: whether the line says that it tells of a publication or of views.
        is_refused: whether it cannot be a dateline.
    """

    def __init__(self, scanned: ScannedText, line: Range, read: Sequence[SiteDate | SiteClock]) -> None:
        self._source = scanned.source
        self._cues = scanned.cues
        self._line = line
        self._taken = [False] * (line.end - line.start)
        for one in read:
            self._take(one.start, one.end)
        for zone in _ZONE.finditer(self._source.folded, *line):
            self._take(*zone.span())
        self.updated = [cue.start for cue in self._cues.within("dateline.updated", *line)]
        self.views = [cue.start for cue in self._cues.within("dateline.views", *line)]
        published = self._cues.within("dateline.published", *line)
        self.is_labelled = bool(self.updated or self.views or published)
        if self._cues.starts(_EXPLAINED).any_in(line):
            for group in _EXPLAINED:
                for cue in self._cues.within(group, *line):
                    self._take(cue.start, cue.end)
        printed = zip(self._source.text[line.start : line.end], self._taken, strict=True)
        shown = "".join([" " if taken else char for char, taken in printed])
        self.counts = list(_COUNT.finditer(shown))
        self._words = list(_WORD.finditer(_COUNT.sub(lambda count: " " * len(count[0]), shown)))
        self.words = [match[0] for match in self._words]
        self._read = Range(min(one.start for one in read) - line.start, max(one.end for one in read) - line.start)
        self.is_refused = self._is_refused()

    def _take(self, start: int, end: int) -> None:
        for i in range(max(start, self._line.start) - self._line.start, min(end, self._line.end) - self._line.start):
            self._taken[i] = True

    def _is_refused(self) -> bool:
        if len(self.counts) > _MOST_COUNTS or (self.counts and not self._counts_views()):
            return True
        if len(self.counts) > 1 and self.words:
            return True
        if not self.is_labelled and self._source.text[self._line.end - 1] == ":":
            return True  # “THỨ HAI (04/5/2026):”
        return any(
            not self._taken[cue.start - self._line.start]
            for cue in self._cues.within("dateline.not_published", *self._line)
        )

    def _counts_views(self) -> bool:
        """“| 1456” and “812 lượt xem”, but not the 1 of “1. 5/6/2020”."""
        return bool(self.views) or (not self.words and self.counts[0].start() > 0)

    def is_author(self, *, has_sign: bool) -> bool:
        """Whether the words left are names beside the date: capitalised, and few.

        Args:
            has_sign: whether a clock or a label says that it is a dateline; “Hà Nội, ngày 5/6/2020” ends a letter.
        """
        named = all(word[0].isupper() for word in self.words) and len(self.words) <= _MOST_NAMES
        return named and (has_sign or "|" in self._source.text[self._line.start : self._line.end])

    def is_at_edge(self) -> bool:
        """Whether the words left are one stretch before or behind the date, parted from it by a sign.

        “Kinh tế - 26/4/2023, 11:24”, “26/4/2023 08:10 | Văn phòng Huyện ủy”; a user's name needs no sign. Where they
        tell of a meeting, the line is an entry of a programme.
        """
        if len(self.words) > _MOST_NAMES or any(self._cues.within("meeting.noun", *self._line)):
            return False
        if len(self.words) == 1 and _USER.fullmatch(self.words[0]):
            return True
        first, last = self._words[0].start(), self._words[-1].end()
        text = self._source.text[self._line.start : self._line.end]
        if last <= self._read.start:
            return text[first].isupper() and _PARTING.search(text, last, self._read.start) is not None
        between = text[self._read.end : first]
        return first >= self._read.end and ":" not in between and _PARTING.search(between) is not None

    def is_in_fields(self) -> bool:
        """“Kỹ năng | 11/2/2023 | Trúc Đan”: section, date and author, parted by bars."""
        fields = self._source.text[self._line.start : self._line.end].split("|")
        if len(fields) <= _FEWEST_BARS or self._cues.any_within("meeting.noun", *self._line):
            return False
        return all(len(field.split()) <= _MOST_WORDS_OF_A_FIELD for field in fields)

    def author(self) -> Range | None:
        """The names, if they are one stretch at the head of the line; a section or an office is no author."""
        if not self.words or not (all(word[0].isupper() for word in self.words) or _USER.fullmatch(self.words[0])):
            return None
        end = next((i for i, taken in enumerate(self._taken) if taken), len(self._taken))
        head = self._source.text[self._line.start : self._line.start + end].rstrip(" -–—|,:(•")
        if len(_WORD.findall(head)) != len(self.words):
            return None
        return self._source.trim(self._line.start, self._line.start + len(head))


def _proper(dates: Sequence[SiteDate], left: _Left) -> SiteDate:
    """The date of publication among those of a line: the first that is not said to be an update."""
    if len(dates) > 1 and left.updated and left.updated[0] < dates[0].start:
        return dates[1]
    return dates[0]


def _dateline(scanned: ScannedText, line: Range, date: SiteDate, clocks: Sequence[SiteClock], left: _Left) -> Dateline:
    source = scanned.source
    clock = min(clocks, key=lambda one: max(one.start - date.end, date.start - one.end), default=None)
    start, end = (min(date.start, clock.start), max(date.end, clock.end)) if clock else (date.start, date.end)
    when = source.found(start, end, f"dateline.{'clock' if clock else 'date'}")
    midnight = clock is not None and clock.hour == clock.minute == 0  # what a CMS writes for “no time”
    published = construct(
        FoundDate,
        text=when.text,
        span=when.span,
        rule=when.rule,
        value=date.value,
        last=None,
        time=datetime.time(clock.hour, clock.minute) if clock and not midnight else None,
    )
    views = _views(scanned, line, left)
    covered = end - start + (len(views.text) if views else 0)
    rest = line if covered < line.end - line.start else None
    return Dateline(line, published, views, left.author(), rest, has_seconds=bool(clock and clock.has_seconds))


def _views(scanned: ScannedText, line: Range, left: _Left) -> FoundCount | None:
    """“| 1456”, “Lượt xem: 1.456”: a bare number beside the date counts views."""
    if not left.counts:
        return None
    match = left.counts[0]
    found = scanned.source.found(line.start + match.start(), line.start + match.end(), "dateline.views")
    value = int(re.sub(r"[.,]", "", match[1]))
    return construct(
        FoundCount, text=found.text, span=found.span, rule=found.rule, value=value, qualifier=Qualifier.EXACT
    )


def the_dateline(found: Iterable[tuple[int, Dateline]], title: int | None) -> Dateline | None:
    """The dateline that counts among several.

    A date above the headline is often the page's own, and a clock with seconds shows when the page was fetched: both
    count only where nothing better does.

    Args:
        found: datelines with the numbers of their lines.
        title: number of the headline's line, if there is one.
    """

    def rank(one: tuple[int, Dateline]) -> tuple[bool, bool, int]:
        number, dateline = one
        return title is not None and number < title, dateline.has_seconds, number

    return min(found, key=rank, default=(0, None))[1]


def datelines(scanned: ScannedText, lines: Sequence[Range], numbers: Iterable[int]) -> Iterator[tuple[int, Dateline]]:
    """Datelines among some lines, with their numbers."""
    for i in numbers:
        dateline = read_dateline(scanned, lines[i])
        if dateline is not None:
            yield i, dateline
