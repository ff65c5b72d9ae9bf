"""Lists of every kind in every view: bullets, clauses, nested points of another role; what the caller knew."""

import datetime
from typing import Any

import pytest

from pages import Page
from partyreports import MeetingReport, Passage, Point, Section, SectionRole, Span, parse
from partyreports.coverage import unclaimed
from partyreports.invariants import broken_promises
from partyreports.packing import pack, unpack
from partyreports.tabular.csv import to_csv
from partyreports.views.explain import to_explanation
from partyreports.views.html import to_html
from partyreports.views.markdown import to_markdown
from partyreports.views.notebook import to_compact_html
from partyreports.views.text import to_text
from partyreports.views.wording import citation_label

TEXT = """Giao ban tháng 6

Kết quả:
1. Thu ngân sách tăng. Nhiệm vụ tới:
- rà soát hồ sơ;
- báo cáo.
2. Thu hút đầu tư.

Bài học là giữ kỷ luật; gần dân.
"""


def span_of(words: str) -> dict[str, int]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def point(marker: str, words: str, **known: Any) -> Point:
    """A point whose marker stands right before its words; an empty marker is a clause's."""
    end = TEXT.index(words) + len(words)
    start = TEXT.index(f"{marker} {words}") if marker else TEXT.index(words)
    return Point(
        marker=Passage(text=marker, span=Span(start=start, end=start + len(marker))),
        text=words,
        text_span=Span(start=TEXT.index(words), end=end),
        span=Span(start=start, end=end),
        rule="test",
        **known,
    )


def section(role: str, heading: str, *, numbered: bool, points: list[Point]) -> Section:
    return Section(
        role=SectionRole(role),
        heading=Passage(text=heading, span=Span(**span_of(heading))),
        inline=False,
        numbered=numbered,
        points=tuple(points),
        span=Span(start=points[0].span.start, end=points[-1].span.end),
        rule="test",
    )


@pytest.fixture(scope="module")
def report() -> MeetingReport:
    bullets = (
        point("-", "rà soát hồ sơ;", number=None, style="bullet"),
        point("-", "báo cáo.", number=None, style="bullet"),
    )
    whole = TEXT[TEXT.index("Thu ngân sách") : TEXT.index("báo cáo.") + len("báo cáo.")]
    first = point("1.", whole, number=1, style="arabic", points=bullets, points_role="task", points_rule="test")
    second = point("2.", "Thu hút đầu tư.", number=2, style="arabic")
    clauses = [
        point("", "giữ kỷ luật;", number=None, style="clause"),
        point("", "gần dân.", number=None, style="clause"),
    ]
    base = parse(TEXT, id="bài 1", url="https://example.org/b?a=1&b=2", published=datetime.date(2021, 7, 1))
    report = base.model_copy(
        update={
            "sections": (
                section("achievement", "Kết quả:", numbered=True, points=[first, second]),
                section("lesson", "Bài học là", numbered=False, points=clauses),
            ),
            "lead": None,
        }
    )
    facts = [value for name, value in report if name not in {"unclaimed", "notes"}]
    return report.model_copy(update={"unclaimed": unclaimed(TEXT, *facts)})


def test_such_lists_break_no_promise(report: MeetingReport) -> None:
    assert broken_promises(report, TEXT) == []


def test_such_lists_can_be_packed(report: MeetingReport) -> None:
    assert unpack(pack(report), TEXT) == report


def test_the_summary(report: MeetingReport) -> None:
    shown = to_text(report).splitlines()
    assert "Published    2021-07-01 (as given)" in shown
    assert "Article      bài 1, https://example.org/b?a=1&b=2" in shown
    assert "Achievements (kết quả) · 2 points" in shown
    assert "      Tasks (nhiệm vụ)" in shown
    assert "      - rà soát hồ sơ;" in shown
    assert "Lessons learned (bài học kinh nghiệm) · 2 points, not numbered" in shown
    assert "  · giữ kỷ luật;" in shown


def test_markdown(report: MeetingReport) -> None:
    shown = to_markdown(report).splitlines()
    assert "- **1\\.** Thu ngân sách tăng. Nhiệm vụ tới: *Tasks (nhiệm vụ):*" in shown
    assert "  - **\\-** rà soát hồ sơ;" in shown
    assert "- giữ kỷ luật;" in shown
    assert "- **Article:** bài 1" in shown


def test_rows(report: MeetingReport) -> None:
    rows = report.tables().points
    assert [(row.path, row.level, row.number, row.role, row.marker) for row in rows] == [
        ("s1.1", 0, 1, "achievement", "1."),
        ("s1.1.#1", 1, None, "task", "-"),
        ("s1.1.#2", 1, None, "task", "-"),
        ("s1.2", 0, 2, "achievement", "2."),
        ("s2.#1", 0, None, "lesson", ""),
        ("s2.#2", 0, None, "lesson", ""),
    ]
    assert {row.meeting_id for row in rows} == {"bài 1"}
    assert ",'-," in to_csv("points", rows)


def test_pages_and_the_card(report: MeetingReport) -> None:
    page = Page(to_html(report, TEXT))
    assert page.article == TEXT
    words = " ".join(" ".join(page.words).split())
    for shown in (
        "Tasks (nhiệm vụ)",
        "2 points, not numbered",
        "2021-07-01 (as given)",
        "https://example.org/b?a=1&b=2",
    ):
        assert shown in words
    # Nested points have the colour of their own role.
    classes = [attributes["class"] for tag, attributes in page.tags if tag == "li" and "class" in attributes]
    assert classes.count("unit k-task") == 2
    assert classes.count("unit k-achievement") == 2
    card = Page(to_compact_html(report))
    assert "not numbered" in " ".join(card.words)
    assert len([tag for tag, _ in card.tags if tag == "strong"]) == 1 + 4  # the title, and the markers that there are


def test_the_explanation_names_every_point(report: MeetingReport) -> None:
    shown = to_explanation(report, TEXT)
    for path in ("sections[0].points[0].points[1]", "sections[1].points[1]"):
        assert path in shown


CITING = "Giao ban\n\nNgành thực hiện Nghị quyết 18, 19 của Trung ương và Chỉ thị số 35-CT/TW."


def test_a_citation_is_shown_with_the_type_that_stands_with_its_neighbour() -> None:
    report = parse(CITING)
    labels = [citation_label(citation) for citation in report.citations]
    alone = [citation for citation in report.citations if citation.type and citation.type not in citation.text]
    assert alone, "no citation of this text stands without its type"
    assert "Nghị quyết 19" in " ".join(labels)
    for shown in (to_text(report), to_markdown(report), to_html(report, CITING)):
        assert "Nghị quyết 19" in shown
    assert not any("Chỉ thị Chỉ thị" in label for label in labels)
