"""`partyreports view`."""

import tempfile
import webbrowser
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

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
    tell,
)
from partyreports.cli.language import words
from partyreports.cli.program import show as print_out
from partyreports.errors import PartyReportsError
from partyreports.models import MeetingReport
from partyreports.views.characters import escaped
from partyreports.views.html import IndexEntry, index_entry, require_jinja, to_html, to_index
from partyreports.views.output import make_folder, output_name, write_output

_Reports = Iterator[tuple[Article, MeetingReport]]


@click.command("view")
@FILES
@click.option("--output", "-o", type=click.Path(), help="HTML file to write; for several FILES a folder.")
@click.option(
    "--open", "-O", "show", is_flag=True, help="Open the page in the browser; without -o it is a temporary one."
)
@WORKERS
@TIMEOUT
@MARKDOWN
@QUIET
def view_command(
    files: tuple[Path, ...],
    output: str | None,
    workers: int,
    timeout: float | None,
    *,
    show: bool,
    quiet: bool,
    markdown: bool,
) -> None:
    """Write HTML pages that show FILES (texts, HTML, DOCX, PDF, Markdown; folders of *.txt; -) beside their structure.

    One article gives one file that needs nothing else. Several, or a folder, give a folder with a page each and an
    index.html that sorts and filters.

    Exit status: 0, 1 when an input failed (the others are still done), 2 for misuse.
    """
    if output is None and not show:
        raise click.UsageError("say where to write: -o OUT.html, or --open for a temporary page")
    try:
        require_jinja()
    except PartyReportsError as error:
        raise click.ClickException(str(error)) from error
    inputs = find_inputs(files, quiet=quiet)
    many = is_many(files, inputs)
    if output is not None:
        _check_output(output, len(inputs), many=many)
    failures = Failures()
    reports = parse_all(inputs, failures, workers=workers, timeout=timeout, quiet=quiet, markdown=markdown)
    target = Path(tempfile.mkdtemp(prefix="partyreports-")) if output is None else Path(output)
    if many:
        page = _view_many(reports, target, failures)
    else:
        page = _view_one(reports, target, failures, into_folder=output is None or is_folder(output))
    if page is not None and show:
        print_out(f"{escaped(str(page.resolve()))}\n")
        if not webbrowser.open(page.resolve().as_uri()) and not quiet:
            tell("no browser could be opened; the page is at the path above")
    elif page is None and output is None:
        with suppress(OSError):
            target.rmdir()
    failures.exit()


def _check_output(output: str, count: int, *, many: bool) -> None:
    """Tell misuse before the first article is read."""
    check_folder_of(output)
    path = Path(output)
    if many and not is_folder(output) and (path.exists() or path.suffix.lower() in {".html", ".htm"}):
        raise click.UsageError(
            words().ngettext(
                "-o {output} is one file, but a folder with {count:,} article gives a folder with a page and an index: "
                "-o {folder}/",
                "-o {output} is one file, but {count:,} articles give a folder with a page each and an index: "
                "-o {folder}/",
                count,
                output=output,
                folder=path.with_suffix(""),
            )
        )


def _view_one(reports: _Reports, target: Path, failures: Failures, *, into_folder: bool) -> Path | None:
    for article, report in reports:
        page = target / output_name(article.name, ".html", set()) if into_folder else target
        try:
            if into_folder:
                make_folder(target)
            write_output(page, to_html(report, article.text))
        except PartyReportsError as error:
            failures.tell(error)
        else:
            return page
    return None


def _view_many(reports: _Reports, folder: Path, failures: Failures) -> Path | None:
    """One page per article and the index of those that were written, also if the rest was interrupted."""
    taken = {"index.html"}
    entries: list[IndexEntry] = []
    try:
        for article, report in reports:
            try:
                make_folder(folder)
                page = output_name(article.name, ".html", taken)
                write_output(folder / page, to_html(report, article.text))
                entries.append(index_entry(report, quote(page, safe=""), article.id or article.name))
            except PartyReportsError as error:
                failures.tell(error)
    finally:
        written = _write_index(entries, folder / "index.html", failures)
    return written


def _write_index(entries: list[IndexEntry], index: Path, failures: Failures) -> Path | None:
    if not entries:
        return None
    try:
        write_output(index, to_index(entries))
    except PartyReportsError as error:
        failures.tell(error)
        return None
    return index
