"""All words are there in every language, and nothing beside them."""

import datetime
import pickle
import string
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from write_catalogue import CATALOGUES, Found, NoLiteral, all_words, in_python, in_templates

from partyreports import ParseFailure, parse, parse_many
from partyreports.documents import from_file
from partyreports.errors import InputFileError, LanguageError
from partyreports.language import LANGUAGES, Plural, closest_language, language
from partyreports.language.notes import NOTE_TEXTS
from partyreports.models import PartialDate
from partyreports.notes import make_note

OTHERS = sorted(set(LANGUAGES) - {"en"})


def entries(code: str) -> polib.POFile:
    return polib.pofile((CATALOGUES / f"{code}.po").read_text(encoding="utf-8"))


def places(text: str) -> list[str]:
    """The values that a text asks for."""
    return sorted({name for _, name, _, _ in string.Formatter().parse(text) if name is not None})


def test_every_language_has_a_file_and_every_file_a_language() -> None:
    assert [path.stem for path in sorted(CATALOGUES.glob("*.po"))] == OTHERS


@pytest.mark.parametrize("code", OTHERS)
def test_no_word_is_missing(code: str) -> None:
    """`python tools/write_catalogue.py` adds what the code shows; the translation is written by hand."""
    known = {(entry.msgid, entry.msgid_plural) for entry in entries(code) if entry.translated()}
    missing = sorted(set(all_words()) - known)
    assert not missing, f"run tools/write_catalogue.py and translate in {code}.po: {missing}"


@pytest.mark.parametrize("code", OTHERS)
def test_no_word_is_left_that_nothing_shows(code: str) -> None:
    left = sorted({(entry.msgid, entry.msgid_plural) for entry in entries(code)} - set(all_words()))
    assert not left, f"run tools/write_catalogue.py, which drops them from {code}.po: {left}"


@pytest.mark.parametrize("code", OTHERS)
def test_translations_ask_for_the_values_of_the_text(code: str) -> None:
    for entry in entries(code):
        asked = places(entry.msgid_plural or entry.msgid)
        for told in [entry.msgstr] if entry.msgstr else entry.msgstr_plural.values():
            assert places(told) == asked, entry.msgid


def test_every_text_is_one_literal() -> None:
    """A text that is put together, as by an f-string, cannot be looked up."""
    assert not [found for found in in_python() if isinstance(found, NoLiteral)]


def test_pages_ask_for_their_words_by_name() -> None:
    """The templates are read as well, so that none of their words is missed."""
    assert "Search" in {found.words.one for found in in_templates() if isinstance(found, Found)}


def note_values(text: str | Plural) -> Iterator[tuple[str, str | int]]:
    for name in places(text.more if isinstance(text, Plural) else text):
        yield name, 3 if name in {"count", "announced", "number", "level", "before", "after"} else "xyz"


@pytest.mark.parametrize("code", NOTE_TEXTS)
def test_notes_are_told_in_every_language_from_their_values(code: str) -> None:
    values = dict(note_values(NOTE_TEXTS[code]))
    note = make_note(code, **values)
    assert note.message == language("en").note(note.code, note.values)
    told = language("vi").note(note.code, note.values)
    assert told is not None
    assert told != note.message
    assert all(str(value) in told for value in values.values())


def test_a_note_of_another_version_speaks_for_itself() -> None:
    assert language("vi").note("of-the-future", {}) is None
    assert language("vi").note("number-gap", {"before": 1}) is None


def test_a_report_read_back_tells_its_notes_in_any_language() -> None:
    text = "Tin\n\nCác việc:\n1. Rà soát.\n2. Báo cáo.\n4. Sửa."
    report = type(parse(text)).model_validate_json(parse(text).model_dump_json())
    assert "Giữa 2 và 4 thiếu: 3." in report.to_markdown(lang="vi")
    assert "Missing between 2 and 4: 3." in report.to_markdown()


def test_an_unknown_note_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="no text"):
        make_note("of-the-future")


def test_errors_are_told_in_english_and_in_any_other_language() -> None:
    error = LanguageError("there is no language {code!r}; there are {known}", code="fr", known="en, vi")
    assert str(error) == "there is no language 'fr'; there are en, vi"
    assert language("vi").error(error) == "không có ngôn ngữ 'fr'; chỉ có en, vi"
    outer = InputFileError("a.txt: {reason}", reason=error)
    assert language("vi").error(outer) == "a.txt: không có ngôn ngữ 'fr'; chỉ có en, vi"
    assert str(outer) == "a.txt: there is no language 'fr'; there are en, vi"


def test_errors_without_values_may_have_braces() -> None:
    assert str(InputFileError("a{b}.txt")) == "a{b}.txt"
    assert language("vi").error(InputFileError("a{b}.txt")) == "a{b}.txt"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(LanguageError, match="'fr'"):
        language("fr")
    with pytest.raises(LanguageError):
        parse("Họp").to_html("Họp", lang="fr")
    with pytest.raises(LanguageError):
        parse("Họp").to_markdown(lang="fr")


@pytest.mark.parametrize(
    ("tags", "code"),
    [
        (["vi"], "vi"),
        (["vi_VN.UTF-8"], "vi"),
        (["VI-vn", "en"], "vi"),
        (["en-GB", "vi"], "en"),
        ([], "en"),
        (["C"], "en"),
    ],
)
def test_the_closest_language(tags: list[str], code: str) -> None:
    assert closest_language(tags) == code


@pytest.mark.parametrize(
    ("date", "english", "vietnamese"),
    [
        (PartialDate(year=2020, month=6, day=1), "2020-06-01", "01/06/2020"),
        (PartialDate(month=6, day=1), "1 June", "ngày 01/06"),
        (PartialDate(year=2020, month=6), "June 2020", "tháng 6/2020"),
        (PartialDate(month=6), "June", "tháng 6"),
        (PartialDate(day=5), "day 5", "ngày 5"),
        (PartialDate(year=2020), "2020", "năm 2020"),
        (datetime.date(2020, 6, 1), "2020-06-01", "01/06/2020"),
    ],
)
def test_dates(date: PartialDate | datetime.date, english: str, vietnamese: str) -> None:
    assert language("en").date(date) == english
    assert language("vi").date(date) == vietnamese


@pytest.mark.parametrize(
    ("count", "english", "vietnamese"), [(1, "1 point", "1 mục"), (1200, "1,200 points", "1.200 mục")]
)
def test_numbers_have_their_form(count: int, english: str, vietnamese: str) -> None:
    assert language("en").ngettext("{count:,} point", "{count:,} points", count) == english
    assert language("vi").ngettext("{count:,} point", "{count:,} points", count) == vietnamese


def test_failures_of_many_are_told_in_any_language() -> None:
    (failure,) = parse_many([None])  # type: ignore[list-item]
    assert isinstance(failure, ParseFailure)
    assert failure.message == "an item is the text of an article as str, or a ParseInput, not NoneType"
    assert language("en").error(failure) == failure.message
    assert language("vi").error(failure).endswith("không phải NoneType")


def test_reasons_of_the_system_are_told_too() -> None:
    with pytest.raises(InputFileError) as told:
        from_file("/there/is/none.txt")
    error = told.value
    assert str(error) == "/there/is/none.txt: No such file or directory"
    assert language("vi").error(error) == "/there/is/none.txt: không có tệp hay thư mục này"


def test_errors_travel_between_processes() -> None:
    error = InputFileError("{path}: {reason}", path=Path("a"), reason=ValueError("b"))
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.template, again.values) == ("a: b", "{path}: {reason}", {"path": "a", "reason": "b"})
