"""The number of points that the introduction of a list announces."""

from partyreports.construct import construct
from partyreports.layout.article import Article
from partyreports.lists.introductions import Introduction
from partyreports.models import FoundCount, Qualifier

_SENTENCES = 3
"""How many sentences before a list may announce how long it is."""


def declared_count(article: Article, introduction: Introduction, points: int) -> FoundCount | None:
    """“9 nhóm nhiệm vụ, giải pháp”, “ba bài học”: the count that the introduction announces.

    Args:
        article: the article.
        introduction: what stands before the list.
        points: how many points are printed.
    """
    for i in range(_SENTENCES):
        sentence = introduction.sentence(i)
        if sentence is None:
            break
        counted = [noun for noun in introduction.nouns(sentence) if noun.number is not None]
        agreeing = [noun for noun in counted if noun.number is not None and noun.number.value == points]
        chosen = agreeing or (counted if i == 0 else [])
        if chosen:
            noun = chosen[-1]
            assert noun.number is not None
            return _found(article, noun.number.start, noun.end, noun.number.value, "declared.counted_noun")
        agrees = introduction.agreeing(sentence)
        if agrees is not None:
            return _found(article, agrees.start, agrees.end, agrees.value, "declared.agrees")
    return None


def _found(article: Article, start: int, end: int, value: int, rule: str) -> FoundCount:
    text, span = article.source.quoted(start, end)
    return construct(FoundCount, text=text, span=span, rule=rule, value=value, qualifier=Qualifier.EXACT)
