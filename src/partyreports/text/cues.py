"""The one scan: where the vocabulary stands in a text.

Every form of the lexicon is looked for in a single pass (Aho–Corasick). Rules then ask for the cues of a group
inside a stretch, before a place, or after one.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
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
        self._members: dict[str, dict[int, LexiconEntry]] = {}
        for entry in lexicon.entries:
            if entry.group not in NOT_SCANNED:
                for form in entry.forms:
                    folded = _folded(form)
                    if self._numbers.setdefault(folded, len(self.forms)) == len(self.forms):
                        self.forms.append(folded)
        # A space in front, so that a form is only found where a word begins; `SourceText.spaced` has one there.
        self._automaton = AhoCorasick([" " + form.translate(_AS_SPACED) for form in self.forms] or ["\0"])

    def members(self, group: str) -> dict[int, LexiconEntry]:
        """The entry of each form of a group, by the number of the form.

        Raises:
            LexiconError: there is no such group.
        """
        members = self._members.get(group)
        if members is None:
            entries = [entry for entry in self._lexicon.group(group) if entry.group not in NOT_SCANNED]
            members = {self._numbers[_folded(form)]: entry for entry in entries for form in entry.forms}
            self._members[group] = members  # (two threads would write the same)
        return members

    def places(self, spaced: str, folded: str) -> dict[int, list[int]]:
        """Where each form begins that the text holds, by the number of the form."""
        try:
            matches = self._automaton.find_matches_as_indexes(spaced, overlapping=True)
        except UnicodeEncodeError:  # a lone surrogate, which no form holds
            plain = spaced.encode("utf-8", "replace").decode("utf-8")
            matches = self._automaton.find_matches_as_indexes(plain, overlapping=True)
        forms = self.forms
        found: dict[int, list[int]] = {}
        for number, start, after in matches:
            form, end = forms[number], after - 1  # (the spaced text is one character further on)
            # The form must end with its word, and stand there as it is.
            if (folded[end : end + 1].isalnum() and form[-1].isalnum()) or not folded.startswith(form, start):
                continue
            if number in found:
                found[number].append(start)
            else:
                found[number] = [start]
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
        self._folded = source.folded
        self._groups = _Groups(_scanner(lexicon), source)

    def of(self, group: str) -> Sequence[Cue]:
        """Cues of a group, in reading order, none inside another."""
        return _cues_of(self._groups[group][1])

    def within(self, group: str, start: int, end: int) -> Sequence[Cue]:
        """Cues of a group that lie in `[start, end)` as a whole."""
        starts, cues = self._groups[group]
        if not starts:
            return ()
        first = bisect_left(starts, start)
        last = bisect_left(starts, end, first)
        while last > first and cues[last - 1][1] > end:
            last -= 1
        return _cues_of(cues[first:last]) if first < last else ()

    def any_within(self, group: str, start: int, end: int) -> bool:
        """Whether a cue of a group lies in `[start, end)`."""
        starts, cues = self._groups[group]
        i = bisect_left(starts, start)
        # (None lies inside another, so that the first to begin is the first to end.)
        return i < len(starts) and cues[i][1] <= end

    def first_within(self, group: str, start: int, end: int) -> Cue | None:
        """The first cue of a group in `[start, end)`."""
        starts, cues = self._groups[group]
        i = bisect_left(starts, start)
        return _cue_of(cues[i]) if i < len(starts) and cues[i][1] <= end else None

    def last_within(self, group: str, start: int, end: int) -> Cue | None:
        """The last cue of a group in `[start, end)`."""
        found = self.within(group, start, end)
        return found[-1] if found else None

    def at(self, group: str, position: int) -> Cue | None:
        """The cue of a group that begins at `position`."""
        starts, cues = self._groups[group]
        i = bisect_left(starts, position)
        return _cue_of(cues[i]) if i < len(starts) and starts[i] == position else None

    def ending_at(self, group: str, position: int) -> Cue | None:
        """The cue of a group that ends at `position`, or before the spaces that stand before it."""
        starts, cues = self._groups[group]
        if not starts:
            return None
        folded = self._folded
        while position > 0 and folded[position - 1] == " ":
            position -= 1
        i = bisect_left(starts, position) - 1
        return _cue_of(cues[i]) if i >= 0 and cues[i][1] == position else None


_Place = tuple[int, int, LexiconEntry]
"""A cue as a plain tuple: most are never asked for, and a `Cue` costs five times as much."""
_Group = tuple[list[int], list[_Place]]
"""Starts of a group's cues, and the cues, in reading order."""


class _Groups(dict[str, _Group]):
    """The cues of one text by group, made when a group is first asked for."""

    def __init__(self, scanner: _Scanner, source: SourceText) -> None:
        super().__init__()
        self._scanner = scanner
        self._places = scanner.places(source.spaced, source.folded)

    def __missing__(self, group: str) -> _Group:
        forms, places = self._scanner.forms, self._places
        members = self._scanner.members(group)
        cues: list[_Place] = []
        for number in members.keys() & places.keys():
            entry, length = members[number], len(forms[number])
            cues += [(start, start + length, entry) for start in places[number]]
        if len(cues) > 1:
            cues.sort()
            cues = _longest(cues)
        known = self[group] = [cue[0] for cue in cues], cues
        return known


_cue_of: Callable[[_Place], Cue] = partial(tuple.__new__, Cue)


def _cues_of(places: list[_Place]) -> list[Cue]:
    return list(map(_cue_of, places))


def _longest(cues: list[_Place]) -> list[_Place]:
    """Of cues that begin at one place the longest, and none that begins inside the one before it."""
    longest: list[_Place] = []
    last_start = last_end = -1
    for cue in cues:  # by start, then by end
        start, end, _ = cue
        if start >= last_end:
            longest.append(cue)
        elif start == last_start:
            longest[-1] = cue
        else:
            continue
        last_start, last_end = start, end
    return longest
