"""Whether the words around a period say that the meeting looked back on it."""

import re
from collections.abc import Iterator

from partyreports.grammar.numbers import word_value
from partyreports.grammar.periods import PeriodReading
from partyreports.layout.article import Article
from partyreports.meeting.detection.deciding import MeetingMentions
from partyreports.models import MeetingKind
from partyreports.text.cues import Cue
from partyreports.text.spans import Range


def is_reviewed(article: Article, mentions: MeetingMentions, sentence: Range, reading: PeriodReading) -> bool:
    """Whether the words before a period say that the meeting looked back on it."""
    cues, start = article.cues, reading.months.start
    if reading.rule == "period.term" or _is_of_an_edition(article, sentence, reading) or _is_of_a_day(article, reading):
        return False
    clause = _clause_start(article, sentence, start)
    review = _review(article, mentions, sentence, clause, start)
    if review is None and article.source.folded.startswith(_NEXT_OF_A_ROW, clause - 1):
        clause = _clause_start(article, sentence, clause - 1)
        review = _review(article, mentions, sentence, clause, start)
    if review is None and reading.rule in _STAGES:
        review = article.cues.last_within("period.supervises", clause, start) or _supervised(article, clause, start)
    if _is_a_time(article, review, reading) or _is_of_law(article, clause, review, reading):
        return False
    if review is not None and _is_said(article, review.end, reading):
        review = None  # “tại họp báo, ông An cho biết năm 2020 …”
    if review is None:
        return not cues.any_within("period.plan", clause, start) and _is_in_name(article, mentions, clause, reading)
    if (
        _is_in_document_name(article, clause, review.start)
        or _is_of_an_event(article, review, reading)
        or _is_to_come(article, mentions, sentence, clause, review.start)
    ):
        return False
    plan = planned(article, clause, start)
    if plan is not None and not _belongs(article, review, plan):
        return review.start > plan.start
    is_stage = reading.rule in _STAGES
    is_of_document = is_stage and _is_of_document(article, review.end, start)
    return not is_of_document or is_as_long(article, review.end, reading) or _sums_up_whole(article, review, start)


def _supervised(article: Article, clause: int, start: int) -> Cue | None:
    """“| đoàn giám sát | làm việc với Sở về việc thực hiện chính sách giai đoạn 2016–2020”: what was carried out."""
    body = article.cues.last_within("period.supervising_body", clause, start)
    if body is None or article.cues.any_within("period.point_in_time", start - _RIGHT_BEFORE, start):
        return None
    return body if article.lexicon.compile(_HOW_IT_WENT).search(article.source.folded, body.end, start) else None


_RIGHT_BEFORE = 5
"""Characters of “trong ”, “đến ”."""
_HOW_IT_WENT = r" (?:về|{period.review}) (?:\w+ ){0,3}{period.carries_out}(?!\w)"


def _sums_up_whole(article: Article, review: Cue, start: int) -> bool:
    """“tổng kết thực hiện Nghị quyết liên tịch | giai đoạn 2000–2011 |”, but not “sơ kết”, nor “tổng kết 3 năm”."""
    kind = article.cues.at("meeting.kind", review.start)
    is_summary = kind is not None and kind.value == MeetingKind.TONG_KET.value
    return is_summary and article.lexicon.compile(_YEARS).search(article.source.folded, review.end, start) is None


def _review(article: Article, mentions: MeetingMentions, sentence: Range, clause: int, start: int) -> Cue | None:
    """The last word for looking back before a period, in its clause.

    “Kết quả”, “tình hình” and “đánh giá” stand everywhere. They count in the headline, for work (“tình hình kinh tế”),
    or if it is the meeting that looks back (“họp đánh giá …”, but not “tại phiên họp, ông An dẫn kết quả kỳ thi …”).
    """
    cues = article.cues
    review = cues.last_within("period.review", clause, start)
    if review is None or "weak" not in review.entry.flags:
        return review
    if any(cues.at(group, review.end + 1) is not None for group in ("period.of_something_else", "meeting.noun.talk")):
        return None
    if sentence == article.layout.title or cues.any_within("period.work", review.end, start):
        return review
    is_heading = start - review.end <= 1 and not any(cues.any_within(group, clause, review.start) for group in _SPEECH)
    named = max((mention.end for mention in mentions.mentions if clause <= mention.start < review.start), default=None)
    is_said = named is None or any(cues.any_within(group, named, review.start) for group in _SPEECH)
    return None if is_said and not is_heading else review


def _is_a_time(article: Article, review: Cue | None, reading: PeriodReading) -> bool:
    """“đến | năm 2030”, “vào | tháng 6”: when something is; but “đánh giá kết quả | trong | tháng 6” looks back."""
    start, folded = reading.months.start, article.source.folded
    time = article.cues.ending_at("period.point_in_time", start)
    if time is None:
        return False
    if review is None or folded[time.start : time.end] != _WITHIN:
        return True
    is_of_what_was_done = reading.rule in _SEVERAL_MONTHS and not folded.endswith(", ", review.end, time.start)
    return not is_of_what_was_done and not _is_right_before(article, review.end, start)


_WITHIN = "trong"
_SEVERAL_MONTHS = {"period.months", "period.half_year", "period.quarter", "period.school_year"}


def _is_of_law(article: Article, clause: int, review: Cue | None, reading: PeriodReading) -> bool:
    """“Luật Đất đai | năm 2013”; but a project is summed up: “tổng kết Đề án … | giai đoạn 2009–2020”."""
    if reading.rule in _SEVERAL_MONTHS:
        return False
    law = last_law(article, max(clause, reading.months.start - _LAW), reading.months.start)
    if law is None or article.cues.at("period.honours", law.start) is not None:
        return False
    return review is None or reading.rule not in _STAGES or law.start - review.end > 1


_PART = r"(?<!\w){period.part_of_years} $"
_HALF = r"(?<!\w){period.half_of_school}[^.;:,\n]{1,6}$"
"""“học kỳ I | năm học 2018–2019”: of which only a part is looked back on, whose months nobody prints."""


def last_law(article: Article, start: int, end: int) -> Cue | None:
    """The last law, project or contest named in `[start, end)`; “kỷ | luật |” and “| giải | ngân” are none."""
    law = article.cues.last_within("period.law", start, end)
    while law is not None and _is_in_another_word(article, law):
        law = article.cues.last_within("period.law", start, law.start)
    return law


def _is_in_another_word(article: Article, law: Cue) -> bool:
    limits = max(0, law.start - _SYLLABLE), law.end + 2 * _SYLLABLE
    around = (one for group in ("period.no_law", "period.work") for one in article.cues.within(group, *limits))
    return any((one.start <= law.start and law.end < one.end) or one.start < law.start <= one.end for one in around)


_SYLLABLE = 8
"""Characters of a syllable, with the space before it."""


def _is_in_name(article: Article, mentions: MeetingMentions, clause: int, reading: PeriodReading) -> bool:
    """“Hội nghị Ban Chấp hành | tháng 4”, “Đại hội thi đua yêu nước | giai đoạn 2015–2020”: it is in the name."""
    start = reading.months.start
    honours = reading.rule in _STAGES and article.cues.any_within("period.honours", max(clause, start - _NAME), start)
    if not (honours or reading.rule in _NAMED) or article.cues.ending_at("period.point_in_time", start) is not None:
        return False
    return any(
        clause <= mention.start
        and 0 <= start - mention.end <= _NAME
        and not (_CLAUSE_END if honours else _NAME_END).search(article.source.folded, mention.end, start)
        and (honours or not article.cues.any_within("period.point_in_time", mention.end, start))
        and (reading.rule != _A_MONTH or article.cues.any_within("period.meets_monthly", mention.end, start))
        for mention in (*mentions.mentions, *_of_title(mentions))
    )


_A_MONTH = "period.month"
"""In other names it says when the meeting was: “hội nghị thượng đỉnh | tháng 6/2018 |”."""


def _of_title(mentions: MeetingMentions) -> Iterator[Range]:
    title = None if mentions.telling is None else mentions.telling.title
    if title is not None:
        yield from (Range(mention.start, mention.end) for mention in title.own)


def _is_right_before(article: Article, review_end: int, start: int) -> bool:
    """“đánh giá | kết quả thực hiện nhiệm vụ | trong tháng 6”, but not “đánh giá cao nỗ lực của …, trong năm 2018”."""
    return start - review_end <= _NEAR and _ROW.search(article.source.folded, review_end, start) is None


_NEAR = 44
"""Characters between a word for looking back and “trong tháng 6”."""


def _is_to_come(article: Article, mentions: MeetingMentions, sentence: Range, clause: int, review: int) -> bool:
    """“chúng ta | sẽ | vượt qua khó khăn, đạt kết quả tốt năm 2020”: what is hoped for, not what a meeting reviews."""
    if article.cues.any_within("period.outline", clause, review):
        return True
    future = article.cues.last_within("meeting.future", clause, review) or _future_of_row(article, sentence, clause)
    return future is not None and not any(future.end <= mention.start <= review for mention in mentions.mentions)


def _future_of_row(article: Article, sentence: Range, clause: int) -> Cue | None:
    """“Kỳ họp | sẽ | xem xét: kế hoạch đầu tư; kết quả năm 2011; …”: the row is what is to come as well."""
    row = _ROW_START.search(article.source.folded, sentence.start, clause)
    return None if row is None else article.cues.last_within("meeting.future", sentence.start, row.start())


_ROW_START = re.compile(r"[:;]")


_SPEECH = ("meeting.speech", "period.said")
_STAGES = {"period.stage", "period.bare_years"}
_NAMED = {"period.month", "period.quarter", "period.months", "period.half_year"}
"""Periods that a meeting's name holds without a word for looking back; a year may be its edition."""
_NAME = 100
"""Characters from “hội nghị” to the period in its name."""


def _is_in_document_name(article: Article, clause: int, review: int) -> bool:
    """“Nghị quyết phiên họp Chính phủ thường kỳ tháng 6”: what is reviewed is in a document's name."""
    document = article.cues.last_within("citation.type", max(clause, review - DOCUMENT), review)
    if document is None or article.cues.at("period.plan", document.start) is not None:
        return False
    body = article.cues.ending_at("body.head", document.end)
    if body is not None and body.start < document.start:
        return False  # “Bộ Tư | lệnh | tổ chức hội nghị tổng kết”
    if article.cues.at("period.review", document.end + 1) is not None:
        return False  # “họp báo | thông báo | kết quả phiên họp Chính phủ thường kỳ tháng 9”
    noun = article.cues.first_within("meeting.noun", document.end, review)
    if noun is None or article.source.folded.endswith("tại ", document.end, noun.start):
        return False
    return _NAME_END.search(article.source.folded, document.end, noun.start) is None


def _is_of_an_edition(article: Article, sentence: Range, reading: PeriodReading) -> bool:
    """“Liên hoan phim lần thứ 21 | năm 2019 |”; but “Đại hội thi đua lần thứ VI | giai đoạn 2014–2019 |” sums up."""
    folded, start = article.source.folded, reading.months.start
    return reading.rule == "period.year" and _EDITION.search(folded, sentence.start, start) is not None


def _is_of_a_day(article: Article, reading: PeriodReading) -> bool:
    """“Kỳ họp thông qua ngày 16 | tháng 12 năm 2022 |”: part of a date; “học kỳ I | năm học 2018–2019 |”: of a year."""
    before, start = _DAY_BEFORE.get(reading.rule), reading.months.start
    if reading.rule == "period.school_year":
        before = article.lexicon.compile(_HALF)
    if reading.rule == "period.bare_years":
        before = article.lexicon.compile(_PART)  # “vụ đông xuân | 2018-2019 |”
    return before is not None and before.search(article.source.folded, max(0, start - _LAW), start) is not None


_DAY_BEFORE = {
    "period.month": re.compile(r"(?<![\w/.-])\d{1,2},? $"),
    "period.year": re.compile(r"(?<!\w)\d{1,2} ?[/.-] ?\d{1,2},? $"),
}
"""What stands before the month, or the year, of a date."""


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


DOCUMENT = 60
"""Characters from “Nghị quyết” to “thường kỳ” in the name of a document that names its meeting."""


def _is_of_document(article: Article, start: int, end: int) -> bool:
    """“sơ kết Nghị quyết về du lịch giai đoạn 2016–2020”: the stage is the document's."""
    documents = article.cues.within("citation.type", start, end)
    return any(
        article.cues.at("period.plan", document.start) is None
        and not (document.start - start <= 1 and article.cues.at("period.law", document.start) is not None)
        for document in documents
    )


def is_as_long(article: Article, start: int, reading: PeriodReading, end: int | None = None) -> bool:
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
_NEXT_OF_A_ROW = ";"
"""Behind it, what a row begins with still counts: “đánh giá kết quả công tác A; công tác B | quý I”."""
_CLAUSE = re.compile(r"“[^“”.,;:\n]{2,100}”|[;:“”\n]")
"""What parts clauses; a name in quotation marks does not: “tổng kết phong trào “Sạch làng” | giai đoạn …”."""
_NAME_END = re.compile(r"[,.;:“”]")
_CLAUSE_END = re.compile(r"[.;:]")
"""“hội nghị biểu dương | điển hình “Dân vận khéo” | giai đoạn 2019–2021”: what is honoured may be quoted."""
# What ends the reach of “kết quả” in “kết quả thực hiện nhiệm vụ”: another member of a row.
_ROW = re.compile(r" và |[,;]")


def _clause_start(article: Article, sentence: Range, position: int) -> int:
    start = sentence.start
    for match in _CLAUSE.finditer(article.source.folded, sentence.start, position):
        if match.end() - match.start() == 1:
            start = match.end()
    return start


def _is_said(article: Article, start: int, reading: PeriodReading) -> bool:
    """Whether somebody says something there: “nêu rõ”, but not the work of “lãnh đạo, | chỉ đạo | 6 tháng đầu năm”."""
    spoken = [one for group in _SPEECH for one in article.cues.within(group, start, reading.months.start)]
    if reading.rule not in _SEVERAL_MONTHS:
        return bool(spoken)
    return any(article.cues.at("period.work", one.start) is None for one in spoken)


def planned(article: Article, start: int, end: int) -> Cue | None:
    """The last word for planning; “thu chi | ngân sách |” is none."""
    cues = article.cues
    plan = cues.last_within("period.plan", start, end)
    while plan is not None and (
        cues.ending_at("period.counts_money", plan.start) is not None or _is_in_work(article, plan)
    ):
        plan = cues.last_within("period.plan", start, plan.start)
    return plan


def _is_in_work(article: Article, plan: Cue) -> bool:
    """“thu | ngân sách |”: part of a longer word for work."""
    work = article.cues.ending_at("period.work", plan.end)
    return work is not None and work.start < plan.start


def _belongs(article: Article, review: Cue, plan: Cue) -> bool:
    """Whether a planning word is what is reviewed: “kết quả thực hiện | nhiệm vụ | và dự toán | ngân sách |”."""
    if review.end > plan.start:
        return False
    folded, cues = article.source.folded, article.cues
    if "budget" in plan.entry.flags and article.lexicon.compile(_ECONOMY).fullmatch(folded, review.end, plan.start):
        return True
    rows = {match[0] for match in _ROW.finditer(folded, review.end, plan.start)}
    if not rows:
        return True
    is_carried_out = article.lexicon.compile(_CARRIED_OUT).match(folded, review.end) is not None
    plans = cues.within("period.plan", review.end + 1, plan.end)
    is_row = rows == {_AND} or (";" not in rows and "budget" in plan.entry.flags)
    says_when = any(cues.any_within(group, review.end, plan.start) for group in ("time.year", "time.month"))
    return is_row and is_carried_out and not says_when and all("carried_out" in one.entry.flags for one in plans)


_ECONOMY = r" (?:\w+ ){0,3}?{word.at_large} ?[–-] ?{word.at_large}(?:,| và)(?: \w+)? "
"""“tình hình | kinh tế - xã hội, | ngân sách nhà nước năm 2019”: what came in and went out, told with the economy."""
_CARRIED_OUT = r" (?:\w+ )?{period.carries_out}(?!\w)"
_AND = " và "
"""Joined by a comma, only the budget is no point of its own: “kết quả thực hiện nhiệm vụ, | kế hoạch |”."""
