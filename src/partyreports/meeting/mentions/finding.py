"""Where the article names a meeting or refers to one, and which meeting that is.

Each place is read by the first rule that fits: the meeting may be another one (a document's, one that is prepared,
one to come, meetings in general), or else it is taken for the one that the article reports.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from partyreports.meeting.mentions.guards import (
    AnnouncedToThePress,
    InBrackets,
    InDocumentName,
    Next,
    NotDone,
    Numbered,
    OfCentre,
    OfOrganisers,
    OfPreparedSession,
    OneOfADay,
    OpensEarlier,
    OpensPlan,
    SaidThere,
    SaidToBeEarlier,
    SaidToCome,
    Several,
    SomeTimeAgo,
    WhatCameBefore,
    WillBeHeld,
)
from partyreports.rules import (
    After,
    Before,
    CueRule,
    InSentence,
    Inside,
    Overlapping,
    RuleTable,
    by_cue,
    readings_of_cues,
)
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText, scan
from partyreports.text.spans import Range


class Stance(StrEnum):
    """Which meeting a mention means."""

    OWN = "own"
    """The one that the article reports, as far as its sentence says."""
    WEAK = "weak"
    """A talk, which may be what the article reports or what it tells besides."""
    TOLD = "told"
    """The same, told by a verb: “Chính phủ họp phiên thường kỳ”."""
    OTHER = "other"
    """One in a document's name, one that is prepared, an earlier one."""
    MANY = "many"
    """Meetings in general."""
    FUTURE = "future"
    """One to come."""


class Mention(NamedTuple):
    """A place where a meeting is named or referred to."""

    start: int
    end: int
    stance: Stance
    rule: str = ""


_BEFORE_FUTURE = 30
"""Characters between “sẽ”, “dự kiến” and the meeting: “dự kiến sẽ tiếp tục tổ chức hội nghị”."""
_AFTER_FUTURE = 24
"""Characters between the meeting and “sẽ diễn ra”: “Hội nghị này sẽ diễn ra”."""
_BEFORE_DOCUMENT = 40
"""Characters between “Nghị quyết” and the meeting: number and date of the document."""
_AFTER_EARLIER = 24
"""Characters between the meeting and “hồi tuần trước”: “cuộc họp Chính phủ hồi tuần trước”."""
_BEFORE_EARLIER = 14
"""Characters between “trước đó” and the meeting: “Trước đó, tại một hội nghị”."""


def _as(stance: Stance, _scanned: ScannedText, cue: Cue, _stretch: Range) -> Mention:
    return Mention(cue.start, cue.end, stance)


def _named(scanned: ScannedText, cue: Cue, _stretch: Range) -> Mention | None:
    """The mention, unless “giao Ban Tổ chức” (gives it to the board) only looks like “giao ban” (a briefing)."""
    text = scanned.source.text
    if text[cue.end - 3].isupper() and text[cue.end - 5].islower() and text[cue.start : cue.end].lower() == "giao ban":
        return None
    return Mention(cue.start, cue.end, Stance.OWN)


_NO_MEETING = (Inside("meeting.blank"), Overlapping("meeting.blank"))
_NO_VERB = (*_NO_MEETING, Overlapping("meeting.noun"), Before("meeting.noun"))
"""Verbs that belong to a name are none: “hội nghị | tổng kết công tác”."""

RULES: tuple[CueRule[Mention], ...] = (
    CueRule(
        id="mention.of_a_document",
        cue="meeting.noun",
        when=(InDocumentName(within=_BEFORE_DOCUMENT),),
        unless=_NO_MEETING,
        produce=partial(_as, Stance.OTHER),
        accepts={"theo Nghị quyết Hội nghị Trung ương 7": "other"},
        refuses=("Hội nghị nghe báo cáo.",),
    ),
    CueRule(
        id="mention.prepared",
        cue="meeting.noun",
        when=(Before("meeting.preparing"),),
        unless=(*_NO_MEETING, Before("meeting.said_after")),
        produce=partial(_as, Stance.OTHER),
        accepts={
            "Tỉnh bàn công tác chuẩn bị đại hội.": "other",
            "Sau hội nghị, đoàn đi thăm nhà máy.": "other",
            "Chủ tịch tỉnh đã đồng ý tổ chức hội nghị với nông dân.": "other",
        },
        refuses=("Tỉnh tổ chức đại hội.", "Ông nói sau cuộc họp hôm 27/5."),
    ),
    CueRule(
        id="mention.of_prepared_session",
        cue="meeting.noun",
        when=(OfPreparedSession(),),
        unless=_NO_MEETING,
        produce=partial(_as, Stance.OTHER),
        accepts={"Sau phiên bế mạc kỳ họp thứ ba, Văn phòng gặp báo chí.": "other"},
        refuses=("Tại phiên bế mạc kỳ họp thứ ba, Chủ tịch nêu rõ.",),
    ),
    CueRule(
        id="mention.of_organisers",
        cue="meeting.noun",
        when=(OfOrganisers(),),
        unless=_NO_MEETING,
        produce=partial(_as, Stance.OTHER),
        accepts={
            "Ban Tổ chức Diễn đàn Du lịch cho biết còn thiếu chỗ.": "other",
            "BAN TỔ CHỨC DIỄN ĐÀN DU LỊCH XIN LỖI KHÁCH.": "other",
        },
        refuses=("Thường trực Ủy ban tổ chức diễn đàn.", "Chiều 5/3, Ban tổ chức diễn đàn."),
    ),
    CueRule(
        id="mention.announced_to_the_press",
        cue="meeting.noun",
        when=(AnnouncedToThePress(),),
        unless=_NO_MEETING,
        produce=partial(_as, Stance.OTHER),
        accepts={"Chiều 5/3, Sở Du lịch họp báo giới thiệu diễn đàn mùa hè.": "other"},
        refuses=("Chiều 5/3, Sở Du lịch tổ chức diễn đàn và họp báo.",),
    ),
    CueRule(
        id="mention.in_general",
        cue="meeting.noun",
        when=(Before("meeting.many"),),
        unless=(*_NO_MEETING, OneOfADay()),
        produce=partial(_as, Stance.MANY),
        accepts={"Tại nhiều hội nghị, cử tri đã nêu.": "many", "Tỉnh đã tổ chức một hội nghị.": "many"},
        refuses=("Tại hội nghị, cử tri đã nêu.", "Hôm qua, tại huyện đã diễn ra một hội nghị."),
    ),
    CueRule(
        id="mention.several",
        cue="meeting.noun",
        when=(Several(),),
        unless=_NO_MEETING,
        produce=partial(_as, Stance.MANY),
        accepts={"Việc này đã nêu ở 3 kỳ họp vừa qua.": "many"},
        refuses=("Ngày 5 hội nghị bế mạc.", "Sáng 12/3 hội nghị bế mạc."),
    ),
    CueRule(
        id="mention.earlier",
        cue="meeting.noun",
        when=(Before("meeting.earlier", within=_BEFORE_EARLIER),),
        unless=_NO_MEETING,
        produce=partial(_as, Stance.OTHER),
        accepts={"Trước đó, tại hội nghị, các bên đã ký.": "other"},
        refuses=("Tại hội nghị, các bên đã ký.",),
    ),
    CueRule(
        id="mention.told_as_earlier",
        cue="meeting.noun",
        when=(OpensEarlier(),),
        unless=_NO_MEETING,
        produce=partial(_as, Stance.OTHER),
        accepts={
            "Trước đó, thực hiện ý kiến của Chủ tịch tại cuộc họp ngày 4/2, Sở đã có văn bản.": "other",
            "Năm 2016, tại hội nghị xúc tiến đầu tư, tỉnh đã trao giấy phép.": "other",
        },
        refuses=(
            "Thực hiện ý kiến của Chủ tịch tại cuộc họp ngày 4/2, Sở đã có văn bản.",
            "Năm 2016, ngành thu hơn 20 tỷ đồng, hội nghị ghi nhận.",
        ),
    ),
    CueRule(
        id="mention.of_another_time",
        cue="meeting.noun",
        when=(After("meeting.earlier_after", within=_AFTER_EARLIER),),
        unless=_NO_MEETING,
        produce=partial(_as, Stance.OTHER),
        accepts={"Tại cuộc họp báo hồi cuối tuần trước, ông nói vậy.": "other"},
        refuses=("Tại cuộc họp báo, ông nói vậy.",),
    ),
    CueRule(
        id="mention.some_time_ago",
        cue="meeting.noun",
        when=(SomeTimeAgo(),),
        unless=_NO_MEETING,
        produce=partial(_as, Stance.OTHER),
        accepts={"Hai tuần trước, tại cuộc họp xã, ông đã nêu việc này.": "other"},
        refuses=("Tuần này, tại cuộc họp xã, ông đã nêu việc này.",),
    ),
    CueRule(
        id="mention.said_to_be_earlier",
        cue="meeting.noun",
        when=(SaidToBeEarlier(),),
        unless=_NO_MEETING,
        produce=partial(_as, Stance.OTHER),
        accepts={"Việc này đã thống nhất tại phiên họp của Thường trực Huyện ủy tuần trước.": "other"},
        refuses=("Hội nghị bế mạc, tuần trước tỉnh đã báo cáo.",),
    ),
    CueRule(
        id="mention.of_what_was_said",
        cue="meeting.noun",
        when=(SaidThere(),),
        unless=_NO_MEETING,
        produce=partial(_as, Stance.OTHER),
        accepts={"Ý kiến của ông Trần Sơn tại phiên họp gây tranh cãi.": "other"},
        refuses=(
            "Đó là ý kiến của ông Trần Sơn tại phiên họp.",
            "Theo ý kiến của ông Trần Sơn tại hội nghị, cần làm sớm.",
            "Phát biểu kết luận của ông Trần Sơn tại hội nghị.",
            "Ý kiến của ông Trần Sơn, nêu ở phiên họp, gây tranh cãi.",
        ),
    ),
    CueRule(
        id="mention.to_come",
        cue="meeting.noun",
        when=(Before("meeting.future", within=_BEFORE_FUTURE),),
        unless=_NO_MEETING,
        produce=partial(_as, Stance.FUTURE),
        accepts={"Tuần tới, Sở sẽ tổ chức hội nghị.": "future"},
        refuses=("Sở tổ chức hội nghị sắp xếp bộ máy.",),
    ),
    CueRule(
        id="mention.said_to_come",
        cue="meeting.noun",
        when=(After("meeting.future_after", within=_AFTER_FUTURE),),
        unless=_NO_MEETING,
        produce=partial(_as, Stance.FUTURE),
        accepts={"Hội nghị sẽ diễn ra ngày 5/3.": "future"},
        refuses=("Hội nghị sẽ nghe ba chuyên đề.",),
    ),
    CueRule(
        id="mention.named_to_come",
        cue="meeting.noun",
        when=(SaidToCome(),),
        unless=_NO_MEETING,
        produce=partial(_as, Stance.FUTURE),
        accepts={
            "Diễn đàn du lịch các tỉnh miền núi phía Bắc năm 2019 sẽ diễn ra tháng 8.": "future",
            "Cuộc họp báo do Chủ tịch tỉnh chủ trì sẽ diễn ra chiều nay.": "future",
        },
        refuses=(
            "Diễn đàn du lịch bế mạc, lễ hội sẽ diễn ra tháng 8.",
            "Hội nghị bàn việc kỳ họp sẽ khai mạc.",
            "Sở tổ chức cuộc họp bàn giải pháp cải cách hành chính trong thời gian sắp tới.",
        ),
    ),
    CueRule(
        id="mention.will_be_held",
        cue="meeting.noun",
        when=(WillBeHeld(),),
        unless=_NO_MEETING,
        produce=partial(_as, Stance.FUTURE),
        accepts={"Tỉnh sẽ phối hợp với Hiệp hội Du lịch miền núi tổ chức diễn đàn.": "future"},
        refuses=("Tỉnh sẽ mở tuyến bay mới, vừa tổ chức diễn đàn.",),
    ),
    CueRule(
        id="mention.planned",
        cue="meeting.noun",
        when=(OpensPlan(),),
        unless=_NO_MEETING,
        produce=partial(_as, Stance.FUTURE),
        accepts={"Theo kế hoạch, Liên đoàn chọn bốn huyện mở hội nghị góp ý.": "future"},
        refuses=(
            "Theo kế hoạch, sáng nay hội nghị thảo luận.",
            "Theo kế hoạch đã duyệt, hội nghị bầu Ban Chấp hành.",
        ),
    ),
    CueRule(
        id="mention.next",
        cue="meeting.noun",
        when=(Next(),),
        unless=_NO_MEETING,
        produce=partial(_as, Stance.FUTURE),
        accepts={"Việc này để lại kỳ họp tới.": "future"},
        refuses=("Hội nghị trực tuyến tới 9 điểm cầu.",),
    ),
    CueRule(
        id="mention.numbered_congress",
        cue="meeting.noun",
        when=(Inside("meeting.noun.congress"), Numbered()),
        unless=(*_NO_MEETING, Before("meeting.at"), InSentence("time.day"), InSentence("time.part_of_day")),
        produce=partial(_as, Stance.OTHER),
        accepts={"Đó là điều mà Đại hội XIII đã xác định.": "other"},
        refuses=("Tham luận tại Đại hội XIII, ông nói vậy.", "Sáng 3/6, Đại hội lần thứ II bế mạc."),
    ),
    CueRule(
        id="mention.numbered_plenum",
        cue="meeting.noun",
        when=(OfCentre(),),
        unless=(*_NO_MEETING, Before("meeting.at"), InSentence("time.day"), InSentence("time.part_of_day")),
        produce=partial(_as, Stance.OTHER),
        accepts={"Hội nghị Trung ương 4 khóa XII đã chỉ ra 27 biểu hiện.": "other"},
        refuses=("Sáng 4/10, Hội nghị Trung ương 8 khai mạc.", "Hội nghị trung ương của Hội Luật gia bế mạc."),
    ),
    CueRule(
        id="mention.talk",
        cue="meeting.noun",
        when=(Inside("meeting.noun.talk"),),
        unless=_NO_MEETING,
        produce=partial(_as, Stance.WEAK),
        accepts={"Sau lễ đón, hai bên tiến hành hội đàm.": "weak"},
        refuses=("Hai bên tiến hành hội nghị.",),
    ),
    CueRule(
        id="mention.named",
        cue="meeting.noun",
        unless=(*_NO_MEETING, InBrackets()),
        produce=_named,
        accepts={"Sáng 5/3, Sở tổ chức hội nghị giao ban.": "own"},
        refuses=("tại Trung tâm Hội nghị quốc gia", "Đồng chí giao Ban Tổ chức tham mưu."),
    ),
    CueRule(
        id="mention.verb_to_come",
        cue="meeting.verb",
        when=(Before("meeting.future", within=_BEFORE_FUTURE),),
        unless=_NO_VERB,
        produce=partial(_as, Stance.FUTURE),
        accepts={"Tuần sau, Chính phủ sẽ họp bàn.": "future"},
        refuses=("Chính phủ họp bàn.",),
    ),
    CueRule(
        id="mention.verb_of_earlier",
        cue="meeting.verb",
        when=(SomeTimeAgo(),),
        unless=_NO_VERB,
        produce=partial(_as, Stance.OTHER),
        accepts={"Ông cho biết khoảng 10 ngày trước, huyện đã họp bàn.": "other"},
        refuses=("Sau 10 ngày, huyện đã họp bàn.",),
    ),
    CueRule(
        id="mention.verb_of_later",
        cue="meeting.verb",
        when=(WhatCameBefore(),),
        unless=_NO_VERB,
        produce=partial(_as, Stance.OTHER),
        accepts={"Tàu nổ súng vài giờ trước khi Hội đồng Bảo an nhóm họp.": "other"},
        refuses=("Trước khi họp, các bên đã gặp nhau.",),
    ),
    CueRule(
        id="mention.verb_planned",
        cue="meeting.verb",
        when=(OpensPlan(),),
        unless=_NO_VERB,
        produce=partial(_as, Stance.FUTURE),
        accepts={"Theo chương trình, các ủy viên họp riêng để bầu.": "future"},
        refuses=("Theo chương trình, sáng nay các ủy viên họp riêng.",),
    ),
    CueRule(
        id="mention.told_by_verb",
        cue="meeting.verb",
        unless=(*_NO_VERB, NotDone(), Before("meeting.earlier", within=_BEFORE_EARLIER)),
        produce=partial(_as, Stance.TOLD),
        accepts={
            "Chiều 3/11, Chính phủ họp phiên thường kỳ.": "told",
            "Ông nói vậy khi làm việc với Sở Y tế chiều 5/3.": "told",
        },
        refuses=(
            "Có phòng họp lớn.",
            "Dự buổi họp mặt có 30 người.",
            "Trọng tài nên họp rút kinh nghiệm.",
            "Khi họp bàn, ai cũng nói.",
        ),
    ),
)


_BY_CUE = by_cue(RULES)
CUES = tuple(_BY_CUE)
"""Groups of which one must stand in a stretch for any rule to read anything."""


def find_mentions(scanned: ScannedText, stretch: Range) -> Iterator[Mention]:
    """Mentions in a stretch (a sentence), nouns before verbs."""
    for rule, mention in readings_of_cues(_BY_CUE, scanned, stretch):
        yield mention._replace(rule=rule.id)


TABLE = RuleTable(
    name="mentions",
    about="Places where a meeting is named, and which meeting is meant.",
    rules=RULES,
    read=lambda text: [(m.rule, m.stance.value) for m in find_mentions(scan(text), Range(0, len(text)))],
)
