"""The command line: `partyreports parse`, `view`, `explain`, `evaluate`, `schema`."""

import json
import shutil
import sys
import tempfile
import webbrowser
from collections import deque
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from urllib.parse import quote

import click
from tqdm import tqdm

from partyreports import __version__
from partyreports.batch import ParseFailure, parse_many
from partyreports.errors import PartyReportsError
from partyreports.evaluation import evaluate_folder, render_json, render_markdown, render_text
from partyreports.evaluation.scoring import TOLERANCE
from partyreports.inputs import article_files, read_text
from partyreports.models import MeetingReport
from partyreports.parsing import parse
from partyreports.views.explain import to_explanation
from partyreports.views.html import index_entry, to_html, to_index
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
_FILES = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="partyreports")
def main() -> None:
    """Turn raw Vietnamese meeting briefings into typed, grounded reports."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _width() -> int:
    return max(60, min(shutil.get_terminal_size((100, 24)).columns, 120))


def _inputs(files: tuple[Path, ...]) -> list[Path | None]:
    """Files to read, `None` for standard input; folders are searched for `*.txt`."""
    found: list[Path | None] = []
    for file in files:
        found += [None] if str(file) == "-" else list(article_files([file]))
    if not found:
        raise click.UsageError("no *.txt file in the folders given")
    return found


class _Failures:
    """Counts inputs that failed and says so, a line each, on standard error."""

    def __init__(self) -> None:
        self.count = 0

    def tell(self, error: PartyReportsError | str) -> None:
        self.count += 1
        tqdm.write(f"partyreports: {error}", file=sys.stderr)


def _read_all(inputs: list[Path | None], failures: _Failures) -> Iterator[tuple[str, str]]:
    """Name and text of every input that can be read, with a progress bar where somebody watches."""
    hidden = len(inputs) < 2 or not sys.stderr.isatty()
    for path in tqdm(inputs, unit="file", file=sys.stderr, disable=hidden, leave=False):
        try:
            yield ("stdin" if path is None else str(path)), read_text(path)
        except PartyReportsError as error:
            failures.tell(error)


@main.command("parse")
@_FILES
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
    inputs = _inputs(files)
    failures = _Failures()
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


def _parse_all(inputs: list[Path | None], workers: int, failures: _Failures) -> Iterator[tuple[str, MeetingReport]]:
    """Name and report of every input that can be read and parsed."""
    names: deque[str] = deque()

    def texts() -> Iterator[str]:
        for name, text in _read_all(inputs, failures):
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
        return to_text(report, width=_width(), full=full)
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


def _write_all(pieces: Iterator[str], output: Path | None, failures: _Failures) -> None:
    """Print, or write one file, piece by piece as they come; no file where there is nothing to write."""
    if output is None:
        for piece in pieces:
            click.echo(piece, nl=False)
    elif (first := next(pieces, None)) is not None:
        try:
            write_atomically(output, chain([first], pieces))
        except PartyReportsError as error:
            failures.tell(error)


def _write_each(rendered: Iterator[tuple[str, str]], folder: Path, suffix: str, failures: _Failures) -> None:
    """One file per input."""
    taken: set[str] = set()
    for name, one in rendered:
        try:
            write_atomically(folder / output_name(name, suffix, taken), one)
        except PartyReportsError as error:
            failures.tell(error)


@main.command("view")
@_FILES
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
    inputs = _inputs(files)
    many = len(inputs) > 1 or files[0].is_dir()
    target = output
    if target is None:
        target = Path(tempfile.mkdtemp(prefix="partyreports-")) / ("" if many else "report.html")
    failures = _Failures()
    page = _view_many(inputs, target, failures) if many else _view_one(inputs, target, failures)
    if page is not None and show:
        webbrowser.open(page.resolve().as_uri())
    if failures.count:
        sys.exit(1)


def _view_one(inputs: list[Path | None], target: Path, failures: _Failures) -> Path | None:
    into_folder = target.is_dir() or str(target).endswith(("/", "\\"))
    for name, text in _read_all(inputs, failures):
        page = target / output_name(name, ".html", set()) if into_folder else target
        try:
            write_atomically(page, to_html(parse(text), text))
        except PartyReportsError as error:
            failures.tell(error)
        else:
            return page
    return None


def _view_many(inputs: list[Path | None], folder: Path, failures: _Failures) -> Path | None:
    """One page per article and the index, which names those that were written."""
    taken = {"index.html"}
    entries = []
    for name, text in _read_all(inputs, failures):
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


@main.command("explain")
@_FILES
def explain_command(files: tuple[Path, ...]) -> None:
    """Show articles with the rule of each field in the margin."""
    failures = _Failures()
    for name, text in _read_all(_inputs(files), failures):
        try:
            report = parse(text)
        except PartyReportsError as error:
            failures.tell(error)
            continue
        if len(files) > 1:
            click.echo(f"── {name}")
        click.echo(to_explanation(report, text, width=_width() + 20), nl=False)
    if failures.count:
        sys.exit(1)


_RENDERERS = {"text": render_text, "json": render_json, "markdown": render_markdown}


@main.command("evaluate")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--format", "-f", "how", type=click.Choice(list(_RENDERERS)), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Offsets must be exact; by default they may differ by 3 code points.")
def evaluate_command(folder: Path, how: str, *, strict: bool) -> None:
    """Score this version, field by field, on the gold documents of FOLDER (NAME.txt + NAME.json)."""
    try:
        result = evaluate_folder(folder, tolerance=0 if strict else TOLERANCE)
    except PartyReportsError as error:
        click.echo(f"partyreports: {error}", err=True)
        sys.exit(1)
    click.echo(_RENDERERS[how](result), nl=False)
    if result.failures:
        sys.exit(1)


@main.command("schema")
def schema_command() -> None:
    """Print the JSON schema of a report."""
    click.echo(json.dumps(MeetingReport.model_json_schema(), ensure_ascii=False, indent=1))
