"""Persons, chairs, attendance."""

from typing import Any

import pytest

from partyreports import MeetingReport, parse


def report(sentence: str) -> MeetingReport:
    text = f"Sở giao ban tháng 2\n\nSáng 5/3, tại Hà Nội, Sở Nội vụ tổ chức hội nghị giao ban.\n\n{sentence}\n\nTại hội nghị, các đơn vị báo cáo."
    return parse(text)


def chairs(sentence: str) -> list[str]:
    return [person.name.text for person in report(sentence).chairs]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Đồng chí Trần Văn Mít, Giám đốc Sở chủ trì hội nghị.", ["Trần Văn Mít"]),
        ("Giám đốc Sở Nội vụ Trần Văn Mít đã chủ trì hội nghị.", ["Trần Văn Mít"]),
        ("Chủ tịch UBND tỉnh Lâm Đồng Trần Văn Mít chủ trì hội nghị.", ["Trần Văn Mít"]),
        ("Ông Trần Văn Mít - Giám đốc Sở - chủ trì buổi làm việc.", ["Trần Văn Mít"]),
        ("Hội nghị do đồng chí Trần Văn Mít, Giám đốc Sở chủ trì.", ["Trần Văn Mít"]),
        ("Hội nghị do ông Trần Văn Mít, giám đốc Sở, và bà Lê Thị Na, phó giám đốc Sở, đồng chủ trì.", ["Trần Văn Mít", "Lê Thị Na"]),
        ("Hội nghị do ông Trần Văn Mít và bà Lê Thị Na điều hành.", ["Trần Văn Mít", "Lê Thị Na"]),
        ("Hội nghị diễn ra dưới sự chủ trì của Giám đốc Sở Trần Văn Mít.", ["Trần Văn Mít"]),
        ("Chủ trì hội nghị có các đồng chí: Trần Văn Mít, Giám đốc Sở; Lê Thị Na, Phó Giám đốc; TS. Hồ Bá Lý.", ["Trần Văn Mít", "Lê Thị Na", "Hồ Bá Lý"]),
        ("Hội nghị diễn ra dưới sự điều hành của Phó Giám đốc Sở Lê Thị Na.", ["Lê Thị Na"]),
        ("Chủ trì: đồng chí Trần Văn Mít, Giám đốc Sở.", ["Trần Văn Mít"]),
        ("Các đồng chí: Trần Văn Mít, Giám đốc Sở; Lê Thị Na, Phó Giám đốc Sở cùng chủ trì hội nghị.", ["Trần Văn Mít", "Lê Thị Na"]),
        ("Ông Trần Văn Mít chủ tọa phiên họp.", ["Trần Văn Mít"]),
        ("Trung tướng Trần Văn Mít, Tư lệnh Quân khu, chủ trì hội nghị.", ["Trần Văn Mít"]),
        ("Ảnh: Đồng chí Trần Văn Mít, Trưởng Ban Tổ chức Tỉnh ủy chủ trì hội nghị.", ["Trần Văn Mít"]),
        ("Đồng chí Y Thanh Mlô Niê, Chủ tịch Hội đồng chủ trì hội nghị.", ["Y Thanh Mlô Niê"]),
        ("Bí thư Huyện ủy Giàng A Páo chủ trì hội nghị.", ["Giàng A Páo"]),
        ("Bà H'Len Ayun, Phó Chủ tịch xã chủ trì hội nghị.", ["H'Len Ayun"]),
        ("Ông K'Dung, Bí thư chi bộ chủ trì cuộc họp.", ["K'Dung"]),
        ("Tại điểm cầu tỉnh, đồng chí Lê Thị Na, Phó Giám đốc Sở chủ trì.", ["Lê Thị Na"]),
        ("Sở Nội vụ chủ trì, phối hợp với Sở Tài chính tổ chức hội nghị.", []),
        ("Bộ Nội vụ chủ trì hội nghị.", []),
        ("Đồng chí Trần Văn Mít giao Sở Nội vụ chủ trì soạn thảo đề án.", []),
        ("Cán bộ chủ trì các đơn vị dự hội nghị.", []),
        ("Trước đó, đồng chí Trần Văn Mít đã chủ trì cuộc họp của Ban Chỉ đạo.", []),
        ("Đồng chí Trần Văn Mít phát biểu chỉ đạo hội nghị.", []),
        ("Đồng chí Trần Văn Mít dự và phát biểu kết luận hội nghị.", []),
        ("Tuần tới, ông Trần Văn Mít sẽ chủ trì hội nghị khác.", []),
        ("Ban Chỉ đạo điều hành giá báo cáo hội nghị.", []),
    ],
)  # fmt: skip
def test_chairs(sentence: str, names: list[str]) -> None:
    assert chairs(sentence) == names


def test_a_person_in_parts() -> None:
    sentence = "Đồng chí Trần Văn Mít, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy, Trưởng Ban Chỉ đạo chuyển đổi số chủ trì hội nghị."
    (chair,) = report(sentence).chairs
    assert chair.honorific is not None
    assert chair.honorific.text == "Đồng chí"
    assert [position.text for position in chair.positions] == [
        "Ủy viên Trung ương Đảng",
        "Bí thư Tỉnh ủy",
        "Trưởng Ban Chỉ đạo chuyển đổi số",
    ]


def test_positions_before_the_name_rank_and_degree() -> None:
    (one,) = report("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Trần Văn Mít chủ trì hội nghị.").chairs
    assert [position.text for position in one.positions] == ["Bộ trưởng", "Chủ nhiệm Văn phòng Chính phủ"]
    (two,) = report("Thiếu tướng, PGS.TS Đỗ Văn Na, Giám đốc Học viện chủ trì hội nghị.").chairs
    assert (two.rank and two.rank.text, two.degree and two.degree.text) == ("Thiếu tướng", "PGS.TS")


def test_the_dot_of_an_abbreviation_and_a_degree_after_va() -> None:
    (one,) = report("Phó Chủ tịch UBND TP. Cần Thơ Trần Văn Mít chủ trì hội nghị.").chairs
    assert [position.text for position in one.positions] == ["Phó Chủ tịch UBND TP. Cần Thơ"]
    first, second = report("PGS.TS. Trần Văn Mít, Giám đốc Học viện và TS Lê Văn Định đồng chủ trì hội nghị.").chairs
    assert [position.text for position in first.positions] == ["Giám đốc Học viện"]
    assert second.degree is not None


def test_one_person_named_twice_is_one_person() -> None:
    found = report(
        "Đồng chí Trần Văn Mít chủ trì hội nghị.\n\nẢnh: Đồng chí Trần Văn Mít, Giám đốc Sở chủ trì hội nghị."
    )
    (chair,) = found.chairs
    assert [position.text for position in chair.positions] == ["Giám đốc Sở"]
    assert len(chair.mentions) == 1


def test_a_title_before_doubled_chairs_does_not_swallow_the_adverb() -> None:
    found = report("Ông Trần Văn Mít, Chủ tịch UBND huyện và bà Lê Thị Na, Bí thư Huyện ủy đồng chủ trì hội nghị.")
    assert [[p.text for p in chair.positions] for chair in found.chairs] == [
        ["Chủ tịch UBND huyện"],
        ["Bí thư Huyện ủy"],
    ]


# --- attendance


@pytest.mark.parametrize(
    ("sentence", "points", "delegates"),
    [
        ("Hội nghị kết nối trực tuyến tới 70 điểm cầu với hơn 1.200 đại biểu.", (70, "exact"), (1200, "over")),
        ("Hội nghị có gần 600 điểm cầu.", (600, "under"), None),
        ("Hội nghị trực tuyến tại bảy mươi điểm cầu.", (70, "exact"), None),
        ("Hội nghị có khoảng 300 đại biểu tham dự.", None, (300, "about")),
        ("Có 1.900 đại biểu/75 điểm cầu dự hội nghị.", (75, "exact"), (1900, "exact")),
        ("Hội nghị tổ chức qua 5 đầu cầu truyền hình.", (5, "exact"), None),
        ("Hội nghị có 450 đảng viên của toàn Đảng bộ tham dự.", None, (450, "exact")),
        ("Hội nghị nghe báo cáo về 295 đảng viên bị kỷ luật.", None, None),
        ("Hội nghị thu hút 1,5 triệu đại biểu theo dõi.", None, (1_500_000, "exact")),
        ("Hội nghị có 63 điểm cầu, điểm cầu tỉnh Kon Tum có 120 đại biểu.", (63, "exact"), None),
        ("Tại điểm cầu Hà Nội, hội nghị bắt đầu đúng giờ.", None, None),
        ("Vào thời điểm cầu sập, hội nghị đang diễn ra.", None, None),
        ("Hội nghị nghe ý kiến 500 đại biểu Quốc hội.", None, None),
        ("Hội nghị thống nhất đại hội tới sẽ có 450 đại biểu.", None, None),
    ],
)
def test_counts(sentence: str, points: Any, delegates: Any) -> None:
    found = report(sentence).attendance
    assert (found.points and (found.points.value, found.points.qualifier.value)) == points
    assert (found.delegates and (found.delegates.value, found.delegates.qualifier.value)) == delegates


@pytest.mark.parametrize(
    ("sentence", "bodies", "persons"),
    [
        ("Tham dự Hội nghị có đại diện Văn phòng Chính phủ, Bộ Nội vụ, Ban Tổ chức Tỉnh ủy.", ["Văn phòng Chính phủ", "Bộ Nội vụ", "Ban Tổ chức Tỉnh ủy"], []),
        ("Tham dự có đại diện Ban Văn hóa, Giáo dục; Sở Lao động - Thương binh và Xã hội.", ["Ban Văn hóa, Giáo dục", "Sở Lao động - Thương binh và Xã hội"], []),
        ("Cùng dự có ông Lê Văn Ổi, Giám đốc Sở Y tế; bà Hồ Thị Sen.", [], ["Lê Văn Ổi", "Hồ Thị Sen"]),
        ("Cùng dự có các Phó Thủ tướng: Lê Văn Bổn, Vũ Đức Năm; Bộ trưởng Bộ Y tế Đỗ Mạnh Tám.", [], ["Lê Văn Bổn", "Vũ Đức Năm", "Đỗ Mạnh Tám"]),
        ("Về phía Sở Y tế có ông Lê Văn Ổi, Giám đốc Sở.", [], ["Lê Văn Ổi"]),
        ("Cùng dự có ông K'Dung, Phó Giám đốc Sở và bà H'Linh Êban.", [], ["K'Dung", "H'Linh Êban"]),
        ("Dự hội nghị có đại diện Sở Y tế và đông đảo cán bộ; hơn 120 đại biểu.", ["Sở Y tế"], []),
    ],
)  # fmt: skip
def test_who_attended(sentence: str, bodies: list[str], persons: list[str]) -> None:
    found = report(sentence).attendance
    assert [body.text for body in found.organisations] == bodies
    assert [person.name.text for person in found.persons] == persons
    assert sentence in [passage.text for passage in found.passages]


def test_no_meeting_has_neither_chair_nor_attendance() -> None:
    text = "Lễ trao giải cuộc thi viết\n\nTối 5/3, ông Trần Văn Mít trao giải cho 12 tác giả trước 300 đại biểu."
    found = parse(text)
    assert not found.is_meeting_report
    assert (found.chairs, found.attendance.points, found.attendance.delegates, found.date) == ((), None, None, None)
