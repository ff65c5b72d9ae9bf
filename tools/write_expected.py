"""Write the expected report beside each example, after a change of the rules that was meant.

The difference is to be read by a human before it is committed; tests compare with these files.
"""

from pathlib import Path

from partyreports import parse

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def main() -> None:
    """Write `NAME.report.json` for every `NAME.txt`."""
    for article in sorted(EXAMPLES.glob("*.txt")):
        with article.open(encoding="utf-8", newline="") as file:
            report = parse(file.read())
        article.with_suffix(".report.json").write_text(report.model_dump_json(indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
