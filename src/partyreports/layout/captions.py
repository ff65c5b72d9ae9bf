"""Captions: the words of a photo, on a line of their own.

Ảnh: Các đại biểu biểu quyết.
Đồng chí Bí thư phát biểu. Ảnh: Vân An
Quang cảnh hội nghị.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from partyreports.layout.shapes import BEFORE_TEXT, LEADING_SIGNS, text_start
from partyreports.rules import Rule, RuleTable, in_force
from partyreports.text.lexicon import Lexicon
from partyreports.text.scanned import ScannedText, scan
from partyreports.text.source import fold
from partyreports.text.spans import Range

_LONGEST = 420
"""Characters of the longest caption; a paragraph that ends in a credit is longer."""
_LONGEST_SCENE = 220
"""The same for a caption that is known by its head alone."""
_CREDIT_REACH = 60
"""How far before its end a line may name the photographer."""
_SEARCHED = 2 * _CREDIT_REACH
"""Characters at the end of a line that are searched for a credit: enough for the longest words at their farthest."""
_SHORT = 60
"""A line with a credit and nothing else is a caption if it is not longer."""


def _headed(match: "re.Match[str]", scanned: ScannedText) -> Range | None:
    line = scanned.source.line_at(match.start())
    return _whole(scanned, line) if match.start() == text_start(scanned.source, _whole(scanned, line)) else None


def _scene(match: "re.Match[str]", scanned: ScannedText) -> Range | None:
    line = _headed(match, scanned)
    return line if line is not None and line.end - line.start < _LONGEST_SCENE else None


def _credited(match: "re.Match[str]", scanned: ScannedText) -> Range | None:
    """“Ảnh: Vân An”, “Ảnh Vân An”, but not “bị ảnh hưởng”."""
    source = scanned.source
    line = _whole(scanned, source.line_at(match.start()))
    if line.end - match.start() > _CREDIT_REACH or not (":" in match[0] or source.text[match.end()].isupper()):
        return None
    byline = scanned.cues.at("byline.head", line.start)
    if byline is not None and byline.end > match.start():
        return None  # “Tin, ảnh: Vân Khánh”
    before = source.text[line.start : match.start()].rstrip()
    if source.text[match.start()].islower() and before[-1:].isalnum():
        return None  # “Thuế xuất cảnh: …”, “Chùm ảnh: …”
    if not before:
        return line if ":" in match[0] and line.end - line.start < _SHORT else None
    return line if ":" in match[0] or before[-1] in '-–—.,(|"”)' else None


def _whole(scanned: ScannedText, line: Range) -> Range:
    return scanned.source.trim(*line)


_CREDIT = "caption.credit"
RULES: tuple[Rule[Range], ...] = (
    Rule(
        id="caption.head",
        pattern=r"(?<!\w){caption.head}(?!\w)",
        produce=_headed,
        accepts={"Ảnh: Các đại biểu biểu quyết.": "Ảnh: Các đại biểu biểu quyết.", "(Ảnh minh họa)": "(Ảnh minh họa)"},
        refuses=("Ảnh hưởng của dịch bệnh còn kéo dài.", "Nhiều hộ bị ảnh hưởng."),
    ),
    Rule(
        id=_CREDIT,
        pattern=r"{caption.credit}(?: ?: ?| )(?=\w)",
        produce=_credited,
        accepts={
            "Bí thư phát biểu. Ảnh: Q.H": "Bí thư phát biểu. Ảnh: Q.H",
            "Hội nghị biểu quyết - Ảnh: HÀ VY": "Hội nghị biểu quyết - Ảnh: HÀ VY",
            "Ông Bền phát biểu.Ảnh: Hà Vy": "Ông Bền phát biểu.Ảnh: Hà Vy",
        },
        refuses=(
            "Nhiều hộ dân bị ảnh hưởng.",
            "Sở trưng bày ảnh Bác Hồ",
            "Thuế xuất cảnh: Nhiều ý kiến",
            "Chùm ảnh: Ngày hội của bản",
        ),
    ),
    Rule(
        id="caption.scene",
        pattern=r"(?<!\w){caption.scene}(?!\w)",
        produce=_scene,
        accepts={"Quang cảnh hội nghị": "Quang cảnh hội nghị"},
        refuses=("Bài viết nêu toàn cảnh kinh tế",),
    ),
)


def find_captions(scanned: ScannedText, lines: Sequence[Range]) -> dict[int, str]:
    """Which of some lines are captions: their numbers, each with the name of the rule.

    Args:
        scanned: the text.
        lines: filled lines, trimmed, in reading order.
    """
    found: dict[int, str] = {}
    for rule in in_force(RULES, scanned):
        for i in _with_words(rule, scanned, lines):
            if i not in found and any(rule.produce(match, scanned) for match in _matches(rule, scanned, lines[i])):
                found[i] = rule.id
    return found


def _with_words(rule: Rule[Range], scanned: ScannedText, lines: Sequence[Range]) -> list[int]:
    """Numbers of the lines that hold the words of a rule where it looks for them: most lines hold none."""
    folded = scanned.source.folded
    shortest, heads = _shapes(scanned.lexicon, rule.id)
    short = [(i, start, end) for i, (start, end) in enumerate(lines) if shortest <= end - start <= _LONGEST]
    if rule.id == _CREDIT:
        search = scanned.lexicon.compile(rule.pattern).search
        tails = [(i, start if end - start <= _SEARCHED else end - _SEARCHED, end) for i, start, end in short]
        return [i for i, start, end in tails if search(folded, start, end)]
    match = scanned.lexicon.compile(BEFORE_TEXT + rule.pattern).match
    return [i for i, start, end in short if folded[start] in heads and match(folded, start, end)]


@lru_cache(maxsize=32)
def _shapes(lexicon: Lexicon, group: str) -> tuple[int, frozenset[str]]:
    """Characters of the shortest form of a group, and what a line begins with that has a form at its head."""
    forms = [fold(form) for form in lexicon.forms(group)]
    return min(map(len, forms)), frozenset(LEADING_SIGNS).union(form[0] for form in forms)


def _matches(rule: Rule[Range], scanned: ScannedText, line: Range) -> "Iterable[re.Match[str]]":
    """Matches where a rule accepts them: of a credit near the end of a line, of other words where its words begin."""
    pattern = scanned.lexicon.compile(rule.pattern)
    if rule.id == _CREDIT:
        return pattern.finditer(scanned.source.folded, max(line.start, line.end - _SEARCHED), line.end)
    match = pattern.match(scanned.source.folded, text_start(scanned.source, line), line.end)
    return () if match is None else (match,)


def _read(text: str) -> list[tuple[str, str]]:
    scanned = scan(text)
    lines = scanned.source.filled
    return [(rule, text[lines[i].start : lines[i].end]) for i, rule in find_captions(scanned, lines).items()]


TABLE = RuleTable(name="captions", about="Lines that are the words of a photo.", rules=RULES, read=_read)
