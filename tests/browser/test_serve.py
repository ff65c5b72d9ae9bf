"""The server in a real browser: paste, look, save."""

import io
import json
from collections.abc import Iterator

import pytest

from browsing import why_not

pytest.importorskip("fastapi", reason="the extra serve is not installed")

import docx

from partyreports import MeetingReport, parse
from partyreports.evaluation import Miss, evaluate_folder
from partyreports.serve.settings import Settings
from partyreports.tabular.csv import to_csv
from reading import Reader
from serving import serving
from shapes import ROOT, read_article

reason = why_not()
pytestmark = pytest.mark.skipif(reason is not None, reason=f"browser tests skipped: {reason}")

ARTICLE = read_article(ROOT / "examples" / "giao_ban_thang_5.txt")
EMOJI = f"🌾 {ARTICLE}"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serving(Settings(workers=1, max_characters=20_000)) as address:
        yield address


def pastes(reader: Reader, address: str, text: str) -> Reader:
    reader.goes(address)
    reader.runs("document.querySelector('#article-text').value = arguments[0]", text)
    reader.finds("#url").send_keys("https://tin.example/giao-ban")
    reader.clicks("button[type=submit]")
    reader.waits("document.querySelector('#outline') !== null")
    return reader


def test_paste_page_save(reader: Reader, address: str) -> None:
    page = pastes(reader, address, EMOJI)
    assert page.finds("h1").text.endswith("Giao ban trực tuyến ngành Văn thư - Lưu trữ 5 tháng đầu năm 2023")
    report = parse(EMOJI, url="https://tin.example/giao-ban")
    files = {suffix: page.saves(f"[data-suffix='{suffix}']") for suffix in (".csv", ".md", ".docx")}
    assert files[".csv"].read_bytes().decode("utf-8-sig") == to_csv("points", report.tables().points)
    assert files[".md"].read_text(encoding="utf-8") == report.to_markdown()
    assert docx.Document(io.BytesIO(files[".docx"].read_bytes())).paragraphs[0].text.startswith("🌾 Giao ban")
    assert MeetingReport.model_validate_json(page.saves("#save-json").read_bytes()) == report
    assert page.complaints() == []


def test_a_correction_becomes_gold_here_too(reader: Reader, address: str) -> None:
    page = pastes(reader, address, EMOJI)
    page.clicks("#correct")
    page.clicks(f"#text [data-f='{page.field('attendance.points')}']")
    page.clicks("#shown .is-wrong")
    file = page.saves("#export")
    assert json.loads(file.read_bytes())["text"] == EMOJI
    assert evaluate_folder(file.parent).misses == [Miss("attendance_points", file.stem, "46", "nothing")]
    assert page.complaints() == []


def test_a_file_is_read(reader: Reader, address: str) -> None:
    file = reader.folder / "tin.html"
    file.write_text(f"<!DOCTYPE html><article><h1>Họp báo</h1><p>{ARTICLE}</article>", encoding="utf-8")
    reader.goes(address)
    reader.finds("#file").send_keys(str(file))
    reader.clicks("button[type=submit]")
    reader.waits("document.querySelector('#outline') !== null")
    assert "46 điểm cầu" in reader.finds("#outline").text
    reader.clicks(".around-pages a")
    assert reader.finds("#article-text").is_displayed()
    assert reader.complaints() == []


def test_a_refusal_is_told_where_one_pastes(reader: Reader, address: str) -> None:
    reader.goes(address)
    reader.runs("document.querySelector('#article-text').value = 'a'.repeat(20001)")
    reader.clicks("button[type=submit]")
    assert reader.finds("[role=alert]").text == "The article is longer than 20,000 characters."
    # Emoji are one character each, as for the parser.
    reader.runs("document.querySelector('#article-text').value = '🌾'.repeat(20000)")
    reader.clicks("button[type=submit]")
    reader.waits("document.querySelector('#outline') !== null")


def test_a_file_that_is_too_large_is_not_sent(reader: Reader, address: str) -> None:
    file = reader.folder / "large.txt"
    with file.open("wb") as large:
        large.truncate(20_000_001)
    reader.goes(address)
    reader.finds("#file").send_keys(str(file))
    reader.clicks("button[type=submit]")
    assert reader.finds("[role=alert]").text == "The file is larger than 19,990,000 bytes."
    assert reader.finds("button[type=submit]").text == "Show the report"


def test_a_refusal_of_the_server_is_told_where_one_pastes(reader: Reader, address: str) -> None:
    reader.goes(address)
    file = reader.folder / "a.rtf"
    file.write_bytes(b"{\\rtf1 x")
    reader.finds("#file").send_keys(str(file))
    reader.clicks("button[type=submit]")
    reader.waits("document.querySelector('[role=alert]') !== null")
    assert "save it as .docx" in reader.finds("[role=alert]").text


def test_the_browser_chooses_the_language(reader: Reader, address: str) -> None:
    agent = reader.runs("return navigator.userAgent")
    speak = {"userAgent": agent, "acceptLanguage": "vi-VN"}
    reader.driver.execute_cdp_cmd("Emulation.setUserAgentOverride", speak)
    try:
        page = pastes(reader, address, ARTICLE)
        assert page.finds("#correct").text == "Sửa"
        assert "# Giao ban" in page.saves("[data-suffix='.md']").read_text(encoding="utf-8")
    finally:
        reader.driver.execute_cdp_cmd("Emulation.setUserAgentOverride", {**speak, "acceptLanguage": "en-US"})


def test_the_page_of_the_interface_needs_nothing_from_elsewhere(reader: Reader, address: str) -> None:
    reader.goes(f"{address}api")
    reader.waits("document.querySelectorAll('.opblock').length === 2")
    assert reader.complaints() == []
