"""Which element is the headline of a page's article."""

import re
from itertools import pairwise

from partyreports.documents.html.counting import Counts
from partyreports.documents.html.names import DATES, HEADINGS, TITLES, words_in_names
from partyreports.documents.html.rendering import is_hidden
from partyreports.documents.html.tree import Element, Tree

_DATE = re.compile(r"\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{4}")


def _normal(words: str) -> str:
    return " ".join(words.split()).casefold()


def find_headline(tree: Tree, title_hint: str | None) -> Element | None:
    """The element whose words are the title that the metadata give; else the first `h1` that is seen."""
    hint = _normal(title_hint or "")
    first: Element | None = None
    said: Element | None = None
    hidden: Element | None = None
    for element in tree.root.iter():
        if hidden is not None:
            if element.start < hidden.end:
                continue
            hidden = None
        if is_hidden(element):
            hidden = element
            continue
        if element.end - element.start > 600:
            continue
        if element.tag == "h1" and tree.content(element).strip():
            first = first or element
            if hint and _normal(tree.content(element)) in hint:
                return element
        elif said is None and len(hint) >= 12 and element.tag not in {"a", "li"}:
            words = _normal(tree.content(element))
            if len(words) >= 12 and (words == hint or hint.startswith(words + " ")):
                said = element
    return said or first


def headline_for(tree: Tree, body: Element, headline: Element | None, counts: dict[int, Counts]) -> Element | None:
    """The headline of the body.

    That is the one found, if it stands before the body's end and no other heading stands between it and the date; else
    the last heading, or element that is named a title, before the body's words.
    """
    if headline is not None and headline.start >= body.end:
        headline = None
    if headline is not None and _DATE.search(tree.text[headline.start : headline.end + 60]):
        return headline
    best = headline
    latest = body.start + 200 if headline is None else _first_date(tree, headline.end, body)
    for element in tree.root.iter():
        if element.start > latest or (headline is not None and element.start < headline.end):
            continue
        own = counts.get(id(element))
        if own is None or not _may_be_headline(element, own):
            continue
        if headline is not None or best is None or not element.is_within(body):
            best = element
            if headline is not None:
                break
    return best


def _may_be_headline(element: Element, own: Counts) -> bool:
    if not 12 <= element.end - element.start <= 300 or own.words + own.linked < 12:
        return False
    return element.tag in HEADINGS or not words_in_names(element.get("class"), element.get("id")).isdisjoint(TITLES)


def _first_date(tree: Tree, start: int, body: Element) -> int:
    """Where the first date stands behind a place, if it does so at the head of the body; else the place."""
    found = _DATE.search(tree.text, start, min(max(start, body.start) + 400, body.end))
    return found.start() if found is not None else start - 1


def date_above(tree: Tree, headline: Element, counts: dict[int, Counts]) -> int:
    """Where the article begins: at its headline, or at the date that is printed right above it."""
    element = headline
    for _ in range(2):
        parent = element.parent
        if parent is None:
            break
        siblings = [child for child in parent.children if isinstance(child, Element) and id(child) in counts]
        for before, this in pairwise(siblings):
            if this is element and counts[id(before)].words + counts[id(before)].linked <= 60:
                names = words_in_names(before.get("class"), before.get("id"))
                dated = not names.isdisjoint(DATES) or any(e.tag == "time" for e in before.iter())
                if dated and _DATE.search(tree.content(before)[:400]):
                    return before.start
        element = parent
    return headline.start
