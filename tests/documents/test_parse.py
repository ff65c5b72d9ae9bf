"""Documents where articles are taken: `parse`, `parse_many`, and the command line."""

import datetime
import json
import subprocess
import sys
from pathlib import Path

import pytest

from documents import article
from documents.word_files import article_with_automatic_numbers
from partyreports import ParseFailure, documents, parse, parse_many
from partyreports.cli import main
from partyreports.documents import from_file, from_html, from_markdown
from partyreports.errors import InputTypeError

HERE = Path(__file__).parent
PAGE = HERE / "pages" / "modern_cms.html"


def test_parse_reads_the_text_and_takes_what_is_known() -> None:
    document = from_file(PAGE, url="https://thu-tich.example/1")
    report = parse(document)
    assert report.source.published == datetime.date(2023, 7, 5)
    assert report.source.url == "https://thu-tich.example/1"
    assert report == parse(document.text, published=document.published, url=document.url)


def test_what_the_caller_says_goes_before_what_the_page_says() -> None:
    document = from_file(PAGE, url="https://thu-tich.example/1")
    report = parse(document, published=datetime.date(2023, 7, 6), url="https://thu-tich.example/2")
    assert (report.source.published, report.source.url) == (datetime.date(2023, 7, 6), "https://thu-tich.example/2")


def test_the_year_that_a_page_knows_completes_the_date_of_the_meeting() -> None:
    page = (
        '<meta name="pubdate" content="2023-07-05"><h1>Giao ban tháng 6</h1>'
        "<p>Sáng 4/7, Cục Thư viện tổ chức hội nghị giao ban. Ông Lương Thế Khoan chủ trì hội nghị."
    )
    assert parse(from_html(page)).date == datetime.date(2023, 7, 4)


@pytest.mark.parametrize("workers", [1, 2])
def test_parse_many_takes_documents_among_texts(workers: int) -> None:
    document = from_file(PAGE)
    reports = list(parse_many([document, article.TEXT, b"x"], workers=workers))  # type: ignore[list-item]
    assert reports[0] == parse(document)
    assert reports[1] == parse(article.TEXT)
    assert isinstance(reports[2], ParseFailure)


def test_parse_does_not_import_the_readers() -> None:
    code = "import sys, partyreports; partyreports.parse('Họp báo'); print([m for m in sys.modules if m.split('.')[0] in ('lxml', 'pypdfium2') or m.startswith(('partyreports.documents.html', 'partyreports.documents.pdf'))])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    assert result.stdout.strip() == "[]"


@pytest.mark.parametrize("name", documents.__all__)
def test_every_name_of_the_room_is_there(name: str) -> None:
    assert getattr(documents, name) is not None


def test_other_types_are_still_refused() -> None:
    with pytest.raises(InputTypeError):
        parse(b"<p>a")  # type: ignore[arg-type]


def run(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as caught:
        main(list(arguments))
    captured = capsys.readouterr()
    return int(caught.value.code or 0), captured.out, captured.err


def test_the_command_line_reads_files_by_their_content(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word, markdown = tmp_path / "tin.docx", tmp_path / "tin.md"
    word.write_bytes(article_with_automatic_numbers())
    markdown.write_text(article.MARKDOWN, encoding="utf-8")
    files = [PAGE, word, HERE / "files" / "aspnet_table.pdf", markdown]
    code, out, _ = run("parse", *map(str, files), "-f", "json", capsys=capsys)
    reports = json.loads(out)
    assert code == 0
    assert [report["chairs"][0]["name"]["text"] for report in reports] == ["Lương Thế Khoan"] * 4
    assert [report["source"]["published"] for report in reports] == ["2023-07-05", None, None, None]


def test_markdown_is_asked_for_where_the_name_does_not_say_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "tin.txt"
    path.write_text(article.MARKDOWN, encoding="utf-8")
    _, out, _ = run("parse", "--markdown", "-f", "json", str(path), capsys=capsys)
    title = json.loads(out)["title"]
    assert (
        title["text"]
        == article.TITLE
        == from_markdown(article.MARKDOWN).text[title["span"]["start"] : title["span"]["end"]]
    )


def test_notes_of_the_reading_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run("parse", str(HERE / "pages" / "json_island.html"), capsys=capsys)
    assert code == 0
    assert "read from the JSON of a script" in err
    assert run("parse", "--quiet", str(HERE / "pages" / "json_island.html"), capsys=capsys)[2] == ""


def test_view_shows_the_text_of_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "out.html"
    code, *_ = run("view", str(PAGE), "-o", str(target), capsys=capsys)
    shown = target.read_text(encoding="utf-8")
    assert code == 0
    assert article.ATTENDANCE.split(" với ")[0].split()[-1] in shown
    assert "Đọc nhiều" not in shown
