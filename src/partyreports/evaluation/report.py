"""Scores shown as a table for the terminal, as Markdown, as JSON."""

import json
from collections.abc import Collection, Iterator

from partyreports.evaluation.scoring import Evaluation, Miss


def render_text(result: Evaluation, *, misses: bool | Collection[str] = True) -> str:
    """A table of the fields, and the misses below it.

    Args:
        result: what `evaluate` or `evaluate_folder` gave.
        misses: list all; none if False, so that nothing of the articles is shown; or only those of the fields
            named, of which `invented` is one.
    """
    tolerance = "strictly" if result.tolerance == 0 else f"offsets within {result.tolerance}"
    lines = [f"{result.documents} documents, {tolerance}", ""]
    lines.append(f"{'field':<18} {'support':>7} {'given':>6} {'right':>6} {'precision':>10} {'recall':>7} {'F1':>6}")
    for name, score in result.fields.items():
        counts = f"{score.expected:>7} {score.given:>6} {score.correct:>6}"
        lines.append(f"{name:<18} {counts} {score.precision:>10.3f} {score.recall:>7.3f} {score.f1:>6.3f}")
    lines += ["", _invented(result)]
    if _is_listed("invented", misses):
        lines += [f"  {miss.document}: {miss.field} = {miss.got}" for miss in result.invented]
    if listed := _listed(result, misses):
        lines += ["", "misses and false alarms:"]
        lines += [f"  {miss.document}: {miss.field}: got {miss.got} | wanted {miss.wanted}" for miss in listed]
    lines += [f"not scored: {failure}" for failure in result.failures]
    return "\n".join(lines) + "\n"


def _invented(result: Evaluation) -> str:
    return (
        f"invented on articles without a meeting: {result.invented_documents} documents, {len(result.invented)} values"
    )


def _is_listed(name: str, misses: bool | Collection[str]) -> bool:  # noqa: FBT001 (the argument of the renderers)
    return misses if isinstance(misses, bool) else name in misses


def _listed(result: Evaluation, misses: bool | Collection[str]) -> list[Miss]:  # noqa: FBT001
    return [miss for miss in result.misses if _is_listed(miss.field, misses)]


def render_markdown(result: Evaluation, *, misses: bool | Collection[str] = False) -> str:
    """The same as Markdown; the misses are left out unless asked for.

    Args:
        result: what `evaluate` or `evaluate_folder` gave.
        misses: as for `render_text`.
    """
    return "\n".join(_markdown(result, misses)) + "\n"


def _markdown(result: Evaluation, misses: bool | Collection[str]) -> Iterator[str]:  # noqa: FBT001
    yield "| field | support | given | right | precision | recall | F1 |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for name, score in result.fields.items():
        counts = f"{score.expected} | {score.given} | {score.correct}"
        yield f"| {name} | {counts} | {score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f} |"
    yield ""
    yield f"{result.documents} documents; {_invented(result)}."
    if listed := _listed(result, misses):
        yield ""
        yield "| document | field | got | wanted |"
        yield "|---|---|---|---|"
        for miss in listed:
            cells = (miss.document, miss.field, miss.got, miss.wanted)
            yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
    for failure in result.failures:
        yield f"\nNot scored: {failure}"


def render_json(result: Evaluation, *, misses: bool | Collection[str] = True) -> str:
    """Everything as JSON: `documents`, `tolerance`, `fields`, `invented`, `misses`, `failures`.

    Args:
        result: what `evaluate` or `evaluate_folder` gave.
        misses: as for `render_text`; `misses` and the `values` of `invented` are empty lists if False.
    """
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
        "invented": {
            "documents": result.invented_documents,
            "count": len(result.invented),
            "values": [miss._asdict() for miss in result.invented if _is_listed("invented", misses)],
        },
        "misses": [miss._asdict() for miss in _listed(result, misses)],
        "failures": result.failures,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
