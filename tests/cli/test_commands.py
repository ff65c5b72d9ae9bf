"""The command line, as a user meets it."""

import csv
import io
import json
import re
import tempfile
import webbrowser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner

from partyreports import MeetingReport, parse
from partyreports.cli import main
from partyreports.tabular.csv import to_csv
from partyreports.views.markdown import escape, to_markdown
from partyreports.views.rendering import shared_files
from shapes import ROOT

ARTICLE = ROOT / "examples" / "giao_ban_thang_5.txt"
HOSTILE = "=cmd|' /C calc'!A0 <script>alert(1)</script> [x](javascript:alert(1)) &#60; | a\n\nCác việc:\n1. =1+1 <b>\n2. @SUM(A1) ![i](x)"


def run(*arguments: str, text: str | bytes | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, list(arguments), input=text)
    return result.exit_code, result.stdout, result.stderr


def test_the_summary_tells_what_a_reader_wants_to_know() -> None:
    code, out, err = run("parse", str(ARTICLE))
    assert (code, err) == (0, "")
    for words in (
        "2023-06-05, chiều",
        "Lương Khánh Trình",
        "46 điểm cầu",
        "Tasks (nhiệm vụ) · 5 points, 5 announced",
        "glued-words",
        "Unclaimed",
    ):
        assert words in out


def test_json_jsonl_markdown_and_csv() -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    report = parse(text, id=ARTICLE.name)
    assert MeetingReport.model_validate_json(run("parse", str(ARTICLE), "-f", "json")[1]) == report
    two = run("parse", str(ARTICLE), str(ARTICLE), "-f", "jsonl")[1].splitlines()
    assert [MeetingReport.model_validate_json(line) for line in two] == [report] * 2
    assert len(json.loads(run("parse", str(ARTICLE), str(ARTICLE), "-f", "json")[1])) == 2
    assert run("parse", str(ARTICLE), "-f", "markdown")[1].startswith("# Giao ban")
    rows = list(csv.DictReader(io.StringIO(run("parse", str(ARTICLE), str(ARTICLE), "-f", "csv")[1])))
    assert len(rows) == 2 * len(report.tables().points)
    assert {row["meeting_id"] for row in rows} == {ARTICLE.name}


@pytest.mark.parametrize("how", ["json", "jsonl"])
def test_json_with_conveniences(how: str) -> None:
    report = parse(ARTICLE.read_text(encoding="utf-8"), id=ARTICLE.name)
    code, out, _ = run("parse", str(ARTICLE), "-f", how, "--with-conveniences")
    assert (code, MeetingReport.model_validate_json(out)) == (0, report)
    added = json.loads(out)["conveniences"]
    assert added["date"] == str(report.date)
    assert [task["number"] for task in added["tasks"] if task["parent"] is None] == [1, 2, 3, 4, 5]


def test_standard_input_and_byte_order_mark() -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    out = run("parse", "-", "-f", "json", text=b"\xef\xbb\xbf" + text.encode())[1]
    assert MeetingReport.model_validate_json(out) == parse(text)


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        (b"\x89PNG\r\n", "this is a picture; recognise its text first"),
        (b"H\xe1i ngh\xdb", "not UTF-8 (byte 0xe1 at 1); convert it first"),
        (None, "No such file"),
    ],
)
def test_an_unreadable_file_costs_one_line_and_the_others_are_done(
    tmp_path: Path, content: bytes | None, advice: str
) -> None:
    bad = tmp_path / "bad.txt"
    if content is not None:
        bad.write_bytes(content)
    code, out, err = run("parse", str(bad), str(ARTICLE))
    assert code == 1
    assert len(err.splitlines()) == 1
    assert "bad.txt" in err
    assert advice in err
    assert "Lương Khánh Trình" in out


def files_below(folder: Path) -> dict[str, bytes]:
    """What a command wrote to a folder, but for the manifest, which tells the time."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "manifest.sqlite")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_folders_and_output_folder(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    for place in ("in/one.txt", "in/deep/one.txt", "in/.hidden.txt"):
        (tmp_path / place).write_text("Giao ban", encoding="utf-8")
    code, out, err = run("parse", str(tmp_path / "in"), "-f", "json", "-o", f"{tmp_path}/out/")
    assert (code, out, err) == (0, "", "partyreports: 3 articles parsed\n")
    assert set(files_below(tmp_path / "out")) == {"hidden.report.json", "one.report.json", "deep/one.report.json"}


@pytest.mark.parametrize("how", ["text", "json", "jsonl", "markdown", "csv"])
def test_workers_change_nothing_in_what_is_printed_or_written(tmp_path: Path, how: str) -> None:
    (tmp_path / "bad.txt").write_bytes(b"H\xe1i ngh\xdb")
    arguments = ["parse", str(ROOT / "examples"), str(tmp_path / "bad.txt"), str(ARTICLE), "-f", how]
    alone, together = run(*arguments), run(*arguments, "--workers", "2")
    assert alone == together
    assert alone[0] == 1
    assert [line.rpartition(": ")[2] for line in alone[2].splitlines()[1:]] == ["3 .py"]  # beside the examples
    for workers in ("1", "2"):
        assert run(*arguments, "-j", workers, "-o", str(tmp_path / f"out{workers}.txt"))[0] == 1
        assert (tmp_path / f"out{workers}.txt").read_text(encoding="utf-8") == alone[1]
        assert run(*arguments, "-j", workers, "-o", f"{tmp_path}/{workers}/")[0] == 1
    written = [files_below(tmp_path / w) for w in ("1", "2")]
    assert written[0] == written[1]
    assert len(written[0]) == 1 + 5  # the failures, and five reports or five tables


@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_article_that_cannot_be_parsed_is_named_and_the_others_are_done(tmp_path: Path, workers: str) -> None:
    for name, length in (("a", 40), ("b", 60), ("c", 40)):
        (tmp_path / f"{name}.txt").write_text("x" * length, encoding="utf-8")
    code, out, err = run("parse", str(tmp_path), "-f", "jsonl", "-j", workers, "--max-length", "50")
    assert code == 1
    assert [MeetingReport.model_validate_json(line).source.length for line in out.splitlines()] == [40, 40]
    assert err.splitlines() == [
        f"partyreports: {tmp_path / 'b.txt'}: the text has 60 characters; the limit is 50 (raise max_length to allow it)"
    ]


def test_several_files_of_which_none_can_be_read_give_an_empty_array(tmp_path: Path) -> None:
    code, out, err = run("parse", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "-f", "json")
    assert (code, json.loads(out), len(err.splitlines())) == (1, [], 2)
    assert run("parse", str(tmp_path / "a.txt"), "-f", "jsonl", "-o", str(tmp_path / "out.jsonl"))[0] == 1
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize(
    "arguments",
    [["parse"], ["parse", "-f", "xml", "x"], ["nothing"], ["parse", "--what", "x"], ["parse", "x", "-j", "-1"]],
)
def test_misuse_ends_with_two(arguments: list[str]) -> None:
    assert run(*arguments)[0] == 2


def test_schema_and_version() -> None:
    assert json.loads(run("schema")[1]) == MeetingReport.model_json_schema()
    assert "partyreports" in run("--version")[1]


def test_explain_shows_the_rules_beside_the_words() -> None:
    code, out, _ = run("explain", str(ARTICLE))
    assert code == 0
    report = parse(ARTICLE.read_text(encoding="utf-8"))
    assert report.title is not None
    rules = [one.rule for one in (report.title, *report.chairs, *report.citations, *report.related)]
    rules += [point.rule for point in report.tasks]
    assert len(rules) > 5
    for rule in rules:
        assert f"← {rule}" in out


def test_explain_knows_of_a_page_what_parse_knows(tmp_path: Path) -> None:
    page = tmp_path / "tin.html"
    page.write_text(
        '<!DOCTYPE html><meta charset="utf-8"><meta property="article:published_time" content="2024-06-04T10:20:00+07:00">'
        "<h1>Họp giao ban</h1><p>Sáng 4/6, xã Nậm Kha tổ chức hội nghị giao ban. Ông Lò Văn Pha, Chủ tịch xã, chủ trì.</p>",
        encoding="utf-8",
    )
    code, out, _ = run("parse", str(page), "-f", "json")
    date = json.loads(out)["meeting"]["date"]
    assert (code, date["value"]["year"]) == (0, 2024)
    assert run("explain", str(page), "--rule", date["rule"])[1].endswith("meeting.date: “4/6”\n")


def test_view_writes_one_page_for_one_article(tmp_path: Path) -> None:
    page = tmp_path / "out.html"
    assert run("view", str(ARTICLE), "-o", str(page)) == (0, "", "")
    text = ARTICLE.read_text(encoding="utf-8")
    assert page.read_text(encoding="utf-8") == parse(text, id=ARTICLE.name).to_html(text)
    assert run("view", "-", "-o", f"{tmp_path}/", text="Họp báo")[0] == 0
    assert "Họp báo" in (tmp_path / "stdin.html").read_text(encoding="utf-8")


def test_view_writes_a_folder_and_an_index_for_several(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    for name in ("index.txt", "a & b#1?.txt", "a_b.txt"):
        (source / name).write_text(f"Họp báo {name}", encoding="utf-8")
    (source / "bad.txt").write_bytes(b"\xe1\xff")
    out = tmp_path / "out"
    code, _, err = run("view", str(source), "-o", str(out))
    assert (code, len(err.splitlines())) == (1, 1)
    names = {path.name for path in out.iterdir()}
    shared = {file.name for file in shared_files()}
    assert names == {"index.html", "index-2.html", "a _ b_1_.html", "a_b.html", *shared}
    hrefs = re.findall(r'<a href="([^"]+)"', (out / "index.html").read_text(encoding="utf-8"))
    assert {unquote(href) for href in hrefs} == names - {"index.html", *shared}
    assert not [href for href in hrefs if set(href) & set("/:?#& ")]


def test_view_of_a_folder_with_one_article_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text("Họp báo", encoding="utf-8")
    assert run("view", str(tmp_path / "in"), "-o", str(tmp_path / "out"))[0] == 0
    shared = {file.name for file in shared_files()}
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"index.html", "one.html", *shared}
    assert run("view", str(tmp_path / "in"), "-o", str(tmp_path / "alone"), "--standalone")[0] == 0
    assert {path.name for path in (tmp_path / "alone").iterdir()} == {"index.html", "one.html"}
    assert "<style>" in (tmp_path / "alone" / "one.html").read_text(encoding="utf-8")


def test_pages_of_a_folder_lead_to_the_next_the_one_before_and_the_index(tmp_path: Path) -> None:
    for name in ("a", "b & c", "d"):
        (tmp_path / f"{name}.txt").write_text(f"Họp báo {name}", encoding="utf-8")
    assert run("view", str(tmp_path), "-o", str(tmp_path / "out"))[0] == 0
    leads = {}
    for name in ("a", "b _ c", "d"):
        html = (tmp_path / "out" / f"{name}.html").read_text(encoding="utf-8")
        leads[name] = re.findall(r'<a href="([^"#]+)"', html)
    assert leads == {
        "a": ["index.html", "b%20_%20c.html"],
        "b _ c": ["index.html", "a.html", "d.html"],
        "d": ["index.html", "b%20_%20c.html"],
    }


def test_view_opens_what_it_wrote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def browse(address: str) -> bool:
        opened.append(address)
        return len(opened) < 3

    monkeypatch.setattr(webbrowser, "open", browse)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    told = [run("view", str(ARTICLE), "--open"), run("view", str(ARTICLE), str(ARTICLE), "--open")]
    told += [run("view", str(ARTICLE), "--open", "-o", str(tmp_path / "page.html"))]
    pages = [Path(unquote(urlsplit(address).path)) for address in opened]
    assert [page.name for page in pages] == ["giao_ban_thang_5.html", "index.html", "page.html"]
    assert all(page.is_file() for page in pages)
    assert [(code, out) for code, out, _ in told] == [(0, f"{page}\n") for page in pages]
    assert [err.count("no browser") for _, _, err in told] == [0, 0, 1]
    before = set(tmp_path.iterdir())
    assert run("view", str(tmp_path / "missing.txt"), "--open")[0] == 1
    assert (len(opened), set(tmp_path.iterdir())) == (3, before)


def test_view_must_know_where_to_write() -> None:
    code, _, err = run("view", str(ARTICLE))
    assert code == 2
    assert "-o OUT.html" in err


def test_csv_cells_are_no_formulas() -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv("points", parse(HOSTILE).tables().points))))
    assert [row["text"] for row in rows] == ["'=1+1 <b>", "'@SUM(A1) ![i](x)"]
    meeting = parse(HOSTILE).tables().meetings[0].model_copy(update={"title": "=cmd|' /C calc'!A0"})
    (row,) = csv.DictReader(io.StringIO(to_csv("meetings", [meeting])))
    assert row["title"] == "'=cmd|' /C calc'!A0"
    assert run("parse", "-", "-f", "csv", "--bom", text=HOSTILE)[1].startswith("\ufeffmeeting_id")


def test_markdown_shows_hostile_text_as_text() -> None:
    shown = to_markdown(parse(HOSTILE))
    for alive in ("<script", "](javascript", "![i](", "&#60"):
        assert alive not in shown.replace("\\<", "").replace("\\]", "").replace("\\!", "").replace("\\&", "")
    assert escape("1. a") == "1\\. a"
    assert escape("# b") == "\\# b"
    assert escape("- c") == "\\- c"


def test_rows_of_nested_points() -> None:
    rows = parse("Tin\n\nCác việc:\n1. Rà soát:\na) xã;\nb) huyện.\n2. Báo cáo.").tables().points
    assert [(row.path, row.level, row.number, row.parent) for row in rows] == [
        ("s1.1", 0, 1, None),
        ("s1.1.1", 1, 1, 1),
        ("s1.1.2", 1, 2, 1),
        ("s1.2", 0, 2, None),
    ]
