"""`partyreports parse`."""

from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import click

from partyreports.cli.archive import Archive, parse_archive
from partyreports.cli.common import (
    FILES,
    LONGEST,
    QUIET,
    TIMEOUT,
    WORKERS,
    Failures,
    check_folder_of,
    check_is_no_input,
    is_folder,
    parse_all,
    terminal_width,
)
from partyreports.cli.language import words
from partyreports.cli.program import show
from partyreports.cli.reading import inputs_of, reading_options
from partyreports.errors import PartyReportsError
from partyreports.inputs.articles import Article
from partyreports.models import MeetingReport
from partyreports.tabular.csv import to_csv
from partyreports.views.characters import escaped_json
from partyreports.views.markdown import to_markdown
from partyreports.views.output import write_output
from partyreports.views.text import to_text

_SUFFIXES = {
    "text": ".txt",
    "json": ".json",
    "jsonl": ".jsonl",
    "markdown": ".md",
    "csv": ".csv",
    "parquet": ".parquet",
}


@click.command("parse", short_help="Parse articles; print their reports, or write them to files.")
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
    "--output", "-o", type=click.Path(), help="File to write, or a folder (FOLDER/), where the next run goes on."
)
@click.option("--full", is_flag=True, help="With text: points and unclaimed passages whole.")
@click.option(
    "--with-conveniences",
    "conveniences",
    is_flag=True,
    help="With json and jsonl: add `conveniences`, the date, the chair, the tasks and so on as in Python.",
)
@click.option("--bom", is_flag=True, help="With csv: begin with a byte order mark, for Excel.")
@click.option("--force", is_flag=True, help="Into a folder: parse also what was done before.")
@click.option(
    "--part-size",
    type=click.IntRange(min=1),
    default=10_000,
    show_default=True,
    metavar="N",
    help="Into a folder of tables: articles per part file.",
)
@WORKERS
@TIMEOUT
@LONGEST
@reading_options
@QUIET
def parse_command(  # noqa: PLR0913 (an argument for each option)
    files: tuple[Path, ...],
    how: str,
    output: str | None,
    workers: int,
    timeout: float | None,
    max_length: int,
    *,
    full: bool,
    conveniences: bool,
    bom: bool,
    force: bool,
    part_size: int,
    quiet: bool,
    **reading: Any,  # noqa: ANN401
) -> None:
    """Parse FILES and print their reports, or write them to a file or a folder.

    FILES are texts, HTML, DOCX, PDF and Markdown; folders of such; records in JSON Lines, CSV or Parquet; - is standard
    input. Each may be packed by gzip.

    A folder gets tables of all articles with csv, jsonl and parquet, and a file per article with text, json and
    markdown. What was done there is skipped by the next run.

    Offsets in the reports count code points; a byte order mark at the head of a file is not counted.

    Exit status: 0, 1 when an input failed (the others are still done), 2 for misuse.
    """
    inputs = inputs_of(files, **reading)
    render = partial(_render, how=how, full=full, conveniences=conveniences)
    failures = Failures()
    many = inputs.has_several
    if output is not None and _is_folder(output, how, many=many):
        archive = Archive(
            folder=Path(output),
            how=how,
            render=render,
            suffix=f".report{_SUFFIXES[how]}",
            full=full,
            conveniences=conveniences,
            bom=bom,
            part_size=part_size,
            force=force,
            workers=workers,
            timeout=timeout,
            max_length=max_length,
            quiet=quiet,
        )
        parse_archive(inputs, archive, failures)
        failures.exit()
        return
    if how == "parquet":
        raise click.UsageError(words().gettext("parquet tables are written to a folder: -o FOLDER/"))
    if force:
        raise click.UsageError(words().gettext("--force goes with a folder: -o FOLDER/"))
    if output is not None:
        check_is_no_input(Path(output), inputs)
    named = many or how not in {"text", "markdown"}  # who reads one summary knows what it is of
    reports = parse_all(
        inputs, failures, workers=workers, timeout=timeout, max_length=max_length, quiet=quiet, named=named
    )
    rendered = (
        _points(report, article, header=number == 0, bom=bom) if how == "csv" else render(report)
        for number, (article, report) in enumerate(reports)
    )
    _write_all(_joined(rendered, how, single=not many), output, failures)
    failures.exit()


def _is_folder(output: str, how: str, *, many: bool) -> bool:
    """Whether the output is a folder; misuse is told before the first article is read."""
    check_folder_of(output)
    path = Path(output)
    if is_folder(output) or (how == "parquet" and not path.suffix and not path.exists()):
        return True
    if many and not path.suffix and not path.exists():
        raise click.UsageError(
            words().gettext(
                "-o {output} may be a folder or a file: -o {output}/ makes a folder, where the next run goes on, "
                "-o {output}{suffix} one file of all",
                output=output,
                suffix=_SUFFIXES[how],
            )
        )
    return False


def _points(report: MeetingReport, article: Article, *, header: bool, bom: bool) -> str:
    points = report.tables(id=article.id or article.name).points
    return ("\ufeff" if bom and header else "") + to_csv("points", points, header=header)


def _render(report: MeetingReport, *, how: str, full: bool, conveniences: bool) -> str:
    if how == "text":
        return to_text(report, width=terminal_width(), full=full, lang=words().code)
    if how == "markdown":
        return to_markdown(report, lang=words().code)
    return escaped_json(report.to_json(indent=1 if how == "json" else None, conveniences=conveniences)) + "\n"


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
