"""The period that the meeting reviewed."""

import datetime

import pytest

from partyreports import parse


def test_the_period_that_the_meeting_reviewed() -> None:
    report = parse(
        "Sở sơ kết 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2024\n\nSáng 5/7, Sở tổ chức hội nghị sơ kết."
    )
    assert report.meeting.period is not None
    assert (report.meeting.period.start, report.meeting.period.end) == (
        datetime.date(2024, 1, 1),
        datetime.date(2024, 6, 30),
    )


@pytest.mark.parametrize(
    ("title", "lead", "period"),
    [
        ("Sở sơ kết quý I", "Sáng 5/4, Sở tổ chức hội nghị sơ kết quý I/2023.", ("2023-01-01", "2023-03-31")),
        ("Sở họp", "Sáng 5/3, Sở tổ chức hội nghị. Tháng 2/2024, công tác đạt kết quả.", None),
        (
            "Sở nhìn lại chương trình",
            "Sáng 5/3, Sở tổ chức hội nghị tổng kết 10 năm thực hiện Nghị quyết số 5 giai đoạn 2012-2022.",
            ("2012-01-01", "2022-12-31"),
        ),
        (
            "Sở bàn chương trình",
            "Sáng 5/3, Sở tổ chức hội nghị sơ kết 1 năm thực hiện Nghị quyết số 5 giai đoạn 2012-2022.",
            None,
        ),
        ("Sở sơ kết nhiệm kỳ 2020-2025", "Sáng 5/3, Sở tổ chức hội nghị.", None),
        ("Sở sơ kết 6 tháng đầu năm", "Sáng 5/7, Sở tổ chức hội nghị.", None),
    ],
)
def test_where_the_period_and_its_year_stand(title: str, lead: str, period: tuple[str, str] | None) -> None:
    found = parse(f"{title}\n\n{lead}\n\nTại hội nghị, các đơn vị báo cáo.").meeting.period
    assert (found and (found.start.isoformat(), found.end.isoformat())) == period
