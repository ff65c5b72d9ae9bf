"""The accounting: a section claims what its fields show, not the words that happen to stand between its points."""

import pytest

from partyreports import MarkerStyle, MeetingReport, Passage, Point, Section, SectionRole, Span, parse
from partyreports.coverage import unclaimed
from partyreports.invariants import broken_promises

TEXT = "Tin\n\nNhiệm vụ:\n1. Rà soát.\nLời bàn xen vào.\n2. Báo cáo."


def point(marker: str, words: str, style: str = "arabic", number: int | None = 1) -> Point:
    start = TEXT.index(f"{marker} {words}" if marker else words)
    text = TEXT.index(words)
    return Point(
        number=number,
        marker=Passage(text=marker, span=Span(start=start, end=start + len(marker))),
        style=MarkerStyle(style),
        text=words,
        text_span=Span(start=text, end=text + len(words)),
        span=Span(start=start, end=text + len(words)),
        rule="test",
    )


def report_with(*points: Point) -> MeetingReport:
    """The report of `TEXT` with one list, and what is left accounted for."""
    heading = Passage(text="Nhiệm vụ:", span=Span(start=5, end=14))
    section = Section(
        role=SectionRole.TASK,
        heading=heading,
        inline=False,
        numbered=True,
        points=points,
        span=Span(start=points[0].span.start, end=points[-1].span.end),
        rule="test",
    )
    report = parse(TEXT).model_copy(update={"sections": (section,), "lead": None})
    facts = [value for name, value in report if name not in {"unclaimed", "notes"}]
    return report.model_copy(update={"unclaimed": unclaimed(TEXT, *facts)})


def test_words_between_two_points_are_unclaimed() -> None:
    report = report_with(point("1.", "Rà soát."), point("2.", "Báo cáo.", number=2))
    assert [passage.text for passage in report.unclaimed] == ["Lời bàn xen vào."]
    assert broken_promises(report, TEXT) == []


def test_words_between_two_points_that_are_listed_nowhere_are_noticed() -> None:
    report = report_with(point("1.", "Rà soát."), point("2.", "Báo cáo.", number=2))
    broken = broken_promises(report.model_copy(update={"unclaimed": ()}), TEXT)
    assert len(broken) == 1
    assert "neither claimed nor listed" in broken[0]


def test_words_between_a_marker_and_its_text_are_noticed() -> None:
    first = point("1.", "Rà soát.")
    late = TEXT.index("soát.")
    cut = first.model_copy(update={"text": "soát.", "text_span": Span(start=late, end=first.span.end)})
    broken = broken_promises(report_with(cut, point("2.", "Báo cáo.", number=2)), TEXT)
    assert broken == ["sections[0].points[0]: words stand between its marker and its text"]


@pytest.mark.parametrize(("style", "allowed"), [("clause", True), ("bullet", False), ("arabic", False)])
def test_only_a_clause_may_have_an_empty_marker(style: str, *, allowed: bool) -> None:
    report = report_with(point("", "Rà soát.", style=style, number=None), point("2.", "Báo cáo.", number=2))
    assert (broken_promises(report, TEXT) == []) is allowed
