"""The bytes of a file."""

from pathlib import Path

from partyreports.errors import InputFileError, InputTypeError
from partyreports.language import reason_of


def read_bytes(source: str | Path | bytes) -> bytes:
    """The bytes of a file, or the bytes given.

    Raises:
        InputTypeError: neither a path nor bytes was given.
        InputFileError: the file cannot be read.
    """
    if isinstance(source, bytes):
        return source
    if not isinstance(source, str | Path):
        raise InputTypeError("a path or the bytes of a file are needed, not {kind}", kind=type(source).__name__)
    try:
        return Path(source).read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a name with NUL in it
        raise InputFileError("{source}: {reason}", source=source, reason=reason_of(error)) from error
