"""`partyreports explain`."""

from pathlib import Path

import click

from partyreports.cli.common import FILES, Failures, find_inputs, read_all, terminal_width
from partyreports.cli.program import show
from partyreports.errors import PartyReportsError
from partyreports.parsing import parse
from partyreports.views.characters import escaped
from partyreports.views.explain import to_explanation


@click.command("explain")
@FILES
def explain_command(files: tuple[Path, ...]) -> None:
    """Show articles with the rule of each field in the margin."""
    failures = Failures()
    inputs = find_inputs(files)
    for article in read_all(inputs, failures):
        try:
            report = parse(article.text)
        except PartyReportsError as error:
            failures.tell(f"{article.name}: {error}")
            continue
        if len(inputs) > 1:
            show(f"── {escaped(article.name)}\n")
        show(to_explanation(report, article.text, width=terminal_width() + 20))
    failures.exit()
