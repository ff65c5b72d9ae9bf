"""The analysed view and the way back to the caller's string."""

import sys
import unicodedata

import pytest
from hypothesis import given, strategies as st

from partyreports.text.scanned import scan
from partyreports.text.source import WHITE_SPACE, SourceText, fold

ODD = "\u00ad\u200b\u200e\ufeff\u00a0\t\r\n\u2028\x00\x0c\u0301\u0323\u0302\u031b\u0340ÐđĐİ\ud800\U0001f600aoeuUyưq ."
odd_text = st.text(st.one_of(st.sampled_from(ODD), st.characters()), max_size=60)


def test_plain_text_is_its_own_view() -> None:
    text = "Hội nghị giao ban\nngày 1-6"
    source = SourceText(text)
    assert source.text is text
    assert source.span(4, 8).model_dump() == {"start": 4, "end": 8}


@pytest.mark.parametrize(
    ("raw", "view"),
    [
        ("a\r\nb\rc\u2028d\x0ce", "a\nb\nc\nd\ne"),
        ("Hội\u00a0nghị\u2009giao\tban", "Hội nghị giao ban"),
        ("Tr\u00adung \u200bương\ufeff", "Trung ương"),
        ("Ðảng bộ", "Đảng bộ"),
        (unicodedata.normalize("NFD", "Nguyễn Đức Hoà"), "Nguyễn Đức Hoà"),
        ("Tie\u0302\u0301n", "Tiến"),  # mixed form, base and marks one by one
        ("Tiê\u0301n", "Tiến"),  # the usual mixed form: circumflex composed, tone apart
        ("a\x00b", "ab"),
    ],
)
def test_what_the_view_shows(raw: str, view: str) -> None:
    assert SourceText(raw).text == view


def test_a_composed_letter_carries_all_its_code_points_back() -> None:
    raw = unicodedata.normalize("NFD", "ông Hoà dự")
    source = SourceText(raw)
    start = source.text.index("Hoà")
    passage = source.passage(start, start + 3)
    assert passage.text == unicodedata.normalize("NFD", "Hoà")
    assert raw[passage.span.start : passage.span.end] == passage.text


def test_hidden_characters_inside_belong_to_the_passage_and_at_its_edges_do_not() -> None:
    source = SourceText("\u200bTrung\u00ad ương\u200b")
    assert source.passage(0, len(source)).text == "Trung\u00ad ương"


@given(odd_text)
def test_every_view_character_maps_to_its_own_ordered_stretch(raw: str) -> None:
    source = SourceText(raw)
    assert len(source.folded) == len(source.text)
    position = 0
    for i in range(len(source)):
        span = source.span(i, i + 1)
        assert position <= span.start < span.end <= len(raw)
        position = span.end


@given(odd_text)
def test_view_of_any_text_has_one_kind_of_newline_and_lines_cover_it(raw: str) -> None:
    source = SourceText(raw)
    assert not set("\r\x0b\x0c\x85\u2028\u2029") & set(source.text)
    assert "\n".join(source.text[line.start : line.end] for line in source.lines) == source.text


@given(st.text(st.sampled_from("hoàuỷyquýkhoẻ TƯƠI\n"), max_size=40))
def test_nfd_and_nfc_have_the_same_view(text: str) -> None:
    assert SourceText(unicodedata.normalize("NFD", text)).text == SourceText(unicodedata.normalize("NFC", text)).text


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Hoà", "hòa"),
        ("UỶ", "ủy"),
        ("khoẻ", "khỏe"),
        ("quý", "quý"),
        ("Quỳ", "quỳ"),
        ("toán", "toán"),
        ("loại", "loại"),
    ],
)
def test_fold(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_line_lookup_gives_a_newline_to_its_line() -> None:
    source = SourceText("ab\n\ncd")
    assert [source.line_number(i) for i in range(6)] == [0, 0, 0, 1, 2, 2]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("ông Lê Văn Tám,Giám đốc Sở", True),
        ("đã họp xong;Giám đốc Sở yêu cầu", True),
        ("gồm:giám đốc Sở", True),
        ("trang tin.giám đốc", False),  # an address
        ("đã họp xong.Giám đốc Sở yêu cầu", True),
        ("(cả 5 xã)Giám đốc Sở yêu cầu", True),
        ("x,Giámđốc", False),
    ],
)
def test_words_are_found_behind_a_sign_without_a_space(text: str, cue: bool) -> None:
    assert scan(text).cues.has("person.position") is cue


def test_degrees_with_dots_and_commas_stay_whole() -> None:
    text = scan("GS,TS Lê Văn Tám, Th.S Hồ Thị Na, PGS.TS Lò Văn Xoan")
    assert [text.source.text[one.start : one.end] for one in text.cues.of("person.degree")] == [
        "GS,TS",
        "Th.S",
        "PGS.TS",
    ]


def test_white_space_is_what_python_takes_for_it() -> None:
    assert frozenset(filter(str.isspace, map(chr, range(sys.maxunicode + 1)))) == WHITE_SPACE
