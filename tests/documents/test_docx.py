"""Word files: numbers as Word prints them, what is shown and what is not, and files that are not to be trusted."""

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from documents.word_files import NS, level, listed, numbering, paragraph, word_file
from partyreports.documents import from_docx
from partyreports.errors import DocumentError, InputFileError, InputTypeError


def text_of(body: str, **parts: str) -> str:
    return from_docx(word_file(body, **parts)).text


def test_paragraphs_breaks_and_tabs() -> None:
    body = (
        paragraph("Họp |báo")
        + paragraph("")
        + "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>"
    )
    assert text_of(body) == "Họp báo\n\na\nb\tc"


# --- numbers

DECIMAL = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "decimal", "%1.%2.%3.")


@pytest.mark.parametrize(
    ("levels", "items", "markers"),
    [
        (DECIMAL, [0, 0, 0], ["1.", "2.", "3."]),
        (DECIMAL, [0, 1, 1, 0, 1], ["1.", "a)", "b)", "2.", "a)"]),
        (DECIMAL, [0, 2, 2], ["1.", "1.a.1.", "1.a.2."]),
        (level(0, "upperRoman", "%1.") + level(1, "decimal", "%2."), [0, 1, 0, 1], ["I.", "1.", "II.", "1."]),
        (level(0, "decimal", "Điều %1."), [0, 0], ["Điều 1.", "Điều 2."]),
        (level(0, "decimal", "%1.", start=5), [0, 0], ["5.", "6."]),
        (level(0, "decimalZero", "%1/"), [0, 0], ["01/", "02/"]),
        (level(0, "bullet", "\uf0b7"), [0, 0], ["•", "•"]),
        (level(0, "none", ""), [0], [""]),
        (
            level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2."),
            [0, 1, 1, 0, 1],
            ["1.", "1.1.", "1.2.", "2.", "2.1."],
        ),
        (
            level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.", "<w:isLgl/>"),
            [0, 0, 1],
            ["I.", "II.", "2.1."],
        ),
        (
            level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'),
            [0, 1, 0, 1],
            ["I.", "1.", "II.", "2."],
        ),
        (level(0, "lowerLetter", "%1)", start=26), [0, 0], ["z)", "aa)"]),
        (level(0, "decimal", "(%1)", '<w:suff w:val="nothing"/>'), [0], ["(1)"]),
    ],
)
def test_numbers_are_those_that_word_prints(levels: str, items: list[int], markers: list[str]) -> None:
    text = text_of("".join(listed("x", 1, item) for item in items), numbering=numbering(levels))
    assert [line.strip().removesuffix("x").strip() for line in text.splitlines()] == markers


def test_two_lists_of_one_kind_count_on_unless_one_starts_anew() -> None:
    again = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    anew = '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    numbers = numbering(level(0, "decimal", "%1."), nums=again + anew)
    text = text_of(listed("a", 1) + listed("b", 2) + listed("c", 3) + listed("d", 3), numbering=numbers)
    assert text == "1. a\n2. b\n1. c\n2. d"


def test_a_style_and_the_styles_that_build_on_it_give_numbers() -> None:
    styles = (
        f"<w:styles {NS}>"
        '<w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Dieu"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Khoan"><w:basedOn w:val="Dieu"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style></w:styles>'
    )
    levels = level(0, "decimal", "Điều %1.") + level(1, "decimal", "%2.", '<w:pStyle w:val="Khoan"/>')
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="{style}"/>')
        for text, style in (("a", "Dieu"), ("b", "Con"), ("c", "Khoan"), ("d", "Vong"), ("e", "Thieu"))
    )
    body += paragraph("f", '<w:pStyle w:val="Dieu"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    text = text_of(body, styles=styles, numbering=numbering(levels))
    assert text.split("\n\n") == ["Điều 1. a\nĐiều 2. b\n  1. c", "d", "e", "f"]


def test_the_indent_says_what_stands_in_what() -> None:
    def left(twips: int) -> str:
        return f'<w:pPr><w:ind w:left="{twips}"/></w:pPr>'

    levels = (level(0, "decimal", "%1.", left(360)), level(0, "lowerLetter", "%1)", left(720)))
    body = listed("a", 1) + listed("b", 2) + listed("c", 2) + listed("d", 1) + paragraph("e") + listed("f", 2)
    assert text_of(body, numbering=numbering(*levels)) == "1. a\n  a) b\n  b) c\n2. d\n\ne\n\nc) f"


def test_a_list_that_is_not_there_gives_no_number() -> None:
    assert text_of(listed("a", 9) + listed("b", 1, 7), numbering=numbering(level(0, "decimal", "%1."))) == "a\n\nb"
    assert text_of(listed("a", 1)) == "a"


# --- what is shown


def test_rows_are_lines_and_cells_are_parted_by_tabs() -> None:
    def table(*rows: tuple[str, ...]) -> str:
        cells = ("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
        return "<w:tbl>" + "".join(cells) + "</w:tbl>"

    a, b, c = paragraph("a"), paragraph("b"), paragraph("c")
    assert text_of(table((a, b), (c, paragraph("")))) == "a\tb\nc"
    assert text_of(table((a + b, c))) == "a\nb\nc"
    assert text_of(a + table((table((b, c)),))) == "a\nb\tc"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:ins><w:r><w:t>b</w:t></w:r></w:ins>", "abc"),
        ("<w:del><w:r><w:delText>b</w:delText></w:r></w:del>", "ac"),
        ("<w:hyperlink><w:r><w:t>b</w:t></w:r></w:hyperlink>", "abc"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r>", "ac"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>b</w:t></w:r>', "abc"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>", "ac"),
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>b</w:t></w:r></w:sdtContent></w:sdt>", "abc"),
        ('<w:r><w:sym w:font="x" w:char="2013"/></w:r>', "a–c"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "ac"),
        ("<w:r><w:noBreakHyphen/></w:r>", "a\u2011c"),
        ("<w:commentRangeStart/><w:r><w:commentReference/></w:r>", "ac"),
    ],
)
def test_runs_that_are_shown_and_runs_that_are_not(inner: str, text: str) -> None:
    assert text_of(f"<w:p><w:r><w:t>a</w:t></w:r>{inner}<w:r><w:t>c</w:t></w:r></w:p>") == text


def test_boxes_of_text_are_read_once() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent>{paragraph('b')}</w:txbxContent>"
    drawing = f"<w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    document = from_docx(word_file(f"<w:p><w:r><w:t>a</w:t></w:r>{drawing}</w:p>{paragraph('c')}"))
    assert document.text == "a\n\nb\n\nc"
    assert document.origin((3, 4)).exact == "b"


def test_notes_stand_at_the_end() -> None:
    notes = f'<w:footnotes {NS}><w:footnote w:type="separator">{paragraph("-")}</w:footnote><w:footnote w:id="1">{paragraph("Theo báo cáo.")}</w:footnote></w:footnotes>'
    body = "<w:p><w:r><w:t>Có 70</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:t> điểm cầu.</w:t></w:r></w:p>"
    document = from_docx(word_file(body, footnotes=notes))
    assert document.text == "Có 70 điểm cầu.\n\nTheo báo cáo."
    assert [note.code for note in document.notes] == ["note-marks-left-out"]
    origin = document.origin((len(document.text) - 13, len(document.text)))
    assert origin.ranges[0].start.part == "word/footnotes.xml"  # type: ignore[union-attr]


# --- files that are not to be trusted


def packed(**parts: str | bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return stream.getvalue()


BOMB = f"<w:document {NS}><w:body><w:p>" + " " * 30_000_000 + "</w:p></w:body></w:document>"
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not a Word file"),
        (b"PK\x03\x04 rubbish", "not a Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "save it as .docx"),
        (packed(other="<a/>"), "no Word file"),
        (packed(word__document="<a>"), "damaged"),
        (packed(word__document="<a/>"), "no text part"),
        (packed(word__document=BOMB), "refused"),
        (packed(word__document=ENTITIES + f"<w:document {NS}><w:body/></w:document>"), "document type"),
        (packed(word__document=OUTSIDE + f"<w:document {NS}><w:body>&a;</w:body></w:document>"), "document type"),
        (word_file("<w:sdt>" * 5000), "deep"),
        (word_file(paragraph("a"), numbering=ENTITIES + numbering()), "document type"),
        (word_file(paragraph("a"))[:-40], "not a Word file"),
    ],
)
def test_damaged_and_hostile_files_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        from_docx(data)


def test_a_damaged_byte_is_an_error_of_ours() -> None:
    data = word_file("".join(paragraph(f"dòng {i}") for i in range(200)), numbering=numbering(DECIMAL))
    for position in range(0, len(data), 37):
        broken = data[:position] + bytes([data[position] ^ 0x55]) + data[position + 1 :]
        with suppress(DocumentError):
            from_docx(broken)


def test_files_and_their_absence(tmp_path: Path) -> None:
    path = tmp_path / "tin.docx"
    path.write_bytes(word_file(paragraph("a")))
    assert from_docx(path).text == from_docx(str(path)).text == "a"
    with pytest.raises(InputFileError, match="No such file"):
        from_docx(tmp_path / "khac.docx")
    with pytest.raises(InputTypeError):
        from_docx(None)  # type: ignore[arg-type]
