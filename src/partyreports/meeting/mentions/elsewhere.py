"""Guards of what is told in a report, but not of its meeting: other events, other times, tasks that are given.

Năm ngoái, Sở Y tế báo cáo … · dự lễ khánh thành có lãnh đạo Sở Y tế ·
giao Sở Y tế rà soát; Công an tỉnh báo cáo …
"""

import re
from dataclasses import dataclass

from partyreports.grammar.initials import read_initials
from partyreports.grammar.sentences import sentence_at
from partyreports.rules import Inside, Overlapping
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_EVENT_WITHIN = 60
"""Characters behind “dự” within which the event is named."""
_DEADLINE_WITHIN = 80
"""Characters behind “báo cáo” within which the deadline of a task is told."""
_MOST_LINES = 12
"""Lines of a list of tasks above a line of it."""
_OTHER_TIMES = ("meeting.last_time", "meeting.next_time")
_OPENINGS = ("meeting.planned", "meeting.earlier", "meeting.next_time", "meeting.by_rule", "meeting.regularly")
_OF_RULES = ("meeting.by_rule", "meeting.regularly")
_BULLETED = re.compile(r" *+(?:[-–—+*•▪]|\d{1,2}[.)/]|[a-zđ]\))")


@dataclass(frozen=True, slots=True)
class OpensOtherTime:
    """Its sentence begins with “Trước đó,”, “Tuần trước,”, “Năm 2016,”, “Theo kế hoạch,”."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it does, and says no “hôm nay”."""
        cues, folded = scanned.cues, scanned.source.folded
        if stretch.start in cues.heads(_OPENINGS):
            opening = cues.at("meeting.planned", stretch.start)
            if opening is not None and folded.startswith(",", opening.end):
                return not cues.any_within("time.now", opening.end, cue.start)
            opening = cues.at("meeting.earlier", stretch.start) or cues.at("meeting.next_time", stretch.start)
            if opening is not None:
                return folded.startswith((",", " tại"), opening.end)
            if stretch.start in cues.heads(_OF_RULES):
                return True  # “Theo quy chế, Phó Chủ tịch An chủ trì các cuộc họp”
        return any(
            scanned.lexicon.compile(pattern).match(folded, stretch.start, cue.start) is not None
            for pattern in (_YEAR, _AFTERWARDS)
        )


def clause_start(scanned: ScannedText, position: int, stretch: Range) -> int:
    """Where the clause of a position begins: behind a semicolon, or a quotation that ends with a comma.

    “Năm ngoái chúng tôi đã lỗ”, | đại diện Công ty A than”: what the quotation tells of is not when it was said.
    """
    text = scanned.source.text
    ends = [text.rfind(";", stretch.start, position) + 1]
    ends.extend(
        text.rfind(quoted, stretch.start, position) + len(quoted)
        for quoted in _QUOTED
        if quoted in text[stretch.start : position]
    )
    return max(stretch.start, *ends)


_QUOTED = ("”,", '",', ",”", ',"')


_AFTERWARDS = r"(?:ngay )?sau (?:khi )?{meeting.noun}(?: này)?,"
"""“Sau hội nghị, ông An chủ trì cuộc họp”: another one."""
_YEAR = r"(?:(?:từ|vào|trong|{time.first}|{time.last}) )?{time.year} {year},"


@dataclass(frozen=True, slots=True)
class AtOtherTime:
    """“Tại cuộc họp hồi tháng 2, đại diện | Công ty A | cho biết”: a word for another time before it, in its clause."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether one stands there."""
        if not scanned.cues.starts(_OTHER_TIMES).any_in((stretch.start, cue.start)):
            return False
        return scanned.cues.any_of_within(_OTHER_TIMES, clause_start(scanned, cue.start, stretch), cue.start)


@dataclass(frozen=True, slots=True)
class NotPresent:
    """“Qua điện thoại, đại diện | Công ty A | cho biết”, “Tại lễ khởi công, …”: it was said elsewhere."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether that stands before the cue, and no meeting."""
        cues = scanned.cues
        start = clause_start(scanned, cue.start, stretch)
        if cues.any_within("body.beside_meeting", start, cue.start) or self._is_told_newspaper(
            scanned, start, cue.start
        ):
            return True
        if not any(cues.any_within(group, start, cue.start) for group in ("body.not_present", "meeting.other_event")):
            return False
        return not cues.any_within("meeting.noun", start, cue.start)

    def _is_told_newspaper(self, scanned: ScannedText, start: int, end: int) -> bool:
        """“Trao đổi với | Báo Mây |, đại diện Công ty A cho biết”; at a meeting one speaks to “báo chí”."""
        told = scanned.lexicon.compile(_TOLD).match(scanned.source.folded, start, end)
        if told is None or scanned.cues.any_within("meeting.noun", told.end(), end):
            return False
        return told["reporter"] is not None or scanned.source.text[told.end()].isupper()


_TOLD = r" ?{body.told_press}(?: \w+)? (?:với )?(?:(?P<reporter>{body.reporter})|(?=\w))"


@dataclass(frozen=True, slots=True)
class OfEarlierOne:
    """“Hội nghị | năm ngoái | có 400 đại biểu”, “đề án tổ chức | đại hội | với 250 đại biểu”: of another meeting."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether the last meeting before the cue is an earlier one, or one that is planned."""
        cues = scanned.cues
        noun = cues.last_within("meeting.noun", stretch.start, cue.start)
        if noun is None:
            return False
        if any(cues.at(group, noun.end + 1) is not None for group in ("meeting.earlier", "meeting.last_time")):
            return True
        held = cues.ending_at("meeting.held", noun.start)
        return cues.ending_at("meeting.plan_of", noun.start if held is None else held.start) is not None


@dataclass(frozen=True, slots=True)
class OfOtherEvent:
    """“Dự | lễ khánh thành có lãnh đạo Sở Y tế”: the event behind the verb is no meeting."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether one is named before the list begins, and no meeting before it."""
        cues, limit = scanned.cues, min(stretch.end, cue.end + _EVENT_WITHIN)
        head = cues.first_within("attendance.list_head", cue.end, limit)
        if cues.at("attendance.other_object", cue.end + 1) is not None:
            return not cues.any_within("meeting.noun", cue.end, limit if head is None else head.start)
        event = cues.first_within("meeting.other_event", cue.end, limit if head is None else head.start)
        return event is not None and not cues.any_within("meeting.noun", cue.end, event.end)


@dataclass(frozen=True, slots=True)
class AfterOtherEvent:
    """“tổ chức mít tinh với | 900 người | tham dự”: the last event before the number is no meeting."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it is, and no meeting is named behind it."""
        cues = scanned.cues
        event = cues.last_within("meeting.other_event", stretch.start, cue.start)
        if event is None or Overlapping("meeting.noun").holds(scanned, event, stretch):
            return False  # “Đại | hội diễn | ra”
        return not cues.any_within("meeting.noun", event.end, stretch.end)


@dataclass(frozen=True, slots=True)
class InTheNews:
    """“Bộ Y tế | cho biết | đã có 12 ca”: a body states so at no meeting, if nobody speaks in the sentence before.

    Something between the head of the sentence and the body (“nghe”, “Tiếp đó,”, “…;”) makes it one of the speakers.
    """

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it is so, or the sentence stands in somebody's quotation."""
        is_courtesy = scanned.cues.at("body.complains", cue.start) is not None and (
            scanned.cues.at("body.courtesy", cue.end + 1) is not None
        )
        if is_courtesy or self._is_quoted(scanned, stretch) or self._is_addressed(scanned, cue, stretch):
            return True
        if scanned.cues.at("body.reports.published", cue.start) is None or self._is_said_among_others(
            scanned, cue, stretch
        ):
            return False
        if scanned.cues.at("body.head.ministry", stretch.start) is not None:
            return True
        # What an association or an office wants is told where it was heard.
        if scanned.cues.at("body.disagrees", cue.start) is not None:
            return False
        return not self._follows_speech(scanned, stretch)

    def _is_addressed(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """“UBND tỉnh đã báo cáo | Thủ tướng |”: to those above, and at no meeting that hears it."""
        behind = cue.end + 1
        is_report = scanned.cues.at("body.addresses", cue.start) is not None
        if not is_report or scanned.cues.any_within("body.heard", stretch.start, cue.start):
            return False
        above = ("person.position", "body.heads_all", "body.head")
        is_named = any(scanned.cues.at(group, behind) is not None for group in above)
        return is_named and scanned.source.text[behind].isupper()

    def _is_said_among_others(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """“Sở Y tế đề xuất | tại hội nghị”, “Sở Y tế | cũng | cho biết”, “| Tiếp đó, | Sở Y tế cho biết”."""
        if scanned.lexicon.compile(_SAID_AT).match(scanned.source.folded, cue.end, stretch.end) is not None:
            return True
        head = scanned.cues.at("body.head", stretch.start)
        if head is None and read_initials(scanned, stretch.start, stretch.end) is not None:
            return False  # “EVN cho biết”
        if head is None or (
            ";" in scanned.source.folded[head.end : cue.start]
            and scanned.cues.at("body.head.ministry", stretch.start) is None
        ):
            return True
        if scanned.cues.any_within("body.heard", head.end, cue.start):
            return True
        if not scanned.cues.any_within("body.adverb.besides", head.end, cue.start):
            return False
        before = sentence_before(scanned, stretch.start)  # others have spoken: “Sở Y tế | thì | cho biết”
        return before is None or scanned.cues.any_within("body.speaks", *before)

    def _is_quoted(self, scanned: ScannedText, stretch: Range) -> bool:
        """Whether a quotation mark above the sentence is left open."""
        text, floor = scanned.source.text, max(0, stretch.start - _QUOTED_WITHIN)
        return text.rfind("“", floor, stretch.start) > text.rfind("”", floor, stretch.start)

    def _follows_speech(self, scanned: ScannedText, stretch: Range) -> bool:
        """Whether the sentence before tells of the meeting or of anybody who speaks, or it is the first."""
        before = sentence_before(scanned, stretch.start)
        if before is None:
            return True
        tells = scanned.cues.any_of_within(("body.speaks", "meeting.noun", "body.meets"), *before)
        return tells and not scanned.cues.any_of_within(_NOT_THERE, *before)


_NOT_THERE = ("body.not_present", "meeting.last_time")
_SAID_AT = r"(?: \w+){0,2}? tại {meeting.noun}(?!\w)"
_QUOTED_WITHIN = 1200


def sentence_before(scanned: ScannedText, position: int) -> Range | None:
    """The sentence that ends before a position, or None."""
    source = scanned.source
    end = position
    while end > 0 and source.folded[end - 1].isspace():
        end -= 1
    return None if end == 0 else sentence_at(source, end - 1, max(0, end - _LONGEST_BEFORE), end)


_LONGEST_BEFORE = 800


@dataclass(frozen=True, slots=True)
class IsTask:
    """What a body does is what it was told to do: “giao Sở A | báo cáo”, “- Sở A | báo cáo | trước ngày 15”."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it is."""
        cues = scanned.cues
        if cues.any_within("meeting.deadline", cue.end, min(stretch.end, cue.end + _DEADLINE_WITHIN)):
            return True
        floor = stretch.start
        heard = cues.last_within("body.heard", floor, cue.start)
        for told in cues.within("body.told_to", floor if heard is None else heard.end, cue.start):
            behind = told.end + 1
            if Inside("meeting.noun").holds(scanned, told, stretch):
                continue  # “buổi giao ban”
            if scanned.source.folded.startswith(":", told.end) or cues.at("body.head", behind) is not None:
                return True
        return self._in_list_of_tasks(scanned, cue)

    def _in_list_of_tasks(self, scanned: ScannedText, cue: Cue) -> bool:
        """Whether the line is one of a bulleted list whose introducing line tells bodies to do something."""
        source = scanned.source
        number = source.line_number(cue.start)
        for above in range(number, max(-1, number - _MOST_LINES), -1):
            start, end = source.line(above)
            if _BULLETED.match(source.folded, start, end) is None and start < end:
                ends_open = source.folded[max(start, end - 3) : end].rstrip().endswith(":")
                return above < number and ends_open and scanned.cues.any_within("body.told_to", start, end)
        return False
