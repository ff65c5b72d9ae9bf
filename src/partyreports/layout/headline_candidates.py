"""One of the first lines of a page, which may be its headline, and what is seen of it and of its neighbours."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from partyreports.grammar.bodies import read_body
from partyreports.layout.bylines import byline_rule
from partyreports.layout.opening import Opening
from partyreports.layout.shapes import (
    begins_with_bullet,
    begins_with_marker,
    ends_in_stop,
    has_two_sentences,
    is_all_capitals,
    is_paragraph,
    last_sign,
    same_words,
    text_start,
    words_of,
)
from partyreports.text.cues import Cue
from partyreports.text.spans import Range

_TAG = re.compile(
    r"\(?[A-ZĐ][\w.&;+ ]{1,20}\)? ?[-–—]+ ?(?=[^\W\d_])|\([A-ZĐ][\w.&;+ -]{1,24}\) ?[-–—:]? ?(?=[^\W\d_])"
)
"""An agency in front of a first paragraph: “(TTXVN) - …”, “HNP - …”, “(GD&TĐ)- …”."""
_TAG_NAME = re.compile(r"\A\W{0,4}+(?:[A-ZĐ]{2}|(?=[^\WA-ZĐ]{0,20}[A-ZĐ])\w{1,24}+\.(?:vn|VN)|[A-Z][a-z]{1,20}[A-Z])")
_DAY_REACH = 40
"""How far into a lead its date stands: “Sáng ngày 12 tháng 4, …”, “Tại Hà Nội, chiều 12/4, …”."""
_MOST_WORDS_OF_A_SCENE = 6
_MOST_WORDS_OF_PAGE = 9
"""Words of a line in capitals that names the page: a body, a column."""
_LONGEST_WITH_STOP = 130
_LONGEST_OF_PHOTO = 190
_LONGEST_BODY = 90
_SHORTEST_STATEMENT = 25
_PERSONS = ("person.honorific", "person.degree", "person.rank", "headline.shown")
_SPEECH = ("meeting.speech", "extent.reporting_verb", "chair.cue")
_REACH_OF_SPEECH = 24
"""Characters at the end of a line in which a verb of speaking stands: “phát biểu khai mạc đại hội”."""
_SEVERAL = "các "
_MOSTLY = 0.6
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Candidate:
    """One of the first lines of a page."""

    opening: Opening
    number: int

    @cached_property
    def line(self) -> Range:
        """Its place."""
        return self.opening.lines[self.number]

    @property
    def length(self) -> int:
        """Its characters."""
        return self.line.end - self.line.start

    def has_cue(self, group: str, reach: int = 400) -> bool:
        """Whether a cue of a group stands in its first characters."""
        return self.opening.scanned.cues.any_within(group, self.line.start, min(self.line.end, self.line.start + reach))

    def begins_with(self, group: str) -> bool:
        """Whether a cue of a group stands at its head, behind quotes and bullets."""
        return self.opening.scanned.cues.at(group, self.head) is not None

    @cached_property
    def head(self) -> int:
        """Where its words begin."""
        return text_start(self.opening.source, self.line)

    @cached_property
    def next_number(self) -> int | None:
        """Number of the next line that is no dateline, caption, button or repetition."""
        return self.opening.next_line(self.number)

    @property
    def below(self) -> Range | None:
        """Place of that line."""
        return None if self.next_number is None else self.opening.lines[self.next_number]


def candidates(opening: Opening) -> list[Candidate]:
    """The lines of which one may be the headline."""
    found = [Candidate(opening, i) for i in range(opening.last + 1) if i not in opening.datelines]
    return [
        one for one in found if not (_is_plain_scene(one) or _is_author(one) or one.begins_with("meeting.salutation"))
    ]


def _is_author(candidate: Candidate) -> bool:
    """“Hà Vy” between a headline and its dateline: who wrote the article."""
    opening, number = candidate.opening, candidate.number
    return number > 0 and number + 1 in opening.datelines and byline_rule(opening.scanned, candidate.line) is not None


def _is_plain_scene(candidate: Candidate) -> bool:
    """“Quang cảnh hội nghị”, “Ông Bền. Ảnh: Hà Vy”: nothing but the words of a photo."""
    opening = candidate.opening
    rule = opening.captions.get(candidate.number)
    if rule == "caption.credit":
        return True
    if rule != "caption.scene":
        return False
    scene = opening.scanned.cues.at("caption.scene", candidate.head)
    if scene is not None and opening.scanned.cues.at("meeting.noun", scene.end + 1) is not None:
        return True
    return len(words_of(candidate.opening.source, candidate.line)) <= _MOST_WORDS_OF_A_SCENE


def is_dated(candidate: Candidate) -> bool:
    """“Sáng 12/4, …”, “Tại Hà Nội, chiều 12/4, …”, “Hôm nay, …”."""
    cues, line = candidate.opening.scanned.cues, candidate.line
    after_tag = _after_tag(candidate)
    day = cues.first_within("headline.day_word", after_tag, min(line.end, after_tag + _DAY_REACH))
    if day is None or (day.start > after_tag and not _stands_after_comma(candidate, day.start)):
        return False
    folded = candidate.opening.source.folded
    return _DIGIT.search(folded, day.end, min(line.end, day.end + 8)) is not None or " n" in folded[day.start : day.end]


def _stands_after_comma(candidate: Candidate, position: int) -> bool:
    return candidate.opening.source.text[max(candidate.line.start, position - 2) : position].startswith(",")


def tag_end(candidate: Candidate) -> int | None:
    """Where the agency's tag at its head ends: “(TTXVN) - |…”, or None."""
    source, line = candidate.opening.source, candidate.line
    match = _TAG.match(source.text, line.start, min(line.end, line.start + 60))
    if match is None or not _TAG_NAME.match(match[0]) or candidate.length < 60:
        return None
    return match.end()


def _after_tag(candidate: Candidate) -> int:
    return tag_end(candidate) or candidate.head


def echo(candidate: Candidate) -> float:
    """The share of its words that the paragraph below it says again."""
    opening = candidate.opening
    own = {word for word in opening.words(candidate.line) if len(word) > 1}
    below = next(
        (
            line
            for line in opening.lines[candidate.number + 1 : candidate.number + 6]
            if line.end - line.start > 60 and not same_words(opening.source, line, candidate.line)
        ),
        None,
    )
    if not own or below is None:
        return 0.0
    return len(own & opening.words(below)) / len(own)


def is_repeated(candidate: Candidate) -> bool:
    """Whether it is printed again below, and no other short line is: the name of a site may be printed twice, too."""
    opening, i = candidate.opening, candidate.number
    return not is_followed_by_short(candidate) and any(
        same_words(opening.source, line, candidate.line) for line in opening.lines[i + 1 : i + 4]
    )


def repeats(candidate: Candidate) -> bool:
    """Whether one of the three lines above says the same."""
    opening, i = candidate.opening, candidate.number
    return any(same_words(opening.source, line, candidate.line) for line in opening.lines[max(0, i - 3) : i])


def ends_a_crumb(candidate: Candidate) -> bool:
    """“> Tin tức > Sở Nội vụ giao ban” above it: crumbs that end with its words."""
    opening, i = candidate.opening, candidate.number
    words = opening.source.folded[candidate.line.start : candidate.line.end]
    return len(words) > 12 and any(
        opening.source.folded.endswith(words, line.start, line.end)
        for line in opening.lines[max(0, i - 4) : i]
        if line.end - line.start > len(words)
    )


def is_followed_by_paragraph(candidate: Candidate) -> bool:
    """Whether a paragraph, or a long sentence, is the next line."""
    below = candidate.below
    source = candidate.opening.source
    return below is not None and (
        is_paragraph(source, below) or (below.end - below.start > 80 and ends_in_stop(source, below))
    )


def is_followed_by_short(candidate: Candidate) -> bool:
    """Whether a short line without a stop is the next one."""
    below = candidate.below
    source = candidate.opening.source
    return below is not None and below.end - below.start < 110 and not ends_in_stop(source, below)


def is_followed_by_dated(candidate: Candidate) -> bool:
    """Whether the next line begins as a dated lead."""
    i = candidate.next_number
    return i is not None and is_dated(Candidate(candidate.opening, i))


def is_followed_by_list(candidate: Candidate) -> bool:
    """Whether the next line is a point."""
    below = candidate.below
    return below is not None and (
        begins_with_marker(candidate.opening.scanned, below) or begins_with_bullet(candidate.opening.source, below)
    )


def is_followed_by_statement(candidate: Candidate) -> bool:
    """Whether the next line ends in a stop."""
    below = candidate.below
    return below is not None and ends_in_stop(candidate.opening.source, below)


def _meeting_at_end(candidate: Candidate) -> Cue | None:
    source = candidate.opening.source
    end = source.trim(
        candidate.line.start, candidate.line.end - (1 if last_sign(source, candidate.line) == "." else 0)
    ).end
    return candidate.opening.scanned.cues.ending_at("meeting.noun", end)


def ends_at_meeting(candidate: Candidate) -> bool:
    """“… phát biểu tại hội nghị”: as the words of a photo end."""
    meeting = _meeting_at_end(candidate)
    source = candidate.opening.source
    return meeting is not None and source.folded.endswith(("tại ", "dự "), candidate.line.start, meeting.start)


def shows_person(candidate: Candidate) -> bool:
    """“Đồng chí Bí thư kết luận hội nghị”, “Ông Bền phát biểu”: somebody who speaks, or is at a meeting without a name.

    A headline would say of what is spoken, and which meeting it is; the words of a photo need not.
    """
    opening, head = candidate.opening, candidate.head
    head += len(_SEVERAL) if opening.source.folded.startswith(_SEVERAL, head) else 0
    is_of_person = any(opening.scanned.cues.at(group, head) is not None for group in _PERSONS)
    is_named = is_of_person or (
        opening.scanned.cues.at("person.position", head) is not None and _names_person(candidate)
    )
    if not is_named or candidate.length > _LONGEST_OF_PHOTO or candidate.has_cue("meeting.future"):
        return False
    return _meeting_at_end(candidate) is not None or _speech_at_end(candidate)


def _names_person(candidate: Candidate) -> bool:
    """“Bí thư Huyện ủy | Lê Văn | Bền phát biểu”: a family name, and a further word with a capital."""
    words = words_of(candidate.opening.source, candidate.line)
    families = candidate.opening.scanned.lexicon.forms("person.family_name")
    return any(word in families and then[0].isupper() for word, then in pairwise(words))


def _speech_at_end(candidate: Candidate) -> bool:
    """“… phát biểu chỉ đạo”, “… trả lời chất vấn.”, “… báo cáo tại tổ”."""
    scanned, line = candidate.opening.scanned, candidate.line
    start = max(candidate.head + 1, line.end - _REACH_OF_SPEECH)
    return any(scanned.cues.any_within(group, start, line.end) for group in _SPEECH) and not any(
        sign in scanned.source.text[candidate.head : line.end] for sign in ':“"?'
    )


def is_body(candidate: Candidate) -> bool:
    """“CỤC HẢI QUAN HOA LẠC”: a body's name alone, above the headline of minutes or on each page of its site."""
    line = candidate.line
    if candidate.length > _LONGEST_BODY or not is_followed_by_short(candidate):
        return False
    body = read_body(candidate.opening.scanned, candidate.head, line.end)
    return body is not None and line.end - body.end <= 1


def is_short_in_capitals(candidate: Candidate) -> bool:
    """“TIN TỨC - SỰ KIỆN”, “SỞ NỘI VỤ”: few words in capitals are the page's; of more words capitals tell nothing."""
    source, line = candidate.opening.source, candidate.line
    return is_all_capitals(source, line) and len(words_of(source, line)) <= _MOST_WORDS_OF_PAGE


def is_below_statement(candidate: Candidate) -> bool:
    """Whether a sentence stands above it that is not the words of a photo."""
    opening = candidate.opening
    return any(
        ends_in_stop(opening.source, line)
        and line.end - line.start > _SHORTEST_STATEMENT
        and number not in opening.captions
        and not shows_person(Candidate(opening, number))
        for number, line in enumerate(opening.lines[: candidate.number])
    )


def is_told_again(candidate: Candidate) -> bool:
    """“Xã Tân An sơ kết quý I.” above “Sáng 12/4, xã Tân An …”: a stop behind what is a headline all the same."""
    opening = candidate.opening
    if candidate.length > _LONGEST_WITH_STOP or not ends_in_stop(opening.source, candidate.line):
        return False
    if has_two_sentences(opening.source, candidate.line) or is_dated(candidate) or tag_end(candidate) is not None:
        return False
    below = candidate.next_number
    if below is None or candidate.begins_with("headline.lead_opener"):
        return False
    return is_dated(Candidate(opening, below)) and echo(candidate) > _MOSTLY


def speaks(candidate: Candidate) -> bool:
    """Whether somebody says something in it."""
    return candidate.has_cue("extent.reporting_verb") or candidate.has_cue("meeting.speech")
