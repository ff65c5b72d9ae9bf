"""What a page says about itself outside its text: title and date of publication."""

import datetime
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from partyreports.documents.html.tree import Element, Tree
from partyreports.models import Note
from partyreports.notes import make_note

_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_DATES = (
    "article:published_time", "datepublished", "og:published_time", "og:article:published_time", "pubdate",
    "publishdate", "publish_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "parsely-pub-date",
    "sailthru.date", "article.published",
)  # fmt: skip
_ARTICLE_TYPES = ("Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "Report", "WebPage")
_ISO = re.compile(
    r"\A\s*+(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?", re.ASCII
)
_DAY_FIRST = re.compile(r"\A\s*+(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)", re.ASCII)
_VIETNAM = datetime.timezone(datetime.timedelta(hours=7))
_MAX_JSON = 2_000_000


class Metadata(NamedTuple):
    """What the page says."""

    published: datetime.date | None
    title: str | None
    notes: tuple[Note, ...]


def read_metadata(tree: Tree) -> Metadata:
    """Title and date of publication by JSON-LD, `meta` and `time` elements; no date where they disagree."""
    titles: dict[str, str] = {}
    dates: list[str] = []
    document_title = None
    for element in tree.root.iter():
        if element.tag == "meta":
            _read_meta(element, titles, dates)
        elif element.tag == "title" and document_title is None and not any(e.tag == "svg" for e in element.ancestors()):
            document_title = " ".join(tree.content(element).split()) or None
        elif element.tag == "script" and element.get("type").strip().lower() == "application/ld+json":
            for article in _articles(tree.content(element)):
                _read_article(article, titles, dates)
        elif element.tag == "time" and ("pubdate" in element.attributes or "datePublished" in element.get("itemprop")):
            dates.append(element.get("datetime"))
    title = next((titles[name] for name in ("json-ld", *_TITLES) if name in titles), document_title)
    published, notes = _agreed(dates)
    return Metadata(published, title, notes)


def _read_meta(element: Element, titles: dict[str, str], dates: list[str]) -> None:
    name = (element.get("property") or element.get("name") or element.get("itemprop")).strip().lower()
    content = " ".join(element.get("content").split())
    if name in _TITLES and content:
        titles.setdefault(name, content)
    elif name in _DATES:
        dates.append(content)


def _articles(source: str) -> Iterator[dict[str, Any]]:
    if len(source) > _MAX_JSON:
        return
    try:
        # Some sites write line ends into strings.
        pending = [json.loads(source.strip().removeprefix("<!--").removesuffix("-->"), strict=False)]
    except (ValueError, RecursionError):
        return
    seen = 0
    while pending and seen < 1000:
        seen += 1
        item = pending.pop()
        if isinstance(item, list):
            pending.extend(reversed(item))
        elif isinstance(item, dict):
            types = item.get("@type")
            if any(name in _ARTICLE_TYPES for name in (types if isinstance(types, list) else [types])):
                yield item
            pending.extend(item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item)


def _read_article(article: dict[str, Any], titles: dict[str, str], dates: list[str]) -> None:
    if isinstance(headline := article.get("headline"), str) and headline.strip():
        titles.setdefault("json-ld", " ".join(headline.split()))
    if isinstance(published := article.get("datePublished"), str):
        dates.append(published)


def _agreed(written: list[str]) -> tuple[datetime.date | None, tuple[Note, ...]]:
    dates = {date for value in written if (date := read_date(value)) is not None}
    if len(dates) > 1:
        shown = ", ".join(date.isoformat() for date in sorted(dates))
        return None, (make_note("published-unclear", dates=shown),)
    return (dates.pop() if dates else None), ()


def read_date(written: str) -> datetime.date | None:
    """The day, in Vietnam, of a date of publication: ISO 8601 or day/month/year; None for anything else.

    >>> read_date("2021-06-01T18:30:00Z"), read_date("2/6/2021"), read_date("June 2")
    (datetime.date(2021, 6, 2), datetime.date(2021, 6, 2), None)
    """
    try:
        if (match := _ISO.match(written)) is not None:
            year, month, day, hour, minute, zone = match.groups()
            if zone is None:
                return datetime.date(int(year), int(month), int(day))
            offset = "+00:00" if zone == "Z" else zone
            moment = datetime.datetime.fromisoformat(f"{year}-{month}-{day}T{hour}:{minute}{offset}")
            return moment.astimezone(_VIETNAM).date()
        if (match := _DAY_FIRST.match(written)) is not None:
            return datetime.date(int(match[3]), int(match[2]), int(match[1]))
    except (ValueError, OverflowError):
        return None
    return None
