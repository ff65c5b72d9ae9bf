"""HTML pages without a browser: well-formed, escaped, exact, sealed."""

import base64
import hashlib
import json
import re
import sys
from urllib.parse import quote

import pytest
from hypothesis import given

from pages import HOSTILE, Page
from partyreports import InputTypeError, MeetingReport, MissingExtraError, Span, TextMismatchError, parse
from partyreports.models import PartialDate
from partyreports.views import rendering
from partyreports.views.html import KINDS, Neighbour, index_entry, to_html, to_index
from partyreports.views.markdown import to_markdown
from partyreports.views.notebook import to_compact_html
from partyreports.views.rendering import shared_files
from shapes import ROOT, articles, read_article, shipped_articles

ARTICLE = read_article(ROOT / "examples" / "giao_ban_thang_5.txt")


def policy_of(page: Page) -> str:
    (policy,) = (a["content"] for _, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    return policy


def encodable(report: MeetingReport) -> MeetingReport:
    """The report as it comes back from JSON, which has no lone surrogates."""
    return MeetingReport.model_validate_json(report.model_dump_json())


def check_report_page(text: str) -> Page:
    report = parse(text)
    written = to_html(report, text)
    assert written.encode("utf-8")
    assert "\x00" not in written
    page = Page(written)
    assert page.article == text
    fields = json.loads(page.raw["script#fields"])
    # Each run of words stands in exactly the fields that hold it.
    position = 0
    for around, words in page.marked:
        holding = {i for i, field in enumerate(fields) if field[3] <= position < field[4]}
        assert set(around) == (holding if around or words.strip() else set())
        position += len(words)
    # Every field has its place, every link of the outline leads to one.
    ids = [a["id"] for _, a in page.tags if "id" in a]
    assert len(set(ids)) == len(ids)
    assert {field[6] for field in fields} <= set(ids)
    assert {(a["href"] or "")[1:] for tag, a in page.tags if tag == "a" and "href" in a} <= set(ids)
    assert MeetingReport.model_validate(json.loads(page.raw["script#report"])) == encodable(report)
    return page


@pytest.mark.parametrize("path", shipped_articles(), ids=lambda path: path.stem)
def test_shipped_articles(path: object) -> None:
    check_report_page(read_article(path))  # type: ignore[arg-type]


@given(articles())
def test_any_article_is_shown_exactly_and_well_formed(text: str) -> None:
    check_report_page(text)


@pytest.mark.parametrize("text", ["", "\n", "\r\n\r", " ", "\x00", "\ud800" * 3, HOSTILE, HOSTILE * 3])
def test_odd_and_hostile_articles(text: str) -> None:
    page = check_report_page(text)
    scripts = [attributes for tag, attributes in page.tags if tag == "script"]
    assert [attributes for attributes in scripts if attributes.get("type") != "application/json"] == [{}]
    allowed = {
        "html", "head", "meta", "title", "style", "body", "a", "header", "div", "label", "input", "output", "fieldset",
        "legend", "span", "small", "main", "nav", "h1", "h2", "dl", "dt", "dd", "ul", "ol", "li", "section", "p", "b",
        "footer", "code", "article", "aside", "button", "script", "select",
    }  # fmt: skip
    assert {tag for tag, _ in page.tags} <= allowed
    for tag, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on") or name in {"style", "src", "srcdoc"}], tag
        assert (attributes.get("href") or "#").startswith("#")


def test_offsets_in_the_page_count_code_points() -> None:
    page = check_report_page(HOSTILE)
    assert len(page.article) == len(HOSTILE)


@pytest.mark.parametrize("written", [to_html(parse(ARTICLE), ARTICLE), to_index([])])
def test_the_policy_names_the_one_style_and_the_one_script(written: str) -> None:
    page = Page(written)
    policy = policy_of(page)
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for part, content in (("style-src", page.raw["style"]), ("script-src", page.raw["script"])):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{part} 'sha256-{digest}';" in policy
    # The policy must come before what it rules.
    assert written.index("Content-Security-Policy") < written.index("<style>")
    assert page.tags[0] == ("html", {"lang": "vi"})


def test_a_page_asks_for_nothing_from_elsewhere() -> None:
    written = to_html(parse(ARTICLE), ARTICLE)
    without_script = re.sub(r"<script>.*</script>", "", written, flags=re.DOTALL)
    assert not re.search(r"https?://|//[a-z]|url\(|@import|<link|<img|src=", without_script)


def test_the_outline_shows_what_is_known() -> None:
    page = Page(to_html(parse(ARTICLE), ARTICLE))
    shown = " ".join(" ".join(page.words).split())
    for words in ("46 điểm cầu", "2023-06-05", "Lương Khánh Trình", "Tasks (nhiệm vụ)", "5 announced", "glued-words"):
        assert words in shown
    kinds = {a["data-kind"] for tag, a in page.tags if tag == "input" and "data-kind" in a}
    assert {"title", "chair", "date", "achievement", "unclaimed", "note"} <= kinds <= set(KINDS)


def test_the_text_must_be_the_reports_own() -> None:
    report = parse(ARTICLE)
    with pytest.raises(TextMismatchError, match="pass the very string"):
        report.to_html(ARTICLE + " ")
    with pytest.raises(TextMismatchError):
        report.to_html(ARTICLE.swapcase())
    with pytest.raises(InputTypeError):
        report.to_html(ARTICLE.encode())  # type: ignore[arg-type]


def test_a_report_that_was_tampered_with_is_still_a_well_formed_page() -> None:
    report = parse("Họp báo\n\nCác việc:\n1. A\n2. B")
    assert report.title is not None
    title = report.title.model_copy(update={"span": Span(start=3, end=4_000)})
    assert Page(to_html(report.model_copy(update={"title": title}), "Họp báo\n\nCác việc:\n1. A\n2. B"))


@pytest.mark.parametrize("unit", [ARTICLE, "\x00a", "a\r", "1. a\n2. b\n\n", "Nghị định 30/2020/NĐ-CP, ", '"<'])
def test_pages_grow_with_their_articles(unit: str) -> None:
    repeats = max(2, 4000 // len(unit))
    short, long = (
        len(to_html(parse(text), text)) - len(to_html(parse(""), "")) for text in (unit * repeats, unit * repeats * 4)
    )
    assert long < 4.5 * short


def test_the_methods_of_the_report_are_the_functions() -> None:
    report = parse(ARTICLE)
    assert report.to_html(ARTICLE) == to_html(report, ARTICLE)
    assert report.to_markdown() == to_markdown(report)
    assert report._repr_html_() == report.card().html == to_compact_html(report)


def test_without_jinja_pages_say_what_to_install_and_notebooks_show_text(monkeypatch: pytest.MonkeyPatch) -> None:
    report = parse(ARTICLE)
    rendering._environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(MissingExtraError, match="pip install jinja2"):
        report.to_html(ARTICLE)
    assert report._repr_html_() is None


def test_index_rows() -> None:
    report = parse(ARTICLE)
    name = "<b>\"'&\u202e.txt"
    entry = index_entry(report, quote("a b?#%.html", safe=""), name)
    assert (entry.date, entry.chair, entry.sites) == ("2023-06-05", "Lương Khánh Trình", 46)
    assert (entry.is_meeting, entry.kind) == (True, "giao_ban")
    assert (entry.points["task"], entry.points["limitation"]) == (5, 2)
    page = Page(to_index([entry, index_entry(parse(""), "x.html", name)]))
    assert [a["href"] for tag, a in page.tags if tag == "a"] == ["a%20b%3F%23%25.html", "x.html"]
    assert "<b>\"'&◌.txt" in page.words  # as words, not as a tag
    assert "b" not in {tag for tag, _ in page.tags}


def test_a_date_that_is_not_whole_is_written_out() -> None:
    text = "Xã họp giao ban\n\nSáng 21/1, bà Lò Thị Mai, Chủ tịch UBND xã, chủ trì phiên họp giao ban."
    report = parse(text)
    entry = index_entry(report, "a.html", "a.txt")
    assert (entry.date, entry.day) == ("--01-21", PartialDate(month=1, day=21))
    for lang, shown in (("en", "21 January"), ("vi", "ngày 21/01")):
        for written in (to_html(report, text, lang=lang), to_index([entry], lang=lang)):
            assert "--01-21" not in " ".join(Page(written).words)
            assert shown in Page(written).words


def test_the_pages_speak_the_language_that_is_asked_for() -> None:
    report = parse(ARTICLE)
    for written in (to_html(report, ARTICLE, lang="vi"), to_index([index_entry(report, "a.html", "a")], lang="vi")):
        page = Page(written)
        assert json.loads(page.raw["script#labels"])["of"] == "{0} trên {1}"
        assert {a["lang"] for _, a in page.tags if "lang" in a} == {"vi"}
        assert not {"Search", "Filter", "Correct", "Chair", "Notes"} & set(page.words)


@pytest.mark.parametrize(
    ("url", "leads"),
    [("https://tin.example/a?b=1&c=2", True), ("javascript:alert(1)", False), ("https://a b", False), ("tin/a", False)],
)
def test_the_address_of_the_article_is_a_link_if_it_is_one_of_the_web(url: str, leads: bool) -> None:
    page = Page(to_html(parse(ARTICLE, url=url), ARTICLE))
    hrefs = [a.get("href") for tag, a in page.tags if tag == "a" and "target" in a]
    assert hrefs == ([url] if leads else [])
    assert url in page.words


def test_a_page_of_a_folder_takes_style_and_script_from_beside_itself() -> None:
    report = parse(ARTICLE)
    around = (Neighbour("index.html", "Index"), Neighbour("b%20c.html", "Next →", "next", "<b>"))
    page = Page(to_html(report, ARTICLE, shared=True, neighbours=around))
    style, script = shared_files()
    assert ("link", {"rel": "stylesheet", "href": style.name}) in page.tags
    assert ("script", {"src": script.name}) in page.tags
    assert "style" not in page.raw
    assert "script" not in page.raw
    assert "script-src 'self' file:;" in policy_of(page)
    assert ("a", {"href": "b%20c.html", "rel": "next", "title": "<b>"}) in page.tags
    whole = Page(to_html(report, ARTICLE))
    assert (whole.raw["style"], whole.raw["script"]) == (style.content, script.content)
    assert len(to_html(report, ARTICLE, shared=True)) < len(to_html(report, ARTICLE)) - 40_000


def test_links_into_a_page_are_named_by_what_they_lead_to() -> None:
    names = {field[0]: field[6] for field in json.loads(Page(to_html(parse(ARTICLE), ARTICLE)).raw["script#fields"])}
    assert names["sections[2].points[4]"] == "tasks.5"
    assert names["chairs[0].positions[1]"] == "chairs.1.positions.2"
    assert names["title"] == "title"
    nested = read_article(ROOT / "tests" / "gold" / "24_de_cuong_ba_cap.txt")
    found = {field[6] for field in json.loads(Page(to_html(parse(nested), nested)).raw["script#fields"])}
    assert "others.1.1.6" in found


# --- colours


def palettes() -> dict[str, dict[str, str]]:
    css = shared_files()[0].content
    light, dark = (
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
        for block in re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    )
    return {"light": light, "dark": light | dark}


def luminance(color: str) -> float:
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_measured_as_the_guidelines_do() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_can_be_read_on_every_tint(scheme: str) -> None:
    palette = palettes()[scheme]
    pairs = [
        ("ink", "paper"),
        ("ink", "card"),
        ("muted", "paper"),
        ("muted", "card"),
        ("ink", "flash"),
        ("ink", "found"),
    ]
    pairs += [("card", "focus"), ("task-ink", "paper"), ("unclaimed-ink", "paper"), ("furniture-ink", "dateline-tint")]
    pairs += [("unclaimed-ink", "note-tint"), ("furniture-ink", "note-tint"), ("card", "ink")]
    for kind in KINDS:
        pairs += [("ink", f"{kind}-tint"), (f"{kind}-ink", f"{kind}-tint"), (f"{kind}-ink", "card")]
        pairs += [("muted", f"{kind}-tint"), (f"{kind}-ink", "paper")]
    low = {pair: round(contrast(palette[pair[0]], palette[pair[1]]), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 4.5} == {}
    assert contrast(palette["focus"], palette["paper"]) >= 3


def test_every_kind_has_its_colours_and_its_switch() -> None:
    css = shared_files()[0].content
    for kind in KINDS:
        assert css.count(f"--{kind}-ink: #") == css.count(f"--{kind}-tint: #") == 2
        assert f".k-{kind} {{" in css
        assert css.count(f".off-{kind} ") == 2
