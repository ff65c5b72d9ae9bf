"""The lines of a page, with datelines and teasers that lost their line break as lines of their own.

12/05/2021 08:15Sở Nội vụ giao ban          (glued to the headline)
Sở Nội vụ giao ban (08:15 12/05/2021)       (behind it)
Sở Nội vụ giao ban 12/05/2021 08:15 Sáng nay, Sở …          (between headline and lead)
… kết thúc lúc 11 giờ. 08:15 | 12/05/2021   (behind the last sentence)

A clock time or a label beside the date tells a dateline from a date that the sentence needs; so does a lost space.
"""

import re
from collections.abc import Iterator

from partyreports.layout.dateline import read_dateline
from partyreports.layout.footer_words import names_links
from partyreports.layout.shapes import has_two_sentences, words_of
from partyreports.layout.teasers import teasers_parted
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_LINES = 8
"""Lines from the beginning in which a dateline may be glued to its neighbours."""
_REACH = 300
"""Characters of a line in which it stands: a headline before it, and crumbs before that."""
_TAIL = 80
"""Characters at the end of the last line in which it stands."""
_FEWEST_WORDS = 4
"""Words of the headline before it."""
_NEAR = 48
"""Characters before the date in which what belongs to it begins: “( Cập nhật ngày: Thứ Tư, 08:15 ”."""
_GLUED = 260
"""Characters at the end of the last line in which links or keywords stand that lost their line break."""
_GLUED_ARROWS = re.compile(r"(?<=[.!?…”\"] )(?:> ?>|»)[> ]{0,3}(?=\w)")
_GLUED_VIEWS = r"(?<=[.!?…”\"] )\(?{dateline.views} ?: ?\d[\d.]{0,9}\)?$"
_GLUED_CUES = ("footer.related", "footer.keywords")
_HAS_DATE = re.compile(r"\d{1,2} ?[-/.–] ?\d{1,2} ?[-/.–] ?(?:19|20)\d\d|(?:19|20)\d\d[-/.]\d\d")
_SIGNS = r"[ ,|–-]{1,4}"
_CLOCK = r"(?:[01]?\d|2[0-3])[:h][0-5]\d(?::[0-5]\d)?(?: ?(?:{dateline.half_day})(?!\w))?"
_DATE = r"(?:\d{1,2} ?[-/.–] ?\d{1,2} ?[-/.–] ?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?!\d)"
_ZONE = r"(?: ?[(\[]?(?:gmt|utc)? ?[+-] ?\d{1,2}(?::\d\d)?(?!\d)[)\]]?)?"
_STAMP = (
    r"(?<![\d/.,:-])(?P<open>[(\[] ?)?(?:(?P<label>{dateline.published}|{dateline.updated})(?: ?: ?| ))?"
    rf"(?:{{word.weekday}}{_SIGNS})?(?:(?P<before>{_CLOCK}){_SIGNS})?{_DATE}"
    rf"(?: {_DATE})?(?:{_SIGNS}(?P<behind>{_CLOCK}))?{_ZONE}(?: ?[)\]])?"
)
_VIEWS = r"[ ,|–-]*(?:{dateline.views} ?:? ?\d[\d.]{0,9}|\d[\d.]{0,9} {dateline.views})?[ )]*"
"""What may stand behind the dateline: “| Lượt xem: 57”."""
_LINKS = re.compile(r"[ ,|–-]*")
_BEGINS_ANEW = re.compile(r"(?: ?[-–—|]+)? *(?=[(\[{“\"]?[A-ZÀ-ÝĂĐĨŨƠƯẠ-Ỹ{])")
_PARTED = re.compile(r" ?[-–—|]")
_STOP = re.compile(r"[.!?…][”\"’)]?[ (\[]*$")
_LINKED = (
    r"(?:[,:;(/]|(?<!\w)(?:{time.opens_date}|{time.day}|{time.part_of_day}|{period.point_in_time}|{dateline.word})) ?$"
)
"""What stands before a date that the sentence needs."""


def lines_of_page(scanned: ScannedText) -> tuple[Range, ...]:
    """The filled lines; a dateline or a teaser that is glued to others is a line of its own, and so are they."""
    lines = scanned.source.filled
    if not lines:
        return ()
    found: list[Range] = []
    for number, line in enumerate(lines[:_LINES]):
        found += _parted(scanned, line, is_first=number == 0)
    found += teasers_parted(scanned, lines[_LINES:])
    return (*found[:-1], *_parted_at_end(scanned, found[-1]))


def _parted(scanned: ScannedText, line: Range, *, is_first: bool) -> tuple[Range, ...]:
    """The parts of one of the first lines."""
    window = Range(line.start, min(line.end, line.start + _REACH))
    for stamp in _stamps(scanned, window):
        is_glued = _is_glued(scanned, line, stamp)
        if not is_glued and read_dateline(scanned, line) is not None:
            return (line,)
        if is_glued or (is_first and _is_apart(scanned, line, stamp)):
            *parts, last = _parts(scanned, line, Range(*stamp.span()))
            is_parted_again = is_first and last.start >= stamp.end() and stamp.start() == line.start
            return (*parts, *(_parted(scanned, last, is_first=True) if is_parted_again else (last,)))
    return (line,)


def _parted_at_end(scanned: ScannedText, line: Range) -> tuple[Range, ...]:
    """The parts of the last line: its sentences, and the dateline, the links or the keywords behind them."""
    glued = _glued_cue(scanned, line)
    if glued is not None:
        return (scanned.source.trim(line.start, glued), Range(glued, line.end))
    window = Range(max(line.start, line.end - _TAIL), line.end)
    for stamp in _stamps(scanned, window):
        is_last = scanned.lexicon.compile(_VIEWS).fullmatch(scanned.source.folded, stamp.end(), line.end) is not None
        if is_last and _STOP.search(scanned.source.text, window.start, stamp.start()):
            return _parts(scanned, line, Range(stamp.start(), line.end))
    return (line,)


def _glued_cue(scanned: ScannedText, line: Range) -> int | None:
    """Where links or keywords begin behind the last sentence: “… trong tháng 10. Tin liên quan: …”, “… Tags: …”."""
    text = scanned.source.text
    reach = max(line.start, line.end - _GLUED)
    arrows = _GLUED_ARROWS.search(text, reach, line.end)
    if arrows is not None:
        return arrows.start()
    views = scanned.lexicon.compile(_GLUED_VIEWS).search(scanned.source.folded, reach, line.end)
    if views is not None:
        return views.start()
    for group in _GLUED_CUES:
        for cue in scanned.cues.within(group, reach, line.end):
            is_name = " " in text[cue.start : cue.end] or group != _GLUED_CUES[0]
            is_opened = text[cue.end : cue.end + 2].lstrip().startswith(":")
            if not (is_name and text[cue.start].isupper() and _STOP.search(text, reach, cue.start)):
                continue
            if is_opened or names_links(scanned, (Range(cue.start, line.end),)):
                return cue.start
    return None


def _stamps(scanned: ScannedText, window: Range) -> Iterator["re.Match[str]"]:
    """Dates of a stretch, each with the clock time, the weekday and the label around it, if they make a dateline."""
    end = window.start
    for date in _HAS_DATE.finditer(scanned.source.text, *window):
        if date.start() < end:
            continue
        pattern = scanned.lexicon.compile(_STAMP)
        stamp = pattern.search(
            scanned.source.folded, max(end, date.start() - _NEAR), min(window.end, date.end() + _NEAR)
        )
        if stamp is not None and read_dateline(scanned, Range(*stamp.span())) is not None:
            end = stamp.end()
            yield stamp


def _parts(scanned: ScannedText, line: Range, stamp: Range) -> tuple[Range, ...]:
    """What stands before a dateline, the dateline, and what stands behind it."""
    source = scanned.source
    link = _LINKS.match(source.text, stamp.end, line.end)
    behind = Range(stamp.end if link is None else link.end(), line.end)
    before = Range(line.start, line.start + len(source.text[line.start : stamp.start].rstrip(" -–—|")))
    parts = (source.trim(*part) for part in (before, stamp, behind))
    return tuple(part for part in parts if part.start < part.end)


def _is_glued(scanned: ScannedText, line: Range, stamp: "re.Match[str]") -> bool:
    """“Sở giao ban12/05/2021”, “12/05/2021Sở giao ban”: the space between the date and its neighbour is lost."""
    text, (start, end) = scanned.source.text, stamp.span()
    if start > line.start:
        begins = text[start - 1].isalpha() and (text[start].isdigit() or text[start].isupper())
        return begins and not _is_linked(scanned, Range(line.start, start))
    return end < line.end and text[end].isupper() and text[end + 1 : end + 2].isalpha()  # (“2005-01-15T08:05” is one)


def _is_apart(scanned: ScannedText, line: Range, stamp: "re.Match[str]") -> bool:
    """Whether a date with a clock time or a label belongs to no sentence of its line."""
    text, (start, end) = scanned.source.text, stamp.span()
    if end < line.end and _BEGINS_ANEW.match(text, end, line.end) is None:
        return False
    has_clock = stamp["before"] is not None or stamp["behind"] is not None
    if start == line.start:
        return has_clock or stamp["label"] is not None or _PARTED.match(text, end, line.end) is not None
    before = Range(line.start, start)
    return (
        (has_clock or (stamp["label"] is not None and stamp["open"] is not None))
        and len(words_of(scanned.source, before)) >= _FEWEST_WORDS
        and not has_two_sentences(scanned.source, before)
        and not _is_linked(scanned, before)
    )


def _is_linked(scanned: ScannedText, before: Range) -> bool:
    """“diễn ra vào lúc | 8:00 15/1/2005”, “Sáng ngày | 15/1/2005”: the words before a date need it."""
    start = max(before.start, before.end - _NEAR)
    return scanned.lexicon.compile(_LINKED).search(scanned.source.folded, start, before.end) is not None
