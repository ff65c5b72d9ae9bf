"""Pages: what a reader sees of them, and what they say about themselves."""

import datetime
import json

import pytest

from documents import article
from documents.build_pages import encode_1258
from partyreports import parse
from partyreports.documents import HtmlOrigin, from_html
from partyreports.errors import DocumentError, InputTypeError


def text_of(html: str) -> str:
    return from_html(html, whole_page=True).text


# --- lines


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a<p>b", "a\n\nb"),
        ("<div>a</div><div>b</div>c", "a\nb\nc"),
        ("a<br>b<br><br>c", "a\nb\n\nc"),
        ("<h1>a</h1>b", "a\n\nb"),
        ("a<hr>b", "a\n\nb"),
        ("<b>a</b> <i>b</i>c", "a bc"),
        ("  a \n\t b  <span> </span> c", "a b c"),
        ("<pre>a\n  b</pre>c", "a\n  b\nc"),
        ("<p style='white-space: pre-wrap'>a  b\nc", "a  b\nc"),
        ("a<wbr>b&shy;c&nbsp;d", "ab\u00adc\u00a0d"),
        ("<dl><dt>a<dd>b</dl>", "a\nb"),
        ("<q>a</q> b", "“a” b"),
        ("<details><summary>a</summary>b</details>", "a\nb"),
        ("a<!-- b -->c", "ac"),
        ("", ""),
        ("a", "a"),
    ],
)
def test_blocks_and_breaks_become_lines(html: str, text: str) -> None:
    assert text_of(html) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a\tb\nc\td"),
        ("<table><thead><tr><th>a<th>b<tbody><tr><td><p>c</p><td>d<br>e</table>", "a\tb\nc\td e"),
        ("<table><tr><td><p>a<p>b<td>c</table>", "a\n\nb\n\nc"),
        ("<table><caption>a</caption><tr><td>b</table>", "a\nb"),
        ("<table><tr><td><table><tr><td>a<td>b</table></table>", "a\tb"),
    ],
)
def test_rows_are_lines_and_cells_are_parted_by_tabs(html: str, text: str) -> None:
    assert text_of(html) == text


@pytest.mark.parametrize(
    "html",
    [
        "<script>a</script>",
        "<style>a</style>",
        "<template><p>a</template>",
        "<noscript>a</noscript>",
        "<p hidden>a</p>",
        "<p style='DISPLAY : none'>a</p>",
        "<p style='visibility:hidden'>a</p>",
        "<span class='sr-only x'>a</span>",
        "<textarea>a</textarea><select><option>b</select><button>c</button>",
        "<svg><text>a</text></svg>",
        "<img alt='a'>",
        "<input value='a'>",
    ],
)
def test_what_a_reader_does_not_see_is_left_out(html: str) -> None:
    assert text_of(f"<p>x {html} y") in {"x y", "x\n\ny"}


# --- lists


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
        ("<ol start=3><li>a<li>b</ol>", "3. a\n4. b"),
        ("<ol start=0><li>a</ol>", "0. a"),
        ("<ol type=a><li>a<li>b</ol>", "a. a\nb. b"),
        ("<ol type=I><li>a<li>b</ol>", "I. a\nII. b"),
        ("<ol type=A start=27><li>a</ol>", "AA. a"),
        ("<ol reversed><li>a<li>b<li>c</ol>", "3. a\n2. b\n1. c"),
        ("<ol reversed start=10><li>a<li>b</ol>", "10. a\n9. b"),
        ("<ol><li>a<li value=7>b<li>c</ol>", "1. a\n7. b\n8. c"),
        ("<ol style='list-style: lower-roman inside'><li>a<li>b</ol>", "i. a\nii. b"),
        ("<ol><li type=a>a<li>b</ol>", "a. a\n2. b"),
        ("<ol style='list-style-type:none'><li>a</ol>", "a"),
        ("<ol><li>1. a<li>2. b</ol>", "1. a\n2. b"),
        ("<ul><li>a<li>- b<li>1. c</ul>", "• a\n- b\n1. c"),
        ("<ul style='list-style:none'><li>a</ul>", "a"),
        ("<ol><li>a<ol type=a><li>b<li>c</ol><li>d</ol>", "1. a\n  a. b\n  b. c\n2. d"),
        ("<ol><li>a<ul><li>b</ul></ol>", "1. a\n  • b"),
        ("<ol><li><p>a</p><p>b</p><li>c</ol>", "1. a\n\nb\n\n2. c"),
        ("<ol><li></li><li>b</ol>", "2. b"),
        ("<ol start=x><li value=y>a</ol>", "1. a"),
        ("<ol start=99999999999999999999><li>a</ol>", "999999999. a"),
    ],
)
def test_list_items_have_the_markers_that_a_browser_prints(html: str, text: str) -> None:
    assert text_of(html) == text


def test_generated_numbers_are_read_as_points() -> None:
    page = f"<h1>{article.TITLE}</h1><p>{article.LEAD}<p>{article.TASKS_HEAD}<ol start=5><li>Rà soát.<li>Báo cáo.</ol>"
    document = from_html(page)
    tasks = parse(document.text).tasks
    assert [(task.number, task.text) for task in tasks] == [(5, "Rà soát."), (6, "Báo cáo.")]
    assert document.origin(tasks[0].marker).generated
    assert document.origin(tasks[0].text_span).exact == "Rà soát."


# --- notes


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("70<sup>1</sup> điểm cầu", "70 điểm cầu"),
        ("hội nghị<sup><a href='#n1'>[2]</a></sup> xong", "hội nghị xong"),
        ("hội nghị<sup>(*)</sup>.", "hội nghị."),
        ("rộng 5 m<sup>2</sup>, 3 km<sup>2</sup>", "rộng 5 m2, 3 km2"),
    ],
)
def test_references_to_notes_do_not_run_into_numbers(html: str, text: str) -> None:
    assert text_of(html) == text


def test_left_out_references_are_told_and_the_notes_stay() -> None:
    document = from_html("<p>Có 70<sup>1</sup> điểm cầu.<p>1. Theo báo cáo.", whole_page=True)
    assert [note.code for note in document.notes] == ["note-marks-left-out"]
    assert document.text.endswith("1. Theo báo cáo.")


# --- what the page says about itself


def with_head(head: str) -> str:
    return f"<head><title>Trang chủ</title>{head}</head><body><h1>Họp báo tháng 5</h1>"


LD = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2021-06-02T08:00:00+07:00">', datetime.date(2021, 6, 2)),
        ('<meta property="article:published_time" content="2021-06-01T18:00:00Z">', datetime.date(2021, 6, 2)),
        ('<meta name="pubdate" content="02/06/2021">', datetime.date(2021, 6, 2)),
        ('<time itemprop="datePublished" datetime="2021-06-02">2/6</time>', datetime.date(2021, 6, 2)),
        ('<time datetime="2021-06-02">2/6</time>', None),
        (LD.format('{"@type": "NewsArticle", "datePublished": "2021-06-02"}'), datetime.date(2021, 6, 2)),
        (LD.format('{"@graph": [{"@type": ["Article"], "datePublished": "2021-06-02"}]}'), datetime.date(2021, 6, 2)),
        (LD.format('{"@type": "Event", "datePublished": "2021-06-02"}'), None),
        (LD.format("{"), None),
        (LD.format("[" * 5000), None),
        ('<meta name="pubdate" content="2021-13-45">', None),
        ('<meta name="pubdate" content="hôm qua">', None),
        ('<meta property="article:modified_time" content="2021-06-02">', None),
    ],
)
def test_the_date_of_publication_is_what_the_metadata_say(head: str, published: datetime.date | None) -> None:
    document = from_html(with_head(head))
    assert document.published == published
    assert "2021" not in document.text


def test_metadata_that_disagree_give_no_date_but_a_note() -> None:
    head = '<meta name="pubdate" content="2021-06-02"><meta property="article:published_time" content="2021-06-05">'
    document = from_html(with_head(head))
    assert document.published is None
    assert [note.code for note in document.notes] == ["published-unclear"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("", "Trang chủ"),
        ('<meta property="og:title" content="Họp  báo">', "Họp báo"),
        (
            LD.format(json.dumps({"@type": "Article", "headline": "Họp báo 5"}))
            + '<meta property="og:title" content="x">',
            "Họp báo 5",
        ),
    ],
)
def test_the_title_hint_is_what_the_metadata_say(head: str, title: str) -> None:
    assert from_html(with_head(head)).title_hint == title


def test_the_address_is_kept() -> None:
    assert from_html("<p>a", url="https://thu-tich.example/1").url == "https://thu-tich.example/1"


# --- the main part


LONG = "".join(f"<p>{line}</p>" for line in (article.LEAD, article.ATTENDANCE, *article.ACHIEVEMENTS, *article.LESSONS))
CARDS = "".join(
    f"<div><b>Bạn đọc {i}</b><p>Tôi thấy bài viết rất bổ ích, mong ngành phát huy kết quả này.</p></div>"
    for i in range(40)
)
LINKS = "".join(f"<li><a href='/{i}'>Trao học bổng cho học sinh nghèo hiếu học</a></li>" for i in range(8))


@pytest.mark.parametrize(
    "page",
    [
        f"<h1 class=logo><a href='/'>Thư tịch Online</a></h1><ul>{LINKS}</ul><h2>{article.TITLE}</h2><i>{article.DATELINE}</i><div>{LONG}</div>",
        f"<div id=menu-open class=has-sidebar><ul>{LINKS}</ul><h1>{article.TITLE}</h1><i>{article.DATELINE}</i>{LONG}</div>",
        f"<div><h1>{article.TITLE}</h1><i>{article.DATELINE}</i><div>{LONG}</div></div><div>{CARDS}</div>",
        f"<div class=share-box><h1>{article.TITLE}</h1><i>{article.DATELINE}</i>{LONG}</div>",
        f"<h1>Tin tức - Sự kiện</h1><div><h3 class=title>{article.TITLE}</h3><i>{article.DATELINE}</i>{LONG}</div>",
        f"<article><h1>{article.TITLE}</h1><i>{article.DATELINE}</i><ul>{LINKS}</ul>{LONG}<h3>Tin khác</h3><ul>{LINKS}</ul></article>",
        f"<div class=date><time>{article.DATELINE}</time></div><h1>{article.TITLE}</h1>{LONG}<nav>{LINKS}</nav>",
    ],
)
def test_headline_date_and_body_are_found_and_nothing_else(page: str) -> None:
    lines = [line for line in from_html(page).text.splitlines() if line]
    assert sorted(lines[:2]) == sorted([article.TITLE, article.DATELINE])
    assert lines[2] == article.LEAD
    assert lines[-1] == article.LESSONS[-1]


def test_the_whole_page_is_given_where_it_is_asked_for() -> None:
    page = f"<nav>Menu chính</nav><article><h1>{article.TITLE}</h1>{LONG}</article>"
    assert "Menu chính" not in from_html(page).text
    assert from_html(page, whole_page=True).text.startswith("Menu chính")


def test_what_follows_the_body_in_its_box_is_the_authors() -> None:
    page = (
        f"<div><h1>{article.TITLE}</h1><div>{LONG}</div><div class=author>Hạ Vi</div></div><div><ul>{LINKS}</ul></div>"
    )
    assert from_html(page).text.endswith("Hạ Vi")


# --- articles in scripts


def test_an_article_in_json_is_read_with_title_and_origin() -> None:
    body = (
        "<p>"
        + "</p><p>".join((article.LEAD, article.ATTENDANCE, *article.ACHIEVEMENTS))
        + "</p><ol><li>Rà soát &amp; b&aacute;o c&aacute;o</ol>"
    )
    data = json.dumps({"post": {"title": article.TITLE, "body": body}, "menu": ["a"]})
    document = from_html(f"<div id=app></div><script>window.__DATA__ = {data};</script>")
    assert document.text.startswith(article.TITLE)
    assert document.text.endswith("1. Rà soát & báo cáo")
    assert [note.code for note in document.notes] == ["read-from-script"]
    start = document.text.index("báo cáo")
    origin = document.origin((start, start + 7))
    assert origin.exact == "b&aacute;o c&aacute;o"
    assert isinstance(origin, HtmlOrigin)
    assert origin.ranges[0].start.xpath == "/html[1]/body[1]/script[1]"


def test_json_that_holds_no_article_is_no_article() -> None:
    document = from_html('<p>Đang tải</p><script type="application/json">{"a": "' + "x y " * 200 + '"}</script>')
    assert document.text == "Đang tải"


# --- encodings


@pytest.mark.parametrize(
    "data",
    [
        "<p>Họp báo".encode(),
        "<p>Họp báo".encode("utf-8-sig"),
        "<p>Họp báo".encode("utf-16"),
        "\ufeff<p>Họp báo".encode("utf-16-be"),
        '<meta charset="utf-8"><p>Họp báo'.encode(),
    ],
)
def test_pages_are_read_in_their_own_encoding(data: bytes) -> None:
    assert from_html(data).text == "Họp báo"


def test_windows_1258_is_read_and_reported() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1258"><p>Họp báo ở đây'
    document = from_html(encode_1258(page))
    assert [note.code for note in document.notes] == ["legacy-encoding"]
    assert from_html(encode_1258("<p>Họp báo ở đây"), encoding="windows-1258").text == document.text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("<p>Họp báo ở đây".encode("cp1258", "replace") + b"\xe1\xea", "declares no encoding"),
        (b'<meta charset="x-viet-tcvn5712"><p>a', "before Unicode"),
        (b'<meta charset="klingon"><p>a', "not known"),
        (b'<meta charset="utf-8"><p>' + b"\xff\xfe\xfd" * 50, "is not utf-8"),
    ],
)
def test_other_encodings_are_refused_with_advice(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        from_html(data)


def test_a_stray_byte_is_told_and_does_not_spoil_the_page() -> None:
    document = from_html(b'<meta charset="utf-8"><p>' + "lời văn ".encode() * 100 + b"\xff xong")
    assert document.text.endswith("\ufffd xong")
    assert [note.code for note in document.notes] == ["undecodable-bytes"]


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (
            "<font face='.VnTime'>Héi nghÞ giao ban trùc tuyÕn ngµnh L­u tr÷ ®· kÕt thóc tèt ®Ñp, ®¹t ®­îc kÕt qu¶ ®¸ng kÓ",
            "TCVN3",
        ),
        ("<font face='VNI-Times'>Hoäi nghò giao ban cuûa ngaønh ñaõ keát thuùc toát ñeïp vaø ñaït keát quaû", "VNI"),
    ],
)
def test_fonts_of_the_time_before_unicode_are_reported(page: str, name: str) -> None:
    (note,) = from_html(page).notes
    assert note.code == "legacy-font"
    assert name in note.message


def test_vietnamese_in_unicode_is_not_taken_for_an_old_font() -> None:
    assert from_html(f"<font face='.VnTime'>{article.TEXT}").notes == ()


# --- misuse


@pytest.mark.parametrize("value", [None, 5, ["<p>"]])
def test_what_is_no_page_is_refused(value: object) -> None:
    with pytest.raises(InputTypeError):
        from_html(value)  # type: ignore[arg-type]
