"""The headline, or that there is none; what stands above it."""

import json

import pytest

from partyreports import MeetingReport, parse
from partyreports.layout.headline_signals import SIGNALS, TABLE
from partyreports.rules import weights
from shapes import ROOT

CASES = [json.loads(line) for line in (ROOT / "tests" / "cases" / "layout.jsonl").read_text("utf-8").splitlines()]
TITLE = "Sở Công Thương giao ban quý II"
LEAD = (
    "Sáng 9/5/2023, Sở Công Thương tỉnh Hoa Lạc tổ chức hội nghị giao ban quý II. Ông Trần Quốc Bảo chủ trì hội nghị."
)


def title_of(text: str) -> str | None:
    title = parse(text).title
    return title.text if title else None


def answer(report: MeetingReport, key: str) -> object:
    """What a report says for a key of the cases."""
    if key == "title":
        return report.title.text if report.title else None
    if key == "published":
        return report.published.value.isoformat() if report.published else None
    return [link.title.text for link in report.related]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["kind"])
def test_cases(case: dict[str, dict[str, object] | str]) -> None:
    report = parse(str(case["text"]))
    expect = dict(case["expect"])  # type: ignore[arg-type]
    first_words = expect.pop("footer_starts_with", None)
    assert {key: answer(report, key) for key in expect} == expect
    if first_words is not None:
        footer = next(part for part in report.furniture if part.rule.startswith("footer."))
        assert footer.text.startswith(str(first_words))


@pytest.mark.parametrize(
    "first",
    [
        LEAD,
        "(HLO) - Chiều 7-9, UBND huyện Suối Mây họp phiên thường kỳ tháng 8.",
        "Phát biểu tại hội nghị, Giám đốc Sở Trần Quốc Bảo yêu cầu các đơn vị rà soát hồ sơ còn tồn đọng.",
        "Quang cảnh hội nghị.",
        "Các đại biểu biểu quyết. Ảnh: Hà Vy",
        "09/05/2023 08:15",
        "Ông Trần Quốc Bảo, Giám đốc Sở, cho biết như vậy tại cuộc họp sáng nay.",
        "“Chúng ta phải làm sớm, làm chắc từng việc”, Giám đốc Sở Trần Quốc Bảo nói tại hội nghị.",
        "1. Thời gian: 7h30 ngày 9 tháng 5 năm 2023",
        "- Sáng nay, Sở Công Thương tổ chức hội nghị giao ban quý II tại trụ sở.",
    ],
)
def test_a_text_may_have_no_headline(first: str) -> None:
    body = "Trong quý, toàn ngành đã kiểm tra 214 cơ sở và xử lý 12 vụ vi phạm về nhãn hàng hóa."
    assert title_of(f"{first}\n\n{LEAD}\n\n{body}" if first != LEAD else f"{LEAD}\n\n{body}") is None


@pytest.mark.parametrize(
    "title",
    [
        "Giao ban quý II",
        "SỞ CÔNG THƯƠNG GIAO BAN QUÝ II",
        "“Không để dân chờ lâu”",
        "Có nên giao việc cho xã?",
        "7 việc cần làm ngay",
        "Ngày mới trên quê hương Suối Mây",
        "Giám đốc Sở: Phải làm chắc từng việc",
        "Hội nghị lần thứ 12 Ban Chấp hành Đảng bộ huyện Suối Mây khóa XX, nhiệm kỳ 2020 - 2025",
    ],
)
@pytest.mark.parametrize("below", ["", "09/05/2023 08:15\n", "Hà Vy\n"], ids=["bare", "dateline", "author"])
def test_headlines_of_every_form(title: str, below: str) -> None:
    assert title_of(f"{title}\n{below}\n{LEAD}\n\nTrong quý, ngành đã kiểm tra 214 cơ sở.") == title


@pytest.mark.parametrize(
    "above",
    [
        "Giới thiệu\nTin tức\nVăn bản\nLiên hệ",
        "Tiếng Việt | English",
        "Trang chủ » Tin tức » Hoạt động của Sở",
        f"> Tin tức > Công tác Đảng > {TITLE}",
        "CỔNG THÔNG TIN ĐIỆN TỬ SỞ CÔNG THƯƠNG\nĐường dây nóng: 0900 000 111\nThời sự",
        "Nhảy đến nội dung",
        "Cỡ chữ: A- A A+",
        "•",
        "08/05/2023\nThời sự",
        "NHIỆT LIỆT CHÀO MỪNG 78 NĂM NGÀY QUỐC KHÁNH!",
        "Chủ nhật, ngày 5 tháng 1 năm 2025, 10:20:31",
        "Từ khóa: giao ban, quý II",
    ],
)
def test_what_stands_above_the_headline_is_furniture(above: str) -> None:
    report = parse(f"{above}\n\n{TITLE}\n\n{LEAD}")
    assert report.title is not None
    assert report.title.text == TITLE
    assert report.lead is not None
    assert report.lead.text == LEAD
    assert report.unclaimed == () or all(passage.text not in above for passage in report.unclaimed)
    assert "".join(above.split()) in "".join("".join(part.text.split()) for part in report.furniture) or (
        report.published is not None
    )


def test_a_headline_that_is_printed_twice_counts_once() -> None:
    report = parse(f"{TITLE}\n09/05/2023 08:15\n{TITLE}\n\n{LEAD}")
    assert report.title is not None
    assert report.title.span.start == 0
    assert "title.repeated" in {part.rule for part in report.furniture}
    assert report.lead is not None
    assert report.lead.text == LEAD


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{TITLE} {LEAD}", TITLE),
        (
            f"{TITLE} Ông Trần Quốc Bảo phát biểu tại hội nghị Ảnh: H.V Ngành đã kiểm tra 214 cơ sở và xử lý 12 vụ.",
            TITLE,
        ),
        (
            f"{TITLE} (TTXVN) - Hôm nay, Sở họp với các huyện về nhãn hàng hóa và bàn việc của ngành trong quý III.",
            TITLE,
        ),
        (LEAD, None),
        (
            "Ngành Công Thương Hoa Lạc đã kiểm tra 214 cơ sở của Sở Công Thương và xử lý 12 vụ vi phạm về nhãn hàng hóa. Hết.",
            None,
        ),
    ],
)
def test_a_headline_that_shares_its_line(text: str, title: str | None) -> None:
    assert title_of(text) == title


def test_the_examples_of_the_signals() -> None:
    for signal in SIGNALS:
        assert all(signal.id in dict(TABLE.read(text)) for text in signal.accepts), signal.id
        assert not any(signal.id in dict(TABLE.read(text)) for text in signal.refuses), signal.id


def test_every_signal_has_a_weight() -> None:
    assert set(weights("headline").of) == {signal.id for signal in SIGNALS}


def test_a_stop_behind_a_headline_that_the_dated_lead_tells_again() -> None:
    lead = "Sáng 12/4, xã Hoa Lạc tổ chức hội nghị sơ kết công tác quý I tại hội trường xã."
    report = parse(f"Xã Hoa Lạc sơ kết công tác quý I.\n12/04/2023\n\n{lead}")
    assert report.title is not None
    assert report.title.text == "Xã Hoa Lạc sơ kết công tác quý I."
    assert parse(f"Hội nghị kết thúc trong ngày.\n\n{lead}").title is None


def test_the_name_of_minutes_below_the_name_of_a_body() -> None:
    report = parse(
        "TRƯỜNG TIỂU HỌC HOA LẠC\nBIÊN BẢN HỌP TỔ CHUYÊN MÔN\nThời gian: 8 giờ ngày 14/7/2020\nChủ trì: bà Lê An"
    )
    assert report.title is not None
    assert report.title.text == "BIÊN BẢN HỌP TỔ CHUYÊN MÔN"


@pytest.mark.parametrize(
    "above",
    [
        "Ông Lê Văn Bền - Giám đốc Sở phát biểu chỉ đạo",
        "Các đại biểu biểu quyết thông qua nghị quyết.",
        "Đồng chí Giám đốc Sở kết luận hội nghị.",
        "Đại diện các phòng chụp ảnh lưu niệm. Ảnh: Hà Vy",
        "Toàn cảnh buổi làm việc giữa Sở và các phòng",
        "SỞ NỘI VỤ HOA LẠC",
        "MỚI NHẤT",
        "CƠ QUAN CỦA LIÊN ĐOÀN HOA LẠC",
        "UBND TỈNH HOA LẠC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ],
)
def test_what_stands_above_a_headline(above: str) -> None:
    title = "Sở Nội vụ Hoa Lạc sơ kết công tác sáu tháng đầu năm"
    lead = "Sáng 9/7/2014, Sở Nội vụ Hoa Lạc tổ chức hội nghị sơ kết công tác. Ông Lê Văn Bền chủ trì hội nghị."
    report = parse(f"{above}\n\n{title}\n\n{lead}\nTại hội nghị, các phòng đã báo cáo.")
    assert report.title is not None
    assert report.title.text == title


@pytest.mark.parametrize(
    "first",
    ["Ông Lê Văn Bền phát biểu tại hội nghị", "Các đồng chí chủ trì hội nghị", "Ông Bền phát biểu. Ảnh: Hà Vy"],
)
def test_words_of_a_photo_are_no_headline(first: str) -> None:
    assert (
        parse(f"{first}\n\nSáng 9/7/2014, Sở Nội vụ tổ chức hội nghị sơ kết công tác. Ông Bền chủ trì.").title is None
    )


@pytest.mark.parametrize(
    "title",
    ["Cà phê vượt 130.000 đồng/kg, doanh nghiệp kêu thiếu vốn", "80 năm nước Cộng hòa xã hội chủ nghĩa Việt Nam"],
)
def test_headlines_with_the_words_of_a_site(title: str) -> None:
    report = parse(f"{title}\n\nSáng 9/7/2014, Sở Công Thương tổ chức hội nghị sơ kết công tác. Ông Bền chủ trì.")
    assert report.title is not None


def test_the_author_between_headline_and_dateline_is_no_headline() -> None:
    lead = "Sáng 9/7/2014, Sở Nội vụ Hoa Lạc tổ chức hội nghị sơ kết công tác. Ông Lê Văn Bền chủ trì hội nghị."
    report = parse(f"Chuyện một phiên họp\nHà Vy\n09/07/2014 14:05 GMT+7\n{lead}")
    assert report.title is not None
    assert report.title.text == "Chuyện một phiên họp"


def test_a_salutation_is_no_headline() -> None:
    assert parse("Kính thưa các vị đại biểu,\n\nSau một ngày làm việc, hội nghị đã xong chương trình.").title is None
