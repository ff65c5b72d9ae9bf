"""Every span leads back: the words at the origin are the words of the text."""

import html
import json
import unicodedata
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import lxml.html
import pypdfium2
import pytest
from hypothesis import given, strategies as st

from browsing import chromium, why_not
from documents import article
from documents.word_files import article_with_automatic_numbers, level, listed, numbering, paragraph, word_file
from partyreports import Passage, Span, parse
from partyreports.documents import (
    Document,
    DocxOrigin,
    HtmlOrigin,
    PdfOrigin,
    TextOrigin,
    from_bytes,
    from_file,
    from_html,
    from_markdown,
    from_text,
)
from partyreports.documents.origins import DomPosition
from partyreports.errors import DocumentError

HERE = Path(__file__).parent
PAGES = sorted((HERE / "pages").glob("*.html"))
PDF = HERE / "files" / "modern_cms.pdf"
ODD_PAGE = """<!DOCTYPE html><title>Tin</title><body>đầu <p>Một <b>hai</b> &amp;&nbsp;ba<br>bốn<!-- ẩn -->năm
<table><thead><tr><th>A<th>B</thead><tr><td>sáu<td>bảy</table>
<table><tr><td><p>tám<p>chín<table><tr><td>x</table><tr><td>mười<div>mười một</div></table>
<ol reversed><li>a<li>b<ul><li>c<script>var x = 'p'</script> d</ul></ol>e<div hidden>f</div>g <pre>h
  i</pre><q>k</q><sup><a href="#1">1</a></sup><custom-tag>l<o:p>m</o:p></custom-tag> 𝗡 cuối"""
ODD_MARKDOWN = "# *Một* `hai`\n\n> ba **bốn**\\. &agrave; [năm](x) ![sáu](y)\n> bảy\n\n* tám\n  1. chín\n  1. mười\n\n| a | **b** |\n|--|--|\n"


def shown(words: str) -> str:
    return "".join(words.split())


def copied(document: Document, span: tuple[int, int]) -> str:
    """The words of a span that the reader did not generate."""
    return shown(
        "".join(document.text[piece.start : piece.end] for piece in document.pieces(span) if not piece.generated)
    )


def documents() -> dict[str, Document]:
    pages = {page.stem: from_file(page) for page in PAGES}
    return {
        **pages,
        "whole page": from_html((HERE / "pages" / "modern_cms.html").read_bytes(), whole_page=True),
        "odd page": from_html(ODD_PAGE, whole_page=True),
        "markdown": from_markdown(article.MARKDOWN),
        "odd markdown": from_markdown(ODD_MARKDOWN),
        "docx": from_bytes(article_with_automatic_numbers()),
        "pdf": from_file(PDF),
        "text": from_text(article.TEXT),
    }


DOCUMENTS = documents()
TREES = {
    **{page.stem: page.read_bytes().decode("cp1258" if "1258" in page.stem else "utf-8") for page in PAGES},
    "odd page": ODD_PAGE,
}


def spans(document: Document) -> st.SearchStrategy[tuple[int, int]]:
    places = st.integers(0, len(document.text))
    return st.tuples(places, places).map(lambda pair: (min(pair), max(pair)))


@pytest.mark.parametrize("name", DOCUMENTS)
@given(data=st.data())
def test_the_words_at_the_origin_are_the_words_of_the_text(name: str, data: st.DataObject) -> None:
    document = DOCUMENTS[name]
    span = data.draw(spans(document))
    origin = document.origin(span)
    pieces = list(document.pieces(span))
    assert [piece.start for piece in pieces] == [span[0], *(piece.end for piece in pieces[:-1])][: len(pieces)]
    assert not pieces or pieces[-1].end == span[1]
    assert origin.generated == (bool(pieces) and all(piece.generated for piece in pieces))
    for part in origin.ranges:
        quote = part.quote
        assert quote.exact == document.source_text[quote.start : quote.end]
        assert document.source_text[: quote.start].endswith(quote.prefix)
        assert document.source_text[quote.end :].startswith(quote.suffix)
    words = shown("".join(part.quote.exact for part in origin.ranges))
    if name in {"markdown", "odd markdown"}:  # its marks stand between the words
        for piece in pieces:
            if not piece.generated and piece.end - piece.start == piece.source_end - piece.source_start:
                assert (
                    document.text[piece.start : piece.end]
                    == document.source_text[piece.source_start : piece.source_end]
                )
    elif name == "json_island":  # written with the escapes of JSON
        meant = "".join(html.unescape(json.loads(f'"{part.quote.exact}"')) for part in origin.ranges)
        assert shown(meant) == copied(document, span)
    else:
        assert words == copied(document, span)


# --- found again by other means than ours


class OtherTree:
    """A page as lxml's own tree, which puts no tbody where none is written."""

    def __init__(self, page: str) -> None:
        root: Any = lxml.html.document_fromstring(page.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
        self.root = root
        self.text: str = str(self.root.xpath("string()"))
        self.starts: dict[object, int] = {}
        length = 0
        for event, element in lxml.etree.iterwalk(self.root, events=("start", "end", "comment")):
            if event == "start":
                self.starts[element] = length
                length += len(element.text or "")
            elif event in {"end", "comment"}:
                length += len(element.tail or "")

    def offset(self, position: DomPosition) -> int:
        (element,) = self.root.xpath(position.xpath)
        assert position.offset <= len(element.xpath("string()"))
        return self.starts[element] + position.offset


@pytest.mark.parametrize("name", TREES)
def test_xpath_and_offsets_find_the_words_in_another_tree(name: str) -> None:
    document, tree = DOCUMENTS[name], OtherTree(TREES[name])
    for start in range(0, len(document.text), 7):
        origin = document.origin((start, min(start + 40, len(document.text))))
        assert isinstance(origin, HtmlOrigin)
        for part in origin.ranges:
            assert tree.text[tree.offset(part.start) : tree.offset(part.end)] == part.quote.exact


_FIND = """
const [start, end] = arguments;
function place({xpath, offset}) {
  const found = document.evaluate(xpath, document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
  if (found.snapshotLength !== 1) throw new Error(xpath + " finds " + found.snapshotLength);
  const walker = document.createTreeWalker(found.snapshotItem(0), NodeFilter.SHOW_TEXT);
  let node = walker.nextNode(), last = node;
  while (node && Array.from(node.data).length < offset) { offset -= Array.from(node.data).length; last = node; node = walker.nextNode(); }
  return [node, Array.from(node.data).slice(0, offset).join("").length];
}
const range = document.createRange();
range.setStart(...place(start));
range.setEnd(...place(end));
return range.toString();
"""


@pytest.mark.skipif(why_not() is not None, reason=str(why_not()))
def test_the_selectors_find_the_words_in_a_browser(tmp_path: Path) -> None:
    odd = tmp_path / "odd.html"
    odd.write_text(ODD_PAGE.replace("<title>", "<meta charset=utf-8><title>"), encoding="utf-8")
    pages = [odd, *(HERE / "pages" / f"{name}.html" for name in ("aspnet_table", "liferay", "forum_copy", "joomla"))]
    with chromium() as driver:
        for page in pages:
            document = from_html(page.read_bytes(), whole_page=page == odd)
            driver.get(page.as_uri())
            for start in range(0, len(document.text), 11):
                origin = document.origin((start, min(start + 30, len(document.text))))
                assert isinstance(origin, HtmlOrigin)
                for part in origin.ranges:
                    found = driver.execute_script(_FIND, part.start._asdict(), part.end._asdict())
                    assert found == part.quote.exact, (page.name, part)


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_paragraph_run_and_offset_find_the_words_in_the_word_file() -> None:
    data = article_with_automatic_numbers()
    document = from_bytes(data)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))
    runs = [
        (number, i, "".join(text.text or "" for text in run.iter(f"{W}t")))
        for number, paragraph_ in enumerate(root.iter(f"{W}p"))
        for i, run in enumerate(paragraph_.iter(f"{W}r"))
    ]
    starts = {}
    length = 0
    for number, i, words in runs:
        starts[number, i] = length
        length += len(words)
    text = "".join(words for *_, words in runs)
    for start in range(0, len(document.text), 5):
        span = (start, min(start + 60, len(document.text)))
        origin = document.origin(span)
        assert isinstance(origin, DocxOrigin)
        if origin.generated:
            continue
        (part,) = origin.ranges
        begin, end = (starts[place.paragraph, place.run] + place.offset for place in (part.start, part.end))
        assert shown(text[begin:end]) == copied(document, span)


def test_boxes_find_the_words_on_the_pages_of_a_pdf() -> None:
    document = from_file(PDF)
    pdf = pypdfium2.PdfDocument(PDF)
    for line in document.text.splitlines():
        start = document.text.index(line)
        origin = document.origin((start, start + len(line)))
        assert isinstance(origin, PdfOrigin)
        words = ""
        for box in (box for part in origin.ranges for box in part.boxes):
            page = pdf[box.page - 1]
            height = page.get_height()
            words += page.get_textpage().get_text_bounded(box.left, height - box.bottom, box.right, height - box.top)
        assert shown(line) in shown(words)
        assert len(shown(words)) <= len(shown(line)) + 4
    pdf.close()


def test_line_and_column_find_the_words_in_a_markdown_source() -> None:
    document = from_markdown("# Tin\n\nHọp **báo**\r\n\n1. Rà soát\n")
    start = document.text.index("báo")
    origin = document.origin((start, start + 3))
    assert isinstance(origin, TextOrigin)
    (part,) = origin.ranges
    assert (part.start.line, part.start.column, part.end.column) == (3, 6, 9)


# --- the forms of a span, and of an origin


def test_spans_passages_and_pairs_are_all_taken() -> None:
    document = from_html("<h1>Họp báo tháng 5</h1><p>Chiều 3/5, ông Lê Văn Tám chủ trì họp báo.")
    title = parse(document.text).title
    assert title is not None
    wanted = document.origin(title)
    assert document.origin(title.span) == wanted == document.origin((title.span.start, title.span.end))
    assert isinstance(title, Passage)


@pytest.mark.parametrize("span", [(-1, 2), (3, 2), (0, 99)])
def test_a_span_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(DocumentError, match="does not lie"):
        from_text("Họp báo").origin(span)


def test_what_is_generated_says_so_and_where() -> None:
    document = from_html("<ol><li>Rà soát<li>Báo cáo</ol>")
    marker = document.text.index("2.")
    origin = document.origin(Span(start=marker, end=marker + 2))
    assert origin.generated
    assert origin.exact == ""
    assert isinstance(origin, HtmlOrigin)
    assert origin.ranges[0].start == DomPosition("/html[1]/body[1]/ol[1]/li[2]", 0)


def test_selectors_are_those_of_the_web_annotation_model() -> None:
    document = from_html("<p>Chiều 3/5<p>họp báo")
    within, across = document.origin((0, 5)), document.origin((6, len(document.text)))
    ((by_path, by_position, by_words),) = within.selectors()
    assert by_path == {
        "type": "XPathSelector",
        "value": "/html[1]/body[1]/p[1]",
        "refinedBy": {"type": "TextPositionSelector", "start": 0, "end": 5},
    }
    assert by_position == {"type": "TextPositionSelector", "start": 0, "end": 5}
    assert by_words == {"type": "TextQuoteSelector", "exact": "Chiều", "prefix": "", "suffix": " 3/5họp báo"}
    ((by_range, *_),) = across.selectors()
    assert by_range["type"] == "RangeSelector"
    assert by_range["endSelector"]["value"] == "/html[1]/body[1]/p[2]"
    for name in ("pdf", "docx", "markdown"):
        for part in DOCUMENTS[name].origin((0, 10)).selectors():
            assert all("type" in selector for selector in part)
            assert json.dumps(part)


def test_the_map_is_small_beside_the_text() -> None:
    document = from_html("<p>" + "lời văn dài " * 50_000)
    assert len(document.offsets.starts) < 5


@pytest.mark.parametrize(
    "make",
    [
        lambda: from_html(ODD_PAGE),
        lambda: from_markdown(ODD_MARKDOWN),
        lambda: from_bytes(word_file(paragraph("a") + listed("b", 1), numbering=numbering(level(0, "decimal", "%1.")))),
    ],
)
def test_the_same_source_gives_the_same_document(make: Callable[[], Document]) -> None:
    first, again = make(), make()
    assert first == again
    assert first.origin((0, len(first.text))) == again.origin((0, len(again.text)))
    assert unicodedata.is_normalized("NFC", first.text)
