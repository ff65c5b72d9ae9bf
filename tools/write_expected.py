"""Write what the tests expect of the shipped articles, after a change of the rules that was meant.

`examples/NAME.report.json` is the whole report of an example; `tests/expected/unclaimed.json` the words that no
field explains, of every article that ships; `tests/expected/fields/NAME.txt` every field of an article of `tests/gold`,
with its words and its rule, a line each.

The difference is to be read by a human before it is committed; tests compare with these files.
"""

import json
from pathlib import Path

from partyreports import MeetingReport, parse
from partyreports.views.fields import fields_of

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
UNCLAIMED = ROOT / "tests" / "expected" / "unclaimed.json"
FIELDS = ROOT / "tests" / "expected" / "fields"
_SHOWN = 90
"""Characters of a field's words that are written: its beginning and its end."""


def report_of(article: Path) -> MeetingReport:
    """Report of a file, its line ends as they are."""
    with article.open(encoding="utf-8", newline="") as file:
        return parse(file.read())


def field_lines(report: MeetingReport, text: str) -> str:
    """Every field of a report: its path, its words and its rule; and what was computed from words."""
    lines = []
    for field in sorted(fields_of(report), key=lambda field: (field.span.start, -field.span.end, field.path)):
        words = " ".join(text[field.span.start : field.span.end].split())
        if len(words) > _SHOWN:
            words = f"{words[: _SHOWN // 2]} … {words[-_SHOWN // 2 :]}"
        lines.append(f"{field.path} | {words} | {field.rule}")
    meeting = report.meeting
    dates = (meeting.date and meeting.date.value.isoformat(), meeting.date and meeting.date.last)
    period = meeting.period and (meeting.period.start.isoformat(), meeting.period.end.isoformat())
    computed = (report.is_meeting_report, meeting.kind, meeting.format, meeting.part_of_day, *dates, period)
    counts = [count and count.value for count in (report.attendance.points, report.attendance.delegates, report.views)]
    roles = [(section.role.value, section.numbered, section.inline) for section in report.sections]
    notes = [(note.code, note.message) for note in report.notes]
    return "\n".join([*lines, *map(str, (computed, counts, roles, notes))]) + "\n"


def main() -> None:
    """Write all expectations."""
    for article in sorted(EXAMPLES.glob("*.txt")):
        document = report_of(article).model_dump_json(indent=1) + "\n"
        article.with_suffix(".report.json").write_text(document, encoding="utf-8")
    words = {
        article.stem: [passage.text for passage in report_of(article).unclaimed]
        for article in sorted([*EXAMPLES.glob("*.txt"), *ROOT.glob("tests/gold/*.txt")])
    }
    UNCLAIMED.parent.mkdir(exist_ok=True)
    UNCLAIMED.write_text(json.dumps(words, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    FIELDS.mkdir(exist_ok=True)
    for article in sorted(ROOT.glob("tests/gold/*.txt")):
        with article.open(encoding="utf-8", newline="") as file:
            text = file.read()
        (FIELDS / article.name).write_text(field_lines(parse(text), text), encoding="utf-8")


if __name__ == "__main__":
    main()
