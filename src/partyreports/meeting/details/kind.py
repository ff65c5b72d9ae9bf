"""What sort of meeting it was: by the head noun of its own name and its purpose, never by words of its subject."""

from collections.abc import Iterator

from partyreports.meeting.details.main_mention import SENTENCES, cue_of
from partyreports.meeting.detection.telling import Sentence, Telling
from partyreports.meeting.mentions.finding import Mention, Stance
from partyreports.models import MeetingKind
from partyreports.text.cues import Cue
from partyreports.text.spans import Range

_NAME = 160
"""Characters of a name in which its purpose is told: “hội nghị trực tuyến toàn quốc … tổng kết”."""
_INTRODUCING = 3
"""Sentences from the beginning of which one introduces the meeting."""
_EARLY = 8
"""Sentences from the beginning in which the name may be told more fully than by the main mention."""


def find_kind(telling: Telling, main: tuple[Sentence, Mention] | None) -> tuple[MeetingKind, Range | None]:
    """The kind, and the words that say it; `KHAC` where the name says none.

    Args:
        telling: the article.
        main: the mention that names the meeting, with its sentence.
    """
    main = _whole(telling, main)
    ranks = {entry.value: entry.rank for entry in telling.article.lexicon.group("meeting.kind")}
    for part, mention in _places(telling, main):
        is_main = main is not None and mention == main[1]
        found = list(_kinds_at(telling, mention, _purpose_end(telling, part, mention, is_main=is_main)))
        if found:
            kind, words = min(found, key=lambda one: (ranks.get(one[0], len(ranks)), one[1]))
            return kind, words
    return (
        _introduced(telling, main)
        or _told_before(telling, main)
        or _going_on(telling)
        or _debated(telling, main)
        or _named_later(telling, main)
        or _captioned(telling)
        or (_unnamed(telling) if main is None else None)
        or (MeetingKind.KHAC, None)
    )


def _captioned(telling: Telling) -> tuple[MeetingKind, Range] | None:
    """The kind that a caption alone tells: “Toàn cảnh | buổi giao ban |”."""
    for part in telling.captions:
        for mention in part.own:
            cue = cue_of(telling, mention)
            if cue is not None and cue.value not in (None, MeetingKind.PHIEN_HOP.value):  # (“phiên khai mạc”)
                return MeetingKind(str(cue.value)), Range(cue.start, cue.end)
    return None


def _unnamed(telling: Telling) -> tuple[MeetingKind, Range] | None:
    """What a body did on the day, where nothing names a meeting: “Sáng 5/3, huyện | tổng kết | sản xuất vụ xuân”."""
    part = next((one for one in telling.sentences[:_INTRODUCING] if telling.day(one) is not None), None)
    if part is None:
        return None
    cues = telling.article.cues
    visit = cues.first_within("meeting.visits", part.start, part.end)
    if visit is not None:
        return MeetingKind.LAM_VIEC, Range(visit.start, visit.end)
    for cue in cues.within("meeting.kind", part.start, part.end):
        is_done = not any(cues.ending_at(group, cue.start) for group in _NOT_DONE)
        is_a_verb = "head" not in cue.entry.flags or cue.value == MeetingKind.HOP_BAO.value
        if is_a_verb and is_done and telling.article.source.text[cue.start].islower():
            return MeetingKind(str(cue.value)), Range(cue.start, cue.end)
    return None


_NOT_DONE = ("citation.type", "period.outline", "meeting.building")
"""Before “tổng kết”: a report or a house, and nothing that was done that day."""


def _whole(telling: Telling, main: tuple[Sentence, Mention] | None) -> tuple[Sentence, Mention] | None:
    """The meeting of a session: “| Đại hội | đã mở phiên thứ nhất”, “phiên bế mạc | hội thảo |”."""
    cue = None if main is None else cue_of(telling, main[1])
    if main is None or cue is None or cue.value != MeetingKind.PHIEN_HOP.value:
        return main
    article, (part, session) = telling.article, main
    between = article.lexicon.compile(_OF)
    for mention in part.mentions:
        if mention.start <= session.start:
            continue
        if between.fullmatch(article.source.folded, session.end, mention.start) or _is_part_of(
            telling, session, mention
        ):
            return part, mention
    if article.cues.at("meeting.part", session.start) is not None:
        congress = (m for m in part.own if m.start < session.start and _says(telling, m, MeetingKind.DAI_HOI))
        return part, next(congress, session)
    return _of_several_days(telling) or main


def _is_part_of(telling: Telling, session: Mention, mention: Mention) -> bool:
    """“phiên bế mạc | sáng 12/5 của | hội nghị”, “phiên thảo luận | chuyên đề trong khuôn khổ | diễn đàn”."""
    if mention.stance is not Stance.OWN or mention.start - session.end > _OF_WITHIN:
        return False
    cues, between = telling.article.cues, telling.article.source.folded[session.end : mention.start]
    link = cues.ending_at("meeting.framework", mention.start)
    if link is None or link.start < session.end or any(sign in between for sign in ",;:."):
        return False
    return not any(cues.any_within(group, session.end, link.start) for group in ("meeting.subject", "meeting.noun"))


_OF_WITHIN = 60
"""Characters between a session and its meeting: “ chuyên đề về nông nghiệp sáng 12/5 trong khuôn khổ ”."""
_OF = r" (?:(?:{meeting.part_order}|thứ \w+) )?(?:(?:của|tại|trong) )?"
"""Between a session and its meeting: “phiên thảo luận | thứ hai của | hội thảo”."""


def _of_several_days(telling: Telling) -> tuple[Sentence, Mention] | None:
    """“Trong ngày làm việc thứ ba của | Hội nghị Trung ương |”: its sessions are told of, but it is the meeting."""
    for part in telling.sentences[:_INTRODUCING]:
        for mention in part.mentions:
            start = max(part.start, mention.start - _DAY_OF)
            if telling.article.cues.any_within("meeting.day_of", start, mention.start):
                return part, mention
    return None


_DAY_OF = 40
"""Characters of “ngày làm việc thứ ba của ”."""


def _says(telling: Telling, mention: Mention, kind: MeetingKind) -> bool:
    cue = cue_of(telling, mention)
    return cue is not None and cue.value == kind.value


def _going_on(telling: Telling) -> tuple[MeetingKind, Range] | None:
    """“| Tiếp tục chương trình kỳ họp |, HĐND tỉnh chất vấn …”."""
    for part in telling.sentences[:_INTRODUCING]:
        cue = telling.article.cues.first_within("meeting.goes_on", part.start, part.end)
        if cue is not None:
            return MeetingKind.PHIEN_HOP, Range(cue.start, cue.end)
    return None


def _debated(telling: Telling, main: tuple[Sentence, Mention] | None) -> tuple[MeetingKind, Range] | None:
    """A sitting told by what the assembly did: “Thường vụ Quốc hội dành một ngày để | chất vấn | hai bộ trưởng”."""
    cues = telling.article.cues
    if main is not None and main[1].stance is not Stance.TOLD and cues.at("meeting.debate", main[1].start) is None:
        return None
    for part in telling.sentences[:_INTRODUCING] if main is None else (main[0],):
        cue = cues.first_within("meeting.debate", part.start, part.end)
        if cue is None or cues.any_within("meeting.meets_voters", part.start, part.end):
            continue
        if cues.any_within("meeting.assembly", part.start, part.end):
            return MeetingKind.PHIEN_HOP, Range(cue.start, cue.end)
    return None


def _named_later(telling: Telling, main: tuple[Sentence, Mention] | None) -> tuple[MeetingKind, Range] | None:
    """The kind of a meeting that a verb introduced: “Chính phủ họp sáng 3/7. … Kết luận | phiên họp |, Thủ tướng …”.

    Only where the noun is not the name of another meeting: “thẩm tra báo cáo trình kỳ họp thứ 10. … Tại kỳ họp, …”.
    """
    if main is None or main[1].stance is not Stance.TOLD or not _has_no_kind(telling, main[1]):
        return None
    title = () if telling.title is None else telling.title.mentions
    named = {_noun(telling, m) for m in title}
    for part in telling.sentences[:SENTENCES]:
        for mention in part.mentions:
            noun = _noun(telling, mention)
            if noun not in named and mention.start > main[1].end and mention.stance is Stance.OWN:
                cue = cue_of(telling, mention)
                if telling.article.cues.at("meeting.opening_session", mention.start) is not None:
                    continue
                if cue is not None and cue.value is not None and _is_spoken_at(telling, mention):
                    return MeetingKind(str(cue.value)), Range(cue.start, cue.end)
            named.add(noun)
    return None


def _is_spoken_at(telling: Telling, mention: Mention) -> bool:
    """“Kết luận | phiên họp |,”, “Tại | buổi tọa đàm |,”."""
    article = telling.article
    is_at_it = any(article.cues.ending_at(group, mention.start) for group in _SPOKEN_AT)
    return is_at_it and article.lexicon.compile(_NAME_ENDS).match(article.source.folded, mention.end) is not None


_NAME_ENDS = r"(?: {list.points_back})?(?:$|[,.:\n])"
_SPOKEN_AT = ("meeting.frame", "meeting.happens", "meeting.speech")


_INTRODUCED = (Stance.OWN, Stance.TOLD, Stance.OTHER)
"""“Sáng 5/3, Ban tổ chức | giao ban báo chí | hằng tuần”: held that morning, whatever “hằng tuần” tells elsewhere."""


def _introduced(telling: Telling, main: tuple[Sentence, Mention] | None) -> tuple[MeetingKind, Range] | None:
    """The kind by which a dated sentence introduces the meeting, that is called “hội nghị” or “cuộc họp” from then on.

    “Ngày 9/7, UBND huyện | tổ chức phiên họp | thường kỳ, ông An chủ trì hội nghị.” What is told behind the main
    mention in its own sentence is a part of it: “tại hội nghị ngày 9/7, Hội đồng | họp phiên toàn thể |”.
    """
    cues = telling.article.cues
    for part in telling.sentences[:_INTRODUCING]:
        if telling.day(part) is None:
            continue
        for mention in (one for one in part.mentions if one.stance in _INTRODUCED):
            cue = cue_of(telling, mention)
            is_held = cues.ending_at("meeting.held", mention.start) or cues.ending_at("chair.cue", mention.start)
            is_within = main is not None and part == main[0] and mention.start > main[1].start
            if cue is not None and cue.value is not None and is_held is not None and not is_within:
                return MeetingKind(str(cue.value)), Range(cue.start, cue.end)
    return None


def _told_before(telling: Telling, main: tuple[Sentence, Mention] | None) -> tuple[MeetingKind, Range] | None:
    """“Ủy ban đã | họp kỳ | thứ 8 do ông An chủ trì hội nghị”: the verb in the main mention's sentence."""
    if main is None:
        return None
    cue = telling.article.cues.first_within("meeting.in_session", main[0].start, main[1].start)
    return None if cue is None else (MeetingKind.PHIEN_HOP, Range(cue.start, cue.end))


def _places(telling: Telling, main: tuple[Sentence, Mention] | None) -> Iterator[tuple[Sentence, Mention]]:
    """The main mention; the headline's, and early ones, that name the same meeting more fully."""
    if main is not None:
        yield main
    if telling.title is not None:
        yield from ((telling.title, m) for m in telling.title.own if _has_no_kind(telling, m))
    if main is not None:
        noun = _noun(telling, main[1])
        for part in telling.sentences[:_EARLY]:
            yield from ((part, m) for m in part.own if _noun(telling, m).startswith(noun))
        for part in telling.captions:
            yield from ((part, m) for m in part.own if _noun(telling, m) == noun)


def _has_no_kind(telling: Telling, mention: Mention) -> bool:
    """Whether the words of a mention say no kind: “hội nghị”, “họp”, and verbs of a review."""
    cue = cue_of(telling, mention)
    return cue is None or cue.value is None


def _noun(telling: Telling, mention: Mention) -> str:
    return telling.article.source.folded[mention.start : mention.end]


def _kinds_at(telling: Telling, mention: Mention, limit: int) -> Iterator[tuple[MeetingKind, Range]]:
    """Kinds that a mention says: by its own words, and by what follows them in its name."""
    cues = telling.article.cues
    own = cue_of(telling, mention)
    is_verb = cues.at("meeting.noun", mention.start) is None
    behind = mention.end + 1 if is_verb else mention.end  # “họp | đại hội cổ đông”
    if own is not None and own.value is not None:
        yield MeetingKind(str(own.value)), Range(own.start, own.end)
    for cue in cues.within("meeting.kind", mention.start, limit):
        is_purpose = "head" not in cue.entry.flags or _is_joined(telling, mention, cue)
        is_inside = is_verb and mention.start < cue.start < mention.end  # “nhóm | họp thường kỳ”
        if (is_purpose or (cue.start <= behind and not is_inside)) and not _is_the_boards(telling, cue):
            yield MeetingKind(str(cue.value)), Range(cue.start, cue.end)


def _is_joined(telling: Telling, mention: Mention, cue: Cue) -> bool:
    """“hội nghị với các địa phương | và Phiên họp | thường kỳ tháng 9”: another name of the same gathering.

    “Hội nghị Đảng ủy xã | (phiên họp | thứ 12)”: what it is also called, in brackets behind the name.
    """
    source = telling.article.source
    between = source.folded[mention.end : cue.start]
    if between.endswith(" (") and not any(sign in between[:-2] for sign in ",;:.()"):
        return True
    is_name = source.text[mention.start].isupper() and source.text[cue.start].isupper()
    return is_name and source.folded.endswith(" và ", mention.end, cue.start)


def _purpose_end(telling: Telling, part: Sentence, mention: Mention, *, is_main: bool) -> int:
    """Where the purpose of a meeting can no longer be told: at its subject, at another meeting.

    Behind the main mention it may also follow the verb (“tổ chức hội thảo tại Lạc Giang để tổng kết dự án”).
    """
    cues = telling.article.cues
    limit = min(part.end, mention.end + _NAME)
    for group in ("meeting.subject",) if is_main else ("meeting.subject", "meeting.name_end"):
        if (stop := cues.first_within(group, mention.end, limit)) is not None:
            limit = stop.start
    for other in part.mentions:
        if mention.end <= other.start < limit and other.stance in (Stance.OTHER, Stance.FUTURE, Stance.MANY):
            limit = other.start
    return limit


def _is_the_boards(telling: Telling, cue: Cue) -> bool:
    """“giao Ban Tổ chức”: given to a board, no briefing."""
    text = telling.article.source.text[cue.start : cue.end]
    return text[:1].islower() and text != text.lower()
