"""Draw the pictures of the pages from shipped articles, in a headless Chromium.

Run it where chromium and chromedriver are: python tools/make_screenshot.py [NAME ...]
"""

import io
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image

from partyreports import parse
from partyreports.serve.settings import Settings
from partyreports.views.html import index_entry, to_html, to_index

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))  # the browser and the server are driven as in the tests

from browsing import chromium, prefer, resize, why_not  # noqa: E402
from serving import serving  # noqa: E402

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

ARTICLE = ROOT / "examples" / "giao_ban_thang_5.txt"
PICTURES = ROOT / "docs" / "images"
_SELECT = """
const path = arguments[0];
const number = JSON.parse(document.querySelector('#fields').textContent).findIndex((field) => field[0] === path);
document.querySelector(`#text [data-f="${number}"]`).click();
for (const pane of document.querySelectorAll('.pane')) pane.scrollTop = 0;
scrollTo(0, 0);
for (const animation of document.getAnimations()) animation.finish();
"""
_POINT = "sections[0].points[0]"


class Picture(NamedTuple):
    """One picture: which page, in which language and colours, how large, and what is done before."""

    name: str
    page: str
    lang: str = "en"
    scheme: str = "light"
    width: int = 1400
    height: int = 820
    prepare: Callable[["Chrome"], None] | None = None


def _select(driver: "Chrome") -> None:
    driver.execute_script(_SELECT, _POINT)


def _correct(driver: "Chrome") -> None:
    driver.execute_script("document.querySelector('#correct').click()")
    _select(driver)


def _paste(driver: "Chrome") -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    driver.execute_script("document.querySelector('#article-text').value = arguments[0]", text)


ALL = (
    Picture("view", "report", prepare=_select),
    Picture("view-dark", "report", scheme="dark", prepare=_select),
    Picture("view-narrow", "report", width=390, height=760),
    Picture("view-vi", "report", lang="vi", prepare=_select),
    Picture("corrections", "report", prepare=_correct),
    Picture("index", "index", height=560),
    Picture("index-dark-vi", "index", lang="vi", scheme="dark", height=560),
    Picture("index-narrow", "index", width=390, height=560),
    Picture("card", "card", width=760, height=420),
    Picture("card-dark-vi", "card", lang="vi", scheme="dark", width=760, height=420),
    Picture("paste", "paste", width=1000, height=720, prepare=_paste),
    Picture("paste-vi", "paste", lang="vi", width=1000, height=720, prepare=_paste),
    Picture("paste-narrow-dark", "paste", scheme="dark", width=390, height=760, prepare=_paste),
)
"""Every picture that the documentation shows."""


def pages(folder: Path, lang: str) -> Iterator[tuple[str, str]]:
    """Name and address of the pages that need no server."""
    text = ARTICLE.read_bytes().decode("utf-8")
    articles = sorted([*(ROOT / "examples").glob("*.txt"), *(ROOT / "tests" / "gold").glob("*.txt")])
    reports = [(path.name, parse(path.read_bytes().decode("utf-8"))) for path in articles]
    rows = [index_entry(report, f"{name}.html", name) for name, report in reports]
    report = parse(text, id=ARTICLE.name)
    card = (
        f"<!DOCTYPE html><meta charset=utf-8><meta name=color-scheme content='light dark'>{report.card(lang=lang).html}"
    )
    drawn = {"report": to_html(report, text, lang=lang), "index": to_index(rows, lang=lang), "card": card}
    for name, html in drawn.items():
        page = folder / f"{name}-{lang}.html"
        page.write_text(html, encoding="utf-8", newline="")
        yield name, page.as_uri()


def draw(wanted: list[Picture]) -> None:
    """Write the pictures into `docs/images`."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Settings(workers=1)) as server,
        chromium(1400, 820) as driver,
    ):
        addresses = {(name, lang): url for lang in ("en", "vi") for name, url in pages(Path(folder), lang)}
        agent = driver.execute_script("return navigator.userAgent")
        for picture in wanted:
            languages = {"userAgent": agent, "acceptLanguage": picture.lang}
            driver.execute_cdp_cmd("Emulation.setUserAgentOverride", languages)
            resize(driver, picture.width, picture.height)
            prefer(driver, color_scheme=picture.scheme, reduced_motion="reduce")
            driver.get(addresses.get((picture.page, picture.lang), server))
            if picture.prepare:
                picture.prepare(driver)
            _save(driver.get_screenshot_as_png(), PICTURES / f"{picture.name}.png")


def _save(picture: bytes, path: Path) -> None:
    """Few colours are enough for a page, and make a third of the bytes."""
    few = Image.open(io.BytesIO(picture)).convert("RGB").quantize(96, dither=Image.Dither.NONE)
    few.save(path, "PNG", optimize=True)


def main() -> None:
    """Draw those named, or all."""
    reason = why_not()
    if reason is not None:
        raise SystemExit(reason)
    draw([picture for picture in ALL if picture.name in sys.argv[1:] or not sys.argv[1:]])


if __name__ == "__main__":
    main()
