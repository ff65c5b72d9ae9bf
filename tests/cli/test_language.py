"""The command line speaks the language that is asked for, and the same English as ever otherwise."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from partyreports.cli import main
from partyreports.cli.language import chosen_language
from shapes import ROOT

ARTICLE = ROOT / "examples" / "giao_ban_thang_5.txt"


def run(*arguments: str | Path, **environ: str) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], env={"PARTYREPORTS_LANG": "", **environ})


@pytest.mark.parametrize(
    ("args", "environ", "code"),
    [
        (["--lang", "vi", "parse"], {}, "vi"),
        (["parse", "a.txt", "--lang=vi"], {"PARTYREPORTS_LANG": "en"}, "vi"),
        (["parse", "--lang", "en", "--lang", "vi"], {}, "vi"),
        (["parse", "--lang", "en"], {"LANG": "vi_VN.UTF-8"}, "en"),
        (["parse", "--", "--lang", "vi"], {}, "en"),
        (["parse", "--lang", "fr"], {"LANG": "vi_VN.UTF-8"}, "vi"),
        ([], {"PARTYREPORTS_LANG": "vi"}, "vi"),
        ([], {"PARTYREPORTS_LANG": "xx", "LANG": "vi_VN"}, "vi"),
        ([], {"LC_ALL": "en_US.UTF-8", "LANG": "vi_VN.UTF-8"}, "en"),
        ([], {"LC_MESSAGES": "vi_VN.UTF-8", "LANG": "en_US.UTF-8"}, "vi"),
        ([], {"LANGUAGE": "fr:vi:en", "LANG": "fr_FR.UTF-8"}, "vi"),
        ([], {"LANGUAGE": "vi", "LANG": "C"}, "en"),
        ([], {"LANG": "de_DE.UTF-8"}, "en"),
        ([], {}, "en"),
    ],
)
def test_who_says_which_language(args: list[str], environ: dict[str, str], code: str) -> None:
    assert chosen_language(args, environ) == code


@pytest.mark.parametrize("place", ["before", "after"])
def test_the_option_stands_anywhere(place: str) -> None:
    command, lang = ["parse", str(ARTICLE)], ["--lang", "vi"]
    result = run(*([*lang, *command] if place == "before" else [*command, *lang]))
    assert result.exit_code == 0
    assert "Chủ trì " in result.stdout
    assert "Chair" not in result.stdout
    assert "Hình như “đó,Đông” bị mất dấu cách." in result.stdout


def test_the_environment_is_asked_where_no_option_says() -> None:
    assert "Chủ trì " in run("parse", ARTICLE, LC_ALL="", LANG="vi_VN.UTF-8").stdout
    assert "Chủ trì " in run("parse", ARTICLE, PARTYREPORTS_LANG="vi").stdout
    assert "Chair " in run("parse", ARTICLE, "--lang", "en", PARTYREPORTS_LANG="vi").stdout


def test_data_are_the_same_in_every_language() -> None:
    for how in ("json", "jsonl", "csv"):
        assert run("parse", ARTICLE, "-f", how, "--lang", "vi").stdout == run("parse", ARTICLE, "-f", how).stdout


def test_markdown_and_pages_are_in_the_language(tmp_path: Path) -> None:
    assert "- **Chủ trì:**" in run("parse", ARTICLE, "-f", "markdown", "--lang", "vi").stdout
    assert run("view", ARTICLE, "-o", tmp_path / "a.html", "--lang", "vi").exit_code == 0
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "Đến thẳng bài viết" in page
    assert "Skip to the article" not in page
    assert run("view", ROOT / "examples", "-o", f"{tmp_path}/all/", "--lang", "vi").exit_code == 0
    assert ">Điểm cầu<" in (tmp_path / "all" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [None, *sorted(main.commands)])
def test_help_is_in_the_language_and_fits(command: str | None) -> None:
    asked = [] if command is None else [command]
    for lang, head in (("en", "Usage: "), ("vi", "Cách dùng: ")):
        shown = run(*asked, "--help", "--lang", lang, COLUMNS="80").stdout
        assert shown.startswith(head)
        assert max(map(len, shown.splitlines())) <= 80
        assert "..." not in shown.partition("\n")[2]  # nothing is cut off
        assert ("Show this message" in shown) == (lang == "en")


def test_errors_are_in_the_language(tmp_path: Path) -> None:
    missing = run("parse", tmp_path / "none.txt", "--lang", "vi")
    assert (missing.exit_code, missing.stderr) == (
        1,
        f"partyreports: {tmp_path / 'none.txt'}: không có tệp hay thư mục này\n",
    )
    misuse = run("parse", "--nope", "--lang", "vi")
    assert misuse.exit_code == 2
    assert misuse.stderr.startswith("Cách dùng: ")
    assert "Không có tùy chọn '--nope'." in misuse.stderr
    assert "Thiếu đối số 'FILES...'." in run("parse", "--lang", "vi").stderr
    assert "'x' không thuộc 'text'" in run("parse", "-f", "x", ARTICLE, "--lang", "vi").stderr
    assert "không có thư mục" in run("parse", ARTICLE, "-o", tmp_path / "no" / "a.txt", "--lang", "vi").stderr
    assert "không có quy tắc 'no.such'" in run("rules", "no.such", "--lang", "vi").stderr


def test_an_unknown_language_is_misuse() -> None:
    result = run("parse", ARTICLE, "--lang", "fr")
    assert result.exit_code == 2
    assert "'fr' is not one of 'en', 'vi'" in result.stderr


def test_a_run_leaves_no_language_behind() -> None:
    run("parse", ARTICLE, "--lang", "vi")
    assert run("parse", "--help").stdout.startswith("Usage: ")
    assert "Missing argument" in run("parse").stderr
    assert "PARTYREPORTS_LANG" in os.environ  # (tests/conftest.py sets it, for tests on any system)
