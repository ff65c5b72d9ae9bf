"""Which sentence or heading introduces a list, and how many points it announces."""

import pytest

from partyreports import Section, parse

ABOVE = "Tin trong ngày\n\nSáng 5/3, đơn vị tổ chức hội nghị tại hội trường tầng hai.\n\n"


def only(text: str) -> Section:
    (section,) = parse(ABOVE + text).sections
    return section


def heading(text: str) -> str | None:
    found = only(text).heading
    return found.text if found else None


def declared(text: str) -> tuple[int, str] | None:
    found = only(text).declared
    return (found.value, found.text) if found else None


POINTS = "\n1. Rà soát.\n2. Bổ sung.\n3. Báo cáo.\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ngành nêu ba việc sau:" + POINTS, "Ngành nêu ba việc sau:"),
        ("Mưa đã tạnh. Ngành nêu ba việc." + POINTS, "Ngành nêu ba việc."),
        ("NHIỆM VỤ NĂM 2026" + POINTS, "NHIỆM VỤ NĂM 2026"),
        # words that only connect leave the word to the sentence before
        ("Ngành nêu ba việc. Theo đó, một là rà soát; hai là bổ sung; ba là báo cáo.", "Ngành nêu ba việc."),
        ("Ngành nêu ba việc. Cụ thể: một là rà soát; hai là bổ sung; ba là báo cáo.", "Ngành nêu ba việc."),
        # a sentence that announces nothing gives way to one that counts just as many points
        ("Ngành nêu ba việc. Người trình bày là ông Lý Văn Phin." + POINTS, "Ngành nêu ba việc."),
        ("Ngành nêu năm việc. Người trình bày là ông Lý Văn Phin." + POINTS, "Người trình bày là ông Lý Văn Phin."),
        # … or that points on
        ("Ngành nêu các việc sau đây. Mời cả ngành lưu ý." + POINTS, "Ngành nêu các việc sau đây."),
        # where a list begins at two, its first point stands before it without a number
        (
            "Báo cáo nêu các hạn chế.\nĐó là kho chưa đủ.\nThứ hai, giá cũ.\nThứ ba, tủ hỏng.",
            "Báo cáo nêu các hạn chế.",
        ),
    ],
)
def test_the_introducing_sentence(text: str, wanted: str) -> None:
    assert heading(text) == wanted


@pytest.mark.parametrize(
    ("introduction", "wanted"),
    [
        ("Sở giao 3 nhiệm vụ:", (3, "3 nhiệm vụ")),
        ("Sở giao ba nhóm nhiệm vụ, giải pháp:", (3, "ba nhóm nhiệm vụ")),
        ("Sở giao 4 nhiệm vụ:", (4, "4 nhiệm vụ")),
        ("Ông kể 3 “nỗi khổ” của trường:", (3, "3 “nỗi khổ")),
        ("Sở có ba thói quen cần bỏ:", (3, "ba thói quen")),
        ("Cây cầu có ba nhịp cong:", (3, "ba nhịp cong")),
        # any noun, even if another number of points is printed, where the sentence points on
        ("Sở nêu 5 nhân tố quyết định sau:", (5, "5 nhân tố")),
        # no announcements
        ("Qua 23 năm xây dựng, Sở thu được các bài học:", None),
        ("Trong 3 năm, Sở đạt kết quả sau:", None),
        ("Với 3 đại biểu vắng mặt, Sở nêu các việc:", None),
        ("Sở dự kiến 18-20 nhiệm vụ:", None),
        ("Hoàn thành 2/3 nhiệm vụ, Sở nêu các việc:", None),
        ("Sở nêu các nhiệm vụ sau:", None),
        ("Sau khi hoàn thành 5 dự án, Sở nêu các việc:", None),
    ],
)
def test_the_declared_count(introduction: str, wanted: tuple[int, str] | None) -> None:
    assert declared(introduction + POINTS) == wanted


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        ("3 thói quen làm hỏng hồ sơ", (3, "3 thói quen")),
        ("5 thói quen làm hỏng hồ sơ", None),
        ("Kho lưu trữ mở cửa sau 3 năm", None),
    ],
)
def test_a_headline_that_counts_the_points(headline: str, wanted: tuple[int, str] | None) -> None:
    text = f"{headline}\n\nGiấy ẩm và mối mọt là chuyện thường ngày ở kho. Mời bạn đọc cùng xem." + POINTS
    found = parse(text).sections[0].declared
    assert ((found.value, found.text) if found else None) == wanted


def test_a_count_of_something_else_gives_way_to_what_is_announced_behind_it() -> None:
    text = "Ông nêu 4 nhóm tiêu chuẩn, đồng thời nói rõ không nhận người có một trong các khuyết điểm sau:"
    assert declared(text + POINTS) is None


def test_a_count_further_off_must_agree() -> None:
    assert declared("Sở giao ba nhiệm vụ. Trời hôm nay nắng." + POINTS) == (3, "ba nhiệm vụ")
    assert declared("Sở giao năm nhiệm vụ. Trời hôm nay nắng." + POINTS) is None


# --- announced, but not there


def codes(text: str) -> list[str]:
    return [note.code for note in parse(ABOVE + text).notes if note.code.startswith("declared")]


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị thống nhất ba nhiệm vụ sau:\n\nChiều cùng ngày, đoàn ra về.",
        "Đồng chí nêu 5 bài học:",
    ],
)
def test_a_count_without_a_list_is_noted(text: str) -> None:
    assert codes(text) == ["declared-without-points"]


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị thống nhất ba nhiệm vụ sau:" + POINTS,
        "Hội nghị thống nhất các nhiệm vụ sau:\n\nChiều cùng ngày, đoàn ra về.",
        "Hội nghị thống nhất ba nhiệm vụ. Chiều cùng ngày, đoàn ra về.",
        "Hội nghị có 5 đại biểu:\n\nÔng An và bà Bình.",
    ],
)
def test_what_needs_no_such_note(text: str) -> None:
    assert codes(text) == []
