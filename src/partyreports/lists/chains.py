"""Chains: markers that count on from one another.

A marker alone is nothing; one that follows its predecessor is a point. Markers of one shape form chains
(“1.” – “2.” – “3.”), word markers of both styles one chain (“Một là”, “Hai là”, “Thứ ba”). Several chains of one
shape may be open at a time: a “1.” list inside point “3.” of a “1.” list. Numbers are kept as printed: gaps and
repeats stay, and become notes.

    1. A.
    2. B.
    3. C, cụ thể:      chains: 1 2 3 4   (the outer one goes on with 4, which the inner one does not expect)
    1. X;                      1 2
    2. Y.
    4. D.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from partyreports.grammar.markers import Marker, Place
from partyreports.grammar.numbers import read_count
from partyreports.grammar.sentences import sentence_start
from partyreports.layout.article import Article
from partyreports.lists.indents import Indents
from partyreports.lists.quotations import Quotations
from partyreports.models import MarkerStyle
from partyreports.text.spans import Range

_FAR = 6000
"""Characters between two points beyond which both must begin lines and the second must be the next number."""
_GAP = 2
"""How many numbers may be missing between two points of a list."""
_HIGHEST = 99
"""Highest number with which a list may begin late: “100.” at the head of a line is a figure."""
_OPEN = 8
"""Chains of one shape that are open at a time: as many levels as lists may have."""
_CLAUSE_LINES = 4
"""Lines over which a list inside a sentence may run, where its line breaks are not its own."""


@dataclass(slots=True, eq=False)  # (one is looked for among others: by what it is, not by its many markers)
class Chain:
    """Markers that count on from one another."""

    markers: list[Marker]
    numbers: list[int]
    announced: int | None = None
    """How many points its introduction announces, where an open chain of the same shape makes that matter."""
    inside: bool = False
    """Whether something says that it stands inside the last point of the open chain below it."""

    @property
    def start(self) -> int:
        """Where its first marker begins."""
        return self.markers[0].start

    @property
    def last(self) -> Marker:
        """Its last marker."""
        return self.markers[-1]


@dataclass(slots=True)
class _Open:
    """What is open while markers are read."""

    by_key: dict[str, list[Chain]] = field(default_factory=dict)
    """Per shape the chains that may go on, the innermost last."""
    waiting: Marker | None = None
    """The last first ordinal behind a bare word: “Tôi yêu cầu thứ nhất …”."""


class Chains:
    """Finds the chains of an article.

    Args:
        article: the article.
        indents: how far its lines are indented.
        quotations: its quotations.
    """

    def __init__(self, article: Article, indents: Indents, quotations: Quotations) -> None:
        self._article = article
        self._source = article.source
        self._indents = indents
        self._quotations = quotations
        self._starts = [paragraph.start for paragraph in article.layout.body]
        self._previous: Marker | None = None

    def find(self, markers: tuple[Marker, ...]) -> list[Chain]:
        """Chains in the order of their first markers; most hold one marker."""
        open_chains = _Open()
        chains: list[Chain] = []
        for marker in markers:
            if marker.place is Place.WORD and marker.number == 1:
                open_chains.waiting = marker
                continue
            started = self._read(open_chains, marker)
            if started is not None:
                chains.append(started)
            self._previous = marker
        return sorted(chains, key=attrgetter("markers"))

    def _read(self, open_chains: _Open, marker: Marker) -> Chain | None:
        """Add a marker to the chain that it goes on with; the new chain if it begins one."""
        keys, first_number = _keys(marker), marker.number
        stacks = [open_chains.by_key[key] for key in keys if key in open_chains.by_key]
        for stack in stacks:
            if (chain := self._goes_on(stack, marker)) is not None:
                while stack[-1] is not chain:
                    del stack[-1]  # lists inside its last point end with it
                number = _number_after(chain.numbers[-1], marker)
                chain.markers.append(marker)
                chain.numbers.append(number)
                return None
        first = open_chains.waiting
        if first is not None and self._is_first_of(first, marker):
            open_chains.waiting = None
            chain = Chain([first, marker], [1, first_number])
        elif marker.place is not Place.WORD and (first_number == 1 or _may_start_late(marker)):
            chain = Chain([marker], [first_number])
        else:
            return None
        for stack in stacks:
            if stack:
                self._judge(chain, stack[-1])
                break
        for key in keys:
            stack = open_chains.by_key.setdefault(key, [])
            stack.append(chain)
            del stack[:-_OPEN]
        return chain

    def _is_first_of(self, first: Marker, marker: Marker) -> bool:
        """Whether a first ordinal behind a bare word opens the list that `marker` is the second of.

        “Nếu làm gần nhà một là ồn, hai là bụi.”
        """
        if marker.number != 2 or marker.shape != "word" or marker.style is not first.style:
            return False
        apart = self._paragraph(marker.start) - self._paragraph(first.start)
        return apart == 0 or (apart == 1 and marker.place >= Place.SENTENCE)

    def _judge(self, chain: Chain, below: Chain) -> None:
        """What says that a new chain stands inside the last point of an open one of the same shape."""
        first, point = chain.markers[0], below.markers[-1]
        colon = self._opening_sentence(point, first)
        quotation = self._quotations.around(first.start)
        chain.inside = (
            colon is not None
            or self._indents.deeper(first, point)
            or (quotation is not None and quotation != self._quotations.around(point.start))
        )
        chain.announced = None if colon is None else self._announced(colon)

    def _opening_sentence(self, point: Marker, first: Marker) -> Range | None:
        """The sentence ending in a colon by which the paragraph of a point's marker opens a list."""
        here = self._paragraph(point.start)
        if self._starts[here + 2 : here + 3] and self._starts[here + 2] <= first.start:
            return None  # (paragraphs stand between them)
        end = min(self._article.layout.body[here].end, first.start)
        before = self._source.trim(point.body, end)
        if before.end <= before.start or self._source.text[before.end - 1] != ":":
            return None
        start = sentence_start(self._source, max(before.start, before.end - _FAR), before.end)
        if point.place is not Place.LINE and start > before.start:
            return None  # “… báo cáo. Có hai việc nữa: một là …”: a point inside a line is over by then
        return Range(start, before.end)

    def _announced(self, sentence: Range) -> int | None:
        """The number of points that a sentence announces: “hai việc sau:”."""
        pattern = self._article.lexicon.compile(r"(?<![\w.,/–-])(?:{number}) +(?!{section.not_counted}(?!\w))[^\W\d_]")
        for match in pattern.finditer(self._source.folded, sentence.start, sentence.end):
            reading = read_count(self._source.folded, match.start())
            if reading is not None and 1 < reading.value <= _HIGHEST:
                return reading.value
        return None

    # --- going on

    def _goes_on(self, stack: list[Chain], marker: Marker) -> Chain | None:
        """The open chain that a marker goes on with.

        The innermost that expects just this number, unless it is said to be complete or the marker stands where
        the points of an outer one do; else the innermost that allows a gap or a repeat.
        """
        if not stack:
            return None
        numbers = marker.numbers
        next_of = [c for c in reversed(stack) if c.numbers[-1] + 1 in numbers and self._expects(c, marker)]
        for i, chain in enumerate(next_of):
            outer = next_of[i + 1] if i + 1 < len(next_of) else None
            if outer is not None and chain.inside and self._is_over(chain, outer, marker):
                continue
            if chain is stack[-1] or self._may_return(stack, chain, marker):
                return chain
        top = stack[-1]
        if self._repeats(top, marker) or self._skips(top, marker):
            return top
        return None

    def _expects(self, chain: Chain, marker: Marker) -> bool:
        """Whether a marker that says the next number of a chain stands where the chain may go on."""
        last = chain.markers[-1]
        if marker.place is Place.WORD:
            return marker.line == last.line and marker.style is last.style
        if marker.place is Place.CLAUSE and marker.line - last.line > (
            0 if last.place is Place.LINE else _CLAUSE_LINES
        ):
            return False
        if marker.start - last.body > _FAR:
            return marker.place is last.place is Place.LINE and marker.style is last.style
        return not self._is_shut_in(chain, marker)

    def _is_shut_in(self, chain: Chain, marker: Marker) -> bool:
        """Whether a chain began inside a quotation that is over where the marker stands."""
        quotation = self._quotations.around(chain.markers[0].start)
        if quotation is None or marker.start < quotation.end:
            return False
        return chain.inside and quotation == self._quotations.around(chain.last.start)

    def _is_over(self, chain: Chain, outer: Chain, marker: Marker) -> bool:
        """Whether an inner chain is complete where a marker would suit it as well as an outer one."""
        if self._indents.differ(chain.last, marker) and not self._indents.differ(outer.last, marker):
            return True
        if chain.announced is not None and chain.numbers[-1] >= chain.announced:
            return True
        # “1. X; 2. Y.”: semicolons between the points, and a full stop behind the last
        inner = chain.markers[1:][-_GAP:]
        return bool(inner) and self._before(marker) == "." and all(self._before(one) == ";" for one in inner)

    def _before(self, marker: Marker) -> str:
        """The last sign before a marker."""
        text = self._source.text
        at = marker.start - 1
        while at > 0 and (text[at].isspace() or text[at] in '-–—+*•”"“'):
            at -= 1
        return text[max(at, 0)]

    def _may_return(self, stack: list[Chain], chain: Chain, marker: Marker) -> bool:
        """Whether an outer chain may go on past the inner ones: they stand inside its last point."""
        above = stack[stack.index(chain) + 1]
        if above.inside or self._is_stray(above, chain, marker):
            return True
        # (a list that follows the point's own paragraph at once, and does not expect the number)
        return (
            marker.place is chain.last.place is Place.LINE
            and self._paragraph(above.start) - self._paragraph(chain.last.start) == 1
            and len(above.markers) > 1
        )

    def _is_stray(self, above: Chain, chain: Chain, marker: Marker) -> bool:
        """Whether what hides a chain is one number that stands less surely, or begins too late."""
        if len(above.markers) > 1 or marker.place is not Place.LINE:
            return False
        return above.numbers[0] > 1 or above.last.place < chain.last.place

    def _repeats(self, chain: Chain, marker: Marker) -> bool:
        """“1. A 1. B 1. C”, as Markdown has it, and a number that is printed twice."""
        last, number = chain.markers[-1], chain.numbers[-1]
        if number not in marker.numbers or marker.style is not last.style or _number_after(number, marker) != number:
            return False
        if marker.place is not Place.LINE or last.place is not Place.LINE:
            return False
        if marker.number > 1:
            return marker.start - last.body <= _FAR and not self._is_shut_in(chain, marker)
        return (
            set(chain.numbers) == {1}
            and self._previous is last
            and self._paragraph(marker.start) - self._paragraph(last.start) == 1
            and self._opening_sentence(last, marker) is None
            and not self._indents.differ(last, marker)
            and self._quotations.around(marker.start) == self._quotations.around(last.start)
        )

    def _skips(self, chain: Chain, marker: Marker) -> bool:
        """Numbers missing, where both markers begin lines: a stray “Ba là” in a sentence is no third point."""
        last = chain.markers[-1]
        step = _number_after(chain.numbers[-1], marker) - chain.numbers[-1]
        return (
            1 < step <= _GAP + 1
            and marker.place is last.place is Place.LINE
            and marker.shape != "bare"
            and marker.start - last.body <= _FAR
            and not self._is_shut_in(chain, marker)
            and not (chain.numbers[0] > 1 and len(chain.numbers) == 1)
        )

    def _paragraph(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1


def _keys(marker: Marker) -> tuple[str, ...]:
    """Shapes that a marker may continue. “i)” is roman or the letter after h."""
    shape = marker.shape
    if shape in {"word", "bare"}:
        return ("word",)
    if shape[0] in "iI(" and len(marker.numbers) > 1:
        return (shape, shape.replace("i", "a").replace("I", "A"))
    return (shape,)


def _number_after(last: int, marker: Marker) -> int:
    """The reading of `marker` that best counts on: the next number, else the first that is higher."""
    numbers = marker.numbers
    if last + 1 in numbers:
        return last + 1
    if len(numbers) == 1:
        return numbers[0]
    return next((number for number in numbers if number > last), marker.number)


def _may_start_late(marker: Marker) -> bool:
    """Whether a list may begin with a higher number than one: its first point unmarked, or cut out of a longer list."""
    if marker.number > _HIGHEST or marker.number < 1:
        return False
    if marker.style in {MarkerStyle.LA, MarkerStyle.THU}:
        return marker.place >= Place.SENTENCE
    return marker.place is Place.LINE


def is_list(chain: Chain) -> bool:
    """Whether a chain is a list: two markers, and where it begins late two that leave no doubt.

    “C. Mác” above “D. Ricardo” are initials, “XX.” above “XXI.” centuries.
    """
    if len(chain.markers) < 2:
        return False
    first = chain.markers[0]
    if chain.numbers[0] == 1 or first.style in {MarkerStyle.LA, MarkerStyle.THU, MarkerStyle.ARABIC}:
        return True
    if chain.numbers[1] != chain.numbers[0] + 1:
        return False
    return first.style is not MarkerStyle.LETTER or first.shape != "A." or len(chain.markers) > 2


@dataclass(slots=True, eq=False)
class Stretch:
    """Some markers in a row of one chain: what a border leaves of it, without a copy."""

    chain: Chain
    begin: int
    end: int

    @property
    def start(self) -> int:
        """Where its first marker begins."""
        return self.chain.markers[self.begin].start

    @property
    def last(self) -> Marker:
        """Its last marker."""
        return self.chain.markers[self.end - 1]

    @property
    def last_number(self) -> int:
        """The number of its last marker."""
        return self.chain.numbers[self.end - 1]

    def __len__(self) -> int:
        return self.end - self.begin

    def __iter__(self) -> Iterator[tuple[Marker, int]]:
        return zip(self.chain.markers[self.begin : self.end], self.chain.numbers[self.begin : self.end], strict=True)

    def cut(self, at: int) -> "tuple[Stretch, Stretch]":
        """The part before a position, and the part behind it."""
        middle = bisect_left(self.chain.markers, (at,), self.begin, self.end)
        return Stretch(self.chain, self.begin, middle), Stretch(self.chain, middle, self.end)
