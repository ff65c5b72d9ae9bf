"""Marks for words that stand in tables and are looked up later; the tool that gathers all words finds them by these."""

from typing import NamedTuple


class Plural(NamedTuple):
    """A text with a form for one and a form for more; both speak of `{count}`."""

    one: str
    more: str


def gettext_noop(text: str) -> str:
    """The text itself, which is looked up where it is shown."""
    return text


def ngettext_noop(one: str, more: str) -> Plural:
    """Both forms of a text that is looked up where it is shown."""
    return Plural(one, more)
