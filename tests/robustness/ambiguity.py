"""Finds regular expressions that can take more than linear time.

Python's engine tries alternatives one after the other and goes back when what follows fails. That costs time out of
proportion where a stretch can be matched in many ways. Refused here:

- a repeat whose body can be empty;
- a repeat inside a repeat, where what ends the inner one can also go on with it (`(?:a+ ?)*`);
- alternatives inside a repeat of which one can begin like the other (`(?:chủ|chủ tịch)*`);
- two repeats side by side over the same characters (`[^.]*\\s*`);
- a repeat without bound that a failed match has run through, in whose run the next match can begin (`theo [^)]*\\)`).

Repeats count with their bounds: what is tried a few times at most is let pass. Possessive repeats and atomic groups give
nothing back, and end a search for ambiguity.

    >>> [any("inside a repeat" in one for one in findings(source)) for source in (r"(?:\\w+ ?)+!", r"(?:\\w+ )+!")]
    [True, False]
"""

import re
import re._constants as constants
import re._parser as parser
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

_UNBOUNDED = 1000
"""Repeats with this bound or a larger one count as unbounded."""
_NESTED = 32
"""How often an ambiguous repeat may be tried: its own bound times those of the repeats around it."""
_ADJACENT = 40
"""In how many ways two repeats side by side may share a run."""
_PREFIX = 8
"""Characters by which alternatives are told apart."""
_MOST_PREFIXES = 400

ALPHABET = frozenset(
    "".join(map(chr, range(0x20, 0x7F)))
    + "\t\n\r\u00a0\u200b\u00adÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýăĂđĐĩĨũŨơƠưƯ"
    + "".join(map(chr, range(0x1EA0, 0x1EFA)))
    + "“”‘’«»–—…•·●◦▪➤✓\uf0b7►→›²٣é\U0001f449"
)
"""The characters that classes are compared on."""

Items = Any
"""A parsed sequence: pairs of an operation and its argument."""
Chars = frozenset[str]
Prefix = tuple[Chars, ...]
"""How a match can begin: sets of characters, one behind the other. A short one ends there."""
_NONE: Chars = frozenset()
_END: list[Prefix] = []

_REPEATS = {constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT}
_ZERO_WIDTH = {constants.AT, constants.ASSERT, constants.ASSERT_NOT}


def findings(pattern: str, flags: int = 0, *, single_spaces: bool = False) -> list[str]:
    """What makes a pattern ambiguous; an empty list for one that is linear.

    Args:
        pattern: regex source.
        flags: those it is compiled with.
        single_spaces: whether it reads text without two spaces in a row, such as the analysed text.
    """
    parsed = parser.parse(pattern, flags)
    check = _Check(flags | parsed.state.flags, single_spaces=single_spaces)
    check.sequence(list(parsed), _END, [])
    check.restarts(list(parsed))
    return sorted(set(check.found))


class _Outer(NamedTuple):
    """A repeat that stands around."""

    most: int
    shown: str


class _Check:
    def __init__(self, flags: int, *, single_spaces: bool) -> None:
        self.flags = flags
        self.single_spaces = single_spaces
        self.found: list[str] = []

    # --- what items match

    def chars(self, op: Any, arg: Any) -> Chars:
        """The characters that an operation for one character matches."""
        return _chars(_source([(op, arg)]), self.flags & (re.IGNORECASE | re.DOTALL))

    def most(self, arg: Any) -> int:
        """How often a repeat can repeat."""
        if self.single_spaces and len(arg[2]) == 1 and self.first(arg[2]) == {" "}:
            return 1
        return int(arg[1])

    def nullable(self, items: Items) -> bool:
        """Whether a sequence can match nothing."""
        return all(self._nullable(op, arg) for op, arg in items)

    def _nullable(self, op: Any, arg: Any) -> bool:
        if op in _ZERO_WIDTH or op is constants.GROUPREF:
            return True
        if op in _REPEATS:
            return bool(arg[0] == 0) or self.nullable(arg[2])
        if op is constants.BRANCH:
            return any(self.nullable(branch) for branch in arg[1])
        inner = _inner(op, arg)
        return inner is not None and self.nullable(inner)

    def first(self, items: Items) -> Chars:
        """The characters that a match of a sequence can begin with."""
        return frozenset().union(*(prefix[0] for prefix in self.prefixes(items, 1) if prefix))

    def prefixes(self, items: Items, room: int = _PREFIX) -> list[Prefix]:
        """How a match of a sequence can begin."""
        found: list[Prefix] = [()]
        for op, arg in items:
            if all(len(prefix) >= room for prefix in found):
                break
            found = _joined(found, self._prefixes(op, arg, room), room)
        return found

    def _prefixes(self, op: Any, arg: Any, room: int) -> list[Prefix]:
        if op in _ZERO_WIDTH:
            return [()]
        if op is constants.GROUPREF:
            return [(ALPHABET,)]
        if op in _REPEATS:
            body = self.prefixes(arg[2], room)
            found: list[Prefix] = [()] if arg[0] == 0 else []
            grown: list[Prefix] = [()]
            for count in range(1, min(self.most(arg), room) + 1):
                grown = _joined(grown, body, room)
                if count >= arg[0] or count == room:
                    found += grown
            return _few(found or grown)
        if op is constants.BRANCH:
            return _few([prefix for branch in arg[1] for prefix in self.prefixes(branch, room)])
        inner = _inner(op, arg)
        return self.prefixes(inner, room) if inner is not None else [(self.chars(op, arg),)]

    # --- ambiguity

    def sequence(self, items: Items, follow: list[Prefix], outer: list[_Outer]) -> None:
        """Look through a sequence, inside some repeats, that what begins as one of `follow` can come behind."""
        for i, (op, arg) in enumerate(items):
            # (What follows a repeat matters inside another one only.)
            behind = _joined(self.prefixes(items[i + 1 :]), follow or [()], _PREFIX) if outer else _END
            if op in _REPEATS:
                self._repeat(op, arg, behind, outer)
                self._adjacent(op, arg, items[i + 1 :])
            elif op is constants.BRANCH:
                self._alternatives(arg[1], behind, outer)
                for branch in arg[1]:
                    self.sequence(list(branch), behind, outer)
            elif op in {constants.ASSERT, constants.ASSERT_NOT}:
                self.sequence(list(arg[1]), _END, [])
            elif op is constants.ATOMIC_GROUP:
                self.sequence(list(arg), _END, [])
            elif (inner := _inner(op, arg)) is not None:
                self.sequence(list(inner), behind, outer)

    def _repeat(self, op: Any, arg: Any, behind: list[Prefix], outer: list[_Outer]) -> None:
        least, most, body = arg[0], self.most(arg), list(arg[2])
        shown = _source([(op, arg)])
        if most > 1 and self.nullable(body):
            self.found.append(f"what is repeated can be empty: {shown}")
        possessive = op is constants.POSSESSIVE_REPEAT
        begins = self.prefixes(body)
        tries = most
        for around in outer:
            tries *= around.most
        if outer and least != most and not possessive and tries > _NESTED and _overlap(begins, behind):
            self.found.append(f"what ends a repeat inside a repeat can go on with it: {shown} in {outer[-1].shown}")
        if possessive:
            self.sequence(body, _END, [])
        elif most > 1:
            self.sequence(body, _few([*begins, *behind]), [*outer, _Outer(most, shown)])
        else:
            self.sequence(body, behind, outer)

    def _alternatives(self, branches: Iterable[Items], behind: list[Prefix], outer: list[_Outer]) -> None:
        tries = 1
        for around in outer:
            tries *= around.most
        if tries <= _NESTED:
            return
        seen: list[Prefix] = []
        for branch in branches:
            begins = _joined(self.prefixes(branch), behind or [()], _PREFIX)
            if _overlap(begins, seen):
                self.found.append(f"alternatives inside a repeat begin alike: {outer[-1].shown}")
                return
            seen += begins

    def _adjacent(self, op: Any, arg: Any, rest: Items) -> None:
        if op is constants.POSSESSIVE_REPEAT or arg[0] == arg[1]:
            return
        mine = self.prefixes(arg[2])
        for other_op, other_arg in _flat(rest):
            if other_op in _REPEATS and other_arg[0] != other_arg[1]:
                ways = min(self.most(arg), self.most(other_arg))
                if ways > _ADJACENT and _overlap(mine, self.prefixes(other_arg[2])):
                    shown = _source([(op, arg)]), _source([(other_op, other_arg)])
                    self.found.append(f"two repeats side by side share characters: {shown[0]} and {shown[1]}")
            if not self._nullable(other_op, other_arg):
                break

    # --- restarts

    def restarts(self, items: Items) -> None:
        """Look for repeats without bound that a match which fails has run through for nothing."""
        before: list[Chars] = []
        behind: list[tuple[Chars, bool]] = []  # what may or may not stand before a match
        flat = list(_flat(items))
        for i, (op, arg) in enumerate(flat):
            if op in {constants.ASSERT, constants.ASSERT_NOT} and arg[0] < 0 and not before and len(arg[1]) == 1:
                behind.append((self.first(arg[1]), op is constants.ASSERT))
            if op in _REPEATS and self.most(arg) >= _UNBOUNDED and (len(arg[2]) == 1 or not before):
                run = self.first(arg[2])
                barred = any(not run & chars if wanted else run <= chars for chars, wanted in behind)
                if not barred and self._can_fail(flat[i + 1 :]) and all(run & chars for chars in before):
                    shown = _source([(op, arg)])
                    self.found.append(f"a match that fails has run through what the next one begins in: {shown}")
            if op is constants.AT and arg in {constants.AT_BEGINNING, constants.AT_BEGINNING_STRING}:
                return
            if not self._nullable(op, arg):
                before.append(self.first([(op, arg)]))

    def _can_fail(self, rest: Items) -> bool:
        looks = {constants.ASSERT, constants.ASSERT_NOT, constants.AT}
        return not self.nullable(rest) or any(op in looks for op, _ in rest)


def _joined(heads: list[Prefix], tails: list[Prefix], room: int) -> list[Prefix]:
    """Every head that has room left before every tail."""
    grown = [head for head in heads if len(head) >= room]
    grown += [(head + tail)[:room] for head in heads if len(head) < room for tail in tails]
    return _few(grown)


def _few(prefixes: list[Prefix]) -> list[Prefix]:
    """No prefix twice; shorter ones where they are too many (which tells less apart, and never too much)."""
    for room in (_PREFIX, 4, 2, 1):
        prefixes = list(dict.fromkeys(prefix[:room] for prefix in prefixes))
        if len(prefixes) <= _MOST_PREFIXES:
            break
    return prefixes


def _overlap(some: list[Prefix], others: list[Prefix]) -> bool:
    """Whether one text can begin in both ways."""
    return any(a and b and all(x & y for x, y in zip(a, b, strict=False)) for a in some for b in others)


def _flat(items: Items) -> Iterator[tuple[Any, Any]]:
    """A sequence with its plain groups opened."""
    for op, arg in items:
        if op is constants.SUBPATTERN:
            yield from _flat(arg[3])
        elif op is constants.ATOMIC_GROUP:
            yield from _flat(arg)
        else:
            yield op, arg


def _inner(op: Any, arg: Any) -> Items | None:
    if op is constants.SUBPATTERN:
        return arg[3]
    if op is constants.ATOMIC_GROUP:
        return arg
    return None


@lru_cache(maxsize=4096)
def _chars(source: str, flags: int) -> Chars:
    pattern = re.compile(source, flags)
    return frozenset(char for char in ALPHABET if pattern.fullmatch(char))


# --- regex source of parsed items, for messages and for classes


_CATEGORIES = {
    constants.CATEGORY_DIGIT: r"\d",
    constants.CATEGORY_NOT_DIGIT: r"\D",
    constants.CATEGORY_SPACE: r"\s",
    constants.CATEGORY_NOT_SPACE: r"\S",
    constants.CATEGORY_WORD: r"\w",
    constants.CATEGORY_NOT_WORD: r"\W",
}
_SIGNS = {constants.MAX_REPEAT: "", constants.MIN_REPEAT: "?", constants.POSSESSIVE_REPEAT: "+"}


def _source(items: Items) -> str:
    return "".join(_one_source(op, arg) for op, arg in items)


def _one_source(op: Any, arg: Any) -> str:  # noqa: PLR0911 (one line for each operation)
    if op is constants.LITERAL:
        return re.escape(chr(arg))
    if op is constants.NOT_LITERAL:
        return f"[^{re.escape(chr(arg))}]"
    if op is constants.ANY:
        return "."
    if op is constants.IN:
        if len(arg) == 1 and arg[0][0] is constants.CATEGORY:
            return _CATEGORIES[arg[0][1]]
        return f"[{''.join(map(_member_source, arg))}]"
    if op in _REPEATS:
        least, most, body = arg
        shown = _source(body)
        if len(body) > 1 or body[0][0] not in {constants.LITERAL, constants.NOT_LITERAL, constants.ANY, constants.IN}:
            shown = shown if shown.startswith("(?:") and len(body) == 1 else f"(?:{shown})"
        unlimited = most is constants.MAXREPEAT
        count = f"{{{least},{'' if unlimited else most}}}"
        known = {"{0,}": "*", "{1,}": "+", "{0,1}": "?"}
        return shown + known.get(count, count) + _SIGNS[op]
    if op is constants.BRANCH:
        return f"(?:{'|'.join(map(_source, arg[1]))})"
    inner = _inner(op, arg)
    if inner is not None:
        shown = _source(inner)
        return shown if shown.startswith("(?:") and len(inner) == 1 else f"(?:{shown})"
    return ""


def _member_source(member: tuple[Any, Any]) -> str:
    op, arg = member
    if op is constants.NEGATE:
        return "^"
    if op is constants.RANGE:
        return f"{re.escape(chr(arg[0]))}-{re.escape(chr(arg[1]))}"
    if op is constants.CATEGORY:
        return _CATEGORIES[arg]
    return re.escape(chr(arg))
