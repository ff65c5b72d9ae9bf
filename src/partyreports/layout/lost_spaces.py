"""Lost spaces: words that scraping has glued together. They are reported as notes, and the text is left as it is.

bầu cửTuyên Quang · Tháng 6-2020toàn ngành · Trong đó,Yên Bái
"""

import re

from partyreports.layout.article import Article
from partyreports.models import Note
from partyreports.notes import make_note
from partyreports.text.characters import SMALL_LETTERS

_LOWER, _UPPER = SMALL_LETTERS, SMALL_LETTERS.upper()
# A pattern each, what is rare at its head: that is what the regex engine skips ahead with.
_GLUED = (
    re.compile(rf"[{_UPPER}](?<=[{_LOWER}].)(?=[{_LOWER}])"),  # cửTuyên
    re.compile(rf",[{_LOWER}{_UPPER}](?<=[{_LOWER}]..)(?=[{_LOWER}])"),  # đó,Yên
)
_GLUED_YEAR = re.compile(rf"[0-9][0-9]{{3}}[{_LOWER}](?=[{_LOWER}])")  # 2020toàn
_LOOK = 24
_MOST = 200
"""Notes that one article gets at most: a text without any space would have one for each word."""


def find_lost_spaces(article: Article) -> tuple[Note, ...]:
    """A `glued-words` note for each place in the article proper where a space is lost.

    Words in plain ASCII (YouTube, VietnamPlus) are names, and left alone.
    """
    source, layout = article.source, article.layout
    notes: list[Note] = []
    text = source.text
    begin = layout.body[0].start if layout.body else layout.end
    places = [match.end() - 1 for pattern in _GLUED for match in pattern.finditer(text, begin, layout.end)]
    years = _GLUED_YEAR.finditer(source.folded, begin, layout.end)
    places.extend(match.end() - 1 for match in years if text.startswith(("19", "20"), match.start()))
    places.sort()
    for place in places:
        start, end = _word(text, place)
        if text[start:end].isascii():
            continue
        span = source.span(start, end)
        words = source.raw[span.start : span.end]
        notes.append(make_note("glued-words", span, words=words))
        if len(notes) == _MOST:
            break
    return tuple(notes)


def _word(text: str, at: int) -> tuple[int, int]:
    """The run without white space around a place, cut to a few characters on either side."""
    start = at
    while start > max(0, at - _LOOK) and not text[start - 1].isspace():
        start -= 1
    end = at
    while end < min(len(text), at + _LOOK) and not text[end].isspace():
        end += 1
    return start, end
