"""What notebooks show: cards and tables that keep their style and leave that of the notebook alone; lines of text."""

import sys
from typing import Any

import pytest
from pydantic import BaseModel

from pages import Page
from partyreports import InputTypeError, ParseFailure, Reports, TextMismatchError, parse, parse_many, tables
from partyreports.views import rendering
from partyreports.views.notebook import MOST_ROWS, to_compact_html, to_reports_table
from shapes import ROOT

ARTICLE = (ROOT / "examples" / "giao_ban_thang_5.txt").read_text(encoding="utf-8")
HOSTILE = (
    "Họp <script>alert(1)</script>\n\nMột số kết quả:\n1. <img src=x onerror=alert(1)>\n2. \x1b[31m\u202eĐỏ.\n4. <b>"
)


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("text", [ARTICLE, HOSTILE])
def test_every_element_of_a_card_has_its_own_style_and_none_has_another(text: str, lang: str) -> None:
    for written in (to_compact_html(parse(text), lang=lang), to_reports_table([parse(text)], lang=lang)):
        page = Page(written)
        allowed = {"div", "strong", "em", "span", "p", "table", "thead", "tbody", "tr", "th", "td"}
        assert {tag for tag, _ in page.tags} <= allowed | {"details", "summary", "ul", "li"}
        for tag, attributes in page.tags:
            assert set(attributes) <= {"lang", "scope", "style", "colspan"}
            if tag in {"table", "tr", "th", "td", "ul", "li", "details", "summary"}:
                assert attributes["style"]
        assert "url(" not in written


def test_a_card_shows_positions_and_no_mention_that_leads_nowhere() -> None:
    shown = " ".join(Page(to_compact_html(parse(ARTICLE))).words)
    assert "Lương Khánh Trình" in shown
    assert "Ủy viên Ban Thường vụ Tỉnh ủy; Chánh Văn phòng Tỉnh ủy; Trưởng Ban Chỉ đạo số hóa tài liệu" in shown
    assert "also named" not in shown


def test_a_card_in_vietnamese() -> None:
    words = Page(parse(ARTICLE).card(lang="vi").html).words
    assert "Chủ trì" in words
    assert "Chair" not in words


def test_a_report_is_one_line() -> None:
    report = parse(ARTICLE)
    assert str(report) == (
        "'Giao ban trực tuyến ngành Văn thư - Lưu trữ 5 tháng đầu năm …', 2023-06-05, chair 'Lương Khánh Trình', "
        "46 sites, 4 achievements, 2 limitations, 5 tasks, 3 lessons, 1 note"
    )
    assert repr(report) == f"MeetingReport({report})"
    assert str(parse("")) == "untitled, no report of a meeting, 1 note"


def test_every_part_of_a_report_is_one_short_line() -> None:
    def parts(fact: object) -> list[object]:
        if isinstance(fact, tuple):
            return [part for one in fact for part in parts(one)]
        if not isinstance(fact, BaseModel):
            return []
        return [fact, *(part for _, value in fact for part in parts(value))]

    for text in (ARTICLE, HOSTILE):
        for part in parts(parse(text)):
            for line in (repr(part), str(part)):
                assert len(line) < 500
                assert line.isprintable()  # neither line ends nor what a terminal would obey
    report = parse(ARTICLE)
    assert repr(report.tasks[2]) == (
        "Point(number=3, marker='3.', style='arabic', text='Phối hợp với Sở Thông tin và Truyền thông nâng cấp đường …', "
        "text_span=2362:2535, span=2359:2535, points=[2], rule='marker.digits')"
    )


def test_several_reports_are_a_line_each() -> None:
    reports = Reports(parse_many([ARTICLE, None, "Tin"]))  # type: ignore[list-item]
    lines = repr(reports).splitlines()
    assert lines[0] == "Reports of 3 articles"
    assert lines[1] == f"0  {reports[0]}"
    assert lines[2].startswith("1  InputTypeError: an item is the text of an article as str")
    assert isinstance(reports[1], ParseFailure)
    assert repr(Reports([reports[0]] * 21)).endswith("\n… and 1 more")
    assert repr(Reports()) == "Reports of 0 articles"


@pytest.mark.parametrize("wrong", [None, 5, [5], parse("Tin")])
def test_reports_are_made_of_reports(wrong: Any) -> None:
    with pytest.raises(InputTypeError, match="reports, not"):
        Reports(wrong)


def test_the_height_of_a_frame_is_a_number() -> None:
    wrong: Any = "100px;position:fixed"
    with pytest.raises(InputTypeError, match="number of pixels"):
        parse("Tin").view("Tin", height=wrong)


def test_reports_are_a_tuple_and_what_takes_reports_takes_them() -> None:
    reports = Reports(parse_many([ARTICLE, "Tin"]))
    assert reports == tuple(reports)
    assert isinstance(reports[:1], Reports)
    assert len(tables(reports).meetings) == 2


def test_several_reports_are_a_table() -> None:
    reports = Reports([parse(ARTICLE), parse("Tin", id="b.txt"), ParseFailure(2, "Timeout", "too <long>", "c.txt")])
    page = Page(reports.table().html)
    assert reports._repr_html_() == reports.table().html
    words = page.words
    for shown in ("2023-06-05", "Lương Khánh Trình", "46", "Tasks", "Tin"):
        assert shown in words
    assert "too <long>" in words
    assert "Nhiệm vụ" in Page(reports.table(lang="vi").html).words
    assert "05/06/2023" in Page(reports.table(lang="vi").html).words


def test_a_long_table_says_how_many_more_there_are() -> None:
    page = Page(to_reports_table([parse("Tin")] * (MOST_ROWS + 3)))
    assert "… and 3 more" in page.words
    assert [tag for tag, _ in page.tags].count("tr") == 1 + MOST_ROWS


def test_a_view_is_the_page_in_a_frame() -> None:
    report = parse(HOSTILE)
    view = report.view(HOSTILE, height=300, lang="vi")
    (frame,) = [attributes for tag, attributes in Page(view.html).tags if tag == "iframe"]
    assert frame["srcdoc"] == report.to_html(HOSTILE, lang="vi")
    assert "allow-same-origin" not in (frame["sandbox"] or "")
    assert "height:300px" in (frame["style"] or "")
    assert view._repr_html_() == view.html
    assert len(repr(view)) < 100
    with pytest.raises(TextMismatchError):
        report.view(ARTICLE)


def test_without_jinja_notebooks_show_text(monkeypatch: pytest.MonkeyPatch) -> None:
    rendering._environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    assert parse("Tin")._repr_html_() is None
    assert Reports([parse("Tin")])._repr_html_() is None
