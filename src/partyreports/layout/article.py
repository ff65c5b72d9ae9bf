"""The article as the rooms behind the layout are given it."""

import datetime
from dataclasses import dataclass

from partyreports.layout.segmentation import Layout
from partyreports.text.scanned import ScannedText


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(ScannedText):
    """A scanned text, its layout, and what the caller knows besides.

    Whatever reads a `ScannedText` also reads an `Article`.
    """

    layout: Layout
    published: datetime.date | None = None
    """Date of publication, as given by the caller."""
    meeting: bool | None = None
    """Whether a meeting is reported, as given by the caller; None if unknown."""


def article_of(
    scanned: ScannedText, layout: Layout, *, published: datetime.date | None = None, meeting: bool | None = None
) -> Article:
    """The article of a scanned text and its layout."""
    return Article(
        source=scanned.source,
        lexicon=scanned.lexicon,
        cues=scanned.cues,
        without=scanned.without,
        layout=layout,
        published=published,
        meeting=meeting,
    )
