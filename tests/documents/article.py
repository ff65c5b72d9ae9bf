"""One invented article, and the ten facts that have to come out of it whatever it is written in."""

import unicodedata

from partyreports import MeetingReport, Point, parse
from partyreports.documents import Document

TITLE = "Ngành Thư viện giao ban trực tuyến 6 tháng đầu năm 2023"
DATELINE = "05/07/2023 14:20"
LEAD = (
    "Sáng 4/7/2023, tại Hà Nội, Cục Thư viện tổ chức Hội nghị giao ban trực tuyến ngành Thư viện 6 tháng đầu năm 2023. "
    "Đồng chí Lương Thế Khoan, Cục trưởng Cục Thư viện chủ trì hội nghị."
)
ATTENDANCE = "Hội nghị kết nối 58 điểm cầu với hơn 900 đại biểu tham dự."
ACHIEVED = "Sáu tháng qua, toàn ngành đạt được một số kết quả nổi bật:"
ACHIEVEMENTS = (
    "Một là, hoàn thành số hóa 41.500 trang tư liệu quý, vượt 12% kế hoạch.",
    "Hai là, đưa 26 xe thư viện lưu động về các xã vùng cao, phục vụ hơn 70.000 lượt bạn đọc.",
    "Ba là, tổ chức thành công Ngày Sách tại 19 tỉnh, thành phố.",
)
LESSONS_HEAD = "Từ thực tiễn đó, hội nghị rút ra hai bài học kinh nghiệm:"
LESSONS = (
    "Thứ nhất, bám sát nhu cầu của bạn đọc ở cơ sở.",
    "Thứ hai, gắn trách nhiệm của người đứng đầu với kết quả phục vụ.",
)
TASKS_HEAD = "Kết luận hội nghị, đồng chí Lương Thế Khoan yêu cầu toàn ngành tập trung bốn nhiệm vụ 6 tháng cuối năm:"
TASKS = (
    "Rà soát mạng lưới thư viện cấp xã.",
    "Hoàn thiện cơ sở dữ liệu dùng chung, cụ thể:",
    "Bồi dưỡng nghiệp vụ cho 1.200 thủ thư.",
    "Báo cáo kết quả trước ngày 15/12/2023.",
)
SUBTASKS = ("chuẩn hóa biểu ghi thư mục;", "kết nối với các thư viện trường học.")
AUTHOR = "Hạ Vi"

TEXT = "\n\n".join(
    [
        TITLE,
        DATELINE,
        LEAD,
        ATTENDANCE,
        "\n".join((ACHIEVED, *ACHIEVEMENTS)),
        "\n".join((LESSONS_HEAD, *LESSONS)),
        "\n".join(
            (
                TASKS_HEAD,
                f"1. {TASKS[0]}",
                f"2. {TASKS[1]}",
                f"a) {SUBTASKS[0]}",
                f"b) {SUBTASKS[1]}",
                f"3. {TASKS[2]}",
                f"4. {TASKS[3]}",
            )
        ),
        AUTHOR,
    ]
)


def _points(points: tuple[Point, ...]) -> list[object]:
    """Numbers and first words of some points, those below each in a list after it."""
    shown: list[object] = []
    for point in points:
        shown.append((point.number, " ".join(point.text.split()[:3])))
        if point.points:
            shown.append(_points(point.points))
    return shown


def facts_of(report: MeetingReport) -> dict[str, object]:
    """The ten facts as a report has them."""
    delegates = report.attendance.delegates
    return {
        "title": " ".join(report.title.text.split()) if report.title else None,
        "published": report.published.value.isoformat() if report.published else None,
        "date": report.date.isoformat() if report.date else None,
        "part_of_day": report.meeting.part_of_day,
        "chair": report.chair.name.text if report.chair else None,
        "sites": report.attendance_points,
        "delegates": (delegates.value, delegates.qualifier) if delegates else None,
        "achievements": _points(report.achievements),
        "lessons": _points(report.lessons_learned),
        "tasks": _points(report.tasks),
    }


EXPECTED: dict[str, object] = {
    "title": TITLE,
    "published": "2023-07-05",
    "date": "2023-07-04",
    "part_of_day": "sáng",
    "chair": "Lương Thế Khoan",
    "sites": 58,
    "delegates": (900, "over"),
    "achievements": [(1, "hoàn thành số"), (2, "đưa 26 xe"), (3, "tổ chức thành")],
    "lessons": [(1, "bám sát nhu"), (2, "gắn trách nhiệm")],
    "tasks": [
        (1, "Rà soát mạng"),
        (2, "Hoàn thiện cơ"),
        [(1, "chuẩn hóa biểu"), (2, "kết nối với")],
        (3, "Bồi dưỡng nghiệp"),
        (4, "Báo cáo kết"),
    ],
}


def missed(document: Document | str) -> dict[str, object]:
    """The facts that do not come out as they should, with what comes out instead.

    A date of publication that the page does not print may be known from its metadata.
    """
    report = parse(unicodedata.normalize("NFC", document.text if isinstance(document, Document) else document))
    found = facts_of(report)
    if found["published"] is None and isinstance(document, Document) and document.published is not None:
        found["published"] = document.published.isoformat()
    return {name: found[name] for name, value in EXPECTED.items() if found[name] != value}


MARKDOWN = "\n\n".join(
    [
        f"# {TITLE}",
        f"*{DATELINE}*",
        f"**{LEAD}**",
        ATTENDANCE,
        ACHIEVED,
        *(line.replace("Một là,", "**Một** **là,**") for line in ACHIEVEMENTS),
        LESSONS_HEAD,
        *LESSONS,
        TASKS_HEAD,
        f"1. {TASKS[0]}\n"
        f"2. {TASKS[1]}\n"
        f"   a\\) {SUBTASKS[0]}\n"
        f"   b\\) {SUBTASKS[1]}\n"
        "3. " + TASKS[2].replace("1.200", "1\\.200") + "\n"
        f"4. [{TASKS[3]}](https://thu-tich.example/bao-cao)",
        f"_{AUTHOR}_",
    ]
)
"""The article as a converter writes it: a nested list goes on in its parent's item."""
