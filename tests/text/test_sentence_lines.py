"""Sentence lines: lines in a row that are the sentences of one paragraph."""

from pathlib import Path

import pytest

from partyreports import parse
from partyreports.text.source import SourceText
from shapes import read_article, shipped_articles

PARAGRAPHS = (
    "Sở Nội vụ họp giao ban tháng sáu",
    "Sáng 1-6-2020, tại Lạc Giang, Sở Nội vụ họp giao ban. Đồng chí Đinh Văn Sơn chủ trì hội nghị.",
    "Các phòng báo cáo kết quả công tác. Phòng Tổ chức nêu ba khó khăn.",
    "Sở đề ra hai nhiệm vụ:",
    "1. Rà soát hồ sơ của các phòng. Từng phòng lập bản kê.",
    "2. Báo cáo kết quả. Hạn cuối là ngày 30.",
    "Cuối tuần trời có mưa. Nhiệt độ giảm nhẹ.",
)
WHOLE = "\n\n".join(PARAGRAPHS)
IN_LINES = WHOLE.replace(". ", ".\n").replace("\n1.\n", "\n1. ").replace("\n2.\n", "\n2. ")


def codes(text: str) -> set[str]:
    return {note.code for note in SourceText(text).notes}


def test_lines_between_blank_lines_are_the_sentences_of_a_paragraph() -> None:
    assert IN_LINES.count("\n") > WHOLE.count("\n")
    assert SourceText(IN_LINES).text == WHOLE
    assert "sentence-lines" in codes(IN_LINES)
    tasks = [task.text for task in parse(IN_LINES).tasks]
    assert tasks == ["Rà soát hồ sơ của các phòng.\nTừng phòng lập bản kê.", "Báo cáo kết quả.\nHạn cuối là ngày 30."]


def test_the_last_sentence_of_a_caption_says_who_took_the_photo() -> None:
    caption = "Các phòng góp ý kiến cho dự thảo.\nTrong ảnh: Phòng Tổ chức nêu ý kiến. Ảnh: Vân An"
    assert caption.replace("\n", " ") in SourceText(IN_LINES + "\n\n" + caption).text
    other = "Các phòng góp ý kiến cho dự thảo.\nTrong ảnh: Phòng Tổ chức nêu ý kiến"
    assert other in SourceText(IN_LINES + "\n\n" + other).text


@pytest.mark.parametrize(
    "text",
    [
        IN_LINES.replace("\n\n", "\n"),  # nothing tells the paragraphs
        IN_LINES + "\n\nĐoạn này có hai câu. Câu sau đứng cùng dòng.",  # not every sentence has a line
        "\n\n".join(PARAGRAPHS[:2]) + "\n\n" + "\n".join(["Các phòng báo cáo."] * 20),  # a long row of short paragraphs
    ],
)
def test_other_lines_stay(text: str) -> None:
    assert SourceText(text).text == text
    assert "sentence-lines" not in codes(text)


@pytest.mark.parametrize(
    "line",
    [
        "Một là, rà soát hồ sơ.",
        "a) Rà soát hồ sơ.",
        "II. Rà soát hồ sơ.",
        "- Rà soát hồ sơ.",
        "Về công tác hồ sơ",
        "Giai đoạn 1: rà soát.",
        "Nhóm việc thứ hai: rà soát.",
    ],
)
def test_items_and_headings_are_lines_of_their_own(line: str) -> None:
    assert f"\n{line}" in SourceText(IN_LINES.replace("Nhiệt độ giảm nhẹ.", line)).text


@pytest.mark.parametrize("path", shipped_articles(), ids=lambda path: path.stem)
def test_articles_as_they_are_have_none(path: Path) -> None:
    assert "sentence-lines" not in codes(read_article(path))


@pytest.mark.parametrize("credit", ["Ảnh: Vân An", "Ảnh Vân An", "Ảnh: lacgiang.gov.vn"])
def test_who_took_a_photo_on_a_line_of_its_own(credit: str) -> None:
    head = "Sở họp giao ban\n\nSáng 1-6-2020, Sở Nội vụ họp giao ban.\n\n"
    report = parse(head + f"Giám đốc Sở phát biểu tại hội nghị.\n{credit}\n\nCác phòng báo cáo kết quả công tác.")
    assert [caption.text for caption in report.captions] == [f"Giám đốc Sở phát biểu tại hội nghị.\n{credit}"]
