"""How the command behaves at the edges: what it prints, makes, refuses, and how it ends. Real processes."""

import contextlib
import csv
import errno
import io
import json
import os
import shlex
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from partyreports.cli import main
from partyreports.views.rendering import shared_files
from shapes import ROOT

ARTICLE = ROOT / "examples" / "giao_ban_thang_5.txt"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"}
COMMAND = [sys.executable, "-m", "partyreports"]
posix = pytest.mark.skipif(os.name != "posix", reason="a shell and signals of POSIX")


def run(*arguments: str | Path, text: str | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=text)
    return result.exit_code, result.stdout, result.stderr


def shell(line: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run a line in bash, in which `$P` is the command."""
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line.replace("$P", shlex.join(COMMAND))],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for i in range(3):
        (folder / f"{i}.txt").write_text(f"Giao ban tháng {i + 1}\n\nHai việc:\n1. Rà soát.\n2. Báo cáo.\n", "utf-8")
    return folder


# --- nothing but text reaches the terminal


@pytest.mark.parametrize("how", ["text", "json", "jsonl", "markdown", "csv"])
def test_no_format_prints_what_steers_a_terminal(how: str) -> None:
    text = "Giao ban \x1b]0;x\x07\x9b2J\u202e tháng 6\n\nHai việc:\n1. Rà soát \x1b[31m.\n2. Báo cáo.\n"
    code, out, err = run("parse", "-", "-f", how, text=text)
    assert (code, err) == (0, "")
    assert not set(out) & set("\x1b\x07\x9b\u202e")
    if how.startswith("json"):
        assert json.loads(out)["title"]["text"] == text.partition("\n")[0]
    else:
        assert "x1b" in out


def test_names_of_files_are_escaped_in_errors_and_heads(tmp_path: Path) -> None:
    bad = tmp_path / "a\x1b[31m\u202e.txt"
    code, _, err = run("parse", bad, tmp_path / "b\x9b.txt")
    assert code == 1
    assert not set(err) & set("\x1b\u202e\x9b")
    assert "a\\x1b[31m\\u202e.txt" in err
    bad.write_text("Họp báo", encoding="utf-8")
    code, out, _ = run("explain", bad, ARTICLE)
    assert "── " + str(tmp_path) in out
    assert "\x1b" not in out
    code, _, err = run("parse", ARTICLE, "-o", tmp_path / "none\x1b" / "out.txt")
    assert (code, "\x1b" in err, "none\\x1b" in err) == (2, False, True)
    code, _, err = run("evaluate", tmp_path / "none\x1b")
    assert (code, "\x1b" in err) == (2, False)


# --- limits


@pytest.mark.parametrize("command", ["parse", "view", "explain"])
def test_the_longest_article_is_a_setting(command: str, tmp_path: Path) -> None:
    output = ["-o", str(tmp_path / "a.html")] if command == "view" else []
    code, _, err = run(command, ARTICLE, "--max-length", "1000", *output)
    assert (code, "the limit is 1,000 (raise max_length" in err) == (1, True)
    assert run(command, ARTICLE, "--max-length", "4000", *output)[0] == 0


def test_the_limit_holds_in_an_archive_too(articles: Path) -> None:
    code, _, err = run("parse", articles, "-f", "csv", "-o", f"{articles.parent}/out/", "--max-length", "10")
    assert (code, err.count("the limit is 10"), "0 articles parsed, 3 failed" in err) == (1, 3, True)


@pytest.mark.parametrize("command", ["parse", "view", "serve"])
def test_a_time_that_is_no_number_is_misuse(command: str) -> None:
    arguments = [] if command == "serve" else [ARTICLE]
    code, _, err = run(command, *arguments, "--timeout", "nan")
    assert (code, "'nan' is not a valid float range" in err) == (2, True)


def test_a_very_long_time_is_as_good_as_none() -> None:
    assert run("parse", ARTICLE, "--timeout", "1e9") == run("parse", ARTICLE)


# --- names and places


def test_reports_in_the_folder_of_the_articles_are_not_parsed_again(articles: Path) -> None:
    assert run("parse", articles, "-o", articles) == (0, "", "partyreports: 3 articles parsed\n")
    first = sorted(path.name for path in articles.iterdir())
    code, _, err = run("parse", articles, "-o", articles)
    assert (code, err.count("\n"), "3 files and folders left out" in err) == (0, 2, True)
    assert sorted(path.name for path in articles.iterdir()) == first
    assert run("parse", articles, "-o", articles, "--quiet") == (0, "", "")
    assert "Report of a report" in run("parse", "-", text="Report of a report")[1]
    assert run("parse", articles / "0.report.txt")[0] == 0  # named, it is parsed


def test_articles_of_the_same_name_are_told_apart(articles: Path) -> None:
    (articles / "deep").mkdir()
    (articles / "deep" / "0.txt").write_bytes((articles / "0.txt").read_bytes())
    out = run("parse", articles, "-f", "csv")[1]
    names = {row["meeting_id"] for row in csv.DictReader(io.StringIO(out))}
    assert names == {"0.txt", "deep/0.txt", "1.txt", "2.txt"}
    lines = run("parse", articles, "-f", "jsonl")[1].splitlines()
    assert {json.loads(line)["source"]["id"] for line in lines} == names
    lines = run("parse", articles, articles / "deep", articles / "1.txt", "-f", "jsonl")[1].splitlines()
    names = {"in/0.txt", "in/deep/0.txt", "in/1.txt", "in/2.txt", "deep/0.txt", "1.txt"}
    assert {json.loads(line)["source"]["id"] for line in lines} == names


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["parse", "IN", "-f", "csv", "-o", "OUT/points"], ["OUT/points/ makes a folder", "OUT/points.csv one file"]),
        (["view", "IN", "-o", "OUT/two.html"], ["several articles give a folder", "-o OUT/two/"]),
        (["view", "IN", "-o", "OUT/taken"], ["is one file"]),
        (["parse", "IN", "-o", "OUT/deep/points.csv"], ["there is no folder OUT/deep"]),
        (["parse", "IN", "-o", "OUT/deep/points/"], ["there is no folder OUT/deep"]),
        (["view", "IN/0.txt", "-o", "OUT/deep/page.html"], ["there is no folder OUT/deep"]),
    ],
)
def test_misuse_says_what_would_be_made_and_makes_nothing(
    articles: Path, tmp_path: Path, arguments: list[str], advice: list[str]
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "taken").write_text("", encoding="utf-8")
    places = [word.replace("IN", str(articles)).replace("OUT", str(tmp_path / "out")) for word in arguments]
    code, out, err = run(*places)
    assert (code, out) == (2, "")
    for words in advice:
        assert words.replace("OUT", str(tmp_path / "out")) in err
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["taken"]


def test_a_slash_makes_a_folder_also_for_one_article(articles: Path, tmp_path: Path) -> None:
    assert run("parse", articles / "0.txt", "-o", f"{tmp_path}/out/", "-q") == (0, "", "")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["0.report.txt", "manifest.sqlite"]
    assert run("view", articles / "0.txt", "-o", f"{tmp_path}/pages/") == (0, "", "")
    assert [path.name for path in (tmp_path / "pages").iterdir()] == ["0.html"]


def test_what_is_needed_is_checked_once_and_first(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    code, out, err = run("view", articles, articles / "missing.txt", "-o", f"{articles}/pages/")
    assert (code, out) == (1, "")
    assert err == "partyreports: HTML pages need Jinja2: pip install jinja2\n"
    assert not (articles / "pages").exists()


def test_view_takes_workers_and_a_limit_of_time(articles: Path, tmp_path: Path) -> None:
    for name, options in (("one", []), ("two", ["--workers", "2", "--timeout", "60"])):
        assert run("view", articles, "-o", f"{tmp_path}/{name}", *options) == (0, "", "")
    pages = [sorted((page.name, page.read_bytes()) for page in (tmp_path / name).iterdir()) for name in ("one", "two")]
    assert pages[0] == pages[1]
    assert len(pages[0]) == 4 + len(shared_files())


def test_one_and_several_are_counted_properly() -> None:
    out = run("parse", "-", text="Giao ban\n\nTin khác.\n\nMột việc:\n1. Rà soát.\n2. Báo cáo.")[1]
    assert "· 2 points" in out
    assert "1 passages" not in out


# --- how it ends


@posix
def test_a_full_device_ends_in_one_line(articles: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    for line in ("$P parse in/0.txt > /dev/full", "$P parse in -f jsonl -j 2 > /dev/full", "$P schema > /dev/full"):
        ended = shell(line, articles.parent)
        assert (ended.returncode, ended.stderr) == (1, f"partyreports: standard output: {os.strerror(errno.ENOSPC)}\n")
    ended = shell("$P parse --help > /dev/full", articles.parent)
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    ended = shell("$P parse in -f jsonl -o /dev/full", articles.parent)
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


@posix
def test_a_reader_who_has_enough_ends_it_silently(articles: Path) -> None:
    (articles / "0.txt").write_text("Giao ban\n\nHai việc:\n1. Rà soát.\n2. Báo cáo.\n" * 20_000, encoding="utf-8")
    for line in ("$P parse in -f json | head -1", "$P parse in -f json -j 2 | head -1", "$P explain in | head -1"):
        ended = shell(line, articles.parent)
        assert (ended.returncode != 0, ended.stdout.count("\n"), ended.stderr) == (True, 1, "")


@posix
def test_closed_streams_are_told_in_one_line(articles: Path) -> None:
    ended = shell("$P parse - <&-", articles.parent)
    assert (ended.returncode, ended.stderr) == (1, "partyreports: standard input: it is closed\n")
    ended = shell("$P parse in/0.txt >&-", articles.parent)
    assert (ended.returncode, ended.stderr) == (1, "partyreports: standard output is closed\n")
    assert shell("$P parse in/0.txt in/missing.txt 2>&-", articles.parent).returncode == 1


def open_when_read(pipe: Path) -> int:
    """Open a pipe to write, once another process has opened it to read."""
    end = time.monotonic() + 60
    while True:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO or time.monotonic() > end:
                raise
            time.sleep(0.05)


def interrupted_until_it_ends(process: subprocess.Popen[str]) -> str:
    """Interrupt a process; again, if Python dropped the first interruption because it fell into a destructor."""
    for _ in range(3):
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=20)[1]
    process.kill()
    return process.communicate()[1]


@posix
@pytest.mark.parametrize("options", [[], ["-j", "2"]], ids=["one process", "two"])
@pytest.mark.parametrize("command", ["parse", "view"])
def test_an_interruption_ends_in_one_line_and_leaves_nothing_half(
    articles: Path, tmp_path: Path, command: str, options: list[str]
) -> None:
    os.mkfifo(articles / "9.txt")  # the command waits for it, with the others done
    out = tmp_path / "out"
    # A shell starts what runs in the background with this signal ignored, and a process hands that on to its children.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen(
            [*COMMAND, command, *(str(path) for path in sorted(articles.iterdir())), "-o", f"{out}/", *options],
            env=ENVIRONMENT,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
    finally:
        signal.signal(signal.SIGINT, before)
    # It opens the last one when it has given out the others; on several processes the input is read ahead.
    pipe = open_when_read(articles / "9.txt")
    told = interrupted_until_it_ends(process)
    os.close(pipe)
    kept, interrupted = ("", told) if command == "view" else told.splitlines(keepends=True)
    assert (process.returncode, interrupted) == (130, "partyreports: interrupted\n")
    assert kept in {"", f"partyreports: {0 if options else 3} articles parsed\n"}
    names = {path.name for path in out.iterdir()} if out.exists() else set()
    assert not [name for name in names if name.endswith(".part")]
    if command == "view" and not options:
        shared = {file.name for file in shared_files()}
        assert names == {"0.html", "1.html", "2.html", "index.html", *shared}
        assert (out / "index.html").read_text(encoding="utf-8").count("<a href=") == 3


@posix
def test_an_interruption_while_the_program_starts_ends_in_one_line(tmp_path: Path) -> None:
    """What the command is made of takes its time to import; here the first of it waits for the signal."""
    (tmp_path / "click.py").write_text("print('starting', flush=True)\nimport time\ntime.sleep(60)\n", encoding="utf-8")
    environment = {**ENVIRONMENT, "PYTHONPATH": os.pathsep.join([str(tmp_path), ENVIRONMENT["PYTHONPATH"]])}
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen(
            [*COMMAND, "schema"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
        )
    finally:
        signal.signal(signal.SIGINT, before)
    assert process.stdout is not None
    assert process.stdout.readline() == "starting\n"
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (130, "partyreports: interrupted\n")


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("command", ["--help", "rules", "schema", "evaluate gold --no-misses", "explain 0.txt"])
def test_no_command_breaks_on_a_full_device(articles: Path, command: str) -> None:
    (articles / "gold").mkdir()
    shutil.copy(ROOT / "tests" / "gold" / "03_giao_ban_bao_chi.txt", articles / "gold" / "a.txt")
    shutil.copy(ROOT / "tests" / "gold" / "03_giao_ban_bao_chi.json", articles / "gold" / "a.json")
    ended = shell(f"$P {command} > /dev/full", articles)
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "No space left on device" in ended.stderr


@posix
def test_the_completion_that_the_manual_shows_is_there(articles: Path) -> None:
    program = shlex.join([sys.executable, "-c", "from partyreports.cli import main; main(prog_name='partyreports')"])
    script = shell(f"_PARTYREPORTS_COMPLETE=bash_source {program}", articles).stdout
    assert "_PARTYREPORTS_COMPLETE=bash_complete" in script
    asked = "COMP_WORDS='partyreports parse --lan' COMP_CWORD=2 _PARTYREPORTS_COMPLETE=bash_complete"
    assert shell(f"{asked} {program}", articles).stdout == "plain,--lang\n"


@pytest.mark.parametrize("command", [("parse", "-f", "json"), ("view",)])
def test_an_output_does_not_take_the_place_of_an_input(tmp_path: Path, command: tuple[str, ...]) -> None:
    text = tmp_path / "bai.txt"
    text.write_text("Giao ban", encoding="utf-8")
    (tmp_path / "link.html").symlink_to(text)
    for output in (text, tmp_path / "link.html"):
        status, _, told = run(*command, text, "-o", output)
        assert (status, "one of the inputs" in told) == (2, True)
        assert text.read_text(encoding="utf-8") == "Giao ban"


def test_an_output_inside_an_input_folder_does_not_become_an_input(tmp_path: Path) -> None:
    (tmp_path / "bai.txt").write_text("Giao ban", encoding="utf-8")
    assert run("parse", tmp_path, "-f", "text", "-o", tmp_path / "all.txt")[0] == 0
    status, _, told = run("parse", tmp_path, "-f", "text", "-o", tmp_path / "all.txt")
    assert (status, "one of the inputs" in told) == (2, True)
