"""What stands around a verb of chairing, and the guards that ask for it."""

from dataclasses import dataclass

from partyreports.grammar.dates import date_at
from partyreports.grammar.names import find_names
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_MOST_ADVERBS = 6
"""Words between the persons and the verb: “đã đến dự và trực tiếp”."""
_NOUN_WITHIN = 48
"""Characters behind the verb within which the meeting is named: “hội nghị”, “buổi gặp mặt và làm việc”."""


# --- guards


@dataclass(frozen=True, slots=True)
class OfMeeting:
    """The verb is said of a meeting: named behind it, or before it in the sentence, or left out at a clause's end."""

    named: bool = False
    """Whether the meeting must be named, or a list of persons must follow."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it is."""
        after = skip(scanned, cue.end, stretch.end, " ")
        presides = _is_of_meetings(scanned, cue, stretch)
        if presides and scanned.cues.ending_at("chair.delegated", cue.start) is not None:
            return False  # “thay mặt | chủ tọa phát biểu”
        if presides and scanned.source.text[after : after + 1].isupper():
            return True  # “Chủ tọa | Trần An mời các cổ đông”
        named = self.named and not presides
        if not named and (after >= stretch.end or scanned.source.folded[after] in '.,;:()-–—”"“\n'):
            other = scanned.cues.at("chair.not_chairing", skip(scanned, after, stretch.end, " ,"))
            return other is None or "object" in other.entry.flags
        if any(stands_at(scanned, after, group) for group in ("chair.occasion", "meeting.noun")):
            return True
        return not stands_at(scanned, after, "chair.not_chairing") and self._is_told(
            scanned, cue, after, stretch, named=named
        )

    def _is_told(self, scanned: ScannedText, cue: Cue, after: int, stretch: Range, *, named: bool) -> bool:
        """Whether persons are listed behind the verb, or the meeting stands before it, or further behind it."""
        is_listed = stands_at(scanned, after, "chair.list_head") or scanned.source.folded.startswith(":", after)
        if is_listed or self._done_by(scanned, cue, stretch):
            return True
        if _is_manager(scanned, cue):
            return False
        return (not named and self._left_out(scanned, cue, after, stretch)) or self._near(scanned, after, stretch)

    def _left_out(self, scanned: ScannedText, cue: Cue, after: int, stretch: Range) -> bool:
        """“ông A chủ trì cùng ông B”, “Tại hội nghị, ông A chủ trì đã nghe …”."""
        named_before = scanned.cues.any_within("meeting.noun", stretch.start, cue.start)
        return stands_at(scanned, after, "chair.company") or (
            named_before and stands_at(scanned, after, "person.after_position")
        )

    def _near(self, scanned: ScannedText, after: int, stretch: Range) -> bool:
        end = min(stretch.end, after + _NOUN_WITHIN)
        comma = scanned.source.folded.find(",", after, end)
        verb = scanned.cues.first_within("chair.cue", after, end)  # “Trưởng Ban điều hành giá | chủ trì cuộc họp”
        return scanned.cues.any_within(
            "meeting.noun", after, min(verb.start if verb else end, comma if comma >= 0 else end)
        )

    def _done_by(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """“Hội nghị do ông An điều hành”."""
        done_by = scanned.source.folded.rfind(" do ", stretch.start, cue.start)
        start = max(stretch.start, scanned.source.folded.rfind(";", stretch.start, max(done_by, stretch.start)) + 1)
        return any(scanned.cues.any_within(group, start, done_by) for group in ("meeting.noun", "chair.occasion"))


def _is_of_meetings(scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
    """“Chủ tọa”, where the sentence tells of no trial: it needs no meeting beside it."""
    return "of_meetings" in cue.entry.flags and not scanned.cues.any_within("chair.court", *stretch)


def _is_manager(scanned: ScannedText, cue: Cue) -> bool:
    """“Giám đốc | điều hành | Công ty”: the verb belongs to the office right before it."""
    if scanned.cues.at("chair.verb_of_meeting", cue.start) is None:
        return False
    office = scanned.cues.ending_at("person.position", cue.end) or scanned.cues.ending_at("person.position", cue.start)
    return office is not None and office.start < cue.start


@dataclass(frozen=True, slots=True)
class HeadsList:
    """“bầu Đoàn Chủ tịch | gồm”, “* Đoàn Chủ tịch”: a list head, or nothing more of the line, stands right behind."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether it does."""
        after = skip(scanned, cue.end, stretch.end, " ")
        return stands_at(scanned, after, "chair.list_head") or after in (
            stretch.end,
            scanned.source.line_at(cue.start).end,
        )


@dataclass(frozen=True, slots=True)
class SaidOfOtherTime:
    """“chủ trì | hồi tháng 3”, “chủ trì cuộc họp | tuần trước”: right behind the verb, or the meeting's noun there."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether a word for another time stands there."""
        after = skip(scanned, cue.end, stretch.end, " ")
        noun = scanned.cues.at("meeting.noun", after)
        places = (after,) if noun is None else (after, skip(scanned, noun.end, stretch.end, " "))
        return any(stands_at(scanned, place, "chair.other_time") for place in places)


@dataclass(frozen=True, slots=True)
class RightBefore:
    """A cue of one of `groups` ends right before the verb and its adverbs."""

    groups: tuple[str, ...]

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether such a cue stands there."""
        begin = without_adverbs(scanned, cue.start, stretch.start)
        places = (cue.start, begin) if begin < cue.start else (begin,)
        return any(self._ends_at(scanned, group, place, stretch.start) for group in self.groups for place in places)

    def _ends_at(self, scanned: ScannedText, group: str, position: int, floor: int) -> bool:
        found = scanned.cues.ending_at(group, position)
        if found is None or found.start < floor:
            return False
        longer = (scanned.cues.ending_at(group, position) for group in ("person.not_in_name", "chair.adverb"))
        if any(one is not None and one.start < found.start for one in longer):
            return False  # “Bộ trưởng Ngoại giao |”
        return not _ends_position(scanned, found, floor)


@dataclass(frozen=True, slots=True)
class InSentence:
    """A cue of one of `groups` stands anywhere in the sentence."""

    groups: tuple[str, ...]

    def holds(self, scanned: ScannedText, _cue: Cue, stretch: Range) -> bool:
        """Whether one stands there."""
        return any(scanned.cues.any_within(group, *stretch) for group in self.groups)


@dataclass(frozen=True, slots=True)
class InClauseBefore:
    """A cue of `group` stands before the verb, in its sentence and behind the last semicolon."""

    group: str

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether such a cue stands there."""
        start = max(stretch.start, scanned.source.folded.rfind(";", stretch.start, cue.start) + 1)
        return scanned.cues.any_within(self.group, start, cue.start)


def _ends_position(scanned: ScannedText, cue: Cue, floor: int) -> bool:
    """“Trưởng bộ môn Kỹ năng | chủ trì”: with a capital, or right behind an office, they end a position."""
    if any(scanned.cues.ending_at("person.position", place) is not None for place in (cue.start, cue.end)):
        return True  # “Thủ trưởng cơ quan | chủ trì”
    if not scanned.source.text[cue.start].isupper():
        return False
    office = scanned.cues.last_within("person.position", floor, cue.start)
    return office is not None and not any(sign in scanned.source.folded[office.end : cue.start] for sign in ",.;:")


# --- the words before and behind


def skip(scanned: ScannedText, position: int, end: int, signs: str) -> int:
    """Where the next character stands that is none of some signs."""
    folded = scanned.source.folded
    while position < end and folded[position] in signs:
        position += 1
    return position


def stands_at(scanned: ScannedText, position: int, group: str) -> bool:
    """Whether a cue of a group begins at a place."""
    return scanned.cues.at(group, position) is not None


def tells(scanned: ScannedText, position: int) -> bool:
    """Whether a verb of saying stands right behind a person."""
    return scanned.cues.at("chair.directs", skip(scanned, position, position + 3, " ,)-–—")) is not None


def without_adverbs(scanned: ScannedText, end: int, floor: int) -> int:
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


def behind_time(scanned: ScannedText, position: int, end: int) -> int:
    """Where an expression of time ends that begins at a place: “| sáng 5/4 | chủ trì”, “| hôm nay (5/4) | đã”."""
    for _ in range(_MOST_WORDS_OF_TIME):
        word = next((cue for group in _TIME if (cue := scanned.cues.at(group, position)) is not None), None)
        if word is not None and "preposition" in word.entry.flags:
            break  # “ông A | và | các phó chủ tịch”
        read = word or date_at(scanned, position, end)
        if read is None:
            break
        position = skip(scanned, read.end, end, " ,()")
    return min(position, end)


_TIME = ("time.now", "time.opens_date", "time.weekday")
_MOST_WORDS_OF_TIME = 6
"""“vào sáng ngày thứ sáu (5/4)” has five."""


def ends_before_verb(scanned: ScannedText, cue: Cue, group: str, floor: int) -> Cue | None:
    """The cue of a group that ends right before a verb or its adverbs: “| khi | trực tiếp chủ trì”."""
    places = (cue.start, without_adverbs(scanned, cue.start, floor))
    found = (scanned.cues.ending_at(group, place) for place in places)
    return next((one for one in found if one is not None and one.start >= floor), None)


def _is_office_word(scanned: ScannedText, cue: Cue, floor: int) -> bool:
    """“Trưởng Ban Chỉ đạo | chủ trì”, “Ủy viên Hội đồng | chủ trì”: what looks like an adverb ends a position."""
    for group in ("person.not_in_name", "person.position"):
        longer = scanned.cues.ending_at(group, cue.end)
        is_longer = longer is not None and floor <= longer.start < cue.start
        if longer is not None and is_longer and scanned.source.folded.find(" và ", floor, longer.start) < 0:
            return True  # but “ông A và bà B, Chủ tịch Hội | đồng chủ trì”
    if _ends_name(scanned, cue, floor):
        return True
    if scanned.cues.at("person.name_verb", cue.start) is None:
        return False
    capital = scanned.source.text[cue.start].isupper() and cue.start > floor
    return capital or scanned.cues.ending_at("person.leads_name_verb", cue.start) is not None


def _ends_name(scanned: ScannedText, cue: Cue, floor: int) -> bool:
    """“ông Võ Tá Đồng | chủ trì”: a syllable with a capital behind another one, and none behind it."""
    text = scanned.source.text
    before = text[max(floor, cue.start - _LONGEST_SYLLABLE) : cue.start].split(" ")[-2:-1]
    is_syllable = " " not in text[cue.start : cue.end] and text[cue.start : cue.end].istitle()
    return is_syllable and any(map(str.istitle, before)) and text[cue.end : cue.end + 2].lstrip(" ").islower()


_LONGEST_SYLLABLE = 9
"""Characters of a syllable, and a space on either side."""


def opens_clause(scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
    """Whether nothing but adverbs, signs, and words of time or place up to a comma stands before the verb."""
    begin = without_adverbs(scanned, cue.start, stretch.start)
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
