"""`partyreports view`."""

import sys
import tempfile
import webbrowser
from pathlib import Path
from urllib.parse import quote

import click

from partyreports.cli.common import FILES, Failures, find_inputs, read_all
from partyreports.errors import PartyReportsError
from partyreports.parsing import parse
from partyreports.views.html import index_entry, to_html, to_index
from partyreports.views.output import output_name, write_atomically


@click.command("view")
@FILES
@click.option("--output", "-o", type=click.Path(path_type=Path), help="HTML file to write; for several FILES a folder.")
@click.option(
    "--open", "-O", "show", is_flag=True, help="Open the page in the browser; without -o it is a temporary one."
)
def view_command(files: tuple[Path, ...], output: Path | None, *, show: bool) -> None:
    """Write HTML pages that show FILES (articles in UTF-8, folders of *.txt, or -) beside their structure.

    One article gives one file that needs nothing else. Several, or a folder, give a folder with a page each and an
    index.html that sorts and filters.

    Exit status: 0, 1 when an input failed (the others are still done), 2 for misuse.
    """
    if output is None and not show:
        raise click.UsageError("say where to write: -o OUT.html, or --open for a temporary page")
    inputs = find_inputs(files)
    many = len(inputs) > 1 or files[0].is_dir()
    target = output
    if target is None:
        target = Path(tempfile.mkdtemp(prefix="partyreports-")) / ("" if many else "report.html")
    failures = Failures()
    page = _view_many(inputs, target, failures) if many else _view_one(inputs, target, failures)
    if page is not None and show:
        webbrowser.open(page.resolve().as_uri())
    if failures.count:
        sys.exit(1)


def _view_one(inputs: list[Path | None], target: Path, failures: Failures) -> Path | None:
    into_folder = target.is_dir() or str(target).endswith(("/", "\\"))
    for name, text in read_all(inputs, failures):
        page = target / output_name(name, ".html", set()) if into_folder else target
        try:
            write_atomically(page, to_html(parse(text), text))
        except PartyReportsError as error:
            failures.tell(error)
        else:
            return page
    return None


def _view_many(inputs: list[Path | None], folder: Path, failures: Failures) -> Path | None:
    """One page per article and the index, which names those that were written."""
    taken = {"index.html"}
    entries = []
    for name, text in read_all(inputs, failures):
        try:
            report = parse(text)
            page = output_name(name, ".html", taken)
            write_atomically(folder / page, to_html(report, text))
            entries.append(index_entry(report, quote(page, safe=""), Path(name).name))
        except PartyReportsError as error:
            failures.tell(error)
    index = folder / "index.html"
    try:
        write_atomically(index, to_index(entries))
    except PartyReportsError as error:
        failures.tell(error)
        return None
    return index
