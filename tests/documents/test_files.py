"""Files: what they are is told by their content first, and what cannot be read is refused with advice."""

from pathlib import Path

import pytest

from documents.pdf_files import Words, pdf_file
from documents.word_files import paragraph, word_file
from partyreports.documents import SourceKind, from_bytes, from_file
from partyreports.errors import DocumentError, InputFileError

WORD = word_file(paragraph("a"))
PDF = pdf_file([Words(72, 72, 12, "a")])


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (WORD, "tin.docx", SourceKind.DOCX),
        (WORD, "tin", SourceKind.DOCX),
        (PDF, "tin.pdf", SourceKind.PDF),
        (b"\n" + PDF, "tin.bin", SourceKind.PDF),
        (b"<p>a", "tin.html", SourceKind.HTML),
        (b"<!DOCTYPE html><p>a", "tin.txt", SourceKind.HTML),
        (b"  <!-- saved from url --><html><p>a", "tin", SourceKind.HTML),
        ("<html><p>a".encode("utf-16"), "tin", SourceKind.HTML),
        (b"a", "tin.md", SourceKind.MARKDOWN),
        (b"a", "tin.txt", SourceKind.TEXT),
        ("a".encode("utf-16"), "tin.txt", SourceKind.TEXT),
        ("a".encode("utf-8-sig"), "tin.txt", SourceKind.TEXT),
        ("a".encode("utf-32"), "tin.txt", SourceKind.TEXT),
    ],
)
def test_the_format_is_told_by_content_and_name(data: bytes, name: str, kind: SourceKind, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    document = from_file(path, url="https://thu-tich.example/1")
    assert (document.source, document.text, document.url) == (kind, "a", "https://thu-tich.example/1")


def test_a_text_is_markdown_where_the_caller_says_so() -> None:
    assert from_bytes(b"# a", "tin.txt", markdown=True).text == "a"
    assert from_bytes(b"# a", "tin.txt").text == "# a"


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        ("Họp báo ở đây".encode("cp1258", "replace") + b"\xea\xe1 ", "iconv"),
        (b"{\\rtf1 a}", "docx"),
        (b"\x89PNG\r\n", "tesseract"),
        (b"\x1f\x8b\x08", "unpack"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx"),
        (b"\x00\xff\x00\xfe rubbish", "format that is known"),
        ("Họp báo".encode("utf-16")[:-1], "UTF-16"),
    ],
)
def test_what_cannot_be_read_is_refused_with_advice_that_fits(data: bytes, advice: str) -> None:
    with pytest.raises((DocumentError, InputFileError), match=advice) as caught:
        from_bytes(data, "tin.xyz")
    assert str(caught.value).startswith("tin.xyz: ")
    assert ("iconv" in str(caught.value)) == (advice in {"iconv", "UTF-16"})


def test_archives_of_other_kinds_are_refused_with_advice_that_fits() -> None:
    for old, new, advice in (
        (b"word/", b"xlxx/", "Word file"),
        (b"word/document.xml", b"xl/xxdocument.xml", "spreadsheet"),
    ):
        with pytest.raises(DocumentError, match=advice):
            from_bytes(WORD.replace(old, new), "tin.zip")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputFileError, match="No such file"):
        from_file(tmp_path / "khac.txt")
