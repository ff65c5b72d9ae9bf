"""Runs rules over a stretch of text."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from partyreports.rules.forms import CueRule, Rule, Signal
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

T = TypeVar("T")
_AnyRule = TypeVar("_AnyRule", bound="Rule[Any] | CueRule[Any] | Signal[Any]")


def in_force(rules: Sequence[_AnyRule], scanned: ScannedText) -> Sequence[_AnyRule]:
    """The rules that are not switched off for a text, in their order."""
    return [rule for rule in rules if rule.id not in scanned.without] if scanned.without else rules


class SignalsByNeed(Generic[T]):
    """Signals by the groups that they need: of many signals, few have a form of theirs where something is judged.

    Attributes:
        groups: all groups that some signal needs.
    """

    def __init__(self, signals: Sequence[Signal[T]]) -> None:
        self._signals = signals
        self._without_need = [number for number, signal in enumerate(signals) if not signal.needs]
        self._always = [signals[number] for number in self._without_need]
        self._numbers: dict[str, list[int]] = {}
        for number, signal in enumerate(signals):
            for group in signal.needs:
                self._numbers.setdefault(group, []).append(number)
        self.groups = tuple(self._numbers)

    def asked(self, groups: Collection[str]) -> Sequence[Signal[T]]:
        """The signals that can be there where forms of some groups stand, in their order."""
        if not groups:
            return self._always
        numbers = {number for group in groups for number in self._numbers[group]}
        return [self._signals[number] for number in sorted(numbers.union(self._without_need))]


def by_cue(rules: Iterable[CueRule[T]]) -> Mapping[str, Sequence[CueRule[T]]]:
    """Rules by the group of their cues, in their order."""
    grouped: dict[str, list[CueRule[T]]] = {}
    for rule in rules:
        grouped.setdefault(rule.cue, []).append(rule)
    return grouped


def readings_of_patterns(
    rules: Sequence[Rule[T]], scanned: ScannedText, start: int, end: int
) -> Iterator[tuple[Rule[T], T]]:
    """What each rule reads in `[start, end)`, rule by rule in their order; readings may overlap."""
    folded = scanned.source.folded
    for rule in in_force(rules, scanned):
        if rule.needs and not scanned.cues.any_of_within(rule.needs, start, end):
            continue
        for match in scanned.lexicon.compile(rule.pattern).finditer(folded, start, end):
            reading = rule.produce(match, scanned)
            if reading is not None:
                yield rule, reading


def readings_of_cues(
    rules: Mapping[str, Sequence[CueRule[T]]], scanned: ScannedText, stretch: Range
) -> Iterator[tuple[CueRule[T], T]]:
    """What rules read at the cues of a stretch: at each cue the first rule that reads anything.

    Args:
        rules: by the group of their cues; the cues of one group are read in reading order, then those of the next.
        scanned: the text.
        stretch: a sentence, mostly.
    """
    for group, own in rules.items():
        for cue in scanned.cues.within(group, stretch.start, stretch.end):
            for rule in in_force(own, scanned):
                if rule.applies(scanned, cue, stretch):
                    reading = rule.produce(scanned, cue, stretch)
                    if reading is not None:
                        yield rule, reading
                        break
