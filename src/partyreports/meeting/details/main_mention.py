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
                if mention.stance in stances:
                    weight = _weight(telling, part, mention) - _LATER * number
                    if best is None or weight > best[0]:
                        best = weight, part, mention
        if best is not None:
            return best[1], best[2]
    return None


def cue_of(telling: Telling, mention: Mention) -> Cue | None:
    """The cue of the vocabulary that a mention is."""
    cues = telling.article.cues
    return cues.at("meeting.noun", mention.start) or cues.at("meeting.verb", mention.start)


def _weight(telling: Telling, part: Sentence, mention: Mention) -> float:
    weight = 3.0 * (telling.day(part) is not None)
    weight += 2.0 * telling.near("chair.cue", part, mention, _NEAR)
    weight += telling.near("meeting.happens", part, mention, _NEAR)
    weight += 0.5 * telling.before("meeting.at", part, mention, _RIGHT_BEFORE)
    weight -= 1.0 * (mention.stance is Stance.TOLD)
    weight -= 1.5 * _is_held_afterwards(telling, part, mention)
    first = next(m for m in part.mentions if m.stance is mention.stance)
    return weight - 0.8 * (mention != first)


def _is_held_afterwards(telling: Telling, part: Sentence, mention: Mention) -> bool:
    """“Trong | cuộc họp báo | sau khi kết thúc hội nghị”: of a meeting that the sentences before tell of."""
    after = next((one for one in part.mentions if 0 < one.start - mention.end <= _NEAR), None)
    if after is None or after.stance is not Stance.OTHER:
        return False
    folded = telling.article.source.folded
    noun = folded[after.start : after.end]
    earlier = (one for sentence in telling.sentences[:SENTENCES] if sentence.end <= part.start for one in sentence.own)
    return any(folded[one.start : one.end] == noun for one in earlier)
