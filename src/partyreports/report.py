"""What `parse` gives back: the facts of an article, and the ways of showing them.

The views know the facts only, and this class stands above both, so that no module imports another in a circle.
"""

from partyreports.facts import ReportFacts
from partyreports.views.html import has_jinja, to_compact_html, to_html
from partyreports.views.markdown import to_markdown
from partyreports.views.table import to_rows


class MeetingReport(ReportFacts):
    """What one article says, every quoted word with its place."""

    def to_html(self, text: str) -> str:
        """One self-contained HTML page: the article with every field marked, and the structure beside it.

        Args:
            text: the very string that was parsed; the report does not hold it.

        Raises:
            InputTypeError: `text` is no `str`.
            TextMismatchError: the report is of another text.
            MissingExtraError: Jinja2 is not installed.

        >>> from partyreports import parse
        >>> text = "Họp báo tháng 5"
        >>> parse(text).to_html(text).startswith("<!DOCTYPE html>")
        True
        """
        return to_html(self, text)

    def to_markdown(self) -> str:
        """The report as Markdown: facts, lists with their printed markers, citations, notes.

        >>> from partyreports import parse
        >>> print(parse("Họp báo tháng 5").to_markdown().splitlines()[0])
        # Họp báo tháng 5
        """
        return to_markdown(self)

    def to_rows(self, report_id: str | None = None) -> list[dict[str, str | int | None]]:
        r"""One flat record per point, nested ones after their parents: for data frames and spreadsheets.

        Args:
            report_id: name of the report in the rows; if None the name that the caller gave to the article, or else
                the first 12 digits of the text's SHA-256.

        >>> from partyreports import parse
        >>> rows = parse("Tin\n\nCác việc:\n1. Rà soát.\n2. Báo cáo.").to_rows("r1")
        >>> [(row["report_id"], row["number"], row["text"]) for row in rows]
        [('r1', 1, 'Rà soát.'), ('r1', 2, 'Báo cáo.')]
        """
        return to_rows(self, report_id)

    def _repr_html_(self) -> str | None:
        """A card for notebooks; None without Jinja2, and the notebook shows the plain `repr`."""
        return to_compact_html(self) if has_jinja() else None
