"""What sort of meeting it was: by the head noun of its own name and its purpose, never by words of its subject."""

from collections.abc import Iterator

from partyreports.meeting.main_mention import cue_of
from partyreports.meeting.mentions import Mention, Stance
from partyreports.meeting.telling import Sentence, Telling
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
    ranks = {entry.value: entry.rank for entry in telling.article.lexicon.group("meeting.kind")}
    for part, mention in _places(telling, main):
        is_main = main is not None and mention == main[1]
        found = list(_kinds_at(telling, mention, _purpose_end(telling, part, mention, is_main=is_main)))
        if found:
            kind, words = min(found, key=lambda one: (ranks.get(one[0], len(ranks)), one[1]))
            return kind, words
    return _introduced(telling) or (MeetingKind.KHAC, None)


def _introduced(telling: Telling) -> tuple[MeetingKind, Range] | None:
    """The kind by which a dated sentence introduces the meeting, that is called “hội nghị” or “cuộc họp” from then on.

    “Ngày 9/7, UBND huyện | tổ chức phiên họp | thường kỳ, ông An chủ trì hội nghị.”
    """
    cues = telling.article.cues
    for part in telling.sentences[:_INTRODUCING]:
        if telling.day(part) is None:
            continue
        for mention in part.own:
            cue = cue_of(telling, mention)
            is_held = cues.ending_at("meeting.held", mention.start) or cues.ending_at("chair.cue", mention.start)
            if cue is not None and cue.value is not None and is_held is not None:
                return MeetingKind(str(cue.value)), Range(cue.start, cue.end)
    return None


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
    if own is not None and own.value is not None:
        yield MeetingKind(str(own.value)), Range(own.start, own.end)
    for cue in cues.within("meeting.kind", mention.start, limit):
        is_purpose = "head" not in cue.entry.flags
        if (is_purpose or cue.start <= mention.end) and not _is_the_boards(telling, cue):
            yield MeetingKind(str(cue.value)), Range(cue.start, cue.end)


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
