"""`partyreports explain`."""

import sys
from pathlib import Path

import click

from partyreports.cli.common import FILES, Failures, find_inputs, read_all, terminal_width
from partyreports.errors import PartyReportsError
from partyreports.parsing import parse
from partyreports.views.explain import to_explanation


@click.command("explain")
@FILES
def explain_command(files: tuple[Path, ...]) -> None:
    """Show articles with the rule of each field in the margin."""
    failures = Failures()
    for name, text in read_all(find_inputs(files), failures):
        try:
            report = parse(text)
        except PartyReportsError as error:
            failures.tell(error)
            continue
        if len(files) > 1:
            click.echo(f"── {name}")
        click.echo(to_explanation(report, text, width=terminal_width() + 20), nl=False)
    if failures.count:
        sys.exit(1)
