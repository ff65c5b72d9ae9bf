"""axe-core finds nothing to complain of on any of our pages."""

import importlib.util
import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from browsing import prefer, resize, why_not
from partyreports import parse
from partyreports.views.html import index_entry, to_html, to_index
from reading import Reader
from shapes import ROOT, read_article, shipped_articles

_PACKAGE = importlib.util.find_spec("axe_playwright_python")
reason = why_not() or (None if _PACKAGE else "axe-playwright-python, which holds axe-core, is not installed")
pytestmark = pytest.mark.skipif(reason is not None, reason=f"not judged by axe-core: {reason}")

ARTICLE = read_article(ROOT / "examples" / "giao_ban_thang_5.txt")


@lru_cache(maxsize=1)
def axe_core() -> str:
    assert _PACKAGE is not None
    assert _PACKAGE.origin is not None
    return (Path(_PACKAGE.origin).parent / "axe.min.js").read_text(encoding="utf-8")


def violations(reader: Reader) -> list[str]:
    reader.runs(axe_core())
    run = "const done = arguments[0]; axe.run(document).then((r) => done(JSON.stringify(r.violations)), (e) => done(String(e)))"
    found = json.loads(reader.driver.execute_async_script(run))
    return [f"{one['id']}: {node['html'][:150]}" for one in found for node in one["nodes"][:3]]


@pytest.fixture(params=["light", "dark"])
def judged(request: pytest.FixtureRequest, reader: Reader) -> Reader:
    prefer(reader.driver, color_scheme=request.param, reduced_motion="reduce")
    return reader


def test_the_page(judged: Reader) -> None:
    report = parse(ARTICLE, id="giao_ban.txt", url="https://tin.example/a")
    for lang in ("en", "vi"):
        page = judged.opens(to_html(report, ARTICLE, lang=lang))
        assert violations(page) == []
    page.clicks(f"#text [data-f='{page.field('sections[2].points[1]')}']")
    page.finds("#search").send_keys("hồ sơ")
    page.clicks("[data-step='1']")
    assert violations(page) == []
    page.finds("#search").clear()
    page.clicks("#correct")
    assert violations(page) == []
    resize(page.driver, 360, 800)
    assert violations(page) == []


def test_the_index(judged: Reader) -> None:
    reports = [(path.name, parse(read_article(path))) for path in shipped_articles()]
    page = judged.opens(to_index([index_entry(report, f"{name}.html", name) for name, report in reports]))
    page.clicks("#reports th button")
    assert violations(page) == []


def test_the_card(judged: Reader) -> None:
    card = parse(ARTICLE).card().html
    page = judged.opens(
        f"<!DOCTYPE html><html lang='en'><title>A notebook</title><main><h1>A notebook</h1>{card}</main></html>"
    )
    page.runs("for (const details of document.querySelectorAll('details')) details.open = true")
    assert violations(page) == []


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    pytest.importorskip("fastapi", reason="the extra serve is not installed")
    from partyreports.serve.settings import Settings  # noqa: PLC0415
    from serving import serving  # noqa: PLC0415

    with serving(Settings(workers=1)) as address:
        yield address


def test_the_box_to_paste_into(judged: Reader, address: str) -> None:
    judged.goes(address)
    assert violations(judged) == []
    judged.clicks("button[type=submit]")
    judged.waits("document.querySelector('[role=alert]') !== null")
    assert violations(judged) == []
