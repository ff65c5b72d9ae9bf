"""Teasers: a link whose title, its agency's mark, and the beginning of its article share a line.

Sẽ mở lớp lưu trữ cho sáu xã TTO - Tuần tới, Sở mở lớp tập huấn về lưu trữ.
Hợp tác xã tìm đường xuất khẩu (VOV) - Sau ba năm nguội lửa, bốn hộ …

The mark is one that we know, or the one that the page's own article begins with.
"""

import re
from collections.abc import Iterator, Sequence, Set

from partyreports.grammar.sentences import sentence_start
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_AGENCY = "headline.agency"
_SHORTEST_TITLE, _LONGEST_TITLE = 20, 220
"""Characters of the title in a teaser, from and to."""
_SHORTEST_SENTENCE = 12
"""The same of one that holds a word without a capital: it is no place."""
_SHORTEST_BEFORE = 25
"""Characters of the sentence that a teaser is glued to."""
_LONGEST_MARK = 40
_HEAD_LINES = 8
"""The article's own mark stands in one of so many first lines."""
_BARE = r"[A-ZĐ][A-ZĐ&.]{2,9}"
_MARK = re.compile(rf"(?<=\S )(?:\(([^()\d\n]{{2,25}})\)|({_BARE})) ?[-–—] ?(?=[“\"‘']?[^\W\d_a-z])")
_OWN = re.compile(rf"\(({_BARE})\) ?[-–—] ")
_BRACKETED, _BARE_ONE = 1, 2
_DASH = re.compile(r"\)? ?[-–—] ")
_END_AND_CAPITAL = re.compile(r"(?<=[).!?…]) +(?=[^\W\d_a-z]|[‘'“\"])")
"""Where a sentence has ended and a title may begin."""
_DASHES = re.compile(r"[-–—]")
_ENDS_OF_TITLES = " ?!…\"”'’-–—"


def teasers_parted(scanned: ScannedText, lines: Sequence[Range]) -> Sequence[Range]:
    """The lines; what stands before a teaser is a line of its own: “(Hà Vy ghi) Họp về lũ TTO - Hôm nay, …”."""
    if not scanned.cues.has(_AGENCY):
        return lines
    return [part for line in lines for part in _parted(scanned, line)]


def _parted(scanned: ScannedText, line: Range) -> tuple[Range, ...]:
    text = scanned.source.text
    for cue in scanned.cues.within(_AGENCY, *line):
        if not (text[cue.start : cue.end].isupper() and _DASH.match(text, cue.end, line.end)):
            continue
        head = max(line.start, cue.start - _LONGEST_TITLE)
        ends = [match.end() for match in _END_AND_CAPITAL.finditer(text, head, cue.start)]
        if ends and ends[-1] - line.start >= _SHORTEST_BEFORE and cue.start - ends[-1] >= _SHORTEST_TITLE:
            return scanned.source.trim(line.start, ends[-1]), Range(ends[-1], line.end)
    return (line,)


def find_teasers(scanned: ScannedText, lines: Sequence[Range]) -> frozenset[int]:
    """Numbers of the lines that are teasers."""
    long = [i for i, (start, end) in enumerate(lines) if end - start > _SHORTEST_TITLE]
    found = [(i, mark) for i in long for mark in _marks(scanned, lines[i])]
    if not found:
        return frozenset()
    heads = (_OWN.match(scanned.source.text, *line) for line in lines[:_HEAD_LINES])
    known = {head[1] for head in heads if head is not None}
    return frozenset(i for i, mark in found if _is_of_agency(scanned, mark, known))


def _marks(scanned: ScannedText, line: Range) -> "Iterator[re.Match[str]]":
    """What may be an agency's mark behind the title of a link: no sentence ends before it."""
    source = scanned.source
    reach = min(line.end, line.start + _LONGEST_TITLE + _LONGEST_MARK)
    if _DASHES.search(source.text, line.start + _SHORTEST_SENTENCE, reach) is None:
        return
    for mark in _MARK.finditer(source.text, line.start, reach):
        title = source.text[line.start : mark.start()].rstrip(_ENDS_OF_TITLES)
        shortest = _SHORTEST_SENTENCE if any(map(str.islower, title.split())) else _SHORTEST_TITLE
        if not shortest <= mark.start() - line.start <= _LONGEST_TITLE:
            continue
        if sentence_start(source, line.start, line.start + len(title)) == line.start:
            yield mark


def _is_of_agency(scanned: ScannedText, mark: "re.Match[str]", known: Set[str]) -> bool:
    group = _BRACKETED if mark[_BARE_ONE] is None else _BARE_ONE
    cue = scanned.cues.at(_AGENCY, mark.start(group))
    return (cue is not None and cue.end == mark.end(group)) or mark[group] in known
