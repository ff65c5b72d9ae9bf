"""Who took part, and from how many places.

Hội nghị được tổ chức trực tuyến tại 70 điểm cầu với hơn 1.200 đại biểu
1.900 đại biểu/75 điểm cầu · 5 đầu cầu truyền hình
Tham dự hội nghị có đại diện Văn phòng Chính phủ, Bộ Nội vụ; ông Trần An, Chủ tịch UBND tỉnh
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from partyreports.grammar.numbers import number_before, read_count
from partyreports.grammar.persons import PersonReading, begins_with_position, find_names, person_of, read_person
from partyreports.grammar.sentences import sentences
from partyreports.models import Attendance, FoundCount, FoundPassage, Person, Qualifier
from partyreports.structure.furniture import Layout
from partyreports.structure.occasion import Occasion
from partyreports.text.lexicon import Lexicon, alternation, whole_words
from partyreports.text.source import SourceText, fold
from partyreports.text.spans import Range, between

_MOST = 40
_SENTENCE = 1500


class _Cues(NamedTuple):
    site: tuple[str, ...]
    people: tuple[str, ...]
    if_attending: tuple[str, ...]
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
        site=tuple(map(fold, lexicon.forms("attendance.site"))),
        people=tuple(map(fold, lexicon.forms("attendance.people"))),
        if_attending=tuple(map(fold, lexicon.forms("attendance.people_if_attending"))),
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


def find_attendance(
    source: SourceText, layout: Layout, occasion: Occasion, chairs: tuple[Person, ...], lexicon: Lexicon
) -> Attendance:
    """Connected sites, delegates, bodies and persons attending.

    Args:
        source: the article.
        layout: says where headline, captions and body stand.
        occasion: nothing is given for no meeting.
        chairs: they are not listed again among the persons.
        lexicon: gives nouns, qualifiers and cues.
    """
    if not occasion.is_meeting:
        return Attendance()
    cues = _cues(lexicon)
    hints = source.positions(_HINTS)
    places = [layout.lead, *layout.body, *layout.captions, layout.title]
    ordered = list(dict.fromkeys(place for place in places if place is not None))
    points = _first_count(source, _with_any(source, ordered, cues.site), cues.site, "attendance.sites", cues)
    counted = _with_any(source, ordered, cues.people)
    delegates = _first_count(source, counted, cues.people, "attendance.delegates", cues)
    if delegates is None:
        attending = [place for place in ordered if between(hints, *place)]
        delegates = _first_count(
            source, attending, cues.if_attending, "attendance.people_attending", cues, then=_ATTENDING
        )
    organisations: list[FoundPassage] = []
    persons: list[Person] = []
    stretches: list[Range] = []
    known = {_key(chair.name.text) for chair in chairs}
    for sentence, start in _lists(source, occasion, hints, cues):
        stretches.append(sentence)
        for part in _parts(source, start, sentence.end, cues, lexicon):
            if isinstance(part, Range):
                organisations.append(source.found(*part, "attendance.body"))
            elif _key(source.text[part.name.start : part.name.end]) not in known:
                known.add(_key(source.text[part.name.start : part.name.end]))
                persons.append(person_of(source, part, "attendance.person"))
    stretches += [_sentence_of(source, count, ordered) for count in (points, delegates) if count is not None]
    return Attendance(
        points=_model(source, points),
        delegates=_model(source, delegates),
        organisations=tuple(organisations),
        persons=tuple(persons),
        passages=tuple(source.found(*stretch, "attendance.sentence") for stretch in sorted(set(stretches))),
    )


def _key(name: str) -> str:
    return " ".join(fold(name).split())


# --- counts


class _Count(NamedTuple):
    start: int
    end: int
    value: int
    qualifier: Qualifier
    rule: str


def _first_count(
    source: SourceText,
    places: list[Range],
    nouns: tuple[str, ...],
    rule: str,
    cues: _Cues,
    then: "re.Pattern[str] | None" = None,
) -> _Count | None:
    """The meeting's total: the first count, unless it is said of one place (“điểm cầu tỉnh có 120 đại biểu”).

    `then` is what must follow the noun: “450 đảng viên tham dự”.
    """
    for place in places:
        found = [count for noun in nouns for count in _counts(source, place, noun, rule, cues)]
        if then is not None:
            found = [count for count in found if then.match(source.folded, count.end, min(place.end, count.end + 60))]
        if found:
            return min(found, key=lambda count: count.start)
    return None


def _with_any(source: SourceText, places: list[Range], words: tuple[str, ...]) -> list[Range]:
    """Those of some places that hold one of some words."""
    positions = source.positions(words)
    return [place for place in places if between(positions, *place)] if positions else []


def _counts(source: SourceText, place: Range, noun: str, rule: str, cues: _Cues) -> Iterator[_Count]:
    folded = source.folded
    at = folded.find(noun, place.start, place.end)
    tries = 0
    while at >= 0 and tries < _MOST:
        tries += 1
        end = at + len(noun)
        start = number_before(folded, place.start, at)
        if start is not None and not folded[end : end + 1].isalpha() and not cues.not_attending.match(folded, end):
            reading = read_count(folded, start)
            if reading is not None and reading.value > 1 and not _is_local(folded, place, start):
                qualifier, start = _qualifier(folded, place.start, start, cues)
                yield _Count(start, end, reading.value, qualifier, rule)
        at = folded.find(noun, end, place.end)


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
    found = source.found(count.start, count.end, count.rule)
    return FoundCount(text=found.text, span=found.span, rule=found.rule, value=count.value, qualifier=count.qualifier)


def _sentence_of(source: SourceText, count: _Count, places: list[Range]) -> Range:
    place = next(place for place in places if place.start <= count.start < place.end)
    start = max(place.start, count.start - _SENTENCE)
    end = min(place.end, count.end + _SENTENCE)
    return next(
        (s for s in sentences(source, start, end) if s.start <= count.start < s.end), Range(count.start, count.end)
    )


# --- lists of those attending


# What stands in every list of those attending, and behind people who are counted.
_HINTS = ("dự", "tham gia", "có mặt", "về phía")
_SENTENCE_HEAD = re.compile(r"(?:^|\n|[.!?…]['\"”’)]* ?)([^.!?…\n]{0,24})$")


def _lists(source: SourceText, occasion: Occasion, hints: list[int], cues: _Cues) -> Iterator[tuple[Range, int]]:
    """Sentences that list who attended, with the place where the list begins."""
    folded = source.folded
    for region in occasion.regions[:14]:
        end = min(region.end, region.start + 3000)
        after = region.start
        for hint in between(hints, region.start, end):
            begin = max(region.start, hint - 30)
            head = _SENTENCE_HEAD.search(folded[begin:hint]) if begin > region.start else None
            start = begin + head.start(1) if head else region.start
            if start < after or hint - start > 24:
                continue
            match = cues.attending.match(folded, start, min(end, start + 160))
            if match is None or match.end() <= hint:
                continue
            sentence = sentences(source, start, min(end, start + _SENTENCE))[0]
            after = sentence.end
            yield sentence, match.end()


def _parts(
    source: SourceText, start: int, end: int, cues: _Cues, lexicon: Lexicon
) -> Iterator["Range | PersonReading"]:
    """Bodies and persons of a list, in reading order."""
    limit = min(end, start + _SENTENCE)
    for piece in _pieces(source, start, limit, cues):
        names = find_names(source, piece.start, piece.end, lexicon)
        titled = begins_with_position(source, piece.start, piece.end, lexicon)
        if names and (titled or not _is_body(source, piece, cues)):
            floor = piece.start
            for i, name in enumerate(names):
                following = names[i + 1].start if i + 1 < len(names) else piece.end
                reading = read_person(source, name, floor, following, lexicon)
                yield reading
                floor = max(reading.end, name.end)
        elif _is_body(source, piece, cues):
            yield _bare(source, piece)


_SEPARATOR = re.compile(r"; ?(?:và |cùng )?|,? và (?=\w)|,? cùng (?:với )?(?=\w)|, ")
_LED = re.compile(r"(?:đại diện|lãnh đạo|các|đông đảo|toàn thể) ")
_HEAD_COUNT = re.compile(r"(?:(?:hơn|gần|trên|khoảng|cùng) )?\d[\d.]* ")
_PERSON_HEAD = re.compile(r"(?:các )?(?:đồng chí|ông|bà|(?:thượng|trung|thiếu|đại) tướng|(?:đại|thượng) tá) ")


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
    if (
        cues.not_split.search(folded, max(begin, match.start() - 30), min(end, after + 30))
        and not source.text[after].isupper()
    ):
        return False
    if _PERSON_HEAD.match(folded, after, end) or _HEAD_COUNT.match(folded, after, end):
        return True
    led = _LED.match(folded, after, end)
    if led is not None:
        return match[0] == ", " or "cùng" in match[0] or "đại diện" in led[0] or led[0] == "các "
    return source.text[after].isupper() and cues.body.match(folded, after, end) is not None


_REPRESENTED = re.compile(
    r"(?:(?:các )?(?:đồng chí )?(?:đại diện|đại biểu)(?: lãnh đạo)?(?: của)?(?: các)?(?= [^\W\d_]) ?:? ?|(?:và|cùng) )+"
)


def _bare(source: SourceText, piece: Range) -> Range:
    """The body itself, without “đại diện” before it and the full stop behind it."""
    match = _REPRESENTED.match(source.folded, piece.start, piece.end)
    start = match.end() if match else piece.start
    end = piece.end
    while end > start and source.text[end - 1] in ".,;:… ":
        end -= 1
    return source.trim(start, end)


def _is_body(source: SourceText, piece: Range, cues: _Cues) -> bool:
    bare = _bare(source, piece)
    return cues.body.match(source.folded, bare.start, bare.end) is not None
