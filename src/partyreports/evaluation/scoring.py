"""Field-by-field scores of reports against gold documents."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from partyreports.errors import GoldError
from partyreports.evaluation.fields import FIELDS, Answer, invented
from partyreports.evaluation.gold import GoldDocument, load_folder
from partyreports.evaluation.pairing import compare
from partyreports.evaluation.rules import Judged, RuleScore, rules_fired
from partyreports.models import MeetingReport
from partyreports.parsing import parse
from partyreports.rulebook import parts_of
from partyreports.rules import RuleTable

_TOLD = 5
"""Reasons that one error gives, of several."""
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
        fields: scores by the name of the field, for the fields that the gold of at least one document answers.
        misses: every answer that is not the gold's.
        failures: a sentence for every document that did not load.
        invented: every date, chair and attendance figure given to an article that reports no meeting.
        rules: what each rule did, by its name: rules of the tables, in their order, and others that a report names.
    """

    tolerance: int
    documents: int = 0
    fields: dict[str, FieldScore] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    invented: list[Miss] = field(default_factory=list)
    rules: dict[str, RuleScore] = field(default_factory=dict)

    @property
    def invented_documents(self) -> int:
        """How many articles without a meeting were given such facts."""
        return len({miss.document for miss in self.invented})

    def record(self, name: str, document: str, answers: Iterable[Answer]) -> None:
        """Add the answers of one document to a field."""
        score = self.fields.setdefault(name, FieldScore())
        for answer in answers:
            score.correct += answer.right
            score.given += answer.got is not None
            score.expected += answer.wanted is not None
            if not answer.right:
                self.misses.append(Miss(name, document, _shown(answer.got), _shown(answer.wanted)))
            if answer.got is not None and answer.rule is not None:
                for rule in parts_of(answer.rule):
                    judged = self.rules.setdefault(rule, RuleScore()).fields.setdefault(name, Judged())
                    judged.given += 1
                    judged.correct += answer.right

    def record_rules(self, report: MeetingReport, text: str, tables: Iterable[RuleTable]) -> None:
        """Count the rules that read something in one text, and those that the facts of its report name."""
        for table in tables:
            for rule in table.rules:
                score = self.rules.setdefault(rule.id, RuleScore())
                score.read = score.read or 0
            for name, _ in table.read(text):
                self.rules[name].read = (self.rules[name].read or 0) + 1
        for name, times in Counter(rules_fired(report)).items():
            score = self.rules.setdefault(name, RuleScore())
            score.fired += times
            score.documents += 1


def _shown(value: object) -> str:
    return "nothing" if value is None or value == "" else " ".join(str(value).split())


def evaluate_folder(
    folder: str | Path,
    *,
    tolerance: int = TOLERANCE,
    parser: Callable[..., MeetingReport] = parse,
    meeting_known: bool = False,
    tables: Iterable[RuleTable] = (),
) -> Evaluation:
    """Score the reports of every gold document in a folder.

    Args:
        folder: holds pairs `NAME.txt` + `NAME.json`, or texts with their answers: what `load_folder` reads.
        tolerance: code points by which offsets may differ; 0 is strict.
        parser: what makes reports; `functools.partial(parse, lexicon=…)` scores a lexicon of yours.
        meeting_known: tell the parser, as `meeting=`, whether the gold says that a meeting is reported.
        tables: rules to try on every text, so that those that never read anything are known too;
            `partyreports.rulebook.TABLES` for all.

    Raises:
        GoldError: the folder holds no gold that loads. Single documents that do not load are listed in `failures`.
    """
    documents, failures = load_folder(folder)
    if not documents:
        reasons = [str(failure) for failure in failures[:_TOLD]] + ["…"] * (len(failures) > _TOLD)
        raise GoldError("{folder}: no document loads: {reasons}", folder=folder, reasons="; ".join(reasons))
    result = evaluate(documents, tolerance=tolerance, parser=parser, meeting_known=meeting_known, tables=tables)
    result.failures.extend(str(failure) for failure in failures)
    return result


def evaluate(
    documents: Iterable[GoldDocument],
    *,
    tolerance: int = TOLERANCE,
    parser: Callable[..., MeetingReport] = parse,
    meeting_known: bool = False,
    tables: Iterable[RuleTable] = (),
) -> Evaluation:
    """Score the reports of gold documents.

    Args:
        documents: what to score; of each, the text is parsed and the rest compared.
        tolerance: code points by which offsets may differ; 0 is strict.
        parser: what makes reports from a text.
        meeting_known: tell the parser, as `meeting=`, whether the gold says that a meeting is reported: the
            other fields are then scored apart from detection. Documents that are `series_only` are parsed without it.
        tables: rules to try on every text, as for `evaluate_folder`.

    Raises:
        GoldError: there is no document.

    >>> gold = GoldDocument(id="a", is_meeting_report=False, title="Giá vàng", text="Giá vàng tăng")
    >>> result = evaluate([gold])
    >>> result.fields["is_meeting_report"].f1, [(miss.field, miss.got, miss.wanted) for miss in result.misses]
    (1.0, [('title', 'Giá vàng tăng', 'Giá vàng')])
    """
    result = Evaluation(tolerance)
    tables = tuple(tables)
    for gold in documents:
        result.documents += 1
        told = {"meeting": gold.is_meeting_report} if meeting_known and not gold.series_only else {}
        report = parser(gold.text, **told)
        result.record_rules(report, gold.text, tables)
        _score(result, gold, report)
    if result.documents == 0:
        raise GoldError("there is no document to score")
    result.fields = {one.name: result.fields[one.name] for one in FIELDS if one.name in result.fields}
    return result


def _score(result: Evaluation, gold: GoldDocument, report: MeetingReport) -> None:
    both = compare(gold, report, result.tolerance)
    for one in FIELDS:
        if one.is_scored_on(gold):
            result.record(one.name, gold.id, one.answers(both))
    if not gold.is_meeting_report and not gold.series_only:
        result.invented.extend(Miss(name, gold.id, _shown(words), "nothing") for name, words in invented(report))
