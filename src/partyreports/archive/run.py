"""One run over an archive: what was done is skipped, what is parsed is kept part by part, what failed is listed."""

import json
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import TextIO

from partyreports.archive.manifest import Claim, Manifest
from partyreports.archive.results import Results, is_about_one_file
from partyreports.batch import ParseFailure, ParseInput
from partyreports.errors import InputFileError, PartyReportsError
from partyreports.inputs.articles import Article, Unread
from partyreports.inputs.folders import FAILURES
from partyreports.language import reason_of
from partyreports.models import MeetingReport
from partyreports.notes import make_note
from partyreports.views.characters import escaped_json
from partyreports.views.output import temporary_name

Parse = Callable[[Iterable[ParseInput]], Iterator[MeetingReport | ParseFailure]]
"""`parse_many` with its options."""
_TOLD = 20
"""Failures that are kept to be told; all stand in the file."""


@dataclass
class Counts:
    """What a run came to.

    Attributes:
        parsed: articles whose results were added.
        skipped: articles that were done before, from the same text and with the same options.
        failed: articles that could not be read or parsed.
        repeated: articles whose id another article has, so that theirs has a number added.
        failures: the first failures.
    """

    parsed: int = 0
    skipped: int = 0
    failed: int = 0
    repeated: int = 0
    failures: list[PartyReportsError] = field(default_factory=list)


def run(
    articles: Iterable[Article | Unread],
    parse: Parse,
    results: Results,
    manifest: Manifest,
    *,
    force: bool,
    counts: Counts,
) -> None:
    """Parse what is not done, and keep its results.

    Args:
        articles: the articles, in order; they are read as they are needed.
        parse: what parses them, in order.
        results: where the results go.
        manifest: what is done.
        force: parse also what is done.
        counts: what the run came to is added here, article by article.

    Raises:
        InputFileError: the results cannot be written, for example because the disk is full. What was committed before
            stays, and nothing of the rest.
        KeyboardInterrupt: Ctrl-C was pressed; what was parsed by then is kept.
    """
    failures = _Failures(manifest.folder, counts)

    def keep() -> None:
        with _uninterrupted():
            results.commit(everything=True)
            failures.close()
            manifest.end((counts.parsed, counts.skipped, counts.failed))

    try:
        try:
            _parse_left(articles, parse, results, manifest, failures, force=force, counts=counts)
        except OSError:
            raise
        except BaseException:
            keep()
            raise
        keep()
    except OSError as error:
        if not manifest.has_moves:
            with suppress(OSError):
                results.abandon()
        with suppress(OSError):
            failures.close()
        if isinstance(error, InputFileError):
            raise
        raise InputFileError(
            "{path}: {reason}", path=error.filename or manifest.folder, reason=reason_of(error)
        ) from error


def _parse_left(
    articles: Iterable[Article | Unread],
    parse: Parse,
    results: Results,
    manifest: Manifest,
    failures: "_Failures",
    *,
    force: bool,
    counts: Counts,
) -> None:
    waiting: deque[tuple[Article, Claim]] = deque()

    def left() -> Iterator[ParseInput]:
        for article in articles:
            if isinstance(article, Unread):
                failures.add(article)
                continue
            claim = manifest.claim(article)
            counts.repeated += claim.is_repeated
            if claim.is_done and not force and results.has(claim):
                counts.skipped += 1
                continue
            waiting.append((article, claim))
            yield ParseInput(article.text, id=claim.id, url=article.url, published=article.published)

    for result in parse(left()):
        with _uninterrupted():
            article, claim = waiting.popleft()
            if isinstance(result, ParseFailure):
                failures.add(_unread(article, claim, result.error, result.as_error()))
                continue
            try:
                results.add(claim, article, _with_notes(result, claim, article))
            except InputFileError as error:
                if not is_about_one_file(error):
                    raise
                failures.add(_unread(article, claim, type(error).__name__, error))
                continue
            counts.parsed += 1
            results.commit()


def _unread(article: Article, claim: Claim, error: str, reason: object) -> Unread:
    problem = InputFileError("{article}: {reason}", article=article.name, reason=reason)
    return Unread(article.name, error, problem, claim.id)


def _with_notes(report: MeetingReport, claim: Claim, article: Article) -> MeetingReport:
    """The report with the notes on how its article was read."""
    notes = article.notes
    if claim.is_repeated:
        notes += (make_note("repeated-id", given=article.id or "", id=claim.id),)
    return report.model_copy(update={"notes": (*report.notes, *notes)}) if notes else report


class _Failures:
    """`failures.jsonl`: a line for each article that failed. There is no file where none did."""

    def __init__(self, folder: Path, counts: Counts) -> None:
        self._path = folder / FAILURES
        self._counts = counts
        self._file: TextIO | None = None
        self._temporary = temporary_name(self._path)

    def add(self, failure: Unread) -> None:
        self._counts.failed += 1
        if len(self._counts.failures) < _TOLD:
            self._counts.failures.append(failure.problem)
        if self._file is None:
            self._file = self._temporary.open("x", encoding="utf-8", newline="", errors="replace")
        line = {"article": failure.name, "id": failure.id, "error": failure.error, "message": str(failure.problem)}
        self._file.write(escaped_json(json.dumps(line, ensure_ascii=False)) + "\n")

    def close(self) -> None:
        """Give the file its place, or remove the one of a run before."""
        try:
            if self._file is None:
                self._path.unlink(missing_ok=True)
            else:
                self._file.close()
                self._temporary.replace(self._path)
        finally:
            self._temporary.unlink(missing_ok=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait, so that the results of an article are added whole or not at all."""
    in_main_thread = threading.current_thread() is threading.main_thread()
    handler = signal.getsignal(signal.SIGINT) if in_main_thread else None
    if not callable(handler):  # ignored, or not ours to handle
        yield
        return
    pressed: list[tuple[int, FrameType | None]] = []
    signal.signal(signal.SIGINT, lambda number, frame: pressed.append((number, frame)))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
    if pressed:
        handler(*pressed[0])
