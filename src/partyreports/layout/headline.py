"""The headline: which of the first lines of a page it is, or that there is none.

Half of all texts begin with the lead, a caption or a dateline. Each of the first lines is weighed by the signals of
`headline_signals`; a line is the headline if no other weighs more, and the signals for it outweigh those against it.
"""

from dataclasses import dataclass

from partyreports.layout.headline_signals import SIGNALS, candidates
from partyreports.layout.opening import Opening
from partyreports.rules import Score, score, weights


@dataclass(frozen=True, slots=True)
class Headline:
    """The line that is the headline."""

    number: int
    score: Score


def find_headline(opening: Opening) -> Headline | None:
    """The headline among the first lines of a page, or None if it has none."""
    model, off = weights("headline"), opening.scanned.without
    judged = [Headline(c.number, score(model, SIGNALS, c, off)) for c in candidates(opening)]
    best = max(judged, key=lambda one: one.score.value, default=None)
    return best if best is not None and best.score.value > 0 else None
