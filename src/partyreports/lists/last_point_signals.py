"""What tells whether a paragraph behind the last point of a list still belongs to it: signals with their examples.

The weights are data (`data/weights/last_point.json`), fitted by `tools/fit_ends.py`.
"""

import math

from partyreports.lists.last_point_measures import Continuation, surely_turns
from partyreports.lists.paragraphs import OPENING
from partyreports.rules import Signal

_SUBJECT = 40
"""Characters in which a paragraph names its subject: an office, a body, the meeting."""
_HEAD = 60
"""Characters in which it has its subject and verb: two thirds of a printed line."""
_SHORT = 100.0
"""A point of as many characters is not short any more: a full line."""
_LONG = 400
"""Characters from which on a paragraph is long."""
_TIMES = 3.0
"""Differences of lengths count up to e³ times."""


def _singles(one: Continuation) -> float:
    return float(max(one.lengths) == 1)


def _three_singles(one: Continuation) -> float:
    return float(max(one.lengths) == 1 and len(one.point.siblings) >= 3)


def _fewer_paragraphs(one: Continuation) -> float:
    return float(not one.is_sentence and one.taken < min(one.lengths))


def _fewer_sentences(one: Continuation) -> float:
    return float(one.has_room_for_sentences)


def _is_shorter(one: Continuation) -> float:
    return min(_TIMES, max(0.0, math.log(one.point.mean_size / one.size))) / _TIMES


def _is_short(one: Continuation) -> float:
    return max(0.0, 1 - one.size / _SHORT)


def _is_long(one: Continuation) -> float:
    return min(1.0, (one.paragraph.end - one.paragraph.start) / _LONG)


def _ends_article(one: Continuation) -> float:
    return float(one.ends_article)


def _goes_on(one: Continuation) -> float:
    return float(one.paragraphs.cues.at("extent.goes_on", one.paragraph.start) is not None)


def _explains(one: Continuation) -> float:
    return float(one.paragraphs.cues.at("extent.goes_on.explaining", one.paragraph.start) is not None)


def _turns(one: Continuation) -> float:
    return float(surely_turns(one.paragraphs, one.paragraph))


def _is_heading(one: Continuation) -> float:
    return float(one.paragraphs.is_heading(one.paragraph))


def _ends_in_colon(one: Continuation) -> float:
    return float(one.source.text[one.paragraph.end - 1] == ":")


def _asks(one: Continuation) -> float:
    return float(one.source.text[one.paragraph.end - 1] == "?")


def _speaks(one: Continuation) -> float:
    return float(not one.point.tells_speech and one.paragraphs.speaks(one.paragraph))


def _quotes(one: Continuation) -> float:
    return float(one.source.text[one.paragraph.start] in OPENING)


def _below_heading(one: Continuation) -> float:
    return float(one.taken == 1 and one.paragraphs.is_heading_point(one.point.marker))


def _is_inline(one: Continuation) -> float:
    return float(one.point.inline)


def _is_sentence(one: Continuation) -> float:
    return float(one.is_sentence)


def _commands(one: Continuation) -> float:
    return float(one.paragraphs.cues.at("section.point.imperative", one.paragraph.start) is not None)


def _has(one: Continuation, group: str, reach: int) -> bool:
    """Whether a cue of a group stands in the first characters of a paragraph."""
    start = one.paragraph.start
    return one.paragraphs.cues.any_within(group, start, min(one.paragraph.end, start + reach))


def _names_office(one: Continuation) -> float:
    is_body = one.paragraphs.cues.at("body.head", one.paragraph.start) is not None
    return float(is_body or _has(one, "person.position", _SUBJECT) or _has(one, "meeting.noun", _SUBJECT))


def _names_speakers(one: Continuation) -> float:
    return float(_has(one, "extent.speaker", _HEAD))


def _points_back(one: Continuation) -> float:
    return float(_has(one, "list.points_back", _HEAD))


def _tells_done(one: Continuation) -> float:
    return float(_has(one, "section.point.done", _HEAD))


def _obliges(one: Continuation) -> float:
    return float(_has(one, "section.point.obligation", _HEAD))


def _shares_words(one: Continuation) -> float:
    return one.shared


def _shares_own_words(one: Continuation) -> float:
    return one.shared_with_point


def _begins_with_own_word(one: Continuation) -> float:
    return float(one.begins_with_own_word)


def _begins_as_introduction(one: Continuation) -> float:
    return float(one.begins_as_introduction)


def _worded_as_inside(one: Continuation) -> float:
    return max(0.0, one.leaning)


def _worded_as_outside(one: Continuation) -> float:
    return max(0.0, -one.leaning)


# --- the signals

_EXAMPLE_HEAD = "Tin trong ngày\n\nCác việc:"
_EXAMPLE_SHORT = ("Rà soát kho lưu trữ.", "Bổ sung danh mục.", "Báo cáo kết quả.")
_EXAMPLE_LONG = (
    "Rà soát kho lưu trữ.\nTừng huyện lập biên bản.",
    "Bổ sung danh mục.\nTừng xã gửi bản kê.",
    "Báo cáo kết quả.",
)
_EXAMPLE_NEXT = "Các xã làm xong trong tháng 6."
_EXAMPLE_LINE = (
    "Bàn giao sổ sách, chìa khóa và toàn bộ tủ, giá của hai phòng ở tầng trệt cho đơn vị quản lý mới trước giờ nghỉ."
)


def _list(following: str, points: tuple[str, ...] = _EXAMPLE_SHORT) -> str:
    """An example: a list of a short article, and the paragraph behind it."""
    lines = [f"{i}. {point}" for i, point in enumerate(points, 1)]
    return "\n".join([_EXAMPLE_HEAD, *lines, following])


SIGNALS: tuple[Signal[Continuation], ...] = (
    Signal(
        id="last_point.others_are_single",
        measure=_singles,
        accepts=(_list(_EXAMPLE_NEXT),),
        refuses=(_list(_EXAMPLE_NEXT, _EXAMPLE_LONG),),
    ),
    Signal(
        id="last_point.three_others_are_single",
        measure=_three_singles,
        accepts=(_list(_EXAMPLE_NEXT, ("Sửa kho.", *_EXAMPLE_SHORT)),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.fewer_paragraphs_than_all",
        measure=_fewer_paragraphs,
        accepts=(_list(_EXAMPLE_NEXT, _EXAMPLE_LONG),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.fewer_sentences_than_some",
        measure=_fewer_sentences,
        accepts=(_list(_EXAMPLE_NEXT, _EXAMPLE_LONG),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.shorter_than_mean",
        measure=_is_shorter,
        accepts=(_list(_EXAMPLE_NEXT, _EXAMPLE_LONG),),
        refuses=(_list(_EXAMPLE_NEXT, ("Kho.", "Tủ.", "Báo cáo kết quả.")),),
    ),
    Signal(
        id="last_point.point_is_short",
        measure=_is_short,
        accepts=(_list(_EXAMPLE_NEXT),),
        refuses=(_list(_EXAMPLE_NEXT, (*_EXAMPLE_SHORT[:2], _EXAMPLE_LINE)),),
    ),
    Signal(
        id="last_point.point_is_heading",
        measure=_below_heading,
        accepts=(_list(_EXAMPLE_NEXT, (*_EXAMPLE_SHORT[:2], "Báo cáo")),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.inline",
        measure=_is_inline,
        accepts=("Tin\n\nCác việc: 1. Rà soát kho; 2. Báo cáo.\nKho đã đầy.",),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.in_same_paragraph",
        measure=_is_sentence,
        accepts=("Tin\n\nCác việc: 1. Rà soát kho; 2. Báo cáo. Kho đã đầy.",),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.is_long",
        measure=_is_long,
        accepts=(_list(_EXAMPLE_LINE),),
        refuses=("Tin\n\nCác việc: 1. Rà soát kho; 2. Báo cáo.",),
    ),
    Signal(
        id="last_point.ends_article",
        measure=_ends_article,
        accepts=(_list(_EXAMPLE_NEXT),),
        refuses=("Tin\n\nCác việc: 1. Rà soát kho; 2. Báo cáo. Kho đã đầy.",),
    ),
    Signal(
        id="last_point.goes_on",
        measure=_goes_on,
        accepts=(_list("Chẳng hạn, xã An Hải làm trước."),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.explains",
        measure=_explains,
        accepts=(_list("Chẳng hạn, xã An Hải làm trước."),),
        refuses=(_list("Đồng thời, xã An Hải làm trước."),),
    ),
    Signal(
        id="last_point.turns",
        measure=_turns,
        accepts=(_list("Kết luận hội nghị, đồng chí Bí thư cảm ơn."), _list("Theo chương trình, đoàn ra về.")),
        refuses=(_list(_EXAMPLE_NEXT), _list("Bà An bảo kho đã đầy.")),
    ),
    Signal(
        id="last_point.heading",
        measure=_is_heading,
        accepts=(_list("Về công tác kho"),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.colon",
        measure=_ends_in_colon,
        accepts=(_list("Các xã đã làm:"),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.asks",
        measure=_asks,
        accepts=(_list("Kho đã đầy chưa?"),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.speaks",
        measure=_speaks,
        accepts=(_list("Giám đốc Sở cho biết kho đã đầy."),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.quotation_begins",
        measure=_quotes,
        accepts=(_list("“Kho đã đầy từ lâu”, một cán bộ nói."),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.names_office",
        measure=_names_office,
        accepts=(_list("Giám đốc Sở ra về lúc 5 giờ."),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.names_speakers",
        measure=_names_speakers,
        accepts=(_list("Nhiều đại biểu ra về sớm."),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.points_back",
        measure=_points_back,
        accepts=(_list("Việc này làm xong trong tháng 6."),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.tells_what_was_done",
        measure=_tells_done,
        accepts=(_list("Các xã đã làm xong."),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.commands",
        measure=_commands,
        accepts=(_list("Tiếp tục rà soát kho."),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.obliges",
        measure=_obliges,
        accepts=(_list("Các xã phải làm xong."),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.shares_words",
        measure=_shares_words,
        accepts=(_list("Kết quả gửi về Sở."),),
        refuses=(_list("Trời mưa to."),),
    ),
    Signal(
        id="last_point.shares_own_words",
        measure=_shares_own_words,
        accepts=(_list("Gửi kết quả về Sở."),),
        refuses=(_list("Rà soát danh mục."),),
    ),
    Signal(
        id="last_point.begins_with_own_word",
        measure=_begins_with_own_word,
        accepts=(_list("Kết quả gửi về Sở."),),
        refuses=(_list("Gửi kết quả về Sở."),),
    ),
    Signal(
        id="last_point.begins_as_introduction",
        measure=_begins_as_introduction,
        accepts=(_list("Các việc đều gấp."),),
        refuses=(_list("Việc nào cũng gấp."), "Tin\n\nMột số việc:\n1. Sửa kho.\n2. Báo cáo.\nMột số kho đã đầy."),
    ),
    Signal(
        id="last_point.worded_as_inside",
        measure=_worded_as_inside,
        accepts=(_list("Nếu kho đã đầy thì phải có kho tạm."),),
        refuses=(_list("Chiều cùng ngày, Giám đốc Sở Trần Văn An cho biết kho đã đầy."),),
        sign=1,
    ),
    Signal(
        id="last_point.worded_as_outside",
        measure=_worded_as_outside,
        accepts=(_list("Chiều cùng ngày, Giám đốc Sở Trần Văn An cho biết kho đã đầy."),),
        refuses=(_list("Nếu kho đã đầy thì phải có kho tạm."),),
        sign=-1,
    ),
)
