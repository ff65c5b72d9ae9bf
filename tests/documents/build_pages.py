"""Writes the pages in `tests/documents/pages`: one invented article in the styles that sites have.

    python tests/documents/build_pages.py

Run it after a change of the article; the pages are kept, so that tests read what is there to look at.
"""

import json
import sys
import unicodedata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from documents.article import (
    ACHIEVED,
    ACHIEVEMENTS,
    ATTENDANCE,
    AUTHOR,
    DATELINE,
    LEAD,
    LESSONS,
    LESSONS_HEAD,
    SUBTASKS,
    TASKS,
    TASKS_HEAD,
    TITLE,
)

PAGES = Path(__file__).parent / "pages"
CAPTION = "Quang cảnh hội nghị tại đầu cầu Hà Nội. Ảnh: Hạ Vi"
OTHERS = (
    "Khai mạc triển lãm sách cổ tại Thành phố Lạng Bình",
    "Trao 500 suất học bổng cho học sinh nghèo hiếu học",
    "Thư viện tỉnh An Khê mở cửa trở lại sau sửa chữa",
    "Tập huấn bảo quản tài liệu giấy cho cán bộ cấp huyện",
    "Lịch nghỉ lễ của các phòng đọc trong tháng 9",
)
TEASERS = (
    "Hơn 300 hiện vật được giới thiệu với công chúng trong không gian trưng bày vừa được cải tạo.",
    "Chương trình kéo dài đến hết tháng 8, dành cho các em có hoàn cảnh khó khăn ở vùng biên giới.",
    "Bạn đọc có thể mượn sách từ thứ Hai tới, kể cả ngoài giờ hành chính và trong hai ngày cuối tuần.",
)


def p(*lines: str, attributes: str = "") -> str:
    return "\n".join(f"<p{attributes}>{line}</p>" for line in lines)


def links(titles: tuple[str, ...] = OTHERS, tag: str = "li") -> str:
    return "\n".join(f'<{tag}><a href="/tin/{i}.html">{title}</a></{tag}>' for i, title in enumerate(titles, 1))


def menu() -> str:
    names = ("Trang chủ", "Giới thiệu", "Tin tức", "Văn bản", "Thư viện số", "Liên hệ")
    return "\n".join(f'<li><a href="/{i}">{name}</a></li>' for i, name in enumerate(names))


def task_list(inner: str = ' type="a"') -> str:
    below = "".join(f"<li>{task}</li>" for task in SUBTASKS)
    items = [TASKS[0], f"{TASKS[1]}\n<ol{inner}>{below}</ol>", *TASKS[2:]]
    return "<ol>\n" + "\n".join(f"<li>{item}</li>" for item in items) + "\n</ol>"


def body(tasks: str) -> str:
    return "\n".join(
        [
            p(ATTENDANCE, ACHIEVED, *ACHIEVEMENTS),
            p(LESSONS_HEAD, *LESSONS),
            p(TASKS_HEAD),
            tasks,
        ]
    )


TYPED_TASKS = (
    f"1. {TASKS[0]}",
    f"2. {TASKS[1]}",
    f"a) {SUBTASKS[0]}",
    f"b) {SUBTASKS[1]}",
    f"3. {TASKS[2]}",
    f"4. {TASKS[3]}",
)
LINES = (ATTENDANCE, ACHIEVED, *ACHIEVEMENTS, LESSONS_HEAD, *LESSONS, TASKS_HEAD, *TYPED_TASKS)


def modern_cms() -> str:
    facts = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": "2023-07-05T14:20:00+07:00",
    }
    return f"""<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{TITLE} | Tin tức</title>
<meta property="og:title" content="{TITLE}">
<meta property="article:published_time" content="2023-07-05T14:20:00+07:00">
<script type="application/ld+json">{json.dumps(facts, ensure_ascii=False)}</script>
<style>.hide {{ display: none }}</style></head>
<body class="page has-sidebar"><header class="site-header"><div class="top">Thứ Sáu, 27/11/2026</div>
<nav><ul>{menu()}</ul></nav></header>
<div class="breadcrumb"><a href="/">Trang chủ</a> › <a href="/tin">Tin tức</a> › <a href="/tin/nganh">Tin ngành</a></div>
<div class="layout"><main><article class="detail">
<h1 class="detail__title">{TITLE}</h1>
<div class="detail__meta"><time datetime="2023-07-05T14:20:00+07:00">{DATELINE}</time>
<div class="share"><a href="#">Chia sẻ</a> <a href="#">In bài</a></div></div>
<p class="detail__sapo"><strong>{LEAD}</strong></p>
<figure><img src="a.jpg" alt="hội nghị"><figcaption>{CAPTION}</figcaption></figure>
{body(task_list())}
<p class="detail__author">{AUTHOR}</p>
<div class="tags"><span>Từ khóa:</span> <a href="/t/1">thư viện</a> <a href="/t/2">giao ban</a></div>
</article>
<section class="related"><h2>Tin liên quan</h2><ul>{links()}</ul></section></main>
<aside><h3>Đọc nhiều</h3>{"".join(f'<div><a href="#">{t}</a><p>{x}</p></div>' for t, x in zip(OTHERS, TEASERS, strict=False))}</aside></div>
<footer><p>Bản quyền thuộc về Tạp chí Thư tịch. Giấy phép số 15/GP ngày 01/02/2019. Ghi rõ nguồn khi phát lại thông tin.</p></footer>
<script>window.dataLayer = ["<p>không phải chữ của bài</p>"];</script></body></html>"""


def wordpress() -> str:
    comments = "".join(
        f'<li class="comment"><b>Bạn đọc {i}</b><p>Tôi rất mong thư viện xã nhà sớm có thêm nhiều sách mới cho các cháu thiếu nhi, nhất là sách khoa học và lịch sử, cảm ơn tòa soạn đã đưa tin ({i}).</p></li>'
        for i in range(1, 25)
    )
    return f"""<!DOCTYPE html>
<html lang="vi"><head><meta charset="UTF-8" /><title>{TITLE} &#8211; Thư tịch</title>
<meta property="article:published_time" content="2023-07-05T07:20:00+00:00" /></head>
<body class="post-template-default single single-post"><div id="page" class="site">
<a class="skip-link screen-reader-text" href="#content">Chuyển đến nội dung</a>
<header id="masthead"><p class="site-title">Thư tịch</p><div class="menu-main"><ul>{menu()}</ul></div></header>
<div id="content"><div id="primary"><article id="post-118" class="post type-post hentry category-tin">
<header class="entry-header"><h1 class="entry-title">{TITLE}</h1>
<div class="entry-meta"><span class="posted-on"><a href="/2023/07/"><time class="entry-date published" datetime="2023-07-05T14:20:00+07:00">{DATELINE}</time></a></span></div></header>
<div class="entry-content"><p>{LEAD}</p>
<div id="attachment_9" class="wp-caption"><img src="x.jpg" alt=""/><p class="wp-caption-text">{CAPTION}</p></div>
{body(task_list(' style="list-style-type: lower-alpha;"'))}
<p style="text-align: right;"><strong>{AUTHOR}</strong></p>
<div class="sharedaddy"><h3>Chia sẻ:</h3><ul><li><a href="#">Facebook</a></li><li><a href="#">Zalo</a></li></ul></div>
</div></article>
<nav class="post-navigation"><a href="/a">Bài trước: {OTHERS[0]}</a> <a href="/b">Bài sau: {OTHERS[1]}</a></nav>
<div id="comments" class="comments-area"><h2>24 bình luận</h2><ol class="comment-list">{comments}</ol></div></div>
<div id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2>Bài mới</h2><ul>{links()}</ul></section></div></div>
<div id="colophon" class="site-footer">Giao diện WordPress của nhóm Hạt Giống</div></div></body></html>"""


def aspnet_table() -> str:
    left = "".join(
        f'<tr><td class="menuItem"><a href="Default.aspx?tabid={i}">{t}</a></td></tr>' for i, t in enumerate(OTHERS)
    )
    lines = "<br><br>\n".join((LEAD, *LINES))
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=utf-8"><TITLE>C&#7893;ng th&ocirc;ng tin Th&#432; vi&#7879;n</TITLE></HEAD>
<BODY leftMargin=0 topMargin=0><FORM name="aspnetForm" method="post" action="News.aspx?id=77" id="aspnetForm">
<input type="hidden" name="__VIEWSTATE" value="/wEPDwUKMTY1NDU2MTA1Mg9kFgICAw9kFgICAQ8WAh4EVGV4dAU=" />
<TABLE width=1000 align=center border=0 cellpadding=0><TR><TD colspan=3><IMG src="banner.jpg"></TD></TR>
<TR><TD colspan=3 bgcolor=#cc0000><TABLE><TR>{links(("Trang chủ", "Tin tức", "Văn bản", "Hỏi đáp"), "td")}</TR></TABLE></TD></TR>
<TR><TD width=200 valign=top><TABLE>{left}</TABLE><TABLE><TR><TD>Lượt truy cập: 1.204.511</TD></TR></TABLE></TD>
<TD width=600 valign=top><TABLE width="100%"><TR><TD class="NewsTitle"><font size=4 color=red><B>{TITLE}</B></font></TD></TR>
<TR><TD class="NewsDate"><i>{DATELINE}</i></TD></TR>
<TR><TD class="NewsBody"><font face=Arial size=2>{lines}<br><br>
<div align=right><B>{AUTHOR}</B></div></font></TD></TR>
<TR><TD><B>Các tin khác</B><UL>{links()}</UL></TD></TR></TABLE></TD>
<TD width=200 valign=top><TABLE><TR><TD>Thăm dò ý kiến</TD></TR><TR><TD><input type=radio>Tốt <input type=radio>Khá</TD></TR></TABLE></TD></TR>
<TR><TD colspan=3 align=center>Cơ quan chủ quản: Cục Thư viện<br>Địa chỉ: 12 phố Hàng Mới, Hà Nội - Điện thoại: 024.000.000</TD></TR></TABLE></FORM></BODY></HTML>"""


def liferay() -> str:
    return f"""<!DOCTYPE html><html class="ltr" dir="ltr" lang="vi-VN"><head><meta content="text/html; charset=UTF-8" http-equiv="content-type" />
<title>Chi tiết tin - Cổng thông tin ngành Thư viện</title></head>
<body class="controls-visible yui3-skin-sam signed-out public-page site"><div id="wrapper">
<header id="banner" role="banner"><div id="heading"><span class="site-name">Cổng thông tin ngành Thư viện</span></div>
<nav id="navigation" class="sort-pages"><ul role="menubar">{menu()}</ul></nav></header>
<div id="content"><div class="columns-2" id="main-content" role="main"><div class="portlet-layout"><div class="portlet-column portlet-column-first" id="column-1">
<div class="portlet-boundary portlet-asset-publisher"><section class="portlet"><div class="portlet-body"><div class="asset-full-content">
<div class="journal-content-article"><div class="tieu-de"><h3>{TITLE}</h3></div><div class="ngay-dang">Ngày đăng: {DATELINE}</div>
<div class="tom-tat"><p style="text-align:justify"><span style="font-family:Arial"><strong>{LEAD}</strong></span></p></div>
<div class="noi-dung">{p(ATTENDANCE, ACHIEVED, *ACHIEVEMENTS, LESSONS_HEAD, *LESSONS, TASKS_HEAD, attributes=' style="text-align:justify"')}
{task_list()}
<p style="text-align:right"><em>{AUTHOR}</em></p></div></div>
<div class="taglib-ratings"><span>Đánh giá (0 lượt)</span></div>
<div class="taglib-social-bookmarks"><a href="#">Tweet</a><a href="#">Chia sẻ</a></div></div></div></section></div>
<div class="portlet-boundary"><h1 class="portlet-title"><span>Tin cùng chuyên mục</span></h1><div class="portlet-content"><ul>{links()}</ul></div></div></div>
<div class="portlet-column portlet-column-last"><div class="portlet-boundary"><div class="portlet-title">Thông báo</div><ul>{links(OTHERS[2:])}</ul></div></div></div></div></div>
<footer id="footer" role="contentinfo"><p>Người chịu trách nhiệm: Ban Biên tập. Điện thoại thường trực: 024.111.222</p></footer></div></body></html>"""


def amp() -> str:
    return f"""<!doctype html><html ⚡ lang="vi"><head><meta charset="utf-8"><title>{TITLE}</title><link rel="canonical" href="/tin/77.html">
<style amp-boilerplate>body{{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 normal both}}</style><noscript><style amp-boilerplate>body{{animation:none}}</style></noscript>
<script async src="v0.js"></script></head><body>
<amp-sidebar id="sb" layout="nodisplay" hidden><ul>{menu()}</ul></amp-sidebar>
<amp-analytics><script type="application/json">{{"vars": {{"title": "{TITLE}"}}}}</script></amp-analytics>
<header class="hd"><a href="/">Thư tịch</a></header>
<article class="amp-wp-article"><h1 class="amp-wp-title">{TITLE}</h1><div class="amp-wp-meta"><time datetime="2023-07-05">{DATELINE}</time></div>
<p>{LEAD}</p><amp-img src="a.jpg" width="600" height="400"><noscript><img src="a.jpg"></noscript></amp-img>
{body(task_list())}
<p>{AUTHOR}</p></article>
<amp-list src="/more.json"><div placeholder>Đang tải…</div></amp-list>
<section class="amp-related"><h3>Tin khác</h3>{links(tag="p")}</section>
<footer><p>Phiên bản di động. Xem bản đầy đủ trên máy tính để gửi bình luận cho tòa soạn.</p></footer></body></html>"""


def saved_by_browser() -> str:
    lines = "".join(
        f'<div class="Normal">{line}</div>'
        for line in (ATTENDANCE, ACHIEVED, *ACHIEVEMENTS, LESSONS_HEAD, *LESSONS, TASKS_HEAD, *TYPED_TASKS)
    )
    teasers = "".join(
        f'<div class="item"><h4><a href="https://thu-tich.example/{i}">{t}</a></h4><p>{x}</p></div>'
        for i, (t, x) in enumerate(zip(OTHERS, TEASERS, strict=False))
    )
    return f"""<!DOCTYPE html>
<!-- saved from url=(0041)https://thu-tich.example/tin/giao-ban.html -->
<html lang="vi"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>{TITLE} - Thư tịch Online</title>
<script async="" src="./tep/analytics.js.tai"></script><link rel="stylesheet" href="./tep/main.css"></head>
<body data-new-gr-c-s-check-loaded="14.1"><div id="fb-root" class=" fb_reset"><div style="position: absolute; top: -10000px; width: 0px"></div></div>
<div class="wrap"><div class="head-top"><span class="today">Thứ sáu, 27/11/2026 - 08:15</span> <a href="https://thu-tich.example/rss">RSS</a></div>
<div class="main-nav"><ul>{menu()}</ul></div>
<div class="col-left"><div class="date-post">Thứ Tư, {DATELINE.split()[0]}, 14:20 (GMT+7)</div><h1 class="title-detail">{TITLE}</h1>
<div class="action-bar"><a href="#">A-</a><a href="#">A+</a><a href="#">Lưu</a></div>
<h2 class="sapo">{LEAD}</h2><div class="fck"><table class="tplCaption" align="center"><tbody><tr><td><img src="./tep/anh.jpg"></td></tr><tr><td class="Image">{CAPTION}</td></tr></tbody></table>
{lines}<div class="Normal" align="right"><strong>{AUTHOR}</strong></div></div>
<div class="box-comment" style="display:none"><textarea>Ý kiến của bạn</textarea></div></div>
<div class="col-right"><div class="box"><h3>Mới nhất</h3>{teasers}</div></div></div>
<div class="bottom">© Thư tịch Online. Tổng Biên tập: Vũ Hải Sâm. Tòa soạn: 8 ngõ Lụa, Hà Nội.</div>
<iframe src="./tep/saved_resource.html" style="display: none;"></iframe></body></html>"""


def forum_copy() -> str:
    lines = "<br />\n<br />\n".join((f"<b>{TITLE}</b>", DATELINE, LEAD, *LINES, AUTHOR))
    reply = '<table class="tborder"><tr><td class="thead">{0}</td></tr><tr><td class="alt2"><a href="m.php?u={1}">{2}</a><div>Thành viên</div><div>Bài viết: {1}</div></td></tr><tr><td class="alt1"><div id="post_message_{1}">{3}</div></td></tr></table>'
    first = reply.format("05-07-2023, 20:11", 41, "meo_doc_sach", lines)
    others = "".join(
        reply.format(f"06-07-2023, 0{i}:30", 50 + i, f"ban_doc_{i}", words)
        for i, words in enumerate(
            ("Cảm ơn bạn đã chia sẻ nhé.", "Hay quá, tỉnh mình cũng có một xe lưu động rồi.", "Up")
        )
    )
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html xmlns="http://www.w3.org/1999/xhtml" lang="vi"><head>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><title>{TITLE} - Diễn đàn Mọt Sách</title></head><body>
<table class="page"><tr><td><a href="index.php">Diễn đàn Mọt Sách</a> &gt; <a href="f.php">Tin tức</a> &gt; <strong>{TITLE}</strong></td></tr></table>
<div class="pagenav"><a href="#">1</a> <a href="#">2</a></div><div id="posts">{first}{others}</div>
<div class="smallfont">Múi giờ GMT +7. Hiện tại là 08:00 AM.</div></body></html>"""


def json_island() -> str:
    content = p(LEAD) + body(task_list()) + p(AUTHOR)
    article = {
        "id": 77,
        "title": TITLE,
        "publishedAt": "2023-07-05T14:20:00+07:00",
        "content": content,
        "author": {"nick": "havi"},
    }
    props = {
        "props": {
            "pageProps": {
                "menu": ["Trang chủ", "Tin tức"],
                "article": article,
                "others": [{"title": t} for t in OTHERS],
            }
        },
        "page": "/tin/[slug]",
    }
    island = json.dumps(props).replace("</", "<\\/")
    return f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"/><title>{TITLE}</title>
<meta property="article:published_time" content="2023-07-05T14:20:00+07:00"/></head><body><div id="__next"><div class="spinner">Đang tải…</div></div>
<noscript>Trang này cần JavaScript để hiển thị nội dung.</noscript>
<script id="__NEXT_DATA__" type="application/json">{island}</script><script src="/_next/main.js" defer></script></body></html>"""


def word_export() -> str:
    def listed(line: str) -> str:
        marker, rest = line.split(" ", 1)
        return f"<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>{marker}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span>{rest}<o:p></o:p></p>"

    paragraphs = "".join(
        f"<p class=MsoNormal style='text-align:justify'><span lang=VI style='font-size:13.0pt'>{line.replace(' ', chr(10), 1)}<o:p></o:p></span></p>\n"
        for line in (LEAD, ATTENDANCE, ACHIEVED, *ACHIEVEMENTS, LESSONS_HEAD, *LESSONS, TASKS_HEAD)
    )
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta charset="utf-8"><title>Trang chủ - Tin hoạt động</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style>p.MsoNormal {{margin:0in}}</style></head>
<body><div id="s4-workspace"><div id="s4-topheader2" class="ms-cui-topBar"><ul>{menu()}</ul></div><div id="DeltaPlaceHolderMain">
<div class="welcome-content"><div class="tieude-tin">{TITLE}</div><div class="ngay-tin">{DATELINE}</div>
<div class="ms-rtestate-field">{paragraphs}{"".join(map(listed, TYPED_TASKS))}<p class=MsoNormal align=right><b>{AUTHOR}<o:p></o:p></b></p></div></div></div>
<div class="tinlienquan"><b>Tin liên quan</b><ul>{links()}</ul></div></div></body></html>"""


def joomla() -> str:
    below = "".join(f"<li>{task}</li>" for task in SUBTASKS)
    tasks = f'<ol><li>{TASKS[0]}</li><li value="2"><p>{TASKS[1]}</p></li></ol><ol type="a" style="margin-left: 40px">{below}</ol><ol start="3"><li>{TASKS[2]}</li><li>{TASKS[3]}</li></ol>'
    return f"""<!DOCTYPE html><html lang="vi-vn"><head><meta charset="utf-8"/><title>{TITLE}</title><meta name="generator" content="Joomla!"/></head>
<body class="site com_content view-article"><div class="body"><div class="container"><div class="header">Thư viện tỉnh Lạng Bình</div>
<div class="navigation"><ul class="nav menu">{menu()}</ul></div><div class="row-fluid"><div id="sidebar" class="span3"><div class="moduletable"><h3>Tin nổi bật</h3><ul class="mostread">{links()}</ul></div></div>
<div id="content" class="span6"><div class="item-page" itemscope><div class="page-header"><h2 itemprop="name">{TITLE}</h2></div>
<div class="icons"><a href="#">In</a> <a href="#">Email</a></div>
<dl class="article-info"><dt class="article-info-term">Chi tiết</dt><dd class="published"><time datetime="2023-07-05T14:20:00+07:00" itemprop="datePublished">Ngày đăng: {DATELINE}</time></dd></dl>
<div itemprop="articleBody"><p>{LEAD}</p>{body(tasks)}<p>{AUTHOR}</p></div>
<ul class="pager pagenav"><li><a href="#">Trước</a></li><li><a href="#">Tiếp</a></li></ul></div></div></div></div></div>
<div class="footer"><p>© 2026 Thư viện tỉnh Lạng Bình</p></div></body></html>"""


def hashed_classes() -> str:
    return f"""<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta property="og:title" content="{TITLE}"><title>{TITLE}</title></head><body><div id="root"><div class="css-1x2y3z"><div class="css-9aa"><a href="/">Thư tịch</a><a href="/a">Chính trị</a><a href="/b">Văn hóa</a><a href="/c">Giáo dục</a></div>
<div class="css-77b"><div class="css-k1"><div class="css-t0"><span>{TITLE}</span></div><div class="css-d4"><span>{DATELINE}</span><span> (GMT+7)</span></div>
<div class="css-p2"><span data-text="true">{LEAD}</span></div>{"".join(f'<div class="css-p2"><span data-text="true">{line}</span></div>' for line in LINES)}
<div class="css-p9"><span>{AUTHOR}</span></div></div>
<div class="css-s8"><div><span>Xem nhiều</span></div>{"".join(f'<div><a href="#"><span>{t}</span></a></div>' for t in OTHERS)}</div></div>
<div class="css-ft"><span>Số giấy phép: 22/GP-TTĐT</span></div></div></div></body></html>"""


def windows_1258() -> str:
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1258"><title>Tin</title></head><body bgcolor="#ffffff">
<p align="center"><a href="index.htm">Trang nhất</a> | <a href="tin.htm">Tin tức</a> | <a href="lienhe.htm">Liên hệ</a></p><hr>
<h1 align="center">{TITLE}</h1><p align="center">{DATELINE}</p>
<p>{LEAD}<p>{ATTENDANCE}<p>{ACHIEVED}<p>{"<p>".join(ACHIEVEMENTS)}<p>{LESSONS_HEAD}<p>{"<p>".join(LESSONS)}<p>{TASKS_HEAD}
<ol><li>{TASKS[0]}<li>{TASKS[1]}<ol type=a><li>{SUBTASKS[0]}<li>{SUBTASKS[1]}</ol><li>{TASKS[2]}<li>{TASKS[3]}</ol>
<p align="right"><i>{AUTHOR}</i><hr><p align="center"><a href="index.htm">Về trang nhất</a> | <a href="#top">Đầu trang</a></p></body></html>"""


def encode_1258(text: str) -> bytes:
    """Windows-1258 writes tones as combining marks behind letters that it has."""
    pieces = []
    for char in text:
        try:
            pieces.append(char.encode("cp1258"))
        except UnicodeEncodeError:
            base, tone = unicodedata.normalize("NFD", char)[:-1], unicodedata.normalize("NFD", char)[-1]
            if tone not in "\u0300\u0301\u0303\u0309\u0323":  # the tone stands before the other mark: ậ
                marks = unicodedata.normalize("NFD", char)
                base, tone = marks[0] + marks[2], marks[1]
            pieces.append(unicodedata.normalize("NFC", base).encode("cp1258") + tone.encode("cp1258"))
    return b"".join(pieces)


def main() -> None:
    PAGES.mkdir(exist_ok=True)
    makers = (
        modern_cms,
        wordpress,
        aspnet_table,
        liferay,
        amp,
        saved_by_browser,
        forum_copy,
        json_island,
        word_export,
        joomla,
        hashed_classes,
    )
    for make in makers:
        (PAGES / f"{make.__name__}.html").write_text(make(), encoding="utf-8", newline="\n")
    (PAGES / "windows_1258.html").write_bytes(encode_1258(windows_1258()))


if __name__ == "__main__":
    main()
