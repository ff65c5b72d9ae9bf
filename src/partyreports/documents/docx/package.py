"""The parts of a Word file, opened without trust.

A DOCX file is a ZIP archive of XML parts. Only the parts that hold text and numbering are read: no macro is run,
no relation to another file or host is followed. Sizes are limited before and while a part is unpacked. The parser
refuses every document type declaration, which Word never writes: without one there are no entities to expand.
"""

import io
import zipfile
import zlib
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from partyreports.documents.files import read_bytes
from partyreports.errors import DocumentError

MAX_PART = 100_000_000
"""Bytes of one part, unpacked."""
MAX_RATIO = 200
"""Most that a part may grow when it is unpacked; text written by Word grows about tenfold."""
_MAX_PARTS = 20_000
_MAX_DEPTH = 256
_CHUNK = 1 << 16
_SMALL = 1_000_000
"""Bytes below which a part may grow as it likes: a few empty paragraphs pack very well."""


class Package:
    """A Word file with its parts."""

    def __init__(self, source: "str | Path | bytes", name: str) -> None:
        """Open the archive.

        Raises:
            InputTypeError: `source` is neither a path nor bytes.
            InputFileError: the file cannot be read.
            DocumentError: it is no Word file, or is encrypted.
        """
        self.name = name
        data = read_bytes(source)
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            raise DocumentError(
                "{name}: this is a Word file of the old kind (.doc) or one with a password; open it in Word or "
                "LibreOffice and save it as .docx without a password",
                name=name,
            )
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise DocumentError("{name}: not a Word file, or damaged ({reason})", name=name, reason=error) from error
        if len(self._archive.filelist) > _MAX_PARTS:
            raise DocumentError(
                "{name}: the archive has {count:,} parts; no Word file has so many",
                name=name,
                count=len(self._archive.filelist),
            )
        self._parts = {info.filename: info for info in self._archive.filelist}

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return part in self._parts

    def names(self) -> list[str]:
        """The names of all parts."""
        return list(self._parts)

    def xml(self, part: str) -> Element:
        """Root of a part.

        Raises:
            DocumentError: the part is missing, damaged, too large, or declares a document type.
        """
        info = self._parts.get(part)
        if info is None:
            raise DocumentError("{name}: the archive has no part {part}", name=self.name, part=part)
        if info.flag_bits & 0x1:
            raise DocumentError("{name}: the file is encrypted; save it without a password", name=self.name)
        reader = _XmlReader(f"{self.name}: {part}")
        try:
            with self._archive.open(info) as stream:
                size = 0
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self._check_size(part, size, info.compress_size)
                    reader.feed(chunk)
        except DocumentError:
            raise
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
            raise DocumentError(
                "{name}: {part} is damaged ({reason})", name=self.name, part=part, reason=error
            ) from error
        return reader.close()

    def _check_size(self, part: str, size: int, packed: int) -> None:
        if size > MAX_PART or (size > _SMALL and size > MAX_RATIO * max(packed, 1)):
            raise DocumentError(
                "{name}: {part} unpacks to more than {size:,} bytes from {packed:,}; refused",
                name=self.name,
                part=part,
                size=size,
                packed=packed,
            )


class _XmlReader:
    """Parses a part as it is unpacked. Names come as `{namespace}name`."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._builder = TreeBuilder()
        self._depth = 0
        self._parser = parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._builder.data

    def _refuse(self, *_: object) -> None:
        raise DocumentError("{part} declares a document type, which no Word file does; refused", part=self._name)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise DocumentError(
                "{part} nests elements more than {limit} deep; refused", part=self._name, limit=_MAX_DEPTH
            )
        self._builder.start(_clark(name), {_clark(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._builder.end(_clark(name))

    def feed(self, data: bytes) -> None:
        """Take the next bytes."""
        try:
            self._parser.Parse(data, False)  # noqa: FBT003 - the parser's form
        except expat.ExpatError as error:
            raise DocumentError("{part} is damaged ({reason})", part=self._name, reason=error) from error

    def close(self) -> Element:
        """The root, when all bytes were given."""
        try:
            self._parser.Parse(b"", True)  # noqa: FBT003
        except expat.ExpatError as error:
            raise DocumentError("{part} is damaged ({reason})", part=self._name, reason=error) from error
        return self._builder.close()


def _clark(name: str) -> str:
    return "{" + name if "}" in name else name
