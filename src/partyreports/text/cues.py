"""The one scan: where the vocabulary stands in a text.

Every form of the lexicon is looked for in a single pass (Aho–Corasick). Rules then ask for the cues of a group
inside a stretch, before a place, or after one.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from partyreports.text.lexicon import Lexicon, LexiconEntry
from partyreports.text.source import BEFORE_WORDS, SourceText, fold

NOT_SCANNED = frozenset({"person.family_name", "person.not_a_name"})
"""Groups that are compared with capitalised words, which `grammar.persons` finds by their shape."""


class Cue(NamedTuple):
    """A form of the vocabulary at its place, whole words. Offsets count in the analysed text."""

    start: int
    end: int
    entry: LexiconEntry

    @property
    def value(self) -> str | int | None:
        """What the form means, where its group alone does not say."""
        return self.entry.value


class _Scanner:
    """The forms of one lexicon as one automaton."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.forms: list[str] = []
        self._lexicon = lexicon
        self._numbers: dict[str, int] = {}
        for entry in lexicon.entries:
            if entry.group not in NOT_SCANNED:
                for form in entry.forms:
                    folded = _folded(form)
                    if self._numbers.setdefault(folded, len(self.forms)) == len(self.forms):
                        self.forms.append(folded)
        # A space in front, so that a form is only found where a word begins; `SourceText.spaced` has one there.
        self._automaton = AhoCorasick([" " + form.translate(_AS_SPACED) for form in self.forms] or ["\0"])
        self._members: dict[str, dict[int, LexiconEntry]] = {}

    def members(self, group: str) -> dict[int, LexiconEntry]:
        """Numbers of the forms of a group and of the groups below it, with their entries.

        Raises:
            LexiconError: there is no such group.
        """
        known = self._members.get(group)
        if known is None:
            entries = [entry for entry in self._lexicon.group(group) if entry.group not in NOT_SCANNED]
            known = self._members[group] = {
                self._numbers[_folded(form)]: entry for entry in entries for form in entry.forms
            }
        return known

    def places(self, spaced: str) -> dict[int, list[int]]:
        """Where forms begin, by their numbers; a form may go on inside a longer word."""
        try:
            matches = self._automaton.find_matches_as_indexes(spaced, overlapping=True)
        except UnicodeEncodeError:  # a lone surrogate, which no form holds
            plain = spaced.encode("utf-8", "replace").decode("utf-8")
            matches = self._automaton.find_matches_as_indexes(plain, overlapping=True)
        found: dict[int, list[int]] = {}
        for number, start, _ in matches:
            found.setdefault(number, []).append(start)
        return found


def _folded(form: str) -> str:
    return fold(" ".join(form.split()))


_AS_SPACED = str.maketrans(dict.fromkeys(BEFORE_WORDS, " "))


@lru_cache(maxsize=8)
def _scanner(lexicon: Lexicon) -> _Scanner:
    return _Scanner(lexicon)


class Cues:
    """All places of a lexicon's forms in one text.

    Within a group the longest form counts where several share a place: “chủ tịch nước” is no “chủ tịch”.

    >>> text = SourceText("Đồng chí An chủ trì; bà Bình đồng chủ trì.")
    >>> cues = Cues(text, Lexicon.default())
    >>> [text.text[cue.start : cue.end] for cue in cues.of("chair.cue")]
    ['chủ trì', 'chủ trì']
    """

    def __init__(self, source: SourceText, lexicon: Lexicon) -> None:
        self._source = source
        self._scanner = _scanner(lexicon)
        self._places = self._scanner.places(source.spaced)
        self._groups: dict[str, tuple[list[int], list[Cue]]] = {}

    def of(self, group: str) -> Sequence[Cue]:
        """Cues of a group, in reading order, none inside another."""
        return self._group(group)[1]

    def within(self, group: str, start: int, end: int) -> Sequence[Cue]:
        """Cues of a group that lie in `[start, end)` as a whole."""
        starts, cues = self._group(group)
        first = bisect_left(starts, start)
        last = bisect_left(starts, end, first)
        while last > first and cues[last - 1].end > end:
            last -= 1
        return cues[first:last]

    def any_within(self, group: str, start: int, end: int) -> bool:
        """Whether a cue of a group lies in `[start, end)`."""
        return bool(self.within(group, start, end))

    def first_within(self, group: str, start: int, end: int) -> Cue | None:
        """The first cue of a group in `[start, end)`."""
        found = self.within(group, start, end)
        return found[0] if found else None

    def last_within(self, group: str, start: int, end: int) -> Cue | None:
        """The last cue of a group in `[start, end)`."""
        found = self.within(group, start, end)
        return found[-1] if found else None

    def at(self, group: str, position: int) -> Cue | None:
        """The cue of a group that begins at `position`."""
        starts, cues = self._group(group)
        i = bisect_left(starts, position)
        return cues[i] if i < len(starts) and starts[i] == position else None

    def ending_at(self, group: str, position: int) -> Cue | None:
        """The cue of a group that ends at `position`, or before the spaces that stand before it."""
        folded = self._source.folded
        while position > 0 and folded[position - 1] == " ":
            position -= 1
        starts, cues = self._group(group)
        i = bisect_left(starts, position) - 1
        return cues[i] if i >= 0 and cues[i].end == position else None

    def _group(self, group: str) -> tuple[list[int], list[Cue]]:
        known = self._groups.get(group)
        if known is None:
            members = self._scanner.members(group)
            cues = [
                cue
                for number in (members.keys() & self._places.keys())
                for cue in self._whole_words(number, members[number])
            ]
            cues.sort(key=_longest_first)
            if len(cues) > 1:
                cues = list(_longest(cues))
            known = self._groups[group] = [cue.start for cue in cues], cues
        return known

    def _whole_words(self, number: int, entry: LexiconEntry) -> Iterator[Cue]:
        """A cue for each place where a form stands as printed and ends with its word."""
        folded = self._source.folded
        form = self._scanner.forms[number]
        length = len(form)
        ends_in_word = form[-1].isalnum()
        for start in self._places[number]:
            end = start + length
            if not (ends_in_word and folded[end : end + 1].isalnum()) and folded.startswith(form, start):
                yield Cue(start, end, entry)


def _longest_first(cue: Cue) -> tuple[int, int]:
    return cue.start, -cue.end


def _longest(cues: list[Cue]) -> Iterator[Cue]:
    """Drop what begins inside the cue before it."""
    end = -1
    for cue in cues:
        if cue.start >= end:
            end = cue.end
            yield cue
