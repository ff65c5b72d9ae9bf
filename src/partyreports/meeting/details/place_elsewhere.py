"""Places that a later sentence tells, of another meeting than the one that is introduced."""

import re

from partyreports.meeting.details.place_wording import AT
from partyreports.meeting.detection.telling import Sentence, Telling
from partyreports.meeting.mentions.finding import Mention, Stance
from partyreports.text.spans import Range

_DAYS_OF_ONE_MEETING = 5
"""Days between the day of the introduction and another one, in which the same meeting may go on."""
_DAYS_OF_A_MONTH = 30
_DAYS_OF_A_YEAR = 365


def is_elsewhere(telling: Telling, main: tuple[Sentence, Mention] | None, part: Sentence, place: Range) -> bool:
    """Whether a place is that of another meeting than the main one.

    Args:
        telling: the article.
        main: the mention that introduces the meeting, with its sentence.
        part: the sentence of the place.
        place: the wording of the place.
    """
    introduces = main is None or part.start == main[0].start
    if (not introduces or telling.day(part) is not None) and _is_of_another_time(telling, place.end):
        return True
    if main is None or introduces:
        return False
    return (
        _is_of_another_day(telling, main[0], part)
        or _is_told_besides(telling, main, part)
        or _has_another_name(telling, main[0], part, place)
    )


def _is_of_another_time(telling: Telling, stop: int) -> bool:
    """“Tại hội thảo ở Lạc Giang | năm 2017 |, các nhà khoa học từng cảnh báo”: whoever tells of today says the day."""
    return telling.article.lexicon.compile(_A_YEAR).match(telling.article.source.folded, stop) is not None


_A_YEAR = (
    r"(?: ?\([^()\n]{2,40}\))? (?:\w+ )?(?:{time.month} \d{1,2}[ /-]|{time.year} )"
    r"(?:{time.year} )?{year}(?!\d)"
)


def _is_of_another_day(telling: Telling, main: Sentence, part: Sentence) -> bool:
    """“Ông Tám nói tại phiên họp Chính phủ hôm | 1/6 | ở Lạc Giang”, in a report of the meeting of 20/6."""
    first, other = _day_of_year(telling, main), _day_of_year(telling, part)
    if first is None or other is None:
        return False
    apart = abs(first - other)
    return min(apart, _DAYS_OF_A_YEAR - apart) > _DAYS_OF_ONE_MEETING


def _day_of_year(telling: Telling, part: Sentence) -> int | None:
    """About which day of the year a sentence names first: of “sáng 5/3” 95; None for “sáng nay”."""
    day = telling.day(part)
    start = -1 if day is None else telling.article.source.folded.find(day, part.start, part.end)
    printed = None if start < 0 else _DAY_AND_MONTH.search(telling.article.source.folded, start, part.end)
    return None if printed is None else int(printed["day"]) + _DAYS_OF_A_MONTH * int(printed["month"])


_DAY_AND_MONTH = re.compile(r"(?P<day>\d{1,2}) ?[/.-] ?(?P<month>1[0-2]|0?[1-9])(?!\d| ?[/.-] ?\d{1,2}(?!\d))")
"""“5/3” and “5/3/2024”, but of “5-7/3” the last day."""


def _is_told_besides(telling: Telling, main: tuple[Sentence, Mention], part: Sentence) -> bool:
    """“Ban Giám đốc đã | họp | ngay trong đêm tại trụ sở”, in a report that introduces a dated conference by name."""
    is_introduced = main[1].stance is Stance.OWN and telling.day(main[0]) is not None
    is_told = bool(part.own) and all(one.stance is Stance.TOLD for one in part.own)
    return is_introduced and is_told and telling.day(part) is None


def _has_another_name(telling: Telling, main: Sentence, part: Sentence, place: Range) -> bool:
    """“Đoàn đã dự hội nghị | thượng đỉnh | tại Lạc Giang”, but neither headline nor introduction tells of a summit."""
    folded = telling.article.source.folded
    if part.start < main.start or telling.day(part) is not None:
        return False
    named = max((one.end for one in part.own if one.end < place.start), default=None)
    more_of_it = telling.article.lexicon.compile(_MORE_OF_THE_NAME)
    more = None if named is None else more_of_it.fullmatch(folded, named, place.start)
    if more is None or telling.article.cues.any_within("meeting.held", *more.span("name")):
        return False
    known = [folded[one.start : one.end] for one in (main, telling.title) if one is not None]
    return not any(more["name"] in text for text in known)


_MORE_OF_THE_NAME = r" (?P<name>[^\W\d]+(?: [^\W\d]+){1,3}) " + AT
