"""What notebooks show: HTML that keeps its style among theirs, and leaves theirs alone."""

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from partyreports.errors import InputTypeError
from partyreports.facts import ReportFacts, SectionRole
from partyreports.language import language
from partyreports.views.html import KINDS
from partyreports.views.outline import outline_of, plain
from partyreports.views.rendering import render

MOST_ROWS = 200
"""Rows of a table in a notebook; what is more is counted. `tables` makes data frames of any number."""


class Shown:
    """HTML that a notebook shows where it is the last expression of a cell.

    Attributes:
        html: the HTML, to be written or passed on.
    """

    def __init__(self, html: str) -> None:
        self.html = html

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self.html):,} characters of HTML, which a notebook shows>"


class Row(NamedTuple):
    """One article in the table of several."""

    date: str
    name: str
    """Title of the article, or its name where there is no title."""
    chair: str
    figures: tuple[str, ...]
    """Sites, points by role, notes."""
    failure: str = ""
    """Why there is no report."""


class Failed(NamedTuple):
    """An article without a report."""

    name: str
    why: str


def to_compact_html(report: ReportFacts, *, lang: str | None = None) -> str:
    """A card for notebooks: the facts and the lists, with inline style and no script, everything escaped.

    Args:
        report: what `parse` gave; the article itself is not needed.
        lang: language of the labels, `en` or `vi`; None is English.

    Raises:
        LanguageError: there is no such language.
        MissingExtraError: Jinja2 is not installed.

    >>> from partyreports import parse
    >>> "&lt;b&gt;" in to_compact_html(parse("Họp báo <b>"))
    True
    """
    words = language(lang)
    return render("compact.html", words, outline=outline_of(report, {}, words))


def to_frame(page: str, *, height: int, title: str) -> str:
    """A whole page as a frame in a notebook, shut off from it: neither can touch the other.

    Args:
        page: a page that needs nothing else.
        height: pixels.
        title: what it shows, for who cannot see.

    Raises:
        InputTypeError: `height` is no whole number.
    """
    if not isinstance(height, int):
        raise InputTypeError("height= takes a number of pixels, not {kind}", kind=type(height).__name__)
    return (
        f'<iframe srcdoc="{escape(page)}" title="{escape(title)}" sandbox="allow-scripts allow-downloads allow-popups" '
        f'allow="clipboard-write" style="width:100%;height:{height}px;border:1px solid rgba(128,128,128,.4)"></iframe>'
    )


def to_reports_table(results: Iterable[ReportFacts | Failed], *, lang: str | None = None) -> str:
    """Several reports as a table for notebooks: date, title, chair, sites, points by role, notes.

    Args:
        results: the reports; of more than `MOST_ROWS` the others are counted.
        lang: language of the labels, `en` or `vi`; None is English.

    Raises:
        LanguageError: there is no such language.
        MissingExtraError: Jinja2 is not installed.
    """
    words = language(lang)
    every = list(results)
    shown = every[:MOST_ROWS]
    present = {section.role for one in shown if isinstance(one, ReportFacts) for section in one.sections}
    roles = [role for role in SectionRole if role in present]
    rows = []
    for one in shown:
        if isinstance(one, Failed):
            rows.append(Row("", plain(one.name), "", (), plain(one.why)))
            continue
        date, sites = one.meeting.date, one.attendance_points
        counts = [sum(len(section.points) for section in one.sections if section.role is role) for role in roles]
        figures = ["–" if sites is None else words.number(sites)]
        figures += [words.number(count) if count else "–" for count in (*counts, len(one.notes))]
        name = one.title.text if one.title else one.source.id or words.gettext("Untitled")
        chair = plain(one.chair.name.text) if one.chair else "–"
        rows.append(Row(words.date(date.value) if date else "–", plain(name), chair, tuple(figures)))
    titles = [words.gettext(KINDS[role.value]) for role in roles]
    return render("reports.html", words, rows=rows, titles=titles, more=len(every) - len(shown))
