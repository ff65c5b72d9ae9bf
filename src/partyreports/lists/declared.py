"""The number of points that the introduction of a list announces, and announcements that no list follows."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from partyreports.construct import construct
from partyreports.grammar.sentences import sentence_start
from partyreports.layout.article import Article
from partyreports.lists.announcements import SURE, Count, Noun, nouns_in
from partyreports.lists.introductions import SENTENCES, Introduction
from partyreports.lists.series import Series
from partyreports.models import FoundCount, Note, Qualifier
from partyreports.notes import make_note
from partyreports.text.spans import Range

_SURELY = 4
"""Points that a number further off must count, before a noun that names no points: “hai bên” is said of much else."""
_MANY = 3
"""Points that a headline must count, to speak of them: “hai” is said of much else."""
_LONGEST = 600
"""Longest sentence, in characters, whose announcement is looked at when no list follows."""


def declared_count(article: Article, introduction: Introduction, points: int) -> FoundCount | None:
    """“9 nhóm nhiệm vụ, giải pháp”, “ba bài học”: the count that the introduction announces.

    Args:
        article: the article.
        introduction: what stands before the list.
        points: how many points are printed. A count that disagrees is believed in the nearest sentence alone.
    """
    for i, sentence in enumerate(introduction.nearest(SENTENCES)):
        nouns = introduction.nouns(sentence)
        agreeing = [noun for noun in nouns if noun.number is not None and noun.number.value == points]
        chosen = agreeing or (_announcing(nouns) if i == 0 else [])
        if chosen and (number := chosen[-1].number) is not None:
            return _found(article, number.start, chosen[-1].end, number.value, "declared.counted_noun")
        agrees = introduction.agreeing(sentence)
        if agrees is not None and (i == 0 or agrees.value >= _SURELY or _is_quoted(article, agrees)):
            return _found(article, agrees.start, agrees.end, agrees.value, "declared.agrees")
        framed = introduction.framed(sentence) if i == 0 else None
        if framed is not None:
            return _found(article, framed.start, framed.end, framed.value, "declared.framed")
    title = article.layout.title
    agrees = None if title is None or points < _MANY else introduction.agreeing(title)
    return None if agrees is None else _found(article, agrees.start, agrees.end, agrees.value, "declared.headline")


def _is_quoted(article: Article, count: Count) -> bool:
    """“5 không”, 3 “nỗi khổ”: words in quotation marks are a name for the points."""
    words = article.source.text[max(count.start - 2, 0) : count.end]
    return "“" in words or '"' in words


def _announcing(nouns: Sequence[Noun]) -> list[Noun]:
    """Counted nouns that announce what follows: none of them is only spoken of, none announces behind the last."""
    counted = [noun for noun in nouns if noun.number is not None and not noun.governed]
    if not counted:
        return counted
    others = (noun.start for noun in nouns if noun.number is None and noun.announces >= SURE)
    return counted if max(others, default=0) < counted[-1].start else []


def _found(article: Article, start: int, end: int, value: int, rule: str) -> FoundCount:
    text, span = article.source.quoted(start, end)
    return construct(FoundCount, text=text, span=span, rule=rule, value=value, qualifier=Qualifier.EXACT)


# --- announced, but not there


def counts_without_points(article: Article, series: tuple[Series, ...]) -> Iterator[Note]:
    """A note for each paragraph that ends in “… ba nhiệm vụ sau:” with no list in it or in the next one."""
    source, body = article.source, article.layout.body
    announcing = [i for i, paragraph in enumerate(body) if source.text[paragraph.end - 1] == ":"]
    if not announcing:
        return
    starts = sorted(_starts(series))
    spans = [(one.items[0].marker.start, one.items[-1].end) for one in series]
    for i in announcing:
        paragraph = body[i]
        reach = body[i + 1].end if i + 1 < len(body) else paragraph.end
        after = bisect_left(starts, paragraph.start)
        if after < len(starts) and starts[after] < reach:
            continue
        around = bisect_left(spans, (paragraph.end,)) - 1
        if around >= 0 and spans[around][0] <= paragraph.start < spans[around][1]:
            continue  # (inside a point, where the text goes on in its own way)
        start = sentence_start(source, max(paragraph.start, paragraph.end - _LONGEST), paragraph.end - 1)
        for noun in nouns_in(article, Range(start, paragraph.end)):
            if noun.number is not None and not noun.governed:
                span = source.span(noun.number.start, noun.end)
                yield make_note("declared-without-points", span, count=noun.number.value)
                break


def _starts(series: tuple[Series, ...]) -> Iterator[int]:
    for one in series:
        yield one.items[0].marker.start
        for item in one.items:
            yield from _starts(item.children)
