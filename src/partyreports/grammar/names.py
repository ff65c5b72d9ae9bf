"""Personal names, read by their shape and by what stands before them.

    đồng chí Trần Minh Khuê · Tôn Nữ Thị Thu Hà · TRẦN VĂN BỀN · Y Thanh Niê-Kđăm · K'Dung · Kim Jong-un
    Chủ tịch UBND tỉnh Lâm Đồng Trần Văn Hiệp        (the name at the end of a run of capitals)

A run of capitalised words is cut where the vocabulary knows something else (a position, a body, a place), and what
is left is a name if it begins with a family name, or if an honorific, degree, rank or position leads up to it:
the list of family names is evidence, and no condition.
"""

import re

from partyreports.grammar.name_runs import GENDER, NOT_IN_NAME, RUN, WORD, Families, Word, families_of, stretches
from partyreports.grammar.posts import ends_at_post
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_LONGEST = 5
"""Syllables of the longest names; “Tôn Nữ Thị Thu Hà”."""
_LONGEST_OF_SCHOOL = 4
"""Syllables behind “Trường” in which a name may follow that of the school."""
_LONGEST_FRAMED = 7
"""The same where an honorific leads up to the name; foreign names and names of princely houses are longer."""


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
    runs = RUN.finditer(scanned.source.text, start, end)
    parts = (words for run in runs for words in stretches(scanned, run))
    return [name for words in parts if (name := _behind_country(scanned, words) or _name_in(scanned, words))]


# --- the name in a stretch


def _name_in(scanned: ScannedText, words: list[Word]) -> Range | None:
    """The name at the end of a stretch of capitalised words, or None.

    “Lâm Đồng Trần Văn Mít” → “Trần Văn Mít”; “Khuất Văn Bền” behind “ông” → all of it; “Uông Bí” behind “TP.” → None.
    """
    families = families_of(scanned.lexicon)
    words = _without_honorific(scanned, words)
    addressed = is_addressed(scanned, words[0].start) and all(word.printed.istitle() for word in words)
    first = 0 if addressed else _known_words(words, families)
    if 0 < first < len(words) - 1:
        first += _known_words(words[first:], families)  # “Đại học Y | Dược Thái Bình | Trần Văn Bền”
    is_rest = first and len(words) - first == 1 and words[0].folded in families.any
    if is_rest and not _is_country(scanned, words[:first]) and _is_of_person(scanned, words):
        first = 0  # “Đồng Văn Khải, Chủ tịch Hội”: a district's name is part of a person's
    words = words[first:]
    if not words or _is_named_after(scanned, words[0].start):
        return _behind_namesake(scanned, words, families)
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


def _without_honorific(scanned: ScannedText, words: list[Word]) -> list[Word]:
    """“Ông Trần An” at the head of a sentence: the run without “Ông”; “Bà Rịa” is a place."""
    cue = scanned.cues.at("person.honorific", words[0].start)
    if cue is None or cue.end != words[0].end or len(words) < 2:
        return words
    is_place = (words[0].folded, words[1].folded) in families_of(scanned.lexicon).place_heads
    return words if is_place else words[1:]


def _known_words(words: list[Word], families: Families) -> int:
    """How many words at the head are a place, a country or a body."""
    if words[0].folded not in families.heads:
        return 0
    for length in range(min(len(words), 5), 0, -1):
        head = tuple(part for word in words[:length] for part in word.folded.replace("-", " ").split())
        if head in families.not_names and (length > 1 or len(words) != 2 or _is_country_here(words)):
            return length
    return 0


def _behind_country(scanned: ScannedText, words: list[Word]) -> Range | None:
    """“Tổng thống Nga | Putin”: one foreign word between an office with its country and what its holder does."""
    *country, last = words
    printed = last.printed
    if not country or last.is_syllable or not printed.istitle() or len(printed) < _SHORTEST_FOREIGN:
        return None
    if tuple([word.folded for word in country]) not in families_of(scanned.lexicon).not_names:
        return None
    field = scanned.cues.ending_at(NOT_IN_NAME, words[0].start)  # “Bộ trưởng | Quốc phòng | Mỹ”
    begins = (words[0].start,) if field is None else (words[0].start, field.start)
    is_of_office = any(scanned.cues.ending_at("person.position", begin) is not None for begin in begins)
    return Range(last.start, last.end) if is_of_office else None


_SHORTEST_FOREIGN = 4
"""Letters of the shortest foreign name that stands alone."""


def _is_country(scanned: ScannedText, words: list[Word]) -> bool:
    """“Hàn Quốc”, which begins as names do."""
    return tuple([word.folded for word in words]) in families_of(scanned.lexicon).countries


def _is_country_here(words: list[Word]) -> bool:
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
    before = scanned.source.folded[max(0, start - 16) : start]
    house = _HOUSE_NUMBER.search(before) if "số " in before else None
    return house is not None and (house["at"] is not None or not _is_of_office(scanned, start))


def _behind_namesake(scanned: ScannedText, words: list[Word], families: Families) -> Range | None:
    """“Hiệu trưởng Trường THPT Lê Hồng Phong | Trần Văn Bền”: the name behind that of the school."""
    if len(words) < _LONGEST_OF_SCHOOL or not _is_of_office(scanned, words[0].start):
        return None
    first = 2 if words[0].folded in families.any else 1  # “Nhà hát Chèo | Trần Văn Bền”
    start = next((i for i in range(first, len(words) - 2) if words[i].folded in families.common), None)
    end = words[-1].end
    if (
        start is None
        or _ends_with_place(words[start:], families)
        or not (_is_before_chairing(scanned, end) or _is_before_position(scanned, end))
    ):
        return None
    return Range(words[start].start, end)


def _ends_with_place(words: list[Word], families: Families) -> bool:
    """“Phùng | Hà Nội”, of “Trường THPT Phan Đình Phùng Hà Nội”; but not “Lương Thị Hòa Bình”."""
    return words[1].folded not in families.middle and any(
        tuple([word.folded for word in words[i:]]) in families.not_names for i in (1, 2)
    )


_HOUSE_NUMBER = re.compile(r"(?P<at>(?:ở|tại) )?(?<!\w)số \d[\w/]{0,6},? $")


def _name_start(scanned: ScannedText, words: list[Word], families: Families, *, after_place: bool) -> int | None:
    """At which word the name begins."""
    count, begin, head = len(words), words[0].start, words[0]
    if count == 2 and head.folded in families.long:
        return None
    if not after_place and is_addressed(scanned, begin):
        return 0 if count <= _LONGEST_FRAMED else None
    if all(word.printed.isupper() for word in words):
        start: int | None = 0 if head.folded in families.any and not after_place else None
    elif head.printed in GENDER or head.printed.endswith(".") or head.is_marked or words[1].printed == "A":
        is_body = words[1].printed == "A" and count > 2 and scanned.cues.at("body.head", begin) is not None
        start = 1 if is_body else 0  # “Y Thanh Niê”, “A Lăng”, “Ng. Văn Bền”, “Lù A Sình”, “Sở | A Lăng”
    elif _is_behind_place(scanned, begin) or (count > 3 and _is_behind_committee(scanned, begin)):
        of_province = scanned.cues.ending_at("person.province", begin) is not None
        start = _behind_place(words, families, of_province=of_province)
        if count == 2 and not _is_of_office(scanned, begin):
            start = None  # “Sở Nội vụ tỉnh Hà Mai”
    elif head.folded in families.any and count <= _LONGEST:
        start = None if count == 2 and head.folded not in families.common and _is_held(scanned, begin) else 0
    elif _is_foreign(words) and scanned.cues.ending_at("person.company", begin) is not None:
        start = _behind_company(words, families)
    else:
        start = _inner_start(scanned, words, families, after_place=after_place)
    return start if start is not None and count - start <= _LONGEST else None


def _inner_start(scanned: ScannedText, words: list[Word], families: Families, *, after_place: bool) -> int | None:
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
    is_held = led and not after_place and words[0].folded not in families.any and _is_held(scanned, begin)
    if is_held or not (led or _is_framed(scanned, words)):
        return inner  # “ông Trần An, Chủ tịch HĐQT | Thép Hải Vân”
    # “Singapore | Khaw Teck Seng”, “Tổng Giám đốc Vinamay | Lê Văn Bền”
    is_sure = words[0].is_syllable or (count > 2 and (after_place or _is_of_state(scanned, begin)))
    return 0 if is_sure else inner


def _is_foreign(words: list[Word]) -> bool:
    """Whether a stretch begins with words of another language: “Mayflex Vina”, “Sun Group”."""
    return not words[0].is_syllable or (len(words) > 1 and not words[1].is_syllable)


def _behind_company(words: list[Word], families: Families) -> int | None:
    """“Công ty TNHH Mayflex | Trần Văn Bền”: words that are no syllables name the company."""
    return next((i for i in range(1, len(words) - 1) if _may_begin_inside(words, i, families)), None)


def _may_begin_inside(words: list[Word], i: int, families: Families) -> bool:
    """Whether a word inside a run is a family name that is sure enough, or marks the middle of a name."""
    if len(words) - i > _LONGEST:
        return False
    if words[i].folded in families.middle:
        return _is_middle(words, i, families)
    return words[i].folded in families.common


def _is_framed(scanned: ScannedText, words: list[Word]) -> bool:
    """Whether an unknown family name is framed: it begins an item, and a position or the verb of chairing follows."""
    end = words[-1].end
    return _begins_item(scanned, words[0].start) and (
        _is_before_position(scanned, end) or _is_before_chairing(scanned, end)
    )


def _is_of_person(scanned: ScannedText, words: list[Word]) -> bool:
    """Whether a position or the verb of chairing follows, and an item, or an office, leads up to a name."""
    begin, end = words[0].start, words[-1].end
    if _is_framed(scanned, words):
        return True
    is_led = scanned.cues.ending_at("person.position", begin) is not None or _is_of_office(scanned, begin)
    return is_led and (
        _is_before_chairing(scanned, end) or scanned.cues.at("person.after_position", end + 1) is not None
    )


def _is_of_state(scanned: ScannedText, begin: int) -> bool:
    """“Tổng Bí thư |”, “Thủ tướng |”: no body follows these offices."""
    return scanned.cues.ending_at("person.position.of_state", begin) is not None


def _is_held(scanned: ScannedText, begin: int) -> bool:
    """Whether the office before a place is held by somebody whom an honorific names: “Ông Trần An, Bí thư Đoàn |”."""
    line = scanned.source.line_at(begin)
    office = scanned.cues.last_within("person.position", max(line.start, begin - _OFFICE_WITHIN), begin)
    if office is None or any(sign in scanned.source.folded[office.end : begin] for sign in ",;"):
        return False
    named = _NAMED_BEFORE.search(scanned.source.text, max(line.start, office.start - _OFFICE_WITHIN), office.start)
    if named is None:
        return False
    return scanned.cues.at("person.honorific", named.start()) is not None or is_addressed(scanned, named.start())


def _is_of_office(scanned: ScannedText, begin: int) -> bool:
    """Whether the place before a name belongs to an office: “Chủ tịch UBND tỉnh | Lê Diễn”."""
    line = scanned.source.line_at(begin)
    office = scanned.cues.last_within("person.position", max(line.start, begin - _OFFICE_WITHIN), begin)
    if office is None or any(sign in scanned.source.folded[office.end : begin] for sign in ",;"):
        return False
    named = _NAMED_BEFORE.search(scanned.source.text, max(line.start, office.start - _OFFICE_WITHIN), office.start)
    return named is None or scanned.cues.at("person.honorific", named.start()) is None


_NAMED_BEFORE = re.compile(rf"(?<!\w){WORD}(?: {WORD}){{1,5}} ?[,–—-] ?$")
"""“Bà Lê Thị Na - | Giám đốc Sở tỉnh Phan Khê”: who holds the office is named already."""
_OFFICE_WITHIN = 100
"""Characters before a name within which the office begins that a place belongs to."""


def _behind_place(words: list[Word], families: Families, *, of_province: bool = False) -> int | None:
    """Where the name begins behind “tỉnh”, “TP.”: names of places have two syllables, seldom one or three."""
    count = len(words)
    marked = _marked_start(words, families)
    if marked is not None:
        return marked
    order = {2: (0,), 3: (0, 1), 4: (0, 2, 1), 5: (2, 1, 0), 6: (2, 3), 7: (2, 3)}.get(count, ())
    for start in order:
        is_foreign = not words[start].is_syllable  # “tỉnh | Kpă Đô”
        if words[start].folded in (families.any if start == 0 and (count > 2 or is_foreign) else families.common):
            is_sure = start > 0 or count < 4 or of_province or words[0].folded in families.common
            return start if is_sure or words[2].folded not in families.any else 2  # “huyện Trà Cú | Thạch Sene”
    place = 3 if count == 6 else 2
    if count in (4, 5, 6) and words[place].folded in families.any:
        return place  # “huyện Ia Grai | Siu Khôi”
    return _foreign_start(words) if count > 2 else None


def _marked_start(words: list[Word], families: Families) -> int | None:
    """Where the name begins behind a place that “Văn”, “A”, “Y”, “H'Len” is part of: “Mường Lát | Lò Văn Hiệp”."""
    count = len(words)
    for i, word in enumerate(words[:-1]):
        is_of_gender = word.printed in GENDER or (word.is_marked and not word.has_initials)
        if i == 0 or not (is_of_gender or _is_middle(words, i, families)):
            continue
        has_family = words[i - 1].folded in families.any and i != 2  # (“Tây Giang | A Lăng Mai”)
        start = i - 1 if not is_of_gender or has_family else i
        if start == 0 and count != 3 and words[0].folded not in families.common:
            continue  # “xã Đại Văn | Lê Minh Tâm”
        return start if 2 <= count - start <= _LONGEST else None
    return None


def _is_middle(words: list[Word], i: int, families: Families) -> bool:
    """Whether a word marks the middle of a name: “Thị”, but not in “đầm Thị Nại”."""
    return words[i].folded in families.middle and (words[i].folded, words[i + 1].folded) not in families.not_names


def _foreign_start(words: list[Word]) -> int | None:
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
    ends = scanned.cues.ends(_ADDRESSING)
    return position in ends or position + 1 in ends  # (the stop of “TS.” may belong to the word)


_ADDRESSING = ("person.honorific", "person.degree", "person.rank")


def _is_behind_place(scanned: ScannedText, begin: int) -> bool:
    place = scanned.cues.ending_at("body.place_type", begin)
    if place is None:
        return ends_at_post(scanned, begin)
    printed = scanned.source.text[place.start : place.end]
    return not printed.istitle()  # “Nhật Bản |” is no “bản”


def _is_behind_committee(scanned: ScannedText, begin: int) -> bool:
    """“Bí thư Huyện ủy |”: the committee's place and the name of the secretary follow."""
    committee = scanned.cues.ending_at("person.local_committee", begin)
    return committee is not None and scanned.cues.ending_at("person.position", committee.start) is not None


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
    families = families_of(scanned.lexicon)
    if not printed or printed[0] not in families.heads:
        return False
    return any(tuple(printed[:length]) in families.not_names for length in (3, 2, 1))


_LONGEST_PLACE = 24
