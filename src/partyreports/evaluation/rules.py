"""What every rule did: how often it read something, reached a report, and was right.

A rule reads where its table, tried on the whole text, finds it. It fires where a fact of a report names it. It is
judged where the gold has an answer for the field that it made; a rule for what gold does not mark (a caption, a
byline) fires and is never judged, and a rule whose readings serve another one reads and never fires.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import BaseModel

from partyreports.models import MeetingReport, Point
from partyreports.rulebook import parts_of


@dataclass(slots=True)
class Judged:
    """Answers to one field that one rule made.

    Attributes:
        given: how many were compared with the gold.
        correct: how many of them are the gold's.

    >>> Judged(given=8, correct=6).precision
    0.75
    """

    given: int = 0
    correct: int = 0

    @property
    def precision(self) -> float:
        """Share of what was given that is right; 1 if nothing was given."""
        return self.correct / self.given if self.given else 1.0


@dataclass(slots=True)
class RuleScore:
    """What one rule did over all documents.

    Attributes:
        read: what it read by itself in the texts; None for a rule that stands in none of the tables.
        fired: how many facts name the rule.
        documents: in how many documents it fired.
        fields: the answers that it made and that were compared with the gold, by the name of the field.
    """

    read: int | None = None
    fired: int = 0
    documents: int = 0
    fields: dict[str, Judged] = field(default_factory=dict)


def rules_fired(report: MeetingReport) -> Iterator[str]:
    """Every name of a rule in a report, as often as a fact names it, the reason for no meeting included."""
    if reason := detection_rule(report):
        yield from parts_of(reason)
    for rule in _rules_of(report):
        yield from parts_of(rule)


def detection_rule(report: MeetingReport) -> str | None:
    """Why a report says that no meeting took place; None where it says that one did, which it gives no reason for."""
    for note in report.notes:
        if note.code == "not-a-meeting" and isinstance(reason := note.values.get("rule"), str):
            return reason
    return None


def _rules_of(fact: object) -> Iterator[str]:
    if isinstance(fact, tuple):
        for member in fact:
            yield from _rules_of(member)
    elif isinstance(fact, BaseModel):
        if isinstance(rule := getattr(fact, "rule", None), str):
            yield rule
        if isinstance(fact, Point) and fact.points_rule:
            yield fact.points_rule
        for _, value in fact:
            yield from _rules_of(value)


def never_read(scores: Mapping[str, RuleScore]) -> list[str]:
    """Rules of the tables that read nothing and that no report names, in the order of the tables.

    >>> never_read({"a.rule": RuleScore(read=3), "b.rule": RuleScore(read=0), "c.rule": RuleScore(fired=1)})
    ['b.rule']
    """
    return [rule for rule, score in scores.items() if score.read == 0 and not score.fired]
