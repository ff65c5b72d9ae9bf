"""Whom one verb or noun of chairing makes chairs: the persons before it, behind it, or named elsewhere."""

from collections.abc import Iterable

from partyreports.grammar.names import find_names
from partyreports.grammar.persons import PersonReading, read_person, read_persons
from partyreports.grammar.positions import position_end, positions_before, split_positions
from partyreports.meeting.chair_context import opens_clause, skip, without_adverbs
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

Chairs = tuple[PersonReading, ...]


def under_the_chair_of(scanned: ScannedText, cue: Cue, stretch: Range) -> Chairs | None:
    """“dưới sự | chủ trì, điều hành | của đồng chí A, Bí thư …”."""
    begin = without_adverbs(scanned, cue.start, stretch.start)
    if not scanned.source.folded.endswith(("sự ", "sự"), stretch.start, begin):
        return None
    after = _behind_of(scanned, cue.end, stretch.end)
    return _listed(scanned, after, stretch.end, within=60) or _holders(
        scanned, _offices_after(scanned, after, stretch.end)
    )


def _behind_of(scanned: ScannedText, start: int, end: int) -> int:
    """Behind “của”, “trực tiếp của”: where the persons begin."""
    folded = scanned.source.folded
    of = folded.find(" của ", start, min(end, start + 40))
    return of + 5 if of >= 0 else start


def heading_a_list(scanned: ScannedText, cue: Cue, stretch: Range) -> Chairs | None:
    """“Chủ trì hội nghị | có các đồng chí: A; B”, “Đoàn Chủ tọa gồm | …”, “Chủ trì: | …”."""
    if not opens_clause(scanned, cue, stretch) and not _is_listing(scanned, cue, stretch):
        return None
    begin = _list_begin(scanned, cue.end, stretch.end)
    return None if begin is None else _listed(scanned, begin, stretch.end, within=90)


def _is_listing(scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
    """“…, Chủ trì hội thảo gồm các đồng chí”: a capital, or a comma, and a list head behind the meeting's noun."""
    begin = without_adverbs(scanned, cue.start, stretch.start)
    before = scanned.source.folded[stretch.start : begin].rstrip()
    return before.endswith((",", ";", "–", "-")) or scanned.source.text[cue.start].isupper()


def _list_begin(scanned: ScannedText, start: int, end: int) -> int | None:
    """Where the persons begin behind the meeting's noun and place: behind “có”, “gồm”, “là” or a colon."""
    folded, cues = scanned.source.folded, scanned.cues
    limit = min(end, start + 160)
    position = skip(scanned, start, limit, " ,")
    if position < limit and folded[position] == ":":
        return position + 1
    head = cues.first_within("chair.list_head", start, limit)
    colon = folded.find(":", start, limit)
    if colon >= 0 and (head is None or colon < head.start) and not find_names(scanned, start, colon):
        return colon + 1
    if head is None:
        return None
    noun = cues.at("meeting.noun", position)
    behind = noun.end if noun is not None else start  # (“chủ trì buổi thông báo”: the noun tells nothing)
    if cues.any_within("chair.directs", behind, head.start) or folded.find(";", start, head.start) >= 0:
        return None
    name = next(iter(find_names(scanned, start, head.start)), None)
    return head.end if name is None else None


def fronted_verb(scanned: ScannedText, cue: Cue, stretch: Range) -> Chairs | None:
    """“Chủ trì cuộc họp, | Giám đốc Sở A | nhấn mạnh …”, “Chủ trì hội nghị | ông A, Giám đốc Sở”."""
    if not opens_clause(scanned, cue, stretch):
        return None
    folded = scanned.source.folded
    for reading in read_persons(scanned, cue.end, min(stretch.end, cue.end + 480))[:3]:
        lead = folded[cue.end : reading.start].rstrip()
        if lead.endswith(",") or reading.honorific is not None or (not lead and reading.positions):
            if not lead.endswith(",") and scanned.cues.any_within("chair.directs", cue.end, reading.start):
                return None
            return _listed(scanned, reading.start, stretch.end, within=4, pairs_only=lead.endswith(","))
    return None


def behind_a_body(scanned: ScannedText, cue: Cue, stretch: Range) -> Chairs | None:
    """“Hội nghị do Thường trực Đảng ủy | chủ trì, gồm các đồng chí: | A; B”."""
    after = skip(scanned, cue.end, stretch.end, " ,")
    head = scanned.cues.at("chair.list_head", after)
    if head is None:
        return None
    return _listed(scanned, head.end, stretch.end, within=60)


def subjects_of_verb(scanned: ScannedText, cue: Cue, stretch: Range) -> Chairs | None:
    """“A, Trưởng Ban …, và B, Giám đốc … | đồng chủ trì”: the persons that lead up to the verb."""
    end = without_adverbs(scanned, cue.start, stretch.start)
    readings = read_persons(scanned, stretch.start, end)
    while readings and (by := scanned.cues.ending_at("chair.delegated", readings[-1].start)) is not None:
        if not _leads_to_verb(scanned, readings[-1].end, end):
            return None
        end = by.start  # “bà B, theo ủy quyền của ông A, chủ trì”
        readings.pop()
    if not readings or not _leads_to_verb(scanned, readings[-1].end, end):
        return None
    first = len(readings) - 1
    while first > 0 and _joins(scanned, readings[first - 1].end, readings[first].start):
        first -= 1
    chosen = readings[first:]
    if _attends(scanned, stretch.start, chosen[0].start):
        apart = [i for i in range(1, len(chosen)) if ";" in scanned.source.folded[chosen[i - 1].end : chosen[i].start]]
        chosen = chosen[apart[-1] :] if apart else chosen
    return tuple(one for one in chosen if not _is_represented(scanned, one, stretch)) or None


def holders_of_offices(scanned: ScannedText, cue: Cue, stretch: Range) -> Chairs | None:
    """“Chủ tịch UBND tỉnh | chủ trì …”: the office alone, whose holder is named elsewhere behind the same words."""
    end = without_adverbs(scanned, cue.start, stretch.start)
    if find_names(scanned, stretch.start, end):
        return None
    return _holders(scanned, positions_before(scanned, stretch.start, end))


def _offices_after(scanned: ScannedText, start: int, end: int) -> tuple[Range, ...]:
    """“của | thống đốc Ngân hàng Nhà nước, bộ trưởng Bộ NN & PTNT | và …”."""
    if scanned.cues.at("person.position", start) is None:
        return ()
    return split_positions(scanned, start, position_end(scanned, start, min(end, start + _LONGEST_OFFICES)))


_LONGEST_OFFICES = 200
"""Characters within which offices without a name are listed."""


def _holders(scanned: ScannedText, offices: Iterable[Range]) -> Chairs | None:
    return tuple(holder for office in offices if (holder := _holder(scanned, office)) is not None) or None


def _holder(scanned: ScannedText, office: Range) -> PersonReading | None:
    """The person whose name follows the same office elsewhere in the text."""
    folded = scanned.source.folded
    words = folded[office.start : office.end]
    if " " not in words:
        return None
    at = -1
    for _ in range(_MOST_SAME_OFFICE):
        at = folded.find(words, at + 1, _HOLDER_WITHIN)
        if at < 0:
            return None
        end = at + len(words)
        name = next(iter(find_names(scanned, end, min(len(folded), end + 60))), None)
        if name is not None and folded[end : name.start].strip(" ,-–—") in (
            "",
            *scanned.lexicon.forms("person.honorific"),
        ):
            line = scanned.source.line_at(at)
            return read_person(scanned, name, at, line.end)
    return None


_MOST_SAME_OFFICE = 12
"""Places of the same office that are looked at."""
_HOLDER_WITHIN = 20_000
"""Characters from the beginning of a text within which the holder of an office is named."""


# --- lists of persons


def _listed(scanned: ScannedText, start: int, end: int, *, within: int, pairs_only: bool = False) -> Chairs | None:
    """“… có các đồng chí: A, Bí thư …; B, Chủ tịch …”: persons from `start` on, joined by nothing but signs and “và”.

    Args:
        scanned: the text.
        start: where the list begins.
        end: where the sentence ends.
        within: how far from `start` the first person may begin.
        pairs_only: whether a comma alone joins no further person (“…, ông A, ông B yêu cầu”).
    """
    readings = read_persons(scanned, start, end)
    if not readings or readings[0].start - start > within:
        return None
    if any(scanned.cues.any_within(group, start, readings[0].start) for group in ("chair.delegated", "chair.directs")):
        return None
    found = [readings[0]]
    for one in readings[1:]:
        gap = scanned.source.folded[found[-1].end : one.start]
        if not _joins(scanned, found[-1].end, one.start) or (pairs_only and " và " not in f" {gap} "):
            break
        found.append(one)
    return tuple(found)


_JOINERS = frozenset(
    [
        "và",
        "cùng",
        "với",
        "các",
        "đồng",
        "chí",
        "ông",
        "bà",
        "có",
        "gồm",
        "là",
        "còn",
        "vị",
        "anh",
        "chị",
        "ban",
        "cùng",
    ]
)


def _joins(scanned: ScannedText, start: int, end: int) -> bool:
    """Whether only signs and function words stand between two persons."""
    if end - start > 60:
        return False
    between = scanned.source.folded[start:end]
    if "." in between.replace("gs.", "").replace("ts.", "").replace("ths.", ""):
        return False
    words = "".join(char if char.isalnum() else " " for char in between).split()
    return all(word in _JOINERS for word in words) or _is_position_part(scanned, start, end)


def _is_position_part(scanned: ScannedText, start: int, end: int) -> bool:
    """Whether a position that was not split off, or a bracket, stands between two persons."""
    between = scanned.source.folded[start:end].strip()
    return between.startswith("(") and between.rstrip(" ,;và").endswith(")")


def _leads_to_verb(scanned: ScannedText, start: int, end: int) -> bool:
    """Whether the words between the last person and the verb tear them apart no more than company or a place does."""
    source, cues = scanned.source, scanned.cues
    begin = skip(scanned, start, end, " ,-–—)(")
    if begin >= end:
        return True
    if source.folded.find(";", begin, end) >= 0 or source.folded.find(":", begin, end) >= 0:
        return False
    if source.folded[start:end].lstrip().startswith("("):
        closing = source.folded.find(")", begin, end)
        if closing >= 0:
            return _leads_to_verb(scanned, closing + 1, end)
    if cues.at("chair.company", begin) is not None:
        inner = cues.first_within("chair.subject_break", begin, end)
        return inner is None or inner.start == begin
    if end - begin > 160 or cues.any_within("chair.subject_break", begin, end):
        return False
    return cues.at("person.after_position", begin) is None and _goes_on_as_position(scanned, begin)


def _goes_on_as_position(scanned: ScannedText, begin: int) -> bool:
    """“ông A, Anh hùng Lao động, chủ trì”: what else is said of a person."""
    return scanned.source.text[begin].isupper() or scanned.cues.at("person.apposition", begin) is not None


def _attends(scanned: ScannedText, start: int, end: int) -> bool:
    """“Tới dự hội nghị có | …”: a list of those attending leads up to the persons."""
    head = scanned.cues.first_within("attendance.attending", start, end)
    return head is not None and scanned.cues.any_within("chair.list_head", head.end - 1, end)


def _is_represented(scanned: ScannedText, reading: PersonReading, stretch: Range) -> bool:
    """“thay mặt | đồng chí A”, “được Giám đốc A | ủy quyền”."""
    cues = scanned.cues
    before = cues.ending_at("chair.delegated", reading.start)
    if before is not None and before.start >= stretch.start:
        return True
    after = skip(scanned, reading.end, stretch.end, " ,")
    return cues.at("chair.delegates", after) is not None
