"""The headline: which of the first lines of a page it is, or that there is none.

Half of all texts begin with the lead, a caption or a dateline. Each of the first lines is weighed by the signals of
`headline_signals`; a line is the headline if no other weighs more, and the signals for it outweigh those against it.
"""

from partyreports.layout.headline_candidates import candidates
from partyreports.layout.headline_signals import SIGNALS
from partyreports.layout.opening import Opening
from partyreports.rules import Judge, weights

_JUDGE = Judge(weights("headline"), SIGNALS)


def find_headline(opening: Opening) -> int | None:
    """Number of the line among the first of a page that is the headline, or None if it has none."""
    best = _JUDGE.best(candidates(opening), opening.scanned.without)
    return None if best is None else best.number
