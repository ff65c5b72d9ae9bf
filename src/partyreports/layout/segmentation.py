"""Site furniture: title, dateline, byline, captions, footer, and so which lines are the article proper."""

from dataclasses import dataclass

from partyreports.layout.dateline import Dateline, read_dateline
from partyreports.layout.footer import Footer, read_footer
from partyreports.layout.lines import Frame, frame_of
from partyreports.models import FoundCount, FoundDate, FoundPassage, RelatedArticle
from partyreports.text.scanned import ScannedText
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
    """The opening summary: the first of `body`, or a line that was scraped to the end."""
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


def find_layout(scanned: ScannedText) -> Layout:
    """Tell the article proper from the site around it.

    Args:
        scanned: the article.
    """
    source, lexicon = scanned.source, scanned.lexicon
    lines = list(source.filled)
    if not lines:
        return Layout(body=(), end=len(source))
    footer = read_footer(source, lines, lexicon)
    lines = lines[: footer.first_line]
    dateline = read_dateline(scanned, lines)
    frame = frame_of(source, lines, dateline, lexicon)
    return _layout(source, footer, dateline, frame)


def _layout(source: SourceText, footer: Footer, dateline: Dateline | None, frame: Frame) -> Layout:
    def passage(line: Range | None, rule: str) -> FoundPassage | None:
        return None if line is None else source.found(*line, rule)

    furniture = [*frame.furniture, *footer.furniture]
    if dateline is not None and dateline.rest is not None:
        furniture.append(source.found(*dateline.rest, "furniture.dateline"))
    return Layout(
        body=tuple(frame.body),
        captions=tuple(frame.captions),
        lead=frame.lead,
        title=frame.title,
        end=footer.start,
        published=dateline.published if dateline else None,
        views=dateline.views if dateline else None,
        title_passage=passage(frame.title, frame.title_rule),
        lead_passage=passage(frame.lead, frame.lead_rule),
        byline=passage(frame.byline, "byline.line"),
        caption_passages=tuple(source.found(*line, "caption.line") for line in frame.captions),
        related=footer.related,
        furniture=tuple(sorted(furniture, key=lambda part: part.span.start)),
    )
