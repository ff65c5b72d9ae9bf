"""Clauses: points that running prose tells one after another, parted by semicolons.

“Đồng chí yêu cầu tập trung một số nhiệm vụ như: rà soát hồ sơ; bổ sung danh mục; báo cáo trước ngày 30.” holds a
list of three. It takes a colon (or “như”, “gồm”) behind words that announce points, and two or more clauses up to
the end of the sentence. Commas alone make none; names, bodies, figures and positions make none.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from partyreports.grammar.markers import WORD_MARKERS, Marker, Place
from partyreports.grammar.sentences import sentences
from partyreports.layout.article import Article
from partyreports.lists.openers import is_speech, names_points, says_many
from partyreports.lists.values import Item, Series
from partyreports.models import MarkerStyle
from partyreports.text.spans import Range

RULE = "marker.clause"
_OPENER = r":(?= ?\S)|(?<= )(?:như|{word.consists})(?= (?!vậy|thế|sau|trên|nêu|cả))"
_PART = re.compile(r"[;()\[\]“”]")
_LEADING = r"[ \-–—]*(?:(?:và|{extent.and}) )?"
_FEWEST = 2
"""Points of the shortest list; words of the shortest clause; words in small letters that a clause has at least."""
_FIGURES = 6
"""Words of a clause that may be little more than a figure: “thu 120 tỷ đồng”."""
_NAMES = ("person.honorific", "person.degree", "person.rank", "person.position", "list.no_clause")
"""Groups of words with which names, positions and titles of documents begin."""
_HEAD = 4
"""Signs before a marker at the head of its line: a bullet, a quotation mark."""
_REACH = 150
"""Characters before a series in which its introduction names what follows: a printed line and a half."""


def find_clauses(article: Article, taken: Sequence[Range]) -> Iterator[Series]:
    """Series in running prose, in reading order.

    Args:
        article: the article.
        taken: ranges of other lists, sorted and disjoint; nothing is looked for in them.
    """
    text, body = article.source.text, article.layout.body
    if RULE in article.without or ";" not in text:
        return
    ends = [one.end for one in taken]
    heads = {one.start for one in taken}
    for paragraph, following in zip_longest(body, body[1:]):
        if text.find(";", paragraph.start, paragraph.end) < 0:
            continue
        if following is not None and not heads.isdisjoint(range(following.start, following.start + _HEAD)):
            continue  # the paragraph introduces the list below it
        for sentence in sentences(article.source, *paragraph):
            if text.find(";", sentence.start, sentence.end) < 0:
                continue
            i = bisect_left(ends, sentence.start + 1)
            if i < len(taken) and taken[i].start < sentence.end:
                continue
            series = _series(article, sentence)
            if series is not None:
                yield series


def _series(article: Article, sentence: Range) -> Series | None:
    """The series of a sentence with semicolons, or None."""
    first = article.source.text.find(";", sentence.start, sentence.end)
    opener = _opener(article, Range(sentence.start, first))
    if opener is None:
        return None
    clauses = [_trimmed(article, clause) for clause in _clauses(article, opener, sentence.end)]
    if len(clauses) < _FEWEST or not all(_is_clause(article, clause) for clause in clauses):
        return None
    items = tuple(Item(_marker(article, clause), None, clause.end) for clause in clauses)
    return Series(items, inline=True, numbered=False, style=MarkerStyle.CLAUSE)


def _opener(article: Article, words: Range) -> int | None:
    """Where the first clause begins: behind the colon (else “như”, “gồm”) that announcing words end with."""
    folded = article.source.folded
    start = max(words.start, words.end - 4 * _REACH)
    found = list(article.lexicon.compile(_OPENER).finditer(folded, start, words.end))
    colons = [match for match in found if match[0] == ":"]
    for match in reversed(colons or found):
        before = Range(max(words.start, match.start() - _REACH), match.start())
        if _announces_clauses(article, before, colon=match[0] == ":"):
            return match.end()
        if colons:
            return None  # (the last colon before the first semicolon decides)
    return None


def _announces_clauses(article: Article, words: Range, *, colon: bool) -> bool:
    if is_speech(article, words.end) or article.source.text.rfind("(", *words) > article.source.text.rfind(")", *words):
        return False
    many = says_many(article, words)
    if names_points(article, words) and (colon or many):
        return True
    return colon and many and article.cues.any_within("list.announcing_verb", *words)


def _clauses(article: Article, start: int, end: int) -> Iterator[Range]:
    """What semicolons part, but for those in brackets and quotations; each with the sign that ends it."""
    text = article.source.text
    depth = 0
    for match in _PART.finditer(text, start, end):
        sign = match[0]
        if sign != ";":
            depth = max(0, depth + (1 if sign in "([“" else -1))
        elif depth == 0:
            yield Range(start, match.end())
            start = match.end()
    yield Range(start, end)


def _trimmed(article: Article, clause: Range) -> Range:
    """A clause less the spaces, the dash and the “và” before it."""
    match = article.lexicon.compile(_LEADING).match(article.source.folded, *clause)
    start = match.end() if match else clause.start
    return article.source.trim(min(start, clause.end), clause.end)


def _is_clause(article: Article, clause: Range) -> bool:
    """Whether words say something, rather than name somebody or give a figure."""
    words = article.source.text[clause.start : clause.end].strip(" ;.…!").split()
    if len(words) < _FEWEST or not words[0][0].isalpha():
        return False
    if any(article.cues.at(group, clause.start) is not None for group in _NAMES):
        return False
    if article.lexicon.compile(WORD_MARKERS).match(article.source.folded, *clause):
        return False  # “một là …”: what the tokenizer takes for a part of a word is no point either
    small = sum(1 for word in words if word[0].islower())
    if small < _FEWEST - words[0][0].isupper() or 2 * small < len(words):
        return False
    figures = sum(1 for word in words if word[0].isdigit())
    return len(words) > _FIGURES or 4 * figures < len(words)


def _marker(article: Article, clause: Range) -> Marker:
    """The empty marker of a clause."""
    return Marker(
        start=clause.start,
        end=clause.start,
        body=clause.start,
        numbers=(),
        style=MarkerStyle.CLAUSE,
        shape="clause",
        place=Place.CLAUSE,
        line=article.source.line_number(clause.start),
        rule=RULE,
    )
