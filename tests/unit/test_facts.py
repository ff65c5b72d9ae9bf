"""The occasion, the meeting as such, and documents cited."""

import pytest

from partyreports import Citation, parse


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


# --- citations


def cite(sentence: str) -> list[Citation]:
    return list(parse(f"Tin hoạt động\n\n{sentence}").citations)


@pytest.mark.parametrize(
    ("sentence", "kind", "number"),
    [
        ("Thực hiện Chỉ thị 35-CT/TW của Bộ Chính trị.", "Chỉ thị", "35-CT/TW"),
        ("Theo Quy định số 205-QĐ/TW về kiểm soát quyền lực.", "Quy định", "205-QĐ/TW"),
        ("Căn cứ Quyết định số 38/QĐ-TTg ngày 12/1/2021.", "Quyết định", "38/QĐ-TTg"),
        ("Theo Nghị định 30/2020/NĐ-CP về công tác văn thư.", "Nghị định", "30/2020/NĐ-CP"),
        ("Nghị quyết số 111/NQ-CP của Chính phủ.", "Nghị quyết", "111/NQ-CP"),
        ("Quy định 101 – QĐ/TW được triển khai.", "Quy định", "101 – QĐ/TW"),
        ("Luật số 43/2022/QH15 có hiệu lực.", "Luật", "43/2022/QH15"),
        ("Kế hoạch 81/KH-UBTVQH15 được ban hành.", "Kế hoạch", "81/KH-UBTVQH15"),
        ("Kế hoạch số 358/KH-BCĐ389 được ban hành.", "Kế hoạch", "358/KH-BCĐ389"),
        ("Chỉ thị 45-CT/TƯ được quán triệt.", "Chỉ thị", "45-CT/TƯ"),
        ("Chỉ thị 35-CT/T.Ư được quán triệt.", "Chỉ thị", "35-CT/T.Ư"),
        ("Thực hiện 38/QĐ-TTg của Thủ tướng.", "Quyết định", "38/QĐ-TTg"),
        ("Theo Quyết định số 5a/QĐ-UBND và 12 / 3 việc khác.", "Quyết định", "5a/QĐ-UBND"),
        ("Theo Chỉ thị 35 - CT/TW, đạt 3/4 số xã.", "Chỉ thị", "35 - CT/TW"),
        ("Thực hiện Nghị quyết 39 của Bộ Chính trị.", "Nghị quyết", "39"),
        ("Triển khai Đề án 06 trong toàn tỉnh.", "Đề án", "06"),
        ("Học tập Nghị quyết Trung ương 4 khóa XII.", "Nghị quyết", None),
        ("Quán triệt Nghị quyết Hội nghị Trung ương 12 (khóa XII).", "Nghị quyết", None),
    ],
)
def test_one_citation(sentence: str, kind: str, number: str | None) -> None:
    (citation,) = cite(sentence)
    assert (citation.type, citation.number) == (kind, number)


def test_lists_of_numbers_are_several_documents() -> None:
    assert [c.number for c in cite("Sơ kết Nghị quyết 18,19 của Trung ương.")] == ["18", "19"]
    assert [c.number for c in cite("Sơ kết Nghị quyết 18, 19 và 20.")] == ["18", "19", "20"]


def test_lists_with_codes() -> None:
    assert [c.number for c in cite("Quán triệt Nghị quyết số 18, 19-NQ/TW của Trung ương.")] == ["18", "19-NQ/TW"]
    both = cite("Thực hiện Nghị quyết số 01/NQ-CP và số 02/NQ-CP của Chính phủ.")
    assert [(c.type, c.number) for c in both] == [("Nghị quyết", "01/NQ-CP"), ("Nghị quyết", "02/NQ-CP")]


def test_a_law_by_its_code() -> None:
    assert [c.number for c in cite("Thi hành Luật Đất đai số 45/2013/QH13.")] == ["45/2013/QH13"]


def test_date_and_issuer() -> None:
    (citation,) = cite("Căn cứ Quyết định số 38/QĐ-TTg ngày 12/1/2021 của Thủ tướng Chính phủ về chuyển đổi số.")
    assert citation.date is not None
    assert (citation.date.isoformat(), citation.issuer) == ("2021-01-12", "Thủ tướng Chính phủ")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ban Chỉ đạo 138/CP tỉnh họp.",
        "Theo điểm a, khoản 5/NĐ-CP.",
        "Nhóm xếp tổ 5/CP lên trước, đạt 7/QH15.",
        "Đạt 21/25 chỉ tiêu kế hoạch.",
        "Ngày 12/1/2021, trời mưa.",
        "Thu ngân sách đạt 1.200 tỷ đồng.",
        "Quyết định 3 vấn đề lớn; kết luận 5 nội dung.",
        "Kế hoạch 5 năm 2021-2025 được thông qua.",
        "Báo cáo 6 tháng đầu năm nêu rõ.",
    ],
)
def test_no_citations(sentence: str) -> None:
    assert cite(sentence) == []


def test_the_footer_cites_nothing() -> None:
    text = "Tin hoạt động\n\nSở họp giao ban theo Chỉ thị 35-CT/TW.\n\nCác tin khác\n• Quán triệt Quy định số 80-QĐ/TW (3 tháng trước)"
    assert [c.number for c in parse(text).citations] == ["35-CT/TW"]
