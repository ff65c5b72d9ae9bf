"""`partyreports parse`."""

import sys
from collections import deque
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import click

from partyreports.batch import ParseFailure, parse_many
from partyreports.cli.common import FILES, Failures, find_inputs, read_all, terminal_width
from partyreports.errors import PartyReportsError
from partyreports.models import MeetingReport
from partyreports.views.markdown import to_markdown
from partyreports.views.output import output_name, write_atomically
from partyreports.views.table import to_csv, to_rows
from partyreports.views.text import to_text

_SUFFIXES = {
    "text": ".report.txt",
    "json": ".report.json",
    "jsonl": ".report.jsonl",
    "markdown": ".report.md",
    "csv": ".report.csv",
}


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
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), help="File to write; a folder gets one file per input."
)
@click.option("--full", is_flag=True, help="With text: points and unclaimed passages whole.")
@click.option("--bom", is_flag=True, help="With csv: begin with a byte order mark, for Excel.")
@click.option(
    "--workers",
    "-j",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    help="Processes that parse; 0 means one a core.",
)
def parse_command(
    files: tuple[Path, ...], how: str, output: Path | None, workers: int, *, full: bool, bom: bool
) -> None:
    """Parse FILES (articles in UTF-8, folders of *.txt, or - for standard input) and print their reports.

    Offsets in the reports count code points; a byte order mark at the head of a file is not counted.

    Exit status: 0, 1 when an input failed (the others are still done), 2 for misuse.
    """
    inputs = find_inputs(files)
    failures = Failures()
    to_folder = output is not None and (
        output.is_dir() or str(output).endswith(("/", "\\")) or (len(inputs) > 1 and output.suffix == "")
    )
    rendered = (
        (name, _render(report, name, how, full=full, first=to_folder or number == 0, bom=bom))
        for number, (name, report) in enumerate(_parse_all(inputs, workers, failures))
    )
    if to_folder and output is not None:
        _write_each(rendered, output, _SUFFIXES[how], failures)
    else:
        _write_all(_joined((one for _, one in rendered), how, single=len(inputs) == 1), output, failures)
    if failures.count:
        sys.exit(1)


def _parse_all(inputs: list[Path | None], workers: int, failures: Failures) -> Iterator[tuple[str, MeetingReport]]:
    """Name and report of every input that can be read and parsed."""
    names: deque[str] = deque()

    def texts() -> Iterator[str]:
        for name, text in read_all(inputs, failures):
            names.append(name)
            yield text

    for result in parse_many(texts(), workers=workers):
        name = names.popleft()
        if isinstance(result, ParseFailure):
            failures.tell(f"{name}: {result.message}")
        else:
            yield name, result


def _render(report: MeetingReport, name: str, how: str, *, full: bool, first: bool, bom: bool) -> str:
    if how == "text":
        return to_text(report, width=terminal_width(), full=full)
    if how == "markdown":
        return to_markdown(report)
    if how == "csv":
        return ("\ufeff" if bom and first else "") + to_csv(to_rows(report, Path(name).name), header=first)
    return report.model_dump_json(indent=1 if how == "json" else None) + "\n"


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


def _write_all(pieces: Iterator[str], output: Path | None, failures: Failures) -> None:
    """Print, or write one file, piece by piece as they come; no file where there is nothing to write."""
    if output is None:
        for piece in pieces:
            click.echo(piece, nl=False)
    elif (first := next(pieces, None)) is not None:
        try:
            write_atomically(output, chain([first], pieces))
        except PartyReportsError as error:
            failures.tell(error)


def _write_each(rendered: Iterator[tuple[str, str]], folder: Path, suffix: str, failures: Failures) -> None:
    """One file per input."""
    taken: set[str] = set()
    for name, one in rendered:
        try:
            write_atomically(folder / output_name(name, suffix, taken), one)
        except PartyReportsError as error:
            failures.tell(error)
