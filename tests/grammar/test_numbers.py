"""Numbers in words and digits, enumerated."""

import itertools

import pytest

from partyreports.grammar.numbers import count_before, read_count, word_value
from partyreports.text.numerals import NUMBER_WORDS

SYLLABLES = [
    "một",
    "mốt",
    "hai",
    "ba",
    "bốn",
    "tư",
    "năm",
    "lăm",
    "nhăm",
    "sáu",
    "bảy",
    "bẩy",
    "tám",
    "chín",
    "mười",
    "mươi",
]
UNITS = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def standard_spelling(value: int) -> str:
    """The ordinary spelling of 1-99, written from the rules, not from the table under test."""
    tens, unit = divmod(value, 10)
    if tens == 0:
        return UNITS[unit]
    head = "mười" if tens == 1 else f"{UNITS[tens]} mươi"
    if unit == 0:
        return head
    last = {1: "một" if tens == 1 else "mốt", 5: "lăm"}.get(unit, UNITS[unit])
    return f"{head} {last}"


@pytest.mark.parametrize("value", range(1, 100))
def test_the_ordinary_spelling_reads_as_its_number(value: int) -> None:
    assert word_value(standard_spelling(value)) == value


def test_every_number_is_covered_and_nothing_beyond() -> None:
    assert set(NUMBER_WORDS.values()) == set(range(1, 100))


def test_of_all_sequences_of_number_syllables_only_the_grammar_reads() -> None:
    # 16 + 256 + 4,096 sequences: whatever reads must be a known spelling of its value.
    accepted = 0
    for length in (1, 2, 3):
        for words in itertools.product(SYLLABLES, repeat=length):
            value = word_value(" ".join(words))
            if value is None:
                continue
            accepted += 1
            tens, unit = divmod(value, 10)
            variants = {1: {"một", "mốt"}, 4: {"bốn", "tư"}, 5: {"năm", "lăm", "nhăm"}, 7: {"bảy", "bẩy"}}
            if unit:
                assert words[-1] in variants.get(unit, {UNITS[unit]})
            if tens == 1:
                assert words[0] == "mười"
            elif tens > 1:
                assert words[1] == "mươi"
                assert words[0] in variants.get(tens, {UNITS[tens]})
    assert accepted == len(NUMBER_WORDS)


@pytest.mark.parametrize(
    "words", ["mười năm", "hai mươi một", "hai mươi năm", "một mươi", "mốt", "tư", "lăm", "mười mốt", "mười nhăm"]
)
def test_what_is_no_number(words: str) -> None:
    assert word_value(words) is None


@pytest.mark.parametrize(
    ("text", "value", "printed"),
    [
        ("70 điểm cầu", 70, "70"),
        ("1.200 đại biểu", 1200, "1.200"),
        ("12.500 người", 12500, "12.500"),
        ("1,5 triệu đại biểu", 1_500_000, "1,5 triệu"),
        ("06 tháng", 6, "06"),
        ("chín nhóm", 9, "chín"),
        ("hai mươi mốt điểm", 21, "hai mươi mốt"),
        ("một trăm mười hai điểm cầu", 112, "một trăm mười hai"),
        ("hai trăm linh năm đại biểu", 205, "hai trăm linh năm"),
        ("ba trăm đại biểu", 300, "ba trăm"),
        ("hai nghìn đại biểu", 2000, "hai nghìn"),
        ("3 vạn lượt", 30_000, "3 vạn"),
    ],
)
def test_counts(text: str, value: int, printed: str) -> None:
    reading = read_count(text, 0)
    assert reading is not None
    assert (reading.value, text[reading.start : reading.end]) == (value, printed)


@pytest.mark.parametrize("text", ["48,5%", "đại biểu", "", "hairless", "0,7 triệu rưỡi"[1:], "9" * 40])
def test_no_counts(text: str) -> None:
    assert read_count(text, 0) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.200", 1200),
        ("1 250", 1250),
        ("1\u00a0143", 1143),
        ("1\u202f143", 1143),
        ("1,250", 1250),
        ("1. 250", 1250),
        ("1'250", 1250),
        ("1,2 nghìn", 1200),
        ("77/86", 77),
        ("1.900 người/75", 75),
        ("một nghìn hai trăm", 1200),
        ("một nghìn không trăm lẻ năm", 1005),
        ("hai mươi lăm nghìn ba trăm", 25_300),
        ("mười hai nghìn", 12_000),
        ("năm chục", 50),
        ("ngày 5 250", 250),
        ("năm 2020 250", 250),
    ],
)
def test_numbers_before_a_noun(text: str, value: int) -> None:
    reading = count_before(text + " đại biểu", 0, len(text) + 1)
    assert reading is not None
    assert reading.value == value


@pytest.mark.parametrize("text", ["các", "", "90/80", "v1.5", "1,5", "nghìn"])
def test_no_numbers_before_a_noun(text: str) -> None:
    assert count_before(text + " đại biểu", 0, len(text) + 1) is None
