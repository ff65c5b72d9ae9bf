"""The report as HTML: the article and its structure side by side, an index of many, a card for notebooks.

A page is one file that needs nothing else: no network, a strict Content-Security-Policy that names its one
style and its one script by their hashes, everything from the article escaped. Jinja2 is imported when the
first page is drawn.
"""

import base64
import hashlib
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from partyreports.errors import InputTypeError, MissingExtraError, TextMismatchError
from partyreports.facts import Point, ReportFacts, SectionRole
from partyreports.language import Language, gettext_noop, language
from partyreports.views.article import Label, lines_of
from partyreports.views.fields import Field, fields_of
from partyreports.views.marking import Mark
from partyreports.views.outline import outline_of, plain

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

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
    date: str
    chair: str
    sites: int | None
    points: dict[str, int]
    """Number of points by role."""
    notes: int
    unclaimed: int
    """Characters that no field explains."""


def to_html(report: ReportFacts, text: str, *, lang: str | None = None) -> str:
    """One self-contained page: the article with every field marked, and the structure beside it.

    Args:
        report: what `parse(text)` gave, or a report that was stored and read back.
        text: the very string that was parsed.
        lang: language of the labels, `en` or `vi`; None is English.

    Raises:
        InputTypeError: `text` is no `str`.
        LanguageError: there is no such language.
        TextMismatchError: the report is of another text.
        MissingExtraError: Jinja2 is not installed.

    >>> from partyreports import parse
    >>> text = "Giao ban <tháng 5>"
    >>> "Giao ban &lt;tháng 5&gt;" in to_html(parse(text), text)
    True
    """
    words = language(lang)
    _check_text(report, text)
    fields = _fields(report, words)
    labels = [Label(_classes(field), i) for i, field in enumerate(fields)]
    marks = [Mark(field.span.start, field.span.end, i) for i, field in enumerate(fields)]
    for section in report.sections:
        for point in _all_points(section.points):
            marks.append(Mark(point.marker.span.start, point.marker.span.end, len(labels)))
            labels.append(Label("marker", None))
    present = {field.kind: 0 for field in fields}
    for field in fields:
        present[field.kind] += 1
    outline = outline_of(report, {field.path: i for i, field in enumerate(fields)}, words)
    return _render(
        "report.html",
        words,
        title=outline.title.text,
        outline=outline,
        legend=[(kind, words.gettext(name), present[kind]) for kind, name in KINDS.items() if kind in present],
        lines=lines_of(text, marks, labels),
        fields=[
            (field.path, words.gettext(KINDS[field.kind]), field.rule, field.span.start, field.span.end, field.kind)
            for field in fields
        ],
        source=report.source,
    )


def index_entry(report: ReportFacts, href: str, name: str) -> IndexEntry:
    """The row of one report in an index page.

    Args:
        report: what `parse` gave.
        href: relative address of its page, quoted (`urllib.parse.quote`).
        name: what the article is called, shown where it has no title.
    """
    points = {role.value: 0 for role in SectionRole}
    for section in report.sections:
        points[section.role.value] += len(section.points)
    date = report.meeting.date
    return IndexEntry(
        href=href,
        name=plain(name),
        title=plain(report.title.text) if report.title else "",
        date=date.value.isoformat() if date else "",
        chair=plain(report.chair.name.text) if report.chair else "",
        sites=report.attendance_points,
        points=points,
        notes=len(report.notes),
        unclaimed=sum(len(passage.text) for passage in report.unclaimed),
    )


def to_index(entries: Iterable[IndexEntry], *, lang: str | None = None) -> str:
    """One self-contained page with a row per report, which sorts and filters.

    Args:
        entries: what `index_entry` gave for each report.
        lang: language of the labels, `en` or `vi`; None is English.

    Raises:
        LanguageError: there is no such language.
        MissingExtraError: Jinja2 is not installed.

    >>> from partyreports import parse
    >>> page = to_index([index_entry(parse("Họp báo tháng 5"), "hop.html", "hop.txt")])
    >>> 'href="hop.html"' in page
    True
    """
    rows = list(entries)
    roles = [role.value for role in SectionRole if any(row.points[role.value] for row in rows)]
    words = language(lang)
    return _render("index.html", words, rows=rows, roles=[(role, words.gettext(KINDS[role])) for role in roles])


def to_compact_html(report: ReportFacts, *, lang: str | None = None) -> str:
    """A card for notebooks: the facts and the lists, without style or script, everything escaped.

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
    return _render("compact.html", words, outline=outline_of(report, {}, words))


def has_jinja() -> bool:
    """Whether pages can be drawn here."""
    try:
        require_jinja()
    except MissingExtraError:
        return False
    return True


def require_jinja() -> None:
    """Do nothing where pages can be drawn.

    Raises:
        MissingExtraError: Jinja2 is not installed.
    """
    try:
        import jinja2  # noqa: F401, PLC0415  (not at import: a fifth of a second, for those who draw no page)
    except ImportError as error:
        raise MissingExtraError("HTML pages need Jinja2: pip install jinja2") from error


def _check_text(report: ReportFacts, text: str) -> None:
    if not isinstance(text, str):
        raise InputTypeError(f"the article must be a str, not {type(text).__name__}")
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if (report.source.length, report.source.sha256) != (len(text), digest):
        raise TextMismatchError(
            f"the report is of another text: it was made from {report.source.length:,} characters, these are "
            f"{len(text):,}; pass the very string that was given to parse(), not cleaned, cut or re-encoded"
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


def _render(template: str, words: Language, **values: object) -> str:
    """A page; in its template `gettext`, `ngettext` and `number` are those of the language."""
    spoken = {"lang": words.code, "gettext": words.gettext, "ngettext": words.ngettext, "number": words.number}
    return _environment().get_template(template).render(**spoken, **values)


def _resource(name: str) -> str:
    return resources.files("partyreports.views").joinpath("templates", name).read_text(encoding="utf-8")


def _exactly(text: str) -> "Markup":
    """Escaped text in which carriage returns survive: the parser of HTML turns bare ones into line feeds."""
    from markupsafe import Markup, escape  # noqa: PLC0415

    return Markup(str(escape(text)).replace("\r", "&#13;"))  # noqa: S704 - escaped a moment ago


def _policy_hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    require_jinja()
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415
    from markupsafe import Markup  # noqa: PLC0415

    environment = Environment(
        loader=FunctionLoader(_resource),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["exactly"] = _exactly
    style, script = _resource("view.css"), _resource("view.js")
    environment.globals.update(
        style=Markup(style),  # noqa: S704 - our own files
        script=Markup(script),  # noqa: S704
        style_hash=_policy_hash(style),
        script_hash=_policy_hash(script),
    )
    return environment
