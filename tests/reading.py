"""Somebody in front of a page: what the browser tests do with one."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shapes import ROOT

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

ARTIFACTS = ROOT / "artifacts"


class Reader:
    """Somebody in front of a page."""

    def __init__(self, driver: "Chrome", folder: Path) -> None:
        self.driver = driver
        self.folder = folder

    def opens(self, html: str) -> "Reader":
        page = self.folder / "page.html"
        page.write_text(html, encoding="utf-8", newline="")
        return self.goes(page.as_uri())

    def goes(self, address: str) -> "Reader":
        self.driver.get("about:blank")
        self.complaints()  # those of the page before
        self.driver.get(address)
        return self

    def runs(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def finds(self, selector: str) -> Any:
        return self.driver.find_element("css selector", selector)

    def clicks(self, selector: str) -> None:
        self.finds(selector).click()

    def types(self, *keys: str) -> None:
        self.driver.switch_to.active_element.send_keys(*keys)

    def field(self, path: str) -> int:
        """Number of a field in this page."""
        script = (
            "return JSON.parse(document.querySelector('#fields').textContent).findIndex((f) => f[0] === arguments[0])"
        )
        return int(self.runs(script, path))

    def selected(self) -> str:
        return str(self.runs("return document.querySelector('#shown .path').textContent"))

    def sees(self, selector: str) -> bool:
        """Whether an element stands within the window, not only somewhere on the page."""
        script = """
        const box = document.querySelector(arguments[0])?.getClientRects()[0];
        return Boolean(box && box.top >= 0 && box.bottom <= innerHeight && box.height > 0);
        """
        return bool(self.runs(script, selector))

    def photographs(self, name: str) -> None:
        ARTIFACTS.mkdir(exist_ok=True)
        assert self.driver.save_screenshot(str(ARTIFACTS / f"{name}.png"))

    def waits(self, condition: str) -> None:
        """Until a condition of the page holds."""
        end = time.monotonic() + 20
        while not self.runs(f"return {condition}"):
            assert time.monotonic() < end, condition
            time.sleep(0.02)

    def allows_clipboard(self) -> None:
        rights = ["clipboardReadWrite", "clipboardSanitizedWrite"]
        self.driver.execute_cdp_cmd("Browser.grantPermissions", {"permissions": rights})

    def clipboard(self) -> str:
        script = "const done = arguments[0]; navigator.clipboard.readText().then(done, (e) => done(String(e)))"
        return str(self.driver.execute_async_script(script))

    def saves(self, selector: str) -> Path:
        """The file that a click on a button saves."""
        folder = self.folder / "saved"
        folder.mkdir(exist_ok=True)
        before = set(folder.iterdir())
        behaviour = {"behavior": "allow", "downloadPath": str(folder)}
        self.driver.execute_cdp_cmd("Browser.setDownloadBehavior", behaviour)
        # Where the bar at the bottom does not cover it.
        self.runs("arguments[0].scrollIntoView({ block: 'center' })", self.finds(selector))
        self.clicks(selector)
        end = time.monotonic() + 20
        while time.monotonic() < end:
            new = [file for file in set(folder.iterdir()) - before if file.suffix not in {".crdownload", ".tmp"}]
            # (The browser makes an empty file first, and fills it when it takes its last name.)
            if new and not new[0].name.startswith(".") and new[0].stat().st_size:
                return new[0]
            time.sleep(0.02)
        raise AssertionError(f"nothing was saved; {self.complaints()}")

    def complaints(self) -> list[str]:
        driver: Any = self.driver  # selenium has no types here
        return [entry["message"] for entry in driver.get_log("browser")]
