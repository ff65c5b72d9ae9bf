"""Many articles: lazily, in order, on as many processes as asked for."""

import multiprocessing
import pickle
from collections.abc import Iterable, Iterator, Mapping
from multiprocessing.context import BaseContext
from multiprocessing.reduction import ForkingPickler
from typing import Any

from partyreports.batch.items import Options, ParseFailure, ParseInput, parse_item
from partyreports.batch.pool import parse_on_processes
from partyreports.batch.processors import usable_processors
from partyreports.documents.document import Document
from partyreports.errors import InputTypeError, PartyReportsError, TokenizerError
from partyreports.models import MeetingReport
from partyreports.parsing import MAX_LENGTH, check_settings, vocabulary
from partyreports.text.lexicon import Lexicon, LexiconEntry
from partyreports.text.tokens import Tokenizer

__all__ = ["ParseFailure", "ParseInput", "parse_many"]


def parse_many(
    texts: Iterable[str | Document | ParseInput],
    *,
    workers: int = 1,
    timeout: float | None = None,
    lexicon: Lexicon | Iterable[LexiconEntry | Mapping[str, Any]] | None = None,
    tokenizer: Tokenizer | None = None,
    max_length: int = MAX_LENGTH,
    start_method: str | None = None,
) -> Iterator[MeetingReport | ParseFailure]:
    """Parse articles one after the other, or on several processes, in the order given.

    Both ends are lazy: a few dozen articles per worker are read ahead, however many there are. An item that
    cannot be parsed (no `str`, too long, over its time, fatal to its process) gives a `ParseFailure` in its place
    and stops nothing. If `texts` itself raises an error, what was read before is parsed and given out first.

    With more than one worker, or with `timeout`, call it under `if __name__ == "__main__":` in a script. Processes
    start with the first result and end with the last, or when the iterator is closed. The calling process is one
    of the workers, which spares its reports the way between processes, except with a tokenizer of your own or with
    `timeout`: then it only waits, so that neither a crash of native code nor a slow item can stop it. A daemonic
    process (a worker of `multiprocessing.Pool` or of Celery) may not start processes: there `workers` is ignored,
    and the process parses by itself.

    Args:
        texts: the articles, as `str` or `Document`, or as `ParseInput` where more is known of them; any
            iterable, also an endless one.
        workers: number of processes that parse; 1 is the calling one alone, 0 means as many as this process may
            use processors (its affinity and the quota of its container count).
        timeout: seconds that one item may take; None means any time. With it all items are parsed on other
            processes, also with one worker. A process that is over its time is ended and replaced.
        lexicon: as for `parse`.
        tokenizer: as for `parse`; where processes do not start by `fork`, it must be picklable.
        max_length: as for `parse`.
        start_method: how workers start (`fork`, `spawn`, `forkserver`); None takes Python's default.

    Yields:
        A `MeetingReport`, or a `ParseFailure`, for every item.

    Raises:
        InputTypeError: `texts` is one `str`, `bytes` or `ParseInput`, or no iterable at all, or another argument is
            of a wrong type.
        TokenizerError: the tokenizer cannot be sent to processes that start as these do.
        LexiconError: an entry of `lexicon` does not validate.
        PartyReportsError: another argument is no use: negative `workers`, a `timeout` that is not positive or
            that a daemonic process cannot keep, a start method that this system does not have.

    >>> [report.title.text for report in parse_many(["Họp báo tháng 5", "Giao ban tháng 6"])]
    ['Họp báo tháng 5', 'Giao ban tháng 6']
    """
    items = _checked_items(texts)
    _check_numbers(workers, timeout)
    check_settings(tokenizer, max_length)
    options = Options(vocabulary(lexicon), tokenizer, max_length, timeout)
    count = workers or usable_processors()
    if multiprocessing.current_process().daemon:
        if timeout is not None:
            raise PartyReportsError("timeout= needs processes of its own, which a daemonic process may not start")
        count = 1
    if count == 1 and timeout is None:
        return (parse_item(index, item, options) for index, item in enumerate(items))
    return parse_on_processes(items, count, options, _context(start_method, options))


def _checked_items(texts: object) -> Iterable[Any]:
    if isinstance(texts, str | bytes | bytearray | ParseInput):
        raise InputTypeError(
            "parse_many() takes an iterable of articles, not one {kind}; for one article: parse(text)",
            kind=type(texts).__name__,
        )
    if not isinstance(texts, Iterable):
        raise InputTypeError("parse_many() takes an iterable of articles, not {kind}", kind=type(texts).__name__)
    return texts


def _check_numbers(workers: object, timeout: object) -> None:
    if not isinstance(workers, int) or isinstance(workers, bool):
        raise InputTypeError("workers= takes a number of processes, not {kind}", kind=type(workers).__name__)
    if workers < 0:
        raise PartyReportsError("workers is a number of processes, 0 or more, not {workers}", workers=workers)
    if timeout is None:
        return
    if not isinstance(timeout, int | float) or isinstance(timeout, bool):
        raise InputTypeError("timeout= takes a number of seconds or None, not {kind}", kind=type(timeout).__name__)
    if not timeout > 0:
        raise PartyReportsError("timeout is a number of seconds above 0, not {timeout}", timeout=timeout)


def _context(start_method: str | None, options: Options) -> BaseContext:
    try:
        context = multiprocessing.get_context(start_method)
    except ValueError as error:
        raise PartyReportsError("start_method: {reason}", reason=error) from error
    if options.tokenizer is not None and context.get_start_method() != "fork":
        try:
            ForkingPickler.dumps(options.tokenizer)
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            raise TokenizerError(
                "the tokenizer cannot be sent to other processes ({reason}); define it at the top of a module",
                reason=error,
            ) from error
    return context
