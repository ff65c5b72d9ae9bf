"""The language in which the command line speaks."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from inspect import cleandoc
from sys import modules
from typing import Any

import click

from partyreports.language import LANGUAGES, Language, closest_language, gettext_noop, language, ngettext_noop

LANG = click.Option(
    ["--lang"],
    type=click.Choice(list(LANGUAGES)),
    expose_value=False,
    help="Language of what is shown; else that of PARTYREPORTS_LANG or of the system.",
)
"""The option, the same for every command. It is looked for before all others: help and errors obey it too."""
_spoken: ContextVar[Language | None] = ContextVar("spoken", default=None)


def words() -> Language:
    """The language of this run."""
    return _spoken.get() or language()


def chosen_language(args: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language that is asked for.

    Args:
        args: arguments of the command line.
        environ: the environment.

    >>> chosen_language(["parse", "--lang", "vi", "a.txt"], {"LANG": "C"})
    'vi'
    >>> chosen_language(["parse", "a.txt"], {"PARTYREPORTS_LANG": "en", "LANG": "vi_VN.UTF-8"})
    'en'
    >>> chosen_language([], {"LC_ALL": "", "LANG": "vi_VN.UTF-8"}), chosen_language([], {})
    ('vi', 'en')
    """
    tags = [_flag(args), environ.get("PARTYREPORTS_LANG", "")]
    # In the order of POSIX; LANGUAGE is a list, which GNU gettext prefers.
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    if locale not in {"", "C", "POSIX"}:
        tags += environ.get("LANGUAGE", "").split(":")
    known = [tag for tag in (*tags, locale) if closest_language([tag], default="") != ""]
    return closest_language(known)


def _flag(args: Sequence[str]) -> str:
    """The value of the last `--lang`, if it is one of ours; what is wrong with another one click says."""
    said = ""
    for place, arg in enumerate(args):
        if arg == "--":
            break
        name, _, value = arg.partition("=")
        if name == "--lang":
            said = value or "".join(args[place + 1 : place + 2])
    return said if said in LANGUAGES else ""


@contextmanager
def speaking(program: click.Group, args: Sequence[str]) -> Iterator[None]:
    """Speak the language that is asked for: in `words`, in the help of all commands, in click's own messages."""
    said = language(chosen_language(args, os.environ))
    token = _spoken.set(said)
    before = _helps(program) if said.code != "en" else []
    try:
        for holder, name, text in before:
            setattr(holder, name, said.gettext(cleandoc(text)))
        with _click_in(said):
            yield
    finally:
        for holder, name, text in before:
            setattr(holder, name, text)
        _spoken.reset(token)


def _helps(program: click.Group) -> list[tuple[Any, str, str]]:
    """Every command and option that has a help, with its name and words."""
    commands: list[click.Command] = [program, *program.commands.values()]
    holders: dict[int, Any] = {}
    for command in commands:
        # Made when it is first asked for, and kept: it must be made in English.
        own = command.get_help_option(click.Context(command, **program.context_settings))
        holders |= {id(holder): holder for holder in (command, own, *command.params)}
    return [
        (holder, name, text)
        for holder in holders.values()
        for name in ("help", "short_help")
        if (text := getattr(holder, name, None))
    ]


_CLICK = ("core", "decorators", "exceptions", "formatting", "parser", "types")


@contextmanager
def _click_in(said: Language) -> Iterator[None]:
    """Let click say its own words in a language. It asks `gettext`, which knows none but compiled files on a disk."""
    names = {"_": said.gettext, "ngettext": said.form}
    found = [(modules.get(f"click.{part}"), name) for part in _CLICK for name in names] if said.code != "en" else []
    before = [(module, name, getattr(module, name)) for module, name in found if hasattr(module, name)]
    try:
        for module, name, _ in before:
            setattr(module, name, names[name])
        yield
    finally:
        for module, name, function in before:
            setattr(module, name, function)


CLICK_WORDS = (
    gettext_noop("Usage:"),
    gettext_noop("Options"),
    gettext_noop("Commands"),
    gettext_noop("required"),
    gettext_noop("default: {default}"),
    gettext_noop("Show this message and exit."),
    gettext_noop("Show the version and exit."),
    gettext_noop("%(prog)s, version %(version)s"),
    gettext_noop("Try '{command} {option}' for help."),
    gettext_noop("Error: {message}"),
    gettext_noop("Missing command."),
    gettext_noop("Missing argument"),
    gettext_noop("Missing option"),
    gettext_noop("Missing parameter"),
    gettext_noop("Invalid value: {message}"),
    gettext_noop("Invalid value for {param_hint}: {message}"),
    gettext_noop("No such option {name!r}."),
    gettext_noop("No such command {name!r}."),
    gettext_noop("Option {name!r} does not take a value."),
    gettext_noop("Choose from:\n\t{choices}"),
    gettext_noop("{value} is not in the range {range}."),
    gettext_noop("{value!r} is not a valid {number_type}."),
    gettext_noop("{name} {filename!r} is a file."),
    gettext_noop("{name} {filename!r} is a directory."),
    gettext_noop("{name} {filename!r} is not readable."),
    gettext_noop("{name} {filename!r} does not exist."),
    gettext_noop("file"),
    gettext_noop("directory"),
    gettext_noop("path"),
    ngettext_noop("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ngettext_noop("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ngettext_noop("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ngettext_noop("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
"""What click itself says to users of these commands."""
