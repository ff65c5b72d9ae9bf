"""Pages of the shapes that real sites have, in words of our own: the scores on them do not fall.

The floors are set anew after a change for the better: `partyreports evaluate tests/pages --update-gate`.
"""

from partyreports.evaluation import load_folder
from partyreports.evaluation.gate import check
from shapes import ROOT

PAGES = ROOT / "tests" / "pages"


def test_all_pages_load_and_many_report_no_meeting() -> None:
    pages, failures = load_folder(PAGES)
    assert failures == []
    assert len({page.id for page in pages}) == len(pages) >= 500
    assert 0.3 < sum(not page.is_meeting_report for page in pages) / len(pages) < 0.5


def test_no_score_falls_below_its_floor() -> None:
    assert check(PAGES) == []
