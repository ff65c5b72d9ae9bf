"""Scores shown as a table for the terminal, as Markdown, as JSON."""

import json
from collections.abc import Iterator

from partyreports.evaluation.scoring import Evaluation


def render_text(result: Evaluation, *, misses: bool = True) -> str:
    """A table of the fields, and every miss below it.

    Args:
        result: what `evaluate` or `evaluate_folder` gave.
        misses: list them; the table alone if False.
    """
    tolerance = "strictly" if result.tolerance == 0 else f"offsets within {result.tolerance}"
    lines = [f"{result.documents} documents, {tolerance}", ""]
    lines.append(f"{'field':<18} {'support':>7} {'given':>6} {'right':>6} {'precision':>10} {'recall':>7} {'F1':>6}")
    for name, score in result.fields.items():
        counts = f"{score.expected:>7} {score.given:>6} {score.correct:>6}"
        lines.append(f"{name:<18} {counts} {score.precision:>10.3f} {score.recall:>7.3f} {score.f1:>6.3f}")
    lines += ["", f"invented on articles without a meeting: {len(result.invented)}"]
    lines += [f"  {miss.document}: {miss.field} = {miss.got}" for miss in result.invented]
    if misses and result.misses:
        lines += ["", "misses and false alarms:"]
        lines += [f"  {miss.document}: {miss.field}: got {miss.got} | wanted {miss.wanted}" for miss in result.misses]
    lines += [f"not scored: {failure}" for failure in result.failures]
    return "\n".join(lines) + "\n"


def render_markdown(result: Evaluation) -> str:
    """The table of the fields as Markdown, without the misses."""
    return "\n".join(_markdown(result)) + "\n"


def _markdown(result: Evaluation) -> Iterator[str]:
    yield "| field | support | given | right | precision | recall | F1 |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for name, score in result.fields.items():
        counts = f"{score.expected} | {score.given} | {score.correct}"
        yield f"| {name} | {counts} | {score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f} |"


def render_json(result: Evaluation) -> str:
    """Everything as JSON: `documents`, `tolerance`, `fields`, `invented`, `misses`, `failures`."""
    fields = {
        name: {
            "support": score.expected,
            "given": score.given,
            "correct": score.correct,
            "precision": round(score.precision, 4),
            "recall": round(score.recall, 4),
            "f1": round(score.f1, 4),
        }
        for name, score in result.fields.items()
    }
    document = {
        "documents": result.documents,
        "tolerance": result.tolerance,
        "fields": fields,
        "invented": [miss._asdict() for miss in result.invented],
        "misses": [miss._asdict() for miss in result.misses],
        "failures": result.failures,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
