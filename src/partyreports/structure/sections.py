"""Sections: each series with the words that introduce it, its role and its declared count."""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from partyreports.grammar.numbers import DIGITS_PATTERN, WORDS_PATTERN, read_count
from partyreports.grammar.sentences import sentences
from partyreports.models import FoundCount, Note, Passage, Point, Qualifier, Section, SectionRole, trusted
from partyreports.notes import Noted
from partyreports.structure.furniture import Layout
from partyreports.structure.series import Item, Series
from partyreports.text.lexicon import Lexicon
from partyreports.text.patterns import alternation, spaced_words
from partyreports.text.source import SourceText, fold
from partyreports.text.spans import Range

_WINDOW = 1200
"""How far back, in characters, the introduction of a list is looked for."""
_HEADING = 160
"""Longest line without an end that is read as a heading."""


class _Cues(NamedTuple):
    """Role cues of a lexicon, as one pattern, and what each form means."""

    pattern: "re.Pattern[str]"
    meaning: dict[str, tuple[SectionRole, str]]
    masked: "re.Pattern[str]"
    nouns: "re.Pattern[str]"
    """A number and a noun that is counted; like all the others, for `SourceText.spaced`."""
    anything: "re.Pattern[str]"


@lru_cache(maxsize=8)
def _cues(lexicon: Lexicon) -> _Cues:
    meaning: dict[str, tuple[SectionRole, str]] = {}
    for role in SectionRole:
        for entry in lexicon.group(f"section.{role.value}"):
            for form in entry.forms:
                meaning.setdefault(" ".join(fold(form).split()), (role, entry.id))
    return _Cues(
        pattern=re.compile(spaced_words(meaning)),
        meaning=meaning,
        masked=re.compile(spaced_words(lexicon.forms("section.not_a_cue"))),
        nouns=re.compile(
            rf" (?:{DIGITS_PATTERN}|{WORDS_PATTERN}) +(?P<noun>"
            + alternation(lexicon.forms("section.counted_noun"))
            + r")(?! cầu)(?!\w)"
        ),
        anything=re.compile(
            rf" (?:{DIGITS_PATTERN}|{WORDS_PATTERN}) +(?!"
            + alternation(lexicon.forms("section.not_counted"))
            + r"(?!\w))[^\W\d_]+(?: [^\W\d_]+)?"
        ),
    )


def find_sections(
    source: SourceText, layout: Layout, series: tuple[Series, ...], lexicon: Lexicon
) -> Noted[tuple[Section, ...]]:
    """Sections of the article in reading order.

    Args:
        source: the article.
        layout: says which lines are the article proper.
        series: top-level lists in reading order.
        lexicon: gives cues of roles and nouns that are counted.
    """
    cues = _cues(lexicon)
    sections: list[Section] = []
    notes: list[Note] = []
    floor = layout.body[0].start if layout.body else 0
    for one in series:
        introduction = _introduction(source, layout, one, floor)
        role, rule = _role(source, one, introduction, cues)
        declared = _declared(source, one, introduction, cues)
        section = _section(source, one, introduction, role, rule, declared)
        sections.append(section)
        if declared is not None and declared.value != len(one.items):
            message = f"The introduction announces {declared.value} points; {len(one.items)} are printed."
            notes.append(Note(code="count-mismatch", message=message, span=declared.span))
        floor = one.items[-1].end
    return Noted(tuple(sections), tuple(notes))


def _section(
    source: SourceText,
    series: Series,
    introduction: list[Range],
    role: SectionRole,
    rule: str,
    declared: FoundCount | None,
) -> Section:
    heading: Passage | None = source.passage(*introduction[0]) if introduction else None
    return trusted(
        Section,
        role=role,
        heading=heading,
        declared=declared,
        inline=series.inline,
        points=tuple(_point(source, item) for item in series.items),
        span=source.span(series.items[0].marker.start, series.items[-1].end),
        rule=rule,
    )


def _point(source: SourceText, item: Item) -> Point:
    marker = item.marker
    body = min(marker.body, item.end)
    text_span = source.span(body, item.end)
    return trusted(
        Point,
        number=item.number,
        marker=source.passage(marker.start, marker.end),
        style=marker.style,
        text=source.raw[text_span.start : text_span.end],
        text_span=text_span,
        span=source.span(marker.start, max(item.end, marker.end)),
        points=tuple(_point(source, child) for series in item.children for child in series.items),
        rule=marker.rule,
    )


# --- introduction


def _introduction(source: SourceText, layout: Layout, series: Series, floor: int) -> list[Range]:
    """Sentences and headings before a list, nearest first: the introducing one, then what helps to judge it."""
    first = series.items[0].marker
    line = source.line(first.line)
    found: list[Range] = []
    head = source.trim(max(line.start, floor), first.start)
    if head.end - head.start > 3:
        found.extend(reversed(sentences(source, max(head.start, head.end - _WINDOW), head.end)))
    index = bisect_left(layout.body, (line.start,))
    while index > 0 and len(found) < 4:
        index -= 1
        paragraph = layout.body[index]
        if paragraph.start < floor or first.start - paragraph.end > _WINDOW:
            break
        found.extend(reversed(sentences(source, max(paragraph.start, paragraph.end - _WINDOW), paragraph.end)))
    return found[:4]


# --- role


def _role(source: SourceText, series: Series, introduction: list[Range], cues: _Cues) -> tuple[SectionRole, str]:
    for sentence in introduction[:3]:
        if (found := _last_cue(source, sentence, cues)) is not None:
            return found
        # A sentence that announces ("… sau đây:") without a cue leaves the word to the heading above it.
    votes: dict[SectionRole, int] = {}
    for item in series.items[:8]:
        head = Range(item.marker.start, min(item.end, item.marker.body + 60))
        if (found := _first_cue(source, head, cues)) is not None:
            votes[found[0]] = votes.get(found[0], 0) + 1
    if votes:
        role, count = max(votes.items(), key=lambda pair: pair[1])
        if 2 * count > min(len(series.items), 8):
            return role, f"role.points.{role.value}"
    return SectionRole.OTHER, "role.none"


# “nguyên nhân của những hạn chế”, “giải pháp khắc phục tồn tại”: the cue after these depends on the one before
_DEPENDENT = re.compile(
    r"(?:của|khắc phục|phát huy|tháo gỡ|giải quyết|vượt qua|từ|gây ra|dẫn đến|trên cơ sở)"
    r"(?: những| các| một số| nhiều| mọi)?(?: [^\W\d_]+)?(?: \d+| hai| ba)? $"
)
_DEPENDENT_ON = frozenset({"của", "phục", "huy", "gỡ", "quyết", "qua", "từ", "ra", "đến", "sở"})
"""The last words of what a cue may depend on: quick to ask."""
_WEAK = frozenset({"section.task.yeu_cau", "section.task.de_nghi", "section.task.thoi_gian_toi"})


def _cue_matches(source: SourceText, stretch: Range, cues: _Cues) -> "list[re.Match[str]]":
    folded, spaced = source.folded, source.spaced
    masked = [match.span() for match in cues.masked.finditer(spaced, stretch.start, stretch.end + 1)]
    return [
        match
        for match in cues.pattern.finditer(spaced, stretch.start, stretch.end + 1)
        if not any(start <= match.start() < end for start, end in masked)
        and not _is_dependent(folded[max(stretch.start, match.start() - 30) : match.start()])
    ]


def _is_dependent(before: str) -> bool:
    return not _DEPENDENT_ON.isdisjoint(before.split()) and _DEPENDENT.search(before) is not None


def _last_cue(source: SourceText, sentence: Range, cues: _Cues) -> tuple[SectionRole, str] | None:
    """The cue that introduces: one that is counted, else the last noun, else the last verb."""
    matches = _cue_matches(source, sentence, cues)
    if not matches:
        return None
    # (a noun begins one further on in the spaced view; the space before it is where its cue matches)
    counted = [match.start("noun") - 1 for match in _counted(source, sentence, cues.nouns)]
    if counted and (hits := [match for match in matches if counted[-1] <= match.start() < counted[-1] + 6]):
        return _meaning(hits[0], cues)
    strong = [match for match in matches if _meaning(match, cues)[1].removeprefix("role.cue.") not in _WEAK]
    return _meaning((strong or matches)[-1], cues)


def _first_cue(source: SourceText, stretch: Range, cues: _Cues) -> tuple[SectionRole, str] | None:
    matches = _cue_matches(source, stretch, cues)
    return _meaning(matches[0], cues) if matches else None


def _meaning(match: "re.Match[str]", cues: _Cues) -> tuple[SectionRole, str]:
    role, entry = cues.meaning[" ".join(match[0].split())]
    return role, f"role.cue.{entry}"


# --- declared count


def _declared(source: SourceText, series: Series, introduction: list[Range], cues: _Cues) -> FoundCount | None:
    """“9 nhóm nhiệm vụ, giải pháp”, “ba bài học”: the count that the introduction announces."""
    for i, sentence in enumerate(introduction[:2]):
        candidates = [m for m in _counted(source, sentence, cues.nouns) if 1 < _value(source, m) <= 99]
        if not candidates:
            continue
        exact = [m for m in candidates if _value(source, m) == len(series.items)]
        if i > 0 and not exact:
            break  # a number further off must agree to be believed
        match = (exact or candidates)[-1]
        return _count(source, match, "declared.counted_noun")
    if introduction and source.text[introduction[0].end - 1] == ":":
        # “… cần giữ ba thói quen: một là A; hai là B; ba là C”: any noun, if the count agrees
        for match in _counted(source, introduction[0], cues.anything):
            if 1 < _value(source, match) == len(series.items):
                return _count(source, match, "declared.agrees")
    return None


def _counted(source: SourceText, sentence: Range, pattern: "re.Pattern[str]") -> "list[re.Match[str]]":
    """Numbers with a noun, but not the second half of “18-20 nhiệm vụ”, “2/3 số việc” or “năm 2020 5 việc”."""
    text = source.folded
    return [
        match
        for match in pattern.finditer(source.spaced, sentence.start, sentence.end + 1)
        if text[match.start() - 1 : match.start()] not in {"-", "/"}
        and not (
            text[match.start() - 1 : match.start()] == " " and text[match.start() - 2 : match.start() - 1].isdigit()
        )
    ]


def _count(source: SourceText, match: "re.Match[str]", rule: str) -> FoundCount:
    text, span = source.quoted(match.start(), match.end() - 1)
    value = _value(source, match)
    return trusted(FoundCount, text=text, span=span, rule=rule, value=value, qualifier=Qualifier.EXACT)


def _value(source: SourceText, match: "re.Match[str]") -> int:
    reading = read_count(source.folded, match.start())
    return reading.value if reading is not None and reading.end < match.end() else 0
