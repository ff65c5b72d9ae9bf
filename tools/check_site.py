"""Check that no page of the built documentation makes a browser load anything from elsewhere.

    python tools/check_site.py SITE_FOLDER

Links that a reader may follow are free; scripts, styles, images, frames and fonts are not.
"""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

_LOADING = {
    "script": "src",
    "link": "href",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
}
_ELSEWHERE = re.compile(r"(?:[a-z]+:)?//", re.IGNORECASE)
_STYLE_URL = re.compile(r"(?:url\(\s*['\"]?|@import\s+['\"])((?:[a-z]+:)?//[^)'\"]+)", re.IGNORECASE)


class _Page(HTMLParser):
    """Collects what a page loads from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        target = dict(attrs).get(_LOADING.get(tag, ""))
        if target and _ELSEWHERE.match(target):
            self.loaded.append(f"<{tag}> {target}")
        if "mermaid" in (dict(attrs).get("class") or "").split():
            self.loaded.append("a mermaid diagram, for which the theme loads a script")


def loaded_from_elsewhere(file: Path) -> list[str]:
    """What a page or a style sheet loads from other hosts."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".css":
        return _STYLE_URL.findall(text)
    page = _Page()
    page.feed(text)
    return page.loaded


def main() -> None:
    """Check the folder that the command line names."""
    files = [file for file in sorted(Path(sys.argv[1]).rglob("*")) if file.suffix in {".html", ".css"}]
    problems = [f"{file}: {target}" for file in files for target in loaded_from_elsewhere(file)]
    sys.stdout.write(
        "".join(f"{problem}\n" for problem in problems) or f"{len(files)} files load nothing from elsewhere\n"
    )
    sys.exit(1 if problems or not files else 0)


if __name__ == "__main__":
    main()
