"""From how many places, and by how many people, a meeting was attended.

Hội nghị được tổ chức trực tuyến tại 70 điểm cầu với hơn 1.200 đại biểu · 1.900 đại biểu/75 điểm cầu
với sự tham dự của 47/50 đại biểu HĐND tỉnh · gần 2.500 cán bộ, đoàn viên tại 58 điểm cầu

The first count of the whole meeting is its total. What is said of one site, of each, of a meeting to come, of people
who are elected, rewarded, absent or only asked, is none.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from partyreports.construct import construct
from partyreports.grammar.numbers import count_before
from partyreports.grammar.sentences import sentence_at
from partyreports.models import FoundCount, Qualifier
from partyreports.rules import CueRule, RuleTable, in_force
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText, scan
from partyreports.text.spans import Range

_SENTENCE = 1200
"""Characters around a count that are read as its sentence."""
_CLAUSE = 90
"""Characters before a number within which its clause says what is counted; a comma ends it earlier."""
_ATTENDING_BEHIND = 70
"""Characters behind the noun within which “tham dự” may stand: “đảng viên của toàn Đảng bộ | tham dự”."""
_ATTENDING_BEFORE = 90
_OF_SITE_WITHIN = 110
"""Characters between a local site and a number that may be said of it: a name and two positions."""
_FIRST_FUTURE = 60
"""Characters from the head of a sentence in which a word of the future rules all of it: “Dự kiến, tham dự có …”."""


class Count(NamedTuple):
    """A count read at a place of the analysed text."""

    start: int
    end: int
    value: int
    qualifier: Qualifier


# --- guards


@dataclass(frozen=True, slots=True)
class OfOneSite:
    """The number is said of one site, of each, or of one unit that attended with its people."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it is."""
        cues, folded = scanned.cues, scanned.source.folded
        floor = max(stretch.start, folded.rfind(";", stretch.start, cue.start) + 1)
        if cues.any_within("attendance.each", max(floor, cue.start - _CLAUSE), cue.start):
            return True
        for site in cues.within("attendance.site", max(floor, cue.start - 2 * _OF_SITE_WITHIN), cue.start):
            if count_before(folded, floor, site.start) is not None:
                continue  # “tại 5 đầu cầu: Hà Nội, …”: all of them
            if cues.ending_at("attendance.starting_from", site.start - 1) is not None:
                continue  # “từ điểm cầu trụ sở Bộ tới 63 điểm cầu”: where the connection begins
            behind = _skip(folded, site.end)
            named = behind < cue.start and cues.at("attendance.whole", behind) is None and folded[behind].isalpha()
            is_near = cue.start - site.end <= _OF_SITE_WITHIN
            if named and is_near and not cues.any_within("meeting.noun", site.end, cue.start):
                return True
        return self._of_one_unit(scanned, cue, floor)

    def _of_one_unit(self, scanned: ScannedText, cue: Cue, floor: int) -> bool:
        """“Tòa án tỉnh tham dự hội nghị với hơn 175 đại biểu”."""
        cues = scanned.cues
        verb = cues.last_within("attendance.attending", floor, cue.start)
        if verb is None or " với " not in scanned.source.folded[verb.end : cue.start]:
            return False
        return cues.at("body.head", floor) is not None


@dataclass(frozen=True, slots=True)
class ToCome:
    """The sentence tells of what is to come."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it does."""
        cues = scanned.cues
        head = min(cue.start, stretch.start + _FIRST_FUTURE)
        clause = max(stretch.start, cue.start - _CLAUSE)
        return cues.any_within("meeting.future", stretch.start, head) or cues.any_within(
            "meeting.future", clause, cue.start
        )


@dataclass(frozen=True, slots=True)
class InClause:
    """A cue of `group` stands before the noun in its clause, its number aside."""

    group: str

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether such a cue stands there."""
        start, text = _clause_start(scanned, cue.start, stretch), scanned.source.text
        found = scanned.cues.within(self.group, start, cue.start)
        return any(text[one.start].islower() or one.start == start for one in found)  # (and no “Cần Thơ”)


@dataclass(frozen=True, slots=True)
class RightAfter:
    """A cue of `group` follows the noun, and is not “dự” of those who attend."""

    group: str

    def holds(self, scanned: ScannedText, cue: Cue, _stretch: Range) -> bool:
        """Whether such a cue follows."""
        return scanned.cues.at(self.group, _skip(scanned.source.folded, cue.end)) is not None


@dataclass(frozen=True, slots=True)
class SaidToAttend:
    """“tham dự” stands near the people, or their number is given for the meeting."""

    strictly: bool = False
    """Whether a verb or noun of attending is asked for."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it is."""
        cues, folded = scanned.cues, scanned.source.folded
        limit = min(stretch.end, cue.end + _ATTENDING_BEHIND)
        stop = min((at for sign in ".;:" if (at := folded.find(sign, cue.end, limit)) >= 0), default=limit)
        floor = max(stretch.start, cue.start - _ATTENDING_BEFORE)
        of_meeting = OfMeeting().holds(scanned, cue, stretch)
        for group in ("attendance.attending", "attendance.presence"):
            for verb in (*cues.within(group, floor, cue.start), *cues.within(group, cue.end, stop)):
                if of_meeting or "bare" not in verb.entry.flags:
                    return True
        if self.strictly or not of_meeting:
            return False
        number = count_before(folded, stretch.start, cue.start, _classifiers(scanned))
        if number is None:
            return False
        begin = _qualifier(scanned, stretch.start, number.start)[1]
        if cues.ending_at("attendance.gathers", begin) is not None:
            return True
        line = scanned.source.line_at(cue.start)
        return begin <= line.start + 1 or folded[begin - 2 : begin].strip() in {",", "(", "/", ":"}


@dataclass(frozen=True, slots=True)
class OfMeeting:
    """A meeting is named in the sentence."""

    def holds(self, scanned: ScannedText, _cue: Cue, stretch: Range) -> bool:
        """Whether one is."""
        cues = scanned.cues
        return cues.any_within("meeting.noun", *stretch) or cues.any_within("attendance.site", *stretch)


@dataclass(frozen=True, slots=True)
class OfCongressToldOf:
    """A congress, and no other meeting, is named in the sentence: it may be a congress that is only mentioned."""

    def holds(self, scanned: ScannedText, _cue: Cue, stretch: Range) -> bool:
        """Whether it is so."""
        nouns = scanned.cues.within("meeting.noun", *stretch)
        return bool(nouns) and all(noun.entry.group == "meeting.noun.congress" for noun in nouns)


# --- producer and rules


def _count(scanned: ScannedText, cue: Cue, stretch: Range) -> Count | None:
    folded = scanned.source.folded
    number = count_before(folded, stretch.start, cue.start, _classifiers(scanned))
    if number is None or number.value <= 1:
        return None
    qualifier, start = _qualifier(scanned, stretch.start, number.start)
    return Count(start, cue.end, number.value, qualifier)


_NOT_THIS_MEETING = (OfOneSite(), ToCome())
_OTHER_PEOPLE = (InClause("attendance.counted_otherwise"), RightAfter("attendance.not_attending"))

SITES: tuple[CueRule[Count], ...] = (
    CueRule(
        id="attendance.sites",
        cue="attendance.site",
        unless=_NOT_THIS_MEETING,
        produce=_count,
        accepts={
            "Hội nghị kết nối từ điểm cầu chính đến các điểm cầu tại các đảng ủy với 1.020 điểm cầu.": 1020,
            "Hội nghị trực tuyến tại bảy mươi điểm cầu.": 70,
            "Hội nghị được kết nối từ điểm cầu trụ sở Bộ tới 63 điểm cầu cấp tỉnh.": 63,
            "Hội nghị diễn ra tại 1 143 điểm cầu.": 1143,
        },
        refuses=(
            "Tại điểm cầu Hà Nội, hội nghị bắt đầu đúng giờ.",
            "Hội nghị kết nối với các điểm cầu tại 63 tỉnh.",
            "Vào thời điểm cầu sập, hội nghị đang diễn ra.",
            "Hội nghị tháng sau dự kiến có 70 điểm cầu.",
        ),
    ),
)
DELEGATES: tuple[CueRule[Count], ...] = (
    CueRule(
        id="attendance.delegates",
        cue="attendance.people",
        when=(SaidToAttend(),),
        unless=(*_NOT_THIS_MEETING, *_OTHER_PEOPLE, RightAfter("attendance.members")),
        produce=_count,
        accepts={
            "Hội nghị có khoảng 300 đại biểu tham dự.": 300,
            "Sở tổ chức hội nghị với một nghìn hai trăm đại biểu.": 1200,
            "Có 1.900 đại biểu/75 điểm cầu dự hội nghị.": 1900,
            "Cùng 135/135 đại biểu chính thức tham dự Đại hội.": 135,
        },
        refuses=(
            "Bế mạc, ban tổ chức tặng quà hai đại biểu cao tuổi.",
            "Có 4 đại biểu vắng mặt.",
            "Hội nghị giới thiệu 16 đại biểu ứng cử.",
            "Hội nghị có 63 điểm cầu, điểm cầu tỉnh Kon Tum có 120 đại biểu.",
            "Tòa án tỉnh tham dự hội nghị với hơn 175 đại biểu.",
            "Dự kiến, tham dự hội nghị có khoảng 120 đại biểu.",
            "Hội nghị nghe ý kiến 500 đại biểu Quốc hội.",
        ),
    ),
    CueRule(
        id="attendance.members",
        cue="attendance.people",
        when=(SaidToAttend(strictly=True), RightAfter("attendance.members")),
        unless=(*_NOT_THIS_MEETING, *_OTHER_PEOPLE),
        produce=_count,
        accepts={"Kỳ họp diễn ra với sự tham dự của 47/50 đại biểu HĐND tỉnh.": 47},
        refuses=("Hội nghị nghe 500 đại biểu Quốc hội tham gia ý kiến.", "Có 500 đại biểu Quốc hội bấm nút."),
    ),
    CueRule(
        id="attendance.people_attending",
        cue="attendance.people_if_attending",
        when=(SaidToAttend(strictly=True), OfMeeting()),
        unless=(*_NOT_THIS_MEETING, *_OTHER_PEOPLE),
        produce=_count,
        accepts={
            "Hội nghị có 450 đảng viên của toàn Đảng bộ tham dự.": 450,
            "Tham gia hội nghị có 286 cán bộ cốt cán.": 286,
            "Hội nghị diễn ra với sự tham gia của gần 2.500 cán bộ, đoàn viên tại 58 điểm cầu.": 2500,
        },
        refuses=(
            "Hội nghị nghe báo cáo về 295 đảng viên bị kỷ luật.",
            "Theo quy định, hội nghị cần tối thiểu 8 người tham dự.",
            "Trong năm, ngành đã mở 300 lớp với 54.000 người tham dự.",
        ),
    ),
)


def first_count(
    scanned: ScannedText, rules: Sequence[CueRule[Count]], places: Iterable[Range], *, of_congress: bool
) -> tuple[str, Count] | None:
    """The first count of the whole meeting, rule by rule, with the rule that read it.

    Args:
        scanned: the text.
        rules: what to look for, the surest first.
        places: where, in the order in which places are believed.
        of_congress: whether the meeting is a congress itself.
    """
    places = list(places)
    begins = scanned.cues.starts(tuple(dict.fromkeys(rule.cue for rule in rules))).among(places)
    places = [place for place in places if place in begins]
    for rule in in_force(rules, scanned):
        if not scanned.cues.has(rule.cue):
            continue
        for place in places:
            stretch = Range(place.start, place.start)
            for cue in scanned.cues.within(rule.cue, *place):
                if not _is_counted(scanned, cue):
                    continue  # nearly every noun ends here
                if cue.end > stretch.end:
                    stretch = sentence_of(scanned, cue.start, place)
                if not of_congress and OfCongressToldOf().holds(scanned, cue, stretch):
                    continue
                if rule.applies(scanned, cue, stretch) and (count := rule.produce(scanned, cue, stretch)) is not None:
                    return rule.id, count
    return None


def sentence_of(scanned: ScannedText, position: int, place: Range) -> Range:
    """The sentence of a place in the text."""
    start = max(place.start, position - _SENTENCE)
    end = min(place.end, position + _SENTENCE)
    return sentence_at(scanned.source, position, start, end) or Range(start, end)


def count_model(scanned: ScannedText, found: tuple[str, Count] | None) -> FoundCount | None:
    """The model of a count and its rule."""
    if found is None:
        return None
    rule, count = found
    text, span = scanned.source.quoted(count.start, count.end)
    return construct(FoundCount, text=text, span=span, rule=rule, value=count.value, qualifier=count.qualifier)


# --- what stands around the number


def _is_counted(scanned: ScannedText, cue: Cue) -> bool:
    floor = max(0, cue.start - 1)
    return floor > 0 and count_before(scanned.source.folded, 0, cue.start, _classifiers(scanned)) is not None


def _classifiers(scanned: ScannedText) -> tuple[str, ...]:
    return scanned.lexicon.forms("attendance.classifier")


def _skip(folded: str, position: int) -> int:
    while position < len(folded) and folded[position] == " ":
        position += 1
    return position


def _clause_start(scanned: ScannedText, position: int, stretch: Range) -> int:
    """Where the clause of a place begins: behind a semicolon or a comma, or at the head of the sentence."""
    floor = max(stretch.start, position - _CLAUSE)
    folded = scanned.source.folded
    number = count_before(folded, floor, position, _classifiers(scanned))
    end = position if number is None else number.start
    comma = max(folded.rfind(sign, floor, end) for sign in (", ", "; ", ": "))
    return max(floor, comma + 1)


def _qualifier(scanned: ScannedText, floor: int, start: int) -> tuple[Qualifier, int]:
    cue = scanned.cues.ending_at("attendance.qualifier", start)
    if cue is None or cue.start < floor:
        return Qualifier.EXACT, start
    return Qualifier(str(cue.value)), cue.start


def _reads(rules: Sequence[CueRule[Count]]) -> Callable[[str], list[tuple[str, int]]]:
    def read(text: str) -> list[tuple[str, int]]:
        scanned = scan(text)
        place = Range(0, len(scanned.source))
        found = [first_count(scanned, (rule,), (place,), of_congress=True) for rule in rules]
        return [(one[0], one[1].value) for one in found if one is not None]

    return read


SITES_TABLE = RuleTable("sites", "How many sites were connected.", SITES, _reads(SITES))
DELEGATES_TABLE = RuleTable("delegates", "How many people attended.", DELEGATES, _reads(DELEGATES))
