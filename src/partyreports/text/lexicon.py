"""Vocabulary as data: every cue the rules know, with an id and an example.

The entries stand in `partyreports/data/lexicon/*.toml`, one file a subject:

    [[entry]]
    id = "chair.cue.chu_tri"
    forms = ["chủ trì"]
    example = "Đồng chí Nguyễn Văn An chủ trì hội nghị."

An entry belongs to the group that its id names up to the last dot (`chair.cue`). `value` says what
the forms mean where that is not the group itself (a number, an enum member). Forms are compared
folded (lower case, new tone placement), so one spelling is enough, unless the rule that reads the
group looks at capitals.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from partyreports.errors import LexiconError
from partyreports.text.source import fold

_ID = r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$"


class LexiconEntry(BaseModel):
    """One vocabulary entry.

    >>> LexiconEntry(id="section.task.viec_gap", forms=("việc gấp",), example="Ba việc gấp sau đây:").group
    'section.task'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, StringConstraints(pattern=_ID)] = Field(
        description="Dotted name; all but its last part is the group."
    )
    forms: tuple[Annotated[str, StringConstraints(min_length=1)], ...] = Field(min_length=1, description="Spellings.")
    example: Annotated[str, StringConstraints(min_length=1)] = Field(
        description="A phrase that holds one of the forms."
    )
    value: str | int | None = Field(
        default=None, description="What the forms mean, where the group alone does not say."
    )
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
        folded = fold(self.example)
        if not any(fold(form) in folded for form in self.forms):
            raise ValueError(f"the example {self.example!r} holds none of the forms")
        return self


class Lexicon:
    """An immutable set of entries, looked up by group.

    Rules compile what they need from a lexicon once and keep it (the object hashes by identity), so
    make one extended lexicon and pass it to many calls.
    """

    def __init__(self, entries: Iterable[LexiconEntry]) -> None:
        self.entries: tuple[LexiconEntry, ...] = tuple(entries)
        groups: dict[str, list[LexiconEntry]] = {}
        ids: set[str] = set()
        for entry in self.entries:
            if entry.id in ids:
                raise LexiconError(f"two entries have the id {entry.id!r}; give the new one another last part")
            ids.add(entry.id)
            groups.setdefault(entry.group, []).append(entry)
        self._groups = {name: tuple(members) for name, members in groups.items()}
        for name, members in self._groups.items():
            _refuse_clashes(name, members)

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
        added = tuple(_entry(entry) for entry in entries)
        for entry in added:
            if entry.group not in self._groups:
                known = ", ".join(sorted(self._groups))
                raise LexiconError(f"{entry.id!r}: no rule reads the group {entry.group!r}; groups are {known}")
        return Lexicon(self.entries + added)

    @property
    def groups(self) -> tuple[str, ...]:
        """Names of all groups."""
        return tuple(self._groups)

    def group(self, name: str) -> tuple[LexiconEntry, ...]:
        """Entries of a group in file order.

        Raises:
            LexiconError: there is no such group.
        """
        try:
            return self._groups[name]
        except KeyError:
            raise LexiconError(f"the lexicon has no group {name!r}") from None

    def forms(self, name: str) -> tuple[str, ...]:
        """All forms of a group as written, in file order."""
        return tuple(form for entry in self.group(name) for form in entry.forms)

    def values(self, name: str) -> dict[str, str | int]:
        """Folded form → value, for a group whose entries have values."""
        return {
            fold(form): entry.value for entry in self.group(name) if entry.value is not None for form in entry.forms
        }

    def alternation(self, name: str, *more: str) -> str:
        """Regex source that matches any folded form of the groups, longest first, whole words not required."""
        return alternation(form for group in (name, *more) for form in self.forms(group))


def alternation(forms: Iterable[str]) -> str:
    """Regex source for any of `forms`, folded, longest first, a space matching any run of spaces.

    >>> alternation(["chủ trì", "đồng chủ trì"])
    '(?:đồng +chủ +trì|chủ +trì)'
    """
    ordered = sorted({fold(form) for form in forms}, key=lambda form: (-len(form), form))
    if not ordered:
        return "(?!)"
    return "(?:" + "|".join(map(_source_of, ordered)) + ")"


def whole_words(forms: Iterable[str], *, end: str = r"(?!\w)") -> str:
    r"""Regex source for any of `forms`, folded, where it begins a word and `end` follows; as `alternation`.

    The same as `(?<!\w)` before the alternation, but grouped by the first letter with the look back
    behind it: the regex engine then skips ahead to those letters.

    >>> whole_words(["họp", "hội nghị", "phiên họp"])
    '(?:h(?<!\\wh)(?:ội +nghị|ọp)|p(?<!\\wp)(?:hiên +họp))(?!\\w)'
    """
    tails = _tails(forms)
    if not tails:
        return "(?!)"
    groups = (f"{re.escape(head)}(?<!\\w{re.escape(head)})(?:{'|'.join(rest)})" for head, rest in tails)
    return f"(?:{'|'.join(groups)}){end}"


def spaced_words(forms: Iterable[str]) -> str:
    r"""Regex source for any of `forms` as whole words in `SourceText.spaced`: much faster than `whole_words`.

    >>> spaced_words(["họp", "hội nghị", "phiên họp"])
    ' (?:h(?:ội +nghị|ọp)|p(?:hiên +họp))(?!\\w)'
    """
    tails = _tails(forms)
    if not tails:
        return "(?!)"
    return " (?:" + "|".join(f"{re.escape(head)}(?:{'|'.join(rest)})" for head, rest in tails) + r")(?!\w)"


def _tails(forms: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Sources of the folded forms without their first letters, by first letter, longest first."""
    tails: dict[str, list[str]] = {}
    for form in sorted({fold(form) for form in forms}, key=lambda form: (-len(form), form)):
        tails.setdefault(form[0], []).append(_source_of(form[1:]))
    return sorted(tails.items())


def _source_of(form: str) -> str:
    return re.escape(form).replace(r"\ ", " +")


def _entry(raw: LexiconEntry | Mapping[str, Any]) -> LexiconEntry:
    if isinstance(raw, LexiconEntry):
        return raw
    try:
        return LexiconEntry.model_validate(raw)
    except ValidationError as error:
        reasons = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'entry'}: {e['msg']}" for e in error.errors())
        name = raw.get("id") if isinstance(raw, Mapping) else None
        raise LexiconError(f"lexicon entry {name!r}: {reasons}") from error


def _refuse_clashes(group: str, members: Iterable[LexiconEntry]) -> None:
    owners: dict[str, str] = {}
    for entry in members:
        for form in entry.forms:
            # Some groups look at capitals, so only the exact spelling clashes.
            if (other := owners.setdefault(form, entry.id)) != entry.id:
                raise LexiconError(f"{entry.id!r} and {other!r} of group {group!r} both claim {form!r}")


@lru_cache(maxsize=1)
def _default_lexicon() -> Lexicon:
    folder = resources.files("partyreports") / "data" / "lexicon"
    entries: list[LexiconEntry] = []
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if not file.name.endswith(".toml"):
            continue
        try:
            document = tomllib.loads(file.read_text(encoding="utf-8"))
            entries.extend(_entry(raw) for raw in document["entry"])
        except (tomllib.TOMLDecodeError, KeyError, LexiconError) as error:
            raise LexiconError(f"{file.name}: {error}") from error
    return Lexicon(entries)
