"""Sentence boundaries of official prose."""

import pytest

from partyreports.grammar.sentences import sentence_at, sentence_start, sentences
from partyreports.text.source import SourceText


@pytest.mark.parametrize(
    "expected",
    [
        ["Hội nghị bế mạc.", "Các đơn vị ra về."],
        ["Họp tại TP. Cần Thơ.", "GS.TS. Trần An dự."],
        ["Tăng 1.200 tỷ đồng, đạt 48.5% kế hoạch."],
        ["Xem tại baochinhthuc.vn để rõ."],
        ["Chống tin giả trên in-tơ-nét... nhằm giữ ổn định."],
        ["Nhiều việc còn chậm…", "Tuy nhiên, vẫn có tiến bộ."],
        ["Ông nói: “Phải làm ngay.”", "Hội nghị đồng ý."],
        ["Ban Bí thư T.Ư. Đảng họp."],
        ["Vì sao?", "Vì thiếu người!"],
        ["Ông Nguyễn V. An phát biểu."],
        ["Họp tại thành phố (TP. Huế) và “TX. Ba Đồn”.", "Xong."],
        ["Họp tại Q. 1.", "Bàn năm 2020.", "Về kv.", "Hết."],
    ],
)
def test_sentences(expected: list[str]) -> None:
    source = SourceText(" ".join(expected))
    assert [source.words(*sentence) for sentence in sentences(source, 0, len(source))] == expected


def test_a_newline_ends_a_sentence_and_a_lost_space_does_not_hide_one() -> None:
    source = SourceText("Về nhiệm vụ\nNặng nề.Hai là, tiếp tục")
    assert [source.text[s.start : s.end] for s in sentences(source, 0, len(source))] == [
        "Về nhiệm vụ",
        "Nặng nề.",
        "Hai là, tiếp tục",
    ]


def test_the_sentence_that_holds_a_place_is_one_of_all() -> None:
    text = "Về nhiệm vụ\nHọp tại TP. Cần Thơ, GS.TS. Trần An dự.Hai là,  tiếp tục… Vẫn vậy! (Hết.)  "
    source = SourceText(text)
    for sentence in sentences(source, 0, len(source)):
        for position in range(sentence.start, sentence.end):
            if text[position].isalnum():
                assert sentence_at(source, position, 0, len(source)) == sentence
                assert sentence_start(source, 0, position + 1) == sentence.start


def test_white_space_between_sentences_belongs_to_none() -> None:
    source = SourceText("Xong.  Hết.")
    assert sentence_at(source, 5, 0, len(source)) is None
    assert sentence_at(source, 2, 3, 3) is None
