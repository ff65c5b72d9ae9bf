"""`partyreports view`."""

import tempfile
import webbrowser
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

import click

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
    tell,
)
from partyreports.cli.language import words
from partyreports.cli.program import show as print_out
from partyreports.cli.reading import inputs_of, reading_options
from partyreports.errors import PartyReportsError
from partyreports.inputs.articles import Article
from partyreports.models import MeetingReport
from partyreports.views.characters import escaped
from partyreports.views.html import IndexEntry, Neighbour, index_entry, to_html, to_index
from partyreports.views.output import make_folder, output_name, write_output
from partyreports.views.rendering import require_jinja, shared_files

_Reports = Iterator[tuple[Article, MeetingReport]]


@click.command("view", short_help="Write HTML pages that show articles beside their structure.")
@FILES
@click.option("--output", "-o", type=click.Path(), help="HTML file to write; for several FILES a folder.")
@click.option(
    "--open", "-O", "show", is_flag=True, help="Open the page in the browser; without -o it is a temporary one."
)
@click.option("--standalone", is_flag=True, help="Of several: each page with style and script in it, to be sent alone.")
@WORKERS
@TIMEOUT
@LONGEST
@reading_options
@QUIET
def view_command(
    files: tuple[Path, ...],
    output: str | None,
    workers: int,
    timeout: float | None,
    max_length: int,
    *,
    show: bool,
    standalone: bool,
    quiet: bool,
    **reading: Any,  # noqa: ANN401
) -> None:
    """Write HTML pages that show FILES (texts, HTML, DOCX, PDF, Markdown; folders; -) beside their structure.

    One article gives one file that needs nothing else. Several, or a folder, give a folder with a page each, an
    index.html that sorts and filters, and a style and a script that they share.

    Exit status: 0, 1 when an input failed (the others are still done), 2 for misuse.
    """
    if output is None and not show:
        raise click.UsageError(words().gettext("say where to write: -o OUT.html, or --open for a temporary page"))
    try:
        require_jinja()
    except PartyReportsError as error:
        raise click.ClickException(words().error(error)) from error
    inputs = inputs_of(files, **reading)
    many = inputs.has_several
    if output is not None:
        _check_output(output, many=many)
        check_is_no_input(Path(output) / "index.html" if many else Path(output), inputs)
    failures = Failures()
    reports = parse_all(inputs, failures, workers=workers, timeout=timeout, max_length=max_length, quiet=quiet)
    target = Path(tempfile.mkdtemp(prefix="partyreports-")) if output is None else Path(output)
    if many:
        page = _view_many(reports, target, failures, shared=not standalone)
    else:
        page = _view_one(reports, target, failures, into_folder=output is None or is_folder(output))
    if page is not None and show:
        print_out(f"{escaped(str(page.resolve()))}\n")
        if not webbrowser.open(page.resolve().as_uri()) and not quiet:
            tell(words().gettext("no browser could be opened; the page is at the path above"))
    elif page is None and output is None:
        with suppress(OSError):
            target.rmdir()
    failures.exit()


def _check_output(output: str, *, many: bool) -> None:
    """Tell misuse before the first article is read."""
    check_folder_of(output)
    path = Path(output)
    if many and not is_folder(output) and (path.exists() or path.suffix.lower() in {".html", ".htm"}):
        raise click.UsageError(
            words().gettext(
                "-o {output} is one file, but several articles give a folder with a page each "
                "and an index: -o {folder}/",
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
            write_output(page, to_html(report, article.text, lang=words().code))
        except PartyReportsError as error:
            failures.tell(error)
        else:
            return page
    return None


class _Page(NamedTuple):
    """A page that is not yet written."""

    name: str
    report: MeetingReport
    text: str
    entry: IndexEntry


class _Folder:
    """Pages that lead to one another, and the index of those that were written.

    A page says which is the next one, so it waits until that one is known.
    """

    def __init__(self, folder: Path, failures: Failures, *, shared: bool) -> None:
        self.folder = folder
        self.failures = failures
        self.shared = shared
        self.taken = {_INDEX, *(file.name.casefold() for file in shared_files())}
        self.entries: list[IndexEntry] = []
        self._waiting: _Page | None = None
        self._before: IndexEntry | None = None

    def add(self, article: Article, report: MeetingReport) -> None:
        """One more report, whose page is written as soon as the next one is known."""
        page = output_name(article.name, ".html", self.taken)
        entry = index_entry(report, quote(page, safe=""), article.id or article.name)
        self.flush(after=entry)
        self._waiting = _Page(page, report, article.text, entry)

    def flush(self, after: IndexEntry | None = None) -> None:
        """Write the page that waits."""
        if self._waiting is None:
            return
        page, self._waiting = self._waiting, None
        around = [Neighbour(_INDEX, words().gettext("Index"))]
        if self._before:
            around.append(
                Neighbour(
                    self._before.href, words().gettext("← Previous"), "prev", self._before.title or self._before.name
                )
            )
        if after:
            around.append(Neighbour(after.href, words().gettext("Next →"), "next", after.title or after.name))
        try:
            self._make()
            html = to_html(page.report, page.text, lang=words().code, shared=self.shared, neighbours=around)
            write_output(self.folder / page.name, html)
        except PartyReportsError as error:
            self.failures.tell(error)
        else:
            self.entries.append(page.entry)
            self._before = page.entry

    def _make(self) -> None:
        """The folder, and what its pages share."""
        if self.entries:
            return
        make_folder(self.folder)
        for file in shared_files() if self.shared else ():
            write_output(self.folder / file.name, file.content)

    def write_index(self) -> Path | None:
        """The index of what was written; None if nothing was."""
        if not self.entries:
            return None
        index = self.folder / _INDEX
        try:
            write_output(index, to_index(self.entries, lang=words().code, shared=self.shared))
        except PartyReportsError as error:
            self.failures.tell(error)
            return None
        return index


_INDEX = "index.html"


def _view_many(reports: _Reports, folder: Path, failures: Failures, *, shared: bool) -> Path | None:
    """One page per article and the index of those that were written, also if the rest was interrupted."""
    pages = _Folder(folder, failures, shared=shared)
    try:
        for article, report in reports:
            pages.add(article, report)
    finally:
        pages.flush()
        written = pages.write_index()
    return written
