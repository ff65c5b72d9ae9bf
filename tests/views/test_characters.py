"""Nothing that a view shows can steer a terminal, reorder what is read, or hide."""

import csv
import io
import json
import unicodedata

import pytest
from hypothesis import given

from pages import HOSTILE
from partyreports import parse
from partyreports.tabular.csv import to_csv
from partyreports.views.characters import escaped, escaped_json, escaped_line, visible
from partyreports.views.explain import to_explanation
from partyreports.views.markdown import to_markdown
from partyreports.views.text import to_text
from shapes import articles

ODD = "".join(
    chr(code)
    for code in range(0x110000)
    if unicodedata.category(chr(code)) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and chr(code) not in "\t\n\u200c\u200d"
)
ATTACK = "\x1b]0;x\x07\x1b[31m\x9b2J\u202e\u2066\x7f\u200b"
TEXT = (
    f"Giao ban {ATTACK} tháng 6\n\nSáng 1-6-2020, đồng chí Đinh Văn Sơn, Chánh {ATTACK} Văn phòng, chủ trì hội nghị.\n\n"
    f"Các việc{ATTACK}:\n1. Rà soát {ATTACK}.\na) xã {ATTACK};\nb) huyện.\n2. Báo cáo Nghị quyết số 1{ATTACK}-NQ/TW.\n"
)


def harmless(shown: str) -> bool:
    return not set(shown) & (set(ODD) - {"\r"})


def test_every_control_and_format_character_is_written_out() -> None:
    assert not set(escaped(ODD)) & set(ODD)
    assert not set(visible(ODD)) & set(ODD)
    assert len(visible(ODD)) == len(ODD)
    assert escaped("\x1b\x9b\u202e\U000e0041\ud800") == "\\x1b\\x9b\\u202e\\U000e0041\\ud800"
    assert escaped("a\tb\r\nc\u200d") == "a\tb\r\nc\u200d"
    assert escaped_line("a\r\n\tb\x1b") == "a b\\x1b"


def test_a_json_document_says_the_same_when_its_characters_are_written_out() -> None:
    document = json.dumps({"text": ODD.encode("utf-8", "replace").decode() + TEXT}, ensure_ascii=False)
    assert harmless(escaped_json(document))
    assert json.loads(escaped_json(document)) == json.loads(document)
    report = parse(TEXT)
    assert harmless(escaped_json(report.model_dump_json()))
    assert type(report).model_validate_json(escaped_json(report.model_dump_json())) == report


@given(articles())
def test_no_view_of_any_article_can_steer_a_terminal(text: str) -> None:
    report = parse(text)
    for shown in (
        to_text(report, full=True),
        to_explanation(report, text),
        to_markdown(report),
        *(to_csv(table, rows) for table, rows in report.tables().items()),
    ):
        assert harmless(shown)


@pytest.mark.parametrize("text", [TEXT, HOSTILE], ids=["escapes", "markup"])
def test_no_view_lets_an_article_steer_the_terminal(text: str) -> None:
    report = parse(text, id=f"a{ATTACK}", url=f"https://example.org/{ATTACK}")
    assert harmless(to_text(report, full=True))
    assert harmless(to_explanation(report, text))
    assert harmless(to_markdown(report))
    tables = {table: to_csv(table, rows) for table, rows in report.tables().items()}
    assert all(map(harmless, tables.values()))
    rows = list(csv.DictReader(io.StringIO(tables["meetings"])))
    assert len(rows) == 1
    if text == TEXT:
        assert "\\x1b]0;x\\x07" in to_text(report)
        assert "\\u202e" in rows[0]["title"]
