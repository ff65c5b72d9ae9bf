"""Datelines in the forms in which sites print them, and lines that are none."""

import pytest

from partyreports import parse

TITLE = "Sở Nội vụ giao ban"
LEAD = "Sáng nay, Sở Nội vụ tổ chức hội nghị giao ban với các phòng và đơn vị trực thuộc."


@pytest.mark.parametrize(
    ("line", "date", "clock", "views"),
    [
        ("2023-05-03 08:15", "2023-05-03", "08:15", None),
        ("2023-05-03T08:15:00+07:00", "2023-05-03", "08:15", None),
        ("2023/05/03", "2023-05-03", None, None),
        ("02/04/2023 08:15 (cập nhật 05/04/2023 10:40)", "2023-04-02", "08:15", None),
        ("Đăng lúc 02/04/2023 08:15 - Cập nhật lúc 05/04/2023 10:40", "2023-04-02", "08:15", None),
        ("Cập nhật: 05/04/2023 10:40 | Đăng: 02/04/2023 08:15", "2023-04-02", "08:15", None),
        ("03-05-2023 08:15:32", "2023-05-03", "08:15", None),
        ("Đăng bởi Quản trị | 03/05/2023 | 812 lượt xem", "2023-05-03", None, 812),
        ("03/05/2023 | Cỡ chữ A A", "2023-05-03", None, None),
        ("03/05/2023 8 giờ 15 phút", "2023-05-03", "08:15", None),
        ("03/05/2023 8:15 sáng", "2023-05-03", "08:15", None),
        ("03/05/2023 3:15 chiều", "2023-05-03", "15:15", None),
        ("03 Th5, 2023", "2023-05-03", None, None),
        ("Tháng Năm 3, 2023", "2023-05-03", None, None),
        ("May 3, 2023", "2023-05-03", None, None),
        ("Chúa nhật, 07/05/2023", "2023-05-07", None, None),
        ("thứ năm, 08 08 2019 08:52", "2019-08-08", "08:52", None),
        ("03/05/23 08:15 GMT+7", "2023-05-03", "08:15", None),
        ("Ngày đăng: 03/05/2023 - Lượt xem: 1,456", "2023-05-03", None, 1456),
        ("08:15 | 03/05/2023 | Lượt xem: 87", "2023-05-03", "08:15", 87),
        ("Nhóm phóng viên| 03/05/2023 08:15", "2023-05-03", "08:15", None),
        ("HÀ VĂN TẾ (thực hiện) 03/05/2023 08:15", "2023-05-03", "08:15", None),
        ("T.A - Ngày 03/05/2023 08:15 AM (GMT+7)", "2023-05-03", "08:15", None),
        ("- Thứ Tư, 03/05/2023, 08:15 - Chia sẻ", "2023-05-03", "08:15", None),
        ("Thời sự 03-05-2023", "2023-05-03", None, None),
        ("vanthu01 gửi vào T4, 2023-05-03 08:15", "2023-05-03", "08:15", None),
        ("Đời sống - Thứ tư, 3/5/2023, 08:15 (GMT+7)", "2023-05-03", "08:15", None),
        ("Hoạt động của Thường trực Huyện ủy | 03/05/2023 08:15", "2023-05-03", "08:15", None),
        ("03/05/2023 08:15 | Trang tin nông thôn", "2023-05-03", "08:15", None),
        ("Tác giả: Phòng Nội vụ - Ngày đăng: 03/05/2023", "2023-05-03", None, None),
        ("• Thứ tư - 03/05/2023 08:15 219 0", "2023-05-03", "08:15", 219),
        ("Date: 03/05/2023", "2023-05-03", None, None),
    ],
)
def test_forms(line: str, date: str, clock: str | None, views: int | None) -> None:
    report = parse(f"{TITLE}\n\n{line}\n\n{LEAD}")
    assert report.published is not None
    assert report.published.value.isoformat() == date
    assert (f"{report.published.time:%H:%M}" if report.published.time else None) == clock
    assert (report.views.value if report.views else None) == views
    assert report.title is not None
    assert report.title.text == TITLE
    assert report.lead is not None
    assert report.lead.text == LEAD


@pytest.mark.parametrize(
    "line",
    [
        "Hà Nội, ngày 3 tháng 5 năm 2023",
        "Hà Nội, 03/05/2023",
        "Thời gian: 8 giờ ngày 3 tháng 5 năm 2023",
        "Thời gian họp: 08:00, 03/05/2023",
        "31/02/2023 08:15",
        "Công văn số 12 ngày 03/05/2023 của Sở",
        "1. 03/05/2023: họp 2 phòng",
        "08:15, 03/05/2023: đón đại biểu",
        "Hội nghị giao ban - 08:15, 03/05/2023",
    ],
)
def test_lines_that_are_none(line: str) -> None:
    assert parse(f"{TITLE}\n\n{line}\n\n{LEAD}").published is None


@pytest.mark.parametrize(
    ("head", "date", "title"),
    [
        (f" date 2023-05-03 {TITLE}", "2023-05-03", TITLE),
        (f"03/05/2023 08:15 {TITLE}", "2023-05-03", TITLE),
        (f"Ngày đăng: 03/05/2023 | {TITLE}", "2023-05-03", TITLE),
        ("date 2023-05-03 {title}", "2023-05-03", None),
        (f"08:15 ngày 03/05/2023 {TITLE}", None, f"08:15 ngày 03/05/2023 {TITLE}"),
    ],
)
def test_at_the_head_of_the_first_line(head: str, date: str | None, title: str | None) -> None:
    report = parse(f"{head}\n\n{LEAD}")
    assert (report.published.value.isoformat() if report.published else None) == date
    assert (report.title.text if report.title else None) == title
    assert report.lead is not None
    assert report.lead.text == LEAD


def test_dates_below_links_are_those_of_the_links() -> None:
    text = (
        f"{TITLE}\n\n{LEAD}\n\nTin liên quan\n-\nXã hội\nMưa to ở vùng cao, nhiều bản bị chia cắt\n09:42 - 18/06/2020"
    )
    assert parse(text).published is None


def test_the_date_below_the_headline_counts_more_than_that_of_the_page() -> None:
    report = parse(f"Chủ nhật, ngày 5 tháng 1 năm 2025\n\n{TITLE}\n\n31/12/2024 | 14:55\n\n{LEAD}")
    assert report.published is not None
    assert report.published.value.isoformat() == "2024-12-31"


@pytest.mark.parametrize("tag", ["(BVHL-29/12/2017)", "Lạc Giang (TTXVN 29/12/2017)", "(HLNews - 29/12/2017) -"])
def test_a_date_in_the_tag_of_the_agency(tag: str) -> None:
    report = parse(f"{TITLE}\n\n{tag} {LEAD}")
    assert report.published is not None
    assert report.published.value.isoformat() == "2017-12-29"
    assert report.lead is not None
    assert report.lead.text.endswith(LEAD)


def test_a_date_in_brackets_is_no_tag() -> None:
    assert parse(f"{TITLE}\n\nNhân Quốc khánh (2/9/2020), Sở tổ chức hội nghị giao ban tại trụ sở.").published is None


def test_a_date_line_below_the_article_begins_the_footer() -> None:
    body = "Các phòng báo cáo kết quả công tác trong tháng và kiến nghị nhiều nội dung về hồ sơ."
    text = f"{TITLE}\n\n{LEAD}\n\n{body}\n\n29/05/13 17:25 GMT+7\nXã hội\nNội vụ,Giao ban,Hồ sơ\nNhân Dân"
    report = parse(text)
    assert report.published is not None
    assert report.published.value.isoformat() == "2013-05-29"
    assert [part.text for part in report.furniture] == ["29/05/13 17:25 GMT+7", "Xã hội", "Nội vụ,Giao ban,Hồ sơ"]
    assert report.byline is not None
    assert report.byline.text == "Nhân Dân"


@pytest.mark.parametrize(
    ("head", "date", "clock"),
    [
        (f"03/05/2023 08:15{TITLE}", "2023-05-03", "08:15"),
        (f"03/05/2023{TITLE}", "2023-05-03", None),
        (f"03/05/2023 - {TITLE}", "2023-05-03", None),
        (f"{TITLE} (08:15 03/05/2023)", "2023-05-03", "08:15"),
        (f"{TITLE} 03/05/2023 08:15", "2023-05-03", "08:15"),
        (f"{TITLE}Thứ Tư, 03/05/2023 08:15", "2023-05-03", "08:15"),
        (f"date 2023-05-03 {TITLE} 03/05/2023 08:15", "2023-05-03", "08:15"),
        (f"{TITLE} ( Cập nhật ngày: 03/05/2023 )", "2023-05-03", None),
    ],
)
def test_glued_to_the_headline(head: str, date: str, clock: str | None) -> None:
    report = parse(f"{head}\n\n{LEAD}")
    assert report.published is not None
    assert report.published.value.isoformat() == date
    assert (f"{report.published.time:%H:%M}" if report.published.time else None) == clock
    assert report.title is not None
    assert report.title.text == TITLE


def test_between_headline_and_lead_of_one_line() -> None:
    report = parse(f"{TITLE} công tác quý II 08:15 | 03/05/2023 {LEAD}")
    assert report.published is not None
    assert report.title is not None
    assert report.title.text == f"{TITLE} công tác quý II"
    assert report.lead is not None
    assert report.lead.text == LEAD


@pytest.mark.parametrize(
    ("tail", "date"),
    [
        ("08:15 | 03/05/2023", "2023-05-03"),
        ("Cập nhật: 03/05/2023", "2023-05-03"),
        ("(03/05/2023)", "2023-05-03"),
        ("Hội nghị kết thúc lúc 08:15 03/05/2023", None),
    ],
)
def test_behind_the_last_sentence(tail: str, date: str | None) -> None:
    report = parse(f"{LEAD} {tail}")
    assert (report.published.value.isoformat() if report.published else None) == date


@pytest.mark.parametrize(
    "head",
    [
        "Hội nghị giao ban bắt đầu vào lúc 08:15 03/05/2023",
        "Sở Nội vụ giao ban từ ngày03/05/2023",
        "Kỷ niệm ngày thành lập Sở (03/05/2003)",
        "THỨ TƯ (03/05/2023):",
    ],
)
def test_dates_that_the_headline_needs(head: str) -> None:
    assert parse(f"{head}\n\n{LEAD}").published is None


@pytest.mark.parametrize(
    "line",
    ["Các website khác - 03/05/2023", "Báo Hoa Lạc - 03/05/2023", "Theo Hoa Lạc Online - 03/05/2023"],
)
def test_where_the_article_was_taken_from(line: str) -> None:
    for text in (f"{TITLE}\n{line}\n\n{LEAD}", f"{line}\n{TITLE}\n\n{LEAD}"):
        report = parse(text)
        assert report.published is not None
        assert report.title is not None
        assert report.title.text == TITLE


@pytest.mark.parametrize("tag", ["(03-05-2023)- ", "Hoa Lạc (03/05/2023) - ", "Praha (Vltava/TTXVN 3/5/2023)- "])
def test_a_date_between_a_source_and_the_lead(tag: str) -> None:
    report = parse(f"{TITLE}\n\n{tag}{LEAD}")
    assert report.published is not None
    assert report.published.value.isoformat() == "2023-05-03"


def test_section_date_and_author_between_bars() -> None:
    assert parse(f"{TITLE}\n\nKỹ năng | 03/05/2023 | Hà Vy\n\n{LEAD}").published is not None
    assert parse(f"{TITLE}\n\nHội nghị quý II | 03/05/2023 | Hội trường A\n\n{LEAD}").published is None
