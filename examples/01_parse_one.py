"""Parse one article and print what a reader wants to know first.

Run it: python examples/01_parse_one.py [FILE]
"""

import sys
from pathlib import Path

from partyreports import parse

path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("giao_ban_thang_5.txt")
report = parse(path.read_text(encoding="utf-8"))

print(report.title.text if report.title else "no title")
print("when: ", report.date)
print("chair:", report.chair.name.text if report.chair else None)
print("sites:", report.attendance_points)
for point in report.tasks:
    print(f"{point.marker.text} {point.text[:60]}")
