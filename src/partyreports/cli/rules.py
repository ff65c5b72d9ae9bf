"""`partyreports rules`."""

from collections.abc import Iterator, Mapping

import click

from partyreports.cli.language import words
from partyreports.cli.program import show
from partyreports.rulebook import ALGORITHMS, TABLES, RuleCard, find_cards


@click.command("rules", short_help="Show a rule with its examples, or list all rules.")
@click.argument("name", required=False)
def rules_command(name: str | None) -> None:
    """Show the rule NAME with its examples; without NAME, list all rules.

    NAME is a name as reports have it (`partyreports explain` shows them).
    """
    show("\n".join(_all_names() if name is None else lines_of(cards_for(name))) + "\n")


def cards_for(name: str) -> list[RuleCard]:
    """The rules that a name stands for.

    Raises:
        BadParameter: there is no such rule.
    """
    cards = find_cards(name)
    if not cards:
        raise click.BadParameter(
            words().gettext("there is no rule {name!r}; `partyreports rules` lists all", name=name)
        )
    return cards


def lines_of(cards: list[RuleCard]) -> Iterator[str]:
    """What is to be known of some rules, as lines for the terminal."""
    for card in cards:
        yield card.name + (f"  weight {_weight(card.weight)}" if card.weight is not None else "")
        if card.about:
            yield f"  {card.about}"
        if card.looks_for:
            yield f"  looks for   {card.looks_for}"
        for text, reading in card.accepts.items():
            yield f"  reads       “{_on_one_line(text)}”" + ("" if reading is None else f" → {reading}")
        for text in card.refuses:
            yield f"  not in      “{_on_one_line(text)}”"


def _all_names() -> Iterator[str]:
    for table in TABLES:
        yield f"{table.name}: {table.about}"
        yield from (f"  {rule.id}" for rule in table.rules)
    for title, names in ALGORITHMS.items():
        yield f"{title}: found by algorithms"
        yield from (f"  {name}" for name in names)


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ⏎ ")


def _weight(weight: float | Mapping[str, float]) -> str:
    if isinstance(weight, Mapping):
        return ", ".join(f"{name} {value:+.2f}" for name, value in weight.items())
    return f"{weight:+.2f}"
