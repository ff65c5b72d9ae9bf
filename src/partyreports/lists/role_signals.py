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
from partyreports.rules import RuleTable, Signal, SignalsByNeed, in_force
from partyreports.text.scanned import scan
from partyreports.text.tokens import reader_for

_EXAMPLE_HEADLINE = "Tin trong ngày"
_EXAMPLE_POINTS = ("Việc A ở đây.", "Việc B ở đây.")


def _list(introduction: str, *points: str) -> str:
    """An example: a list of a short article."""
    lines = [f"{i}. {point}" for i, point in enumerate(points or _EXAMPLE_POINTS, 1)]
    return "\n".join([_EXAMPLE_HEADLINE, "", introduction, *lines])


def _signal(
    name: str, measure: Measure, accepts: str | tuple[str, ...], refuses: str | tuple[str, ...]
) -> Signal[SeenList]:
    """A signal of which an example is an introduction, or an introduction with points."""
    yes = _list(accepts) if isinstance(accepts, str) else _list(*accepts)
    no = _list(refuses) if isinstance(refuses, str) else _list(*refuses)
    return Signal(id=f"role.{name}", measure=measure.strength, accepts=(yes,), refuses=(no,), needs=measure.needs)


_EXAMPLE_NOUNS = {
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
        noun = _EXAMPLE_NOUNS[kind]
        yield _signal(
            f"noun_{kind}", measures.named(kind), accepts=f"Sở nêu các {noun} sau:", refuses="Sở họp chiều nay."
        )
        yield _signal(
            f"counted_{kind}", measures.counted(kind), accepts=f"Sở nêu hai {noun}.", refuses=f"Sở nêu các {noun} sau:"
        )
    for kind in NOUN_KINDS[:-1]:
        noun = _EXAMPLE_NOUNS[kind]
        yield _signal(
            f"heading_{kind}",
            measures.in_heading(kind),
            accepts=f"Các {noun}\nSở họp chiều nay.",
            refuses=f"Tin trong tuần\nSở nêu các {noun} sau:",
        )
        yield _signal(
            f"earlier_{kind}",
            measures.earlier(kind),
            accepts=f"Sở nêu các {noun} sau. Chiều nay trời mưa.",
            refuses=f"Sở nêu các {noun} sau:",
        )
        yield _signal(
            f"points_name_{kind}",
            measures.names_itself(kind),
            accepts=("Chiều nay:", f"Các {noun} về vốn.", f"Các {noun} về đất."),
            refuses=("Chiều nay:", "Đất ở.", "Đất rừng."),
        )
    for kind in NOUN_KINDS[:6]:
        noun = _EXAMPLE_NOUNS[kind]
        yield _signal(
            f"guessed_{kind}",
            measures.guessed(kind),
            accepts=f"{noun.capitalize()} năm nay thì nhiều.",
            refuses=f"Sở nêu các {noun} sau:",
        )
        yield _signal(
            f"mentioned_{kind}",
            measures.mentioned(kind),
            accepts=f"Sở nói về {noun} và nêu hai điểm.",
            refuses="Sở họp chiều nay.",
        )


SIGNALS: tuple[Signal[SeenList], ...] = (
    *_of_nouns(),
    _signal("noun_none", measures.nothing_announced, accepts="Sở họp chiều nay.", refuses="Sở nêu các nhiệm vụ sau:"),
    _signal("counted_something", measures.counts_something, accepts="Sở có hai mong chờ:", refuses="Sở có mong chờ:"),
    _signal(
        "verb_direct",
        measures.said("section.verb.direct"),
        accepts="Ông An yêu cầu các phòng:",
        refuses="Ông An ra về:",
    ),
    _signal("verb_plan", measures.said("section.verb.plan"), accepts="Ngành tập trung vào:", refuses="Ông An ra về:"),
    _signal(
        "verb_decide", measures.said("section.verb.decide"), accepts="Hội nghị thống nhất:", refuses="Ông An ra về:"
    ),
    _signal(
        "verb_propose", measures.said("section.verb.propose"), accepts="Cử tri kiến nghị:", refuses="Cử tri ra về:"
    ),
    _signal("verb_achieve", measures.said("section.verb.achieve"), accepts="Huyện đã đạt được:", refuses="Huyện có:"),
    _signal("verb_cause", measures.said("section.verb.cause"), accepts="Vì sao dự án chậm?", refuses="Dự án đúng hạn."),
    _signal(
        "verb_discuss", measures.said("section.verb.discuss"), accepts="Đại biểu thảo luận:", refuses="Đại biểu ra về:"
    ),
    _signal("verb_regulate", measures.said("section.verb.regulate"), accepts="Luật quy định:", refuses="Ông An ra về:"),
    _signal("verb_draw", measures.said("section.verb.draw"), accepts="Ngành rút ra:", refuses="Ngành có:"),
    _signal(
        "verb_lack", measures.said("section.verb.lack"), accepts="Công tác này còn yếu:", refuses="Công tác này tốt:"
    ),
    _signal("verb_say", measures.said("section.verb.say"), accepts="Ông An cho biết:", refuses="Ông An ra về:"),
    _signal("obligation", measures.said("section.obligation"), accepts="Các xã cần:", refuses="Các xã có:"),
    _signal("by_leader", measures.said("section.speaker.leader"), accepts="Bí thư nói:", refuses="Ông An nói:"),
    _signal("by_petitioner", measures.said("section.speaker.petitioner"), accepts="Cử tri nói:", refuses="Ông An nói:"),
    _signal("to_reader", measures.said("section.speaker.reader"), accepts="Bạn cần biết:", refuses="Ông An nói:"),
    _signal(
        "to_units", measures.said("section.addressee.units"), accepts="Ông nói với các đơn vị:", refuses="Ông An nói:"
    ),
    _signal(
        "to_superiors",
        measures.to_superiors,
        accepts="Tỉnh kiến nghị với Chính phủ:",
        refuses="Chính phủ nghe tỉnh kiến nghị:",
    ),
    _signal("ahead", measures.said("section.ahead"), accepts="Trong thời gian tới:", refuses="Hôm nay:"),
    _signal("behind", measures.said("section.behind"), accepts="Thời gian qua:", refuses="Hôm nay:"),
    _signal("contrast", measures.said("section.contrast"), accepts="Tuy nhiên:", refuses="Hôm nay:"),
    _signal("condition", measures.said("section.condition"), accepts="Nếu mưa:", refuses="Hôm nay:"),
    _signal("question", measures.asks, accepts="Vì sao?", refuses="Vì vậy."),
    _signal("is_heading", measures.reads_as_heading, accepts="Tình hình chung", refuses="Tình hình chung:"),
    Signal(
        id="role.no_introduction",
        measure=measures.no_introduction.strength,
        accepts=("Tin trong ngày\n\n1. Việc A ở đây.\n2. Việc B ở đây.",),
        refuses=(_list("Ông An nói:"),),
    ),
    _signal(
        "points_imperative",
        measures.begins_imperative,
        accepts=("Ông nói:", "Tiếp tục rà soát.", "Cần tăng cường."),
        refuses=("Ông nói:", "Đất ở.", "Nhà ở."),
    ),
    _signal(
        "points_obligation",
        measures.begins("section.point.obligation"),
        accepts=("Ông nói:", "Cần vốn.", "Phải đủ."),
        refuses=("Ông nói:", "Đất.", "Nhà."),
    ),
    _signal(
        "points_done",
        measures.begins("section.point.done"),
        accepts=("Ông nói:", "Đã xong.", "Đã nộp."),
        refuses=("Ông nói:", "Đất.", "Nhà."),
    ),
    _signal(
        "points_lack",
        measures.begins("section.point.lack"),
        accepts=("Ông nói:", "Thiếu vốn.", "Chưa đủ."),
        refuses=("Ông nói:", "Đất.", "Nhà."),
    ),
    _signal(
        "points_reason",
        measures.begins("section.point.reason"),
        accepts=("Ông nói:", "Do mưa.", "Do gió."),
        refuses=("Ông nói:", "Đất.", "Nhà."),
    ),
    _signal(
        "points_petition",
        measures.begins("section.point.petition"),
        accepts=("Ông nói:", "Đề nghị cho vay.", "Kiến nghị giãn nợ."),
        refuses=("Ông nói:", "Đất.", "Nhà."),
    ),
    _signal(
        "points_lesson",
        measures.begins("section.point.lesson"),
        accepts=("Ông nói:", "Luôn giữ lời.", "Coi trọng dân."),
        refuses=("Ông nói:", "Đất.", "Nhà."),
    ),
    _signal(
        "points_soon_obligation",
        measures.soon("section.point.obligation"),
        accepts=("Ông nói:", "Xã cần vốn.", "Xã phải đủ."),
        refuses=("Ông nói:", "Cần vốn.", "Phải đủ."),
    ),
    _signal(
        "points_soon_done",
        measures.soon("section.point.done"),
        accepts=("Ông nói:", "Xã đã nộp.", "Xã đã xong."),
        refuses=("Ông nói:", "Đã xong.", "Đã nộp."),
    ),
    _signal(
        "points_soon_lack",
        measures.soon("section.point.lack"),
        accepts=("Ông nói:", "Xã thiếu vốn.", "Xã chưa đủ."),
        refuses=("Ông nói:", "Thiếu vốn.", "Chưa đủ."),
    ),
    _signal(
        "points_soon_lesson",
        measures.soon("section.point.lesson"),
        accepts=("Ông nói:", "Dân luôn đúng.", "Dân luôn nhớ."),
        refuses=("Ông nói:", "Luôn nhớ.", "Luôn đúng."),
    ),
    _signal(
        "points_ask",
        measures.points_ask,
        accepts=("Ông nói:", "Ai làm?", "Ai trả?"),
        refuses=("Ông nói:", "Đất.", "Nhà."),
    ),
    _signal(
        "points_short",
        measures.short_points,
        accepts=("Ông nói:", "Đất.", "Nhà."),
        refuses=("Ông nói:", "Đất " * 30 + ".", "Nhà " * 30 + "."),
    ),
    _signal(
        "points_two",
        measures.two_points,
        accepts=("Ông nói:", "Đất.", "Nhà."),
        refuses=("Ông nói:", "Đất.", "Nhà.", "Xe."),
    ),
    Signal(
        id="role.marked_word",
        measure=measures.marked(MarkerStyle.LA, MarkerStyle.THU).strength,
        accepts=("Tin\n\nÔng nói:\nMột là, đất.\nHai là, nhà.",),
        refuses=(_list("Ông nói:"),),
    ),
    Signal(
        id="role.marked_arabic",
        measure=measures.marked(MarkerStyle.ARABIC).strength,
        accepts=(_list("Ông nói:"),),
        refuses=("Tin\n\nÔng nói:\nMột là, đất.\nHai là, nhà.",),
    ),
    Signal(
        id="role.marked_letter",
        measure=measures.marked(MarkerStyle.LETTER).strength,
        accepts=("Tin\n\nÔng nói:\na) đất.\nb) nhà.",),
        refuses=(_list("Ông nói:"),),
    ),
    Signal(
        id="role.marked_paren",
        measure=measures.marked(MarkerStyle.PAREN).strength,
        accepts=("Tin\n\nÔng nói:\n(1) đất.\n(2) nhà.",),
        refuses=(_list("Ông nói:"),),
    ),
    Signal(
        id="role.marked_roman",
        measure=measures.marked(MarkerStyle.ROMAN).strength,
        accepts=("Tin\n\nÔng nói:\nI. Đất ở.\nII. Nhà ở.\nIII. Xe cộ.",),
        refuses=(_list("Ông nói:"),),
    ),
)


_BY_NEED = SignalsByNeed(SIGNALS)


def signals_of(seen: SeenList) -> dict[str, float]:
    """The signals that are there, by name, each with its strength from 0 to 1."""
    index = seen.article.cues.index(_BY_NEED.groups)
    around = {group for start, end in seen.stretches for group in index.groups_in(start, end)}
    asked = in_force(_BY_NEED.asked(around), seen.article)
    return {signal.id: strength for signal in asked if (strength := signal.measure(seen))}


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
