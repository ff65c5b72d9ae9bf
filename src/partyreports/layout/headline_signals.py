"""Evidence for and against that one of the first lines of a page is its headline.

Each signal is a value with examples; its weight is data, fitted by `tools/fit_headline.py`.
"""

from collections.abc import Callable

from partyreports.layout.captions import find_captions
from partyreports.layout.headline_candidates import (
    Candidate,
    candidates,
    echo,
    ends_a_crumb,
    ends_at_meeting,
    is_below_statement,
    is_body,
    is_dated,
    is_followed_by_dated,
    is_followed_by_list,
    is_followed_by_paragraph,
    is_followed_by_short,
    is_followed_by_statement,
    is_repeated,
    is_short_in_capitals,
    is_told_again,
    repeats,
    shows_person,
    speaks,
    tag_end,
)
from partyreports.layout.opening import Opening
from partyreports.layout.page_lines import lines_of_page
from partyreports.layout.shapes import (
    SECTION_CUES,
    ends_in_stop,
    has_two_sentences,
    is_all_capitals,
    is_title_case,
    last_sign,
)
from partyreports.rules import RuleTable, Signal
from partyreports.text.scanned import scan


def _when(condition: Callable[[Candidate], bool]) -> Callable[[Candidate], float]:
    return lambda candidate: float(condition(candidate))


SIGNALS: tuple[Signal[Candidate], ...] = (
    Signal(
        id="headline.over_190",
        measure=_when(lambda c: c.length > 190),
        accepts=("Sở Nội vụ tổ chức hội nghị giao ban " + "và triển khai nhiệm vụ quý II " * 6,),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.over_140",
        measure=_when(lambda c: c.length > 140),
        accepts=("Sở Nội vụ tổ chức hội nghị giao ban " + "và triển khai nhiệm vụ quý II " * 4,),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.over_110",
        measure=_when(lambda c: c.length > 110),
        accepts=("Sở Nội vụ tổ chức hội nghị giao ban " + "và triển khai nhiệm vụ quý II " * 3,),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.under_25",
        measure=_when(lambda c: c.length < 25),
        accepts=("Sở Nội vụ giao ban",),
        refuses=("Sở Nội vụ giao ban công tác quý II",),
    ),
    Signal(
        id="headline.under_14",
        measure=_when(lambda c: c.length < 14),
        accepts=("Thời sự",),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.ends_in_stop",
        measure=_when(lambda c: ends_in_stop(c.opening.source, c.line)),
        accepts=("Sáng 12/4, Sở Nội vụ họp.",),
        refuses=("Sở Nội vụ họp!",),
    ),
    Signal(
        id="headline.told_again",
        measure=_when(is_told_again),
        accepts=("Sở Nội vụ sơ kết.\nSáng 12/4, Sở Nội vụ tổ chức hội nghị sơ kết công tác quý I tại xã Hoa Lạc.",),
        refuses=(
            "Sở Nội vụ sơ kết.\nTại hội nghị, Sở Nội vụ tổ chức sơ kết công tác quý I và nêu ba việc phải làm ngay.",
            "Sáng 12/4, Sở Nội vụ sơ kết.\nSáng 12/4, Sở Nội vụ tổ chức hội nghị sơ kết công tác quý I tại xã Hoa Lạc.",
        ),
    ),
    Signal(
        id="headline.ends_in_colon",
        measure=_when(lambda c: last_sign(c.opening.source, c.line) == ":"),
        accepts=("Sở nêu các việc sau:",),
        refuses=("Sở Nội vụ: họp",),
    ),
    Signal(
        id="headline.ends_in_comma",
        measure=_when(lambda c: last_sign(c.opening.source, c.line) in (";", ",")),
        accepts=("Sở nêu các việc,",),
        refuses=("Sở Nội vụ: họp",),
    ),
    Signal(
        id="headline.list_below",
        measure=_when(is_followed_by_list),
        accepts=("Các việc của Sở\n1. Rà soát.\n2. Báo cáo.",),
        refuses=("Sở Nội vụ họp\nSáng 12/4, Sở họp.",),
    ),
    Signal(
        id="headline.introduces_list",
        measure=_when(lambda c: is_followed_by_list(c) and any(c.has_cue(group) for group in SECTION_CUES)),
        accepts=("Nhiệm vụ trọng tâm\n1. Rà soát.\n2. Báo cáo.",),
        refuses=("Tin trong ngày\n1. Rà soát.\n2. Báo cáo.",),
    ),
    Signal(
        id="headline.ends_in_exclamation",
        measure=_when(lambda c: last_sign(c.opening.source, c.line) == "!"),
        accepts=("Thi đua lập thành tích!",),
        refuses=("Sở Nội vụ họp?",),
    ),
    Signal(
        id="headline.two_sentences",
        measure=_when(lambda c: has_two_sentences(c.opening.source, c.line)),
        accepts=("Sở Nội vụ họp. Giám đốc chủ trì",),
        refuses=("Sở Nội vụ họp",),
    ),
    Signal(
        id="headline.agency_tag",
        measure=_when(lambda c: tag_end(c) is not None),
        accepts=("(TTXVN) - Sở Nội vụ đã tổ chức hội nghị giao ban công tác quý II.",),
        refuses=("(Kỳ I) Chuyện của làng",),
    ),
    Signal(
        id="headline.dated",
        measure=_when(is_dated),
        accepts=("Sáng 12/4, Sở Nội vụ họp.", "Tại Hà Nội, chiều ngày 5 tháng 6, Bộ họp.", "Chiều nay, Bộ họp."),
        refuses=("Sáng mãi tấm gương", "Sở Nội vụ họp ngày 12/4"),
    ),
    Signal(
        id="headline.opens_as_lead",
        measure=_when(lambda c: c.begins_with("headline.lead_opener")),
        accepts=("Phát biểu tại hội nghị, ông Bền nêu ba việc",),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.small_head",
        measure=_when(lambda c: c.opening.source.text[c.head : c.head + 1].islower()),
        accepts=("cho biết như vậy tại hội nghị",),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.dash_head",
        measure=_when(lambda c: c.opening.source.text[c.line.start] in "-–—+*•"),
        accepts=("- Sáng nay, Sở họp",),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.speaks",
        measure=_when(speaks),
        accepts=("Giám đốc Sở cho biết ba việc",),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.speaks_and_stops",
        measure=_when(lambda c: speaks(c) and ends_in_stop(c.opening.source, c.line)),
        accepts=("Giám đốc Sở cho biết ba việc.",),
        refuses=("Giám đốc Sở cho biết ba việc",),
    ),
    Signal(
        id="headline.capitals",
        measure=_when(is_short_in_capitals),
        accepts=("SỞ NỘI VỤ GIAO BAN",),
        refuses=("Sở Nội vụ giao ban", "SỞ NỘI VỤ TỔ CHỨC GIAO BAN CÔNG TÁC QUÝ II"),
    ),
    Signal(
        id="headline.title_case",
        measure=_when(
            lambda c: is_title_case(c.opening.source, c.line) and not is_all_capitals(c.opening.source, c.line)
        ),
        accepts=("Trần Văn Bền",),
        refuses=("Sở Nội vụ giao ban", "SỞ NỘI VỤ"),
    ),
    Signal(
        id="headline.caption",
        measure=_when(lambda c: c.number in c.opening.captions),
        accepts=("Toàn cảnh cuộc thi vẽ tranh của thiếu nhi huyện Suối Mây",),
        refuses=("Sở Nội vụ giao ban", "Quang cảnh hội nghị"),
    ),
    Signal(
        id="headline.ends_at_meeting",
        measure=_when(ends_at_meeting),
        accepts=("Giám đốc Sở phát biểu tại hội nghị", "Ông Bền dự họp báo."),
        refuses=("Sở Nội vụ tổ chức hội nghị",),
    ),
    Signal(
        id="headline.shows_person",
        measure=_when(shows_person),
        accepts=("Đồng chí Bí thư kết luận hội nghị", "Ông Bền nêu ý kiến tại buổi họp."),
        refuses=("Đồng chí Bí thư dự hội nghị nông dân", "Sở Nội vụ tổ chức hội nghị"),
    ),
    Signal(
        id="headline.body",
        measure=_when(is_body),
        accepts=("SỞ NỘI VỤ\nGiao ban quý II", "Cục Hải quan Hoa Lạc\nGiao ban quý II"),
        refuses=("Sở Nội vụ giao ban", "Sở Nội vụ\nSáng 12/4, Sở họp."),
    ),
    Signal(
        id="headline.furniture",
        measure=_when(lambda c: c.opening.furniture(c.number) is not None),
        accepts=("Thời sự", "Tiếng Việt | English", "> Tin tức > Dân vận"),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.slogan",
        measure=_when(lambda c: c.begins_with("headline.slogan") and last_sign(c.opening.source, c.line) == "!"),
        accepts=("Nhiệt liệt chào mừng Đại hội Đảng bộ tỉnh!",),
        refuses=("Nhiệt liệt chào mừng Đại hội",),
    ),
    Signal(
        id="headline.names_meeting",
        measure=_when(lambda c: c.has_cue("meeting.noun") or c.has_cue("meeting.kind")),
        accepts=("Sở Nội vụ giao ban quý II",),
        refuses=("Chuyện của làng",),
    ),
    Signal(
        id="headline.dateline_below",
        measure=_when(lambda c: c.number + 1 in c.opening.datelines),
        accepts=("Sở Nội vụ giao ban\n12/4/2023 08:15",),
        refuses=("Sở Nội vụ giao ban\nSáng 12/4, Sở họp.",),
    ),
    Signal(
        id="headline.dateline_above",
        measure=_when(lambda c: c.number - 1 in c.opening.datelines),
        accepts=("12/4/2023 08:15\nSở Nội vụ giao ban",),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.repeated_below",
        measure=_when(is_repeated),
        accepts=("Sở Nội vụ giao ban\nSở Nội vụ giao ban",),
        refuses=("Sở Nội vụ giao ban\nSáng 12/4, Sở họp.",),
    ),
    Signal(
        id="headline.repeats",
        measure=_when(repeats),
        accepts=("Sở Nội vụ giao ban\nSở Nội vụ giao ban",),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.ends_a_crumb",
        measure=_when(ends_a_crumb),
        accepts=("> Tin tức > Sở Nội vụ giao ban\nSở Nội vụ giao ban",),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.echoed",
        measure=echo,
        accepts=("Sở Nội vụ giao ban\nSáng 12/4, Sở Nội vụ tổ chức hội nghị giao ban công tác quý II.",),
        refuses=("Chuyện của làng\nSáng 12/4, Sở Nội vụ tổ chức hội nghị giao ban công tác quý II.",),
    ),
    Signal(
        id="headline.paragraph_below",
        measure=_when(is_followed_by_paragraph),
        accepts=(
            "Sở giao ban\nSáng 12/4, Sở Nội vụ tổ chức hội nghị giao ban công tác quý II tại tỉnh Hoa Lạc và các xã.",
        ),
        refuses=("Sở giao ban\nThời sự",),
    ),
    Signal(
        id="headline.statement_below",
        measure=_when(is_followed_by_statement),
        accepts=("Sở giao ban\nSáng 12/4, Sở Nội vụ họp.",),
        refuses=("Sở giao ban\nThời sự",),
    ),
    Signal(
        id="headline.dated_below",
        measure=_when(is_followed_by_dated),
        accepts=("Sở giao ban\nSáng 12/4, Sở Nội vụ họp.",),
        refuses=("Sở giao ban\nThời sự",),
    ),
    Signal(
        id="headline.short_below",
        measure=_when(is_followed_by_short),
        accepts=("Thời sự\nSở giao ban",),
        refuses=("Sở giao ban\nSáng 12/4, Sở họp.",),
    ),
    Signal(
        id="headline.first_line",
        measure=_when(lambda c: c.number == 0),
        accepts=("Sở Nội vụ giao ban",),
        refuses=("1. Rà soát hồ sơ.",),
    ),
    Signal(
        id="headline.last_line",
        measure=_when(lambda c: c.number == len(c.opening.lines) - 1),
        accepts=("Sở Nội vụ giao ban",),
        refuses=("Sở giao ban\n1. Rà soát.",),
    ),
    Signal(
        id="headline.caption_above",
        measure=_when(lambda c: any(i < c.number for i in c.opening.captions)),
        accepts=("Quang cảnh hội nghị\nSở Nội vụ giao ban",),
        refuses=("Sở Nội vụ giao ban",),
    ),
    Signal(
        id="headline.statement_above",
        measure=_when(is_below_statement),
        accepts=("Sáng 12/4, Sở Nội vụ đã họp.\nSở Nội vụ giao ban",),
        refuses=("Sở Nội vụ giao ban",),
    ),
)


def strengths(opening: Opening) -> list[tuple[int, dict[str, float]]]:
    """What the signals say of each candidate, for the script that fits the weights."""
    return [
        (candidate.number, {signal.id: signal.measure(candidate) for signal in SIGNALS})
        for candidate in candidates(opening)
    ]


def _read(text: str) -> list[tuple[str, float]]:
    scanned = scan(text)
    lines = lines_of_page(scanned)
    found = strengths(Opening(scanned, lines, find_captions(scanned, lines)))
    return [(name, strength) for _, signals in found for name, strength in signals.items() if strength > 0]


TABLE = RuleTable(
    name="headline",
    about="Evidence for and against that a line is the headline; the weights are fitted from gold.",
    rules=SIGNALS,
    read=_read,
)
