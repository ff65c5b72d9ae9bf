"""The pages in a real browser: what a reader sees, clicks and types."""

import json

import pytest

from browsing import prefer, resize, why_not
from pages import HOSTILE
from partyreports import MeetingReport, parse
from partyreports.views.characters import visible
from partyreports.views.html import Neighbour, index_entry, to_html, to_index
from partyreports.views.rendering import shared_files
from reading import ARTIFACTS, Reader
from shapes import ROOT, read_article, shipped_articles

reason = why_not()
pytestmark = pytest.mark.skipif(reason is not None, reason=f"browser tests skipped: {reason}")

ARTICLE = read_article(ROOT / "examples" / "giao_ban_thang_5.txt")


def words_of(field: int) -> str:
    """Selector of the words of a field in the article."""
    return f"#text [data-f='{field}']"


@pytest.fixture
def page(reader: Reader) -> Reader:
    return reader.opens(to_html(parse(ARTICLE), ARTICLE))


def test_the_page_renders_without_complaints(page: Reader) -> None:
    assert page.finds("h1").text.startswith("Giao ban trực tuyến ngành Văn thư")
    assert page.runs("return document.querySelector('#text').textContent") == ARTICLE
    assert page.sees("#title")
    assert (
        page.runs("return getComputedStyle(document.querySelector('.f.k-date')).backgroundColor")
        == "rgb(253, 231, 184)"
    )
    page.photographs("view")
    assert page.complaints() == []


def test_the_policy_is_in_force(page: Reader) -> None:
    page.runs("document.querySelector('h1').setAttribute('onclick', 'document.title = \"owned\"')")
    page.runs("document.querySelector('h1').insertAdjacentHTML('beforeend', '<b style=\"color: red\">x</b>')")
    page.runs(
        "const s = document.createElement('script'); s.textContent = 'document.title = \"owned\"'; document.body.append(s)"
    )
    page.runs("document.querySelector('h1').click()")
    assert page.driver.title != "owned"
    assert len([line for line in page.complaints() if "Content Security Policy" in line]) >= 3
    blocked = "const done = arguments[0]; fetch('data:text/plain,x').then(() => done('open'), () => done('closed'))"
    assert page.driver.execute_async_script(blocked) == "closed"


def test_a_click_on_a_field_scrolls_to_its_words_and_flashes_them(page: Reader) -> None:
    number = page.field("sections[3].points[2]")
    assert not page.sees(words_of(number))
    page.runs("document.querySelector(`#outline [data-f='${arguments[0]}']`).scrollIntoView()", number)
    page.clicks(f"#outline [data-f='{number}']")
    assert page.sees(words_of(number))
    assert page.runs(f"return document.querySelector('#text [data-f=\"{number}\"]').getAnimations().length") > 0
    assert "on" in page.finds(words_of(number)).get_attribute("class").split()
    assert page.selected() == "sections[3].points[2]"


def test_a_reader_who_wants_no_motion_gets_none(page: Reader) -> None:
    prefer(page.driver, reduced_motion="reduce")
    number = page.field("chairs[0]")
    page.clicks(f"#outline [data-f='{number}']")
    assert page.runs(f"return document.querySelector('#text [data-f=\"{number}\"]').getAnimations().length") == 0
    assert page.selected() == "chairs[0]"


def test_a_click_on_words_selects_the_field_and_shows_its_rule(page: Reader) -> None:
    number = page.field("attendance.points")
    page.clicks(words_of(number))
    shown = page.finds("#shown").text
    for words in ("Attendance", "attendance.points", "attendance.sites", "701–712"):
        assert words in shown
    current = page.finds("#outline [aria-current]")
    assert current.text == "46 điểm cầu"
    # What is around it is one click away; a field without a line of its own is shown by its holder's.
    page.clicks("#shown .around button")
    assert page.selected() == "attendance.passages[0]"
    page.clicks("#shown .close")
    assert not page.finds("#shown").is_displayed()


def test_keyboard_only(page: Reader) -> None:
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415

    active = "return document.activeElement"
    page.finds("body").send_keys(Keys.TAB)
    assert page.runs(f"{active}.className") == "skip"
    while page.runs(f"{active}.closest('#outline')") is None:
        page.types(Keys.TAB)
        focus = page.runs(
            f"const s = getComputedStyle({active[7:]}); return [s.outlineStyle, parseFloat(s.outlineWidth)]"
        )
        assert focus[0] != "none"
        assert focus[1] >= 2
    first = page.runs(f"{active}.textContent")
    assert first.startswith("Giao ban")
    page.types(Keys.ARROW_DOWN)
    page.types(Keys.ARROW_DOWN)
    assert page.runs(f"{active}.textContent") == "giao ban (briefing)"
    page.types(Keys.ARROW_UP)
    page.types(Keys.ENTER)
    assert page.selected() == "meeting.name"
    page.types(Keys.END)
    page.types(Keys.ENTER)
    assert page.selected() == "related[2]"
    assert page.sees("[id='related.3']")
    page.types(Keys.HOME)
    assert page.runs(f"{active}.textContent") == first
    # The outline is one stop; the article is the next, and left and right walk through its fields.
    page.types(Keys.TAB)
    assert page.runs(f"{active}.id") == "article"
    page.types(Keys.ESCAPE)
    page.types(Keys.ARROW_RIGHT)
    assert page.selected() == "title"
    page.types(Keys.ARROW_RIGHT)
    page.types(Keys.ARROW_RIGHT)
    page.types(Keys.ARROW_LEFT)
    assert page.selected() == "meeting.period"
    page.types("/")
    assert page.runs(f"{active}.id") == "search"


def test_search_filters_the_outline_and_walks_through_the_article(page: Reader) -> None:
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415

    page.clicks("#search")
    page.types("luong khanh TRINH")
    rows = [
        row.text.split("\n")[0]
        for row in page.driver.find_elements("css selector", "#outline .row")
        if row.is_displayed()
    ]
    assert rows == ["Chair", "Lead", "Captions"]
    assert page.finds("#found").text == "2 found"
    page.types(Keys.ENTER, Keys.ENTER)
    assert page.finds("#found").text == "2 of 2"
    assert page.runs("return Array.from(CSS.highlights.get('found-now'), String)") == ["Lương Khánh Trình"]
    page.types(Keys.ESCAPE)
    assert page.finds("#outline .list").is_displayed()
    page.types("không có từ này")
    assert page.finds("#found").text == "not found"


def test_search_goes_on_and_back_by_buttons_and_keys(page: Reader) -> None:
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415

    on, back = "[data-step='1']", "[data-step='-1']"
    assert not page.finds(on).is_enabled()
    page.clicks("#search")
    page.types("hồ sơ")
    count = int(page.finds("#found").text.split()[0])
    assert count > 2
    page.clicks(on)
    page.clicks(on)
    assert page.finds("#found").text == f"2 of {count}"
    page.clicks(back)
    page.clicks(back)
    assert page.finds("#found").text == f"{count} of {count}"
    page.types(Keys.F3)
    assert page.finds("#found").text == f"1 of {count}"
    page.clicks("#search")
    page.types(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_UP)
    assert page.finds("#found").text == f"2 of {count}"


def test_paper_shows_all_whatever_is_searched_and_switched_off(page: Reader) -> None:
    shown = "return Array.from(document.querySelectorAll('#outline .unit, #outline .go')).map((e) => e.getClientRects().length > 0)"
    page.clicks("[data-kind='chair']")
    page.clicks("#search")
    page.types("khong co gi ca")
    page.clicks("#correct")
    assert not any(page.runs(shown))
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert all(page.runs(shown))
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_search_finds_decomposed_letters_where_they_stand(reader: Reader) -> None:
    import unicodedata  # noqa: PLC0415

    text = unicodedata.normalize("NFD", ARTICLE)
    page = reader.opens(to_html(parse(text), text))
    page.clicks("#search")
    page.types("điểm cầu")
    found = page.runs("return Array.from(CSS.highlights.get('found'), String)")
    assert [unicodedata.normalize("NFC", words).rstrip("\u0323\u0309") for words in found] == ["điểm cầu"]


def test_the_legend_switches_kinds_off_and_on(page: Reader) -> None:
    prefer(page.driver, reduced_motion="reduce")  # a flash is a colour too
    number = page.field("chairs[0]")
    background = f"return getComputedStyle(document.querySelector('#text [data-f=\"{number}\"]')).backgroundColor"
    colour = page.runs(background)
    page.clicks("[data-kind='chair']")
    assert page.runs(background) == "rgba(0, 0, 0, 0)"
    assert not page.finds(f"#outline [data-f='{number}']").is_displayed()
    assert page.runs("return document.querySelector('#text').textContent") == ARTICLE
    page.clicks(words_of(number))  # what is switched off lets clicks through to what is around it
    assert page.selected() == "lead"
    page.clicks("[data-kind='chair']")
    assert page.runs(background) == colour


def test_a_link_into_the_page_selects_its_field(page: Reader) -> None:
    number = page.field("sections[2].points[4]")
    page.driver.get(f"{page.driver.current_url}#tasks.5")
    page.driver.refresh()
    assert page.selected() == "sections[2].points[4]"
    assert page.sees(words_of(number))


def test_a_link_to_characters_outlasts_the_fields(page: Reader) -> None:
    address = page.driver.current_url
    start = ARTICLE.index("46 điểm cầu")
    page.driver.get(f"{address}#char={start},{start + len('46 điểm cầu')}")
    assert page.selected() == "attendance.points"
    at = ARTICLE.index("tại 46 điểm cầu")
    page.driver.get(f"{address}#char={at},{at + 6}")
    assert page.runs("return Array.from(CSS.highlights.get('asked'), String)") == ["tại 46"]
    for odd in ("#char=9,2", "#char=99999,999999", "#char=x", "#none", "#%E1%BA"):
        page.driver.get(f"{address}{odd}")
    assert page.complaints() == []


def test_words_are_copied_as_a_quotation_and_as_a_link(reader: Reader) -> None:
    report = parse(ARTICLE, id="giao_ban.txt", url="https://tin.example/giao-ban")
    page = reader.opens(to_html(report, ARTICLE))
    page.allows_clipboard()
    page.clicks(words_of(page.field("attendance.points")))
    page.clicks("#shown .quote")
    assert page.clipboard() == (
        "“46 điểm cầu” (Giao ban trực tuyến ngành Văn thư - Lưu trữ 5 tháng đầu năm 2023, 2023-06-05, "
        "https://tin.example/giao-ban)"
    )
    page.clicks("#shown .link")
    assert page.clipboard() == f"{page.driver.current_url.split('#')[0]}#char=701,712"
    assert page.finds("#said").text == "The link is copied."


def test_the_report_is_saved_as_json(reader: Reader) -> None:
    report = parse(ARTICLE, id="giao_ban.txt")
    page = reader.opens(to_html(report, ARTICLE))
    saved = page.saves("#save-json")
    assert saved.name == "giao_ban.report.json"
    assert MeetingReport.model_validate_json(saved.read_bytes()) == report
    assert list(json.loads(saved.read_bytes())) == list(json.loads(report.model_dump_json()))


def test_pages_that_share_style_and_script_work_from_a_folder(reader: Reader) -> None:
    for file in shared_files():
        (reader.folder / file.name).write_text(file.content, encoding="utf-8", newline="")
    report = parse(ARTICLE)
    around = [Neighbour("index.html", "Index"), Neighbour("page.html", "Next →", "next")]
    page = reader.opens(to_html(report, ARTICLE, shared=True, neighbours=around))
    (reader.folder / "index.html").write_text(
        to_index([index_entry(report, "page.html", "a.txt")], shared=True), encoding="utf-8"
    )
    assert page.complaints() == []
    assert page.runs("return getComputedStyle(document.querySelector('main')).display") == "grid"
    page.clicks(words_of(page.field("attendance.points")))
    assert page.selected() == "attendance.points"
    page.clicks(".around-pages a")
    assert page.finds("h1").text == "1 report"
    page.clicks("#reports td a")
    assert page.finds("h1").text.startswith("Giao ban trực tuyến")
    assert page.complaints() == []


def test_a_hostile_article_is_text_and_nothing_else(reader: Reader) -> None:
    report = parse(HOSTILE)
    for html in (to_html(report, HOSTILE), to_index([index_entry(report, "x.html", HOSTILE)])):
        page = reader.opens(html)
        assert page.driver.title != "owned"
        assert page.complaints() == []
        assert page.runs("return document.querySelectorAll('img, b:not(.marker), iframe, object').length") == 0
    page = reader.opens(to_html(report, HOSTILE))
    assert page.runs("return document.querySelector('#text').textContent") == visible(HOSTILE)
    for number in range(4):
        page.runs(f"document.querySelector(`#text [data-f='{number}']`).click()")
    assert page.finds("#shown").is_displayed()
    assert page.driver.title != "owned"
    page.photographs("hostile")


def test_a_long_article_answers_within_a_second(reader: Reader) -> None:
    text = "\n\n".join([ARTICLE] * (300_000 // len(ARTICLE) + 1))
    assert len(text) >= 300_000
    page = reader.opens(to_html(parse(text), text))
    click = """
    const links = document.querySelectorAll('#outline a[data-f]');
    const link = links[Math.floor(arguments[0] * (links.length - 1))];
    const start = performance.now();
    link.click();
    document.querySelector('.on').getBoundingClientRect(); // the layout is part of the answer
    return performance.now() - start;
    """
    assert page.runs(click, 0.001) < 1000
    # Far away; the best of three, for this machine may have other things to do.
    assert min(page.runs(click, share) for share in (0.9, 0.5, 1)) < 1000
    page.clicks("#search")
    page.types("so hoa")
    assert page.finds("#found").text.endswith(" found")


def test_the_index_sorts_and_filters(reader: Reader) -> None:
    reports = [(path.name, parse(read_article(path))) for path in shipped_articles()[:12]]
    page = reader.opens(to_index([index_entry(report, f"{name}.html", name) for name, report in reports]))

    def cells(column: int) -> list[str]:
        script = """
        const rows = Array.from(document.querySelectorAll('#reports tbody tr')).filter((row) => !row.hidden);
        return rows.map((row) => row.cells[arguments[0]].textContent.trim());
        """
        return list(page.runs(script, column))

    assert len(cells(0)) == 12
    header = "#reports th:nth-child({}) button"
    page.clicks(header.format(1))
    known = [date for date in cells(0) if date[0] == "2"]
    assert known == sorted(known)
    page.clicks(header.format(1))
    assert page.finds("#reports th:first-child").get_attribute("aria-sort") == "descending"
    assert [date for date in cells(0) if date[0] == "2"] == sorted(known, reverse=True)
    assert cells(0)[-1] == "–"  # the unknown stays last
    page.clicks(header.format(5))
    sites = [int(count) for count in cells(4) if count != "–"]
    assert sites == sorted(sites, reverse=True)
    page.clicks("#search")
    page.types("hoi nong dan")
    assert ["Hội Nông dân" in title for title in cells(1)] == [True]
    assert page.finds("#found").text == "1 of 12"
    page.photographs("index")
    assert page.complaints() == []


def test_the_index_filters_by_kind_year_and_whether_there_was_a_meeting(reader: Reader) -> None:
    from selenium.webdriver.support.ui import Select  # noqa: PLC0415

    reports = [(path.name, parse(read_article(path))) for path in shipped_articles()]
    page = reader.opens(to_index([index_entry(report, f"{name}.html", name) for name, report in reports]))
    kinds = [report.meeting.kind for _, report in reports]
    Select(page.finds("[data-filter=kind]")).select_by_value("giao_ban")
    assert page.finds("#found").text == f"{kinds.count('giao_ban')} of {len(reports)}"  # type: ignore[arg-type]
    Select(page.finds("[data-filter=kind]")).select_by_value("")
    Select(page.finds("[data-filter=meeting]")).select_by_value("no")
    none = [report for _, report in reports if not report.is_meeting_report]
    assert page.finds("#found").text == f"{len(none)} of {len(reports)}"
    Select(page.finds("[data-filter=year]")).select_by_value("2023")
    assert page.finds("#found").text.split()[0] in {str(number) for number in range(len(none))}


def test_an_index_of_three_thousand_answers_within_a_second(reader: Reader) -> None:
    entries = [index_entry(parse(read_article(path)), "a.html", path.name) for path in shipped_articles()]
    page = reader.opens(to_index((entries * (3000 // len(entries) + 1))[:3000]))
    typed = """
    const done = arguments[arguments.length - 1];
    const search = document.querySelector('#search');
    const start = performance.now();
    search.value = arguments[0];
    search.dispatchEvent(new Event('input'));
    requestAnimationFrame(() => { document.body.getBoundingClientRect(); done(performance.now() - start); });
    """
    for words in ("giao ban", ""):  # the best of three: this machine may have other things to do
        assert min(page.driver.execute_async_script(typed, words) for _ in range(3)) < 1000
    assert page.finds("#found").text == ""
    sort = """
    const start = performance.now();
    document.querySelector('#reports th:nth-child(2) button').click();
    document.body.getBoundingClientRect();
    return performance.now() - start;
    """
    assert min(page.runs(sort) for _ in range(3)) < 1000
    # What is not looked at comes when one scrolls there, and on paper.
    rows = "return document.querySelectorAll('#reports tbody tr').length"
    assert page.runs(rows) < 3000
    page.runs("dispatchEvent(new Event('beforeprint'))")
    assert page.runs(rows) == 3000


@pytest.mark.parametrize("width", [360, 800, 1400])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_width_needs_sideways_scrolling(page: Reader, width: int, scheme: str) -> None:
    resize(page.driver, width, 800)
    prefer(page.driver, color_scheme=scheme)
    assert page.runs("return document.documentElement.scrollWidth") <= width
    paper = page.runs("return getComputedStyle(document.body).backgroundColor")
    assert paper == ("rgb(250, 249, 246)" if scheme == "light" else "rgb(22, 24, 28)")
    number = page.field("sections[2].points[1]")
    page.runs("document.querySelector(`#outline [data-f='${arguments[0]}']`).click()", number)
    assert page.sees(words_of(number))
    page.photographs(f"view-{width}-{scheme}")
    if width < 800:
        page.clicks("#shown .back")
        assert page.sees(f"#outline [data-f='{number}']")


def test_it_prints_whole(page: Reader) -> None:
    import base64  # noqa: PLC0415

    pdf = base64.b64decode(page.driver.execute_cdp_cmd("Page.printToPDF", {"printBackground": False})["data"])
    ARTIFACTS.mkdir(exist_ok=True)
    (ARTIFACTS / "view.pdf").write_bytes(pdf)
    assert pdf.count(b"/Type /Page\n") >= 3
