"""Extents: where a point ends that another one follows.

Before the next one, less an unnumbered heading, the lines that a page puts there, and the “và”; before the closing
mark of a quotation that holds the point, and the words that say whose it is. For the last point of a list see
`lists.last_points`.
"""

import re

from partyreports.grammar.markers import Marker, Place
from partyreports.lists.paragraphs import OPENING, Paragraphs
from partyreports.text.source import WHITE_SPACE
from partyreports.text.spans import Range

_BEFORE_MARKER = " \t\n-–—+*•#>_~"
AND = "và"
"""Between the last two points, it belongs to neither."""
_AND = f" {AND}"
_ATTRIBUTION = 200
"""Longest words behind a quotation that say whose it is: “, ông Trần Văn An, Phó Chánh Văn phòng … nhấn mạnh.”"""


def point_end(paragraphs: Paragraphs, marker: Marker, following: Marker) -> int:
    """End of a point that another one follows."""
    if following.place is Place.LINE:
        return without_attribution(paragraphs, marker.body, _end_before_line(paragraphs, marker, following))
    text = paragraphs.source.text
    end = following.start
    while end > marker.body and (text[end - 1] in _BEFORE_MARKER or _is_opening_quote(text, end - 1)):
        end -= 1
    joining = paragraphs.cues.ending_at("extent.and", end)
    if joining is not None:
        end = joining.start
    elif text.endswith(_AND, marker.body, end):
        end -= len(_AND)
    while end > marker.body and text[end - 1] == " ":
        end -= 1
    return without_attribution(paragraphs, marker.body, max(end, marker.body))


def _end_before_line(paragraphs: Paragraphs, marker: Marker, following: Marker) -> int:
    """End of a point before one that begins a line: less the headings and page lines between them."""
    text = paragraphs.source.text
    # (the bullet and quote at the head of that line are no words of ours)
    end = max(marker.body, text.rfind("\n", marker.body, following.start))
    while end > marker.body and text[end - 1] in WHITE_SPACE:
        end -= 1
    if text.find("\n", marker.body, end) < 0:
        return end
    first = paragraphs.paragraph_index(marker.body)
    last = paragraphs.paragraph_index(end - 1)
    end = max(marker.body, min(end, paragraphs.body[last].end))  # captions and other lines outside the body
    while last > first and not paragraphs.marker_in(*paragraphs.body[last]):
        paragraph = paragraphs.body[last]
        if not (paragraphs.is_heading(paragraph) or paragraphs.is_page_line(paragraph)):
            break
        last -= 1
        end = paragraphs.body[last].end
    return max(end, marker.body)


def _is_opening_quote(text: str, at: int) -> bool:
    return text[at] in OPENING and text[at - 1 : at] in {" ", "\n"}


def without_attribution(paragraphs: Paragraphs, body: int, end: int) -> int:
    """The end of a point less the closing mark of a quotation that began before it, and whose it is.

    “… an ninh quốc phòng" - ông An trả lời.” ends before the mark.
    """
    text = paragraphs.source.text
    if "”" not in (stretch := text[body:end]) and '"' not in stretch:
        return end
    closing = _unmatched_closing(text, body, end)
    if closing is None:
        return end
    rest = Range(closing + 1, end)
    words = text[rest.start : rest.end].strip(" \n.,;:!?…)")
    is_attribution = not words or (
        rest.end - rest.start <= _ATTRIBUTION
        and "\n" not in words
        and (words[0] in "-–—" or text[rest.start] in ",-–—" or text[closing - 1] in ",.!?…")
        and paragraphs.cues.any_within("extent.reporting_verb", rest.start, rest.end)
    )
    if not is_attribution:
        return end
    while closing > body and text[closing - 1].isspace():
        closing -= 1
    return closing


_MARK = re.compile(r"[“”\"]")


def _unmatched_closing(text: str, start: int, end: int) -> int | None:
    """The last closing mark in a stretch to which no opening one belongs."""
    depth = 0
    found = None
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        if text[at] == "“" or (text[at] == '"' and text[at - 1] in " \n(" and not text[at + 1 : at + 2].isspace()):
            depth += 1
        else:
            found = at if depth == 0 else found
            depth = max(0, depth - 1)
    return found
