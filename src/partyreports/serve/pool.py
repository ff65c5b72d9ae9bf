"""Processes that do the work, so that no article keeps the server from answering others."""

import asyncio
import multiprocessing
from concurrent.futures import CancelledError

from pebble import ProcessExpired, ProcessPool

from partyreports.language import gettext_noop
from partyreports.serve.refusals import Refusal
from partyreports.serve.settings import Settings
from partyreports.serve.work import Job, do, warm


class Workers:
    """A pool of processes. One that takes too long over an article, or dies of it, is replaced."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        # Not by fork: the server has threads, and a fork copies their locks as they are.
        self._pool = ProcessPool(
            max_workers=settings.workers, initializer=warm, context=multiprocessing.get_context("spawn")
        )
        self._under_way = 0

    async def make(self, job: Job) -> bytes:
        """What becomes of a job.

        Raises:
            Refusal: nothing can be made of the article, it takes too long, or too many wait before it.
        """
        settings = self._settings
        if self._under_way >= settings.workers + settings.waiting:
            raise Refusal(503, gettext_noop("Too many articles are waiting; try again in a minute."))
        self._under_way += 1
        try:
            future = self._pool.schedule(do, args=(job, settings.max_characters), timeout=settings.timeout)
            made = await asyncio.wrap_future(future)
        except TimeoutError:
            raise Refusal(
                504, gettext_noop("The article takes longer than {seconds:g} seconds."), seconds=settings.timeout
            ) from None
        except (ProcessExpired, CancelledError):
            raise Refusal(500, gettext_noop("The article could not be parsed: its process died.")) from None
        except Exception:
            raise Refusal(
                500, gettext_noop("The article could not be parsed: there is an error in the program.")
            ) from None
        finally:
            self._under_way -= 1
        if made.refused is not None:
            raise Refusal(made.refused, made.content.decode("utf-8"))
        return made.content

    def close(self) -> None:
        """End all processes."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()
