"""What can be measured in the telling of an article that bears on whether it reports a meeting.

Each measure gives a number from 0 (not there) to 1. Counts are turned into shares or are bounded, so that a short and
a long report, in one line or in many, with a headline or without, read alike.
"""

import re
from collections.abc import Callable, Iterable

from partyreports.meeting.detection.telling import Sentence, Telling
from partyreports.meeting.mentions.finding import Mention, Stance
from partyreports.text.cues import Cues

_OPENING = 8
"""Sentences of the opening. What it holds counts the more the earlier it stands, and fully in the first two."""
_CLOSE = 25
"""Characters between words that belong together: “phát biểu chỉ đạo tại hội nghị”."""
_RIGHT_BEFORE = 4
"""Characters that leave room for “tại” to stand right before a meeting."""
_HEAD = 40
"""Characters of the opening words of a sentence: “Phát biểu kết luận tại hội nghị, …”."""
_FRAME = 25
"""Characters between the beginning of a sentence and a meeting that frames it: “Kết thúc phần chất vấn tại kỳ họp”."""
_NAME = 80
"""Characters of the name of a meeting, behind which the verb tells what became of it."""
_SHORT = 4
"""Sentences of a text that is too short to refer to its meeting again."""

_NAME_ENDS = re.compile(r"[,;:.]|(?<!\w)sau(?!\w)")
"""What a meeting named further on does not belong to the name of one before."""
_QUOTED = re.compile(r"[\"“”«»]")

Test = Callable[[Telling, Sentence], bool]
Measure = Callable[[Telling], float]


# --- what a sentence may say of the meeting


def names_meeting_and_day(telling: Telling, part: Sentence) -> bool:
    """“Sáng 5/3, Sở Nội vụ tổ chức hội nghị”: a meeting, and a day."""
    return bool(part.own) and telling.day(part) is not None


def tells_speech(telling: Telling, part: Sentence) -> bool:
    """“Phát biểu tại hội nghị”: a verb of speaking right before a meeting."""
    return any(telling.before("meeting.speech", part, m, _CLOSE) for m in part.own)


def is_at_the_meeting(telling: Telling, part: Sentence) -> bool:
    """“tại hội nghị”, “dự hội nghị”: somebody speaks or is there."""
    return any(m.stance is Stance.OWN and telling.before("meeting.at", part, m, _RIGHT_BEFORE) for m in part.own)


def introduces(telling: Telling, part: Sentence) -> bool:
    """“Ngày 5/3, Sở Nội vụ tổ chức hội nghị”: a verb of holding, and a day or a chair."""
    return holds_meeting(telling, part) and (telling.day(part) is not None or telling.has("chair.cue", part))


def holds_meeting(telling: Telling, part: Sentence) -> bool:
    """“Sở Nội vụ tổ chức hội nghị”: a verb of holding right before a meeting."""
    return any(telling.article.cues.ending_at("meeting.held", m.start) is not None for m in part.own)


def talks_on_a_day(telling: Telling, part: Sentence) -> bool:
    """“Ngày 23/5, Thứ trưởng có cuộc gặp với phía bạn”: a talk, and a day."""
    talk = any(m.stance is Stance.WEAK for m in part.mentions) or telling.has("meeting.talk_verb", part)
    to_come = any(m.stance is Stance.FUTURE for m in part.mentions)
    return talk and not to_come and telling.day(part) is not None


def is_at_press_conference(telling: Telling, part: Sentence) -> bool:
    """“mở đầu buổi họp báo, ông nói”: who calls the press in says something, and the article tells what."""
    cues = telling.article.cues
    found = (cues.at("meeting.noun", m.start) for m in part.own if m.stance is Stance.OWN)
    return any(cue is not None and cue.value == "hop_bao" for cue in found)


def is_source_of_news(telling: Telling, part: Sentence) -> bool:
    """“Số liệu trên được công bố tại hội nghị”: what the article has told comes from the meeting."""
    return is_at_the_meeting(telling, part) and telling.has("meeting.source", part)


def is_of_today(telling: Telling, part: Sentence) -> bool:
    """“Sáng nay, … hội nghị”, “tại cuộc họp báo hôm qua”: news of the day, however far down it is told."""
    return bool(part.own) and telling.has("time.now", part)


def opens_at_the_meeting(telling: Telling, part: Sentence) -> bool:
    """“Tại hội nghị tổng kết năm 2020, …”, “Kết thúc buổi làm việc …”: what the sentence tells happened there."""
    cues = telling.article.cues
    return any(
        m.stance is Stance.OWN and m.start - part.start <= _FRAME and _opens_with_frame(cues, part) for m in part.own
    )


def is_in_passing(telling: Telling, part: Sentence) -> bool:
    """“lời ông Sơn ở cuộc họp bị cắt”: a meeting that its sentence neither tells of nor reports from."""
    return any(m.stance is Stance.OWN and not _is_told_of(telling, part, m) for m in part.own)


def _opens_with_frame(cues: Cues, part: Sentence) -> bool:
    return cues.at("meeting.frame", part.start) is not None


def _is_told_of(telling: Telling, part: Sentence, mention: Mention) -> bool:
    cues, folded = telling.article.cues, telling.article.source.folded
    if mention.start - part.start <= _FRAME and (
        _opens_with_frame(cues, part) or not any(map(str.isalnum, folded[part.start : mention.start]))
    ):
        return True
    if cues.ending_at("meeting.held", mention.start) is not None or _is_chaired(telling, part, mention):
        return True
    if telling.before("meeting.at", part, mention, _RIGHT_BEFORE) and cues.any_within(
        "meeting.speech", part.start, mention.start
    ):
        return True
    if cues.ending_at("meeting.frame", mention.start) is not None and (
        telling.has("meeting.speech", part) or _QUOTED.search(telling.article.source.text, mention.end, part.end)
    ):
        return True
    return cues.any_within("meeting.goes_off", mention.end, min(part.end, mention.end + _NAME))


def _is_chaired(telling: Telling, part: Sentence, mention: Mention) -> bool:
    """“chủ trì hội nghị”, “điều hành phiên họp”: the cue may hold the meeting."""
    start = max(part.start, mention.start - _CLOSE)
    return telling.article.cues.any_within("chair.cue", start, mention.end)


def is_beside(telling: Telling, part: Sentence, group: str) -> bool:
    """Whether a cue of a group stands in a sentence, and no talk: “bên lề hội nghị, hai bên đã có cuộc gặp”."""
    return telling.has(group, part) and not any(
        telling.has(talk, part) for talk in ("meeting.noun.talk.of_leaders", "meeting.talk_verb")
    )


def is_told_elsewhere(telling: Telling, part: Sentence) -> bool:
    """“Qua điện thoại, ông Sơn cho biết”: where somebody spoke, and it was no meeting."""
    return not part.own and is_beside(telling, part, "meeting.against.elsewhere")


def resumes(telling: Telling, part: Sentence) -> bool:
    """“Tại hội nghị, …”, “Kết luận cuộc họp, …”: the meeting is known, and needs no name any more."""
    folded = telling.article.source.folded
    return any(
        m.stance is Stance.OWN and m.start - part.start <= _HEAD and folded[m.end : m.end + 1] in (",", ":")
        for m in part.own
    )


# --- how an article says it


def share(flags: Iterable[bool]) -> float:
    """Share of the flags that are set; 0 of none."""
    values = list(flags)
    return sum(values) / len(values) if values else 0.0


def early(test: Test) -> Measure:
    """1 where one of the first two sentences passes, and less for a later one of the opening."""

    def measure(telling: Telling) -> float:
        for number, part in enumerate(telling.sentences[:_OPENING]):
            if test(telling, part):
                return min(1.0, 3 / (2 + number))
        return 0.0

    return measure


def anywhere(test: Test) -> Measure:
    """Whether a sentence with a mention passes."""
    return lambda telling: float(any(test(telling, part) for part in telling.with_own))


def counted(test: Test, most: int) -> Measure:
    """Sentences with mentions that pass, as a share of `most`."""
    return lambda telling: min(sum(test(telling, part) for part in telling.with_own), most) / most


def in_head(group: str) -> Measure:
    """Whether headline or first sentence hold a cue of a group."""

    def measure(telling: Telling) -> float:
        return float(any(telling.has(group, part) for part in (telling.title, *telling.sentences[:1]) if part))

    return measure


def in_sentences(*groups: str, full: float) -> Measure:
    """Share of the sentences that hold a cue of a group; from `full` on it counts as 1."""

    def measure(telling: Telling) -> float:
        said = [group for group in groups if telling.article.cues.has(group)]
        if not said:
            return 0.0
        begins = telling.article.cues.starts(tuple(said))
        parts = [part for part in telling.sentences if begins.any_in(part[:2])]
        holding = sum(any(telling.has(group, part) for group in said) for part in parts)
        return min(1.0, holding / len(telling.sentences) / full) if holding else 0.0

    return measure


def of_mentions(*stances: Stance) -> Measure:
    """Share of the mentions that mean such a meeting, but for those within the name of another mention."""

    def measure(telling: Telling) -> float:
        parts = (*telling.sentences, *telling.captions)
        return share(
            m.stance in stances for part in parts for m in part.mentions if not _is_within_name(telling, part, m)
        )

    return measure


def _is_within_name(telling: Telling, part: Sentence, mention: Mention) -> bool:
    """“hội nghị quán triệt Nghị quyết | Đại hội | Đảng bộ”: the other meeting is what this one is about."""
    folded = telling.article.source.folded
    return mention.stance is Stance.OTHER and any(
        0 < mention.start - m.end <= _NAME
        and not _NAME_ENDS.search(folded, m.end, mention.start)
        and not telling.article.cues.any_within("meeting.at", m.end, mention.start)
        for m in part.own
        if m.stance is Stance.OWN
    )


def introduced_again(telling: Telling) -> float:
    """Sentences that introduce a meeting, but for the first, as a share of two: a digest, a chronicle."""
    return min(max(0, sum(introduces(telling, part) for part in telling.with_own) - 1), 2) / 2


def printed_date(day: str | None) -> str | None:
    """“5/3” of “sáng 5/3” and of “ngày 5-3”; None for “hôm nay”."""
    numbers = re.findall(r"\d+", day or "")
    return "/".join(number.lstrip("0") for number in numbers) or None


def days_in_turn(telling: Telling) -> float:
    """Different days that open sentences, but for the first, as a share of three: “Ngày 5/3, … Ngày 6/3, …”."""
    days = {printed_date(telling.day(part)) for part in telling.opened_by_day} - {None}
    return min(max(0, len(days) - 1), 3) / 3


def first_mention(telling: Telling) -> float:
    """1 for a mention in the first two sentences, less the later it comes."""
    for number, part in enumerate(telling.sentences):
        if part.own:
            return min(1.0, 3 / (2 + number))
    return 0.0


def opens_with_day_early(telling: Telling) -> float:
    """Whether one of the first two sentences opens with a day."""
    return float(any(part in telling.opened_by_day for part in telling.sentences[:2]))


def headline_begins_with_meeting(telling: Telling) -> float:
    """“Hội nghị giao ban tháng 5”: the name of a meeting is the headline."""
    title, folded = telling.title, telling.article.source.folded
    return float(
        title is not None and any(not any(map(str.isalnum, folded[title.start : m.start])) for m in title.mentions)
    )


def headline_is_future(telling: Telling) -> float:
    """Whether the headline only names a meeting to come."""
    title = telling.title
    return float(title is not None and bool(title.mentions) and all(m.stance is Stance.FUTURE for m in title.mentions))


def is_of_minutes(telling: Telling) -> float:
    """Whether headline or first sentences say “biên bản họp”: minutes."""
    parts = [part for part in (telling.title, *telling.sentences[:2]) if part is not None]
    return float(any(telling.has("meeting.minutes", part) for part in parts))


def documents_in_head(telling: Telling) -> float:
    """Whether headline or first sentence tell of a document, other than one that is carried out.

    “Thực hiện Kế hoạch số 61, chi bộ tổ chức đại hội” names its plan only as its reason.
    """
    cues = telling.article.cues
    parts = [part for part in (telling.title, *telling.sentences[:1]) if part is not None]
    return float(
        any(
            cues.ending_at("meeting.reason", cue.start) is None
            for part in parts
            for cue in cues.within("meeting.against.document", part.start, part.end)
        )
    )


def first_is_future(telling: Telling) -> float:
    """Whether the first meeting that the headline names, or the first of the text, is one to come."""
    of_title = telling.title.mentions[:1] if telling.title is not None else ()
    of_text = next((part.mentions[:1] for part in telling.sentences if part.mentions), ())
    return float(any(m.stance is Stance.FUTURE for m in (*of_title, *of_text)))


def future_in_opening(telling: Telling) -> float:
    """Whether headline or opening mention a meeting to come."""
    parts = [part for part in (telling.title, *telling.sentences[: _OPENING // 2]) if part is not None]
    return float(any(m.stance is Stance.FUTURE for part in parts for m in part.mentions))


def is_digest(telling: Telling) -> float:
    """Whether headline or first sentence announce news of a day or a week: “Điểm báo ngày 12/4”.

    A meeting there speaks against it, unless it is one of a row: “Tin tối: Lũ lên; Sở Nội vụ họp; giá vàng giảm”.
    """
    folded = telling.article.source.folded
    parts = [part for part in (telling.title, *telling.sentences[:1]) if part is not None]
    return float(
        any(
            telling.has("meeting.against.digest", part)
            and (not part.own or folded.count(";", part.start, part.end) > 1)
            for part in parts
        )
    )


def is_interview(telling: Telling) -> float:
    """Whether headline or first sentence speak of an interview, or the opening of a talk with a newspaper."""
    return max(in_head("meeting.against.interview")(telling), in_opening("meeting.against.told_paper")(telling))


def in_caption(telling: Telling) -> float:
    """Whether a caption mentions the meeting."""
    return float(any(part.own for part in telling.captions))


def is_short(telling: Telling) -> float:
    """Whether the text is too short to refer to its meeting again, or to say much of it."""
    return float(len(telling.sentences) <= _SHORT)


def labels(telling: Telling) -> float:
    """Different labels before a colon (“Thời gian:”, “Thành phần:”), as a share of three: minutes, or an invitation."""
    folded = telling.article.source.folded
    found = {
        folded[cue.start : cue.end]
        for cue in telling.article.cues.of("meeting.label")
        if folded[cue.end : cue.end + 1] == ":"
    }
    return min(len(found), 3) / 3


def no_mention(telling: Telling) -> float:
    """1 where no headline, sentence or caption mentions the meeting, or a talk, and it is no form with labels.

    Less where many sentences tell of those who sit in a meeting: sittings are told without being named.
    """
    found = (*telling.mentions, *(telling.title.mentions if telling.title is not None else ()))
    if labels(telling) >= 1 or any(m.stance in (Stance.OWN, Stance.TOLD, Stance.WEAK) for m in found):
        return 0.0
    return 1 - in_sentences("meeting.floor", full=0.8)(telling)


def in_first(test: Test, most: int) -> Measure:
    """Whether one of the first sentences passes, and none before it tells of a meeting."""

    def measure(telling: Telling) -> float:
        for part in telling.sentences[:most]:
            if test(telling, part):
                return 1.0
            if part.own:
                return 0.0
        return 0.0

    return measure


def asks_the_reader(telling: Telling) -> float:
    """Share of the sentences that are questions, and no quotations: an explainer, an interview; from a fifth on 1."""
    text = telling.article.source.text
    asked = [text[part.end - 1] == "?" and not _QUOTED.search(text, part.start, part.end) for part in telling.sentences]
    return min(1.0, share(asked) / 0.2)


def on_the_sidelines(telling: Telling) -> float:
    """Whether headline or opening tell what somebody said beside a meeting, but not of a talk there."""
    parts = [part for part in (telling.title, *telling.sentences[: _OPENING // 2]) if part is not None]
    return float(any(is_beside(telling, part, "meeting.against.sidelines") for part in parts))


def in_opening(group: str) -> Measure:
    """Whether headline or opening hold a cue of a group."""

    def measure(telling: Telling) -> float:
        parts = [part for part in (telling.title, *telling.sentences[: _OPENING // 2]) if part is not None]
        return float(any(telling.has(group, part) for part in parts))

    return measure


def several_days(telling: Telling) -> float:
    """Meetings on different days, as a share of three further ones: a digest."""
    days = {printed_date(telling.day(part)) for part in telling.with_own} - {None}
    return min(max(0, len(days) - 1), 3) / 3


def worded_like_a_report(telling: Telling) -> float:
    """How surely the words are those of the report of a meeting."""
    return max(0.0, telling.leaning)


def worded_otherwise(telling: Telling) -> float:
    """How surely the words are those of another article."""
    return max(0.0, -telling.leaning)
