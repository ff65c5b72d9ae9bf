"""Files: what they are is told by their content first, and what cannot be read is refused with advice."""

from pathlib import Path
from typing import Any

import pytest

from documents.build_pages import encode_1258
from documents.pdf_files import Words, pdf_file
from documents.word_files import paragraph, word_file
from partyreports.documents import (
    SourceKind,
    from_bytes,
    from_docx,
    from_file,
    from_html,
    from_markdown,
    from_pdf,
    from_text,
)
from partyreports.errors import DocumentError, InputFileError, InputTypeError
from shapes import ROOT

NEWS = (ROOT / "examples" / "giao_ban_thang_5.txt").read_text(encoding="utf-8")
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
        ("Họp báo ở đây".encode("cp1258", "replace") + b"\xea\xe1 ", "iconv -f WINDOWS-1258"),
        (encode_1258(NEWS), "iconv -f WINDOWS-1258"),
        ("Héi nghÞ giao ban ®¬n vÞ, ®ång chÝ NguyÔn V¨n Hßa chñ tr×".encode("latin-1"), "iconv -f TCVN "),
        ("Hoäi nghò giao ban, ñoàng chí Nguyeãn Vaên Hoøa, ñaïi dieän ñôn vò".encode("latin-1"), "VNI.*UniKey"),
        (NEWS.encode()[:200] + b"\xff" + NEWS.encode()[201:], "damaged or cut off; .* iconv -c"),
        (NEWS.encode("utf-16-le"), "UTF-16 without a byte order mark.* iconv -f UTF-16LE"),
        (NEWS.encode("utf-16-be"), "UTF-16 without a byte order mark.* iconv -f UTF-16BE"),
        (b"\xef\xbb\xbfH\xe1i", "not UTF-8 .* its byte order mark says"),
        (b'[{"text": "Hop bao"}]', "this is JSON .* --input-format jsonl"),
        (b'{"text": "Hop bao"}\n{"text": "Giao ban"}\n', "this is JSON .* --input-format jsonl"),
        (b"From: a@example.org\nContent-Transfer-Encoding: base64\n\nSMOhaQ==", "a mail as it was sent"),
        (b"From: a@example.org\r\nMIME-Version: 1.0\r\n\r\nH=E1=BB=8Dp", "a mail as it was sent"),
        (b"{\\rtf1 a}", "docx"),
        (b"\x89PNG\r\n", "tesseract"),
        (b"\x1f\x8b\x08", "unpack"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx"),
        (b"\x00\xff\x00\xfe rubbish", "format that is known"),
        ("Họp báo".encode("utf-16")[:-1], "not UTF-16 .* its byte order mark says"),
    ],
)
def test_what_cannot_be_read_is_refused_with_advice_that_fits(data: bytes, advice: str) -> None:
    with pytest.raises((DocumentError, InputFileError), match=advice) as caught:
        from_bytes(data, "tin.xyz")
    assert str(caught.value).startswith("tin.xyz: ")
    assert ("iconv" in str(caught.value)) == ("iconv" in advice)


@pytest.mark.parametrize("text", ["[Video] Họp báo", '{"Họp báo"}', '[{"a": 1}] Họp báo', "{", "[" * 9000 + '{"'])
def test_a_text_with_brackets_is_a_text(text: str) -> None:
    assert from_bytes(text.encode()).text == text


def test_a_mail_that_was_pasted_is_a_text() -> None:
    pasted = "From: a@example.org\nSubject: Giao ban\n\nSáng 4/6/2024, xã họp giao ban.\nMIME-Version: 1.0"
    assert from_bytes(pasted.encode()).text == pasted


@pytest.mark.parametrize("wrong", [None, 5, ["a.txt"]])
def test_what_is_no_file_and_no_text_is_refused(wrong: Any) -> None:
    for reader in (from_file, from_bytes, from_text, from_html, from_markdown, from_docx, from_pdf):
        with pytest.raises(InputTypeError):
            reader(wrong)
    with pytest.raises(InputTypeError, match="a pair of offsets"):
        from_text("Họp báo").origin(wrong)


def test_bytes_are_no_path_and_paths_no_bytes() -> None:
    wrong: Any = "a.txt"
    with pytest.raises(InputTypeError, match="takes the bytes of a file, not str"):
        from_bytes(wrong)
    wrong = b"a.txt"
    with pytest.raises(InputTypeError, match="takes a path, not bytes"):
        from_file(wrong)
    assert from_bytes(bytearray(b"a")).text == "a"
    with pytest.raises(InputFileError, match="null"):
        from_file("a\0b.txt")


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
