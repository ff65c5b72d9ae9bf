"""Texts that cannot be read as they are: told in notes."""

import unicodedata
from pathlib import Path

import pytest

from partyreports import parse
from partyreports.text.source import SourceText
from shapes import ROOT, read_article, shipped_articles

ARTICLE = read_article(ROOT / "examples" / "giao_ban_thuy_loi.txt")


def codes(text: str) -> list[str]:
    return [note.code for note in SourceText(text).notes]


def without_marks(text: str) -> str:
    bare = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    return bare.replace("đ", "d").replace("Đ", "D")


@pytest.mark.parametrize("path", shipped_articles(), ids=lambda path: path.stem)
def test_articles_are_legible(path: Path) -> None:
    assert codes(read_article(path)) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (without_marks(ARTICLE), "no-diacritics"),
        (ARTICLE.encode().decode("latin-1"), "mojibake"),
        (ARTICLE.encode().decode("cp1252", "replace"), "mojibake"),
        (
            "Héi nghÞ giao ban trùc tuyÕn th¸ng 6, tæng kÕt c«ng t¸c n¨m cña ngµnh vµ triÓn khai nhiÖm vô míi.",
            "mojibake",
        ),
        (
            "Hoäi nghò giao ban tröïc tuyeán toång keát coâng taùc naêm cuûa ngaønh vaø trieån khai nhieäm vuï môùi.",
            "mojibake",
        ),
        (" ".join(ARTICLE), "spaced-letters"),
        (
            "H ội ngh ị gia o b an t ổng k ết c ông tác n ăm c ủa ng ành và tr iển kh ai nhi ệm v ụ m ới.",
            "spaced-letters",
        ),
        ("<p>Hai nhiệm vụ:</p>\n<p>1. Rà soát.</p>\n<p>2. Báo cáo.</p>", "looks-like-html"),
        ("# Tin\n\nThân bài.", "looks-like-markdown"),
    ],
)
def test_what_is_not_is_told(text: str, code: str) -> None:
    assert codes(text) == [code]
    assert code in {note.code for note in parse(text).notes}


@pytest.mark.parametrize(
    "text",
    [
        "The committee held its regular briefing on Monday and adopted a plan for the next quarter of the year.",
        "Le comité a tenu sa réunion régulière où l'on a adopté un plan général pour l'année à venir, très détaillé.",
        "Noël, Aïda, Zoë et Raphaël ont déjà créé une équipe à Orléans, près de l'île où naît la rivière.",
        "Hội nghị",
        "x < y và y > z; a <b> c",
    ],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert codes(text) == []
