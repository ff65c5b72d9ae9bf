"""Regex sources for many words at once, and patterns with named parts.

`alternation` makes one regex source of many forms, built so that the regex engine has little to try. Forms are
folded, and a space matches any run of spaces. Where several forms match, the longest wins.

`expand` replaces names in braces: groups of the lexicon (`{meeting.noun}`) and the terms below (`{year}`).
"""

import re
from collections.abc import Callable, Iterable

from partyreports.text.numerals import BETWEEN, CARDINALS, DIGITS_PATTERN, HUNDRED, NUMBER_WORDS, ORDINALS, QUARTERS
from partyreports.text.source import fold

NOTHING = "(?!)"
"""Matches nowhere: the source for no forms at all."""


def alternation(forms: Iterable[str]) -> str:
    """Regex source for any of `forms`; beginnings that they share are tried once, endings are written once.

    >>> alternation(["chủ trì", "chủ tọa", "đồng chủ trì", "chủ"])
    '(?:chủ(?: +t(?:rì|ọa))?|đồng +chủ +trì)'
    >>> alternation(["hai", "ba", "hai mươi", "ba mươi"])
    '(?:ba|hai)(?: +mươi)?'
    """
    return _source(_trie(forms)) or NOTHING


_NAME = re.compile(r"\{([a-z][a-z_]*(?:\.[a-z0-9_]+)*)\}")


def expand(pattern: str, forms: Callable[[str], Iterable[str]]) -> str:
    r"""The pattern with every `{name}` replaced by what the name stands for.

    Args:
        pattern: regex source; braces of quantifiers (`{2,4}`) stay as they are.
        forms: gives the forms of a group of the lexicon.

    >>> expand("{year} ?{unit}", {"unit": ["ngày", "năm"]}.__getitem__)
    '(?:1[89]|20)\\d\\d ?n(?:gày|ăm)'
    """

    def source_of(match: "re.Match[str]") -> str:
        name = match[1]
        return TERMS[name] if name in TERMS else alternation(forms(name))

    return _NAME.sub(source_of, pattern)


# --- tries

_Trie = dict[str, "_Trie"]
_END = ""


def _trie(forms: Iterable[str]) -> _Trie:
    """Characters after characters; an empty one where a form ends."""
    root: _Trie = {}
    for form in forms:
        node = root
        for char in " ".join(fold(form).split()):
            node = node.setdefault(char, {})
        node[_END] = {}
    return root


def _source(trie: _Trie) -> str:
    """Regex source of a trie; empty for one that is empty or only ends."""
    head, rest = _parts(trie)
    return head + rest


def _parts(trie: _Trie) -> tuple[str, str]:
    """The same in two: what differs, and what follows all of it, so that endings that words share are written once.

    Numbers in words are many, but nearly all go on alike: “hai”, “ba”, “bốn”, each with “mươi” and a unit or without.
    """
    heads: dict[str, list[str]] = {}  # by what follows them
    for char, tail in sorted(trie.items()):
        if char:
            head, rest = _parts(tail)
            heads.setdefault(rest, []).append((" +" if char == " " else re.escape(char)) + head)
    if not heads:
        return "", ""
    if len(heads) == 1:
        ((rest, alike),) = heads.items()
        head = alike[0] if len(alike) == 1 else f"(?:{'|'.join(alike)})"
    else:
        branches = [_before(alike, rest) for rest, alike in heads.items()]
        head, rest = f"(?:{'|'.join(branches)})", ""
    if _END not in trie:
        return head, rest
    source = head + rest
    return "", f"{source}?" if source.startswith("(?:") and not rest else f"(?:{source})?"


def _before(heads: list[str], rest: str) -> str:
    """Branches of an alternation: some heads before one rest."""
    if not rest or len(heads) == 1:
        return "|".join(head + rest for head in heads)
    return f"(?:{'|'.join(heads)}){rest}"


# --- terms that patterns may name


def _terms() -> dict[str, str]:
    up_to_99 = alternation(NUMBER_WORDS)
    unit = alternation(word for word, value in NUMBER_WORDS.items() if value < 10)
    words = rf"(?:{unit} +{HUNDRED} +(?:(?:{'|'.join(BETWEEN)}) +{unit}|{up_to_99})|{up_to_99})"
    return {
        "day": r"(?:0?[1-9]|[12]\d|3[01])",
        "month": r"(?:0?[1-9]|1[0-2])",
        "year": r"(?:1[89]|20)\d\d",
        "roman": r"(?:x{0,3}(?:ix|iv|v?i{1,3}|v)|x{1,3})",
        "digits": DIGITS_PATTERN,
        "number_words": words,
        "cardinal": alternation(CARDINALS),
        "ordinal": alternation(ORDINALS),
        "quarter": "|".join(["iv", "iii", "ii", "i", "[1-4]", *QUARTERS]),
        "number": rf"(?:{DIGITS_PATTERN}|{words})",
    }


TERMS: dict[str, str] = _terms()
"""Regex sources by name, for folded text: parts of dates, numbers in digits (“1.200”) and in words up to 999."""
