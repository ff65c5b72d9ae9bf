"""PDFs: paragraphs out of lines, without heads and feet of pages."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from documents.pdf_files import Words, pdf_file
from partyreports.documents import PdfOrigin, from_file, from_pdf
from partyreports.errors import DocumentError, InputFileError, InputTypeError

FILES = Path(__file__).parent / "files"


def text_of(*pages: list[Words], **options: str) -> list[str]:
    return from_pdf(pdf_file(*pages, **options)).text.splitlines()


def lines(*written: str, top: float = 100, left: float = 72, size: float = 12, pitch: float = 16) -> list[Words]:
    return [Words(left, top + i * pitch, size, words) for i, words in enumerate(written)]


FULL = "Hoi nghi giao ban truc tuyen nganh Luu tru nam thang dau nam da ket noi toi"
"""A line that reaches the right edge of those below."""


def test_wrapped_lines_are_joined_into_paragraphs() -> None:
    page = lines(FULL, "cac diem cau trong ca nuoc.", FULL, "Hai la, phat hien mot viec.")
    assert text_of(page) == [f"{FULL} cac diem cau trong ca nuoc.", f"{FULL} Hai la, phat hien mot viec."]


def test_short_lines_stay_lines() -> None:
    assert text_of(lines(FULL + " va", "Mot dong ngan.", "Dong nua.", FULL)) == [
        FULL + " va Mot dong ngan.",
        "Dong nua.",
        FULL,
    ]


def test_list_items_begin_lines_of_their_own() -> None:
    page = lines(FULL, "1. Ra soat.", FULL, "a) bo sung", FULL, "- bao cao")
    assert text_of(page) == [FULL, "1. Ra soat.", FULL, "a) bo sung", FULL, "- bao cao"]


def test_space_between_lines_and_an_indent_begin_paragraphs() -> None:
    apart = [*lines(FULL, "het."), *lines(FULL, "het.", top=150)]
    assert text_of(apart) == [f"{FULL} het."] * 2
    indented = [*lines(FULL), *lines(FULL, top=116, left=96), *lines("het.", top=132)]
    assert text_of(indented)[0] == FULL


def test_a_headline_in_large_type_is_one_line_and_menus_above_it_are_left_out() -> None:
    page = [
        *lines("Trang chu", "Tin tuc", top=60, pitch=20),
        *lines("Nganh Luu tru giao ban", "nam thang dau nam", top=110, size=22, pitch=26),
        *lines(FULL, "het.", top=180),
    ]
    assert text_of(page) == ["Nganh Luu tru giao ban nam thang dau nam", f"{FULL} het."]


def test_heads_feet_and_page_numbers_are_left_out() -> None:
    pages = [
        [*lines("Ban tin so 5", top=30), *lines(FULL, "het.", top=200), *lines(f"Trang {i}/3", top=770)]
        for i in (1, 2, 3)
    ]
    assert text_of(*pages) == [f"{FULL} het."] * 3


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    assert text_of(lines(FULL), lines("cac diem cau.")) == [f"{FULL} cac diem cau."]


def test_pages_are_read_from_top_to_bottom_whatever_the_order_of_the_file() -> None:
    assert text_of([*lines("Hai.", top=300), *lines("Mot.", top=200)]) == ["Mot.", "Hai."]


def test_columns_are_read_one_after_the_other() -> None:
    left = lines("Cot mot dong mot cua", "bai bao nay la het.", left=72)
    right = lines("Cot hai dong mot cua", "bai bao kia la het.", left=320)
    assert text_of([*left, *right]) == [
        "Cot mot dong mot cua bai bao nay la het.",
        "Cot hai dong mot cua bai bao kia la het.",
    ]


def test_the_origin_is_page_and_box() -> None:
    document = from_pdf(pdf_file(lines("Mot."), lines("Hai dong.", top=200)))
    start = document.text.index("dong")
    origin = document.origin((start, start + 4))
    assert isinstance(origin, PdfOrigin)
    (box,) = origin.ranges[0].boxes
    assert box.page == 2
    assert 180 < box.top < box.bottom < 210
    assert 90 < box.left < box.right < 140
    value = origin.selectors()[0][0]["value"]
    assert value.startswith("page=2&viewrect=")


def test_the_title_of_the_file_is_a_hint() -> None:
    assert from_file(FILES / "modern_cms.pdf").title_hint is not None
    assert from_pdf(pdf_file(lines("Mot."), title="Tin moi")).title_hint == "Tin moi"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not a PDF"),
        (b"%PDF-1.7 rubbish", "not a PDF"),
        (pdf_file([]), "ocrmypdf"),
        ((FILES / "modern_cms.pdf").read_bytes()[:5000], "PDF"),
    ],
)
def test_damaged_files_and_scans_are_refused_with_advice(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        from_pdf(data)


def test_a_page_without_text_among_others_is_told() -> None:
    document = from_pdf(pdf_file(lines("Mot."), []))
    assert [(note.code, note.message[-2:]) for note in document.notes] == [("pages-without-text", "2.")]


def test_a_damaged_byte_is_an_error_of_ours() -> None:
    data = pdf_file(lines(FULL, "het."))
    for position in range(0, len(data), 11):
        with suppress(DocumentError):
            from_pdf(data[:position] + bytes([data[position] ^ 0x55]) + data[position + 1 :])


def test_files_and_their_absence(tmp_path: Path) -> None:
    with pytest.raises(InputFileError, match="No such file"):
        from_pdf(tmp_path / "khac.pdf")
    with pytest.raises(InputTypeError):
        from_pdf(None)  # type: ignore[arg-type]


def test_threads_may_read_at_once() -> None:
    path = FILES / "modern_cms.pdf"
    expected = from_pdf(path).text
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: from_pdf(path).text, range(8))) == {expected}
