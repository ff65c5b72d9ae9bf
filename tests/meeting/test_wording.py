"""The words of an article speak for the report of a meeting, or for another article."""

import pytest

from partyreports.layout.article import article_of
from partyreports.layout.segmentation import find_layout
from partyreports.meeting.detection.evidence import worded_like_a_report, worded_otherwise
from partyreports.meeting.detection.telling import Telling
from partyreports.rules import weights
from partyreports.rules.words import certainty, score_of
from partyreports.text.scanned import scan

_REPORT = (
    "Các đại biểu nhất trí với báo cáo, nêu nhiều ý kiến; Chủ tịch nhấn mạnh, đề nghị các sở làm sớm trong năm 2024."
)
_RECIPE = "Quán mở cửa lúc bảy giờ, khách đông, phở ngon và rẻ."


def _telling(text: str) -> Telling:
    scanned = scan(text)
    return Telling(article_of(scanned, find_layout(scanned)))


@pytest.mark.parametrize(("text", "report"), [(_REPORT, True), (_RECIPE, False)])
def test_only_one_side_has_its_say(text: str, report: bool) -> None:
    found = worded_like_a_report(_telling(text)), worded_otherwise(_telling(text))
    assert (found[0] > 0, found[1] > 0) == (report, not report)
    assert max(found) < 1


def test_words_are_read_without_case_spacing_or_figures() -> None:
    words = _telling(_REPORT).words()
    assert {"đại", "đại biểu", "năm 0"} <= set(words)
    assert _telling(_REPORT.replace(" ", "  ").replace("2024", "1999")).words() == words
    assert _telling(_REPORT[0].lower() + _REPORT[1:]).words() == words


def test_what_stands_far_down_is_not_read() -> None:
    long = " ".join(["Quán đông khách."] * 400)
    assert _telling(f"{long} {_REPORT}").words() == _telling(long).words()


def test_a_short_paragraph_behind_a_long_article_is_not_read() -> None:
    long = f"{_REPORT}\n" * 20
    assert _telling(f"{long}\n{_RECIPE}").words() == _telling(f"{long}\nMưa.").words()
    assert "phở" in _telling(f"{_REPORT}\n\n{_RECIPE}").words()
    assert "phở" in _telling(f"{long}\n{_RECIPE * 6}").words()


def test_little_is_never_certain() -> None:
    (strongest,) = sorted(weights("wording").of.values())[-1:]
    assert abs(certainty(score_of([strongest], 0.0))) < certainty(score_of([strongest] * 9, 0.0))
    assert score_of([], 0.5) == 0.5


def test_names_are_not_in_the_model() -> None:
    known = weights("wording").of
    assert not {"nguyễn", "hà nội", "văn", "đà nẵng", "hải quan", "nghệ an"} & set(known)
