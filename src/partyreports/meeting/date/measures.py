"""Measures of what stands around a date: of the signals that it is the meeting's, and of what rules it out."""

import datetime
import re

from partyreports.grammar.dates import DateReading
from partyreports.meeting.date.candidate import DateCandidate

LONGEST_MEETING = 16
"""Days between the first and the last day of a meeting; what is longer is a period or a plan."""
_NEAR = 60
"""Characters between a name and its date: “Hội nghị Ban Chấp hành lần thứ 26, khóa X, diễn ra chiều 30-3”."""


def opens_sentence(date: DateCandidate) -> float:
    """Nothing but an agency's tag stands before it in its sentence."""
    return float(not any(char.isalpha() for char in date.before) or _AGENCY.fullmatch(date.before) is not None)


# “(TTXVN) -”, “BVH -”, “(Baolacgiang.vn) -”, “Hà Nội (TTXVN 5/6/2021)”, “Đó là”, “Theo đó,”
_AGENCY = re.compile(r"(?:[^.!?]|\.(?=\w)){0,44}[)\]–—-]\W*")


def opens_after_place(date: DateCandidate) -> float:
    """“Tại hội trường, | ngày 5/3 …”: a fronted place alone stands before it."""
    return float(len(date.before) <= _FRONTED_PLACE and date.before.startswith(("tại ", "ở ", "trong khuôn khổ")))


_FRONTED_PLACE = 90
"""“Tại Hội trường Trung tâm Y tế huyện Suối Mây, chiều ngày 5/6”."""


def follows_event_verb(date: DateCandidate) -> float:
    """“Hội nghị diễn ra | ngày 5/3”."""
    return float(date.ends_with("date.event_verb"))


def held_on(date: DateCandidate) -> float:
    """“hội nghị do Sở tổ chức (tại Huế) ngày 5/3”: the verb stands before the date, the meeting before that."""
    if (
        not (follows_event_verb(date) or _follows_place_of_event(date))
        or future(date)
        or earlier(date)
        or not in_first_paragraphs(date)
    ):
        return 0.0
    meeting = date.article.cues.any_within("meeting.noun", date.sentence.start, date.opening)
    return float(meeting or bool(mention_before(date)))


def _follows_place_of_event(date: DateCandidate) -> bool:
    """“… tổ chức | tại nhà văn hóa xã | ngày 5/3”: a place alone stands between the verb and the date."""
    cues, start = date.article.cues, date.sentence.start
    verb = cues.last_within("date.event_verb", max(start, date.opening - _PLACE), date.opening)
    if verb is None:
        return False
    between = date.article.source.folded[verb.end : date.opening]
    return between.startswith((" tại ", " ở ")) and not any(sign in between for sign in ";:")


_PLACE = 90
"""Characters of an event's verb and place before the date: “tổ chức tại Trung tâm Hội nghị quốc tế, Hà Nội”."""


def labelled(date: DateCandidate) -> float:
    """“Thời gian: 14 giờ ngày 5/3”: how minutes begin."""
    label = date.article.cues.at("date.label", date.place.stretch.start)
    if label is None or date.start - label.end > _NEAR:
        return 0.0
    return float(date.article.source.text[label.end : label.end + 2].lstrip().startswith(":"))


def untold(date: DateCandidate) -> float:
    """Neither a meeting nor who chairs nor a verb of an event stands in its sentence."""
    told = date.mentions or chair_in_sentence(date) or event_verb_after(date) or follows_event_verb(date)
    return float(not told and not labelled(date))


def is_preparatory(date: DateCandidate) -> float:
    """“Chiều 4/3, đại hội họp phiên trù bị”: the day before a congress."""
    return float(date.article.cues.any_within("date.preparatory", *date.sentence))


def follows_mention(date: DateCandidate) -> float:
    """No clause ends between the mention and the date."""
    folded = date.article.source.folded
    for mention in date.mentions:
        if 0 <= date.opening - mention.end <= _NEAR and not _CLAUSE_END.search(folded, mention.end, date.opening):
            return 1.0
    return 0.0


_CLAUSE_END = re.compile(r"[;:.]|, (?!khóa|do|được)")


def is_held_on(date: DateCandidate) -> bool:
    """“tại hội nghị về thuế | ngày 25/4”, “hội nghị do Sở tổ chức | ngày 25/4”: nothing parts it from the meeting."""
    if date.reading is None or future(date) or earlier(date) or in_quotation(date):
        return False
    return bool(held_on(date) or follows_mention(date))


def stands_at_meeting(date: DateCandidate) -> bool:
    """“Sáng 5/3, Sở họp”, “tại hội nghị | sáng 5/3”, “Sở tổ chức | sáng 5/3”: it stands where a meeting's day does."""
    if opens_sentence(date) and (date.mentions or event_verb_after(date)):
        return True
    return bool(follows_mention(date) or held_on(date) or follows_event_verb(date) or in_brackets_of_mention(date))


def in_brackets(date: DateCandidate) -> float:
    """“Tại hội nghị (ngày 5/3), …”."""
    folded = date.article.source.folded
    return float("(" in folded[max(0, date.opening - 2) : date.start] and ")" in folded[date.end : date.end + 1])


def mention_after(date: DateCandidate) -> float:
    """Its sentence names the meeting behind it."""
    return float(any(mention.start >= date.end for mention in date.mentions))


def mention_before(date: DateCandidate) -> float:
    """Its sentence names the meeting before it."""
    return float(any(mention.end <= date.start for mention in date.mentions))


def event_verb_after(date: DateCandidate) -> float:
    """“Ngày 5/3, Sở | tổ chức | …”: a verb of an event stands behind it."""
    limit = min(date.sentence.end, date.end + _SUBJECT)
    return float(date.article.cues.any_within("date.event_verb", date.end, limit))


_SUBJECT = 160
"""Characters of a subject between date and verb: “Sáng 5/6, đồng chí A, Phó Bí thư …, Chủ tịch …, | chủ trì”."""


def chair_in_sentence(date: DateCandidate) -> float:
    """Its sentence tells who chairs."""
    return float(date.article.cues.any_within("chair.cue", *date.sentence))


def part_of_day(date: DateCandidate) -> float:
    """“Sáng 5/3”: a part of day is told with it."""
    return float(date.has_in_opening("time.part_of_day"))


def now(date: DateCandidate) -> float:
    """“Sáng nay (5/3)”: both stand together."""
    return float(date.now is not None and date.reading is not None)


def only_now(date: DateCandidate) -> float:
    """“Sáng nay”, and no date."""
    return float(date.reading is None)


def now_of_meeting(date: DateCandidate) -> float:
    """“Sáng nay” in a sentence of the first paragraphs that names the meeting or who chairs it."""
    told = bool(date.mentions) or bool(chair_in_sentence(date))
    return float(date.reading is None and told and bool(in_lead(date) or in_first_paragraphs(date)))


def now_told(date: DateCandidate) -> float:
    """“Chiều nay”, with its part of day, in a sentence that names the meeting or who chairs it, wherever that is."""
    if date.reading is not None or date.now is None:
        return 0.0
    part = date.article.cues.any_within("time.part_of_day", date.now.start, date.now.end)
    return float(part and (bool(date.mentions) or bool(chair_in_sentence(date))))


def in_brackets_of_mention(date: DateCandidate) -> float:
    """“Tại hội nghị (ngày 5/3)”: in brackets right behind the meeting."""
    return in_brackets(date) * follows_mention(date)


def in_quotation(date: DateCandidate) -> float:
    """It stands in somebody's words."""
    text = date.article.source.text
    start = date.place.stretch.start
    return float(text.count("“", start, date.start) > text.count("”", start, date.start))


def only_date(date: DateCandidate) -> float:
    """The article tells no other day."""
    return float(date.is_alone)


def in_lead(date: DateCandidate) -> float:
    """It stands in the lead."""
    return float(date.place.is_lead)


def in_caption(date: DateCandidate) -> float:
    """It stands in a caption."""
    return float(date.place.is_caption)


def in_first_paragraphs(date: DateCandidate) -> float:
    """It stands in one of the first three paragraphs."""
    return float(not date.place.is_caption and date.place.order < 3)


def far_down(date: DateCandidate) -> float:
    """How far below the first paragraphs it stands: 0 to 1, reached with the fifteenth."""
    return min(1.0, max(0, date.place.order - 3) / 12)


def repeated(date: DateCandidate) -> float:
    """The article prints the same day more than once."""
    return float(date.is_repeated)


def several_days(date: DateCandidate) -> float:
    """“Trong hai ngày 5 và 6/3”: a span of days."""
    return float(0 < days_of(date.reading) <= LONGEST_MEETING)


def days_of(reading: DateReading | None) -> int:
    """Days between the first and the last day; 0 for one day."""
    if reading is None or reading.last is None:
        return 0
    year = reading.last.year or 2000
    last = datetime.date(year, reading.last.month or 1, reading.last.day or 1)
    first = datetime.date(reading.value.year or year, reading.value.month or 1, min(reading.value.day or 1, 28))
    return (last - first).days % 366 if reading.value.year is None else (last - first).days


def _of_document(date: DateCandidate) -> float:
    """A type of document before the date, and no end of a clause between: “Nghị quyết 11/NQ-CP ngày 30/1”.

    Documents are dated “ngày”: “hội nghị bàn dự thảo luật | sáng 30/1”, “… | hôm 30/1” is of the meeting.
    """
    if date.now is not None or any(date.has_in_opening(group) for group in ("time.part_of_day", "time.lately")):
        return 0.0
    document = date.article.cues.last_within(
        "citation.type", max(date.sentence.start, date.opening - _NEAR), date.opening
    )
    if document is None:
        return float(re.search(r"/[a-zđ][\w-]*$", date.before) is not None)
    if date.article.cues.ending_at("date.law_in_general", document.end) is not None:
        return 0.0
    between = date.article.source.folded[document.end : date.opening]
    numbered = any(char.isdigit() for char in between) or not between.strip()
    other = date.article.cues.any_within("date.event_verb", document.end, date.opening)
    return float(numbered and not other and not any(sign in between for sign in ",;."))


def _of_other_event(date: DateCandidate) -> float:
    return float(date.ends_with("date.other_event"))


def from_or_until(date: DateCandidate) -> float:
    """“từ ngày 5/6”, “đến ngày 5/6”: the border of a stretch, unless the meeting's days follow."""
    is_single = date.reading is not None and date.reading.last is None
    return float(is_single and date.before.endswith((" từ", " đến", " tới", " hết")))


def future(date: DateCandidate) -> float:
    """“Sở sẽ họp | ngày 30/6”."""
    return float(date.has_before("meeting.future", 80))


def of_other_meeting(date: DateCandidate) -> float:
    """The nearest meeting before the date, in its clause, is another one: “trước đó, tại hội nghị ngày 5/3”."""
    start = max(date.sentence.start, date.opening - 2 * _NEAR)
    noun = date.article.cues.last_within("meeting.noun", start, date.opening)
    if noun is None or any(mention.start <= noun.start < mention.end for mention in date.mentions):
        return 0.0
    return float(not _CLAUSE_END.search(date.article.source.folded, noun.end, date.opening))


def earlier(date: DateCandidate) -> float:
    """“Trước đó, | ngày 5/3, …”: its sentence tells of another time."""
    return float(
        date.has_before("chair.other_time", 90)
        or date.article.cues.at("chair.other_time", date.sentence.start) is not None
    )


def of_another_year(date: DateCandidate) -> float:
    """A printed year that is not the one in which the article was published."""
    year = date.reading.value.year if date.reading else None
    return float(year is not None and date.published is not None and abs(date.published.year - year) > 1)


def _is_a_feast(date: DateCandidate) -> bool:
    """“ngày 5/3 là ngày hội của thôn”, but not “ngày 5/3 là ngày làm việc đầu tiên của kỳ họp”."""
    cues, source = date.article.cues, date.article.source
    said = cues.at("date.is_day", date.end + 1)
    if said is None or source.text[date.end : date.end + 1] != " ":
        return False
    limit = min(date.sentence.end, said.end + _NEAR // 3)
    return not (
        cues.any_within("date.event_verb", said.end, limit) or cues.any_within("meeting.day_of", date.end, limit)
    )


def _is_border(date: DateCandidate) -> bool:
    """“Luật có hiệu lực thi hành từ ngày 1/7”, “Đến ngày 1/3, tỉnh có …”, “dự kiến ngày 20/3”."""
    if date.reading is None or date.reading.last is not None:
        return False
    if date.before in {"đến", "tới"} or date.ends_with("meeting.planned_for"):
        return True
    return bool(from_or_until(date)) and date.has_before("date.validity", _NEAR // 2)


def _is_of_other_subject(date: DateCandidate) -> bool:
    """“Kỳ thi diễn ra ngày 26/6”: the verb's subject is no meeting, and the sentence names none."""
    cues, start = date.article.cues, date.sentence.start
    if date.mentions or not date.has_before("date.event_verb", _DAYS_TOLD):
        return False
    other = cues.last_within("date.other_subject", start, date.opening)
    return other is not None and not cues.any_within("meeting.noun", start, date.opening)


_DAYS_TOLD = 26
"""Characters of a verb and what may stand before several days: “diễn ra trong hai |”."""


def _is_of_a_visit(date: DateCandidate) -> bool:
    """“hội đàm với ông A thăm Việt Nam | từ ngày 12 đến 13/6”: the days of a journey, not of the talks on it."""
    if date.reading is None or date.reading.last is None:
        return False
    cues = date.article.cues
    visit = cues.last_within("date.visit", max(date.sentence.start, date.opening - _VISIT), date.opening)
    return visit is not None and not any(
        cues.any_within(group, visit.end, date.opening) for group in ("meeting.noun", "date.event_verb")
    )


_VISIT = 160
"""Characters of a visit before its days: “thăm cấp Nhà nước tới Việt Nam theo lời mời của …, từ ngày”."""


def _is_told_besides(date: DateCandidate) -> bool:
    """“Trước đó, tối 18/11, …”, “… sẽ diễn ra vào ngày 15/12”, “19h ngày 20/11, đội đá trận ra quân”: of no meeting.

    Only in a sentence that names no meeting, and tells no “sáng nay”.
    """
    if date.mentions or date.now is not None or date.place.is_lead:
        return False
    cues, sentence = date.article.cues, date.sentence
    if cues.at("meeting.earlier", sentence.start) is not None or cues.any_within("date.match", *sentence):
        return True
    return bool(future(date)) and bool(follows_event_verb(date))


def _is_of_issue(date: DateCandidate) -> bool:
    """“Ngày 24/3, Ủy ban đã | có thông báo | về kết quả kỳ họp”: the day of a paper, in a sentence of no meeting."""
    if date.mentions or chair_in_sentence(date) or not opens_sentence(date):
        return False
    return date.article.cues.any_within("date.issue", date.end, min(date.sentence.end, date.end + _SUBJECT))


def is_of_something_else(date: DateCandidate) -> bool:
    """Whether the words right before say so: “Chỉ thị số 5 ngày 30/1”, “trước ngày 5/6”."""
    return bool(
        _of_document(date)
        or _of_other_event(date)
        or _is_a_feast(date)
        or _is_border(date)
        or _is_of_other_subject(date)
        or _is_of_a_visit(date)
        or _is_told_besides(date)
        or _is_of_issue(date)
        or days_of(date.reading) > LONGEST_MEETING
    )
