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
from partyreports import InputTypeError, MissingExtraError, Span, TextMismatchError, parse
from partyreports.views import html
from partyreports.views.html import KINDS, index_entry, to_compact_html, to_html, to_index
from partyreports.views.markdown import to_markdown
from shapes import ROOT, articles, read_article, shipped_articles

ARTICLE = read_article(ROOT / "examples" / "giao_ban_thang_5.txt")


def policy_of(page: Page) -> str:
    (policy,) = (a["content"] for _, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    return policy


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
        holding = {i for i, (*_, start, end, _k) in enumerate(fields) if start <= position < end}
        assert set(around) == (holding if around or words.strip() else set())
        position += len(words)
    # Every field has its place, every link of the outline leads to one.
    ids = [a["id"] for _, a in page.tags if "id" in a]
    assert len(set(ids)) == len(ids)
    assert {f"f{i}" for i in range(len(fields))} <= set(ids)
    assert {(a["href"] or "")[1:] for tag, a in page.tags if tag == "a" and "href" in a} <= set(ids)
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
    assert [tag for tag, _ in page.tags].count("script") == 2
    allowed = {
        "html", "head", "meta", "title", "style", "body", "a", "header", "div", "label", "input", "output", "fieldset",
        "legend", "span", "small", "main", "nav", "h1", "h2", "dl", "dt", "dd", "ul", "ol", "li", "section", "p", "b",
        "footer", "code", "article", "aside", "button", "script",
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
    assert not re.search(r"https?://|//[a-z]|url\(|@import|<link|<img|src=", written)


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
    assert report._repr_html_() == to_compact_html(report)


def test_the_card_for_notebooks_is_escaped_and_has_no_style_of_its_own() -> None:
    for text in (ARTICLE, HOSTILE):
        page = Page(to_compact_html(parse(text)))
        assert {tag for tag, _ in page.tags} <= {
            "div", "strong", "table", "tbody", "tr", "th", "td", "details", "summary", "ul", "li",
        }  # fmt: skip
        assert all(set(attributes) <= {"lang", "scope"} for _, attributes in page.tags)


def test_without_jinja_pages_say_what_to_install_and_notebooks_show_text(monkeypatch: pytest.MonkeyPatch) -> None:
    report = parse(ARTICLE)
    html._environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(MissingExtraError, match="pip install jinja2"):
        report.to_html(ARTICLE)
    assert report._repr_html_() is None


def test_index_rows() -> None:
    report = parse(ARTICLE)
    name = "<b>\"'&\u202e.txt"
    entry = index_entry(report, quote("a b?#%.html", safe=""), name)
    assert (entry.date, entry.chair, entry.sites) == ("2023-06-05", "Lương Khánh Trình", 46)
    assert (entry.points["task"], entry.points["limitation"]) == (5, 2)
    page = Page(to_index([entry, index_entry(parse(""), "x.html", name)]))
    assert [a["href"] for tag, a in page.tags if tag == "a"] == ["a%20b%3F%23%25.html", "x.html"]
    assert "<b>\"'&◌.txt" in page.words  # as words, not as a tag
    assert "b" not in {tag for tag, _ in page.tags}


# --- colours


def palettes() -> dict[str, dict[str, str]]:
    css = html._resource("view.css")
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
    css = html._resource("view.css")
    for kind in KINDS:
        assert css.count(f"--{kind}-ink: #") == css.count(f"--{kind}-tint: #") == 2
        assert f".k-{kind} {{" in css
        assert css.count(f".off-{kind} ") == 2
