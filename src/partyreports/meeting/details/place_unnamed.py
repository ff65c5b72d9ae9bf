"""Places that are told without the meeting: where somebody spoke that day, worked, travelled, or met voters."""

from bisect import bisect_right
from operator import attrgetter

from partyreports.meeting.details.place_elsewhere import is_elsewhere
from partyreports.meeting.details.place_wording import (
    AT_A_WORD,
    DAYS,
    LONGEST_DAY,
    PURPOSE,
    end_of_place,
    may_be_a_place,
)
from partyreports.meeting.detection.telling import Sentence, Telling
from partyreports.meeting.mentions.finding import Mention
from partyreports.text.spans import Range

_end = attrgetter("end")


def in_dated_sentence(telling: Telling, main: tuple[Sentence, Mention] | None) -> Range | None:
    """“Sáng 5/3, Khoa lấy ý kiến | tại phòng E2”, “… đến làm việc | tại Lạc Giang”: of the first dated sentence."""
    part = next((one for one in telling.sentences[:FIRST] if telling.day(one) is not None), None)
    if part is None:
        return None
    article = telling.article
    for match in article.lexicon.compile(AT_A_WORD).finditer(article.source.folded, part.start, part.end):
        is_house = article.cues.at("meeting.building", match.end()) is not None and (
            match[0].endswith(_AT) or PURPOSE.search(article.source.folded, part.start, match.start()) is None
        )
        verbs = ("meeting.visits", "meeting.gathers")
        is_told = is_house or any(article.cues.ending_at(verb, match.start()) for verb in verbs)
        stop = end_of_place(telling, match.end(), part.end)
        is_told = is_told or _is_where_it_was_said(telling, part, match.start())
        is_told = is_told or _came_to_work(telling, match.start(), stop)
        if not is_told or is_told_of(telling, part, match.start()):
            continue
        place = article.source.trim(match.end(), stop)
        if may_be_a_place(telling, *place) and not is_elsewhere(telling, main, part, place):
            return place
    return None


_AT = "tại "
"""“trong” and “trên” also tell of what the talk is about: “bàn việc | để | đón khách trên tàu”."""


def _came_to_work(telling: Telling, at: int, stop: int) -> bool:
    """“Chiều 5/3, Bộ trưởng đã có mặt | tại Lạc Giang | để làm việc với các doanh nghiệp”."""
    cues, article = telling.article.cues, telling.article
    return (
        cues.ending_at("meeting.came", at) is not None
        and article.lexicon.compile(_TO_WORK).match(article.source.folded, stop) is not None
    )


_TO_WORK = r",? (?:để )?(?:{meeting.verb}|{meeting.visits})(?!\w)"


def _is_where_it_was_said(telling: Telling, part: Sentence, at: int) -> bool:
    """““Chúng tôi xin lỗi”, bà An nói trước báo giới | ngày 14/3 | tại Lạc Giang”: day and place of what was said."""
    article = telling.article
    said = article.cues.last_within("meeting.speech", part.start, at)
    days = (article.cues.last_within(group, max(part.start, at - LONGEST_DAY), at) for group in DAYS)
    day = min((one.start for one in days if one is not None), default=-1)
    if said is None or day < said.end or not article.source.folded[part.start : at].rstrip(" ,(")[-1:].isdigit():
        return False
    happened = (article.cues.any_within(group, said.end, day) for group in ("meeting.incident", "meeting.presented"))
    return not any(happened) and not any(sign in article.source.folded[said.end : day] for sign in '.,;:“”"')


FIRST = 3
"""Sentences from the beginning of which one is dated."""


def visited(telling: Telling, parts: list[Sentence]) -> Range | None:
    """“Trong chuyến công tác tại | Lạc Giang |, sáng 5/6 Bộ trưởng làm việc với …”, “… cử tri | phường An |”."""
    article = telling.article
    for pattern in (_ON_A_JOURNEY, _VOTERS):
        for part in (part for part in parts if part.own):
            match = article.lexicon.compile(pattern).search(article.source.folded, part.start, part.end)
            if match is None or is_told_of(telling, part, match.start()):
                continue
            start = match.end()
            stop = end_of_place(telling, start, part.end)
            if article.source.text[stop - 1].isalnum() and may_be_a_place(telling, start, stop):
                return article.source.trim(start, stop)
    return None


_ON_A_JOURNEY = r"(?<!\w){meeting.journey} (?:\w+ ){0,4}(?!{meeting.in_country}(?!\w))(?:tại|ở) (?=[^,.;:()\n]{2,40},)"
_VOTERS = (
    r"(?<!\w)(?:{meeting.meets_voters}|{meeting.hears_voters}) (?:(?={meeting.commune} )"
    r"|(?:[^.;:()“\n]{1,90} )??(?:tại|ở) (?={meeting.commune} ))"
)
"""“tiếp xúc cử tri | quận An |”, “tiếp xúc cử tri trước kỳ họp thứ tư tại | phường An |”."""


def is_told_of(telling: Telling, part: Sentence, at: int) -> bool:
    """“Đại lễ sẽ cử hành | tại chùa”, “Cuộc họp thống nhất niêm yết | tại nhà văn hóa”: no place of this meeting."""
    cues, folded = telling.article.cues, telling.article.source.folded
    start = max(part.start, folded.rfind("”", part.start, at))  # (a quotation tells of other things)
    named = bisect_right(part.own, at, key=_end)
    if named > 0 and cues.ending_at("meeting.at", part.own[named - 1].start) is not None:
        start = part.own[named - 1].start  # “Khối sẽ giữ sản lượng, theo thông báo | tại phiên họp | ở Lạc Giang”
    return any(cues.any_within(group, start, at) for group in ("meeting.future", "meeting.agrees"))
