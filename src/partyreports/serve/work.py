"""What is done with an article, on a process of its own: read, parse, draw. Nothing of it stays there."""

import datetime
from collections.abc import Callable
from typing import NamedTuple

from partyreports.documents.opening import from_bytes
from partyreports.errors import DocumentError, InputFileError, MissingExtraError, PartyReportsError, TextTooLongError
from partyreports.language import language
from partyreports.models import MeetingReport
from partyreports.parsing import parse
from partyreports.tabular.csv import to_csv
from partyreports.views.html import Export, Neighbour, to_html
from partyreports.views.word import to_docx


class Job(NamedTuple):
    """An article, and what is to be made of it."""

    form: str
    """One of `FORMS`."""
    lang: str
    text: str = ""
    file: bytes | None = None
    """Content of a file, in the place of `text`."""
    file_name: str = ""
    id: str | None = None
    url: str | None = None
    published: datetime.date | None = None


class Made(NamedTuple):
    """What became of a job."""

    content: bytes
    refused: int | None = None
    """HTTP status, where nothing could be made; the content is the sentence that says why."""


def do(job: Job, max_characters: int) -> Made:
    """Do a job; what is wrong with the article is told in its language."""
    words = language(job.lang)
    try:
        document = None if job.file is None else from_bytes(job.file, job.file_name or "file", url=job.url)
        text = job.text if document is None else document.text
        if not text.strip():
            return Made(words.gettext("There are no words in it.").encode(), 422)
        report = parse(
            document or text,
            id=job.id,
            url=job.url,
            published=job.published,
            max_length=max_characters,
        )
        return Made(FORMS[job.form](report, text, job.lang))
    except TextTooLongError:
        told = words.gettext("The article is longer than {limit:,} characters.", limit=max_characters)
        return Made(told.encode(), 413)
    except (DocumentError, InputFileError, MissingExtraError) as error:
        return Made(words.error(error).encode("utf-8", "replace"), 422)
    except PartyReportsError as error:
        return Made(words.error(error).encode("utf-8", "replace"), 400)


def _page(report: MeetingReport, text: str, lang: str) -> bytes:
    words = language(lang)
    exports = [Export(f"/export/{form}", name, suffix) for form, (name, suffix) in EXPORTS.items()]
    back = [Neighbour("/", words.gettext("Another article"))]
    return to_html(report, text, lang=lang, neighbours=back, exports=exports).encode("utf-8", "replace")


def _json(report: MeetingReport, _text: str, _lang: str) -> bytes:
    return report.model_dump_json().encode()


def _csv(report: MeetingReport, _text: str, _lang: str) -> bytes:
    # The mark at the beginning tells spreadsheets that it is UTF-8.
    return ("\ufeff" + to_csv("points", report.tables().points)).encode("utf-8", "replace")


def _markdown(report: MeetingReport, _text: str, lang: str) -> bytes:
    return report.to_markdown(lang=lang).encode("utf-8", "replace")


def _word(report: MeetingReport, _text: str, lang: str) -> bytes:
    return to_docx(report, lang=lang)


EXPORTS = {
    "csv": ("CSV", ".csv"),
    "markdown": ("Markdown", ".md"),
    "docx": ("Word", ".docx"),
}
"""Forms that a page offers beside JSON: name and ending of the file."""
FORMS: dict[str, Callable[[MeetingReport, str, str], bytes]] = {
    "page": _page,
    "json": _json,
    "csv": _csv,
    "markdown": _markdown,
    "docx": _word,
}


def warm() -> None:
    """Load what the first article would wait for: the tokenizer and the vocabulary."""
    parse("Họp báo\n\nCác việc:\n\nMột là, rà soát.\n\nHai là, báo cáo.")
