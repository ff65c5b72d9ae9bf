"""A headless Chromium driven by Selenium: for the browser tests, and for the picture in the README.

Browser and driver are those that the system has; nothing is ever downloaded.
"""

import importlib.util
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

_FLAGS = (
    "--headless=new",
    "--no-sandbox",  # for containers, whose only user is root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
)


def why_not() -> str | None:
    """Why no browser can be driven here; None if one can."""
    if importlib.util.find_spec("selenium") is None:
        return "selenium is not installed"
    if _browser() is None or shutil.which("chromedriver") is None:
        return "no chromium with its chromedriver here (Debian: apt-get install chromium chromium-driver)"
    return None


def _browser() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def chromium(width: int = 1400, height: int = 900) -> Iterator["Chrome"]:
    """A fresh browser with a window of this size, gone at the end."""
    from selenium.webdriver import Chrome, ChromeOptions  # noqa: PLC0415
    from selenium.webdriver.chrome.service import Service  # noqa: PLC0415

    options = ChromeOptions()
    options.binary_location = _browser() or ""
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for flag in _FLAGS:
        options.add_argument(flag)
    with tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True) as profile:
        options.add_argument(f"--user-data-dir={profile}")
        driver = Chrome(options=options, service=Service(executable_path=shutil.which("chromedriver")))
        try:
            resize(driver, width, height)
            yield driver
        finally:
            driver.quit()


def resize(driver: "Chrome", width: int, height: int) -> None:
    """Give the page exactly this many CSS pixels, whatever the window's frame."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def prefer(driver: "Chrome", **features: str) -> None:
    """Pretend that the reader prefers so: `prefer(driver, color_scheme="dark")`."""
    media = [{"name": f"prefers-{name.replace('_', '-')}", "value": value} for name, value in features.items()]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": media})
