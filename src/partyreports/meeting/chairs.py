"""Who chaired the meeting.

    đồng chí A, Trưởng Ban …, chủ trì hội nghị       Hội nghị do ông A và bà B đồng chủ trì
    dưới sự chủ trì của Tổng cục trưởng A            Chủ trì hội nghị có các đồng chí: A; B; C
    Chủ trì cuộc họp, ông A yêu cầu …                Đoàn Chủ tọa kỳ họp gồm: A, B

Each rule reads the persons that one verb makes chairs. An organisation that "chủ trì, phối hợp" leads the work and
chairs nothing; who is only represented, invited or told to come chairs nothing either.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from partyreports.grammar.names import find_names
from partyreports.grammar.persons import PersonReading, person_of, read_person, read_persons
from partyreports.grammar.positions import position_end, positions_before, split_positions
from partyreports.grammar.sentences import sentences
from partyreports.layout.article import Article
from partyreports.layout.segmentation import Layout
from partyreports.meeting.detection import MeetingMentions
from partyreports.models import Person
from partyreports.rules import After, CueRule, RuleTable
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText, scan
from partyreports.text.spans import Range

_LONGEST_SENTENCE = 1800
"""Characters of one sentence that are read: lists of a presidium with all positions come to some 1,500."""
_MOST_VERBS = 4
"""Verbs of one sentence that are looked at; no sentence names more chairs' verbs."""
_MOST_ADVERBS = 6
"""Words between the persons and the verb: “đã đến dự và trực tiếp”."""
_COURT_WITHIN = 16
"""Characters behind “chủ tọa” within which a trial is named: “chủ tọa một phiên tòa”."""
_NOUN_WITHIN = 48
"""Characters behind the verb within which the meeting is named: “hội nghị”, “buổi gặp mặt và làm việc”."""

Chairs = tuple[PersonReading, ...]


# --- guards


@dataclass(frozen=True, slots=True)
class OfMeeting:
    """The verb is said of a meeting: named behind it, or before it in the sentence, or left out at a clause's end."""

    named: bool = False
    """Whether the meeting must be named, or a list of persons must follow."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it is."""
        folded, _cues = scanned.source.folded, scanned.cues
        after = _skip(scanned, cue.end, stretch.end, " ")
        if not self.named and (after >= stretch.end or folded[after] in '.,;:()-–—”"“\n'):
            return not _first(scanned, _skip(scanned, after, stretch.end, " ,"), "chair.not_chairing")
        if any(_first(scanned, after, group) for group in ("chair.occasion", "meeting.noun")):
            return True
        if _first(scanned, after, "chair.not_chairing"):
            return False
        if _first(scanned, after, "chair.list_head") or folded.startswith(":", after):
            return True
        return self._left_out(scanned, cue, after, stretch) or self._near(scanned, after, stretch)

    def _left_out(self, scanned: ScannedText, cue: Cue, after: int, stretch: Range) -> bool:
        """“ông A chủ trì cùng ông B”, “Tại hội nghị, ông A chủ trì đã nghe …”, “Hội nghị do ông A chủ trì …”."""
        if self._done_by(scanned, cue, stretch):
            return True
        if self.named:
            return False
        named_before = scanned.cues.any_within("meeting.noun", stretch.start, cue.start)
        return _first(scanned, after, "chair.company") or (
            named_before and _first(scanned, after, "person.after_position")
        )

    def _near(self, scanned: ScannedText, after: int, stretch: Range) -> bool:
        end = min(stretch.end, after + _NOUN_WITHIN)
        comma = scanned.source.folded.find(",", after, end)
        return scanned.cues.any_within("meeting.noun", after, comma if comma >= 0 else end)

    def _done_by(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """“Hội nghị do ông An điều hành”."""
        done_by = scanned.source.folded.rfind(" do ", stretch.start, cue.start)
        return done_by >= 0 and (
            scanned.cues.any_within("meeting.noun", stretch.start, done_by)
            or scanned.cues.any_within("chair.occasion", stretch.start, done_by)
        )


@dataclass(frozen=True, slots=True)
class RightBefore:
    """A cue of `group` ends right before the verb and its adverbs."""

    group: str

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether such a cue stands there."""
        begin = _without_adverbs(scanned, cue.start, stretch.start)
        return any(self._ends_at(scanned, place, stretch.start) for place in (cue.start, begin))

    def _ends_at(self, scanned: ScannedText, position: int, floor: int) -> bool:
        found = scanned.cues.ending_at(self.group, position)
        if found is None or found.start < floor:
            return False
        longer = (scanned.cues.ending_at(group, position) for group in ("person.not_in_name", "chair.adverb"))
        return all(one is None or one.start >= found.start for one in longer)  # “Bộ trưởng Ngoại giao |”


@dataclass(frozen=True, slots=True)
class InClauseBefore:
    """A cue of `group` stands before the verb, in its sentence and behind the last semicolon."""

    group: str

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether such a cue stands there."""
        start = max(stretch.start, scanned.source.folded.rfind(";", stretch.start, cue.start) + 1)
        return scanned.cues.any_within(self.group, start, cue.start)


# --- producers


def _under(scanned: ScannedText, cue: Cue, stretch: Range) -> Chairs | None:
    """“dưới sự | chủ trì, điều hành | của đồng chí A, Bí thư …”."""
    begin = _without_adverbs(scanned, cue.start, stretch.start)
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


def _heading(scanned: ScannedText, cue: Cue, stretch: Range) -> Chairs | None:
    """“Chủ trì hội nghị | có các đồng chí: A; B”, “Đoàn Chủ tọa gồm | …”, “Chủ trì: | …”."""
    if not _opens_clause(scanned, cue, stretch) and not _is_listing(scanned, cue, stretch):
        return None
    begin = _list_begin(scanned, cue.end, stretch.end)
    return None if begin is None else _listed(scanned, begin, stretch.end, within=90)


def _is_listing(scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
    """“…, Chủ trì hội thảo gồm các đồng chí”: a capital, or a comma, and a list head behind the meeting's noun."""
    begin = _without_adverbs(scanned, cue.start, stretch.start)
    before = scanned.source.folded[stretch.start : begin].rstrip()
    return before.endswith((",", ";", "–", "-")) or scanned.source.text[cue.start].isupper()


def _list_begin(scanned: ScannedText, start: int, end: int) -> int | None:
    """Where the persons begin behind the meeting's noun and place: behind “có”, “gồm”, “là” or a colon."""
    folded, cues = scanned.source.folded, scanned.cues
    limit = min(end, start + 160)
    position = _skip(scanned, start, limit, " ,")
    if position < limit and folded[position] == ":":
        return position + 1
    head = cues.first_within("chair.list_head", start, limit)
    colon = folded.find(":", start, limit)
    if colon >= 0 and (head is None or colon < head.start) and not find_names(scanned, start, colon):
        return colon + 1
    if head is None:
        return None
    if cues.any_within("chair.directs", start, head.start) or folded.find(";", start, head.start) >= 0:
        return None
    name = next(iter(find_names(scanned, start, head.start)), None)
    return head.end if name is None else None


def _fronted(scanned: ScannedText, cue: Cue, stretch: Range) -> Chairs | None:
    """“Chủ trì cuộc họp, | Giám đốc Sở A | nhấn mạnh …”, “Chủ trì hội nghị | ông A, Giám đốc Sở”."""
    if not _opens_clause(scanned, cue, stretch):
        return None
    folded = scanned.source.folded
    for reading in read_persons(scanned, cue.end, min(stretch.end, cue.end + 480))[:3]:
        lead = folded[cue.end : reading.start].rstrip()
        if lead.endswith(",") or reading.honorific is not None or (not lead and reading.positions):
            if not lead.endswith(",") and scanned.cues.any_within("chair.directs", cue.end, reading.start):
                return None
            return _listed(scanned, reading.start, stretch.end, within=4, pairs_only=lead.endswith(","))
    return None


def _behind_body(scanned: ScannedText, cue: Cue, stretch: Range) -> Chairs | None:
    """“Hội nghị do Thường trực Đảng ủy | chủ trì, gồm các đồng chí: | A; B”."""
    after = _skip(scanned, cue.end, stretch.end, " ,")
    head = scanned.cues.at("chair.list_head", after)
    if head is None:
        return None
    return _listed(scanned, head.end, stretch.end, within=60)


def _subjects(scanned: ScannedText, cue: Cue, stretch: Range) -> Chairs | None:
    """“A, Trưởng Ban …, và B, Giám đốc … | đồng chủ trì”: the persons that lead up to the verb."""
    end = _without_adverbs(scanned, cue.start, stretch.start)
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


def _named_elsewhere(scanned: ScannedText, cue: Cue, stretch: Range) -> Chairs | None:
    """“Chủ tịch UBND tỉnh | chủ trì …”: the office alone, whose holder is named elsewhere behind the same words."""
    end = _without_adverbs(scanned, cue.start, stretch.start)
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
        if name is not None and folded[end : name.start].strip(" ,-–—") in _ADDRESSES:
            line = scanned.source.line_at(at)
            return read_person(scanned, name, at, line.end)
    return None


_MOST_SAME_OFFICE = 12
"""Places of the same office that are looked at."""
_HOLDER_WITHIN = 20_000
"""Characters from the beginning of a text within which the holder of an office is named."""
_ADDRESSES = frozenset({"", "ông", "bà", "đồng chí", "anh", "chị"})


# --- the rules

_NOT_A_CHAIR = (
    RightBefore("chair.not_a_chair"),
    RightBefore("chair.future"),
    InClauseBefore("chair.other_time"),
    InClauseBefore("chair.court"),
    After("chair.court", within=_COURT_WITHIN),
)

RULES: tuple[CueRule[Chairs], ...] = (
    CueRule(
        id="chair.under_the_chair_of",
        cue="chair.cue",
        unless=(InClauseBefore("chair.other_time"),),
        produce=_under,
        accepts={
            "Hội nghị diễn ra dưới sự chủ trì của Giám đốc Sở Trần Văn Mít.": ["Trần Văn Mít"],
            "Dưới sự chủ trì, điều hành của bà Lê Thị Na, HĐND huyện họp.": ["Lê Thị Na"],
            "Điểm cầu xã có sự tham dự và chủ trì của ông Hồ Bá Lý - Bí thư Đảng ủy.": ["Hồ Bá Lý"],
        },
        refuses=(
            "Dưới sự lãnh đạo của Giám đốc Trần Văn Mít, Sở đã họp.",
            "Trước đó, dưới sự chủ trì của ông Hồ Bá Lý, Sở đã họp.",
        ),
    ),
    CueRule(
        id="chair.under_the_conduct_of",
        cue="chair.verb_of_meeting",
        produce=_under,
        accepts={
            "Hội nghị diễn ra dưới sự điều hành của Phó Giám đốc Sở Lê Thị Na.": ["Lê Thị Na"],
            "Hội đồng họp phiên thứ 20 dưới sự chủ tọa của Chủ tịch Hội đồng Đinh Công Thắng.": ["Đinh Công Thắng"],
        },
        refuses=("Nhờ điều hành của Phó Giám đốc Lê Thị Na, thu ngân sách tăng.",),
    ),
    CueRule(
        id="chair.heading_a_list",
        cue="chair.cue",
        unless=_NOT_A_CHAIR,
        produce=_heading,
        accepts={
            "Chủ trì kỳ họp có các đồng chí: Trần Văn Mít; Lê Thị Na.": ["Trần Văn Mít", "Lê Thị Na"],
            "Chủ trì: đồng chí Trần Văn Mít, Giám đốc Sở.": ["Trần Văn Mít"],
            "Tại điểm cầu Sở, dự và chủ trì giao ban có ông Hồ Bá Lý - Giám đốc Sở.": ["Hồ Bá Lý"],
            "Chủ trì ở đầu cầu Sở Y tế là Giám đốc Sở Lê Văn Khải.": ["Lê Văn Khải"],
        },
        refuses=(
            "Chủ trì hội nghị yêu cầu các sở có báo cáo của Trần Văn Mít.",
            "Sở Nội vụ chủ trì có hiệu quả các đề án.",
        ),
    ),
    CueRule(
        id="chair.conduct_heading_a_list",
        cue="chair.verb_of_meeting",
        when=(OfMeeting(named=True),),
        unless=_NOT_A_CHAIR,
        produce=_heading,
        accepts={
            "Dự và điều hành diễn đàn có ông Hồ Bá Lý - Giám đốc Sở.": ["Hồ Bá Lý"],
            "Chủ tọa gồm ông Lê Văn Tám và bà Vũ Thị Na.": ["Lê Văn Tám", "Vũ Thị Na"],
        },
        refuses=("Điều hành giá có ông Hồ Bá Lý.",),
    ),
    CueRule(
        id="chair.presidium",
        cue="chair.presidium",
        produce=_heading,
        accepts={"Đoàn Chủ tọa kỳ họp gồm: ông Lê Văn Tám, bà Vũ Thị Na.": ["Lê Văn Tám", "Vũ Thị Na"]},
        refuses=("Đoàn Chủ tọa trả lời ông Lê Văn Tám.",),
    ),
    CueRule(
        id="chair.fronted_verb",
        cue="chair.cue",
        when=(OfMeeting(),),
        unless=_NOT_A_CHAIR,
        produce=_fronted,
        accepts={
            "Chủ trì hội nghị đối thoại với doanh nghiệp may, Giám đốc Sở Trần Quốc Mít nhấn mạnh việc cấp phép.": [
                "Trần Quốc Mít"
            ],
            "Chủ trì cuộc họp đồng chí Cao Văn Lợi, Chủ tịch UBND, tham dự có các ủy viên.": ["Cao Văn Lợi"],
        },
        refuses=(
            "Chủ trì đề tài, ông Trần Quốc Mít đã nộp báo cáo.",
            "Sau khi chủ trì, Sở Nội vụ báo cáo Trần Văn Mít.",
        ),
    ),
    CueRule(
        id="chair.body_then_list",
        cue="chair.cue",
        unless=_NOT_A_CHAIR,
        produce=_behind_body,
        accepts={
            "Hội nghị do Thường trực Đảng ủy chủ trì, gồm các đồng chí: Vũ Đình Mít, Bí thư; Lò Thị Mây, Phó Bí thư.": [
                "Vũ Đình Mít",
                "Lò Thị Mây",
            ]
        },
        refuses=("Hội nghị do Thường trực Đảng ủy chủ trì, các đồng chí Vũ Đình Mít và Lò Thị Mây dự.",),
    ),
    CueRule(
        id="chair.subject_of_verb",
        cue="chair.cue",
        when=(OfMeeting(),),
        unless=_NOT_A_CHAIR,
        produce=_subjects,
        accepts={
            "Giám đốc Sở Trần Văn Mít đã chủ trì hội nghị.": ["Trần Văn Mít"],
            "Hội nghị do ông Trần Văn Mít, giám đốc Sở, và bà Lê Thị Na đồng chủ trì.": ["Trần Văn Mít", "Lê Thị Na"],
            "Thay mặt ông Hồ Bá Lý, Giám đốc Sở, bà Lê Thị Na, Phó Giám đốc chủ trì hội nghị.": ["Lê Thị Na"],
        },
        refuses=(
            "Sở Nội vụ chủ trì, phối hợp với ông Trần Văn Mít.",
            "Trước đó, đồng chí Trần Văn Mít đã chủ trì cuộc họp của Ban Chỉ đạo.",
            "Tuần tới, ông Trần Văn Mít sẽ chủ trì hội nghị khác.",
            "Ông Trần Văn Mít chủ trì đề án số hóa.",
            "Trụ sở ở số 9 đường Phạm Văn Bạch do quận chủ trì hội nghị.",
        ),
    ),
    CueRule(
        id="chair.subject_of_conduct",
        cue="chair.verb_of_meeting",
        when=(OfMeeting(named=True),),
        unless=_NOT_A_CHAIR,
        produce=_subjects,
        accepts={
            "Hội nghị do ông Trần Văn Mít và bà Lê Thị Na điều hành.": ["Trần Văn Mít", "Lê Thị Na"],
            "Ông Bùi Sỹ Đán - Chủ tịch Hội điều hành diễn đàn.": ["Bùi Sỹ Đán"],
        },
        refuses=("Ông Bùi Sỹ Đán điều hành công ty.", "Phiên tòa do thẩm phán Trần Văn Mít làm chủ tọa."),
    ),
    CueRule(
        id="chair.by_office",
        cue="chair.cue",
        when=(OfMeeting(),),
        unless=_NOT_A_CHAIR,
        produce=_named_elsewhere,
        accepts={
            "Chủ tịch UBND xã chủ trì cuộc họp. Chủ tịch UBND xã Lê Thị Na yêu cầu rà soát.": ["Lê Thị Na"],
        },
        refuses=("Chủ tịch UBND xã chủ trì cuộc họp. Bí thư xã Lê Thị Na yêu cầu rà soát.",),
    ),
)


def read_chairs(scanned: ScannedText, start: int, end: int) -> Iterator[tuple[str, PersonReading]]:
    """Persons said to chair in `[start, end)`, each with the rule that read it; by the order of the verbs.

    At each verb the first rule that reads anybody counts.
    """
    rules = [rule for rule in RULES if rule.id not in scanned.without]
    for sentence, verbs in _sentences_with_verbs(scanned, start, end):
        for verb in verbs[:_MOST_VERBS]:
            stretch = _window(sentence, verb)
            for rule in rules:
                cue = scanned.cues.at(rule.cue, verb.start)
                if cue is None or not rule.applies(scanned, cue, stretch):
                    continue
                if found := rule.produce(scanned, cue, stretch):
                    yield from ((rule.id, one) for one in found)
                    break


_VERBS = ("chair.cue", "chair.verb_of_meeting", "chair.presidium")


def _sentences_with_verbs(scanned: ScannedText, start: int, end: int) -> Iterator[tuple[Range, list[Cue]]]:
    verbs = sorted(
        {cue.start: cue for group in _VERBS for cue in scanned.cues.within(group, start, end)}.values(),
        key=lambda cue: cue.start,
    )
    if not verbs:
        return
    i = 0
    for sentence in sentences(scanned.source, start, end):
        own: list[Cue] = []
        while i < len(verbs) and verbs[i].start < sentence.end:
            if verbs[i].start >= sentence.start:
                own.append(verbs[i])
            i += 1
        if own:
            yield sentence, own
        if i == len(verbs):
            return


def _window(sentence: Range, verb: Cue) -> Range:
    half = _LONGEST_SENTENCE // 2
    return Range(max(sentence.start, verb.start - half), min(sentence.end, verb.start + half))


# --- what stands around the verb


def _skip(scanned: ScannedText, position: int, end: int, signs: str) -> int:
    folded = scanned.source.folded
    while position < end and folded[position] in signs:
        position += 1
    return position


def _first(scanned: ScannedText, position: int, group: str) -> bool:
    return scanned.cues.at(group, position) is not None


def _without_adverbs(scanned: ScannedText, end: int, floor: int) -> int:
    """Where the adverbs before a verb begin: “… Giám đốc Sở | đã đến dự và trực tiếp | chủ trì”."""
    folded = scanned.source.folded
    for _ in range(_MOST_ADVERBS):
        while end > floor and folded[end - 1] in " ,-–—":
            end -= 1
        cue = scanned.cues.ending_at("chair.adverb", end)
        if cue is None or cue.start < floor or _is_office_word(scanned, cue, floor):
            break
        end = cue.start
    return end


def _is_office_word(scanned: ScannedText, cue: Cue, floor: int) -> bool:
    """“Trưởng Ban Chỉ đạo | chủ trì”: what looks like an adverb ends a position."""
    if scanned.cues.at("person.name_verb", cue.start) is None:
        return False
    capital = scanned.source.text[cue.start].isupper() and cue.start > floor
    return capital or scanned.cues.ending_at("person.leads_name_verb", cue.start) is not None


def _opens_clause(scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
    """Whether nothing but adverbs, signs, and words of time or place up to a comma stands before the verb."""
    begin = _without_adverbs(scanned, cue.start, stretch.start)
    before = scanned.source.folded[stretch.start : begin].rstrip(" \"“”'*•+>-–—")
    if not before:
        return True
    while before and not (before[-1].isalnum() or before[-1] in ",;:.)…!?"):
        before = before[:-1].rstrip()  # emoji and other bullets
    if not before or before[-1] in ";:.":
        return True
    between = scanned.source.text[stretch.start + len(before) : begin]
    if not any(char.isalnum() for char in before):
        return True
    if scanned.source.folded[begin : cue.start + 1].lstrip(" ")[:1] == "," or "," in between:
        return not find_names(scanned, stretch.start, begin)
    comma = scanned.source.folded[stretch.start : cue.start].rstrip()
    return comma.endswith(",") and not find_names(scanned, stretch.start, begin)


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
    begin = _skip(scanned, start, end, " ,-–—)(")
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
    after = _skip(scanned, reading.end, stretch.end, " ,")
    return cues.at("chair.delegates", after) is not None


# --- one person, many mentions


class _Found(NamedTuple):
    reading: PersonReading
    rule: str


def find_chairs(article: Article, occasion: MeetingMentions) -> tuple[Person, ...]:
    """Those said to chair, in reading order, each once; the fullest mention is the person's own.

    Args:
        article: the article.
        occasion: nothing is given for no meeting.
    """
    if not occasion.is_meeting:
        return ()
    found = [
        _Found(reading, rule)
        for place in _places(article.layout)
        for rule, reading in read_chairs(article, place.start, place.end)
    ]
    return tuple(_persons(article, found))


def _places(layout: Layout) -> list[Range]:
    """Paragraphs, captions and headline, in reading order."""
    places = {*layout.captions, *layout.body}
    if layout.title is not None:
        places.add(layout.title)
    if layout.lead is not None:
        places.add(layout.lead)
    return sorted(places)


def _key(scanned: ScannedText, name: Range) -> str:
    return " ".join(scanned.source.folded[name.start : name.end].split())


def _persons(article: Article, found: Iterable[_Found]) -> Iterator[Person]:
    """Each person once: the fullest mention, further ones beside it."""
    source = article.source
    mentions: dict[str, dict[Range, PersonReading]] = {}
    rules: dict[str, str] = {}
    for one in sorted(found, key=lambda one: one.reading.name.start):
        key = _key(article, one.reading.name)
        rules.setdefault(key, one.rule)
        mentions.setdefault(key, {}).setdefault(one.reading.name, one.reading)
    if mentions:
        _add_mentions(article, mentions)
    for key, readings in mentions.items():
        ordered = sorted(readings.values(), key=lambda reading: reading.start)
        fullest = max(ordered, key=_fullness)
        others = tuple(source.passage(one.start, one.end) for one in ordered if one is not fullest)
        yield person_of(source, fullest, rules[key], others)


def _fullness(reading: PersonReading) -> tuple[int, int, int]:
    """More positions, then longer ones, then the earlier mention."""
    length = sum(position.end - position.start for position in reading.positions)
    return len(reading.positions), length, -reading.start


_MOST_MENTIONS = 20
"""Further mentions of one person that are kept."""
_MENTIONS_IN = 12
"""Paragraphs, from the beginning, in which they are looked for: later ones name the person without positions."""


def _add_mentions(article: Article, mentions: dict[str, dict[Range, PersonReading]]) -> None:
    """Further places in lead, captions and first paragraphs that name the same persons."""
    layout = article.layout
    places = {*layout.captions, *layout.body[:_MENTIONS_IN], *filter(None, (layout.title, layout.lead))}
    for place in sorted(places):
        for sentence in sentences(article.source, *place):
            if not _may_name(article, sentence, mentions):
                continue
            names = find_names(article, sentence.start, sentence.end)
            if all(name in mentions.get(_key(article, name), {name: None}) for name in names):
                continue  # nobody who chairs, or read already
            for reading in read_persons(article, sentence.start, sentence.end):
                own = mentions.get(_key(article, reading.name))
                if own is not None and len(own) < _MOST_MENTIONS:
                    own.setdefault(reading.name, reading)


def _may_name(article: Article, sentence: Range, keys: Iterable[str]) -> bool:
    """Whether a sentence holds all words of one of some names."""
    words = article.source.folded[sentence.start : sentence.end]
    return any(all(word in words for word in key.split()) for key in keys)


def _shown(text: str) -> list[tuple[str, list[str]]]:
    scanned = scan(text)
    shown: dict[str, list[str]] = {}
    for rule, reading in read_chairs(scanned, 0, len(scanned.source)):
        shown.setdefault(rule, []).append(scanned.source.text[reading.name.start : reading.name.end])
    return list(shown.items())


TABLE = RuleTable(
    name="chairs",
    about="Who chaired: persons at a verb or noun of chairing, if it is said of the meeting.",
    rules=RULES,
    read=_shown,
)
