"""What the commands share: their inputs, and how failures are told."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from tqdm import tqdm

from partyreports.errors import PartyReportsError
from partyreports.inputs import article_files, read_text

FILES = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))


def terminal_width() -> int:
    """Columns to fill: those of the terminal, within reason."""
    return max(60, min(shutil.get_terminal_size((100, 24)).columns, 120))


def find_inputs(files: tuple[Path, ...]) -> list[Path | None]:
    """Files to read, `None` for standard input; folders are searched for `*.txt`."""
    found: list[Path | None] = []
    for file in files:
        found += [None] if str(file) == "-" else list(article_files([file]))
    if not found:
        raise click.UsageError("no *.txt file in the folders given")
    return found


class Failures:
    """Counts inputs that failed and says so, a line each, on standard error."""

    def __init__(self) -> None:
        self.count = 0

    def tell(self, error: PartyReportsError | str) -> None:
        """Write one line about an input that failed."""
        self.count += 1
        tqdm.write(f"partyreports: {error}", file=sys.stderr)


def read_all(inputs: list[Path | None], failures: Failures) -> Iterator[tuple[str, str]]:
    """Name and text of every input that can be read, with a progress bar where somebody watches."""
    hidden = len(inputs) < 2 or not sys.stderr.isatty()
    for path in tqdm(inputs, unit="file", file=sys.stderr, disable=hidden, leave=False):
        try:
            yield ("stdin" if path is None else str(path)), read_text(path)
        except PartyReportsError as error:
            failures.tell(error)
