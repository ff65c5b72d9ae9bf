"""Words of classes that are closed in Vietnamese or in the genre: none of them may get lost from the lexicon.

The list is kept apart from the lexicon on purpose: a form that is taken out there is missed here. Words of open
classes (what a page calls its links, what a speaker does) are held by the tests of the rooms that read them.
"""

import csv

import pytest

from partyreports import Lexicon, parse
from partyreports.text.cues import is_scanned
from partyreports.text.scanned import scan
from shapes import ROOT

with (ROOT / "tests" / "cases" / "closed_classes.tsv").open(encoding="utf-8", newline="") as file:
    CLASSES = [(row["group"], row["value"], row["words"].split(" | ")) for row in csv.DictReader(file, delimiter="\t")]

RANKS = [rank for group, _, words in CLASSES if group == "person.rank" for rank in words]


@pytest.mark.parametrize(
    ("group", "value", "words"), CLASSES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_word_of_a_closed_class_is_known(group: str, value: str, words: list[str]) -> None:
    if not is_scanned(group):
        assert set(words) <= set(Lexicon.default().forms(group))
        return
    for word in words:
        text = f"xyz {word} xyz"
        cues = scan(text).cues.of(group)
        found = [cue.value for cue in cues if cue.start == 4 and cue.end >= len(text) - 5]
        assert ["" if one is None else str(one) for one in found] == [value], word


@pytest.mark.parametrize("rank", RANKS)
def test_a_rank_stands_before_the_name_of_who_chairs(rank: str) -> None:
    report = parse(f"Tin\n\nSáng 5/3, {rank} Lê Văn Tám, Giám đốc Sở, chủ trì hội nghị giao ban.", meeting=True)
    assert [(one.rank and one.rank.text, one.name.text) for one in report.chairs] == [(rank, "Lê Văn Tám")]


@pytest.mark.parametrize("weekday", [word for group, _, words in CLASSES if group == "time.weekday" for word in words])
def test_a_weekday_belongs_to_the_date_behind_it(weekday: str) -> None:
    report = parse(f"Sở họp\n\n{weekday.capitalize()}, ngày 5/3/2024, Sở tổ chức hội nghị giao ban.", meeting=True)
    assert report.date is not None
    assert report.date.isoformat() == "2024-03-05"
