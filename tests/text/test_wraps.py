"""Hard wraps: which line breaks stand inside paragraphs."""

import textwrap
import unicodedata
from pathlib import Path

import pytest

from partyreports import parse
from partyreports.text.source import SourceText
from shapes import read_article, shipped_articles

ARTICLES = shipped_articles()


def wrapped(text: str, width: int) -> str:
    return "\n".join(textwrap.fill(line, width, break_long_words=False) for line in text.split("\n"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_that_is_not_wrapped_stays_as_it_is(path: Path) -> None:
    source = SourceText(read_article(path))
    assert "hard-wrapped" not in {note.code for note in source.notes}


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        # filled: every break but those with room left
        (
            (
                "Giao ban tháng 6\n\nSáng 1-6-2020, tại Hà Nội, Văn phòng Tỉnh ủy\nVĩnh Hà tổ chức hội nghị giao ban tháng sáu.\n"
                "Đồng chí Đinh Văn Sơn chủ trì hội nghị, có\nđủ các phòng.\nHội nghị bế mạc."
            ),
            4,
        ),
        # ragged: those that a sentence goes on across
        (
            "Tin\n\nChiều 5-6-2023, đồng chí Lương Khánh Trình, Chánh Văn phòng chủ\ntrì hội nghị trực tuyến tại 46\nđiểm cầu.",
            2,
        ),
        ("Tin\n\nSố phòng đã nộp là\n14. Số xã đạt chuẩn tăng từ 11 lên\n15. Các xã còn lại phấn đấu.", 2),
        ("Tin\n\n1. Rà soát hồ sơ ở các phòng thuộc\nChi cục Văn thư\n2. Báo cáo kết quả.", 3),
        ("Tin\n\nSáng 1-6, tại Hà Nội, đồng chí Đinh\nVăn Sơn chủ trì họp.", 2),
        # inside a date, and behind the first words of a sentence
        ("Tin\n\nChiều ngày\n03/12/2021, Hội Nông dân huyện họp bàn việc thu mua lúa.", 2),
        ("Tin\n\nTối\nngày 3/12/2021, chi bộ thôn họp.\nTại\nbuổi họp, hai đảng viên được biểu dương.", 3),
        ("Tin\n\nNgày 3\ntháng 12 năm 2021, " + "xã họp bàn việc làm đường liên thôn " * 5, 2),
        # no wraps
        ("Ngày\n3 đội thi đã vào vòng trong của hội thi", 2),
        ("Hội nghị giao ban\nngày 1-6", 2),
        ("Các việc:\na) rà soát;\nb) bổ sung.", 3),
        (
            "Tin liên quan\nHội nghị sơ kết quý hai của Sở Nội vụ\nhôm qua\nHội nghị giao ban tháng sáu của Sở\n3 giờ trước",
            5,
        ),
        ("Nhiệm vụ trọng tâm của Sở trong tháng tới\n- rà soát hồ sơ;\n- báo cáo.", 3),
    ],
)
def test_paragraphs(text: str, paragraphs: int) -> None:
    assert len(SourceText(text).filled) == paragraphs


def test_a_word_broken_at_its_own_hyphen_gets_no_space() -> None:
    text = "Tin\n\nSở ban hành kế hoạch quản lý thông tin trên in-tơ-\nnét và báo cáo theo Quyết định số 12/QĐ-\nUBND của tỉnh."
    shown = SourceText(text).text
    assert "in-tơ-nét và" in shown
    assert "12/QĐ-UBND của" in shown


def test_a_note_tells_of_it_and_the_words_are_the_callers() -> None:
    text = "Tin\n\nSáng 1-6-2020, tại Hà Nội, đồng chí Đinh\nVăn Sơn, Chánh Văn phòng, chủ\ntrì hội nghị giao ban."
    report = parse(text)
    assert [chair.name.text for chair in report.chairs] == ["Đinh\nVăn Sơn"]
    assert "hard-wrapped" in {note.code for note in report.notes}


@pytest.mark.parametrize("width", [72, 80, 100])
def test_most_wrapped_articles_get_their_paragraphs_back(width: int) -> None:
    same = [SourceText(wrapped(text, width)).text == SourceText(text).text for text in map(read_article, ARTICLES)]
    assert sum(same) >= 0.7 * len(same)


FILLED = (
    "Sáng 1-6-2020, tại Lạc Giang, Văn phòng Tỉnh ủy tổ chức hội nghị giao\n"
    "ban tháng sáu. Đồng chí Đinh Văn Sơn chủ trì hội nghị, có đủ các phòng.\n"
)


@pytest.mark.parametrize(
    "line", ["[img]", "Tác giả: Vân An", ">> Sở Nội vụ tuyển dụng", "&gt;&gt; Sở Nội vụ tuyển dụng"]
)
def test_lines_of_the_page_are_no_part_of_a_full_line(line: str) -> None:
    shown = SourceText(f"Tin\n\n{FILLED}{line}").text
    assert "giao ban tháng" in shown
    assert shown.endswith(f"\n{line}")


def test_words_that_go_on_tell_that_a_full_line_ends_no_paragraph() -> None:
    paragraph = "Các phòng đã báo cáo kết quả công tác của mình.\n"
    shown = SourceText(f"Tin\n{FILLED}Đồng thời, Sở nêu việc tháng tới.\n{paragraph * 2}").text
    assert "các phòng. Đồng thời" in shown
    assert "các phòng.\nSở nêu" in SourceText(f"Tin\n{FILLED}Sở nêu việc tháng tới.\n{paragraph * 2}").text


def test_columns_are_those_of_the_string_that_was_wrapped() -> None:
    sentence = (
        "Sáng 1-6-2020, tại Lạc Giang, Văn phòng Tỉnh ủy và các phòng của Sở Nội vụ đã tổ chức hội nghị giao ban. "
    )
    text = "Tin\n\n" + sentence * 3
    for printed in (unicodedata.normalize("NFD", text), text.replace("Lạc Giang", "Lạc\u00a0Giang")):
        for width in range(60, 100, 4):
            assert SourceText(wrapped(printed, width)).text.count("\n") == 2, width


SINGLE = "Các phòng đã báo cáo kết quả công tác của mình.\n"
"""A paragraph of one sentence, with room left."""


def test_a_block_between_blank_lines_in_which_every_line_is_full_is_one_paragraph() -> None:
    shown = SourceText(f"Tin\n\n{FILLED}Sở nêu việc tháng tới.\n\n{SINGLE * 4}").text
    assert "các phòng. Sở nêu" in shown
    assert "các phòng.\nSở nêu" in SourceText(f"Tin\n\n{FILLED}Sở nêu việc tháng tới.\n{SINGLE * 4}").text


def test_the_first_sentence_of_a_text_ends_no_paragraph_at_a_full_line() -> None:
    lead = (
        "Sáng 1-6-2020, tại Lạc Giang, Văn phòng Tỉnh ủy tổ chức hội nghị giao\n"
        "ban tháng sáu, có đủ các phòng và đại diện các sở, ngành của toàn tỉnh.\n"
    )
    shown = SourceText(f"Tin\n{lead}Đồng chí Sơn chủ trì.\n{SINGLE * 3}").text
    assert "toàn tỉnh. Đồng chí" in shown
    second = "Phát biểu tại đây, đồng chí Sơn nêu ba việc."
    assert f"toàn tỉnh.\n{second}" in SourceText(f"Tin\n{lead}{second}\n{SINGLE * 3}").text


@pytest.mark.parametrize(
    "line",
    [
        "Giai đoạn 1 (2020-2023): rà soát hồ sơ.",
        "Phát biểu tại hội nghị, đồng chí Sơn nêu ba việc.",
    ],
)
def test_lines_that_begin_with_no_part_of_a_sentence_stay(line: str) -> None:
    before = f"Tin\n{SINGLE}Các phòng báo cáo. Sở nêu ý kiến.\n{FILLED}"
    assert f"các phòng.\n{line}" in SourceText(before + line).text
    assert "các phòng. Sở nêu" in SourceText(before + "Sở nêu việc tháng tới.").text


def test_a_name_below_a_full_line_signs_the_article() -> None:
    full = "Xem thêm: Sở Nội vụ tỉnh Lạc Giang tuyển dụng thêm mười hai công chức"
    assert SourceText(f"Tin\n{FILLED}{SINGLE}{full}\nVân An").text.endswith("công chức\nVân An")
    caption = "Đồng chí Sơn phát biểu tại hội nghị giao ban tháng sáu ở Sở. Ảnh: Vân"
    assert SourceText(f"Tin\n{FILLED}{SINGLE}{caption}\nAn").text.endswith("Ảnh: Vân An")


@pytest.mark.parametrize(
    "photo",
    [
        "Quang cảnh hội nghị giao ban của các phòng thuộc Sở (Ảnh: Vân An).",
        "Quang cảnh hội nghị giao ban của các phòng thuộc Sở - Ảnh: VÂN AN.",
        "Quang cảnh hội nghị giao ban tháng sáu của các phòng. Ảnh: vinhha.vn",
        "Quang cảnh hội nghị giao ban của các phòng - Ảnh chụp màn hình.",
    ],
)
def test_nothing_follows_whoever_took_a_photo(photo: str) -> None:
    following = "Nguyên-giám-đốc Sở Nội vụ tỉnh Vĩnh Hà kết luận."
    shown = SourceText(f"Tin\n\n{FILLED}\n{photo}\n{following}\n\n{SINGLE * 3}").text
    assert f"{photo}\n{following}" in shown


def test_whoever_took_a_photo_stands_at_the_end_of_its_last_line() -> None:
    caption = "Quang cảnh hội nghị giao ban tháng sáu của các phòng thuộc Sở Nội vụ"
    assert f"{caption} Ảnh: V.AN" in SourceText(f"Tin\n\n{FILLED}\n{caption}\nẢnh: V.AN\n\n{SINGLE * 3}").text


def test_a_number_behind_brackets_begins_an_item() -> None:
    items = (
        "1. Nhật ký của rừng (truyện ngắn của bà Đinh Sơn, Nhà xuất bản Sao Mai)\n"
        "2. Tiếng gọi của suối (truyện dài, đang chờ in ở tỉnh)\n"
    )
    shown = SourceText(f"Tin\n{FILLED}{items}{SINGLE * 3}").text
    assert "\n2. Tiếng" in shown


def test_a_comma_ends_no_paragraph() -> None:
    text = (
        "Hết tháng năm, toàn tỉnh có hai trăm mười kho lưu trữ đã được rà soát,\nTrong số đó, bốn mươi kho đạt chuẩn.\n"
    )
    assert "rà soát, Trong số" in SourceText(f"Tin\n{SINGLE}{FILLED}{text}{SINGLE * 3}").text


def test_a_line_in_which_a_sentence_ends_is_no_heading() -> None:
    text = (
        "- Rà soát hồ sơ ở mọi phòng. Đưa các hồ sơ đã quá hạn ra khỏi sổ theo\n"
        "dõi. Tiếp tục bổ sung danh mục. Xử lý nghiêm các phòng báo cáo quá hạn.\n"
        "Chấn chỉnh kỷ cương. (Nguồn: Văn phòng Sở)"
    )
    assert "quá hạn. Chấn chỉnh" in SourceText(f"Tin\n{FILLED}{text}").text


def test_a_list_inside_a_paragraph_stays_there() -> None:
    text = (
        "Sáng 1-6-2020, tại Lạc Giang, Văn phòng Tỉnh ủy tổ chức hội nghị giao\n"
        "ban tháng sáu, có đủ các phòng. Đồng chí Đinh Văn Sơn nêu ba việc sau:\n"
        "Thứ nhất, rà soát hồ sơ; thứ hai, bổ sung danh mục; thứ ba, báo cáo.\n"
    )
    assert "việc sau: Thứ nhất" in SourceText(f"Tin\n{SINGLE}{text}{SINGLE * 3}").text


def test_a_lead_that_takes_up_the_words_of_a_full_headline_begins_a_paragraph() -> None:
    headline = "Hội nghị trực tuyến giao ban công tác tháng sáu của toàn ngành nội vụ"
    lead = "Hội nghị do Sở Nội vụ tổ chức sáng 1-6-2020, tại Lạc Giang, có đủ các\nphòng của Sở và nhiều đơn vị."
    assert f"{headline}\nHội nghị do" in SourceText(f"Tin nổi bật\n{headline}\n{lead}").text
    named = "Hội nghị Trung ương 5 do Sở Nội vụ tổ chức sáng 1-6-2020, có đủ các\nphòng của Sở và nhiều đơn vị."
    assert "toàn ngành nội vụ Hội nghị Trung ương" in SourceText(f"Tin nổi bật\n{headline}\n{named}").text


def test_one_sentence_with_its_photographer_is_a_caption() -> None:
    before = f"Tin\nCác phòng báo cáo. Sở nêu ý kiến. Bà Sen dự. Sở họp. Bà Mây dự.\n{FILLED}"
    caption = "Trưởng phòng Tổng hợp, ông Đinh Sơn đang trình bày ba việc phải làm ở\ntỉnh"
    joined = caption.replace("\n", " ")
    assert f"các phòng.\n{joined} Ảnh: V.A" in SourceText(f"{before}{caption} Ảnh: V.A\n{SINGLE}").text
    assert f"các phòng. {joined}" in SourceText(f"{before}{caption} Lạc Giang.\n{SINGLE}").text


def test_a_word_that_governs_the_next_ends_no_paragraph() -> None:
    text = (
        "Sáng 1-6-2020, tại Lạc Giang, Văn phòng Tỉnh ủy ban hành Quy chế về Cử và\n"
        "Tiếp nhận hồ sơ của toàn tỉnh, có đủ các phòng và đại diện các sở, ngành\ntrong tỉnh dự."
    )
    assert "Cử và Tiếp nhận" in SourceText(f"Tin\n{SINGLE}{text}\n{SINGLE * 3}").text
