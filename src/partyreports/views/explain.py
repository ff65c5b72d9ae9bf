"""The article in the terminal, with the rule of each field in the margin."""

import textwrap

from partyreports.facts import ReportFacts
from partyreports.views.characters import escaped_line
from partyreports.views.fields import fields_of

_MARGIN = 34


def to_explanation(report: ReportFacts, text: str, *, width: int = 110) -> str:
    """Lines of the article, each with the fields that begin in it and the rules that found them.

    Args:
        report: what `parse(text)` gave.
        text: the article.
        width: columns of the terminal.

    >>> from partyreports import parse
    >>> print(to_explanation(parse("Họp báo tháng 5"), "Họp báo tháng 5"), end="")
    title                              │ Họp báo tháng 5
      ← title.headline                 │
    """
    fields = sorted(fields_of(report), key=lambda field: (field.span.start, -field.span.end))
    out: list[str] = []
    position = 0
    next_field = 0
    for line in text.splitlines(keepends=True):
        end = position + len(line)
        margin: list[str] = []
        while next_field < len(fields) and fields[next_field].span.start < end:
            field = fields[next_field]
            margin += [field.path, f"  ← {field.rule}"]
            next_field += 1
        words = textwrap.wrap(escaped_line(line), max(20, width - _MARGIN - 3)) or [""]
        for i in range(max(len(words), len(margin))):
            left = margin[i][:_MARGIN] if i < len(margin) else ""
            right = words[i] if i < len(words) else ""
            out.append(f"{left:<{_MARGIN}} │ {right}".rstrip())
        position = end
    return "\n".join(out) + "\n"
