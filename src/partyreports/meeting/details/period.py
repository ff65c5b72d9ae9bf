"""The period that a meeting reviews, among all those that the article names.

Months, quarters and years stand everywhere in an article. One is the meeting's if the words before it, within the
clause, say that it is looked back on (“sơ kết công tác | 6 tháng đầu năm”, “phiên họp thường kỳ | tháng 2”), and do not
plan for it (“triển khai nhiệm vụ | năm 2021”). Where both are said, the nearer counts, unless it belongs to the
other: “kết quả thực hiện nhiệm vụ | 9 tháng”.
"""

import re
from collections.abc import Collection, Iterator

from partyreports.construct import construct
from partyreports.grammar.numbers import word_value
from partyreports.grammar.periods import PeriodReading, read_periods
from partyreports.grammar.sentences import sentences
from partyreports.layout.article import Article
from partyreports.meeting.details.period_year import is_over, is_unfinished, year_after, year_of
from partyreports.meeting.detection.deciding import MeetingMentions
from partyreports.models import FoundDate, MeetingKind, Period
from partyreports.text.cues import Cue
from partyreports.text.spans import Range

_PARAGRAPHS = 8
"""Paragraphs in which a meeting is introduced; what it reviewed is said there or nowhere."""
_LAST_PARAGRAPH = 30
"""Paragraph until which a report may be told of that was read to the meeting."""
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
    for sentence in _sentences(article, mentions):
        if (period := _reviewed_in(article, mentions, date, sentence)) is not None:
            return period
    for sentence in _presented(article):
        period = _reviewed_in(article, mentions, date, sentence)
        if period is not None and not period.rule.startswith(_OF_A_PLAN):
            return period
    return _of_counted_years(article, mentions) or _told_first(article, mentions, date)


_OF_A_PLAN = ("period.stage", "period.bare_years")
"""Far from the beginning, a stage is that of one report among several."""


def _reviewed_in(article: Article, mentions: MeetingMentions, date: FoundDate | None, sentence: Range) -> Period | None:
    """The period of a sentence that the meeting looked back on."""
    readings = _whole_ones(sorted(read_periods(article, *sentence), key=lambda reading: reading.months.start))
    for reading in sorted(readings, key=lambda reading: _rank(article, reading)):
        if _is_reviewed(article, mentions, sentence, reading):
            year = reading.months.year or year_after(reading, readings) or year_of(article, reading, date)
            if year is not None and not is_unfinished(article, reading, year, date):
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
                    if _is_as_long(article, cue.end, reading, years.end()) and reading.months.year is not None:
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
    for paragraph in article.layout.body[:_PARAGRAPHS]:
        end = min(paragraph.end, paragraph.start + _PARAGRAPH)
        for sentence in sentences(article.source, paragraph.start, end):
            for reading in read_periods(article, *sentence):
                if reading.rule in told and _opens(article, sentence, reading):
                    year = reading.months.year or year_of(article, reading, date)
                    if year is not None and is_over(reading, year, date):
                        return _period(article, reading, year)
    return None


def _opens(article: Article, sentence: Range, reading: PeriodReading) -> bool:
    """Whether a sentence, or what somebody says in it, begins with a period."""
    folded, (start, end) = article.source.folded, reading.months[:2]
    if article.lexicon.compile(_SAID).fullmatch(folded, sentence.start, start) is not None:
        return True
    return folded[end : end + 1] == "," and _OPENING.fullmatch(folded, sentence.start, start) is not None


_SAID = r"[^.;:“”]{2,140} {meeting.tells_figures},? (?:\w+,? )?(?:trong )?"


def _sums_up(article: Article, mentions: MeetingMentions) -> str | None:
    """The kind of a meeting that looks back on a piece of its work, and not on a law or on several years."""
    stretch = article.lexicon.compile(f"{_SEVERAL_YEARS}|{_CARRYING_OUT}")
    for sentence in _sentences(article, mentions):
        for cue in article.cues.within("meeting.kind", *sentence):
            end = min(sentence.end, cue.end + _DOCUMENT)
            is_room = article.cues.ending_at("meeting.building", cue.start) is not None  # “phòng họp | giao ban |”
            is_other = (
                is_room
                or stretch.match(article.source.folded, cue.end)
                or any(article.cues.any_within(group, cue.end, end) for group in ("citation.type", "period.law"))
            )
            if cue.value in _REVIEWS and not is_other:
                return str(cue.value)
    return None


_REVIEWS = {"giao_ban", "so_ket", "tong_ket", "hop_bao", "phien_hop"}
_SEVERAL_YEARS = r" (?:\d{1,2}|{number_words}) {time.year}(?! {year})"
_CARRYING_OUT = r" (?:việc )?{word.carries_out}"


_OPENING = re.compile(r"(?:theo [^.;:]{2,110}, ?)?(?:trong |cả |tính (?:chung|trong) )?")
_TOLD = {"period.months", "period.half_year", "period.quarter"}


def _sentences(article: Article, mentions: MeetingMentions) -> Iterator[Range]:
    """The headline, then the sentences that name the meeting or look back, in reading order."""
    layout = article.layout
    if layout.title is not None:
        yield layout.title
    for paragraph in (*layout.body[:_PARAGRAPHS], *layout.captions):
        end = min(paragraph.end, paragraph.start + _PARAGRAPH)
        for sentence in sentences(article.source, paragraph.start, end):
            names = any(sentence.start <= mention.start < sentence.end for mention in mentions.mentions)
            if names or article.cues.any_within("period.review", *sentence):
                yield sentence


def _presented(article: Article) -> Iterator[Range]:
    """Far from the beginning, sentences that tell of a report: “Đọc báo cáo tổng kết công tác năm 2014, …”."""
    for paragraph in article.layout.body[_PARAGRAPHS:_LAST_PARAGRAPH]:
        end = min(paragraph.end, paragraph.start + _PARAGRAPH)
        if article.cues.any_within("period.presented", paragraph.start, end):
            for sentence in sentences(article.source, paragraph.start, end):
                if article.cues.any_within("period.presented", *sentence):
                    yield sentence


def _is_reviewed(article: Article, mentions: MeetingMentions, sentence: Range, reading: PeriodReading) -> bool:
    """Whether the words before a period say that the meeting looked back on it."""
    cues, start = article.cues, reading.months.start
    if reading.rule == "period.term" or _is_of_an_edition(article, sentence, reading):
        return False
    clause = _clause_start(article, sentence, start)
    review = _review(article, mentions, sentence, clause, start)
    if _is_a_time(article, review, start) or _is_of_law(article, clause, review, reading):
        return False
    if review is not None and any(cues.any_within(group, review.end, start) for group in _SPEECH):
        review = None  # “tại họp báo, ông An cho biết năm 2020 …”
    if review is None:
        return not cues.any_within("period.plan", clause, start) and _is_in_name(article, mentions, clause, reading)
    if (
        _is_in_document_name(article, clause, review.start)
        or _is_of_an_event(article, review, reading)
        or _is_to_come(article, mentions, clause, review.start)
    ):
        return False
    plan = cues.last_within("period.plan", clause, start)
    if plan is not None and not _belongs(article, review.end, plan.start):
        return review.start > plan.start
    is_stage = reading.rule in _STAGES
    return not is_stage or not _is_of_document(article, review.end, start) or _is_as_long(article, review.end, reading)


def _review(article: Article, mentions: MeetingMentions, sentence: Range, clause: int, start: int) -> Cue | None:
    """The last word for looking back before a period, in its clause.

    “Kết quả”, “tình hình” and “đánh giá” stand everywhere. They count in the headline, for work (“tình hình kinh tế”),
    or if it is the meeting that looks back (“họp đánh giá …”, but not “tại phiên họp, ông An dẫn kết quả kỳ thi …”).
    """
    cues = article.cues
    review = cues.last_within("period.review", clause, start)
    if review is None or "weak" not in review.entry.flags:
        return review
    if cues.at("period.of_something_else", review.end + 1) is not None:
        return None
    if sentence == article.layout.title or cues.any_within("period.work", review.end, start):
        return review
    is_heading = start - review.end <= 1 and not any(cues.any_within(group, clause, review.start) for group in _SPEECH)
    named = max((mention.end for mention in mentions.mentions if clause <= mention.start < review.start), default=None)
    is_said = named is None or any(cues.any_within(group, named, review.start) for group in _SPEECH)
    return None if is_said and not is_heading else review


def _is_a_time(article: Article, review: Cue | None, start: int) -> bool:
    """“đến | năm 2030”, “vào | tháng 6”: when something is; but “đánh giá kết quả | trong | tháng 6” looks back."""
    time = article.cues.ending_at("period.point_in_time", start)
    if time is None:
        return False
    is_within = article.source.folded[time.start : time.end] == "trong"
    return not is_within or review is None or not _is_right_before(article, review.end, start)


def _is_of_law(article: Article, clause: int, review: Cue | None, reading: PeriodReading) -> bool:
    """“Luật Đất đai | năm 2013”; but a project is summed up: “tổng kết Đề án … | giai đoạn 2009–2020”."""
    law = article.cues.last_within("period.law", max(clause, reading.months.start - _LAW), reading.months.start)
    if law is None or article.cues.at("period.honours", law.start) is not None:
        return False
    return review is None or reading.rule not in _STAGES or law.start - review.end > 1


def _is_in_name(article: Article, mentions: MeetingMentions, clause: int, reading: PeriodReading) -> bool:
    """“Hội nghị Ban Chấp hành | tháng 4”, “Đại hội thi đua yêu nước | giai đoạn 2015–2020”: it is in the name."""
    start = reading.months.start
    honours = reading.rule in _STAGES and article.cues.any_within("period.honours", max(clause, start - _NAME), start)
    if not (honours or reading.rule in _NAMED) or article.cues.ending_at("period.point_in_time", start) is not None:
        return False
    return any(
        clause <= mention.start
        and 0 <= start - mention.end <= _NAME
        and not _NAME_END.search(article.source.folded, mention.end, start)
        and not article.cues.any_within("period.point_in_time", mention.end, start)
        for mention in (*mentions.mentions, *_of_title(mentions))
    )


def _of_title(mentions: MeetingMentions) -> Iterator[Range]:
    title = None if mentions.telling is None else mentions.telling.title
    if title is not None:
        yield from (Range(mention.start, mention.end) for mention in title.own)


def _is_right_before(article: Article, review_end: int, start: int) -> bool:
    """“đánh giá | kết quả thực hiện nhiệm vụ | trong tháng 6”, but not “đánh giá cao nỗ lực của …, trong năm 2018”."""
    return start - review_end <= _NEAR and _ROW.search(article.source.folded, review_end, start) is None


_NEAR = 44
"""Characters between a word for looking back and “trong tháng 6”."""


def _is_to_come(article: Article, mentions: MeetingMentions, clause: int, review: int) -> bool:
    """“chúng ta | sẽ | vượt qua khó khăn, đạt kết quả tốt năm 2020”: what is hoped for, not what a meeting reviews."""
    if article.cues.any_within("period.outline", clause, review):
        return True
    future = article.cues.last_within("meeting.future", clause, review)
    return future is not None and not any(future.end <= mention.start <= review for mention in mentions.mentions)


_SPEECH = ("meeting.speech", "period.said")
_STAGES = {"period.stage", "period.bare_years"}
_NAMED = {"period.month", "period.quarter", "period.months", "period.half_year"}
"""Periods that a meeting's name holds without a word for looking back; a year may be its edition."""
_NAME = 100
"""Characters from “hội nghị” to the period in its name."""


def _is_in_document_name(article: Article, clause: int, review: int) -> bool:
    """“Nghị quyết phiên họp Chính phủ thường kỳ tháng 6”: what is reviewed is in a document's name."""
    document = article.cues.last_within("citation.type", max(clause, review - _DOCUMENT), review)
    if document is None or article.cues.at("period.plan", document.start) is not None:
        return False
    noun = article.cues.first_within("meeting.noun", document.end, review)
    if noun is None or article.source.folded.endswith("tại ", document.end, noun.start):
        return False
    return _NAME_END.search(article.source.folded, document.end, noun.start) is None


def _is_of_an_edition(article: Article, sentence: Range, reading: PeriodReading) -> bool:
    """“Liên hoan phim lần thứ 21 | năm 2019 |”; but “Đại hội thi đua lần thứ VI | giai đoạn 2014–2019 |” sums up."""
    folded, start = article.source.folded, reading.months.start
    return reading.rule == "period.year" and _EDITION.search(folded, sentence.start, start) is not None


def _is_of_an_event(article: Article, review: Cue, reading: PeriodReading) -> bool:
    """“tổng kết | Hội nghị xúc tiến đầu tư | năm 2022”, “họp báo về lễ hội năm 2022”: the year that it was held in."""
    if reading.rule != "period.year":
        return False
    start = reading.months.start
    if article.cues.at("meeting.noun", review.end + 1) is not None:
        return True
    kind = article.cues.at("meeting.kind", review.start)
    is_to_the_press = kind is not None and kind.value == MeetingKind.HOP_BAO.value
    return is_to_the_press and not article.cues.any_within("period.work", review.end, start)


_DOCUMENT = 60
"""Characters from “Nghị quyết” to “thường kỳ” in the name of a document that names its meeting."""


def _is_of_document(article: Article, start: int, end: int) -> bool:
    """“sơ kết Nghị quyết về du lịch giai đoạn 2016–2020”: the stage is the document's."""
    documents = article.cues.within("citation.type", start, end)
    return any(
        article.cues.at("period.plan", document.start) is None
        and not (document.start - start <= 1 and article.cues.at("period.law", document.start) is not None)
        for document in documents
    )


def _is_as_long(article: Article, start: int, reading: PeriodReading, end: int | None = None) -> bool:
    """“tổng kết | 10 năm thực hiện Nghị quyết 5 | giai đoạn 2012–2022”: the years reviewed are those of the stage."""
    end = reading.months.start if end is None else end
    found = article.lexicon.compile(_YEARS).search(article.source.folded, start, end)
    if found is None or reading.months.year is None or reading.months.last_year is None:
        return False
    printed = found["n"]
    count = int(printed) if printed.isdigit() else word_value(printed)
    years = reading.months.last_year - reading.months.year
    return count in (years, years + 1)


_YEARS = r"(?<![\w.,/-])(?P<n>\d{1,2}|{number_words}) {time.year}(?!\w)"
_EDITION = re.compile(r" thứ \w+,? $")
"""“Liên hoan phim lần thứ 21 | năm 2019 |”."""
_LAW = 40
"""Characters before a year within which a law is named: “Luật Bảo vệ môi trường năm 2020”."""
_CLAUSE = re.compile(r"[;:“”\n]")
_NAME_END = re.compile(r"[,.;:“”]")
# What ends the reach of “kết quả” in “kết quả thực hiện nhiệm vụ”: another member of a row.
_ROW = re.compile(r" và |[,;]")


def _clause_start(article: Article, sentence: Range, position: int) -> int:
    start = sentence.start
    for match in _CLAUSE.finditer(article.source.folded, sentence.start, position):
        start = match.end()
    return start


def _belongs(article: Article, review_end: int, plan_start: int) -> bool:
    """Whether a planning word is what is reviewed: “kết quả thực hiện | nhiệm vụ”."""
    return review_end <= plan_start and not _ROW.search(article.source.folded, review_end, plan_start)


def _period(article: Article, reading: PeriodReading, year: int) -> Period:
    first, last = reading.months.dates(year)
    text, span = article.source.quoted(reading.months.start, reading.months.end)
    rule = reading.rule if reading.months.year else reading.rule + "_year_inferred"
    return construct(Period, text=text, span=span, rule=rule, start=first, end=last)
