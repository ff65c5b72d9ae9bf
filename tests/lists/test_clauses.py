"""Series in running prose: clauses parted by semicolons behind words that announce them."""

import pytest

from partyreports import MarkerStyle, Section, parse

HEAD = "Tin hoạt động huyện Tân Lập\n05/08/2019\n\nSáng 2/7, Huyện ủy tổ chức hội nghị giao ban.\n\n"


def clauses(text: str) -> list[Section]:
    return [section for section in parse(HEAD + text).sections if not section.numbered]


SERIES = [
    ("Đồng chí Lê Văn Khải yêu cầu tập trung thực hiện tốt một số nhiệm vụ như: Tập trung tuyên truyền; Tăng cường nắm bắt dư luận; Xây dựng lực lượng nòng cốt.", 3),
    ("Tỉnh kiến nghị một số nội dung: sớm bố trí vốn điện nông thôn; nâng cấp cửa khẩu; hỗ trợ cụm công nghiệp.", 3),
    ("Huyện đạt nhiều kết quả: giữ vững trật tự; hoàn thành thu ngân sách; giảm nghèo đúng kế hoạch.", 3),
    ("Bên cạnh đó còn một số hạn chế: hồ sơ nộp chậm; cán bộ thiếu kỹ năng.", 2),
    ("Các giải pháp chủ yếu gồm: rà soát quy hoạch; thu hút vốn; đào tạo nghề; mở chợ đầu mối.", 4),
    ("Hội nghị xác định các nhiệm vụ trọng tâm: phòng chống bão; chăm sóc lúa; mở lớp học hè.", 3),
    ("Nguyên nhân của những hạn chế là: thiếu vốn đầu tư; cán bộ chưa sát việc.", 2),
    ("Có thể rút ra các bài học: phải sát dân; phải nói đi đôi với làm; phải kiểm tra thường xuyên.", 3),
    ("Cử tri đề xuất các nội dung: sửa đường liên xã; nạo vét kênh; bổ sung giáo viên.", 3),
    ("Trong tháng, xã có những kết quả nổi bật như: trồng mới 20 ha rừng; làm xong ba cầu dân sinh; mở hai lớp nghề.", 3),
    ("Thời gian tới, huyện tập trung các giải pháp: rà soát hộ nghèo; vay vốn ưu đãi; và dạy nghề tại chỗ.", 3),
    ("Đồng chí yêu cầu các xã: trực bão ngày đêm; sơ tán dân trước 18 giờ; báo cáo hằng giờ.", 3),
    ("Mặt trận đề nghị các đoàn thể: vận động quyên góp; thăm hỏi gia đình chính sách.", 2),
    ("Các đơn vị cần thực hiện nhiều nhiệm vụ gồm: kiểm kê tài sản; khóa sổ đúng hạn; gửi báo cáo về huyện.", 3),
    ("Một số khó khăn được nêu: thiếu nước tưới (nhất là vụ hè; vụ đông đỡ hơn); giá phân tăng cao.", 2),
    ("Nhiệm vụ trọng tâm quý III: thu thuế đúng hạn; giải ngân vốn công.", 2),
    ("Sáu tháng đầu năm, Hội đạt các kết quả sau: kết nạp thêm hội viên; xây dựng quỹ tình thương; tổ chức hội thi.", 3),
    ("Ban Thường vụ giao các cơ quan: hoàn thiện đề án; trình Thường trực trước ngày 20.", 2),
    ("Hội nghị thống nhất một số giải pháp như rà soát quy chế; bổ sung kinh phí; tăng cường kiểm tra.", 3),
    ("Đồng chí chỉ ra những tồn tại: chậm giải ngân; còn để dân kêu nhiều lần.", 2),
    ("Ba nhiệm vụ được xác định: số hóa hồ sơ; sắp xếp kho; đào tạo cán bộ.", 3),
    ("Các đề xuất với tỉnh: sớm duyệt quy hoạch; cấp bù kinh phí thủy lợi.", 2),
    ("Mục tiêu năm tới là: không còn hộ đói; mọi xã có trạm y tế.", 2),
    ("Đảng ủy lãnh đạo thực hiện tốt các nhiệm vụ: tuần tra biên giới; giúp dân làm nhà; dạy chữ cho trẻ em.", 3),
    ("Ưu điểm là: cán bộ nhiệt tình; nhân dân đồng thuận; phong trào đều khắp.", 3),
]  # fmt: skip


@pytest.mark.parametrize(("text", "count"), SERIES)
def test_clauses_behind_words_that_announce_are_a_list(text: str, count: int) -> None:
    report = parse(HEAD + text)
    (section,) = [one for one in report.sections if not one.numbered]
    assert len(section.points) == count
    assert section.inline
    for point in section.points:
        assert point.number is None
        assert point.style is MarkerStyle.CLAUSE
        assert point.marker.text == ""
        assert point.marker.span.start == point.marker.span.end == point.span.start == point.text_span.start
        assert not point.text.startswith("và ")
    assert section.points[-1].text.endswith(".")
    assert section.heading is not None
    assert section.heading.text in text


PROSE = [
    "Đồng chí yêu cầu thực hiện một số nhiệm vụ: rà soát, bổ sung, báo cáo.",
    "Tham dự hội nghị có các đồng chí: Trần Văn An, Bí thư; Lê Thị Bình, Phó Bí thư.",
    "Kết quả bầu cử: ông Trần Văn An; bà Lê Thị Bình; ông Hà Văn Tế.",
    "Các đơn vị đạt kết quả tốt: Phòng Văn hóa; Phòng Nội vụ; Ban Tổ chức.",
    "Kết quả thu ngân sách: 120 tỷ đồng; 80 tỷ đồng; 30 tỷ đồng.",
    "Các nhiệm vụ được giao cho: Bí thư Đảng ủy; Phó Bí thư; Chủ tịch xã.",
    "Hội nghị khen các tập thể: xã Tân An; xã Tân Bình; xã Tân Lập.",
    "Ông An kể: sáng hôm đó trời mưa to; nước dâng rất nhanh; cầu bị cuốn trôi.",
    "Trời mưa to; nước dâng nhanh; đường bị ngập.",
    "Chương trình gồm: văn nghệ chào mừng; đọc diễn văn khai mạc; trao cờ lưu niệm.",
    "Địa chỉ: số 1 đường Hùng Vương; số 2 đường Lê Lợi.",
    "Căn cứ Luật Tổ chức; căn cứ đề nghị của Trưởng phòng; Ủy ban quyết định.",
    "Các giải nhất: Trường Tân An; Trường Tân Bình.",
    "Kết quả: 5 giải nhất; 3 giải nhì; 2 giải ba.",
    "Nhiệm vụ được giao: ông An; bà Bình.",
    "Nhiệm vụ của huyện: Tân Lập; Tân An; Tân Bình.",
    "Mức thưởng theo kết quả: loại A 5 triệu; loại B 3 triệu.",
    "Giờ làm việc: sáng từ 7 giờ; chiều từ 13 giờ.",
    "Hội nghị nghe ba báo cáo; thảo luận sôi nổi; biểu quyết thông qua nghị quyết.",
    "Đồng chí nhấn mạnh vai trò của Mặt trận; khẳng định quyết tâm của huyện.",
    "Các nhiệm vụ được nêu rõ. Hội nghị bế mạc; đại biểu ra về.",
    "Đồng chí phát biểu: năm qua là một năm khó khăn; nhưng chúng ta đã đoàn kết.",
    "Các đại biểu gồm: lãnh đạo huyện; lãnh đạo xã; đại diện nhân dân.",
    "Nhiệm kỳ 2015 - 2020; 2020 - 2025; 2025 - 2030.",
    "Những nhiệm vụ: a; b; c.",
    "Quốc hội thông qua ba nội dung: Nghị quyết về ngân sách; Nghị quyết về nhân sự; Luật Thủ đô.",
    "Số tiền xử lý theo kết quả thanh tra (gồm các khoản: tiền truy thu thuế; tiền phạt chậm nộp) là 3 tỷ đồng.",
    "Bên cạnh kết quả, ông An cho rằng: đường còn xấu; cầu còn yếu.",
]


@pytest.mark.parametrize("text", PROSE)
def test_other_semicolons_are_no_list(text: str) -> None:
    assert clauses(text) == []


def test_a_numbered_series_is_not_told_twice() -> None:
    text = "Đồng chí yêu cầu ba nhiệm vụ: (1) rà soát hồ sơ; (2) bổ sung danh mục; (3) báo cáo kết quả."
    (section,) = parse(HEAD + text).sections
    assert section.numbered


def test_the_series_ends_with_its_sentence() -> None:
    text = "Huyện nêu hai nhiệm vụ: rà soát hộ nghèo; dạy nghề tại chỗ. Hội nghị bế mạc; đại biểu ra về."
    (section,) = clauses(text)
    assert [point.text for point in section.points] == ["rà soát hộ nghèo;", "dạy nghề tại chỗ."]


def test_without_the_rule_clauses_stay_text() -> None:
    assert parse(HEAD + SERIES[0][0], without=["marker.clause"]).sections == ()
