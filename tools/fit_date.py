"""Fit the weights of the signals that tell the meeting's date from other dates.

    python tools/fit_date.py FOLDER…     folders of gold documents (NAME.txt + NAME.json)

Prints how often the right date wins on documents that a model has not seen, and writes data/weights/meeting_date.json.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

from fitting import Example, Model, cross_validated, fit, write

from partyreports.layout.article import article_of
from partyreports.layout.segmentation import find_layout
from partyreports.meeting.date.candidate import DateCandidate
from partyreports.meeting.date.choosing import LIKELY, date_candidates
from partyreports.meeting.date.signals import SIGNALS
from partyreports.meeting.detection.deciding import detect_meeting
from partyreports.text.scanned import scan


def examples_of(folder: Path) -> list[Example]:
    """Every date of every meeting report of a folder, true where it is the gold's."""
    found = []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(gold, dict) or not gold.get("is_meeting_report") or gold.get("series_only"):
            continue
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        scanned = scan(text)
        article = article_of(scanned, find_layout(scanned), meeting=True)
        for date in date_candidates(article, detect_meeting(article)):
            if date.reading is None and gold["meeting_date"] is None and gold.get("part_of_day") is None:
                continue  # “hôm nay” without a date of publication says nothing, right or wrong
            row = {signal.id: strength for signal in SIGNALS if (strength := signal.measure(date))}
            found.append(Example(f"{folder.name}/{path.stem}", row, _is_right(date, gold)))
    return found


def _is_right(date: DateCandidate, gold: dict[str, str | None]) -> bool:
    wanted, part = gold["meeting_date"], gold.get("part_of_day")
    if date.reading is None:  # “sáng nay”: right if the gold has its part of day, and no date or one without words
        said = date.article.cues.last_within("time.part_of_day", date.start, date.end)
        return wanted is None and part is not None and said is not None and said.value == part
    return wanted is not None and date.reading.value.isoformat()[-5:] == wanted[-5:]


def best_of(scored: list[tuple[Example, float]]) -> tuple[int, int, int]:
    """Documents whose likeliest date is right, is given, and that have a right one at all."""
    documents: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for example, value in scored:
        documents[example.document].append((value, example.label))
    right = sum(max(dates)[0] > LIKELY and max(dates)[1] for dates in documents.values())
    given = sum(max(dates)[0] > LIKELY for dates in documents.values())
    return right, given, sum(any(label for _, label in dates) for dates in documents.values())


def main() -> None:
    """Fit, say how well, and write."""
    examples = [example for folder in sys.argv[1:] for example in examples_of(Path(folder))]
    for penalty in (0.003, 0.01, 0.03):

        def fitted(part: object, penalty: float = penalty) -> Model:
            return fit(part, penalty)  # type: ignore[arg-type]

        right, given, wanted = best_of(cross_validated(examples, fitted))
        sys.stdout.write(f"penalty {penalty}: {right} right of {given} given, {wanted} wanted\n")
    model = fit(examples, 0.01)
    write("meeting_date", model)
    for name, weight in sorted(model.signals.items(), key=lambda pair: pair[1]):
        sys.stdout.write(f"{weight:+.2f} {name}\n")


if __name__ == "__main__":
    main()
