"""What tells the meeting's date from the other dates of an article: signals, each measured of one date.

The weights are data (`data/weights/meeting_date.json`), fitted by `tools/fit_date.py`.
"""

import datetime
import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from partyreports.grammar.dates import GLUED, DateReading
from partyreports.layout.article import Article
from partyreports.rules import Signal
from partyreports.text.cues import Cue
from partyreports.text.spans import Range

LONGEST_MEETING = 16
"""Days between the first and the last day of a meeting; what is longer is a period or a plan."""


class DatePlace(NamedTuple):
    """Where a date stands."""

    stretch: Range
    is_lead: bool
    is_caption: bool
    order: int
    """Number of the paragraph."""


@dataclass(frozen=True)
class DateCandidate:
    """A date, or “sáng nay”, with what stands around it."""

    article: Article
    mentions: tuple[Range, ...]
    """Where the sentence names the meeting."""
    sentence: Range
    place: DatePlace
    start: int
    end: int
    reading: DateReading | None
    """None for “sáng nay” and the like, which need a date of publication."""
    now: Cue | None
    """“sáng nay”, “hôm qua”, with the date or instead of it."""
    is_repeated: bool = False
    """Whether the article prints the same day and month more than once."""
    is_alone: bool = False
    """Whether the article tells no other day of a meeting."""

    @property
    def published(self) -> datetime.date | None:
        """The day of publication, printed or given."""
        printed = self.article.layout.published
        return (printed.value.to_date() if printed else None) or self.article.published

    @cached_property
    def opening(self) -> int:
        """Where the whole expression of time begins: “| trong hai ngày 5 và 6/4”, “| chiều ngày thứ tư (5/6”."""
        cues, opening = self.article.cues, self.start
        glued = self.article.lexicon.compile(GLUED).search(self.article.source.folded, max(0, opening - 5), opening)
        opening = glued.start() if glued else opening
        for _ in range(_MOST_OPENING_WORDS):
            position = opening
            while position > self.sentence.start and self.article.source.folded[position - 1] in " (,":
                position -= 1
            word = next((cue for group in _OPENING if (cue := cues.ending_at(group, position))), None)
            if word is None or word.start < self.sentence.start or "preposition" in word.entry.flags:
                break
            opening = word.start
        return opening

    @cached_property
    def before(self) -> str:
        """The sentence up to the expression of time, folded, without spaces at its end."""
        return self.article.source.folded[self.sentence.start : self.opening].rstrip(" ,(")

    def has_before(self, group: str, within: int) -> bool:
        """Whether a cue of a group stands in the sentence before the expression, at most `within` characters away."""
        return self.article.cues.any_within(group, max(self.sentence.start, self.opening - within), self.opening)

    def has_in_opening(self, group: str) -> bool:
        """Whether a cue of a group is part of the expression of time: “| sáng ngày | 5/6”."""
        return self.article.cues.any_within(group, self.opening, self.start)

    def ends_with(self, group: str) -> bool:
        """Whether a cue of a group ends right before the expression."""
        end = self.sentence.start + len(self.before)
        cue = self.article.cues.ending_at(group, end)
        return cue is not None and cue.start >= self.sentence.start


_OPENING = ("time.opens_date", "time.weekday", "time.now", "time.part_of_day")
_MOST_OPENING_WORDS = 6
"""“vào sáng ngày thứ hai (5/6)” has four; more never stand in a row."""
_NEAR = 60
"""Characters between a name and its date: “Hội nghị Ban Chấp hành lần thứ 26, khóa X, diễn ra chiều 30-3”."""


# --- signals


def _opens_sentence(date: DateCandidate) -> float:
    return float(not any(char.isalpha() for char in date.before) or _AGENCY.fullmatch(date.before) is not None)


# “(TTXVN) -”, “BVH -”, “Hà Nội (TTXVN 5/6/2021)”, “Đó là”, “Theo đó,”
_AGENCY = re.compile(r"[^.!?]{0,44}[)\]–—-]\W*")


def _opens_after_place(date: DateCandidate) -> float:
    return float(len(date.before) <= _FRONTED_PLACE and date.before.startswith(("tại ", "ở ", "trong khuôn khổ")))


_FRONTED_PLACE = 90
"""“Tại Hội trường Trung tâm Y tế huyện Suối Mây, chiều ngày 5/6”."""


def _follows_event_verb(date: DateCandidate) -> float:
    return float(date.ends_with("date.event_verb"))


def _held_on(date: DateCandidate) -> float:
    """“hội nghị do Sở tổ chức (tại Huế) ngày 5/3”: the verb stands before the date, the meeting before that."""
    if (
        not (_follows_event_verb(date) or _follows_place_of_event(date))
        or _future(date)
        or _earlier(date)
        or not _in_first_paragraphs(date)
    ):
        return 0.0
    meeting = date.article.cues.any_within("meeting.noun", date.sentence.start, date.opening)
    return float(meeting or bool(_mention_before(date)))


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


def _labelled(date: DateCandidate) -> float:
    """“Thời gian: 14 giờ ngày 5/3”: how minutes begin."""
    label = date.article.cues.at("date.label", date.place.stretch.start)
    if label is None or date.start - label.end > _NEAR:
        return 0.0
    return float(date.article.source.text[label.end : label.end + 2].lstrip().startswith(":"))


def _untold(date: DateCandidate) -> float:
    """Neither a meeting nor who chairs nor a verb of an event stands in its sentence."""
    told = date.mentions or _chair_in_sentence(date) or _event_verb_after(date) or _follows_event_verb(date)
    return float(not told and not _labelled(date))


def is_preparatory(date: DateCandidate) -> float:
    """“Chiều 4/3, đại hội họp phiên trù bị”: the day before a congress."""
    return float(date.article.cues.any_within("date.preparatory", *date.sentence))


def _follows_mention(date: DateCandidate) -> float:
    """No clause ends between the mention and the date."""
    folded = date.article.source.folded
    for mention in date.mentions:
        if 0 <= date.opening - mention.end <= _NEAR and not _CLAUSE_END.search(folded, mention.end, date.opening):
            return 1.0
    return 0.0


_CLAUSE_END = re.compile(r"[;:.]|, (?!khóa|do|được)")


def is_held_on(date: DateCandidate) -> bool:
    """“tại hội nghị về thuế | ngày 25/4”, “hội nghị do Sở tổ chức | ngày 25/4”: nothing parts it from the meeting."""
    if date.reading is None or _future(date) or _earlier(date) or _in_quotation(date):
        return False
    return bool(_held_on(date) or _follows_mention(date))


def _in_brackets(date: DateCandidate) -> float:
    folded = date.article.source.folded
    return float("(" in folded[max(0, date.opening - 2) : date.start] and ")" in folded[date.end : date.end + 1])


def _mention_after(date: DateCandidate) -> float:
    return float(any(mention.start >= date.end for mention in date.mentions))


def _mention_before(date: DateCandidate) -> float:
    return float(any(mention.end <= date.start for mention in date.mentions))


def _event_verb_after(date: DateCandidate) -> float:
    limit = min(
        date.sentence.end, date.end + 160
    )  # subject and its position stand between: “Sáng 5/6, ông A, …, chủ trì”
    return float(date.article.cues.any_within("date.event_verb", date.end, limit))


_SUBJECT = 160
"""Characters of a subject between date and verb: “Sáng 5/6, đồng chí A, Phó Bí thư …, Chủ tịch …, | chủ trì”."""


def _chair_in_sentence(date: DateCandidate) -> float:
    return float(date.article.cues.any_within("chair.cue", *date.sentence))


def _part_of_day(date: DateCandidate) -> float:
    return float(date.has_in_opening("time.part_of_day"))


def _now(date: DateCandidate) -> float:
    return float(date.now is not None and date.reading is not None)


def _only_now(date: DateCandidate) -> float:
    return float(date.reading is None)


def now_of_meeting(date: DateCandidate) -> float:
    """“Sáng nay” in a sentence of the first paragraphs that names the meeting or who chairs it."""
    told = bool(date.mentions) or bool(_chair_in_sentence(date))
    return float(date.reading is None and told and bool(_in_lead(date) or _in_first_paragraphs(date)))


def now_told(date: DateCandidate) -> float:
    """“Chiều nay”, with its part of day, in a sentence that names the meeting or who chairs it, wherever that is."""
    if date.reading is not None or date.now is None:
        return 0.0
    part = date.article.cues.any_within("time.part_of_day", date.now.start, date.now.end)
    return float(part and (bool(date.mentions) or bool(_chair_in_sentence(date))))


def _in_brackets_of_mention(date: DateCandidate) -> float:
    return _in_brackets(date) * _follows_mention(date)


def _in_quotation(date: DateCandidate) -> float:
    text = date.article.source.text
    start = date.place.stretch.start
    return float(text.count("“", start, date.start) > text.count("”", start, date.start))


def _only_date(date: DateCandidate) -> float:
    return float(date.is_alone)


def _in_lead(date: DateCandidate) -> float:
    return float(date.place.is_lead)


def _in_caption(date: DateCandidate) -> float:
    return float(date.place.is_caption)


def _in_first_paragraphs(date: DateCandidate) -> float:
    return float(not date.place.is_caption and date.place.order < 3)


def _far_down(date: DateCandidate) -> float:
    return min(1.0, max(0, date.place.order - 3) / 12)


def _repeated(date: DateCandidate) -> float:
    return float(date.is_repeated)


def _several_days(date: DateCandidate) -> float:
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
    between = date.article.source.folded[document.end : date.opening]
    numbered = any(char.isdigit() for char in between) or not between.strip()
    other = date.article.cues.any_within("date.event_verb", document.end, date.opening)
    return float(numbered and not other and not any(sign in between for sign in ",;."))


def _of_other_event(date: DateCandidate) -> float:
    return float(date.ends_with("date.other_event"))


def _from_or_until(date: DateCandidate) -> float:
    """“từ ngày 5/6”, “đến ngày 5/6”: the border of a stretch, unless the meeting's days follow."""
    is_single = date.reading is not None and date.reading.last is None
    return float(is_single and date.before.endswith((" từ", " đến", " tới", " hết")))


def _future(date: DateCandidate) -> float:
    return float(date.has_before("meeting.future", 80))


def _of_other_meeting(date: DateCandidate) -> float:
    """The nearest meeting before the date, in its clause, is another one: “trước đó, tại hội nghị ngày 5/3”."""
    start = max(date.sentence.start, date.opening - 2 * _NEAR)
    noun = date.article.cues.last_within("meeting.noun", start, date.opening)
    if noun is None or any(mention.start <= noun.start < mention.end for mention in date.mentions):
        return 0.0
    return float(not _CLAUSE_END.search(date.article.source.folded, noun.end, date.opening))


def _earlier(date: DateCandidate) -> float:
    return float(
        date.has_before("chair.other_time", 90)
        or date.article.cues.at("chair.other_time", date.sentence.start) is not None
    )


def _of_another_year(date: DateCandidate) -> float:
    """A printed year that is not the one in which the article was published."""
    year = date.reading.value.year if date.reading else None
    return float(year is not None and date.published is not None and abs(date.published.year - year) > 1)


def _is_a_feast(date: DateCandidate) -> bool:
    """“ngày 5/3 là ngày hội của thôn”, but not “ngày 5/3 là ngày làm việc đầu tiên của kỳ họp”."""
    cues, source = date.article.cues, date.article.source
    said = cues.at("date.is_day", date.end + 1)
    if said is None or source.text[date.end : date.end + 1] != " ":
        return False
    return not cues.any_within("date.event_verb", said.end, min(date.sentence.end, said.end + _NEAR // 3))


def _is_border(date: DateCandidate) -> bool:
    """“Luật có hiệu lực thi hành từ ngày 1/7”, “Đến ngày 1/3, tỉnh có …”, “dự kiến ngày 20/3”."""
    if date.reading is None or date.reading.last is not None:
        return False
    if date.before in {"đến", "tới"} or date.ends_with("meeting.planned_for"):
        return True
    return bool(_from_or_until(date)) and date.has_before("date.validity", _NEAR // 2)


def _is_of_other_subject(date: DateCandidate) -> bool:
    """“Kỳ thi diễn ra ngày 26/6”: the verb's subject is no meeting, and the sentence names none."""
    cues, start = date.article.cues, date.sentence.start
    if date.mentions or not date.has_before("date.event_verb", _DAYS_TOLD):
        return False
    other = cues.last_within("date.other_subject", start, date.opening)
    return other is not None and not cues.any_within("meeting.noun", start, date.opening)


_DAYS_TOLD = 26
"""Characters of a verb and what may stand before several days: “diễn ra trong hai |”."""


def is_of_something_else(date: DateCandidate) -> bool:
    """Whether the words right before say so: “Chỉ thị số 5 ngày 30/1”, “trước ngày 5/6”."""
    return bool(
        _of_document(date)
        or _of_other_event(date)
        or _is_a_feast(date)
        or _is_border(date)
        or _is_of_other_subject(date)
        or days_of(date.reading) > LONGEST_MEETING
    )


SIGNALS: tuple[Signal[DateCandidate], ...] = (
    Signal(
        id="opens_sentence",
        measure=_opens_sentence,
        accepts=("Sáng 5/3, Sở họp.", "(TTXVN) - Ngày 5/3, Sở họp."),
        refuses=("Sở họp ngày 5/3.",),
    ),
    Signal(
        id="opens_after_place",
        measure=_opens_after_place,
        accepts=("Tại hội trường, ngày 5/3 đã diễn ra hội nghị.",),
        refuses=("Sở họp ngày 5/3 tại hội trường.",),
    ),
    Signal(
        id="follows_event_verb",
        measure=_follows_event_verb,
        accepts=("Hội nghị diễn ra vào ngày 5/3.",),
        refuses=("Cây cầu xong ngày 5/3.",),
    ),
    Signal(
        id="held_on",
        measure=_held_on,
        accepts=(
            "Ý kiến nêu tại hội thảo do Sở tổ chức ngày 5/3.",
            "Ý kiến nêu tại hội thảo do Sở tổ chức tại TP. Lạc Giang ngày 5/3.",
        ),
        refuses=("Ngày 5/3, Sở tổ chức hội nghị.", "Sở tổ chức ngày 5/3."),
    ),
    Signal(
        id="labelled",
        measure=_labelled,
        accepts=("Thời gian: 14 giờ ngày 5/3/2024",),
        refuses=("Thời gian họp là ngày 5/3.",),
    ),
    Signal(
        id="untold",
        measure=_untold,
        accepts=("Ngày 5/3, trời mưa.",),
        refuses=("Ngày 5/3, Sở họp.",),
    ),
    Signal(
        id="preparatory",
        measure=is_preparatory,
        accepts=("Chiều 5/3, đại hội họp phiên trù bị.",),
        refuses=("Chiều 5/3, đại hội khai mạc.",),
    ),
    Signal(
        id="follows_mention",
        measure=_follows_mention,
        accepts=("Phát biểu tại hội nghị chiều 5/3, ông An nêu rõ.",),
        refuses=("Tại hội nghị, ông An nhắc ngày 5/3.",),
    ),
    Signal(
        id="in_brackets",
        measure=_in_brackets,
        accepts=("Tại hội nghị (ngày 5/3), ông An nêu rõ.",),
        refuses=("Ngày 5/3 (thứ hai), Sở họp.",),
    ),
    Signal(
        id="mention_after",
        measure=_mention_after,
        accepts=("Ngày 5/3, Sở tổ chức hội nghị.",),
        refuses=("Hội nghị diễn ra ngày 5/3.",),
    ),
    Signal(
        id="mention_before",
        measure=_mention_before,
        accepts=("Hội nghị diễn ra ngày 5/3.",),
        refuses=("Ngày 5/3, Sở tổ chức hội nghị.",),
    ),
    Signal(
        id="event_verb_after",
        measure=_event_verb_after,
        accepts=("Ngày 5/3, Sở tổ chức hội nghị.",),
        refuses=("Hội nghị diễn ra ngày 5/3.",),
    ),
    Signal(
        id="chair_in_sentence",
        measure=_chair_in_sentence,
        accepts=("Ngày 5/3, ông An chủ trì hội nghị.",),
        refuses=("Ngày 5/3, trời mưa.",),
    ),
    Signal(id="part_of_day", measure=_part_of_day, accepts=("Sáng 5/3, Sở họp.",), refuses=("Ngày 5/3, Sở họp.",)),
    Signal(id="now", measure=_now, accepts=("Sáng nay (5/3), Sở họp.",), refuses=("Sáng 5/3, Sở họp.",)),
    Signal(
        id="only_now", measure=_only_now, accepts=("Sáng nay, Sở tổ chức hội nghị.",), refuses=("Sáng 5/3, Sở họp.",)
    ),
    Signal(
        id="now_of_meeting",
        measure=now_of_meeting,
        accepts=("Sáng nay, ông An chủ trì hội nghị.",),
        refuses=("Sáng nay, trời mưa.",),
    ),
    Signal(
        id="now_told",
        measure=now_told,
        accepts=("Tại cuộc họp báo chiều nay, ông An nêu rõ.",),
        refuses=("Hôm nay, Sở tổ chức hội nghị.", "Chiều nay, trời mưa.", "Chiều nay (5/3), Sở tổ chức hội nghị."),
    ),
    Signal(
        id="in_brackets_of_mention",
        measure=_in_brackets_of_mention,
        accepts=("Tại hội nghị (ngày 5/3), ông An nêu rõ.",),
        refuses=("Hội nghị diễn ra ngày 5/3.",),
    ),
    Signal(
        id="in_quotation",
        measure=_in_quotation,
        accepts=("Ông An nói: “Ngày 5/3, tôi đã nhắc việc này.”",),
        refuses=("Ngày 5/3, ông An nói: “Làm ngay”.",),
    ),
    Signal(
        id="only_date",
        measure=_only_date,
        accepts=("Ngày 5/3, Sở tổ chức hội nghị.",),
        refuses=("Ngày 5/3, Sở họp. Ngày 6/3 nghỉ.",),
    ),
    Signal(
        id="in_lead",
        measure=_in_lead,
        accepts=("Ngày 5/3, Sở tổ chức hội nghị.",),
        refuses=("Sở tổ chức hội nghị.\n\nNgày 5/3 là ngày đẹp.",),
    ),
    Signal(
        id="in_caption",
        measure=_in_caption,
        accepts=("Sở họp.\n\nTrời đẹp.\n\nQuang cảnh hội nghị ngày 5/3.",),
        refuses=("Ngày 5/3, Sở tổ chức hội nghị.",),
    ),
    Signal(
        id="in_first_paragraphs",
        measure=_in_first_paragraphs,
        accepts=("Ngày 5/3, Sở tổ chức hội nghị.",),
        refuses=("A.\n\nB.\n\nC.\n\nD.\n\nNgày 5/3, Sở họp.",),
    ),
    Signal(
        id="far_down",
        measure=_far_down,
        accepts=("A.\n\nB.\n\nC.\n\nD.\n\nE.\n\nNgày 5/3, Sở họp.",),
        refuses=("Ngày 5/3, Sở tổ chức hội nghị.",),
    ),
    Signal(
        id="repeated",
        measure=_repeated,
        accepts=("Ngày 5/3, Sở họp. Hội nghị sáng 5/3 đã xong.",),
        refuses=("Ngày 5/3, Sở họp. Ngày 6/3 nghỉ.",),
    ),
    Signal(
        id="several_days",
        measure=_several_days,
        accepts=("Trong hai ngày 5 và 6/3, Sở họp.",),
        refuses=("Ngày 5/3, Sở họp.",),
    ),
    Signal(
        id="of_other_meeting",
        measure=_of_other_meeting,
        accepts=("Trước đó, tại hội nghị ngày 5/3, Sở đã bàn việc này.",),
        refuses=("Hội nghị diễn ra ngày 5/3.",),
    ),
    Signal(
        id="from_or_until",
        measure=_from_or_until,
        accepts=("Sở làm từ ngày 30/6.",),
        refuses=("Từ ngày 5 đến ngày 7/6, Sở họp.",),
    ),
    Signal(id="future", measure=_future, accepts=("Sở sẽ họp ngày 30/6.",), refuses=("Ngày 30/6, Sở họp.",)),
    Signal(
        id="earlier", measure=_earlier, accepts=("Trước đó, ngày 30/6, Sở đã họp.",), refuses=("Ngày 30/6, Sở họp.",)
    ),
    Signal(
        id="of_another_year",
        measure=_of_another_year,
        accepts=("05/06/2020\n\nNgày 30/6/2001, Sở tổ chức hội nghị đầu tiên.",),
        refuses=("05/06/2020\n\nNgày 3/6/2020, Sở tổ chức hội nghị.",),
    ),
)
