"""Regex sources for many words at once."""

import re

from hypothesis import given, strategies as st

from partyreports.text.numerals import NUMBER_WORDS
from partyreports.text.patterns import alternation
from partyreports.text.source import fold

words = st.lists(st.text("aăâeêghốủ .(", min_size=1, max_size=6).map(str.strip).filter(bool), min_size=1, max_size=8)


def test_alternation_prefers_the_longest_and_of_nothing_matches_nothing() -> None:
    found = re.match(alternation(["chủ trì", "chủ trì hội nghị"]), "chủ trì  hội nghị")
    assert found is not None
    assert found[0] == "chủ trì  hội nghị"
    assert re.search(alternation([]), " chủ trì") is None


@given(words, st.text("aăâeêghốủ .(", max_size=20))
def test_a_trie_matches_what_a_plain_list_of_words_does(forms: list[str], text: str) -> None:
    plain = sorted({" ".join(fold(form).split()) for form in forms}, key=lambda form: (-len(form), form))
    listed = "|".join(re.escape(form).replace(r"\ ", " +") for form in plain)
    assert [m.span() for m in re.finditer(alternation(forms), text)] == [m.span() for m in re.finditer(listed, text)]


def test_every_number_is_found_whole_and_written_in_little_room() -> None:
    numbers = re.compile(alternation(NUMBER_WORDS))
    assert all(numbers.fullmatch(words) for words in NUMBER_WORDS)
    assert not any(map(numbers.fullmatch, ("mươi", "hai mười", "một mươi", "mười năm", "hai mươi một", "ba mươi mươi")))
    assert len(numbers.pattern) < sum(map(len, NUMBER_WORDS)) / 4
