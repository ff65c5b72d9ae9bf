"""Evidence for and against that one of the first lines of a page is its headline.

Each signal is a value with examples; its weight is data, fitted by `tools/fit_headline.py`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from partyreports.layout.captions import find_captions
from partyreports.layout.dateline import lines_of_page
from partyreports.layout.opening import Opening
from partyreports.layout.shapes import (
    SECTION_CUES,
    begins_with_bullet,
    begins_with_marker,
    ends_in_stop,
    has_two_sentences,
    is_all_capitals,
    is_paragraph,
    is_title_case,
    last_sign,
    same_words,
    text_start,
    words_of,
)
from partyreports.rules import RuleTable, Signal
from partyreports.text.scanned import scan
from partyreports.text.spans import Range

_TAG = re.compile(
    r"\(?[A-ZĐ][\w.&;+ ]{1,20}\)? ?[-–—]+ ?(?=[^\W\d_])|\([A-ZĐ][\w.&;+ -]{1,24}\) ?[-–—:]? ?(?=[^\W\d_])"
)
"""An agency in front of a first paragraph: “(TTXVN) - …”, “HNP - …”, “(GD&TĐ)- …”."""
_TAG_NAME = re.compile(r"[^\w]*([A-ZĐ]{2,}|[\w]*[A-ZĐ][\w]*\.(?:vn|VN)|[A-Z][a-z]+[A-Z]\w*)")
_DAY_REACH = 40
"""How far into a lead its date stands: “Sáng ngày 12 tháng 4, …”, “Tại Hà Nội, chiều 12/4, …”."""
_MOST_WORDS_OF_A_SCENE = 6
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


def _when(condition: Callable[[Candidate], bool]) -> Callable[[Candidate], float]:
    return lambda candidate: float(condition(candidate))


def _is_dated(candidate: Candidate) -> bool:
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


def _tag_end(candidate: Candidate) -> int | None:
    source, line = candidate.opening.source, candidate.line
    match = _TAG.match(source.text, line.start, min(line.end, line.start + 60))
    if match is None or not _TAG_NAME.match(match[0]) or candidate.length < 60:
        return None
    return match.end()


def _after_tag(candidate: Candidate) -> int:
    return _tag_end(candidate) or candidate.head


def _next(candidate: Candidate) -> Range | None:
    i = candidate.opening.next_line(candidate.number)
    return None if i is None else candidate.opening.lines[i]


def _echo(candidate: Candidate) -> float:
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


def _is_repeated(candidate: Candidate) -> bool:
    """Whether it is printed again below, and no other short line is: the name of a site may be printed twice, too."""
    opening, i = candidate.opening, candidate.number
    return not _is_followed_by_short(candidate) and any(
        same_words(opening.source, line, candidate.line) for line in opening.lines[i + 1 : i + 4]
    )


def _repeats(candidate: Candidate) -> bool:
    opening, i = candidate.opening, candidate.number
    return any(same_words(opening.source, line, candidate.line) for line in opening.lines[max(0, i - 3) : i])


def _ends_a_crumb(candidate: Candidate) -> bool:
    opening, i = candidate.opening, candidate.number
    words = opening.source.folded[candidate.line.start : candidate.line.end]
    return len(words) > 12 and any(
        opening.source.folded.endswith(words, line.start, line.end)
        for line in opening.lines[max(0, i - 4) : i]
        if line.end - line.start > len(words)
    )


def _is_followed_by_paragraph(candidate: Candidate) -> bool:
    below = _next(candidate)
    source = candidate.opening.source
    return below is not None and (
        is_paragraph(source, below) or (below.end - below.start > 80 and ends_in_stop(source, below))
    )


def _is_followed_by_short(candidate: Candidate) -> bool:
    below = _next(candidate)
    source = candidate.opening.source
    return below is not None and below.end - below.start < 110 and not ends_in_stop(source, below)


def _is_followed_by_dated(candidate: Candidate) -> bool:
    i = candidate.opening.next_line(candidate.number)
    return i is not None and _is_dated(Candidate(candidate.opening, i))


def _is_followed_by_list(candidate: Candidate) -> bool:
    below = _next(candidate)
    return below is not None and (
        begins_with_marker(candidate.opening.scanned, below) or begins_with_bullet(candidate.opening.source, below)
    )


def _is_followed_by_statement(candidate: Candidate) -> bool:
    below = _next(candidate)
    return below is not None and ends_in_stop(candidate.opening.source, below)


def _ends_at_meeting(candidate: Candidate) -> bool:
    """“… phát biểu tại hội nghị”: as the words of a photo end."""
    source = candidate.opening.source
    end = source.trim(
        candidate.line.start, candidate.line.end - (1 if last_sign(source, candidate.line) == "." else 0)
    ).end
    meeting = candidate.opening.scanned.cues.ending_at("meeting.noun", end)
    return meeting is not None and source.folded.endswith(("tại ", "dự "), candidate.line.start, meeting.start)


def _speaks(candidate: Candidate) -> bool:
    return candidate.has_cue("extent.reporting_verb") or candidate.has_cue("meeting.speech")


SIGNALS: tuple[Signal[Candidate], ...] = (
    Signal(
        id="headline.over_190",
        measure=_when(lambda c: c.length > 190),
        accepts=("Sở Nội vụ tổ chức hội nghị giao ban " + "và triển khai nhiệm vụ quý II " * 6,),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.over_140",
        measure=_when(lambda c: c.length > 140),
        accepts=("Sở Nội vụ tổ chức hội nghị giao ban " + "và triển khai nhiệm vụ quý II " * 4,),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.over_110",
        measure=_when(lambda c: c.length > 110),
        accepts=("Sở Nội vụ tổ chức hội nghị giao ban " + "và triển khai nhiệm vụ quý II " * 3,),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.under_25",
        measure=_when(lambda c: c.length < 25),
        accepts=("Sở Nội vụ giao ban",),
        refuses=("Sở Nội vụ giao ban công tác quý II",),
    ),
    Signal(
        id="headline.under_14",
        measure=_when(lambda c: c.length < 14),
        accepts=("Thời sự",),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.ends_in_stop",
        measure=_when(lambda c: ends_in_stop(c.opening.source, c.line)),
        accepts=("Sáng 12/4, Sở Nội vụ họp.",),
        refuses=("Sở Nội vụ họp!",),
    ),
    Signal(
        id="headline.ends_in_colon",
        measure=_when(lambda c: last_sign(c.opening.source, c.line) == ":"),
        accepts=("Sở nêu các việc sau:",),
        refuses=("Sở Nội vụ: họp",),
    ),
    Signal(
        id="headline.ends_in_comma",
        measure=_when(lambda c: last_sign(c.opening.source, c.line) in (";", ",")),
        accepts=("Sở nêu các việc,",),
        refuses=("Sở Nội vụ: họp",),
    ),
    Signal(
        id="headline.list_below",
        measure=_when(_is_followed_by_list),
        accepts=("Các việc của Sở\n1. Rà soát.\n2. Báo cáo.",),
        refuses=("Sở Nội vụ họp\nSáng 12/4, Sở họp.",),
    ),
    Signal(
        id="headline.introduces_list",
        measure=_when(lambda c: _is_followed_by_list(c) and any(c.has_cue(group) for group in SECTION_CUES)),
        accepts=("Nhiệm vụ trọng tâm\n1. Rà soát.\n2. Báo cáo.",),
        refuses=("Tin trong ngày\n1. Rà soát.\n2. Báo cáo.",),
    ),
    Signal(
        id="headline.ends_in_exclamation",
        measure=_when(lambda c: last_sign(c.opening.source, c.line) == "!"),
        accepts=("Thi đua lập thành tích!",),
        refuses=("Sở Nội vụ họp?",),
    ),
    Signal(
        id="headline.two_sentences",
        measure=_when(lambda c: has_two_sentences(c.opening.source, c.line)),
        accepts=("Sở Nội vụ họp. Giám đốc chủ trì",),
        refuses=("Sở Nội vụ họp",),
    ),
    Signal(
        id="headline.agency_tag",
        measure=_when(lambda c: _tag_end(c) is not None),
        accepts=("(TTXVN) - Sở Nội vụ đã tổ chức hội nghị giao ban công tác quý II.",),
        refuses=("(Kỳ I) Chuyện của làng",),
    ),
    Signal(
        id="headline.dated",
        measure=_when(_is_dated),
        accepts=("Sáng 12/4, Sở Nội vụ họp.", "Tại Hà Nội, chiều ngày 5 tháng 6, Bộ họp.", "Chiều nay, Bộ họp."),
        refuses=("Sáng mãi tấm gương", "Sở Nội vụ họp ngày 12/4"),
    ),
    Signal(
        id="headline.opens_as_lead",
        measure=_when(lambda c: c.begins_with("headline.lead_opener")),
        accepts=("Phát biểu tại hội nghị, ông Bền nêu ba việc",),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.small_head",
        measure=_when(lambda c: c.opening.source.text[c.head : c.head + 1].islower()),
        accepts=("cho biết như vậy tại hội nghị",),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.dash_head",
        measure=_when(lambda c: c.opening.source.text[c.line.start] in "-–—+*•"),
        accepts=("- Sáng nay, Sở họp",),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.speaks",
        measure=_when(_speaks),
        accepts=("Giám đốc Sở cho biết ba việc",),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.speaks_and_stops",
        measure=_when(lambda c: _speaks(c) and ends_in_stop(c.opening.source, c.line)),
        accepts=("Giám đốc Sở cho biết ba việc.",),
        refuses=("Giám đốc Sở cho biết ba việc",),
    ),
    Signal(
        id="headline.capitals",
        measure=_when(lambda c: is_all_capitals(c.opening.source, c.line)),
        accepts=("SỞ NỘI VỤ GIAO BAN",),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.title_case",
        measure=_when(
            lambda c: is_title_case(c.opening.source, c.line) and not is_all_capitals(c.opening.source, c.line)
        ),
        accepts=("Trần Văn Bền",),
        refuses=("Sở Nội vụ giao ban", "SỞ NỘI VỤ"),
    ),
    Signal(
        id="headline.caption",
        measure=_when(lambda c: c.number in c.opening.captions),
        accepts=("Toàn cảnh cuộc thi vẽ tranh của thiếu nhi huyện Suối Mây",),
        refuses=("Sở Nội vụ giao ban", "Quang cảnh hội nghị"),
    ),
    Signal(
        id="headline.ends_at_meeting",
        measure=_when(_ends_at_meeting),
        accepts=("Giám đốc Sở phát biểu tại hội nghị", "Ông Bền dự họp báo."),
        refuses=("Sở Nội vụ tổ chức hội nghị",),
    ),
    Signal(
        id="headline.furniture",
        measure=_when(lambda c: c.opening.furniture(c.number) is not None),
        accepts=("Thời sự", "Tiếng Việt | English", "> Tin tức > Dân vận"),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.slogan",
        measure=_when(lambda c: c.begins_with("headline.slogan") and last_sign(c.opening.source, c.line) == "!"),
        accepts=("Nhiệt liệt chào mừng Đại hội Đảng bộ tỉnh!",),
        refuses=("Nhiệt liệt chào mừng Đại hội",),
    ),
    Signal(
        id="headline.names_meeting",
        measure=_when(lambda c: c.has_cue("meeting.noun") or c.has_cue("meeting.kind")),
        accepts=("Sở Nội vụ giao ban quý II",),
        refuses=("Chuyện của làng",),
    ),
    Signal(
        id="headline.dateline_below",
        measure=_when(lambda c: c.number + 1 in c.opening.datelines),
        accepts=("Sở Nội vụ giao ban\n12/4/2023 08:15",),
        refuses=("Sở Nội vụ giao ban\nSáng 12/4, Sở họp.",),
    ),
    Signal(
        id="headline.dateline_above",
        measure=_when(lambda c: c.number - 1 in c.opening.datelines),
        accepts=("12/4/2023 08:15\nSở Nội vụ giao ban",),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.repeated_below",
        measure=_when(_is_repeated),
        accepts=("Sở Nội vụ giao ban\nSở Nội vụ giao ban",),
        refuses=("Sở Nội vụ giao ban\nSáng 12/4, Sở họp.",),
    ),
    Signal(
        id="headline.repeats",
        measure=_when(_repeats),
        accepts=("Sở Nội vụ giao ban\nSở Nội vụ giao ban",),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.ends_a_crumb",
        measure=_when(_ends_a_crumb),
        accepts=("> Tin tức > Sở Nội vụ giao ban\nSở Nội vụ giao ban",),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.echoed",
        measure=_echo,
        accepts=("Sở Nội vụ giao ban\nSáng 12/4, Sở Nội vụ tổ chức hội nghị giao ban công tác quý II.",),
        refuses=("Chuyện của làng\nSáng 12/4, Sở Nội vụ tổ chức hội nghị giao ban công tác quý II.",),
    ),
    Signal(
        id="headline.paragraph_below",
        measure=_when(_is_followed_by_paragraph),
        accepts=(
            "Sở giao ban\nSáng 12/4, Sở Nội vụ tổ chức hội nghị giao ban công tác quý II tại tỉnh Hoa Lạc và các xã.",
        ),
        refuses=("Sở giao ban\nThời sự",),
    ),
    Signal(
        id="headline.statement_below",
        measure=_when(_is_followed_by_statement),
        accepts=("Sở giao ban\nSáng 12/4, Sở Nội vụ họp.",),
        refuses=("Sở giao ban\nThời sự",),
    ),
    Signal(
        id="headline.dated_below",
        measure=_when(_is_followed_by_dated),
        accepts=("Sở giao ban\nSáng 12/4, Sở Nội vụ họp.",),
        refuses=("Sở giao ban\nThời sự",),
    ),
    Signal(
        id="headline.short_below",
        measure=_when(_is_followed_by_short),
        accepts=("Thời sự\nSở giao ban",),
        refuses=("Sở giao ban\nSáng 12/4, Sở họp.",),
    ),
    Signal(
        id="headline.first_line",
        measure=_when(lambda c: c.number == 0),
        accepts=("Sở Nội vụ giao ban",),
        refuses=("1. Rà soát hồ sơ.",),
    ),
    Signal(
        id="headline.last_line",
        measure=_when(lambda c: c.number == len(c.opening.lines) - 1),
        accepts=("Sở Nội vụ giao ban",),
        refuses=("Sở giao ban\n1. Rà soát.",),
    ),
    Signal(
        id="headline.caption_above",
        measure=_when(lambda c: any(i < c.number for i in c.opening.captions)),
        accepts=("Quang cảnh hội nghị\nSở Nội vụ giao ban",),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.statement_above",
        measure=_when(
            lambda c: any(
                ends_in_stop(c.opening.source, line) and line.end - line.start > 25
                for line in c.opening.lines[: c.number]
            )
        ),
        accepts=("Sáng 12/4, Sở Nội vụ đã họp.\nSở Nội vụ giao ban",),
        refuses=("Sở Nội vụ giao ban",),
    ),
)


def candidates(opening: Opening) -> list[Candidate]:
    """The lines of which one may be the headline."""
    found = [Candidate(opening, i) for i in range(opening.last + 1) if i not in opening.datelines]
    return [candidate for candidate in found if not _is_plain_scene(candidate)]


def _is_plain_scene(candidate: Candidate) -> bool:
    """“Quang cảnh hội nghị”: nothing but the words of a photo."""
    if candidate.opening.captions.get(candidate.number) != "caption.scene":
        return False
    return len(words_of(candidate.opening.source, candidate.line)) <= _MOST_WORDS_OF_A_SCENE


def strengths(opening: Opening) -> list[tuple[int, dict[str, float]]]:
    """What the signals say of each candidate, for the script that fits the weights."""
    return [
        (candidate.number, {signal.id: signal.measure(candidate) for signal in SIGNALS})
        for candidate in candidates(opening)
    ]


def _read(text: str) -> list[tuple[str, float]]:
    scanned = scan(text)
    lines = lines_of_page(scanned)
    found = strengths(Opening(scanned, lines, find_captions(scanned, lines)))
    return [(name, strength) for _, signals in found for name, strength in signals.items() if strength > 0]


TABLE = RuleTable(
    name="headline",
    about="Evidence for and against that a line is the headline; the weights are fitted from gold.",
    rules=SIGNALS,
    read=_read,
)
