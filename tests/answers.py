"""One article with its gold answers and with the report that agrees with them in every field, both made by hand.

Tests of the evaluation change one side or the other, so that they depend on no rule of the parser.
"""

import datetime
from typing import Any

from partyreports import MeetingReport
from partyreports.evaluation import GoldDocument
from partyreports.models import (
    Attendance,
    Citation,
    Evidence,
    FoundCount,
    FoundDate,
    FoundPassage,
    MarkerStyle,
    Meeting,
    MeetingFormat,
    MeetingKind,
    PartialDate,
    PartOfDay,
    Passage,
    Period,
    Person,
    Point,
    RelatedArticle,
    Section,
    SectionRole,
    Source,
    Span,
)

TEXT = """Huyện Sơn Thanh giao ban tháng 5

Ngày 4/6/2024

Chiều 3/6/2024, tại hội trường UBND huyện, ông Lò Văn Páo, Phó Chủ tịch UBND huyện, Trưởng ban Chỉ đạo, chủ trì hội nghị
giao ban trực tuyến tới 12 điểm cầu với 340 đại biểu. Dự hội nghị có Công an huyện và Hội Nông dân.
Hội nghị căn cứ Chỉ thị 07-CT/HU và giao hai nhiệm vụ sau:
Một là, sửa đường ở hai nơi:
1. Đoạn qua bản Pha.
2. Đoạn qua bản Khoang.
Hai là, tiêm phòng cho trâu.

Xem thêm một tin khác
"""


def place_of(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"text": words, "span": Span(start=start, end=start + len(words))}


def found(words: str, rule: str = "a.rule") -> FoundPassage:
    return FoundPassage(**place_of(words), rule=rule)


def date(words: str, day: int, rule: str) -> FoundDate:
    return FoundDate(**place_of(words), rule=rule, value=PartialDate(year=2024, month=6, day=day))


def count(words: str, value: int, rule: str) -> FoundCount:
    return FoundCount(**place_of(words), rule=rule, value=value)


def point(number: int | None, marker: str, text: str, points: tuple[Point, ...] = ()) -> Point:
    mark, words = place_of(marker), place_of(text)
    return Point(
        number=number,
        marker=Passage(**mark),
        style=MarkerStyle.LA,
        text=text,
        text_span=words["span"],
        span=Span(start=mark["span"].start, end=words["span"].end),
        points=points,
        rule="marker.la",
    )


NESTED = (point(1, "1.", "Đoạn qua bản Pha."), point(2, "2.", "Đoạn qua bản Khoang."))
POINTS = (
    point(1, "Một là", "sửa đường ở hai nơi:\n1. Đoạn qua bản Pha.\n2. Đoạn qua bản Khoang.", NESTED),
    point(2, "Hai là", "tiêm phòng cho trâu."),
)
HEADING = "Hội nghị căn cứ Chỉ thị 07-CT/HU và giao hai nhiệm vụ sau:"


def section(**changes: Any) -> Section:
    facts: dict[str, Any] = {
        "role": SectionRole.TASK,
        "heading": Passage(**place_of(HEADING)),
        "declared": count("hai nhiệm vụ", 2, "declared.counted_noun"),
        "inline": False,
        "numbered": True,
        "points": POINTS,
        "span": Span(start=POINTS[0].span.start, end=POINTS[-1].span.end),
        "rule": "role.cue",
    }
    return Section(**{**facts, **changes})


def person(name: str, *positions: str) -> Person:
    passages = tuple(Passage(**place_of(position)) for position in positions)
    return Person(**place_of(name), rule="chair.verb", name=Passage(**place_of(name)), positions=passages)


def report(**changes: Any) -> MeetingReport:
    """The report that is right in every field, with other values for the fields named."""
    meeting = Meeting(
        kind=MeetingKind.GIAO_BAN,
        format=MeetingFormat.ONLINE,
        date=date("3/6/2024", 3, "date.printed"),
        part_of_day=PartOfDay.AFTERNOON,
        period=Period(
            **place_of("tháng 5"),
            rule="period.month",
            start=datetime.date(2024, 5, 1),
            end=datetime.date(2024, 5, 31),
        ),
        place=found("hội trường UBND huyện", "place.at"),
        evidence=(
            Evidence(**place_of("giao ban"), rule="kind.giao_ban", field="kind"),
            Evidence(**place_of("trực tuyến"), rule="format.online", field="format"),
            Evidence(**place_of("Chiều"), rule="part_of_day.beside_date", field="part_of_day"),
        ),
    )
    attendance = Attendance(
        points=count("12 điểm cầu", 12, "attendance.sites"),
        delegates=count("340 đại biểu", 340, "attendance.delegates"),
        organisations=(found("Công an huyện", "attendance.body"), found("Hội Nông dân", "attendance.body")),
    )
    link = "Xem thêm một tin khác"
    facts: dict[str, Any] = {
        "source": Source(length=len(TEXT), sha256="0" * 64),
        "is_meeting_report": True,
        "title": found("Huyện Sơn Thanh giao ban tháng 5", "title.first_line"),
        "published": date("Ngày 4/6/2024", 4, "dateline.date"),
        "captions": (found("hội nghị\ngiao ban", "caption.line"),),
        "meeting": meeting,
        "chairs": (person("Lò Văn Páo", "Phó Chủ tịch UBND huyện", "Trưởng ban Chỉ đạo"),),
        "attendance": attendance,
        "sections": (section(),),
        "citations": (
            Citation(**place_of("Chỉ thị 07-CT/HU"), rule="citation.code", type="Chỉ thị", number="07-CT/HU"),
            Citation(**place_of("huyện và"), rule="citation.bare_number", type="Nghị quyết", number="39"),
        ),
        "related": (RelatedArticle(**place_of(link), rule="footer.link", title=Passage(**place_of(link))),),
    }
    return MeetingReport(**{**facts, **changes})


def item(number: int, marker: str, text: str) -> dict[str, int]:
    body = TEXT.index(text)
    return {"n": number, "start": TEXT.index(marker), "body": body, "end": body + len(text)}


ANSWERS: dict[str, Any] = {
    "id": "son_thanh",
    "is_meeting_report": True,
    "title": "Huyện Sơn Thanh giao ban tháng 5",
    "published": "2024-06-04",
    "meeting_date": "2024-06-03",
    "part_of_day": "chiều",
    "kind": "giao_ban",
    "format": "online",
    "place": "hội trường UBND huyện",
    "period": ["2024-05-01", "2024-05-31"],
    "attendance_points": 12,
    "delegates": 340,
    "chairs": ["Lò Văn Páo"],
    "chair_positions": {"Lò Văn Páo": ["Phó Chủ tịch UBND huyện", "Trưởng ban Chỉ đạo"]},
    "organisations": ["Công an huyện", "Hội Nông dân"],
    "citations": ["07-CT/HU"],
    "footer_start": TEXT.index("Xem thêm"),
    "lists": [
        {
            "role": "task",
            "declared": 2,
            "items": [item(1, "Một là", POINTS[0].text), item(2, "Hai là", POINTS[1].text)],
        },
        {
            "role": "task",
            "declared": None,
            "level": 1,
            "items": [item(1, "1.", NESTED[0].text), item(2, "2.", NESTED[1].text)],
        },
    ],
    "headings": ["Hội nghị căn cứ Chỉ thị", "Một là, sửa đường"],
}


def gold(without: tuple[str, ...] = (), **changes: Any) -> GoldDocument:
    """The gold document, with other values for the keys named, or without some."""
    answers = {key: value for key, value in ANSWERS.items() if key not in without}
    return GoldDocument.model_validate({**answers, **changes, "text": TEXT})
