"""Guards of the mentions: which meeting is meant, as what stands around its name says."""

import re
from dataclasses import dataclass

from partyreports.rules import Before
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range


@dataclass(frozen=True, slots=True)
class InDocumentName:
    """A document is named before the cue in the same clause: “Nghị quyết số 11/NQ-CP Phiên họp Chính phủ”."""

    within: int

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether one is."""
        start = max(stretch.start, cue.start - self.within)
        document = scanned.cues.last_within("meeting.of_document", start, cue.start)
        return document is not None and not _BREAK.search(scanned.source.folded, document.end, cue.start)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number follows: “Đại hội XIII”, “Đại hội Đảng lần thứ X”, “Đại hội 19”."""

    def holds(self, scanned: ScannedText, cue: Cue, _stretch: Range) -> bool:
        """Whether one does."""
        pattern = scanned.lexicon.compile(_NUMBER_AFTER)
        return pattern.match(scanned.source.folded, cue.end) is not None


@dataclass(frozen=True, slots=True)
class OfCentre:
    """A plenum of the party's centre is named by its number: “Hội nghị Trung ương 4 khóa XII”."""

    def holds(self, scanned: ScannedText, cue: Cue, _stretch: Range) -> bool:
        """Whether one is."""
        pattern = scanned.lexicon.compile(_PLENUM_AFTER)
        return pattern.match(scanned.source.folded, cue.end) is not None


@dataclass(frozen=True, slots=True)
class Next:
    """It is the next one: “kỳ họp tới,”."""

    def holds(self, scanned: ScannedText, cue: Cue, _stretch: Range) -> bool:
        """Whether the words after the cue say so."""
        return _NEXT.match(scanned.source.folded, cue.end) is not None


@dataclass(frozen=True, slots=True)
class Several:
    """A number above one stands right before: “3 kỳ họp vừa qua”, but not “ngày 5 hội nghị bế mạc”, “tổ số 3 họp”."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether one does."""
        number = _COUNT_BEFORE.search(scanned.source.folded, max(stretch.start, cue.start - _COUNT), cue.start)
        return number is not None and all(
            scanned.cues.ending_at(group, number.start()) is None for group in _BEFORE_A_NUMBER
        )


_AGO = r"(?:\d{1,2}|{number_words}) {meeting.ago}(?!\w)"
"""“khoảng 10 ngày trước”: told in its sentence, it dates another meeting than the one of the day."""
_IN_A_YEAR = r"(?:(?:từ|vào|trong|{time.first}|{time.last}) )?{time.year} {year}, (?:tại|trong|ở)(?!\w)"
_COUNT = 4
"""Characters of a number of meetings and the spaces around it: “ 12 ”."""
_COUNT_BEFORE = re.compile(r"(?<![\w/.,-])(?:0?[2-9]|[1-9]\d) $")
_BEFORE_A_NUMBER = ("meeting.number_label", "time.day", "time.month", "time.year", "time.opens_date", "time.term")


@dataclass(frozen=True, slots=True)
class OpensEarlier:
    """Its sentence begins with “Trước đó,”, “Năm 2016, tại”: what it tells came before the meeting that is reported."""

    def holds(self, scanned: ScannedText, _cue: Cue, stretch: Range) -> bool:
        """Whether it does."""
        opening = scanned.cues.at("meeting.earlier", stretch.start)
        if opening is not None:
            return scanned.source.folded.startswith((",", " tại"), opening.end)
        return scanned.lexicon.compile(_IN_A_YEAR).match(scanned.source.folded, stretch.start, stretch.end) is not None


@dataclass(frozen=True, slots=True)
class SomeTimeAgo:
    """“khoảng 10 ngày trước, huyện đã | họp”: a number of days, weeks or months before the cue, in its sentence."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether one is told."""
        start = max(stretch.start, cue.start - _CLAUSE)
        return scanned.lexicon.compile(_AGO).search(scanned.source.folded, start, cue.start) is not None


@dataclass(frozen=True, slots=True)
class OpensPlan:
    """Its sentence begins with “Theo kế hoạch,”, and says no “hôm nay”: what it tells is a plan."""

    def holds(self, scanned: ScannedText, _cue: Cue, stretch: Range) -> bool:
        """Whether it does."""
        opening = scanned.cues.at("meeting.planned", stretch.start)
        if opening is None or not scanned.source.folded.startswith(",", opening.end):
            return False
        return not scanned.cues.any_within("time.now", stretch.start, stretch.end)


@dataclass(frozen=True, slots=True)
class WillBeHeld:
    """“sẽ phối hợp với Sở A | tổ chức | diễn đàn”: a verb of holding, and in its clause a word for the future."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether they stand there."""
        held = scanned.cues.ending_at("meeting.held", cue.start)
        if held is None:
            return False
        start = max(stretch.start, held.start - _CLAUSE)
        will = scanned.cues.last_within("meeting.future", start, held.start)
        return will is not None and not _CLAUSE_BREAK.search(scanned.source.folded, will.end, held.start)


@dataclass(frozen=True, slots=True)
class SaidToCome:
    """“Diễn đàn du lịch các tỉnh miền núi năm 2019 | sẽ diễn ra”: behind the whole name of the meeting."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it is said, of a meeting that no verb of holding stands before."""
        if scanned.cues.ending_at("meeting.held", cue.start) is not None:
            return False
        end = min(stretch.end, cue.end + _CLAUSE)
        will = scanned.cues.first_within("meeting.future_after", cue.end, end)
        if will is None or _CLAUSE_BREAK.search(scanned.source.folded, cue.end, will.start):
            return False
        return not any(
            scanned.cues.any_within(group, cue.end, will.start) for group in ("meeting.held", "meeting.noun")
        )


@dataclass(frozen=True, slots=True)
class SaidToBeEarlier:
    """“phiên họp của Thường trực Tỉnh ủy | tuần trước”: behind the whole name of the meeting."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it is said."""
        end = min(stretch.end, cue.end + _CLAUSE)
        earlier = scanned.cues.first_within("meeting.last_time", cue.end, end)
        return earlier is not None and not _CLAUSE_BREAK.search(scanned.source.folded, cue.end, earlier.start)


@dataclass(frozen=True, slots=True)
class SaidThere:
    """“Ý kiến của ông An tại | phiên họp | gây tranh cãi”: what was said there is talked about, not the meeting.

    But “Đó là ý kiến của ông An tại hội nghị” tells where the news comes from.
    """

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it is."""
        cues, folded = scanned.cues, scanned.source.folded
        if cues.any_within("meeting.source", stretch.start, cue.start) or _SOURCE.match(folded, stretch.start):
            return False
        start = max(stretch.start, cue.start - _CLAUSE)
        said = cues.last_within("meeting.saying", start, cue.start)
        if said is None or not folded.startswith(" của ", said.end):
            return False
        speech = cues.last_within("meeting.speech", stretch.start, said.end)
        if speech is not None and speech.start < said.start:  # (“phát biểu kết luận của ông An tại”: it is printed)
            return False
        return folded.endswith(" tại ", said.end, cue.start) and not _SAID_BREAK.search(folded, said.end, cue.start)


@dataclass(frozen=True, slots=True)
class InBrackets:
    """It only explains the mention before it: “kỳ họp thứ 13 (kỳ họp bất thường)”."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it does."""
        return scanned.source.folded[cue.start - 1 : cue.start] == "(" and scanned.cues.any_within(
            "meeting.noun", max(stretch.start, cue.start - _CLAUSE), cue.start
        )


@dataclass(frozen=True, slots=True)
class OfPreparedSession:
    """“sau phiên bế mạc | kỳ họp |”: it follows its session, and that is held before, or prepared."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it does."""
        session = scanned.cues.ending_at("meeting.noun", cue.start)
        return session is not None and Before("meeting.preparing").holds(scanned, session, stretch)


@dataclass(frozen=True, slots=True)
class OfOrganisers:
    """It is named by those who prepare it: “Ban Tổ chức diễn đàn”, but not “Ủy ban tổ chức diễn đàn”."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether the board stands right before the cue, with capitals: “chiều 5/3, Ban tổ chức họp” has a verb."""
        board = scanned.cues.ending_at("meeting.organisers", cue.start)
        if board is None or board.start < stretch.start:
            return False
        first, *others = scanned.source.text[board.start : board.end].split(" ")
        is_name = not others or others[0][0].isupper() or board.start == stretch.start
        return first[0].isupper() and is_name


@dataclass(frozen=True, slots=True)
class AnnouncedToThePress:
    """“họp báo giới thiệu | diễn đàn | năm nay”: what a press conference before it in the sentence is about."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether one stands there, and the cue is another meeting."""
        told = scanned.cues.last_within("meeting.announces", stretch.start, cue.start)
        if told is None or cue.value == _TO_THE_PRESS:
            return False
        before = scanned.cues.within("meeting.noun", stretch.start, told.start)
        return any(one.value == _TO_THE_PRESS for one in before)


_TO_THE_PRESS = "hop_bao"


@dataclass(frozen=True, slots=True)
class OneOfADay:
    """“Hôm qua, tại trường đã | diễn ra một | hội thảo”: told with a day and a verb, it is not any meeting."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it is."""
        number = scanned.cues.ending_at("meeting.many.one", cue.start)
        if number is None or scanned.cues.ending_at("meeting.held", number.start) is None:
            return False
        return _is_dated(scanned, stretch)


def _is_dated(scanned: ScannedText, stretch: Range) -> bool:
    return any(scanned.cues.any_within(group, *stretch) for group in ("time.day", "time.part_of_day", "time.now"))


@dataclass(frozen=True, slots=True)
class NotDone:
    """“nên | họp”, “khi | họp”; but “nói | khi làm việc với | Sở Y tế chiều 5/3” tells of a day."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether what the verb tells did not happen, or is not told."""
        word = scanned.cues.ending_at("meeting.not_done", cue.start)
        if word is None or word.start < stretch.start:
            return False
        return not _is_dated(scanned, stretch) or "on_a_day" not in word.entry.flags


_BEFORE_IT = r"(?<!\w){meeting.comes_before} (?:\w+ ){1,8}$"


@dataclass(frozen=True, slots=True)
class WhatCameBefore:
    """“vài giờ trước khi Hội đồng Bảo an | nhóm họp”: what is told came before the meeting."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it is."""
        start = max(stretch.start, cue.start - _CLAUSE)
        return scanned.lexicon.compile(_BEFORE_IT).search(scanned.source.folded, start, cue.start) is not None


_CLAUSE = 80
"""Characters of a clause in which a meeting and what is said of its time belong together."""
_CLAUSE_BREAK = re.compile(r"[,;:.“”\"()]")

_SAID_BREAK = re.compile(r"[;:.“”\"()]")
_SOURCE = re.compile(r"\W{0,8}+(?:đó|đây|trên|theo)(?!\w)")
_NEXT = re.compile(r" (?:lần )?(?:tới|tiếp theo)(?: ?[,.;:)”\n]|$)")
_BREAK = re.compile(r"[,;:.]|(?<!\w)(?:tại|trong|của|do|ở)(?!\w)")
_NUMBER_AFTER = r"(?: đảng)?(?: toàn quốc)?(?: lần)?(?: thứ)? (?:{roman}|\d{1,2})(?![\w/.])"
_PLENUM_AFTER = r" {citation.centre} (?:{roman}|\d{1,2}|{number_words})(?![\w/.])"
