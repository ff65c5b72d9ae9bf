"""Name, kind, format, day, place and period of the meeting."""

import json
from pathlib import Path
from typing import Any

import pytest

from partyreports import MeetingReport, parse

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "cases" / "details.jsonl").read_text(encoding="utf-8").splitlines()
]


def _answers(report: MeetingReport) -> dict[str, Any]:
    meeting, delegates = report.meeting, report.attendance.delegates
    return {
        "delegates": delegates and delegates.value,
        "kind": meeting.kind and meeting.kind.value,
        "format": meeting.format and meeting.format.value,
        "meeting_date": meeting.date and meeting.date.value.isoformat(),
        "part_of_day": meeting.part_of_day and meeting.part_of_day.value,
        "place": meeting.place and meeting.place.text,
        "period": meeting.period and f"{meeting.period.start}/{meeting.period.end}",
    }


@pytest.mark.parametrize("case", CASES, ids=[f"{n} {case['kind_of_case']}" for n, case in enumerate(CASES)])
def test_the_cases(case: dict[str, Any]) -> None:
    answers = _answers(parse(case["text"], meeting=True))
    for field, wanted in case["expect"].items():
        if field == "place" and wanted is not None:
            assert answers["place"] is not None
            assert wanted in answers["place"] or answers["place"] in wanted
        else:
            assert answers[field] == wanted


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
        ("Sáng 5/3, Quốc hội thảo luận ở tổ về dự án Luật Nước.", "phien_hop", None),
        ("Sáng 5/3, Hội đồng họp báo cáo tiến độ.", "khac", None),
    ],
)
def test_kind_and_format(lead: str, kind: str, how: str | None) -> None:
    meeting = parse(f"Tin hoạt động\n\n{lead}\n\nTại hội nghị, các đơn vị báo cáo.", meeting=True).meeting
    assert meeting.kind is not None
    assert meeting.kind.value == kind
    assert (meeting.format.value if meeting.format else None) == how
    assert [evidence.field for evidence in meeting.evidence].count("format") == (how is not None)


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("Sáng 5/3, huyện tổng kết sản xuất vụ xuân.", "tong_ket"),
        ("Chiều 5/3, Thành ủy quán triệt Nghị quyết Trung ương 6.", "quan_triet"),
        ("Chiều 5/3, đoàn giám sát làm việc tại xã Tân An.", "lam_viec"),
        ("Sáng 5/3, Sở Du lịch họp báo về áo dài.", "hop_bao"),
        ("Chiều 5/3, huyện trình báo cáo tổng kết lên tỉnh.", "khac"),
    ],
)
def test_kind_by_what_was_done_where_nothing_names_a_meeting(lead: str, kind: str) -> None:
    found = parse(f"Tin\n\n{lead}", meeting=True).meeting.kind
    assert found is not None
    assert found.value == kind


def test_no_format_from_the_name_of_a_paper() -> None:
    text = "Tin\n\nSáng 5/3, ông Lê Văn Tám nói với Báo Ngày Mới Online tại hội nghị của thôn."
    assert parse(text, meeting=True).meeting.format is None


def test_further_words_for_the_format() -> None:
    entry = {
        "id": "meeting.format.online.qua_mang",
        "forms": ["qua mạng"],
        "value": "online",
        "example": "Họp qua mạng.",
    }
    text = "Tin hoạt động\n\nSáng 5/3, Sở tổ chức hội nghị giao ban qua mạng."
    assert parse(text).meeting.format is None
    found = parse(text, lexicon=[entry]).meeting.format
    assert found is not None
    assert found.value == "online"


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("Sáng 5/3, tại trụ sở Tỉnh ủy, Ban Nội chính tổ chức hội nghị giao ban.", "trụ sở Tỉnh ủy"),
        ("Hội nghị thúc đẩy tiêu thụ lúa gạo ở Lạc Giang ngày 26-2 đã bàn ba việc.", "Lạc Giang"),
        ("Ông nói như vậy tại cuộc họp tại Vĩnh Hà hôm nay.", "Vĩnh Hà"),
        ("Hội thảo về nghề dệt diễn ra ngày 5-12 tại Lạc Giang với sự chủ trì của Sở Công Thương.", "Lạc Giang"),
        ("Chiều nay tại Nhà văn hóa xã An Thuận, Huyện đoàn họp giao ban.", "Nhà văn hóa xã An Thuận"),
        ("Sáng 5/3 vừa qua tại Hội trường Khối Mây đã diễn ra hội nghị giao ban.", "Hội trường Khối Mây"),
        ("Sáng 5/3, trường Mầm non Mây tổ chức đại hội chi bộ nhiệm kỳ mới tại phòng âm nhạc.", "phòng âm nhạc"),
        ("Sáng 5/3, Bộ trưởng có buổi làm việc với Công ty Nam Mây tại Lạc Giang.", "Lạc Giang"),
        ("Hội nghị diễn ra sáng 5/3. Tại điểm cầu Trụ sở Tỉnh ủy, ông Lê Văn Ổi chủ trì.", "Trụ sở Tỉnh ủy"),
        ("BIÊN BẢN HỌP TỔ\n\nĐịa điểm: Phòng hội đồng tầng 2\n\nChủ trì: ông Lê Văn Ổi.", "Phòng hội đồng tầng 2"),
        ("Sáng 5/3, tại Lạc Giang, Tổng Biên tập Báo Mây đã tiếp đoàn công tác.", "Lạc Giang"),
        ("Hội nghị diễn ra sáng 5/3. Tại điểm cầu tỉnh Vĩnh Hà, ông Lê Văn Ổi chủ trì.", None),
        ("Sáng 5/3, Sở có buổi làm việc với huyện về nhà ở xã hội.", None),
        ("Tại cuộc họp với Sở ngày 5/3, ông Ổi đã phê bình tiến độ cầu ở Khe Mây.", None),
        ("Ông Ổi tại cuộc họp với Sở ngày 5/3 đã phê bình tiến độ cầu ở Khe Mây.", None),
        (
            "Sáng nay, Sở họp trực tuyến. Điểm cầu chính đặt tại Nhà hát Lạc Giang, kết nối 9 huyện.",
            "Nhà hát Lạc Giang",
        ),
        ("Hội nghị dự kiến bế mạc ngày 9/3, theo hình thức họp tập trung tại Nhà hát Lạc Giang.", None),
        ("Sáng 5/3, Sở tổ chức hội nghị với sự tham gia của đại diện Tổ chức Y tế Thế giới tại Việt Nam.", None),
        ("Sáng 5/3, Sở tổ chức cuộc họp về tình hình sản xuất tại Vĩnh Hà.", None),
        ("Sáng 5/3, Quốc hội thảo luận tại hội trường về dự án Luật Nước.", None),
        ("Sáng 5/3, Sở tổ chức hội nghị. Tại đây, các đại biểu đã thảo luận.", None),
        ("Sáng 5/6, Huyện ủy họp giao ban. Hội nghị tháng tới tổ chức tại xã Tân An.", None),
        ("Sáng 5/6, Huyện ủy họp giao ban, thống nhất Đại hội điểm sẽ tổ chức tại xã Tân An.", None),
        ("Tại buổi họp báo diễn ra vào sáng 4/9 trên sân Khe Mây, huấn luyện viên nói đội đã sẵn sàng.", "sân Khe Mây"),
        ("Trong khuôn viên chùa Bạch Vân, sáng 5/3, Ban Trị sự họp giao ban.", "khuôn viên chùa Bạch Vân"),
        ("Sáng 5/3, ngay tại hiện trường sạt lở, Phó Chủ tịch tỉnh đã họp nhanh.", "hiện trường sạt lở"),
        ("Trong hai ngày 5-6/3, ở thị trấn Khe Mây đã diễn ra hội thảo về nghề mộc.", "thị trấn Khe Mây"),
        ("Hai bộ trưởng đã có cuộc hội đàm kéo dài ba giờ tại Lạc Giang, ngày 5/3.", "Lạc Giang"),
        ("Cuộc họp ngày 5/3 của các Bộ trưởng Tài chính tại Lạc Giang kết thúc mà không thỏa thuận.", "Lạc Giang"),
        ("Khối sẽ giữ sản lượng, theo quyết định tại phiên họp ngày 5/3 ở Lạc Giang, Áo.", "Lạc Giang"),
        ("“Chúng tôi xin lỗi”, bà Ổi nói trước các nhà báo ngày 14/3 tại Lạc Giang.", "Lạc Giang"),
        ("Sáng 5/3, Tổ đại biểu Quốc hội đã tiếp xúc cử tri quận Khe Mây.", "quận Khe Mây"),
        (
            "Tại buổi làm việc với Ban Quản lý dự án ở công trường cầu Mây ngày 6/4, ông Ổi nhận lỗi.",
            "công trường cầu Mây",
        ),
        ("Sáng 5/3, Ban tổ chức họp báo giới thiệu Liên hoan phim diễn ra tại Lạc Giang từ ngày 20/12.", None),
    ],
)
def test_the_place(lead: str, place: str | None) -> None:
    found = parse(f"Tin\n\n{lead}", meeting=True).meeting.place
    assert (found.text if found else None) == place


def test_the_name_is_as_the_article_calls_it() -> None:
    text = "Tin\n\nSáng 5/3, Sở Nội vụ tổ chức hội nghị giao ban tháng 2. Ông Lê Văn Tám chủ trì hội nghị."
    name = parse(text).meeting.name
    assert name is not None
    assert name.text == "hội nghị giao ban tháng 2"


def test_no_meeting_has_no_details() -> None:
    assert _answers(parse("Sáng 5/3, Sở Nội vụ tổ chức hội nghị giao ban.", meeting=False)) == {
        "delegates": None,
        "kind": None,
        "format": None,
        "meeting_date": None,
        "part_of_day": None,
        "place": None,
        "period": None,
    }
