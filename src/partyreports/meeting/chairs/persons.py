"""The chairs of an article: one person for all mentions, and nobody who chaired on another day.

Thứ trưởng A chủ trì …  +  Thứ trưởng Bộ Nội vụ A nhấn mạnh …      one person, the fuller mention is its own
Hội nghị ngày 5/3 …  +  Ngày 2/3, ông B chủ trì cuộc họp …         B chaired another meeting
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from partyreports.grammar.dates import find_dates
from partyreports.grammar.names import find_names
from partyreports.grammar.persons import PersonReading, person_of, read_persons
from partyreports.grammar.sentences import sentences
from partyreports.layout.article import Article
from partyreports.layout.segmentation import Layout
from partyreports.layout.shapes import is_all_capitals
from partyreports.meeting.chairs.context import without_adverbs
from partyreports.meeting.chairs.finding import VERBS, read_sentence, sentences_with_verbs
from partyreports.meeting.chairs.named_elsewhere import with_last_word
from partyreports.meeting.detection.deciding import MeetingMentions
from partyreports.models import FoundDate, PartialDate, Person
from partyreports.text.cues import Cue, Starts
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_MOST_SENTENCES = 60
"""Sentences with a verb of chairing that are read: no report comes near."""


class _Found(NamedTuple):
    reading: PersonReading
    rule: str


def find_chairs(article: Article, occasion: MeetingMentions, date: FoundDate | None) -> tuple[Person, ...]:
    """Those said to chair, in reading order, each once; the fullest mention is the person's own.

    Args:
        article: the article.
        occasion: nothing is given for no meeting.
        date: the day of the meeting; who chaired on another day chaired another one.
    """
    if not occasion.is_meeting:
        return ()
    verbs = article.cues.starts(VERBS)
    found: list[_Found] = []
    left = _MOST_SENTENCES
    for place in sorted(verbs.among(_places(article.layout))):
        for sentence, own in islice(sentences_with_verbs(article, place.start, place.end), left):
            left -= 1
            if date is not None and _is_of_another_day(article, sentence, own[0], date):
                continue
            if found and _is_next_of_the_day(article, sentence, own[0]):
                continue
            found.extend(_Found(reading, rule) for rule, reading in read_sentence(article, sentence, own))
    return tuple(_persons(article, found or _above_headline(article, verbs)))


def _above_headline(article: Article, verbs: Starts) -> list[_Found]:
    """Chairs told in a line above the headline whom the article names again: a line that stands beside a picture."""
    title = article.layout.title
    if title is None:
        return []
    lines = (article.source.line(number) for number in range(min(article.source.line_number(title.start), _MOST_LINES)))
    body = article.source.folded[title.end :]
    return [
        _Found(reading, rule)
        for line in lines
        if verbs.any_in(line)
        for sentence, own in sentences_with_verbs(article, *line)
        for rule, reading in read_sentence(article, sentence, own)
        if _key(article, reading.name) in body
    ]


_MOST_LINES = 40
"""Lines above a headline that are read."""


# --- other days

_OPENS_CLAUSE = r"(?:^|[,;:)\]–—-]) ?(?:(?:{time.opens_date}|{time.now}|{time.weekday})[ ,(]{1,2}){0,4}+$"


def _is_of_another_day(article: Article, sentence: Range, verb: Cue, date: FoundDate) -> bool:
    """“Ngày 2/3, | ông A chủ trì cuộc họp”, “ông A | ngày 2/3 | chủ trì …”, in the report of a meeting of 5/3."""
    days = list(find_dates(article, sentence.start, verb.start))
    if not days or days[-1].last is not None:
        return False
    last = days[-1]
    before = article.source.folded[sentence.start : last.start]
    to_verb = article.source.folded[last.end : without_adverbs(article, verb.start, last.end)]
    if to_verb.strip(" ,)") and article.lexicon.compile(_OPENS_CLAUSE).search(before) is None:
        return False
    if _is_of_document(article, sentence, last.start):
        return False
    before_it = _days_before(last.value, date.value)
    length = 0 if date.last is None else _days_before(date.value, date.last)
    return before_it > 0 or -before_it > max(length, _LONGEST_MEETING)


def _is_of_document(article: Article, sentence: Range, date: int) -> bool:
    """“Thực hiện Kế hoạch số 5, | ngày 2/3, ông A chủ trì …”, but not “Sở báo cáo: | ngày 2/3, ông A chủ trì …”."""
    document = article.cues.last_within("citation.type", sentence.start, date)
    if document is None:
        return False
    between = article.source.folded[document.end : date]
    return any(map(str.isdigit, between)) or not any(sign in between for sign in ",;:")


_HALF_A_YEAR = 186
"""Days of six months, all taken as long as the longest."""
_LONGEST_MEETING = 6
"""Days after the first one on which a meeting of several days may go on, where its last day is not told."""


def _days_before(one: PartialDate, other: PartialDate) -> int:
    """How many days one day is before another, in the nearest year; negative if it is later."""
    days = 31 * ((other.month or 1) - (one.month or 1)) + (other.day or 1) - (one.day or 1)
    return (days + _HALF_A_YEAR) % (2 * _HALF_A_YEAR) - _HALF_A_YEAR


def _is_next_of_the_day(article: Article, sentence: Range, verb: Cue) -> bool:
    """“Chiều cùng ngày, | ông B chủ trì hội nghị …”, behind a chair: another meeting, unless a session is named."""
    same_day = article.cues.first_within("time.now", sentence.start, min(verb.start, sentence.start + _OPENING))
    if same_day is None or same_day.entry.id != _SAME_DAY:
        return False
    return article.lexicon.compile(_SESSION).match(article.source.folded, verb.end) is None


_SAME_DAY = "time.now.same_day"
_OPENING = 24
"""Characters at the head of a sentence within which “cùng ngày” stands: “Cũng trong chiều cùng ngày”."""
_SESSION = r" (?:các )?(?:{word.session})"


def _places(layout: Layout) -> set[Range]:
    """Paragraphs, captions and headline."""
    places = {*layout.captions, *layout.body}
    if layout.title is not None:
        places.add(layout.title)
    if layout.lead is not None:
        places.add(layout.lead)
    return places


def _key(scanned: ScannedText, name: Range) -> str:
    return " ".join(scanned.source.folded[name.start : name.end].split())


def _persons(article: Article, found: Iterable[_Found]) -> Iterator[Person]:
    """Each person once: the fullest mention, further ones beside it."""
    source = article.source
    mentions: dict[str, dict[Range, PersonReading]] = {}
    rules: dict[str, str] = {}
    for one in sorted((_in_full(article, one) for one in found), key=lambda one: one.reading.name.start):
        key = _key(article, one.reading.name)
        rules.setdefault(key, one.rule)
        own = mentions.setdefault(key, {})
        known = own.setdefault(one.reading.name, one.reading)
        if _fullness(one.reading) > _fullness(known):
            own[one.reading.name] = one.reading
    if mentions:
        _add_mentions(article, mentions)
    for key, readings in mentions.items():
        ordered = sorted(readings.values(), key=lambda reading: reading.start)
        fullest = max(ordered, key=_fullness)
        others = tuple(source.passage(one.start, one.end) for one in ordered if one is not fullest)
        yield person_of(source, fullest, rules[key], others)


def _in_full(article: Article, found: _Found) -> _Found:
    """“Tổng thống Nga | Volkov”, who is “Ivan Volkov” elsewhere: the one person whose name ends with this one word."""
    name = found.reading.name
    if " " in article.source.folded[slice(*name)]:
        return found
    named = with_last_word(article, name)
    return _Found(named[0], found.rule) if len(named) == 1 else found


def _fullness(reading: PersonReading) -> tuple[int, int, int]:
    """More positions, then longer ones, then the earlier mention."""
    length = sum(position.end - position.start for position in reading.positions)
    return len(reading.positions), length, -reading.start


_MOST_MENTIONS = 20
"""Further mentions of one person that are kept."""
_MENTIONS_IN = 3600
"""Characters, from the beginning, in which they are looked for: some twelve paragraphs, or as many lines as sentences
fill. Later ones name the person without positions."""


def _add_mentions(article: Article, mentions: dict[str, dict[Range, PersonReading]]) -> None:
    """Further places in lead, captions and first paragraphs that name the same persons."""
    layout = article.layout
    reach = _MENTIONS_IN + (layout.body[0].start if layout.body else 0)
    first = set(takewhile(lambda line: line.start < reach, layout.body))
    places = {*layout.captions, *first, *filter(None, (layout.title, layout.lead))}
    names_in_words = [key.split() for key in mentions]
    named = _longest_words(article.source.folded, names_in_words)
    for place in sorted(places if named is None else named.among(places)):
        for sentence in sentences(article.source, *place):
            if sentence.start >= reach and place in first:
                break  # (however many sentences its paragraph has)
            if named is not None and not (named.any_in(sentence) and _may_name(article, sentence, names_in_words)):
                continue
            names = find_names(article, sentence.start, sentence.end)
            if is_all_capitals(article.source, sentence):
                names = _names_in_capitals(article, sentence, names_in_words)
            if all(name in mentions.get(_key(article, name), {name: None}) for name in names):
                continue  # nobody who chairs, or read already
            for reading in read_persons(article, *sentence, names):
                own = mentions.get(_key(article, reading.name))
                if own is not None and len(own) < _MOST_MENTIONS:
                    own.setdefault(reading.name, reading)


def _names_in_capitals(article: Article, sentence: Range, names: Iterable[Sequence[str]]) -> list[Range]:
    """Where some names stand in a headline in capitals, in which capitals tell no names."""
    folded = article.source.folded
    found: list[Range] = []
    for name in map(" ".join, names):
        start = folded.find(name, sentence.start, sentence.end)
        end = start + len(name)
        if start >= 0 and not (folded[start - 1 : start].isalnum() or folded[end : end + 1].isalnum()):
            found.append(Range(start, end))
    return sorted(found)


_FEW_NAMES = 12
"""Names that are looked for in a sentence before it is read; with more, reading it costs less."""


def _longest_words(folded: str, names: Collection[Sequence[str]]) -> Starts | None:
    """Where the longest word of each name stands; None if there are too many names to look for."""
    if len(names) > _FEW_NAMES:
        return None
    found: list[int] = []
    for word in {max(name, key=len) for name in names}:
        place = folded.find(word)
        while place >= 0:
            found.append(place)
            place = folded.find(word, place + 1)
    return Starts(found)


def _may_name(article: Article, sentence: Range, names: Collection[Sequence[str]]) -> bool:
    """Whether a sentence holds all words of one of some names."""
    folded = article.source.folded[sentence.start : sentence.end]
    return any(all(map(folded.__contains__, name)) for name in names)
