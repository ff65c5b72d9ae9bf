"""A date of an article, or “sáng nay”, with what stands around it."""

import datetime
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from partyreports.grammar.dates import GLUED, DateReading
from partyreports.layout.article import Article
from partyreports.text.cues import Cue
from partyreports.text.spans import Range


class DatePlace(NamedTuple):
    """Where a date stands."""

    stretch: Range
    is_lead: bool
    is_caption: bool
    order: int
    """Number of the paragraph."""


@dataclass(frozen=True)
class DateCandidate:
    """A date, or “sáng nay”, with what stands around it."""

    article: Article
    mentions: tuple[Range, ...]
    """Where the sentence names the meeting."""
    sentence: Range
    place: DatePlace
    start: int
    end: int
    reading: DateReading | None
    """None for “sáng nay” and the like, which need a date of publication."""
    now: Cue | None
    """“sáng nay”, “hôm qua”, with the date or instead of it."""
    is_repeated: bool = False
    """Whether the article prints the same day and month more than once."""
    is_alone: bool = False
    """Whether the article tells no other day of a meeting."""

    @property
    def published(self) -> datetime.date | None:
        """The day of publication, printed or given."""
        printed = self.article.layout.published
        return (printed.value.to_date() if printed else None) or self.article.published

    @cached_property
    def opening(self) -> int:
        """Where the whole expression of time begins: “| trong hai ngày 5 và 6/4”, “| chiều ngày thứ tư (5/6”."""
        cues, opening = self.article.cues, self.start
        glued = self.article.lexicon.compile(GLUED).search(self.article.source.folded, max(0, opening - 5), opening)
        opening = glued.start() if glued else opening
        for _ in range(_MOST_OPENING_WORDS):
            position = opening
            while position > self.sentence.start and self.article.source.folded[position - 1] in " (,":
                position -= 1
            word = next((cue for group in _OPENING if (cue := cues.ending_at(group, position))), None)
            if word is None or word.start < self.sentence.start or "preposition" in word.entry.flags:
                break
            opening = word.start
        return opening

    @cached_property
    def before(self) -> str:
        """The sentence up to the expression of time, folded, without spaces at its end."""
        return self.article.source.folded[self.sentence.start : self.opening].rstrip(" ,(")

    def has_before(self, group: str, within: int) -> bool:
        """Whether a cue of a group stands in the sentence before the expression, at most `within` characters away."""
        return self.article.cues.any_within(group, max(self.sentence.start, self.opening - within), self.opening)

    def has_in_opening(self, group: str) -> bool:
        """Whether a cue of a group is part of the expression of time: “| sáng ngày | 5/6”."""
        return self.article.cues.any_within(group, self.opening, self.start)

    def ends_with(self, group: str) -> bool:
        """Whether a cue of a group ends right before the expression."""
        end = self.sentence.start + len(self.before)
        cue = self.article.cues.ending_at(group, end)
        return cue is not None and cue.start >= self.sentence.start


_OPENING = ("time.opens_date", "time.weekday", "time.now", "time.part_of_day")
_MOST_OPENING_WORDS = 6
"""“vào sáng ngày thứ hai (5/6)” has four; more never stand in a row."""
