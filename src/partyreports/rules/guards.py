"""Guards: conditions on what stands around a cue, as values.

A guard names a group of the lexicon and says where a cue of that group must stand. `unless=` of a `CueRule` lists
guards of which none may hold, `when=` guards that must all hold. Distances count characters of the analysed text,
and never reach beyond the stretch that is searched (a sentence, a paragraph).
"""

from dataclasses import dataclass
from typing import Protocol

from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_LONGEST_FORM = 60
"""Characters of the longest form that may cover a cue."""


class Guard(Protocol):
    """Something that holds of a cue, or does not."""

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range, /) -> bool:
        """Whether it holds of `cue`, which stands in `stretch`."""
        ...


@dataclass(frozen=True, slots=True)
class Before:
    """A cue of `group` ends at most `within` characters before the cue; 0: right before it, spaces aside."""

    group: str
    within: int = 0

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether such a cue stands there."""
        if self.within == 0:
            found = scanned.cues.ending_at(self.group, cue.start)
            return found is not None and found.start >= stretch.start
        return scanned.cues.any_within(self.group, max(stretch.start, cue.start - self.within), cue.start)


@dataclass(frozen=True, slots=True)
class After:
    """A cue of `group` begins at most `within` characters after the cue; 0: right after it, spaces aside."""

    group: str
    within: int = 0

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether such a cue stands there."""
        if self.within == 0:
            position = cue.end
            while position < stretch.end and scanned.source.folded[position] == " ":
                position += 1
            return scanned.cues.at(self.group, position) is not None
        return scanned.cues.any_within(self.group, cue.end, min(stretch.end, cue.end + self.within))


@dataclass(frozen=True, slots=True)
class Near:
    """A cue of `group` stands at most `within` characters before or after the cue."""

    group: str
    within: int

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether such a cue stands there."""
        return Before(self.group, self.within).holds(scanned, cue, stretch) or After(self.group, self.within).holds(
            scanned, cue, stretch
        )


@dataclass(frozen=True, slots=True)
class InSentence:
    """A cue of `group` stands anywhere in the stretch, which is the sentence of the cue."""

    group: str

    def holds(self, scanned: ScannedText, _cue: Cue, stretch: Range) -> bool:
        """Whether such a cue stands there."""
        return scanned.cues.any_within(self.group, stretch.start, stretch.end)


@dataclass(frozen=True, slots=True)
class Inside:
    """A longer cue of `group` covers the cue: “phòng họp” covers “họp”."""

    group: str

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether such a cue covers it."""
        others = scanned.cues.within(self.group, cue.start - _LONGEST_FORM, cue.end + _LONGEST_FORM)  # (mostly none)
        return bool(others) and any(
            stretch.start <= other.start <= cue.start and cue.end <= other.end <= stretch.end for other in others
        )


@dataclass(frozen=True, slots=True)
class Overlapping:
    """A cue of `group` that begins earlier reaches into the cue: “cuộc họp” into “họp với”."""

    group: str

    def holds(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether such a cue does."""
        others = scanned.cues.within(self.group, cue.start - _LONGEST_FORM, cue.end + _LONGEST_FORM)
        return bool(others) and any(
            stretch.start <= other.start <= cue.start < other.end <= stretch.end
            and (other.start < cue.start or other.end >= cue.end)
            for other in others
        )  # (“đại hội đồng” does not cover “đại hội đồng cổ đông”)
