"""Files that are written: whole, with the permissions they should have, and never in the place of something else."""

import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from partyreports import InputFileError
from partyreports.views.output import make_folder, output_name, write_output

posix = pytest.mark.skipif(os.name != "posix", reason="permissions and devices of POSIX")


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_of_many_pieces_is_written_as_they_come_and_named_at_the_end(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "first\n"
        (part,) = tmp_path.iterdir()
        assert part.suffix == ".part"
        yield "second\n"

    write_output(tmp_path / "out.txt", pieces())
    (whole,) = tmp_path.iterdir()
    assert (whole.name, whole.read_text(encoding="utf-8")) == ("out.txt", "first\nsecond\n")

    def broken() -> Iterator[str]:
        yield "first\n"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_output(whole, broken())
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["first\nsecond\n"]


@posix
@pytest.mark.parametrize("umask", [0o022, 0o077, 0o002])
def test_a_new_file_follows_the_umask_and_an_old_one_keeps_its_mode(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        write_output(tmp_path / "new.txt", "a")
        for mode in (0o600, 0o640, 0o664):
            old = tmp_path / f"{mode}.txt"
            old.write_text("longer than what comes", encoding="utf-8")
            old.chmod(mode)
            write_output(old, "b")
            assert (mode_of(old), old.read_text(encoding="utf-8")) == (mode, "b")
    finally:
        os.umask(before)
    assert mode_of(tmp_path / "new.txt") == 0o666 & ~umask


@posix
def test_a_private_file_is_private_while_it_is_written(tmp_path: Path) -> None:
    private = tmp_path / "private.txt"
    private.write_text("", encoding="utf-8")
    private.chmod(0o600)

    def pieces() -> Iterator[str]:
        assert {mode_of(path) for path in tmp_path.iterdir()} == {0o600}
        yield "a"

    write_output(private, pieces())


@posix
def test_links_are_written_through(tmp_path: Path) -> None:
    target = tmp_path / "target.txt"
    target.write_text("old", encoding="utf-8")
    (tmp_path / "soft").symlink_to(target)
    (tmp_path / "dangling").symlink_to(tmp_path / "later.txt")
    (tmp_path / "hard").hardlink_to(target)
    for name in ("soft", "hard"):
        write_output(tmp_path / name, name)
        assert target.read_text(encoding="utf-8") == name
    write_output(tmp_path / "dangling", "new")
    assert (tmp_path / "later.txt").read_text(encoding="utf-8") == "new"
    assert (tmp_path / "soft").is_symlink()
    assert (tmp_path / "dangling").is_symlink()
    assert target.stat().st_nlink == 2


@posix
def test_pipes_and_devices_are_written_through(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    write_output(pipe, ["a", "b"])
    reader.join()
    assert read == ["ab"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    null = tmp_path / "null"
    try:
        os.mknod(null, 0o600 | stat.S_IFCHR, os.makedev(1, 3))
        null.write_bytes(b"")
    except OSError:
        null = Path(os.devnull)  # only root makes devices, and not everywhere
    write_output(null, "gone")
    assert stat.S_ISCHR(null.stat().st_mode)
    full = Path("/dev/full")
    if full.exists():
        with pytest.raises(InputFileError, match="No space left"):
            write_output(full, "x" * 100_000)
        assert stat.S_ISCHR(full.stat().st_mode)


@pytest.mark.parametrize("name", ["missing/out.txt", "taken", "nul\x00.txt"])
def test_what_cannot_be_written_is_an_error_of_ours_and_leaves_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(InputFileError):
        write_output(tmp_path / name, "a")
    assert [path.name for path in tmp_path.rglob("*")] == ["taken"]


def test_folders_are_made_but_not_their_parents(tmp_path: Path) -> None:
    make_folder(tmp_path / "out")
    make_folder(tmp_path / "out")
    with pytest.raises(InputFileError, match="there is no folder"):
        make_folder(tmp_path / "deep" / "out")
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InputFileError):
        make_folder(tmp_path / "file")


def test_output_names_stay_in_the_folder() -> None:
    taken: set[str] = set()
    for source in ("../../etc/passwd.txt", "..", "/", "con:trol\x00.txt", "a" * 400):
        name = output_name(source, ".json", taken)
        assert "/" not in name
        assert "\x00" not in name
        assert not name.startswith(".")
    assert len(taken) == 5


def test_output_names_are_cut_by_bytes_and_normalised(tmp_path: Path) -> None:
    taken: set[str] = set()
    # "ộ" of one, two and three code points, 83 times, and a letter of four bytes; each given twice.
    sources = [char * 83 + ".txt" for char in ("\u1ed9", "\u1ecd\u0302", "o\u0323\u0302", "\U00020000")]
    names = [output_name(source, ".report.json", taken) for source in (*sources, *sources)]
    assert len(set(names)) == len(names)
    for name in names:
        assert len(name.encode()) <= 255
        (tmp_path / name).write_text("", encoding="utf-8")
    assert output_name("Ho\u0302\u0323i nghi\u0323.txt", ".html", set()) == "H\u1ed9i ngh\u1ecb.html"


@pytest.mark.parametrize("name", ["con.txt", "NUL.txt", "aux.b.txt", "Com1.txt"])
def test_names_of_devices_are_given_to_no_file(name: str) -> None:
    assert output_name(name, ".html", set()).startswith("_")
