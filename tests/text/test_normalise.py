"""What scrapers, editors and mail programs do to a text, and what the analysed text shows for it."""

import re

import pytest
from hypothesis import given, strategies as st

from partyreports import parse
from partyreports.text.source import SourceText


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        # white space
        ("Hội  nghị \t giao\u00a0 ban", "Hội nghị giao ban"),
        ("  Hội nghị  \n\t \n    1. Rà soát. ", "Hội nghị\n\n1. Rà soát."),
        ("Rà soát , bổ sung ; báo cáo .", "Rà soát, bổ sung; báo cáo."),
        ("trên trang .vn và mạng .NET", "trên trang .vn và mạng .NET"),
        ("Trang chủ » Tin tức", "Trang chủ » Tin tức"),
        # characters
        ("Ðảng bộ, ðồng chí, Ɖảng", "Đảng bộ, đồng chí, Đảng"),
        ("3\u20115\u20102023, 12/QĐ\u2012UBND, \u22125", "3-5-2023, 12/QĐ-UBND, -5"),
        ("Hà Nội – Huế — Sài Gòn, 2016–2020", "Hà Nội - Huế - Sài Gòn, 2016–2020"),
        ("– Rà soát —\n— Bổ sung – –", "– Rà soát —\n— Bổ sung – –"),
        ("12\u2044QĐ, 3\u22155", "12/QĐ, 3/5"),
        ("（１）Rà soát：７０％", "(1)Rà soát:70%"),
        ("① Rà soát, ⑴ ⒉ ❸ ⓑ", "(1) Rà soát, (1) 2. (3) (b)"),
        ("1\ufe0f\u20e3 Rà soát, 2\u20e3 bổ sung", "1. Rà soát, 2. bổ sung"),
        ("Ⅱ. Hạn chế, quý ⅳ", "II. Hạn chế, quý iv"),
        ("còn chậm... nhưng", "còn chậm… nhưng"),
        ("chấm......1", "chấm…1"),
        # zero width
        ("Một\u200blà, rà soát", "Một là, rà soát"),
        ("12\u200bđiểm cầu", "12 điểm cầu"),
        ("rà soát;\u200bhai là", "rà soát; hai là"),
        ("ngh\u200bị qu\u200byết, Trung\u200b ương\ufeff", "nghị quyết, Trung ương"),
        ("h\u200bộ\u200bi", "hội"),
        ("khu II\u200b, I\u200bI", "khu II, II"),
        # bullets
        ("■ Rà soát\n\uf0d8 Bổ sung\n👉 1. Báo cáo\n- Gửi", "• Rà soát\n• Bổ sung\n• 1. Báo cáo\n- Gửi"),
        ("o Rà soát\no Bổ sung", "• Rà soát\n• Bổ sung"),
        ("o Rà soát một mình", "• Rà soát một mình"),
        ("o nớ nói", "o nớ nói"),
        ("tăng → giảm ■ hết", "tăng → giảm ■ hết"),
        # mails and Markdown
        ("> Rà soát\n> bổ sung\n>> báo cáo", "Rà soát\nbổ sung\nbáo cáo"),
        ("| Rà soát\n| bổ sung", "Rà soát\nbổ sung"),
        ("Tin\nThân bài\n> Xem thêm: Tin khác\nHết", "Tin\nThân bài\n> Xem thêm: Tin khác\nHết"),
        ("## Kết quả\n### \n#tag", "Kết quả\n\n#tag"),
        ("**Một là,** rà soát; __hai là__ *bổ sung* _gấp_", "Một là, rà soát; hai là bổ sung gấp"),
        ("* Rà soát\n* Bổ sung 2*3 a_b_c (*)", "* Rà soát\n* Bổ sung 2*3 a_b_c (*)"),
        (
            "hiện đại hóa (*)\nXem (*)\n*Ghi chú* và *một\ndòng nữa*",
            "hiện đại hóa (*)\nXem (*)\nGhi chú và một\ndòng nữa",
        ),
        ("1\\. Rà soát\\; C:\\Windows", "1. Rà soát; C:\\Windows"),
        ("Rà soát\n***\n---\n* * *\nBổ sung", "Rà soát\n\n\n\nBổ sung"),
        ("mật khẩu ****, số ____/QĐ", "mật khẩu ****, số ____/QĐ"),
    ],
)
def test_what_is_shown(raw: str, shown: str) -> None:
    assert SourceText(raw).text == shown


def test_what_is_hidden_belongs_to_no_edge() -> None:
    text = "Tin\n\nBa nhiệm vụ:\n\n> **Một là,** rà  soát **hồ sơ**.\n> **Hai là,** bổ sung .\n> **Ba là,** báo cáo."
    points = parse(text).sections[0].points
    assert [point.marker.text for point in points] == ["Một là", "Hai là", "Ba là"]
    assert [point.text for point in points] == ["rà  soát **hồ sơ**.", "bổ sung .", "báo cáo."]


def test_a_numeral_in_one_character_is_quoted_as_that_character() -> None:
    points = parse("Tin\n\nHai nhiệm vụ:\n① Rà soát.\n② Bổ sung.").sections[0].points
    assert [(point.number, point.marker.text, point.text) for point in points] == [
        (1, "①", "Rà soát."),
        (2, "②", "Bổ sung."),
    ]


BULLETS = "o ■ □ ◆ ❖ ✔ √ ► → ➢ ➔ » ‣ ※ ★ \uf0a7 \uf0d8 \uf0fc \uf076 - – + * • ▪ ✓ ➤ \uf0b7 👉 ✅"


@pytest.mark.parametrize("sign", BULLETS.split())
def test_a_list_is_found_behind_bullets_of_any_kind(sign: str) -> None:
    report = parse(f"Tin\n\nNhiệm vụ:\n{sign} 1. Rà soát.\n{sign} 2. Báo cáo.\n")
    assert [(point.marker.text, point.text) for point in report.tasks] == [("1.", "Rà soát."), ("2.", "Báo cáo.")]


def test_headings_and_bold_lines_are_remembered() -> None:
    source = SourceText("# Tin\n\n**Kết quả**\n\nĐã xong  việc.\n\n## Hạn chế\nCòn **chậm**.\n###\n- **Nhiệm vụ:**\n")
    shown = source.text
    assert {shown[at : shown.index("\n", at)] for at in source.heading_lines} == {"Tin", "Hạn chế"}
    assert {shown[at : shown.index("\n", at)] for at in source.bold_lines} == {"Kết quả", "Nhiệm vụ:"}
    assert [note.code for note in source.notes] == ["looks-like-markdown"]


messy = st.text(
    st.sampled_from("*_#>|\\-=~.… \t\u00a0\u200b\ufeff\n\r①Ⅲ🔟1\ufe0f\u20e3■👉»oaộ\u0323Đ:;,)“”(️"), max_size=60
)


@given(messy)
def test_the_map_is_ordered_and_leads_back(raw: str) -> None:
    source = SourceText(raw)
    position = 0
    for i in range(len(source)):
        span = source.span(i, i + 1)
        assert position <= span.start <= span.end <= len(raw)
        position = span.end
    shown = [source.span(line.start, line.end) for line in source.filled]
    assert all(raw[span.start : span.end].strip() for span in shown)
    for line, span in zip(source.filled, shown, strict=True):
        assert source.range_of(span) == line


@given(messy)
def test_words_survive(raw: str) -> None:
    def words(text: str) -> str:
        return re.sub(r"[\W_\d]+", "", text.replace("①", "").replace("Ⅲ", "III"))

    assert words(SourceText(raw).text).replace("ộ", "") == words(raw.replace("\u0323", "")).replace("ộ", "")


@given(messy)
def test_no_odd_space_is_shown(raw: str) -> None:
    assert not re.search(r"[^\S \n]|  | $|^ | (?=\n)|(?<=\n) ", SourceText(raw).text, re.M)
