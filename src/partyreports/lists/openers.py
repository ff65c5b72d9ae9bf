"""Openers: words before a colon that announce a list without numbers.

A list without numbers is a list only below words that announce one: something counted or many (“ba nhiệm vụ:”,
“một số kết quả:”), a verb that asks for or tells of several things (“yêu cầu các đơn vị:”), words that say that
something follows (“như sau:”), or a heading that names points (“KẾT QUẢ ĐẠT ĐƯỢC”). “Ông An nói:” announces nothing.
"""

from partyreports.grammar.numbers import read_count
from partyreports.grammar.sentences import sentences
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_ROLES = ("achievement", "limitation", "cause", "task", "lesson", "proposal")
"""Groups of the nouns that name points: `section.task`, …"""
_MANY = r"(?<!\w){list.many} [^\W\d_]"
_COUNTED = r"(?<![\w.,/–-])(?:{number}) +(?!{section.not_counted}(?!\w))[^\W\d_]"
_PASSIVE = " được "
_NEAR = 90
"""Characters before the colon in which points are counted: the noun and what belongs to it, one printed line."""
_HEADING = 110
"""Longest line without a stop that is a heading."""
_MOST = 99
"""Most points that are announced."""


def last_sentence(scanned: ScannedText, paragraph: Range) -> Range:
    """The last sentence of a paragraph: the one that may introduce what follows."""
    found = sentences(scanned.source, max(paragraph.start, paragraph.end - 4 * _NEAR), paragraph.end)
    return found[-1] if found else paragraph


def announces(scanned: ScannedText, paragraph: Range) -> bool:
    """Whether a paragraph announces points below it: by a colon with a cue, a count that follows, or as a heading."""
    sentence = last_sentence(scanned, paragraph)
    last = scanned.source.text[sentence.end - 1]
    words = Range(sentence.start, sentence.end - 1)
    if last == ":":
        return not is_speech(scanned, words.end) and (
            says_many(scanned, words)
            or names_points(scanned, words)
            or scanned.cues.any_within("list.announcing_verb", *words)
            or scanned.cues.ending_at("list.follows", words.end) is not None
        )
    if last == ".":
        return counted(scanned, words) is not None and scanned.cues.ending_at("list.follows", words.end) is not None
    is_heading = paragraph.end - paragraph.start <= _HEADING and last.isalnum()
    return is_heading and names_points(scanned, paragraph)


def is_speech(scanned: ScannedText, end: int) -> bool:
    """Whether some words end by letting somebody speak: “Ông An cho rằng”; not “yêu cầu”, not “khó khăn được nêu”."""
    verb = scanned.cues.ending_at("extent.reporting_verb", end)
    return (
        verb is not None
        and not scanned.source.folded.endswith(_PASSIVE, 0, verb.start)
        and scanned.cues.ending_at("list.announcing_verb", end) is None
    )


def says_many(scanned: ScannedText, words: Range) -> bool:
    """Whether the end of some words counts something, or says that there are several: “nhiều kết quả”."""
    near = Range(max(words.start, words.end - _NEAR), words.end)
    if scanned.lexicon.compile(_MANY).search(scanned.source.folded, *near):
        return True
    return counted(scanned, near) is not None


def counted(scanned: ScannedText, words: Range) -> int | None:
    """The number that the end of some words says: “ba nhiệm vụ sau” is 3."""
    folded = scanned.source.folded
    start = max(words.start, words.end - _NEAR)
    found = None
    for match in scanned.lexicon.compile(_COUNTED).finditer(folded, start, words.end):
        reading = read_count(folded, match.start())
        if reading is not None and 1 < reading.value <= _MOST:
            found = reading.value
    return found


def names_points(scanned: ScannedText, words: Range) -> bool:
    """Whether a noun that names points stands among some words: “nhiệm vụ”, “kết quả”, “hạn chế”."""
    return any(scanned.cues.any_within(f"section.{role}", *words) for role in _ROLES)
