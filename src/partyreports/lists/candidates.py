"""Candidates: the places where a numbered point may begin.

Cheap and generous: which of them are points is decided by the company they keep (`lists.chains`). Looked for at the
head of a line (behind bullets and quotes, and behind another marker: “1. a) …”), at the head of a sentence
(“… nặng nề.Hai là”) and of a clause (“…: một là A; hai là B; (3) C”). The first ordinal of a list may also stand
behind a bare word (“Tôi yêu cầu thứ nhất …”).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain, pairwise
from sys import maxsize

from partyreports.grammar.markers import MARKERS, PAREN, WORD_MARKERS, Marker, Place, inline_sign, read
from partyreports.grammar.sentences import sentence_start
from partyreports.layout.article import Article
from partyreports.layout.segmentation import Layout
from partyreports.lists.extents import AND
from partyreports.models import MarkerStyle, Note
from partyreports.notes import WithNotes, make_note
from partyreports.text.numerals import CARDINALS
from partyreports.text.source import SourceText
from partyreports.text.spans import containing
from partyreports.text.tokens import MAX_WINDOW, CachedTokenizer, Verdict

# "- Một là", "• “1.", "~ 2.": what may stand before a marker at the head of its line.
_LEADING = r"[ \-–—+*•#>\"“”‘'«_~]{0,40}+"
_AT_LINE = r"\n *+" + _LEADING + r"(?=..|.\n)" + MARKERS
_AT_EXCERPT = _LEADING + r"(?=..)" + MARKERS
_MARKERS_IN_A_ROW = 3
"""Markers at the head of one line, each the first of a list inside the point of the one before: “I. 1. a) …”."""


def find_markers(article: Article, words: CachedTokenizer) -> WithNotes[tuple[Marker, ...]]:
    """Candidates in the article proper, in reading order.

    Args:
        article: the article.
        words: gives the tokenizer's verdict on word markers inside a line.
    """
    source, layout = article.source, article.layout
    if not layout.body:
        return WithNotes(())
    found = _at_heads(article)
    failure: Note | None = None
    for marker in _inside(article, {marker.end for marker in found.values()}):
        if marker.start in found or not _is_in_body(layout, marker.start):
            continue
        verdict = _verdict(source, marker, words)
        if verdict is Verdict.APART or (verdict is Verdict.NONE and marker.rule != _UNPUNCTUATED):
            found[marker.start] = marker
        if verdict is Verdict.NONE and failure is None:
            failure = _failure_note(source, marker, words)
    markers = _without_mentions(source, list(_without_overlaps([found[start] for start in sorted(found)])))
    return WithNotes(markers, (failure,) if failure else ())


def _is_in_body(layout: Layout, position: int) -> bool:
    i = bisect_right(layout.body, (position, maxsize)) - 1
    return i >= 0 and position < layout.body[i].end


def _without_overlaps(markers: list[Marker]) -> Iterator[Marker]:
    """Drop a marker that begins inside the one before: the “thứ hai” of “Nhiệm vụ thứ hai”."""
    end = -1
    for marker in markers:
        if marker.start >= end:
            end = marker.end if marker.place is Place.WORD else marker.body
            yield marker


def _without_mentions(source: SourceText, markers: list[Marker]) -> tuple[Marker, ...]:
    """Drop markers that nothing stands between: “đồng ý với kiến nghị thứ nhất và thứ hai” speaks of points."""
    mentions: set[int] = set()
    for marker, following in pairwise(markers):
        if following.place is not Place.LINE and following.number == marker.number + 1:
            between = source.folded[marker.body : following.start].strip(" ,")
            if between in {"", AND}:
                mentions |= {marker.start, following.start}
    return tuple([marker for marker in markers if marker.start not in mentions] if mentions else markers)


# --- at the head of a line


def _at_heads(article: Article) -> dict[int, Marker]:
    """Markers at the heads of paragraphs, by their starts."""
    source, layout = article.source, article.layout
    newline = source.text.rfind("\n", 0, layout.body[0].start)
    matches = article.lexicon.compile(_AT_LINE).finditer(source.folded, max(newline, 0), layout.end)
    # No newline stands before the first line of a text, nor before a lead that was scraped to the end (“more1. …”).
    heads = [layout.body[0].start] if newline < 0 else []
    if layout.lead is not None and layout.lead != layout.body[0]:
        heads.append(layout.lead.start)
    pattern = article.lexicon.compile(_AT_EXCERPT)
    others = [pattern.match(source.folded, head) for head in heads]
    inner = article.lexicon.compile(MARKERS)
    may_continue = article.cues.has(_NUMBER_FOLLOWS)
    found: dict[int, Marker] = {}
    for match in chain(matches, filter(None, others)):
        marker = read(match, article)
        for _ in range(_MARKERS_IN_A_ROW):
            if marker is None or (may_continue and _continues_sentence(article, marker)):
                break
            found[marker.start] = marker
            marker = _behind(article, marker, inner)
    return {start: found[start] for _, start in containing(sorted(found), layout.body)}


def _behind(article: Article, marker: Marker, pattern: "re.Pattern[str]") -> Marker | None:
    """The marker with which the text of another begins: the “a)” of “1. a) Rà soát”."""
    source = article.source
    if marker.body > marker.end + 1 and source.text.find("\n", marker.end, marker.body) >= 0:
        return None
    match = pattern.match(source.folded, marker.body)
    inner = read(match, article) if match else None
    if inner is None or inner.number != 1 or inner.shape in {marker.shape, "bare"}:
        return None
    if inner.style is MarkerStyle.ROMAN and not source.text[inner.end - 1].isalnum() and inner.body == inner.end:
        return None  # “1. I.Rà soát” is an initial
    return inner


_NUMBER_FOLLOWS = "ordinal.number_follows"
_LONGEST_WORD = 8
"""Letters of the longest syllable, with room for a sign behind it."""


def _continues_sentence(article: Article, marker: Marker) -> bool:
    """Whether a number stands at the head of its line only because a line break was put there: “… tăng lên / 15.”."""
    if marker.style is not MarkerStyle.ARABIC or marker.number == 1 or marker.line == 0:
        return False
    before = article.source.line(marker.line - 1)
    return article.cues.ending_at(_NUMBER_FOLLOWS, before.end) is not None


# --- inside a line


def _inside(article: Article, known_ends: set[int]) -> Iterator[Marker]:
    """Candidates at heads of sentences and clauses; `known_ends` is where the markers at heads of lines end."""
    begin, end = article.layout.body[0].start, article.layout.end
    yield from _inside_la(article, begin, end, known_ends)
    yield from _inside_thu(article, begin, end, known_ends)
    yield from _inside_signs(article, begin, end, known_ends)


# Some first sign of a list inside a paragraph: “ 1)”, “:a)”, “ i)”, “ 1/”; and a second one: “ 2. ”. With what
# is rare at the head, for the regex engine to skip ahead to.
_FIRST_SIGNS = (re.compile(r"\)(?<=[ :][1ai]\))"), re.compile(r"/(?<= 1/)"))
_SECOND_DOT = re.compile(r"2\.(?<= 2\.) ")
_PAREN = re.compile(f"(?P<paren>{PAREN})")
_INLINE_SIGN = re.compile(r"(?<=[\s:;,.(])(?P<letter>(\d{1,2}|[ivx]{1,5}|[a-zđ])([)/]))(?=[.:]?(?:\s|[^\W\d_]))")
_INLINE_DOT = re.compile(r"(?<=[:;.,] )(?P<digits>(\d{1,2})(\.))(?= ?[^\W\d_])")
_UNSTOPPED_DOT = re.compile(r"(?<=[^\W\d_] )(?P<digits>([2-9]|[1-9]\d)(\.))(?= [^\W\d_])")
"""“1. Rà soát hồ sơ 2. Bổ sung danh mục”: the line breaks between the points are lost."""


def _inside_signs(article: Article, begin: int, end: int, known_ends: set[int]) -> Iterator[Marker]:
    """“(1) …; (2) …”, “1) …; 2) …”, “a) …; b) …”, “… sau: 1. A. 2. B.”."""
    source = article.source
    folded = source.folded
    before: re.Match[str] | None = None
    for match in _PAREN.finditer(folded, begin, end):
        # (the first of a list may follow a word: “gồm (1) rà soát; (2) bổ sung”; “phương án (1) hoặc phương án (2)”
        # is no list: the others need punctuation or “và” before them)
        if (
            _place(source, match.start()) is not None
            or match[2] in {"1", "i", "a"}
            or (before is not None and _end_lines(source, before, match))
        ):
            before = match
            if match.end() not in known_ends:
                yield from _placed(read(match, article), Place.CLAUSE)
    if any(sign.search(folded, begin, end) for sign in _FIRST_SIGNS):
        for match in _INLINE_SIGN.finditer(folded, begin, end):
            if (place := _place(source, match.start())) is not None:
                yield from _placed(inline_sign(match, article), place)
    if _SECOND_DOT.search(folded, begin, end):
        yield from _inside_dots(article, begin, end)


_LINE_END = re.compile(r"\.\n\n?")
"""A stop behind a number in brackets that was taken for the end of a sentence when the text was put into lines."""


def _end_lines(source: SourceText, before: "re.Match[str]", match: "re.Match[str]") -> bool:
    """Whether a number in brackets ends its line, as the one before ends the line above: “(4).⏎Nợ 1% (5).⏎Lãi 2%.”."""
    if not (before[2].isdigit() and match[2].isdigit() and int(match[2]) == int(before[2]) + 1):
        return False
    above = _LINE_END.match(source.text, before.end())
    if above is None or _LINE_END.match(source.text, match.end()) is None:
        return False
    return above.end() == source.line(source.line_number(match.start())).start


def _inside_dots(article: Article, begin: int, end: int) -> Iterator[Marker]:
    """“… sau: 1. A. 2. B.”, and where the stop before the number is lost: “1. Rà soát hồ sơ 2. Bổ sung”."""
    source = article.source
    for match in _INLINE_DOT.finditer(source.folded, begin, end):
        yield from _placed(inline_sign(match, article), Place.CLAUSE)
    for match in _UNSTOPPED_DOT.finditer(source.folded, begin, end):
        if not source.text[match.end() + 1].isupper():
            continue
        if article.cues.ending_at(_NUMBER_FOLLOWS, match.start()) is None:
            yield from _placed(inline_sign(match, article), Place.WORD)


def _placed(marker: Marker | None, place: Place) -> Iterator[Marker]:
    if marker is not None:
        yield marker._replace(place=place)


def _behind_number(comma: str) -> str:
    """Regex source for looking back, from behind “là”, at the last word of a number: one source for each length."""
    words = sorted({words.split()[-1] for words in CARDINALS})
    by_length = [[word for word in words if len(word) == length] for length in sorted(set(map(len, words)))]
    return "|".join(f"(?<=(?:{'|'.join(alike)}){comma} là)" for alike in by_length)


# “là” behind the last word of a number. (Looked for at “là”, because a pattern that begins with one of many
# words is slow; and at its rarest letter.)
_LA_AFTER_NUMBER = re.compile(rf"à(?<= là)(?!\w)(?:{_behind_number('')}|{_behind_number(',')})")
_NUMBER_END = re.compile(rf"(?<!\w)(?P<la>({'|'.join(sorted(CARDINALS, key=len, reverse=True))}),? +là)$")
_THU = re.compile(r"ứ(?<=thứ)(?<!\wthứ) ")  # the rarest letter first
_LONGEST_NUMBER = max(map(len, CARDINALS)) + 4  # doubled spaces, a comma


def _inside_la(article: Article, begin: int, end: int, known_ends: set[int]) -> Iterator[Marker]:
    """“…; hai là …”: every “là” behind a number that stands where a sentence or clause begins."""
    source = article.source
    folded = source.folded
    for la in _LA_AFTER_NUMBER.finditer(folded, begin, end):
        if la.end() in known_ends:
            continue
        match = _NUMBER_END.search(folded, max(0, la.end() - len(" là") - _LONGEST_NUMBER), la.end())
        marker = read(match, article) if match else None
        if marker is None:
            continue
        if (place := _place(source, marker.start)) is not None:
            yield marker._replace(place=place)
        elif _is_unpunctuated(source, marker.start, marker.end):
            yield marker._replace(place=Place.CLAUSE, rule=_UNPUNCTUATED)
        elif marker.number == 1 and source.text[marker.start].islower():
            yield marker._replace(place=Place.WORD)


def _inside_thu(article: Article, begin: int, end: int, known_ends: set[int]) -> Iterator[Marker]:
    """“…; thứ hai …”, “… . Nhiệm vụ thứ hai …”: every “thứ” that stands, itself or its noun, at such a place."""
    source = article.source
    pattern = article.lexicon.compile(WORD_MARKERS)
    for thu in _THU.finditer(source.folded, begin, end):
        start = thu.start() - len("th")
        first = None
        for head in _heads_of(article, start):
            match = pattern.match(source.folded, head)
            marker = read(match, article) if match else None
            if marker is None or marker.end in known_ends or not marker.end > start:
                continue
            first = first or marker
            if (place := _place(source, head)) is not None:
                yield marker._replace(place=place)
                break
        else:
            if first is None or first.number != 1 or not source.text[first.start].islower():
                continue
            if article.cues.ending_at("ordinal.not_listed", first.start) is None:
                yield first._replace(place=Place.WORD)


def _heads_of(article: Article, thu: int) -> Iterator[int]:
    """Where a marker may begin whose “thứ” is at a place: there, at its listed noun, one word or two before.

    “Nhóm giải pháp thứ hai”, “Vụ án thứ ba là”.
    """
    text = article.source.text
    if (noun := article.cues.ending_at("ordinal.noun", thu)) is not None:
        yield noun.start
    yield thu
    word = thu
    for _ in range(2):
        if word < 1 or text[word - 1] != " ":
            return
        start = word - 1
        while start > 0 and word - start <= _LONGEST_WORD and text[start - 1].isalpha():
            start -= 1
        if start == word - 1:
            return
        word = start
        yield word


_UNPUNCTUATED = "marker.la_unpunctuated"


def _is_unpunctuated(source: SourceText, start: int, end: int) -> bool:
    """“… theo kế hoạch Hai là, tiếp tục …”: a lost full stop or line break before a capital, a comma after.

    It may as well be the end of a name (“Trần Đình Ba là, …”), so here the tokenizer must agree.
    """
    text = source.text
    return text[start].isupper() and text[end : end + 1] in {",", ":"} and text[start - 2 : start - 1].isalnum()


def _place(source: SourceText, start: int) -> Place | None:
    """What a marker at `start` inside a line begins: a sentence, a clause, or nothing."""
    text = source.text
    before = start
    floor = max(0, start - 6)
    while before > floor and text[before - 1] in " \"“‘'«":
        before -= 1
    if before == 0 or text[before - 1] == "\n":
        return Place.LINE if before == start else Place.SENTENCE
    last = text[before - 1]
    if last in '.!?…”"' and (text[start].isupper() or text[start] in "(0123456789"):
        return Place.SENTENCE
    if last in ":;," or (before < start and text[before] in "\"“‘'«"):
        return Place.CLAUSE
    if text[max(0, before - 3) : before].lower() in {" và", "\nvà"}:
        return Place.CLAUSE
    return None


def _verdict(source: SourceText, marker: Marker, words: CachedTokenizer) -> Verdict:
    """The tokenizer's verdict on a word marker inside a line: “Lê Đình Ba là”, “Thứ Hai là” are joined.

    The single place where it enters the decision. No verdict counts for the marker: the grammar has
    found it where a clause begins. At the head of a line it is not asked.
    """
    if marker.shape not in {"word", "bare"} or marker.place is Place.LINE:
        return Verdict.APART
    window, first = _window(source, marker)
    return words.verdict(window, first, first + _head_length(source, marker))


_WINDOW_BEFORE = 12
"""Characters before a marker that the tokenizer is shown: two words or three."""


def _window(source: SourceText, marker: Marker) -> tuple[str, int]:
    """A few words of the marker's line around it, and where it begins in them."""
    line = source.line(marker.line)
    start = max(line.start, marker.start - _WINDOW_BEFORE)
    if marker.place is Place.SENTENCE:
        # (a name may run up to a number, but not over a full stop: “… của ASEAN. Bốn là”)
        start = sentence_start(source, start, marker.end)
    window = source.text[start : min(line.end, marker.body + 16, start + MAX_WINDOW)]
    first = marker.start - start
    before = window[:first].rstrip().rpartition(" ")[2]
    if marker.rule == _UNPUNCTUATED and before[:1].islower():
        # A capital amid small letters looks like a name to the tokenizer, but a name has one before it too.
        window = window[:first] + window[first].lower() + window[first + 1 :]
    return window, first


def _failure_note(source: SourceText, marker: Marker, words: CachedTokenizer) -> Note:
    reason = words.failure(_window(source, marker)[0]) or "no verdict"
    return make_note("tokenizer-failed", source.span(marker.start, marker.end), reason=reason)


def _head_length(source: SourceText, marker: Marker) -> int:
    """Length of the number itself, without “là”."""
    head = source.folded[marker.start : marker.end]
    return len(head.removesuffix("là").rstrip(" ,"))
