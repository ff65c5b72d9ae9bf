"""What the outline beside the article shows: the meeting's card, the lists, the rest, each bound to its field."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from partyreports.facts import FoundDate, Passage, Person, Point, ReportFacts, Section, SectionRole
from partyreports.language import Language
from partyreports.views.characters import visible
from partyreports.views.wording import (
    citation_label,
    date_and_last,
    days_of,
    format_title,
    kind_title,
    note_text,
    own_words,
    role_of_nested,
    role_title,
    size_of,
)


class Entry(NamedTuple):
    """A value, and the field whose words it comes from."""

    text: str
    kind: str
    field: int | None
    """Number of the field; None where no words stand behind the value."""
    parts: tuple["Entry", ...] = ()
    url: str | None = None
    """Address that the value leads to, if it is one."""
    again: bool = False
    """Whether it only tells where the same stands again."""


class Row(NamedTuple):
    """A labelled line of the card."""

    label: str
    entries: tuple[Entry, ...]


class PointView(NamedTuple):
    """A point: number (if it says one), printed marker (empty for a clause), own words, nested points."""

    number: int | None
    marker: str
    entry: Entry
    nested: str
    """What the nested points are, where that is not what the point is; else empty."""
    points: tuple["PointView", ...]


class ListView(NamedTuple):
    """A section: its role, the words that introduce it, its points."""

    title: str
    kind: str
    size: str
    heading: Entry | None
    declared: Entry | None
    points: tuple[PointView, ...]


class Group(NamedTuple):
    """A titled list below the lists of points: citations, parts of the site, unclaimed words, notes."""

    title: str
    entries: tuple[Entry, ...]


class Outline(NamedTuple):
    """The whole of it, in the order in which it is shown."""

    title: Entry
    card: tuple[Row, ...]
    """The meeting: when, where, who."""
    lists: tuple[ListView, ...]
    frame: tuple[Row, ...]
    """The article around it: when published, by whom, its lead and captions."""
    groups: tuple[Group, ...]


def outline_of(report: ReportFacts, places: Mapping[str, int], words: Language) -> Outline:
    """The outline of a report.

    Args:
        report: what `parse` gave.
        places: number of each field by its path; values of other paths are shown without a link.
        words: the language of its titles and labels.
    """
    return _Builder(report, places, words).build()


def plain(text: str) -> str:
    """Words on one line, every character of them visible."""
    return visible(" ".join(text.split()))


def _address(url: str | None) -> Entry | None:
    """An address as a link, if it is one of a page of the web."""
    if not url:
        return None
    return Entry(plain(url), "dateline", None, url=url if _WEB.fullmatch(url) else None)


_WEB = re.compile(r"https?://\S++", re.IGNORECASE)
_Values = tuple[str, Iterable[Entry | None]]


def _rows(rows: Iterable[_Values]) -> tuple[Row, ...]:
    """Rows of which something is known."""
    known = (Row(label, tuple(entry for entry in entries if entry)) for label, entries in rows)
    return tuple(row for row in known if row.entries)


class _Builder:
    def __init__(self, report: ReportFacts, places: Mapping[str, int], words: Language) -> None:
        self.report = report
        self.places = places
        self.words = words

    def build(self) -> Outline:
        report = self.report
        title = self.passage("title", "title", report.title) or Entry(self.words.gettext("Untitled"), "title", None)
        lists = tuple(self.section(f"sections[{i}]", section) for i, section in enumerate(report.sections))
        groups = tuple(group for group in self.groups() if group.entries)
        return Outline(title, _rows(self.card()), lists, _rows(self.frame()), groups)

    def entry(self, path: str, kind: str, text: str, parts: tuple[Entry, ...] = ()) -> Entry:
        return Entry(plain(text), kind, self.places.get(path), parts)

    def passage(self, path: str, kind: str, passage: Passage | None) -> Entry | None:
        return self.entry(path, kind, passage.text) if passage else None

    def passages(self, path: str, kind: str, passages: Iterable[Passage]) -> tuple[Entry, ...]:
        return tuple(self.entry(f"{path}[{i}]", kind, passage.text) for i, passage in enumerate(passages))

    def card(self) -> Iterator[_Values]:
        attendance, words = self.report.attendance, self.words
        yield from self.meeting()
        yield words.gettext("Chair"), self.persons("chairs", "chair", self.report.chairs)
        counts = ("points", attendance.points), ("delegates", attendance.delegates)
        yield (
            words.gettext("Attendance"),
            (self.passage(f"attendance.{name}", "attendance", count) for name, count in counts),
        )
        yield words.gettext("Bodies"), self.passages("attendance.organisations", "attendance", attendance.organisations)
        yield words.gettext("Persons"), self.persons("attendance.persons", "attendance", attendance.persons)

    def meeting(self) -> Iterator[_Values]:
        meeting, words = self.report.meeting, self.words
        yield words.gettext("Meeting"), [self.passage("meeting.name", "meeting", meeting.name)]
        kinds = [
            None if self.report.is_meeting_report else Entry(words.gettext("no report of a meeting"), "meeting", None),
            self.evident("kind", kind_title(meeting.kind, words)) if meeting.kind else None,
            self.evident("format", format_title(meeting.format, words)) if meeting.format else None,
        ]
        yield words.gettext("Kind"), kinds
        part = self.evident("part_of_day", meeting.part_of_day.value) if meeting.part_of_day else None
        yield words.gettext("When"), [self.date("meeting.date", "date", meeting.date), part]
        yield words.gettext("Where"), [self.passage("meeting.place", "meeting", meeting.place)]
        days = days_of(meeting.period, words) if meeting.period else ""
        yield words.gettext("Period"), [self.entry("meeting.period", "meeting", days) if days else None]

    def frame(self) -> Iterator[_Values]:
        report, source, words = self.report, self.report.source, self.words
        views = given = None
        if report.views:
            seen = words.ngettext("{count:,} view", "{count:,} views", report.views.value)
            views = self.entry("views", "dateline", seen)
        if source.published:
            day = words.gettext("{date} (as given)", date=words.date(source.published))
            given = Entry(day, "dateline", None)
        yield words.gettext("Published"), [self.date("published", "dateline", report.published), views, given]
        yield (
            words.gettext("Article"),
            [Entry(plain(source.id), "dateline", None) if source.id else None, _address(source.url)],
        )
        yield words.gettext("Byline"), [self.passage("byline", "byline", report.byline)]
        yield words.gettext("Lead"), [self.passage("lead", "lead", report.lead)]
        yield words.gettext("Captions"), self.passages("captions", "caption", report.captions)

    def evident(self, name: str, text: str) -> Entry:
        """A value without a passage of its own, bound to the words from which it was read."""
        for i, evidence in enumerate(self.report.meeting.evidence):
            if evidence.field == name:
                return self.entry(f"meeting.evidence[{i}]", "meeting", text)
        return Entry(text, "meeting", None)

    def date(self, path: str, kind: str, date: FoundDate | None) -> Entry | None:
        if date is None:
            return None
        clock = f" {date.time:%H:%M}" if date.time else ""
        return self.entry(path, kind, date_and_last(date, self.words) + clock)

    def persons(self, path: str, kind: str, persons: Iterable[Person]) -> tuple[Entry, ...]:
        found = []
        for i, person in enumerate(persons):
            here = f"{path}[{i}]"
            titles = [part.text for part in (person.degree, person.rank) if part]
            parts = self.passages(f"{here}.positions", kind, person.positions)
            again = tuple(
                self.entry(f"{here}.mentions[{j}]", kind, self.again(mention))._replace(again=True)
                for j, mention in enumerate(person.mentions)
                if f"{here}.mentions[{j}]" in self.places  # elsewhere there is nothing that it could lead to
            )
            found.append(self.entry(here, kind, " ".join([*titles, person.name.text]), (*parts, *again)))
        return tuple(found)

    def again(self, mention: Passage) -> str:
        return self.words.gettext("also named at {place:,}", place=mention.span.start)

    def section(self, path: str, section: Section) -> ListView:
        role = section.role.value
        declared = None
        if section.declared is not None:
            declared = self.entry(
                f"{path}.declared", role, self.words.gettext("{number} announced", number=section.declared.value)
            )
        heading = self.passage(f"{path}.heading", role, section.heading)
        return ListView(
            role_title(section.role, self.words),
            role,
            size_of(section, self.words),
            heading,
            declared,
            self.points(path, section.role, section.points),
        )

    def points(self, path: str, role: SectionRole, points: tuple[Point, ...]) -> tuple[PointView, ...]:
        views = []
        for i, point in enumerate(points):
            here = f"{path}.points[{i}]"
            entry = self.entry(here, role.value, own_words(point))
            inner = role_of_nested(point, role)
            title = role_title(inner, self.words) if inner is not role else ""
            nested = self.points(here, inner, point.points)
            views.append(PointView(point.number, plain(point.marker.text), entry, title, nested))
        return tuple(views)

    def groups(self) -> Iterator[Group]:
        report, words = self.report, self.words
        cited = (
            self.entry(f"citations[{i}]", "citation", citation_label(one)) for i, one in enumerate(report.citations)
        )
        yield Group(words.gettext("Documents cited"), tuple(cited))
        notes = (
            self.entry(f"notes[{i}]", "note", f"{note.code}: {note_text(note, words)}")
            for i, note in enumerate(report.notes)
        )
        yield Group(words.gettext("Notes"), tuple(notes))
        yield Group(
            words.gettext("Unclaimed: what no field explains"),
            self.passages("unclaimed", "unclaimed", report.unclaimed),
        )
        site = (
            *self.passages("furniture", "furniture", report.furniture),
            *self.passages("related", "furniture", report.related),
        )
        yield Group(words.gettext("Parts of the site"), site)
