"""A gate: floors per field over a folder of gold, with a digest of that gold.

    python -m partyreports.evaluation.gate FOLDER              # exit 1 where something fell
    python -m partyreports.evaluation.gate FOLDER --update     # write FOLDER/baseline.json anew

A floor is never lowered silently, and neither can the gold be changed, emptied or taken away unseen.
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path

from partyreports.errors import GoldError
from partyreports.evaluation.scoring import Evaluation, evaluate_folder

BASELINE = "baseline.json"


def digest_of(folder: Path) -> str:
    """SHA-256 over names and contents of all gold files of a folder."""
    digest = hashlib.sha256()
    for path in sorted([*folder.glob("*.txt"), *folder.glob("*.json")]):
        if path.name != BASELINE:
            digest.update(f"{path.name}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def floors_of(result: Evaluation) -> dict[str, float]:
    """F1 of every field that the gold asks for, rounded down to three places."""
    return {name: int(1000 * score.f1) / 1000 for name, score in result.fields.items() if score.expected}


def fallen(result: Evaluation, baseline: dict[str, object], digest: str) -> list[str]:
    """What is worse than the baseline, a sentence each; empty where all is well."""
    problems = [f"not scored: {failure}" for failure in result.failures]
    if baseline.get("digest") != digest:
        problems.append("the gold is not the one that the floors were set on: run with --update")
    if baseline.get("documents") != result.documents:
        problems.append(f"{result.documents} documents were scored, {baseline.get('documents')} were expected")
    floors = baseline.get("floors")
    if not isinstance(floors, dict) or not floors:
        return [*problems, "the baseline holds no floors"]
    for name, floor in floors.items():
        score = result.fields.get(name)
        reached = score.f1 if score and score.expected else 0.0
        if reached < floor:
            problems.append(f"{name}: {reached:.3f} is below its floor of {floor:.3f}")
    return problems


def check(folder: Path) -> list[str]:
    """Score a folder and compare it with its baseline.

    Args:
        folder: gold documents, with the `baseline.json` that `update` wrote.

    Returns:
        What is worse than the baseline, a sentence each.

    Raises:
        GoldError: there is no gold, or no baseline.
    """
    path = folder / BASELINE
    if not path.exists():
        raise GoldError(f"{path}: there is no baseline; write one with --update")
    return fallen(evaluate_folder(folder), json.loads(path.read_text(encoding="utf-8")), digest_of(folder))


def update(folder: Path, *, allow_regression: bool = False) -> list[str]:
    """Write the baseline of a folder; refuse to lower a floor unless told to.

    Args:
        folder: gold documents.
        allow_regression: lower floors where scores have fallen.

    Returns:
        The floors that would fall (nothing is written then), or nothing.
    """
    result = evaluate_folder(folder)
    if result.failures:
        return result.failures
    floors = floors_of(result)
    path = folder / BASELINE
    before = json.loads(path.read_text(encoding="utf-8"))["floors"] if path.exists() else {}
    lower = [
        f"{name}: {floor:.3f} would fall to {floors.get(name, 0):.3f}"
        for name, floor in before.items()
        if floors.get(name, 0) < floor
    ]
    if lower and not allow_regression:
        return lower
    document = {"documents": result.documents, "digest": digest_of(folder), "floors": floors}
    path.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    return []


def main() -> None:
    """Check or update the folder that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    options = parser.parse_args()
    try:
        problems = (
            update(options.folder, allow_regression=options.allow_regression)
            if options.update
            else check(options.folder)
        )
    except GoldError as error:
        problems = [str(error)]
    sys.stdout.write("".join(f"{problem}\n" for problem in problems) or "the gate holds\n")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
