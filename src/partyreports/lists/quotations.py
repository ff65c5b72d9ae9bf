"""Quotations: what stands between quotation marks, over several paragraphs too.

“Thứ nhất, …                 (a mark at the head of each paragraph of one quotation opens no other one)
“Thứ hai, …”, ông An nói.
"""

import re
from bisect import bisect_right

from partyreports.text.source import SourceText
from partyreports.text.spans import Range

_MARK = re.compile(r"[“”\"]")
_LONGEST = 6000
"""Characters of the longest quotation: two pages. A mark that is not closed by then was never closed."""


class Quotations:
    r"""The quotations of a text, from the opening mark to behind the closing one.

    >>> text = SourceText("Ông nói: “Một là rà soát.\n“Hai là bổ sung”. Hết")
    >>> Quotations(text).around(text.text.index("Hai"))
    Range(start=9, end=42)
    """

    def __init__(self, source: SourceText) -> None:
        self.ranges = _quotations(source.text)
        self._starts = [one.start for one in self.ranges]

    def around(self, position: int) -> Range | None:
        """The quotation that holds a position, a mark right before it included."""
        if not self.ranges:
            return None
        i = bisect_right(self._starts, position) - 1
        return self.ranges[i] if i >= 0 and position < self.ranges[i].end else None


def _quotations(text: str) -> list[Range]:
    found: list[Range] = []
    opened: int | None = None
    for match in _MARK.finditer(text):
        at = match.start()
        if opened is not None and at - opened > _LONGEST:
            opened = None
        if _opens(text, at, is_open=opened is not None):
            if opened is None or _is_other(text, opened, at):
                opened = at
        elif opened is not None:
            found.append(Range(opened, at + 1))
            opened = None
    return found


def _opens(text: str, at: int, *, is_open: bool) -> bool:
    if text[at] != '"':
        return text[at] == "“"
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before in {"", "\n"}:
        return True
    if before in " (:-–," and not after.isspace() and after != "":
        return not (is_open and after in ",.;:!?)")
    return False


def _is_other(text: str, opened: int, at: int) -> bool:
    """Whether a mark that opens while a quotation is open shows that it was never closed: one inside a line."""
    return text[opened] != text[at]
