"""One browser for all tests of a process, and a reader in front of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browsing import chromium, prefer, resize
from reading import Reader

if TYPE_CHECKING:
    from selenium.webdriver import Chrome


@pytest.fixture(scope="session")
def driver() -> "Iterator[Chrome]":
    with chromium() as driver:
        yield driver


@pytest.fixture
def reader(driver: "Chrome", tmp_path: Path) -> Iterator[Reader]:
    resize(driver, 1400, 900)
    prefer(driver)
    yield Reader(driver, tmp_path)
    driver.get("about:blank")
