"""Evidence that an article reports a meeting that took place, or something else.

Each signal measures one thing, from 0 (not there) to 1. Counts are turned into shares or are bounded, so that a
short and a long report, in one line or in many, with a headline or without, read alike. What a signal is worth
stands in `data/weights/detection.json`; `tools/fit_detection.py` fits it.
"""

import re
from collections.abc import Callable, Iterable

from partyreports.layout.article import Article, article_of
from partyreports.layout.segmentation import find_layout
from partyreports.meeting.mentions import Stance
from partyreports.meeting.telling import Sentence, Telling
from partyreports.rules import RuleTable, Signal
from partyreports.text.scanned import scan

_OPENING = 8
"""Sentences of the opening. What it holds counts the more the earlier it stands, and fully in the first two."""
_CLOSE = 25
"""Characters between words that belong together: “phát biểu chỉ đạo tại hội nghị”."""
_RIGHT_BEFORE = 4
"""Characters that leave room for “tại” to stand right before a meeting."""
_HEAD = 40
"""Characters of the opening words of a sentence: “Phát biểu kết luận tại hội nghị, …”."""
_MANY_TIMES = 5
"""Mentions of a meeting from which on their number says nothing more."""
_SHORT = 4
"""Sentences of a text that is too short to refer to its meeting again."""

_Test = Callable[[Telling, Sentence], bool]
_Measure = Callable[[Telling], float]


# --- what a sentence may say of the meeting


def _names_meeting_and_day(telling: Telling, part: Sentence) -> bool:
    return bool(part.own) and telling.day(part) is not None


def _names_meeting_and_chair(telling: Telling, part: Sentence) -> bool:
    """“Ông A, Giám đốc Sở, chủ trì hội nghị”, but not “Sở A chủ trì, phối hợp với các ngành”."""
    if not part.own or not any(telling.has(group, part) for group in _PEOPLE):
        return False
    cues = telling.article.cues
    return any(
        not cues.any_within("chair.not_chairing", cue.end, cue.end + _CLOSE)
        for cue in cues.within("chair.cue", part.start, part.end)
    )


_PEOPLE = ("person.position", "person.honorific", "person.rank")


def _tells_speech(telling: Telling, part: Sentence) -> bool:
    return any(telling.before("meeting.speech", part, m, _CLOSE) for m in part.own)


def _is_at_the_meeting(telling: Telling, part: Sentence) -> bool:
    return any(m.stance is Stance.OWN and telling.before("meeting.at", part, m, _RIGHT_BEFORE) for m in part.own)


def _begins_at_the_meeting(_telling: Telling, part: Sentence) -> bool:
    return any(0 < m.start - part.start <= _CLOSE for m in part.own if m.stance is Stance.OWN)


def _introduces(telling: Telling, part: Sentence) -> bool:
    """“Ngày 5/3, Sở Nội vụ tổ chức hội nghị”: a verb of holding, and a day or a chair."""
    held = any(telling.article.cues.ending_at("meeting.held", m.start) is not None for m in part.own)
    return held and (telling.day(part) is not None or telling.has("chair.cue", part))


def _is_of_today(telling: Telling, part: Sentence) -> bool:
    """“Sáng nay, … hội nghị”, “tại cuộc họp báo hôm qua”: news of the day, however far down it is told."""
    return bool(part.own) and telling.has("time.now", part)


def _resumes(telling: Telling, part: Sentence) -> bool:
    """“Tại hội nghị, …”, “Kết luận cuộc họp, …”: the meeting is known, and needs no name any more."""
    folded = telling.article.source.folded
    return any(
        m.stance is Stance.OWN and m.start - part.start <= _HEAD and folded[m.end : m.end + 1] in (",", ":")
        for m in part.own
    )


# --- how an article says it


def _share(flags: Iterable[bool]) -> float:
    values = list(flags)
    return sum(values) / len(values) if values else 0.0


def _early(test: _Test) -> _Measure:
    """1 where one of the first two sentences passes, and less for a later one of the opening."""

    def measure(telling: Telling) -> float:
        for number, part in enumerate(telling.sentences[:_OPENING]):
            if test(telling, part):
                return min(1.0, 3 / (2 + number))
        return 0.0

    return measure


def _anywhere(test: _Test) -> _Measure:
    """Whether a sentence with a mention passes."""
    return lambda telling: float(any(test(telling, part) for part in telling.with_own))


def _counted(test: _Test, most: int) -> _Measure:
    """Sentences with mentions that pass, as a share of `most`."""
    return lambda telling: min(sum(test(telling, part) for part in telling.with_own), most) / most


def _in_head(group: str) -> _Measure:
    """Whether headline or first sentence hold a cue of a group."""

    def measure(telling: Telling) -> float:
        return float(any(telling.has(group, part) for part in (telling.title, *telling.sentences[:1]) if part))

    return measure


def _in_sentences(*groups: str, full: float) -> _Measure:
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


def _of_mentions(*stances: Stance) -> _Measure:
    """Share of the mentions that mean such a meeting."""
    return lambda telling: _share(m.stance in stances for m in telling.mentions)


def _named(telling: Telling) -> float:
    """Mentions by a noun, as a share of five.

    The more of them there are, the more often somebody should speak, chair or meet at one. Beside the signals of
    that, which grow with the mentions too, bare mentions therefore speak against a report.
    """
    named = sum(m.stance is Stance.OWN for part in telling.with_own for m in part.own)
    return min(named, _MANY_TIMES) / _MANY_TIMES


def _introduced_again(telling: Telling) -> float:
    """Sentences that introduce a meeting, but for the first, as a share of two: a digest, a chronicle."""
    return min(max(0, sum(_introduces(telling, part) for part in telling.with_own) - 1), 2) / 2


def _printed_date(day: str | None) -> str | None:
    """“5/3” of “sáng 5/3” and of “ngày 5-3”; None for “hôm nay”."""
    numbers = re.findall(r"\d+", day or "")
    return "/".join(number.lstrip("0") for number in numbers) or None


def _days_in_turn(telling: Telling) -> float:
    """Different days that open sentences, but for the first, as a share of three: “Ngày 5/3, … Ngày 6/3, …”."""
    days = {_printed_date(telling.day(part)) for part in telling.opened_by_day} - {None}
    return min(max(0, len(days) - 1), 3) / 3


def _first_mention(telling: Telling) -> float:
    """1 for a mention in the first sentence, less the later it comes."""
    for number, part in enumerate(telling.sentences):
        if part.own:
            return 1 / (1 + number)
    return 0.0


def _first_is_future(telling: Telling) -> float:
    parts = [part for part in (telling.title, *telling.sentences) if part is not None]
    first = next((m for part in parts for m in part.mentions), None)
    return float(first is not None and first.stance is Stance.FUTURE)


def _future_in_opening(telling: Telling) -> float:
    parts = [part for part in (telling.title, *telling.sentences[: _OPENING // 2]) if part is not None]
    return float(any(m.stance is Stance.FUTURE for part in parts for m in part.mentions))


def _in_caption(telling: Telling) -> float:
    return float(any(part.own for part in telling.captions))


def _no_mention(telling: Telling) -> float:
    return float(not telling.with_own and not any(part.own for part in telling.captions))


def _only_verbs(telling: Telling) -> float:
    own = [m.stance for m in telling.mentions if m.stance in (Stance.OWN, Stance.TOLD)]
    return float(bool(own) and Stance.OWN not in own)


def _is_short(telling: Telling) -> float:
    return float(len(telling.sentences) <= _SHORT)


def _in_opening(group: str) -> _Measure:
    """Whether headline or opening hold a cue of a group."""

    def measure(telling: Telling) -> float:
        parts = [part for part in (telling.title, *telling.sentences[: _OPENING // 2]) if part is not None]
        return float(any(telling.has(group, part) for part in parts))

    return measure


def _several_days(telling: Telling) -> float:
    """Meetings on different days, as a share of three further ones: a digest."""
    days = {_printed_date(telling.day(part)) for part in telling.with_own} - {None}
    return min(max(0, len(days) - 1), 3) / 3


SIGNALS: tuple[Signal[Telling], ...] = (
    Signal(
        id="meeting.named_first",
        measure=_first_mention,
        accepts=("Tin\n\nSở Nội vụ tổ chức hội nghị.",),
        refuses=("Tin\n\nGiá vàng tăng.",),
    ),
    Signal(
        id="meeting.dated_in_opening",
        measure=_early(_names_meeting_and_day),
        accepts=("Tin\n\nSáng 5/3, Sở Nội vụ tổ chức hội nghị.",),
        refuses=("Tin\n\nHội nghị quán triệt Quyết định 12/QĐ-TTg ngày 5/3.",),
    ),
    Signal(
        id="meeting.dated",
        measure=_anywhere(_names_meeting_and_day),
        accepts=("Tin\n\nGiá vàng tăng. Ông nói tại cuộc họp báo chiều 5/3.",),
        refuses=("Tin\n\nGiá vàng tăng ngày 5/3.",),
    ),
    Signal(
        id="meeting.opens_with_day",
        measure=lambda telling: float(any(part in telling.sentences[:2] for part in telling.opened_by_day)),
        accepts=("Tin\n\nSáng 5/3, Sở Nội vụ tổ chức hội nghị.",),
        refuses=("Tin\n\nSở Nội vụ tổ chức hội nghị sáng 5/3.",),
    ),
    Signal(
        id="meeting.of_today",
        measure=_anywhere(_is_of_today),
        accepts=("Tin\n\nGiá vàng tăng. Ông nói vậy tại cuộc họp báo chiều nay.",),
        refuses=("Tin\n\nGiá vàng tăng. Ông nói vậy tại cuộc họp báo chiều 5/3.",),
    ),
    Signal(
        id="meeting.named_often",
        measure=_named,
        accepts=("Tin\n\nSở tổ chức hội nghị. Hội nghị bàn ba việc.",),
        refuses=("Tin\n\nViệc này sẽ bàn tại kỳ họp tới.",),
    ),
    Signal(
        id="meeting.introduced_again",
        measure=_introduced_again,
        accepts=("Tin\n\nNgày 5/3, Sở A tổ chức hội nghị. Ngày 5/3, Sở B cũng tổ chức hội nghị.",),
        refuses=("Tin\n\nNgày 5/3, Sở A tổ chức hội nghị. Hội nghị bàn ba việc.",),
    ),
    Signal(
        id="meeting.chaired",
        measure=_early(_names_meeting_and_chair),
        accepts=("Tin\n\nĐồng chí Lê Văn Tám chủ trì hội nghị.",),
        refuses=("Tin\n\nHội nghị giao Giám đốc Sở chủ trì, phối hợp với các ngành.",),
    ),
    Signal(
        id="meeting.speech",
        measure=_counted(_tells_speech, 3),
        accepts=("Tin\n\nPhát biểu tại hội nghị, ông nêu ba việc.",),
        refuses=("Tin\n\nÔng phát biểu trên truyền hình.",),
    ),
    Signal(
        id="meeting.at_the_meeting",
        measure=_early(_is_at_the_meeting),
        accepts=("Tin\n\nÔng cho biết như vậy tại hội nghị.",),
        refuses=("Tin\n\nÔng cho biết như vậy về hội nghị.",),
    ),
    Signal(
        id="meeting.sentences_begin_there",
        measure=_counted(_begins_at_the_meeting, 3),
        accepts=("Tin\n\nKết thúc hội nghị, ông nêu ba việc.",),
        refuses=("Tin\n\nHội nghị nêu ba việc.",),
    ),
    Signal(
        id="meeting.resumed",
        measure=_counted(_resumes, 2),
        accepts=("Tin\n\nTại hội nghị, các đại biểu đã thảo luận.",),
        refuses=("Tin\n\nTại hội nghị thượng đỉnh năm ấy, họ gặp nhau.",),
    ),
    Signal(
        id="meeting.in_caption",
        measure=_in_caption,
        accepts=("Tin\n\nGiá vàng tăng.\n\nQuang cảnh hội nghị. Ảnh: Thu Hà",),
        refuses=("Tin\n\nGiá vàng tăng.\n\nMột cửa hàng vàng. Ảnh: Thu Hà",),
    ),
    Signal(
        id="meeting.officials",
        measure=_in_sentences("person.position", "person.honorific", full=0.5),
        accepts=("Tin\n\nGiám đốc Sở nêu ba việc.",),
        refuses=("Tin\n\nGiá vàng tăng.",),
    ),
    Signal(
        id="meeting.short_text",
        measure=_is_short,
        accepts=("Tin\n\nGiá vàng tăng.",),
        refuses=("Tin\n\nMột. Hai câu. Ba câu. Bốn câu. Năm câu.",),
    ),
    Signal(
        id="meeting.only_verbs",
        measure=_only_verbs,
        accepts=("Tin\n\nChính phủ họp bàn.",),
        refuses=("Tin\n\nChính phủ họp bàn. Cuộc họp kết thúc.",),
    ),
    Signal(
        id="meeting.no_meeting_named",
        measure=_no_mention,
        accepts=("Tin\n\nGiá vàng tăng.",),
        refuses=("Tin\n\nHội nghị kết thúc.",),
    ),
    Signal(
        id="meeting.several_days",
        measure=_several_days,
        accepts=("Tin\n\nNgày 5/3, Sở A tổ chức hội nghị. Ngày 6/3, Sở B tổ chức hội nghị.",),
        refuses=("Tin\n\nNgày 5/3, Sở A tổ chức hội nghị.",),
    ),
    Signal(
        id="meeting.days_in_turn",
        measure=_days_in_turn,
        accepts=("Tin\n\nNgày 5/3, huyện họp dân. Ngày 6/3, huyện đào mương.",),
        refuses=("Tin\n\nNgày 5/3, huyện họp dân. Sáng 5/3, mưa to.",),
    ),
    Signal(
        id="meeting.on_the_sidelines",
        measure=_in_opening("meeting.against.sidelines"),
        accepts=("Tin\n\nBên lề kỳ họp, đại biểu trao đổi với báo chí.",),
        refuses=("Tin\n\nTại kỳ họp, đại biểu trao đổi ý kiến.",),
    ),
    Signal(
        id="meeting.other_meetings",
        measure=_of_mentions(Stance.OTHER, Stance.MANY),
        accepts=("Tin\n\nTại nhiều hội nghị, cử tri đã nêu.",),
        refuses=("Tin\n\nTại hội nghị, cử tri đã nêu.",),
    ),
    Signal(
        id="meeting.to_come",
        measure=_of_mentions(Stance.FUTURE),
        accepts=("Tin\n\nTuần tới, Sở sẽ tổ chức hội nghị.",),
        refuses=("Tin\n\nSở tổ chức hội nghị sắp xếp bộ máy.",),
    ),
    Signal(
        id="meeting.to_come_in_opening",
        measure=_future_in_opening,
        accepts=("Tin\n\nTuần tới, Sở sẽ tổ chức hội nghị.",),
        refuses=("Tin\n\nSở tổ chức hội nghị.",),
    ),
    Signal(
        id="meeting.to_come_first",
        measure=_first_is_future,
        accepts=("Sở sẽ tổ chức hội nghị\n\nHội nghị do Sở chủ trì.",),
        refuses=("Tin\n\nHội nghị bế mạc. Tuần tới, Sở sẽ tổ chức hội nghị.",),
    ),
    Signal(
        id="meeting.ceremony",
        measure=_in_head("meeting.against.ceremony"),
        accepts=("Lễ kỷ niệm 60 năm\n\nTrường đón khách.",),
        refuses=("Hội nghị tổng kết\n\nTrường đón khách.",),
    ),
    Signal(
        id="meeting.ceremony_throughout",
        measure=_in_sentences("meeting.against.ceremony", full=0.33),
        accepts=("Tin\n\nTrường tổ chức lễ kỷ niệm.",),
        refuses=("Tin\n\nTrường tổ chức hội nghị.",),
    ),
    Signal(
        id="meeting.interview",
        measure=_in_head("meeting.against.interview"),
        accepts=("Giám đốc Sở trả lời phỏng vấn\n\nViệc học thêm ra sao?",),
        refuses=("Giám đốc Sở phát biểu\n\nViệc học thêm ra sao?",),
    ),
    Signal(
        id="meeting.interview_throughout",
        measure=_in_sentences("meeting.against.interview", full=0.33),
        accepts=("Tin\n\nThưa ông, việc học thêm ra sao?",),
        refuses=("Tin\n\nViệc học thêm ra sao?",),
    ),
    Signal(
        id="meeting.document",
        measure=_in_head("meeting.against.document"),
        accepts=("Tin\n\nChủ tịch tỉnh vừa ký ban hành quy định.",),
        refuses=("Tin\n\nChủ tịch tỉnh chủ trì hội nghị.",),
    ),
    Signal(
        id="meeting.general_news",
        measure=_in_head("meeting.against.news"),
        accepts=("Bắt giữ hai đối tượng\n\nTối 5/3, phường vào cuộc.",),
        refuses=("Hội nghị tổng kết\n\nTối 5/3, phường vào cuộc.",),
    ),
    Signal(
        id="meeting.general_news_throughout",
        measure=_in_sentences("meeting.against.news", full=0.33),
        accepts=("Tin\n\nHuấn luyện viên khen các học trò.",),
        refuses=("Tin\n\nGiám đốc Sở khen các đơn vị.",),
    ),
    Signal(
        id="meeting.world_news",
        measure=_in_sentences("meeting.against.abroad", full=0.25),
        accepts=("Tin\n\nTổng thống đắc cử chưa bình luận.",),
        refuses=("Tin\n\nChủ tịch tỉnh chưa trả lời.",),
    ),
)


def strengths(article: Article) -> list[tuple[str, float]]:
    """Names of the signals that are there, each with its strength."""
    telling = Telling(article)
    return [(signal.id, strength) for signal in SIGNALS if (strength := signal.measure(telling)) > 0]


def _read(text: str) -> list[tuple[str, float]]:
    scanned = scan(text)
    return strengths(article_of(scanned, find_layout(scanned)))


TABLE = RuleTable(
    name="detection",
    about="Evidence for and against that a meeting is reported; the weights are fitted from gold.",
    rules=SIGNALS,
    read=_read,
)
