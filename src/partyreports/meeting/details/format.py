"""How people met: online, in person, or both."""

import re
from collections.abc import Iterator

from partyreports.meeting.detection.telling import Sentence, Telling
from partyreports.meeting.mentions.finding import Mention, Stance
from partyreports.models import MeetingFormat
from partyreports.text.cues import Cue
from partyreports.text.spans import Range

_SENTENCES = 14
"""Sentences from the beginning in which it is told how people met."""
_NEAR = 60
"""Characters between a meeting noun and the word for its form: “hội nghị toàn quốc … trực tuyến”."""


def find_format(telling: Telling) -> tuple[MeetingFormat, Range] | None:
    """The form of the meeting and the words that say it, or None."""
    parts = [*telling.sentences[:_SENTENCES], *telling.captions]
    if telling.title is not None:
        parts.append(telling.title)
    for form in (MeetingFormat.HYBRID, MeetingFormat.ONLINE, MeetingFormat.IN_PERSON):
        for part in parts:
            for words in _of_form(telling, part, form):
                return form, words
    return None


def _of_form(telling: Telling, part: Sentence, form: MeetingFormat) -> Iterator[Range]:
    cues = telling.article.cues
    for cue in cues.within(f"meeting.format.{form.value}", part.start, part.end):
        if _said_of_the_meeting(telling, part, cue):
            yield Range(cue.start, cue.end)
    if form is MeetingFormat.HYBRID and (words := _in_two_parts(telling, part)) is not None:
        yield words


def _in_two_parts(telling: Telling, part: Sentence) -> Range | None:
    """“trực tiếp tại hội trường tỉnh, kết hợp trực tuyến tới 214 điểm cầu”."""
    cues = telling.article.cues
    here = cues.first_within("meeting.here", part.start, part.end)
    if here is None or not part.mentions or _covered(telling, part, here):
        return None
    there = cues.first_within("meeting.format.online", here.end, part.end)
    if there is None or _covered(telling, part, there):
        return None
    joined = cues.any_within("meeting.joined", here.end, there.start)
    return Range(here.start, there.end) if joined else None


def _covered(telling: Telling, part: Sentence, cue: Cue) -> bool:
    """Whether the word is about something else: “dịch vụ công trực tuyến”, “Báo Tuổi Trẻ Online”."""
    others = telling.article.cues.within("meeting.not_the_form", part.start, part.end)
    if any(other.start < cue.end and cue.start < other.end and not _in_mention(part, other.start) for other in others):
        return True
    return (
        "platform" not in cue.entry.flags
        and telling.article.source.text[cue.start].isupper()
        and cue.start > part.start
    )


def _in_mention(part: Sentence, position: int) -> bool:
    """“họp | báo trực tuyến”: the words begin inside the name of the meeting."""
    return any(one.start < position < one.end for one in part.own)


def _said_of_the_meeting(telling: Telling, part: Sentence, cue: Cue) -> bool:
    """Whether the words for a form stand beside a mention of the meeting, or tell of its sites."""
    if _covered(telling, part, cue) or _is_wished(telling, part, cue):
        return False
    own = _naming(part)
    if "talks" in cue.entry.flags or any(m.end + 1 == cue.start for m in part.mentions if m.stance is Stance.WEAK):
        return True  # “có cuộc điện đàm | trực tuyến”
    near = any(m.start - _NEAR < cue.start < m.end + _NEAR and not _is_subject(telling, m, cue) for m in own)
    way = telling.article.cues.ending_at("meeting.way", cue.start) is not None
    return near or (way and bool(part.mentions)) or telling.has("attendance.site", part)


def _is_wished(telling: Telling, part: Sentence, cue: Cue) -> bool:
    """“đề nghị tăng cường họp | trực tuyến |”; the meeting itself is one that they speak at."""
    wish = telling.article.cues.last_within("meeting.wished", part.start, cue.start)
    if wish is None or telling.has("attendance.site", part):
        return False
    return _AT.search(telling.article.source.folded, wish.end, cue.start) is None


def _naming(part: Sentence) -> tuple[Mention, ...]:
    """The mentions by a name; where there are none, the first that is told by a verb: “Quốc hội | họp trực tuyến |”."""
    told = [one for one in part.mentions if one.stance is Stance.TOLD]
    named = tuple(one for one in part.own if one.stance is not Stance.TOLD)
    return named or tuple(told[:1])


def _is_subject(telling: Telling, mention: Mention, cue: Cue) -> bool:
    """“hội thảo | về trò chơi | trực tuyến”: what the meeting is about."""
    source, cues = telling.article.source, telling.article.cues
    if cues.ending_at("meeting.way", cue.start) is not None or cues.ending_at("meeting.held", cue.start) is not None:
        return False
    return _ABOUT.search(source.folded, mention.end, cue.start) is not None


_ABOUT = re.compile(r" về ")
_AT = re.compile(r"(?<!\w)tại ")
"""“yêu cầu … | tại | hội nghị trực tuyến”."""
