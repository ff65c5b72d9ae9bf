"""Write the scores of one or more folders of gold side by side into the page on evaluation.

    python tools/score_table.py learn=FOLDER check=FOLDER pages=tests/pages

Each argument is the heading of a column and its folder. The table stands between two comments of the page; only
counts and shares are written, nothing of the articles.
"""

import argparse
import re
from pathlib import Path

from partyreports.evaluation import Evaluation, FieldScore, evaluate_folder
from partyreports.evaluation.fields import FIELDS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "explanation" / "evaluation.md"
BLOCK = re.compile(r"(?<=<!-- scores -->\n).*?(?=<!-- end of scores -->)", re.DOTALL)


def table_of(results: dict[str, Evaluation]) -> str:
    """A Markdown table: a row for each field that any of the results has, three columns for each result."""
    heads = "".join(f" {name}: support | precision | recall |" for name in results)
    lines = [f"| field |{heads}", "|---|" + "---:|---:|---:|" * len(results)]
    for field in FIELDS:
        scores = [result.fields.get(field.name) for result in results.values()]
        if any(scores):
            lines.append(f"| {field.name} |{''.join(map(_cells, scores))}")
    documents = ", ".join(f"{result.documents} ({name})" for name, result in results.items())
    invented = ", ".join(
        f"{len(result.invented)} on {result.invented_documents} articles ({name})" for name, result in results.items()
    )
    return "\n".join(
        [*lines, "", f"Articles scored: {documents}. Facts invented on articles without a meeting: {invented}.", ""]
    )


def _cells(score: FieldScore | None) -> str:
    """Support, precision and recall; a dash where the gold asks for nothing, or nothing was given."""
    if score is None:
        return " – | – | – |"
    precision = f"{score.precision:.3f}" if score.given else "–"
    recall = f"{score.recall:.3f}" if score.expected else "–"
    return f" {score.expected} | {precision} | {recall} |"


def main() -> None:
    """Score the folders and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("column", nargs="+", help="NAME=FOLDER")
    parser.add_argument("--page", type=Path, default=PAGE)
    options = parser.parse_args()
    results = {}
    for column in options.column:
        name, _, folder = column.partition("=")
        results[name] = evaluate_folder(Path(folder))
    page = options.page.read_text(encoding="utf-8")
    if not BLOCK.search(page):
        parser.error(f"{options.page} has no place for the table")
    options.page.write_text(BLOCK.sub(lambda _: f"\n{table_of(results)}\n", page), encoding="utf-8")


if __name__ == "__main__":
    main()
