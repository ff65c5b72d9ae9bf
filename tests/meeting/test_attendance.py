"""Who took part: counts, bodies, persons."""

import json
from pathlib import Path
from typing import Any

import pytest

from partyreports import MeetingReport, parse

PEOPLE = (Path(__file__).parent.parent / "cases" / "people.jsonl").read_text(encoding="utf-8")
CASES = [json.loads(line) for line in PEOPLE.splitlines()]


def report(sentence: str) -> MeetingReport:
    text = f"Sở giao ban tháng 2\n\nSáng 5/3, tại Hà Nội, Sở Nội vụ tổ chức hội nghị giao ban.\n\n{sentence}\n\nTại hội nghị, các đơn vị báo cáo."
    return parse(text, meeting=True)


def _having(key: str) -> list[dict[str, Any]]:
    return [case for case in CASES if key in case["expect"]]


@pytest.mark.parametrize("case", _having("organisations"), ids=lambda case: case["kind"])
def test_bodies_of_whole_texts(case: dict[str, Any]) -> None:
    found = parse(case["text"], meeting=case["meeting"]).attendance.organisations
    assert sorted(body.text for body in found) == sorted(case["expect"]["organisations"])


@pytest.mark.parametrize("case", _having("delegates"), ids=lambda case: case["kind"])
def test_delegates_of_whole_texts(case: dict[str, Any]) -> None:
    found = parse(case["text"], meeting=case["meeting"]).attendance.delegates
    assert (found.value if found else None) == case["expect"]["delegates"]


@pytest.mark.parametrize("case", _having("attendance_points"), ids=lambda case: case["kind"])
def test_sites_of_whole_texts(case: dict[str, Any]) -> None:
    found = parse(case["text"], meeting=case["meeting"]).attendance.points
    assert (found.value if found else None) == case["expect"]["attendance_points"]


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
        ("Dự hội nghị có đại diện Ban Dân vận Huyện ủy, Đảng ủy Khối Chợ; lãnh đạo Hội Làm vườn, Huyện đoàn.", ["Ban Dân vận Huyện ủy", "Đảng ủy Khối Chợ", "Hội Làm vườn", "Huyện đoàn"], []),
        ("Đến dự và phát biểu chỉ đạo hội nghị có lãnh đạo Sở Y tế; các đồng chí báo cáo viên cấp huyện.", ["Sở Y tế"], []),
        ("Mời dự họp có lãnh đạo và chuyên viên phòng Tổng hợp Bưu điện tỉnh; UBND các huyện, thị xã.", ["phòng Tổng hợp Bưu điện tỉnh"], []),
        ("Cùng đi có đại diện Hội Làm vườn, UBND các xã Tân An, Long Mỹ.", ["Hội Làm vườn", "UBND các xã Tân An, Long Mỹ"], []),
        ("Lãnh đạo Sở Y tế, Bưu điện tỉnh cùng dự.", ["Sở Y tế", "Bưu điện tỉnh"], []),
        ("Đại diện Cục Hàng không Mây hỏi vì sao bãi đỗ còn chậm.", ["Cục Hàng không Mây"], []),
        ("Đại diện Bộ đội Biên phòng tỉnh báo cáo còn ba tàu ở xa.", ["Bộ đội Biên phòng tỉnh"], []),
        ("Hội nghị nghe phòng Y tế trình bày dự thảo; phòng Tài chính - Kế hoạch báo cáo thu chi; Ban quản lý dự án Cầu Mây nêu vướng mắc.", ["phòng Y tế", "phòng Tài chính - Kế hoạch", "Ban quản lý dự án Cầu Mây"], []),
        ("Hội nghị nghe ba tham luận của Hội Làm vườn và Chi đoàn Xóm Mây.", ["Hội Làm vườn", "Chi đoàn Xóm Mây"], []),
        ("Hội nghị đã nghe ý kiến của đại diện Sở Y tế và Bưu điện tỉnh.", ["Sở Y tế", "Bưu điện tỉnh"], []),
        ("Hội nghị có đại diện Sở Y tế, Bưu điện tỉnh tham dự.", ["Sở Y tế", "Bưu điện tỉnh"], []),
        ("Tham dự hội nghị có Thường trực Đảng ủy, UBMTTQ xã, Trưởng các đoàn thể.", ["Thường trực Đảng ủy", "UBMTTQ xã"], []),
        ("Theo đại diện Sở Y tế, thuốc đã về đủ.", ["Sở Y tế"], []),
    ],
)  # fmt: skip
def test_who_attended(sentence: str, bodies: list[str], persons: list[str]) -> None:
    found = report(sentence).attendance
    assert [body.text for body in found.organisations] == bodies
    assert [person.name.text for person in found.persons] == persons
    assert sentence in [passage.text for passage in found.passages]


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("Tham dự có đại diện lãnh đạo các sở: Nội vụ, Khoa học và Công nghệ, Y tế.", ["Nội vụ", "Khoa học và Công nghệ", "Y tế"]),
        ("Dự hội nghị có lãnh đạo các bộ Tài chính, Công Thương, Tư pháp.", ["Tài chính", "Công Thương", "Tư pháp"]),
        ("Dự họp có đại diện Sở Nội vụ, Lao động - Thương binh và Xã hội.", ["Sở Nội vụ", "Lao động - Thương binh và Xã hội"]),
        ("Dự họp có lãnh đạo Sở VH,TT&DL; Sở Văn hóa, Thể thao và Du lịch.", ["Sở VH,TT&DL", "Sở Văn hóa, Thể thao và Du lịch"]),
        ("Dự họp có đại diện VCCI, WHO, UNICEF và Ngân hàng Thế giới (WB).", ["VCCI", "WHO", "UNICEF", "Ngân hàng Thế giới"]),
        ("Dự họp có đại diện các tổ chức quốc tế như Cơ quan Hợp tác quốc tế Mây, ILO.", ["Cơ quan Hợp tác quốc tế Mây", "ILO"]),
        ("Dự họp có lãnh đạo các Ban HĐND tỉnh, Đoàn ĐBQH tỉnh, Đoàn Luật sư tỉnh.", ["các Ban HĐND tỉnh", "Đoàn ĐBQH tỉnh", "Đoàn Luật sư tỉnh"]),
        ("Dự họp có lãnh đạo các phòng thuộc Sở Y tế, các đơn vị của UBND huyện.", ["các phòng thuộc Sở Y tế", "các đơn vị của UBND huyện"]),
        ("Dự họp có đại diện Sở Y tế, UBND hai quận, các tập đoàn, tổng công ty Nhà nước.", ["Sở Y tế"]),
        ("Dự họp có đại diện nhà thầu là Liên danh Sơn Hà - Cầu 5, Câu lạc bộ Doanh nhân Mây.", ["Liên danh Sơn Hà - Cầu 5", "Câu lạc bộ Doanh nhân Mây"]),
        ("Tham dự có hơn 100 đại biểu là lãnh đạo Sở Nội vụ, Bưu điện tỉnh.", ["Sở Nội vụ", "Bưu điện tỉnh"]),
        ("Hội nghị thu hút sự tham gia của Viện Nghiên cứu Mây, VCCI Cần Thơ.", ["Viện Nghiên cứu Mây", "VCCI Cần Thơ"]),
        ("Đại diện VCCI cho rằng cần bỏ bớt giấy phép.", ["VCCI"]),
        ("Đại diện Vinasua chi nhánh Lạc Giang cho hay giá đã giảm.", ["Vinasua chi nhánh Lạc Giang"]),
        ("Đại diện các sở Y tế, Tài chính đã giải trình thêm.", ["Y tế", "Tài chính"]),
        ("Đại diện Hội Làm vườn, Trường Đại học Mây, Công ty Nam Mây trình bày tham luận.", ["Hội Làm vườn", "Trường Đại học Mây", "Công ty Nam Mây"]),
        ("Lãnh đạo Huyện ủy, UBND huyện đã làm rõ ba việc.", ["Huyện ủy", "UBND huyện"]),
        ("“Giá giảm một nửa”, đại diện Hợp tác xã Mây Trắng than.", ["Hợp tác xã Mây Trắng"]),
        ("Đại diện chủ đầu tư - Ban Quản lý dự án Cầu Mây - báo cáo tiến độ.", ["Ban Quản lý dự án Cầu Mây"]),
        ("Đại diện Sở Y tế - bác sĩ Hồ Thị Sen cho biết thuốc còn đủ.", ["Sở Y tế"]),
        ("Đại diện Hội Làm vườn (HLV) tại hội nghị xin lùi hạn.", ["Hội Làm vườn"]),
        ("Theo ông Lê Văn Ổi - đại diện Hiệp hội Mây (VMA), giá giảm.", ["Hiệp hội Mây"]),
        ("Trả lời câu hỏi, Sở Tài chính cho biết vốn đã có.", ["Sở Tài chính"]),
        ("Về phía Sở Tài chính cho biết vốn đã có.", ["Sở Tài chính"]),
        ("Nhiều hiệp hội như VASEP, Hiệp hội Mây đề nghị giãn thuế.", ["VASEP", "Hiệp hội Mây"]),
        ("Thay mặt Sở Y tế, bà Hồ Thị Sen xin lùi hạn.", ["Sở Y tế"]),
        ("Đại hội nghe bảy tham luận, trong đó đại diện Chi đoàn Xóm Mây bàn về quỹ đoàn.", ["Chi đoàn Xóm Mây"]),
        ("Dự họp có đại diện Ban Chỉ đạo Trung ương về Phòng thủ, Ủy ban Quốc gia về trẻ em.", ["Ban Chỉ đạo Trung ương về Phòng thủ", "Ủy ban Quốc gia về trẻ em"]),
        ("Lãnh đạo các bộ Công an, Ngoại giao phát biểu.", ["Công an", "Ngoại giao"]),
        ("Đại diện Vụ Pháp chế, Bộ Tư pháp giải thích thêm.", ["Vụ Pháp chế"]),
        ("Cũng theo đại diện Công ty Nam Mây, kho đã đầy.", ["Công ty Nam Mây"]),
        ("Bên lề hội nghị, lãnh đạo Sở Y tế nói thuốc còn đủ.", []),
        ("Trao đổi với phóng viên, lãnh đạo Sở Y tế nói thuốc còn đủ.", []),
        ("Đại diện Bộ Y tế từng cho biết thuốc sẽ đủ.", []),
        ("Đại diện Hội đồng quản trị báo cáo lãi lỗ.", []),
        ("Hơn 200 đại biểu đại diện Sở Nội vụ, VCCI, các hội đã tham dự.", ["Sở Nội vụ", "VCCI"]),
        ("Hội nghị thu hút hơn 200 đại biểu đến từ Bộ Y tế, các bệnh viện.", ["Bộ Y tế"]),
        ("Sở Nội vụ họp với các sở Xây dựng, Tài chính về giá đất.", ["Xây dựng", "Tài chính"]),
        ("Dự họp có đại diện các bộ, ngành, địa phương, Ngân hàng Thế giới.", ["Ngân hàng Thế giới"]),
        ("Ngoài ra còn có sự tham gia của Báo Lạc Giang, UBND H.Nậm Kha.", ["Báo Lạc Giang", "UBND H.Nậm Kha"]),
        ("Không đồng tình, Hiệp hội Mây cho rằng giá đã cao.", ["Hiệp hội Mây"]),
        ("Về phía doanh nghiệp, Công ty Nam Mây đề nghị giảm thuế.", ["Công ty Nam Mây"]),
        ("Các tham luận của Hội Làm vườn, Huyện đoàn nêu nhiều cách hay.", ["Hội Làm vườn", "Huyện đoàn"]),
        ("Đề nghị các đơn vị khẩn trương, Sở Y tế báo cáo kết quả.", []),
        ("Đại diện BTC cho biết có 30 đội.", []),
        ("Ông Lê Văn Ổi, đại diện Ban Tổ chức, cho biết có 30 đội.", []),
        ("Thay mặt UBND tỉnh, Phó Chủ tịch Lê Văn Ổi báo cáo.", []),
        ("Cũng tại hội nghị, Cục công bố số điện thoại nhận tin.", []),
        ("Dự họp có lãnh đạo Đảng bộ, chính quyền các xã.", []),
        ("Bộ Xây dựng cho biết năm qua cả nước xây 12 cây cầu.", []),
        ("Hiệp hội này thì đề nghị lùi hạn.", []),
        ("“Chúng tôi chưa nhận đơn. Sở Y tế cho rằng đã đủ”, ông Lê Văn Ổi nói.", []),
        ("Trao đổi với Báo Mây, đại diện Công ty Nam Mây nói xe chậm.", []),
        ("Đại diện Sun Mekong Group, Grab Việt Nam đều ủng hộ.", ["Sun Mekong Group", "Grab Việt Nam"]),
        ("Dự họp có đại diện Công ty C.P. Nam Mây, Mekong Co.op.", ["Công ty C.P. Nam Mây", "Mekong Co.op"]),
        ("Dự họp có đại diện các tập đoàn như: Sunmek, Dragon Mekong, VCCI.", ["Sunmek", "Dragon Mekong", "VCCI"]),
        ("Tại điểm cầu tỉnh có lãnh đạo Sở Y tế, Bưu điện tỉnh.", ["Sở Y tế", "Bưu điện tỉnh"]),
        ("Tại hội nghị, đại diện Cục Phòng, chống tệ nạn xã hội báo cáo.", ["Cục Phòng, chống tệ nạn xã hội"]),
        ("Dự họp có ông Lê Văn Ổi, Phó vụ trưởng Vụ 1A, Ủy ban Kiểm tra Trung ương; đại diện Sở Y tế.", ["Sở Y tế"]),
        ("Dự họp có đại diện các cục, vụ thuộc Bộ.", []),
        ("Vụ tráo đề thi cũng nêu lên nhiều vấn đề khác.", []),
        ("Tham dự họp có Vụ Pháp chế, Vụ 1A.", ["Vụ Pháp chế", "Vụ 1A"]),
        ("Dự họp có đại diện UBND các quận 1, 3, Núi Xanh, Sở Y tế.", ["UBND các quận 1, 3, Núi Xanh", "Sở Y tế"]),
    ],
)  # fmt: skip
def test_bodies_in_lists_and_in_speech(sentence: str, bodies: list[str]) -> None:
    assert [body.text for body in report(sentence).attendance.organisations] == bodies


def test_a_body_named_again_with_its_place_is_one_body() -> None:
    text = "Dự họp có đại diện Huyện ủy, UBND.\n\nĐại diện UBND huyện Nậm Kha cho biết đường đã thông."
    assert [body.text for body in report(text).attendance.organisations] == ["Huyện ủy", "UBND huyện Nậm Kha"]


def test_no_meeting_has_neither_chair_nor_attendance() -> None:
    text = "Lễ trao giải cuộc thi viết\n\nTối 5/3, ông Trần Văn Mít trao giải cho 12 tác giả trước 300 đại biểu."
    found = parse(text)
    assert not found.is_meeting_report
    assert (found.chairs, found.attendance.points, found.attendance.delegates, found.date) == ((), None, None, None)


@pytest.mark.parametrize(
    ("sentence", "value", "qualifier"),
    [
        ("Hội nghị diễn ra với hơn 1 250 đại biểu.", 1250, "over"),
        ("Hội nghị diễn ra với hơn 1\u00a0250 đại biểu.", 1250, "over"),
        ("Hội nghị có 1,250 đại biểu tham dự.", 1250, "exact"),
        ("Hội nghị có một nghìn hai trăm đại biểu tham dự.", 1200, "exact"),
        ("Hội nghị có một nghìn không trăm lẻ năm đại biểu tham dự.", 1005, "exact"),
        ("Hội nghị có 77/86 đại biểu được triệu tập tham dự.", 77, "exact"),
    ],
)
def test_numbers_of_delegates(sentence: str, value: int, qualifier: str) -> None:
    found = report(sentence).attendance.delegates
    assert found is not None
    assert (found.value, found.qualifier.value) == (value, qualifier)


@pytest.mark.parametrize(
    "sentence",
    [
        "Bế mạc, ban tổ chức tặng quà hai đại biểu cao tuổi.",
        "Có 4 đại biểu vắng mặt.",
        "Theo quy định, hội nghị cần tối thiểu 8 người tham dự.",
        "Trong năm, ngành đã mở 300 lớp với 54.000 người tham dự.",
        "Hội nghị năm ngoái có 400 đại biểu tham dự.",
        "Hội nghị thông qua đề án tổ chức đại hội với 250 đại biểu tham dự.",
        "Hội nghị ghi nhận 45.000 người tham gia bảo hiểm y tế.",
        "Trước đó, hội nghị cấp huyện có 150 đại biểu tham dự.",
        "Đã có 12 đại biểu tham dự phát biểu ý kiến.",
        "Tổ thảo luận số 2 có 14 đại biểu tham dự.",
        "Hội nghị nghe rằng cứ 5 đại biểu tham dự có 1 người mắc bệnh.",
        "Tại điểm cầu Lạc Giang, ông Lê Văn Ổi, Ủy viên Ban Thường vụ, Phó Chủ tịch UBND tỉnh; bà Hồ Thị Sen cùng 86 đại biểu.",
        "Hội nghị thống nhất tổ chức mít tinh với 900 người tham dự.",
    ],
)
def test_people_who_are_no_delegates(sentence: str) -> None:
    assert report(sentence).attendance.delegates is None


def test_a_spokesman_who_is_known_by_name_is_no_further_body() -> None:
    text = "Ông Lê Văn Ổi, Giám đốc Sở Y tế trả lời câu hỏi. Thuốc còn thiếu.\n\nĐại diện Sở Y tế cho biết đã đặt mua."
    assert report(text).attendance.organisations == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Nội vụ đề nghị các phòng nộp báo cáo đúng hạn.",
        "Ban Tổ chức thông báo chương trình buổi chiều.",
        "Chính phủ cam kết giữ giá điện.",
    ],
    ids=["the organiser", "a body of the meeting", "a stand taken"],
)
def test_who_is_no_guest(sentence: str) -> None:
    found = report(sentence).attendance
    assert found.organisations == ()
    assert sentence not in [passage.text for passage in found.passages]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kết luận, Giám đốc Sở yêu cầu:\n- Phòng Y tế huyện báo cáo kết quả.\n- Lãnh đạo Hội Nông dân tỉnh đề xuất mô hình.",
        "Hội nghị đề nghị Sở Y tế bổ sung thuốc; Công an tỉnh báo cáo kết quả trước tháng 8.",
        "Trước đó, trả lời báo chí, lãnh đạo Sở Xây dựng cho biết cầu chậm hai tháng.",
        "Tại phiên tòa tháng trước, đại diện Viện Kiểm sát đề nghị mức án nhẹ.",
        "Chiều cùng ngày, dự lễ khánh thành trường Xóm Mây có lãnh đạo Sở Giáo dục, Huyện ủy Tân Lập.",
        "Tham dự hội nghị quý tới sẽ có đại diện Bộ Nội vụ.",
        "Dự thảo được gửi lấy ý kiến của đại diện Sở Tư pháp bằng văn bản.",
        "Dự án cầu Suối Mây có Ban Quản lý dự án tỉnh thực hiện.",
        "Qua điện thoại, đại diện Công ty Nam Mây cho biết xe chậm hai giờ.",
        "Tại lễ khởi công cầu tuần này, đại diện Công ty Nam Mây hứa xong trước Tết.",
        "Tham gia đề án có Sở Y tế, Viện Nghiên cứu Mây.",
        "Năm 2022, Sở Y tế và Công ty Nam Mây có buổi làm việc về phần mềm.",
    ],
    ids=[
        "tasks in lines",
        "tasks",
        "earlier",
        "another month",
        "ceremony",
        "to come",
        "in writing",
        "a word",
        "by telephone",
        "at another event",
        "a project",
        "a year",
    ],
)
def test_bodies_that_are_told_of_but_did_not_attend(sentence: str) -> None:
    assert report(sentence).attendance.organisations == ()


def test_sites_that_were_installed_were_not_connected() -> None:
    assert report("Đến nay, tỉnh đã lắp đặt 120 điểm cầu tại các xã.").attendance.points is None


def test_a_congress_that_takes_place_is_no_festival() -> None:
    delegates = report("Đại hội diễn ra sáng nay tại khách sạn, có 58 đại biểu dự.").attendance.delegates
    assert delegates is not None
    assert delegates.value == 58
