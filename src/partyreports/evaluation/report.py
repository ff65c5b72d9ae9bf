"""Scores shown as a table for the terminal, as Markdown, as JSON: the same in each."""

import json
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from partyreports.evaluation.rules import never_read
from partyreports.evaluation.scoring import Evaluation, Miss

Misses = bool | Collection[str]
"""All misses, none, or those of the fields named, of which `invented` is one."""

_FIELD_HEADS = ("field", "support", "given", "right", "precision", "recall", "F1")
_MISS_HEADS = ("document", "field", "got", "wanted")
_RULE_HEADS = ("rule", "read", "fired", "documents", "field", "given", "right", "precision")


def render_text(result: Evaluation, *, misses: Misses = True, rules: bool = False) -> str:
    """A table of the fields, and the misses below it.

    Args:
        result: what `evaluate` or `evaluate_folder` gave.
        misses: list all; none if False, so that nothing of the articles is shown; or only those of the fields
            named, of which `invented` is one.
        rules: show what each rule did as well, and which rules of the tables did nothing.

    >>> from partyreports.evaluation import GoldDocument, evaluate
    >>> gold = GoldDocument(id="a", is_meeting_report=False, text="Giá vàng tăng hôm nay.")
    >>> print(render_text(evaluate([gold])).splitlines()[0])
    1 document, offsets within 3
    """
    lines = [*_heading(result), "", *_aligned(_field_rows(result), _FIELD_HEADS), "", _invented(result)]
    if _is_listed("invented", misses):
        lines += [f"  {miss.document}: {miss.field} = {miss.got}" for miss in result.invented]
    if rules:
        lines += ["", *_aligned(_rule_rows(result), _RULE_HEADS), "", *_never(result)]
    if listed := _listed(result, misses):
        lines += ["", "misses and false alarms:"]
        lines += [f"  {miss.document}: {miss.field}: got {miss.got} | wanted {miss.wanted}" for miss in listed]
    lines += [f"not scored: {failure}" for failure in result.failures]
    return "\n".join(lines) + "\n"


def render_markdown(result: Evaluation, *, misses: Misses = True, rules: bool = False) -> str:
    """The same as Markdown.

    Args:
        result: what `evaluate` or `evaluate_folder` gave.
        misses: as for `render_text`.
        rules: as for `render_text`.

    >>> from partyreports.evaluation import GoldDocument, evaluate
    >>> gold = GoldDocument(id="a", is_meeting_report=False, text="Giá vàng tăng hôm nay.")
    >>> print(render_markdown(evaluate([gold])).splitlines()[4])
    | is_meeting_report | 1 | 1 | 1 | 1.000 | 1.000 | 1.000 |
    """
    parts = [_heading(result), _piped(_field_rows(result), _FIELD_HEADS), [f"{_invented(result)}."]]
    if result.invented and _is_listed("invented", misses):
        parts.append(_piped(((miss.document, miss.field, miss.got) for miss in result.invented), _MISS_HEADS[:3]))
    if rules:
        parts += [_piped(_rule_rows(result), _RULE_HEADS), _never(result)]
    if listed := _listed(result, misses):
        parts.append(_piped(((miss.document, miss.field, miss.got, miss.wanted) for miss in listed), _MISS_HEADS))
    parts += [[f"Not scored: {failure}"] for failure in result.failures]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def render_json(result: Evaluation, *, misses: Misses = True, rules: bool = False) -> str:
    """The same as JSON: `documents`, `tolerance`, `fields`, `invented`, `misses`, `failures`, and with rules `rules`.

    Args:
        result: what `evaluate` or `evaluate_folder` gave.
        misses: as for `render_text`; `misses` and the `values` of `invented` are empty lists if False.
        rules: as for `render_text`; adds `rules` and `never_read`.

    >>> from partyreports.evaluation import GoldDocument, evaluate
    >>> gold = GoldDocument(id="a", is_meeting_report=False, text="Giá vàng tăng hôm nay.")
    >>> json.loads(render_json(evaluate([gold])))["fields"]["is_meeting_report"]["f1"]
    1.0
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
    document: dict[str, object] = {
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
    if rules:
        document["rules"] = {
            name: {
                "read": score.read,
                "fired": score.fired,
                "documents": score.documents,
                "fields": {
                    field: {"given": one.given, "correct": one.correct, "precision": round(one.precision, 4)}
                    for field, one in score.fields.items()
                },
            }
            for name, score in sorted(result.rules.items())
        }
        document["never_read"] = never_read(result.rules)
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _is_listed(name: str, misses: Misses) -> bool:
    return misses if isinstance(misses, bool) else name in misses


def _listed(result: Evaluation, misses: Misses) -> list[Miss]:
    return [miss for miss in result.misses if _is_listed(miss.field, misses)]


def _heading(result: Evaluation) -> list[str]:
    tolerance = "strictly" if result.tolerance == 0 else f"offsets within {result.tolerance}"
    return [f"{_counted(result.documents, 'document')}, {tolerance}"]


def _invented(result: Evaluation) -> str:
    documents, values = _counted(result.invented_documents, "document"), _counted(len(result.invented), "value")
    return f"invented on articles without a meeting: {documents}, {values}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _never(result: Evaluation) -> list[str]:
    known = sum(score.read is not None for score in result.rules.values())
    silent = never_read(result.rules)
    return [f"never read anything: {len(silent)} of {known} rules of the tables", *(f"- {rule}" for rule in silent)]


def _field_rows(result: Evaluation) -> Iterator[tuple[str, ...]]:
    for name, score in result.fields.items():
        counts = (str(score.expected), str(score.given), str(score.correct))
        yield (name, *counts, f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.f1:.3f}")


def _rule_rows(result: Evaluation) -> Iterator[tuple[str, ...]]:
    """A row for each field of a rule; one without a field where nothing that it made was compared."""
    silent = set(never_read(result.rules))
    for name, score in sorted(result.rules.items()):
        if name in silent:
            continue
        fired = (name, "–" if score.read is None else str(score.read), str(score.fired), str(score.documents))
        for field, one in score.fields.items():
            yield (*fired, field, str(one.given), str(one.correct), f"{one.precision:.3f}")
        if not score.fields:
            yield (*fired, "–", "–", "–", "–")


def _aligned(rows: Iterable[tuple[str, ...]], heads: tuple[str, ...]) -> list[str]:
    """Columns as wide as their widest cell, words to the left and numbers to the right."""
    table = [heads, *rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    left = [head in {"field", "rule"} for head in heads]
    return [
        "  ".join(
            cell.ljust(width) if to_left else cell.rjust(width)
            for cell, width, to_left in zip(row, widths, left, strict=True)
        ).rstrip()
        for row in table
    ]


def _piped(rows: Iterable[tuple[str, ...]], heads: tuple[str, ...]) -> list[str]:
    """A table of Markdown, numbers to the right."""
    numbers = {"support", "given", "right", "precision", "recall", "F1", "read", "fired", "documents"}
    rules = ("---:" if head in numbers else "---" for head in heads)
    cells = chain([heads], [tuple(rules)], rows)
    return [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in cells]
