"""The one scan: where the vocabulary stands in a text.

Every form of the lexicon is looked for in a single pass (Aho–Corasick). Rules then ask for the cues of a group
inside a stretch, before a place, or after one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from functools import lru_cache, partial
from itertools import chain
from operator import itemgetter
from sys import maxsize
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from partyreports.errors import LexiconError
from partyreports.text.lexicon import Lexicon, LexiconEntry
from partyreports.text.source import SourceText, as_spaced, fold
from partyreports.text.spans import Range

NOT_SCANNED = (
    # compared with words that `grammar.names` finds by their capitals
    *("person.family_name", "person.middle_name", "person.not_a_name"),
    "word",  # made for other groups, which include it
    # of the groups that are only named in patterns, those with the most words, or with short ones that begin others
    *("citation.after_issuer", "citation.after_number", "citation.centre", "citation.code", "citation.party"),
    *("footer.list_opener", "footer.list_item", "footer.list_which"),
    *("dateline.half_day", "dateline.month", "dateline.month_sign", "section.not_counted", "time.month_name"),
)
"""Groups that rules never ask the scan for, with the groups below them."""


def is_scanned(group: str) -> bool:
    """Whether the scan looks for the forms of a group."""
    return not any(f"{group}.".startswith(f"{name}.") for name in NOT_SCANNED)


class Cue(NamedTuple):
    """A form of the vocabulary at its place, whole words. Offsets count in the analysed text."""

    start: int
    end: int
    entry: LexiconEntry

    @property
    def value(self) -> str | int | None:
        """What the form means, where its group alone does not say."""
        return self.entry.value


_Place = tuple[int, int, int]
"""Number of a form, where it begins, and one more than where it ends."""


class _Members(NamedTuple):
    """What belongs to a group."""

    entries: Mapping[int, LexiconEntry]
    """Its entries, by the number of the form."""
    first: int
    """Its number, or that of the first group below it where it has no forms itself."""
    others: tuple[int, ...]
    """Those of the other groups below it."""


class _Scanner:
    """The forms of one lexicon as one automaton."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._count = len(lexicon.groups)
        self._members: dict[str, _Members] = {}
        self._numbers: dict[str, int] = {}
        groups = {group: number for number, group in enumerate(lexicon.groups)}
        groups_of: dict[str, set[int]] = {}
        scanned = set(filter(is_scanned, groups))
        for entry in lexicon.entries:
            if entry.group in scanned:
                for form in map(_folded, entry.forms):
                    self._numbers.setdefault(form, len(self._numbers))
                    groups_of.setdefault(form, set()).add(groups[entry.group])
        forms = list(self._numbers)
        self._groups_of = [tuple(groups_of[form]) for form in forms]
        # What a match does not say: whether a word may not go on behind a form, and whether the text has the form's
        # own signs, which the automaton is shown as spaces.
        self._ends_in_word = [form[-1].isalnum() for form in forms]
        self._with_signs = [None if form.isalnum() else form for form in forms]
        # A space in front, so that a form is only found where a word begins; `SourceText.spaced` has one there.
        self._automaton = AhoCorasick([" " + as_spaced(form) for form in forms] or ["\0"])

    def members(self, name: str) -> "_Members":
        """What belongs to a group.

        Raises:
            LexiconError: there is no such group, or it is not scanned.
        """
        members = self._members.get(name)
        if members is None:
            entries = [entry for entry in self._lexicon.group(name) if is_scanned(entry.group)]
            if not entries:
                raise LexiconError(
                    "the scan does not look for {name!r}: see partyreports.text.cues.NOT_SCANNED", name=name
                )
            first, *others = (i for i, group in enumerate(self._lexicon.groups) if f"{group}.".startswith(f"{name}."))
            numbers = {self._numbers[_folded(form)]: entry for entry in entries for form in entry.forms}
            members = _Members(numbers, first, tuple(others))
            self._members[name] = members  # (two threads would write the same)
        return members

    def places(self, spaced: str, folded: str) -> list[list[_Place]]:
        """Where forms of each group stand, those of groups below it aside, in the order of their ends."""
        try:
            matches = self._automaton.find_matches_as_indexes(spaced, overlapping=True)
        except UnicodeEncodeError:  # a lone surrogate, which no form holds
            plain = spaced.encode("utf-8", "replace").decode("utf-8")
            matches = self._automaton.find_matches_as_indexes(plain, overlapping=True)
        found: list[list[_Place]] = [[] for _ in range(self._count)]
        ends_in_word, with_signs, groups_of = self._ends_in_word, self._with_signs, self._groups_of
        spaced += " "
        for place in matches:
            number, start, after = place
            # (The spaced text is one character further on: the form begins at `start`, and ends before `after - 1`.)
            if (behind := spaced[after]) not in _BEHIND_WORDS and behind.isalnum() and ends_in_word[number]:
                continue
            form = with_signs[number]
            if form is None or folded.startswith(form, start):
                for group in groups_of[number]:
                    found[group].append(place)
        return found


def _folded(form: str) -> str:
    return fold(" ".join(form.split()))


_BEHIND_WORDS = frozenset(" ,.;:)”")
"""What mostly stands behind a word: known without asking whether it is a letter."""


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
        self._by_start = _ByPlace(self._groups, 1)
        self._by_end = _ByPlace(self._groups, 2)
        self._starts: dict[tuple[str, ...], Starts] = {}
        self._heads: dict[tuple[str, ...], Set[int]] = {}
        self._ends: dict[tuple[str, ...], Set[int]] = {}
        self._indexes: dict[tuple[str, ...], CueIndex] = {}

    def index(self, groups: tuple[str, ...]) -> "CueIndex":
        """Which of some groups have cues where; kept."""
        known = self._indexes.get(groups)
        if known is None:
            known = self._indexes[groups] = CueIndex({group: self._groups.raw_starts(group) for group in groups})
        return known

    def of(self, group: str) -> Sequence[Cue]:
        """Cues of a group, in reading order, none inside another."""
        places, _, entries = self._groups[group]
        return [_cue(place, entries) for place in places]

    def has(self, group: str) -> bool:
        """Whether a cue of a group stands anywhere: asked before many stretches are, for most groups have none."""
        return bool(self._groups[group].places)

    def starts(self, groups: tuple[str, ...]) -> "Starts":
        """Where cues of some groups begin; kept."""
        known = self._starts.get(groups)
        if known is None:
            starts = chain.from_iterable(self._groups[group].starts[:-1] for group in groups)
            known = self._starts[groups] = Starts(starts)
        return known

    def heads(self, groups: tuple[str, ...]) -> Set[int]:
        """Where cues of some groups begin, as a set: for those who ask of single places; kept."""
        if groups not in self._heads:
            self._heads[groups] = {place[1] for group in groups for place in self._groups[group].places}
        return self._heads[groups]

    def ends(self, groups: tuple[str, ...]) -> Set[int]:
        """Where cues of some groups end, as a set; kept."""
        if groups not in self._ends:
            self._ends[groups] = {place[2] - 1 for group in groups for place in self._groups[group].places}
        return self._ends[groups]

    def within(self, group: str, start: int, end: int) -> Sequence[Cue]:
        """Cues of a group that lie in `[start, end)` as a whole."""
        places, starts, entries = self._groups[group]
        if not places:
            return ()
        first = bisect_left(starts, start)
        if starts[first] >= end:
            return ()
        last = bisect_left(starts, end, first)
        while last > first and places[last - 1][2] - 1 > end:
            last -= 1
        return [_cue(place, entries) for place in places[first:last]]

    def any_within(self, group: str, start: int, end: int) -> bool:
        """Whether a cue of a group lies in `[start, end)`."""
        places, starts, _ = self._groups[group]
        if not places:
            return False
        i = bisect_left(starts, start)
        # (None lies inside another, so that the first to begin is the first to end.)
        return starts[i] < end and places[i][2] - 1 <= end

    def any_of_within(self, groups: Iterable[str], start: int, end: int) -> bool:
        """Whether a cue of one of some groups lies in `[start, end)`."""
        for group in groups:  # noqa: SIM110  (asked for every rule and stretch: a generator costs half as much again)
            if self.any_within(group, start, end):
                return True
        return False

    def first_within(self, group: str, start: int, end: int) -> Cue | None:
        """The first cue of a group in `[start, end)`."""
        places, starts, entries = self._groups[group]
        if not places:
            return None
        i = bisect_left(starts, start)
        return _cue(places[i], entries) if starts[i] < end and places[i][2] - 1 <= end else None

    def last_within(self, group: str, start: int, end: int) -> Cue | None:
        """The last cue of a group in `[start, end)`."""
        places, starts, entries = self._groups[group]
        if not places:
            return None
        i = bisect_left(starts, end) - 1
        while i >= 0 and places[i][2] - 1 > end:
            i -= 1
        return _cue(places[i], entries) if i >= 0 and starts[i] >= start else None

    def at(self, group: str, position: int) -> Cue | None:
        """The cue of a group that begins at `position`."""
        places = self._by_start[group]
        if position not in places:
            return None
        number, start, after = places[position]
        return _cue_of((start, after - 1, self._groups[group].entries[number]))

    def ending_at(self, group: str, position: int) -> Cue | None:
        """The cue of a group that ends at `position`, or before the spaces that stand before it."""
        places = self._by_end[group]
        if not places:
            return None
        folded = self._folded
        while position > 0 and folded[position - 1] == " ":
            position -= 1
        return _cue(places[position + 1], self._groups[group].entries) if position + 1 in places else None


_end = itemgetter(1)


class Starts:
    """Where some words begin: for those who ask of many stretches whether one of the words stands there.

    What is read line by line, or sentence by sentence, has them in few of them.
    """

    def __init__(self, starts: Iterable[int]) -> None:
        self._starts = [*sorted(set(starts)), maxsize]

    def any_in(self, stretch: tuple[int, int]) -> bool:
        """Whether one begins in `[start, end)`."""
        start, end = stretch
        return self._starts[bisect_left(self._starts, start)] < end

    def among(self, stretches: Iterable[Range]) -> set[Range]:
        """Those of some stretches, none inside another, in which one begins.

        It costs no more than there are such words: of many lines most are not looked at.
        """
        ordered, starts = sorted(stretches), self._starts
        found: set[Range] = set()
        last_end = ordered[-1].end if ordered else 0
        i = j = 0
        while (start := starts[j]) < last_end:
            i = bisect_right(ordered, start, i, key=_end)  # the first that ends behind it
            one = ordered[i]
            if one.start <= start:
                found.add(one)
            j = bisect_left(starts, one.end if one.start <= start else one.start, j)
        return found


class CueIndex(Starts):
    """Where forms of some groups begin, by place: a stretch is asked once which groups it has forms of.

    A form inside a longer one of its group counts too: what a stretch has no form of, it has no cue of.
    """

    def __init__(self, starts: Mapping[str, Iterable[int]]) -> None:
        places = sorted([(start, group) for group, those in starts.items() for start in those])
        self._starts = [*[start for start, _ in places], maxsize]
        self._groups = [group for _, group in places]

    def groups_in(self, start: int, end: int) -> Collection[str]:
        """The groups of which a form begins in `[start, end)`, those with several named as often."""
        return self._groups[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


class _Group(NamedTuple):
    """The cues of a group in reading order: most are never asked for, and need not be made."""

    places: Sequence[_Place]
    starts: Sequence[int]
    """Where they begin, to bisect in; a number behind the last that none lies behind."""
    entries: Mapping[int, LexiconEntry]
    """Of the group, by the number of the form."""


def _cue(place: _Place, entries: Mapping[int, LexiconEntry]) -> Cue:
    number, start, after = place
    return _cue_of((start, after - 1, entries[number]))


class _Groups(dict[str, _Group]):
    """The cues of one text by group, put together when a group is first asked for."""

    def __init__(self, scanner: _Scanner, source: SourceText) -> None:
        super().__init__()
        self._scanner = scanner
        self._places = scanner.places(source.spaced, source.folded)

    def __missing__(self, group: str) -> _Group:
        entries, first, others = self._scanner.members(group)
        places = self._places[first]
        if others:
            places = sorted({*places, *chain.from_iterable(map(self._places.__getitem__, others))}, key=itemgetter(2))
        known = self[group] = _Group(*_longest(places), entries) if places else _NO_CUES
        return known

    def raw_starts(self, group: str) -> list[int]:
        """Where forms of a group begin, those inside longer ones too, in no order."""
        _, first, others = self._scanner.members(group)
        return [start for number in (first, *others) for _, start, _ in self._places[number]]


class _ByPlace(dict[str, Mapping[int, _Place]]):
    """The cues of one text by group and by one number of their places, gathered when a group is first asked for."""

    def __init__(self, groups: _Groups, number: int) -> None:
        super().__init__()
        self._groups = groups
        self._number = number

    def __missing__(self, group: str) -> Mapping[int, _Place]:
        number = self._number
        known = self[group] = {place[number]: place for place in self._groups[group].places}
        return known


# Half the price of calling the class.
_cue_of: Callable[[tuple[int, int, LexiconEntry]], Cue] = partial(tuple.__new__, Cue)
_NO_CUES = _Group((), (maxsize,), {})


def _longest(places: list[_Place]) -> tuple[list[_Place], list[int]]:
    """Of places with one start the longest, and none that begins inside the one before it; and where they begin.

    Args:
        places: in the order of their ends.
    """
    longest: list[_Place] = []
    starts: list[int] = []
    last_end = 0
    for place in places:
        _, start, after = place
        if start < last_end:
            # What lies inside this one goes, unless this one begins inside yet another.
            kept = bisect_left(starts, start)
            if kept == len(starts) or (kept and longest[kept - 1][2] - 1 > start):
                continue
            del longest[kept:], starts[kept:]
        longest.append(place)
        starts.append(start)
        last_end = after - 1
    starts.append(maxsize)
    return longest, starts
