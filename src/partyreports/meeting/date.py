"""When the meeting took place, among all the dates of an article.

The date of the meeting stands in a sentence that names the meeting: “Sáng 23-8, Đảng ủy … tổ chức
hội nghị”, “… tại Hội nghị giao ban chiều 1-6-2020”. Dates of documents, deadlines, anniversaries and
earlier meetings are told apart by the words before them. A year that is not printed comes from the
dateline, or from the meeting's own name if that carries the same month; from nowhere else.
"""

import datetime
import re
from dataclasses import dataclass
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from partyreports.construct import construct
from partyreports.grammar.dates import DateReading, find_dates, find_months
from partyreports.grammar.sentences import iter_sentences
from partyreports.layout.article import Article
from partyreports.layout.segmentation import Layout
from partyreports.meeting.detection import MeetingMentions
from partyreports.models import FoundDate, FoundPassage, PartialDate, PartOfDay
from partyreports.text.source import SourceText
from partyreports.text.spans import Range

_REGION = 3000
"""Longest part of a paragraph, from its head, that is searched for the meeting's date."""

# "Nghị quyết 11/NQ-CP ngày 30/1", "Kết luận số 5 ngày …": the date is the document's
_DOCUMENT = re.compile(
    r"(?:nghị quyết|quyết định|chỉ thị|nghị định|kết luận|thông báo|công văn|kế hoạch|thông tư|"
    r"quy định|công điện|luật|đề án|văn bản|tờ trình|hướng dẫn|pháp lệnh|báo cáo|/[a-zđ][\w-]*)"
    r"[^,;.]{0,60},? (?:ban hành |ký )?ngày $"
)
# "từ ngày", "trước ngày", "tính đến", "nhân ngày", "sinh ngày": a date of something else
_NOT_THE_MEETING = re.compile(
    r"(?:tính đến|tính từ|trước|hết|sinh|nhân|kỷ niệm|kể từ|thành lập|truyền thống|bầu cử|chậm nhất|"
    r"muộn nhất|hoàn thành|có hiệu lực|hiệu lực từ|phiên họp|hạn|cuối)(?: (?:đến|từ|vào))? (?:ngày )?$"
    r"|(?:từ|đến)(?: hết)? (?:ngày |sáng |chiều )?$"
)
_LONGEST_NOT = len("truyền thống đến ngày ")
_BEFORE_NOW = re.compile(r"trước đó|trước đây|năm ngoái|lần trước|tuần trước|tháng trước|phiên họp trước|sẽ |dự kiến")
_PART = re.compile(
    r"(?<!\w)(?:\d{1,2} ?(?:giờ|h) ?(?:\d\d)? ?)?(?P<part>sáng|trưa|chiều|tối)(?: tối)?(?: sớm)?(?: nay|"
    r" qua| cùng ngày)?[ ,]*(?:\(|ngày|thứ \w+|chủ nhật|vào|mùng|[ ,])*$"
)
_HEAD = re.compile(
    r"[(–\- \"]*(?P<head>(?:vào |trong |sau )?(?:hai |2 |ba |3 |các )?"
    r"(?:(?:rạng )?sáng|trưa|chiều|tối|đêm|ngày|hôm|\d{1,2}h))"
)
_RELATIVE = re.compile(
    r"(?<!\w)(?P<part>sáng|trưa|chiều|tối|hôm) (?P<day>nay|qua)(?![\w-])(?! *[(,]? ?\d{1,2} ?[/.-] ?\d)"
)
_PARTS = {part.value: part for part in PartOfDay}


@dataclass(frozen=True, slots=True)
class MeetingDate:
    """Date and part of day of the meeting, each with the words that say it."""

    date: FoundDate | None = None
    part_of_day: PartOfDay | None = None
    part_words: FoundPassage | None = None


class _Candidate(NamedTuple):
    score: int
    order: int
    reading: DateReading
    sentence: Range


def find_date(article: Article, occasion: MeetingMentions) -> MeetingDate:
    """First (and last) day of the reported meeting, and its part of day.

    Args:
        article: the article.
        occasion: where the article speaks of the meeting; nothing is given for no meeting.
    """
    source, layout = article.source, article.layout
    if not occasion.is_meeting:
        return MeetingDate()
    best = max(_candidates(source, occasion), key=lambda c: (c.score, -c.order), default=None)
    if best is not None and best.score > 0:
        reading = best.reading
        value, rule = _with_year(source, layout, best)
        found = source.found(reading.start, reading.end, rule)
        last = reading.last and (reading.last if reading.last.year else _in_year(reading.last, value.year))
        date = _found_date(found, value, last)
        return _with_part(source, reading, date)
    return _relative(source, layout, occasion)


def _candidates(source: SourceText, occasion: MeetingMentions) -> list[_Candidate]:
    """Dates that may be the meeting's, up to the region behind which none can be surer."""
    found: list[_Candidate] = []
    for order, region in enumerate(occasion.regions[:12]):
        end = min(region.end, region.start + _REGION)
        readings = list(find_dates(source, region.start, end))
        if not readings:
            continue
        parts = iter_sentences(source, region.start, end)  # (the first date stands near the head of most)
        sentence = next(parts, region)
        for reading in readings[:20]:
            while sentence.end <= reading.start:
                sentence = next(parts, region)
            score = _score(source, occasion, reading, sentence)
            if score > 0:
                found.append(_Candidate(score - _handicap(order), order, reading, sentence))
        if found and max(candidate.score for candidate in found) >= _SUREST - _handicap(order + 1):
            break
    return found


def _handicap(order: int) -> int:
    """What the first regions are surer by."""
    return min(order, 3)


_AT_HEAD, _AFTER_PART, _WITH_MENTION, _BESIDE_MENTION = 5, 3, 4, 1
_SUREST = _AT_HEAD + _AFTER_PART + _WITH_MENTION + _BESIDE_MENTION


def _score(source: SourceText, occasion: MeetingMentions, reading: DateReading, sentence: Range) -> int:
    """How surely a date is the meeting's; 0 or less: it is not."""
    folded = source.folded
    before = folded[max(sentence.start, reading.start - 90) : reading.start]
    if before.endswith("ngày ") and _DOCUMENT.search(before):
        return 0
    if _NOT_THE_MEETING.search(before[-_LONGEST_NOT:]) and not (reading.last and before.endswith(("từ ", "từ ngày "))):
        return 0  # (but “từ 6 đến 8/4” are the meeting's own days)
    if _BEFORE_NOW.search(before):
        return 0
    mentions = [m for m in occasion.mentions if sentence.start <= m.start < sentence.end]
    score = 0
    head = _HEAD.match(folded, sentence.start, sentence.end)
    if head and reading.start - head.start("head") < 24:
        score += _AT_HEAD
    if _part_before(folded, reading.start - len(before), reading.start):
        score += _AFTER_PART
    elif before.endswith(("ngày ", "ngày (", "hôm ")):
        score += 2
    if mentions:
        score += _WITH_MENTION
        if min(abs(reading.start - m.end) for m in mentions) < 60:
            score += _BESIDE_MENTION
    elif score < _AT_HEAD:
        return 0
    else:
        score -= 2
    return score


def _with_year(source: SourceText, layout: Layout, best: _Candidate) -> tuple[PartialDate, str]:
    value = best.reading.value
    if value.year is not None:
        return value, "date.printed"
    for month in find_months(source, best.sentence.start, best.sentence.end):
        if month.value.month == value.month:
            return _in_year(value, month.value.year), "date.year_of_meeting_name"
    published = layout.published.value if layout.published else None
    if published is None or published.year is None:
        return value, "date.without_year"
    year = published.year - 1 if (value.month or 0) > (published.month or 12) + 1 else published.year
    return _in_year(value, year), "date.year_of_dateline"


def _in_year(value: PartialDate, year: int | None) -> PartialDate:
    """The date in a year, if the calendar has it (29 February)."""
    try:
        return PartialDate(year=year, month=value.month, day=value.day)
    except ValueError:
        return value


def _with_part(source: SourceText, reading: DateReading, date: FoundDate) -> MeetingDate:
    start = max(source.line_at(reading.start).start, reading.start - 34)
    match = _part_before(source.folded, start, reading.start)
    if match is None:
        return MeetingDate(date)
    words = source.found(match.start("part"), match.end("part"), "part_of_day.beside_date")
    return MeetingDate(date, _PARTS[match["part"]], words)


def _part_before(folded: str, start: int, end: int) -> "re.Match[str] | None":
    """The part of day in `[start, end)` that leads up to the date at `end`: “sáng ngày | 1-6”."""
    if not any(folded.find(part, start, end) >= 0 for part in _PARTS):
        return None
    return _PART.search(folded, start, end)


def _relative(source: SourceText, layout: Layout, occasion: MeetingMentions) -> MeetingDate:
    """“Sáng nay”, “hôm qua” beside a mention of the meeting, against the dateline."""
    for region in occasion.regions[:4]:
        for match in _RELATIVE.finditer(source.folded, region.start, min(region.end, region.start + _REGION)):
            if not any(abs(m.start - match.end()) < 200 for m in occasion.mentions):
                continue
            part = _PARTS.get(match["part"])
            words = source.found(match.start(), match.end(), "date.relative_to_dateline")
            published = layout.published.value.to_date() if layout.published else None
            if published is None:
                return MeetingDate(None, part, words if part else None)
            day = published - relativedelta(days=match["day"] == "qua")
            return MeetingDate(_dated(words, day), part, words if part else None)
    return MeetingDate()


def _dated(words: FoundPassage, day: datetime.date) -> FoundDate:
    return _found_date(words, construct(PartialDate, year=day.year, month=day.month, day=day.day), None)


def _found_date(words: FoundPassage, value: PartialDate, last: PartialDate | None) -> FoundDate:
    return construct(FoundDate, text=words.text, span=words.span, rule=words.rule, value=value, last=last, time=None)
