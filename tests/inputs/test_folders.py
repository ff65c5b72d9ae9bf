"""Which files of folders are read, in which order, under which names; and what is said of the others."""

import gzip
import os
from pathlib import Path

import pytest

from partyreports.inputs.articles import Article, Unread
from partyreports.inputs.folders import Choice
from partyreports.inputs.reading import Inputs, Reading


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "in"
    for name in ("c.txt", "A.TXT", "a.html", "b.md", "2015/1/x.txt", "2015/y.html", "2016/x.txt", "z.jsonl.gz", "LIES"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"<html><p>Giao ban {name}" if name.endswith("html") else f"Giao ban {name}", "utf-8")
    (root / "p.txt.gz").write_bytes(gzip.compress("Giao ban đóng gói".encode()))
    (root / ".DS_Store").write_bytes(b"\x00")
    return root


def ids(inputs: Inputs) -> list[str | None]:
    return [article.id for article in inputs]


def test_texts_are_read_in_order_and_the_others_counted(folder: Path) -> None:
    inputs = Inputs([folder])
    assert ids(inputs) == ["2015/1/x.txt", "2016/x.txt", "A.TXT", "c.txt", "p.txt.gz"]
    assert inputs.not_read == {".html": 2, ".md": 1, ".jsonl.gz": 1, "no suffix": 1}
    assert inputs.wider == "--suffix .txt --suffix .html --suffix .jsonl --suffix .md"
    assert inputs.misuse() is None
    texts = [article.text for article in inputs if isinstance(article, Article)]
    assert texts[-1] == "Giao ban đóng gói"


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        (Choice((".html", ".md")), ["2015/y.html", "a.html", "b.md"]),
        (Choice(patterns=("*.html",)), ["2015/y.html", "a.html"]),
        (Choice(patterns=("/*.html",)), ["a.html"]),
        (Choice(patterns=("2015/**",)), ["2015/1/x.txt", "2015/y.html"]),
        (Choice(patterns=("**/x.*", "LIES")), ["2015/1/x.txt", "2016/x.txt", "LIES"]),
        (Choice((".txt",), ("2015/**/*", "[ac].*")), ["2015/1/x.txt", "c.txt"]),
        (Choice(patterns=("201?/x.txt",)), ["2016/x.txt"]),
        (Choice(patterns=("**/**/**/**/**/**/**/**/**/**/*/nothing",)), []),
    ],
)
def test_suffixes_and_patterns(folder: Path, choice: Choice, found: list[str]) -> None:
    assert ids(Inputs([folder], Reading(choice=choice))) == found


def test_several_folders_and_files_have_ids_of_their_own(folder: Path) -> None:
    paths: list[Path | None] = [folder / "2016", folder / "2015", folder / "c.txt"]
    assert ids(Inputs(paths)) == ["2016/x.txt", "2015/1/x.txt", "c.txt"]
    same = [folder / "2015" / "1" / "x.txt", folder / "2016" / "x.txt"]
    assert ids(Inputs(same)) == [path.as_posix() for path in same]


def test_what_stands_in_folders_of_results_is_not_read(folder: Path) -> None:
    (folder / "out" / "meetings").mkdir(parents=True)
    (folder / "out" / "manifest.sqlite").write_bytes(b"")
    (folder / "out" / "meetings" / "part-00001.txt").write_text("", "utf-8")
    (folder / "c.report.txt").write_text("", "utf-8")
    inputs = Inputs([folder])
    assert "c.txt" in ids(inputs)
    assert not [name for name in ids(inputs) if "out" in str(name) or "report" in str(name)]
    assert inputs.left_out == 2


def test_nothing_to_read_is_misuse_that_says_what_there_is(folder: Path) -> None:
    there = "there are: 4 .txt, 2 .html, 1 .jsonl.gz, 1 .md, 1 .txt.gz, 1 no suffix"
    pages = Inputs([folder], Reading(choice=Choice((".pdf", ".docx"))))
    assert str(pages.misuse()) == f"no *.pdf, *.docx in the folders given; {there}"
    nothing = Inputs([folder], Reading(choice=Choice(patterns=("x/*",))))
    assert str(nothing.misuse()) == f"no x/* in the folders given; {there}"


def test_folders_without_files_and_folders_of_results_are_misuse(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    assert str(Inputs([tmp_path]).misuse()) == "there are no files in the folders given"
    (tmp_path / "a.report.txt").write_text("", "utf-8")
    assert "nothing but what `parse` wrote" in str(Inputs([tmp_path]).misuse())


def test_standard_input_named_twice_is_misuse() -> None:
    assert "can be read once" in str(Inputs([None, None]).misuse())


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_missing_files_and_broken_links_are_told(folder: Path) -> None:
    (folder / "2015" / "1" / "loop.txt").symlink_to("loop.txt")
    (folder / "gone.txt").symlink_to("nowhere.txt")
    (folder / "2017").symlink_to("not-mounted")
    (folder / "gone.html").symlink_to("nowhere.html")  # would not be read if it led somewhere
    inputs = Inputs([folder, folder / "missing"])
    unread = [one for one in inputs if isinstance(one, Unread)]
    assert [str(one.problem) for one in unread] == [
        f"{folder / '2015/1/loop.txt'}: a broken link (Too many levels of symbolic links)",
        f"{folder / '2017'}: a broken link (No such file or directory)",
        f"{folder / 'gone.txt'}: a broken link (No such file or directory)",
        f"{folder / 'missing'}: No such file or directory",
    ]
    assert unread[2].name == str(folder / "gone.txt")
    assert (inputs.not_read[".html"], inputs.linked) == (3, 0)


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_linked_files_are_read_and_linked_folders_counted(folder: Path) -> None:
    (folder / "d.txt").symlink_to("c.txt")
    (folder / "2015" / "up").symlink_to("..")
    (folder / "e.txt").symlink_to("2016")
    inputs = Inputs([folder])
    for _ in range(2):
        assert ids(inputs) == ["2015/1/x.txt", "2016/x.txt", "A.TXT", "c.txt", "d.txt", "p.txt.gz"]
        assert inputs.linked == 2
    assert ids(Inputs([folder / "e.txt"])) == ["x.txt"]  # one that is named is read

    (folder / "only").mkdir()
    (folder / "only" / "link").symlink_to("../2016")
    assert str(Inputs([folder / "only"]).misuse()) == (
        "no *.txt in the folders given; there are: 0; linked folders not read: 1"
    )


def test_a_damaged_gzip_file_is_told(tmp_path: Path) -> None:
    packed = gzip.compress(b"Giao ban " * 1000)
    for name, data in (("cut.txt.gz", packed[:-20]), ("bad.txt.gz", packed[:12] + b"????" + packed[16:])):
        (tmp_path / name).write_bytes(data)
    told = [str(one.problem) for one in Inputs([tmp_path]) if isinstance(one, Unread)]
    assert len(told) == 2
    assert all("a damaged gzip file" in message for message in told)


def test_an_article_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("partyreports.inputs.files._LARGEST_UNPACKED", 1000)
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"a" * 1001))
    (one,) = Inputs([tmp_path])
    assert isinstance(one, Unread)
    assert "more than 1,000 bytes when unpacked" in str(one.problem)
