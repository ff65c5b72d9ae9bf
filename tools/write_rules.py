"""Write docs/reference/rules.md from the rules: every table with its examples, and the names that algorithms give.

python tools/write_rules.py
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from partyreports.rulebook import ALGORITHMS, TABLES, RuleCard, cards_of
from partyreports.rules import RuleTable, Signal

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "rules.md"

HEAD = """\
# Rules

Every fact names the rule that found it, in its field `rule`; `partyreports explain` shows the rules beside the
article, and `partyreports rules NAME` shows one of them with its examples. The names say what was seen. They may
change with a new version, as rules do; the schema does not depend on them.

A name with `+` stands for several rules that agree: `meeting.resumed+speech` is `meeting.resumed` and
`meeting.speech`. Three dots stand for a part that varies: the value of an enum, an entry of the lexicon.

This page is written by `tools/write_rules.py` from the rules themselves; the tests run every example below.

## Tables of rules

A rule reads what stands in the middle column, with the result behind the arrow, and reads nothing in what stands in
the right one. `parse(text, without={"period.quarter"})` switches a rule of these tables off.

A *signal* is evidence for or against a decision. Its weight is a log-odds, fitted from articles with answers made by
hand: above 0 it speaks for the decision, below 0 against it. `⏎` is the end of a line.
"""

ALGORITHMS_HEAD = """\
## Names that algorithms give

What these name is found by an algorithm (which may ask a table above), not by one rule with examples of its own.
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD, *map(_table, TABLES), ALGORITHMS_HEAD]
    for title, names in ALGORITHMS.items():
        rows = "\n".join(f"| `{name}` | {_cell(about)} |" for name, about in names.items())
        parts.append(f"### {title}\n\n| rule | what was seen |\n|---|---|\n{rows}\n")
    return "\n".join(parts)


_HEADS_OF_RULES = ("| rule | reads | not |", "|---|---|---|")
_LONGEST = 100
"""Characters of an example that are shown."""


def _table(table: RuleTable) -> str:
    weighted = all(isinstance(rule, Signal) for rule in table.rules)
    heads = ("| signal | weight | there in | not in |", "|---|---:|---|---|") if weighted else _HEADS_OF_RULES
    rows = [_row(card, weighted=weighted) for card in cards_of(table)]
    title = table.name.replace("_", " ").capitalize()
    return "\n".join([f"### {title}", "", table.about, "", *heads, *rows, ""])


def _row(card: RuleCard, *, weighted: bool) -> str:
    accepts = "<br>".join(map(_cell, _accepted(card)))
    refuses = "<br>".join(_cell(_quoted(text)) for text in card.refuses)
    weight = f" {_weight(card.weight)} |" if weighted else ""
    return f"| `{card.name}` |{weight} {accepts} | {refuses} |"


def _accepted(card: RuleCard) -> Iterator[str]:
    for text, reading in card.accepts.items():
        yield _quoted(text) if reading is None else f"{_quoted(text)} → {reading}"


def _quoted(text: str) -> str:
    return f"“{text}”" if len(text) <= _LONGEST else f"“{text[: _LONGEST - 20]} … {text[-16:]}”"


def _cell(text: str) -> str:
    """Text of a table's cell: shown as it is, on one line."""
    for char in "\\*_[]<>|#":
        text = text.replace(char, "\\" + char)
    return text.replace("\n", " ⏎ ")


def _weight(weight: float | Mapping[str, float] | None) -> str:
    if weight is None:
        return "–"
    if isinstance(weight, Mapping):
        most = sorted(weight.items(), key=lambda pair: -abs(pair[1]))[:2]
        return ", ".join(f"{name} {value:+.2f}" for name, value in most)
    return f"{weight:+.2f}"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
