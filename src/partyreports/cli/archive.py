"""`partyreports parse -o FOLDER/`: into a folder of results, going on from where the last run ended."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from partyreports import __version__
from partyreports.archive.formats import CsvFile, CsvFileForExcel, JsonLinesFile, RowFile
from partyreports.archive.manifest import Manifest
from partyreports.archive.results import ReportFiles, Results, TableParts
from partyreports.archive.run import Counts, run
from partyreports.batch import parse_many
from partyreports.cli.common import Failures, read_all, tell
from partyreports.cli.language import words
from partyreports.errors import InputFileError, MissingExtraError, PartyReportsError
from partyreports.inputs.folders import FAILURES
from partyreports.inputs.reading import Inputs
from partyreports.models import SCHEMA_VERSION, MeetingReport
from partyreports.tabular.rows import TABLES_VERSION
from partyreports.views.output import make_folder

TABLE_FORMATS = ("parquet", "csv", "jsonl")
"""The formats in which a folder holds tables; in the others it holds a file for each article."""
_IN_WORDS = ("text", "markdown")
"""The formats whose labels are in the language of the run."""


class Archive(NamedTuple):
    """What is to be done.

    Attributes:
        folder: the folder of results.
        how: their format.
        render: makes what is written for an article, where each has a file of its own.
        suffix: how the names of such files end.
        full: with text, whether passages are written whole.
        conveniences: with json, whether what the properties of a report give is written too.
        bom: with csv, whether files begin with a byte order mark.
        part_size: articles of a part of the tables.
        force: whether what is done is parsed too.
        workers: processes that parse.
        timeout: seconds that an article may take.
        max_length: characters that an article may have.
        quiet: whether failures alone are told.
    """

    folder: Path
    how: str
    render: Callable[[MeetingReport], str]
    suffix: str
    full: bool
    conveniences: bool
    bom: bool
    part_size: int
    force: bool
    workers: int
    timeout: float | None
    max_length: int
    quiet: bool


def parse_archive(inputs: Inputs, archive: Archive, failures: Failures) -> None:
    """Parse what is not done, keep the results, and tell what it came to.

    Args:
        inputs: the articles.
        archive: what is to be done.
        failures: articles that failed are told there, and a folder that cannot be written.
    """
    counts = Counts()
    try:
        form = _form(archive) if archive.how in TABLE_FORMATS else None
        make_folder(archive.folder)
        options = {
            "version": __version__,
            "schema_version": SCHEMA_VERSION,
            "tables_version": TABLES_VERSION,
            "full": archive.full,
            "conveniences": archive.conveniences,
            "bom": archive.bom,
            "language": words().code if archive.how in _IN_WORDS else None,
        }
        manifest = Manifest(archive.folder, archive.how, options)
        is_whole = True
        try:
            run(
                read_all(inputs, quiet=archive.quiet),
                partial(parse_many, workers=archive.workers, timeout=archive.timeout, max_length=archive.max_length),
                _results(archive, manifest, form),
                manifest,
                force=archive.force,
                counts=counts,
            )
        except InputFileError:
            is_whole = False
            raise
        finally:
            manifest.close()
            _tell(counts, archive, failures, is_whole=is_whole)
    except PartyReportsError as error:
        failures.tell(error)


def _results(archive: Archive, manifest: Manifest, form: type[RowFile] | None) -> Results:
    if form is None:
        return ReportFiles(manifest, archive.suffix, archive.render)
    results = TableParts(manifest, form, archive.part_size)
    if results.lost and not archive.quiet:
        tell(
            words().ngettext(
                "files of {folder} are gone; {count:,} article of theirs will be parsed again",
                "files of {folder} are gone; {count:,} articles of theirs will be parsed again",
                results.lost,
                folder=archive.folder,
            )
        )
    return results


def _form(archive: Archive) -> type[RowFile]:
    if archive.how == "parquet":
        try:
            from partyreports.archive.parquet import ParquetFile  # noqa: PLC0415  (needs an extra)
        except ImportError as error:
            raise MissingExtraError("Parquet needs pyarrow: pip install 'partyreports[arrow]'") from error
        return ParquetFile
    if archive.how == "csv":
        return CsvFileForExcel if archive.bom else CsvFile
    return JsonLinesFile


def _tell(counts: Counts, archive: Archive, failures: Failures, *, is_whole: bool) -> None:
    """The failures, a line each, and what the run came to, if its results could be written to the end."""
    say = words()
    for failure in counts.failures:
        failures.tell(failure)
    untold = counts.failed - len(counts.failures)
    failures.count += untold
    place = archive.folder / FAILURES
    if untold:
        tell(say.ngettext("… and {count:,} more failure", "… and {count:,} more failures", untold))
    if archive.quiet:
        return
    if not is_whole:
        if counts.parsed:
            tell(say.gettext("not all results could be written; what is missing will be parsed by the next run"))
        return
    if counts.repeated:
        tell(
            say.ngettext(
                "{count:,} article with an id that another has: a number was added to it (note repeated-id)",
                "{count:,} articles with ids that others have: numbers were added to them (note repeated-id)",
                counts.repeated,
            )
        )
    told = [say.ngettext("{count:,} article parsed", "{count:,} articles parsed", counts.parsed)]
    if counts.skipped:
        told.append(say.ngettext("{count:,} done before", "{count:,} done before", counts.skipped))
    if counts.failed:
        told.append(say.ngettext("{count:,} failed: {file}", "{count:,} failed: {file}", counts.failed, file=place))
    tell(", ".join(told))
