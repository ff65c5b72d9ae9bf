"""The cost of the page's reading grows with the length of the text, whatever its lines are made of."""

from collections.abc import Callable

import pytest

from counting import calls
from partyreports.layout.segmentation import find_layout
from partyreports.text.scanned import scan

END = "!\nTin\nhết\n"
FIRST_LINES: dict[str, Callable[[int], str]] = {
    "arrows": lambda n: "› " * n + END,
    "crumbs": lambda n: "a  ›  " * n + END,
    "greater than": lambda n: "> Tin tức " * n + END,
    "double arrows": lambda n: "» " * n + END,
    "bars": lambda n: "Tin tức | " * n + END,
    "slashes": lambda n: "Tin / " * n + END,
    "dashes": lambda n: "- " * n + END,
    "digits behind a weekday": lambda n: "thứ hai, " + "1" * n + "x\nTin\n",
    "dates": lambda n: "01/02/2020 " * n + END,
    "clock times": lambda n: "08:15 " * n + END,
    "brackets": lambda n: "(" * n + END,
    "tags": lambda n: "(TTXVN " * n + END,
    "quotes": lambda n: "“" * n + END,
    "dots": lambda n: "." * n + END,
    "capitals": lambda n: "A" * n + END,
    "names": lambda n: "Trần Văn " * n + END,
    "ampersands": lambda n: "&gt;" * n + END,
    "photo credits": lambda n: "Ảnh: A " * n + END,
    "days": lambda n: "Sáng 1/2 " * n + END,
    "spaces": lambda n: "a" + " " * n + END,
}
MANY_LINES: dict[str, Callable[[int], str]] = {
    "date lines": lambda n: "01/06/2020 | 12\n" * n,
    "cues": lambda n: "Tin\n\nSở họp với các phòng ban sáng nay.\n" + "Tin liên quan\n" * n,
    "links": lambda n: "Tin\n\nSở họp với các phòng ban sáng nay.\nTin liên quan\n" + "Sơ kết quý I\n" * n,
    "teasers": lambda n: "Tin\n\nSở họp với các phòng ban sáng nay.\nTin liên quan\n" + ("Sơ kết\n" + "Sở họp. " * 20 + "\n") * n,
    "names": lambda n: "Tin\n\nSở họp.\n" + "Trần Văn Bền\n" * n,
    "captions": lambda n: "Tin\n\nSở họp.\n" + "Ông Bền. Ảnh: Hà Vy\n" * n,
    "capitals": lambda n: "Tin\n\nSở họp.\n" + "KẾT QUẢ\n" * n,
    "categories": lambda n: "Tin tức\n" * n,
    "ages": lambda n: "Tin\n\nSở họp với các phòng ban sáng nay.\nTin khác\n" + "hôm qua\n" * n,
}  # fmt: skip


def calls_of(text: str) -> int:
    """Calls that reading the page of a text makes."""
    scanned = scan(text)
    return calls(lambda: find_layout(scanned))


@pytest.mark.parametrize("shape", [*FIRST_LINES.values(), *MANY_LINES.values()], ids=[*FIRST_LINES, *MANY_LINES])
def test_four_times_the_text_costs_four_times_the_calls(shape: Callable[[int], str]) -> None:
    find_layout(scan(shape(500)))  # patterns are compiled once
    assert calls_of(shape(2000)) <= 4.5 * calls_of(shape(500)) + 200


@pytest.mark.parametrize("shape", FIRST_LINES.values(), ids=FIRST_LINES)
def test_a_first_line_of_many_odd_characters_ends(shape: Callable[[int], str]) -> None:
    text = shape(20_000)
    layout = find_layout(scan(text))
    covered = sum(line.end - line.start for line in layout.body) + sum(len(part.text) for part in layout.furniture)
    assert covered > 0
