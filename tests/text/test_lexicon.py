"""The vocabulary: sound entries, no clashes, own entries per call."""

from collections.abc import Iterable
from typing import Any

import pytest

from partyreports import Lexicon, LexiconEntry, LexiconError, parse
from partyreports.text.cues import NOT_SCANNED, is_scanned
from partyreports.text.scanned import scan

GOOD: dict[str, Any] = {"id": "section.task.viec_gap", "forms": ["việc gấp"], "example": "Ba việc gấp sau đây:"}


@pytest.mark.parametrize("entry", Lexicon.default().entries, ids=lambda entry: entry.id)
def test_every_form_that_ships_is_found_as_a_cue_of_its_group(entry: LexiconEntry) -> None:
    """Alone between words that are in no entry."""
    if not is_scanned(entry.group):
        return
    for form in entry.forms:
        scanned = scan(f"xyz {form} xyz")
        found = [(cue.start, cue.end) for cue in scanned.cues.of(entry.group)]
        assert (4, 4 + len(scanned.source.text) - 8) in found, form


@pytest.mark.parametrize("group", NOT_SCANNED)
def test_a_group_that_is_not_scanned_cannot_be_asked_for(group: str) -> None:
    assert Lexicon.default().forms(group)
    with pytest.raises(LexiconError, match="does not look for"):
        scan("Tin").cues.of(group)


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
        {"rank": "first"},
    ],
)
def test_a_bad_entry_is_refused_by_name(change: dict[str, Any]) -> None:
    with pytest.raises(LexiconError, match=r"lexicon entry"):
        Lexicon.default().extended([{**GOOD, **change}])


WORD = {"id": "word.says.own", "forms": ["thưa rằng"], "example": "Ông An thưa rằng"}


def test_an_entry_has_the_forms_of_the_groups_that_it_includes() -> None:
    lexicon = Lexicon.default().extended([WORD])
    entry = next(entry for entry in lexicon.entries if entry.id == "section.verb.say.words")
    assert "word.says" in entry.includes
    assert {"thưa rằng", "nhận định"} <= set(entry.forms)  # (its own, and one of the group)
    assert "thưa rằng" in lexicon.forms("body.speaks")
    cue = scan("xyz thưa rằng xyz", lexicon).cues.of("section.verb")[0]
    assert cue.entry.id == "section.verb.say.words"
    assert lexicon.extended([]).forms("body.speaks") == lexicon.forms("body.speaks")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"includes": ["word.unheard_of"]}, "which is not there"),
        ({"includes": ["section.task"]}, "includes itself"),
        ({"includes": ["word.says"], "forms": []}, "holds none of the forms"),
    ],
)
def test_an_entry_that_includes_what_it_cannot_is_refused(change: dict[str, Any], reason: str) -> None:
    with pytest.raises(LexiconError, match=reason):
        Lexicon.default().extended([{**GOOD, **change}])


def test_unknown_groups_and_taken_ids_and_forms_are_refused() -> None:
    extended = Lexicon.default().extended([GOOD])
    with pytest.raises(LexiconError, match="no rule reads"):
        extended.extended([{**GOOD, "id": "weather.rain.mua"}])
    with pytest.raises(LexiconError, match="two entries"):
        extended.extended([GOOD])
    with pytest.raises(LexiconError, match="both claim"):
        extended.extended([{**GOOD, "id": "section.task.other"}])


@pytest.mark.parametrize(
    ("group", "value"),
    [
        ("meeting.kind", "party"),
        ("meeting.kind", None),
        ("meeting.format.online", "by_phone"),
        ("dateline.month", 13),
        ("dateline.month", "1"),
        ("time.part_of_day", "giờ ngọ"),
        ("citation.type", None),
        ("citation.code", 3),
    ],
)
def test_a_value_that_the_rules_of_the_group_cannot_read_is_refused(group: str, value: object) -> None:
    entry = {"id": f"{group}.mine", "forms": ["xyz"], "example": "xyz", "value": value}
    with pytest.raises(LexiconError, match="need a value"):
        Lexicon.default().extended([entry])


def test_a_flag_that_no_rule_knows_is_refused() -> None:
    with pytest.raises(LexiconError, match="no rule knows the flag 'week'"):
        Lexicon.default().extended([{**GOOD, "flags": ["week"]}])


def test_the_same_entries_make_one_lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    """An extended lexicon costs as much as ten articles, so it is made once for a content, not once a call."""
    made = []
    init = Lexicon.__init__

    def counting(self: Lexicon, entries: Iterable[LexiconEntry]) -> None:
        made.append(self)
        init(self, entries)

    monkeypatch.setattr(Lexicon, "__init__", counting)
    own = {"id": "chair.cue.made_once", "forms": ["cầm càng"], "example": "Ông An cầm càng hội nghị."}
    for _ in range(3):
        parse("Ông Lê Văn An cầm càng hội nghị.", lexicon=[dict(own)])
    parse("Ông Lê Văn An cầm càng hội nghị.", lexicon=iter([LexiconEntry.model_validate(own)]))
    assert len(made) == 1


def test_extending_leaves_the_default_alone() -> None:
    before = Lexicon.default().entries
    assert "việc gấp" in Lexicon.default().extended([GOOD]).forms("section.task")
    assert Lexicon.default().entries is before
