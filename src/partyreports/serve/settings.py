"""What a server allows."""

from typing import NamedTuple


class Settings(NamedTuple):
    """Limits of a server, and the names under which it may be asked."""

    max_characters: int = 300_000
    """Longest article, in code points."""
    max_bytes: int = 20_000_000
    """Largest request, in bytes: a file, or a text with what is said of it."""
    timeout: float = 30.0
    """Seconds that reading, parsing and drawing one article may take."""
    read_timeout: float = 60.0
    """Seconds that a request may take to arrive."""
    workers: int = 2
    """Processes that work."""
    waiting: int = 64
    """Requests that may wait for a process; further ones are refused."""
    hosts: frozenset[str] = frozenset()
    """Names of this machine, beside `localhost` and its addresses, under which pages may be asked for."""
