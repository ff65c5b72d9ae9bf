"""The vocabulary: sound entries, no clashes, own entries per call."""

from typing import Any

import pytest

from partyreports import Lexicon, LexiconEntry, LexiconError
from partyreports.text.source import fold

GOOD: dict[str, Any] = {"id": "section.task.viec_gap", "forms": ["việc gấp"], "example": "Ba việc gấp sau đây:"}


@pytest.mark.parametrize("entry", Lexicon.default().entries, ids=lambda entry: entry.id)
def test_every_shipped_entry_has_an_example_with_one_of_its_forms(entry: LexiconEntry) -> None:
    assert any(fold(form) in fold(entry.example) for form in entry.forms)
    assert entry.group in Lexicon.default().groups


def test_shipped_ids_are_unique() -> None:
    ids = [entry.id for entry in Lexicon.default().entries]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "change",
    [
        {"id": "no dots"},
        {"id": "section.task.Viec"},
        {"forms": []},
        {"forms": [""]},
        {"forms": [" việc gấp"]},
        {"forms": ["vie\u0323\u0302c gấp"]},
        {"example": "Nothing of the kind."},
        {"surprise": 1},
        {"forms": [3]},
    ],
)
def test_a_bad_entry_is_refused_by_name(change: dict[str, Any]) -> None:
    with pytest.raises(LexiconError, match=r"lexicon entry"):
        Lexicon.default().extended([{**GOOD, **change}])


def test_unknown_groups_and_taken_ids_and_forms_are_refused() -> None:
    extended = Lexicon.default().extended([GOOD])
    with pytest.raises(LexiconError, match="no rule reads"):
        extended.extended([{**GOOD, "id": "weather.rain.mua"}])
    with pytest.raises(LexiconError, match="two entries"):
        extended.extended([GOOD])
    with pytest.raises(LexiconError, match="both claim"):
        extended.extended([{**GOOD, "id": "section.task.other"}])


def test_extending_leaves_the_default_alone() -> None:
    before = Lexicon.default().entries
    assert "việc gấp" in Lexicon.default().extended([GOOD]).forms("section.task")
    assert Lexicon.default().entries is before
