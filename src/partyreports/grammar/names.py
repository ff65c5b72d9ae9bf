"""Personal names, read by their shape and by what stands before them.

    đồng chí Trần Minh Khuê · Tôn Nữ Thị Thu Hà · TRẦN VĂN BỀN · Y Thanh Niê-Kđăm · K'Dung · Kim Jong-un
    Chủ tịch UBND tỉnh Lâm Đồng Trần Văn Hiệp        (the name at the end of a run of capitals)

A run of capitalised words is cut where the vocabulary knows something else (a position, a body, a place), and what
is left is a name if it begins with a family name, or if an honorific, degree, rank or position leads up to it:
the list of family names is evidence, and no condition.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from partyreports.text.cues import Cue
from partyreports.text.lexicon import Lexicon
from partyreports.text.scanned import ScannedText
from partyreports.text.source import fold
from partyreports.text.spans import Range

# Latin capitals, Vietnamese ones among them: “[À-Ỹ]” would match small letters too.
_CAPITALS = "".join(char for char in map(chr, (*range(0x41, 0x250), *range(0x1E00, 0x1F00))) if char.isupper())
_SMALL = rf"[^\W\d_{_CAPITALS}]"
# “Trần”, “TRẦN”, “K'Dung”, “Niê-Kđăm”, “Jong-un”, and abbreviated heads of names: “Ng.”
# “M. Ionescu”, “J.B. Laurent”, “V.Putin”: initials before a word; of a Vietnamese place they tell its kind (“Q. 5”).
_INITIALS = rf"(?:(?<![{_CAPITALS}.])[{_CAPITALS}]\.(?:-?[{_CAPITALS}]\.){{0,2}} ?(?=[{_CAPITALS}]{_SMALL}))"
_WORD = (
    rf"(?:{_INITIALS}[{_CAPITALS}]{_SMALL}++(?:-[^\W\d_]+)*+|Ng\.|[HK]['’] [{_CAPITALS}]{_SMALL}*+"
    rf"|[{_CAPITALS}]+{_SMALL}*+(?:['’][^\W\d_]+)*+(?:-[^\W\d_]+)*+)"
)
# One space between words, or two; none where it was lost: “đồng chíTrần”.
_RUN = re.compile(rf"(?<![{_CAPITALS}'’]){_WORD}(?:(?: {{1,2}}|(?<={_SMALL})(?=[{_CAPITALS}]{_SMALL})){_WORD})*+")
_WORDS = re.compile(_WORD)
_LONGEST = 5
"""Syllables of the longest names; “Tôn Nữ Thị Thu Hà”."""
_LONGEST_FRAMED = 7
"""The same where an honorific leads up to the name; foreign names and names of princely houses are longer."""
_MOST_WORDS = 24
"""Words of one run that are looked at: no position with a name behind it has so many capitals in a row."""

_GENDER = frozenset({"Y", "A"})
"""First words of names in the Central Highlands and the north-west: “Y Thanh Niê”, “A Lăng”."""

_VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
_SYLLABLE = re.compile(
    rf"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[{_VOWELS}]{{1,3}}(?:ch|ng|nh|[cmnpt])?"
)

_MARKED = re.compile(r".['’].", re.DOTALL)
"""“K'Dung”, “H’Len”: the mark of a name."""


class _Word(NamedTuple):
    start: int
    end: int
    printed: str
    folded: str

    @property
    def is_syllable(self) -> bool:
        """Whether the word can be one Vietnamese syllable."""
        return _SYLLABLE.fullmatch(self.folded) is not None

    @property
    def is_marked(self) -> bool:
        """“K'Dung”, “H’Len”, “M. Ionescu”: the mark of a name."""
        return _MARKED.match(self.printed) is not None or self.printed[1:2] == "."

    @property
    def has_initials(self) -> bool:
        """“M. Ionescu”, “V.Putin”."""
        return self.printed[1:2] == "."

    @property
    def is_capitals(self) -> bool:
        return len(self.printed) > 1 and self.printed.isupper()


class _Families(NamedTuple):
    common: frozenset[str]
    """Family names that are sure enough to begin a name inside a run of capitals."""
    any: frozenset[str]
    not_names: frozenset[tuple[str, ...]]
    """Places and bodies that share words with names."""
    heads: frozenset[str]
    """First words of `not_names`."""
    place_heads: frozenset[tuple[str, ...]]
    """Their first two words: “Bà Rịa”."""
    long: frozenset[str]
    """Family names of names that have three words or more: “Phó Đức Bền”, but not “Phó Khoa”."""
    middle: frozenset[str]
    """Words that mark the middle of a name much more often than they begin one: “Văn”."""


@lru_cache(maxsize=8)
def _families(lexicon: Lexicon) -> _Families:
    not_names = frozenset(tuple(fold(form).replace("-", " ").split()) for form in lexicon.forms("person.not_a_name"))
    return _Families(
        common=frozenset(
            fold(form)
            for entry in lexicon.group("person.family_name")
            if "common" in entry.flags
            for form in entry.forms
        ),
        any=frozenset(fold(form.split()[0]) for form in lexicon.forms("person.family_name")),
        not_names=not_names,
        heads=frozenset(form[0] for form in not_names),
        place_heads=frozenset(form[:2] for form in not_names),
        long=frozenset(
            fold(form) for entry in lexicon.group("person.family_name") if "long" in entry.flags for form in entry.forms
        ),
        middle=frozenset(map(fold, lexicon.forms("person.middle_name"))),
    )


def find_names(scanned: ScannedText, start: int, end: int) -> list[Range]:
    """Personal names in `[start, end)` of the analysed text, in reading order.

    Args:
        scanned: the text.
        start: where to begin.
        end: where to stop.

    >>> from partyreports.text.scanned import scan
    >>> text = scan("Phó Chủ tịch UBND tỉnh Lâm Đồng Trần Văn Mít và bà Khuất Thị Na dự họp tại TP. Uông Bí.")
    >>> [text.source.text[name.start : name.end] for name in find_names(text, 0, 200)]
    ['Trần Văn Mít', 'Khuất Thị Na']
    """
    runs = _RUN.finditer(scanned.source.text, start, end)
    return [name for run in runs for words in _stretches(scanned, run) if (name := _name_in(scanned, words))]


# --- runs of capitals, cut where something else is known


def _stretches(scanned: ScannedText, run: "re.Match[str]") -> Iterator[list[_Word]]:
    """Stretches of a run that may hold a name: without abbreviations, positions, bodies and other known words."""
    source = scanned.source
    found = list(islice(_WORDS.finditer(source.text, *run.span()), _MOST_WORDS))
    if len(found) == 1 and not (_MARKED.match(found[0][0]) or found[0][0][1:2] == "."):
        return
    words = [_word(scanned, *match.span()) for match in found]
    cut = {word.end for word, match in zip(words, found, strict=True) if word.end < match.end()}
    in_capitals = all(word.printed.isupper() for word in words)
    stretch: list[_Word] = []
    floor = run.start()
    for word in words:
        known = _known_at(scanned, word, stretch)
        if known is not None and (len(words) > 1 or known.end > word.end):
            floor = max(floor, known.end)
        is_abbreviation = word.is_capitals and not (in_capitals and word.is_syllable) and not word.is_marked
        is_abbreviation |= not stretch and len(word.printed) == 1 and word.printed not in _GENDER
        is_skipped = word.start < floor or is_abbreviation
        if stretch and (
            is_skipped or "." in source.text[stretch[-1].end : word.start] or _is_glued(scanned, stretch, word)
        ):
            yield stretch
            stretch = []
        if not is_skipped:
            stretch.append(word)
        if stretch and word.end in cut:
            yield stretch
            stretch = []
            office = scanned.cues.at("person.position", word.end + 1)
            floor = floor if office is None else max(floor, office.end)
    if stretch:
        yield stretch


def _word(scanned: ScannedText, start: int, end: int) -> _Word:
    """A word of a run; “Na-Phó” of “Lê Thị Na-Phó Giám đốc”, and “Na-BT”, end at the hyphen.

    Initials belong to foreign names: “M. Ionescu”, but not “Q. Bình” and “A. Lê”.
    """
    text = scanned.source.text
    if text[start + 1] == ".":
        behind = text.rfind(".", start, end) + 1
        behind += text[behind] == " "
        if _SYLLABLE.fullmatch(scanned.source.folded, behind, end):
            start = behind
    hyphen = text.find("-", start, end)
    if hyphen > start:
        is_abbreviation = text[hyphen + 1 : end].isupper() and not text[start:hyphen].isupper() and end - hyphen > 2
        if is_abbreviation or scanned.cues.at("person.position", hyphen + 1) is not None:
            end = hyphen
    return _Word(start, end, scanned.source.text[start:end], scanned.source.folded[start:end])


def _is_glued(scanned: ScannedText, before: list[_Word], word: _Word) -> bool:
    """“Sở|Trần Văn An”: a family name right behind a word, the space between them lost."""
    return before[-1].end == word.start and word.folded in _families(scanned.lexicon).any


def _known_at(scanned: ScannedText, word: _Word, before: list[_Word]) -> "Cue | Range | None":
    """What the vocabulary knows at a word that is no name: “Bí thư”, “Đại biểu”, “Tỉnh”."""
    honorific = scanned.cues.at("person.honorific", word.start)
    if honorific is not None and honorific.end > word.end:
        return honorific  # “… DO ĐỒNG CHÍ TRẦN VĂN AN”
    if before and word.is_capitals and (verb := _verb_at(scanned, word)) is not None:
        return verb
    inside = scanned.cues.ending_at("person.not_in_name", word.end)
    if inside is not None and inside.start < word.start and not before:
        return inside  # “Bí thư Trung ương Đoàn | Lê Văn An”
    cue = scanned.cues.at("person.not_in_name", word.start)
    if cue is not None and before:
        is_syllable = " " not in scanned.source.folded[cue.start : cue.end]
        begins_as_name = before[0].folded in _families(scanned.lexicon).any
        if is_syllable or (begins_as_name and scanned.source.text[cue.start : cue.end].istitle()):
            cue = None  # “Lường Văn Nguyên”, “Trần Công An”
    if cue is None and not before:
        cue = scanned.cues.at("body.place_type", word.start)
    return cue or _position_at(scanned, word)


def _verb_at(scanned: ScannedText, word: _Word) -> Cue | None:
    """A verb of two syllables or more behind a name in capitals: “TRẦN VĂN AN | CHỦ TRÌ HỘI NGHỊ”."""
    cues = (scanned.cues.at(group, word.start) for group in ("chair.cue", "chair.adverb", "person.after_position"))
    return next((cue for cue in cues if cue is not None and cue.end > word.end), None)


def _position_at(scanned: ScannedText, word: _Word) -> "Range | None":
    """A position of two words or more that begins here: “Tạ Minh Đăng | Bí thư Đảng ủy”."""
    cue = scanned.cues.at("person.position", word.start)
    return Range(cue.start, cue.end) if cue is not None and " " in scanned.source.folded[cue.start : cue.end] else None


# --- the name in a stretch


def _name_in(scanned: ScannedText, words: list[_Word]) -> Range | None:
    """The name at the end of a stretch of capitalised words, or None.

    “Lâm Đồng Trần Văn Mít” → “Trần Văn Mít”; “Khuất Văn Bền” behind “ông” → all of it; “Uông Bí” behind “TP.” → None.
    """
    families = _families(scanned.lexicon)
    words = _without_honorific(scanned, words)
    addressed = is_addressed(scanned, words[0].start) and all(word.printed.istitle() for word in words)
    first = 0 if addressed else _known_words(words, families)
    if first and len(words) - first == 1 and words[0].folded in families.any and _is_framed(scanned, words):
        first = 0  # “Đồng Văn Khải, Chủ tịch Hội”: a district's name is part of a person's
    words = words[first:]
    if not words or _is_named_after(scanned, words[0].start):
        return None
    if len(words) == 1:
        return Range(words[0].start, words[0].end) if words[0].is_marked else None
    start = _name_start(scanned, words, families, after_place=bool(first))
    if start is None:
        return None
    name = words[start:]
    if name[1:] and name[0].end == name[1].start and scanned.source.text.find(" ", name[0].end, name[-1].end) < 0:
        return None  # “ChildSight”
    if not addressed and tuple(word.folded for word in name) in families.not_names:
        return None
    return Range(name[0].start, name[-1].end)


def _without_honorific(scanned: ScannedText, words: list[_Word]) -> list[_Word]:
    """“Ông Trần An” at the head of a sentence: the run without “Ông”; “Bà Rịa” is a place."""
    cue = scanned.cues.at("person.honorific", words[0].start)
    if cue is None or cue.end != words[0].end or len(words) < 2:
        return words
    is_place = (words[0].folded, words[1].folded) in _families(scanned.lexicon).place_heads
    return words if is_place else words[1:]


def _known_words(words: list[_Word], families: _Families) -> int:
    """How many words at the head are a place, a country or a body."""
    for length in range(min(len(words), 5), 0, -1):
        if words[0].folded in families.heads:
            head = tuple(part for word in words[:length] for part in word.folded.replace("-", " ").split())
            if head in families.not_names and (length > 1 or len(words) != 2 or _is_country_here(words)):
                return length
    return 0


def _is_country_here(words: list[_Word]) -> bool:
    """“Lào Sisulith”: one syllable before one word is a country only where no name would be left."""
    return words[1].has_initials or (not words[1].is_syllable and words[0].is_syllable)


def _is_named_after(scanned: ScannedText, start: int) -> bool:
    """Streets, schools and prizes: “đường Phạm Văn Bạch”, “số 5 Phan Kế Bính”."""
    named = scanned.cues.ending_at("person.named_after", start)
    if named is not None:
        longer = scanned.cues.ending_at("person.not_in_name", start)
        if longer is not None and longer.start < named.start:
            return False  # “Bộ Tài nguyên và Môi trường |”
        place = scanned.cues.ending_at("body.place_type", start)
        return place is None or place.start >= named.start  # “đường”, “phố”, but not “thành phố”
    before = scanned.source.folded[max(0, start - 12) : start]
    return _HOUSE_NUMBER.search(before) is not None


_HOUSE_NUMBER = re.compile(r"(?<!\w)số \d[\w/]{0,6},? $")


def _name_start(scanned: ScannedText, words: list[_Word], families: _Families, *, after_place: bool) -> int | None:
    """At which word the name begins."""
    count, begin, head = len(words), words[0].start, words[0]
    if count == 2 and head.folded in families.long:
        return None
    if not after_place and is_addressed(scanned, begin):
        return 0 if count <= _LONGEST_FRAMED else None
    if all(word.printed.isupper() for word in words):
        start: int | None = 0 if head.folded in families.any and not after_place else None
    elif head.printed in _GENDER or head.printed.endswith(".") or head.is_marked or words[1].printed == "A":
        is_body = words[1].printed == "A" and count > 2 and scanned.cues.at("body.head", begin) is not None
        start = 1 if is_body else 0  # “Y Thanh Niê”, “A Lăng”, “Ng. Văn Bền”, “Lù A Sình”, “Sở | A Lăng”
    elif _is_behind_place(scanned, begin):
        start = _behind_place(words, families)
        if count == 2 and not _is_of_office(scanned, begin):
            start = None  # “Sở Nội vụ tỉnh Hà Mai”
    elif head.folded in families.any and count <= _LONGEST:
        start = 0
    elif not head.is_syllable and scanned.cues.ending_at("person.company", begin) is not None:
        start = _behind_company(words, families)
    else:
        start = _inner_start(scanned, words, families, after_place=after_place)
    return start if start is not None and count - start <= _LONGEST else None


def _inner_start(scanned: ScannedText, words: list[_Word], families: _Families, *, after_place: bool) -> int | None:
    """Where the name begins in a stretch that begins with no family name, or is too long for one name."""
    count, begin = len(words), words[0].start
    in_body = not after_place and scanned.cues.at("body.head", begin) is not None
    if in_body and count > 2 and words[1].folded in families.any:
        return 1  # “Giám đốc Sở | Khuất Văn Bền”
    foreign = _foreign_start(words)
    if foreign is not None and (foreign == 0 or count - foreign >= 2):
        return None if in_body and foreign == 0 else foreign  # “Bộ Chínhtrị”
    inner = next((i for i in range(1, count - 1) if _may_begin_inside(words, i, families)), None)
    if inner is not None and words[inner].folded in families.middle:
        inner -= 1  # “Lều | Văn Tấn”: the family name is not in the list
    if in_body:
        return inner
    led = after_place or any(
        scanned.cues.ending_at(group, begin) is not None for group in ("person.position", "person.office_tail")
    )
    if inner is not None and not (led and inner == 1 and count <= 4):
        return inner
    if not led and not _is_framed(scanned, words):
        return None
    # “Singapore | Khaw Teck Seng”, “Tổng Giám đốc Vinamay | Lê Văn Bền”
    return 0 if words[0].is_syllable or (after_place and count > 2) else inner


def _behind_company(words: list[_Word], families: _Families) -> int | None:
    """“Công ty TNHH Mayflex | Trần Văn Bền”: words that are no syllables name the company."""
    return next((i for i in range(1, len(words) - 1) if _may_begin_inside(words, i, families)), None)


def _may_begin_inside(words: list[_Word], i: int, families: _Families) -> bool:
    """Whether a word inside a run is a family name that is sure enough, or marks the middle of a name."""
    if len(words) - i > _LONGEST:
        return False
    if words[i].folded in families.middle:
        return (words[i].folded, words[i + 1].folded) not in families.not_names  # “đầm Thị Nại”
    return words[i].folded in families.common


def _is_framed(scanned: ScannedText, words: list[_Word]) -> bool:
    """Whether an unknown family name is framed: it begins an item, and a position or the verb of chairing follows."""
    end = words[-1].end
    return _begins_item(scanned, words[0].start) and (
        _is_before_position(scanned, end) or _is_before_chairing(scanned, end)
    )


def _is_of_office(scanned: ScannedText, begin: int) -> bool:
    """Whether the place before a name belongs to an office: “Chủ tịch UBND tỉnh | Lê Diễn”."""
    line = scanned.source.line_at(begin)
    office = scanned.cues.last_within("person.position", max(line.start, begin - _OFFICE_WITHIN), begin)
    if office is None or any(sign in scanned.source.folded[office.end : begin] for sign in ",;"):
        return False
    named = _NAMED_BEFORE.search(scanned.source.text, max(line.start, office.start - _OFFICE_WITHIN), office.start)
    return named is None or scanned.cues.at("person.honorific", named.start()) is None


_NAMED_BEFORE = re.compile(rf"(?<!\w){_WORD}(?: {_WORD}){{1,5}} ?[,–—-] ?$")
"""“Bà Lê Thị Na - | Giám đốc Sở tỉnh Phan Khê”: who holds the office is named already."""
_OFFICE_WITHIN = 100
"""Characters before a name within which the office begins that a place belongs to."""


def _behind_place(words: list[_Word], families: _Families) -> int | None:
    """Where the name begins behind “tỉnh”, “TP.”: names of places have two syllables, seldom one or three."""
    count = len(words)
    if count == 3 and words[1].folded in families.middle:
        return 0  # “xã | Nghê Văn Bền”: the office names no place
    order = {2: (0,), 3: (0, 1), 4: (0, 2, 1), 5: (2, 1, 0), 6: (2, 3), 7: (2, 3)}.get(count, ())
    for start in order:
        if words[start].folded in (families.any if start == 0 and count > 2 else families.common):
            return start
    return _foreign_start(words) if count > 2 else None


def _foreign_start(words: list[_Word]) -> int | None:
    """Where words begin that are no Vietnamese syllables: “Thương mại | Mariano Rajoy”."""
    foreign = next((i for i, word in enumerate(words) if not word.is_syllable and len(word.printed) > 3), None)
    if foreign is None or any(word.is_syllable and word.printed != word.folded for word in words[foreign + 2 :]):
        return None
    return foreign if len(words) - foreign >= 2 else 0


# --- what leads up to a name, and what follows it


def is_addressed(scanned: ScannedText, position: int) -> bool:
    """Whether an honorific, a degree or a rank ends right before a place: “đồng chí |”, “PGS, TS. |”, “đồng chí: |”."""
    source = scanned.source
    while position > 0 and source.folded[position - 1] in " :.":
        position -= 1
    cues = scanned.cues
    return any(
        cues.ending_at(group, place) is not None
        for place in (position, position + 1)
        for group in ("person.honorific", "person.degree", "person.rank")
    )


def _is_behind_place(scanned: ScannedText, begin: int) -> bool:
    place = scanned.cues.ending_at("body.place_type", begin)
    if place is None:
        return False
    printed = scanned.source.text[place.start : place.end]
    return not printed.istitle()  # “Nhật Bản |” is no “bản”


def _skip(scanned: ScannedText, position: int, signs: str) -> int:
    folded = scanned.source.folded
    while position < len(folded) and folded[position] in signs:
        position += 1
    return position


_ITEM = re.compile(r"(?:[,;:(“\"–—•*+-]|(?<!\w)(?:và|cùng|với|do|của|là|có|gồm)) ?$")


def _begins_item(scanned: ScannedText, begin: int) -> bool:
    """Whether a list item, a clause or a line begins at a place."""
    line = scanned.source.line_at(begin)
    before = scanned.source.folded[max(line.start, begin - 8) : begin]
    return not before or _ITEM.search(before) is not None


def _is_before_position(scanned: ScannedText, end: int) -> bool:
    """“Ngọ Đình Khiêm, Bí thư …”, “… - Giám đốc …”."""
    return scanned.cues.at("person.position", _skip(scanned, end, " ,-–—(")) is not None


def _is_before_chairing(scanned: ScannedText, end: int) -> bool:
    after = _skip(scanned, end, " ,")
    while (adverb := scanned.cues.at("chair.adverb", after)) is not None:
        after = _skip(scanned, adverb.end, " ,")
    return scanned.cues.at("chair.cue", after) is not None


def is_place(scanned: ScannedText, position: int) -> bool:
    """Whether a known place begins here: “Hà Nam”."""
    printed = scanned.source.folded[position : position + _LONGEST_PLACE].replace(",", " ").split()
    families = _families(scanned.lexicon)
    return any(tuple(printed[:length]) in families.not_names for length in (3, 2, 1))


_LONGEST_PLACE = 24
