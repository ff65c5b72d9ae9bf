"""One small text for each way in which articles arrive, and what must be read in it."""

import unicodedata

import pytest

from partyreports import MeetingReport, parse

BRIEFING = (
    "Giao ban tháng 6\n\nSáng 1-6-2020, tại Hà Nội, đồng chí Đinh Văn Sơn, Chánh Văn phòng, chủ trì hội nghị giao ban "
    "trực tuyến với 12 điểm cầu.\n"
)
PRESENT = (
    "Giao ban tháng 6\n\nSáng 1-6-2020, đồng chí Đinh Văn Sơn, Chánh Văn phòng, chủ trì hội nghị giao ban.\n\n"
    "Tham dự hội nghị có đồng chí Đinh Văn Sơn, Chánh Văn phòng; đồng chí Lê Thị Mận, Trưởng phòng Tổng hợp.\n"
)
HEAD = "Sở Nội vụ giao ban\n\n"
TASKS = HEAD + "Hai nhiệm vụ:\n"


def plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).replace("Ð", "Đ").replace("\u200b", "").split())


def who_and_when(report: MeetingReport) -> tuple[list[str], str, int | None]:
    return [plain(chair.name.text) for chair in report.chairs], str(report.date), report.attendance_points


def texts(report: MeetingReport) -> list[str]:
    return [plain(point.text) for section in report.sections for point in section.points]


@pytest.mark.parametrize(
    "text",
    [
        BRIEFING,
        BRIEFING.replace(" ", "  "),
        BRIEFING.replace("Văn Sơn", "Văn  Sơn").replace("chủ trì", "chủ \t trì"),
        BRIEFING.replace("Đinh Văn", "Đinh\nVăn").replace("chủ trì", "chủ\ntrì").replace("12 điểm", "12\nđiểm"),
        BRIEFING.replace("1-6-2020", "1\u20116\u20112020").replace("đ", "ð"),
        BRIEFING.replace("1-6-2020", "1\u22156\u22152020"),
        BRIEFING.replace("12", "１２"),
        BRIEFING.replace("12 điểm", "12\u200bđiểm"),
        unicodedata.normalize("NFD", BRIEFING),
        "> " + BRIEFING.replace("\n\n", "\n>\n> "),
        BRIEFING.replace("Đinh Văn Sơn", "**Đinh Văn Sơn**").replace("Giao ban", "# Giao ban"),
        BRIEFING.replace(",", " ,"),
    ],
)
def test_chair_date_and_sites(text: str) -> None:
    assert who_and_when(parse(text)) == (["Đinh Văn Sơn"], "2020-06-01", 12)


@pytest.mark.parametrize(
    "text",
    [
        TASKS + "1\\. Rà soát.\n\n2\\. Báo cáo.",
        TASKS + "**Một là,** rà soát.\n\n**Hai là,** báo cáo.".replace("rà", "Rà").replace("báo", "Báo"),
        TASKS + "*Thứ nhất,* Rà soát.\n\n*Thứ hai,* Báo cáo.",
        TASKS + "__1.__ Rà soát.\n__2.__ Báo cáo.",
        TASKS + "### 1. Rà soát.\n\n### \n2. Báo cáo.",
        HEAD + "Hai nhiệm vụ：\n（1）Rà soát.\n（2）Báo cáo.",
        TASKS + "Một\u200blà, Rà soát.\n\nHai\u200blà, Báo cáo.",
        TASKS + "👉 1. Rà soát.\n👉 2. Báo cáo.",
        TASKS + "① Rà soát.\n② Báo cáo.",
        TASKS + "1️⃣ Rà soát.\n2️⃣ Báo cáo.",
        TASKS + "Ⅰ. Rà soát.\nⅡ. Báo cáo.",
        TASKS + "o 1. Rà soát.\no 2. Báo cáo.",
        TASKS + "    1 . Rà soát.\n    2 . Báo cáo.",
        TASKS + "> 1. Rà soát.\n> 2. Báo cáo.\n>\n> ***\n",
    ],
)
def test_points(text: str) -> None:
    report = parse(text)
    assert [point.number for section in report.sections for point in section.points] == [1, 2]
    assert texts(report) == ["Rà soát.", "Báo cáo."]


@pytest.mark.parametrize(
    "text",
    [
        PRESENT,
        unicodedata.normalize("NFD", PRESENT),
        PRESENT.replace("Đ", "Ð"),
        PRESENT.replace("Văn Sơn", "Văn \u200bSơn", 1),
        PRESENT.replace("Văn Sơn", "Văn  Sơn", 1),
    ],
    ids=["as it is", "NFD", "Ð", "zero width", "two spaces"],
)
def test_a_chair_is_not_listed_again_among_those_present(text: str) -> None:
    assert [plain(person.name.text) for person in parse(text).attendance.persons] == ["Lê Thị Mận"]


def test_wrapped_numbers_are_no_markers_and_wrapped_lines_are_no_headings() -> None:
    assert (
        parse(HEAD + "Số phòng đã nộp là\n14. Số xã đạt chuẩn tăng từ 11 lên\n15. Các xã còn lại phấn đấu.").sections
        == ()
    )
    report = parse(TASKS + "1. Rà soát hồ sơ ở các phòng thuộc\nChi cục Văn thư\n2. Báo cáo kết quả.")
    assert texts(report) == ["Rà soát hồ sơ ở các phòng thuộc Chi cục Văn thư", "Báo cáo kết quả."]


def test_spellings_with_i_and_y_are_one_word() -> None:
    report = parse("HĐND huyện họp\n\nSáng 3/5/2023, HĐND huyện tổ chức kì họp do ông Lê Văn Tám chủ trì.")
    assert who_and_when(report) == (["Lê Văn Tám"], "2023-05-03", None)
    period = parse(
        HEAD.replace("ban", "ban quí I") + "Sáng 3/5/2023, Sở Nội vụ tổ chức hội nghị giao ban quí I/2023."
    ).meeting.period
    assert period is not None
    assert (str(period.start), str(period.end)) == ("2023-01-01", "2023-03-31")


def test_a_document_number_is_quoted_with_its_own_hyphens() -> None:
    report = parse(HEAD + "Sở họp giao ban theo Quyết định 12/QĐ\u2011UBND.")
    assert [citation.number for citation in report.citations] == ["12/QĐ\u2011UBND"]


def test_a_menu_is_no_title_and_a_strange_paragraph_no_end_of_a_point() -> None:
    menu = parse("Giới thiệu\nTin tức\nVăn bản\nLiên hệ\nGiao ban tháng 6\n\nSáng 1-6-2020, họp giao ban.\n")
    assert menu.title is not None
    assert menu.title.text == "Giao ban tháng 6"
