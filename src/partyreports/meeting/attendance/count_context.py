"""What stands around the number of sites or people, and the guards that ask for it."""

from dataclasses import dataclass

from partyreports.grammar.numbers import count_before
from partyreports.models import Qualifier
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_CLAUSE = 90
"""Characters before a number within which its clause says what is counted; a comma ends it earlier."""
_ATTENDING_BEHIND = 70
"""Characters behind the noun within which “tham dự” may stand: “đảng viên của toàn Đảng bộ | tham dự”."""
_ATTENDING_BEFORE = 90
_OF_SITE_WITHIN = 110
"""Characters between a local site and a number that may be said of it: a name and two positions."""
_FIRST_FUTURE = 60
"""Characters from the head of a sentence in which a word of the future rules all of it: “Dự kiến, tham dự có …”."""


# --- guards


@dataclass(frozen=True, slots=True)
class OfOneSite:
    """The number is said of one site, of each, or of one unit that attended with its people."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it is."""
        cues, folded = scanned.cues, scanned.source.folded
        floor = max(stretch.start, folded.rfind(";", stretch.start, cue.start) + 1)
        if cues.at("person.honorific", _skip(folded, floor)) is not None:
            floor = stretch.start  # “tại điểm cầu tỉnh, ông An; | bà Na cùng 86 đại biểu”
        if cues.any_within("attendance.each", max(floor, cue.start - _CLAUSE), cue.start):
            return True
        for site in cues.within("attendance.site", floor, cue.start):
            if count_before(folded, floor, site.start) is not None:
                continue  # “tại 5 đầu cầu: Hà Nội, …”: all of them
            if cues.ending_at("attendance.starting_from", site.start - 1) is not None:
                continue  # “từ điểm cầu trụ sở Bộ tới 63 điểm cầu”: where the connection begins
            behind = _skip(folded, site.end)
            named = behind < cue.start and cues.at("attendance.whole", behind) is None and folded[behind].isalpha()
            is_near = cue.start - site.end <= _OF_SITE_WITHIN or folded[floor : site.start].strip() == "tại"
            if named and is_near and not cues.any_within("meeting.noun", site.end, cue.start):
                return True
        return self._of_one_unit(scanned, cue, floor)

    def _of_one_unit(self, scanned: ScannedText, cue: Cue, floor: int) -> bool:
        """“Tòa án tỉnh tham dự hội nghị với hơn 175 đại biểu”."""
        cues = scanned.cues
        verb = cues.last_within("attendance.attending", floor, cue.start)
        if verb is None or " với " not in scanned.source.folded[verb.end : cue.start]:
            return False
        return cues.at("body.head", floor) is not None


@dataclass(frozen=True, slots=True)
class ToCome:
    """The sentence tells of what is to come."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it does."""
        cues = scanned.cues
        head = min(cue.start, stretch.start + _FIRST_FUTURE)
        clause = max(stretch.start, cue.start - _CLAUSE)
        return cues.any_within("meeting.future", stretch.start, head) or cues.any_within(
            "meeting.future", clause, cue.start
        )


@dataclass(frozen=True, slots=True)
class InClause:
    """A cue of `group` stands before the noun in its clause, its number aside."""

    group: str

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether such a cue stands there."""
        start, text = _clause_start(scanned, cue.start, stretch), scanned.source.text
        found = scanned.cues.within(self.group, start, cue.start)
        return any(text[one.start].islower() or one.start == start for one in found)  # (and no “Cần Thơ”)


@dataclass(frozen=True, slots=True)
class RightAfter:
    """A cue of `group` follows the noun, and is not “dự” of those who attend."""

    group: str
    behind: str | None = None
    """A group of which a cue must stand between the noun and the cue: “12 đại biểu | tham dự | phát biểu”."""

    def holds(self, scanned: ScannedText, cue: Cue, _stretch: Range) -> bool:
        """Whether such a cue follows, “đã” and “được triệu tập” between them aside."""
        folded = scanned.source.folded
        after = _skip(folded, cue.end)
        if self.behind is not None:
            whole = scanned.cues.at(self.behind, cue.start)  # “đại biểu tham dự”
            between = scanned.cues.at(self.behind, after) if whole is None or whole.end <= cue.end else whole
            if between is None:
                return False
            after = _skip(folded, between.end)
        if folded.startswith("đã ", after):
            after = _skip(folded, after + 3)
        summoned = scanned.cues.at("attendance.summoned", after)
        if summoned is not None:
            after = _skip(folded, summoned.end)
        found = scanned.cues.at(self.group, after)
        return found is not None and not ("ends" in found.entry.flags and _goes_on(folded, found.end))


def _goes_on(folded: str, position: int) -> bool:
    """“đại biểu là nữ | nghị sĩ”: a further word follows."""
    return folded[_skip(folded, position) : _skip(folded, position) + 1].isalpha()


@dataclass(frozen=True, slots=True)
class SaidToAttend:
    """“tham dự” stands near the people, or their number is given for the meeting."""

    strictly: bool = False
    """Whether a verb or noun of attending is asked for."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it is."""
        if self._is_listed(scanned, cue, stretch) or self._attends(scanned, cue, stretch):
            return True
        return not self.strictly and self._is_given(scanned, cue, stretch)

    def _attends(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """A verb or noun of attending stands near; “có mặt” only where a meeting is named, too."""
        cues, folded = scanned.cues, scanned.source.folded
        whole = cues.at("attendance.attending", cue.start)
        if whole is not None and whole.end > cue.end:
            return True  # “100 | đại biểu dự | hội nghị”
        limit = min(stretch.end, cue.end + _ATTENDING_BEHIND)
        stop = min((at for sign in ";:" if (at := folded.find(sign, cue.end, limit)) >= 0), default=limit)
        floor = max(stretch.start, cue.start - _ATTENDING_BEFORE)
        groups = ("attendance.attending", "attendance.presence")
        verbs = [
            verb
            for group in groups
            for verb in (*cues.within(group, floor, cue.start), *cues.within(group, cue.end, stop))
            if not _is_in_longer_word(scanned, verb)
        ]
        return any("bare" not in verb.entry.flags for verb in verbs) or (
            bool(verbs) and OfMeeting().holds(scanned, cue, stretch)
        )

    def _is_given(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """“Hội nghị có | 300 đại biểu”, “1.900 đại biểu/75 điểm cầu”, “250 đại biểu | đã nghe”."""
        cues, folded = scanned.cues, scanned.source.folded
        if cues.at("attendance.hears", _skip(folded, cue.end)) is not None:
            return True
        begin = number_start(scanned, cue, stretch)
        if begin is None or not OfMeeting().holds(scanned, cue, stretch):
            return False
        if cues.ending_at("attendance.gathers", begin) is not None:
            return True
        line = scanned.source.line_at(cue.start)
        return begin <= line.start + 1 or folded[begin - 2 : begin].strip() in {",", "(", "/", ":"}

    def _is_listed(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """“Dự hội nghị có ông A, Bí thư …; bà B, Giám đốc …; cùng | 60 hội viên”: the people close a long list."""
        if scanned.cues.at("body.reporter", cue.start) is not None:
            return False  # (those who write of the meeting are a part of its guests)
        head = scanned.cues.first_within("attendance.attending", stretch.start, stretch.start + _OPENS_LIST)
        begin = number_start(scanned, cue, stretch)
        if head is None or begin is None or not scanned.cues.any_within("attendance.list_head", head.end - 1, begin):
            return False
        return scanned.cues.ending_at("attendance.closes_list", begin) is not None


def _is_in_longer_word(scanned: ScannedText, verb: Cue) -> bool:
    """“nói | về dự | án”, “| dự | thảo”: no verb of attending."""
    last = max(verb.start, verb.end - _SYLLABLE)
    longer = (scanned.cues.at(group, last) for group in _LONGER)
    return any(one is not None and one.end > verb.end for one in longer)


_LONGER = ("period.plan", "meeting.subject")
_SYLLABLE = 2
"""Characters of “dự”."""
_OPENS_LIST = 60
"""Characters from the head of a sentence in which the verb of attending opens a list."""


@dataclass(frozen=True, slots=True)
class OfMeeting:
    """A meeting is named in the sentence."""

    def holds(self, scanned: ScannedText, _cue: Cue, stretch: Range) -> bool:
        """Whether one is."""
        cues = scanned.cues
        return cues.any_within("meeting.noun", *stretch) or cues.any_within("attendance.site", *stretch)


@dataclass(frozen=True, slots=True)
class ClosesList:
    """“Về dự có các đồng chí lãnh đạo tỉnh cùng | 250 cán bộ”: a list of those who came to the meeting just named."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether a list begins with the sentence and ends with the number, and a meeting is named before it."""
        cues, begin = scanned.cues, number_start(scanned, cue, stretch)
        head = cues.at("attendance.attending", stretch.start)
        if (
            head is None
            or begin is None
            or cues.at("attendance.list_head", _skip(scanned.source.folded, head.end)) is None
        ):
            return False
        named = cues.any_within("meeting.noun", stretch.start - _NAMED_BEFORE, stretch.start)
        return named and cues.ending_at("attendance.closes_list", begin) is not None


@dataclass(frozen=True, slots=True)
class OfSeveral:
    """The people are those of several meetings, or of a stretch of time: “12 lớp với 500 người”, “Trong năm, …”."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether they are."""
        cues, folded = scanned.cues, scanned.source.folded
        if cues.at("attendance.over_a_period", stretch.start) is not None:
            return True
        end = min(stretch.end, cue.end + _ATTENDING_BEHIND)
        events = (
            *cues.within("meeting.noun", stretch.start, end),
            *cues.within("attendance.event", stretch.start, end),
        )
        return any(self._is_many(folded, stretch.start, event) for event in events if event.value != "phien_hop")

    def _is_many(self, folded: str, floor: int, event: Cue) -> bool:
        if folded.endswith(("các ", "những ", "nhiều "), floor, event.start):
            return True
        number = count_before(folded, floor, event.start)
        return number is not None and number.value > 1


@dataclass(frozen=True, slots=True)
class Drawn:
    """“Hội thảo thu hút | 95 giảng viên”: the number follows a word that says what the meeting had."""

    group: str

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it does, and the meeting is named before it."""
        begin = number_start(scanned, cue, stretch)
        before = None if begin is None else scanned.cues.ending_at(self.group, begin)
        return before is not None and scanned.cues.any_within("meeting.noun", stretch.start, before.start)


@dataclass(frozen=True, slots=True)
class OfSubject:
    """“Hội nghị | có 60 học viên”: the meeting opens the sentence, and the number is what it has."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it is so."""
        begin = number_start(scanned, cue, stretch)
        noun = scanned.cues.first_within("meeting.noun", stretch.start, stretch.start + _OPENS_LIST)
        if begin is None or noun is None or noun.start > stretch.start + 2:
            return False
        return scanned.lexicon.compile(_HAS).fullmatch(scanned.source.folded, noun.end, begin) is not None


_HAS = r" (?:đã |này )?{attendance.gathers} "


@dataclass(frozen=True, slots=True)
class AtSites:
    """“12 điểm cầu với | 500 đảng viên”: the number of sites stands right before."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it does."""
        begin = number_start(scanned, cue, stretch)
        site = None if begin is None else scanned.cues.last_within("attendance.site", stretch.start, begin)
        if begin is None or site is None or begin - site.end > _CLAUSE:
            return False
        if count_before(scanned.source.folded, stretch.start, site.start) is None:
            return False
        return scanned.cues.ending_at("attendance.closes_list", begin) is not None


@dataclass(frozen=True, slots=True)
class Held:
    """“tổ chức hội nghị”, “hội nghị được tổ chức”: the sentence tells that the meeting was held."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it does, before the number."""
        return scanned.cues.any_within("meeting.held", stretch.start, cue.start)


@dataclass(frozen=True, slots=True)
class SaysNothingElse:
    """“Có hơn 120 đảng viên tham dự.”: the sentence only tells who attended, right behind one that names a meeting."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it is so."""
        begin = number_start(scanned, cue, stretch)
        if begin is None or not scanned.cues.any_within("meeting.noun", stretch.start - _NAMED_BEFORE, stretch.start):
            return False
        of_all = scanned.cues.at("attendance.of_all", stretch.start)
        if of_all is not None and cue.entry.group == "attendance.people":
            return of_all.end + 1 == begin
        head = scanned.lexicon.compile(_ATTENDING_HEAD).fullmatch(scanned.source.folded, stretch.start, begin)
        if head is None:
            return False
        return head[1] is not None or self._attends(scanned, cue, stretch) or self._tells_who(scanned, cue, stretch)

    def _tells_who(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """“Có 200 đại biểu | là lãnh đạo các phòng.”, “… |, trong đó 90 nữ.”: of what, if not of the meeting."""
        if scanned.source.folded.startswith(_OF_WHOM, cue.end):
            speak = any(scanned.cues.any_within(group, cue.end, stretch.end) for group in _SPEAK)
            return cue.entry.group == "attendance.people" and not speak
        told = scanned.cues.at("attendance.told_of", _skip(scanned.source.folded, cue.end))
        return told is not None and cue.entry.group == "attendance.people"

    def _attends(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """“… | tham dự.”: the verb ends the sentence or its clause, or the meeting is its object."""
        cues, folded = scanned.cues, scanned.source.folded
        limit = min(stretch.end, cue.end + _ATTENDING_BEHIND)
        verb = cues.first_within("attendance.attending", cue.start, limit)
        if verb is None or any(sign in folded[cue.end : verb.start] for sign in ";:"):
            return False
        after = _skip(folded, verb.end)
        if after >= stretch.end or folded[after] in ".,;!":
            return True
        return any(cues.at(group, after) is not None for group in ("meeting.noun", "attendance.studies"))


_SPEAK = ("meeting.speech", "body.speaks", "attendance.also")
_OF_WHOM = ", trong đó "
_NAMED_BEFORE = 400
"""Characters before a sentence in which the meeting that it goes on with is named."""
_ATTENDING_HEAD = (
    r"[-–+*• ]{0,4}+(?:{attendance.as_of} [^,.;]{1,24}, )?+"
    r"({attendance.attending}(?: {meeting.noun}| {word.training})?(?:(?: còn)? (?:có|là|{word.consists})|:) )?"
    r"(?:(?:đã có|có|với|cùng với|cùng|{word.in_all}|{word.unnumbered}) ?){0,3}+"
)


def number_start(scanned: ScannedText, cue: Cue, stretch: Range) -> int | None:
    """Where the number of the people begins, with its qualifier."""
    number = count_before(scanned.source.folded, stretch.start, cue.start, classifiers(scanned))
    return None if number is None else qualifier_before(scanned, stretch.start, number.start)[1]


@dataclass(frozen=True, slots=True)
class FillsHall:
    """“Hơn 300 phụ huynh | ngồi kín phòng”: the people open the sentence, and fill the room."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether they do."""
        begin = number_start(scanned, cue, stretch)
        if begin is None or any(map(str.islower, scanned.source.text[stretch.start : begin])):  # (“TT - ”)
            return False
        return scanned.cues.at("attendance.fills", _skip(scanned.source.folded, cue.end)) is not None


@dataclass(frozen=True, slots=True)
class OfCongressToldOf:
    """A congress, and no other meeting, is named in the sentence: it may be a congress that is only mentioned."""

    def holds(self, scanned: ScannedText, _cue: Cue, stretch: Range) -> bool:
        """Whether it is so."""
        nouns = scanned.cues.within("meeting.noun", *stretch)
        return bool(nouns) and all(noun.entry.group == "meeting.noun.congress" for noun in nouns)


# --- the number itself


def classifiers(scanned: ScannedText) -> tuple[str, ...]:
    """Words that may stand between a number and the people: “lượt”, “vị”."""
    return scanned.lexicon.forms("attendance.classifier")


def _skip(folded: str, position: int) -> int:
    while position < len(folded) and folded[position] == " ":
        position += 1
    return position


def _clause_start(scanned: ScannedText, position: int, stretch: Range) -> int:
    """Where the clause of a place begins: behind a semicolon or a comma, or at the head of the sentence."""
    floor = max(stretch.start, position - _CLAUSE)
    folded = scanned.source.folded
    number = count_before(folded, floor, position, classifiers(scanned))
    end = position if number is None else number.start
    comma = max(folded.rfind(sign, floor, end) for sign in (", ", "; ", ": "))
    return max(floor, comma + 1)


def qualifier_before(scanned: ScannedText, floor: int, start: int) -> tuple[Qualifier, int]:
    """“hơn”, “gần” right before a number that begins at `start`, and where the whole begins."""
    cue = scanned.cues.ending_at("attendance.qualifier", start)
    if cue is None or cue.start < floor:
        return Qualifier.EXACT, start
    return Qualifier(str(cue.value)), cue.start
