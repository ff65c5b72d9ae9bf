"""Numbered lists: every marker shape, and everything that only looks like one."""

import pytest

from partyreports import MarkerStyle, MeetingReport, Point, parse

HEAD = "Tin nội bộ\n\n"


def lists(text: str) -> list[list[tuple[int | None, str, str]]]:
    """Number, marker and text of the points of every top-level list."""
    return [[(p.number, p.marker.text, p.text) for p in section.points] for section in parse(HEAD + text).sections]


def numbers(points: tuple[Point, ...]) -> list[object]:
    """Numbers with those of nested points."""
    return [point.number if not point.points else [point.number, *numbers(point.points)] for point in points]


# --- shapes


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Một là, ", "Hai là, "),
        ("Một là: ", "Hai là - "),
        ("Một là ", "Hai là "),
        ("MỘT LÀ, ", "HAI LÀ, "),
        ("Một, ", "Hai, "),
        ("Thứ nhất, ", "Thứ hai, "),
        ("Thứ nhất: ", "Thứ nhì, "),
        ("Thứ nhất là ", "Thứ hai là "),
        ("Thứ nhất, là ", "Thứ hai, là "),
        ("Thứ nhất,", "Thứ hai,"),
        ("Nhiệm vụ thứ nhất, ", "Nhiệm vụ thứ hai, "),
        ("Nhóm giải pháp thứ nhất: ", "Nhóm giải pháp thứ hai: "),
        ("Điểm thứ nhất là ", "Điểm thứ hai là "),
        ("1. ", "2. "),
        ("01. ", "02. "),
        ("1) ", "2) "),
        ("(1) ", "(2) "),
        ("(1). ", "(2). "),
        ("(1): ", "(2) : "),
        ("1/ ", "2/ "),
        ("1- ", "2- "),
        ("1 - ", "2 - "),
        ("1: ", "2: "),
        ("I. ", "II. "),
        ("I- ", "II- "),
        ("a) ", "b) "),
        ("a. ", "b. "),
        ("a). ", "b). "),
        ("a): - ", "b): - "),
        ("(i) ", "(ii) "),
    ],
)
@pytest.mark.parametrize("leading", ["", "- ", "* ", "• ", " ", "“"])
def test_a_list_at_line_starts(one: str, two: str, leading: str) -> None:
    text = f"Ngành nêu các nhiệm vụ sau:\n{leading}{one}rà soát hồ sơ.\n{leading}{two}báo cáo kết quả."
    (points,) = lists(text)
    assert [number for number, _, _ in points] == [1, 2]
    assert [body for _, _, body in points] == ["rà soát hồ sơ.", "báo cáo kết quả."]
    assert all(marker == marker.strip(" ,:") for _, marker, _ in points)


@pytest.mark.parametrize(
    "text",
    [
        "Có ba việc: một là rà soát; hai là bổ sung; ba là báo cáo.",
        "Có ba việc: Một là, rà soát; Hai là, bổ sung; và Ba là, báo cáo.",
        "Có ba việc: thứ nhất, rà soát; thứ hai, bổ sung; thứ ba là báo cáo.",
        "Có ba việc: (1) rà soát; (2) bổ sung; và (3) báo cáo.",
        "Các việc gồm (1) rà soát; (2) bổ sung và (3) báo cáo.",
        "Có ba việc: (i) rà soát; (ii) bổ sung; (iii) báo cáo.",
        "Có ba việc: 1) rà soát; 2) bổ sung; 3) báo cáo.",
        "Có ba việc: a) rà soát; b) bổ sung; c) báo cáo.",
        "Có ba việc: 1). rà soát; 2). bổ sung; 3). báo cáo.",
        "Có ba việc: a): rà soát; b): bổ sung; c): báo cáo.",
        "Có ba việc: (1). rà soát; (2). bổ sung; (3). báo cáo.",
        "Việc còn nhiều. Một là, phải rà soát. Hai là, phải bổ sung. Ba là, phải báo cáo.",
        "Ba việc phải làm:\n1. Rà soát hồ sơ. 2. Bổ sung. 3. Báo cáo.",
        "Việc còn nặng nề.Một là, phải rà soát.Hai là, phải bổ sung.Ba là, phải báo cáo.",
    ],
)
def test_a_list_inside_a_paragraph(text: str) -> None:
    (section,) = parse(HEAD + text).sections
    assert section.inline
    assert [point.number for point in section.points] == [1, 2, 3]
    assert not any(point.text.endswith("và") for point in section.points)
    assert all(point.text[0].isalpha() for point in section.points)


@pytest.mark.parametrize("first", ["(1) Thu tăng 12%", "(1).\nThu tăng 12%"])
@pytest.mark.parametrize(
    "second", ["; (2) chi giảm 5%; (3).\n", "; (2).\nChi giảm 5% (3).\n", " (2).\n\nChi giảm 5% (3).\n\n"]
)
def test_a_number_in_brackets_may_end_the_line_before_its_text(first: str, second: str) -> None:
    if second.startswith(" ") and "\n" not in first:
        second = f";{second}"  # (no line before it ends with a number)
    (points,) = lists(f"Các chỉ tiêu: {first}{second}Nợ xấu dưới 1% (4).\nLãi tăng 2%.\nSở khen 14 phòng.")
    assert [number for number, _, _ in points] == [1, 2, 3, 4]
    bodies = [body.rstrip(";").lower() for _, _, body in points]
    assert bodies == ["thu tăng 12%", "chi giảm 5%", "nợ xấu dưới 1%", "lãi tăng 2%."]


@pytest.mark.parametrize(
    "end", ["phương án (3).\nHội nghị kết thúc.", "phương án (3).\nHội nghị bàn phương án (4).\nSở khen."]
)
def test_a_number_in_brackets_at_the_end_of_one_line_begins_no_point(end: str) -> None:
    (points,) = lists(f"Các việc: (1) rà soát kho; (2) chọn một phương án, kể cả {end}")
    assert [number for number, _, _ in points] == [1, 2]


def test_styles_may_change_and_counting_goes_on() -> None:
    (points,) = lists("Các việc:\nMột là, rà soát.\nHai là, bổ sung.\nThứ ba, báo cáo.")
    assert [(number, marker) for number, marker, _ in points] == [(1, "Một là"), (2, "Hai là"), (3, "Thứ ba")]


def test_beyond_ten() -> None:
    words = ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười một", "Mười hai"]
    (points,) = lists("Các việc:\n" + "\n".join(f"{word} là, việc số {i}." for i, word in enumerate(words, 1)))
    assert [number for number, _, _ in points] == list(range(1, 13))


def test_letters_with_and_without_dd() -> None:
    (with_dd,) = lists("Các khối:\n" + "\n".join(f"{c}) khối" for c in "abcdđe"))
    (plain,) = lists("Các khối:\n" + "\n".join(f"{c}) khối" for c in "abcdefg"))
    assert [number for number, _, _ in with_dd] == [1, 2, 3, 4, 5, 6]
    assert [number for number, _, _ in plain] == [1, 2, 3, 4, 5, 6, 7]


def test_multi_level_numbers_nest() -> None:
    text = "1. Công tác Đảng\n1.1. Rà soát.\n1.2. Bổ sung.\n2. Công tác khác\n2.1. Kiểm tra.\n2.2. Báo cáo."
    (section,) = parse(HEAD + text).sections
    assert numbers(section.points) == [[1, 1, 2], [2, 1, 2]]


def test_three_levels() -> None:
    text = "I. Kết quả\n1. Xây dựng Đảng:\na) Rà soát.\nb) Bổ sung.\n2. Kinh tế.\nII. Nhiệm vụ\n1. Thu ngân sách.\n2. Chi ngân sách."
    (section,) = parse(HEAD + text).sections
    assert numbers(section.points) == [[1, [1, 1, 2], 2], [2, 1, 2]]


def test_a_restart_is_another_list() -> None:
    text = "Kết quả:\nMột là, A được làm.\nHai là, B được làm.\nBài học kinh nghiệm:\nMột là, C.\nHai là, D."
    report = parse(HEAD + text)
    assert [len(section.points) for section in report.sections] == [2, 2]
    assert [point.text for point in report.lessons_learned] == ["C.", "D."]


# --- never renumber


def codes(report: MeetingReport) -> list[str]:
    return [note.code for note in report.notes if note.code not in {"not-a-meeting", "glued-words"}]


def test_a_gap_a_repeat_and_a_late_start_are_kept_and_noted() -> None:
    gap = parse(HEAD + "Các việc:\n1. A\n2. B\n4. C")
    assert [point.number for point in gap.sections[0].points] == [1, 2, 4]
    assert codes(gap) == ["number-gap"]
    repeat = parse(HEAD + "Các việc:\nMột là, a.\nHai là, b.\nHai là, c.\nBa là, d.")
    assert [point.number for point in repeat.sections[0].points] == [1, 2, 2, 3]
    assert codes(repeat) == ["number-repeat"]
    late = parse(HEAD + "Còn các việc:\nThứ hai, rà soát.\nThứ ba, báo cáo.")
    assert [point.number for point in late.sections[0].points] == [2, 3]
    assert codes(late) == ["starts-late"]


def test_a_count_that_disagrees_is_noted() -> None:
    report = parse(HEAD + "Hội nghị giao 4 nhiệm vụ sau:\n1. Rà soát.\n2. Bổ sung.\n3. Báo cáo.")
    declared = report.sections[0].declared
    assert declared is not None
    assert (declared.value, declared.text) == (4, "4 nhiệm vụ")
    assert codes(report) == ["count-mismatch"]


def test_a_lone_ordinal_is_no_list() -> None:
    report = parse(HEAD + "Thứ nhất, cần rà soát lại toàn bộ.\nCác việc khác để sau.")
    assert report.sections == ()
    assert codes(report) == ["lone-marker"]


# --- false friends


@pytest.mark.parametrize(
    "text",
    [
        "Nhất là ở cơ sở, việc còn chậm.\nNhất là ở vùng cao.",
        "Năm 2020 là năm cuối.\nNăm 2021 là năm đầu.",
        "Năm cơ quan được khen.\nHai cơ quan bị nhắc.",
        "Ông Ba là người mở đường.\nÔng Tư là người nối tiếp.",
        "Thứ Hai, 01/06, họp chi bộ.\nThứ Ba, 02/06, họp đảng ủy.",
        "Thứ trưởng dự họp.\nThứ trưởng phát biểu.",
        "Bí thư thứ nhất chào mừng. Bí thư thứ hai đáp từ.",
        "Phiên họp lần thứ năm kết thúc. Phiên họp lần thứ sáu bắt đầu.",
        "Phương án thứ tư bị loại, phương án thứ năm được chọn.",
        "Đây là một trong những việc khó. Hai là số nguyên tố.",
        "1.200 tỷ đồng được giải ngân.\n2.300 tỷ đồng còn lại.",
        "1-6-2020 là ngày khai mạc.\n2-6-2020 là ngày bế mạc.",
        "19-10, tại Hà Nội có mưa.\n20-10, trời nắng.",
        "5 tháng đầu năm thu đạt 40%.\n6 tháng cuối năm phấn đấu 60%.",
        "8:30 khai mạc.\n9:45 nghỉ giải lao.",
        "2/3 số đại biểu có mặt.\n3/4 số phiếu tán thành.",
        "Hội nghị chọn phương án (1) hoặc phương án (2) tùy tình hình.",
        "Theo điểm (a) khoản 2 và điểm (b) khoản 3, việc này hợp lệ.",
        "Việc này theo điểm a). Việc kia theo điểm b). Cả hai hợp lệ.",
        "Một số đơn vị làm tốt.\nHai bên trao đổi.",
        "Hai làng nghề, ba làn xe, một lần nữa.\nBa lá cờ.",
    ],
)
def test_what_only_looks_like_a_list(text: str) -> None:
    assert parse(HEAD + text).sections == ()


def test_a_number_of_a_person_inside_a_list_is_no_point() -> None:
    text = "Các việc:\nMột là, rà soát.\nHai là, bổ sung. Bà Ba là người phụ trách.\nBa là, báo cáo."
    (points,) = lists(text)
    assert [body for _, _, body in points] == ["rà soát.", "bổ sung. Bà Ba là người phụ trách.", "báo cáo."]


# --- ends


def test_a_point_of_several_paragraphs_keeps_them() -> None:
    text = "Các việc:\nMột là, rà soát.\nCác huyện làm trước.\nHai là, bổ sung.\nCác xã làm sau."
    (points,) = lists(text)
    assert points[0][2] == "rà soát.\nCác huyện làm trước."
    assert points[1][2] == "bổ sung.\nCác xã làm sau."


@pytest.mark.parametrize(
    "after",
    [
        "Phát biểu tại hội nghị, ông An biểu dương các đơn vị.",
        "Cũng tại hội nghị, nhiều tập thể được khen.",
        "Kết luận hội nghị, đồng chí Bí thư ghi nhận kết quả.",
        "Nhân dịp này, Sở trao tặng giấy khen.",
        "CÔNG TÁC KHEN THƯỞNG",
        "Trong thời gian tới, ngành tập trung các việc sau:",
    ],
)
def test_the_last_point_ends_where_the_article_turns_elsewhere(after: str) -> None:
    text = f"Các việc:\nMột là, rà soát.\nTừng huyện báo cáo.\nHai là, bổ sung.\n{after}"
    (points,) = lists(text)
    assert points[-1][2] == "bổ sung."


def test_an_unnumbered_heading_between_points_belongs_to_none() -> None:
    (points,) = lists("Các việc:\nMột là, rà soát.\nVề công tác cán bộ\nHai là, bổ sung.")
    assert points[0][2] == "rà soát."


# --- roles and counts


@pytest.mark.parametrize(
    ("introduction", "role"),
    [
        ("Ngành đạt được một số kết quả nổi bật như:", "achievement"),
        ("Bên cạnh những kết quả đạt được, công tác này còn một số hạn chế:", "limitation"),
        ("Nguyên nhân của những hạn chế trên là:", "cause"),
        ("Thời gian tới, toàn ngành tập trung các nhiệm vụ sau:", "task"),
        ("Để khắc phục hạn chế, cần thực hiện các giải pháp sau:", "task"),
        ("Đồng chí Bí thư yêu cầu các đơn vị:", "task"),
        ("Một số kinh nghiệm rút ra trong chỉ đạo, điều hành:", "lesson"),
        ("Có thể rút ra ba bài học:", "lesson"),
        ("Tỉnh có một số kiến nghị với Trung ương:", "proposal"),
        ("Ban tổ chức trao các giải thưởng:", "other"),
        ("Danh mục:", "other"),
    ],
)
def test_the_introduction_gives_the_role(introduction: str, role: str) -> None:
    (section,) = parse(f"{HEAD}{introduction}\n1. Mục đầu.\n2. Mục cuối.").sections
    assert section.role.value == role
    assert section.rule.startswith("role.")
    assert section.heading is not None
    assert section.heading.text == introduction


@pytest.mark.parametrize(
    ("introduction", "value"),
    [
        ("Triển khai 2 nhóm nhiệm vụ, giải pháp:", 2),
        ("Triển khai hai nhiệm vụ:", 2),
        ("Triển khai 02 nhiệm vụ:", 2),
        ("Triển khai một số nhiệm vụ:", None),
        ("Với 10 năm kinh nghiệm, ông nêu các việc:", None),
        ("Hội nghị tại 63 điểm cầu nêu các việc:", None),
    ],
)
def test_declared_counts(introduction: str, value: int | None) -> None:
    (section,) = parse(f"{HEAD}{introduction}\n1. Mục đầu.\n2. Mục cuối.").sections
    assert (section.declared.value if section.declared else None) == value


# --- styles


def test_the_styles() -> None:
    text = "Mục:\nMột là, a.\nHai là, b.\nMục:\nThứ nhất, a.\nThứ hai, b.\nMục:\n1. a\n2. b\nMục:\n(1) a\n(2) b\nMục:\nI. a\nII. b\nMục:\na) a\nb) b"
    styles = [section.points[0].style for section in parse(HEAD + text).sections]
    assert styles == [
        MarkerStyle.LA, MarkerStyle.THU, MarkerStyle.ARABIC, MarkerStyle.PAREN, MarkerStyle.ROMAN, MarkerStyle.LETTER,
    ]  # fmt: skip


# --- the tokenizer's say


def test_the_verdict_of_the_tokenizer_decides_markers_inside_a_line() -> None:
    text = HEAD + "Có hai việc: một là rà soát; hai là báo cáo."
    assert len(parse(text).sections) == 1
    assert parse(text, tokenizer=lambda line: [line.strip()]).sections == ()


def test_where_punctuation_is_lost_the_tokenizer_must_agree() -> None:
    text = HEAD + "Các việc: Một là, rà soát hồ sơ Hai là, tiếp tục bổ sung Ba là, báo cáo."
    assert [point.text for point in parse(text).sections[0].points] == ["rà soát hồ sơ", "tiếp tục bổ sung", "báo cáo."]
    named = HEAD + "Các việc: Một là, rà soát. Hai là, bổ sung do ông Trần Đình Ba là, theo phân công, tổ trưởng."
    assert len(parse(named).sections[0].points) == 2


def test_a_failing_tokenizer_costs_a_note_and_no_list() -> None:
    def fails(line: str) -> list[str]:
        raise RuntimeError("out of order")

    report = parse(HEAD + "Có hai việc: một là rà soát; hai là báo cáo.", tokenizer=fails)
    assert [point.number for point in report.sections[0].points] == [1, 2]
    assert "tokenizer-failed" in [note.code for note in report.notes]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bộ trưởng thống nhất với kiến nghị thứ nhất và thứ hai, giao Cục báo cáo trong tháng.",
        "Nhiều đại biểu tán thành phương án thứ nhất, thứ hai và bác phương án thứ ba.",
        "Các trường hợp nêu tại điểm a), b) được miễn phí.",
    ],
)
def test_ordinals_that_nothing_stands_between_speak_of_points_and_begin_none(sentence: str) -> None:
    assert not parse(f"Tin trong ngày\n\n{sentence}").sections


def test_a_mention_of_points_does_not_break_the_list_that_goes_on_behind_it() -> None:
    text = "Tin trong ngày\n\nCác việc:\nThứ nhất, sửa kho.\nThứ hai, mua tủ.\nThứ ba, báo cáo việc thứ nhất và thứ hai.\nThứ tư, quét vôi."
    (section,) = parse(text).sections
    assert [point.number for point in section.points] == [1, 2, 3, 4]
