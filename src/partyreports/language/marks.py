"""Marks for words that stand in tables and are looked up later; the tool that gathers all words finds them by these."""

from typing import NamedTuple


class Plural(NamedTuple):
    """A text with a form for one and a form for more; both speak of `{count}`."""

    one: str
    more: str


class Phrase(str):
    """Words of the catalogue that stand as a value in another text, and are told in its language."""

    __slots__ = ()


def reason_of(error: Exception) -> Phrase:
    """Why something failed: in the system's own words, of which the usual ones are in the catalogue."""
    return Phrase(getattr(error, "strerror", None) or error)


def gettext_noop(text: str) -> str:
    """The text itself, which is looked up where it is shown."""
    return text


def ngettext_noop(one: str, more: str) -> Plural:
    """Both forms of a text that is looked up where it is shown."""
    return Plural(one, more)


SYSTEM_REASONS = (
    gettext_noop("Address already in use"),
    gettext_noop("Broken pipe"),
    gettext_noop("Directory not empty"),
    gettext_noop("File exists"),
    gettext_noop("File name too long"),
    gettext_noop("Input/output error"),
    gettext_noop("Is a directory"),
    gettext_noop("No space left on device"),
    gettext_noop("No such file or directory"),
    gettext_noop("Not a directory"),
    gettext_noop("Operation not permitted"),
    gettext_noop("Permission denied"),
    gettext_noop("Read-only file system"),
    gettext_noop("Too many open files"),
)
"""What a system says most when it refuses."""
