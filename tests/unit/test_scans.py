"""Lines are told apart by scans of the whole text: none may be missed that a look at the line alone would take."""

import pytest
from hypothesis import given

from partyreports import Lexicon, parse
from partyreports.grammar.markers import Place, read
from partyreports.layout import footer, lines
from partyreports.layout.segmentation import find_layout
from partyreports.lists import candidates
from partyreports.text.source import SourceText
from shapes import articles

LEXICON = Lexicon.default()


@given(articles())
def test_no_caption_and_no_inserted_link_is_passed_over(text: str) -> None:
    source = SourceText(text)
    cues = lines._cues(LEXICON)
    all_lines = list(source.filled)
    special = lines._special_lines(source, all_lines, cues)
    for i, line in enumerate(all_lines):
        if cues.inserted.match(source.folded, *line) or lines._is_caption(source, line, cues):
            assert i in special


@given(articles())
def test_no_cue_of_a_footer_is_passed_over(text: str) -> None:
    source = SourceText(text)
    cues = footer._cues(LEXICON)
    all_lines = list(source.filled)
    alone = {
        i
        for i, line in enumerate(all_lines)
        if i and cues.line.match(source.folded, line.start, min(line.end, line.start + 90))
    }
    assert (footer._cue_lines(source, all_lines, cues) if all_lines else set()) == alone


@given(articles())
def test_no_marker_at_the_head_of_a_line_is_passed_over(text: str) -> None:
    source = SourceText(text)
    layout = find_layout(source, LEXICON)
    cues = candidates._cues(LEXICON)
    found = candidates._at_heads(source, layout, cues) if layout.body else {}
    for paragraph in layout.body:
        match = cues.excerpt.match(source.folded, *paragraph)
        if match and (marker := read(source, match, Place.LINE)):
            assert marker.start in found


@pytest.mark.parametrize("indent", ["", "  ", "\t", "\u00a0", "\n \n "])
def test_lines_are_found_behind_white_space(indent: str) -> None:
    report = parse(
        f"Tin\n\nNgành có hai việc sau:\n{indent}1. Rà soát.\n{indent}2. Bổ sung.\n{indent}Ảnh: Vân An\n"
        f"{indent}Các đơn vị đã báo cáo kết quả.\n{indent}Các tin khác\n{indent}• Bài (3 tháng trước)"
    )
    assert [point.marker.text for point in report.sections[0].points] == ["1.", "2."]
    assert [caption.text for caption in report.captions] == ["Ảnh: Vân An"]
    assert [link.title.text for link in report.related] == ["Bài"]


def test_a_credit_far_from_the_head_of_its_line_makes_a_caption() -> None:
    line = "Bí thư phát biểu kết luận buổi làm việc với lãnh đạo các huyện. " * 4 + "Ảnh: Vân An"
    body = "\n\nCác đơn vị báo cáo kết quả công tác trong tháng." * 4
    assert [caption.text for caption in parse(f"Tin{body}\n\n{line}{body}").captions] == [line]


def test_a_word_that_only_holds_a_credit_makes_none() -> None:
    line = "Nhiều nơi bị ảnh hưởng của mưa lũ"
    body = "\n\nCác đơn vị báo cáo kết quả công tác trong tháng." * 4
    assert parse(f"Tin{body}\n\n{line}{body}").captions == ()


def test_a_marker_may_begin_the_excerpt_behind_read_more() -> None:
    source = SourceText("Tin\n\nHọp giao ban tháng.\n\nCác đơn vị báo cáo.\n\nVân An\n\nmore“Một là, rà soát")
    layout = find_layout(source, LEXICON)
    assert layout.lead == layout.body[-1]
    assert [m.rule for m in candidates._at_heads(source, layout, candidates._cues(LEXICON)).values()] == ["marker.la"]
