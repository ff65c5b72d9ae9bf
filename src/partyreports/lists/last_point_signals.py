"""What tells whether a paragraph behind the last point of a list still belongs to it: signals with their examples.

The weights are data (`data/weights/last_point.json`), fitted by `tools/fit_ends.py`.
"""

import math

from partyreports.lists.last_point_measures import Continuation, turns
from partyreports.lists.paragraphs import OPENING
from partyreports.rules import Signal

_LONGEST_QUOTATION = 4000
"""Characters that are searched for the mark that opened a quotation: a page."""
_HEAD = 90
"""Characters in which a paragraph names the meeting it goes on to tell of: one printed line."""
_MEETING = "meeting.noun"
_PARAGRAPHS = 3.0
_TIMES = 3.0
"""Differences of lengths count up to three paragraphs, and up to e³ times."""


def _fewer_than_all(one: Continuation) -> float:
    return float(one.taken < min(one.lengths))


def _fewer_than_some(one: Continuation) -> float:
    return float(one.taken < max(one.lengths))


def _as_many(one: Continuation) -> float:
    return float(one.taken == max(one.lengths))


def _singles(one: Continuation) -> float:
    return float(max(one.lengths) == 1)


def _three_singles(one: Continuation) -> float:
    return float(max(one.lengths) == 1 and len(one.point.siblings) >= 3)


def _room(one: Continuation) -> float:
    return min(_PARAGRAPHS, max(0.0, one.room)) / _PARAGRAPHS


def _overdue(one: Continuation) -> float:
    return min(_PARAGRAPHS, max(0.0, -one.room)) / _PARAGRAPHS


def _times(size: float, other: float) -> float:
    """How many times longer, as a logarithm from 0 to 1."""
    return min(_TIMES, max(0.0, math.log(max(1.0, size) / max(1.0, other)))) / _TIMES


def _mean_size(one: Continuation) -> float:
    return sum(one.point.sizes) / len(one.point.sizes)


def _is_shorter(one: Continuation) -> float:
    return _times(_mean_size(one), one.size)


def _is_longer(one: Continuation) -> float:
    return _times(one.size, _mean_size(one))


def _fits(one: Continuation) -> float:
    return _times(max(one.point.sizes), one.paragraph.end - one.point.marker.body)


def _exceeds(one: Continuation) -> float:
    return _times(one.paragraph.end - one.point.marker.body, max(one.point.sizes))


def _goes_on(one: Continuation) -> float:
    return float(one.paragraphs.cues.at("extent.goes_on", one.paragraph.start) is not None)


def _explains(one: Continuation) -> float:
    return float(one.paragraphs.cues.at("extent.goes_on.explaining", one.paragraph.start) is not None)


def _turns(one: Continuation) -> float:
    return float(turns(one.paragraphs, one.paragraph))


def _is_heading(one: Continuation) -> float:
    return float(one.paragraphs.is_heading(one.paragraph))


def _ends_in_colon(one: Continuation) -> float:
    return float(one.source.text[one.paragraph.end - 1] == ":")


def _speaks(one: Continuation) -> float:
    return float(not one.point.tells_speech and one.paragraphs.speaks(one.paragraph))


def _quotes(one: Continuation) -> float:
    return float(one.source.text[one.paragraph.start] in OPENING)


def _is_quoted(one: Continuation) -> float:
    text, end = one.source.text, one.before.end
    begin = max(one.point.marker.body, end - _LONGEST_QUOTATION)
    return float(text.count("“", begin, end) > text.count("”", begin, end))


def _below_heading(one: Continuation) -> float:
    return float(one.taken == 1 and one.paragraphs.is_heading_point(one.point.marker))


def _below_heading_as_all(one: Continuation) -> float:
    return float(_below_heading(one) and min(one.lengths) > 1)


def _is_bullet(one: Continuation) -> float:
    return float(one.paragraphs.is_bullet(one.paragraph) and not one.paragraphs.is_bullet(one.before))


def _is_inline(one: Continuation) -> float:
    return float(one.point.inline)


def _is_sentence(one: Continuation) -> float:
    return float(one.is_sentence)


def _commands(one: Continuation) -> float:
    return float(one.paragraphs.cues.at("section.point.imperative", one.paragraph.start) is not None)


def _names_meeting(one: Continuation) -> float:
    start = one.paragraph.start
    return float(one.paragraphs.cues.any_within(_MEETING, start, min(one.paragraph.end, start + _HEAD)))


def _shares_words(one: Continuation) -> float:
    return one.shared


def _shares_nothing(one: Continuation) -> float:
    return float(one.shared == 0)


def _shares_pairs(one: Continuation) -> float:
    return min(1.0, 5 * one.shared_pairs)


# --- the signals

_EXAMPLE_HEAD = "Tin trong ngày\n\nCác việc:"
_EXAMPLE_SHORT = ("Rà soát kho lưu trữ.", "Bổ sung danh mục.", "Báo cáo kết quả.")
_EXAMPLE_LONG = (
    "Rà soát kho lưu trữ.\nTừng huyện lập biên bản.",
    "Bổ sung danh mục.\nTừng xã gửi bản kê.",
    "Báo cáo kết quả.",
)
_EXAMPLE_MIXED = ("Rà soát kho lưu trữ.\nTừng huyện lập biên bản.", "Bổ sung danh mục.", "Báo cáo kết quả.")
_EXAMPLE_NEXT = "Các xã làm xong trong tháng 6."


def _list(following: str, points: tuple[str, ...] = _EXAMPLE_SHORT) -> str:
    """An example: a list of a short article, and the paragraph behind it."""
    lines = [f"{i}. {point}" for i, point in enumerate(points, 1)]
    return "\n".join([_EXAMPLE_HEAD, *lines, following])


SIGNALS: tuple[Signal[Continuation], ...] = (
    Signal(
        id="last_point.fewer_paragraphs_than_all",
        measure=_fewer_than_all,
        accepts=(_list(_EXAMPLE_NEXT, _EXAMPLE_LONG),),
        refuses=(_list(_EXAMPLE_NEXT, _EXAMPLE_MIXED),),
    ),
    Signal(
        id="last_point.fewer_paragraphs_than_some",
        measure=_fewer_than_some,
        accepts=(_list(_EXAMPLE_NEXT, _EXAMPLE_MIXED),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.as_many_paragraphs",
        measure=_as_many,
        accepts=(_list(_EXAMPLE_NEXT),),
        refuses=(_list(_EXAMPLE_NEXT, _EXAMPLE_LONG),),
    ),
    Signal(
        id="last_point.others_are_single",
        measure=_singles,
        accepts=(_list(_EXAMPLE_NEXT),),
        refuses=(_list(_EXAMPLE_NEXT, _EXAMPLE_MIXED),),
    ),
    Signal(
        id="last_point.three_others_are_single",
        measure=_three_singles,
        accepts=(_list(_EXAMPLE_NEXT, ("Sửa kho.", *_EXAMPLE_SHORT)),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.paragraphs_left",
        measure=_room,
        accepts=(_list(_EXAMPLE_NEXT, _EXAMPLE_MIXED),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.paragraphs_over",
        measure=_overdue,
        accepts=(_list(f"Gồm:\n{_EXAMPLE_NEXT}\nTừng xã lập danh mục."),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.shorter_than_mean",
        measure=_is_shorter,
        accepts=(_list(_EXAMPLE_NEXT, _EXAMPLE_LONG),),
        refuses=(_list(_EXAMPLE_NEXT, ("Kho.", "Tủ.", "Báo cáo kết quả.")),),
    ),
    Signal(
        id="last_point.longer_than_mean",
        measure=_is_longer,
        accepts=(_list(_EXAMPLE_NEXT, ("Kho.", "Tủ.", "Báo cáo kết quả.")),),
        refuses=(_list(_EXAMPLE_NEXT, _EXAMPLE_LONG),),
    ),
    Signal(
        id="last_point.within_longest",
        measure=_fits,
        accepts=(_list("Sửa.", _EXAMPLE_LONG),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.beyond_longest",
        measure=_exceeds,
        accepts=(_list(_EXAMPLE_NEXT),),
        refuses=(_list("Sửa.", _EXAMPLE_LONG),),
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
        accepts=(_list("Kết luận hội nghị, đồng chí Bí thư cảm ơn."),),
        refuses=(_list(_EXAMPLE_NEXT),),
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
        id="last_point.quotation_is_open",
        measure=_is_quoted,
        accepts=(_list("Kho đã đầy từ lâu”.", (*_EXAMPLE_SHORT[:2], "“Báo cáo kết quả.")),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.point_is_heading",
        measure=_below_heading,
        accepts=(_list(_EXAMPLE_NEXT, (*_EXAMPLE_SHORT[:2], "Báo cáo")),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.points_are_headings",
        measure=_below_heading_as_all,
        accepts=(_list(_EXAMPLE_NEXT, (*_EXAMPLE_LONG[:2], "Báo cáo")),),
        refuses=(_list(_EXAMPLE_NEXT, (*_EXAMPLE_SHORT[:2], "Báo cáo")),),
    ),
    Signal(
        id="last_point.bullet",
        measure=_is_bullet,
        accepts=(_list("- Các xã làm xong trong tháng 6."),),
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
        id="last_point.commands",
        measure=_commands,
        accepts=(_list("Tiếp tục rà soát kho."),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.names_meeting",
        measure=_names_meeting,
        accepts=(_list("Sau phiên họp, các xã ra về."),),
        refuses=(_list(_EXAMPLE_NEXT),),
    ),
    Signal(
        id="last_point.shares_words",
        measure=_shares_words,
        accepts=(_list("Kết quả gửi về Sở."),),
        refuses=(_list("Trời mưa to."),),
    ),
    Signal(
        id="last_point.shares_nothing",
        measure=_shares_nothing,
        accepts=(_list("Trời mưa to."),),
        refuses=(_list("Kết quả gửi về Sở."),),
    ),
    Signal(
        id="last_point.shares_pairs",
        measure=_shares_pairs,
        accepts=(_list("Kết quả gửi về Sở."),),
        refuses=(_list("Trời mưa to."),),
    ),
)
