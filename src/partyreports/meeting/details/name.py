"""The meeting as the article calls it."""

import re

from partyreports.meeting.detection.telling import Sentence, Telling
from partyreports.meeting.mentions.finding import Mention, Stance
from partyreports.text.spans import Range

_LONGEST = 220
"""Characters of the longest name; what is longer has no end that can be seen."""
_SENTENCES = 8
"""Sentences from the beginning in which a longer wording of the name is looked for."""
_LONGER = 1.4
"""A later wording must be so much longer to be taken for the fuller name."""
_BREAK = re.compile(r"[.;:()“”\n,]")


def find_name(telling: Telling, main: tuple[Sentence, Mention] | None) -> Range | None:
    """The name by which the meeting is introduced, or a fuller one near the beginning; None for verbs alone.

    Args:
        telling: the article.
        main: the mention that introduces the meeting, with its sentence.
    """
    places = [] if main is None else [main]
    places += [(part, m) for part in telling.sentences[:_SENTENCES] for m in part.own]
    best: Range | None = None
    for part, mention in places:
        if mention.stance is Stance.TOLD:
            continue
        name = _name_at(telling, part, mention)
        if name is not None and (best is None or name.end - name.start > _LONGER * (best.end - best.start)):
            best = name
    return best


def _name_at(telling: Telling, part: Sentence, mention: Mention) -> Range | None:
    """From the noun to the end of its clause, which a comma or “do”, “dưới sự”, “chiều 1-6” may mark."""
    article = telling.article
    limit = min(part.end, mention.start + _LONGEST)
    stop = limit
    for mark in _BREAK.finditer(article.source.folded, mention.end, limit):
        if mark[0] != "," or article.cues.at("meeting.name_goes_on", mark.end() + 1) is None:
            stop = mark.start()
            break
    if (cue := article.cues.first_within("meeting.name_end", mention.end, stop)) is not None:
        stop = cue.start
    name = article.source.trim(mention.start, stop)
    return name if name.end - name.start < _LONGEST - 2 else None
