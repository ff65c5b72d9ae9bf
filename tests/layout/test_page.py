"""The site around an article: title, dateline, byline, captions, lead, footer, lost spaces."""

import datetime

import pytest

from partyreports import parse

BODY = "\n\nSáng 5-3, Sở tổ chức hội nghị giao ban.\n\nCác đơn vị báo cáo kết quả công tác trong tháng và kiến nghị nhiều nội dung."


@pytest.mark.parametrize(
    ("line", "date", "time", "views"),
    [
        ("01/06/2020 | 1456", "2020-06-01", None, 1456),
        ("01/06/2020 | 1.456", "2020-06-01", None, 1456),
        ("28/10/2020 | 11:32 AM", "2020-10-28", "11:32", None),
        ("28/10/2020 | 03:05 PM", "2020-10-28", "15:05", None),
        ("07 / 12 / 2019 - 12:41 PM", "2019-12-07", "12:41", None),
        ("13:12, Thứ Bảy, 19-11-2022", "2022-11-19", "13:12", None),
        ("Thứ Tư, 08/04/2015, 08:11 [GMT+7]", "2015-04-08", "08:11", None),
        ("Thứ tư, 02/10/2013 - 10:12", "2013-10-02", "10:12", None),
        ("( Cập nhật lúc: 09:07, 07/07/2022 )", "2022-07-07", "09:07", None),
        ("Cập nhật: 10/9/2020", "2020-09-10", None, None),
        ("Đăng ngày 10/9/2020", "2020-09-10", None, None),
        ("09:07, 07/07/2022", "2022-07-07", "09:07", None),
        ("10:35 | 12/05/2021", "2021-05-12", "10:35", None),
        ("08:41 21/08/2015", "2015-08-21", "08:41", None),
        ("22/08/2024 15:07", "2024-08-22", "15:07", None),
        ("16:13' - 10/04/2021", "2021-04-10", "16:13", None),
        ("7 Tháng 7, 2026", "2026-07-07", None, None),
        ("Ngày 7 tháng 7 năm 2026", "2026-07-07", None, None),
        ("20/03/2020 00:00", "2020-03-20", None, None),
        ("Minh An và Thu Hà - 07:00, 04/12/2023", "2023-12-04", "07:00", None),
        ("Lượt xem: 87 | 04/12/2023", "2023-12-04", None, 87),
    ],
)
@pytest.mark.parametrize("first", [False, True], ids=["below the title", "above the title"])
def test_datelines(line: str, date: str, time: str | None, views: int | None, first: bool) -> None:
    title = "Sở Nội vụ giao ban tháng 2"
    text = (f"{line}\n\n{title}" if first else f"{title}\n\n{line}") + BODY
    report = parse(text)
    assert report.published is not None
    assert report.published.value.isoformat() == date
    assert report.published.time == (datetime.time.fromisoformat(time) if time else None)
    assert (report.views.value if report.views else None) == views
    assert report.title is not None
    assert report.title.text == title


@pytest.mark.parametrize(
    "line", ["32/13/2020", "Hội nghị diễn ra ngày 5/3/2020 tại Hà Nội, quy tụ nhiều đại biểu", "Họp lúc 8:00"]
)
def test_no_datelines(line: str) -> None:
    assert parse(f"Sở Nội vụ giao ban\n\n{line}{BODY}").published is None


@pytest.mark.parametrize("line", ["Trang chủ", "Trang chủ » Tin tức » Thời sự", "Tin tức > Hoạt động", "Home / News"])
def test_a_breadcrumb_is_no_title(line: str) -> None:
    report = parse(f"{line}\nSở Nội vụ giao ban tháng 2{BODY}")
    assert report.title is not None
    assert report.title.text == "Sở Nội vụ giao ban tháng 2"
    assert [part.text for part in report.furniture] == [line]


def test_a_letter_head_is_no_dateline() -> None:
    assert parse(f"Sở Nội vụ giao ban{BODY}\n\nHà Nội, ngày 5 tháng 3 năm 2020").published is None


def test_a_site_clock_is_no_publication_date() -> None:
    report = parse("Thứ Sáu, 23/08/2019, 09:25:27\nSở Nội vụ giao ban\n05/03/2019 10:00" + BODY)
    assert report.published is not None
    assert report.published.value.isoformat() == "2019-03-05"


@pytest.mark.parametrize(
    "line",
    [
        "Ảnh: Đồng chí Trần An phát biểu.",
        "Đồng chí Trần An phát biểu. Ảnh: Hà Vy",
        "Đồng chí Trần An phát biểu - Ảnh: HÀ VY",
        "Đồng chí Trần An phát biểu. (Ảnh: Hà Vy)",
        "Quang cảnh hội nghị.",
        "Toàn cảnh phiên họp tại điểm cầu chính",
        "Ảnh minh họa.",
    ],
)
def test_captions(line: str) -> None:
    report = parse(f"Sở Nội vụ giao ban{BODY}\n{line}\nCác đại biểu thảo luận sôi nổi về nhiều vấn đề còn vướng.")
    assert [caption.text for caption in report.captions] == [line]


@pytest.mark.parametrize("line", ["Nhiều hộ dân bị ảnh hưởng.", "Ảnh hưởng của dịch bệnh còn kéo dài nhiều tháng."])
def test_no_captions(line: str) -> None:
    assert parse(f"Sở Nội vụ giao ban{BODY}\n{line}").captions == ()


@pytest.mark.parametrize(
    "line", ["Vân Khánh", "Tin, ảnh: Vân Khánh", "N.V", "Theo TTXVN", "Vân Khánh (t/h)", "Minh An - Thu Hà"]
)
def test_bylines(line: str) -> None:
    report = parse(f"Sở Nội vụ giao ban{BODY}\n{line}")
    assert report.byline is not None
    assert report.byline.text == line


@pytest.mark.parametrize("line", ["Bài học kinh nghiệm:", "Hội nghị kết thúc tốt đẹp.", "Về công tác cán bộ"])
def test_no_bylines(line: str) -> None:
    assert parse(f"Sở Nội vụ giao ban{BODY}\n{line}").byline is None


def test_the_footer_holds_related_articles_with_their_ages() -> None:
    footer = (
        "Các bài viết khác\n\nHội nghị sơ kết nhiệm vụ\n\nHội nghị sơ kết nhiệm vụ\nhôm qua\n\n"
        "• 1. Tổng kết năm (3 tháng trước)\n• 2. Giao ban quý (1 năm trước)"
    )
    report = parse(f"Sở Nội vụ giao ban{BODY}\n\n{footer}")
    assert [(link.title.text, link.age and link.age.text) for link in report.related] == [
        ("Hội nghị sơ kết nhiệm vụ", "hôm qua"),
        ("1. Tổng kết năm", "3 tháng trước"),
        ("2. Giao ban quý", "1 năm trước"),
    ]
    assert report.sections == ()


def test_a_link_amid_the_body_does_not_end_the_article() -> None:
    paragraph = "Các đại biểu thảo luận sôi nổi về nhiều vấn đề. " * 8
    report = parse(f"Sở Nội vụ giao ban{BODY}\nXem thêm >>> Lịch tuần\n{paragraph}")
    assert report.related == ()
    assert "Xem thêm >>> Lịch tuần" in [part.text for part in report.furniture]


def test_a_repeated_title_is_furniture_and_the_first_paragraph_is_the_lead() -> None:
    report = parse(f"Sở Nội vụ giao ban\n\nSở Nội vụ giao ban{BODY}")
    assert report.lead is not None
    assert report.lead.text.startswith("Sáng 5-3")


def test_a_lead_scraped_to_the_end_is_the_lead() -> None:
    text = "Sở giao ban\n\nCác đơn vị báo cáo nhiều việc.\n\nThu Hà\n\nmore(BTG) – Sáng nay 5/3, Sở Nội vụ tổ chức hội nghị giao ban."
    report = parse(text)
    assert report.lead is not None
    assert report.lead.text.startswith("(BTG) – Sáng nay")
    assert report.byline is not None


@pytest.mark.parametrize(
    ("glued", "words"),
    [
        ("công tác bầu cửTuyên Quang", "cửTuyên"),
        ("Tháng 6-2020toàn ngành", "6-2020toàn"),
        ("Trong đó,Yên Bái", "đó,Yên"),
    ],
)
def test_lost_spaces_are_noted_and_left_alone(glued: str, words: str) -> None:
    text = f"Sở giao ban\n\nHội nghị nêu {glued} vẫn làm tốt."
    report = parse(text)
    (note,) = [note for note in report.notes if note.code == "glued-words"]
    assert note.span is not None
    assert text[note.span.start : note.span.end] == words


@pytest.mark.parametrize(
    "fine", ["VietnamPlus và YouTube", "TP.HCM", "T.Ư. Đảng", "1,5 tỷ", "VH,TT&DL", "năm 2020, toàn ngành"]
)
def test_what_is_not_glued(fine: str) -> None:
    assert not [note for note in parse(f"Sở giao ban\n\nHội nghị nêu {fine}.").notes if note.code == "glued-words"]
