"""Draw the README's picture of `partyreports view` from a shipped article, in a headless Chromium.

Run it where chromium and chromedriver are: python tools/make_screenshot.py
"""

import sys
import tempfile
from pathlib import Path

from partyreports import parse

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))  # the browser is driven as in the tests

from browsing import chromium, why_not  # noqa: E402

ARTICLE = ROOT / "examples" / "giao_ban_thang_5.txt"
PICTURE = ROOT / "docs" / "images" / "view.png"
_SELECT = """
const fields = JSON.parse(document.querySelector('#fields').textContent);
const number = fields.findIndex((field) => field[0] === arguments[0]);
document.querySelector(`#outline [data-f="${number}"]`).click();
document.querySelector('#article').scrollTop = 0;
for (const animation of document.getAnimations()) animation.finish();
"""


def main() -> None:
    """Write `docs/images/view.png`."""
    reason = why_not()
    if reason is not None:
        raise SystemExit(reason)
    text = ARTICLE.read_bytes().decode("utf-8")
    with tempfile.TemporaryDirectory() as folder, chromium(1400, 820) as driver:
        page = Path(folder) / "view.html"
        page.write_text(parse(text).to_html(text), encoding="utf-8", newline="")
        driver.get(page.as_uri())
        driver.execute_script(_SELECT, "sections[0].points[0]")
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        driver.save_screenshot(str(PICTURE))


if __name__ == "__main__":
    main()
