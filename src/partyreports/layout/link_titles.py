"""Titles of links that no cue announces, told from the last sentence, the headings and the lists of an article.

Danh sách 87 ứng viên của tỉnh
'Một chiếc chum bằng hai ngày công'

A sentence that lost its stop (“Theo chương trình, ngày mai hội nghị bế mạc”) is none, nor is a heading (“Bốn giải pháp
trước mắt”). Of one title alone more is asked than of several in a row: a question, a quotation, a colon, a number.
"""

from collections.abc import Sequence
from itertools import pairwise

from partyreports.layout.shapes import SECTION_CUES, begins_with_marker, is_all_capitals, last_sign, words_of
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_WORDS = (5, 26)
"""Words of a title, from and to."""
FEWEST_WORDS = 4
"""The fewest of one that stands beside others with the signs of titles."""
_MOST_WORDS_ALONE = 17
"""The most of one that stands alone."""
_WORDS_OF_NAMES = 6
"""Words of a line in capitals that may be the names of two writers."""
_SAME = 0.5
"""How many words two titles may share: lines of a list are alike."""
_MOST_COMMAS = 2
_OPENS_HEADING = 12
"""Characters at the head of a line in which a heading of the article names what it is about."""
_QUOTES = "\"“‘'"
_OPENERS = ("extent.turn", "headline.lead_opener", "headline.day_word")
"""What sentences of an article begin with."""
_REPORTS = ("extent.reporting_verb",)
_SIGNS_OF_TITLES = ":“\"‘'"


def is_title(scanned: ScannedText, line: Range, *, fewest: int = _WORDS[0]) -> bool:
    """Whether a line may be a title among others: words enough, a capital at the head, and no end."""
    source, text = scanned.source, scanned.source.text
    most = _WORDS[1]
    head = line.start + (text[line.start] in _QUOTES)
    return (
        (text[head].isupper() or text[head].isdigit())
        and last_sign(source, line) not in (":", ";", ",", ".", "…")
        and fewest <= len(words_of(source, line)) <= most
        and not begins_with_marker(scanned, line)
        and not (is_all_capitals(source, line) and len(words_of(source, line)) <= _WORDS_OF_NAMES)
        and text.count(",", *line) <= _MOST_COMMAS
        and not _is_heading(scanned, line)
        and not _is_said(scanned, line)
    )


def are_titles(scanned: ScannedText, lines: Sequence[Range]) -> bool:
    """Whether several lines, of which each may be a title, are: short ones only beside one with the signs of titles."""
    if len(lines) == 1:
        return is_title_alone(scanned, lines[0])
    words = [set(words_of(scanned.source, line)) for line in lines]
    if any(len(one & other) > _SAME * min(len(one), len(other)) for one, other in pairwise(words)):
        return False  # “Xóm Thượng đã có 9 lò”, “Xóm Hạ đã có 5 lò”
    return all(is_title(scanned, line) for line in lines) or any(_has_sign(scanned, line) for line in lines)


def is_title_alone(scanned: ScannedText, line: Range) -> bool:
    """Whether a title is one though no other stands beside it: a sentence that lost its stop has no signs of titles."""
    if len(words_of(scanned.source, line)) > _MOST_WORDS_ALONE or not is_title(scanned, line):
        return False
    text = scanned.source.text
    if text[line.end - 1] == "?":
        return True
    has_sign = text[line.start].isdigit() or _has_sign(scanned, line)
    return has_sign and not _opens_sentence(scanned, line) and not _reports(scanned, line)


def _has_sign(scanned: ScannedText, line: Range) -> bool:
    return any(scanned.source.text.find(sign, *line) >= 0 for sign in _SIGNS_OF_TITLES)


def _opens_sentence(scanned: ScannedText, line: Range) -> bool:
    """“Theo chương trình …”, “Chiều nay …”: whether a line begins as sentences of an article do."""
    return any(scanned.cues.at(group, line.start) is not None for group in _OPENERS)


def _reports(scanned: ScannedText, line: Range) -> bool:
    return any(scanned.cues.any_within(group, *line) for group in _REPORTS)


def _is_heading(scanned: ScannedText, line: Range) -> bool:
    """“Bốn giải pháp trước mắt”, “Kết quả năm 2022”: what a list of the article is about."""
    reach = line.start + _OPENS_HEADING
    return any(cue.start <= reach for group in SECTION_CUES for cue in scanned.cues.within(group, *line))


def _is_said(scanned: ScannedText, line: Range) -> bool:
    """“Còn đất, còn nghề”, ông Bền nói: a sentence that lost its stop."""
    quote = max(scanned.source.text.rfind(sign, *line) for sign in '”"')
    return quote > line.start and scanned.cues.any_within("person.honorific", quote, line.end)
