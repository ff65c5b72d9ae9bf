"""Verbs that scraping has glued to the words around them."""

import pytest

from partyreports import parse
from partyreports.text.source import SourceText


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ông Trần Văn Mítchủ trì hội nghị.", "Ông Trần Văn Mít chủ trì hội nghị."),
        ("Tỉnh ủychủ trìcuộc họp.", "Tỉnh ủy chủ trì cuộc họp."),
        ("Bà Lê Thị Nachủ toạ phiên họp.", "Bà Lê Thị Na chủ toạ phiên họp."),
        ("Ông Trần Văn Mít chủ trì, bà Na dự.", "Ông Trần Văn Mít chủ trì, bà Na dự."),
        ("(chủ trì) “chủ trì”", "(chủ trì) “chủ trì”"),
    ],
)
def test_a_space_is_shown(text: str, shown: str) -> None:
    source = SourceText(text)
    assert source.text == shown
    assert source.raw == text


def test_places_lead_back_to_the_text() -> None:
    text = "Họp giao ban\n\nSáng 5/3/2024, ông Trần Văn Mítchủ trì hội nghị giao ban."
    (chair,) = parse(text, meeting=True).chairs
    assert chair.name.text == "Trần Văn Mít"
    assert text[chair.name.span.start : chair.name.span.end] == "Trần Văn Mít"
