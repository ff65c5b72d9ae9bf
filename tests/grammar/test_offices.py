"""Offices as they are printed, behind a name and before one: none is cut short, none goes on too far."""

from pathlib import Path

import pytest

from partyreports import parse

OFFICES = (Path(__file__).parent.parent / "cases" / "offices.txt").read_text(encoding="utf-8").splitlines()
FRAMES = (
    "Sáng 5/3, ông Lê Văn Tám, {} chủ trì hội nghị.",
    "Sáng 5/3, {} Lê Văn Tám chủ trì hội nghị.",
    "Hội nghị do ông Lê Văn Tám - {} chủ trì.",
)
OF_TWO = ("Bộ trưởng, ", "Tổng Thư ký Quốc hội, ", "Phó Thủ tướng, ", "Đại sứ, ")


@pytest.mark.parametrize("office", OFFICES)
def test_an_office_is_read_whole(office: str) -> None:
    parts = office.split(", ") if office.startswith(OF_TWO) else office.split(" kiêm ")
    for frame in FRAMES:
        (chair,) = parse(f"Tin\n\n{frame.format(office)}", meeting=True).chairs
        assert chair.name.text == "Lê Văn Tám"
        assert [position.text for position in chair.positions] == parts


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        ("Ông Lê Văn Tám, Giám đốc Sở Y tế, thay mặt tỉnh chủ trì hội nghị.", ["Giám đốc Sở Y tế"]),
        ("Ông Lê Văn Tám, Giám đốc Sở Y tế, người được giao chủ trì hội nghị.", ["Giám đốc Sở Y tế"]),
        ("Ông Lê Văn Tám chủ trì hội nghị của Sở, giáo dục là một nội dung.", []),
        ("Ông Lê Văn Tám, Đại sứ Việt Nam, chủ trì cuộc họp tại Lào.", ["Đại sứ Việt Nam"]),
        ("Ông Lê Văn Tám, Giám đốc Sở tại Hà Nội chủ trì hội nghị.", ["Giám đốc Sở"]),
    ],
)
def test_an_office_ends_before_what_its_holder_does(text: str, positions: list[str]) -> None:
    (chair,) = parse(f"Tin\n\n{text}", meeting=True).chairs
    assert [position.text for position in chair.positions] == positions


SAYS = [
    "nhắc",
    "nhắc nhở",
    "tóm tắt",
    "cảnh báo",
    "khuyến cáo",
    "kêu gọi",
    "hy vọng",
    "kỳ vọng",
    "đặt câu hỏi",
    "hỏi",
    "cam kết",
    "trăn trở",
    "tâm sự",
    "gợi ý",
    "đề xuất",
    "kiến nghị",
    "chỉ rõ",
    "chỉ ra",
    "căn dặn",
    "đôn đốc",
    "lý giải",
    "đồng ý",
    "mời",
    "gửi",
    "phân công",
    "động viên",
    "chốt lại",
    "phản ánh",
]


@pytest.mark.parametrize("verb", SAYS)
def test_an_office_ends_before_what_its_holder_says(verb: str) -> None:
    text = f"Chủ trì cuộc họp sáng 5/3, ông Lê Văn Tám, Giám đốc Sở Y tế {verb} các bệnh viện về thuốc."
    (chair,) = parse(f"Tin\n\n{text}", meeting=True).chairs
    assert [position.text for position in chair.positions] == ["Giám đốc Sở Y tế"]


@pytest.mark.parametrize(
    "text",
    [
        "Hiệu trưởng Trường THPT Phan Đình Phùng chủ trì hội nghị.",
        "Hiệu trưởng Trường THPT Phan Đình Phùng Hà Nội chủ trì hội nghị.",
        "Chủ tịch Tập đoàn Sun Group chủ trì hội nghị.",
        "Hiệu trưởng Trường Đại học Y Dược Thái Bình chủ trì hội nghị.",
        "Giám đốc Sở ở số 9 Phan Kế Bính chủ trì hội nghị.",
    ],
)
def test_what_a_body_is_called_after_is_nobody(text: str) -> None:
    assert parse(f"Tin\n\nSáng 5/3, {text}", meeting=True).chairs == ()
