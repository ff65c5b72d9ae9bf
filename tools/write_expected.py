"""Write what the tests expect of the shipped articles, after a change of the rules that was meant.

`examples/NAME.report.json` is the whole report of an example; `tests/expected/unclaimed.json` the words that no
field explains, of every article that ships.

The difference is to be read by a human before it is committed; tests compare with these files.
"""

import json
from pathlib import Path

from partyreports import MeetingReport, parse

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
UNCLAIMED = ROOT / "tests" / "expected" / "unclaimed.json"


def report_of(article: Path) -> MeetingReport:
    """Report of a file, its line ends as they are."""
    with article.open(encoding="utf-8", newline="") as file:
        return parse(file.read())


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


if __name__ == "__main__":
    main()
