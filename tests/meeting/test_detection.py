"""Whether a meeting is reported."""

import json
from pathlib import Path

import pytest

from partyreports import parse
from partyreports.text.lexicon import Lexicon

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "cases" / "detection.jsonl").read_text(encoding="utf-8").splitlines()
]


def test_most_cases_are_told_apart() -> None:
    """The cases are hard ones; `docs/explanation/limits.md` says which kinds fail."""
    wrong = [case for case in CASES if parse(case["text"]).is_meeting_report != case["is_meeting_report"]]
    assert len(wrong) <= 0.08 * len(CASES)


@pytest.mark.parametrize(
    "text",
    [
        "Sở giao ban\n\nSáng 5/3, Sở Nội vụ tổ chức hội nghị giao ban tháng 2.",
        "Làm việc với xã Nậm Kha\n\nChiều 5/3, đồng chí Lê Văn Ổi chủ trì buổi làm việc với xã Nậm Kha.",
        "Chính phủ họp phiên thường kỳ\n\nChiều 3/11, dưới sự chủ trì của Thủ tướng, Chính phủ họp phiên thường kỳ.",
        "Giá điện chưa tăng\n\nThông tin được ông Lê Văn Ổi nêu tại cuộc họp báo diễn ra trưa 1/11.",
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
        "Giá vàng tăng\n\nGiá vàng hôm nay tăng 2%.",
    ],
)
def test_other_articles(text: str) -> None:
    report = parse(text)
    assert not report.is_meeting_report
    assert "not-a-meeting" in [note.code for note in report.notes]


def test_the_note_names_the_strongest_signals_against() -> None:
    report = parse("Sở sẽ tổ chức hội nghị vào tuần tới\n\nTheo kế hoạch, hội nghị sẽ diễn ra ngày 5/3.")
    (note,) = [note for note in report.notes if note.code == "not-a-meeting"]
    assert "to_come" in note.message


def test_what_the_caller_knows_wins() -> None:
    text = "Giá vàng tăng\n\nGiá vàng hôm nay tăng 2%."
    assert not parse(text).is_meeting_report
    assert parse(text, meeting=True).is_meeting_report
    report = parse("Sở giao ban\n\nSáng 5/3, Sở Nội vụ tổ chức hội nghị giao ban.", meeting=False)
    assert not report.is_meeting_report
    assert report.meeting.date is None
    assert any("meeting.given" in note.message for note in report.notes)


def test_a_cue_of_the_users_own_counts() -> None:
    own = {"id": "chair.cue.cam_cang", "forms": ["cầm càng"], "example": "Ông An cầm càng hội nghị."}
    lexicon = Lexicon.default().extended([own])
    text = "Tin\n\nSáng 5/3, ông Lê Văn Tám cầm càng hội nghị của thôn."
    assert parse(text, lexicon=lexicon).is_meeting_report


@pytest.mark.parametrize("text", ["", "\n\n", "tối " * 3000, "hội nghị " * 2000, "họp\n" * 2000])
def test_any_text_gives_an_answer(text: str) -> None:
    assert parse(text).is_meeting_report in (True, False)


def test_a_non_meeting_keeps_title_and_lists() -> None:
    report = parse("Thủ tục cấp đổi căn cước\n\nNgười dân cần làm các việc sau:\n1. Chuẩn bị hồ sơ.\n2. Nộp hồ sơ.")
    assert not report.is_meeting_report
    assert report.title is not None
    assert [point.number for point in report.sections[0].points] == [1, 2]


def test_organisers_may_be_one_word_of_the_callers_own() -> None:
    text = "Tin\n\nSáng 5/3, BTC diễn đàn cho biết còn thiếu chỗ."
    own = [{"id": "meeting.organisers.own", "forms": ["BTC"], "example": "BTC diễn đàn"}]
    assert parse(text).is_meeting_report
    assert not parse(text, lexicon=own).is_meeting_report
