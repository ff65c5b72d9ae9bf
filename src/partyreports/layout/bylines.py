"""Bylines: the line that names who wrote the article.

Tin, ảnh: Vân Khánh · Theo TTXVN · N.V · Minh An - Thu Hà · Vân Khánh (t/h)

A heading in capitals is none: a name without a label must look like one, and hold no word that headings are made of.
"""

import re
from collections.abc import Sequence

from partyreports.grammar.sentences import sentence_start
from partyreports.layout.shapes import SECTION_CUES, begins_with_marker, text_start, words_of
from partyreports.rules import Rule, RuleTable, in_force
from partyreports.text.scanned import ScannedText, scan
from partyreports.text.spans import Range

_LONGEST = 90
"""Characters of the longest byline; a label with two names, an office and an agency."""
_MOST_NAMES = 3
_MOST_SYLLABLES = 5
_MOST_WORDS_OF_A_BODY = 9
"""Words of a body in capitals: “Theo ỦY BAN MẶT TRẬN TỔ QUỐC TỈNH HOA LẠC”."""
_NOT_IN_NAMES = ("byline.not_a_name", *SECTION_CUES, "headline.category", "meeting.noun", "meeting.kind")
"""Groups of which no cue stands in a name: headings and bodies are made of these words."""
_NOTE = re.compile(r" ?\(([^()]{1,30})\)[ .]*$")
_PARTS = re.compile(r" *[,\-–/&;] *| và ")
_INITIALS = re.compile(r"(?:[A-ZĐ]{1,2}[a-z]?\.)+ ?[A-ZĐ][a-zà-ỹ]*\.?|[A-ZĐ]\.[A-ZĐ]")


def _labelled(match: "re.Match[str]", scanned: ScannedText) -> Range | None:
    line = Range(match.pos, match.endpos)
    at_head = match.start() == text_start(scanned.source, line)
    is_spoken = scanned.source.text[line.end - 1] in "?!"  # “PV: Thưa ông, vì sao?”
    return line if at_head and not is_spoken and line.end - line.start <= _LONGEST else None


def _by_agency(match: "re.Match[str]", scanned: ScannedText) -> Range | None:
    """“Theo TTXVN”, “(Theo VOV)”: every word behind the label has a capital at its head."""
    line = _labelled(match, scanned)
    if line is None:
        return None
    words = words_of(scanned.source, Range(match.end(), line.end))
    is_short = 0 < len(words) <= (_MOST_WORDS_OF_A_BODY if all(map(str.isupper, words)) else _MOST_SYLLABLES)
    return line if is_short and all(word[0].isupper() for word in words) else None


def _named(match: "re.Match[str]", scanned: ScannedText) -> Range | None:
    line = Range(match.pos, match.endpos)
    if line.end - line.start > _LONGEST or match.start() != line.start or not _is_made_of_names(scanned, line):
        return None
    if scanned.cues.at("person.honorific", line.start) is not None:
        return None  # “Ông Trần Văn Bền.” is the words of a photo
    return None if any(scanned.cues.any_within(group, *line) for group in _NOT_IN_NAMES) else line


def _is_made_of_names(scanned: ScannedText, line: Range) -> bool:
    """Whether a line is the name of an agency or of a few persons, by its words alone."""
    source = scanned.source
    text = source.text[line.start : line.end].strip(" .*_()")
    if source.folded[line.start : line.end].strip(" .*_()") in scanned.lexicon.forms("byline.agency"):
        return True
    note = _NOTE.search(source.text[line.start : line.end])
    if note is not None:
        if not scanned.cues.any_within("byline.note", line.start + note.start(), line.end):
            return False
        text = source.text[line.start : line.start + note.start()].strip(" .*_()")
    names = _PARTS.split(text)
    return len(names) <= _MOST_NAMES and all(_is_name(name, scanned) for name in names)


def _is_name(name: str, scanned: ScannedText) -> bool:
    """“Vân Khánh”, “TRẦN VĂN BỀN”, “N.V”; not “KẾT QUẢ”, “Hà Nội”."""
    if _INITIALS.fullmatch(name):
        return True
    words = name.split()
    if not 2 <= len(words) <= _MOST_SYLLABLES or name in scanned.lexicon.forms("person.not_a_name"):
        return False
    if not all(word.isalpha() and word[0].isupper() for word in words):
        return False
    families = scanned.lexicon.forms("person.family_name")
    if words[0] in families or words[0].title() in families:
        return True
    return len(words) == 2 and all(word[1:].islower() or len(word) == 1 for word in words)


RULES: tuple[Rule[Range], ...] = (
    Rule(
        id="byline.label",
        pattern=r"(?<!\w){byline.head} ?:",
        produce=_labelled,
        accepts={"Tin, ảnh: Vân Khánh": "Tin, ảnh: Vân Khánh", "Nguồn: Báo Nhân Dân": "Nguồn: Báo Nhân Dân"},
        refuses=("Hội nghị nghe tin: lũ về.", "PV: Thưa bà, vì sao xã làm trước?", "PV: Xin cảm ơn bà!"),
    ),
    Rule(
        id="byline.agency",
        pattern=r"(?<!\w){byline.by} ",
        produce=_by_agency,
        accepts={
            "Theo TTXVN": "Theo TTXVN",
            "Theo ỦY BAN MẶT TRẬN HOA LẠC": "Theo ỦY BAN MẶT TRẬN HOA LẠC",
            "(Theo Hà Vy)": "(Theo Hà Vy)",
        },
        refuses=("Theo báo cáo của Sở", "Theo Sở Nội vụ"),
    ),
    Rule(
        id="byline.name",
        pattern=r"[^\n]{2}",
        produce=_named,
        accepts={
            "Vân Khánh": "Vân Khánh",
            "N.V": "N.V",
            "TRẦN VĂN BỀN": "TRẦN VĂN BỀN",
            "Minh An - Thu Hà": "Minh An - Thu Hà",
            "Vân Khánh (t/h)": "Vân Khánh (t/h)",
        },
        refuses=(
            "KẾT QUẢ ĐẠT ĐƯỢC",
            "Kết Quả Nổi Bật",
            "I. KẾT QUẢ",
            "THÔNG CÁO BÁO CHÍ",
            "Hà Nội, Việt Nam",
            "Phóng Viên Thường Trú",
            "TRÂN TRỌNG CẢM ƠN",
            "QUẢNG CÁO",
            "Phòng Tổ Chức",
            "HẠN CHẾ, TỒN TẠI",
            "III.",
            "Ông Trần Văn Bền.",
        ),
    ),
)


def byline_rule(scanned: ScannedText, line: Range) -> str | None:
    """Name of the rule that makes a line a byline by its own words, or None."""
    if line.end - line.start > _LONGEST:
        return None
    for rule in in_force(RULES, scanned):
        match = scanned.lexicon.compile(rule.pattern).search(scanned.source.folded, *line)
        if match is not None and rule.produce(match, scanned) is not None:
            return rule.id
    return None


def glued_byline(scanned: ScannedText, line: Range) -> tuple[Range, str] | None:
    """A byline that stands behind the last full stop of a paragraph (“… trong tháng 6. Theo TTXVN”), and its rule."""
    source = scanned.source
    start = sentence_start(source, max(line.start, line.end - _LONGEST), line.end)
    if start <= line.start or source.text[start - 1] != " " or source.text[line.end - 1] in ".?!…":
        return None
    tail = Range(start, line.end)
    rule = byline_rule(scanned, tail)
    return None if rule is None else (tail, rule)


def byline_among(scanned: ScannedText, lines: Sequence[Range], number: int) -> str | None:
    """The same for one of several lines: a bare name is none amid a list, nor below “… gồm:”."""
    rule = byline_rule(scanned, lines[number])
    if rule != "byline.name":
        return rule
    before = lines[number - 1] if number else None
    after = lines[number + 1] if number + 1 < len(lines) else None
    if after is not None and (begins_with_marker(scanned, after) or byline_rule(scanned, after) == rule):
        return None
    if before is not None and (scanned.source.text[before.end - 1] == ":" or byline_rule(scanned, before) == rule):
        return None
    return rule


def _read(text: str) -> list[tuple[str, str]]:
    scanned = scan(text)
    found = [(byline_rule(scanned, line), text[line.start : line.end]) for line in scanned.source.filled]
    return [(rule, words) for rule, words in found if rule is not None]


TABLE = RuleTable(name="bylines", about="Lines that name who wrote the article.", rules=RULES, read=_read)
