"""How much an article is worded like the report of a meeting, or like something else.

Reports of meetings share a vocabulary that no list of cues holds (“nhấn mạnh”, “thống nhất”, “còn hạn chế”), and so do
crime, markets, travel or advice. So the words of the beginning, and pairs of neighbouring words, are weighed by a
linear model: `data/weights/wording.json`, fitted by `tools/fit_detection.py`. Names of persons, places and bodies are
kept out of it, so that it cannot learn who meets, only how a meeting is told.
"""

from collections.abc import Iterable

from partyreports.rules import Wording, weights

_WORDING = Wording(weights("wording"))


def leaning(words: Iterable[str]) -> float:
    """How surely words are those of the report of a meeting (up to 1), or those of another article (down to -1)."""
    return _WORDING.leaning(words)
