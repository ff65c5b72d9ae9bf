"""Bylines and headings: a heading in capitals or in title case is no byline."""

import pytest

from partyreports import parse
from partyreports.layout.segmentation import find_layout
from partyreports.text.scanned import scan

HEAD = "Sở Nội vụ giao ban\n\nSáng 3/5/2023, Sở Nội vụ tổ chức hội nghị giao ban.\n\n"
HEADINGS = [
    "KẾT QUẢ", "KẾT QUẢ ĐẠT ĐƯỢC", "HẠN CHẾ", "TỒN TẠI", "BÀI HỌC KINH NGHIỆM", "NHIỆM VỤ TRỌNG TÂM", "KIẾN NGHỊ", "ĐỀ XUẤT",
    "Kết Quả Nổi Bật", "Ưu Điểm", "Phương Hướng", "THÔNG CÁO BÁO CHÍ", "Hà Nội, Việt Nam", "Phóng Viên Thường Trú",
    "TRÂN TRỌNG CẢM ƠN", "QUẢNG CÁO", "Phòng Tổ Chức", "CÔNG TÁC KHEN THƯỞNG", "TỔ CHỨC THỰC HIỆN", "I. KẾT QUẢ", "A. KẾT QUẢ",
    "III.",
]  # fmt: skip


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("place", ["top", "before a list", "end"])
def test_a_heading_is_no_byline(heading: str, place: str) -> None:
    points = "Một là, đủ kho.\n\nHai là, đủ giá.\n\n"
    text = {
        "top": f"Sở Nội vụ giao ban\n\n{heading}\n\nSáng 3/5/2023, Sở Nội vụ tổ chức hội nghị giao ban.\n\n{points}",
        "before a list": f"{HEAD}{heading}\n\n{points}Hội nghị bế mạc.",
        "end": f"{HEAD}Các phòng báo cáo kết quả công tác trong tháng.\n\n{heading}",
    }[place]
    assert parse(text).byline is None


@pytest.mark.parametrize(
    ("heading", "role"),
    [("KẾT QUẢ ĐẠT ĐƯỢC", "achievement"), ("BÀI HỌC KINH NGHIỆM", "lesson"), ("HẠN CHẾ", "limitation")],
)
def test_the_heading_introduces_its_list(heading: str, role: str) -> None:
    (section,) = parse(f"{HEAD}{heading}\n\nMột là, đủ kho.\n\nHai là, đủ giá.\n\nHội nghị bế mạc.").sections
    assert section.role.value == role


@pytest.mark.parametrize(
    "byline",
    [
        "Trần Văn Bền", "TRẦN VĂN BỀN", "Hà Vy", "Hà Vy - Vân An", "N.V", "Theo TTXVN", "(Theo TTXVN)", "Tin, ảnh: Hà Vy",
        "Tin bài và ảnh: Hà Vy - Vân An", "Nguồn: Báo Nhân Dân", "Hà Vy (t/h)", "Bài, ảnh: TRẦN BỀN", "PV", "Hà Vy (TTXVN)",
    ],
)  # fmt: skip
def test_names_and_labels_are(byline: str) -> None:
    report = parse(f"{HEAD}Các phòng báo cáo kết quả công tác trong tháng.\n\n{byline}")
    assert report.byline is not None
    assert report.byline.text == byline


@pytest.mark.parametrize("byline", ["Hà Vy", "Theo TTXVN", "Hà Vy - Vân An (ghi)", "TRẦN VĂN BỀN"])
def test_a_byline_behind_the_last_full_stop(byline: str) -> None:
    report = parse(f"{HEAD}Hai việc: một là, rà soát; hai là, báo cáo kết quả công tác. {byline}")
    assert report.byline is not None
    assert report.byline.text == byline
    assert report.sections[0].points[-1].text == "báo cáo kết quả công tác."


@pytest.mark.parametrize("words", ["Hội nghị bế mạc.", "Hai việc đã xong", "Ông Trần Văn Bền cảm ơn"])
def test_other_words_there_are_none(words: str) -> None:
    assert parse(f"{HEAD}Các phòng báo cáo kết quả công tác trong tháng. {words}").byline is None


def test_captions_and_one_more_paragraph_may_stand_below_it() -> None:
    captions = "Ông Lê Văn Tám trao quà cho các em.\nBà Tạ Thị Sen thăm kho của Sở.\nCác phòng ký giao ước thi đua."
    below = f"{captions}\n\nCuối tuần, trời có mưa vài nơi."
    for byline in ("Hà Vy", "Theo TTXVN"):
        report = parse(f"{HEAD}Các phòng báo cáo kết quả công tác trong tháng.\n\n{byline}\n\n{below}")
        assert report.byline is not None
        assert report.byline.text == byline
    assert parse(f"{HEAD}Các phòng báo cáo kết quả.\n\nHÌNH THỨC\n\n{below}").byline is None


def test_a_list_of_names_holds_no_byline() -> None:
    report = parse(f"{HEAD}Tổ giúp việc gồm:\n\nTrần Văn Bền\n\nLê Thị Mận\n\nVũ Thị Na")
    assert report.byline is None


def test_headings_are_told_from_paragraphs_and_points() -> None:
    text = (
        f"{HEAD}KẾT QUẢ ĐẠT ĐƯỢC\n\nCác phòng đã rà soát hồ sơ và báo cáo kết quả công tác trong tháng.\n\n"
        "Cụ thể hóa các nhiệm vụ\n\nCác phòng sẽ báo cáo kết quả công tác vào ngày 30 hằng tháng.\n\n"
        "II. NHIỆM VỤ\n\n1. Rà soát hồ sơ\n\n2. Báo cáo kết quả\n\n- Phòng Tổ chức\n\nHội nghị bế mạc"
    )
    scanned = scan(text)
    layout = find_layout(scanned)
    assert [text[line.start : line.end] for line in layout.headings] == ["KẾT QUẢ ĐẠT ĐƯỢC", "Cụ thể hóa các nhiệm vụ"]
    assert all(layout.is_heading(line) == (line in layout.headings) for line in layout.body)
