"""`partyreports serve` as a process: it says where it is, and ends in silence."""

import signal
import subprocess
import sys
import urllib.request

import pytest
from click.testing import CliRunner

pytest.importorskip("fastapi", reason="the extra serve is not installed")

from partyreports.cli import main


def test_it_prints_its_address_serves_and_ends_with_ctrl_c() -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell may have taken from us
    try:
        process = subprocess.Popen(
            [sys.executable, "-m", "partyreports", "serve", "--port", "0", "-j", "1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
    finally:
        signal.signal(signal.SIGINT, before)
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    assert address.startswith("http://127.0.0.1:")
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with direct.open(address, timeout=60) as page:
        assert b"<textarea" in page.read()
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=60) == ("", "")
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (["--host", "192.0.2.1"], 1, "192.0.2.1:8000: "),  # an address of nobody's machine
        (["--port", "99999"], 2, "99999"),
        (["--timeout", "0"], 2, "--timeout"),
    ],
)
def test_what_it_cannot_do_it_says_in_one_line(options: list[str], code: int, told: str) -> None:
    ended = CliRunner().invoke(main, ["serve", *options])
    assert ended.exit_code == code
    assert told in ended.stderr


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("partyreports.serve.running", "uvicorn"):
        monkeypatch.setitem(sys.modules, name, None)
    ended = CliRunner().invoke(main, ["serve"])
    assert ended.exit_code == 1
    assert "pip install 'partyreports[serve]'" in ended.stderr
