"""Which bodies attended: the rules of lists, of parties and of speakers together, and how sentences are read by them.

A body is printed with a capital somewhere in its name: “lãnh đạo các sở, ngành” names none. What stands inside a
person's positions is no body of its own.
"""

from collections.abc import Callable, Iterator

from partyreports.meeting.attendance import parties, present_bodies, speaking_bodies, spokesmen
from partyreports.meeting.attendance.attending import Attending
from partyreports.rules import CueRule, RuleTable, in_force
from partyreports.text.scanned import ScannedText, scan
from partyreports.text.spans import Range

RULES: tuple[CueRule[Attending], ...] = (
    *present_bodies.RULES,
    *parties.RULES,
    *spokesmen.RULES,
    *speaking_bodies.RULES,
)
IN_OPENING = frozenset(rule.id for rule in parties.RULES)
"""Rules that hold in the opening of a report only; further down such words speak of other meetings."""
IN_TEXT = frozenset({"attendance.body_reports"})
"""Rules that hold behind the first sentence, and in no headline or caption: these say what was in the news."""
OF_SPOKESMEN = frozenset(rule.id for rule in spokesmen.RULES)
"""Rules of persons who speak for a body: they may call so a person who is known already."""
AT_THE_MEETING = frozenset({"attendance.body_speaks"})
"""Rules of bodies that are said to speak at the meeting itself."""
OF_SPEAKERS = OF_SPOKESMEN | AT_THE_MEETING | {"attendance.body_reports", "attendance.heard"}
"""Rules that may read the organiser, who attends no other's meeting."""


def read_attending(
    scanned: ScannedText, sentence: Range, *, opening: bool = True, in_text: bool = True
) -> Iterator[tuple[str, Attending]]:
    """Bodies and persons said to attend in a sentence, each group with the rule that read it.

    Args:
        scanned: the text.
        sentence: the sentence.
        opening: whether it stands in headline, lead, captions or first paragraphs.
        in_text: whether it stands behind the first sentence, and in no headline or caption.
    """
    groups = scanned.cues.index(CUES).groups_in(*sentence)
    for rule in in_force(RULES, scanned):
        if rule.cue not in groups or (rule.id in IN_OPENING and not opening) or (rule.id in IN_TEXT and not in_text):
            continue
        for cue in scanned.cues.within(rule.cue, *sentence)[:_MOST_CUES]:
            found = rule.produce(scanned, cue, sentence)
            if found is not None and rule.applies(scanned, cue, sentence):
                yield rule.id, found
                if rule.id not in _SAID_AGAIN:
                    break


_SAID_AGAIN = frozenset({"attendance.side", "attendance.speaker", "attendance.body_reports"})
"""Rules that may read several groups in one sentence: “về phía Trung ương có …; về phía tỉnh có …”."""
_MOST_CUES = 6
"""Cues of one rule that are tried in one sentence: a sentence lists those attending once, seldom twice."""
CUES = tuple(dict.fromkeys(rule.cue for rule in RULES))
"""Groups of which one must stand in a sentence for any rule to read anything."""


def _shown() -> Callable[[str], list[tuple[str, list[str]]]]:
    def read(text: str) -> list[tuple[str, list[str]]]:
        scanned = scan(text)
        found = read_attending(scanned, Range(0, len(scanned.source)))
        return [
            (rule, [scanned.source.text[body.start : body.end] for body in one.bodies])
            for rule, one in found
            if one.bodies
        ]

    return read


TABLE = RuleTable("bodies", "Which bodies attended, spoke, or met one another.", RULES, _shown())
