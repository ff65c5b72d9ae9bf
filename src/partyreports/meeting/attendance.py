"""Who took part, and from how many places.

Hội nghị được tổ chức trực tuyến tại 70 điểm cầu với hơn 1.200 đại biểu
1.900 đại biểu/75 điểm cầu · 5 đầu cầu truyền hình
Tham dự hội nghị có đại diện Văn phòng Chính phủ, Bộ Nội vụ; ông Trần An, Chủ tịch UBND tỉnh
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from partyreports.construct import construct
from partyreports.grammar.numbers import counted, number_before, read_count
from partyreports.grammar.persons import PersonReading, person_of, read_persons
from partyreports.grammar.sentences import iter_sentences, sentence_at
from partyreports.layout.article import Article
from partyreports.layout.segmentation import Layout
from partyreports.meeting.detection import MeetingMentions
from partyreports.models import Attendance, FoundCount, FoundPassage, Person, Qualifier
from partyreports.text.lexicon import Lexicon
from partyreports.text.patterns import alternation, whole_words
from partyreports.text.source import SourceText, fold
from partyreports.text.spans import Range, by_range, slice_between

_MOST = 40
_SENTENCE = 1500


class _Cues(NamedTuple):
    nouns: "re.Pattern[str]"
    """What may be counted: sites and people."""
    sites: frozenset[str]
    counted: "re.Pattern[str]"
    not_attending: "re.Pattern[str]"
    qualifier: "re.Pattern[str]"
    qualifiers: dict[str, str]
    attending: "re.Pattern[str]"
    body: "re.Pattern[str]"
    not_split: "re.Pattern[str]"


@lru_cache(maxsize=8)
def _cues(lexicon: Lexicon) -> _Cues:
    qualifiers = {form: str(value) for form, value in lexicon.values("attendance.qualifier").items()}
    return _Cues(
        nouns=re.compile(alternation((*lexicon.forms("attendance.site"), *lexicon.forms("attendance.people")))),
        sites=frozenset(map(_key, lexicon.forms("attendance.site"))),
        counted=counted(alternation(lexicon.forms("attendance.people_if_attending"))),
        not_attending=re.compile(r" *" + alternation(lexicon.forms("attendance.not_attending")) + r"(?!\w)"),
        qualifier=re.compile("(" + whole_words(qualifiers, end="") + r") *$"),
        qualifiers=qualifiers,
        attending=re.compile(
            r"(?:(?:(?:cùng|đến|tới|về|tham gia|có mặt) )*"
            + alternation(lexicon.forms("attendance.attending"))
            + r"(?: (?:hội nghị|cuộc họp|phiên họp|buổi [\w ]{3,14}|tọa đàm|hội thảo|họp báo|đại hội|kỳ họp))?"
            r"(?:,? tại [^,.:;]{3,60})?|về phía [^,.:;]{3,60}?),? (?:còn |cũng )?(?:có|gồm)(?: có)?"
            r"(?: sự tham gia của| sự tham dự của)? *:?"
        ),
        body=re.compile(
            r"(?:đại diện |lãnh đạo |các |toàn thể |thường trực |tập thể )*"
            + alternation(lexicon.forms("attendance.body"))
            + r"(?!\w)"
        ),
        not_split=re.compile(alternation(lexicon.forms("attendance.comma_name"))),
    )


def find_attendance(article: Article, occasion: MeetingMentions, chairs: tuple[Person, ...]) -> Attendance:
    """Connected sites, delegates, bodies and persons attending.

    Args:
        article: the article.
        occasion: nothing is given for no meeting.
        chairs: they are not listed again among the persons.
    """
    source, layout, lexicon = article.source, article.layout, article.lexicon
    if not occasion.is_meeting:
        return Attendance()
    cues = _cues(lexicon)
    places = _places(layout)
    in_order = sorted(places)

    def held(positions: Iterable[int]) -> list[tuple[Range, list[int]]]:
        """Places that hold any of some positions, in the order in which they are believed."""
        groups = by_range(positions, in_order)
        return [(place, groups[place]) for place in places if place in groups] if groups else []

    sites, people = _nouns(source, cues)
    points = _first_count(source, held(sites), sites, "attendance.sites", cues)
    delegates = _first_count(source, held(people), people, "attendance.delegates", cues)
    if delegates is None:
        hints = source.positions(_HINTS)
        delegates = _people_attending(source, held(hints), cues)
    else:  # only for lists, which stand in the regions
        hints = source.positions(_HINTS, *_extent(occasion.regions))
    organisations: list[FoundPassage] = []
    persons: list[Person] = []
    stretches: set[Range] = set()
    known = {_key(chair.name.text) for chair in chairs}
    for sentence, start in _lists(source, occasion, hints, cues):
        stretches.add(sentence)
        for part in _parts(article, start, sentence.end, cues):
            if isinstance(part, Range):
                organisations.append(source.found(*part, "attendance.body"))
            elif (key := _key(source.text[part.name.start : part.name.end])) not in known:
                known.add(key)
                persons.append(person_of(source, part, "attendance.person"))
    for count in (points, delegates):
        if count is not None and not any(start <= count.start < end for start, end in stretches):
            stretches.add(_sentence_of(source, count, places))
    return construct(
        Attendance,
        points=_model(source, points),
        delegates=_model(source, delegates),
        organisations=tuple(organisations),
        persons=tuple(persons),
        passages=tuple(source.found(*stretch, "attendance.sentence") for stretch in sorted(stretches)),
    )


def _places(layout: Layout) -> list[Range]:
    """Where totals and lists stand, in the order in which they are believed."""
    places = [layout.lead, *layout.body, *layout.captions, layout.title]
    return list(dict.fromkeys(place for place in places if place is not None))


def _extent(regions: Collection[Range]) -> Range:
    """From the first of some ranges to the last."""
    return Range(min(regions).start, max(region.end for region in regions)) if regions else Range(0, 0)


def _key(name: str) -> str:
    return " ".join(fold(name).split())


# --- counts


class _Count(NamedTuple):
    start: int
    end: int
    value: int
    qualifier: Qualifier
    rule: str


def _nouns(source: SourceText, cues: _Cues) -> tuple[dict[int, int], dict[int, int]]:
    """Where sites and people are named: first characters by last ones, in reading order."""
    sites: dict[int, int] = {}
    people: dict[int, int] = {}
    for match in cues.nouns.finditer(source.folded):
        nouns = sites if " ".join(match[0].split()) in cues.sites else people
        nouns[match.end() - 1] = match.start()
    return sites, people


def _first_count(
    source: SourceText, ends: list[tuple[Range, list[int]]], nouns: dict[int, int], rule: str, cues: _Cues
) -> _Count | None:
    """The meeting's total: the first count, unless it is said of one place (“điểm cầu tỉnh có 120 đại biểu”)."""
    for place, own in ends:
        for last in own[:_MOST]:
            start = number_before(source.folded, place.start, nouns[last])
            count = None if start is None else _count(source, place, start, last + 1, rule, cues)
            if count is not None:
                return count
    return None


# How far before “tham dự” and the like a number of people may stand.
_COUNTED_BEFORE = 110


def _people_attending(source: SourceText, hints: list[tuple[Range, list[int]]], cues: _Cues) -> _Count | None:
    """“450 đảng viên của toàn Đảng bộ tham dự”: people of any kind, if it is said that they attend."""
    for place, own in hints:
        for hint in own[:_MOST]:
            for start in slice_between(source.numbers, max(place.start, hint - _COUNTED_BEFORE), hint):
                match = cues.counted.match(source.folded, start, place.end)
                if match is None or not _ATTENDING.match(source.folded, match.end(), place.end):
                    continue
                count = _count(source, place, start, match.end(), "attendance.people_attending", cues)
                if count is not None:
                    return count
    return None


def _count(source: SourceText, place: Range, start: int, end: int, rule: str, cues: _Cues) -> _Count | None:
    """The count whose number begins at `start` and whose noun ends at `end`, if it is the meeting's own."""
    folded = source.folded
    if folded[end : end + 1].isalpha() or cues.not_attending.match(folded, end):
        return None
    reading = read_count(folded, start)
    if reading is None or reading.value <= 1 or _is_local(folded, place, start):
        return None
    qualifier, start = _qualifier(folded, place.start, start, cues)
    return _Count(start, end, reading.value, qualifier, rule)


# “… đảng viên của toàn Đảng bộ tham dự”
_ATTENDING = re.compile(
    r"(?:, [^\W\d_]+ [^\W\d_]+)?(?: [^.,;:\d]{0,30}?)? (?:tham dự|dự hội nghị|dự họp|về dự|"
    r"tham gia(?= (?:hội nghị|cuộc họp|phiên họp|tọa đàm|hội thảo|ở|tại|trực tuyến)))(?!\w)"
)
_LOCAL = re.compile(
    r"(?:điểm cầu|đầu cầu) (?!chính|trung ương|trung tâm|với|có|và|trên|cả|toàn|trực|của|được|cấp)"
    r"[^,.;]{3,60},? (?:có|với|gồm)[^.;]{0,60}$"
    r"|mỗi (?:điểm|đơn vị)[^.;]{0,40}$|đại hội[^.;]{0,60}$"
)


def _is_local(folded: str, place: Range, start: int) -> bool:
    """Whether a count is said of one site, of each site, or of a congress to come."""
    return _LOCAL.search(folded[max(place.start, start - 110) : start]) is not None


def _qualifier(folded: str, floor: int, start: int, cues: _Cues) -> tuple[Qualifier, int]:
    begin = max(floor, start - 14)
    match = cues.qualifier.search(folded[begin:start])
    if match is None:
        return Qualifier.EXACT, start
    return Qualifier(cues.qualifiers[" ".join(match[1].split())]), begin + match.start(1)


def _model(source: SourceText, count: _Count | None) -> FoundCount | None:
    if count is None:
        return None
    text, span = source.quoted(count.start, count.end)
    return construct(FoundCount, text=text, span=span, rule=count.rule, value=count.value, qualifier=count.qualifier)


def _sentence_of(source: SourceText, count: _Count, places: list[Range]) -> Range:
    place = next(place for place in places if place.start <= count.start < place.end)
    start = max(place.start, count.start - _SENTENCE)
    end = min(place.end, count.end + _SENTENCE)
    return sentence_at(source, count.start, start, end) or Range(count.start, count.end)


# --- lists of those attending


# What stands in every list of those attending, and behind people who are counted.
_HINTS = ("dự", "tham gia", "có mặt", "về phía")
_SENTENCE_HEAD = re.compile(r"(?:^|\n|[.!?…]['\"”’)]* ?)([^.!?…\n]{0,24})$")


def _lists(source: SourceText, occasion: MeetingMentions, hints: list[int], cues: _Cues) -> Iterator[tuple[Range, int]]:
    """Sentences that list who attended, with the place where the list begins."""
    folded = source.folded
    for region in occasion.regions[:14]:
        end = min(region.end, region.start + 3000)
        after = region.start
        for hint in slice_between(hints, region.start, end):
            begin = max(region.start, hint - 30)
            head = _SENTENCE_HEAD.search(folded[begin:hint]) if begin > region.start else None
            start = begin + head.start(1) if head else region.start
            if start < after or hint - start > 24:
                continue
            match = cues.attending.match(folded, start, min(end, start + 160))
            if match is None or match.end() <= hint:
                continue
            sentence = next(iter_sentences(source, start, min(end, start + _SENTENCE)))
            after = sentence.end
            yield sentence, match.end()


def _parts(
    article: Article, start: int, end: int, cues: _Cues
) -> Iterator["Range | PersonReading"]:
    """Bodies and persons of a list, in reading order."""
    source = article.source
    limit = min(end, start + _SENTENCE)
    for piece in _pieces(source, start, limit, cues):
        body = _body(source, piece, cues)
        may_be_persons = body is None or article.cues.at("person.position", piece.start) is not None
        names = read_persons(article, piece.start, piece.end) if may_be_persons else []
        yield from names
        if body is not None and not names:
            yield body


_SEPARATOR = re.compile(
    r"; ?(?:và |cùng )?|,(?: và (?=\w)| cùng (?:với )?(?=\w)| )| (?:và (?=\w)|cùng (?:với )?(?=\w))"
)
_LED = re.compile(r"(?:đại diện|lãnh đạo|các|đông đảo|toàn thể) ")
# “ông Trần An”, “hơn 120 đại biểu”
_PERSONS_HEAD = re.compile(
    r"(?:(?:các )?(?:đồng chí|ông|bà|(?:thượng|trung|thiếu|đại) tướng|(?:đại|thượng) tá)"
    r"|(?:(?:hơn|gần|trên|khoảng|cùng) )?\d[\d.]*) "
)


def _pieces(source: SourceText, start: int, end: int, cues: _Cues) -> Iterator[Range]:
    """The list cut at `;`, and at `,`, “và” and “cùng” where another body or person begins."""
    begin = start
    for match in _SEPARATOR.finditer(source.folded, start, end):
        if ";" not in match[0] and not _begins_another(source, match, begin, end, cues):
            continue
        piece = source.trim(begin, match.start())
        if piece.end > piece.start:
            yield piece
        begin = match.end()
    piece = source.trim(begin, end)
    if piece.end > piece.start:
        yield piece


def _begins_another(source: SourceText, match: "re.Match[str]", begin: int, end: int, cues: _Cues) -> bool:
    """Whether a comma or “và” parts two of those attending, and is not inside one's name.

    A body of its own begins with a capital (“…, Bộ Nội vụ”) or is led by “đại diện”, “các”; “tỉnh ủy,
    thành ủy, đảng ủy” in small letters is one group, “Ban Văn hóa, Giáo dục” one name.
    """
    folded = source.folded
    after = match.end()
    is_capital = source.text[after].isupper()
    if not is_capital and cues.not_split.search(folded, max(begin, match.start() - 30), min(end, after + 30)):
        return False
    if _PERSONS_HEAD.match(folded, after, end):
        return True
    led = _LED.match(folded, after, end)
    if led is not None:
        return match[0] == ", " or "cùng" in match[0] or led[0] in {"đại diện ", "các "}
    return is_capital and cues.body.match(folded, after, end) is not None


_REPRESENTED = re.compile(
    r"(?:(?:các )?(?:đồng chí )?(?:đại diện|đại biểu)(?: lãnh đạo)?(?: của)?(?: các)?(?= [^\W\d_]) ?:? ?|(?:và|cùng) )+"
)


def _body(source: SourceText, piece: Range, cues: _Cues) -> Range | None:
    """The body that a piece names, without “đại diện” before it and the full stop behind it; or None."""
    match = _REPRESENTED.match(source.folded, piece.start, piece.end)
    start = match.end() if match else piece.start
    end = piece.end
    while end > start and source.text[end - 1] in ".,;:… ":
        end -= 1
    bare = source.trim(start, end)
    return bare if cues.body.match(source.folded, bare.start, bare.end) else None
