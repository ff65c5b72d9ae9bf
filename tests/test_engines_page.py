"""The page on engines: each engine's part runs by itself, where the engine is installed."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from shapes import ROOT

PAGE = (ROOT / "docs" / "how-to" / "engines.md").read_text(encoding="utf-8")
START, *PARTS = re.split(r"^(?=## )", PAGE, flags=re.MULTILINE)
NEEDS = {
    "Spark": "pyspark",
    "Ray Data": "ray",
    "Dask": "dask",
    "DuckDB": "duckdb",
    "One process, without an engine": "pyarrow",
}


def heading(part: str) -> str:
    return part.splitlines()[0].removeprefix("## ")


def test_every_part_says_what_it_needs() -> None:
    assert {heading(part) for part in PARTS if "```python" in part} == set(NEEDS)


@pytest.mark.parametrize("part", [part for part in PARTS if "```python" in part], ids=heading)
def test_the_part_runs_and_prints_what_is_shown(part: str, tmp_path: Path) -> None:
    needed = NEEDS[heading(part)]
    if importlib.util.find_spec(needed) is None:
        pytest.skip(f"{needed} is not installed")
    if needed == "pyspark" and shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("Java is not installed")
    page = tmp_path / "engine.md"
    page.write_text(START + part, encoding="utf-8")
    # In a process of its own: engines start threads and processes, and have warnings of their own.
    result = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "doc_blocks.py"), str(page)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONWARNINGS": "ignore", "RAY_USAGE_STATS_ENABLED": "0"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (result.returncode, result.stdout) == (0, ""), result.stderr[-3000:]
