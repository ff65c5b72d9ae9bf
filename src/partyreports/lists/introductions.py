"""Introductions: the sentences and headings before a list.

A list is introduced by the sentence or heading right before it; where that one only connects (“Theo đó,”) or
announces nothing, by one of the two before it. What follows is read as far as somebody asks: most lists have all
they need in the nearest sentence.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from partyreports.grammar.numbers import NUMBERED, read_count
from partyreports.grammar.sentences import sentences
from partyreports.layout.article import Article
from partyreports.lists.announcements import Count, Noun, is_heading, nouns_in
from partyreports.lists.series import Series
from partyreports.text.numerals import NUMBER_WORDS
from partyreports.text.spans import Range

_REACH = 1200
"""Characters before a list beyond which nothing introduces it: two long paragraphs."""
SENTENCES = 3
"""How many sentences before a list may introduce it."""
_ABOVE = 12
"""How many paragraphs above a list a heading is looked for."""
_CONNECTIVE = 40
"""Longest words that only connect a list to the sentence before: “Điều đó cho thấy,”, “Trong đó, trước hết là:”."""
_COUNTED = (
    r"(?<![\w.,/–-])(?P<number>{number}) +(?!{section.not_counted}(?!\w)|(?!\w+ ?[”\"’']){number_words}(?!\w))"
    r"(?P<noun>[\"“'‘]?[^\W\d_]+(?: [^\W\d_]+)?)"
)
_FRAME = 48
"""Longest words between a count and the words that point on: “5 nhân tố quyết định | sau:”."""
_PARTED = re.compile("[,;:]")
_BEFORE_MARKER = " \n-–—+*•"
"""What may stand between the words of a point and the first marker of its list: a bullet."""
_WORD_BEFORE = 8
"""Characters that hold the word before a number, if it is one of `NUMBERED`."""
_AGREES = 3
"""What it adds to a noun's strength that it counts just as many points as there are."""


class Introduction:
    """What stands before a list, nearest first."""

    def __init__(self, article: Article, before: Iterator[Range], series: Series) -> None:
        self._article = article
        self._unread = before
        self._read: list[Range] = []
        self._nouns: dict[Range, list[Noun]] = {}
        self._announced: dict[Range, Noun | None] = {}
        self._counts: dict[Range, tuple[Count, ...]] = {}
        self._points = len(series.items)
        self._starts_late = (series.items[0].number or 1) > 1
        self._index: int | None = None

    def nearest(self, count: int, first: int = 0) -> Sequence[Range]:
        """Sentences and headings before the list, the nearest (0) first: some from one on, or as many as there are."""
        missing = first + count - len(self._read)
        if missing > 0:
            self._read += islice(self._unread, missing)
        return self._read[first : first + count]

    def nouns(self, sentence: Range) -> list[Noun]:
        """Nouns in one of the sentences that may name the points, in reading order."""
        if sentence not in self._nouns:
            self._nouns[sentence] = nouns_in(self._article, sentence)
        return self._nouns[sentence]

    def announced(self, sentence: Range) -> Noun | None:
        """The noun by which one of the sentences announces the points, the last of the surest; or None."""
        if sentence not in self._announced:
            announcing = [noun for noun in self.nouns(sentence) if noun.announces]
            self._announced[sentence] = max(announcing, key=self._surety) if announcing else None
        return self._announced[sentence]

    def _surety(self, noun: Noun) -> tuple[int, int]:
        return noun.announces + self._agreement(noun), noun.start

    def introducing(self) -> Range | None:
        """The sentence or heading that introduces the list, or None."""
        index = self.index  # (as far as that all is read)
        return self._read[index] if self._read else None

    @property
    def index(self) -> int:
        """Which of the sentences introduces: the nearest that says something, or one that counts the points.

        “Theo đó,” and “Cụ thể:” say nothing of their own; a sentence that announces nothing gives way to one
        before it whose count is just the number of points, or that points on (“… sau đây.”). Where a list begins
        at two, such a sentence is its first point, and gives way to any that announces.
        """
        if self._index is None:
            self._index = self._find_index()
        return self._index

    def _find_index(self) -> int:
        nearest = self.nearest(SENTENCES)
        if not nearest:
            return 0
        first = 1 if len(nearest) > 1 and self._only_connects(nearest[0]) else 0
        for i, sentence in enumerate(nearest[first:], first):
            is_early = i == first or self._starts_late
            if (is_early and self._speaks(sentence)) or self.counts_points(sentence):
                return i
            if self._article.cues.ending_at("section.points_on.surely", sentence.end - 1) is not None:
                return i
        return first

    def counts_points(self, sentence: Range) -> bool:
        """Whether a sentence counts something, and just as many as there are points."""
        noun = self.announced(sentence)
        return (noun is not None and self._agreement(noun) > 0) or self.agreeing(sentence) is not None

    def agreeing(self, sentence: Range) -> Count | None:
        """A number before any noun that may be counted, with the noun, if it says how many points there are."""
        counts = self.counts(sentence) if self._points > 1 else ()
        if not counts:
            return None
        return next((count for count in counts if count.value == self._points), None)

    def framed(self, sentence: Range) -> Count | None:
        """A number before any noun that may be counted, in a sentence that ends “… sau:”: it announces the points."""
        if self._article.source.text[sentence.end - 1] != ":":
            return None
        pointing = self._article.cues.ending_at("section.points_on", sentence.end - 1)
        if pointing is None:
            return None
        folded = self._article.source.folded
        framed = [
            one
            for one in self.counts(sentence)
            if 0 <= pointing.start - one.end <= _FRAME and not _PARTED.search(folded, one.end, pointing.start)
        ]
        return framed[-1] if framed and framed[-1].value > 1 else None

    def counts(self, sentence: Range) -> tuple[Count, ...]:
        """Numbers before any noun that may be counted, each with the noun."""
        if sentence not in self._counts:
            self._counts[sentence] = tuple(self._find_counts(sentence))
        return self._counts[sentence]

    def _find_counts(self, sentence: Range) -> Iterator[Count]:
        folded, text = self._article.source.folded, self._article.source.text
        for match in self._article.lexicon.compile(_COUNTED).finditer(folded, sentence.start, sentence.end):
            if text[match.start()].isupper() and match.start() > sentence.start:
                continue  # a name: “huyện Ba Khê họp”
            before = folded[max(sentence.start, match.start() - _WORD_BEFORE) : match.start()].split()
            if before and (before[-1] in NUMBERED or before[-1].isdigit() or before[-1] in NUMBER_WORDS):
                continue  # “Tổ công tác số 2 kiểm tra”, “20 năm đổi mới”
            reading = read_count(folded, match.start())
            if reading is not None and reading.end <= match.end("number"):
                yield Count(match.start(), match.end(), reading.value)

    def _agreement(self, noun: Noun) -> int:
        return _AGREES if noun.number is not None and noun.number.value == self._points else 0

    def _speaks(self, sentence: Range) -> bool:
        return self._article.source.text[sentence.end - 1] == ":" or self.announced(sentence) is not None

    def _only_connects(self, sentence: Range) -> bool:
        if sentence.end - sentence.start > _CONNECTIVE:
            return False
        connective = self._article.cues.at("section.connective", sentence.start)
        return connective is not None and not self.counts_points(sentence)


def introduction_of(article: Article, series: Series, floor: int) -> Introduction:
    """The introduction of a list that no point holds.

    Args:
        article: the article.
        series: the list.
        floor: nothing before it belongs to the introduction: the end of the list before.
    """
    return Introduction(article, _before(article, series, floor), series)


def introduction_inside(article: Article, series: Series, body: int) -> Introduction:
    """The introduction of a list inside a point whose text begins at `body`: the words of the point before it."""
    first = series.items[0].marker
    end = first.start
    while end > body and article.source.text[end - 1] in _BEFORE_MARKER:
        end -= 1
    text = article.source.trim(max(body, first.start - _REACH), end)
    before = iter(reversed(sentences(article.source, text.start, text.end)) if text.start < text.end else [])
    return Introduction(article, before, series)


def heading_above(article: Article, series: Series, floor: int) -> Range | None:
    """The nearest line above a list that reads as a heading, or None."""
    source, body = article.source, article.layout.body
    index = bisect_left(body, (source.line(series.items[0].marker.line).start,))
    for paragraph in reversed(body[max(0, index - _ABOVE) : index]):
        if paragraph.start < floor:
            break
        if is_heading(article, paragraph):
            return paragraph
    return None


def _before(article: Article, series: Series, floor: int) -> Iterator[Range]:
    source, body = article.source, article.layout.body
    first = series.items[0].marker
    line = source.line(first.line)
    head = source.trim(max(line.start, floor), first.start)
    if head.end - head.start > 3:  # (more than a bullet)
        yield from reversed(sentences(source, max(head.start, head.end - _REACH), head.end))
    index = bisect_left(body, (line.start,))
    while index > 0:
        index -= 1
        paragraph = body[index]
        if paragraph.start < floor or first.start - paragraph.end > _REACH:
            return
        yield from reversed(sentences(source, max(paragraph.start, paragraph.end - _REACH), paragraph.end))
