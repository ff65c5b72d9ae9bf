"""Lists as users of libraries like this one have reported them broken: what must come out, kind by kind."""

from typing import Any

import pytest

from partyreports import MeetingReport, Point, parse

HEAD = "Sở Nội vụ giao ban\n\n"
MET = "Sáng 3/5/2023, Sở Nội vụ tổ chức hội nghị giao ban.\n\n"


def shape(points: tuple[Point, ...]) -> list[Any]:
    """Numbers, those of nested points beside the one of their point."""
    return [(point.number, shape(point.points)) if point.points else point.number for point in points]


def shapes(report: MeetingReport) -> list[list[Any]]:
    return [shape(section.points) for section in report.sections]


# --- a heading is no byline, and gives its list the role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("KẾT QUẢ ĐẠT ĐƯỢC\n\nMột là, đủ kho.\n\nHai là, đủ giá.\n\nHội nghị bế mạc.", "achievement"),
        ("Hội nghị nghe báo cáo.\n\nBÀI HỌC KINH NGHIỆM\n\nMột là, sát việc.\n\nHai là, sát dân.", "lesson"),
        ("HẠN CHẾ\n\n1. Thiếu kho.\n\n2. Thiếu giá.\n\nHội nghị bế mạc.", "limitation"),
        ("KIẾN NGHỊ, ĐỀ XUẤT\n\na) Cấp thêm kho.\n\nb) Cấp thêm giá.\n\nHội nghị bế mạc.", "proposal"),
        ("Nhiệm Vụ Trọng Tâm\n\n1. Rà soát.\n\n2. Báo cáo.", "task"),
    ],
)
def test_a_heading_in_capitals(text: str, role: str) -> None:
    report = parse(HEAD + MET + text)
    (section,) = report.sections
    assert (report.byline, section.role.value) == (None, role)


def test_parts_with_headings_in_capitals_hold_their_lists() -> None:
    text = "I. KẾT QUẢ\n1. Đủ kho.\n2. Đủ giá.\nII. NHIỆM VỤ\n1. Rà soát.\n2. Báo cáo."
    report = parse(HEAD + MET + text)
    assert (report.byline, shapes(report)) == (None, [[(1, [1, 2]), (2, [1, 2])]])
    roles = [point.points_role for point in report.sections[0].points]
    assert [role.value if role else None for role in roles] == ["achievement", "task"]


# --- a footer is one whatever stands below its links


@pytest.mark.parametrize(
    ("footer", "links"),
    [
        ("Tin liên quan\n\nHội nghị sơ kết tại 70 điểm cầu\n\nGiấy phép số 123/GP-BTTTT do Bộ Thông tin và Truyền thông cấp ngày 12/3/2020.", 1),
        ("Tin liên quan\n\nHội nghị sơ kết tại 70 điểm cầu\n\nSở ban hành Kế hoạch 99/KH-SNV về kiểm tra công vụ năm 2023 ở cấp xã.", 2),
        ("Tin liên quan\n\nSơ kết quý I\n\nSáng 2/4, ông Trần Văn Bền chủ trì hội nghị sơ kết quý I của Sở Nội vụ, đề ra năm nhiệm vụ.", 2),
        ("Tin tức liên quan\n\nHội nghị sơ kết tại 70 điểm cầu", 1),
        ("Cùng chủ đề\n\nHội nghị sơ kết tại 70 điểm cầu\n\n© Sở Nội vụ giữ bản quyền.", 1),
    ],
)  # fmt: skip
def test_what_stands_in_the_footer_says_nothing_of_the_meeting(footer: str, links: int) -> None:
    report = parse(HEAD + MET + footer)
    assert (report.attendance.points, report.citations, report.chairs) == (None, (), ())
    assert len(report.related) == links


def test_ages_and_dates_of_links() -> None:
    report = parse(HEAD + MET + "Tin khác\n\nSơ kết quý I\n\nhơn 2 giờ trước\n\nTổng kết năm (15/01/2023)")
    assert [link.title.text for link in report.related] == ["Sơ kết quý I", "Tổng kết năm"]
    assert [link.age.text if link.age else None for link in report.related] == ["hơn 2 giờ trước", "15/01/2023"]


# --- numbers as printed, nested as meant


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Các việc:\n2) rà soát;\n3) bổ sung;\n4) báo cáo.", [[2, 3, 4]]),
        ("Các việc:\nc) rà soát;\nd) bổ sung;\nđ) báo cáo.", [[3, 4, 5]]),
        ("III. Hạn chế\nCòn chậm.\nIV. Nhiệm vụ\nRà soát.", [[3, 4]]),
        ("Các việc:\n21. Rà soát.\n22. Bổ sung.", [[21, 22]]),
        ("Ba nhiệm vụ:\n1. Rà soát.\n1. Bổ sung.\n1. Báo cáo.", [[1, 1, 1]]),
        ("Các việc:\n1. Rà soát.\n1. Bổ sung.\n2. Báo cáo.", [[1, 1, 2]]),
        ("Hai nhiệm vụ:\n1.\nRà soát hồ sơ.\n2.\nBáo cáo.", [[1, 2]]),
        ("Hai nhiệm vụ:\n01.\n\nRà soát hồ sơ.\n02.\n\nBáo cáo.", [[1, 2]]),
        ("1.5 tỷ đồng chi cho kho.\n1.6 tỷ đồng chi cho số hóa.", []),
        ("2.1 triệu đồng chi cho kho.\n2.2 triệu đồng chi cho số hóa.", []),
        ("Số phòng đã nộp là\n14. Số xã đạt chuẩn tăng từ 11 lên\n15. Các xã còn lại phấn đấu.", []),
        ("Các việc:\n1. a) Rà soát.\nb) Bổ sung.\n2. a) Kiểm tra.\nb) Báo cáo.", [[(1, [1, 2]), (2, [1, 2])]]),
        ("Các việc:\n1. (1) Rà soát.\n(2) Bổ sung.\n2. (1) Kiểm tra.\n(2) Báo cáo.", [[(1, [1, 2]), (2, [1, 2])]]),
        ("Các việc:\nI. 1. Rà soát.\n2. Bổ sung.\nII. 1. Kiểm tra.\n2. Báo cáo.", [[(1, [1, 2]), (2, [1, 2])]]),
        ("Hai nhiệm vụ:\n1. Sửa Quy chế:\n“1. Báo cáo tháng.\n2. Báo cáo quý.”\n2. Công bố.", [[(1, [1, 2]), 2]]),
        ("1. Nguyên tắc\nI) Bối cảnh\nII) Nội dung\ni. kho\nii. tủ\n2. Thủ tục", [[(1, [1, (2, [1, 2])]), 2]]),
        ("Sở đề nghị: 1. Rà soát hồ sơ 2. Bổ sung danh mục 3. Báo cáo", [[1, 2, 3]]),
        # an acronym before the full stop is no name that runs on to the number
        ("Ba ưu tiên: Một là phát huy vai trò. Hai là, gắn bó với ASEAN. Ba là, mở rộng quan hệ với EU.", [[1, 2, 3]]),
    ],
)  # fmt: skip
def test_numbers(text: str, wanted: list[Any]) -> None:
    assert shapes(parse(HEAD + text)) == wanted


def test_points_far_apart_are_one_list() -> None:
    paragraph = "Phòng đã rà soát từng hồ sơ theo kế hoạch đã duyệt và báo cáo đúng hạn. " * 2
    between = "\n\n".join([paragraph] * 45)
    for one, two in (
        ("I. Kết quả", "II. Hạn chế"),
        ("1. Kết quả", "2. Hạn chế"),
        ("Một là, kết quả.", "Hai là, hạn chế."),
    ):
        report = parse(f"{HEAD}{one}\n\n{between}\n\n{two}\n\nCòn chậm.")
        assert shapes(report) == [[1, 2]]
        assert "starts-late" not in {note.code for note in report.notes}


# --- what is no text of a point, and what is lost


def test_captions_page_numbers_and_advertisements() -> None:
    one = parse(HEAD + "Hai nhiệm vụ:\n\n1. Rà soát.\n\nQuang cảnh kho. Ảnh: Thu Hà\n\n2. Báo cáo.")
    two = parse(HEAD + "Ba nhiệm vụ:\n\n1. Rà soát.\n\nQUẢNG CÁO\n\n2. Bổ sung.\n\n- 3 -\n\n3. Báo cáo.")
    assert [point.text for point in one.tasks] == ["Rà soát.", "Báo cáo."]
    assert [point.text for point in two.tasks] == ["Rà soát.", "Bổ sung.", "Báo cáo."]
    assert two.byline is None


def test_a_heading_between_two_points_is_left_over() -> None:
    report = parse(HEAD + "Hai nhiệm vụ:\n\n1. Rà soát.\n\nVề công tác kho tàng\n\n2. Báo cáo.")
    assert [passage.text for passage in report.unclaimed] == ["Về công tác kho tàng"]


def test_a_paragraph_that_shares_no_word_with_its_list_is_no_part_of_it() -> None:
    text = "Nhiệm vụ:\n1. Rà soát hồ sơ.\n\nLàm xong trong tháng 6.\n\n2. Báo cáo kết quả.\n\n{}\n"
    last = [
        parse("Tin\n\n" + text.format(tail)).tasks[1].text
        for tail in ("Thời tiết cuối tuần có mưa.", "Báo cáo làm xong trong tháng 7.")
    ]
    assert last == ["Báo cáo kết quả.", "Báo cáo kết quả.\n\nBáo cáo làm xong trong tháng 7."]


# --- markup round markers


@pytest.mark.parametrize(
    "text",
    [
        "1\\. rà soát.\n\n2\\. báo cáo.",
        "**Một là,** rà soát.\n\n**Hai là,** báo cáo.",
        "**1.** rà soát.\n\n**2.** báo cáo.",
        "*Thứ nhất*, rà soát.\n\n*Thứ hai*, báo cáo.",
        "### 1. rà soát.\n\n### 2. báo cáo.",
        "* **1.** rà soát.\n* **2.** báo cáo.",
    ],
)
def test_marks_of_markdown_belong_to_neither_marker_nor_text(text: str) -> None:
    (section,) = parse(f"{HEAD}Hai nhiệm vụ:\n\n{text}").sections
    assert [point.text for point in section.points] == ["rà soát.", "báo cáo."]
    assert not any(sign in point.marker.text for point in section.points for sign in "*#")  # (“1\\.” holds its sign)


def test_tags_of_html_are_told_in_a_note() -> None:
    report = parse(HEAD + "<p>Hai nhiệm vụ:</p>\n<p>1. Rà soát.</p>\n<p>2. Báo cáo.</p>")
    assert "looks-like-html" in {note.code for note in report.notes}
