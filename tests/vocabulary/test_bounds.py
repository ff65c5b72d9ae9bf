"""At the bound of a search one thing is read, and beyond it another (`bounds.py`)."""

import pytest

from partyreports import parse
from vocabulary.bounds import Bound, recorded, with_filler, without_filler
from vocabulary.frames import PARTS, of_rules


@pytest.mark.parametrize("bound", recorded(), ids=lambda bound: f"{bound.number} {bound.look}")
def test_the_reading_changes_at_the_bound(bound: Bound) -> None:
    found = []
    for more in (0, 1):
        text = with_filler(bound.text, bound.filler, bound.last + more)
        if bound.look.startswith("rules."):
            answer = of_rules(bound.look.removeprefix("rules."), text)
        else:
            answer = PARTS[bound.look](parse(text))
        found.append(without_filler(answer, bound.filler, bound.last + more))
    assert found == [bound.within, bound.beyond]
