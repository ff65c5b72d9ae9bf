"""Who took part, and from how many places: counts, bodies and persons put together."""

import re
from collections.abc import Iterator

from partyreports.construct import construct
from partyreports.grammar.persons import person_of
from partyreports.grammar.sentences import sentences
from partyreports.layout.article import Article
from partyreports.layout.segmentation import Layout
from partyreports.meeting.attendance import bodies
from partyreports.meeting.attendance.bodies import OF_SPEAKERS, OF_SPOKESMEN, read_attending
from partyreports.meeting.attendance.counts import DELEGATES, SITES, Count, count_model, first_count, sentence_of
from partyreports.meeting.detection.deciding import MeetingMentions
from partyreports.models import Attendance, FoundPassage, Person
from partyreports.text.source import SourceText
from partyreports.text.spans import Range

_MOST_SENTENCES = 200
"""Sentences that are read for bodies: those of the longest reports that fit one page of a site."""


def find_attendance(article: Article, occasion: MeetingMentions, chairs: tuple[Person, ...]) -> Attendance:
    """Connected sites, delegates, bodies and persons attending.

    Args:
        article: the article.
        occasion: nothing is given for no meeting.
        chairs: they are not listed again among the persons.
    """
    if not occasion.is_meeting:
        return _NOBODY
    places = _places(article.layout)
    of_congress = _is_congress(article, occasion)
    points = first_count(article, SITES, places, of_congress=of_congress)
    delegates = first_count(article, DELEGATES, places, of_congress=of_congress)
    found = _Found(article, chairs)
    opening = _opening(article.layout)
    in_text = frozenset(article.layout.body) | {article.layout.lead}
    for place, sentence in _sentences(article, places):
        is_first = place == article.layout.lead and sentence.start <= place.start
        found.read(sentence, opening=place in opening, in_text=place in in_text and not is_first)
    for count in (points, delegates):
        if count is not None:
            found.add_sentence(_sentence_of(article, count[1], places))
    return construct(
        Attendance,
        points=count_model(article, points),
        delegates=count_model(article, delegates),
        organisations=tuple(sorted(found.named_once(), key=lambda one: one.span.start)),
        persons=tuple(sorted(found.persons, key=lambda one: one.span.start)),
        passages=tuple(article.source.found(*one, "attendance.sentence") for one in sorted(found.sentences)),
    )


_NOBODY = Attendance()


def _places(layout: Layout) -> list[Range]:
    """Where totals and lists stand, in the order in which they are believed."""
    places = [layout.lead, *layout.body, *layout.captions, layout.title]
    return list(dict.fromkeys([place for place in places if place is not None]))


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
        self._bodies: dict[str, FoundPassage] = {}
        self.persons: list[Person] = []
        self.sentences: set[Range] = set()
        self._parties = 0

    def read(self, sentence: Range, *, opening: bool, in_text: bool) -> None:
        """Add what one sentence says."""
        source = self._article.source
        is_headline = self._article.layout.title is not None and sentence.start == self._article.layout.title.start
        for rule, attending in read_attending(self._article, sentence, opening=opening, in_text=in_text):
            if is_headline and rule in bodies.IN_OPENING and self._parties > 1:
                continue  # (a headline shortens the names of those that the lead has told)
            present = [body for body in attending.bodies if not self._is_no_guest(body, rule)]
            self._parties += len(present) if rule in bodies.IN_OPENING else 0
            if present or attending.persons:
                self.sentences.add(sentence)
            for body in present:
                key = _key(source, body)
                if key not in self._bodies:
                    self._bodies[key] = source.found(*body, rule)
            for person in attending.persons:
                key = _key(source, person.name)
                if key not in self._known:
                    self._known.add(key)
                    self.persons.append(person_of(source, person, "attendance.person"))

    def named_once(self) -> list[FoundPassage]:
        """The bodies, without those that are named more fully elsewhere: “UBND”, where “UBND tỉnh Hà Sơn” came.

        “Bộ Công an” and “Bộ Công an Lào” are two.
        """
        abbreviated = self._abbreviations()
        nation = self._article.lexicon.compile(r" {person.not_a_name.country}(?!\w)")
        return [
            body
            for key, body in self._bodies.items()
            if key not in abbreviated
            and not any(other.startswith(f"{key} ") and nation.match(other, len(key)) is None for other in self._bodies)
        ]

    def _abbreviations(self) -> frozenset[str]:
        """What stands in brackets right behind the names of bodies: “Quỹ Mây Trắng (QMT)”, later “QMT”."""
        folded = self._article.source.folded
        found = (_BRACKETED.match(folded, body.span.end) for body in self._bodies.values())
        return frozenset(match[1] for match in found if match is not None)

    def _is_no_guest(self, body: Range, rule: str) -> bool:
        """Whether a body that speaks is the organiser, or one that is known by a longer name or by a person."""
        if rule not in OF_SPEAKERS:
            return False
        key = _key(self._article.source, body)
        if any(known.startswith(f"{key} ") for known in self._bodies):
            return True
        return key not in self._bodies and _is_known_otherwise(self._article, body, rule)

    def add_sentence(self, sentence: Range) -> None:
        """Add the sentence of a count, unless it is known."""
        if not any(one.start <= sentence.start < one.end for one in self.sentences):
            self.sentences.add(sentence)


_BRACKETED = re.compile(r" ?\(([^()]{2,30})\)")
_READ = 12_000
"""Characters from the beginning in which organisers and offices are introduced."""
_MOST_TIMES = 8
"""Times that a name is looked at."""
_OFFICE_WITHIN = 60
"""Characters from an office to the name of the body that it is held in: “Phó Giám đốc phụ trách | Sở Y tế”."""


def _is_known_otherwise(article: Article, body: Range, rule: str) -> bool:
    """Whether a body that speaks was named before as the organiser, or in the position of a person.

    “Sở Y tế tổ chức hội nghị. … Sở Y tế đề nghị”, “ông An, Giám đốc Sở Y tế … Đại diện Sở Y tế nói thêm”: no further
    body came. A body without “đại diện” is the organiser's if its head chairs.
    """
    folded, cues = article.source.folded, article.cues
    name = folded[body.start : body.end]
    at = -1
    for _ in range(_MOST_TIMES):
        at = folded.find(name, at + 1, min(body.start, _READ))
        if at < 0:
            return False
        end = at + len(name)
        organises = cues.first_within("body.organises", end, end + _ORGANISER_WITHIN)
        if organises is not None and not any(sign in folded[end : organises.start] for sign in ",;.:\n"):
            return True
        clause = max(0, at - _OFFICE_WITHIN, *(folded.rfind(sign, 0, at) + 1 for sign in ",;.\n"))
        if cues.any_within("person.position", clause, end) and (
            (rule in OF_SPOKESMEN and not _is_spokesman_quoted(article, body, rule))
            or cues.any_within("chair.cue", clause - _CHAIRS_WITHIN, end + _CHAIRS_WITHIN)
        ):
            return True
    return False


def _is_spokesman_quoted(article: Article, body: Range, rule: str) -> bool:
    """“Theo đại diện | Sở Y tế”: a further one; no more “theo lãnh đạo | Sở Y tế”, who may be known."""
    cue = article.cues.ending_at("body.represented.spokesman", body.start - 1)
    return rule == _SOURCE and cue is not None


_SOURCE = "attendance.speaker_source"
_ORGANISER_WITHIN = 60
"""Characters from the name of the organiser, perhaps a short one, to “tổ chức”."""
_CHAIRS_WITHIN = 120
"""Characters between a position and “chủ trì”."""


def _key(source: SourceText, name: Range) -> str:
    """A name without the case of its letters and the spaces between them."""
    return " ".join(source.folded[name.start : name.end].split())


def _sentences(article: Article, places: list[Range]) -> Iterator[tuple[Range, Range]]:
    """Places and their sentences in which a rule has something to read, in the order of the places."""
    left = _MOST_SENTENCES
    index = article.cues.index(bodies.CUES)
    holding = index.among(places)
    for place in places:
        if place not in holding:
            continue
        for sentence in sentences(article.source, *place):
            if article.cues.any_of_within(index.groups_in(*sentence), *sentence):
                yield place, sentence
                left -= 1
                if left == 0:
                    return


def _sentence_of(article: Article, count: Count, places: list[Range]) -> Range:
    place = next(place for place in places if place.start <= count.start < place.end)
    return sentence_of(article, count.start, place)
