"""`partyreports parse`."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import click

from partyreports.cli.common import (
    FILES,
    MARKDOWN,
    QUIET,
    TIMEOUT,
    WORKERS,
    Article,
    Failures,
    check_folder_of,
    find_inputs,
    is_folder,
    is_many,
    parse_all,
    terminal_width,
)
from partyreports.cli.program import show
from partyreports.errors import PartyReportsError
from partyreports.models import MeetingReport
from partyreports.tabular.csv import to_csv
from partyreports.views.characters import escaped_json
from partyreports.views.markdown import to_markdown
from partyreports.views.output import make_folder, output_name, write_output
from partyreports.views.text import to_text

_SUFFIXES = {"text": ".txt", "json": ".json", "jsonl": ".jsonl", "markdown": ".md", "csv": ".csv"}


@click.command("parse")
@FILES
@click.option(
    "--format",
    "-f",
    "how",
    type=click.Choice(list(_SUFFIXES)),
    default="text",
    show_default=True,
    help="How the report is shown.",
)
@click.option("--output", "-o", type=click.Path(), help="File to write, or a folder (FOLDER/) for a file per input.")
@click.option("--full", is_flag=True, help="With text: points and unclaimed passages whole.")
@click.option("--bom", is_flag=True, help="With csv: begin with a byte order mark, for Excel.")
@WORKERS
@TIMEOUT
@MARKDOWN
@QUIET
def parse_command(
    files: tuple[Path, ...],
    how: str,
    output: str | None,
    workers: int,
    timeout: float | None,
    *,
    full: bool,
    bom: bool,
    quiet: bool,
    markdown: bool,
) -> None:
    """Parse FILES (texts, HTML, DOCX, PDF, Markdown; folders of *.txt; - for standard input) and print their reports.

    Offsets in the reports count code points; a byte order mark at the head of a file is not counted.

    Exit status: 0, 1 when an input failed (the others are still done), 2 for misuse.
    """
    inputs = find_inputs(files, quiet=quiet)
    failures = Failures()
    many = is_many(files, inputs)
    to_folder = output is not None and _check_output(output, how, many=many)
    named = many or how not in {"text", "markdown"}  # who reads one summary knows what it is of
    reports = parse_all(inputs, failures, workers=workers, timeout=timeout, quiet=quiet, markdown=markdown, named=named)
    rendered = (
        (article, _render(report, article, how, full=full, first=to_folder or number == 0, bom=bom))
        for number, (article, report) in enumerate(reports)
    )
    if to_folder and output is not None:
        _write_each(rendered, Path(output), f".report{_SUFFIXES[how]}", failures)
    else:
        pieces = _joined((one for _, one in rendered), how, single=len(inputs) == 1)
        _write_all(pieces, output, failures)
    failures.exit()


def _check_output(output: str, how: str, *, many: bool) -> bool:
    """Whether the output is a folder; misuse is told before the first article is read."""
    check_folder_of(output)
    if is_folder(output):
        return True
    path = Path(output)
    if many and not path.suffix and not path.exists():
        raise click.UsageError(
            f"-o {output} may be a folder or a file: -o {output}/ makes a folder with a file per article, "
            f"-o {output}{_SUFFIXES[how]} one file of all"
        )
    return False


def _render(report: MeetingReport, article: Article, how: str, *, full: bool, first: bool, bom: bool) -> str:
    if how == "text":
        return to_text(report, width=terminal_width(), full=full)
    if how == "markdown":
        return to_markdown(report)
    if how == "csv":
        points = report.tables(id=article.id or article.name).points
        return ("\ufeff" if bom and first else "") + to_csv("points", points, header=first)
    return escaped_json(report.model_dump_json(indent=1 if how == "json" else None)) + "\n"


def _joined(rendered: Iterator[str], how: str, *, single: bool) -> Iterator[str]:
    """Reports with what stands between and around them: several in JSON are an array."""
    if how == "json" and not single:
        yield "[\n"
        for number, one in enumerate(rendered):
            yield (",\n" if number else "") + one.rstrip("\n")
        yield "\n]\n"
    else:
        between = "\n" if how in {"text", "markdown"} else ""
        for number, one in enumerate(rendered):
            yield (between if number else "") + one


def _write_all(pieces: Iterator[str], output: str | None, failures: Failures) -> None:
    """Print, or write one file, piece by piece as they come; no file where there is nothing to write."""
    if output is None:
        for piece in pieces:
            show(piece)
    elif (first := next(pieces, None)) is not None:
        try:
            write_output(Path(output), chain([first], pieces))
        except PartyReportsError as error:
            failures.tell(error)


def _write_each(rendered: Iterator[tuple[Article, str]], folder: Path, suffix: str, failures: Failures) -> None:
    """One file per input."""
    taken: set[str] = set()
    for article, one in rendered:
        try:
            make_folder(folder)
            write_output(folder / output_name(article.name, suffix, taken), one)
        except PartyReportsError as error:
            failures.tell(error)
