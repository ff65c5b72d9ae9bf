"""Bullets: lists without numbers below words that announce them, points inside numbered points, and plain text."""

import re

import pytest

from partyreports import MarkerStyle, Section, parse
from partyreports.invariants import broken_promises

HEAD = "Sở Nội vụ giao ban\n\nSáng 3/5/2023, Sở Nội vụ tổ chức hội nghị giao ban.\n\n"


def bullets(text: str) -> list[Section]:
    return [section for section in parse(HEAD + text).sections if not section.numbered]


LISTS = [
    "Hội nghị thống nhất ba nhiệm vụ sau:\n- Rà soát hồ sơ.\n- Bổ sung danh mục.\n- Báo cáo trước ngày 30.",
    "Hội nghị thống nhất 03 nhiệm vụ:\n– Rà soát hồ sơ.\n– Bổ sung danh mục.\n– Báo cáo.",
    "Trong tháng, Sở đạt nhiều kết quả:\n+ Số hóa 40 kho.\n+ Mở hai lớp.\n+ Cấp 300 thẻ.",
    "Các giải pháp chủ yếu gồm:\n* Rà soát quy chế.\n* Sửa quy trình.\n* Đào tạo lại.",
    "Một số hạn chế:\n• Hồ sơ nộp chậm.\n• Danh mục còn thiếu.\n• Kho xuống cấp.",
    "Đồng chí Giám đốc yêu cầu các phòng:\n- Nộp hồ sơ đúng hạn.\n- Trực đủ ca.\n- Báo cáo hằng tuần.",
    "Hội nghị nghe báo cáo.\n\nKẾT QUẢ ĐẠT ĐƯỢC TRONG THÁNG 5\n- Đủ kho.\n- Đủ giá.\n- Đủ người.",
    "Nhiệm vụ tháng 6\n\n- Rà soát hồ sơ.\n\n- Bổ sung danh mục.\n\n- Báo cáo kết quả.",
    "Nguyên nhân của hạn chế là:\n- Thiếu người.\n- Thiếu máy.\n- Thiếu kho.",
    "Tỉnh kiến nghị:\n- Bộ bố trí vốn.\n- Bộ sửa thông tư.\n- Bộ mở lớp.",
    "Từ thực tế rút ra các bài học sau đây:\n➢ Sát việc.\n➢ Sát dân.\n➢ Sát hồ sơ.",
    "Thời gian tới, cần tập trung:\n✓ Rà soát kho.\n✓ Sửa mái.\n✓ Thay giá.",
    "Hội nghị đã bầu các chức danh:\n✅ Ông Mạc Văn Hiển giữ chức Trưởng ban.\n✅ Ông Hà Đức Lộc giữ chức Phó Trưởng ban.\n✅ Bà Lê Thị Na giữ chức Thư ký.",
    "Các việc phải làm như sau:\n👉 Rà soát.\n👉 Bổ sung.\n👉 Báo cáo.",
    "Trong đó có ba việc gấp, cụ thể:\n→ Sửa mái kho.\n→ Thay khóa.\n→ Dọn giá.",
    "Đơn vị cần thực hiện:\n-Rà soát hồ sơ.\n-Bổ sung danh mục.\n-Báo cáo kết quả.",
    "Mục tiêu năm 2024:\n- 100% hồ sơ được số hóa.\n- 90% cán bộ qua lớp.\n- Không còn hồ sơ quá hạn.",
    "Sở quyết định ba nội dung lớn:\n- “Mở kho mới”.\n- “Đóng kho cũ”.\n- “Dời kho huyện”.",
    "Ba nhóm giải pháp được thống nhất sau đây.\n- Số hóa.\n- Đào tạo.\n- Kiểm tra.",
    "Phương hướng, nhiệm vụ trọng tâm\n▪ Giữ kho.\n▪ Mở lớp.\n▪ Thu hồ sơ.",
    "Các nội dung thảo luận:\n\uf0b7 Kho tàng.\n\uf0b7 Nhân sự.\n\uf0b7 Kinh phí.",
    "Hội nghị lưu ý các đơn vị:\n★ Khóa kho.\n★ Trực đêm.\n★ Ghi sổ.",
    "Giải pháp:\n— Tăng ca.\n— Thuê kho.\n— Mượn xe.",
    "Những việc chưa làm được là:\n■ Chưa dời kho.\n■ Chưa thay giá.\n■ Chưa mở lớp.",
    "Đồng chí giao các phòng:\n  - Rà soát kho.\n  - Sửa mái.\n  - Báo cáo.",
    "**Kết quả nổi bật:**\n\n* Đủ kho.\n* Đủ giá.\n* Đủ người.",
]


@pytest.mark.parametrize("text", LISTS)
def test_bullets_below_words_that_announce_are_a_list(text: str) -> None:
    (section,) = bullets(text)
    assert len(section.points) == 3
    for point in section.points:
        assert point.number is None
        assert point.style is MarkerStyle.BULLET
        assert len(point.marker.text) == 1
        assert point.text.strip("“")[0].isalnum()
    assert section.heading is not None


TEXTS = [
    "Ông An nói:\n- Tôi không đồng ý.\n- Tôi sẽ báo cáo.",
    "Phóng viên hỏi ông An:\n- Ông nghĩ sao về việc này?\n- Tôi nghĩ là nên làm.",
    "Hội nghị bế mạc lúc 11 giờ.\n- Tin: Vân Khánh.\n- Ảnh: Thu Hà.",
    "Trời mưa suốt buổi sáng.\n- Kho bị dột.\n- Giá bị ướt.",
    "Hội nghị thống nhất ba nhiệm vụ sau:\n- Rà soát hồ sơ.\nHội nghị bế mạc.",
    "🌟 Hội nghị khai mạc lúc 8 giờ.\n🎯 Giám đốc Sở chủ trì.\n🔥 Không khí sôi nổi.",
    "Các nhiệm vụ:\n🌟 Rà soát hồ sơ.\n🎯 Bổ sung danh mục.\n🔥 Báo cáo kết quả.",
    "Nhiệt độ các ngày qua:\n-5 độ ở Sa Pả.\n-3 độ ở Mẫu Sơn.",
    "Số liên hệ của các phòng:\n+84 123 456.\n+84 123 457.",
    "Tăng trưởng các quý:\n- 5%\n+ 6%",
    "Giá vàng thế giới quay đầu.\n* Bài do Vân Khánh thực hiện.\n* Mọi chi tiết xin liên hệ tòa soạn.",
    "Chương trình tiếp tục.\n– Anh đến khi nào?\n– Tôi đến lúc sáng.",
    "Ông An kể lại.\n- Hôm đó mưa to.\n- Nước dâng nhanh.",
    "Bà Bình cho biết:\n- Chúng tôi đã gửi đơn.\n- Chưa ai trả lời.",
    "Thứ Hai\n- 8 giờ họp.\n- 10 giờ đi kho.",
    "Sở Nội vụ\n- Phòng Tổ chức.\n- Phòng Lưu trữ.",
    "Hết giờ làm việc.\n• Khóa cửa.\n• Tắt đèn.",
    "Ba nhiệm vụ đã xong.\n- Kho đã dời.\n- Giá đã thay.",
    "Ông đáp:\n– Được.\n– Làm ngay.",
    "Đại biểu ra về trong mưa:\n- Xe đến muộn.\n- Đường ngập.",
    "Hội nghị nghe ba báo cáo.\n– Báo cáo của ông An.\n– Báo cáo của bà Bình.",
    "Ảnh chụp sáng 3/5.\n→ Kho mới.\n→ Kho cũ.",
    "Bài hát mở đầu vang lên.\n* Hát tập thể.\n* Hát đơn ca.",
    "Giám đốc Sở trả lời phóng viên:\n- Kho mới xây năm 2020.\n- Kho cũ xây năm 1990.",
    "Đêm xuống.\n- Gió lạnh.\n- Sương dày.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_bullets_that_announce_nothing_stay_text(text: str) -> None:
    assert bullets(text) == []


def test_bullets_inside_a_numbered_point_are_its_points() -> None:
    text = "Hai nhiệm vụ:\n1. Về kho\n- Rà soát.\n- Sửa mái.\n2. Về người\n- Đào tạo.\n- Luân chuyển."
    (section,) = parse(HEAD + text).sections
    assert section.numbered
    assert [[inner.text for inner in point.points] for point in section.points] == [
        ["Rà soát.", "Sửa mái."],
        ["Đào tạo.", "Luân chuyển."],
    ]
    assert {inner.style for point in section.points for inner in point.points} == {MarkerStyle.BULLET}


def test_bullets_of_another_sign_stand_inside_the_point_before() -> None:
    text = "Ba việc phải làm sau:\n- Rà soát, gồm:\n+ kho cũ;\n+ kho mới.\n- Sửa mái.\n- Báo cáo."
    (section,) = bullets(text)
    assert [[inner.text for inner in point.points] for point in section.points] == [["kho cũ;", "kho mới."], [], []]


def test_bullets_that_are_indented_stand_inside_the_point_before() -> None:
    text = "Ba việc phải làm sau:\n- Rà soát\n    - kho cũ\n    - kho mới\n- Sửa mái\n- Báo cáo"
    (section,) = bullets(text)
    assert [[inner.text for inner in point.points] for point in section.points] == [["kho cũ", "kho mới"], [], []]


def test_a_bullet_before_a_number_belongs_to_neither_list() -> None:
    (section,) = parse(HEAD + "Hai nhiệm vụ sau:\n- 1. Rà soát.\n- 2. Báo cáo.").sections
    assert section.numbered
    assert [point.marker.text for point in section.points] == ["1.", "2."]


def test_a_bullet_before_a_number_makes_no_row_with_bullets_below() -> None:
    plain = (
        "Máy đo mưa đời mới\n\n1. Máy đo nhanh hơn hẳn các máy cũ của trạm. Kết quả có ngay sau một phút.\n"
        "2. Vỏ máy gọn, nhẹ. Một người mang được.\n3. Pin dùng được cả tháng.\n"
        "- Máy gửi kết quả về trạm qua mạng di động. Trạm không phải cử người đi đọc số.\n"
        "- Màn hình đọc rõ dưới nắng."
    )
    marked = re.sub(r"(?m)^(?=[123]\. )", "• ", plain)
    ends = [[point.text for point in parse(text).sections[0].points] for text in (plain, marked)]
    assert ends[0] == ends[1]


@pytest.mark.parametrize(
    "sign",
    [
        "o",
        "■",
        "□",
        "◆",
        "❖",
        "✔",
        "√",
        "►",
        "→",
        "➢",
        "➔",
        "»",
        "‣",
        "※",
        "★",
        "👉",
        "\uf0a7",
        "\uf0d8",
        "\uf0fc",
        "\uf076",
    ],
)
def test_numbers_behind_the_bullets_of_word_processors(sign: str) -> None:
    report = parse(f"Tin\n\nNhiệm vụ:\n{sign} 1. Rà soát.\n{sign} 2. Báo cáo.\n")
    assert [point.text for point in report.tasks] == ["Rà soát.", "Báo cáo."]


def test_without_the_rule_bullets_stay_text() -> None:
    text = HEAD + "Ba việc phải làm sau:\n- Rà soát.\n- Sửa mái.\n- Báo cáo."
    assert parse(text, without=["marker.bullet"]).sections == ()


def test_bullets_never_cross_a_numbered_list_of_their_point() -> None:
    text = HEAD + (
        "Hội nghị thống nhất hai nhiệm vụ sau:\n1. Về đào tạo, cụ thể:\n- Mở ngành mới, gồm: a) Cơ khí; b) Điện;\n"
        "- Rà soát 31 chương trình.\n2. Về khoa học."
    )
    report = parse(text)
    assert broken_promises(report, text) == []
    assert [point.number for point in report.tasks] == [1, 2]
