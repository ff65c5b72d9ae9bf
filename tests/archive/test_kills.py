"""Runs are killed, and the next run goes on: nothing is lost, nothing doubled, nothing half is left."""

import os
import subprocess
import sys

import pytest

from shapes import ROOT

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="runs are forked to be killed")


def kills(form: str, how: str) -> str:
    """What the killer says, in a process of its own: it forks, which a process with threads should not."""
    path = os.pathsep.join(str(ROOT / name) for name in ("src", "tests"))
    command = [sys.executable, str(ROOT / "tests" / "archiving.py"), form, how]
    ended = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": path}, capture_output=True, encoding="utf-8", check=False
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


@pytest.mark.parametrize("form", ["parquet", "json"])
def test_fifty_kills_by_chance_lose_and_double_nothing(form: str) -> None:
    assert kills(form, "random") == "50 runs killed by chance\n"


@pytest.mark.parametrize("form", ["jsonl", "json"])
def test_a_kill_at_each_thing_that_a_run_does_to_a_file(form: str) -> None:
    killed, _, rest = kills(form, "each").partition(" ")
    assert int(killed) > 20
    assert rest == "runs killed, one at each thing that they do\n"
