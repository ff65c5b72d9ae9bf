"""Official documents that the article cites."""

from partyreports.models import Citation
from partyreports.structure.furniture import Layout
from partyreports.text.lexicon import Lexicon
from partyreports.text.source import SourceText


def find_citations(source: SourceText, layout: Layout, lexicon: Lexicon) -> tuple[Citation, ...]:
    """Citations in the article proper (body, captions, title), in reading order, repeats included."""
    return ()
