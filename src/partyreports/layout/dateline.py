"""The dateline: publication date, clock time and view count, in all their forms.

01/06/2020 | 1456                          (the second number counts views)
28/10/2020 | 11:32 AM
13:12, Thứ Bảy, 19-11-2022
Thứ Tư, 08/04/2015, 08:11 [GMT+7]
( Cập nhật lúc: 09:07, 07/07/2022 )
Văn An và Thu Hà - 07:00, 04/12/2023
7 Tháng 7, 2026
"""

import datetime
import re
from dataclasses import dataclass

from partyreports.construct import construct
from partyreports.grammar.dates import DateReading, find_clock, find_dates
from partyreports.models import FoundCount, FoundDate, Qualifier
from partyreports.text.scanned import ScannedText
from partyreports.text.source import SourceText
from partyreports.text.spans import Range

_MAX_LENGTH = 120
_HEAD_LINES = 8
_TAIL_LINES = 4

# What else may stand in a dateline; the rest must be nothing, or an author's name.
_LABELS = re.compile(
    r"ngày (?:phát hành|đăng|tạo|cập nhật|xuất bản)|đăng (?:ngày|lúc|vào)|cập nhật(?: lần cuối)?(?: lúc|"
    r" ngày)?|xuất bản(?: lúc| ngày)?|phát hành|thời gian|"
    r"lượt (?:xem|đọc|truy cập)|số lượt xem|đã xem|xem|views?|lúc|vào|ngày|thứ +(?:hai|ba|tư|"
    r"năm|sáu|bảy|bẩy|[2-7])|chủ +nhật|hôm nay|t[2-7]\b|cn\b|"
    r"gmt ?[+-] ?\d+(?::\d\d)?|utc ?[+-] ?\d+|giờ|phút|sa\b|ch\b|posted on|published|last updated"
)
# Labels that only a dateline has: with one of these a name may share the line.
_PUBLISHED = re.compile(r"đăng (?:ngày|lúc|vào)|cập nhật|xuất bản|phát hành|lượt (?:xem|đọc)|posted on|published")
_SEPARATORS = re.compile(r"[\s|,;:.\-–—•·()\[\]/'’+*]+")
_COUNT = re.compile(r"(?<![\d/:.,-])(\d{1,3}(?:\.\d{3})+|\d+)(?![\d/:]|[.,-]\d)")
_ZONE = re.compile(r"(?:gmt|utc) ?[+-] ?\d+(?::\d\d)?")
_SITE_CLOCK = re.compile(r"\d{1,2}:\d\d:\d\d")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline and what it says."""

    line: Range
    published: FoundDate
    views: FoundCount | None
    author: Range | None
    """A name that shares the line."""
    rest: Range | None
    """The whole line, when it holds more than date and views."""


def read_dateline(scanned: ScannedText, lines: list[Range]) -> Dateline | None:
    """The dateline among the first and last lines of an article, or None.

    A clock of the site's header (seconds, or before the title while another date follows it) shows
    when the page was fetched, and is passed over.
    """
    candidates = list(range(min(_HEAD_LINES, len(lines))))
    candidates += [i for i in range(max(len(lines) - _TAIL_LINES, 0), len(lines)) if i >= _HEAD_LINES]
    found = [dateline for i in candidates if (dateline := _read(scanned, lines[i])) is not None]
    if not found:
        return None
    source = scanned.source
    clocks = [d for d in found if _SITE_CLOCK.search(source.text, *d.line)]
    proper = [d for d in found if d not in clocks]
    after_title = [d for d in proper if d.line != lines[0]]
    return next(iter(after_title or proper), None)


def _read(scanned: ScannedText, line: Range) -> Dateline | None:
    source = scanned.source
    if line.end - line.start > _MAX_LENGTH:
        return None
    date = next((d for d in find_dates(scanned, *line) if d.value.year is not None and d.last is None), None)
    if date is None:
        return None
    clock = find_clock(scanned, *line)
    rest = _without(source, line, date, (clock.start, clock.end) if clock else None)
    rest = _ZONE.sub(lambda match: " " * len(match[0]), rest)
    counts = list(_COUNT.finditer(rest))
    words = _COUNT.sub(" ", rest)
    labelled = _PUBLISHED.search(words) is not None
    left = _SEPARATORS.sub(" ", _LABELS.sub(" ", words)).strip()
    author = _author(source, line, left) if left else None
    if (left and author is None) or len(counts) > 1:
        return None
    if left and clock is None and not labelled:
        return None  # "Hà Nội, ngày 5/6/2020" ends a letter
    found = source.found(*line, "dateline.line")
    start, end = _extent(date, clock and (clock.start, clock.end))
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
    views = _views(source, line, counts)
    covered = len(when.text) + (len(views.text) if views else 0)
    return Dateline(line, published, views, author, line if covered < len(found.text) else None)


def _extent(date: DateReading, clock: tuple[int, int] | None) -> tuple[int, int]:
    if clock is None:
        return date.start, date.end
    return min(date.start, clock[0]), max(date.end, clock[1])


def _without(source: SourceText, line: Range, date: DateReading, clock: tuple[int, int] | None) -> str:
    """The folded line with date and clock blanked; same length, so that places stay true."""
    rest = list(source.folded[line.start : line.end])
    for start, end in [(date.start, date.end), *([clock] if clock else [])]:
        rest[start - line.start : end - line.start] = " " * (end - start)
    return "".join(rest)


def _views(source: SourceText, line: Range, counts: "list[re.Match[str]]") -> FoundCount | None:
    """“| 1456”, “Lượt xem: 1.456”: a bare number beside the date counts views."""
    if not counts:
        return None
    match = counts[0]
    found = source.found(line.start + match.start(), line.start + match.end(), "dateline.views")
    value = int(match[1].replace(".", ""))
    return construct(
        FoundCount, text=found.text, span=found.span, rule=found.rule, value=value, qualifier=Qualifier.EXACT
    )


def _author(source: SourceText, line: Range, left: str) -> Range | None:
    """Names beside the date: every word capitalised, few of them."""
    words = left.split()
    if len(words) > 8:
        return None
    text = source.text[line.start : line.end]
    head = re.match(r"[^\d|]*", text)
    name = (head[0] if head else "").rstrip(" -–—|,:(")
    plain = [word for word in re.split(r"[\s,.]+", name) if word and word.lower() not in {"và", "theo", "by"}]
    if plain and all(word[0].isupper() for word in plain) and len(plain) <= 8 and not _LABELS.fullmatch(name.lower()):
        return source.trim(line.start, line.start + len(name))
    return None
