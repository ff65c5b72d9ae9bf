"""How the wording of a place runs: where it ends, what may be one, and places behind a label."""

import re

from partyreports.meeting.detection.telling import Telling
from partyreports.text.cues import Cue
from partyreports.text.spans import Range

LONGEST = 80
"""Characters of the longest wording of a place."""
DAYS = ("time.part_of_day", "time.day", "time.now")
AT = r"(?<!\w)(?:ngay )?(?:tại|(?<!nhà )ở|(?:trong|trên)(?= {meeting.room}(?!\w))) "
"""“tại Lạc Giang”, “ngay tại sân trường”, “trong hội trường”, “trên sân Lạc Giang”."""
AT_A_WORD = AT + r"(?=\w)"
LONGEST_DAY = 34
"""Characters of “chiều thứ hai, ngày 15 tháng 11 năm 2021,”."""
END = re.compile(r"[,;:!?()\n–“\"]|\.(?!\w)(?<!tp\.)")
"""Signs at which a wording ends."""
PURPOSE = re.compile(r" (?:để|về) ")
"""Words behind which it is told what a meeting is for or about."""
_BEFORE_FRONTED = 6
"""Characters of “, tại ”."""


def end_of_place(telling: Telling, start: int, end: int) -> int:
    """Where a place that begins at `start` ends: at a comma, a verb, a day."""
    limit = min(end, start + LONGEST)
    mark = END.search(telling.article.source.folded, start, limit)
    stop = mark.start() if mark else limit
    year = telling.article.lexicon.compile(_YEAR).search(telling.article.source.folded, start, stop)
    stop = stop if year is None else year.start()
    for group in ("meeting.name_end", "meeting.place_end", *DAYS):
        for cue in telling.article.cues.within(group, start + 1, stop):
            if _is_time(telling, cue, end) and not _is_in_a_name(telling, cue, start):
                stop = cue.start
                break
    for cue in telling.article.cues.within("meeting.held", start + 1, stop):
        if _is_verb(telling, cue):
            return telling.article.source.trim(start, cue.start).end
    return telling.article.source.trim(start, stop).end


_YEAR = r" (?:{time.month} \d{1,2} ?[/.-] ?|(?:{time.month} \d{1,2} )?{time.year} ){year}(?!\d)"
"""“tại Lạc Giang | năm 2017”."""


def _is_time(telling: Telling, cue: Cue, end: int) -> bool:
    """“… | chiều | 6/6”, but not “Tòa án nhân dân | tối | cao”."""
    article, behind = telling.article, cue.end + 1
    if cue.entry.group != "time.part_of_day" or behind >= end:
        return True
    if article.source.text[behind].isdigit() or article.source.folded.startswith("thứ ", behind):
        return True
    return any(article.cues.at(group, behind) is not None for group in (*DAYS, "time.opens_date"))


def _is_in_a_name(telling: Telling, cue: Cue, start: int) -> bool:
    """“Hội trường | Thống Nhất |”: a word with a capital, in a text that is not all capitals."""
    text = telling.article.source.text
    return text[cue.start].isupper() and not text[start : cue.end].isupper()


def _is_verb(telling: Telling, cue: Cue) -> bool:
    """“tại hội trường Bệnh viện | tổ chức | giao ban”, but neither “Ban | Tổ chức |” nor “phòng | họp |”."""
    article = telling.article
    if not article.source.text[cue.start].islower():
        return False
    before = article.cues.last_within("meeting.building", max(0, cue.start - LONGEST), cue.end)
    return before is None or before.end <= cue.start


def behind_brackets(telling: Telling, stop: int) -> int:
    """Behind “ (Thụy Sĩ)”, which says more of the place."""
    brackets = _BRACKETS.match(telling.article.source.folded, stop)
    return stop if brackets is None else brackets.end()


def behind_region(telling: Telling, stop: int) -> int:
    """Behind “ (Thụy Sĩ)” or “, nước Thụy Sĩ”: the country or province of a place."""
    text, behind = telling.article.source.text, stop
    words = _WORDS.match(text, stop)
    for word in _WORD.finditer(text, stop, stop if words is None else words.end()):
        if word[0][0].isupper():
            behind = word.end()
        elif behind > stop or word.start() - stop > _BEFORE_REGION:
            break
    return behind_brackets(telling, behind)


_WORDS = re.compile(r",(?: [^\W\d]+){1,6}")
_WORD = re.compile(r"\w+")
_BEFORE_REGION = 12
"""Characters of “, thành phố ”, “, nước ”."""
_BRACKETS = re.compile(r" ?\([^()\n]{2,40}\)")


def may_be_a_place(telling: Telling, start: int, stop: int) -> bool:
    """Whether `[start, stop)` of the text is worded like a place: a name, or one house of many."""
    article = telling.article
    if start >= stop or article.cues.at("meeting.no_place", start) or article.cues.at("meeting.noun", start):
        return False
    if article.source.text[start].isdigit() and article.cues.any_within("attendance.site", start, stop):
        return False  # “tại 74 điểm cầu”
    venue = article.cues.at("meeting.venue", start)
    is_fronted = ", " in article.source.folded[max(0, start - _BEFORE_FRONTED) : start]
    first = article.source.text[start]
    unit = article.cues.at("body.place_type", start)
    if unit is not None and first.islower() and not _has_name(article.source.text[start:stop]):
        return is_fronted and unit.end >= stop  # “, tại thành phố, …”; none “ở tỉnh ta”, “tại xã hội”
    is_proper = first.isupper() and any(map(str.isupper, article.source.text[start + 1 : stop]))
    if venue is not None and venue.end >= stop and not is_fronted and not is_proper:
        return False  # “thảo luận tại hội trường”: which one, everybody there knows
    return first.isupper() or first.isdigit() or venue is not None


def _has_name(worded: str) -> bool:
    """“quận | Ba Đình |”, “khu vực | 3 |”."""
    return any(sign.isupper() or sign.isdigit() for sign in worded)


def labelled_place(telling: Telling) -> Range | None:
    """The place of minutes: “Địa điểm: | Phòng họp số 2 |”."""
    source, cues = telling.article.source, telling.article.cues
    for line in telling.article.layout.body[:_LINES]:
        label = cues.at("meeting.place_label", _behind_number(source.folded, line.start))
        if label is None:
            continue
        colon = source.folded.find(":", label.end, label.end + _AFTER_LABEL)
        mark = END.search(source.folded, colon + 2, min(line.end, colon + LONGEST))
        place = source.trim(colon + 1, mark.start() if mark else min(line.end, colon + LONGEST))
        if colon >= 0 and place.start < place.end:
            return place
    return _labelled_within(telling)


def _labelled_within(telling: Telling) -> Range | None:
    """“Thời gian: 8 giờ ngày 12/3. Địa điểm: | Nhà văn hóa xã |. Hội nghị …”: in the lines of the first paragraphs."""
    article = telling.article
    for line in article.layout.body[:_LABELLED]:
        label = article.lexicon.compile(_LABEL).search(article.source.folded, line.start, line.end)
        if label is not None:
            limit = min(line.end, label.end() + LONGEST)
            mark = END.search(article.source.folded, label.end(), limit)
            place = article.source.trim(label.end(), mark.start() if mark else limit)
            if place.start < place.end and article.cues.at("meeting.no_place", place.start) is None:
                return place
    return None


_LABELLED = 3
"""Paragraphs in which a label may stand behind other ones of its line."""
_LABEL = r"(?<=[.;,(–-] ){meeting.place_label} ?: ?(?=\w)"


def _behind_number(folded: str, start: int) -> int:
    """“II. | Địa điểm: …”."""
    number = _NUMBER.match(folded, start)
    return start if number is None else number.end()


_NUMBER = re.compile(r"(?:[ivx]{1,4}|\d{1,2})[.)/] ?|[-–+*•] ?")
_LINES = 20
"""Lines from the beginning that may be those of minutes."""
_AFTER_LABEL = 3
"""Characters from “Địa điểm” to its colon."""
