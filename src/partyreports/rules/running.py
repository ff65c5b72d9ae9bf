"""Runs rules over a stretch of text."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from partyreports.rules.forms import CueRule, Rule
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

T = TypeVar("T")


def readings_of_patterns(
    rules: Iterable[Rule[T]], scanned: ScannedText, start: int, end: int
) -> Iterator[tuple[Rule[T], T]]:
    """What each rule reads in `[start, end)`, rule by rule in their order; readings may overlap."""
    folded = scanned.source.folded
    for rule in rules:
        if rule.id in scanned.without:
            continue
        if rule.needs and not any(scanned.cues.any_within(group, start, end) for group in rule.needs):
            continue
        for match in scanned.lexicon.compile(rule.pattern).finditer(folded, start, end):
            reading = rule.produce(match, scanned)
            if reading is not None:
                yield rule, reading


def readings_of_cues(
    rules: Iterable[CueRule[T]], scanned: ScannedText, stretch: Range
) -> Iterator[tuple[CueRule[T], T]]:
    """What rules read at the cues of a stretch, in reading order: at each cue the first rule that reads anything."""
    rules = list(rules)
    for group in dict.fromkeys([rule.cue for rule in rules]):
        cues = scanned.cues.within(group, stretch.start, stretch.end)
        own = [rule for rule in rules if rule.cue == group and rule.id not in scanned.without] if cues else []
        for cue in cues:
            for rule in own:
                if rule.applies(scanned, cue, stretch):
                    reading = rule.produce(scanned, cue, stretch)
                    if reading is not None:
                        yield rule, reading
                        break
