"""The card, the table and the frame inside a page with the style that notebooks give to what stands in a cell."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browsing import why_not
from partyreports import Reports, parse
from shapes import ROOT

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.skipif(why_not() is not None, reason=str(why_not()))

ARTICLE = (ROOT / "examples" / "giao_ban_thang_5.txt").read_text(encoding="utf-8")

# What JupyterLab, the classic notebook, VS Code and Colab say of tables in a cell, in our words.
NOTEBOOK = """<!DOCTYPE html><html><head><meta charset="utf-8"><style>
body { font: 13px/1.3 sans-serif; background: %s; color: %s; }
.output { width: %dpx; overflow: auto; }
.output table { margin-left: auto; margin-right: auto; border: 1px solid black; border-collapse: collapse;
  table-layout: fixed; font-size: 12px; }
.output tr, .output th, .output td { text-align: right; vertical-align: middle; padding: 0.5em; max-width: 90px;
  white-space: pre; border: 1px solid gray; line-height: 3; word-break: break-all; }
.output tbody tr:nth-child(odd) { background: #f5f5f5; }
.output ul { list-style: disc; padding-left: 40px; }
</style></head><body><h1>A notebook</h1><table id="other"><tr><td>another cell</td></tr></table>
<div class="output">%s</div></body></html>"""

STYLE = (
    "return ['textAlign', 'color', 'borderTopWidth', 'fontSize'].map((name) => getComputedStyle(arguments[0])[name])"
)


def show(driver: "Chrome", tmp_path: Path, html: str, *, dark: bool = False, width: int = 900) -> None:
    colours = ("#111", "rgb(238, 238, 238)") if dark else ("#fff", "rgb(17, 17, 17)")
    page = tmp_path / "notebook.html"
    page.write_text(NOTEBOOK % (*colours, width, html), encoding="utf-8")
    driver.get(page.as_uri())


def all_of(driver: "Chrome", selector: str) -> list[Any]:
    return driver.find_elements("css selector", selector)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_the_card_keeps_its_style(driver: "Chrome", tmp_path: Path, lang: str, *, dark: bool) -> None:
    show(driver, tmp_path, parse(ARTICLE).card(lang=lang).html, dark=dark)
    cells = all_of(driver, ".output th, .output td")
    assert cells
    for cell in cells:
        align, colour, border, _ = driver.execute_script(STYLE, cell)
        assert (align, border) == ("left", "0px")
        assert colour == ("rgb(238, 238, 238)" if dark else "rgb(17, 17, 17)")
    for row in all_of(driver, ".output tr"):
        assert row.value_of_css_property("background-color") == "rgba(0, 0, 0, 0)"
    # No label is broken into two lines.
    one_line = min(label.size["height"] for label in all_of(driver, ".output th"))
    labels = all_of(driver, ".output th div, .output th")
    text_heights = [
        driver.execute_script(
            "const r = document.createRange(); r.selectNodeContents(arguments[0]); return r.getClientRects().length",
            label,
        )
        for label in labels
    ]
    assert one_line > 0
    assert set(text_heights) == {1}


def test_the_card_leaves_the_notebook_alone(driver: "Chrome", tmp_path: Path) -> None:
    def others() -> list[Any]:
        return [driver.execute_script(STYLE, element) for element in all_of(driver, "body, h1, #other, #other td")]

    show(driver, tmp_path, "")
    before = others()
    report = parse(ARTICLE)
    show(driver, tmp_path, report.card().html + Reports([report]).table().html + report.view(ARTICLE).html)
    assert others() == before


def test_a_narrow_card_does_not_run_out_of_its_cell(driver: "Chrome", tmp_path: Path) -> None:
    show(driver, tmp_path, parse(ARTICLE).card().html, width=360)
    (output,) = all_of(driver, ".output")
    assert driver.execute_script("return arguments[0].scrollWidth <= arguments[0].clientWidth", output)


def test_the_table_of_reports(driver: "Chrome", tmp_path: Path) -> None:
    show(driver, tmp_path, Reports([parse(ARTICLE), parse("Tin ngắn")]).table().html)
    rows = all_of(driver, ".output tbody tr")
    assert len(rows) == 2
    cells = rows[0].find_elements("css selector", "td")
    assert [cell.text for cell in cells[:4]] == [
        "2023-06-05", "Giao ban trực tuyến ngành Văn thư - Lưu trữ 5 tháng đầu năm 2023", "Lương Khánh Trình", "46",
    ]  # fmt: skip
    assert [driver.execute_script(STYLE, cell)[0] for cell in cells[:4]] == ["left", "left", "left", "right"]


def test_the_view_works_in_its_frame(driver: "Chrome", tmp_path: Path) -> None:
    show(driver, tmp_path, parse(ARTICLE).view(ARTICLE, lang="vi").html)
    (frame,) = all_of(driver, "iframe")
    assert frame.size["height"] >= 640
    driver.switch_to.frame(frame)
    link = driver.find_element("css selector", "#outline a.point")
    link.click()
    shown = driver.find_element("id", "shown")
    assert shown.is_displayed()  # its script runs
    assert "quy tắc" in shown.text
    driver.switch_to.default_content()
