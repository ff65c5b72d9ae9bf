"""What `parse` gives back: the facts of an article, and the ways of showing them.

The views and the tables know the facts only, and this class stands above them all, so that no module imports another
in a circle. Each is imported when it is first asked for: most processes parse and show nothing.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from partyreports.facts import ReportFacts, SectionRole, shortened
from partyreports.language import language

if TYPE_CHECKING:
    from partyreports.tabular.tables import Tables
    from partyreports.views.notebook import Shown


class MeetingReport(ReportFacts):
    """What one article says, every quoted word with its place."""

    def to_html(self, text: str, *, lang: str | None = None) -> str:
        """One self-contained HTML page: the article with every field marked, and the structure beside it.

        Args:
            text: the very string that was parsed; the report does not hold it.
            lang: language of the labels, `en` or `vi`; None is English.

        Raises:
            InputTypeError: `text` is no `str`.
            LanguageError: there is no such language.
            TextMismatchError: the report is of another text.
            MissingExtraError: Jinja2 is not installed.

        >>> from partyreports import parse
        >>> text = "Họp báo tháng 5"
        >>> parse(text).to_html(text).startswith("<!DOCTYPE html>")
        True
        """
        from partyreports.views.html import to_html

        return to_html(self, text, lang=lang)

    def to_json(self, *, indent: int | None = None, conveniences: bool = False) -> str:
        """The report as JSON, like `model_dump_json`.

        Args:
            indent: spaces for each level; None writes one line.
            conveniences: add the key `conveniences`, which holds what the properties give: `date`, `chair`,
                `attendance_points`, `achievements`, `tasks`, …; it is left out when the JSON is read back.

        >>> from partyreports import MeetingReport, parse
        >>> report = parse("Họp báo tháng 5")
        >>> MeetingReport.model_validate_json(report.to_json(conveniences=True)) == report
        True
        """
        from partyreports.views.json import to_json

        return to_json(self, indent=indent, conveniences=conveniences)

    def to_markdown(self, *, lang: str | None = None) -> str:
        """The report as Markdown: facts, lists with their printed markers, citations, notes.

        Args:
            lang: language of the labels, `en` or `vi`; None is English.

        Raises:
            LanguageError: there is no such language.

        >>> from partyreports import parse
        >>> print(parse("Họp báo tháng 5").to_markdown().splitlines()[0])
        # Họp báo tháng 5
        """
        from partyreports.views.markdown import to_markdown

        return to_markdown(self, lang=lang)

    def tables(self, *, id: str | None = None, path: str | None = None) -> "Tables":  # noqa: A002
        r"""The report as rows of five tables: meetings, points, persons, citations, notes.

        Args:
            id: name of the article in the tables; None takes the one given to `parse`, or else one made of the digest
                of the text.
            path: file that the article was read from, for `meetings.path`.

        Returns:
            The rows, as models, to be had as data frames too. Of many reports: `partyreports.tables`.

        >>> from partyreports import parse
        >>> points = parse("Tin\n\nCác việc:\n1. Rà soát.\n2. Báo cáo.", id="a1").tables().points
        >>> [(row.meeting_id, row.number, row.text) for row in points]
        [('a1', 1, 'Rà soát.'), ('a1', 2, 'Báo cáo.')]
        """
        from partyreports.tabular.tables import Tables

        tables = Tables()
        tables.add(self, id=id, path=path)
        return tables

    def view(self, text: str, *, height: int = 640, lang: str | None = None) -> "Shown":
        """The page of `to_html` as a frame in a notebook: the last expression of a cell.

        Args:
            text: the very string that was parsed.
            height: pixels, a whole number.
            lang: language of the labels, `en` or `vi`; None is English.

        Raises:
            InputTypeError: `text` is no `str`.
            LanguageError: there is no such language.
            TextMismatchError: the report is of another text.
            MissingExtraError: Jinja2 is not installed.

        >>> from partyreports import parse
        >>> text = "Họp báo tháng 5"
        >>> parse(text).view(text).html[:14]
        '<iframe srcdoc'
        """
        from partyreports.views.html import to_html
        from partyreports.views.notebook import Shown, to_frame

        page = to_html(self, text, lang=lang)
        return Shown(to_frame(page, height=height, title=self.title.text if self.title else "partyreports"))

    def card(self, *, lang: str | None = None) -> "Shown":
        """The card that a notebook shows of a report, in a language.

        Args:
            lang: language of the labels, `en` or `vi`; None is English.

        Raises:
            LanguageError: there is no such language.
            MissingExtraError: Jinja2 is not installed.

        >>> from partyreports import parse
        >>> "Ngày đăng" in parse("Họp báo").card(lang="vi").html
        False
        """
        from partyreports.views.notebook import Shown, to_compact_html

        return Shown(to_compact_html(self, lang=lang))

    def _repr_html_(self) -> str | None:
        """A card for notebooks; None without Jinja2, and the notebook shows the plain `repr`."""
        from partyreports.views.html import has_jinja
        from partyreports.views.notebook import to_compact_html

        return to_compact_html(self) if has_jinja() else None

    def __str__(self) -> str:
        """One line: title, date, chair, counts."""
        return ", ".join(self._told())

    def __repr__(self) -> str:
        """The same line with the name of the class. All fields: `report.model_dump()`."""
        return f"MeetingReport({', '.join(self._told())})"

    def _told(self) -> Iterator[str]:
        yield shortened(self.title.text) if self.title else "untitled"
        if not self.is_meeting_report:
            yield "no report of a meeting"
        if self.meeting.date is not None:
            yield language().date(self.meeting.date.value)
        if self.chair is not None:
            yield f"chair {shortened(self.chair.name.text)}"
        if self.attendance_points is not None:
            yield _counted(self.attendance_points, "site")
        for role in SectionRole:
            points = sum(len(section.points) for section in self.sections if section.role is role)
            if points:
                yield _counted(points, role.value)
        if self.notes:
            yield _counted(len(self.notes), "note")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
