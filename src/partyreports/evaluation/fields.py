"""The fields that are scored: one table, a line each.

A line names the field, says where the gold and where the report have its answer, and how the two are compared.
A document is scored on a field only if its gold has the key of that field.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from partyreports.evaluation.gold import GoldDocument
from partyreports.evaluation.pairing import Comparison, FoundList, FoundPoint, GoldListAt, GoldPoint
from partyreports.evaluation.rules import detection_rule
from partyreports.models import FoundDate, FoundPassage, MeetingReport


class Given(NamedTuple):
    """What a report says for one field, and the rule that made it say so."""

    value: object
    rule: str | None = None


class Answer(NamedTuple):
    """One answer of a report beside that of the gold.

    Attributes:
        got: what the report says; None where it says nothing.
        wanted: what the gold says; None where it says nothing.
        right: whether they agree; never true where one says nothing.
        rule: the rule that is judged by this answer, if any.
    """

    got: object
    wanted: object
    right: bool
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the table.

    Attributes:
        name: as it is shown.
        key: key of the gold documents without which a document is not scored on the field.
        answers: the answers of one document.
        of_lists: whether the field belongs to lists and their points, and not to the facts.
    """

    name: str
    key: str
    answers: Callable[[Comparison], Iterable[Answer]]
    of_lists: bool = False

    def is_scored_on(self, gold: GoldDocument) -> bool:
        """Whether a gold document answers this field."""
        left_out = gold.facts_only if self.of_lists else gold.series_only
        return self.key in gold.model_fields_set and not left_out


# --- comparisons


def fold(text: str) -> str:
    """A string as it is compared: composed letters (NFC), every run of white space one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _equal(got: object, wanted: object) -> bool:
    if isinstance(got, str) and isinstance(wanted, str):
        return fold(got) == fold(wanted)
    return got == wanted


def _one_holds_the_other(got: object, wanted: object) -> bool:
    ours, theirs = fold(str(got)), fold(str(wanted))
    return ours in theirs or theirs in ours


def _holds(got: object, wanted: object) -> bool:
    return fold(str(wanted)).rstrip(" :.;,…") in fold(str(got))


def _single(given: Given | None, wanted: object, same: Callable[[object, object], bool]) -> Iterator[Answer]:
    """One answer at most on each side; nothing where both say nothing."""
    got = given.value if given else None
    if got is not None or wanted is not None:
        right = got is not None and wanted is not None and same(got, wanted)
        yield Answer(got, wanted, right, given.rule if given else None)


def _strings(given: Iterable[Given], wanted: Iterable[str]) -> Iterator[Answer]:
    """Two sets of strings: what both have, what only the report has, what only the gold has."""
    ours = {fold(str(one.value)): one.rule for one in given}
    theirs = {fold(text) for text in wanted}
    for text, rule in ours.items():
        yield Answer(text, text if text in theirs else None, text in theirs, rule)
    for text in sorted(theirs - ours.keys()):
        yield Answer(None, text, right=False)


# --- how a line is written


def _fact(
    name: str,
    gold: Callable[[GoldDocument], object],
    report: Callable[[MeetingReport], Given | None],
    same: Callable[[object, object], bool] = _equal,
) -> Field:
    """A fact of which a document has one at most."""
    return Field(name, name, lambda both: _single(report(both.report), gold(both.gold), same))


def _facts(
    name: str,
    gold: Callable[[GoldDocument], Iterable[str]],
    report: Callable[[MeetingReport], Iterable[Given]],
) -> Field:
    """A fact of which a document may have several: sets of strings."""
    return Field(name, name, lambda both: _strings(report(both.report), gold(both.gold)))


def _of_points(name: str, answer: Callable[[FoundPoint, GoldPoint, Comparison], Answer | None]) -> Field:
    """Something of the points that are in the gold as well."""

    def answers(both: Comparison) -> Iterator[Answer]:
        for found, gold in both.points:
            if found and gold and (one := answer(found, gold, both)):
                yield one

    return Field(name, "lists", answers, of_lists=True)


def _of_lists(
    name: str, answers_of: Callable[[FoundList | None, GoldListAt | None], Iterable[Answer]], key: str = "lists"
) -> Field:
    """Something of the lists, of those that only one side has as well."""
    return Field(name, key, lambda both: (one for pair in both.lists for one in answers_of(*pair)), of_lists=True)


# --- what the report says


def _words(found: FoundPassage | None) -> Given | None:
    return Given(found.text.strip(), found.rule) if found else None


def _published(found: FoundDate | None) -> Given | None:
    if found is None:
        return None
    return Given(found.value.isoformat() + (f"T{found.time:%H:%M}" if found.time else ""), found.rule)


def _is_meeting(report: MeetingReport) -> Given:
    return Given(report.is_meeting_report, detection_rule(report))


def _meeting_date(report: MeetingReport) -> Given | None:
    date = report.meeting.date
    return Given(date.value.isoformat(), date.rule) if date else None


def _with_evidence(name: str) -> Callable[[MeetingReport], Given | None]:
    """A field of the meeting that has no passage of its own; its rule stands with its evidence."""

    def given(report: MeetingReport) -> Given | None:
        value = getattr(report.meeting, name)
        rules = (one.rule for one in report.meeting.evidence if one.field == name)
        return None if value is None else Given(value.value, next(rules, None))

    return given


def _period(report: MeetingReport) -> Given | None:
    period = report.meeting.period
    return Given(f"{period.start} … {period.end}", period.rule) if period else None


def _gold_period(gold: GoldDocument) -> str | None:
    return f"{gold.period[0]} … {gold.period[1]}" if gold.period else None


def _attendance_points(report: MeetingReport) -> Given | None:
    found = report.attendance.points
    return Given(found.value, found.rule) if found else None


def _delegates(report: MeetingReport) -> Given | None:
    found = report.attendance.delegates
    return Given(found.value, found.rule) if found else None


def _citations(report: MeetingReport) -> Iterator[Given]:
    """Numbers with a type suffix; a bare number is a citation by name and is not scored."""
    for citation in report.citations:
        if citation.number and not citation.number.isdigit():
            yield Given(citation.number, citation.rule)


def _positions(both: Comparison) -> Iterator[Answer]:
    """Positions of those chairs whom both sides name, each as “name: position”."""
    found: dict[str, list[Given]] = {}
    for person in both.report.chairs:
        name = fold(person.name.text)
        found.setdefault(name, []).extend(Given(f"{name}: {position.text}") for position in person.positions)
    for printed in both.gold.chairs:
        name = fold(printed)
        if name in found:
            wanted = both.gold.chair_positions.get(printed, ())
            yield from _strings(found[name], [f"{name}: {position}" for position in wanted])


def _footer_start(both: Comparison) -> Iterator[Answer]:
    """The gold's own offset if a part of the site begins there, else where the first link begins."""
    parts = (*both.report.related, *both.report.furniture)
    wanted = both.gold.footer_start
    if wanted is not None:
        for part in parts:
            if abs(part.span.start - wanted) <= both.tolerance:
                yield Answer(part.span.start, wanted, right=True, rule=part.rule)
                return
    first = min(both.report.related, key=lambda link: link.span.start, default=None)
    yield from _single(Given(first.span.start, first.rule) if first else None, wanted, _equal)


# --- points and lists


def _shown(found: FoundPoint) -> str:
    return f"{found.point.marker.text} {found.point.text[:40]}"


def _points(both: Comparison) -> Iterator[Answer]:
    for found, gold in both.points:
        got = _shown(found) if found else None
        wanted = both.gold.text[gold.item.start : gold.item.start + 50] if gold else None
        yield Answer(got, wanted, found is not None and gold is not None, found.point.rule if found else None)


def _number(found: FoundPoint, gold: GoldPoint, _: Comparison) -> Answer:
    return Answer(found.point.number, gold.item.n, found.point.number == gold.item.n)


def _body(found: FoundPoint, gold: GoldPoint, both: Comparison) -> Answer:
    ours, theirs = found.point.text_span.start, gold.item.body
    return Answer(ours, theirs, abs(ours - theirs) <= both.tolerance)


def _end(found: FoundPoint, gold: GoldPoint, both: Comparison) -> Answer:
    def shown(start: int, end: int) -> str:
        return f"…{both.gold.text[max(start, end - 40) : end]} ({end})"

    ours, theirs = found.point.span.end, gold.item.end
    right = abs(ours - theirs) <= both.tolerance
    return Answer(shown(found.point.span.start, ours), shown(gold.item.start, theirs), right)


def _role(found: FoundPoint, gold: GoldPoint, _: Comparison) -> Answer | None:
    """None where the gold's reader could not say."""
    role = gold.list.role
    return Answer(found.role.value, role.value, found.role is role) if role else None


def _whole_lists(found: FoundList | None, gold: GoldListAt | None) -> Iterator[Answer]:
    got = f"{len(found.points)} points: {_shown(found.points[0])}" if found else None
    wanted = f"{len(gold.list.items)} points from {gold.list.items[0].start}" if gold else None
    yield Answer(got, wanted, found is not None and gold is not None)


def _list_role(found: FoundList | None, gold: GoldListAt | None) -> Iterator[Answer]:
    if found and gold and gold.list.role:
        yield Answer(found.role.value, gold.list.role.value, found.role is gold.list.role, found.role_rule)


def _declared(found: FoundList | None, gold: GoldListAt | None) -> Iterator[Answer]:
    """Of a list that only one side has, what it announces is missing or too much."""
    given = found.declared if found else None
    got, wanted = given.value if given else None, gold.list.declared if gold else None
    if got is not None or wanted is not None:
        right = found is not None and gold is not None and got == wanted
        yield Answer(got, wanted, right, given.rule if given else None)


def _heading(found: FoundList | None, gold: GoldListAt | None) -> Iterator[Answer]:
    """Right where the words that introduce the list hold the first words that the gold gives.

    Words always stand before a list inside a point, so where the gold has none for it nothing is compared.
    """
    if found and gold and (gold.heading is not None or found.section):
        given = Given(found.introduction) if found.introduction else None
        yield from _single(given, gold.heading, _holds)


FIELDS: tuple[Field, ...] = (
    _fact("is_meeting_report", lambda gold: gold.is_meeting_report, _is_meeting),
    _fact("title", lambda gold: gold.title, lambda report: _words(report.title)),
    _fact("published", lambda gold: gold.published, lambda report: _published(report.published)),
    _fact("meeting_date", lambda gold: gold.meeting_date, _meeting_date),
    _fact("part_of_day", lambda gold: gold.part_of_day, _with_evidence("part_of_day")),
    _fact("kind", lambda gold: gold.kind, _with_evidence("kind")),
    _fact("format", lambda gold: gold.format, _with_evidence("format")),
    _fact("place", lambda gold: gold.place, lambda report: _words(report.meeting.place), _one_holds_the_other),
    _fact("period", _gold_period, _period),
    _fact("attendance_points", lambda gold: gold.attendance_points, _attendance_points),
    _fact("delegates", lambda gold: gold.delegates, _delegates),
    _facts(
        "chairs", lambda gold: gold.chairs, lambda report: (Given(one.name.text, one.rule) for one in report.chairs)
    ),
    Field("positions", "chair_positions", _positions),
    _facts(
        "organisations",
        lambda gold: gold.organisations,
        lambda report: (Given(one.text, one.rule) for one in report.attendance.organisations),
    ),
    _facts("citations", lambda gold: gold.citations, _citations),
    Field("footer_start", "footer_start", _footer_start),
    Field("points", "lists", _points, of_lists=True),
    _of_points("number", _number),
    _of_points("body", _body),
    _of_points("end", _end),
    _of_points("role", _role),
    _of_lists("whole_lists", _whole_lists),
    _of_lists("list_role", _list_role),
    _of_lists("declared", _declared),
    _of_lists("heading", _heading, key="headings"),
)
"""Every field that is scored, in the order in which it is shown."""


def invented(report: MeetingReport) -> Iterator[tuple[str, str]]:
    """Field and words of every date, chair and attendance figure that a report gives."""
    if report.meeting.date:
        yield "meeting_date", report.meeting.date.text
    for person in report.chairs:
        yield "chairs", person.name.text
    for name, count in (("attendance_points", report.attendance.points), ("delegates", report.attendance.delegates)):
        if count:
            yield name, count.text
