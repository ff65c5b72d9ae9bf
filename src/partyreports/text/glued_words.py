"""Spaces that scraping has lost at words which no other word ends or begins with: “Trần Văn Anchủ trì cuộc họp”."""

import re
import tomllib
from importlib import resources

_WORDS: dict[str, list[str]] = tomllib.loads(
    (resources.files("partyreports") / "data" / "words" / "glued_words.toml").read_text(encoding="utf-8")
)
"""They are read before a text is analysed, and so are no part of the lexicon."""
# (A pattern each, so that the regex engine skips ahead to the letters of the word.)
_VERBS = [(verb, re.compile(rf"{verb}(?:(?<=[^\W\d_]{verb})|(?=[^\W\d_]))")) for verb in _WORDS["verbs"]]


def lost_spaces(text: str) -> list[tuple[int, int, str]]:
    r"""The places before and behind a verb that is glued to a word, each with the space that is shown there.

    >>> lost_spaces("Bà Trần Thị Nachủ trì cuộc họp.")
    [(14, 14, ' ')]
    >>> lost_spaces("Bà Trần Thị Na chủ trìcuộc họp.")
    [(22, 22, ' ')]
    """
    found: list[tuple[int, int, str]] = []
    for verb, glued in _VERBS:
        if verb not in text:
            continue
        for match in glued.finditer(text):
            places = (match.start(), match.end())
            found += [(place, place, " ") for place in places if text[max(0, place - 1) : place + 1].isalpha()]
    return sorted(found)
