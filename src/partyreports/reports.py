"""Several reports as one value, which shows itself: a line each, and in notebooks a table."""

from collections.abc import Iterable
from typing import SupportsIndex, overload

from partyreports.batch import ParseFailure
from partyreports.errors import InputTypeError
from partyreports.models import MeetingReport
from partyreports.views.html import has_jinja
from partyreports.views.notebook import Failed, Shown, to_reports_table

_MOST_LINES = 20
"""Reports that `repr` shows a line of."""


class Reports(tuple[MeetingReport | ParseFailure, ...]):
    """Reports, and failures where there is none, as a tuple that shows itself on a few lines.

    >>> from partyreports import parse_many
    >>> reports = Reports(parse_many(["Họp báo tháng 5", "Giao ban tháng 6"]))
    >>> len(reports), reports[1].title.text
    (2, 'Giao ban tháng 6')
    >>> reports[:1]
    Reports of 1 article
    0  'Họp báo tháng 5', no report of a meeting, 1 note
    """

    __slots__ = ()

    def __new__(cls, results: Iterable[MeetingReport | ParseFailure] = ()) -> "Reports":
        """Gather reports.

        Args:
            results: reports and failures, as `parse_many` gives them.

        Raises:
            InputTypeError: one of them is neither, or there is no iterable of them.
        """
        if not isinstance(results, Iterable) or isinstance(results, MeetingReport):
            raise InputTypeError("Reports() takes an iterable of reports, not {kind}", kind=type(results).__name__)
        reports = super().__new__(cls, results)
        for one in reports:
            if not isinstance(one, MeetingReport | ParseFailure):
                raise InputTypeError("Reports() are made of reports, not of {kind}", kind=type(one).__name__)
        return reports

    @overload
    def __getitem__(self, key: SupportsIndex) -> MeetingReport | ParseFailure: ...
    @overload
    def __getitem__(self, key: slice) -> "Reports": ...
    def __getitem__(self, key: SupportsIndex | slice) -> "MeetingReport | ParseFailure | Reports":
        """One of them, or some of them as `Reports`."""
        return Reports(super().__getitem__(key)) if isinstance(key, slice) else super().__getitem__(key)

    def table(self, *, lang: str | None = None) -> Shown:
        """A row for each, as a notebook shows it: date, title, chair, sites, points by role, notes.

        Args:
            lang: language of the labels, `en` or `vi`; None is English.

        Raises:
            LanguageError: there is no such language.
            MissingExtraError: Jinja2 is not installed.

        >>> from partyreports import parse
        >>> "Chủ trì" in Reports([parse("Họp báo tháng 5")]).table(lang="vi").html
        True
        """
        rows = (Failed(one.id or "", one.message) if isinstance(one, ParseFailure) else one for one in self)
        return Shown(to_reports_table(rows, lang=lang))

    def _repr_html_(self) -> str | None:
        return self.table().html if has_jinja() else None

    def __repr__(self) -> str:
        width = len(str(max(0, min(len(self), _MOST_LINES) - 1)))
        lines = [f"Reports of {len(self):,} {'article' if len(self) == 1 else 'articles'}"]
        lines += [f"{number:>{width}}  {_line(one)}" for number, one in enumerate(self[:_MOST_LINES])]
        if len(self) > _MOST_LINES:
            lines.append(f"… and {len(self) - _MOST_LINES:,} more")
        return "\n".join(lines)


def _line(one: MeetingReport | ParseFailure) -> str:
    if not isinstance(one, ParseFailure):
        return str(one)
    return f"{one.error}: {one.message}" if one.id is None else f"{one.id!r}: {one.error}: {one.message}"
