"""Where the meeting took place: the shortest printed wording."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from partyreports.meeting.mentions import Mention, Stance
from partyreports.meeting.telling import Sentence, Telling
from partyreports.text.cues import Cue
from partyreports.text.spans import Range

_SENTENCES = 14
"""Sentences from the beginning in which the place is told."""
_LONGEST = 80
"""Characters of the longest wording of a place."""
_HEAD = 60
"""Characters at the head of a sentence in which day and place stand: “Sáng ngày 5 tháng 6 năm 2024, tại …”."""

_BEFORE_FRONTED = 6
"""Characters of “, tại ”."""
_LASTING = r" trong (?:\w+ )?{time.day}(?: qua| nay)? $"
_AT = re.compile(r"(?<!\w)(?:tại|(?<!nhà )ở) (?=\w)")
_END = re.compile(r"[,;:!?()\n–“\"]|\.(?!\w)(?<!tp\.)")
_end = attrgetter("end")


def find_place(telling: Telling, main: tuple[Sentence, Mention] | None) -> Range | None:
    """The place, or None.

    Args:
        telling: the article.
        main: the mention that names the meeting, with its sentence.
    """
    labelled = _labelled(telling)
    if labelled is not None:
        return labelled
    parts = [_with_talks(telling, part) for part in telling.sentences[:_SENTENCES]]
    parts = [part for part in parts if _tells(telling, part)]
    if main is not None and main[0] in parts:
        parts.insert(0, main[0]._replace(own=main[0].own or (main[1],)))
    for part in (*parts, *(part for part in telling.captions if part.own)):
        for place in _places_in(telling, part):
            return place
    if telling.title is not None and telling.title.own:
        for place in _places_in(telling, telling.title):
            if telling.article.source.folded.endswith(_OF_HEADLINE, 0, place.start):
                return place
    return _in_dated_sentence(telling)


_OF_HEADLINE = "tại "
"""In a headline “ở” tells of whose meeting it was: “Giao ban | ở Lạc Giang |”."""


def _with_talks(telling: Telling, part: Sentence) -> Sentence:
    """A dated sentence that names talks: “Hai ngoại trưởng | hội đàm | tại Lạc Giang ngày 5/3”."""
    if part.own or not part.mentions or telling.day(part) is None:
        return part
    return part._replace(own=tuple(one for one in part.mentions if one.stance is Stance.WEAK))


def _in_dated_sentence(telling: Telling) -> Range | None:
    """“Sáng 5/3, Khoa lấy ý kiến | tại phòng E2”, “… đến làm việc | tại Lạc Giang”: of the first dated sentence."""
    part = next((one for one in telling.sentences[:_FIRST] if telling.day(one) is not None), None)
    if part is None:
        return None
    article = telling.article
    for match in _AT.finditer(article.source.folded, part.start, part.end):
        building = article.cues.at("meeting.building", match.end())
        visit = article.cues.ending_at("meeting.visits", match.start())
        if (building is None and visit is None) or _is_told_of(telling, part, match.start()):
            continue
        stop = _end_of_place(telling, match.end(), part.end)
        if _may_be_a_place(telling, match.end(), stop):
            return article.source.trim(match.end(), stop)
    return None


_FIRST = 3
"""Sentences from the beginning of which one is dated."""


def _tells(telling: Telling, part: Sentence) -> bool:
    """Whether a sentence may tell where the meeting was: it names it, or who chairs, or begins with its day."""
    return bool(part.own) or telling.has("chair.cue", part) or part in telling.opened_by_day[:1]


def _labelled(telling: Telling) -> Range | None:
    """The place of minutes: “Địa điểm: | Phòng họp số 2 |”."""
    source, cues = telling.article.source, telling.article.cues
    for line in telling.article.layout.body[:_LINES]:
        label = cues.at("meeting.place_label", _behind_number(source.folded, line.start))
        if label is None:
            continue
        colon = source.folded.find(":", label.end, label.end + _AFTER_LABEL)
        mark = _END.search(source.folded, colon + 2, min(line.end, colon + _LONGEST))
        place = source.trim(colon + 1, mark.start() if mark else min(line.end, colon + _LONGEST))
        if colon >= 0 and place.start < place.end:
            return place
    return None


def _behind_number(folded: str, start: int) -> int:
    """“II. | Địa điểm: …”."""
    number = _NUMBER.match(folded, start)
    return start if number is None else number.end()


_NUMBER = re.compile(r"(?:[ivx]{1,4}|\d{1,2})[.)/] ?|[-–+*•] ?")
_LINES = 20
"""Lines from the beginning that may be those of minutes."""
_AFTER_LABEL = 3
"""Characters from “Địa điểm” to its colon."""


def _places_in(telling: Telling, part: Sentence) -> Iterator[Range]:
    folded = telling.article.source.folded
    source_site = telling.article.lexicon.compile(_FROM).search(folded, part.start, part.end)
    if source_site is not None and part.own:
        yield telling.article.source.trim(source_site.start("from"), source_site.end("from"))
    site = telling.article.lexicon.compile(_SITE)
    for match in _AT.finditer(folded, part.start, part.end):
        at_site = site.match(folded, match.end(), part.end)
        start = match.end() if at_site is None else at_site.end()
        stop = _end_of_place(telling, start, part.end)
        if at_site is not None and not _is_main_site(telling, at_site):
            continue
        if _is_told_of(telling, part, match.start()):
            continue
        is_its = at_site is not None or _is_of_the_meeting(telling, part, match.start(), stop)
        if is_its and _may_be_a_place(telling, start, stop):
            yield telling.article.source.trim(start, stop)
    yield from _travelled_to(telling, part)


def _travelled_to(telling: Telling, part: Sentence) -> Iterator[Range]:
    """“Đại diện 12 tỉnh đã đến | Lạc Giang | dự hội nghị”."""
    article = telling.article
    for match in article.lexicon.compile(_TRAVELLED).finditer(article.source.folded, part.start, part.end):
        attends = article.cues.at("meeting.happens", match.end())
        is_own = attends is not None and any(
            one.start - attends.end <= _RIGHT_BEHIND for one in part.own if one.start >= attends.end
        )
        if is_own and not _is_told_of(telling, part, match.start()) and _may_be_a_place(telling, *match.span("place")):
            yield article.source.trim(*match.span("place"))


_TRAVELLED = r"(?<!\w)(?:đến|về|tới|sang) (?P<place>[^\W\d_][^,.;:()\n“\"]{1,40}?) (?:để )?(?={word.attends}(?!\w))"
_RIGHT_BEHIND = 1
"""Characters between “dự” and the meeting."""


def _is_told_of(telling: Telling, part: Sentence, at: int) -> bool:
    """“Đại lễ sẽ cử hành | tại chùa”, “Cuộc họp thống nhất niêm yết | tại nhà văn hóa”: no place of this meeting."""
    cues, folded = telling.article.cues, telling.article.source.folded
    start = max(part.start, folded.rfind("”", part.start, at))  # (a quotation tells of other things)
    return any(cues.any_within(group, start, at) for group in ("meeting.future", "meeting.agrees"))


_FROM = (
    r"{meeting.format.online},? từ (?!{attendance.site})(?P<from>[^\W\d_][^,.;:()\n]{2,60}?)"
    r" (?:đến|tới) (?:các |[\d.]{1,6} )?{attendance.site}"
)
"""“được truyền hình trực tuyến từ | trụ sở Sở | đến các điểm cầu”."""


def _is_main_site(telling: Telling, site: "re.Match[str]") -> bool:
    """Whether a site is a house, and not one town of many: “tại điểm cầu | tỉnh Vĩnh Hà” tells of local guests."""
    if site["main"]:
        return True
    cues, start = telling.article.cues, site.end()
    return cues.at("meeting.venue", start) is not None and cues.at("body.place_type", start) is None


_SITE = r"{attendance.site} (?P<main>{word.main_site}(?: đặt)? )?(?:tại |- )?(?!{word.many} )"
"""“tại điểm cầu | Tỉnh ủy”: the site where those stood of whom is told."""


def _end_of_place(telling: Telling, start: int, end: int) -> int:
    """Where a place that begins at `start` ends: at a comma, a verb, a day."""
    limit = min(end, start + _LONGEST)
    mark = _END.search(telling.article.source.folded, start, limit)
    stop = mark.start() if mark else limit
    for group in ("meeting.name_end", "meeting.place_end", *_DAYS):
        if (cue := telling.article.cues.first_within(group, start + 1, stop)) is not None:
            stop = cue.start if _is_time(telling, cue, end) else stop
    for cue in telling.article.cues.within("meeting.held", start + 1, stop):
        if _is_verb(telling, cue):
            return telling.article.source.trim(start, cue.start).end
    return telling.article.source.trim(start, stop).end


def _is_time(telling: Telling, cue: Cue, end: int) -> bool:
    """“… | chiều | 6/6”, but not “Tòa án nhân dân | tối | cao”."""
    article, behind = telling.article, cue.end + 1
    if cue.entry.group != "time.part_of_day" or behind >= end:
        return True
    if article.source.text[behind].isdigit() or article.source.folded.startswith("thứ ", behind):
        return True
    return any(article.cues.at(group, behind) is not None for group in (*_DAYS, "time.opens_date"))


def _is_verb(telling: Telling, cue: Cue) -> bool:
    """“tại hội trường Bệnh viện | tổ chức | giao ban”, but neither “Ban | Tổ chức |” nor “phòng | họp |”."""
    article = telling.article
    if not article.source.text[cue.start].islower():
        return False
    before = article.cues.last_within("meeting.building", max(0, cue.start - _LONGEST), cue.end)
    return before is None or before.end <= cue.start


_DAYS = ("time.part_of_day", "time.day", "time.now")
_LONGEST_DAY = 34
"""Characters of “chiều thứ hai, ngày 15 tháng 11 năm 2021,”."""


def _ends_with_day(telling: Telling, part: Sentence, at: int) -> bool:
    """“Thực hiện kế hoạch năm 2020, | ngày 5/6, | tại Lạc Giang”: day and place are fronted behind a clause."""
    folded, cues = telling.article.source.folded, telling.article.cues
    if not folded[part.start : at].rstrip(" ,")[-1:].isdigit():
        return False
    start = max(part.start, at - _LONGEST_DAY)
    day = next((cue for group in _DAYS if (cue := cues.last_within(group, start, at)) is not None), None)
    return day is not None and folded[part.start : day.start].rstrip()[-1:] in ("", ",", "-", "–", ")", ".")


def _is_of_the_meeting(telling: Telling, part: Sentence, at: int, stop: int) -> bool:
    """Whether “tại” says where the meeting was: it is fronted, or behind its verb or day, or right behind it."""
    if _is_fronted(telling, part, at, stop) or _is_behind_verb(telling, part, at):
        return True
    before = telling.article.source.folded[part.start : at].rstrip()
    behind_day = before[-1:].isdigit() or before.endswith((")", ","))
    if _is_behind_name(telling, part, at, stop) or _is_in_person(telling, part, at):
        return True
    named = bisect_right(part.own, at, key=_end)  # (mentions of a sentence do not lie inside one another)
    if named == 0:
        return False
    is_named_before = part.own[0].end < at
    if behind_day and is_named_before and telling.day(part) is not None:
        return telling.article.cues.any_within("meeting.held", part.start, at) or before[-1:].isdigit()
    end = part.own[named - 1].end
    if at - end <= 1:
        return True
    return is_named_before and _is_timed(telling, stop) and not telling.article.cues.any_within("body.reports", end, at)


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
    if named == 0:
        return False
    end = part.own[named - 1].end
    noun = article.cues.at("meeting.noun", end + 1)
    if noun is not None and noun.end < at:
        end = noun.end  # “họp | đại hội cổ đông”
    between = _QUOTED.sub(" ", article.source.folded[end:at])
    if any(sign in between for sign in ";:") or article.cues.any_within("meeting.future", part.start, at):
        return False
    start = _AT.match(article.source.folded, at)
    if start is not None and article.cues.at("meeting.building", start.end()) is not None:
        spoken = article.cues.within("meeting.speech", end, at)
        return all(article.cues.at("meeting.kind", one.start) is not None for one in spoken)
    ends = article.source.folded[stop : stop + 1] in {"", ".", ",", "\n"}
    ends = ends or article.source.folded.startswith(" về ", stop)
    if not ends or not between.strip():
        return ends
    is_at_it = article.cues.ending_at("meeting.at", part.own[named - 1].start) is not None
    tells_more = any(article.cues.any_within(group, end, at) for group in _TELLS_MORE)
    if is_at_it and not tells_more and _FEW_WORDS.fullmatch(between) is not None:
        return True
    return article.lexicon.compile(_SHORT).fullmatch(between) is not None


_QUOTED = re.compile(r" ?[“\"][^“”\"]*[”\"] ?")
_TELLS_MORE = ("meeting.speech", "meeting.name_end", "meeting.place_end")
_FEW_WORDS = re.compile(r" (?:\w+ ){0,3}")
"""“Tại hội nghị | thượng đỉnh G20 | ở Lạc Giang, …”, “tại diễn đàn | “Nợ xấu” | ở Lạc Giang, …”."""


_SHORT = r" với (?!sự |số lượng|{word.way_of_meeting})[^,.]{2,70} | \w+ (?:\w+ )?"
"""Between a meeting and its place: the other party, or “thường kỳ”."""


def _is_fronted(telling: Telling, part: Sentence, at: int, stop: int) -> bool:
    """“Sáng 5/6, | tại Lạc Giang | , Sở tổ chức hội nghị”."""
    folded = telling.article.source.folded
    before = folded[part.start : at].rstrip()
    is_closed = not before or before[-1] in ",-–)." or before[-1].isdigit() or before.endswith((" qua", " nay"))
    at_head = at - part.start <= _HEAD and is_closed
    is_named_later = bool(part.own) and part.own[-1].start > stop
    is_at = folded[at] == "t" or (bool(before) and before[-1] in ")0123456789" and folded[stop : stop + 1] == ",")
    return is_at and (at_head or (is_named_later and _ends_with_day(telling, part, at)))


def _is_behind_verb(telling: Telling, part: Sentence, at: int) -> bool:
    """“Hội nghị diễn ra | tại Lạc Giang”, “… trong 3 ngày | tại”, “… hôm nay, | tại”."""
    cues, folded = telling.article.cues, telling.article.source.folded
    before = folded[part.start : at].rstrip()
    behind = at - 1 if not before.endswith(",") else part.start + len(before) - 1
    held = cues.ending_at("meeting.held", at)
    if held is not None and _is_to_come(telling, part, held.start):
        return False
    if held is not None or cues.ending_at("time.now", behind) is not None:
        return True
    pattern = telling.article.lexicon.compile(_LASTING)
    lasting = pattern.search(folded, max(part.start, at - _LONGEST_DAY), at)
    return lasting is not None and cues.ending_at("meeting.held", lasting.start()) is not None


def _is_to_come(telling: Telling, part: Sentence, verb: int) -> bool:
    """“Hội nghị tháng tới | tổ chức | tại xã Tân An”, “Đại hội điểm sẽ | tổ chức | tại xã Tân An”."""
    cues = telling.article.cues
    if cues.ending_at("meeting.future", verb) is not None:
        return True
    return any(cues.any_within(group, part.start, verb) for group in ("meeting.next_time", "meeting.last_time"))


def _is_timed(telling: Telling, stop: int) -> bool:
    """“… tại Lạc Giang | vào sáng 5/6”."""
    cues = telling.article.cues
    return telling.article.source.folded.startswith(" vào", stop) or any(
        cues.at(group, stop + 1) for group in (*_DAYS, "time.lately")
    )


def _may_be_a_place(telling: Telling, start: int, stop: int) -> bool:
    article = telling.article
    if start >= stop or article.cues.at("meeting.no_place", start) or article.cues.at("meeting.noun", start):
        return False
    venue = article.cues.at("meeting.venue", start)
    is_fronted = ", " in article.source.folded[max(0, start - _BEFORE_FRONTED) : start]
    first = article.source.text[start]
    unit = article.cues.at("body.place_type", start)
    if unit is not None and first.islower() and not any(map(str.isupper, article.source.text[start:stop])):
        return is_fronted and unit.end >= stop  # “, tại thành phố, …”; none “ở tỉnh ta”, “tại xã hội”
    is_proper = first.isupper() and any(map(str.isupper, article.source.text[start + 1 : stop]))
    if venue is not None and venue.end >= stop and not is_fronted and not is_proper:
        return False  # “thảo luận tại hội trường”: which one, everybody there knows
    return first.isupper() or first.isdigit() or venue is not None
