"""Faults that came from words written twice: a rule knew fewer of them than the lexicon."""

import pytest

from partyreports import Lexicon, parse

DOCUMENTS = sorted({entry.forms[0] for entry in Lexicon.default().group("citation.type")})
MEETINGS = sorted(set(Lexicon.default().forms("meeting.noun")))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_date_of_a_document_of_any_type_is_not_the_meetings(document: str) -> None:
    text = f"Tin\n\nHội nghị triển khai {document.lower()} số 5 ngày 30/1/2022 do Sở Nội vụ tổ chức, các xã báo cáo."
    assert parse(text, meeting=True).meeting.date is None


def test_there_are_as_many_types_and_nouns_as_the_field_has() -> None:
    assert {"chương trình hành động", "chỉ thị", "công điện", "quy chế", "thông báo kết luận"} <= {
        form.lower() for form in Lexicon.default().forms("citation.type")
    }
    assert {"hội nghị", "kỳ họp", "phiên họp", "cuộc họp", "buổi làm việc", "đại hội", "tọa đàm"} <= set(MEETINGS)


@pytest.mark.parametrize("noun", MEETINGS)
def test_who_chairs_stands_behind_a_colon_after_any_noun_for_a_meeting(noun: str) -> None:
    names = "Lê Văn Tám, Giám đốc Sở; Trần Thị Bình, Phó Giám đốc Sở"
    report = parse(f"Tin\n\nSáng 5/3, Sở tổ chức {noun}. Chủ trì {noun} có các đồng chí: {names}.", meeting=True)
    assert [chair.name.text for chair in report.chairs] == ["Lê Văn Tám", "Trần Thị Bình"]


def test_a_word_of_the_callers_own_for_chairing_leaves_the_meeting_a_meeting() -> None:
    own = {"id": "chair.cue.cam_cang", "forms": ["cầm càng"], "example": "Ông An cầm càng hội nghị."}
    text = (
        "Tin\n\nSáng 5/3, Sở Nội vụ tổ chức hội nghị giao ban. Đồng chí Lê Văn Tám, Giám đốc Sở, cầm càng hội nghị. "
        "Tại hội nghị, các đơn vị báo cáo."
    )
    assert parse(text).chairs == ()
    report = parse(text, lexicon=[own])
    assert report.is_meeting_report
    assert [chair.name.text for chair in report.chairs] == ["Lê Văn Tám"]
