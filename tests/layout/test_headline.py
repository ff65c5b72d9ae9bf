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
