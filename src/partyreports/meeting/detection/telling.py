"""How an article tells of meetings: headline, captions and sentences, each with the meetings it mentions."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice, pairwise
from typing import NamedTuple

from partyreports.grammar.sentences import sentences
from partyreports.layout.article import Article
from partyreports.meeting.detection.wording import leaning
from partyreports.meeting.mentions.finding import CUES, Mention, Stance, find_mentions
from partyreports.text.spans import Range

MAX_READ = 6000
"""Characters of the article proper that are read, from its beginning: what is reported is told there."""
_MOST_SENTENCES = 200
"""Sentences of it that are read: reports have sixty in so many characters, lists of short lines up to 170."""
_MAX_CAPTIONS = 6
_MAX_WORDED = 3000
"""Characters from the beginning whose words are taken: as telling as the whole, for less."""
_ENOUGH_WORDED = 1500
"""Characters behind which a short last paragraph is left out: it may be no part of the article."""
_SHORT_PARAGRAPH = 300
WORD = re.compile(r"\w+")
NUMBER = re.compile(r"\d+")
_DAYS = ("time.part_of_day", "time.day", "time.now")

_DAY = (
    r"(?<!\w)(?:(?:{time.part_of_day}|{time.day}|{time.lately})(?: (?:{time.day}|nay|qua))?,? ?\(?"
    r"(?:\d{1,2}(?:[,&-]| và | đến ) ?(?:{time.day} )?)?\d{1,2} ?(?:[/.-] ?\d{1,2}(?!\d)|{time.month})"
    r"|(?:{time.part_of_day}|{time.lately}) (?:nay|qua)(?!\w))"
)
"""A day as news name it: “sáng 5/3”, “ngày 10 và 11-4”, “hôm qua”, “chiều nay (3/5)”."""
_BEFORE_DAY = 20
"""Characters before a day in which the number of a dated document would end."""


class Sentence(NamedTuple):
    """A sentence (or headline, or caption) with the mentions of meetings in it, in reading order."""

    start: int
    end: int
    mentions: tuple[Mention, ...]
    own: tuple[Mention, ...]
    """Mentions of the meeting that may be the one reported."""


class Telling:
    """An article as the evidence sees it.

    Attributes:
        article: the article.
        title: its headline.
        captions: the first captions.
        sentences: sentences of the article proper, the lead first: the first 200, up to `MAX_READ` characters.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self._named = article.cues.starts(CUES)
        self._days: dict[tuple[int, int], str | None] = {}
        title = article.layout.title
        self.title = None if title is None else self._sentence(title)
        self.captions = tuple(self._sentence(line) for line in article.layout.captions[:_MAX_CAPTIONS])
        self.sentences = tuple(islice(self._sentences(), _MOST_SENTENCES))

    def _sentence(self, stretch: Range) -> Sentence:
        if stretch.end - stretch.start > MAX_READ:
            stretch = Range(stretch.start, stretch.start + MAX_READ)
        if not self._named.any_in(stretch):
            return Sentence(*stretch, (), ())
        mentions = tuple(sorted(find_mentions(self.article, stretch)))
        return Sentence(*stretch, mentions, tuple(m for m in mentions if m.stance in (Stance.OWN, Stance.TOLD)))

    def _sentences(self) -> Iterator[Sentence]:
        layout = self.article.layout
        lines = [] if layout.lead is None else [layout.lead]
        lines += [line for line in layout.body if line != layout.lead]
        room = MAX_READ
        for line in lines:
            for stretch in sentences(self.article.source, line.start, min(line.end, line.start + room)):
                yield self._sentence(stretch)
            room -= line.end - line.start
            if room <= 0:
                return

    @cached_property
    def with_own(self) -> tuple[Sentence, ...]:
        """The sentences that mention the meeting that may be the one reported."""
        return tuple([part for part in self.sentences if part.own])

    @cached_property
    def opened_by_day(self) -> tuple[Sentence, ...]:
        """The sentences that begin with a day: “Sáng 5/3, …”, “Ngày 5/3, …”, “Hôm nay, …”."""
        starts = {cue.start for group in _DAYS for cue in self.article.cues.of(group)}
        return tuple([part for part in self.sentences if part.start in starts])

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions of the sentences and captions, the sentences first."""
        return tuple(m for part in (*self.sentences, *self.captions) for m in part.mentions)

    @cached_property
    def leaning(self) -> float:
        """How much the wording is that of a report of a meeting, from -1 to 1: see `meeting.wording`."""
        return leaning(self.words())

    def words(self) -> list[str]:
        """Words of headline, captions and first sentences, and pairs of neighbours, folded; any number is “0”."""
        folded, room, parts = self.article.source.folded, _MAX_WORDED, []
        end = self._end_of_worded()
        for part in (self.title, *self.captions, *self.sentences):
            if part is None or room <= 0 or (part.start >= end and room <= _MAX_WORDED - _ENOUGH_WORDED):
                continue
            parts.append(folded[part.start : min(part.end, part.start + room)])
            room -= part.end - part.start
        words = WORD.findall(NUMBER.sub("0", " ".join(parts)))
        return [*words, *map(" ".join, pairwise(words))]

    def _end_of_worded(self) -> int:
        """Where the words end that tell in any case: at the last paragraph, if it is short."""
        layout = self.article.layout
        last = layout.body[-1] if layout.body else Range(layout.end, layout.end)
        return last.start if last.end - last.start <= _SHORT_PARAGRAPH and last != layout.lead else layout.end

    def has(self, group: str, part: Sentence) -> bool:
        """Whether a cue of a group lies in a sentence."""
        return self.article.cues.any_within(group, part.start, part.end)

    def before(self, group: str, part: Sentence, mention: Mention, within: int) -> bool:
        """Whether a cue of a group stands at most `within` characters before a mention, in its sentence."""
        return self.article.cues.any_within(group, max(part.start, mention.start - within), mention.start)

    def near(self, group: str, part: Sentence, mention: Mention, within: int) -> bool:
        """Whether a cue of a group stands at most `within` characters before or after a mention."""
        after = min(part.end, mention.end + within)
        return self.before(group, part, mention, within) or self.article.cues.any_within(group, mention.end, after)

    def day(self, part: Sentence) -> str | None:
        """The first day that a sentence names, but for days of documents."""
        stretch = part[:2]
        if stretch not in self._days:
            self._days[stretch] = self._day(part)
        return self._days[stretch]

    def _day(self, part: Sentence) -> str | None:
        folded = self.article.source.folded
        for match in self.article.lexicon.compile(_DAY).finditer(folded, part.start, part.end):
            before = folded[max(part.start, match.start() - _BEFORE_DAY) : match.start()].split()
            if not before or "/" not in before[-1]:  # (“Quyết định 12/QĐ-TTg ngày 5/3” dates a document)
                return match[0]
        return None
