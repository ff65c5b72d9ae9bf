"""The meeting itself: name, kind, format, place."""

from typing import NamedTuple

from partyreports.construct import construct
from partyreports.layout.article import Article
from partyreports.meeting.details.format import find_format
from partyreports.meeting.details.kind import find_kind
from partyreports.meeting.details.main_mention import find_main
from partyreports.meeting.details.name import find_name
from partyreports.meeting.details.place import find_place
from partyreports.meeting.detection.deciding import MeetingMentions
from partyreports.meeting.detection.telling import Telling
from partyreports.models import Evidence, FoundPassage, MeetingFormat, MeetingKind
from partyreports.text.spans import Range


class MeetingDetails(NamedTuple):
    """Name, kind, format and place of the meeting, and the words behind them."""

    name: FoundPassage | None = None
    kind: MeetingKind | None = None
    format: MeetingFormat | None = None
    place: FoundPassage | None = None
    evidence: tuple[Evidence, ...] = ()


def find_details(article: Article, mentions: MeetingMentions) -> MeetingDetails:
    """What the article says of the meeting as such.

    Args:
        article: the article.
        mentions: whether a meeting is reported; nothing is given for none.
    """
    if not mentions.is_meeting:
        return MeetingDetails()
    source, telling = article.source, mentions.telling or Telling(article)
    main = find_main(telling)
    kind, kind_words = find_kind(telling, main)
    form = find_format(telling)
    name = find_name(telling, main)
    place = find_place(telling, main)
    evidence = []
    if kind_words is not None:
        evidence.append(_evidence(article, "kind", kind_words, f"kind.{kind.value}"))
    if form is not None:
        evidence.append(_evidence(article, "format", form[1], f"format.{form[0].value}"))
    return MeetingDetails(
        name=source.found(*name, "meeting.named") if name else None,
        kind=kind,
        format=form[0] if form else None,
        place=source.found(*place, "place.at") if place else None,
        evidence=tuple(evidence),
    )


def _evidence(article: Article, field: str, words: Range, rule: str) -> Evidence:
    text, span = article.source.quoted(*words)
    return construct(Evidence, text=text, span=span, rule=rule, field=field)
