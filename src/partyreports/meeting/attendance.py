"""Who took part, and from how many places: counts, bodies and persons put together."""

from collections.abc import Iterator

from partyreports.construct import construct
from partyreports.grammar.persons import person_of
from partyreports.grammar.sentences import sentences
from partyreports.layout.article import Article
from partyreports.layout.segmentation import Layout
from partyreports.meeting import bodies
from partyreports.meeting.bodies import read_attending
from partyreports.meeting.counts import DELEGATES, SITES, Count, count_model, first_count, sentence_of
from partyreports.meeting.detection import MeetingMentions
from partyreports.models import Attendance, FoundPassage, Person
from partyreports.text.source import SourceText
from partyreports.text.spans import Range

_MOST_SENTENCES = 400
"""Sentences that are read for bodies: those of the longest reports that fit one page of a site."""


def find_attendance(article: Article, occasion: MeetingMentions, chairs: tuple[Person, ...]) -> Attendance:
    """Connected sites, delegates, bodies and persons attending.

    Args:
        article: the article.
        occasion: nothing is given for no meeting.
        chairs: they are not listed again among the persons.
    """
    if not occasion.is_meeting:
        return Attendance()
    places = _places(article.layout)
    of_congress = _is_congress(article, occasion)
    points = first_count(article, SITES, places, of_congress=of_congress)
    delegates = first_count(article, DELEGATES, places, of_congress=of_congress)
    found = _Found(article, chairs)
    opening = _opening(article.layout)
    for place, sentence in _sentences(article, places):
        found.read(sentence, opening=place in opening)
    for count in (points, delegates):
        if count is not None:
            found.add_sentence(_sentence_of(article, count[1], places))
    return construct(
        Attendance,
        points=count_model(article, points),
        delegates=count_model(article, delegates),
        organisations=tuple(sorted(found.organisations, key=lambda one: one.span.start)),
        persons=tuple(sorted(found.persons, key=lambda one: one.span.start)),
        passages=tuple(article.source.found(*one, "attendance.sentence") for one in sorted(found.sentences)),
    )


def _places(layout: Layout) -> list[Range]:
    """Where totals and lists stand, in the order in which they are believed."""
    places = [layout.lead, *layout.body, *layout.captions, layout.title]
    return list(dict.fromkeys(place for place in places if place is not None))


_OPENING = 3
"""Paragraphs that open a report and tell of the meeting itself."""


def _opening(layout: Layout) -> frozenset[Range | None]:
    return frozenset((layout.title, layout.lead, *layout.captions, *layout.body[:_OPENING]))


def _is_congress(article: Article, occasion: MeetingMentions) -> bool:
    """Whether the meeting that is named first is a congress."""
    title = article.layout.title
    if title is not None and article.cues.any_within(_CONGRESS, title.start, title.end):
        return True
    first = occasion.mentions[:3]
    return not first or any(article.cues.any_within(_CONGRESS, one.start, one.end) for one in first)


_CONGRESS = "meeting.noun.congress"


class _Found:
    """What the sentences say, each body and person once."""

    def __init__(self, article: Article, chairs: tuple[Person, ...]) -> None:
        self._article = article
        self._known = {_key(article.source, article.source.range_of(chair.name.span)) for chair in chairs}
        self._bodies: set[str] = set()
        self.organisations: list[FoundPassage] = []
        self.persons: list[Person] = []
        self.sentences: set[Range] = set()

    def read(self, sentence: Range, *, opening: bool) -> None:
        """Add what one sentence says."""
        source = self._article.source
        for rule, attending in read_attending(self._article, sentence, opening=opening):
            self.sentences.add(sentence)
            for body in attending.bodies:
                key = _key(source, body)
                if key not in self._bodies:
                    self._bodies.add(key)
                    self.organisations.append(source.found(*body, rule))
            for person in attending.persons:
                key = _key(source, person.name)
                if key not in self._known:
                    self._known.add(key)
                    self.persons.append(person_of(source, person, "attendance.person"))

    def add_sentence(self, sentence: Range) -> None:
        """Add the sentence of a count, unless it is known."""
        if not any(one.start <= sentence.start < one.end for one in self.sentences):
            self.sentences.add(sentence)


def _key(source: SourceText, name: Range) -> str:
    """A name without the case of its letters and the spaces between them."""
    return " ".join(source.folded[name.start : name.end].split())


def _sentences(article: Article, places: list[Range]) -> Iterator[tuple[Range, Range]]:
    """Places and their sentences in which a rule has something to read, in the order of the places."""
    left = _MOST_SENTENCES
    begins = article.cues.starts(bodies.CUES)
    holding = begins.among(places)
    for place in places:
        if place not in holding:
            continue
        for sentence in filter(begins.any_in, sentences(article.source, *place)):
            if left and any(article.cues.any_within(group, *sentence) for group in bodies.CUES):
                left -= 1
                yield place, sentence


def _sentence_of(article: Article, count: Count, places: list[Range]) -> Range:
    place = next(place for place in places if place.start <= count.start < place.end)
    return sentence_of(article, count.start, place)
