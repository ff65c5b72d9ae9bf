"""Every regular expression of the package takes linear time: none is ambiguous."""

import pytest

from robustness.ambiguity import findings
from robustness.collect import Compiled, compiled_patterns

READS_RAW_TEXT = frozenset({"partyreports.text.normalise"})
"""Modules whose patterns read text that may have many spaces in a row; all others read the analysed text."""


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        (r"(?:\w+ ?)+!", 1),
        (r"(?:a+)+b", 2),
        (r"(?:x*)*", 2),
        (r"(?:(?:các )?đại biểu(?: các)? ?)+", 1),
        (r"(?:đã|cùng các [^.;]{3,60}|cùng)*$", 2),
        (r"(?:[^.!?]{2,40} *› *){1,9}$", 1),
        (r"\w*[a-z]*!", 3),
        (r"[.!?]+[”\"]*(?= )", 1),
        (r"theo [^)]*\)", 1),
        (r"(?:phó )*chủ", 1),
    ],
)
def test_ambiguous_patterns_are_refused(pattern: str, count: int) -> None:
    assert len(findings(pattern)) >= count


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?<!\w)(?:\w+ ){1,99}!",
        r"(?<!\w)(?:\w+ ?){1,99}+!",
        r"(?:ab)+c*",
        r"\d{1,3}(?:\.\d{3}){1,4}",
        r"(?<!\d)\d{1,3}(?:(?:\.|\. )\d{3})+",
        r"(?<!\w)\w+!",
        r"theo [^)]{0,80}\)",
        r"(?:chủ trì|chủ tọa)",
        r"(?:,? (?:đã|đồng|cùng)){0,6}+ chủ",
        r"\n *+[^\W\d_]*+",
    ],
)
def test_linear_patterns_are_let_pass(pattern: str) -> None:
    assert findings(pattern) == []


def test_spaces_count_once_in_the_analysed_text() -> None:
    assert findings(" *!") != []
    assert findings(" *!", single_spaces=True) == []


def test_all_patterns_are_looked_at() -> None:
    modules = {one.module for one in compiled_patterns()}
    assert len(compiled_patterns()) > 150
    assert {"partyreports.grammar.sentences", "partyreports.text.normalise"} <= modules


@pytest.mark.parametrize("module", sorted({one.module for one in compiled_patterns()}))
def test_no_pattern_of_the_module_is_ambiguous(module: str) -> None:
    wrong = {one.pattern[:120]: found for one in compiled_patterns() if one.module == module and (found := _found(one))}
    assert wrong == {}


def _found(one: Compiled) -> list[str]:
    return findings(one.pattern, one.flags, single_spaces=one.module not in READS_RAW_TEXT)
