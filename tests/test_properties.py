"""The promises, attacked: grounded, accounted for, stable, total, deterministic."""

import datetime
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from partyreports import InputTypeError, MeetingReport, TextTooLongError, parse
from partyreports.coverage import add_claims, claimed_spans
from partyreports.invariants import broken_promises
from partyreports.text.source import fold
from partyreports.text.spans import merge
from shapes import articles, lists, mutations, read_article, shipped_articles

SHIPPED = shipped_articles()
UNCLAIMED = Path(__file__).parent / "expected" / "unclaimed.json"
"""Words of `unclaimed` for every shipped article, written by tools/write_expected.py."""


def facts(report: MeetingReport) -> Any:
    """What a report says, without where it stands or how its words are encoded."""

    hidden = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\ufeff]")

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                k: plain(v) for k, v in value.items() if not k.endswith("span") and k not in {"source", "unclaimed"}
            }
        if isinstance(value, list):
            return [plain(member) for member in value]
        if isinstance(value, str):
            return " ".join(fold(unicodedata.normalize("NFC", hidden.sub("", value))).split())
        return value

    return plain(report.model_dump(mode="json"))


@given(articles())
def test_promises_hold_on_anything_like_an_article(text: str) -> None:
    assert broken_promises(parse(text), text) == []


@given(lists())
def test_promises_hold_on_lists_of_all_shapes_in_any_order(text: str) -> None:
    assert broken_promises(parse(text), text) == []


@given(st.text(st.characters(), max_size=200))
def test_promises_hold_on_any_text(text: str) -> None:
    assert broken_promises(parse(text), text) == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_promises_hold_on_shipped_articles(path: Path) -> None:
    text = read_article(path)
    assert broken_promises(parse(text), text) == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_promises_hold_on_articles_that_are_cut_off(path: Path) -> None:
    text = read_article(path)
    capitals = [at for at, char in enumerate(text, 1) if char.isupper()]
    for end in capitals[:: max(1, len(capitals) // 8)]:
        assert broken_promises(parse(text[:end]), text[:end]) == []


@settings(max_examples=60)
@given(st.data())
def test_promises_hold_on_mutated_shipped_articles(data: st.DataObject) -> None:
    text = data.draw(mutations(read_article(data.draw(st.sampled_from(SHIPPED)))))
    assert broken_promises(parse(text), text) == []


def test_promises_hold_on_a_line_of_a_megabyte() -> None:
    text = " ".join(read_article(path).replace("\n", " ") for path in SHIPPED)
    text = (text + " ") * (1 + 1_000_000 // len(text))
    assert broken_promises(parse(text), text) == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "change",
    [
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: re.sub(r"\r\n?|\n", "\r\n", text),
        lambda text: re.sub(r"\r\n?|\n", "\r", text),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("Đ", "Ð"),
        lambda text: "  \n" + text + " \n\n ",
        lambda text: "\ufeff" + text,
        lambda text: re.sub(r"(?<=[^\W\d_])(?=[^\W\d_])", "\u200b", text),
        lambda text: re.sub(r"(?<=[^\W\d_]{2})(?=[^\W\d_]{2})", "\u00ad", text),
        lambda text: "\u200f" + text.replace("\n", "\u200e\n\u200f"),
    ],
    ids=[
        "NFD",
        "CRLF",
        "CR",
        "NBSP",
        "Icelandic Ð",
        "outer space",
        "byte order mark",
        "ZWSP",
        "soft hyphens",
        "direction marks",
    ],
)
def test_encoding_of_the_same_words_changes_no_fact(path: Path, change: Any) -> None:
    text = read_article(path)
    changed = parse(change(text))
    assert facts(changed) == facts(parse(text).model_copy()) or _without_impostor(facts(changed)) == facts(parse(text))


def _without_impostor(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_impostor(member) for key, member in value.items()}
    if isinstance(value, list):
        return [_without_impostor(member) for member in value]
    return value.replace("ð", "đ") if isinstance(value, str) else value


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_old_tone_placement_changes_no_fact(path: Path) -> None:
    text = read_article(path)
    new_to_old = dict(zip("òóỏõọ", "oooooo", strict=False))
    old = re.sub(r"(?<!q)([òóỏõọ])([ae])(?!\w)", lambda m: new_to_old[m[1]] + _toned(m[2], m[1]), text)
    old = re.sub(r"(?<!q)([ùúủũụ])y(?!\w)", lambda m: "u" + _toned("y", m[1]), old)
    assert facts(parse(old)) == facts(parse(text))


def _toned(vowel: str, model: str) -> str:
    """`vowel` with the tone of `model`: a + ò → à."""
    return unicodedata.normalize("NFC", vowel + unicodedata.normalize("NFD", model)[-1])


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_json_round_trip_and_determinism(path: Path) -> None:
    report = parse(read_article(path))
    dumped = report.model_dump_json()
    assert MeetingReport.model_validate_json(dumped) == report
    assert parse(read_article(path)).model_dump_json() == dumped


def validated(report: MeetingReport) -> MeetingReport:
    """The same report, every field of every model validated."""
    return MeetingReport.model_validate(report.model_dump())


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_models_made_without_validation_are_valid_and_complete(path: Path) -> None:
    report = parse(read_article(path))
    assert validated(report) == report
    assert validated(report).model_dump_json() == report.model_dump_json()


@given(articles())
def test_models_made_without_validation_are_valid_on_anything(text: str) -> None:
    report = parse(text)
    assert validated(report).model_dump_json() == report.model_dump_json()


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_outermost_claims_cover_what_all_claims_do(path: Path) -> None:
    report = parse(read_article(path))
    claims: list[tuple[int, int]] = []
    for name, value in report:
        if name not in {"unclaimed", "notes"}:
            add_claims(value, claims)
    assert merge(claims) == claimed_spans(report)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_no_field_explains_is_what_is_expected(path: Path) -> None:
    expected = json.loads(UNCLAIMED.read_text(encoding="utf-8"))
    report = parse(read_article(path))
    assert [passage.text for passage in report.unclaimed] == expected[path.stem]


@given(articles())
@settings(max_examples=30)
def test_json_can_always_be_written_and_read(text: str) -> None:
    report = parse(text)
    again = MeetingReport.model_validate_json(report.model_dump_json())
    if not re.search("[\ud800-\udfff]", text):
        assert again == report


@pytest.mark.parametrize("wrong", [None, b"bytes", bytearray(b"x"), 3, ["text"], Path("file.txt")])
def test_misuse_raises_our_own_type_error_that_says_what_to_pass(wrong: Any) -> None:
    with pytest.raises(InputTypeError, match="as str, not"):
        parse(wrong)
    with pytest.raises(TypeError):
        parse(wrong)


def test_bytes_are_told_to_be_decoded() -> None:
    with pytest.raises(InputTypeError, match="decode it first"):
        parse("Họp báo".encode())  # type: ignore[arg-type]


def test_the_longest_text_is_a_setting_with_a_clear_error() -> None:
    with pytest.raises(TextTooLongError, match=r"the limit is 10 \(raise max_length"):
        parse("x" * 11, max_length=10)
    assert parse("x" * 10, max_length=10).source.length == 10


@pytest.mark.parametrize("text", ["", " ", "\n\n\t", "\u00a0\u2003"])
def test_a_blank_text_gives_a_report_with_a_note_and_nothing_else(text: str) -> None:
    report = parse(text)
    assert [note.code for note in report.notes] == ["empty-text"]
    assert not report.is_meeting_report
    assert (report.title, report.sections, report.chairs, report.date, report.unclaimed) == (None, (), (), None, ())


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"published": "2024-03-15"}, "published= takes a datetime.date"),
        ({"id": 5}, "id= takes a str, not int"),
        ({"url": b"x"}, "url= takes a str, not bytes"),
        ({"meeting": "yes"}, "meeting= takes True, False or None"),
        ({"without": "chair.presidium"}, "collection of names"),
        ({"without": 5}, "collection of names"),
        ({"tokenizer": "underthesea"}, "tokenizer= takes a function"),
        ({"max_length": "1000"}, "max_length= takes a number"),
        ({"max_length": True}, "max_length= takes a number"),
        ({"lexicon": 5}, "lexicon= takes a Lexicon"),
        ({"lexicon": {"id": "section.task.x", "forms": ["x"], "example": "x"}}, "a list of entries .* not one dict"),
    ],
)
def test_what_the_caller_knows_is_refused_in_a_wrong_type(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(InputTypeError, match=message):
        parse("Họp báo", **wrong)


def test_of_a_moment_of_publication_the_day_is_kept() -> None:
    moment = datetime.datetime(2024, 3, 15, 23, 30, tzinfo=datetime.UTC)
    report = parse("Họp báo\n\nSáng 14-3, họp báo.", published=moment)
    assert type(report.source.published) is datetime.date
    assert report == parse("Họp báo\n\nSáng 14-3, họp báo.", published=moment.date())
    assert MeetingReport.model_validate_json(report.model_dump_json()) == report


@pytest.mark.parametrize(
    "text",
    [
        "một là\nhai là ",
        "Nhiệm vụ:\n1. Rà soát.\n2. \n",
        "Thứ nhất,hai là \u00a0",
        "2.a\n2.a)1. 2. I",
        "I)một là\nhai là \n1.>\n2.a)\nb)",
    ],
)
def test_a_last_point_without_words_ends_behind_its_marker(text: str) -> None:
    assert broken_promises(parse(text), text) == []
