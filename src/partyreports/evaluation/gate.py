"""A gate: floors per field over a folder of gold, with a digest of that gold.

    partyreports evaluate FOLDER --gate            # exit 1 where something fell
    partyreports evaluate FOLDER --update-gate     # write FOLDER/baseline.json anew

A floor is never lowered silently, and neither can the gold be changed, emptied or taken away unseen. One file may
hold the floors of several folders, under their names: that is for gold that lies elsewhere or may not be written to.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from partyreports.errors import GoldError
from partyreports.evaluation.gold import gold_files
from partyreports.evaluation.scoring import Evaluation, evaluate_folder

BASELINE = "baseline.json"
"""Name of the file of the floors in a folder of gold."""


def digest_of(folder: Path) -> str:
    """SHA-256 over names and contents of all gold files of a folder."""
    digest = hashlib.sha256()
    for path in sorted([*folder.glob("*.txt"), *gold_files(folder)]):
        digest.update(f"{path.name}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def floors_of(result: Evaluation) -> dict[str, float]:
    """F1 of every field that the gold asks for, rounded down to three places."""
    return {name: int(1000 * score.f1) / 1000 for name, score in result.fields.items() if score.expected}


def fallen(result: Evaluation, baseline: dict[str, Any], digest: str) -> list[str]:
    """What is worse than the baseline, a sentence each; empty where all is well."""
    problems = [f"not scored: {failure}" for failure in result.failures]
    if baseline.get("digest") != digest:
        problems.append("the gold is not the one that the floors were set on: run with --update-gate")
    if baseline.get("documents") != result.documents:
        problems.append(f"{result.documents} documents were scored, {baseline.get('documents')} were expected")
    floors = baseline.get("floors")
    if not isinstance(floors, dict) or not floors:
        return [*problems, "the baseline holds no floors"]
    for name, floor in floors.items():
        reached = _reached(result, name)
        if reached < floor:
            problems.append(f"{name}: {reached:.3f} is below its floor of {floor:.3f}")
    if result.invented_documents > baseline.get("invented_documents", result.invented_documents):
        problems.append(_more_invented(result, baseline))
    return problems


def _reached(result: Evaluation, name: str) -> float:
    """F1 of a field; a field that the gold asks for no longer has not reached anything."""
    score = result.fields.get(name)
    return score.f1 if score and score.expected else 0.0


def _more_invented(result: Evaluation, baseline: dict[str, Any]) -> str:
    return (
        f"facts are invented on {result.invented_documents} articles without a meeting, "
        f"{baseline['invented_documents']} before"
    )


def check(folder: Path, floors: Path | None = None) -> list[str]:
    """Score a folder and compare it with its floors.

    Args:
        folder: gold documents.
        floors: file that holds the floors of several folders by their names; `folder/baseline.json` if None.

    Returns:
        What is worse than the floors, a sentence each.

    Raises:
        GoldError: there is no gold, or there are no floors for it.
    """
    baseline = _read(folder, floors)
    if baseline is None:
        raise GoldError(
            "{file}: there are no floors for {folder}; set them with --update-gate",
            file=floors or folder / BASELINE,
            folder=folder,
        )
    return fallen(evaluate_folder(folder), baseline, digest_of(folder))


def update(folder: Path, floors: Path | None = None, *, allow_regression: bool = False) -> list[str]:
    """Set the floors of a folder to its scores; refuse to lower one unless told to.

    Args:
        folder: gold documents.
        floors: as for `check`; what it holds of other folders is kept.
        allow_regression: lower floors where scores have fallen.

    Returns:
        The floors that would fall (nothing is written then), or nothing.

    Raises:
        GoldError: there is no gold.
    """
    result = evaluate_folder(folder)
    if result.failures:
        return result.failures
    reached = floors_of(result)
    before = _read(folder, floors) or {}
    lower = [
        f"{name}: {floor:.3f} would fall to {reached.get(name, 0):.3f}"
        for name, floor in before.get("floors", {}).items()
        if reached.get(name, 0) < floor
    ]
    if result.invented_documents > before.get("invented_documents", result.invented_documents):
        lower.append(_more_invented(result, before))
    if lower and not allow_regression:
        return lower
    _write(
        folder,
        floors,
        {
            "documents": result.documents,
            "digest": digest_of(folder),
            "invented_documents": result.invented_documents,
            "floors": reached,
        },
    )
    return []


def _read(folder: Path, floors: Path | None) -> dict[str, Any] | None:
    path = floors or folder / BASELINE
    if not path.exists():
        return None
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise GoldError("{path}: no floors can be read: {reason}", path=path, reason=error) from error
    baseline = document.get(folder.resolve().name) if floors and isinstance(document, dict) else document
    if baseline is not None and not isinstance(baseline, dict):
        raise GoldError("{path}: a JSON object was expected", path=path)
    return baseline


def _write(folder: Path, floors: Path | None, baseline: dict[str, Any]) -> None:
    path, document = folder / BASELINE, baseline
    if floors:
        others = json.loads(floors.read_text(encoding="utf-8")) if floors.exists() else {}
        path, document = floors, {**others, folder.resolve().name: baseline}
    path.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
