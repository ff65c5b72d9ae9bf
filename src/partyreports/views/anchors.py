"""Lasting names of fields: what links into a page are made of.

`#tasks.3` is the third of `report.tasks`, `#tasks.3.2` the second point in it, `#chairs.1` the first chair,
`#meeting.date` the date of the meeting. Such a name holds as long as the program reads the same there.
"""

import re
from collections import Counter
from collections.abc import Iterator

from partyreports.facts import Point, ReportFacts, SectionRole

_ROLE_NAMES = {
    SectionRole.ACHIEVEMENT: "achievements",
    SectionRole.LIMITATION: "limitations",
    SectionRole.CAUSE: "causes",
    SectionRole.TASK: "tasks",
    SectionRole.LESSON: "lessons_learned",
    SectionRole.PROPOSAL: "proposals",
    SectionRole.OTHER: "others",
}
_PLACE = re.compile(r"\[(\d+)\]")


def anchors_of(report: ReportFacts) -> dict[str, str]:
    r"""The lasting name of every point, by its path in the report.

    >>> from partyreports import parse
    >>> anchors_of(parse("Tin\n\nNhiệm vụ:\n1. Rà soát.\n2. Báo cáo."))
    {'sections[0].points[0]': 'tasks.1', 'sections[0].points[1]': 'tasks.2'}
    """
    counted: Counter[SectionRole] = Counter()
    anchors: dict[str, str] = {}
    for i, section in enumerate(report.sections):
        for j, point in enumerate(section.points):
            counted[section.role] += 1
            name = f"{_ROLE_NAMES[section.role]}.{counted[section.role]}"
            anchors.update(_anchors(point, f"sections[{i}].points[{j}]", name))
    return anchors


def _anchors(point: Point, path: str, name: str) -> Iterator[tuple[str, str]]:
    yield path, name
    for i, child in enumerate(point.points):
        yield from _anchors(child, f"{path}.points[{i}]", f"{name}.{i + 1}")


def anchor(path: str, points: dict[str, str]) -> str:
    """The lasting name of any field.

    Args:
        path: of the field in the report.
        points: what `anchors_of` gave.

    >>> anchor("chairs[0].positions[1]", {})
    'chairs.1.positions.2'
    """
    return points.get(path) or _PLACE.sub(lambda found: f".{int(found[1]) + 1}", path)
