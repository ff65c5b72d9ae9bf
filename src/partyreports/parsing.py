"""From the text of an article to its report: the page to read first.

    raw str ─ scan ─ layout ─┬─ lists:    markers ─ series ─ sections ──────────────────┐
                             ├─ meeting:  detection ─ date, details, chairs, attendance ┼─ MeetingReport
                             └─ citations ──────────────────────────────────────────────┘

Each stage is a pure function of the article and of what stands left of it.
"""

import datetime
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any

from partyreports.assembly import meeting_of, report_of, source_of
from partyreports.citations import find_citations
from partyreports.documents.document import Document
from partyreports.errors import InputTypeError, TextTooLongError
from partyreports.language import Phrase, gettext_noop
from partyreports.layout.article import article_of
from partyreports.layout.lost_spaces import find_lost_spaces
from partyreports.layout.segmentation import find_layout
from partyreports.lists.candidates import find_markers
from partyreports.lists.sections import find_sections
from partyreports.lists.series import find_series
from partyreports.meeting.attendance.finding import find_attendance
from partyreports.meeting.chairs.persons import find_chairs
from partyreports.meeting.date.choosing import find_date
from partyreports.meeting.details.finding import find_details
from partyreports.meeting.details.period import find_period
from partyreports.meeting.detection.deciding import detect_meeting
from partyreports.models import MeetingReport
from partyreports.text.lexicon import Lexicon, LexiconEntry, entry_of
from partyreports.text.scanned import scan
from partyreports.text.tokens import Tokenizer, reader_for

MAX_LENGTH = 1_500_000
"""Longest text, in code points, that `parse` takes unless told otherwise: no text of that length takes over 1 GB."""


def parse(
    text: str | Document,
    *,
    published: datetime.date | None = None,
    id: str | None = None,  # noqa: A002  (the public name of the field that keeps it)
    url: str | None = None,
    meeting: bool | None = None,
    without: Collection[str] = (),
    lexicon: Lexicon | Iterable[LexiconEntry | Mapping[str, Any]] | None = None,
    tokenizer: Tokenizer | None = None,
    max_length: int = MAX_LENGTH,
) -> MeetingReport:
    r"""Read one article and return its report.

    Args:
        text: the article as scraped or pasted; any `str`, also an empty one. Or a `Document` (see
            `partyreports.documents`): its text is read, its date of publication and address are taken as known.
        published: when the article was published, where the caller knows it: completes a year that is not
            printed, and is kept in `report.source`; `report.published` stays what is printed. Of a `datetime` the day
            is taken, as it stands, whatever its time zone.
        id: name of the article, kept in `report.source`.
        url: address of the article, kept in `report.source`.
        meeting: True or False where the caller knows whether a meeting is reported; None lets the evidence decide.
        without: names of rules to switch off, as they stand in reports: to see what a rule is worth. A name that no
            rule has switches nothing off.
        lexicon: vocabulary to use instead of `Lexicon.default()`, or entries to add to it for this
            call. The last few extended lexicons are kept, so the same entries may be given again and again.
        tokenizer: callable that splits one short line into words, instead of underthesea's.
        max_length: longest text to take, in code points.

    Returns:
        The report. Every quoted text is `text[span.start:span.end]`; what no field explains stands in
        `unclaimed`, what a reader should know in `notes`.

    Raises:
        InputTypeError: `text` is neither a `str` nor a `Document`, or another argument is of a wrong type.
        TextTooLongError: `text` is longer than `max_length`.
        LexiconError: an entry of `lexicon` does not validate.

    >>> tasks = "Ngành tập trung ba nhiệm vụ sau:\n1. Rà soát.\n2. Bổ sung.\n3. Báo cáo."
    >>> report = parse("Nhiệm vụ tháng 6\n\n" + tasks)
    >>> [(point.number, point.marker.text, point.text) for point in report.tasks]
    [(1, '1.', 'Rà soát.'), (2, '2.', 'Bổ sung.'), (3, '3.', 'Báo cáo.')]
    """
    if isinstance(text, Document):
        published, url, text = published or text.published, url or text.url, text.text
    published = _checked_day(published)
    _check_known(id, url, meeting, without)
    check_settings(tokenizer, max_length)
    scanned = scan(_checked(text, max_length), vocabulary(lexicon), without=frozenset(without))
    layout = find_layout(scanned)
    article = article_of(scanned, layout, published=published, meeting=meeting)

    markers = find_markers(article, reader_for(tokenizer))
    series = find_series(article, markers.value)
    sections = find_sections(article, series.value)

    mentions = detect_meeting(article)
    date = find_date(article, mentions)
    chairs = find_chairs(article, mentions, date.date)
    facts = {
        "meeting": meeting_of(find_details(article, mentions), date, find_period(article, mentions, date.date)),
        "chairs": chairs,
        "attendance": find_attendance(article, mentions, chairs),
        "sections": sections.value,
        "citations": find_citations(article),
        "notes": (*article.source.notes, *markers.notes, *series.notes, *sections.notes, *find_lost_spaces(article)),
    }
    return report_of(source_of(text, id, url, published), article, mentions, facts)


def hint_to_decode(value: object) -> Phrase:
    """What to do with bytes that are given in the place of a text; empty for anything else."""
    hint = gettext_noop("; decode it first, for example data.decode('utf-8')")
    return Phrase(hint if isinstance(value, bytes | bytearray) else "")


def warm_up() -> None:
    """Load now what the first article would load: the rules, the lexicon, and the tokenizer's model.

    For workers of services and engines, where the first article should take no longer than others. It takes about a
    second and is safe to call again. Processes that start by `fork` afterwards find it loaded.

    >>> warm_up()
    """
    examples = "\n".join(entry.example for entry in Lexicon.default().entries)
    parse(examples)  # which hold a word of every entry, so that every rule looks at something
    reader_for(None).failure(examples[:1])  # whether or not a rule had to ask


def _checked(text: object, max_length: int) -> str:
    if not isinstance(text, str):
        raise InputTypeError(
            "parse() takes the text of an article as str, not {kind}{hint}",
            kind=type(text).__name__,
            hint=hint_to_decode(text),
        )
    if len(text) > max_length:
        raise TextTooLongError(
            "the text has {length:,} characters; the limit is {limit:,} (raise max_length to allow it)",
            length=len(text),
            limit=max_length,
        )
    return text


def _checked_day(published: object) -> datetime.date | None:
    """The day of publication. A `datetime` is a `date` too, but its time would not survive the JSON of a report."""
    if published is not None and not isinstance(published, datetime.date):
        raise InputTypeError("published= takes a datetime.date, not {kind}", kind=type(published).__name__)
    return published.date() if isinstance(published, datetime.datetime) else published


def _check_known(name: object, url: object, meeting: object, without: object) -> None:
    """Refuse what a caller says of an article in a type that would be kept or ignored without a word."""
    if name is not None and not isinstance(name, str):
        raise InputTypeError("id= takes a str, not {kind}", kind=type(name).__name__)
    if url is not None and not isinstance(url, str):
        raise InputTypeError("url= takes a str, not {kind}", kind=type(url).__name__)
    if meeting is not None and not isinstance(meeting, bool):
        raise InputTypeError("meeting= takes True, False or None, not {kind}", kind=type(meeting).__name__)
    if isinstance(without, str) or not isinstance(without, Collection):
        raise InputTypeError(
            "without= takes a collection of names of rules, not one {kind}", kind=type(without).__name__
        )


def check_settings(tokenizer: object, max_length: object) -> None:
    """Refuse settings of a wrong type, before any text is read.

    Raises:
        InputTypeError: the tokenizer cannot be called, or the length is no whole number.
    """
    if tokenizer is not None and not callable(tokenizer):
        raise InputTypeError(
            "tokenizer= takes a function from a text to its words, not {kind}", kind=type(tokenizer).__name__
        )
    if not isinstance(max_length, int) or isinstance(max_length, bool):
        raise InputTypeError("max_length= takes a number of characters, not {kind}", kind=type(max_length).__name__)


def vocabulary(lexicon: Lexicon | Iterable[LexiconEntry | Mapping[str, Any]] | None) -> Lexicon:
    """The lexicon to use: the default one, the one given, or the default one with the entries given.

    Raises:
        InputTypeError: neither a lexicon nor several entries were given.
        LexiconError: an entry does not validate.
    """
    if lexicon is None:
        return Lexicon.default()
    if isinstance(lexicon, Lexicon):
        return lexicon
    if isinstance(lexicon, str | Mapping) or not isinstance(lexicon, Iterable):
        raise InputTypeError(
            "lexicon= takes a Lexicon or a list of entries for one, not one {kind}", kind=type(lexicon).__name__
        )
    return _extended(tuple(map(entry_of, lexicon)))


@lru_cache(maxsize=8)
def _extended(entries: tuple[LexiconEntry, ...]) -> Lexicon:
    """The default lexicon with further entries, made once for the same entries: it takes as long as ten articles."""
    return Lexicon.default().extended(entries)
