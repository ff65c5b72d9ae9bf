"""Measure how many reports change when articles are rendered in another way; write the floors and the page.

    python tools/write_robustness.py [FOLDER ...]     folders of articles, beside those that ship
    python tools/write_robustness.py FOLDER ... --only "wrapped at 72,one sentence a line"

Writes tests/robustness/floors.json, which the tests hold, and the table of docs/explanation/robustness.md. A floor that
would get worse is printed: read what changed before committing it.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from robustness.measure import Share, measured  # noqa: E402
from robustness.transformations import TRANSFORMATIONS, Transformation  # noqa: E402
from shapes import read_article, shipped_articles  # noqa: E402

FLOORS = ROOT / "tests" / "robustness" / "floors.json"
PAGE = ROOT / "docs" / "explanation" / "robustness.md"
BEGIN, END = "<!-- table: written by tools/write_robustness.py -->\n", "<!-- end of table -->"


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--only", default="", help="names of renderings, parted by commas; the others stay as they are")
    arguments = parser.parse_args()
    names = [name for name in arguments.only.split(",") if name]
    chosen = [one for one in TRANSFORMATIONS if not names or one.name in names]
    shipped = measured({path.stem: read_article(path) for path in shipped_articles()}, chosen)
    paths = sorted(path for folder in arguments.folders for path in folder.glob("*.txt"))
    gold = measured({path.stem: read_article(path) for path in paths}, chosen)
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    for one in chosen:
        old = floors.get(one.name, {"shipped": len(shipped), "gold": 1.0})
        share = round(gold[one.name].share, 4) if paths else old["gold"]
        floors[one.name] = {"shipped": len(shipped[one.name].changed), "gold": share}
        if floors[one.name]["shipped"] > old["shipped"] or share > old["gold"]:
            sys.stdout.write(f"worse: {one.name}: {old} -> {floors[one.name]}: {sorted(gold[one.name].changed)[:8]}\n")
    rows = (
        f" {json.dumps(one.name, ensure_ascii=False)}: {json.dumps(floors[one.name])}"
        for one in TRANSFORMATIONS
        if one.name in floors
    )
    FLOORS.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
    if paths:
        page = PAGE.read_text(encoding="utf-8")
        head, _, rest = page.partition(BEGIN)
        before, _, tail = rest.partition(END)
        PAGE.write_text(head + BEGIN + _table(gold, chosen, before) + END + tail, encoding="utf-8")


def _table(shares: dict[str, Share], chosen: Sequence[Transformation], before: str) -> str:
    kept = {line.split("|")[1].strip(): line for line in before.splitlines() if line.startswith("| ")}
    rows = ["| rendering | articles touched | reports changed | share | goal | fields that changed most |"]
    rows.append("|---|---:|---:|---:|---:|---|")
    for one in TRANSFORMATIONS:
        if one not in chosen:
            rows += [kept[one.name]] if one.name in kept else []
            continue
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
    main()
