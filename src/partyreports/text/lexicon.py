"""Vocabulary as data: every cue the rules know, with an id and an example.

The entries stand in `partyreports/data/lexicon/*.toml`, one file a subject:

    [[entry]]
    id = "chair.cue.chu_tri"
    forms = ["chủ trì"]
    example = "Đồng chí Nguyễn Văn An chủ trì hội nghị."

An entry belongs to the group that its id names up to the last dot (`chair.cue`), and to the groups above
it (`chair`). The order in a file means nothing. Forms are compared folded (lower case, new tone placement), so one
spelling is enough, unless the rule that reads the group looks at capitals. Three more keys where they are needed:

A word that several groups have is written once: an entry that `includes` groups or other entries has their forms,
too, with its own value, rank and flags. `words.toml` holds the groups that are there to be included.

`value` says what the forms mean where that is not the group itself: the number of a month, the kind of a meeting.
`_VALUES` lists the groups of which every entry has one, and what it may be.

`rank` says which entry wins where several of the group would do: the lowest.

`flags` say what else the rules of the group must know of the forms:
    bare           attendance.attending: too common to count people by, unless the meeting is named beside it
    common         person.family_name: so common that it marks a name by itself
    preposition    time.opens_date: stands before a date anywhere in a sentence
    quantified     section: announces a list only with a number or “các”, “một số” before it

Rules use a group in two ways: `Cues` knows where its forms stand in a text, and a pattern may hold its name in
braces (`{chair.cue}`), which `Lexicon.compile` replaces with all its forms.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from importlib import resources
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from partyreports.errors import LexiconError
from partyreports.language import Phrase, gettext_noop
from partyreports.models import MeetingFormat, MeetingKind, PartOfDay, Qualifier
from partyreports.text.patterns import expand
from partyreports.text.source import fold

_ID = r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$"
_NEAR_GROUPS = 3
"""Groups that an error suggests instead of one that no rule reads."""


class LexiconEntry(BaseModel):
    """One vocabulary entry.

    >>> LexiconEntry(id="section.task.viec_gap", forms=("việc gấp",), example="Ba việc gấp sau đây:").group
    'section.task'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, StringConstraints(pattern=_ID)] = Field(
        description="Dotted name; all but its last part is the group."
    )
    forms: tuple[Annotated[str, StringConstraints(min_length=1)], ...] = Field(
        default=(), description="Spellings. Entries of a lexicon hold those of the groups that they include, too."
    )
    includes: tuple[Annotated[str, StringConstraints(pattern=_ID)], ...] = Field(
        default=(), description="Groups and entries whose forms the entry has besides its own."
    )
    example: Annotated[str, StringConstraints(min_length=1)] = Field(
        description="A phrase that holds one of the forms."
    )
    value: str | int | None = Field(
        default=None, description="What the forms mean, where the group alone does not say."
    )
    flags: tuple[str, ...] = Field(
        default=(), description="What else the rules of the group must know of the forms: `quantified`, …"
    )
    rank: int = Field(default=0, description="Of several entries that would do, the lowest rank wins: `meeting.kind`.")
    note: str | None = Field(default=None, description="Where it was seen, what it is confused with.")

    @property
    def group(self) -> str:
        """Id without its last part."""
        return self.id.rpartition(".")[0]

    @model_validator(mode="after")
    def _sound(self) -> Self:
        for form in (*self.forms, self.example):
            if form != form.strip():
                raise ValueError(f"{form!r} has spaces at its edges")
            if not unicodedata.is_normalized("NFC", form):
                raise ValueError(f"{form!r} is not NFC")
        if not self.forms and not self.includes:
            raise ValueError("it needs forms, or groups that it includes")
        if self.forms and not self.has_example:  # (the lexicon asks for it of one that only includes)
            raise ValueError(f"the example {self.example!r} holds none of the forms")
        return self

    @property
    def has_example(self) -> bool:
        """Whether the example holds one of the forms."""
        folded = fold(self.example)
        return any(fold(form) in folded for form in self.forms)


class Lexicon:
    """An immutable set of entries, looked up by group.

    What is compiled from a lexicon is kept with it (the object hashes by identity).
    """

    def __init__(self, entries: Iterable[LexiconEntry]) -> None:
        self.entries: tuple[LexiconEntry, ...] = tuple(_with_included(tuple(entries)))
        groups: dict[str, list[LexiconEntry]] = {}
        ids: set[str] = set()
        for entry in self.entries:
            if entry.id in ids:
                raise LexiconError(
                    "two entries have the id {entry!r}; give the new one another last part", entry=entry.id
                )
            ids.add(entry.id)
            groups.setdefault(entry.group, []).append(entry)
        self._groups = {name: tuple(members) for name, members in groups.items()}
        for name, members in self._groups.items():
            _refuse_clashes(name, members)
            _refuse_values(name, members)
        self._flags = {flag for entry in self.entries for flag in entry.flags}
        self._with_below: dict[str, tuple[LexiconEntry, ...]] = {}
        self._forms: dict[str, tuple[str, ...]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._values: dict[str, Mapping[str, str | int]] = {}

    @classmethod
    def default(cls) -> "Lexicon":
        """The vocabulary that ships with the package."""
        return _default_lexicon()

    def extended(self, entries: Iterable[LexiconEntry | Mapping[str, Any]]) -> "Lexicon":
        """A new lexicon with further entries; this one is left as it is.

        Args:
            entries: `LexiconEntry` objects, or mappings with the same keys.

        Raises:
            LexiconError: an entry is malformed, its group is unknown, or its id or a form is taken.

        >>> own = {"id": "section.task.viec_gap", "forms": ["việc gấp"], "example": "Ba việc gấp sau đây:"}
        >>> Lexicon.default().extended([own]).forms("section.task")[-1]
        'việc gấp'
        """
        added = tuple(entry_of(entry) for entry in entries)
        for entry in added:
            if entry.group not in self._groups:
                near = get_close_matches(entry.group, self._groups, n=_NEAR_GROUPS) or sorted(self._groups)
                raise LexiconError(
                    "{entry!r}: no rule reads the group {group!r}; did you mean {near}? `Lexicon.default().groups` "
                    "names all groups",
                    entry=entry.id,
                    group=entry.group,
                    near=", ".join(near),
                )
            if unknown := set(entry.flags) - self._flags:
                known = ", ".join(sorted(self._flags))
                raise LexiconError(
                    "{entry!r}: no rule knows the flag {flag!r}; flags are {known}",
                    entry=entry.id,
                    flag=min(unknown),
                    known=known,
                )
        return Lexicon(self.entries + added)

    @property
    def groups(self) -> tuple[str, ...]:
        """Names of all groups."""
        return tuple(self._groups)

    def group(self, name: str) -> tuple[LexiconEntry, ...]:
        """Entries of a group and of the groups below it.

        Args:
            name: the group, `section.task`, or one above it, `section`.

        Raises:
            LexiconError: there is no such group.

        >>> Lexicon.default().group("meeting.kind")[0].forms
        ('giao ban',)
        """
        if (known := self._with_below.get(name)) is not None:
            return known
        found = self._groups.get(name, ())
        below = [entry for group, members in self._groups.items() if group.startswith(name + ".") for entry in members]
        if not found and not below:
            raise LexiconError("the lexicon has no group {name!r}", name=name)
        entries = self._with_below[name] = (*found, *below)
        return entries

    def forms(self, name: str) -> tuple[str, ...]:
        """All forms of a group as written, in file order.

        Args:
            name: as for `group`.

        Raises:
            LexiconError: there is no such group.

        >>> "nhiệm vụ" in Lexicon.default().forms("section.task")
        True
        """
        known = self._forms.get(name)
        if known is None:
            known = self._forms[name] = tuple(form for entry in self.group(name) for form in entry.forms)
        return known

    def compile(self, pattern: str) -> "re.Pattern[str]":
        r"""A pattern for folded text, in which names in braces stand for groups and for the terms of `text.patterns`.

        The compiled pattern is kept.

        Args:
            pattern: a regular expression; braces of quantifiers (`{2,4}`) stay as they are.

        Raises:
            LexiconError: a name in braces is no group and no term.

        >>> Lexicon.default().compile(r"{meeting.noun}(?!\w) (?:quý|năm) {year}").match("hội nghị năm 2020")[0]
        'hội nghị năm 2020'
        """
        if pattern not in self._patterns:
            self._patterns[pattern] = re.compile(expand(pattern, self.forms))
        return self._patterns[pattern]

    def values(self, name: str) -> Mapping[str, str | int]:
        """What the forms of a group mean: the value of each by its folded form; forms without a value are left out.

        Args:
            name: as for `group`.

        Raises:
            LexiconError: there is no such group.

        >>> Lexicon.default().values("meeting.kind")["sơ kết"]
        'so_ket'
        """
        known = self._values.get(name)
        if known is None:
            valued = [(entry, entry.value) for entry in self.group(name) if entry.value is not None]
            known = self._values[name] = {fold(form): value for entry, value in valued for form in entry.forms}
        return known


def entry_of(raw: LexiconEntry | Mapping[str, Any]) -> LexiconEntry:
    """An entry, from itself or from a mapping with its keys.

    Raises:
        LexiconError: it does not validate.
    """
    if isinstance(raw, LexiconEntry):
        return raw
    try:
        return LexiconEntry.model_validate(raw)
    except ValidationError as error:
        reasons = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'entry'}: {e['msg']}" for e in error.errors())
        name = raw.get("id") if isinstance(raw, Mapping) else None
        raise LexiconError("lexicon entry {name!r}: {reasons}", name=name, reasons=reasons) from error


def _with_included(entries: tuple[LexiconEntry, ...]) -> Iterator[LexiconEntry]:
    """The entries, each with the forms of the groups and entries that it includes."""
    named: dict[str, list[LexiconEntry]] = {}
    for entry in entries:
        parts = entry.id.split(".")
        for end in range(1, len(parts) + 1):  # its own name, its group, and the groups above
            named.setdefault(".".join(parts[:end]), []).append(entry)
    for entry in entries:
        if entry.includes:
            full = entry.model_copy(update={"forms": tuple(dict.fromkeys(_forms_of(entry, named, ())))})
            if not entry.forms and not full.has_example:
                raise LexiconError(
                    "{entry!r}: the example {example!r} holds none of the forms", entry=entry.id, example=entry.example
                )
            yield full
        else:
            yield entry


def _forms_of(
    entry: LexiconEntry, named: Mapping[str, list[LexiconEntry]], includers: tuple[str, ...]
) -> Iterator[str]:
    if entry.id in includers:
        raise LexiconError(
            "{entry!r} includes itself: {chain}", entry=entry.id, chain=" → ".join((*includers, entry.id))
        )
    yield from entry.forms
    for name in entry.includes:
        if name not in named:
            raise LexiconError("{entry!r} includes {name!r}, which is not there", entry=entry.id, name=name)
        for other in named[name]:
            yield from _forms_of(other, named, (*includers, entry.id))


def _refuse_clashes(group: str, members: Iterable[LexiconEntry]) -> None:
    owners: dict[str, str] = {}
    for entry in members:
        for form in entry.forms:
            # Some groups look at capitals, so only the exact spelling clashes.
            if (other := owners.setdefault(form, entry.id)) != entry.id:
                raise LexiconError(
                    "{entry!r} and {other!r} of group {group!r} both claim {form!r}",
                    entry=entry.id,
                    other=other,
                    group=group,
                    form=form,
                )


_ANY_TEXT = None
_VALUES: dict[str, frozenset[str] | range | None] = {
    "meeting.kind": frozenset(MeetingKind),
    "meeting.format": frozenset(MeetingFormat),
    "attendance.qualifier": frozenset(Qualifier),
    "time.part_of_day": frozenset(PartOfDay),
    "time.now": range(32),  # days back from the day of publication
    "dateline.half_day": frozenset({"am", "pm"}),
    "dateline.month": range(1, 13),
    "citation.type": _ANY_TEXT,
    "citation.code": _ANY_TEXT,
}
"""Groups (with those below them) of which every entry must have a value, and what it may be."""


def _refuse_values(group: str, members: Iterable[LexiconEntry]) -> None:
    """Refuse an entry without the value that rules of its group read, or with another one."""
    name = next((name for name in _VALUES if f"{group}.".startswith(f"{name}.")), None)
    if name is None:
        return
    allowed = _VALUES[name]
    for entry in members:
        if isinstance(entry.value, str) if allowed is _ANY_TEXT else entry.value in allowed:
            continue
        wanted = Phrase(gettext_noop("a text")) if allowed is _ANY_TEXT else " or ".join(map(str, sorted(allowed)))
        raise LexiconError(
            "{entry!r}: entries of {group!r} need a value: {wanted}, not {value!r}",
            entry=entry.id,
            group=group,
            wanted=wanted,
            value=entry.value,
        )


@lru_cache(maxsize=1)
def _default_lexicon() -> Lexicon:
    folder = resources.files("partyreports") / "data" / "lexicon"
    entries: list[LexiconEntry] = []
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if not file.name.endswith(".toml"):
            continue
        try:
            document = tomllib.loads(file.read_text(encoding="utf-8"))
            entries.extend(entry_of(raw) for raw in document["entry"])
        except (tomllib.TOMLDecodeError, KeyError, LexiconError) as error:
            raise LexiconError("{file}: {reason}", file=file.name, reason=error) from error
    return Lexicon(entries)
