"""Line breaks inside a phrase: before a photo's credit, behind an abbreviation."""

import pytest

from partyreports import parse
from partyreports.text.source import SourceText


def test_who_took_a_photo_stands_in_the_caption_above() -> None:
    head = "Sở họp giao ban\n\nSáng 1-6-2020, Sở Nội vụ họp giao ban.\n\n"
    report = parse(head + "Giám đốc Sở phát biểu tại hội nghị.\nẢnh: Vân An\n\nCác phòng báo cáo kết quả công tác.")
    assert [caption.text for caption in report.captions] == ["Giám đốc Sở phát biểu tại hội nghị.\nẢnh: Vân An"]
    # a caption of its own is none
    line = "Ảnh: Các phòng báo cáo kết quả"
    report = parse(head + f"Giám đốc Sở phát biểu tại hội nghị.\n{line}\n\nCác phòng báo cáo kết quả công tác.")
    assert [caption.text for caption in report.captions] == [line]


def test_a_line_broken_behind_an_abbreviation() -> None:
    text = (
        "Tin\n\nSáng 1-6-2020, Chủ tịch UBND TP.\nLạc Giang Đinh Văn Sơn chủ trì họp báo.\nHĐND TP.\nLạc Giang dự họp."
    )
    report = parse(text)
    assert [chair.name.text for chair in report.chairs] == ["Đinh Văn Sơn"]
    assert len(SourceText(text).filled) == 3
    assert len(SourceText(text.replace("\n", "\n\n")).filled) == 3
    last = "Tin\n\nChủ tịch TP. Lạc Giang Đinh Văn Sơn chủ trì họp báo của UBND TP.\nNgày 2-6, các phòng dự họp."
    assert SourceText(last).text == last


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Chủ trì cuộc họp là ông Trần Văn\nMít, Giám đốc Sở.", "ông Trần Văn Mít, Giám đốc"),
        ("Dự có đồng chí Lê Thị Thu\n\nNa - Bí thư Huyện ủy.", "Lê Thị Thu Na - Bí thư"),
    ],
)
def test_a_line_break_before_the_last_syllable_of_a_name(text: str, joined: str) -> None:
    assert joined in SourceText(text).text


@pytest.mark.parametrize(
    "text",
    [
        "Chủ trì là ông Trần Văn Mít\nSáng, Sở họp.",
        "Chủ trì là ông Trần Văn Mít\nHuế, ngày 5/3/2024",
        "Chủ trì là ông Trần Văn Mít\nGiám đốc Sở, bà Lê Thị Na dự.",
        "Tin: Trần Văn\nMít, Giám đốc Sở, chủ trì.",
    ],
)
def test_other_lines_are_left_apart(text: str) -> None:
    assert SourceText(text).text == text
