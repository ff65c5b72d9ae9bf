"""What is measured of a list with its introduction, to tell its role: each measure from 0 (not there) to 1."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

from partyreports.layout.article import Article
from partyreports.lists.announcements import SURE, Noun, is_heading, nouns_in
from partyreports.lists.introductions import Introduction
from partyreports.lists.series import Item, Series
from partyreports.models import MarkerStyle
from partyreports.text.spans import Range, range_of

_POINTS = 8
"""How many points are asked how they begin: more tell nothing new."""
_HEAD = 70
"""Characters of a point that are its head."""
_EARLIER = 2
"""How many sentences before the introducing one may tell what the points are."""
_FIRST_WORDS = 24
"""Characters within which the first words of a point stand: three or four syllables."""


class SeenList:
    """A list with what stands around it.

    Args:
        article: the article.
        series: the list.
        introduction: what stands before it.
        above: the heading above it.

    Attributes:
        sentence: the sentence or heading that introduces the list.
        announced: the noun in it that names the points.
        heads: the first words of the first points.
    """

    def __init__(self, article: Article, series: Series, introduction: Introduction, above: Range | None) -> None:
        self.article = article
        self.series = series
        self.introduction = introduction
        self.above = above
        self.sentence: Range | None = introduction.introducing()
        self.announced: Noun | None = None if self.sentence is None else introduction.announced(self.sentence)
        self.heads = tuple([_head(article, item) for item in series.items[:_POINTS]])

    @property
    def stretches(self) -> Sequence[tuple[int, int]]:
        """Where all words stand that signals ask for: from its introduction to its points, in the heading above it."""
        start, end = self.heads[0].start, self.heads[-1].end + _HEAD
        if self.sentence is not None:
            start = self.introduction.nearest(1 + _EARLIER, self.introduction.index)[-1].start
        return [(start, end)] if self.above is None else [(start, end), self.above]

    @property
    def is_told(self) -> bool:
        """Whether the introducing sentence itself tells what the points are."""
        return self.announced is not None and self.announced.kind != "neutral"

    @cached_property
    def announced_earlier(self) -> Noun | None:
        """The nearest noun that the two sentences before announce, where the introducing one does not tell."""
        if self.is_told:
            return None
        for sentence in self.introduction.nearest(_EARLIER, self.introduction.index + 1):
            noun = self.introduction.announced(sentence)
            if noun is not None and noun.kind != "neutral":
                return noun
        return None

    @cached_property
    def nouns_above(self) -> list[Noun]:
        """The nouns of the heading above it."""
        return [] if self.above is None else nouns_in(self.article, self.above)

    def may_begin(self, group: str) -> bool:
        """Whether a cue of a group stands anywhere from the first of these words to the last, or runs on from them."""
        return self.article.cues.any_within(group, self.heads[0].start, self.heads[-1].end + _HEAD)

    def says(self, group: str) -> bool:
        """Whether the introducing sentence holds a cue of a group."""
        sentence = self.sentence
        return sentence is not None and self.article.cues.any_within(group, sentence.start, sentence.end)

    def share(self, holds: Callable[[Range], bool]) -> float:
        """Share of the first points of which something holds."""
        return sum(map(holds, self.heads)) / len(self.heads)


def _head(article: Article, item: Item) -> Range:
    start, folded = item.marker.body, article.source.folded
    end = item.end if item.end - start <= _HEAD else start + _HEAD
    while start < end and not folded[start].isalnum():
        start += 1
    return range_of((start, end))


class Measure(NamedTuple):
    """How strongly something is there."""

    strength: Callable[[SeenList], float]
    needs: tuple[str, ...] = ()
    """Groups of which a form must stand around the list, or it is not there."""


def needing(*groups: str) -> Callable[[Callable[[SeenList], float]], Measure]:
    """Make a measure of a function, with the groups that it needs."""
    return lambda strength: Measure(strength, groups)


# --- the noun


def _nouns(kind: str) -> tuple[str, ...]:
    return (f"section.{kind}",)


def _announced(seen: SeenList, kind: str) -> Noun | None:
    """The noun that names the points, if it is of a kind."""
    return seen.announced if seen.announced is not None and seen.announced.kind == kind else None


def named(kind: str) -> Measure:
    """“ba nhiệm vụ”, “các kết quả sau”: the introduction announces a noun of this kind."""
    return Measure(lambda seen: (noun := _announced(seen, kind)) is not None and noun.announces >= SURE, _nouns(kind))


def counted(kind: str) -> Measure:
    """The noun is counted: “ba nhiệm vụ”."""
    return Measure(lambda seen: (noun := _announced(seen, kind)) is not None and noun.number is not None, _nouns(kind))


def guessed(kind: str) -> Measure:
    """A noun of this kind stands there, but may not name the points."""
    return Measure(lambda seen: (noun := _announced(seen, kind)) is not None and noun.announces < SURE, _nouns(kind))


def mentioned(kind: str) -> Measure:
    """A noun of this kind stands beside the one that is announced."""

    def measure(seen: SeenList) -> float:
        nouns = [] if seen.sentence is None else seen.introduction.nouns(seen.sentence)
        return any(noun.kind == kind and not noun.governed and noun is not seen.announced for noun in nouns)

    return Measure(measure, _nouns(kind))


def earlier(kind: str) -> Measure:
    """The nearest noun that the two sentences before announce, where the introducing one does not tell."""
    return Measure(
        lambda seen: seen.announced_earlier is not None and seen.announced_earlier.kind == kind, _nouns(kind)
    )


def in_heading(kind: str) -> Measure:
    """The heading above holds such a noun, where the introducing sentence does not tell."""

    def measure(seen: SeenList) -> float:
        if seen.is_told or seen.above is None:
            return False
        return any(noun.kind == kind for noun in seen.nouns_above)

    return Measure(measure, _nouns(kind))


@needing()
def nothing_announced(seen: SeenList) -> float:
    """No noun of the introduction names points."""
    return seen.sentence is not None and seen.announced is None


@needing()
def counts_something(seen: SeenList) -> float:
    """A number of the introduction is that of the points, before a noun of no kind."""
    if seen.sentence is None or (seen.announced is not None and seen.announced.number is not None):
        return False
    return seen.introduction.counts_points(seen.sentence)


# --- the rest of the introduction


def said(group: str) -> Measure:
    """The introducing sentence holds a cue of the group."""
    return Measure(lambda seen: seen.says(group), (group,))


@needing("section.verb.propose")
def to_superiors(seen: SeenList) -> float:
    """A proposal, and behind it who is to grant it."""
    sentence, cues = seen.sentence, seen.article.cues
    if sentence is None:
        return False
    proposing = cues.first_within("section.verb.propose", sentence.start, sentence.end)
    return proposing is not None and cues.any_within("section.addressee.superior", proposing.end, sentence.end)


@needing()
def asks(seen: SeenList) -> float:
    """The introduction is a question."""
    return seen.sentence is not None and "?" in seen.article.source.text[seen.sentence.end - 2 : seen.sentence.end]


@needing()
def reads_as_heading(seen: SeenList) -> float:
    """The introduction is a heading without a colon."""
    sentence = seen.sentence
    return (
        sentence is not None
        and is_heading(seen.article, sentence)
        and seen.article.source.text[sentence.end - 1] != ":"
    )


@needing()
def no_introduction(seen: SeenList) -> float:
    """Nothing stands before the list."""
    return seen.sentence is None


# --- the points


def begins(group: str) -> Measure:
    """Share of the points that begin with a cue of the group."""

    def measure(seen: SeenList) -> float:
        cues = seen.article.cues
        return seen.may_begin(group) and seen.share(lambda head: cues.at(group, head.start) is not None)

    return Measure(measure, (group,))


@needing("section.point.imperative")
def begins_imperative(seen: SeenList) -> float:
    """“Tiếp tục …”, “cần tăng cường …”."""
    cues = seen.article.cues

    def holds(head: Range) -> bool:
        first = cues.first_within("section.point.imperative", head.start, head.end)
        return first is not None and (
            first.start == head.start or cues.ending_at("section.point.obligation", first.start) is not None
        )

    return seen.may_begin("section.point.imperative") and seen.share(holds)


def soon(group: str) -> Measure:
    """A cue within the first words of the points, but not at once: “công tác kiểm tra còn chậm”."""

    def measure(seen: SeenList) -> float:
        def holds(head: Range) -> bool:
            first = seen.article.cues.first_within(group, head.start, head.end)
            return first is not None and head.start < first.start <= head.start + _FIRST_WORDS

        return seen.may_begin(group) and seen.share(holds)

    return Measure(measure, (group,))


def names_itself(kind: str) -> Measure:
    """The points begin with the noun: “thách thức về thiên tai”, “bài học về đoàn kết”."""
    group = f"section.{kind}"

    def measure(seen: SeenList) -> float:
        def holds(head: Range) -> bool:
            first = seen.article.cues.first_within(group, head.start, head.end)
            return first is not None and first.start <= head.start + _FIRST_WORDS

        return seen.may_begin(group) and seen.share(holds)

    return Measure(measure, (group,))


@needing()
def points_ask(seen: SeenList) -> float:
    """Share of the points that end in a question mark."""
    items, text = seen.series.items[:_POINTS], seen.article.source.text
    if "?" not in text[items[0].marker.start : items[-1].end]:
        return 0.0
    return sum(text[item.end - 1 : item.end] == "?" for item in items) / len(items)


@needing()
def short_points(seen: SeenList) -> float:
    """Share of the points that are no longer than a line."""
    items = seen.series.items[:_POINTS]
    if items[-1].end - items[0].marker.body <= _HEAD:
        return 1.0  # (all of them in one line's length)
    return sum(item.end - item.marker.body <= _HEAD for item in items) / len(items)


@needing()
def two_points(seen: SeenList) -> float:
    """The list has two points: pairs are alternatives more often than tasks."""
    return len(seen.series.items) == 2


def marked(*styles: MarkerStyle) -> Measure:
    """The first marker has one of these styles."""
    return Measure(lambda seen: seen.series.items[0].marker.style in styles)
