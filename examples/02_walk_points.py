"""Walk over the numbered points, nested ones too, with their offsets in the text.

Run it: python examples/02_walk_points.py [FILE]
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from partyreports import Point, parse


def walk(points: tuple[Point, ...], level: int = 0) -> Iterator[tuple[int, Point]]:
    """Points in reading order with their depth."""
    for point in points:
        yield level, point
        yield from walk(point.points, level + 1)


path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("giao_ban_thang_5.txt")
text = path.read_text(encoding="utf-8")
for section in parse(text).sections:
    print(section.role.value, section.rule)
    for level, point in walk(section.points):
        words = text[point.text_span.start : point.text_span.end]
        assert words == point.text
        print(f"{'  ' * (level + 1)}{point.span.start:>6}-{point.span.end:<6} {point.number}: {words[:50]!r}")
