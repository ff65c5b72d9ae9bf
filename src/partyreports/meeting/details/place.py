"""Where the meeting took place: the shortest printed wording."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from partyreports.meeting.details.place_elsewhere import is_elsewhere
from partyreports.meeting.details.place_unnamed import FIRST, in_dated_sentence, is_told_of, visited
from partyreports.meeting.details.place_wording import (
    AT_A_WORD,
    DAYS,
    LONGEST_DAY,
    PURPOSE,
    behind_brackets,
    behind_region,
    end_of_place,
    labelled_place,
    may_be_a_place,
)
from partyreports.meeting.detection.telling import Sentence, Telling
from partyreports.meeting.mentions.finding import Mention, Stance
from partyreports.text.spans import Range

_SENTENCES = 14
"""Sentences from the beginning in which the place is told."""
_HEAD = 60
"""Characters at the head of a sentence in which day and place stand: “Sáng ngày 5 tháng 6 năm 2024, tại …”."""

_LASTING = r" trong (?:\w+ )?{time.day}(?: qua| nay)? $"
_LASTS = r" {meeting.lasts} (?:\w+ ){1,3}(?:{time.day}|{word.hour}),? $"
_AFTER_DAYS = r" (?:trong|sau|qua) (?:\w+ )?{meeting.day_of} $"
_end = attrgetter("end")


def find_place(telling: Telling, main: tuple[Sentence, Mention] | None) -> Range | None:
    """The place, or None.

    Args:
        telling: the article.
        main: the mention that names the meeting, with its sentence.
    """
    labelled = labelled_place(telling)
    if labelled is not None:
        return labelled
    parts = [_with_talks(telling, part) for part in telling.sentences[:_SENTENCES]]
    parts = [part for part in parts if _tells(telling, part)]
    if main is not None and (main[0] in parts or _is_a_talk(telling, main)):
        parts.insert(0, main[0]._replace(own=main[0].own or (main[1],)))
    for part in (*parts, *(part for part in telling.captions if part.own)):
        for place in _places_in(telling, part):
            if not is_elsewhere(telling, main, part, place):
                return place
    return _in_headline(telling) or in_dated_sentence(telling, main) or visited(telling, parts)


def _is_a_talk(telling: Telling, main: tuple[Sentence, Mention]) -> bool:
    """“Nhân dịp dự hội nghị tại Lạc Giang, Phó Thủ tướng đã có | cuộc gặp | với …”: told early, without a day."""
    return main[1].stance is Stance.WEAK and main[0] in telling.sentences[:FIRST]


def _in_headline(telling: Telling) -> Range | None:
    """“Hai Bộ trưởng hội đàm tại | Lạc Giang |”."""
    if telling.title is None:
        return None
    talks = tuple(one for one in telling.title.mentions if one.stance is Stance.WEAK)
    for place in _places_in(telling, telling.title._replace(own=telling.title.own or talks)):
        if telling.article.source.folded.endswith(_OF_HEADLINE, 0, place.start):
            return place
    return None


_OF_HEADLINE = "tại "
"""In a headline “ở” tells of whose meeting it was: “Giao ban | ở Lạc Giang |”."""


def _with_talks(telling: Telling, part: Sentence) -> Sentence:
    """A dated sentence that names talks: “Hai ngoại trưởng | hội đàm | tại Lạc Giang ngày 5/3”."""
    if part.own or not part.mentions or telling.day(part) is None:
        return part
    return part._replace(own=tuple(one for one in part.mentions if one.stance is Stance.WEAK))


def _tells(telling: Telling, part: Sentence) -> bool:
    """Whether a sentence may tell where the meeting was: it names it, or who chairs, or begins with its day."""
    if part.own or telling.has("chair.cue", part) or part in telling.opened_by_day[:1]:
        return True
    folded, main_site = telling.article.source.folded, telling.article.lexicon.compile(_MAIN_SITE)
    return main_site.match(folded, part.start, part.end) is not None  # “| Điểm cầu chính đặt | tại Lạc Giang”


_MAIN_SITE = r"{attendance.site} {word.main_site}(?!\w)"


def _places_in(telling: Telling, part: Sentence) -> Iterator[Range]:
    folded = telling.article.source.folded
    source_site = telling.article.lexicon.compile(_FROM).search(folded, part.start, part.end)
    if source_site is not None and part.own:
        yield telling.article.source.trim(source_site.start("from"), source_site.end("from"))
    site = telling.article.lexicon.compile(_SITE)
    for match in telling.article.lexicon.compile(AT_A_WORD).finditer(folded, part.start, part.end):
        at_site = site.match(folded, match.end(), part.end)
        start = match.end() if at_site is None else at_site.end()
        stop = end_of_place(telling, start, part.end)
        if at_site is not None and not _is_main_site(telling, at_site):
            continue
        if is_told_of(telling, part, match.start()):
            continue
        is_its = at_site is not None or _is_of_the_meeting(telling, part, match.start(), stop)
        if is_its and may_be_a_place(telling, start, stop):
            yield telling.article.source.trim(start, stop)
    yield from _travelled_to(telling, part)


def _travelled_to(telling: Telling, part: Sentence) -> Iterator[Range]:
    """“Đại diện 12 tỉnh đã đến | Lạc Giang | dự hội nghị”, “Bí thư đã về | xã Tân An | họp với dân”."""
    article = telling.article
    for match in article.lexicon.compile(_TRAVELLED).finditer(article.source.folded, part.start, part.end):
        attends = article.cues.at("meeting.happens", match.end())
        comes = part in telling.sentences[:FIRST] and telling.day(part) is not None
        comes = comes and not article.cues.any_within("meeting.speech", part.start, match.start())
        is_own = (comes and any(one.start == match.end() for one in part.own[:1])) or (
            attends is not None
            and any(one.start - attends.end <= _RIGHT_BEHIND for one in part.own if one.start >= attends.end)
        )
        if is_own and not is_told_of(telling, part, match.start()) and may_be_a_place(telling, *match.span("place")):
            yield article.source.trim(*match.span("place"))


_TRAVELLED = (
    r"(?<!\w)(?:đến|về|tới|sang|lên|ra|vào|xuống) (?!từ )(?P<place>[^\W\d_][^,.;:()\n“\"]{1,40}?) (?:để )?"
    r"(?=(?:{word.attends}|{meeting.verb})(?!\w))"
)
_RIGHT_BEHIND = 1
"""Characters between “dự” and the meeting."""


_FROM = (
    r"(?:(?:{meeting.format.online}|{meeting.way}),? từ |(?<!\w)từ (?={meeting.building} ))"
    r"(?!{attendance.site})(?P<from>[^\W\d_][^,.;:()\n]{2,60}?)"
    r" (?:đến|tới) (?:các |[\d.]{1,6} )?{attendance.site}"
)
"""“được truyền hình trực tuyến từ | trụ sở Sở | đến các điểm cầu”, “sơ kết quý I từ | trụ sở Sở | đến 12 điểm cầu”."""


def _is_main_site(telling: Telling, site: "re.Match[str]") -> bool:
    """Whether a site is a house, and not one town of many: “tại điểm cầu | tỉnh Vĩnh Hà” tells of local guests."""
    if site["main"]:
        return True
    cues, start = telling.article.cues, site.end()
    return cues.at("meeting.venue", start) is not None and cues.at("body.place_type", start) is None


_SITE = r"{attendance.site} (?P<main>{word.main_site}(?: đặt)? )?(?:tại |- )?(?!{word.many} )"
"""“tại điểm cầu | Tỉnh ủy”: the site where those stood of whom is told."""


def _ends_with_day(telling: Telling, part: Sentence, at: int) -> bool:
    """“Thực hiện kế hoạch năm 2020, | ngày 5/6, | tại Lạc Giang”: day and place are fronted behind a clause."""
    folded, cues = telling.article.source.folded, telling.article.cues
    if not folded[part.start : at].rstrip(" ,")[-1:].isdigit():
        return False
    start = max(part.start, at - LONGEST_DAY)
    day = next((cue for group in DAYS if (cue := cues.last_within(group, start, at)) is not None), None)
    return day is not None and folded[part.start : day.start].rstrip()[-1:] in ("", ",", "-", "–", ")", ".")


def _is_of_the_meeting(telling: Telling, part: Sentence, at: int, stop: int) -> bool:
    """Whether “tại” says where the meeting was: it is fronted, or behind its verb or day, or right behind it."""
    if _is_fronted(telling, part, at, stop) or _is_beside(telling, part, at):
        return True
    if _is_of_another(telling, part, at) or _is_of_what_happened(telling, part, at):
        return False
    signs = (_is_behind_verb(telling, part, at), _is_behind_name(telling, part, at, stop))
    return any(signs) or _is_in_person(telling, part, at) or _is_behind_day(telling, part, at, stop)


def _is_behind_day(telling: Telling, part: Sentence, at: int, stop: int) -> bool:
    """“Hội nghị của Sở ngày 5/6 | tại Lạc Giang”, or before it: “Hội nghị của Sở | tại Lạc Giang | sáng 5/6”."""
    cues = telling.article.cues
    named = bisect_right(part.own, at, key=_end)  # (mentions of a sentence do not lie inside one another)
    if named == 0:
        return False
    before = telling.article.source.folded[part.start : at].rstrip()
    if (before[-1:].isdigit() or before.endswith((")", ","))) and telling.day(part) is not None:
        return before[-1:].isdigit() or cues.any_within("meeting.held", part.start, at)
    end = part.own[named - 1].end
    if part.own[0].start - part.start <= 1 and cues.at("meeting.happens", stop + 1) is not None:
        return True  # “Cuộc họp ngày 5/6 của các Bộ trưởng | tại Lạc Giang | kết thúc …”
    return at - end <= 1 or (_is_timed(telling, stop) and not cues.any_within("body.reports", end, at))


def _last_mention(part: Sentence, at: int) -> Mention | None:
    """The last meeting that is mentioned before a place in a sentence."""
    named = bisect_right(part.mentions, at, key=_end)  # (mentions do not lie inside one another)
    return part.mentions[named - 1] if named else None


def _is_of_another(telling: Telling, part: Sentence, at: int) -> bool:
    """“họp báo giới thiệu | diễn đàn | tại Lạc Giang”, “nhất trí tổ chức hội nghị | tiếp theo | tại Lạc Giang”."""
    last = _last_mention(part, at)
    if last is None:
        return False
    is_next = telling.article.cues.at("meeting.another_one", last.end + 1) is not None
    return is_next or (last not in part.own and last.stance in _ANOTHER)


def _is_beside(telling: Telling, part: Sentence, at: int) -> bool:
    """“cuộc họp bên lề Hội nghị An ninh | ở Lạc Giang”: beside a meeting is where that meeting is."""
    cues = telling.article.cues
    beside = cues.last_within("meeting.against.sidelines", max(part.start, at - _NAME_OF_ANOTHER), at)
    if beside is None or not part.own:
        return False
    named = cues.at("meeting.noun", beside.end + 1)
    if named is None or named.end >= at:
        return False
    folded = telling.article.source.folded
    return folded[at - 1] == " " and _BEHIND_NAME.search(folded, named.end, at) is None


_NAME_OF_ANOTHER = 150
"""Characters of “bên lề Hội nghị Bộ trưởng Ngoại giao lần thứ 56 và các hội nghị liên quan”."""
_BEHIND_NAME = re.compile(r"[.,;:“”\n]")
"""What such a name does not hold."""
_ANOTHER = (Stance.OTHER, Stance.FUTURE, Stance.MANY)


def _is_of_what_happened(telling: Telling, part: Sentence, at: int) -> bool:
    """“cuộc họp về vụ cháy | xảy ra | chiều 5/3 tại Lạc Giang”: told between both, and no verb since.

    Likewise “họp báo giới thiệu | Liên hoan | diễn ra tại Lạc Giang”.
    """
    named = bisect_right(part.own, at, key=_end)
    start = part.own[named - 1].end if named else part.start
    happened = telling.article.cues.last_within("meeting.incident", start, at)
    if named and part.own[0].start - part.start > 1 and telling.article.cues.ending_at("meeting.held", at) is not None:
        return telling.article.cues.any_within("meeting.presented", start, at)
    if happened is not None and telling.article.cues.ending_at("meeting.manages", happened.start) is not None:
        return False  # “làm việc với Ban Quản lý | dự án |”
    return happened is not None and not telling.article.cues.any_within("meeting.held", happened.end, at)


def _is_in_person(telling: Telling, part: Sentence, at: int) -> bool:
    """“Hội nghị được tổ chức theo hình thức trực tiếp | tại trụ sở Bộ |, kết hợp trực tuyến”."""
    cues = telling.article.cues
    here = cues.ending_at("meeting.here", at)
    if here is None or not part.own or part.own[0].start > at:
        return False
    return any(cues.ending_at(group, here.start) is not None for group in ("meeting.way", "meeting.held"))


def _is_behind_name(telling: Telling, part: Sentence, at: int, stop: int) -> bool:
    """“tổ chức Đại hội chi bộ nhiệm kỳ mới | tại phòng hội đồng”, “buổi làm việc với Công ty A | tại Lạc Giang.”."""
    article = telling.article
    named = bisect_right(part.own, at, key=_end)
    if named == 0 or article.cues.any_within("meeting.future", part.start, at):
        return False
    end = part.own[named - 1].end
    noun = article.cues.at("meeting.noun", end + 1)
    if noun is not None and noun.end < at:
        end = noun.end  # “họp | đại hội cổ đông”
    between = _QUOTED.sub(" ", article.source.folded[end:at])
    if any(sign in between for sign in ";:"):
        return False
    start = article.lexicon.compile(AT_A_WORD).match(article.source.folded, at)
    if start is not None and article.cues.at("meeting.building", start.end()) is not None:
        if "," in between and article.cues.ending_at("meeting.occasion", part.own[named - 1].start) is not None:
            return False  # “Trong khuôn khổ hội nghị, triển lãm mở cửa | tại Nhà hát |”
        if not start[0].endswith("tại ") and PURPOSE.search(between) is not None:
            return False  # “họp khẩn | để | đón khách trên tàu du lịch”
        spoken = article.cues.within("meeting.speech", end, at)
        return all(article.cues.at("meeting.kind", one.start) is not None for one in spoken)
    is_at_it = article.cues.ending_at("meeting.at", part.own[named - 1].start) is not None
    tells_more = any(article.cues.any_within(group, end, at) for group in _TELLS_MORE)
    may_be_longer = is_at_it and not tells_more and _FEW_WORDS.fullmatch(between) is not None
    is_short = article.lexicon.compile(_SHORT).fullmatch(between) is not None
    is_dated = between.startswith(_WITH) and any(article.cues.any_within(day, end, at) for day in DAYS)
    is_name = may_be_longer or (is_short and not is_dated)
    return not between.strip() or (is_name and _is_closed(telling, between, at, stop))


def _is_closed(telling: Telling, between: str, at: int, stop: int) -> bool:
    """Whether a place ends its clause, or right behind a meeting goes on with what is told next.

    “họp khẩn tại Lạc Giang | để | bàn”; but not “làm việc với Phòng Thương mại Mỹ | tại Việt Nam |”.
    """
    article, stop = telling.article, behind_brackets(telling, stop)
    if article.cues.at("meeting.in_country", at) is not None:
        return False
    is_short = _A_WORD.fullmatch(between) is not None
    ends = article.source.folded[stop : stop + 1] in {"", ".", ",", "\n"}
    return ends or article.source.folded.startswith(" về ", stop) or (is_short and _goes_on(telling, stop))


def _goes_on(telling: Telling, stop: int) -> bool:
    """“họp phiên khẩn cấp tại Lạc Giang | để | bàn”: with a word that begins what is told next."""
    cues = telling.article.cues
    return any(cues.at(group, stop + 1) is not None for group in ("meeting.place_end", "meeting.name_end", *DAYS))


_A_WORD = re.compile(r" \w+ (?:\w+ )?")
_QUOTED = re.compile(r" ?[“\"][^“”\"]*[”\"] ?")
_TELLS_MORE = ("meeting.speech", "meeting.name_end", "meeting.place_end")
_FEW_WORDS = re.compile(r" (?:\w+ ){0,4}")
"""“Tại hội nghị | thượng đỉnh G20 | ở Lạc Giang, …”, “tại diễn đàn | “Nợ xấu” | ở Lạc Giang, …”."""


_WITH = " với "
"""“Tại cuộc họp | với Sở ngày 5/3 | đã phê bình … ở Lạc Giang”: behind its day something else is told."""
_SHORT = r" với (?!sự |{word.number_of}|{word.way_of_meeting})[^,.]{2,70} | \w+ (?:\w+ )?"
"""Between a meeting and its place: the other party, or “thường kỳ”."""


def _is_fronted(telling: Telling, part: Sentence, at: int, stop: int) -> bool:
    """“Sáng 5/6, | tại Lạc Giang | , Sở tổ chức hội nghị”."""
    folded = telling.article.source.folded
    words = telling.article.cues.ending_at("meeting.fronts_place", at)
    before = folded[part.start : at if words is None else words.start].rstrip()
    is_closed = not before or before[-1] in ",-–)." or before[-1].isdigit() or before.endswith((" qua", " nay"))
    at_head = at - part.start <= _HEAD and is_closed
    is_named_later = bool(part.own) and part.own[-1].start > stop
    is_closed_place = folded[stop : stop + 1] == "," and bool(before) and before.rstrip(",")[-1] in ")0123456789"
    is_told_next = telling.article.cues.at("meeting.held", stop + 1) is not None
    is_at = not folded.startswith(_VAGUE, at) or is_closed_place or is_told_next
    if not part.own and telling.day(part) is None:
        return False
    return is_at and (at_head or (is_named_later and _ends_with_day(telling, part, at)))


_VAGUE = "ở "
"""Also that of guests and things: “Sáng 5/6, | ở | Lạc Giang có mưa, …”."""


def _is_behind_verb(telling: Telling, part: Sentence, at: int) -> bool:
    """“Hội nghị diễn ra | tại Lạc Giang”, “… trong 3 ngày | tại”, “… hôm nay, | tại”."""
    cues, folded = telling.article.cues, telling.article.source.folded
    before = folded[part.start : at].rstrip()
    behind = at - 1 if not before.endswith(",") else part.start + len(before) - 1
    manner = cues.ending_at("meeting.manner", at)
    held = cues.ending_at("meeting.held", at if manner is None else manner.start)
    if held is not None and _is_to_come(telling, part, held.start):
        return False
    if held is not None or cues.ending_at("time.now", behind) is not None:
        return True
    if part.own and cues.ending_at("meeting.came", at) is not None:
        return True
    start, compiled = max(part.start, at - LONGEST_DAY), telling.article.lexicon.compile
    if part.own and compiled(_LASTS).search(folded, start, at) is not None:
        return True
    if part.own and part.own[0].end < at and compiled(_AFTER_DAYS).search(folded, start, at) is not None:
        return True
    lasting = compiled(_LASTING).search(folded, start, at)
    return lasting is not None and cues.ending_at("meeting.held", lasting.start()) is not None


def _is_to_come(telling: Telling, part: Sentence, verb: int) -> bool:
    """“Hội nghị tháng tới | tổ chức | tại xã Tân An”, “Đại hội điểm sẽ | tổ chức | tại xã Tân An”."""
    cues = telling.article.cues
    if cues.ending_at("meeting.future", verb) is not None:
        return True
    return any(cues.any_within(group, part.start, verb) for group in ("meeting.next_time", "meeting.last_time"))


def _is_timed(telling: Telling, stop: int) -> bool:
    """“… tại Lạc Giang | vào sáng 5/6”, “… ở Davos (Thụy Sĩ) | ngày 5/6”."""
    cues, stop = telling.article.cues, behind_region(telling, stop)
    return telling.article.source.folded.startswith(" vào", stop) or any(
        cues.at(group, stop + 1) for group in (*DAYS, "time.lately")
    )
