"""All rules of the package: the tables of every room.

The tests run the examples of every rule in them, the reference page shows them, `partyreports evaluate --rules`
counts what they are worth.
"""

from partyreports.grammar import dates, markers, periods
from partyreports.layout import bylines, captions, dates_of_lines, headline_signals
from partyreports.lists import role_signals
from partyreports.meeting import bodies, chairs, counts, date, mentions, signals
from partyreports.rules import RuleTable

TABLES: tuple[RuleTable, ...] = (
    dates.TABLE,
    periods.TABLE,
    markers.TABLE,
    headline_signals.TABLE,
    dates_of_lines.TABLE,
    captions.TABLE,
    bylines.TABLE,
    mentions.TABLE,
    signals.TABLE,
    date.TABLE,
    chairs.TABLE,
    counts.SITES_TABLE,
    counts.DELEGATES_TABLE,
    bodies.TABLE,
    role_signals.TABLE,
)


def rule_ids() -> tuple[str, ...]:
    """Names of all rules, in the order of the tables."""
    return tuple(rule.id for table in TABLES for rule in table.rules)
