"""Examples at the bounds: texts with room for filler, and what is read when one more piece of it is put in.

`bounds.jsonl` holds for each number that bounds a search a text in which the number decides: with `last` pieces of
filler one thing is read, with one more another. `tools/write_bounds.py` finds such texts.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

BOUNDS = Path(__file__).resolve().parent / "bounds.jsonl"
ROOM = "{…}"
"""Where the filler stands in a text."""
_WORDS = "hoa lá cỏ cây gió mây trăng sao suối đồi "


class Bound(NamedTuple):
    """A text in which a number decides."""

    number: str
    """Module and name of the constant, or module and guard."""
    text: str
    """With room for filler."""
    filler: str
    """Of what: a kind of `FILLERS`."""
    last: int
    """Pieces of filler with which `within` is read."""
    look: str
    """What is looked at, as in `frames.looked_at`."""
    within: str
    beyond: str


def recorded() -> list[Bound]:
    """What was recorded."""
    return [Bound(**json.loads(line)) for line in BOUNDS.read_text(encoding="utf-8").splitlines()]


def characters(count: int) -> str:
    """Words without meaning for any rule, so many characters of them."""
    return (_WORDS * (count // len(_WORDS) + 1))[:count]


FILLERS: dict[str, Callable[[int], str]] = {
    "characters": characters,
    "words": lambda count: " hoa" * count,
    "capitals": lambda count: " Hoa" * count,
    "names": lambda count: ", Hoa" * count,
    "sentences": lambda count: " Trời trong xanh." * count,
    "paragraphs": lambda count: "\n\nTrời hôm ấy trong xanh và gió thổi nhẹ trên đồi." * count,
    "lines": lambda count: "\nHoa lá trên đồi" * count,
    "spaces": lambda count: " " * count,
    "number": str,
    "pair": lambda count: f"{count}. Sửa đường.\n{count + 1}. Tiêm phòng cho trâu.",
    "numbers": lambda count: "".join(f", {number}" for number in range(31, 31 + count)),
    "days": lambda count: "".join(f", {day}" for day in range(2, 2 + count)),
    "digits": lambda count: "1" * count,
    "big words": lambda count: " HOA" * count,
    "menu": lambda count: "Trang chủ\n" * count,
    "authors": lambda count: " - Vân Hoa" * count,
    "và": lambda count: " và" * count,
    "đã": lambda count: " đã" * count,
    "offices": lambda count: ", Sở Hoa" * count,
    "points": lambda count: "".join(f"\n{number}. Sửa đường ở bản Pha." for number in range(3, 3 + count)),
}
"""Kinds of filler, each with what a number of pieces is."""


def without_filler(answer: str, filler: str, count: int) -> str:
    """An answer with a sign for the filler, which is then the same for any length of it."""
    pieces = FILLERS[filler](count)
    for words in (pieces, pieces.strip(" \n,-")):
        if len(words) > 1:
            answer = answer.replace(words, ROOM)
    return answer


def with_filler(text: str, filler: str, count: int) -> str:
    """A text with filler put in."""
    return text.replace(ROOM, FILLERS[filler](count))
