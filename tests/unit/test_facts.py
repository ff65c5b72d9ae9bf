"""The occasion, the meeting as such, and documents cited."""

import pytest

from partyreports import parse


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
