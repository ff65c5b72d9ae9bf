"""What tells the role of a list: signals with their examples.

The weights are data (`data/weights/list_role.json`), fitted by `tools/fit_roles.py`.
"""

from collections.abc import Iterable

from partyreports.layout.article import article_of
from partyreports.layout.segmentation import find_layout
from partyreports.lists import role_measures as measures
from partyreports.lists.announcements import NOUN_KINDS
from partyreports.lists.candidates import find_markers
from partyreports.lists.introductions import heading_above, introduction_of
from partyreports.lists.role_measures import Measure, SeenList
from partyreports.lists.series import find_series
from partyreports.models import MarkerStyle
from partyreports.rules import RuleTable, Signal
from partyreports.text.scanned import scan
from partyreports.text.tokens import reader_for


def _list(introduction: str, *points: str) -> str:
    """An example: a list of a short article."""
    lines = [f"{i}. {point}" for i, point in enumerate(points or ("Việc A ở đây.", "Việc B ở đây."), 1)]
    return "\n".join(["Tin trong ngày", "", introduction, *lines])


def _signal(
    name: str, measure: Measure, accepts: str | tuple[str, ...], refuses: str | tuple[str, ...]
) -> Signal[SeenList]:
    """A signal of which an example is an introduction, or an introduction with points."""
    yes = _list(accepts) if isinstance(accepts, str) else _list(*accepts)
    no = _list(refuses) if isinstance(refuses, str) else _list(*refuses)
    return Signal(id=f"role.{name}", measure=measure, accepts=(yes,), refuses=(no,))


_NAMING = {
    "achievement": "kết quả",
    "limitation": "hạn chế",
    "cause": "nguyên nhân",
    "task": "nhiệm vụ",
    "lesson": "bài học",
    "proposal": "kiến nghị",
    "other": "phương án",
    "neutral": "vấn đề",
}
"""A noun of each kind, for the examples."""


def _of_nouns() -> Iterable[Signal[SeenList]]:
    for kind in NOUN_KINDS:
        noun = _NAMING[kind]
        yield _signal(f"noun_{kind}", measures.named(kind), f"Sở nêu các {noun} sau:", "Sở họp chiều nay.")
        yield _signal(f"counted_{kind}", measures.counted(kind), f"Sở nêu hai {noun}.", f"Sở nêu các {noun} sau:")
    for kind in NOUN_KINDS[:-1]:
        noun = _NAMING[kind]
        yield _signal(
            f"heading_{kind}",
            measures.in_heading(kind),
            f"Các {noun}\nSở họp chiều nay.",
            f"Tin trong tuần\nSở nêu các {noun} sau:",
        )
        yield _signal(
            f"earlier_{kind}",
            measures.earlier(kind),
            f"Sở nêu các {noun} sau. Chiều nay trời mưa.",
            f"Sở nêu các {noun} sau:",
        )
        yield _signal(
            f"points_name_{kind}",
            measures.names_itself(kind),
            ("Chiều nay:", f"Các {noun} về vốn.", f"Các {noun} về đất."),
            ("Chiều nay:", "Đất ở.", "Đất rừng."),
        )
    for kind in NOUN_KINDS[:6]:
        noun = _NAMING[kind]
        yield _signal(
            f"guessed_{kind}",
            measures.guessed(kind),
            f"{noun.capitalize()} năm nay thì nhiều.",
            f"Sở nêu các {noun} sau:",
        )
        yield _signal(
            f"mentioned_{kind}", measures.mentioned(kind), f"Sở nói về {noun} và nêu hai điểm.", "Sở họp chiều nay."
        )


SIGNALS: tuple[Signal[SeenList], ...] = (
    *_of_nouns(),
    _signal("noun_none", measures.nothing_announced, "Sở họp chiều nay.", "Sở nêu các nhiệm vụ sau:"),
    _signal("counted_something", measures.counts_something, "Sở có hai mong chờ:", "Sở có mong chờ:"),
    _signal("verb_direct", measures.said("section.verb.direct"), "Ông An yêu cầu các phòng:", "Ông An ra về:"),
    _signal("verb_plan", measures.said("section.verb.plan"), "Ngành tập trung vào:", "Ông An ra về:"),
    _signal("verb_decide", measures.said("section.verb.decide"), "Hội nghị thống nhất:", "Ông An ra về:"),
    _signal("verb_propose", measures.said("section.verb.propose"), "Cử tri kiến nghị:", "Cử tri ra về:"),
    _signal("verb_achieve", measures.said("section.verb.achieve"), "Huyện đã đạt được:", "Huyện có:"),
    _signal("verb_cause", measures.said("section.verb.cause"), "Vì sao dự án chậm?", "Dự án đúng hạn."),
    _signal("verb_discuss", measures.said("section.verb.discuss"), "Đại biểu thảo luận:", "Đại biểu ra về:"),
    _signal("verb_regulate", measures.said("section.verb.regulate"), "Luật quy định:", "Ông An ra về:"),
    _signal("verb_draw", measures.said("section.verb.draw"), "Ngành rút ra:", "Ngành có:"),
    _signal("verb_lack", measures.said("section.verb.lack"), "Công tác này còn yếu:", "Công tác này tốt:"),
    _signal("verb_say", measures.said("section.verb.say"), "Ông An cho biết:", "Ông An ra về:"),
    _signal("obligation", measures.said("section.obligation"), "Các xã cần:", "Các xã có:"),
    _signal("by_leader", measures.said("section.speaker.leader"), "Bí thư nói:", "Ông An nói:"),
    _signal("by_petitioner", measures.said("section.speaker.petitioner"), "Cử tri nói:", "Ông An nói:"),
    _signal("to_reader", measures.said("section.speaker.reader"), "Bạn cần biết:", "Ông An nói:"),
    _signal("to_units", measures.said("section.addressee.units"), "Ông nói với các đơn vị:", "Ông An nói:"),
    _signal("to_superiors", measures.to_superiors, "Tỉnh kiến nghị với Chính phủ:", "Chính phủ nghe tỉnh kiến nghị:"),
    _signal("ahead", measures.said("section.ahead"), "Trong thời gian tới:", "Hôm nay:"),
    _signal("behind", measures.said("section.behind"), "Thời gian qua:", "Hôm nay:"),
    _signal("contrast", measures.said("section.contrast"), "Tuy nhiên:", "Hôm nay:"),
    _signal("condition", measures.said("section.condition"), "Nếu mưa:", "Hôm nay:"),
    _signal("question", measures.asks, "Vì sao?", "Vì vậy."),
    _signal("is_heading", measures.reads_as_heading, "Tình hình chung", "Tình hình chung:"),
    Signal(
        id="role.no_introduction",
        measure=measures.no_introduction,
        accepts=("Tin trong ngày\n\n1. Việc A ở đây.\n2. Việc B ở đây.",),
        refuses=(_list("Ông An nói:"),),
    ),
    _signal(
        "points_imperative",
        measures.begins_imperative,
        ("Ông nói:", "Tiếp tục rà soát.", "Cần tăng cường."),
        ("Ông nói:", "Đất ở.", "Nhà ở."),
    ),
    _signal(
        "points_obligation",
        measures.begins("section.point.obligation"),
        ("Ông nói:", "Cần vốn.", "Phải đủ."),
        ("Ông nói:", "Đất.", "Nhà."),
    ),
    _signal(
        "points_done",
        measures.begins("section.point.done"),
        ("Ông nói:", "Đã xong.", "Đã nộp."),
        ("Ông nói:", "Đất.", "Nhà."),
    ),
    _signal(
        "points_lack",
        measures.begins("section.point.lack"),
        ("Ông nói:", "Thiếu vốn.", "Chưa đủ."),
        ("Ông nói:", "Đất.", "Nhà."),
    ),
    _signal(
        "points_reason",
        measures.begins("section.point.reason"),
        ("Ông nói:", "Do mưa.", "Do gió."),
        ("Ông nói:", "Đất.", "Nhà."),
    ),
    _signal(
        "points_petition",
        measures.begins("section.point.petition"),
        ("Ông nói:", "Đề nghị cho vay.", "Kiến nghị giãn nợ."),
        ("Ông nói:", "Đất.", "Nhà."),
    ),
    _signal(
        "points_lesson",
        measures.begins("section.point.lesson"),
        ("Ông nói:", "Luôn giữ lời.", "Coi trọng dân."),
        ("Ông nói:", "Đất.", "Nhà."),
    ),
    _signal(
        "points_soon_obligation",
        measures.soon("section.point.obligation"),
        ("Ông nói:", "Xã cần vốn.", "Xã phải đủ."),
        ("Ông nói:", "Cần vốn.", "Phải đủ."),
    ),
    _signal(
        "points_soon_done",
        measures.soon("section.point.done"),
        ("Ông nói:", "Xã đã nộp.", "Xã đã xong."),
        ("Ông nói:", "Đã xong.", "Đã nộp."),
    ),
    _signal(
        "points_soon_lack",
        measures.soon("section.point.lack"),
        ("Ông nói:", "Xã thiếu vốn.", "Xã chưa đủ."),
        ("Ông nói:", "Thiếu vốn.", "Chưa đủ."),
    ),
    _signal(
        "points_soon_lesson",
        measures.soon("section.point.lesson"),
        ("Ông nói:", "Dân luôn đúng.", "Dân luôn nhớ."),
        ("Ông nói:", "Luôn nhớ.", "Luôn đúng."),
    ),
    _signal("points_ask", measures.points_ask, ("Ông nói:", "Ai làm?", "Ai trả?"), ("Ông nói:", "Đất.", "Nhà.")),
    _signal(
        "points_short",
        measures.short_points,
        ("Ông nói:", "Đất.", "Nhà."),
        ("Ông nói:", "Đất " * 30 + ".", "Nhà " * 30 + "."),
    ),
    _signal("points_two", measures.two_points, ("Ông nói:", "Đất.", "Nhà."), ("Ông nói:", "Đất.", "Nhà.", "Xe.")),
    Signal(
        id="role.marked_word",
        measure=measures.marked(MarkerStyle.LA, MarkerStyle.THU),
        accepts=("Tin\n\nÔng nói:\nMột là, đất.\nHai là, nhà.",),
        refuses=(_list("Ông nói:"),),
    ),
    Signal(
        id="role.marked_arabic",
        measure=measures.marked(MarkerStyle.ARABIC),
        accepts=(_list("Ông nói:"),),
        refuses=("Tin\n\nÔng nói:\nMột là, đất.\nHai là, nhà.",),
    ),
    Signal(
        id="role.marked_letter",
        measure=measures.marked(MarkerStyle.LETTER),
        accepts=("Tin\n\nÔng nói:\na) đất.\nb) nhà.",),
        refuses=(_list("Ông nói:"),),
    ),
    Signal(
        id="role.marked_paren",
        measure=measures.marked(MarkerStyle.PAREN),
        accepts=("Tin\n\nÔng nói:\n(1) đất.\n(2) nhà.",),
        refuses=(_list("Ông nói:"),),
    ),
    Signal(
        id="role.marked_roman",
        measure=measures.marked(MarkerStyle.ROMAN),
        accepts=("Tin\n\nÔng nói:\nI. Đất ở.\nII. Nhà ở.\nIII. Xe cộ.",),
        refuses=(_list("Ông nói:"),),
    ),
)


def signals_of(seen: SeenList) -> dict[str, float]:
    """The signals that are there, by name, each with its strength from 0 to 1."""
    found = {}
    for signal in SIGNALS:
        if signal.id not in seen.article.without and (strength := signal.measure(seen)):
            found[signal.id] = float(strength)
    return found


# --- examples


def _signals_in(text: str) -> list[tuple[str, float]]:
    """Signals of the first list of an article, for the examples."""
    scanned = scan(text)
    article = article_of(scanned, find_layout(scanned))
    series = find_series(article, find_markers(article, reader_for(None)).value).value
    floor = article.layout.body[0].start if article.layout.body else 0
    return [
        pair
        for one in series[:1]
        for pair in signals_of(
            SeenList(article, one, introduction_of(article, one, floor), heading_above(article, one, floor))
        ).items()
    ]


TABLE = RuleTable(
    name="list_role",
    about="Signals that tell what the points of a list are; their weights are fitted.",
    rules=SIGNALS,
    read=_signals_in,
)
