"""The period that a meeting reviews, among all those that the article names.

Months, quarters and years stand everywhere in an article. One is the meeting's if the words before it, within the
clause, say that it is looked back on (“sơ kết công tác | 6 tháng đầu năm”, “phiên họp thường kỳ | tháng 2”), and do not
plan for it (“triển khai nhiệm vụ | năm 2021”). Where both are said, the nearer counts, unless it belongs to the
other: “kết quả thực hiện nhiệm vụ | 9 tháng”.
"""

import re
from collections.abc import Collection, Iterator

from partyreports.construct import construct
from partyreports.grammar.periods import PeriodReading, read_periods
from partyreports.grammar.sentences import sentences
from partyreports.layout.article import Article
from partyreports.meeting.details.period_review import DOCUMENT, is_as_long, is_reviewed, last_law, planned
from partyreports.meeting.details.period_year import is_out_of_time, is_over, year_after, year_of
from partyreports.meeting.detection.deciding import MeetingMentions
from partyreports.models import FoundDate, MeetingKind, Period
from partyreports.text.spans import Range

_PARAGRAPHS = 8
"""Paragraphs in which a meeting is introduced; what it reviewed is said there or nowhere."""
_LAST_PARAGRAPH = 30
"""Paragraph until which a report may be told of that was read to the meeting."""
_FIRST = 1500
"""Characters of the first paragraphs together: some pages print one sentence a line."""
_PARAGRAPH = 1500
"""Characters of one of them, from its head."""
_RANK = {
    "period.months": 0,
    "period.half_year": 0,
    "period.quarter": 1,
    "period.month": 2,
    "period.stage": 3,
    "period.bracketed_years": 3,
    "period.from_to_years": 3,
    "period.bare_years": 3,
    "period.first_months": 0,
    "period.two_months": 1,
}
"""The more exact one comes first, a year last."""
_LAST_RANK = 4


def find_period(article: Article, mentions: MeetingMentions, date: FoundDate | None) -> Period | None:
    """The period that the meeting reviewed, from headline, captions and first paragraphs, or None.

    Args:
        article: the article.
        mentions: where the article names the meeting; nothing is given for no meeting.
        date: the meeting's date, for a year that is not printed.
    """
    if not mentions.is_meeting:
        return None
    for sentence in _sentences(article, mentions, is_its_work=_sums_up(article, mentions) is not None):
        if (period := _reviewed_in(article, mentions, date, sentence)) is not None:
            return period
    for sentence in _presented(article):
        period = _reviewed_in(article, mentions, date, sentence)
        if period is not None and not period.rule.startswith(_OF_A_PLAN):
            return period
    return (
        _of_counted_years(article, mentions)
        or _told_first(article, mentions, date)
        or _in_figures(article, mentions, date)
    )


_OF_A_PLAN = ("period.stage", "period.bare_years")
"""Far from the beginning, a stage is that of one report among several."""


def _reviewed_in(article: Article, mentions: MeetingMentions, date: FoundDate | None, sentence: Range) -> Period | None:
    """The period of a sentence that the meeting looked back on."""
    readings = _whole_ones(sorted(read_periods(article, *sentence), key=lambda reading: reading.months.start))
    for reading in sorted(readings, key=lambda reading: _rank(article, reading)):
        if is_reviewed(article, mentions, sentence, reading):
            year = reading.months.year or year_after(reading, readings) or year_of(article, reading, date)
            if year is not None and not is_out_of_time(article, reading, year, date):
                return _period(article, reading, year)
    return None


def _rank(article: Article, reading: PeriodReading) -> int:
    """Which of several periods of one sentence is meant: that of a regular meeting, then the more exact one."""
    if article.cues.ending_at("period.regular", reading.months.start) is not None:
        return -1
    return _RANK.get(reading.rule, _LAST_RANK)


def _whole_ones(readings: list[PeriodReading]) -> list[PeriodReading]:
    """Readings that are no part of a longer one: “năm 2022” of “tháng 6 năm 2022” is none."""
    return [
        one
        for one in readings
        if not any(
            other.months.start <= one.months.start
            and one.months.end <= other.months.end
            and other.months.end - other.months.start > one.months.end - one.months.start
            for other in readings
        )
    ]


def _of_counted_years(article: Article, mentions: MeetingMentions) -> Period | None:
    """“Hai Sở sơ kết ba năm phối hợp. | Từ năm 2015 đến 2018 |, …”: as many years as are summed up."""
    counted = article.lexicon.compile(_SEVERAL_YEARS)
    for sentence in _sentences(article, mentions):
        for cue in article.cues.within("meeting.kind", *sentence):
            years = counted.match(article.source.folded, cue.end) if cue.value in _SUMS_UP else None
            if years is not None:
                for reading in _told(article, _STRETCHES):
                    if is_as_long(article, cue.end, reading, years.end()) and reading.months.year is not None:
                        return _period(article, reading, reading.months.year)
    return None


_SUMS_UP = {"so_ket", "tong_ket"}
_STRETCHES = {"period.stage", "period.from_to_years", "period.bare_years", "period.bracketed_years"}


def _told(article: Article, rules: Collection[str]) -> Iterator[PeriodReading]:
    """Periods of the first paragraphs that some rules read, in reading order."""
    for paragraph in article.layout.body[:_PARAGRAPHS]:
        end = min(paragraph.end, paragraph.start + _PARAGRAPH)
        found = (one for one in read_periods(article, paragraph.start, end) if one.rule in rules)
        yield from sorted(found, key=lambda reading: reading.months.start)


def _told_first(article: Article, mentions: MeetingMentions, date: FoundDate | None) -> Period | None:
    """The period that a sentence of the first paragraphs begins with: “Quý I, toàn ngành đạt …”.

    Only where the meeting looks back on its own work. A month or a stage in this place is mostly that of something
    else, and so is a year but at a review of one: “Năm 2013, cả nước có …”.
    """
    review = _sums_up(article, mentions)
    if review is None:
        return None
    told = _TOLD if review != MeetingKind.TONG_KET.value else {*_TOLD, "period.year"}
    for sentence in _headline_and_first(article):
        for reading in read_periods(article, *sentence):
            is_headline = sentence == article.layout.title and reading.rule in _TOLD
            is_told = reading.rule in told and _opens(article, sentence, reading)
            if is_headline or is_told or (reading.rule in _TOLD and _grew(article, sentence, reading)):
                year = reading.months.year or year_of(article, reading, date) or _year_elsewhere(article, reading)
                if year is not None and is_over(reading, year, date):
                    return _period(article, reading, year)
    return None


def _in_figures(article: Article, mentions: MeetingMentions, date: FoundDate | None) -> Period | None:
    """The period of the first figures that are reported: “Theo Sở, | năm 2017 |, có 69 doanh nghiệp nộp 139 tỷ đồng”.

    Not at a seminar or a talk, where figures serve arguments, nor at the review of a law or of several years.
    """
    kinds = (cue.value for part in _sentences(article, mentions) for cue in article.cues.within("meeting.kind", *part))
    if any(kind in _ARGUES for kind in kinds):
        return None
    source = article.lexicon.compile(f"{_SAID}|{_BY_SOURCE}")
    for sentence in _headline_and_first(article):
        for reading in read_periods(article, *sentence):
            start = reading.months.start
            if reading.rule not in _COUNTED or source.fullmatch(article.source.folded, sentence.start, start) is None:
                continue
            year = reading.months.year or year_of(article, reading, date)
            if year is None or not is_over(reading, year, date) or _may_go_on(reading, date):
                continue
            if _counts(article, reading, sentence.end) and not _is_long_ago(article, year):
                return _period(article, reading, year)
    return None


def _may_go_on(reading: PeriodReading, date: FoundDate | None) -> bool:
    """“Ngày 20/9, … | năm 2020 |”: of a day whose year nobody prints, a period that ends later may not be over."""
    if date is None or date.value.year is not None or date.value.month is None:
        return False
    months, month = reading.months, date.value.month
    return (
        month > _REVIEWED_BY if months.last_month - months.first_month == _REST_OF_YEAR else months.last_month > month
    )


_REVIEWED_BY = 6
"""Month until which the year before is looked back on."""
_REST_OF_YEAR = 11
"""Months of a year after its first."""


def _is_long_ago(article: Article, year: int) -> bool:
    """“Theo Bộ, năm 2013, cả nước có …; | năm 2023 | tăng lên …”: where it began, in a text of ten years later."""
    later = (one.months for one in _told(article, _COUNTED) if one.months.year and one.months.year > year + 1)
    return any(article.cues.ending_at("period.point_in_time", months.start) is None for months in later)


def _counts(article: Article, reading: PeriodReading, end: int) -> bool:
    """Whether figures follow a period, and none that are planned: “năm 2005, vốn | đặt ra | là 53.000 tỉ đồng”."""
    figure = _FIGURE.search(article.source.folded, reading.months.end, min(end, reading.months.end + _TO_FIGURE))
    if figure is None:
        return False
    start, end = reading.months.end, figure.start()
    return planned(article, start, end) is None and not article.cues.any_within("meeting.future", start, end)


_FIGURE = re.compile(r"(?<![\w/.,-])\d[\d.,]*(?= ?%| [^\W\d])")
_TO_FIGURE = 120
"""Characters from a period to its first figure."""
_COUNTED = {"period.months", "period.half_year", "period.quarter", "period.year"}
_ARGUES = {"toa_dam", "so_ket", "tong_ket", "dai_hoi", "lam_viec"}
_LEADS_IN = r"(?:trong |cả |tính (?:chung|trong) )?"
_BY_SOURCE = r"theo [^.;:]{1,110}, ?" + _LEADS_IN


def _headline_and_first(article: Article) -> Iterator[Range]:
    """The headline, then the sentences of the first paragraphs."""
    if article.layout.title is not None:
        yield article.layout.title
    room = _FIRST
    for paragraph in article.layout.body[:_LAST_PARAGRAPH]:
        if room <= 0:
            return
        yield from sentences(article.source, paragraph.start, min(paragraph.end, paragraph.start + _PARAGRAPH))
        room -= paragraph.end - paragraph.start


def _opens(article: Article, sentence: Range, reading: PeriodReading) -> bool:
    """Whether a sentence, or what somebody says in it, begins with a period."""
    folded, (start, end) = article.source.folded, reading.months[:2]
    if article.lexicon.compile(_SAID).fullmatch(folded, sentence.start, start) is not None:
        return True
    return folded[end : end + 1] == "," and _OPENING.fullmatch(folded, sentence.start, start) is not None


_SAID = r"[^.;:“”]{2,140} {meeting.tells_figures},? (?:\w+,? )?(?:trong )?"


def _grew(article: Article, sentence: Range, reading: PeriodReading) -> bool:
    """“Ông An cho biết tổng sản phẩm trong nước | quý I/2018 | ước tăng 7,3%”."""
    said = article.lexicon.compile(_SAID_OF).fullmatch(article.source.folded, sentence.start, reading.months.start)
    end = reading.months.end
    return (
        said is not None and article.lexicon.compile(_GREW).match(article.source.folded, end, sentence.end) is not None
    )


_GREW = r" (?:\w+ ){0,2}?{period.grew} \d"
_SAID_OF = r"(?:[^.;:“”\n]{2,160} {meeting.tells_figures}|theo đó),? [^.;:“”\n\d]{2,60} "


def _year_elsewhere(article: Article, reading: PeriodReading) -> int | None:
    """“GDP | quý I | tăng mạnh”, and below “tổng sản phẩm | quý I/2018 |”."""
    months = reading.months
    return next(
        (
            one.months.year
            for one in _told(article, {reading.rule})
            if one.months.year is not None
            and (one.months.first_month, one.months.last_month) == (months.first_month, months.last_month)
        ),
        None,
    )


def _sums_up(article: Article, mentions: MeetingMentions) -> str | None:
    """The kind of a meeting that looks back on a piece of its work, and not on a law or on several years."""
    stretch = article.lexicon.compile(f"{_SEVERAL_YEARS}|{_CARRYING_OUT}")
    for sentence in _sentences(article, mentions):
        for cue in article.cues.within("meeting.kind", *sentence):
            end = min(sentence.end, cue.end + DOCUMENT)
            is_room = article.cues.ending_at("meeting.building", cue.start) is not None  # “phòng họp | giao ban |”
            is_other = (
                is_room
                or stretch.match(article.source.folded, cue.end)
                or article.cues.any_within("citation.type", cue.end, end)
                or last_law(article, cue.end, end) is not None
            )
            if cue.value in _REVIEWS and not is_other:
                return str(cue.value)
    return None


_REVIEWS = {"giao_ban", "so_ket", "tong_ket", "hop_bao", "phien_hop"}
_SEVERAL_YEARS = r" (?:\d{1,2}|{number_words}) {time.year}(?! {year})"
_CARRYING_OUT = r" (?:việc )?{word.carries_out}"


_OPENING = re.compile(r"(?:theo [^.;:]{2,110}, ?)?" + _LEADS_IN)
_TOLD = {"period.months", "period.half_year", "period.quarter"}


def _sentences(article: Article, mentions: MeetingMentions, *, is_its_work: bool = True) -> Iterator[Range]:
    """The headline, then the sentences that name the meeting or look back, in reading order.

    “Kết quả”, “tình hình” and “đánh giá” in a sentence without the meeting tell of its work only if it sums that up.
    """
    layout, heading = article.layout, article.lexicon.compile(_HEADING)
    if layout.title is not None:
        yield layout.title
    for paragraph in (*layout.body[:_PARAGRAPHS], *layout.captions):
        end = min(paragraph.end, paragraph.start + _PARAGRAPH)
        for sentence in sentences(article.source, paragraph.start, end):
            names = any(sentence.start <= mention.start < sentence.end for mention in mentions.mentions)
            looks_back = (one.entry.flags for one in article.cues.within("period.review", *sentence))
            tells = any(is_its_work or "weak" not in flags or "read_out" in flags for flags in looks_back)
            if names or tells or heading.match(article.source.folded, *sentence):
                yield sentence


_HEADING = (
    r"(?:[•*+–-] ?)?(?:(?:{roman}|\d{1,2})[.)/] ?)?{period.review} [^.;:“”\n]{2,60}?{year}(?=[:.]| \d{1,2}[.)]|$)"
)
"""“I. Kết quả năm 2021”, a line of its own or the beginning of a list."""


def _presented(article: Article) -> Iterator[Range]:
    """Far from the beginning, sentences that tell of a report: “Đọc báo cáo tổng kết công tác năm 2014, …”."""
    for paragraph in article.layout.body[_PARAGRAPHS:_LAST_PARAGRAPH]:
        end = min(paragraph.end, paragraph.start + _PARAGRAPH)
        if article.cues.any_within("period.presented", paragraph.start, end):
            for sentence in sentences(article.source, paragraph.start, end):
                if article.cues.any_within("period.presented", *sentence):
                    yield sentence


def _period(article: Article, reading: PeriodReading, year: int) -> Period:
    first, last = reading.months.dates(year)
    text, span = article.source.quoted(reading.months.start, reading.months.end)
    rule = reading.rule if reading.months.year else reading.rule + "_year_inferred"
    return construct(Period, text=text, span=span, rule=rule, start=first, end=last)
