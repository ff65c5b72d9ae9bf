"""A server for tests: real, on a free port, in a thread."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from partyreports.serve.app import create_app
from partyreports.serve.running import address_of, listen
from partyreports.serve.settings import Settings


@contextmanager
def serving(settings: Settings) -> Iterator[str]:
    """The address of a server that ends with the block."""
    listening = listen("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        yield address_of(listening)
    finally:
        server.should_exit = True
        thread.join()
