"""The ten facts of one article come out, whatever it is written in."""

import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from documents import article
from documents.word_files import article_with_automatic_numbers, article_with_typed_numbers
from partyreports.documents import from_bytes, from_file, from_html, from_markdown, from_pdf

HERE = Path(__file__).parent
PAGES = sorted((HERE / "pages").glob("*.html"))
PDFS = sorted((HERE / "files").glob("*.pdf"))


def test_from_text() -> None:
    assert article.missed(article.TEXT) == {}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_from_html(page: Path) -> None:
    assert article.missed(from_file(page)) == {}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_article_is_read_whole_and_little_besides(page: Path) -> None:
    document = from_file(page)
    read = {" ".join(line.split()) for line in unicodedata.normalize("NFC", document.text).splitlines()}
    unnumbered = " ".join(read)
    for line in (article.LEAD, article.ATTENDANCE, *article.ACHIEVEMENTS, *article.TASKS, *article.SUBTASKS):
        assert line in unnumbered
    foreign = sum(map(len, read)) - len(article.TEXT)
    assert foreign < 0.12 * len(article.TEXT)


def test_from_markdown() -> None:
    assert article.missed(from_markdown(article.MARKDOWN)) == {}


def test_from_docx_with_automatic_numbers() -> None:
    assert article.missed(from_bytes(article_with_automatic_numbers())) == {}


def test_from_docx_with_typed_numbers() -> None:
    assert article.missed(from_bytes(article_with_typed_numbers())) == {}


@pytest.mark.parametrize("file", PDFS, ids=lambda file: file.stem)
def test_from_pdf(file: Path) -> None:
    assert article.missed(from_file(file)) == {}


@pytest.mark.skipif(shutil.which("chromium") is None, reason="chromium is not installed")
@pytest.mark.parametrize("name", ["modern_cms", "aspnet_table"])
def test_from_pdf_as_the_browser_here_prints_it(name: str, tmp_path: Path) -> None:
    target = tmp_path / "page.pdf"
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    command += [f"--print-to-pdf={target}", (HERE / "pages" / f"{name}.html").as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert article.missed(from_pdf(target)) == {}


def test_a_page_that_is_given_as_str_reads_like_its_bytes() -> None:
    for page in PAGES[:3]:
        assert from_html(page.read_text(encoding="utf-8")).text == from_html(page.read_bytes()).text
