"""The occasion, the meeting as such, and documents cited."""

import pytest

from partyreports import parse


@pytest.mark.parametrize(
    "text",
    [
        "Sở giao ban\n\nSáng 5/3, Sở Nội vụ tổ chức hội nghị giao ban tháng 2.",
        "Làm việc với xã Nậm Kha\n\nChiều 5/3, đồng chí Lê Văn Ổi chủ trì buổi làm việc với xã Nậm Kha.",
        "Chính phủ họp phiên thường kỳ\n\nChiều 3/11, dưới sự chủ trì của Thủ tướng, Chính phủ họp phiên thường kỳ tháng 10.",
        "Giá điện chưa tăng\n\nThông tin được ông Lê Văn Ổi nêu tại cuộc họp báo diễn ra trưa 1/11.",
        "Phiên họp thứ chín\n\nPhát biểu tại phiên họp, ông Lê Văn Ổi đánh giá cao. Phiên họp đã thông qua ba nghị quyết.",
    ],
)
def test_reports_of_meetings(text: str) -> None:
    report = parse(text)
    assert report.is_meeting_report
    assert "not-a-meeting" not in [note.code for note in report.notes]


@pytest.mark.parametrize(
    "text",
    [
        "Lễ kỷ niệm 60 năm thành lập Trường\n\nSáng 5/3, Trường tổ chức lễ kỷ niệm 60 năm thành lập.",
        "Giám đốc Sở trả lời phỏng vấn\n\nThưa ông, việc học thêm sẽ thế nào?",
        "Sở sẽ tổ chức hội nghị vào tuần tới\n\nTheo kế hoạch, hội nghị sẽ diễn ra ngày 5/3.",
        "Bắt giữ hai đối tượng trộm xe\n\nTối 5/3, công an phường bắt giữ hai đối tượng.",
        "Thủ tục cấp đổi căn cước\n\nNgười dân chuẩn bị hồ sơ theo Luật Căn cước.",
        "Giá vàng tăng\n\nGiá vàng hôm nay tăng 2%.",
        "Khởi công cầu Vân Lâm\n\nSáng 5/3, tỉnh tổ chức lễ khởi công cầu Vân Lâm. Trước đó, tại cuộc họp, các bên đã ký biên bản.",
        "Bắt nhóm trộm chó\n\nSáng 5/3, công an bắt 5 đối tượng. Tại cuộc họp báo chiều cùng ngày, công an thông tin ban đầu.",
        "Thầy trò mừng rỡ\n\nĐội nhà thắng 2-0. Phát biểu tại họp báo sau trận, huấn luyện viên khen các học trò.",
        "Bớt họp để làm việc\n\nCó những cuộc họp kéo dài cả buổi. Tại nhiều hội nghị, đại biểu ngồi nghe là chính.",
    ],
)
def test_other_articles(text: str) -> None:
    report = parse(text)
    assert not report.is_meeting_report
    assert "not-a-meeting" in [note.code for note in report.notes]


def test_a_non_meeting_keeps_title_and_lists() -> None:
    report = parse("Thủ tục cấp đổi căn cước\n\nNgười dân cần làm các việc sau:\n1. Chuẩn bị hồ sơ.\n2. Nộp hồ sơ.")
    assert not report.is_meeting_report
    assert report.title is not None
    assert [point.number for point in report.sections[0].points] == [1, 2]


@pytest.mark.parametrize(
    ("lead", "kind", "how"),
    [
        ("Sáng 5/3, Sở tổ chức hội nghị giao ban trực tuyến.", "giao_ban", "online"),
        ("Sáng 5/3, Sở tổ chức hội nghị sơ kết theo hình thức trực tiếp kết hợp với trực tuyến.", "so_ket", "hybrid"),
        ("Sáng 5/3, Sở tổ chức hội nghị tổng kết bằng hình thức trực tiếp.", "tong_ket", "in_person"),
        ("Sáng 5/3, Sở tổ chức hội nghị quán triệt nghị quyết.", "quan_triet", None),
        ("Sáng 5/3, Sở tổ chức họp báo về dịch vụ công trực tuyến.", "hop_bao", None),
        ("Sáng 5/3, Ban tổ chức phiên họp toàn thể, giao Phó ban trực tiếp chỉ đạo.", "phien_hop", None),
        ("Sáng 5/3, Sở tổ chức tọa đàm về văn hóa đọc.", "toa_dam", None),
        ("Sáng 5/3, Sở tổ chức hội nghị triển khai nhiệm vụ.", "khac", None),
    ],
)
def test_kind_and_format(lead: str, kind: str, how: str | None) -> None:
    meeting = parse(f"Tin hoạt động\n\n{lead}\n\nTại hội nghị, các đơn vị báo cáo.").meeting
    assert meeting.kind is not None
    assert meeting.kind.value == kind
    assert (meeting.format.value if meeting.format else None) == how
    if how is not None:
        assert [evidence.field for evidence in meeting.evidence].count("format") == 1


def test_further_words_for_the_format() -> None:
    entry = {"id": "meeting.format.online.qua_mang", "forms": ["qua mạng"], "example": "Họp qua mạng."}
    text = "Tin hoạt động\n\nSáng 5/3, Sở tổ chức hội nghị giao ban qua mạng."
    assert parse(text).meeting.format is None
    found = parse(text, lexicon=[entry]).meeting.format
    assert found is not None
    assert found.value == "online"


def test_no_place_from_the_name_of_a_body() -> None:
    text = "Tin\n\nSáng 5/3, Sở tổ chức hội nghị với sự tham gia của đại diện Tổ chức Y tế Thế giới tại Việt Nam."
    assert parse(text).meeting.place is None


def test_the_place() -> None:
    meeting = parse("Tin\n\nSáng 5/3, tại trụ sở Tỉnh ủy, Ban Nội chính tổ chức hội nghị giao ban.").meeting
    assert meeting.place is not None
    assert meeting.place.text == "trụ sở Tỉnh ủy"
