"""The bytes of a file."""

from pathlib import Path

from partyreports.errors import InputFileError, InputTypeError


def read_bytes(source: str | Path | bytes) -> bytes:
    """The bytes of a file, or the bytes given.

    Raises:
        InputTypeError: neither a path nor bytes was given.
        InputFileError: the file cannot be read.
    """
    if isinstance(source, bytes):
        return source
    if not isinstance(source, str | Path):
        raise InputTypeError(f"a path or the bytes of a file are needed, not {type(source).__name__}")
    try:
        return Path(source).read_bytes()
    except OSError as error:
        raise InputFileError(f"{source}: {error.strerror or error}") from error
