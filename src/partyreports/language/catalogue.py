"""What the words of the program are in a language.

English stands in the code, as gettext has it, so that who reads the code reads the words; other languages stand in
`data/languages/CODE.po`, which every tool for translators opens. Such a file is read when its language is first asked
for: there is nothing to build, and who stays with English pays nothing. After that nothing changes any more, so
threads share it. `tools/write_catalogue.py` gathers the words of the code, and the tests refuse a file that misses one
or has one too many.
"""

import gettext
import string
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from io import BytesIO
from typing import Any, Protocol

from partyreports.errors import LanguageError, PartyReportsError
from partyreports.language.marks import Phrase, Plural
from partyreports.language.notes import NOTE_TEXTS

LANGUAGES = {"en": "English", "vi": "Tiếng Việt"}
"""Codes of the languages, and what they call themselves."""


class _Day(Protocol):
    """A date of which parts may be unknown (`PartialDate`); `datetime.date` is one too."""

    @property
    def year(self) -> int | None: ...
    @property
    def month(self) -> int | None: ...
    @property
    def day(self) -> int | None: ...
    def isoformat(self) -> str: ...


class _Told(Protocol):
    """What says something by a text and its values."""

    @property
    def template(self) -> str: ...
    @property
    def values(self) -> Mapping[str, object]: ...


class Language:
    """The words of one language, by their English text. Get one from `language`."""

    def __init__(self, code: str, words: gettext.NullTranslations) -> None:
        self.code = code
        self._words = words
        self._formatter = _Formatter(self)

    def gettext(self, text: str, /, **values: object) -> str:
        """A text in this language.

        Args:
            text: the text in English, a literal; with places for values in the way of `str.format`.
            values: what stands in these places. Numbers in a place `{…:,}` are grouped as the language does;
                an error is told in the language.

        >>> language("en").gettext("Chair"), language("vi").gettext("Chair")
        ('Chair', 'Chủ trì')
        """
        found = self._words.gettext(text) if text else ""  # (an empty text is the head of the catalogue)
        return self._formatter.vformat(found, (), values) if values else found

    def ngettext(self, one: str, more: str, count: int, /, **values: object) -> str:
        """A text with the form that a number asks for; the number itself is the value `count`.

        >>> language("en").ngettext("{count:,} point", "{count:,} points", 1200)
        '1,200 points'
        >>> language("vi").ngettext("{count:,} point", "{count:,} points", 1200)
        '1.200 mục'
        """
        return self._formatter.vformat(self.form(one, more, count), (), {"count": count, **values})

    def form(self, one: str, more: str, count: int) -> str:
        """The form that a number asks for, its places for values not yet filled."""
        return self._words.ngettext(one, more, count)

    def number(self, number: int) -> str:
        """A number, its thousands grouped."""
        grouped = f"{number:,}"
        return grouped.replace(",", ".") if self.code == "vi" else grouped

    def date(self, date: _Day) -> str:
        """A date; one of which only parts are known is told in words.

        >>> import datetime
        >>> language("en").date(datetime.date(2020, 6, 1)), language("vi").date(datetime.date(2020, 6, 1))
        ('2020-06-01', '01/06/2020')
        """
        is_whole = None not in (date.year, date.month, date.day)
        if self.code == "vi":
            return f"{date.day:02d}/{date.month:02d}/{date.year:04d}" if is_whole else _in_vietnamese(date)
        return date.isoformat() if is_whole else _in_english(date)

    def error(self, error: _Told) -> str:
        """What an error, or a `ParseFailure`, says."""
        return self.gettext(error.template, **error.values) if error.values else self.gettext(error.template)

    def note(self, code: str, values: Mapping[str, str | int]) -> str | None:
        """What a note says; None for one that this version does not know, whose own message is what there is."""
        text = NOTE_TEXTS.get(code)
        try:
            if isinstance(text, Plural):
                count = values["count"]
                return self.ngettext(text.one, text.more, int(count), **values) if count is not None else None
            return None if text is None else self.gettext(text, **values)
        except (KeyError, ValueError):
            return None


# Not those of `calendar`, which follow the locale of the process.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _in_english(date: _Day) -> str:
    """What is known of a date: “21 January”, “June 2020”, “day 5”, “2020”."""
    if date.day is not None and date.month is None:
        return f"day {date.day}"
    month = None if date.month is None else _MONTHS[date.month - 1]
    return " ".join(str(part) for part in (date.day, month, date.year) if part is not None)


def _in_vietnamese(date: _Day) -> str:
    """What is known of a date: “ngày 21/01”, “tháng 6/2020”, “ngày 5”, “năm 2020”."""
    unit = "ngày" if date.day is not None else "tháng" if date.month is not None else "năm"
    day = "" if date.day is None else f"{date.day:02d}" if date.month is not None else f"{date.day}"
    month = "" if date.month is None else f"{date.month:02d}" if day else f"{date.month}"
    return f"{unit} " + "/".join(filter(None, [day, month, "" if date.year is None else str(date.year)]))


class _Formatter(string.Formatter):
    """`str.format`, with numbers and errors as the language has them."""

    def __init__(self, words: Language) -> None:
        self._language = words

    def format_field(self, value: Any, spec: str) -> str:  # noqa: ANN401  (as the base class has it)
        if isinstance(value, PartyReportsError):
            return self._language.error(value)
        if isinstance(value, Phrase):
            return self._language.gettext(value)
        if isinstance(value, int) and spec == ",":
            return self._language.number(value)
        return str(super().format_field(value, spec))


def language(code: str | None = None) -> Language:
    """A language by its code.

    Args:
        code: one of `LANGUAGES`; None is English.

    Raises:
        LanguageError: there is no such language.

    >>> language("vi").gettext("Chair")
    'Chủ trì'
    """
    if code is None:
        return _language("en")
    if code not in LANGUAGES:
        raise LanguageError("there is no language {code!r}; there are {known}", code=code, known=", ".join(LANGUAGES))
    return _language(code)


def closest_language(tags: Iterable[str], default: str = "en") -> str:
    """The first of our languages that is asked for.

    Args:
        tags: names of languages, the dearest first: as browsers (`vi-VN`) or systems (`vi_VN.UTF-8`) write them.
        default: what is taken where none is ours.

    >>> closest_language(["fr-FR", "vi-VN", "en"]), closest_language(["vi_VN.UTF-8"]), closest_language(["C"])
    ('vi', 'vi', 'en')
    """
    for tag in tags:
        code = tag.replace("_", "-").partition("-")[0].partition(".")[0].casefold()
        if code in LANGUAGES:
            return code
    return default


@lru_cache(maxsize=len(LANGUAGES))
def _language(code: str) -> Language:
    return Language(code, gettext.NullTranslations() if code == "en" else _translations(code))


def _translations(code: str) -> gettext.GNUTranslations:
    import polib  # noqa: PLC0415  (not at import: only for those who ask for another language than English)

    file = resources.files("partyreports").joinpath("data", "languages", f"{code}.po")
    return gettext.GNUTranslations(BytesIO(polib.pofile(file.read_text(encoding="utf-8")).to_binary()))
