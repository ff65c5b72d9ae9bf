"""The form of a rule: a value that says what is matched and what is made of it, with examples both ways.

    Rule      a pattern over the text, and a function that makes a reading of a match
    CueRule   a cue of the lexicon, guards on what stands around it, and a function that makes a reading
    Signal    evidence for or against something, with a weight
    RuleTable rules that belong together, in the order in which they are tried

Nothing here knows Vietnamese or what a report holds. The rules themselves stand in the room that they are about,
each table at the head of its module; `partyreports.rulebook` lists all tables.
"""

from partyreports.rules.forms import CueRule, Rule, RuleTable, Signal
from partyreports.rules.guards import After, Before, Guard, InSentence, Inside, Near, Overlapping
from partyreports.rules.running import SignalsByNeed, by_cue, in_force, readings_of_cues, readings_of_patterns
from partyreports.rules.weights import Judge, Score, Weights, weights
from partyreports.rules.words import Wording

__all__ = [
    "After",
    "Before",
    "CueRule",
    "Guard",
    "InSentence",
    "Inside",
    "Judge",
    "Near",
    "Overlapping",
    "Rule",
    "RuleTable",
    "Score",
    "Signal",
    "SignalsByNeed",
    "Weights",
    "Wording",
    "by_cue",
    "in_force",
    "readings_of_cues",
    "readings_of_patterns",
    "weights",
]
