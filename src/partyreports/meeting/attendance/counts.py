"""From how many places, and by how many people, a meeting was attended.

Hội nghị được tổ chức trực tuyến tại 70 điểm cầu với hơn 1.200 đại biểu · 1.900 đại biểu/75 điểm cầu
với sự tham dự của 47/50 đại biểu HĐND tỉnh · gần 2.500 cán bộ, đoàn viên tại 58 điểm cầu

The first count of the whole meeting is its total. What is said of one site, of each, of a meeting to come, of people
who are elected, rewarded, absent or only asked, is none.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from partyreports.construct import construct
from partyreports.grammar.numbers import count_before, read_count
from partyreports.grammar.sentences import sentence_at
from partyreports.meeting.attendance.count_context import (
    AtSites,
    ClosesList,
    Drawn,
    FillsHall,
    Held,
    InClause,
    OfCongressToldOf,
    OfMeeting,
    OfOneSite,
    OfSeveral,
    OfSubject,
    RightAfter,
    SaidToAttend,
    SaysNothingElse,
    ToCome,
    classifiers,
    qualifier_before,
)
from partyreports.meeting.mentions.elsewhere import AfterOtherEvent, OfEarlierOne, OpensOtherTime
from partyreports.models import FoundCount, Qualifier
from partyreports.rules import CueRule, RuleTable, in_force
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText, scan
from partyreports.text.spans import Range

_SENTENCE = 1200
"""Characters around a count that are read as its sentence."""


class Count(NamedTuple):
    """A count read at a place of the analysed text."""

    start: int
    end: int
    value: int
    qualifier: Qualifier


def _count(scanned: ScannedText, cue: Cue, stretch: Range) -> Count | None:
    folded = scanned.source.folded
    number = count_before(folded, stretch.start, cue.start, classifiers(scanned))
    if number is None or number.value <= 1:
        return None
    qualifier, start = qualifier_before(scanned, stretch.start, number.start)
    return Count(start, cue.end, number.value, qualifier)


def _count_behind(scanned: ScannedText, cue: Cue, stretch: Range) -> Count | None:
    """“Số đại biểu có mặt: | 48/50”, “Tổng số đại biểu dự hội nghị là | 150”."""
    folded = scanned.source.folded
    lead = scanned.lexicon.compile(_BEHIND_LABEL).match(folded, cue.end, stretch.end)
    number = None if lead is None else read_count(folded, lead.end())
    if number is None or number.value <= 1:
        return None
    return Count(number.start, number.end, number.value, Qualifier.EXACT)


_BEHIND_LABEL = r"(?: {attendance.attending})?(?: {meeting.noun})? ?(?::|là|có) {0,2}"

_NOT_THIS_MEETING = (
    OfOneSite(),
    ToCome(),
    OpensOtherTime(),
    AfterOtherEvent(),
    OfEarlierOne(),
    InClause("attendance.part"),
)
_OTHER_PEOPLE = (
    InClause("attendance.counted_otherwise"),
    RightAfter("attendance.not_attending"),
    RightAfter("body.reports", behind="attendance.attending"),
    RightAfter("attendance.other_object", behind="attendance.attending"),
)

SITES: tuple[CueRule[Count], ...] = (
    CueRule(
        id="attendance.sites",
        cue="attendance.site",
        unless=(*_NOT_THIS_MEETING, InClause("attendance.installed")),
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
            "Đến nay, tỉnh đã lắp đặt 120 điểm cầu tại các xã.",
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
            "Hơn 80 đại biểu đã nghe hai chuyên đề.": 80,
            "Hội nghị có 1 triệu 200 nghìn đại biểu tham dự.": 1200000,
            "Trời mưa to. Gần một trăm đại biểu dự họp.": 100,
            "Đại hội diễn ra sáng nay, có 58 đại biểu dự.": 58,
        },
        refuses=(
            "Bế mạc, ban tổ chức tặng quà hai đại biểu cao tuổi.",
            "Có 4 đại biểu vắng mặt.",
            "Sáng nay có 6 đại biểu, trong đó 2 nữ, nói về dự án cầu.",
            "Hội nghị giới thiệu 16 đại biểu ứng cử.",
            "Hội nghị có 63 điểm cầu, điểm cầu tỉnh Kon Tum có 120 đại biểu.",
            "Tòa án tỉnh tham dự hội nghị với hơn 175 đại biểu.",
            "Dự kiến, tham dự hội nghị có khoảng 120 đại biểu.",
            "Hội nghị nghe ý kiến 500 đại biểu Quốc hội.",
            "Hội nghị năm ngoái có 400 đại biểu tham dự.",
            "Hội nghị thông qua đề án tổ chức đại hội với 250 đại biểu tham dự.",
            "Trước đó, hội nghị cấp huyện có 150 đại biểu tham dự.",
            "Hội nghị đã có 12 đại biểu tham dự phát biểu ý kiến.",
            "Tổ thảo luận số 2 của hội nghị có 14 đại biểu tham dự.",
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
        unless=(*_NOT_THIS_MEETING, *_OTHER_PEOPLE, OfSeveral()),
        produce=_count,
        accepts={
            "Hội nghị có 450 đảng viên của toàn Đảng bộ tham dự.": 450,
            "Tham gia hội nghị có 286 cán bộ cốt cán.": 286,
            "Hội nghị diễn ra với sự tham gia của gần 2.500 cán bộ, đoàn viên tại 58 điểm cầu.": 2500,
            "Dự hội nghị có ông Lê Văn Tám, Bí thư Đảng ủy, Chủ tịch HĐND xã; bà Hồ Thị Na, Phó Bí thư Thường trực "
            "Đảng ủy; ông Vi Văn Xoan, Chủ tịch UBND xã, cùng hơn 60 hội viên.": 60,
        },
        refuses=(
            "Hội nghị nghe báo cáo về 295 đảng viên bị kỷ luật.",
            "Theo quy định, hội nghị cần tối thiểu 8 người tham dự.",
            "Trong năm, ngành đã mở 300 lớp với 54.000 người tham dự.",
            "Trong năm, có 3.000 lượt người tham gia các lớp tập huấn.",
            "Sở đã tổ chức 12 hội nghị với 1.200 người tham dự.",
            "Hội nghị ghi nhận 45.000 người tham gia bảo hiểm y tế.",
            "Hội nghị thống nhất tổ chức mít tinh với 900 người tham dự.",
        ),
    ),
    CueRule(
        id="attendance.people_of_list",
        cue="attendance.people_if_attending",
        when=(ClosesList(),),
        unless=(*_NOT_THIS_MEETING, *_OTHER_PEOPLE, OfSeveral()),
        produce=_count,
        accepts={"Chiều 5/3, Sở tổ chức hội nghị. Về dự có các đồng chí lãnh đạo tỉnh cùng 250 cán bộ các xã.": 250},
        refuses=(
            "Về dự có các đồng chí lãnh đạo tỉnh cùng 250 cán bộ các xã.",
            "Chiều 5/3, Sở tổ chức hội nghị. Tham gia sản xuất có hợp tác xã cùng 250 nông dân.",
        ),
    ),
    CueRule(
        id="attendance.people_in_hall",
        cue="attendance.people_if_attending",
        when=(FillsHall(),),
        unless=_NOT_THIS_MEETING,
        produce=_count,
        accepts={"Hơn 300 phụ huynh ngồi kín phòng.": 300},
        refuses=("Hơn 300 phụ huynh phản đối.", "Bí thư kể rằng 300 phụ huynh ngồi kín sân trường."),
    ),
    CueRule(
        id="attendance.people_drawn",
        cue="attendance.people_if_attending",
        when=(Drawn("attendance.draws"),),
        unless=(*_NOT_THIS_MEETING, *_OTHER_PEOPLE, OfSeveral()),
        produce=_count,
        accepts={"Hội thảo do khoa Luật tổ chức, thu hút hơn 95 giảng viên, học viên.": 95},
        refuses=("Câu lạc bộ thu hút 95 giảng viên.", "Hội nghị nghe báo cáo về việc thu hút 95 bác sĩ."),
    ),
    CueRule(
        id="attendance.people_at_sites",
        cue="attendance.people_if_attending",
        when=(AtSites(),),
        unless=(*_NOT_THIS_MEETING, *_OTHER_PEOPLE, OfSeveral()),
        produce=_count,
        accepts={"Toàn huyện có 12 điểm cầu với hơn 500 đảng viên.": 500},
        refuses=("Điểm cầu xã Tân An có 45 đảng viên.", "Tại 12 xã có 500 đảng viên."),
    ),
    CueRule(
        id="attendance.people_of_subject",
        cue="attendance.people_if_attending",
        when=(OfSubject(),),
        unless=(*_NOT_THIS_MEETING, *_OTHER_PEOPLE, OfSeveral()),
        produce=_count,
        accepts={"Buổi đối thoại có hơn 150 thanh niên.": 150, "Hội nghị gồm 90 cán bộ chủ chốt của huyện.": 90},
        refuses=("Hội nghị có 9 đồng chí phát biểu.", "Sau hội nghị có 60 thanh niên lên đường."),
    ),
    CueRule(
        id="attendance.people_held_for",
        cue="attendance.people_if_attending",
        when=(Held(), Drawn("attendance.held_for")),
        unless=(*_NOT_THIS_MEETING, *_OTHER_PEOPLE, OfSeveral()),
        produce=_count,
        accepts={"Ngày 2/9, Công đoàn tổ chức hội nghị tập huấn tài chính cho gần 60 đồng chí là kế toán.": 60},
        refuses=(
            "Tại hội nghị, Công đoàn trao quà cho 60 đồng chí.",
            "Hội đã tổ chức 12 lớp tập huấn cho 500 hội viên.",
        ),
    ),
    CueRule(
        id="attendance.total",
        cue="attendance.total",
        unless=_NOT_THIS_MEETING,
        produce=_count_behind,
        accepts={"Số đại biểu có mặt: 48/50.": 48, "Tổng số đại biểu dự hội nghị là 152.": 152},
        refuses=("Số đại biểu vắng mặt: 3.", "Tổng số đại biểu tăng thêm 5."),
    ),
    CueRule(
        id="attendance.delegates_alone",
        cue="attendance.people",
        when=(SaysNothingElse(),),
        unless=(*_NOT_THIS_MEETING, *_OTHER_PEOPLE, OfSeveral(), RightAfter("attendance.members")),
        produce=_count,
        accepts={
            "Sở tổ chức hội nghị ngày 2/3. Có 200 đại biểu, đại diện cho 3.000 hội viên về dự.": 200,
            "Sở tổ chức hội nghị ngày 2/3. Có 220 đại biểu, trong đó 90 người từ các xã.": 220,
            "Sở tổ chức hội nghị ngày 2/3. Trong tổng số 41 đại biểu có chín chuyên gia.": 41,
        },
        refuses=(
            "Sở tổ chức hội nghị ngày 2/3. Có 12 đại biểu, trong đó 5 nữ, phát biểu ý kiến.",
            "Sở tổ chức hội nghị. Hai đại biểu hỏi về lương.",
            "Có 200 đại biểu là lãnh đạo các phòng.",
        ),
    ),
    CueRule(
        id="attendance.people_alone",
        cue="attendance.people_if_attending",
        when=(SaysNothingElse(),),
        unless=(*_NOT_THIS_MEETING, *_OTHER_PEOPLE, OfSeveral()),
        produce=_count,
        accepts={
            "Chiều 5/3, Sở tổ chức hội nghị. Có hơn 120 cán bộ, đảng viên tham dự.": 120,
            "Giám đốc Sở chủ trì buổi họp báo. Gần 70 phóng viên có mặt.": 70,
        },
        refuses=(
            "Có hơn 120 cán bộ tham dự.",
            "Sở tổ chức hội nghị ngày 2/3. Trong tổng số 120 cán bộ có 30 người chưa qua đào tạo.",
            "Sau hội nghị, xã ra quân. Hơn 500 người dân tham gia dọn vệ sinh.",
            "Sở họp tổng kết hội nghị. Năm qua, 900 người tham dự.",
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
    counted: dict[str, list[tuple[Cue, Range]]] = {}
    for rule in in_force(rules, scanned):
        if not scanned.cues.has(rule.cue):
            continue
        if rule.cue not in counted:
            counted[rule.cue] = list(islice(_counted(scanned, rule, places), _MOST_COUNTS))
        for cue, stretch in counted[rule.cue]:
            if not of_congress and OfCongressToldOf().holds(scanned, cue, stretch):
                continue
            if rule.applies(scanned, cue, stretch) and (count := rule.produce(scanned, cue, stretch)) is not None:
                return rule.id, count
    return None


_MOST_COUNTS = 60
"""Counts of one group of nouns that are looked at: reports tell early how many came, statistics go on for pages."""


def _counted(scanned: ScannedText, rule: CueRule[Count], places: Iterable[Range]) -> Iterator[tuple[Cue, Range]]:
    """Cues of a rule with a number before them, where the number is read there, each with its sentence."""
    for place in places:
        stretch = Range(place.start, place.start)
        for cue in scanned.cues.within(rule.cue, *place):
            if rule.produce is _count and not _is_counted(scanned, cue):
                continue  # nearly every noun ends here
            if cue.end > stretch.end:
                stretch = sentence_of(scanned, cue.start, place)
            yield cue, stretch


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


def _is_counted(scanned: ScannedText, cue: Cue) -> bool:
    floor = max(0, cue.start - 1)
    return floor > 0 and count_before(scanned.source.folded, 0, cue.start, classifiers(scanned)) is not None


def _reads(rules: Sequence[CueRule[Count]]) -> Callable[[str], list[tuple[str, int]]]:
    def read(text: str) -> list[tuple[str, int]]:
        scanned = scan(text)
        place = Range(0, len(scanned.source))
        found = [first_count(scanned, (rule,), (place,), of_congress=True) for rule in rules]
        return [(one[0], one[1].value) for one in found if one is not None]

    return read


SITES_TABLE = RuleTable("sites", "How many sites were connected.", SITES, _reads(SITES))
DELEGATES_TABLE = RuleTable("delegates", "How many people attended.", DELEGATES, _reads(DELEGATES))
