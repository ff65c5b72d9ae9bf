"""Whom one verb or noun of chairing makes chairs: the persons before it, behind it, or named elsewhere."""

import re
from dataclasses import replace

from partyreports.grammar.names import find_names
from partyreports.grammar.persons import PersonReading, read_persons
from partyreports.grammar.positions import position_end
from partyreports.meeting.chairs.context import (
    behind_time,
    ends_before_verb,
    opens_clause,
    skip,
    tells,
    without_adverbs,
)
from partyreports.meeting.chairs.named_elsewhere import holders_of, offices_after, with_given_name
from partyreports.meeting.chairs.person_lists import Persons, ends_open, joins, lines_of_persons, persons_from
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range


def under_the_chair_of(scanned: ScannedText, cue: Cue, stretch: Range) -> Persons | None:
    """“dưới sự | chủ trì, điều hành | của đồng chí A, Bí thư …”."""
    begin = without_adverbs(scanned, cue.start, stretch.start)
    if all(scanned.cues.ending_at("chair.under", place) is None for place in (cue.start, begin)):
        return None
    after = _behind_of(scanned, cue.end, stretch.end)
    return persons_from(scanned, after, stretch.end, within=60) or holders_of(
        scanned, offices_after(scanned, after, stretch.end)
    )


def _behind_of(scanned: ScannedText, start: int, end: int) -> int:
    """Behind “của”, “trực tiếp của”: where the persons begin."""
    folded = scanned.source.folded
    of = folded.find(" của ", start, min(end, start + 40))
    return of + 5 if of >= 0 else start


def heading_a_list(scanned: ScannedText, cue: Cue, stretch: Range) -> Persons | None:
    """“Chủ trì hội nghị | có các đồng chí: A; B”, “Đoàn Chủ tọa gồm | …”, “Chủ trì: | …”."""
    if not opens_clause(scanned, cue, stretch) and not _is_listing(scanned, cue, stretch):
        return None
    if _fills_line(scanned, cue, stretch):
        return lines_of_persons(scanned, stretch.end) or None
    begin = _list_begin(scanned, cue.end, stretch.end)
    if begin is None:
        return None
    found = persons_from(scanned, begin, stretch.end, within=90) or ()
    if found and scanned.cues.any_within("chair.side", cue.end, begin):
        found += _of_other_side(scanned, found[-1].end, stretch.end)
    if ends_open(scanned, found[-1].end if found else begin, stretch.end):
        found += lines_of_persons(scanned, stretch.end)
    return found or None


def _fills_line(scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
    """“* Đoàn Chủ tịch”, “- Chủ trì cuộc họp”: a heading of its own, above lines of persons."""
    line = scanned.source.line_at(cue.start)
    if not opens_clause(scanned, cue, Range(line.start, stretch.end)) or line.end - cue.end > _LONGEST_HEADING:
        return False
    after = skip(scanned, cue.end, line.end, " ")
    noun = scanned.cues.at("meeting.noun", after)
    return skip(scanned, after if noun is None else noun.end, line.end, " ") == line.end


_LONGEST_HEADING = 40
"""Characters behind the verb in a heading: the meeting's noun."""


def _of_other_side(scanned: ScannedText, position: int, end: int) -> Persons:
    """“về phía Bộ có ông A; | về phía tỉnh có bà B”: those of the second side."""
    side = scanned.cues.at("chair.side", skip(scanned, position, min(end, position + 4), " ,;"))
    if side is None:
        return ()
    head = scanned.cues.first_within("chair.list_head", side.end, min(end, side.end + _LONGEST_SIDE))
    return () if head is None else persons_from(scanned, head.end, end, within=40) or ()


_LONGEST_SIDE = 80
"""Characters of the name of a side."""


def _is_listing(scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
    """“…, Chủ trì hội thảo gồm các đồng chí”: a capital, or a comma, and a list head behind the meeting's noun."""
    begin = without_adverbs(scanned, cue.start, stretch.start)
    before = scanned.source.folded[stretch.start : begin].rstrip()
    if before.endswith((",", ";", "–", "-")) or scanned.source.text[cue.start].isupper():
        return True
    if scanned.cues.ending_at("chair.elects", begin) is not None:
        return True  # “bầu | đoàn chủ tịch gồm”
    return scanned.lexicon.compile(_THOSE_WHO).fullmatch(before) is not None


_THOSE_WHO = (
    r"[-–+*• ]{0,4}+(?:các|hai|ba|những) (?:{person.honorific}|{attendance.classifier}|{attendance.people}"
    r"|{attendance.people_if_attending}|{body.represented})(?: {body.represented}(?: \w++){0,4}+)?"
)
"""“Các đồng chí lãnh đạo tỉnh | chủ trì hội nghị: A; B”."""


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
    if folded.startswith(" và ", behind) and folded.startswith(":", head.end):
        behind = head.start  # “chủ trì họp báo và trả lời báo chí có: A; B”: they did both
    if cues.any_within("chair.directs", behind, head.start) or folded.find(";", start, head.start) >= 0:
        return None
    name = next(iter(find_names(scanned, start, head.start)), None)
    return head.end if name is None else None


def fronted_verb(scanned: ScannedText, cue: Cue, stretch: Range) -> Persons | None:
    """“Chủ trì cuộc họp, | Giám đốc Sở A | nhấn mạnh …”, “Chủ trì hội nghị | ông A, Giám đốc Sở”."""
    return _named_behind(scanned, cue, stretch) if opens_clause(scanned, cue, stretch) else None


def _named_behind(scanned: ScannedText, cue: Cue, stretch: Range) -> Persons | None:
    """The persons behind the verb and the meeting's name."""
    folded = scanned.source.folded
    for reading in read_persons(scanned, cue.end, min(stretch.end, cue.end + 480))[:3]:
        lead = folded[cue.end : reading.start].rstrip()
        is_title = _is_title(scanned, cue, reading.start)
        if lead.endswith(",") or _is_addressed(reading) or is_title or (not lead and reading.positions):
            if not lead.endswith(",") and scanned.cues.any_within("chair.directs", cue.end, reading.start):
                return None
            return persons_from(scanned, reading.start, stretch.end, within=4, pairs_only=lead.endswith(","))
    return None


def while_chairing(scanned: ScannedText, cue: Cue, stretch: Range) -> Persons | None:
    """“ông A nhấn mạnh điều này khi | chủ trì | hội nghị”, “Khi | chủ trì | hội nghị, ông A nhấn mạnh …”."""
    joint = ends_before_verb(scanned, cue, "chair.while", stretch.start)
    if joint is None:
        return None
    before = scanned.source.folded[stretch.start : joint.start].rstrip()
    readings = read_persons(scanned, stretch.start, joint.start)
    if not readings or before.endswith((",", ";", ":")):
        return _named_behind(scanned, cue, stretch) or _addressed_first(scanned, stretch)
    telling = [one for one in readings if tells(scanned, one.end)]
    found = telling[-1:] or (readings if len(readings) == 1 else [])
    return tuple(found) or None


def _addressed_first(scanned: ScannedText, stretch: Range) -> Persons | None:
    """“| Ông Tám | nói điều này khi chủ trì hội nghị”."""
    honorific = scanned.cues.at("person.honorific", stretch.start)
    if honorific is None:
        return None
    given = _NEXT_WORD.match(scanned.source.text, honorific.end, stretch.end)
    return None if given is None else with_given_name(scanned, Range(*given.span(1)))


_NEXT_WORD = re.compile(r" ([^\W\d_]+)(?= )")


def _is_title(scanned: ScannedText, cue: Cue, start: int) -> bool:
    """“Chủ tọa | Trần An”, “Chủ trì cuộc họp | Trần An”: nothing but the meeting's noun stands before the person."""
    after = skip(scanned, cue.end, start, " ")
    if after == start:
        return "of_meetings" in cue.entry.flags
    noun = scanned.cues.at("meeting.noun", after)
    return noun is not None and skip(scanned, noun.end, start, " ") == start


def _is_addressed(reading: PersonReading) -> bool:
    """“ông A”, “BSCKII A”, “Đại tá A”."""
    return any(address is not None for address in (reading.honorific, reading.degree, reading.rank))


def chaired_by(scanned: ScannedText, cue: Cue, stretch: Range) -> Persons | None:
    """“Hội thảo được | chủ trì | bởi PGS.TS A”."""
    by = scanned.cues.at("chair.by", skip(scanned, cue.end, stretch.end, " "))
    return None if by is None else persons_from(scanned, by.end, stretch.end, within=4)


def named_beside(scanned: ScannedText, cue: Cue, stretch: Range) -> Persons | None:
    """“Người chủ trì, | ông A, | tóm tắt”, “Người chủ trì hội nghị, | ông A”: behind a comma or a dash."""
    noun = scanned.cues.at("meeting.noun", skip(scanned, cue.end, stretch.end, " "))
    begin = cue.end if noun is None else noun.end
    after = skip(scanned, begin, stretch.end, " ,–-")
    if not opens_clause(scanned, cue, stretch) or not scanned.source.folded[begin:after].strip():
        return None
    return persons_from(scanned, after, stretch.end, within=0, pairs_only=True)


def behind_a_body(scanned: ScannedText, cue: Cue, stretch: Range) -> Persons | None:
    """“Hội nghị do Thường trực Đảng ủy | chủ trì, gồm các đồng chí: | A; B”."""
    after = skip(scanned, cue.end, stretch.end, " ,")
    head = scanned.cues.at("chair.list_head", after)
    if head is None:
        return None
    return persons_from(scanned, head.end, stretch.end, within=60)


def subjects_of_verb(scanned: ScannedText, cue: Cue, stretch: Range) -> Persons | None:
    """“A, Trưởng Ban …, và B, Giám đốc … | đồng chủ trì”: the persons that lead up to the verb."""
    end = without_adverbs(scanned, cue.start, stretch.start)
    readings = _outside_brackets(scanned, read_persons(scanned, stretch.start, end), end)
    readings = [_without_delegator(scanned, one) for one in readings]
    while readings and (by := scanned.cues.ending_at("chair.delegated", readings[-1].start)) is not None:
        if not _leads_to_verb(scanned, readings[-1].end, end):
            return None
        end = by.start  # “bà B, theo ủy quyền của ông A, chủ trì”
        readings.pop()
    if not readings:
        return None
    if not _leads_to_verb(scanned, readings[-1].end, end) and not _did_before(
        scanned, readings, Range(end, cue.start), stretch
    ):
        return None
    first = len(readings) - 1
    while first > 0 and joins(scanned, readings[first - 1].end, readings[first].start):
        first -= 1
    chosen = readings[first:]
    if _attends(scanned, stretch.start, chosen[0].start):
        apart = [i for i in range(1, len(chosen)) if ";" in scanned.source.folded[chosen[i - 1].end : chosen[i].start]]
        chosen = chosen[apart[-1] :] if apart else chosen
    if scanned.cues.ending_at("body.told_to", chosen[0].start) is not None:
        return None  # “đề nghị | ông A | chủ trì”
    chosen = chosen[_possessors(scanned, chosen, cue.start) :] + list(_joint_chairs(scanned, cue, stretch))
    return tuple(one for one in chosen if not _is_represented(scanned, one, stretch)) or None


def _outside_brackets(scanned: ScannedText, readings: list[PersonReading], end: int) -> list[PersonReading]:
    """“ông A (Trường Trần Bá) | chủ trì”: without a name in the bracket that stands between a person and the verb."""
    if len(readings) < 2:
        return readings
    first = readings[0].name.end
    between = scanned.source.folded[first:end].rstrip(" ,-–—")
    if not between.endswith(")"):
        return readings
    opening = first + between.rfind("(")
    return [one for one in readings if one.name.end <= opening] or readings


def _possessors(scanned: ScannedText, chosen: list[PersonReading], end: int) -> int:
    """“Sau phần khai mạc của | ông A, bà B | chủ trì …”: 1 where the first of some persons only has something."""
    first = chosen[0]
    addressed = (one for one in (first.honorific, first.degree, first.rank) if one is not None)
    begins = (first.start, min((one.start for one in addressed), default=first.name.start))
    if not any(scanned.source.folded.endswith(" của ", 0, begin) for begin in begins):
        return 0
    if len(chosen) == 1:  # “trợ lý của | ông A | chủ trì”, but not “theo lời của ông A, chủ trì cuộc họp”
        behind = scanned.source.folded[chosen[0].name.end : end]
        return int("," not in behind and " và " not in behind)
    return int(not scanned.source.folded[chosen[0].end : chosen[1].start].strip(" ,"))


def _joint_chairs(scanned: ScannedText, cue: Cue, stretch: Range) -> Persons:
    """“ông A đồng | chủ trì | với Thứ trưởng B”: those behind the verb, where it is said to be done jointly."""
    if scanned.cues.ending_at("chair.jointly", cue.start) is None:
        return ()
    company = scanned.cues.at("chair.company", skip(scanned, cue.end, stretch.end, " "))
    return () if company is None else persons_from(scanned, company.end, stretch.end, within=4, pairs_only=True) or ()


def _did_before(scanned: ScannedText, readings: list[PersonReading], join: Range, stretch: Range) -> bool:
    """“ông A, Phó Chủ tịch tỉnh, | đã đi kiểm tra đê và | chủ trì cuộc họp”: the subject of an earlier verb, too."""
    cues, last = scanned.cues, readings[-1]
    folded = scanned.source.folded
    then = cues.ending_at("chair.then", join.start)
    is_joined = " và " in folded[join.start : join.end + 1] or (then is not None and then.start > last.end)
    if not is_joined or join.start - last.end > _LONGEST_ERRAND:
        return False
    begin = behind_time(scanned, skip(scanned, last.end, join.start, " ,)-–—"), join.start)
    if cues.at("chair.earlier_verb", begin) is None:
        return False
    if any(sign in scanned.source.folded[last.end : join.start] for sign in ';:“"'):
        return False
    if any(cues.any_within(group, last.end, join.start) for group in ("chair.directs", "body.told_to", "body.heard")):
        return False
    before = scanned.source.folded[stretch.start : readings[0].start].rstrip()
    return len(readings) == 1 and (not before or before[-1] in ",-–—.:)")


_LONGEST_ERRAND = 200
"""Characters within which it is told what the chair did before."""


def _without_delegator(scanned: ScannedText, reading: PersonReading) -> PersonReading:
    """“thừa ủy quyền của Giám đốc Sở, | ông A, Phó Giám đốc”: the first office is that of somebody else."""
    honorific = scanned.cues.ending_at("person.honorific", reading.start)  # “thay mặt | đồng chí | Giám đốc Sở, ông A”
    begins = (reading.start,) if honorific is None else (reading.start, honorific.start)
    if all(scanned.cues.ending_at("chair.delegated", begin) is None for begin in begins) or not reading.positions:
        return reading
    office, others = reading.positions[0], reading.positions[1:]
    if office.start != reading.start or not scanned.source.folded.startswith(",", office.end):
        return reading
    start = skip(scanned, office.end, reading.name.start, " ,")
    return replace(reading, start=start, positions=others)


def _leads_to_verb(scanned: ScannedText, start: int, end: int) -> bool:
    """Whether the words between the last person and the verb tear them apart no more than company or a place does."""
    source = scanned.source
    begin = skip(scanned, start, end, " ,-–—)(")
    if begin >= end:
        return True
    if source.folded.find(";", begin, end) >= 0 or source.folded.find(":", begin, end) >= 0:
        return False
    if source.folded[start:end].lstrip().startswith("("):
        closing = source.folded.find(")", begin, end)
        if closing >= 0:
            return _leads_to_verb(scanned, closing + 1, end)
    begin = behind_time(scanned, begin, end)
    return begin >= end or _is_told_of(scanned, begin, end)  # “Thủ tướng A | sáng 5/4 | chủ trì”


def _is_told_of(scanned: ScannedText, begin: int, end: int) -> bool:
    """Whether the words before the verb tell with whom, as what or by whose order the last person chairs."""
    cues = scanned.cues
    if cues.at("chair.company", begin) is not None:
        inner = cues.first_within("chair.subject_break", begin, end)
        return inner is None or inner.start == begin
    breaks = end - begin > 160 or cues.any_within("chair.subject_break", begin, end)
    if not breaks and (_goes_on_as_position(scanned, begin) or _is_appointed(scanned, begin, end)):
        return True
    return _is_commissioned(scanned, begin, end)


def _is_appointed(scanned: ScannedText, begin: int, end: int) -> bool:
    """“do ông A | làm Chủ tịch Hội đồng | chủ trì”."""
    made = scanned.cues.at("chair.appointed", begin)
    if made is None or scanned.cues.at("person.position", made.end + 1) is None:
        return False
    return position_end(scanned, made.end + 1, end) == end


def _is_commissioned(scanned: ScannedText, begin: int, end: int) -> bool:
    """“ông A | được Giám đốc Sở ủy quyền | chủ trì”."""
    by = scanned.cues.ending_at("chair.delegates", end)
    if by is None or by.start < begin or not scanned.source.folded.startswith("được ", begin):
        return False
    return end - begin <= _LONGEST_COMMISSION and not find_names(scanned, begin, end)


_LONGEST_COMMISSION = 90
"""Characters within which it is told who commissioned the chair."""


def _goes_on_as_position(scanned: ScannedText, begin: int) -> bool:
    """“ông A, Anh hùng Lao động, chủ trì”, “bà B trên cương vị Chủ tịch Hội chủ trì”: what else is said of a person."""
    if any(scanned.cues.at(group, begin) is not None for group in ("person.apposition", "chair.in_role")):
        return True
    return scanned.source.text[begin].isupper() and scanned.cues.at("person.after_position", begin) is None


def _attends(scanned: ScannedText, start: int, end: int) -> bool:
    """“Tới dự hội nghị có | …”: a list of those attending leads up to the persons."""
    if scanned.cues.any_within("attendance.presence", start, end):
        return True
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
