"""What `parse` is measured against: the tokenizer on the same lines, and a script that anybody would write first."""

import re

# “1. …”, “2) …”, “Một là, …”, “Thứ hai: …” at the head of a line
POINT = re.compile(
    r"(?:(\d{1,2})[.)]|(Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là"
    r"|Thứ (nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười))[,:.]?\s*(.+)"
)
DATE = re.compile(r"\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?")


def naive_script(text: str) -> list[tuple[str, str, str | None]]:
    """Number, words and first date of every point; further lines are put to the point before them.

    No offsets, no roles, no chairs, no nesting, no notes, and dates that are fractions: the least that reads
    such an article.
    """
    points: list[tuple[str, str]] = []
    for line in text.splitlines():
        words = line.strip()
        if match := POINT.match(words):
            points.append((match[1] or match[2] or match[3], match[4]))
        elif points and words:
            number, before = points[-1]
            points[-1] = (number, f"{before}\n{words}")
    return [(number, words, date[0] if (date := DATE.search(words)) else None) for number, words in points]


def tokenize_lines(lines: list[str]) -> int:
    """Number of words that underthesea finds in some lines."""
    from underthesea import word_tokenize  # noqa: PLC0415  (only this peer needs it)

    return sum(len(word_tokenize(line)) for line in lines)
