"""The report as HTML: the article and its structure side by side, an index of many, a card for notebooks.

A page asks for nothing from elsewhere: a strict Content-Security-Policy names its one style and its one script,
and everything from the article is escaped. Jinja2 is imported when the first page is drawn.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from partyreports.errors import InputTypeError, MissingExtraError, TextMismatchError
from partyreports.facts import MeetingFormat, MeetingKind, PartialDate, PartOfDay, Point, ReportFacts, SectionRole
from partyreports.language import Language, gettext_noop, language
from partyreports.views.anchors import anchor, anchors_of
from partyreports.views.article import Label, Line, lines_of
from partyreports.views.fields import Field, fields_of
from partyreports.views.gold import draft_of
from partyreports.views.marking import Mark
from partyreports.views.outline import outline_of, plain
from partyreports.views.rendering import render, require_jinja
from partyreports.views.wording import format_title, kind_title, role_title

KINDS = {
    "title": gettext_noop("Title"),
    "dateline": gettext_noop("Dateline"),
    "byline": gettext_noop("Byline"),
    "lead": gettext_noop("Lead"),
    "caption": gettext_noop("Caption"),
    "meeting": gettext_noop("Meeting"),
    "date": gettext_noop("Date"),
    "chair": gettext_noop("Chair"),
    "attendance": gettext_noop("Attendance"),
    "achievement": gettext_noop("Achievements"),
    "limitation": gettext_noop("Limitations"),
    "cause": gettext_noop("Causes"),
    "task": gettext_noop("Tasks"),
    "lesson": gettext_noop("Lessons"),
    "proposal": gettext_noop("Proposals"),
    "other": gettext_noop("Other lists"),
    "citation": gettext_noop("Citations"),
    "note": gettext_noop("Notes"),
    "furniture": gettext_noop("Site"),
    "unclaimed": gettext_noop("Unclaimed"),
}
"""Kinds of fields with their names in the legend, in its order."""


class IndexEntry(NamedTuple):
    """One row of an index page."""

    href: str
    """Relative address of the report's page, quoted as addresses are."""
    name: str
    """What the article is called where it comes from: usually its file name."""
    title: str
    is_meeting: bool
    kind: str
    """Kind of the meeting; empty where it is not known."""
    date: str
    """ISO 8601, unknown parts left out (`2023-06`, `--01-21`); what the rows are sorted by."""
    day: PartialDate | None
    """The date itself."""
    chair: str
    sites: int | None
    points: dict[str, int]
    """Number of points by role."""
    notes: int
    unclaimed: int
    """Characters that no field explains."""


class Neighbour(NamedTuple):
    """A page that a page leads to: the index, the page before, the next one."""

    href: str
    """Relative address, quoted as addresses are."""
    label: str
    rel: str = ""
    """`prev` or `next`."""
    title: str = ""


class Export(NamedTuple):
    """A form of the report that the server of a page makes."""

    address: str
    label: str
    suffix: str


def to_html(
    report: ReportFacts,
    text: str,
    *,
    lang: str | None = None,
    shared: bool = False,
    neighbours: Sequence[Neighbour] = (),
    exports: Sequence[Export] = (),
) -> str:
    """One page: the article with every field marked, and the structure beside it. It stands alone.

    Args:
        report: what `parse(text)` gave, or a report that was stored and read back.
        text: the very string that was parsed.
        lang: language of the labels, `en` or `vi`; None is English.
        shared: leave style and script out; they stand in the files of `shared_files`, in the folder of the page.
        neighbours: pages that this one leads to.
        exports: further forms that the server of this page makes; with any, style and script come from it too.

    Raises:
        InputTypeError: `text` is no `str`.
        TextMismatchError: the report is of another text.
        LanguageError: there is no such language.
        MissingExtraError: Jinja2 is not installed.

    >>> from partyreports import parse
    >>> text = "Giao ban <tháng 5>"
    >>> "Giao ban &lt;tháng 5&gt;" in to_html(parse(text), text)
    True
    """
    _check_text(report, text)
    words = language(lang)
    fields = _fields(report, words)
    present = {field.kind: 0 for field in fields}
    for field in fields:
        present[field.kind] += 1
    outline = outline_of(report, {field.path: i for i, field in enumerate(fields)}, words)
    points = anchors_of(report)
    anchors = [anchor(field.path, points) for field in fields]
    return render(
        "report.html",
        words,
        shared=shared,
        served=bool(exports),
        title=outline.title.text,
        outline=outline,
        legend=[(kind, words.gettext(name), present[kind]) for kind, name in KINDS.items() if kind in present],
        lines=_lines(report, text, fields),
        anchors=anchors,
        fields=[
            (
                field.path,
                words.gettext(KINDS[field.kind]),
                field.rule,
                field.span.start,
                field.span.end,
                field.kind,
                anchors[i],
            )
            for i, field in enumerate(fields)
        ],
        source=report.source,
        about=_about(report, outline.title.text if report.title else "", words),
        report=report.model_dump(mode="json"),
        draft=draft_of(report, text)._asdict(),
        choices=_choices(words),
        neighbours=neighbours,
        exports=exports,
    )


def _lines(report: ReportFacts, text: str, fields: Sequence[Field]) -> Iterator[Line]:
    """The lines of the article with every field and every printed marker marked."""
    labels = [Label(_classes(field), i) for i, field in enumerate(fields)]
    marks = [Mark(field.span.start, field.span.end, i) for i, field in enumerate(fields)]
    for section in report.sections:
        for point in _all_points(section.points):
            marks.append(Mark(point.marker.span.start, point.marker.span.end, len(labels)))
            labels.append(Label("marker", None))
    return lines_of(text, marks, labels)


def _about(report: ReportFacts, title: str, words: Language) -> dict[str, str]:
    """What a quotation says of the article, and the name of what is saved."""
    date = report.published or report.meeting.date
    day = date.value if date else report.source.published
    name = plain(report.source.id or "").removesuffix(".txt") or report.source.sha256[:12]
    return {
        "title": title,
        "date": words.date(day) if day else "",
        "url": report.source.url or "",
        "name": "".join(char if char.isalnum() or char in "-_. " else "_" for char in name),
    }


def _choices(words: Language) -> dict[str, list[tuple[str, str]]]:
    """What can be chosen where answers are set right; the first choice is none."""
    none = ("", "–")
    return {
        "role": [
            ("", words.gettext("cannot be said")),
            *((role.value, role_title(role, words)) for role in SectionRole),
        ],
        "kind": [none, *((kind.value, kind_title(kind, words)) for kind in MeetingKind)],
        "format": [none, *((how.value, format_title(how, words)) for how in MeetingFormat)],
        "part_of_day": [none, *((part.value, part.value) for part in PartOfDay)],
    }


def index_entry(report: ReportFacts, href: str, name: str) -> IndexEntry:
    """The row of one report in an index page.

    Args:
        report: what `parse` gave.
        href: relative address of its page, quoted (`urllib.parse.quote`).
        name: what the article is called, shown where it has no title.

    >>> from partyreports import parse
    >>> index_entry(parse("Họp báo tháng 5"), "hop.html", "hop.txt").title
    'Họp báo tháng 5'
    """
    points = {role.value: 0 for role in SectionRole}
    for section in report.sections:
        points[section.role.value] += len(section.points)
    date, kind = report.meeting.date, report.meeting.kind
    return IndexEntry(
        href=href,
        name=plain(name),
        title=plain(report.title.text) if report.title else "",
        is_meeting=report.is_meeting_report,
        kind=kind.value if kind else "",
        date=date.value.isoformat() if date else "",
        day=date.value if date else None,
        chair=plain(report.chair.name.text) if report.chair else "",
        sites=report.attendance_points,
        points=points,
        notes=len(report.notes),
        unclaimed=sum(len(passage.text) for passage in report.unclaimed),
    )


def to_index(entries: Iterable[IndexEntry], *, lang: str | None = None, shared: bool = False) -> str:
    """One page with a row per report, which sorts and filters. It stands alone.

    Args:
        entries: what `index_entry` gave for each report.
        lang: language of the labels, `en` or `vi`; None is English.
        shared: as for `to_html`.

    Raises:
        LanguageError: there is no such language.
        MissingExtraError: Jinja2 is not installed.

    >>> from partyreports import parse
    >>> page = to_index([index_entry(parse("Họp báo tháng 5"), "hop.html", "hop.txt")])
    >>> 'href="hop.html"' in page
    True
    """
    rows = list(entries)
    words = language(lang)
    roles = [role.value for role in SectionRole if any(row.points[role.value] for row in rows)]
    present = {row.kind for row in rows}
    years = sorted({row.date[:4] for row in rows if row.date and not row.date.startswith("-")}, reverse=True)
    kinds = {kind.value: kind_title(kind, words) for kind in MeetingKind if kind.value in present}
    return render(
        "index.html",
        words,
        shared=shared,
        rows=rows,
        roles=[(role, words.gettext(KINDS[role])) for role in roles],
        kinds=kinds,
        years=[(year, year) for year in years],
    )


def has_jinja() -> bool:
    """Whether pages can be drawn here."""
    try:
        require_jinja()
    except MissingExtraError:
        return False
    return True


def _check_text(report: ReportFacts, text: str) -> None:
    if not isinstance(text, str):
        raise InputTypeError("the article must be a str, not {kind}", kind=type(text).__name__)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if (report.source.length, report.source.sha256) != (len(text), digest):
        raise TextMismatchError(
            "the report is of another text: it was made from {expected:,} characters, these are {length:,}; "
            "pass the very string that was given to parse(), not cleaned, cut or re-encoded",
            expected=report.source.length,
            length=len(text),
        )


def _fields(report: ReportFacts, words: Language) -> list[Field]:
    """The fields of the report, then what it says about the rest: notes, unclaimed words."""
    found = list(fields_of(report))
    for i, note in enumerate(report.notes):
        if note.span is not None:
            found.append(Field(f"notes[{i}]", "note", note.span, note.code))
    for i, passage in enumerate(report.unclaimed):
        found.append(Field(f"unclaimed[{i}]", "unclaimed", passage.span, words.gettext("no field explains this")))
    return found


def _classes(field: Field) -> str:
    """Classes of a field's words: sentences and more get a tint only, an underline there would be noise."""
    last = field.path.rpartition(".")[2]
    whole = last.startswith(("points[", "passages[")) or field.kind in {"lead", "caption", "furniture", "unclaimed"}
    return f"f{' wide' if whole else ''} k-{field.kind}"


def _all_points(points: Iterable[Point]) -> Iterable[Point]:
    for point in points:
        yield point
        yield from _all_points(point.points)
