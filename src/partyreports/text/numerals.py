"""The words for numbers, with their values: the closed vocabulary that counts, ordinals and patterns share.

Every spelling of 1-99 that is in use reads as its number and nothing else does: “mười lăm” is 15, “mười năm” is
ten years. Words are folded.
"""

UNITS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_AFTER_TEN = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "lăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_AFTER_TENS = {
    "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "lăm": 5, "nhăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip


def _number_words() -> dict[str, int]:
    words = dict(UNITS)
    words["mười"] = 10
    words.update({f"mười {word}": 10 + value for word, value in _AFTER_TEN.items()})
    for tens_word, tens in UNITS.items():
        if tens == 1:
            continue
        words[f"{tens_word} mươi"] = 10 * tens
        words.update({f"{tens_word} mươi {word}": 10 * tens + value for word, value in _AFTER_TENS.items()})
    return words


NUMBER_WORDS: dict[str, int] = _number_words()
"""Every cardinal in words from 1 to 99, folded, single spaces, and its value."""

MULTIPLIERS = {
    "chục": 10,
    "trăm": 100,
    "nghìn": 1000,
    "ngàn": 1000,
    "vạn": 10_000,
    "triệu": 1_000_000,
    "tỷ": 10**9,
    "tỉ": 10**9,
}

BIG = {name: MULTIPLIERS[name] for name in ("triệu", "vạn", "nghìn", "ngàn")}
"""Words that begin a new group of a number in words, the largest first."""
TEN, TENS, HUNDRED, ZERO = "mười", "chục", "trăm", "không"
BETWEEN = ("linh", "lẻ")
"""Between hundreds and a unit: “một trăm linh năm”."""

CARDINALS: dict[str, int] = {**NUMBER_WORDS, "tư": 4}
"""“Một là” … “Chín mươi chín là”. “Tư là” is rare but in use for “Bốn là”."""
ORDINALS: dict[str, int] = {
    **{words: value for words, value in NUMBER_WORDS.items() if words != "một"},
    "nhất": 1,
    "nhì": 2,
    "tư": 4,
}
"""What follows “thứ”: nhất, nhì or hai, ba, tư, năm, … “Thứ một” is not in use."""
MONTHS: dict[str, int] = {**NUMBER_WORDS, "tư": 4, "giêng": 1}
"""What follows “tháng”."""
QUARTERS = ("một", "hai", "ba", "tư", "bốn")
"""What follows “quý”."""

DIGITS_PATTERN = r"(?:\d{1,3}(?:[.]\d{3})+|\d+)(?:,\d+)?"
"""Regex source for a number in digits: “70”, “1.200”, “1,5”."""
