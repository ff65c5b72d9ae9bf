"""Field-by-field scores of reports against gold documents."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from partyreports.errors import GoldError
from partyreports.evaluation.gold import GoldDocument, GoldItem, GoldList, load_folder
from partyreports.models import FoundDate, MeetingReport, Point
from partyreports.parsing import parse

TOLERANCE = 3
"""Code points by which an offset may differ and still be right."""


@dataclass(slots=True)
class FieldScore:
    """Counts of one field over all documents.

    Attributes:
        correct: answers of the reports that are the gold's.
        given: answers that the reports have.
        expected: answers that the gold has (the support).

    >>> score = FieldScore(correct=8, given=8, expected=10)
    >>> score.precision, score.recall, round(score.f1, 3)
    (1.0, 0.8, 0.889)
    """

    correct: int = 0
    given: int = 0
    expected: int = 0

    @property
    def precision(self) -> float:
        """Share of what was given that is right; 1 if nothing was given."""
        return self.correct / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Share of what was expected that was given rightly; 1 if nothing was expected."""
        return self.correct / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


class Miss(NamedTuple):
    """One answer that is not the gold's.

    Attributes:
        field: name of the field.
        document: id of the gold document.
        got: what the report says; `nothing` where it says nothing.
        wanted: what the gold says; `nothing` where it says nothing.
    """

    field: str
    document: str
    got: str
    wanted: str


@dataclass(slots=True)
class Evaluation:
    """Scores, and everything that went wrong.

    Attributes:
        tolerance: code points by which offsets were allowed to differ.
        documents: how many were scored.
        fields: scores by the name of the field.
        misses: every answer that is not the gold's.
        failures: a sentence for every document that did not load.
        invented: dates, chairs and attendance given to articles that report no meeting.
    """

    tolerance: int
    documents: int = 0
    fields: dict[str, FieldScore] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    invented: list[Miss] = field(default_factory=list)

    def count(self, name: str, *, correct: int, given: int, expected: int) -> None:
        """Add to a field."""
        score = self.fields.setdefault(name, FieldScore())
        score.correct += correct
        score.given += given
        score.expected += expected

    def miss(self, name: str, document: str, got: object, wanted: object) -> None:
        """Record a wrong, missing or extra answer."""
        self.misses.append(Miss(name, document, _shown(got), _shown(wanted)))


def _shown(value: object) -> str:
    return "nothing" if value is None or value == "" else " ".join(str(value).split())


def evaluate_folder(
    folder: Path, *, tolerance: int = TOLERANCE, parser: Callable[[str], MeetingReport] = parse
) -> Evaluation:
    """Score the reports of every gold document in a folder.

    Args:
        folder: holds pairs `NAME.txt` + `NAME.json`.
        tolerance: code points by which offsets may differ; 0 is strict.
        parser: what makes reports; `functools.partial(parse, lexicon=…)` scores a lexicon of yours.

    Raises:
        GoldError: the folder holds no gold at all. Documents that do not load are told in `failures`.
    """
    documents, failures = load_folder(folder)
    result = evaluate(documents, tolerance=tolerance, parser=parser)
    result.failures.extend(str(failure) for failure in failures)
    return result


def evaluate(
    documents: Iterable[GoldDocument], *, tolerance: int = TOLERANCE, parser: Callable[[str], MeetingReport] = parse
) -> Evaluation:
    """Score the reports of gold documents.

    Args:
        documents: what to score; of each, the text is parsed and the rest compared.
        tolerance: code points by which offsets may differ; 0 is strict.
        parser: what makes reports.

    Raises:
        GoldError: there is no document.
    """
    result = Evaluation(tolerance)
    for document in documents:
        result.documents += 1
        report = parser(document.text)
        if not document.series_only:
            _score_facts(result, document, report)
        if not document.facts_only:
            _score_lists(result, document, report)
    if result.documents == 0:
        raise GoldError("there is no document to score")
    return result


# --- facts


def _score_facts(result: Evaluation, gold: GoldDocument, report: MeetingReport) -> None:
    name = gold.id
    same = report.is_meeting_report == gold.is_meeting_report
    result.count("is_meeting_report", correct=same, given=1, expected=1)
    if not same:
        result.miss("is_meeting_report", name, report.is_meeting_report, gold.is_meeting_report)
    meeting, attendance = report.meeting, report.attendance
    values: tuple[tuple[str, object, object], ...] = (
        ("title", report.title and report.title.text.strip(), gold.title),
        ("published", _published(report.published), gold.published),
        ("meeting_date", meeting.date and meeting.date.value.isoformat(), gold.meeting_date),
        ("part_of_day", meeting.part_of_day and meeting.part_of_day.value, gold.part_of_day),
        ("attendance_points", report.attendance_points, gold.attendance_points),
        ("delegates", attendance.delegates and attendance.delegates.value, gold.delegates),
        ("format", meeting.format and meeting.format.value, gold.format),
        ("footer_start", _footer_start(report, gold, result.tolerance), gold.footer_start),
    )
    for field_name, got, wanted in values:
        _score_value(result, field_name, name, got, wanted)
    _score_set(result, "chairs", name, [person.name.text for person in report.chairs], gold.chairs)
    numbers = [citation.number for citation in report.citations if citation.number and not citation.number.isdigit()]
    _score_set(result, "citations", name, numbers, gold.citations)
    if not gold.is_meeting_report:
        _count_invented(result, name, report)


def _score_value(result: Evaluation, name: str, document: str, got: object, wanted: object) -> None:
    got, wanted = (_folded(value) if isinstance(value, str) else value for value in (got, wanted))
    right = got is not None and got == wanted
    result.count(name, correct=right, given=got is not None, expected=wanted is not None)
    if got != wanted:
        result.miss(name, document, got, wanted)


def _score_set(result: Evaluation, name: str, document: str, got: Iterable[str], wanted: Iterable[str]) -> None:
    ours, theirs = ({_folded(text) for text in texts} for texts in (got, wanted))
    result.count(name, correct=len(ours & theirs), given=len(ours), expected=len(theirs))
    for text in sorted(ours - theirs):
        result.miss(name, document, text, None)
    for text in sorted(theirs - ours):
        result.miss(name, document, None, text)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _published(found: FoundDate | None) -> str | None:
    if found is None:
        return None
    return found.value.isoformat() + (f"T{found.time:%H:%M}" if found.time else "")


def _footer_start(report: MeetingReport, gold: GoldDocument, tolerance: int) -> int | None:
    """Start of the footer: the gold's own if a part of the site begins there, else the first link."""
    starts = [part.span.start for part in (*report.related, *report.furniture)]
    wanted = gold.footer_start
    if wanted is not None and any(abs(start - wanted) <= tolerance for start in starts):
        return wanted
    return min((link.span.start for link in report.related), default=None)


def _count_invented(result: Evaluation, name: str, report: MeetingReport) -> None:
    given = {
        "meeting_date": report.meeting.date and report.meeting.date.text,
        "chairs": ", ".join(person.name.text for person in report.chairs),
        "attendance_points": report.attendance.points and report.attendance.points.text,
        "delegates": report.attendance.delegates and report.attendance.delegates.text,
    }
    result.invented.extend(Miss(key, name, _shown(value), "nothing") for key, value in given.items() if value)


# --- lists


class _Found(NamedTuple):
    """A point of a report, as the gold counts it."""

    item: GoldItem
    role: str
    text: str


class _FoundList(NamedTuple):
    points: tuple[_Found, ...]
    role: str
    declared: int | None


def _found_lists(report: MeetingReport) -> Iterator[_FoundList]:
    for section in report.sections:
        declared = section.declared.value if section.declared else None
        yield from _flat(section.points, section.role.value, declared)


def _flat(points: tuple[Point, ...], role: str, declared: int | None) -> Iterator[_FoundList]:
    """A list and those nested in it; only numbered points count, as the gold marks no others."""
    if numbered := tuple(_found(point, role, point.number) for point in points if point.number is not None):
        yield _FoundList(numbered, role, declared)
    for point in points:
        yield from _flat(point.points, point.points_role.value if point.points_role else role, None)


def _found(point: Point, role: str, number: int) -> _Found:
    body = max(point.text_span.start, point.span.start + 1)
    item = GoldItem(n=number, start=point.span.start, body=body, end=max(point.span.end, body))
    return _Found(item, role, f"{point.marker.text} {point.text[:40]}")


def _score_lists(result: Evaluation, gold: GoldDocument, report: MeetingReport) -> None:
    found = list(_found_lists(report))
    _score_points(result, gold, [point for one in found for point in one.points])
    _score_whole_lists(result, gold, found)


def _score_points(result: Evaluation, gold: GoldDocument, found: list[_Found]) -> None:
    free = dict(enumerate(found))
    wanted = [(item, one) for one in gold.lists for item in one.items]
    right = 0
    for item, one in wanted:
        near = [k for k, point in free.items() if abs(point.item.start - item.start) <= result.tolerance]
        if not near:
            result.miss("points", gold.id, None, gold.text[item.start : item.start + 50])
            continue
        point = free.pop(min(near, key=lambda k: abs(found[k].item.start - item.start)))
        right += 1
        _score_point(result, gold, item, one, point)
    for point in free.values():
        result.miss("points", gold.id, point.text, None)
    result.count("points", correct=right, given=len(found), expected=len(wanted))


def _score_point(result: Evaluation, gold: GoldDocument, item: GoldItem, one: GoldList, point: _Found) -> None:
    role = one.role.value if one.role else None
    checks = (
        ("number", point.item.n == item.n, point.item.n, item.n),
        ("body", abs(point.item.body - item.body) <= result.tolerance, point.item.body, item.body),
        ("end", abs(point.item.end - item.end) <= result.tolerance, _tail(gold, point.item), _tail(gold, item)),
        ("role", role is None or point.role == role, point.role, role),
    )
    for name, right, got, wanted in checks:
        if name == "role" and role is None:
            continue
        result.count(name, correct=right, given=1, expected=1)
        if not right:
            result.miss(name, gold.id, got, wanted)


def _tail(gold: GoldDocument, item: GoldItem) -> str:
    return f"…{gold.text[max(item.start, item.end - 40) : item.end]} ({item.end})"


def _score_whole_lists(result: Evaluation, gold: GoldDocument, found: list[_FoundList]) -> None:
    free = list(found)
    right = 0
    for one in gold.lists:
        match = next((candidate for candidate in free if _same_points(candidate, one, result.tolerance)), None)
        if match is None:
            result.miss("whole_lists", gold.id, None, f"{len(one.items)} points from {one.items[0].start}")
            result.count("declared", correct=0, given=0, expected=one.declared is not None)
            continue
        free.remove(match)
        right += 1
        _score_value(result, "declared", gold.id, match.declared, one.declared)
        if one.role is not None:
            result.count("list_role", correct=match.role == one.role.value, given=1, expected=1)
            if match.role != one.role.value:
                result.miss("list_role", gold.id, match.role, one.role.value)
    for candidate in free:
        result.miss("whole_lists", gold.id, f"{len(candidate.points)} points: {candidate.points[0].text}", None)
        result.count("declared", correct=0, given=candidate.declared is not None, expected=0)
    result.count("whole_lists", correct=right, given=len(found), expected=len(gold.lists))


def _same_points(found: _FoundList, gold: GoldList, tolerance: int) -> bool:
    if len(found.points) != len(gold.items):
        return False
    pairs = zip(found.points, gold.items, strict=True)
    return all(abs(point.item.start - item.start) <= tolerance for point, item in pairs)
