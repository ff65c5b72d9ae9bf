"""Site furniture: title, dateline, byline, captions, footer, and so which lines are the article proper."""

from dataclasses import dataclass

from partyreports.models import FoundCount, FoundDate, FoundPassage, RelatedArticle
from partyreports.text.lexicon import Lexicon
from partyreports.text.source import SourceText
from partyreports.text.spans import Range


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands where in the article. Ranges count in the view; passages are ready for the report."""

    body: tuple[Range, ...]
    """Lines of the article proper in reading order, trimmed, blank ones left out: the lead and every
    paragraph; not title, dateline, byline, captions, furniture or footer."""
    captions: tuple[Range, ...] = ()
    """Photo captions, whole lines."""
    lead: Range | None = None
    """The opening summary; also the first of `body` (or the line scraped to the end)."""
    title: Range | None = None
    end: int = 0
    """Where the article proper ends: start of the footer, or length of the view."""
    published: FoundDate | None = None
    views: FoundCount | None = None
    title_passage: FoundPassage | None = None
    lead_passage: FoundPassage | None = None
    byline: FoundPassage | None = None
    caption_passages: tuple[FoundPassage, ...] = ()
    related: tuple[RelatedArticle, ...] = ()
    furniture: tuple[FoundPassage, ...] = ()


def find_furniture(source: SourceText, lexicon: Lexicon) -> Layout:
    """Tell the article proper from the site around it."""
    lines = [source.trim(*line) for line in source.lines]
    filled = [line for line in lines if line.start < line.end]
    if not filled:
        return Layout(body=(), end=len(source))
    title, *body = filled
    return Layout(
        body=tuple(body),
        title=title,
        end=len(source),
        title_passage=source.found(*title, "title.first_line"),
    )
