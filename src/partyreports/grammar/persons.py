"""Persons: names, honorific, degree, rank and positions, in both orders.

    đồng chí Trần Minh Khuê, Ủy viên Trung ương Đảng, Trưởng Ban Dân vận
    Bộ trưởng Bộ Nội vụ Lê Thị Thanh · Trung tướng Phạm Văn Hải - Tư lệnh Quân khu
    Y Thanh Niê Kđăm · Giàng A Chu · K'Dung · H'Linh Êban

Names are read by their shape (a family name, two to four capitalised syllables), never guessed.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from partyreports.construct import construct
from partyreports.models import Passage, Person
from partyreports.text.lexicon import Lexicon
from partyreports.text.patterns import alternation, whole_words
from partyreports.text.source import SourceText, fold
from partyreports.text.spans import Range

# Latin capitals, Vietnamese ones among them: “[À-Ỹ]” would match small letters too.
_CAPITALS = "".join(char for char in map(chr, (*range(0x41, 0x250), *range(0x1E00, 0x1F00))) if char.isupper())
_WORD = rf"[{_CAPITALS}][^\W\d_]*(?:['’][^\W\d_]+)*"
# A run of capitalised words, one space between them: “Lâm Đồng Trần Văn Hiệp”; a single word only with an
# apostrophe: “K'Dung”. The look back stands behind the capital, so that the regex engine can skip ahead to one.
_RUN = re.compile(
    rf"[{_CAPITALS}](?<![^\W\d_].)(?<![^\W\d_]['’].)[^\W\d_]*+"
    rf"(?:(?:['’][^\W\d_]+)+(?: {{1,2}}{_WORD})*|(?: {{1,2}}{_WORD})+)"
)
_LONGEST_BEFORE = 150
_LONGEST_AFTER = 420


class PersonReading(NamedTuple):
    """A person read at a place of the view."""

    start: int
    end: int
    name: Range
    honorific: Range | None = None
    degree: Range | None = None
    rank: Range | None = None
    positions: tuple[Range, ...] = ()


class _Words(NamedTuple):
    """Vocabulary of persons, ready for use."""

    families: frozenset[str]
    kinh: frozenset[str]
    """Family names that are sure enough to begin a name inside a run of capitals."""
    places: dict[str, tuple[tuple[str, ...], ...]]
    """Places and bodies by their first syllable, longest first."""
    not_names: frozenset[tuple[str, ...]]
    honorific: "re.Pattern[str]"
    degree: "re.Pattern[str]"
    rank: "re.Pattern[str]"
    position: "re.Pattern[str]"
    position_inside: "re.Pattern[str]"


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> _Words:
    def last(group: str) -> "re.Pattern[str]":
        # “Thiếu tướng, PGS.TS Đỗ Văn Na”: a comma may follow
        return re.compile("(" + whole_words(lexicon.forms(group), end="") + r")\.?,? *$")

    heads = alternation(lexicon.forms("person.position"))
    places = lexicon.group("person.not_a_name")
    forms = {tuple(fold(form).split()) for entry in places for form in entry.forms}
    return _Words(
        families=frozenset(fold(form.split()[0]) for form in lexicon.forms("person.family_name")),
        kinh=frozenset(
            fold(form)
            for entry in lexicon.group("person.family_name")
            if entry.id != "person.family_name.minority"
            for form in entry.forms
        ),
        places={
            head: tuple(sorted((form for form in forms if form[0] == head), key=len, reverse=True))
            for head in {form[0] for form in forms}
        },
        not_names=frozenset(forms),
        honorific=last("person.honorific"),
        degree=last("person.degree"),
        rank=last("person.rank"),
        position=re.compile(r"(?:(?:nguyên|quyền|đồng thời là|kiêm|tân|cố) +)?" + heads + r"(?!\w)"),
        position_inside=re.compile(r"(?<!\w)(?:(?:nguyên|quyền) +)?" + heads + r"(?!\w)"),
    )


# --- names


def find_names(source: SourceText, start: int, end: int, lexicon: Lexicon) -> list[Range]:
    """Personal names in `[start, end)` of the view, in reading order."""
    words = _words(lexicon)
    runs = _RUN.finditer(source.text, start, end)
    return [name for run in runs if (name := _name_in(source, run, words)) is not None]


_PLACE_BEFORE = (
    "tỉnh ",
    "thành phố ",
    "tp ",
    "tp. ",
    "huyện ",
    "quận ",
    "thị xã ",
    "xã ",
    "phường ",
    "đảng ",
    "cầu ",
    "bộ ",
    "sở ",
    "tại ",
    "ở ",
)
_BEFORE = max(map(len, _PLACE_BEFORE))


def _name_in(source: SourceText, run: "re.Match[str]", words: _Words) -> Range | None:
    """The name at the end of a run of capitalised words, or None."""
    start, end = run.span()
    syllables = run[0].split()
    if len(syllables) == 1 and syllables[0][1:2] not in {"'", "’"}:
        return None
    folded = source.folded[start:end].split()
    if words.families.isdisjoint(folded) and not any(map(_needs_no_family, syllables)):
        return None
    first = 1 if folded[0] in {"ông", "bà", "anh", "chị"} and len(syllables) > 1 else 0
    is_place = source.folded.endswith(_PLACE_BEFORE, max(0, start - _BEFORE), start)
    for place in words.places.get(folded[0], ()):
        if tuple(folded[: len(place)]) == place and (len(folded) > len(place) or is_place or place in words.not_names):
            first = len(place)
            break
    for length in _lengths(len(syllables) - first, at_head=first == 0 and not is_place):
        begin = len(syllables) - length
        marked = syllables[begin][1:2] in {"'", "’"}
        if (
            begin > first
            and not marked
            and folded[begin] not in words.kinh
            and not all(map(_is_foreign, syllables[begin:]))
        ):
            continue
        if begin >= first and _is_name(syllables[begin:], folded[begin:], words):
            return Range(end - len(run[0].split(maxsplit=begin)[begin]), end)
    return None


def _needs_no_family(syllable: str) -> bool:
    """Whether names that hold such a syllable need no family name: “Y Thanh”, “K'Dung”, “Mariano Rajoy”."""
    return syllable in {"Y", "A"} or "'" in syllable or "’" in syllable or _is_foreign(syllable)


@lru_cache(maxsize=64)
def _lengths(available: int, *, at_head: bool) -> tuple[int, ...]:
    """Lengths of names to try: the whole run if it is one, else three, four, two syllables."""
    if at_head and 2 <= available <= 5:
        return (available, *(n for n in (3, 4, 2) if n < available))
    return tuple(n for n in (3, 4, 2, 1) if n <= available)


def _is_name(syllables: list[str], folded: list[str], words: _Words) -> bool:
    head = syllables[0]
    if any(syllable.isupper() and len(syllable) > 1 and "'" not in syllable for syllable in syllables):
        return False  # “UBND”, “HĐND”: abbreviations
    if head[:2] in {"H'", "K'", "H’", "K’"}:
        return len(syllables) <= 4 and (len(syllables) > 1 or len(head) > 3)  # “K'Dung”, “H’Len Ayun”
    if len(syllables) > 5 or len(syllables) < 2:
        return False
    if head in {"Y", "A"} or (len(syllables) == 3 and syllables[1] == "A"):
        return True  # “Y Thanh Niê”, “A Lăng”, “Lù A Sình”
    if folded[0] not in words.families:
        return len(syllables) == 2 and all(_is_foreign(syllable) for syllable in syllables)
    return tuple(folded) not in words.not_names and not (len(syllables) == 5 and syllables[0] != "Y")


_FOREIGN = re.compile(r"[fjwz]|[bcdghklmnpqrstvx][aeiouy]+[bcdfghjklmnpqrstvwxz]+[aeiouy]", re.IGNORECASE)


def _is_foreign(syllable: str) -> bool:
    """Whether a word cannot be one Vietnamese syllable: “Mariano”, “Rajoy”."""
    return syllable.isascii() and len(syllable) > 3 and _FOREIGN.search(syllable) is not None


# --- persons


def begins_with_position(source: SourceText, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a stretch begins with a position: “Bộ trưởng Bộ Nội vụ Lê Thị Thanh” (and no body “Bộ …”)."""
    return _words(lexicon).position.match(source.folded, start, end) is not None


def read_person(source: SourceText, name: Range, floor: int, limit: int, lexicon: Lexicon) -> PersonReading:
    """All that is said of a person around a name.

    Args:
        source: the article.
        name: where the name stands.
        floor: nothing before this belongs to the person (the end of the person before).
        limit: nothing from here on does (the next name's own words, the verb).
        lexicon: the vocabulary.
    """
    words = _words(lexicon)
    line = source.line_at(name.start)
    floor = max(floor, name.start - _LONGEST_BEFORE, line.start)
    limit = min(limit, name.end + _LONGEST_AFTER, line.end)
    start = name.start
    start, degree = _last(source, words.degree, floor, start)
    start, rank = _last(source, words.rank, floor, start)
    start, honorific = _last(source, words.honorific, floor, start)
    before = _positions_before(source, floor, start, words) if honorific is None else ()
    if before:
        start = before[0].start
        start, honorific = _last(source, words.honorific, floor, start)
        if rank is None:
            start, rank = _last(source, words.rank, floor, start)
    after = _positions_after(source, name.end, limit, words)
    end = after[-1].end if after else name.end
    return PersonReading(start, end, name, honorific, degree, rank, (*before, *after))


def _last(source: SourceText, pattern: "re.Pattern[str]", floor: int, end: int) -> tuple[int, Range | None]:
    begin = max(floor, end - 24)
    match = pattern.search(source.folded[begin:end])
    if match is None:
        return end, None
    return begin + match.start(1), Range(begin + match.start(1), begin + match.end(1))


# What may not stand inside the positions before a name (the dot of “TP.” may)
_TEARS = re.compile(
    r"(?<!tp)(?<!tx)(?<!\bp)(?<!\bq)\.|[;:()“”\"]|"
    r"(?<!\w)(?:đã|là|do|của đồng chí|cho biết|và phát biểu|chủ trì|tham dự|ngày|sáng|chiều|tại|cùng|với)(?!\w)"
)


def _positions_before(source: SourceText, floor: int, end: int, words: _Words) -> tuple[Range, ...]:
    """“Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ | Mai An”: from the first head that leads up to the name."""
    stretch = source.folded[floor:end]
    heads = [match.start() for match in words.position_inside.finditer(stretch)]
    begin: int | None = None
    for head in reversed(heads):
        between = stretch[head : begin if begin is not None else len(stretch)]
        if _TEARS.search(between):
            break
        begin = head
    if begin is None:
        return ()
    return tuple(_split(source, floor + begin, end, words))


def _positions_after(source: SourceText, start: int, limit: int, words: _Words) -> tuple[Range, ...]:
    """“, Ủy viên Bộ Chính trị, Trưởng Ban …” or “ - Giám đốc Sở …” or “ (Giám đốc Sở …)”."""
    match = _OPENS_POSITIONS.match(source.folded, start, limit)
    if match is None:
        return ()
    end = _position_end(source, match.end(), limit)
    # The first part may be a title of its own (“, Tỉnh ủy viên, Giám đốc Sở”) if a known head follows soon.
    start = match.end()
    soon = min(end, start + 60)
    if not (
        words.position.match(source.folded, start, soon) or words.position_inside.search(source.folded, start, soon)
    ):
        return ()
    return tuple(_split(source, start, end, words))


_OPENS_POSITIONS = re.compile(r" ?(?:,|[-–—]|\() ?")
_PARTS_POSITIONS = re.compile(r"(?:,| (?:,| ?(?:[-–—]|và(?= )|kiêm(?= )))) ?")
# What comes after the positions: verbs, the next person.
_GOES_ON = alternation(
    [
        *("đã", "là", "cũng", "sẽ", "vừa", "có", "làm", "trực tiếp", "thay mặt"),
        *("chủ trì", "đồng chủ trì", "cùng chủ trì", "chủ tọa", "điều hành", "khai mạc", "bế mạc"),
        *("dự", "tham dự", "tới dự", "đến dự", "cùng dự", "cùng các", "cùng đồng", "cùng ông", "cùng bà"),
        *("phát biểu", "cho biết", "nhấn mạnh", "yêu cầu", "khẳng định", "trình bày", "báo cáo", "thông tin"),
        *("chỉ đạo", "kết luận", "đề nghị", "trao", "kiểm tra"),
        *("tại hội nghị", "tại điểm", "tại cuộc", "tại buổi", "tại phiên"),
        *("và phát biểu", "và chỉ đạo", "và lãnh đạo", "và các", "và đồng chí", "và ông", "và bà"),
        *("và gs", "và pgs", "và ts", "và ths", "và bs"),
        *("và thượng tướng", "và trung tướng", "và thiếu tướng", "và đại tướng"),
    ]
)
# (One class of characters at the head, for the regex engine to skip ahead to.)
_STOP = re.compile(
    rf"[ ;:()\n“”.](?:(?<= )(?:{_GOES_ON}(?!\w)|[-–—] (?=chủ trì|đồng chủ|cho biết|phát biểu))"
    r"|(?<=[;:()\n“”])|(?<=\.)(?=\s|$))"
)


def _position_end(source: SourceText, start: int, limit: int) -> int:
    end = limit
    for match in _STOP.finditer(source.folded, start, limit):
        # “Ban Chỉ đạo”, “Ủy ban Kiểm tra”: with a capital it is a name and no verb.
        if not source.text[match.start() + 1 : match.end()][:1].isupper():
            end = match.start()
            break
    return source.trim(start, end).end


def _split(source: SourceText, start: int, end: int, words: _Words) -> Iterator[Range]:
    """Positions of a stretch, cut where a comma or dash is followed by the head of another."""
    begin = start
    for match in _PARTS_POSITIONS.finditer(source.folded, start, end):
        if words.position.match(source.folded, match.end(), end):
            part = source.trim(begin, match.start())
            if part.end > part.start:
                yield part
            begin = match.end()
    part = source.trim(begin, end)
    stop = part.end
    while stop > part.start and source.text[stop - 1] in ",-–—:":
        stop -= 1
    if stop < part.end:
        part = source.trim(part.start, stop)
    if part.end > part.start:
        yield part


def person_of(source: SourceText, reading: PersonReading, rule: str, mentions: tuple[Passage, ...] = ()) -> Person:
    """The model of a reading."""
    whole = source.passage(reading.start, reading.end)
    return construct(
        Person,
        text=whole.text,
        span=whole.span,
        rule=rule,
        name=source.passage(*reading.name),
        honorific=reading.honorific and source.passage(*reading.honorific),
        degree=reading.degree and source.passage(*reading.degree),
        rank=reading.rank and source.passage(*reading.rank),
        positions=tuple(source.passage(*position) for position in reading.positions),
        mentions=mentions,
    )
