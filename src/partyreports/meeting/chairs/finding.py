"""Who chaired the meeting.

đồng chí A, Trưởng Ban …, chủ trì hội nghị       Hội nghị do ông A và bà B đồng chủ trì
dưới sự chủ trì của Tổng cục trưởng A            Chủ trì hội nghị có các đồng chí: A; B; C
Chủ trì cuộc họp, ông A yêu cầu …                Đoàn Chủ tọa kỳ họp gồm: A, B
"""

import re
from collections.abc import Iterator, Sequence

from partyreports.grammar.persons import PersonReading
from partyreports.grammar.sentences import sentences
from partyreports.meeting.chairs import rules
from partyreports.rules import RuleTable, in_force
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText, scan
from partyreports.text.spans import Range

_LONGEST_SENTENCE = 1800
"""Characters of one sentence that are read: lists of a presidium with all positions come to some 1,500."""
_MOST_VERBS = 4
"""Verbs of one sentence that are looked at; no sentence names more chairs' verbs."""


def read_chairs(scanned: ScannedText, start: int, end: int) -> Iterator[tuple[str, PersonReading]]:
    """Persons said to chair in `[start, end)`, each with the rule that read it; by the order of the verbs.

    At each verb the first rule that reads anybody counts.
    """
    for sentence, verbs in sentences_with_verbs(scanned, start, end):
        yield from read_sentence(scanned, sentence, verbs)


def read_sentence(scanned: ScannedText, sentence: Range, verbs: Sequence[Cue]) -> Iterator[tuple[str, PersonReading]]:
    """Persons whom the verbs of a sentence make chairs, each with the rule that read it."""
    for verb in verbs[:_MOST_VERBS]:
        stretch = _window(sentence, verb)
        for rule in in_force(rules.RULES, scanned):
            cue = scanned.cues.at(rule.cue, verb.start)
            if cue is None or not rule.applies(scanned, cue, stretch):
                continue
            if found := rule.produce(scanned, cue, stretch):
                yield from ((rule.id, one) for one in found)
                break


VERBS = ("chair.cue", "chair.verb_of_meeting", "chair.presidium", "chair.presidium_if_listed")


def sentences_with_verbs(scanned: ScannedText, start: int, end: int) -> Iterator[tuple[Range, list[Cue]]]:
    """Sentences of `[start, end)` that have verbs of chairing, with these verbs."""
    verbs = sorted(
        {cue.start: cue for group in VERBS for cue in scanned.cues.within(group, start, end)}.values(),
        key=lambda cue: cue.start,
    )
    if not verbs:
        return
    i = 0
    for sentence in sentences(scanned.source, start, end):
        own: list[Cue] = []
        while i < len(verbs) and verbs[i].start < sentence.end:
            if verbs[i].start >= sentence.start:
                own.append(verbs[i])
            i += 1
        if own:
            yield _with_row(scanned, sentence), own
        if i == len(verbs):
            return


_ROW = re.compile(r": ?1\.$")


def _with_row(scanned: ScannedText, sentence: Range) -> Range:
    """“Chủ tọa gồm có: 1. | Ông A 2. Bà B”: the sentence with the numbered row that it breaks off at."""
    if _ROW.search(scanned.source.folded, sentence.start, sentence.end) is None:
        return sentence
    return Range(sentence.start, scanned.source.line_at(sentence.start).end)


def _window(sentence: Range, verb: Cue) -> Range:
    half = _LONGEST_SENTENCE // 2
    return Range(max(sentence.start, verb.start - half), min(sentence.end, verb.start + half))


def _shown(text: str) -> list[tuple[str, list[str]]]:
    scanned = scan(text)
    shown: dict[str, list[str]] = {}
    for rule, reading in read_chairs(scanned, 0, len(scanned.source)):
        shown.setdefault(rule, []).append(scanned.source.text[reading.name.start : reading.name.end])
    return list(shown.items())


TABLE = RuleTable(
    name="chairs",
    about="Who chaired: persons at a verb or noun of chairing, if it is said of the meeting.",
    rules=rules.RULES,
    read=_shown,
)
