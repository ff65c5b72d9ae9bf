"""What the commands share: their inputs, their options, and how failures are told."""

import datetime
import os
import shutil
import sys
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
from tqdm import tqdm

from partyreports.batch import ParseFailure, ParseInput, parse_many
from partyreports.cli.language import words
from partyreports.errors import PartyReportsError
from partyreports.inputs import article_files, read_document
from partyreports.models import MeetingReport
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
TIMEOUT = click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="Give up an article that takes longer to parse.",
)
MARKDOWN = click.option("--markdown", is_flag=True, help="Read texts as Markdown, also those that are not named *.md.")
QUIET = click.option("--quiet", "-q", is_flag=True, help="No progress bar, no notices; failures are still told.")


class Article(NamedTuple):
    """An input that was read."""

    name: str
    """Its path, or `stdin`."""
    id: str | None
    """Short name in reports, given to no other input; None for standard input."""
    text: str
    published: datetime.date | None = None
    """Date of publication as the metadata of a page give it."""


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
        tell(str(error))

    def exit(self) -> None:
        """End with status 1 if an input failed."""
        if self.count:
            sys.exit(1)


def find_inputs(files: tuple[Path, ...], *, quiet: bool = False) -> list[Path | None]:
    """Files to read, `None` for standard input; folders are searched for `*.txt`, reports of ours left out."""
    found: list[Path | None] = []
    left_out: list[Path] = []
    for file in files:
        found += [None] if str(file) == "-" else list(article_files([file], left_out))
    if left_out and not quiet:
        tell(
            words().ngettext(
                "{count:,} file *.report.txt left out: written by `parse`, it seems; name a file to have it parsed",
                "{count:,} files *.report.txt left out: written by `parse`, it seems; name a file to have it parsed",
                len(left_out),
            )
        )
    if not found:
        raise click.UsageError("no *.txt file in the folders given")
    return found


def read_all(
    inputs: list[Path | None], failures: Failures, *, quiet: bool = False, markdown: bool = False
) -> Iterator[Article]:
    """Every input that can be read, with a progress bar where somebody watches."""
    hidden = quiet or len(inputs) < 2 or sys.stderr is None or not sys.stderr.isatty()
    ids = _short_names(inputs)
    for path in tqdm(inputs, unit="file", file=sys.stderr, disable=hidden, leave=False):
        try:
            document = read_document(path, markdown=markdown)
        except PartyReportsError as error:
            failures.tell(error)
            continue
        name = "stdin" if path is None else str(path)
        if not quiet:
            for note in document.notes:
                tell(f"{name}: {note.message}")
        yield Article(name, None if path is None else ids[path], document.text, document.published)


def _short_names(inputs: list[Path | None]) -> dict[Path, str]:
    """The name of each file; its path where files in several folders have the same name."""
    paths = dict.fromkeys(path for path in inputs if path is not None)
    names = [path.name for path in paths]
    shared = {name for name in names if names.count(name) > 1} if len(set(names)) < len(names) else set()
    return {path: path.as_posix() if path.name in shared else path.name for path in paths}


def parse_all(
    inputs: list[Path | None],
    failures: Failures,
    *,
    workers: int,
    timeout: float | None,
    quiet: bool,
    markdown: bool = False,
    named: bool = True,
) -> Iterator[tuple[Article, MeetingReport]]:
    """Every input that can be read and parsed, with its report, which is `named` after its file."""
    articles: deque[Article] = deque()

    def items() -> Iterator[ParseInput]:
        for article in read_all(inputs, failures, quiet=quiet, markdown=markdown):
            articles.append(article)
            yield ParseInput(article.text, id=article.id if named else None, published=article.published)

    for result in parse_many(items(), workers=workers, timeout=timeout):
        article = articles.popleft()
        if isinstance(result, ParseFailure):
            failures.tell(f"{article.name}: {result.message}")
        else:
            yield article, result


def is_many(files: tuple[Path, ...], inputs: list[Path | None]) -> bool:
    """Whether the command is about several articles: also a folder that happens to hold one."""
    return len(inputs) > 1 or files[0].is_dir()


def is_folder(output: str) -> bool:
    """Whether an output is a folder, or is said to be one by a slash at its end."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir()


def check_folder_of(output: str) -> None:
    """Refuse an output whose folder does not exist, before the first article is read."""
    folder = Path(output).parent
    if not folder.is_dir():
        raise click.UsageError(f"-o {output}: there is no folder {folder}; make it first")
