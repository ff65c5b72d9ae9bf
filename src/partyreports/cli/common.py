"""What the commands share: their inputs, their options, and how failures are told."""

import os
import shutil
import sys
from collections import deque
from collections.abc import Iterator
from math import isnan
from pathlib import Path
from typing import Any

import click
from tqdm import tqdm

from partyreports.batch import ParseFailure, ParseInput, parse_many
from partyreports.cli.language import words
from partyreports.errors import PartyReportsError
from partyreports.inputs.articles import Article, Unread
from partyreports.inputs.reading import Inputs, counts_of
from partyreports.models import MeetingReport
from partyreports.parsing import MAX_LENGTH
from partyreports.views.characters import escaped

FILES = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
WORKERS = click.option(
    "--workers",
    "-j",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    help="Processes that parse; 0 means one per usable processor.",
)


class _Seconds(click.FloatRange):
    """A number above 0, and no `nan`, which is neither above nor below."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401
        """The number."""
        seconds = super().convert(value, param, ctx)
        if isnan(seconds):
            said = words().gettext("{value!r} is not a valid {number_type}.", value=value, number_type=self.name)
            self.fail(said, param, ctx)
        return seconds


SECONDS = _Seconds(min=0, min_open=True)
TIMEOUT = click.option(
    "--timeout",
    type=SECONDS,
    metavar="SECONDS",
    help="Give up an article that takes longer to parse.",
)
LONGEST = click.option(
    "--max-length",
    type=click.IntRange(min=1),
    default=MAX_LENGTH,
    show_default=True,
    metavar="N",
    help="Longest article that is parsed, in characters.",
)
QUIET = click.option("--quiet", "-q", is_flag=True, help="No progress bar, no notices; failures are still told.")


def terminal_width() -> int:
    """Columns to fill: those of the terminal, within reason."""
    return max(60, min(shutil.get_terminal_size((100, 24)).columns, 120))


def tell(message: str) -> None:
    """Write one line to standard error, beside the progress bar if there is one."""
    if sys.stderr is not None:
        tqdm.write(f"partyreports: {escaped(message)}", file=sys.stderr)


class Failures:
    """Counts inputs that failed and says so, a line each, on standard error."""

    def __init__(self) -> None:
        self.count = 0

    def tell(self, error: PartyReportsError | str) -> None:
        """Write one line about an input that failed."""
        self.count += 1
        tell(words().error(error) if isinstance(error, PartyReportsError) else error)

    def exit(self) -> None:
        """End with status 1 if an input failed."""
        if self.count:
            sys.exit(1)


def read_all(inputs: Inputs, *, quiet: bool) -> Iterator[Article | Unread]:
    """Every article, with a progress bar where somebody watches; what was not read is told at the end."""
    hidden = quiet or not inputs.has_several or sys.stderr is None or not sys.stderr.isatty()
    yield from tqdm(inputs, total=inputs.count, unit="article", file=sys.stderr, disable=hidden, leave=False)
    if not quiet:
        _tell_not_read(inputs)


def _tell_not_read(inputs: Inputs) -> None:
    if inputs.left_out:
        tell(
            words().ngettext(
                "{count:,} file or folder left out: written by `parse`, it seems; name a file to have it parsed",
                "{count:,} files and folders left out: written by `parse`, it seems; name a file to have it parsed",
                inputs.left_out,
            )
        )
    if inputs.linked:
        tell(
            words().ngettext(
                "{count:,} linked folder not read; name it to have it read",
                "{count:,} linked folders not read; name them to have them read",
                inputs.linked,
            )
        )
    if inputs.not_read:
        tell(
            words().ngettext(
                "{count:,} file in folders not read: {suffixes}",
                "{count:,} files in folders not read: {suffixes}",
                inputs.not_read.total(),
                suffixes=counts_of(inputs.not_read),
            )
            + (words().gettext("; to read them too: {options}", options=inputs.wider) if inputs.wider else "")
        )


def read_articles(inputs: Inputs, failures: Failures, *, quiet: bool = False) -> Iterator[Article]:
    """Every article that can be read; what cannot be is told."""
    for article in read_all(inputs, quiet=quiet):
        if isinstance(article, Unread):
            failures.tell(article.problem)
        else:
            for note in () if quiet else article.notes:
                tell(f"{article.name}: {words().note(note.code, note.values) or note.message}")
            yield article


def parse_all(
    inputs: Inputs,
    failures: Failures,
    *,
    workers: int,
    timeout: float | None,
    max_length: int,
    quiet: bool,
    named: bool = True,
) -> Iterator[tuple[Article, MeetingReport]]:
    """Every article that can be read and parsed, with its report, which is `named` after its article."""
    articles: deque[Article] = deque()

    def items() -> Iterator[ParseInput]:
        for article in read_articles(inputs, failures, quiet=quiet):
            articles.append(article)
            yield ParseInput(article.text, article.id if named else None, article.url, article.published)

    for result in parse_many(items(), workers=workers, timeout=timeout, max_length=max_length):
        article = articles.popleft()
        if isinstance(result, ParseFailure):
            failures.tell(f"{article.name}: {words().error(result)}")
        else:
            yield article, result


def is_folder(output: str) -> bool:
    """Whether an output is a folder, or is said to be one by a slash at its end."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir()


def check_folder_of(output: str) -> None:
    """Refuse an output whose folder does not exist, before the first article is read."""
    folder = Path(output).parent
    if not folder.is_dir():
        raise click.UsageError(
            words().gettext("-o {output}: there is no folder {folder}; make it first", output=output, folder=folder)
        )


def check_is_no_input(output: Path, inputs: Inputs) -> None:
    """Refuse an output in the place of an article, before the first one is read."""
    if inputs.reads(output):
        raise click.UsageError(
            words().gettext("-o {output}: this is one of the inputs, and would be lost", output=output)
        )
