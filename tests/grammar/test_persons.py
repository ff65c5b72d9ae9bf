"""Names, positions and persons, as they stand at one place."""

import pytest

from partyreports.grammar.names import find_names
from partyreports.grammar.persons import read_persons
from partyreports.text.scanned import scan


def names(text: str) -> list[str]:
    scanned = scan(text)
    return [scanned.source.text[name.start : name.end] for name in find_names(scanned, 0, len(text))]


def persons(text: str) -> list[tuple[str, list[str]]]:
    scanned = scan(text)
    view = scanned.source.text
    return [
        (view[one.name.start : one.name.end], [view[start:end] for start, end in one.positions])
        for one in read_persons(scanned, 0, len(view))
    ]


@pytest.mark.parametrize("text", ["Dự họp có Sở Y", "Dự họp có Sở Y tế, Bộ N", "đồng chí Trần Văn A", "Y"])
def test_a_text_may_end_with_a_capital(text: str) -> None:
    assert all(text.endswith(name) for name in names(text))


RARE = [
    "Khuất",
    "Ung",
    "Thi",
    "Bá",
    "Nhâm",
    "Tiết",
    "Hàng",
    "Bồ",
    "Đường",
    "Trang",
    "Công",
    "Ngũ",
    "Nhan",
    "Viên",
    "Ngọ",
    "Tất",
    "Trà",
    "Kỷ",
    "Phó",
    "Cung",
    "Chíu",
    "Liêu",
    "Thoòng",
    "Nghê",
    "Lều",
]


@pytest.mark.parametrize("family", RARE)
@pytest.mark.parametrize("before", ["ông", "bà", "TS.", "đồng chí", "Thiếu tướng", "Giám đốc"])
def test_a_family_name_that_no_list_holds(family: str, before: str) -> None:
    assert names(f"Sáng nay, {before} {family} Văn Bền chủ trì hội nghị.") == [f"{family} Văn Bền"]


@pytest.mark.parametrize(
    ("before", "place", "name"),
    [
        ("Chủ tịch UBND huyện", "Mường Lát", "Lò Văn Hiệp"),
        ("Chủ tịch UBND huyện", "Mường Chà", "Mùa A Vàng"),
        ("Chủ tịch UBND huyện", "Ia Grai", "Siu Khôi"),
        ("Chủ tịch UBND huyện", "Chư Păh", "Rơ Châm H'Hồng"),
        ("Chủ tịch UBND huyện", "Krông Nô", "Y Khem Niê"),
        ("Chủ tịch UBND huyện", "Trà Cú", "Thạch Sene"),
        ("Chủ tịch UBND huyện", "Yên Sơn", "Ma Thị Nết"),
        ("Chủ tịch UBND xã", "Thải Giàng Phố", "Lù Seo Pờ"),
        ("Chủ tịch UBND xã", "Đại Văn", "Lê Minh Tâm"),
        ("Chủ tịch UBND tỉnh", "", "Ninh Hải Đăng"),
        ("Chủ tịch UBND tỉnh", "", "Nông Thị Lá Anh"),
        ("Bí thư Huyện ủy", "Vân Hồ", "Lò Thị Mây"),
        ("Bí thư Huyện ủy", "Mù Cang Chải", "Giàng A Câu"),
        ("Bí thư Huyện ủy", "Đắk Đoa", "Rơ Châm Hương"),
        ("Bí thư Huyện ủy", "", "Lang Vương"),
        ("Bí thư Tỉnh ủy", "", "Hà Thị Nga Mi"),
    ],
)
def test_a_place_between_an_office_and_a_name(before: str, place: str, name: str) -> None:
    office = f"{before} {place}".strip()
    assert persons(f"Sáng nay, {office} {name} chủ trì hội nghị.") == [(name, [office])]


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch UBND huyện Ninh Hải chủ trì hội nghị.",
        "Bí thư Huyện ủy Mù Cang Chải chủ trì hội nghị.",
        "Tổng thống Hàn Quốc chủ trì hội nghị.",
        "Bộ trưởng Quốc phòng Mỹ chủ trì hội nghị.",
        "Các sở họp tại huyện Ia Grai.",
    ],
)
def test_a_place_behind_an_office_is_no_name(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bà Tôn Nữ Thị Thu Hà dự họp", ["Tôn Nữ Thị Thu Hà"]),
        ("đồng chí TRẦN VĂN BỀN dự họp", ["TRẦN VĂN BỀN"]),
        ("đồng chíTrần Văn Bền dự họp", ["Trần Văn Bền"]),
        ("Giám đốc SởTrần Văn Bền dự họp", ["Trần Văn Bền"]),
        ("ông Ng. Văn Bền dự họp", ["Ng. Văn Bền"]),
        ("ông Y Thanh Niê-Kđăm dự họp", ["Y Thanh Niê-Kđăm"]),
        ("ông Jean-Michel Durand dự họp", ["Jean-Michel Durand"]),
        ("ông Kim Jong-un dự họp", ["Kim Jong-un"]),
        ("ông K' Dung và bà H’Len Ayun", ["K' Dung", "H’Len Ayun"]),
        ("Tổng thống Nga Vladimir Putin", ["Vladimir Putin"]),
        ("Chủ tịch UBND tỉnh Lâm Đồng Trần Văn Mít", ["Trần Văn Mít"]),
        ("Chủ tịch HĐND thành phố Lương Hoàng Minh Tuệ", ["Lương Hoàng Minh Tuệ"]),
        ("đồng chí Lường Văn Nguyên", ["Lường Văn Nguyên"]),
        ("họp tại TP. Uông Bí", []),
        ("ông Trịnh Công Bền, Chủ tịch HĐQT Thép Hải Vân, nói", ["Trịnh Công Bền"]),
        ("Bộ trưởng Quốc phòng Mỹ Hartman nói", ["Hartman"]),
        ("trụ sở số 9 đường Phạm Văn Bạch", []),
        ("nhà số 5 Phan Kế Bính", []),
        ("Trường THPT Nguyễn Huệ", []),
        ("Đoàn Đại biểu Quốc hội tỉnh", []),
        ("Sở Nội vụ tỉnh Hà Mai", []),
        ("Đại học Nông nghiệp Hà Nội", []),
        ("trưởng đoàn Đài Bắc - Trung Hoa", []),
    ],
)
def test_names_by_shape(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Phó Bí thư Tỉnh ủy Cao Văn Mít, Phó Chủ tịch UBND tỉnh Hà Văn Lài, Giám đốc Sở Nội vụ Lò Thị Na",
            [
                ("Cao Văn Mít", ["Phó Bí thư Tỉnh ủy"]),
                ("Hà Văn Lài", ["Phó Chủ tịch UBND tỉnh"]),
                ("Lò Thị Na", ["Giám đốc Sở Nội vụ"]),
            ],
        ),
        (
            "các Phó Giám đốc Đinh Văn Mít, Đỗ Thị Na và Hà Văn Lài",
            [(name, ["Phó Giám đốc"]) for name in ("Đinh Văn Mít", "Đỗ Thị Na", "Hà Văn Lài")],
        ),
        (
            "các đồng chí Ủy viên Trung ương Đảng: Cao Văn Mít, Bí thư Tỉnh ủy; Hà Văn Lài, Thứ trưởng Bộ Nội vụ",
            [
                ("Cao Văn Mít", ["Ủy viên Trung ương Đảng", "Bí thư Tỉnh ủy"]),
                ("Hà Văn Lài", ["Ủy viên Trung ương Đảng", "Thứ trưởng Bộ Nội vụ"]),
            ],
        ),
        ("Phó Chủ tịch UBND thành phố, ông Đinh Văn Mít dự", [("Đinh Văn Mít", ["Phó Chủ tịch UBND thành phố"])]),
        ("ông Đinh Văn Mít, Trưởng ban Tuyên giáo TP. Cần Thơ dự", [("Đinh Văn Mít", ["Trưởng ban Tuyên giáo TP. Cần Thơ"])]),
        ("ông Đinh Văn Mít chủ tịch UBND phường phát biểu", [("Đinh Văn Mít", ["chủ tịch UBND phường"])]),
        (
            "ông Đinh Văn Mít, Phó Chủ tịch UBND tỉnh, Trưởng Ban chỉ đạo xóa nhà tạm tỉnh chủ trì",
            [("Đinh Văn Mít", ["Phó Chủ tịch UBND tỉnh", "Trưởng Ban chỉ đạo xóa nhà tạm tỉnh"])],
        ),
        (
            "bà Lò Thị Na, UVT.Ư Đảng, Bí thư Tỉnh ủy, dự họp",
            [("Lò Thị Na", ["UVT.Ư Đảng", "Bí thư Tỉnh ủy"])],
        ),
        (
            "ông Đinh Văn Mít, Chủ tịch Liên đoàn Lao động (LĐLĐ) tỉnh dự họp",
            [("Đinh Văn Mít", ["Chủ tịch Liên đoàn Lao động (LĐLĐ) tỉnh"])],
        ),
        (
            "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch Đinh Văn Mít",
            [("Đinh Văn Mít", ["Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch"])],
        ),
        ("Thủ tướng Anh David Cameron", [("David Cameron", ["Thủ tướng Anh"])]),
    ],
)  # fmt: skip
def test_persons_with_positions(text: str, found: list[tuple[str, list[str]]]) -> None:
    assert persons(text) == found


@pytest.mark.parametrize("name", ["Xổng Văn Bền", "Xổng Thị Na"])
def test_a_middle_name_in_a_run_tells_where_the_name_begins(name: str) -> None:
    assert names(f"Chủ tịch UBND xã {name} và {name}, Phó Chủ tịch UBND xã chủ trì.") == [name, name]
