"""The last point of a list: it ends where the article turns elsewhere.

A speaker, a heading, a summary, the end of the quotation that holds the list. Inside a paragraph, sentences are taken
as the points before have them. Of further paragraphs, some cannot be parted from the point, and some cannot belong to
it; between the two the signals of `last_point_signals` decide.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from partyreports.grammar.markers import Marker, Place
from partyreports.grammar.numbers import CountReading, read_count
from partyreports.grammar.sentences import sentences
from partyreports.lists.extents import without_attribution
from partyreports.lists.last_point_measures import Continuation, LastPoint
from partyreports.lists.last_point_signals import SIGNALS
from partyreports.lists.paragraphs import Paragraphs
from partyreports.rules import Judge, weights
from partyreports.text.spans import Range

_JUDGE = Judge(weights("last_point"), SIGNALS)
_FINALLY = re.compile(r"[;,]? *(?:và )?cuối cùng(?: là(?!\w)|,)")
"""“… và cuối cùng là …”: an opener without a number."""
_MOST_SENTENCES = 100
"""Sentences of its paragraph that a point may have: more than ten times as many as points of articles have."""
_MOST_PARAGRAPHS = 100
"""The same for further paragraphs."""
_ENOUGH = 2
"""Points that are a pattern."""
_COUNTED = 3
"""Points of which a summary says the number: “hai” is said of much else."""
_COUNT_REACH = 30
"""Characters in which a summary counts: “Trên đây là 3 …”, “Với những kết quả … ” being longer."""
_LONGEST_CELL = 8
_LETTERS = re.compile(r"[^\W\d_]+")
BAR = 0.0
"""The score above which a paragraph is taken: points end too early about as often as too late."""


def last_end(
    paragraphs: Paragraphs, marker: Marker, siblings: list[tuple[int, int]], *, inline: bool, limit: int, floor: int
) -> int:
    """End of the last point of a list.

    Args:
        paragraphs: those of the article.
        marker: marker of the point.
        siblings: extents of the points before it: how they are built is how it is built.
        inline: whether points share a paragraph.
        limit: the point ends there at the latest.
        floor: it does not end before, because a nested list ends there.
    """
    point = LastPoint(paragraphs, marker, siblings, inline=inline)
    index = paragraphs.paragraph_index(max(marker.body, floor - 1))
    paragraph = paragraphs.body[index]
    end = min(paragraph.end, limit)
    if marker.place <= Place.CLAUSE or (inline and marker.place is Place.SENTENCE):
        end = max(floor, _end_inside(point, end))
    elif floor <= marker.body:
        end = _end_of_lone_paragraph(point, end)
    if end < min(paragraph.end, limit):
        return max(floor, without_attribution(paragraphs, marker.body, end))
    for following in _further_paragraphs(point, index, limit):
        end = min(following.end, limit)
    return max(floor, without_attribution(paragraphs, marker.body, end))


# --- inside its first paragraph


def _end_inside(point: LastPoint, end: int) -> int:
    """End of a point that shares its paragraph: some of its sentences."""
    paragraphs, body = point.paragraphs, point.marker.body
    mine = sentences(paragraphs.source, body, end)[:_MOST_SENTENCES]
    if not mine:
        return end
    if (finally_ := _FINALLY.search(paragraphs.source.folded, mine[0].start + 1, mine[0].end)) is not None:
        return paragraphs.source.trim(body, finally_.start()).end
    for one in further_sentences(point, mine):
        if not _belongs(one):
            return one.before.end
    return mine[-1].end


def further_sentences(point: LastPoint, mine: Sequence[Range]) -> Iterator[Continuation]:
    """The sentences of a paragraph behind the first one."""
    for taken, (before, sentence) in enumerate(pairwise(mine), 1):
        yield Continuation(point, before, sentence, taken, is_sentence=True)


def _belongs(one: Continuation) -> bool:
    certain = is_certain(one)
    if certain is not None:
        return certain
    return not closes(one) and _JUDGE.is_above(BAR, one, one.paragraphs.without)


def closes(one: Continuation) -> bool:
    """Whether the article ends with it, and it has no word of the list: “Trời mưa to.” behind tasks of an archive.

    Not among what is certain: the weights are fitted on such paragraphs too, which show how articles end.
    """
    return one.ends_article and not one.shared


def _end_of_lone_paragraph(point: LastPoint, end: int) -> int:
    """End of a point in its first paragraph, where the line break before another subject is lost."""
    if len(point.siblings) < _ENOUGH or max(point.lengths) > 1:
        return end
    mine = sentences(point.paragraphs.source, point.marker.body, end)
    for taken in range(max(point.sentence_counts), len(mine)):
        if point.begins_something(mine[taken]):
            return mine[taken - 1].end
    return end


# --- further paragraphs


def _further_paragraphs(point: LastPoint, index: int, limit: int) -> Iterator[Range]:
    """The paragraphs behind `body[index]` that still belong to the point."""
    paragraphs = point.paragraphs
    before = paragraphs.body[index]
    for at in range(index + 1, min(index + 1 + _MOST_PARAGRAPHS, len(paragraphs.body))):
        following = paragraphs.body[at]
        if following.start >= limit or following == paragraphs.lead or paragraphs.marker_in(*following):
            return  # (a lead scraped to the end belongs to no point, a paragraph with markers to another list)
        one = Continuation(point, before, following, at - paragraphs.paragraph_index(point.marker.body))
        if not _belongs(one):
            return
        yield following
        before = following


def is_certain(one: Continuation) -> bool | None:
    """Whether a paragraph must belong to the point, or cannot; None where the signals have to decide."""
    paragraphs, text = one.paragraphs, one.source.text
    if one.is_sentence:
        return False if paragraphs.begins_with_marker(one.paragraph) else None
    if _is_tied(one) or not one.point.headings.isdisjoint(
        (text[one.paragraph.start : one.paragraph.end], text[one.before.start : one.before.end])
    ):
        return True
    if _is_cell(one) or _is_past_quotation(one) or paragraphs.is_page_line(one.paragraph):
        return False
    if _sums_up(one) or _introduces(one):
        return False
    if paragraphs.cues.at("extent.turn.credits", one.paragraph.start) is not None:
        return False
    return None


def _is_tied(one: Continuation) -> bool:
    """Whether a paragraph cannot be parted from the one before: opened by a colon, a row, a quotation."""
    paragraphs, text = one.paragraphs, one.source.text
    before, following = one.before, one.paragraph
    if following.start in paragraphs.source.heading_lines or following.start in paragraphs.source.bold_lines:
        return False
    if text[before.end - 1] == ":" and not _is_in_capitals(text, following):
        return True
    if paragraphs.is_bullet(following) and paragraphs.is_bullet(before) and not paragraphs.begins_with_marker(before):
        return True  # (a bullet before a marker, “• 3. …”, begins no row of bullets)
    if one.point.inline:
        return False
    quotation = paragraphs.quotations.around(one.point.marker.start)
    return quotation is not None and before.end < quotation.end <= following.end + 1


def _is_past_quotation(one: Continuation) -> bool:
    """Whether the quotation that holds the whole list is over."""
    if not one.point.siblings:
        return False
    quotations = one.paragraphs.quotations
    quotation = quotations.around(one.point.siblings[0][0])
    held = quotation is not None and quotation == quotations.around(one.point.marker.start)
    return held and quotation is not None and quotation.end <= one.before.end


def _is_cell(one: Continuation) -> bool:
    """“x”, “2. b”: a letter and no word, as in the cells of a table; a number may be the value of what it follows."""
    start, end = one.paragraph
    return end - start <= _LONGEST_CELL and set(map(len, _LETTERS.findall(one.source.text, start, end))) == {1}


def _sums_up(one: Continuation) -> bool:
    """“Đây là ba vấn đề mà …”: a paragraph that counts all the points near its head."""
    if one.point.count < _COUNTED:
        return False
    folded, paragraph = one.source.folded, one.paragraph
    end = min(paragraph.end, paragraph.start + _COUNT_REACH)
    position = paragraph.start
    while (position := folded.find(" ", position, end)) >= 0:
        position += 1
        reading = read_count(folded, position)
        if reading is not None and not _is_year(one, reading):
            return reading.value == one.point.count and _counts_points(one, reading)
    return False


def _counts_points(one: Continuation, reading: CountReading) -> bool:
    """Whether a number may count points: neither “lớp 3” and “nhà ba tầng”, nor “ba tháng”."""
    cues, folded = one.paragraphs.cues, one.source.folded
    behind = reading.end + (folded[reading.end : reading.end + 1] == " ")
    if cues.at("ordinal.noun", behind) is not None:
        return True
    others = ("ordinal.not_listed", "time.month", "time.year", "time.quarter", "time.day")
    return not any(
        cues.at(group, behind) is not None or cues.ending_at(group, reading.start) is not None for group in others
    )


def _is_year(one: Continuation, reading: CountReading) -> bool:
    """Whether “năm” is no five: “Trong những năm tới”; “cả năm giải pháp” is one."""
    cues = one.paragraphs.cues
    is_word = cues.at("time.year", reading.start) is not None
    return is_word and cues.at("ordinal.noun", reading.end + 1) is None


def _introduces(one: Continuation) -> bool:
    """“Bên cạnh đó, ngành còn hai hạn chế:” right before another list."""
    paragraphs = one.paragraphs
    following = paragraphs.paragraph_index(one.paragraph.start) + 1
    return (
        one.source.text[one.paragraph.end - 1] == ":"
        and following < len(paragraphs.body)
        and paragraphs.begins_with_marker(paragraphs.body[following])
    )


def _is_in_capitals(text: str, paragraph: Range) -> bool:
    words = text[paragraph.start : paragraph.end]
    return words.isupper() and " " in words
