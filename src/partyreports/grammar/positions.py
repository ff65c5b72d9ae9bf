"""Positions: offices as they are printed before and behind a name.

    Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh      Trưởng Ban Chỉ đạo xóa nhà tạm tỉnh
    UVT.Ư Đảng · PCT UBND TP. Cần Thơ · Chủ tịch Liên đoàn Lao động (LĐLĐ) tỉnh · chủ tịch UBND phường

A position begins with a head of the vocabulary (“bí thư”, “chủ tịch”) and ends at a verb, at a sign that ends a
clause, or before another position, person or body. “Chỉ đạo” and “tổ chức” are no verbs behind “ban”.
"""

import re

from partyreports.grammar.posts import ends_at_post
from partyreports.grammar.sentences import iter_sentences
from partyreports.text.patterns import TERMS
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_LONGEST_BEFORE = 260
"""Characters before a name within which its positions begin: some four positions written in full."""
_LONGEST_AFTER = 520
"""The same behind a name, where more are listed."""
_FIRST_PART = 70
"""Characters behind a name within which a known head follows: “, Tỉnh ủy viên, | Giám đốc Sở”."""

_OPENS = re.compile(r" {0,2}(?:,|[-–—:]|\() {0,2}| {1,2}")
_SIGNS = re.compile(r"[;\n“”\"()…!?,:]|[-–—](?= )")
_JOINS = r" {0,2}(?:,|[-–—]| và(?= )|,? {person.also_holds}(?= )) {0,2}(?:và |{person.also_holds} |là )?"


def positions_after(scanned: ScannedText, start: int, limit: int) -> tuple[Range, ...]:
    """Positions behind a name that ends at `start`, up to `limit`."""
    folded = scanned.source.folded
    limit = min(limit, start + _LONGEST_AFTER)
    start = _behind_aside(scanned, start, limit)
    opening = _OPENS.match(folded, start, limit)
    if opening is None:
        return ()
    begin = _behind_label(scanned, opening.end())
    first = scanned.cues.first_within("person.position", begin, limit)
    if first is None or first.start - begin > _FIRST_PART:
        return ()
    if first.start != begin and (not opening[0].strip() or not _may_be_title(scanned, begin)):
        return ()
    end = position_end(scanned, begin, limit)
    if first.end > end:
        return ()
    return _without_subject(scanned, split_positions(scanned, begin, end))


_ASIDE = re.compile(r" \((?=[^\d\W])[^()\n]{2,28}\)(?= ?[,–—-] ?)")


def _behind_aside(scanned: ScannedText, start: int, limit: int) -> int:
    """“Ông A (giữa)|, Chánh Văn phòng”: behind a bracket that says where he sits in the picture."""
    aside = _ASIDE.match(scanned.source.folded, start, limit)
    if aside is None or scanned.cues.any_within("person.position", *aside.span()):
        return start
    return aside.end()


def _behind_label(scanned: ScannedText, begin: int) -> int:
    """“ông A - Chức vụ: | Hiệu trưởng”, “ông A, đồng thời là | Trưởng Ban”."""
    label = scanned.cues.at("person.position_label", begin) or scanned.cues.at("person.also_holds", begin)
    if label is None:
        return begin
    end, folded = label.end, scanned.source.folded
    while folded[end : end + 1] in (" ", ":"):
        end += 1
    return end


def _without_subject(scanned: ScannedText, parts: tuple[Range, ...]) -> tuple[Range, ...]:
    """“dưới sự chủ trì của ông A, | Thường trực Tỉnh ủy đã họp”: the subject of the verb is a body, and no position."""
    if not parts:
        return parts
    cues, last = scanned.cues, parts[-1]
    office, head = cues.at("person.position", last.start), cues.at("body.head", last.start)
    is_body = office is not None and head is not None and head.end == office.end
    verb = cues.at("body.organises", last.end + 1)
    acts = verb is not None and cues.at("chair.cue", last.end + 1) is None
    return parts[:-1] if is_body and acts and cues.any_within("chair.cue", *_clause(scanned, last)) else parts


def _clause(scanned: ScannedText, part: Range) -> Range:
    """The sentence up to a position."""
    line = scanned.source.line_at(part.start)
    return Range(max(line.start, part.start - _LONGEST_BEFORE), part.start)


def _may_be_title(scanned: ScannedText, begin: int) -> bool:
    """Whether a first part that the vocabulary does not know may be a position: “các phó chủ tịch” is others."""
    if _PLURAL.match(scanned.source.folded, begin) is not None:
        return False
    return all(
        scanned.cues.at(group, begin) is None for group in ("person.after_position", "person.apposition.of_body")
    )


_PLURAL = re.compile(r"(?:các|những|một|hai|ba|bốn|cùng|và|nhiều|toàn thể)(?!\w)")


def positions_before(scanned: ScannedText, floor: int, end: int) -> tuple[Range, ...]:
    """Positions that lead up to a name that begins at `end`, not before `floor`."""
    heads = scanned.cues.within("person.position", max(floor, end - _LONGEST_BEFORE), end)
    begin: int | None = None
    for head in reversed(heads):
        limit = end if begin is None else begin
        body = scanned.cues.ending_at("person.not_in_name", head.end)
        if body is not None and body.start < head.start:
            break  # “Thay mặt Đoàn | Chủ tịch, ông A”
        if position_end(scanned, head.start, limit) < _trimmed(scanned, head.start, limit):
            break
        if begin is not None and _COUNTED.search(scanned.source.folded, max(floor, head.start - 12), head.start):
            break  # “phê chuẩn ba | thành viên, Thủ tướng A”
        begin = head.start
    return () if begin is None else split_positions(scanned, _with_prefix(scanned, begin, floor), end)


_COUNTED = re.compile(rf"(?<!\w)(?:\d+|{TERMS['number_words']}) $")


def _is_position(scanned: ScannedText, begin: int) -> bool:
    """Whether a position begins here: “Bí thư”, “nguyên Bí thư”."""
    prefix = scanned.cues.at("person.position_prefix", begin)
    return scanned.cues.at("person.position", begin if prefix is None else prefix.end + 1) is not None


def _with_prefix(scanned: ScannedText, begin: int, floor: int) -> int:
    """Where a position begins with “nguyên” or “quyền” before it; “ủy quyền” is none."""
    prefix = scanned.cues.ending_at("person.position_prefix", begin)
    if prefix is None or prefix.start < floor or scanned.source.folded.endswith("ủy ", 0, prefix.start):
        return begin
    return prefix.start


def _trimmed(scanned: ScannedText, start: int, end: int) -> int:
    """End of a stretch without the spaces, commas, dashes, colons and “và” behind it."""
    text = scanned.source.folded
    while end > start and (text[end - 1] in " ,-–—:" or text.endswith(" và", start, end)):
        end -= 2 if text.endswith(" và", start, end) else 1
    return end


def position_end(scanned: ScannedText, start: int, limit: int) -> int:
    """Where the positions that begin at `start` end, at the latest at `limit`.

    >>> from partyreports.text.scanned import scan
    >>> text = scan("Trưởng Ban chỉ đạo xóa nhà tạm tỉnh chủ trì cuộc họp của Ban.")
    >>> text.source.text[: position_end(text, 0, 60)]
    'Trưởng Ban chỉ đạo xóa nhà tạm tỉnh'
    """
    end = min(limit, _end_by_signs(scanned, start, limit))
    for verb in scanned.cues.within("person.after_position", start, min(end + 24, limit)):
        if start < verb.start < end and not _is_part_of_name(scanned, verb.start, verb.end):
            end = verb.start
            break
    term = scanned.cues.first_within("time.term", start, end)
    if term is not None:
        end = term.start  # “Bí thư Tỉnh ủy | nhiệm kỳ 2015 - 2020”
    board = scanned.lexicon.compile(_WITH_BOARD).search(scanned.source.folded, start, end)
    if board is not None:
        end = board.start()
    return max(start, _trimmed(scanned, start, end))


_WITH_BOARD = r" và {body.board}(?!\w)"
"""“Phó Chủ tịch Hội Nông dân tỉnh | và Ban Thường vụ Hội chủ trì”."""


def _is_part_of_name(scanned: ScannedText, begin: int, end: int) -> bool:
    """“Ban Chỉ đạo”, “đoàn kiểm tra”, “Ủy viên dự khuyết”: what looks like a verb belongs to a name."""
    for group in ("person.not_in_name", "person.position", "body.name_word"):
        inside = scanned.cues.ending_at(group, end)
        if inside is not None and inside.start < begin:
            return True  # “Bộ trưởng Ngoại giao”, “Thư ký”
    longer = (scanned.cues.at(group, begin) for group in ("person.not_in_name", "body.name_word"))
    if (
        any(cue is not None and cue.end > end for cue in longer)
        or _begins_capitals(scanned, begin, end)
        or _is_in_body(scanned, begin, end)
        or _is_in_body_name(scanned, begin, end)
        or _is_syllable(scanned, begin, end)
        or (scanned.source.text[end + 1 : end + 2].isupper() and ends_at_post(scanned, end + 1))
    ):
        return True  # “Sở Giao thông”, “Cục Hải quan Đồng Nai”
    is_capital = scanned.source.text[begin].isupper()
    if scanned.cues.at("person.name_verb", begin) is None:
        return is_capital and scanned.cues.ending_at("body.head", begin) is not None  # “Hội | Làm vườn”
    if is_capital:
        return True
    name_verb = scanned.cues.ending_at("person.name_verb", begin)
    if name_verb is not None and scanned.source.text[name_verb.start].isupper():
        return not scanned.cues.any_within("meeting.noun", end, end + 12)  # “Ban Chỉ đạo điều hành giá”
    is_small = scanned.cues.at("person.name_verb.small", begin) is not None
    return is_small and scanned.cues.ending_at("person.leads_name_verb", begin) is not None


def _is_in_body_name(scanned: ScannedText, begin: int, end: int) -> bool:
    """“Hội | đồng | Đội”: words of the vocabulary begin before a verb and end behind it."""
    around = scanned.cues.within("person.not_in_name", max(0, begin - _INSIDE_BODY), end + _INSIDE_BODY)
    return any(cue.start < begin and cue.end > end for cue in around)


def _is_syllable(scanned: ScannedText, begin: int, end: int) -> bool:
    """“Ban Liên lạc | đồng | hương”: where no verb follows, “đồng” begins another word."""
    joint = scanned.cues.at("chair.jointly", begin)
    return joint is not None and joint.end == end and scanned.cues.at("person.after_position", end + 1) is None


_INSIDE_BODY = 16
"""Characters on either side of a verb within the name of a body."""


def _is_in_body(scanned: ScannedText, begin: int, end: int) -> bool:
    """“Chủ tịch Phân ban Việt Nam | trong | Ủy ban Hợp tác”."""
    if scanned.cues.at("person.in_body", begin) is None or scanned.cues.at("body.head", end + 1) is None:
        return False
    return scanned.source.text[end + 1].isupper()


def _begins_capitals(scanned: ScannedText, begin: int, end: int) -> bool:
    """Whether a word of one syllable has a capital, and so has the word behind it, but not all letters."""
    text = scanned.source.text
    is_title = text[begin:end].istitle() and scanned.source.folded.find(" ", begin, end) < 0
    return is_title and text[end : end + 2].istitle() and text[end + 2 : end + 3].islower()


def _end_by_signs(scanned: ScannedText, start: int, limit: int) -> int:
    """The first sign that ends positions: a full stop, a quotation mark, a bracket that explains no abbreviation."""
    folded, text = scanned.source.folded, scanned.source.text
    sentence = next(iter_sentences(scanned.source, start, limit), None)
    if sentence is not None and sentence.end <= limit and sentence.end > start:
        limit = _before_next_number(scanned, start, start + len(text[start : sentence.end].rstrip(".…!?")))
    position = start
    while (match := _SIGNS.search(folded, position, limit)) is not None:
        sign, at = match[0], match.start()
        position = match.end()
        if sign in "(“":
            closing = _closing(scanned, at, limit)
            if closing < 0:
                return at
            position = closing + 1
        elif sign not in ",-–—" or not (
            _is_in_term(scanned, at) or _goes_on(scanned, match.end(), limit, dash=sign != ",")
        ):
            return at
    return limit


def _closing(scanned: ScannedText, at: int, limit: int) -> int:
    """Where a bracket that explains an abbreviation closes, or the quoted name of a movement; negative if none does."""
    folded = scanned.source.folded
    if folded[at] == "“":
        closing = folded.find("”", at, min(limit, at + _LONGEST_QUOTED))
        return closing if scanned.cues.ending_at("person.named_in_quotes", at) is not None else -1
    closing = folded.find(")", at, min(limit, at + 40))
    return closing if closing >= 0 and _explains(scanned.source.text[at + 1 : closing]) else -1


_LONGEST_QUOTED = 90
"""Characters of the name of a movement in quotation marks."""


def _is_in_term(scanned: ScannedText, at: int) -> bool:
    """“Sở VH|,TT&DL”, “phòng cháy|, chữa cháy”: a comma or dash between abbreviations, or inside a known term."""
    if _ABBREVIATED.match(scanned.source.text, at) is not None:
        return True
    around = scanned.cues.within("person.not_in_name", max(0, at - _LONGEST_TERM), at + _LONGEST_TERM)
    return any(cue.start < at < cue.end for cue in around)


_ABBREVIATED = re.compile(r"(?<=[A-ZĐ]), ?(?=[A-ZĐ]{1,4} ?& ?[A-ZĐ])")
_LONGEST_TERM = 24
"""Characters on either side of a sign within one term."""


def _before_next_number(scanned: ScannedText, start: int, end: int) -> int:
    """“1. Ông A - Giám đốc | 2. Bà B”: the number of the next person is no part of a position."""
    folded = scanned.source.folded
    number = _LAST_NUMBER.search(folded, start, end)
    if number is None:
        return end
    before = folded.rfind(f" {int(number[1]) - 1}. ", scanned.source.line_at(start).start, start)
    return number.start() if before >= 0 else end


_LAST_NUMBER = re.compile(r" {1,2}(\d{1,2})$")


def _explains(words: str) -> bool:
    """Whether a bracket holds an abbreviation: “(LĐLĐ)”, “(WEF)”, “(khóa XIII)”."""
    return len(words) <= 40 and (words.isupper() or sum(map(str.isupper, words)) * 2 >= len(words.replace(" ", "")))


_NO_POSITION = ("person.after_position", "person.honorific", "person.apposition.of_body")
_AND = r" {0,2}(?:và |{person.also_holds} |{person.position_prefix} )?"


def _goes_on(scanned: ScannedText, after: int, limit: int, *, dash: bool = False) -> bool:
    """Whether another position, or the rest of this one's name, follows a comma or a dash.

    “Sở Văn hóa, Thể thao và Du lịch”, “Ban phòng, chống dịch” go on; “…, Tổng cục Hải quan tổ chức” does not.
    """
    folded, text = scanned.source.folded, scanned.source.text
    joined = scanned.lexicon.compile(_AND).match(folded, after, limit)
    begin = joined.end() if joined else after
    if begin >= limit:
        return False
    cues = scanned.cues
    if _is_position(scanned, begin) or _names_field(scanned, begin):
        return True
    if any(cues.at(group, begin) is not None for group in _NO_POSITION):
        return False
    listed = cues.at("body.list_word", begin)
    if listed is not None:
        is_pair = dash and cues.ending_at("body.list_word", after - 1) is not None  # “kinh tế - | xã hội”
        is_field = not dash and cues.at("body.list_word.field", begin) is not None  # “Khám, | chữa bệnh | chủ trì”
        chairs = any(cues.at(group, listed.end + 1) is not None for group in ("chair.cue", "chair.adverb"))
        is_last = cues.at("person.after_position", listed.end + 1) is not None  # “…, | đơn vị | đã tổ chức”
        return is_pair or not is_last or (is_field and chairs)
    return dash and text[begin].isupper() and cues.at("body.head", begin) is None


def _names_field(scanned: ScannedText, begin: int) -> bool:
    """“Bộ trưởng Thông tin, | Văn hóa và Du lịch”: the middle one of three fields."""
    field = scanned.cues.at("person.ministry_field", begin)
    if field is None or not scanned.source.folded.startswith(" và ", field.end):
        return False
    text = scanned.source.text
    return text[begin].isupper() and text[field.end + 4 : field.end + 5].isupper()


def split_positions(scanned: ScannedText, start: int, end: int) -> tuple[Range, ...]:
    """Positions of a stretch, cut where a comma, a dash or “kiêm” is followed by the head of another."""
    source = scanned.source
    parts: list[Range] = []
    begin = start
    for match in scanned.lexicon.compile(_JOINS).finditer(source.folded, start, end):
        if match.start() <= begin or not _is_position(scanned, match.end()):
            continue
        if _is_small_and(scanned, match):
            continue
        parts.append(Range(begin, _trimmed(scanned, begin, match.start())))
        begin = match.end()
    parts.append(Range(begin, _trimmed(scanned, begin, end)))
    return tuple(source.trim(*part) for part in parts if part.end > part.start)


def _is_small_and(scanned: ScannedText, match: "re.Match[str]") -> bool:
    """“Thường trực và thành viên Ban Chỉ đạo”: one position with two heads."""
    return match[0].strip() == "và" and scanned.source.text[match.end()].islower()
