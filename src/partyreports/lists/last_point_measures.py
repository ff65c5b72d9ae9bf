"""What is seen of the last point of a list, and of a paragraph behind it that may still belong to it.

How the points before it are built is how it is built: as many paragraphs or sentences, the same headings inside,
somebody who speaks or nobody, about as long.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from partyreports.grammar.markers import Marker
from partyreports.grammar.sentences import sentences
from partyreports.lists.paragraphs import INSIDE, OPENING, Paragraphs
from partyreports.lists.point_wording import leaning
from partyreports.text.source import SourceText
from partyreports.text.spans import Range

_SIBLINGS = 6
"""How many points before the last one say how points of its list are built."""
_READ = 600
"""Characters of a paragraph whose words are looked for in its list."""
_READ_OF_LIST = 1500
"""Characters of the list before it whose words are known."""
_READ_OF_POINT = 1200
"""Characters of the point itself whose words are known."""
_READ_OF_INTRODUCTION = 500
"""Characters before the list whose words are known: a paragraph."""
_WORD = re.compile(r"\w+")


class LastPoint:
    """The last point of a list, measured by the points before it.

    Args:
        paragraphs: those of the article.
        marker: marker of the point.
        siblings: extents of the points before it.
        inline: whether points share a paragraph.
    """

    def __init__(
        self, paragraphs: Paragraphs, marker: Marker, siblings: Sequence[tuple[int, int]], *, inline: bool
    ) -> None:
        self.paragraphs = paragraphs
        self.marker = marker
        self.siblings = siblings[-_SIBLINGS:]
        self.count = len(siblings) + 1
        self.inline = inline

    @cached_property
    def words_of_list(self) -> "RecentWords":
        """The words of its list."""
        return RecentWords(self.paragraphs.source.folded, self.list_start, _READ_OF_LIST)

    @cached_property
    def words_of_point(self) -> "RecentWords":
        """Its own words."""
        return RecentWords(self.paragraphs.source.folded, self.marker.body, _READ_OF_POINT)

    @cached_property
    def pairs_before_list(self) -> frozenset[tuple[str, str]]:
        """Words side by side in the paragraph before the list."""
        folded, end = self.paragraphs.source.folded, self.list_start
        return frozenset(pairwise(_WORD.findall(folded, max(0, end - _READ_OF_INTRODUCTION), end)))

    @cached_property
    def lengths(self) -> list[int]:
        """How many paragraphs the points before have."""
        return [_length(self.paragraphs, *sibling) for sibling in self.siblings] or [1]

    @cached_property
    def sentence_counts(self) -> list[int]:
        """How many sentences the points before have."""
        source = self.paragraphs.source
        return [max(1, len(sentences(source, *sibling))) for sibling in self.siblings] or [1]

    @cached_property
    def mean_size(self) -> float:
        """How many characters the points before have on average, 1 at least."""
        sizes = [max(1, end - start) for start, end in self.siblings] or [1]
        return sum(sizes) / len(sizes)

    @cached_property
    def _inside_siblings(self) -> tuple[Range, ...]:
        """Paragraphs of the two points before, but for their first ones."""
        body, text = self.paragraphs.body, self.paragraphs.source.text
        found: list[Range] = []
        for start, end in self.siblings[-2:]:
            if text.find("\n", start, end) < 0:
                continue
            first = self.paragraphs.paragraph_index(start)
            last = self.paragraphs.paragraph_index(max(start, end - 1))
            found += body[first + 1 : min(last, first + INSIDE) + 1]
        return tuple(found)

    @cached_property
    def headings(self) -> frozenset[str]:
        """Headings inside the points before: “Mô tả công việc”, “Mức lương”."""
        text = self.paragraphs.source.text
        return frozenset(text[one.start : one.end] for one in self._inside_siblings if self.paragraphs.is_heading(one))

    @cached_property
    def tells_speech(self) -> bool:
        """Whether somebody speaks in the paragraphs of the points before."""
        return any(self.paragraphs.speaks(one) for one in self._inside_siblings)

    @cached_property
    def has_colons(self) -> bool:
        """Whether paragraphs inside the points before end with a colon."""
        text = self.paragraphs.source.text
        return any(text[one.end - 1] == ":" for one in self._inside_siblings)

    @property
    def list_start(self) -> int:
        """Where the words of its list begin."""
        return self.siblings[0][0] if self.siblings else self.marker.body

    def begins_something(self, paragraph: Range) -> bool:
        """Whether a paragraph (or sentence) begins something else: a marker, a cue, a heading, a speaker."""
        paragraphs = self.paragraphs
        return (
            paragraphs.begins_with_marker(paragraph)
            or turns(paragraphs, paragraph)
            or paragraphs.is_heading(paragraph)
            or (paragraphs.source.text[paragraph.end - 1] == ":" and not self.has_colons)
            or (not self.tells_speech and paragraphs.speaks(paragraph))
        )


class RecentWords:
    """The words that stand before a place, not farther from it than some characters.

    Sentences are asked for one after the other, each with the words before it: what has been read is kept.

    Args:
        folded: the text in lower case.
        start: nothing before it counts.
        reach: characters before the place that count.
    """

    def __init__(self, folded: str, start: int, reach: int) -> None:
        self._folded = folded
        self._start = start
        self._reach = reach
        self._end = start
        self._last: dict[str, int] = {}
        """Where each word stands for the last time."""

    def among(self, words: Iterable[str], end: int) -> list[str]:
        """Those of some words that stand before a place."""
        first = max(self._start, end - self._reach)
        if end < self._end or first > self._end:
            self._last.clear()
            self._end = first
        last = self._last
        if end > self._end:  # (not if it is asked again for the same place)
            for match in _WORD.finditer(self._folded, self._end, end):
                last[match[0]] = match.start()
            self._end = end
        return [word for word in words if word in last and last[word] >= first]


class Continuation:
    """A paragraph behind a last point, or a sentence in its own paragraph, which may still belong to it.

    Args:
        point: the point.
        before: the paragraph or sentence before it, which does.
        paragraph: the paragraph or sentence.
        taken: how many paragraphs or sentences the point has without it.
        is_sentence: whether it is a sentence.

    Attributes:
        paragraphs: the paragraphs of the article.
        source: its text.
    """

    def __init__(
        self, point: LastPoint, before: Range, paragraph: Range, taken: int, *, is_sentence: bool = False
    ) -> None:
        self.point = point
        self.before = before
        self.paragraph = paragraph
        self.taken = taken
        self.is_sentence = is_sentence
        self.paragraphs: Paragraphs = point.paragraphs
        self.source: SourceText = point.paragraphs.source

    @property
    def lengths(self) -> list[int]:
        """How many paragraphs, or sentences, the points before have."""
        return self.point.sentence_counts if self.is_sentence else self.point.lengths

    @property
    def size(self) -> int:
        """Characters of the point without the paragraph."""
        return max(1, self.before.end - self.point.marker.body)

    @property
    def shared(self) -> float:
        """Which part of the paragraph's words the list has too."""
        words = self._words
        return len(self.point.words_of_list.among(words, self.before.end)) / max(1, len(words))

    @property
    def shared_with_point(self) -> float:
        """Which part of the paragraph's different words the point itself has too."""
        words = set(self._words)
        return len(self.point.words_of_point.among(words, self.before.end)) / max(1, len(words))

    @property
    def begins_with_own_word(self) -> bool:
        """Whether the paragraph's first word is one of the point: what the point spoke of is its subject."""
        return bool(self.point.words_of_point.among(self._words[:1], self.before.end))

    @property
    def begins_as_introduction(self) -> bool:
        """Whether its first two words stand before the list as well: who announced the points is its subject."""
        if self.paragraphs.cues.at("extent.no_subject", self.paragraph.start) is not None:
            return False
        return tuple(self._words[:2]) in self.point.pairs_before_list

    @cached_property
    def leaning(self) -> float:
        """How surely it is worded like the inside of a point, from -1 to 1: see `lists.point_wording`."""
        return leaning(self.source, self.paragraph)

    @property
    def ends_article(self) -> bool:
        """Whether it is the last paragraph of the article proper."""
        return not self.is_sentence and self.paragraph == self.paragraphs.body[-1]

    @property
    def has_room_for_sentences(self) -> bool:
        """Whether the point has fewer sentences without it than some of the points before have."""
        body = self.point.marker.body
        taken = self.taken if self.is_sentence else len(sentences(self.source, body, self.before.end))
        return taken < max(self.point.sentence_counts)

    @cached_property
    def _words(self) -> list[str]:
        start, end = self.paragraph
        return _WORD.findall(self.source.folded, start, min(end, start + _READ))


def turns(paragraphs: Paragraphs, paragraph: Range) -> bool:
    """Whether a paragraph begins with words that turn elsewhere: “Kết luận hội nghị”, “Trước đó”."""
    return paragraphs.cues.at("extent.turn", _first_word(paragraphs, paragraph)) is not None


def surely_turns(paragraphs: Paragraphs, paragraph: Range) -> bool:
    """Whether it does, and not with words that points hold as well: “Ông”, “Theo”, “Dự kiến”."""
    start = _first_word(paragraphs, paragraph)
    cue, light = paragraphs.cues.at("extent.turn", start), paragraphs.cues.at("extent.turn.lightly", start)
    return cue is not None and (light is None or light.end < cue.end)  # (“theo chương trình” holds “theo”)


def _first_word(paragraphs: Paragraphs, paragraph: Range) -> int:
    start = paragraph.start
    while start < paragraph.end and paragraphs.source.text[start] in OPENING + " ":
        start += 1
    return start


def _length(paragraphs: Paragraphs, start: int, end: int) -> int:
    """How many paragraphs a point has."""
    if paragraphs.source.text.find("\n", start, end) < 0:
        return 1
    return paragraphs.paragraph_index(max(start, end - 1)) - paragraphs.paragraph_index(start) + 1
