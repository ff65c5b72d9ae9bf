"""Sections: each series with the words that introduce it, its role and its declared count."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from partyreports.construct import construct
from partyreports.grammar.numbers import WORDS_PATTERN, read_count
from partyreports.grammar.sentences import sentences
from partyreports.layout.article import Article
from partyreports.layout.segmentation import Layout
from partyreports.lists.series import Item, Series
from partyreports.models import FoundCount, Note, Passage, Point, Qualifier, Section, SectionRole
from partyreports.notes import WithNotes
from partyreports.text.lexicon import Lexicon
from partyreports.text.numerals import DIGITS_PATTERN, NUMBER_WORDS
from partyreports.text.patterns import alternation, spaced_words
from partyreports.text.source import SourceText, fold
from partyreports.text.spans import Range

_WINDOW = 1200
"""How far back, in characters, the introduction of a list is looked for."""
_HEADING = 160
"""Longest line without an end that is read as a heading."""


# A number in digits or words. What it may begin with is asked first: nearly every word is none.
_NUMBER = rf"(?=\d|{alternation(words.split()[0] for words in NUMBER_WORDS)})(?:{DIGITS_PATTERN}|{WORDS_PATTERN})"


_WEAK = frozenset({"section.task.yeu_cau", "section.task.de_nghi", "section.task.thoi_gian_toi"})


class _Cue(NamedTuple):
    """What a form means."""

    role: SectionRole
    rule: str
    is_weak: bool
    """A verb, which leaves the word to any noun in its sentence."""


class _Cues(NamedTuple):
    """Role cues of a lexicon, as one pattern, and what each form means."""

    pattern: "re.Pattern[str]"
    meaning: dict[str, _Cue]
    masked: "re.Pattern[str]"
    nouns: "re.Pattern[str]"
    """A number and a noun that is counted; like all the others, for `SourceText.spaced`."""
    anything: "re.Pattern[str]"


@lru_cache(maxsize=8)
def _cues(lexicon: Lexicon) -> _Cues:
    meaning: dict[str, _Cue] = {}
    for role in SectionRole:
        for entry in lexicon.group(f"section.{role.value}"):
            for form in entry.forms:
                cue = _Cue(role, f"role.cue.{entry.id}", entry.id in _WEAK)
                meaning.setdefault(" ".join(fold(form).split()), cue)
    return _Cues(
        pattern=re.compile(spaced_words(meaning)),
        meaning=meaning,
        masked=re.compile(spaced_words(lexicon.forms("section.not_a_cue"))),
        nouns=re.compile(
            rf" {_NUMBER} +(?P<noun>" + alternation(lexicon.forms("section.counted_noun")) + r")(?! cầu)(?!\w)"
        ),
        anything=re.compile(
            rf" {_NUMBER} +(?!"
            + alternation(lexicon.forms("section.not_counted"))
            + r"(?!\w))(?P<noun>[^\W\d_]+(?: [^\W\d_]+)?)"
        ),
    )


def find_sections(article: Article, series: tuple[Series, ...]) -> WithNotes[tuple[Section, ...]]:
    """Sections of the article in reading order.

    Args:
        article: the article.
        series: top-level lists in reading order.
    """
    source, layout, lexicon = article.source, article.layout, article.lexicon
    cues = _cues(lexicon)
    sections: list[Section] = []
    notes: list[Note] = []
    floor = layout.body[0].start if layout.body else 0
    for one in series:
        introduction = _Introduction(source, layout, one, floor, cues)
        role, rule = _role(source, one, introduction, cues)
        declared = _declared(source, one, introduction, cues)
        sections.append(_section(source, one, introduction, role, rule, declared))
        if declared is not None and declared.value != len(one.items):
            message = f"The introduction announces {declared.value} points; {len(one.items)} are printed."
            notes.append(Note(code="count-mismatch", message=message, span=declared.span))
        floor = one.items[-1].end
    return WithNotes(tuple(sections), tuple(notes))


def _section(
    source: SourceText,
    series: Series,
    introduction: "_Introduction",
    role: SectionRole,
    rule: str,
    declared: FoundCount | None,
) -> Section:
    nearest = introduction.sentence(0)
    heading: Passage | None = None if nearest is None else source.passage(*nearest)
    return construct(
        Section,
        role=role,
        heading=heading,
        declared=declared,
        inline=series.inline,
        numbered=series.numbered,
        points=tuple([_point(source, item) for item in series.items]),
        span=source.span(series.items[0].marker.start, series.items[-1].end),
        rule=rule,
    )


def _point(source: SourceText, item: Item) -> Point:
    marker = item.marker
    text, text_span = source.quoted(min(marker.body, item.end), item.end)
    children = item.children
    return construct(
        Point,
        number=item.number,
        marker=source.passage(marker.start, marker.end),
        style=marker.style,
        text=text,
        text_span=text_span,
        span=source.span(marker.start, max(item.end, marker.end)),
        points=tuple([_point(source, child) for one in children for child in one.items]) if children else (),
        points_role=None,
        points_rule=None,
        rule=marker.rule,
    )


# --- introduction


class _Count(NamedTuple):
    """A number with the noun that it counts, in the view."""

    start: int
    end: int
    noun: int
    """Where the noun begins."""
    value: int


class _Introduction:
    """Sentences and headings before a list, nearest first: the introducing one, then what helps to judge it.

    They are read as far as somebody asks: most lists have all they need in the first.
    """

    def __init__(self, source: SourceText, layout: Layout, series: Series, floor: int, cues: _Cues) -> None:
        self._source = source
        self._cues = cues
        self._unread = _sentences_before(source, layout, series, floor)
        self._read: list[Range] = []
        self._counts: dict[Range, list[_Count]] = {}

    def sentence(self, i: int) -> Range | None:
        """The nearest sentence (0), the one before it (1), and so on."""
        while i >= len(self._read):
            sentence = next(self._unread, None)
            if sentence is None:
                return None
            self._read.append(sentence)
        return self._read[i]

    def counts(self, sentence: Range) -> list[_Count]:
        """The nouns of points that one of them counts: “9 nhóm nhiệm vụ”."""
        found = self._counts.get(sentence)
        if found is None:
            found = self._counts[sentence] = _counted(self._source, sentence, self._cues.nouns)
        return found


def _sentences_before(source: SourceText, layout: Layout, series: Series, floor: int) -> Iterator[Range]:
    first = series.items[0].marker
    line = source.line(first.line)
    head = source.trim(max(line.start, floor), first.start)
    if head.end - head.start > 3:
        yield from reversed(sentences(source, max(head.start, head.end - _WINDOW), head.end))
    index = bisect_left(layout.body, (line.start,))
    while index > 0:
        index -= 1
        paragraph = layout.body[index]
        if paragraph.start < floor or first.start - paragraph.end > _WINDOW:
            return
        yield from reversed(sentences(source, max(paragraph.start, paragraph.end - _WINDOW), paragraph.end))


# --- role


def _role(source: SourceText, series: Series, introduction: _Introduction, cues: _Cues) -> tuple[SectionRole, str]:
    for i in range(3):
        if (sentence := introduction.sentence(i)) is None:
            break
        if (found := _last_cue(source, sentence, introduction, cues)) is not None:
            return found.role, found.rule
        # A sentence that announces ("… sau đây:") without a cue leaves the word to the heading above it.
    votes: dict[SectionRole, int] = {}
    for item in series.items[:8]:
        head = Range(item.marker.start, min(item.end, item.marker.body + 60))
        matches = cues.pattern.finditer(source.spaced, head.start, head.end + 1)
        if (cue := next(_standing(source, matches, head, cues), None)) is not None:
            votes[cue.role] = votes.get(cue.role, 0) + 1
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


def _standing(source: SourceText, matches: "Iterable[re.Match[str]]", stretch: Range, cues: _Cues) -> Iterator[_Cue]:
    """The cues among some matches in a stretch: no part of a fixed phrase, not dependent on what stands before."""
    masked: list[tuple[int, int]] | None = None
    for match in matches:
        start = match.start()
        if masked is None:
            masked = [phrase.span() for phrase in cues.masked.finditer(source.spaced, stretch.start, stretch.end + 1)]
        if any(begin <= start < end for begin, end in masked):
            continue
        if not _is_dependent(source.folded[max(stretch.start, start - 30) : start]):
            yield cues.meaning[" ".join(match[0].split())]


def _is_dependent(before: str) -> bool:
    return not _DEPENDENT_ON.isdisjoint(before.split()) and _DEPENDENT.search(before) is not None


def _last_cue(source: SourceText, sentence: Range, introduction: _Introduction, cues: _Cues) -> _Cue | None:
    """The cue that introduces: one that is counted, else the last noun, else the last verb."""
    matches = list(cues.pattern.finditer(source.spaced, sentence.start, sentence.end + 1))
    if matches and (counts := introduction.counts(sentence)):
        # (a cue matches with the space before it)
        noun = counts[-1].noun - 1
        counted = [match for match in matches if noun <= match.start() < noun + 6]
        if (cue := next(_standing(source, counted, sentence, cues), None)) is not None:
            return cue
    last = None
    for cue in _standing(source, reversed(matches), sentence, cues):
        if not cue.is_weak:
            return cue
        last = last or cue
    return last


# --- declared count


def _declared(source: SourceText, series: Series, introduction: _Introduction, cues: _Cues) -> FoundCount | None:
    """“9 nhóm nhiệm vụ, giải pháp”, “ba bài học”: the count that the introduction announces."""
    for i in range(2):
        if (sentence := introduction.sentence(i)) is None:
            break
        candidates = [count for count in introduction.counts(sentence) if 1 < count.value <= 99]
        if not candidates:
            continue
        exact = [count for count in candidates if count.value == len(series.items)]
        if i > 0 and not exact:
            break  # a number further off must agree to be believed
        return _count(source, (exact or candidates)[-1], "declared.counted_noun")
    nearest = introduction.sentence(0)
    if nearest is not None and source.text[nearest.end - 1] == ":":
        # “… cần giữ ba thói quen: một là A; hai là B; ba là C”: any noun, if the count agrees
        for count in _counted(source, nearest, cues.anything):
            if 1 < count.value == len(series.items):
                return _count(source, count, "declared.agrees")
    return None


def _counted(source: SourceText, sentence: Range, pattern: "re.Pattern[str]") -> list[_Count]:
    """Numbers with a noun, but not the second half of “18-20 nhiệm vụ”, “2/3 số việc” or “năm 2020 5 việc”."""
    text = source.folded
    found = []
    # (the spaced view is one character further on; the space before the number is part of the match)
    for match in pattern.finditer(source.spaced, sentence.start, sentence.end + 1):
        start, end = match.start(), match.end() - 1
        before = text[max(start - 2, 0) : start]
        if before[-1:] in {"-", "/"} or (before[-1:] == " " and before[:-1].isdigit()):
            continue
        reading = read_count(text, start)
        value = reading.value if reading is not None and reading.end <= end else 0
        found.append(_Count(start, end, match.start("noun") - 1, value))
    return found


def _count(source: SourceText, count: _Count, rule: str) -> FoundCount:
    text, span = source.quoted(count.start, count.end)
    return construct(FoundCount, text=text, span=span, rule=rule, value=count.value, qualifier=Qualifier.EXACT)
