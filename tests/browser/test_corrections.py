"""A reader corrects a page and saves gold: the library is then told what it missed."""

import json
from pathlib import Path
from typing import Any

import pytest

from browsing import why_not
from partyreports import parse
from partyreports.evaluation import Miss, evaluate_folder
from partyreports.views.html import to_html
from reading import Reader

reason = why_not()
pytestmark = pytest.mark.skipif(reason is not None, reason=f"browser tests skipped: {reason}")

# The emoji is one code point and two units of UTF-16; the NUL is shown by a stand-in.
TEXT = """Xã Nậm Kha họp giao ban 🌾

Sáng 4/3/2025, bà Lò Thị Mai, Chủ tịch UBND xã, chủ trì phiên họp giao ban cùng ông Vàng A Sính, Bí thư Đảng ủy.\x00

Phiên họp thống nhất các nhiệm vụ:

1. Sửa đường vào bản Pha.

2. Tiêm phòng cho đàn trâu.

Ông Vàng A Sính cảm ơn bà con 🌾 đã góp công.
"""


@pytest.fixture
def page(reader: Reader) -> Reader:
    report = parse(TEXT, id="nam_kha.txt")
    assert [section.role for section in report.sections] == ["task"]
    assert [chair.name.text for chair in report.chairs] == ["Lò Thị Mai"]
    page = reader.opens(to_html(report, TEXT))
    page.clicks("#correct")
    return page


def selects(page: Reader, words: str) -> None:
    """Select words of the article, as a mouse would."""
    start = TEXT.index(words)
    script = """
    const [start, end] = arguments;
    const walker = document.createTreeWalker(document.querySelector('#text'), NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let at = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      let unit = 0;
      for (const letter of node.data + '\\0') {
        if (at === start) range.setStart(node, unit);
        if (at === end) range.setEnd(node, unit);
        unit += letter.length;
        if (unit <= node.data.length) at += 1;
      }
    }
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    """
    page.runs(script, start, start + len(words))
    page.waits(f"document.querySelector('#picked').textContent.startsWith('{start}–{start + len(words)}')")


def makes(page: Reader, what: str) -> None:
    """Say what the selected words are."""
    from selenium.webdriver.support.ui import Select  # noqa: PLC0415

    Select(page.finds("#use")).select_by_visible_text(what)
    page.clicks("#apply")


def saved(page: Reader, *, whole: bool = False) -> tuple[dict[str, Any], list[Miss]]:
    """The gold that the page saves, and what the evaluation says of it."""
    if whole:
        page.clicks("#whole")
    file = page.saves("#export")
    assert file.name == "nam_kha.json"
    assert page.complaints() == []
    return json.loads(file.read_bytes()), evaluate_folder(Path(file).parent, tolerance=0).misses


def test_who_finds_nothing_wrong_saves_what_the_library_says(page: Reader) -> None:
    assert not page.finds("#export").is_enabled()
    gold, misses = saved(page, whole=True)
    assert misses == []
    assert gold["text"] == TEXT
    assert gold["title"] == "Xã Nậm Kha họp giao ban 🌾"
    assert gold["lists"][0]["items"][1]["n"] == 2


def test_a_field_marked_wrong_is_a_miss(page: Reader) -> None:
    page.clicks(f"#text [data-f='{page.field('chairs[0].name')}']")
    page.clicks("#shown .is-wrong")
    assert "wrong" in page.finds("[id='chairs.1']").get_attribute("class").split()
    gold, misses = saved(page)
    assert list(gold) == ["id", "is_meeting_report", "chairs", "chair_positions", "text_sha256", "text"]
    assert misses == [Miss("chairs", "nam_kha", "Lò Thị Mai", "nothing")]


def test_another_role_another_end_and_a_missed_chair(page: Reader) -> None:
    from selenium.webdriver.support.ui import Select  # noqa: PLC0415

    page.clicks(f"#text [data-f='{page.field('sections[0].points[1]')}']")
    Select(page.finds("#shown .role select")).select_by_value("proposal")
    selects(page, "đàn trâu.\n\nÔng Vàng A Sính cảm ơn bà con 🌾 đã góp công.")
    makes(page, "up to the end of point 2 of list 1")
    selects(page, "Vàng A Sính")
    makes(page, "a chair")
    selects(page, "Bí thư Đảng ủy")
    makes(page, "a position of Vàng A Sính")
    gold, misses = saved(page)
    end = TEXT.index("đã góp công.") + len("đã góp công.")
    assert gold["lists"][0]["items"][1]["end"] == end
    assert gold["chairs"] == ["Lò Thị Mai", "Vàng A Sính"]
    assert gold["chair_positions"]["Vàng A Sính"] == ["Bí thư Đảng ủy"]
    found = {(miss.field, miss.got, miss.wanted) for miss in misses}
    assert ("chairs", "nothing", "Vàng A Sính") in found
    assert ("list_role", "task", "proposal") in found
    assert {miss.field for miss in misses} == {"chairs", "list_role", "role", "end"}


def test_a_list_that_was_missed_is_added_point_by_point(page: Reader) -> None:
    selects(page, "Sáng 4/3/2025, bà Lò")
    makes(page, "the first point of another list")
    assert page.finds("#problems").text == "List 2 has one point only; a list has two or more."
    assert not page.finds("#export").is_enabled()
    selects(page, "Ông Vàng A Sính cảm ơn")
    makes(page, "a point of list 2")
    gold, misses = saved(page)
    items = gold["lists"][1]["items"]
    assert [TEXT[item["start"] : item["end"]] for item in items] == ["Sáng 4/3/2025, bà Lò", "Ông Vàng A Sính cảm ơn"]
    assert [TEXT[item["body"] : item["end"]] for item in items] == ["4/3/2025, bà Lò", "Vàng A Sính cảm ơn"]
    assert {miss.field for miss in misses} == {"points", "whole_lists"}


def test_facts_are_set_right_in_their_boxes_and_a_change_is_taken_back(page: Reader) -> None:
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415

    box = "#answers input[aria-label='{}']"
    page.finds(box.format("Date of the meeting")).send_keys(Keys.CONTROL + "a", Keys.NULL, "--03-05", Keys.TAB)
    assert page.runs("return document.activeElement.ariaLabel") == "Part of the day"
    assert page.finds("#answered").text.endswith("Report of a meeting, Date of the meeting.")
    page.clicks("#undo")
    assert not page.finds("#undo").is_enabled()
    assert page.finds(box.format("Date of the meeting")).get_attribute("value") == "2025-03-04"
    page.finds(box.format("Place")).send_keys("bản Pha", Keys.TAB)
    gold, misses = saved(page)
    assert (gold["place"], "meeting_date" in gold) == ("bản Pha", False)
    assert misses == [Miss("place", "nam_kha", "nothing", "bản Pha")]


@pytest.mark.parametrize(
    ("label", "key", "written", "kept"),
    [
        ("Date of the meeting", "meeting_date", "5/3/2025", "2025-03-05"),
        ("Date of the meeting", "meeting_date", "05-03-2025", "2025-03-05"),
        ("Date of the meeting", "meeting_date", "--02-29", "--02-29"),
        ("Published", "published", "6/3/2025", "2025-03-06"),
        ("Published", "published", "6-3-2025 14:30", "2025-03-06T14:30"),
    ],
)
def test_a_date_is_taken_as_readers_write_it(page: Reader, label: str, key: str, written: str, kept: str) -> None:
    writes(page, label, written)
    page.waits(f"{box_of(label)}.value === '{kept}'")
    assert page.finds("#problems").text == ""
    assert saved(page)[0][key] == kept


@pytest.mark.parametrize(
    ("label", "written", "problem"),
    [
        ("Date of the meeting", "30/2/2025", "“2025-02-30” is no date"),
        ("Date of the meeting", "29-2-2023", "“2023-02-29” is no date"),
        ("Date of the meeting", "5/3/2025 14:30", "“2025-03-05T14:30” is no date"),
        ("Date of the meeting", "2025-13", "“2025-13” is no date"),
        ("Date of the meeting", "hôm qua", "“hôm qua” is no date"),
        ("Published", "6/3/2025 25:00", "“2025-03-06T25:00” is no date"),
        ("Published", "0000-03-06", "“0000-03-06” is no date"),
        ("Sites", "-1", "a whole number is needed, 0 or more."),
        ("Delegates", "2.5", "a whole number is needed, 0 or more."),
        ("Parts of the site from", "-7", "a whole number is needed, 0 or more."),
        ("Points announced of list 1", "-2", "a whole number is needed, 0 or more."),
    ],
)
def test_what_gold_would_refuse_is_not_saved(page: Reader, label: str, written: str, problem: str) -> None:
    writes(page, label, written)
    page.waits("document.querySelector('#problems').textContent !== ''")
    assert page.finds("#problems").text.startswith(f"{label}: {problem}")
    assert page.runs(f"return {box_of(label)}.matches(':invalid')")
    assert not page.finds("#export").is_enabled()
    page.clicks("#undo")
    page.clicks("#whole")
    assert page.finds("#problems").text == ""
    assert page.finds("#export").is_enabled()


def box_of(label: str) -> str:
    return f"""document.querySelector("#corrections input[aria-label='{label}']")"""


def writes(page: Reader, label: str, words: str) -> None:
    """Write into a box in the place of what stands there, and go on to the next."""
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415

    page.finds(f"#corrections input[aria-label='{label}']").send_keys(Keys.CONTROL + "a", Keys.NULL, words, Keys.TAB)


def test_by_keyboard_alone(reader: Reader) -> None:
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415

    page = reader.opens(to_html(parse(TEXT, id="nam_kha.txt"), TEXT))
    tab_to(page, "correct")
    page.types(Keys.ENTER)
    assert page.runs("return document.activeElement.id") == "corrections-title"
    tab_to(page, "article")
    page.types(Keys.CONTROL + Keys.END)
    page.types(Keys.NULL, Keys.HOME)
    page.types(Keys.CONTROL + Keys.ARROW_RIGHT, Keys.NULL, Keys.ARROW_RIGHT)
    page.types(Keys.SHIFT + Keys.ARROW_RIGHT * len("Vàng A Sính"))
    page.types(Keys.NULL)
    start = TEXT.index("Vàng A Sính cảm ơn")
    page.waits(f"document.querySelector('#picked').textContent.startsWith('{start}–{start + len('Vàng A Sính')}')")
    page.types(Keys.ENTER)
    assert page.runs("return document.activeElement.id") == "use"
    page.types("a chair")
    page.types(Keys.TAB, Keys.ENTER)
    tab_to(page, "export")
    gold, misses = saved(page)
    assert gold["chairs"] == ["Lò Thị Mai", "Vàng A Sính"]
    assert misses == [Miss("chairs", "nam_kha", "nothing", "Vàng A Sính")]


def tab_to(page: Reader, element: str) -> None:
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415

    for _ in range(150):
        if page.runs("return document.activeElement.id") == element:
            return
        page.types(Keys.TAB)
    raise AssertionError(f"the tab key does not lead to {element}")
