"""Measure how many reports change when articles are rendered in another way; write the floors and the page.

    python tools/write_robustness.py [FOLDER ...]     folders of articles, beside those that ship

Writes tests/robustness/floors.json, which the tests hold, and the table of docs/explanation/robustness.md. A floor that
would get worse is printed: read what changed before committing it.
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from robustness.measure import Share, measured  # noqa: E402
from robustness.transformations import TRANSFORMATIONS  # noqa: E402
from shapes import read_article, shipped_articles  # noqa: E402

FLOORS = ROOT / "tests" / "robustness" / "floors.json"
PAGE = ROOT / "docs" / "explanation" / "robustness.md"
BEGIN, END = "<!-- table: written by tools/write_robustness.py -->\n", "<!-- end of table -->"


def main(folders: list[str]) -> None:
    """Measure and write."""
    shipped = measured({path.stem: read_article(path) for path in shipped_articles()}, TRANSFORMATIONS)
    paths = sorted(path for folder in folders for path in Path(folder).glob("*.txt"))
    gold = measured({path.stem: read_article(path) for path in paths}, TRANSFORMATIONS)
    before = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    floors = {}
    for one in TRANSFORMATIONS:
        old = before.get(one.name, {"shipped": len(shipped), "gold": 1.0})
        share = round(gold[one.name].share, 4) if paths else old["gold"]
        floors[one.name] = {"shipped": len(shipped[one.name].changed), "gold": share}
        if floors[one.name]["shipped"] > old["shipped"] or share > old["gold"]:
            sys.stdout.write(f"worse: {one.name}: {old} -> {floors[one.name]}: {sorted(gold[one.name].changed)[:8]}\n")
    lines = ",\n".join(f" {json.dumps(name, ensure_ascii=False)}: {json.dumps(row)}" for name, row in floors.items())
    FLOORS.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
    if paths:
        page = PAGE.read_text(encoding="utf-8")
        head, _, rest = page.partition(BEGIN)
        PAGE.write_text(head + BEGIN + _table(gold) + END + rest.partition(END)[2], encoding="utf-8")


def _table(shares: dict[str, Share]) -> str:
    rows = ["| rendering | articles touched | reports changed | share | goal | fields that changed most |"]
    rows.append("|---|---:|---:|---:|---:|---|")
    for one in TRANSFORMATIONS:
        share = shares[one.name]
        fields: dict[str, int] = {}
        for changed in share.changed.values():
            for field in {name.partition(".")[0] for name in changed}:
                fields[field] = fields.get(field, 0) + 1
        most = ", ".join(
            f"{name} {fields[name]}" for name in sorted(fields, key=lambda name: (-fields[name], name))[:3]
        )
        shown = f"{100 * share.share:.1f} % | {100 * one.goal:.0f} %"
        rows.append(f"| {one.name} | {share.touched} | {len(share.changed)} | {shown} | {most} |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    main(sys.argv[1:])
