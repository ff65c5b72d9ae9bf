"""Which mention names the meeting that the article reports."""

from partyreports.meeting.detection.telling import Sentence, Telling
from partyreports.meeting.mentions.finding import Mention, Stance
from partyreports.text.cues import Cue

SENTENCES = 14
"""Sentences from the beginning in which the meeting is introduced, if it is introduced at all."""
_NEAR = 60
"""Characters between a meeting and the verb that says that it was held or chaired."""
_RIGHT_BEFORE = 4
"""Characters that leave room for “tại” to stand right before a meeting."""
_LATER = 0.35
"""What each further sentence costs: as a day, a chair and a verb weigh 3, 2 and 1, an introduction holds its own
over mentions several sentences earlier."""


def find_main(telling: Telling) -> tuple[Sentence, Mention] | None:
    """The mention that introduces the meeting, with its sentence: dated, chaired, held, and early; None without any."""
    parts = [*telling.sentences[:SENTENCES], *telling.captions]
    if telling.title is not None:
        parts.insert(0, telling.title)
    best: tuple[float, Sentence, Mention] | None = None
    for stances in ((Stance.OWN, Stance.TOLD), (Stance.WEAK,), (Stance.FUTURE, Stance.OTHER)):
        for number, part in enumerate(parts):
            for mention in part.mentions:
                if mention.stance in stances or (stances[0] is Stance.OWN and _is_talk_told(telling, part, mention)):
                    weight = _weight(telling, part, mention) - _LATER * number
                    if best is None or weight > best[0]:
                        best = weight, part, mention
        if best is not None:
            return best[1], best[2]
    return None


def _is_talk_told(telling: Telling, part: Sentence, mention: Mention) -> bool:
    """“Ngày 6/5, Bộ trưởng đã | hội đàm | với …”: a talk that the headline or the dated lead tells is the subject."""
    if mention.stance is not Stance.WEAK:
        return False
    if part is telling.title:
        return True
    return part in telling.sentences[:2] and telling.day(part) is not None


def cue_of(telling: Telling, mention: Mention) -> Cue | None:
    """The cue of the vocabulary that a mention is."""
    cues = telling.article.cues
    return cues.at("meeting.noun", mention.start) or cues.at("meeting.verb", mention.start)


def _weight(telling: Telling, part: Sentence, mention: Mention) -> float:
    weight = 3.0 * (telling.day(part) is not None)
    weight += 2.0 * telling.near("chair.cue", part, mention, _NEAR)
    weight += telling.near("meeting.happens", part, mention, _NEAR)
    weight += 0.5 * telling.before("meeting.at", part, mention, _RIGHT_BEFORE)
    weight -= 1.0 * (mention.stance in {Stance.TOLD, Stance.WEAK})
    weight -= 1.5 * (telling.article.cues.ending_at("meeting.around", mention.start) is not None)
    weight -= 2.0 * _is_quoted_behind_another(telling, part, mention)
    weight -= 1.5 * _is_held_afterwards(telling, part, mention)
    first = next(m for m in part.mentions if m.stance is mention.stance)
    if mention == first:
        return weight
    if _is_dated_itself(telling, part, mention):
        return weight + _DATED_ITSELF
    if telling.article.source.folded[mention.end : mention.end + 1] in _BARE and first.stance is Stance.OWN:
        weight -= _REFERRING
    if telling.article.cues.any_within("meeting.works_for", first.end, mention.start):
        weight -= _WORKED_FOR
    return weight - _NOT_FIRST


def _is_dated_itself(telling: Telling, part: Sentence, mention: Mention) -> bool:
    """“Nội dung phiên họp được thông báo | tại cuộc họp báo | chiều 5/3”: the only day stands right behind it."""
    cues = telling.article.cues
    if mention.stance is not Stance.OWN or cues.ending_at("meeting.frame", mention.start) is None:
        return False
    days = [cues.first_within(group, part.start, part.end) for group in _DAYS]
    first = min((day.start for day in days if day is not None), default=part.start)
    behind = next((one.start for one in part.mentions if one.start >= mention.end), part.end)
    return mention.end <= first < min(behind, mention.end + _NEAR)


_NOT_FIRST = 0.8
"""What it costs a mention to be a further one of its sentence."""
_BARE = {"", ".", ",", ";", "\n"}
_REFERRING = 1.5
"""What it costs besides if nothing follows its noun: “hội nghị tổng kết …, do ông An chủ trì | phiên họp |.”"""
_WORKED_FOR = 1.0
"""What it costs besides if the first one prepares it: “hội nghị thảo luận các dự án luật trình | kỳ họp |”."""
_DATED_ITSELF = 0.6
"""What it gains instead if the day of the sentence is its own."""
_DAYS = ("time.day", "time.part_of_day", "time.now")


def _is_quoted_behind_another(telling: Telling, part: Sentence, mention: Mention) -> bool:
    """“Hội thảo “Tổ chức | đại hội | trực tuyến””: a word of the name that stands in quotation marks."""
    before = [one.end for one in part.mentions if one.end <= mention.start]
    if not before:
        return False
    between = telling.article.source.folded[before[-1] : mention.start]
    return bool(between) and (between.count("“") > between.count("”") or between.count('"') % 2 == 1)


def _is_held_afterwards(telling: Telling, part: Sentence, mention: Mention) -> bool:
    """“Trong | cuộc họp báo | sau khi kết thúc hội nghị”: of a meeting that the sentences before tell of."""
    after = next((one for one in part.mentions if 0 < one.start - mention.end <= _NEAR), None)
    if after is None or after.stance is not Stance.OTHER:
        return False
    if telling.article.cues.ending_at("meeting.held_after", after.start) is None:
        return False  # (“họp báo công bố chương trình kỳ họp” is of itself)
    folded = telling.article.source.folded
    noun = folded[after.start : after.end]
    earlier = (one for sentence in telling.sentences[:SENTENCES] if sentence.end <= part.start for one in sentence.own)
    return any(folded[one.start : one.end] == noun for one in earlier)
