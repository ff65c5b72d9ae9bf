"""What a rule is."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

from partyreports.rules.guards import Guard
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[T]):
    """A pattern, and what is made of its matches.

    Attributes:
        id: name of the rule, as it stands in reports (`period.quarter`).
        pattern: regex source for the folded text. `{name}` stands for a group of the lexicon or a term of
            `text.patterns.TERMS`; it may not repeat what can repeat in itself.
        needs: groups of the lexicon of which a form must stand in a stretch, or the pattern is not tried there;
            for speed alone.
        produce: makes the reading of a match, or None where it is none after all.
        accepts: example texts, each with what the rule reads in it, as its table shows readings.
        refuses: texts in which the rule reads nothing.
    """

    id: str
    pattern: str
    produce: "Callable[[re.Match[str], ScannedText], T | None]"
    accepts: Mapping[str, Any]
    refuses: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CueRule(Generic[T]):
    """A cue of the lexicon with guards, and what is made of it.

    Attributes:
        id: name of the rule, as it stands in reports (`chair.subject_of_verb`).
        cue: group of the lexicon.
        when: guards that must all hold.
        unless: guards of which none may hold.
        produce: makes the reading of a cue in its stretch, or None where it is none after all.
        accepts: example texts, each with what the rule reads in it, as its table shows readings.
        refuses: texts in which the rule reads nothing.
    """

    id: str
    cue: str
    produce: Callable[[ScannedText, Cue, Range], T | None]
    accepts: Mapping[str, Any]
    refuses: tuple[str, ...] = ()
    when: tuple[Guard, ...] = ()
    unless: tuple[Guard, ...] = ()

    def applies(self, scanned: ScannedText, cue: Cue, stretch: Range) -> bool:
        """Whether the guards let the rule read `cue`, which stands in `stretch`."""
        for guard in self.when:
            if not guard.holds(scanned, cue, stretch):
                return False
        for guard in self.unless:  # noqa: SIM110  (as its counterpart above)
            if guard.holds(scanned, cue, stretch):
                return False
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal(Generic[T]):
    """Evidence for or against a decision. Its weight is data, fitted by a script under `tools/`.

    Attributes:
        id: name of the signal; the weights are kept under it.
        measure: how strongly the signal is there in what is judged: 0 for not at all, at most 1.
        accepts: example texts in which the signal is there.
        refuses: texts in which it is not.
        needs: groups of the lexicon of which a form must stand in or around what is judged, or the signal is not
            measured; for speed alone.
        sign: 1 if it can only speak for the decision, -1 if only against it, 0 if the fit decides.
    """

    id: str
    measure: Callable[[T], float]
    accepts: tuple[str, ...]
    refuses: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    sign: Literal[-1, 0, 1] = 0


@dataclass(frozen=True, slots=True)
class RuleTable:
    """Rules that belong together, in the order in which they are tried.

    Attributes:
        name: the subject (`periods`).
        about: one sentence for the reference page.
        rules: the rules.
        read: what the table's rules read in a text: names of rules, each with what it read, as the examples
            write it.
    """

    name: str
    about: str
    rules: "tuple[Rule[Any] | CueRule[Any] | Signal[Any], ...]"
    read: Callable[[str], list[tuple[str, Any]]] = field(compare=False)
