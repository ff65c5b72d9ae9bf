"""How much a paragraph behind a list is worded like the inside of a point, or like what stands outside any list.

Inside points, sentences explain, add, oblige: “Có những nơi …”, “Nếu …”, “Muốn vậy …”. Outside, somebody speaks, a day
is named, the meeting goes on. So the first words, pairs of neighbouring words and marks between them are weighed by a
linear model: `data/weights/point_wording.json`, fitted by `tools/fit_ends.py`. What is written like a name is one and
the same word, and so are all numbers: the model cannot learn who speaks of what.
"""

import re
from itertools import islice, pairwise

from partyreports.rules import Wording, weights
from partyreports.text.source import SourceText
from partyreports.text.spans import Range

_WORDING = Wording(weights("point_wording"))
_WORDS = 15
"""Words of a paragraph that are read, marks among them: its subject and its verb."""
_REACH = 150
"""Characters in which they stand, or they are no words."""
_TOKEN = re.compile(r"\w+|[.,…?!:;“”\"]")
_BEGINNING = frozenset('.…?!:“”"')
"""Marks behind which a capital makes no name."""
_NUMBER = re.compile(r"\d+")
_START = "^"
"""Stands before the first word."""
_NAME = "A"
"""Stands for a word with a capital inside a sentence: no folded word has one."""


def leaning(source: SourceText, paragraph: Range) -> float:
    """How surely a paragraph is worded like the inside of a point (up to 1), or like another one (down to -1)."""
    return _WORDING.leaning(words_of(source, paragraph))


def words_of(source: SourceText, paragraph: Range) -> frozenset[str]:
    """The first words of a paragraph, and pairs of neighbours, folded; any number is “0”, any name “A”."""
    text, folded = source.text, source.folded
    start, end = paragraph
    words = [_START]
    for match in islice(_TOKEN.finditer(folded, start, min(end, start + _REACH)), _WORDS):
        begins = words[-1] in _BEGINNING or len(words) == 1
        is_name = text[match.start()].isupper() and not begins
        words.append(_NAME if is_name else _NUMBER.sub("0", match[0]))
    return frozenset([*words[1:], *map(" ".join, pairwise(words))])
