"""Five tables out of reports: complete, typed, the same for every report."""

import datetime

import pytest
from hypothesis import given

from partyreports import (
    Attendance,
    FoundCount,
    InputTypeError,
    MeetingReport,
    ParseInput,
    Span,
    Tables,
    parse,
    parse_many,
    tables,
)
from partyreports.tabular.rows import ROWS
from partyreports.views.wording import own_words
from shapes import articles, read_article, shipped_articles

NESTED = """Giao ban tháng 6

Sáng 1-6, đồng chí Trần Minh Khuê, Trưởng Ban, chủ trì hội nghị giao ban.

Hội nghị đề ra 3 nhiệm vụ:
1. Rà soát:
a) xã;
b) huyện.
2. Báo cáo theo Nghị quyết số 18-NQ/TW.
"""


@pytest.fixture(scope="module")
def report() -> MeetingReport:
    return parse(NESTED, id="2015/a.txt", url="https://example.org/a", published=datetime.date(2021, 7, 1))


def test_the_row_of_a_meeting(report: MeetingReport) -> None:
    (row,) = report.tables(path="in/2015/a.txt").meetings
    assert (row.id, row.url, row.path) == ("2015/a.txt", "https://example.org/a", "in/2015/a.txt")
    assert (row.sha256, row.length) == (report.source.sha256, len(NESTED))
    assert (row.title, row.kind, row.chairs) == ("Giao ban tháng 6", "giao_ban", ("Trần Minh Khuê",))
    assert row.published == datetime.date(2021, 7, 1)
    assert (row.date, row.year, row.month, row.day, row.date_text) == (datetime.date(2021, 6, 1), 2021, 6, 1, "1-6")
    assert (row.n_sections, row.n_points, row.n_tasks, row.n_achievements, row.n_citations) == (1, 4, 2, 0, 1)
    assert row.notes == tuple(note.code for note in report.notes) == ("count-mismatch",)
    assert row.error is None


def test_a_date_that_is_not_whole_is_null_and_its_parts_are_there() -> None:
    (row,) = parse("Giao ban\n\nSáng 26-12, Ban tổ chức hội nghị giao ban.").tables().meetings
    assert (row.date, row.year, row.month, row.day) == (None, None, 12, 26)
    assert row.date_text == "26-12"


def test_the_printed_date_of_publication_stands_where_none_is_given() -> None:
    text = "Giao ban tháng 6\n02/06/2021 | 1.204\n\nSáng 1-6, Ban tổ chức hội nghị giao ban."
    (row,) = parse(text).tables().meetings
    assert (row.published, row.published_text, row.views) == (datetime.date(2021, 6, 2), "02/06/2021", 1204)


def test_points_know_their_parents(report: MeetingReport) -> None:
    rows = report.tables().points
    assert [(row.point, row.parent, row.section, row.path, row.level) for row in rows] == [
        (1, None, 1, "s1.1", 0),
        (2, 1, 1, "s1.1.1", 1),
        (3, 1, 1, "s1.1.2", 1),
        (4, None, 1, "s1.2", 0),
    ]
    assert {(row.meeting_id, row.role, row.declared) for row in rows} == {("2015/a.txt", "task", 3)}
    assert [NESTED[row.start_offset : row.end_offset] for row in rows] == [row.text for row in rows]
    assert rows[0].text[: rows[0].own_length] == own_words(report.tasks[0]).rstrip() == "Rà soát:"


def test_persons_citations_and_notes(report: MeetingReport) -> None:
    made = report.tables()
    (person,), (citation,), (note,) = made.persons, made.citations, made.notes
    assert (person.part, person.name, person.honorific, person.positions) == (
        "chair",
        "Trần Minh Khuê",
        "đồng chí",
        ("Trưởng Ban",),
    )
    assert (citation.type, citation.number, citation.date) == ("Nghị quyết", "18-NQ/TW", None)
    assert (note.code, note.message) == ("count-mismatch", report.notes[0].message)


def test_ids_are_the_given_one_or_made_of_the_text() -> None:
    report = parse("Họp báo")
    assert report.tables().meetings[0].id == f"sha256-{report.source.sha256[:16]}"
    assert report.tables(id="x").meetings[0].id == "x"
    assert parse("Họp báo", id="").tables().meetings[0].id == ""


def test_articles_without_lists_and_failures_are_there() -> None:
    made = tables(parse_many(["Họp báo tháng 5", ParseInput(None, id="b"), "", None]))  # type: ignore[arg-type, list-item]
    assert [(row.id, row.n_points, row.error is None) for row in made.meetings] == [
        (parse("Họp báo tháng 5").tables().meetings[0].id, 0, True),
        ("b", 0, False),
        (parse("").tables().meetings[0].id, 0, True),
        (None, 0, False),
    ]
    assert made.meetings[1].error == "InputTypeError: ParseInput.text is str, not NoneType"
    assert made.points == []
    assert made.meetings[2].unclaimed_share == 0


def test_two_articles_of_one_id_both_stand(report: MeetingReport) -> None:
    once, twice = tables([report]), tables(iter([report, report]))
    assert {name: len(rows) for name, rows in twice.items()} == {name: 2 * len(rows) for name, rows in once.items()}


@pytest.mark.parametrize("given_", ["text", None, 7, [7], ["text"], [None]])
def test_what_is_no_report_is_refused(given_: object) -> None:
    with pytest.raises(InputTypeError, match="report"):
        tables(given_)  # type: ignore[arg-type]


def test_one_report_is_no_collection_of_them(report: MeetingReport) -> None:
    with pytest.raises(InputTypeError, match=r"report\.tables\(\)"):
        tables(report)  # type: ignore[arg-type]


def test_numbers_that_no_column_holds_are_null_and_the_words_stay() -> None:
    text = "999.999.999.999 tỷ đại biểu"
    delegates = FoundCount(text=text, span=Span(start=0, end=len(text)), rule="count", value=999_999_999_999 * 10**9)
    report = parse(text).model_copy(update={"attendance": Attendance(delegates=delegates)})
    (row,) = report.tables().meetings
    assert (row.delegates, row.delegates_qualifier) == (None, "exact")


def test_every_column_is_described_and_its_name_is_one_that_sql_takes() -> None:
    for model in ROWS.values():
        for name, info in model.model_fields.items():
            assert info.description, name
            assert name.isidentifier()
            assert name == name.lower()
            assert name not in {"end", "start", "order", "group", "select", "table", "user", "offset"}


def check(report: MeetingReport) -> None:
    made = report.tables(id="a")
    assert list(made) == list(ROWS) == [name for name, _ in made.items()]
    for name, rows in made.items():
        for row in rows:
            assert ROWS[name].model_validate(row.model_dump()) == row  # made without validation, and valid all the same
            "".join(str(value) for value in row.model_dump().values()).encode()  # and UTF-8 holds it
    (meeting,) = made.meetings
    assert meeting.n_points == len(made.points)
    assert meeting.n_citations == len(made.citations)
    assert list(meeting.notes) == [note.code for note in made.notes]
    roles = [meeting.n_achievements, meeting.n_limitations, meeting.n_causes, meeting.n_tasks]
    roles += [meeting.n_lessons, meeting.n_proposals, meeting.n_others]
    assert sum(roles) == sum(row.level == 0 for row in made.points)
    assert [row.point for row in made.points] == list(range(1, len(made.points) + 1))
    for row in made.points:
        assert row.path.startswith(f"s{row.section}.")
        if row.parent is not None:
            parent = made.points[row.parent - 1]
            assert (row.path.startswith(f"{parent.path}."), row.level) == (True, parent.level + 1)
            assert parent.start_offset <= row.start_offset <= row.end_offset <= parent.end_offset


@pytest.mark.parametrize("path", shipped_articles(), ids=lambda path: path.stem)
def test_the_rows_of_shipped_articles_hold_together(path: object) -> None:
    check(parse(read_article(path)))  # type: ignore[arg-type]


@given(articles())
def test_the_rows_of_any_article_hold_together(text: str) -> None:
    check(parse(text))


def test_tables_are_a_mapping() -> None:
    made = Tables()
    assert (len(made), made["points"], "meetings" in made, "rows" in made) == (5, [], True, False)
    with pytest.raises(KeyError):
        made["rows"]
