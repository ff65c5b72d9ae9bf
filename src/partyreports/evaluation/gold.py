"""Gold documents: an article as a user would feed it, and the answers made by hand."""

import datetime
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from partyreports.errors import GoldError
from partyreports.models import MeetingFormat, MeetingKind, PartialDate, PartOfDay, SectionRole

_DATE = re.compile(r"([0-9]{4}|-)(?:-([0-9]{2}|))?(?:-([0-9]{2}))?")
_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")


def _date(written: str) -> str:
    # What the expression takes beyond the forms of a partial date is not written again as it was.
    if found := _DATE.fullmatch(written):
        year, month, day = (int(part) if part and part != "-" else None for part in found.groups())
        try:
            if PartialDate(year=year, month=month, day=day).isoformat() == written:
                return written
        except ValidationError:
            pass
    raise ValueError(f"{written!r} is no date: 2020-06-01, 2020-06 and 2020 are, or without a year --06-01")


def _moment(written: str) -> str:
    day, separator, time = written.partition("T")
    if separator and not _TIME.fullmatch(time):
        raise ValueError(f"{written!r} has no time of day like 14:56 after its date")
    return _date(day) + separator + time


_Count = Annotated[int, Field(ge=0)]
"""How many of something there are."""


class _Gold(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldItem(_Gold):
    """One numbered point. Offsets are code points into the text."""

    n: int = Field(ge=0, description="The number that the marker says.")
    start: int = Field(ge=0, description="First character of the marker.")
    body: int = Field(ge=0, description="First character of the point's text.")
    end: int = Field(ge=0, description="After its last character.")

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not self.start < self.body <= self.end:
            raise ValueError(
                f"point {self.n}: start {self.start}, body {self.body} and end {self.end} are out of order"
            )
        return self


class GoldList(_Gold):
    """One numbered list."""

    role: SectionRole | None = Field(description="What its points are; null where a reader cannot say.")
    declared: _Count | None = None
    """Number of points that the introduction announces."""
    level: int = Field(default=0, ge=0)
    """0, or 1 for a list inside a point, and so on."""
    inline: bool = False
    """Whether two of its points share a paragraph."""
    items: tuple[GoldItem, ...] = Field(min_length=2)
    """The points, two or more."""


class GoldDocument(_Gold):
    """One article with its answers; `text` is filled from the file beside them if there is one.

    A key that the answers do not have is not scored: null and an empty list say that the article gives
    no such thing, an absent key says nothing.
    """

    id: str
    """Name of the document."""
    is_meeting_report: bool
    """Whether the article reports a meeting that took place."""
    title: str | None = None
    """The headline as printed."""
    published: Annotated[str, AfterValidator(_moment)] | None = None
    """ISO date of the dateline, with `T14:56` where a clock time is printed."""
    meeting_date: Annotated[str, AfterValidator(_date)] | None = None
    """First day of the meeting, `2020-06-01` or `--06-01`."""
    part_of_day: PartOfDay | None = None
    """sáng, trưa, chiều or tối."""
    kind: MeetingKind | None = None
    """Sort of meeting."""
    place: str | None = None
    """Where the meeting took place, in the shortest printed wording."""
    period: tuple[datetime.date, datetime.date] | None = None
    """First and last day of the period that the meeting reviewed."""
    chairs: tuple[str, ...] = ()
    """Names alone of those said to chair."""
    chair_positions: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Positions of each chair as printed, one string each, by the name as in `chairs`."""
    organisations: tuple[str, ...] = ()
    """Bodies said to attend."""
    attendance_points: _Count | None = None
    """Connected sites of the whole meeting."""
    delegates: _Count | None = None
    """People attending the whole meeting."""
    format: MeetingFormat | None = None
    """online, in_person or hybrid."""
    citations: tuple[str, ...] = ()
    """Document numbers with their type suffix, each once."""
    named_citations: tuple[str, ...] = ()
    """Documents cited by name or bare number; not scored."""
    footer_start: int | None = None
    """Where the site's parts after the article begin."""
    lists: tuple[GoldList, ...] = ()
    """Every numbered list of two points or more."""
    headings: tuple[str | None, ...] = ()
    """For each list the first words of the sentence or heading that introduces it, or null."""
    text_sha256: str | None = None
    """SHA-256 of the text in UTF-8; checked where given."""
    series_only: bool = Field(default=False, description="Only the lists are annotated.")
    facts_only: bool = Field(default=False, description="Only the facts are annotated.")
    text: str
    """The article."""

    @model_validator(mode="after")
    def _fits_its_text(self) -> Self:
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        if self.text_sha256 is not None and self.text_sha256 != digest:
            raise ValueError("text_sha256 is not that of the text: the article was changed after it was annotated")
        ends = [item.end for one in self.lists for item in one.items] + [self.footer_start or 0]
        if max(ends) > len(self.text):
            raise ValueError(f"an offset ({max(ends)}) lies outside the text of {len(self.text)} characters")
        if "headings" in self.model_fields_set and len(self.headings) != len(self.lists):
            raise ValueError(f"{len(self.headings)} headings were given for {len(self.lists)} lists")
        if self.period is not None and self.period[1] < self.period[0]:
            raise ValueError("the period ends before it begins")
        if strangers := set(self.chair_positions) - set(self.chairs):
            raise ValueError(f"chair_positions names who is no chair: {', '.join(sorted(strangers))}")
        return self


def load_gold(answers: str | Path) -> GoldDocument:
    """One gold document: a JSON file and the text beside it, or a JSON file that holds its text.

    Args:
        answers: the JSON file; the article has the same name with the suffix `.txt`, or stands under the key `text`.

    Raises:
        GoldError: a file is missing or no UTF-8, a key is missing, unknown or of the wrong type, a date is none,
            a count is negative, an offset lies outside the text, or the text is not the one that was annotated.
    """
    answers = Path(answers)
    try:
        raw = json.loads(answers.read_text(encoding="utf-8"))
        if not isinstance(raw, dict):
            raise GoldError("{file}: a JSON object was expected", file=answers.name)
        article = answers.with_suffix(".txt")
        if article.exists() or "text" not in raw:
            with article.open(encoding="utf-8", newline="") as file:
                text = file.read()
            if raw.setdefault("text", text) != text:
                raise GoldError(
                    "{file}: the text in it is not that of {article}", file=answers.name, article=article.name
                )
    except json.JSONDecodeError as error:
        raise GoldError("{file}: no JSON: {reason}", file=answers.name, reason=error) from error
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError("{file}: {reason}", file=answers.name, reason=error) from error
    return _document(raw, answers.name)


def _document(raw: dict[str, Any], where: str) -> GoldDocument:
    try:
        return GoldDocument.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "document"
        raise GoldError("{file}: {place}: {reason}", file=where, place=place, reason=first["msg"]) from error


def load_lines(answers: Path) -> Iterator[GoldDocument | GoldError]:
    """Gold documents of a JSON Lines file, one a line, each with its text under the key `text`.

    Yields:
        Each document, or what is wrong with its line.

    Raises:
        GoldError: the file cannot be read.
    """
    try:
        lines = answers.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError("{file}: {reason}", file=answers.name, reason=error) from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _of_line(line, f"{answers.name}:{number}")
        except GoldError as error:
            yield error


def _of_line(line: str, where: str) -> GoldDocument:
    try:
        raw = json.loads(line)
    except json.JSONDecodeError as error:
        raise GoldError("{file}: no JSON: {reason}", file=where, reason=error) from error
    if not isinstance(raw, dict):
        raise GoldError("{file}: a JSON object was expected", file=where)
    return _document(raw, where)


def gold_files(folder: Path) -> list[Path]:
    """The files of a folder that are gold, in the order of their names.

    They are JSON files with their text beside them or in them, and JSON Lines files with texts in them.
    """
    single = (path for path in folder.glob("*.json") if path.with_suffix(".txt").exists() or _holds_text(path))
    return sorted([*single, *folder.glob("*.jsonl")])


def _holds_text(path: Path) -> bool:
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(raw, dict) and isinstance(raw.get("text"), str)


def load_folder(folder: str | Path) -> tuple[list[GoldDocument], list[GoldError]]:
    """Gold documents of a folder in the order of their names, and what could not be loaded.

    Args:
        folder: holds pairs `NAME.txt` + `NAME.json`, JSON files with their text, or JSON Lines files with a document
            and its text in each line; others are passed over.

    Raises:
        GoldError: the folder holds no gold at all.
    """
    documents: list[GoldDocument] = []
    failures: list[GoldError] = []
    answers = gold_files(Path(folder))
    if not answers:
        raise GoldError(
            "{folder}: no pair NAME.txt + NAME.json, and no NAME.json or NAME.jsonl that holds its text", folder=folder
        )
    for path in answers:
        try:
            found = load_lines(path) if path.suffix == ".jsonl" else [load_gold(path)]
            for one in found:
                if isinstance(one, GoldError):
                    failures.append(one)
                else:
                    documents.append(one)
        except GoldError as error:
            failures.append(error)
    return documents, failures
