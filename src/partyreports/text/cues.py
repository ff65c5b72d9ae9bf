"""The one scan: where the vocabulary stands in a text.

Every form of the lexicon is looked for in a single pass (Aho–Corasick). Rules then ask for the cues of a group
inside a stretch, before a place, or after one.
"""

import threading
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
        self._asked = _Asked(frozenset(), {})
        self._lock = threading.Lock()

    def ask(self, group: str) -> None:
        """Hand out the cues of a group from now on.

        Raises:
            LexiconError: there is no such group.
        """
        entries = [entry for entry in self._lexicon.group(group) if entry.group not in NOT_SCANNED]
        with self._lock:  # (a new value, because other threads may be reading the old one)
            groups = dict(self._asked.groups)
            numbers = {self._numbers[_folded(form)]: entry for entry in entries for form in entry.forms}
            for number, owner in numbers.items():
                groups[number] = (*groups.get(number, ()), (group, owner))
            self._asked = _Asked(self._asked.names | {group}, groups)

    def places(self, spaced: str, folded: str) -> "tuple[frozenset[str], dict[str, list[Cue]]]":
        """The groups that were asked for, and their cues in the order of their ends; they may overlap."""
        try:
            matches = self._automaton.find_matches_as_indexes(spaced, overlapping=True)
        except UnicodeEncodeError:  # a lone surrogate, which no form holds
            plain = spaced.encode("utf-8", "replace").decode("utf-8")
            matches = self._automaton.find_matches_as_indexes(plain, overlapping=True)
        forms, asked = self.forms, self._asked
        found: dict[str, list[Cue]] = {}
        for number, start, after in matches:
            groups = asked.groups.get(number)
            if groups is None:
                continue
            form, end = forms[number], after - 1  # (the spaced text is one character further on)
            # The form must stand there as it is, and end with its word.
            if (form[-1].isalnum() and folded[end : end + 1].isalnum()) or not folded.startswith(form, start):
                continue
            for group, entry in groups:
                found.setdefault(group, []).append(Cue(start, end, entry))
        return asked.names, found


class _Asked(NamedTuple):
    """The groups whose cues are handed out."""

    names: frozenset[str]
    groups: dict[int, tuple[tuple[str, LexiconEntry], ...]]
    """For the number of a form, the groups that hold it, with its entry there."""


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
        self._asked, self._places = self._scanner.places(source.spaced, source.folded)
        self._groups: dict[str, _Group] = {}

    def of(self, group: str) -> Sequence[Cue]:
        """Cues of a group, in reading order, none inside another."""
        return self._group(group)[1]

    def within(self, group: str, start: int, end: int) -> Sequence[Cue]:
        """Cues of a group that lie in `[start, end)` as a whole."""
        starts, cues = self._groups.get(group) or self._group(group)
        if not starts:
            return ()
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

    def _group(self, group: str) -> "_Group":
        known = self._groups.get(group)
        if known is None:
            if group not in self._asked:  # only when a process meets its first texts
                self._scanner.ask(group)
                self._asked, self._places = self._scanner.places(self._source.spaced, self._source.folded)
            found = self._places.get(group)
            known = self._groups[group] = _grouped(found) if found else _NONE
        return known


_Group = tuple[list[int], list[Cue]]
"""Starts of a group's cues, and the cues, in reading order."""
_NONE: _Group = ([], [])


def _grouped(cues: list[Cue]) -> _Group:
    if len(cues) > 1:
        cues = list(_longest(sorted(cues, key=_longest_first)))
    return [cue.start for cue in cues], cues


def _longest_first(cue: Cue) -> tuple[int, int]:
    return cue.start, -cue.end


def _longest(cues: list[Cue]) -> Iterator[Cue]:
    """Drop what begins inside the cue before it."""
    end = -1
    for cue in cues:
        if cue.start >= end:
            end = cue.end
            yield cue
