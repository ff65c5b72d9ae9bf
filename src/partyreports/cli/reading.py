"""The options that say what is read, for every command that takes articles."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from partyreports.cli.language import words
from partyreports.inputs.folders import Choice
from partyreports.inputs.reading import Inputs, Kind, Reading
from partyreports.inputs.records import Fields

_Command = TypeVar("_Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--suffix",
        "suffixes",
        multiple=True,
        metavar="SUFFIX",
        help="In folders, read files whose names end so instead of in .txt; may be repeated.",
    ),
    click.option(
        "--glob",
        "patterns",
        multiple=True,
        metavar="PATTERN",
        help="In folders, read files that match: by name, or with a slash by path (2015/**/*.html); may be repeated.",
    ),
    click.option(
        "--input-format",
        "kind",
        type=click.Choice([kind.value for kind in Kind]),
        help="What the files hold, whatever their names: an article each, or records.",
    ),
    click.option(
        "--text-field", metavar="NAME", default="text", show_default=True, help="Of records: field of the text."
    ),
    click.option("--id-field", metavar="NAME", help="Field of the article's name.  [default: id, where there is one]"),
    click.option("--url-field", metavar="NAME", help="Field of its address.  [default: url]"),
    click.option("--published-field", metavar="NAME", help="Field of its date of publication.  [default: published]"),
    click.option("--markdown", is_flag=True, help="Read texts as Markdown, also those that are not named *.md."),
)


def reading_options(command: _Command) -> _Command:
    """Give a command the options that say what is read; it passes them to `inputs_of` as they are."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def inputs_of(
    files: tuple[Path, ...],
    *,
    suffixes: tuple[str, ...],
    patterns: tuple[str, ...],
    kind: str | None,
    text_field: str,
    id_field: str | None,
    url_field: str | None,
    published_field: str | None,
    markdown: bool,
) -> Inputs:
    """What the arguments name, once it is known that there is something to read.

    Raises:
        UsageError: there is not, or records have not the fields that are named.
    """
    endings = tuple(f".{suffix.strip().casefold().removeprefix('*').removeprefix('.')}" for suffix in suffixes)
    reading = Reading(
        fields=Fields(text_field, id_field, url_field, published_field),
        choice=Choice(endings or None, patterns),
        kind=None if kind is None else Kind(kind),
        markdown=markdown,
    )
    inputs = Inputs([None if str(file) == "-" else file for file in files], reading)
    if (misuse := inputs.misuse()) is not None:
        raise click.UsageError(words().error(misuse))
    return inputs
