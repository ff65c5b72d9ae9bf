"""The language in which the command line speaks."""

from contextvars import ContextVar

from partyreports.language import Language, language

_spoken: ContextVar[Language | None] = ContextVar("spoken", default=None)


def words() -> Language:
    """The language of this run."""
    return _spoken.get() or language()


def speak(code: str) -> None:
    """Speak a language of `LANGUAGES` from now on."""
    _spoken.set(language(code))
