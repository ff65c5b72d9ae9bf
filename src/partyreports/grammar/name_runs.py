"""Runs of capitalised words, cut where the vocabulary knows something else: a position, a body, an abbreviation.

What is left of a run are stretches of words, in which `grammar.names` looks for a name.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import islice
from typing import NamedTuple

from partyreports.text.cues import Cue
from partyreports.text.lexicon import Lexicon
from partyreports.text.scanned import ScannedText
from partyreports.text.source import fold
from partyreports.text.spans import Range

# Latin capitals, Vietnamese ones among them: “[À-Ỹ]” would match small letters too.
_CAPITALS = "".join(char for char in map(chr, (*range(0x41, 0x250), *range(0x1E00, 0x1F00))) if char.isupper())
_SMALL = rf"[^\W\d_{_CAPITALS}]"
# “Trần”, “TRẦN”, “K'Dung”, “Niê-Kđăm”, “Jong-un”, and abbreviated heads of names: “Ng.”
# “M. Ionescu”, “J.B. Laurent”, “V.Putin”: initials before a word; of a Vietnamese place they tell its kind (“Q. 5”).
_INITIALS = rf"(?:(?<![{_CAPITALS}.])[{_CAPITALS}]\.(?:-?[{_CAPITALS}]\.){{0,2}} ?(?=[{_CAPITALS}]{_SMALL}))"
WORD = (
    rf"(?:{_INITIALS}[{_CAPITALS}]{_SMALL}++(?:-[^\W\d_]+)*+|Ng\.|[HK]['’] [{_CAPITALS}]{_SMALL}*+"
    rf"|[{_CAPITALS}]+{_SMALL}*+(?:['’][^\W\d_]+)*+(?:-[^\W\d_]+)*+)"
)
# “Khalid bin Nasser”, “Elisa van der Meer”, “Omar al-Karim”: small words of other languages, between words in whose
# letters no Vietnamese mark stands.
_PARTICLE = (
    r"(?<=[a-z]) (?:(?:bint?|ibn|von|van|de|del|della|da|dos|der|al|el)(?: (?:der|den|la))? |(?:al|el|ash|as|ad)-)"
    r"(?=[A-Z][a-z])"
)
# One space between words, or two; none where it was lost: “đồng chíTrần”.
RUN = re.compile(
    rf"(?<![{_CAPITALS}'’]){WORD}(?:(?: {{1,2}}|(?<={_SMALL})(?=[{_CAPITALS}]{_SMALL})|{_PARTICLE}){WORD})*+"
)
_WORDS = re.compile(WORD)
_MOST_WORDS = 24
"""Words of one run that are looked at: no position with a name behind it has so many capitals in a row."""

GENDER = frozenset({"Y", "A"})
"""First words of names in the Central Highlands and the north-west: “Y Thanh Niê”, “A Lăng”."""

_VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
_SYLLABLE = re.compile(
    rf"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[{_VOWELS}]{{1,3}}(?:ch|ng|nh|[cmnpt])?"
)

_MARKED = re.compile(r"..?['’].", re.DOTALL)
"""“K'Dung”, “H’Len”, “Bh'riu”: the mark of a name."""


class Word(NamedTuple):
    """A word of a run."""

    start: int
    end: int
    printed: str
    folded: str

    @property
    def is_syllable(self) -> bool:
        """Whether the word can be one Vietnamese syllable."""
        return _SYLLABLE.fullmatch(self.folded) is not None

    @property
    def is_marked(self) -> bool:
        """“K'Dung”, “H’Len”, “M. Ionescu”: the mark of a name."""
        return _MARKED.match(self.printed) is not None or self.printed[1:2] == "."

    @property
    def has_initials(self) -> bool:
        """“M. Ionescu”, “V.Putin”."""
        return self.printed[1:2] == "."

    @property
    def is_capitals(self) -> bool:
        """Whether all of it is in capitals, as abbreviations are."""
        return len(self.printed) > 1 and self.printed.isupper()


class Families(NamedTuple):
    """What the vocabulary says of words that begin names, and of places and bodies that look like names."""

    common: frozenset[str]
    """Family names that are sure enough to begin a name inside a run of capitals."""
    any: frozenset[str]
    not_names: frozenset[tuple[str, ...]]
    """Places and bodies that share words with names."""
    countries: frozenset[tuple[str, ...]]
    """Those of them that are countries."""
    heads: frozenset[str]
    """First words of `not_names`."""
    place_heads: frozenset[tuple[str, ...]]
    """Their first two words: “Bà Rịa”."""
    long: frozenset[str]
    """Family names of names that have three words or more: “Phó Đức Bền”, but not “Phó Khoa”."""
    middle: frozenset[str]
    """Words that mark the middle of a name much more often than they begin one: “Văn”."""


@lru_cache(maxsize=8)
def families_of(lexicon: Lexicon) -> Families:
    """The families of a lexicon, gathered once."""
    not_names, countries = (
        frozenset(tuple(fold(form).replace("-", " ").split()) for form in lexicon.forms(group))
        for group in ("person.not_a_name", "person.not_a_name.country")
    )
    return Families(
        common=frozenset(
            fold(form)
            for entry in lexicon.group("person.family_name")
            if "common" in entry.flags
            for form in entry.forms
        ),
        any=frozenset(fold(form.split()[0]) for form in lexicon.forms("person.family_name")),
        not_names=not_names,
        countries=countries,
        heads=frozenset(form[0] for form in not_names),
        place_heads=frozenset(form[:2] for form in not_names),
        long=frozenset(
            fold(form) for entry in lexicon.group("person.family_name") if "long" in entry.flags for form in entry.forms
        ),
        middle=frozenset(map(fold, lexicon.forms("person.middle_name"))),
    )


def stretches(scanned: ScannedText, run: "re.Match[str]") -> Iterator[list[Word]]:
    """Stretches of a run that may hold a name: without abbreviations, positions, bodies and other known words."""
    source = scanned.source
    floor, end = run.span()
    found = list(islice(_WORDS.finditer(source.text, floor, end), _MOST_WORDS))
    if len(found) == 1 and not (_MARKED.match(found[0][0]) or found[0][0][1:2] == "."):
        return
    spans = [match.span() for match in found]
    words = [_word(scanned, *span) for span in spans]
    cut = {word.end for word, (_, end) in zip(words, spans, strict=True) if word.end < end}
    in_capitals = words[0].printed.isupper() and all(word.printed.isupper() for word in words)
    heads, ends = scanned.cues.heads(_KNOWN), scanned.cues.ends((NOT_IN_NAME,))
    stretch: list[Word] = []
    for word in words:
        known = _known_at(scanned, word, stretch) if word.start in heads or word.end in ends else None
        if known is not None and (len(words) > 1 or known.end > word.end):
            floor = max(floor, known.end)
        is_abbreviation = word.is_capitals and not (in_capitals and word.is_syllable) and not word.is_marked
        is_abbreviation |= not stretch and len(word.printed) == 1 and word.printed not in GENDER
        is_skipped = word.start < floor or is_abbreviation
        if stretch and (
            is_skipped or "." in source.text[stretch[-1].end : word.start] or _is_glued(scanned, stretch, word)
        ):
            yield stretch
            stretch = []
        if not is_skipped:
            stretch.append(word)
        if stretch and word.end in cut:
            yield stretch
            stretch = []
            office = scanned.cues.at("person.position", word.end + 1)
            floor = floor if office is None else max(floor, office.end)
    if stretch:
        yield stretch


def _word(scanned: ScannedText, start: int, end: int) -> Word:
    """A word of a run; “Na-Phó” of “Lê Thị Na-Phó Giám đốc”, and “Na-BT”, end at the hyphen.

    Initials belong to foreign names: “M. Ionescu”, but not “Q. Bình” and “A. Lê”.
    """
    text = scanned.source.text
    if text[start + 1 : start + 2] == ".":
        behind = text.rfind(".", start, end) + 1
        behind += text[behind] == " "
        if _SYLLABLE.fullmatch(scanned.source.folded, behind, end):
            start = behind
    hyphen = text.find("-", start, end) if "-" in text[start:end] else -1
    if hyphen > start:
        is_abbreviation = text[hyphen + 1 : end].isupper() and not text[start:hyphen].isupper() and end - hyphen > 2
        if is_abbreviation or scanned.cues.at("person.position", hyphen + 1) is not None:
            end = hyphen
    return _word_of((start, end, scanned.source.text[start:end], scanned.source.folded[start:end]))


# Half the price of calling the class.
_word_of: Callable[[tuple[int, int, str, str]], Word] = partial(tuple.__new__, Word)


def _is_glued(scanned: ScannedText, before: list[Word], word: Word) -> bool:
    """“Sở|Trần Văn An”: a family name right behind a word, the space between them lost."""
    return before[-1].end == word.start and word.folded in families_of(scanned.lexicon).any


NOT_IN_NAME = "person.not_in_name"
_VERBS = ("chair.cue", "chair.adverb", "person.after_position")
_KNOWN = (NOT_IN_NAME, "person.honorific", "person.position", "body.place_type", *_VERBS)
"""Groups of which a cue must begin at a word, or one of the first end there, for it to be known as no name."""


def _known_at(scanned: ScannedText, word: Word, before: list[Word]) -> "Cue | Range | None":
    """What the vocabulary knows at a word that is no name: “Bí thư”, “Đại biểu”, “Tỉnh”."""
    honorific = scanned.cues.at("person.honorific", word.start)
    if honorific is not None and honorific.end > word.end:
        return honorific  # “… DO ĐỒNG CHÍ TRẦN VĂN AN”
    if before and word.is_capitals and (verb := _verb_at(scanned, word)) is not None:
        return verb
    inside = scanned.cues.ending_at(NOT_IN_NAME, word.end)
    if inside is not None and inside.start < word.start and not before:
        return inside  # “Bí thư Trung ương Đoàn | Lê Văn An”
    cue = scanned.cues.at(NOT_IN_NAME, word.start)
    if cue is not None and before:
        is_syllable = " " not in scanned.source.folded[cue.start : cue.end]
        begins_as_name = before[0].folded in families_of(scanned.lexicon).any
        if is_syllable or (begins_as_name and scanned.source.text[cue.start : cue.end].istitle()):
            cue = None  # “Lường Văn Nguyên”, “Trần Công An”
    if cue is None and not before:
        cue = scanned.cues.at("body.place_type", word.start)
    return cue or (None if _ends_country(scanned, before, word) else _position_at(scanned, word))


def _ends_country(scanned: ScannedText, before: list[Word], word: Word) -> bool:
    """“Trung | Quốc | Vương Bền”: the second word of a country begins no office, “quốc vương”."""
    return bool(before) and (before[-1].folded, word.folded) in families_of(scanned.lexicon).not_names


def _verb_at(scanned: ScannedText, word: Word) -> Cue | None:
    """A verb of two syllables or more behind a name in capitals: “TRẦN VĂN AN | CHỦ TRÌ HỘI NGHỊ”."""
    cues = (scanned.cues.at(group, word.start) for group in _VERBS)
    return next((cue for cue in cues if cue is not None and cue.end > word.end), None)


def _position_at(scanned: ScannedText, word: Word) -> "Range | None":
    """A position of two words or more that begins here: “Tạ Minh Đăng | Bí thư Đảng ủy”."""
    cue = scanned.cues.at("person.position", word.start)
    return Range(cue.start, cue.end) if cue is not None and " " in scanned.source.folded[cue.start : cue.end] else None
