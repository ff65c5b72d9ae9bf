"""Which list stands inside which point, and how lists count."""

from typing import Any

import pytest

from partyreports import Point, parse

HEAD = "Sở Nội vụ giao ban\n\nSáng 3/5/2023, Sở Nội vụ tổ chức hội nghị giao ban.\n\n"


def tree(points: tuple[Point, ...]) -> list[Any]:
    return [(point.number, tree(point.points)) if point.points else point.number for point in points]


def lists(text: str) -> list[Any]:
    return [tree(section.points) for section in parse(HEAD + text).sections if section.numbered]


def codes(text: str) -> list[str]:
    return [note.code for note in parse(HEAD + text).notes if note.code in NUMBERING]


NUMBERING = {"starts-late", "number-gap", "number-repeat"}
LONG = "\n\n".join(["Phòng đã rà soát từng hồ sơ theo kế hoạch đã duyệt và báo cáo đúng hạn. " * 2] * 45)
NESTED: list[tuple[str, list[Any]]] = [
    # which counter goes on
    ("Các nhiệm vụ:\n1. A.\n2. B.\n3. C, cụ thể:\n1. X;\n2. Y.\n4. D.", [[1, 2, (3, [1, 2]), 4]]),
    ("Các nhiệm vụ:\nMột là, A.\nHai là, B, gồm:\nMột là, X;\nHai là, Y.\nBa là, C.", [[1, (2, [1, 2]), 3]]),
    # what the opening sentence announces
    ("Các việc:\n1. Một\n2. Hai gồm hai việc:\n1. X\n2. Y\n3. Ba\n4. Bốn", [[1, (2, [1, 2]), 3, 4]]),
    # semicolons, and a full stop behind the last
    ("Các việc:\n1. Một\n2. Hai gồm:\n1. X;\n2. Y.\n3. Ba\n4. Bốn", [[1, (2, [1, 2]), 3, 4]]),
    # indentation
    (
        "Các việc:\n1. Kho:\n  1. Rà soát\n  2. Bổ sung\n  3. Sửa\n2. Tủ:\n  1. Mua\n  2. Đặt\n3. Hết",
        [[(1, [1, 2, 3]), (2, [1, 2]), 3]],
    ),
    ("Các việc:\n1. Kho\n\t1. Rà soát\n\t2. Bổ sung\n2. Tủ\n3. Hết", [[(1, [1, 2]), 2, 3]]),
    # a list on the line of its point
    ("Các việc:\n1. a) Rà soát.\nb) Bổ sung.\n2. a) Kiểm tra.\nb) Báo cáo.", [[(1, [1, 2]), (2, [1, 2])]]),
    ("Các việc:\n1. (1) Rà soát; (2) Bổ sung.\n2. (1) Kiểm tra; (2) Báo cáo.", [[(1, [1, 2]), (2, [1, 2])]]),
    ("I. 1. Rà soát.\n2. Bổ sung.\nII. 1. Kiểm tra.\n2. Báo cáo.", [[(1, [1, 2]), (2, [1, 2])]]),
    # headings
    ("I. KẾT QUẢ\n1. Đủ kho.\n2. Đủ giá.\nII. NHIỆM VỤ\n1. Rà soát.\n2. Báo cáo.", [[(1, [1, 2]), (2, [1, 2])]]),
    ("1. Nguyên tắc\nI) Bối cảnh\nII) Nội dung\ni. kho\nii. tủ\n2. Thủ tục", [[(1, [1, (2, [1, 2])]), 2]]),
    (
        "I. Kết quả\nNăm qua đạt nhiều kết quả:\n1. Đủ kho.\n2. Đủ giá.\nII. Nhiệm vụ\nNăm tới có hai việc:\n1. Sửa.\n2. Xây.",
        [[(1, [1, 2]), (2, [1, 2])]],
    ),
    # decimals and legal markers
    (
        "1. Kho\n1.1. Rà soát.\n1.2. Bổ sung.\n2. Tủ\n2.1 Mua tủ mới.\n2.2 Đặt giá cũ.",
        [[(1, [1, 2]), (2, [1, 2])]],
    ),
    ("Các nội dung:\na.1) Một.\na.1.1) Hai.\na.2) Ba.\nb.1) Bốn.\nb.2) Năm.", [[1, 2], [1, 2]]),
    # a quotation counts apart
    ("Hai việc:\n1. Sửa Quy chế:\n“1. Báo cáo tháng.\n2. Báo cáo quý.”\n2. Công bố.", [[(1, [1, 2]), 2]]),
    # lists side by side
    ("Có hai việc: một là sửa; hai là xây. Có hai việc nữa: một là mua; hai là bán.", [[1, 2], [1, 2]]),
    ("Kết quả:\n1. A.\n2. B.\nHạn chế:\n1. C.\n2. D.\n3. E.", [[1, 2], [1, 2, 3]]),
    # how a list may count
    ("Ba nhiệm vụ:\n1. Rà soát.\n1. Bổ sung.\n1. Báo cáo.", [[1, 1, 1]]),
    ("Các việc:\n1. Rà soát.\n1. Bổ sung.\n2. Báo cáo.", [[1, 1, 2]]),
    ("Các việc:\n2) rà soát;\n3) bổ sung;\n4) báo cáo.", [[2, 3, 4]]),
    ("Các việc:\nc) rà soát;\nd) bổ sung;\nđ) báo cáo.", [[3, 4, 5]]),
    ("III. Hạn chế\nCòn chậm.\nIV. Nhiệm vụ\nRà soát.", [[3, 4]]),
    ("Các việc:\n(iv) Rà soát.\n(v) Bổ sung.", [[4, 5]]),
    ("Các việc:\n21. Rà soát.\n22. Bổ sung.", [[21, 22]]),
    ("Còn hai việc. Hai là phải rà soát kho.\nBa là phải sửa mái.", [[2, 3]]),
    # a number on a line of its own
    ("Hai nhiệm vụ:\n1.\nRà soát hồ sơ.\n2.\nBáo cáo.", [[1, 2]]),
    ("Hai nhiệm vụ:\n1)\n\nRà soát hồ sơ.\n\n2)\n\nBáo cáo.", [[1, 2]]),
    # a list in the last point of a list in the last point
    (
        "Các việc:\n1. Tủ.\n2. Kho:\n2.1. Kho cũ.\n2.2. Kho mua bằng quỹ:\na) Khi mua, ghi sổ.\nb) Cuối năm, khóa sổ.",
        [[1, (2, [1, (2, [1, 2])])]],
    ),
    (
        "Các việc:\n1. Tủ.\n2. Kho:\n2.1. Kho cũ:\na) sửa;\nb) bán.\n2.2. Kho mới\na) Mua.\nb) Thuê.\n3) Hết.\n4) Về.",
        [[1, (2, [(1, [1, 2]), (2, [1, 2])])], [3, 4]],
    ),
    (
        "Các việc:\n1. Tủ.\n2. Kho:\n2.1. Kho cũ.\n2.2. Kho mới.\nSở đề nghị:\na) Bổ sung kho.\nb) Bổ sung giá.",
        [[1, (2, [1, 2])], [1, 2]],
    ),
    # nouns, words and stops that are lost
    ("Tỉnh có ba vùng. Khu vực thứ nhất là núi. Khu vực thứ hai là biển. Khu vực thứ ba là phố.", [[1, 2, 3]]),
    ("Theo đó, vụ thứ nhất là vụ cháy. Thứ hai là vụ trộm. Vụ thứ ba là vụ lừa.", [[1, 2, 3]]),
    ("Nếu làm gần nhà một là ồn, hai là bụi.", [[1, 2]]),
    ("Tôi yêu cầu thứ nhất phải rà soát hồ sơ.\nThứ hai, phải bổ sung.\nThứ ba, phải báo cáo.", [[1, 2, 3]]),
    ("Sở đề nghị: 1. Rà soát hồ sơ 2. Bổ sung danh mục 3. Báo cáo", [[1, 2, 3]]),
    # far apart
    (f"I. Kết quả\n\n{LONG}\n\nII. Hạn chế\n\nCòn chậm.", [[1, 2]]),
    (f"Thứ nhất, rà soát.\n\n{LONG}\n\nThứ hai, báo cáo.", [[1, 2]]),
]


@pytest.mark.parametrize(("text", "wanted"), NESTED, ids=lambda value: str(value)[:60])
def test_nesting(text: str, wanted: list[Any]) -> None:
    assert lists(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "1.5 tỷ đồng chi cho kho.\n1.6 tỷ đồng chi cho số hóa.",
        "2.1 triệu lượt khách đến.\n2.2 triệu lượt khách đi.",
        "Số phòng đã nộp là\n14. Số xã đạt chuẩn tăng từ 11 lên\n15. Các xã còn lại phấn đấu.",
        "C. Mác viết bộ sách ấy.\nD. Đavit dịch sang tiếng Anh.",
        "Bí thư thứ nhất chào mừng.\nThứ hai tuần sau họp tiếp.",
        "Chiếm tỷ lệ lớn một là khối xã.\nCác khối khác ít hơn.",
    ],
)
def test_what_counts_on_and_is_no_list(text: str) -> None:
    assert lists(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ba nhiệm vụ:\n1. Rà soát.\n1. Bổ sung.\n1. Báo cáo.", ["number-repeat", "number-repeat"]),
        ("Các việc:\n2) rà soát;\n3) bổ sung.", ["starts-late"]),
        ("Các việc:\n1. A.\n2. B.\n4. C.", ["number-gap"]),
        ("Các nhiệm vụ:\n1. A.\n2. B.\n3. C, cụ thể:\n1. X;\n2. Y.\n4. D.", []),
    ],
)
def test_what_is_odd_in_the_numbers_is_noted(text: str, wanted: list[str]) -> None:
    assert codes(text) == wanted


def test_lists_deeper_than_the_limit_are_left_as_text_with_a_note() -> None:
    heads = ["I.", "1.", "a)", "(1)", "(a)", "i)", "1)", "A.", "1/", "I)", "(i)", "a."]
    lines = [f"{'  ' * i}{head} x:" for i, head in enumerate(heads)]
    seconds = ["II.", "2.", "b)", "(2)", "(b)", "ii)", "2)", "B.", "2/", "II)", "(ii)", "b."]
    lines += [f"{'  ' * i}{head} y." for i, head in reversed(list(enumerate(seconds)))]
    report = parse(HEAD + "\n".join(lines))
    assert "deep-nesting" in [note.code for note in report.notes]
