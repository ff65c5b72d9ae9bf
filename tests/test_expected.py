"""Every field of the shipped gold, its words and its rule, as they were last read by a human."""

from pathlib import Path

import pytest
from write_expected import FIELDS, ROOT, field_lines

from partyreports import parse
from shapes import read_article

GOLD = sorted(ROOT.glob("tests/gold/*.txt"))


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_field_is_the_expected_one(path: Path) -> None:
    """After a change of the rules that was meant: python tools/write_expected.py, and read the difference."""
    text = read_article(path)
    assert field_lines(parse(text), text).splitlines() == (FIELDS / path.name).read_text("utf-8").splitlines()
