"""The same articles without their headline: `title` is None, and the rest is as it was."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from partyreports import MeetingReport, parse
from shapes import ROOT

SHARED = ROOT.parent / "shared" / "gold"
KEPT = 0.97
"""Share of the facts that are the same without the headline."""
NONE = 0.95
"""Share of the articles that are then said to have no headline; a caption below it may look like one."""


def articles(folder: Path) -> Iterator[tuple[str, str]]:
    """Each text that begins with its headline, and the same without it."""
    for path in sorted(folder.glob("*.txt")):
        answers = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        title = answers.get("title")
        if not title or answers.get("series_only") or not text.lstrip().startswith(title):
            continue
        rest = text[text.index(title) + len(title) :]
        if rest.startswith(("\n", "\r")):
            yield text, rest


def facts(report: MeetingReport, cut: int) -> dict[str, object]:
    """What a report says, with places counted from the end of the headline."""
    return {
        "published": report.published and report.published.value,
        "lead": report.lead and report.lead.text,
        "byline": report.byline and report.byline.text,
        "captions": [caption.text for caption in report.captions],
        "related": [link.title.text for link in report.related],
        "citations": [citation.text for citation in report.citations],
        "chairs": [chair.name.text for chair in report.chairs],
        "date": report.meeting.date and report.meeting.date.value,
        "part_of_day": report.meeting.part_of_day,
        "points": report.attendance.points and report.attendance.points.value,
        "sections": [(point.number, point.span.start - cut) for section in report.sections for point in section.points],
    }


def compare(folder: Path) -> tuple[float, float]:
    """Share of facts that are kept, and share of articles without a title."""
    kept = total = none = count = 0
    for text, rest in articles(folder):
        before, after = parse(text), parse(rest)
        count += 1
        none += after.title is None
        now = facts(after, 0)
        for name, value in facts(before, len(text) - len(rest)).items():
            if value not in (None, []):
                total += 1
                kept += now[name] == value
    return kept / total, none / count


def test_the_shipped_gold() -> None:
    kept, none = compare(ROOT / "tests" / "gold")
    assert kept >= KEPT
    assert none >= NONE


@pytest.mark.skipif(not SHARED.is_dir(), reason="skipped: the gold for developers is not here")
@pytest.mark.parametrize("name", ["learn", "dev"])
def test_the_gold_for_developers(name: str) -> None:
    kept, none = compare(SHARED / name)
    assert kept >= KEPT
    assert none >= NONE
