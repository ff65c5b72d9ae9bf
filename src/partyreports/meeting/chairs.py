"""Who chaired the meeting.

    đồng chí A, Trưởng Ban …, chủ trì hội nghị       Hội nghị do ông A và bà B đồng chủ trì
    dưới sự chủ trì của Tổng cục trưởng A            Chủ trì hội nghị có các đồng chí: A; B; C
    Các đồng chí: A, …; B, …; C, … đồng chủ trì      (also in photo captions)

An organisation that "chủ trì, phối hợp" leads the work and chairs nothing.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from partyreports.grammar.persons import PersonReading, find_names, person_of, read_person
from partyreports.grammar.sentences import iter_sentences, sentence_start
from partyreports.layout.article import Article
from partyreports.layout.segmentation import Layout
from partyreports.meeting.detection import MeetingMentions
from partyreports.models import Person
from partyreports.text.lexicon import Lexicon
from partyreports.text.patterns import alternation, whole_words
from partyreports.text.source import SourceText
from partyreports.text.spans import Range, by_range

_BEFORE = 520
"""Characters before the verb within which its subjects are read."""
_AFTER = 700
_AHEAD = 90
"""Characters after the verb that say whether, and whom, it makes chairs."""
_MOST = 60
"""Verbs that are looked at in one article."""


class _Cues(NamedTuple):
    verb: "re.Pattern[str]"
    verb_at_end: "re.Pattern[str]"
    anchors: tuple[str, ...]
    not_chairing: "re.Pattern[str]"
    not_a_chair: "re.Pattern[str]"
    other_time: "re.Pattern[str]"
    breaks: "re.Pattern[str]"


@lru_cache(maxsize=8)
def _cues(lexicon: Lexicon) -> _Cues:
    verbs = lexicon.forms("chair.cue")
    at_end = lexicon.forms("chair.cue_at_end")
    return _Cues(
        verb=re.compile(alternation(verbs) + r"(?!\w)"),
        verb_at_end=re.compile(alternation(at_end) + r"(?=[.,;]|$)"),
        anchors=tuple(sorted({" ".join(form.split()[:2]) for form in (*verbs, *at_end)})),
        not_chairing=re.compile(r",? *" + alternation(lexicon.forms("chair.not_chairing")) + r"(?!\w)"),
        not_a_chair=re.compile(whole_words(lexicon.forms("chair.not_a_chair"), end=" *$")),
        other_time=re.compile(whole_words(lexicon.forms("chair.other_time"))),
        breaks=re.compile(whole_words(lexicon.forms("chair.subject_break"))),
    )


class _Found(NamedTuple):
    reading: PersonReading
    rule: str


def find_chairs(article: Article, occasion: MeetingMentions) -> tuple[Person, ...]:
    """Those said to chair, in reading order, each once; the fullest mention is the person's own.

    Args:
        article: the article.
        occasion: nothing is given for no meeting.
    """
    source, layout, lexicon = article.source, article.layout, article.lexicon
    if not occasion.is_meeting:
        return ()
    cues = _cues(lexicon)
    found: list[_Found] = []
    anchors = source.positions(cues.anchors)
    for place, own in by_range(anchors, _places(layout)).items():
        for at in _verbs(source, place, own, cues):
            found.extend(_chairs_at(source, place, at, cues, lexicon))
    return tuple(_persons(source, layout, found, lexicon))


def _places(layout: Layout) -> list[Range]:
    """Paragraphs and captions, lead first."""
    places = [*layout.captions, *layout.body]
    if layout.title is not None:
        places.append(layout.title)
    return sorted(places)


def _verbs(source: SourceText, place: Range, anchors: list[int], cues: _Cues) -> Iterator["re.Match[str]"]:
    """Verbs that may make somebody a chair (“chủ trì, phối hợp” does not)."""
    folded = source.folded
    for at in anchors[:_MOST]:
        match = cues.verb.match(folded, at, place.end) or cues.verb_at_end.match(folded, at, place.end)
        if match and not cues.not_chairing.match(folded, match.end(), min(place.end, match.end() + _AHEAD)):
            yield match


# “Chủ trì hội nghị có các đồng chí: …”, “Chủ trì: …”, “Chủ trì buổi làm việc tại Sở gồm …”
_HEADS_A_LIST = re.compile(
    r"(?: và điều hành| và chỉ đạo)? ?"
    r"(?:hội nghị|cuộc họp|phiên [\w ]{2,14}?|buổi [\w ]{3,12}?|tọa đàm|hội thảo|đại hội|họp báo|giao ban)?"
    r"(?:,? tại [^:,.;]{3,60})? ?(?:có|gồm|là|:|gồm có|có sự tham gia của)"
)


# “dưới sự chủ trì | của …”
_OF = re.compile(r" (?:của|trực tiếp của)")
# “Hội nghị do ông A | điều hành.”
_DONE_BY = re.compile(r"(?:hội nghị|cuộc họp|phiên họp|buổi [\w ]{3,12}) (?:được |này )?do ")


def _chairs_at(source: SourceText, place: Range, verb: "re.Match[str]", cues: _Cues, lexicon: Lexicon) -> list[_Found]:
    """Persons that one verb makes chairs."""
    folded = source.folded
    start = sentence_start(source, max(place.start, verb.start() - _BEFORE), verb.end())
    before = folded[start : verb.start()]
    after = folded[verb.end() : min(place.end, verb.end() + _AHEAD)]
    if cues.not_a_chair.search(before[-40:]) or cues.other_time.search(before):
        return []
    led = before.endswith("sự ") or verb[0].startswith("dưới sự")
    if led and (of := _OF.match(after)):
        return _listed_after(source, verb.end() + of.end(), place.end, "chair.under_the_chair_of", cues, lexicon)
    if verb.re is cues.verb_at_end and not _DONE_BY.search(before):
        return []
    head = before.strip(' "“”-–*•')
    if head in {"", "đồng", "cùng", "tham dự và", "dự và", "tham gia", "dự,", "tham dự,"} and verb.start() - start < 24:
        if (colon := _HEADS_A_LIST.match(after)) is not None:
            return _listed_after(source, verb.end() + colon.end(), place.end, "chair.heading_a_list", cues, lexicon)
        return []
    return _subjects(source, start, verb, cues, lexicon)


# --- persons after the verb


# “dưới sự chủ trì của Tổng cục trưởng A, Tổng cục … tổ chức”: the body that held it is no chair
_ORGANISER = re.compile(r",? (?:tổng cục|bộ|sở|ban|ubnd|huyện ủy|tỉnh ủy|cục|đảng ủy)[^,.;]{0,40} (?:đã )?tổ chức")


def _listed_after(source: SourceText, start: int, end: int, rule: str, cues: _Cues, lexicon: Lexicon) -> list[_Found]:
    """“… có các đồng chí: A, Bí thư …; B, Chủ tịch …” up to the end of the sentence or the next verb."""
    ahead = next(iter_sentences(source, start, min(end, start + _AFTER)), None)
    limit = ahead.end if ahead else start
    if match := _ORGANISER.search(source.folded, start, limit):
        limit = match.start()
    names = find_names(source, start, limit, lexicon)
    found: list[_Found] = []
    floor = start
    for i, name in enumerate(names):
        if found and cues.breaks.search(source.folded, floor, name.start):
            break
        following = names[i + 1].start if i + 1 < len(names) else limit
        reading = read_person(source, name, floor, min(following, limit), lexicon)
        if not found and name.start - start > 150:
            break
        found.append(_Found(reading, rule))
        floor = reading.end
    return found


# --- persons before the verb


def _subjects(source: SourceText, start: int, verb: "re.Match[str]", cues: _Cues, lexicon: Lexicon) -> list[_Found]:
    """“A, Trưởng Ban …, và B, Giám đốc … đồng chủ trì”: the list of persons that leads up to the verb."""
    before = source.folded[start : verb.start()]
    led_up = _LEADS_UP.search(before) if before.rstrip().endswith(_LEADING) else None
    end = start + led_up.start() if led_up else verb.start()  # “… huyện | đồng chủ trì”
    names = find_names(source, start, end, lexicon)
    if not names:
        return []
    readings: list[PersonReading] = []
    floor = start
    for i, name in enumerate(names):
        limit = names[i + 1].start if i + 1 < len(names) else end
        reading = read_person(source, name, floor, limit, lexicon)
        readings.append(reading)
        floor = max(reading.end, name.end)
    chosen: list[PersonReading] = []
    following = verb.start()
    for i in range(len(readings) - 1, -1, -1):
        gap = source.folded[readings[i].end : following]
        if _breaks(gap, last=i == len(readings) - 1, cues=cues):
            break
        chosen.append(readings[i])
        following = readings[i].start
    rule = "chair.subject_of_verb"
    return [_Found(reading, rule) for reading in reversed(chosen)]


_LEADING = ("đã", "đồng", "cùng", "trực tiếp", "và", "dự", "đang")
_LEADS_UP = re.compile(r"(?:,? (?:đã|đồng|cùng|trực tiếp|và|dự|tham dự|tới dự|đến dự|đang))+ *$")
_ADVERBS = re.compile(
    r"^(?:[\s,\-–—()]|đã|cùng|đồng|trực tiếp|tham dự|tới dự|đến dự|dự|và|là người|được giao|"
    r"tham gia|đang|thay mặt [^,.;]{3,50}|các đồng chí [^,.;]{3,40}|cùng các [^.;]{3,60}|phối hợp)*$"
)


def _breaks(gap: str, *, last: bool, cues: _Cues) -> bool:
    """Whether the words between a name and what follows tear them apart.

    Positions, titles and brackets may stand between; a verb of another clause may not.
    """
    plain = re.sub(r"\([^)]{0,120}\)", " ", gap)
    if last and _ADVERBS.match(plain):
        return False
    if cues.breaks.search(plain):
        return True
    return len(plain) > 330


# --- one person, many mentions


def _persons(source: SourceText, layout: Layout, found: list[_Found], lexicon: Lexicon) -> Iterator[Person]:
    """Each person once: the fullest mention, further ones beside it."""
    by_name: dict[str, list[_Found]] = {}
    for one in sorted(found, key=lambda one: one.reading.name.start):
        key = " ".join(source.folded[one.reading.name.start : one.reading.name.end].split())
        mentions = by_name.setdefault(key, [])
        if all(mention.reading.name != one.reading.name for mention in mentions):
            mentions.append(one)
    for key, mentions in by_name.items():
        readings = [one.reading for one in mentions]
        readings += _other_mentions(source, layout, key, readings, lexicon)
        fullest = max(
            readings, key=lambda reading: (len(reading.positions), reading.end - reading.start, -reading.start)
        )
        others = tuple(
            source.passage(r.start, r.end) for r in sorted(readings, key=lambda r: r.start) if r is not fullest
        )
        yield person_of(source, fullest, mentions[0].rule, others)


def _other_mentions(
    source: SourceText, layout: Layout, key: str, known: list[PersonReading], lexicon: Lexicon
) -> list[PersonReading]:
    """Further places in lead, captions and first paragraphs that name the same person."""
    places = [*layout.captions, *layout.body[:8]]
    if layout.lead is not None and layout.lead not in places:
        places.append(layout.lead)
    taken = {reading.name.start for reading in known}
    found: list[PersonReading] = []
    for place in places:
        at = source.folded.find(key, place.start, place.end)
        while at >= 0 and len(found) < 20:
            name = Range(at, at + len(key))
            if at not in taken and source.text[at].isupper():
                found.append(read_person(source, name, place.start, place.end, lexicon))
            at = source.folded.find(key, at + len(key), place.end)
    return found
