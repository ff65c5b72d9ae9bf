"""All inputs of a command: files, folders, files of records, standard input; their articles one after the other."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from partyreports.documents.opening import SUFFIXES
from partyreports.errors import InputFileError, PartyReportsError
from partyreports.inputs.articles import Article, Unread
from partyreports.inputs.delimited import Delimited
from partyreports.inputs.files import name_of, read_document
from partyreports.inputs.folders import TEXTS, Choice, Walk
from partyreports.inputs.jsonl import JsonLines
from partyreports.inputs.parquet import Parquet
from partyreports.inputs.records import Fields, RecordFile, Row, article_of, id_of


class Kind(StrEnum):
    """What a file holds."""

    ARTICLE = "article"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


_READERS: dict[Kind, Callable[[Path | None], RecordFile]] = {
    Kind.JSONL: JsonLines,
    Kind.CSV: Delimited,
    Kind.PARQUET: Parquet,
}
_KINDS = {
    ".jsonl": Kind.JSONL,
    ".ndjson": Kind.JSONL,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".parquet": Kind.PARQUET,
    ".pq": Kind.PARQUET,
}
READABLE = SUFFIXES | _KINDS.keys()
"""Suffixes of what can be read."""


class Reading(NamedTuple):
    """How inputs are read.

    Attributes:
        fields: fields of records.
        choice: which files of folders are read.
        kind: what all files hold; None goes by their names.
        markdown: read texts as Markdown whatever the names of their files.
    """

    fields: Fields = Fields()
    choice: Choice = Choice()
    kind: Kind | None = None
    markdown: bool = False


_USUAL = Reading()


class InputFile(NamedTuple):
    """A file that is to be read.

    Attributes:
        path: where it is; None for standard input.
        id: its name in reports; None for standard input.
        source: the folder that was named, or the file itself.
    """

    path: Path | None
    id: str | None
    source: str


class Inputs:
    """What the arguments of a command name. Iterated, it gives each article, or an `Unread` in its place.

    Nothing is held but the arguments: folders are walked, and files of records read, as the articles are asked for.

    Args:
        paths: files and folders; None is standard input.
        reading: how they are read.

    Attributes:
        not_read: once iterated, how many files in folders have a suffix that is not read.
        left_out: once iterated, how many files or folders were left out because `parse` wrote them.
        linked: once iterated, how many links to folders in folders were not followed.
    """

    def __init__(self, paths: Sequence[Path | None], reading: Reading = _USUAL) -> None:
        self._paths = paths
        self._reading = reading
        self._begun: Iterator[Row] | None = None
        self._folders = [path is not None and path.is_dir() for path in paths]
        self.not_read: Counter[str] = Counter()
        self.left_out = 0
        self.linked = 0

    @property
    def has_several(self) -> bool:
        """Whether there may be several articles: also in a folder that happens to hold one."""
        return len(self._paths) > 1 or any(self._folders) or self._kind(self._paths[0]) is not Kind.ARTICLE

    @property
    def count(self) -> int | None:
        """How many articles there are, where that is known without looking."""
        if any(self._folders) or any(self._kind(path) is not Kind.ARTICLE for path in self._paths):
            return None
        return len(self._paths)

    def reads(self, path: Path) -> bool:
        """Whether a file that is there is one of the inputs, or would be read in a folder of them."""
        if not path.is_file():
            return False
        whole = path.resolve()
        for given, is_folder in zip(self._paths, self._folders, strict=True):
            if given is None:
                continue
            if not is_folder:
                if given.exists() and path.samefile(given):
                    return True
            elif whole.is_relative_to(given.resolve()):
                below = whole.relative_to(given.resolve()).as_posix()
                if self._reading.choice.takes(below):
                    return True
        return False

    @property
    def wider(self) -> str:
        """The options with which the files of other suffixes would be read; empty where none of them can be."""
        more = {suffix.removesuffix(".gz") for suffix in self.not_read if _is_readable(suffix)}
        if not more or self._reading.choice.patterns:
            return ""
        return " ".join(f"--suffix {suffix}" for suffix in (*(self._reading.choice.suffixes or TEXTS), *sorted(more)))

    def files(self) -> Iterator[InputFile | Unread]:
        """The files, in order."""
        self.not_read.clear()
        self.left_out = 0
        self.linked = 0
        names = _names(self._paths)
        folders = sum(self._folders)
        for path, name, is_folder in zip(self._paths, names, self._folders, strict=True):
            if path is None:
                yield InputFile(None, None, name_of(None))
            elif is_folder:
                # Paths below several folders are told apart by the folders' names.
                yield from self._folder(path, f"{name}/" if folders > 1 else "")
            else:
                yield InputFile(path, name, str(path.resolve()))

    def _folder(self, folder: Path, above: str) -> Iterator[InputFile | Unread]:
        walk = Walk(folder, self._reading.choice)
        source = str(folder.resolve())
        for found in walk:
            if isinstance(found, InputFileError):
                yield Unread(str(found.values["path"]), type(found).__name__, found)
            else:
                path, below = found
                is_article = self._kind(path) is Kind.ARTICLE
                yield InputFile(path, above + below, source if is_article else str(path.resolve()))
        self.not_read += walk.not_read
        self.left_out += walk.left_out
        self.linked += walk.linked

    def _kind(self, path: Path | None) -> Kind:
        if self._reading.kind is not None:
            return self._reading.kind
        name = "" if path is None else path.name.casefold().removesuffix(".gz")
        return next((kind for suffix, kind in _KINDS.items() if name.endswith(suffix)), Kind.ARTICLE)

    def misuse(self) -> PartyReportsError | None:
        """What is wrong with the arguments before anything is read.

        There is nothing to read, a field is named that no record has, or standard input is named twice. A file that
        cannot be read is no misuse: it is told in its place.
        """
        if self._paths.count(None) > 1:
            return InputFileError("standard input can be read once; name - once")
        for file in self._files_of_records():
            try:
                columns = self._columns(file)
            except PartyReportsError:
                continue
            for name in self._reading.fields.named:
                if columns and name not in columns:
                    return InputFileError(
                        "{article}: there is no field {field!r}; there are: {there}",
                        article=name_of(file.path),
                        field=name,
                        there=", ".join(columns),
                    )
        return self._nothing() if next(self.files(), None) is None else None

    def _files_of_records(self) -> Iterator[InputFile]:
        choice = self._reading.choice
        suffixes = choice.suffixes or (() if choice.patterns else TEXTS)
        in_folders = self._reading.kind is None and (not suffixes or any(suffix in _KINDS for suffix in suffixes))
        if in_folders or any(self._kind(path) is not Kind.ARTICLE for path in self._paths):
            for file in self.files():
                if isinstance(file, InputFile) and self._kind(file.path) is not Kind.ARTICLE:
                    yield file

    def _columns(self, file: InputFile) -> tuple[str, ...]:
        """The fields that its records have. Of standard input, which can be read once, the first records are kept."""
        if file.path is not None:
            return self._records(file).columns()
        rows = self._rows(file)
        head = list(islice(rows, 100))
        self._begun = chain(head, rows)
        return tuple(dict.fromkeys(chain.from_iterable(row.values or () for row in head)))

    def _nothing(self) -> PartyReportsError:
        choice = self._reading.choice
        wanted = choice.patterns or [f"*{suffix}" for suffix in choice.suffixes or TEXTS]
        if not self.not_read and not self.linked:
            if self.left_out:
                return InputFileError(
                    "the folders given hold nothing but what `parse` wrote; name a file to have it parsed"
                )
            return InputFileError("there are no files in the folders given")
        found = {"wanted": ", ".join(wanted), "there": counts_of(self.not_read) or "0"}
        if self.linked:
            return InputFileError(
                "no {wanted} in the folders given; there are: {there}; linked folders not read: {linked:,}",
                linked=self.linked,
                **found,
            )
        return InputFileError("no {wanted} in the folders given; there are: {there}", **found)

    def __iter__(self) -> Iterator[Article | Unread]:
        for file in self.files():
            if isinstance(file, Unread):
                yield file
            elif self._kind(file.path) is Kind.ARTICLE:
                yield self._article(file)
            else:
                yield from self._articles(file)

    def _article(self, file: InputFile) -> Article | Unread:
        name = "stdin" if file.path is None else str(file.path)
        try:
            document = read_document(file.path, markdown=self._reading.markdown)
        except PartyReportsError as error:
            return Unread(name, type(error).__name__, error, file.id)
        path = None if file.path is None else name
        return Article(name, file.id, document.text, path, document.published, None, file.source, document.notes)

    def _articles(self, file: InputFile) -> Iterator[Article | Unread]:
        """The articles of a file of records."""
        fields, markdown = self._reading.fields, self._reading.markdown
        path = None if file.path is None else str(file.path)
        file_name, file_id = path or "stdin", file.id or "stdin"
        try:
            for row in self._rows(file):
                name = f"{file_name}:{row.number}"
                try:
                    article = article_of(row, fields, name, file_id, markdown=markdown)
                except PartyReportsError as error:
                    yield Unread(name, type(error).__name__, error, id_of(row, fields))
                else:
                    yield replace(article, path=path, source=file.source)
        except PartyReportsError as error:
            yield Unread(file_name, type(error).__name__, error)

    def _rows(self, file: InputFile) -> Iterator[Row]:
        if file.path is None and self._begun is not None:
            return self._begun
        return self._records(file).rows(self._reading.fields.all)

    def _records(self, file: InputFile) -> RecordFile:
        return _READERS[self._kind(file.path)](file.path)


def _names(paths: Sequence[Path | None]) -> list[str]:
    """The name of each file or folder; its path where several have the same name."""
    names = Counter(path.name for path in dict.fromkeys(paths) if path is not None)
    return [
        "" if path is None else path.as_posix() if names[path.name] > 1 or not path.name else path.name
        for path in paths
    ]


def counts_of(suffixes: Counter[str]) -> str:
    """How many files of each suffix there are; those that could be read first."""
    order = sorted(suffixes.items(), key=lambda one: (not _is_readable(one[0]), -one[1], one[0]))
    return ", ".join(f"{count:,} {suffix}" for suffix, count in order)


def _is_readable(suffix: str) -> bool:
    return suffix.removesuffix(".gz") in READABLE
